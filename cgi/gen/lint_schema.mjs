// lint_schema.mjs: our own rules about sql/schema (can be run again after a kill, every table explained) and sql/query (who may
// ask what). lintSchema([{ file, text }]) and lintQueries(queries) give [{ file, line, rule, message }].
import fs from 'node:fs';
import { readQueries } from './queries.mjs';
import { printFindings } from './lint_source.mjs';

// What the public pool must never read: people, and what they answered. Of `response` it may see its own submission's digest.
const privateTables = ['person', 'membership', 'account_token', 'recovery_code', 'device_request', 'password_request', 'kept_form', 'audit', 'audit_link', 'audit_anchor', 'mail', 'search_word', 'practice_import', 'session', 'sign_in_failure', 'response_pending', 'response_text', 'response_link',
	'survey_total', 'invitation', 'incident_file', 'incident_file_body', 'incident_file_removed',
	'retention_hold', 'retention_record', 'retention_due', 'destruction', 'destruction_item', 'destruction_open',
	'investigation_request', 'investigation_answer', 'investigation_who', 'saved_view', 'incident_note', 'incident_investigation', 'incident_step', 'incident_action',
	'contract', 'contract_value', 'contract_event', 'contract_action', 'review', 'review_declaration', 'review_score', 'decision', 'decision_member', 'panel_member', 'interest', 'interest_breach',
	'proposal', 'proposal_response', 'proposal_point', 'proposal_contact', 'proposal_private', 'proposal_document', 'proposal_document_body', 'proposal_document_removed', 'proposal_publication', 'proposal_code', 'proposal_coded', 'proposal_total', 'proposal_counted', 'stakeholder_member',
	'incident_candour', 'incident_letter', 'bulletin_editor', 'bulletin_incident', 'bulletin_receipt', 'bulletin_mail', 'incident', 'incident_event', 'incident_said', 'incident_link'];
const privateColumns = /\b(answers|response_id|received_on)\b|\*/i;
// Found by its own secret or key, before anybody's organisation is known.
const noTenant = ['person'];

// A statement that can run twice with the same result, by its beginning.
const again = [
	/^CREATE (TABLE|DATABASE|USER|ROLE|INDEX|UNIQUE INDEX|SEQUENCE|TRIGGER|VIEW|PROCEDURE|FUNCTION|EVENT) IF NOT EXISTS\b/i,
	/^CREATE OR REPLACE (?!TABLE)/i,
	/^DROP \w+ IF EXISTS\b/i,
	/^(GRANT|REVOKE IF EXISTS|SET)\b/i,
	/^INSERT IGNORE\b/i,
	/^INSERT\b[^]*\bON DUPLICATE KEY UPDATE\b/i,
	/^ALTER TABLE (IF EXISTS )?\S+[^]*\b(IF NOT EXISTS|IF EXISTS)\b/i,
	/^ALTER TABLE \S+ MODIFY\b/i,
	/^(UPDATE|DELETE FROM)\b[^]*\bWHERE\b/i,
];

// Statements with the line where each begins. They end by ; at a line's end.
export function statements(text) {
	const found = [];
	let current = null;
	text.split('\n').forEach((line, i) => {
		const bare = line.replace(/(^|\s)--(\s.*)?$/, '');
		if (!current && bare.trim() === '')
			return;
		current ??= { line: i + 1, text: '' };
		current.text += `${bare}\n`;
		if (/;\s*$/.test(bare)) {
			found.push({ ...current, text: current.text.trim() });
			current = null;
		}
	});
	if (current)
		found.push({ ...current, open: true });
	return found;
}

function lintStatement(file, statement, report) {
	const { line, text } = statement;
	if (statement.open)
		return report(file, line, 'statement', 'this statement does not end with ; at the end of a line');
	if (!again.some((pattern) => pattern.test(text)))
		report(file, line, 'again', `"${text.split('\n')[0]}": write it so that it may run twice (IF NOT EXISTS, OR REPLACE, ON DUPLICATE KEY): ` +
			'a killed migration starts again');
	if (/^(DELIMITER|BEGIN|START TRANSACTION|COMMIT)\b/i.test(text))
		report(file, line, 'statement', 'no DELIMITER, no transaction: each statement stands alone');
	if (/^GRANT\b[^;]*\bSELECT\s*\(/i.test(text))
		report(file, line, 'grant', 'no SELECT on some columns: HANDLER does not look at them and reads the whole row; make a view');
	if (!/^CREATE TABLE\b/i.test(text))
		return;
	const tail = text.slice(text.lastIndexOf(')') + 1);
	const options = text.slice(text.search(/\n\)/) + 1) || tail;
	if (!/\bCOMMENT\s*=?\s*'/i.test(options))
		report(file, line, 'comment', 'every table says in its COMMENT what it is for');
	if (/\bENGINE\s*=?\s*(?!InnoDB)\w+/i.test(options))
		report(file, line, 'engine', 'InnoDB only: the others lose data when the power goes');
	if (/\b(CHARSET|CHARACTER SET)\s*=?\s*(?!utf8mb4|ascii|latin1_?ascii)\w+/i.test(options))
		report(file, line, 'charset', 'utf8mb4 (or ascii for one column)');
	if (/\b(FLOAT|DOUBLE)\b/i.test(text.replace(/'(?:[^']|'')*'/g, "")) && /(pence|amount|price|value_)/i.test(text))
		report(file, line, 'money', 'money is pence in integers');
}

export function lintSchema(files) {
	const found = [];
	const report = (file, line, rule, message) => found.push({ file, line, rule, message });
	const sorted = [...files].sort((a, b) => (a.file < b.file ? -1 : 1));

	sorted.forEach(({ file, text }, i) => {
		const number = /(^|\/)(\d{4})_[a-z][a-z0-9_]*\.sql$/.exec(file)?.[2];
		if (!number)
			report(file, 1, 'number', 'a migration is called NNNN_name.sql');
		else if (Number(number) !== i + 1)
			report(file, 1, 'number', `number ${String(i + 1).padStart(4, '0')} is due: no gap, none twice`);
		if (!text.startsWith('-- '))
			report(file, 1, 'first-line', 'the first line says what the migration is for: -- name: …');
		for (const statement of statements(text))
			lintStatement(file, statement, report);
	});
	return found;
}

const mentions = (sql, table) => new RegExp(`\\b(FROM|JOIN|,)\\s+\`?${table}\\b`, 'i').test(sql);
const writes = (sql, table) => new RegExp(`\\b(UPDATE|DELETE FROM|REPLACE INTO)\\s+\`?${table}\\b`, 'i').test(sql);

// Tables with a column organisation_id, by the schema: a query that names one must name the organisation too, or say why not.
export function tenantTables(files) {
	return files.flatMap(({ text }) => statements(text)).filter(({ text }) => /^CREATE TABLE/i.test(text) && /^\s*organisation_id\b/m.test(text))
		.map(({ text }) => /^CREATE TABLE (?:IF NOT EXISTS )?`?(\w+)/i.exec(text)?.[1])
		.filter((table) => table && table !== 'organisation' && !noTenant.includes(table));
}

export function lintQueries(queries, tenants) {
	const found = [];
	for (const query of queries) {
		const sql = query.sql.replace(/--[^\n]*/g, '').replace(/'(?:[^'\\]|\\.|'')*'/g, "''");
		const report = (rule, message) => found.push({ file: query.file, line: query.line, rule, message: `${query.name}: ${message}` });
		const forPublic = query.allowed.includes('public');
		const secret = privateTables.find((table) => mentions(sql, table) || writes(sql, table)) ??
			(mentions(sql, 'response') && privateColumns.test(sql) ? 'response' : undefined);
		const tenant = tenants.find((table) => mentions(sql, table) || writes(sql, table));

		if (!query.about)
			report('about', 'its first line says in a sentence what it is for');
		if (forPublic && secret)
			report('public', `the public pool may add a response, and read neither answers nor people (${secret})`);
		if (/\bSELECT\s+(\w+\.)?\*/i.test(sql))
			report('star', 'name the columns: a new one must not change what a page reads');
		if (/^\s*(DELETE FROM|UPDATE)\b/i.test(sql) && !/\bWHERE\b/i.test(sql))
			report('where', 'it changes every row');
		if (tenant && !query.tenant && !forPublic && query.allowed.includes('staff') && !/\borganisation_id\b/i.test(sql))
			report('tenant', `${tenant} belongs to an organisation: name organisation_id, or say "-- tenant: why not"`);
	}
	return found;
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
	const files = fs.readdirSync('sql/schema').filter((name) => name.endsWith('.sql'))
		.map((name) => ({ file: `sql/schema/${name}`, text: fs.readFileSync(`sql/schema/${name}`, 'utf8') }));
	printFindings([...lintSchema(files), ...lintQueries(readQueries('sql/query'), tenantTables(files))]);
}
