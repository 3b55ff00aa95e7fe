// secrets.test.mjs: promises 8 and 15, small: canaries are found nowhere, secrets in no log, and each database user can do little.
import assert from "node:assert/strict";
import { request } from "node:http";
import { after, before, test } from "node:test";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { sharedInstance } from "../lib/instance.mjs";
import { definition, publish, stateOf, stored } from "../lib/surveys.mjs";

let it;
before(async () => { it = await sharedInstance(); });
after(() => it.release());

const canary = `canary${Math.random().toString(36).slice(2, 10)}`;
const telling = {
	"user-agent": `agent-${canary}`, referer: `http://referrer-${canary}.example/`, cookie: `session=cookie-${canary}`,
	"x-forwarded-for": "203.0.113.77", "x-real-ip": "203.0.113.78", "accept-language": `xx-${canary}`, "x-canary": `header-${canary}`,
	from: `from-${canary}@example`, authorization: `Basic auth-${canary}`,
};
/** From an address of its own, with every header that tells on somebody. */
function ask(method, path, body, host = "localhost") {
	return new Promise((resolve, reject) => {
		const sent = request({ host: "127.0.0.1", localAddress: "127.0.99.77", port: it.publicPort, method, path,
			headers: { ...telling, host, ...(body === undefined ? {} : { "content-type": "application/x-www-form-urlencoded", "content-length": Buffer.byteLength(body) }) } },
		(answer) => {
			let text = "";
			answer.setEncoding("utf8").on("data", (part) => { text += part; }).on("end", () => resolve({ status: answer.statusCode, headers: answer.headers, text }));
		});
		sent.on("error", reject).end(body);
	});
}

function filesOf(folder) {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const path = join(folder, entry.name);
		return entry.isDirectory() ? filesOf(path) : entry.isFile() ? [path] : [];
	});
}
/** Which files under VAR hold one of these words. */
function holding(words) {
	const found = {};
	for (const path of filesOf(it.var)) {
		if (statSync(path).size > 512 << 20)
			continue;
		const bytes = readFileSync(path);
		for (const word of words)
			if (bytes.includes(word))
				(found[word] ??= []).push(path.slice(it.var.length + 1));
	}
	return found;
}

test("anonymous: address, agent, referrer, cookie and headers of a respondent are found nowhere under VAR", async () => {
	const slug = await publish(it, definition({ settings: { one_page: true, check_answers: false } }));
	const page = await ask("GET", `/s/${slug}/1`);
	assert.equal(page.status, 200);
	const body = new URLSearchParams({ state: stateOf(page), stance: "for", words: `answer-${canary}`, go: "on" }).toString();
	const sent = await ask("POST", `/s/${slug}/1`, body);
	assert.equal(sent.status, 303);
	assert.equal((await ask("GET", sent.headers.location)).status, 200);
	// And every way of failing, which is what gets logged.
	for (const [method, path, text, host] of [["GET", "/nothing"], ["GET", "/%zz"], ["PUT", "/"], ["POST", "/"], ["POST", `/s/${slug}/1`, "state=x"], ["POST", `/s/${slug}/1`, "%zz"],
		["POST", `/s/${slug}/1`, "x".repeat(70_000)], ["GET", "/static/nothing.css"], ["GET", "/", undefined, "evil.example"], ["GET", `/${"x".repeat(9000)}`]])
		await ask(method, path, text, host).catch(() => undefined);
	const words = Object.values(telling).filter((value) => value.includes(canary)).map((value) => value.match(/\w+-canary\w+/)[0]);
	assert.deepEqual(holding([...words, "127.0.99.77", "203.0.113.77", "203.0.113.78"]), {});
	assert.equal((await stored(it, slug)).length, 1);
	// control: what is kept on purpose is found, so the search can find
	assert.ok(Object.keys(holding([`answer-${canary}`])).length === 1);
});

test("the state and the confirmation's token are kept nowhere", async () => {
	const slug = await publish(it, definition({ settings: { one_page: true, check_answers: false } }));
	const page = await ask("GET", `/s/${slug}/1`), state = stateOf(page);
	const sent = await ask("POST", `/s/${slug}/1`, new URLSearchParams({ state, stance: "for", go: "on" }).toString());
	assert.deepEqual(holding([state.slice(0, 40), sent.headers.location.split("/").at(-1).slice(0, 40)]), {});
});

test("no column of a response says who or when to the second", async () => {
	const columns = (await it.sql("SELECT column_name, data_type FROM information_schema.columns WHERE table_schema = 'soundings' AND table_name = 'response'"));
	assert.deepEqual(columns.map(([name]) => name).sort(), ["answers", "digest", "received_on", "response_id", "submission", "survey_id", "version"]);
	assert.deepEqual(columns.filter(([, type]) => /time/.test(type)), []);
});

test("passwords and keys are in no log, and in no settings of the pool that does not need them", () => {
	const secrets = ["db.owner.password", "db.public.password", "db.staff.password", "seal.key", "secret.key"].map((key) => it.setting(key));
	assert.equal(new Set(secrets).size, 5);
	for (const secret of secrets)
		assert.ok(secret.length >= 40 && !it.logs().includes(secret));
	const [pub, staff] = ["public.conf", "staff.conf"].map((name) => readFileSync(join(it.var, name), "utf8"));
	assert.doesNotMatch(pub, /^(db\.owner|db\.staff|secret\.key)/m);
	assert.doesNotMatch(staff, /^(db\.owner|db\.public)/m);
	for (const name of ["soundings.conf", "public.conf", "staff.conf", "demo-accounts.tsv", "root.cnf"])
		assert.equal(statSync(join(it.var, name)).mode & 0o077, 0, `${name} is readable by its owner alone`);
	for (const name of ["public.sock", "staff.sock"])
		assert.equal(statSync(join(it.var, name)).mode & 0o007, 0, name);
	assert.equal(statSync(it.var).mode & 0o077, 0);
});

const forbidden = {
	public: [
		"SELECT * FROM person", "SELECT email FROM person", "SELECT * FROM membership", "SELECT * FROM session", "SELECT * FROM sign_in_failure",
		"SELECT answers FROM response", "SELECT * FROM response", "SELECT COUNT(answers) FROM response", "SELECT response_id FROM response", "SELECT received_on FROM response",
		"SELECT * FROM response_text", "SELECT * FROM response_pending", "SELECT * FROM survey_total", "SELECT * FROM response_link", "SELECT * FROM invitation",
		"UPDATE response SET answers = '{}'", "DELETE FROM response", "UPDATE survey SET title = 'x'", "INSERT INTO survey (slug) VALUES ('x')", "DELETE FROM survey",
		"UPDATE survey_version SET definition = '{}'", "INSERT INTO survey_version (survey_id) VALUES (1)", "UPDATE survey_total SET n = 1", "DELETE FROM survey_total",
		"INSERT INTO response_pending VALUES (1, 'x')", "DELETE FROM response_pending", "INSERT INTO person (email) VALUES ('x')", "UPDATE person SET name = 'x'",
		"INSERT INTO session VALUES ('a', 1, NOW(), NOW())", "INSERT INTO migration VALUES (1, 'x', 1)", "UPDATE organisation SET name = 'x'", "REPLACE INTO response (survey_id) VALUES (1)",
		"INSERT INTO response (survey_id) VALUES (1) ON DUPLICATE KEY UPDATE answers = '{}'",
		"SELECT * FROM account_token", "SELECT * FROM recovery_code", "SELECT * FROM device_request", "SELECT * FROM password_request", "SELECT * FROM kept_form",
		"SELECT * FROM audit", "SELECT * FROM audit_link", "SELECT * FROM audit_anchor", "SELECT * FROM mail", "SELECT * FROM mail_row", "SELECT * FROM mail_try", "SELECT * FROM search_word", "SELECT * FROM practice_import",
		"SELECT * FROM retention_hold", "SELECT * FROM retention_record", "SELECT * FROM retention_due", "SELECT * FROM destruction", "SELECT * FROM destruction_item", "SELECT * FROM destruction_open", "HANDLER retention_hold OPEN",
		"SELECT * FROM incident_note", "SELECT * FROM incident_investigation", "SELECT * FROM incident_step", "SELECT * FROM incident_action", "SELECT * FROM incident_candour", "SELECT * FROM incident_letter",
		"INSERT INTO audit (who) VALUES ('x')", "INSERT INTO setting (name) VALUES ('x')", "UPDATE setting SET value = 'x'", "INSERT INTO mail (kind) VALUES ('x')", "INSERT INTO password_request (email) VALUES ('x')",
		"SELECT * FROM contract", "SELECT * FROM contract_value", "SELECT * FROM contract_event", "SELECT * FROM review", "SELECT * FROM review_declaration", "SELECT * FROM review_score",
		"SELECT * FROM decision", "SELECT reasons FROM decision", "SELECT * FROM decision_member", "SELECT * FROM panel_member", "SELECT * FROM interest", "SELECT notes FROM interest_breach", "HANDLER contract OPEN",
		"HANDLER contract_public OPEN", "UPDATE contract_public SET service = 'x'", "DELETE FROM contract_public_value", "INSERT INTO interest_breach_public (what) VALUES ('x')", "SELECT * FROM contract_action", "SELECT * FROM monitoring_return", "SELECT * FROM submission",
		"HANDLER response OPEN", "HANDLER person OPEN", "CHECKSUM TABLE response", "SELECT 1 FROM response JOIN (SELECT '{}' AS answers) x USING (answers)", "DELETE FROM response_sent",
		"SELECT * FROM incident_file", "SELECT * FROM incident_file_body", "SELECT * FROM incident_file_removed", "HANDLER incident_file_body OPEN",
		"SELECT * FROM investigation_request", "SELECT * FROM investigation_answer", "SELECT * FROM investigation_who",
		"SELECT * FROM monitoring_return", "SELECT * FROM monitoring_version", "SELECT * FROM monitoring_value", "HANDLER monitoring_version OPEN",
		"SELECT * FROM bulletin", "SELECT title FROM bulletin", "HANDLER bulletin OPEN", "HANDLER bulletin_public OPEN", "SELECT * FROM bulletin_incident", "SELECT * FROM bulletin_editor",
		"SELECT * FROM bulletin_event", "SELECT * FROM bulletin_receipt", "SELECT * FROM bulletin_mail", "SELECT * FROM bulletin_theme", "INSERT INTO bulletin_receipt VALUES (1, 1, 1, NOW())", "UPDATE bulletin_public SET title = 'x'",
		"SELECT * FROM incident", "SELECT * FROM incident_event", "UPDATE incident SET title = 'x'", "SELECT * FROM incident_theme", "SELECT * FROM incident_theme_link",
		"SELECT * FROM incident_anonymous", "SELECT ref FROM incident_anonymous", "UPDATE incident_anonymous SET title = 'x'", "DELETE FROM incident_anonymous", "INSERT INTO incident (ref) VALUES ('x')",
		"INSERT INTO incident_event (kind) VALUES ('told')", "INSERT INTO incident_pending (incident_id) VALUES (1)", "SELECT * FROM incident_said", "SELECT text FROM incident_said_new",
		"UPDATE incident_said_new SET text = 'x'", "DELETE FROM incident_said_new", "SELECT * FROM calendar_feed", "HANDLER calendar_feed OPEN",
		"SELECT * FROM incident_link", "INSERT INTO incident_link (token) VALUES ('x')", "UPDATE incident_link_known SET token = 'x'",
		...["proposal", "proposal_section", "proposal_text", "proposal_document", "proposal_document_body", "proposal_change", "proposal_group", "stakeholder_group", "stakeholder_member", "proposal_event",
			"proposal_attendance", "proposal_response", "proposal_response_web", "proposal_point", "proposal_point_web", "proposal_contact", "proposal_private", "proposal_pending", "proposal_theme", "proposal_coded", "proposal_code",
			"proposal_settled", "proposal_point_theme", "proposal_publication", "proposal_campaign", "proposal_counted", "proposal_total", "proposal_outcome", "proposal_answer"].map((table) => `SELECT * FROM ${table}`),
		"UPDATE proposal_public SET title = 'x'", "DELETE FROM proposal_response_web", "UPDATE proposal_response_web SET stance = 'against'", "INSERT INTO proposal_response (ref) VALUES ('x')", "INSERT INTO proposal_point (text) VALUES ('x')",
		"DELETE FROM proposal_contact", "HANDLER proposal_response_web OPEN", "INSERT INTO proposal_answer (answer) VALUES ('x')", "INSERT INTO proposal_pending (response_id) VALUES (1)",
	],
	staff: [
		"INSERT INTO response (survey_id) VALUES (1)", "UPDATE response SET answers = '{}'", "DELETE FROM response", "DELETE FROM survey", "DELETE FROM person",
		"UPDATE survey_version SET definition = '{}'", "DELETE FROM survey_version", "UPDATE migration SET statements = 0", "DELETE FROM organisation", "DELETE FROM survey_total",
		"SELECT * FROM response_link", "UPDATE membership SET role = 'administrator'", "UPDATE audit SET who = 'x'", "DELETE FROM audit",
		"UPDATE audit_link SET hash = 'x'", "DELETE FROM audit_link", "INSERT INTO audit_anchor VALUES (NOW(), 1, 'x', NOW())", "DELETE FROM audit_anchor", "DELETE FROM mail", "DELETE FROM setting",
		"SELECT body FROM mail", "SELECT 1 FROM mail", "UPDATE mail SET recipient = 'x'", "UPDATE mail_row SET has_text = 1", "HANDLER mail OPEN", "DELETE FROM mail_row",
		"UPDATE mail_row SET recipient = 'x'", "UPDATE mail_row SET subject = 'x'", "UPDATE mail_try SET has_text = 1", "DELETE FROM mail_try",
		"DELETE FROM retention_hold", "DELETE FROM retention_due", "DELETE FROM destruction", "DELETE FROM destruction_item", "UPDATE destruction SET rule = 'x'", "UPDATE destruction_item SET outcome = 'kept'",
		"UPDATE incident_note SET text = 'x'", "DELETE FROM incident_note", "DELETE FROM incident_investigation", "DELETE FROM incident_step", "DELETE FROM incident_action", "DELETE FROM incident_candour", "DELETE FROM incident_letter",
		"SELECT * FROM password_request", "DELETE FROM account_token", "DELETE FROM device_request", "REPLACE INTO audit (audit_id) VALUES (1)",
		"DELETE FROM incident_file", "DELETE FROM incident_file_body", "UPDATE incident_file_body SET bytes = 'x'", "UPDATE incident_file_removed SET part = 1",
		"DELETE FROM investigation_request", "UPDATE investigation_answer SET found = 'x'", "DELETE FROM investigation_answer", "REPLACE INTO investigation_answer (request_id) VALUES (1)",
		"DELETE FROM monitoring_return", "UPDATE monitoring_version SET answers = '{}'", "DELETE FROM monitoring_version", "REPLACE INTO monitoring_version (return_id) VALUES (1)",
		"DELETE FROM bulletin", "DELETE FROM bulletin_editor", "INSERT INTO bulletin_editor VALUES (1, 1)", "DELETE FROM bulletin_incident", "UPDATE bulletin_event SET text = 'x'", "DELETE FROM bulletin_event",
		"UPDATE bulletin_receipt SET at = NOW()", "DELETE FROM bulletin_receipt", "DELETE FROM bulletin_mail", "SELECT * FROM bulletin_mail", "UPDATE bulletin_public SET title = 'x'",
		"DELETE FROM incident", "UPDATE incident_event SET text = 'x'", "DELETE FROM incident_event", "DELETE FROM incident_theme", "UPDATE incident_theme_link SET theme_id = 1",
		"DELETE FROM calendar_feed", "REPLACE INTO calendar_feed (ref) VALUES ('x')",
		"DELETE FROM proposal", "DELETE FROM proposal_response", "DELETE FROM proposal_point", "DELETE FROM proposal_theme", "DELETE FROM proposal_change", "UPDATE proposal_change SET text = 'x'", "DELETE FROM proposal_document",
		"DELETE FROM stakeholder_group", "SELECT sealed FROM proposal_private", "DELETE FROM proposal_outcome", "DELETE FROM proposal_answer", "DELETE FROM proposal_campaign", "DELETE FROM proposal_publication", "UPDATE proposal_publication SET results = '{}'", "SELECT proposal_private_of(1, 'x')", "INSERT INTO proposal_response_web (ref) VALUES ('x')",
		"SELECT * FROM incident_said", "INSERT INTO incident_said (text) VALUES ('x')", "DELETE FROM incident_link", "SELECT incident_told('x')",
	],
	both: [
		"DROP TABLE response", "TRUNCATE response", "ALTER TABLE response ADD x INT", "CREATE TABLE x (a INT)", "CREATE TEMPORARY TABLE x (a INT)", "CREATE VIEW v AS SELECT 1",
		"CREATE TRIGGER t BEFORE INSERT ON response FOR EACH ROW SET @a = 1", "DROP TRIGGER response_is_pending", "CREATE FUNCTION f() RETURNS INT RETURN 1",
		"SELECT * FROM mysql.global_priv", "SELECT * FROM mysql.user", "GRANT SELECT ON person TO soundings_public", "SET PASSWORD FOR soundings_owner@localhost = PASSWORD('x')", "SET GLOBAL local_infile = ON",
		"SET GLOBAL innodb_flush_log_at_trx_commit = 0", "SELECT 1 INTO OUTFILE '/tmp/x'", "SELECT LOAD_FILE('/etc/passwd') IS NOT NULL AND 1/0",
		"LOAD DATA INFILE '/etc/passwd' INTO TABLE response", "SHUTDOWN", "CREATE DATABASE x", "SET ROLE soundings_owner", "CREATE USER x",
		"SELECT SLEEP(0) FROM mysql.proc", "FLUSH LOGS", "SHOW BINARY LOGS",
	],
};
for (const pool of ["public", "staff"])
	test(`the database user of the ${pool} pool: each forbidden act is refused`, async () => {
		const allowed = [];
		for (const statement of [...forbidden[pool], ...forbidden.both, ...(pool === "public" ? ["SET ROLE soundings_staff"] : [])]) {
			try {
				const rows = await it.sqlAs(pool, statement);
				if (!/LOAD_FILE/.test(statement) || rows.some(([value]) => value === "1"))
					allowed.push(statement);
			} catch (error) {
				// Refused for want of a right, not for a slip of this test's.
				assert.match(error.stderr, /ERROR (1044|1142|1347|1143|1227|1045|1370|1290|1410|1221|1095|1959|1699|1419|1132|1348) /, `${statement}: ${error.stderr}`);
			}
		}
		assert.deepEqual(allowed, []);
	});

test("control: what they need is allowed", async () => {
	assert.ok((await it.sqlAs("public", "SELECT slug FROM survey")).length > 0);
	assert.ok(await it.sqlAs("public", "SELECT digest FROM response_sent WHERE submission = REPEAT('a', 16)"));
	assert.ok((await it.sqlAs("staff", "SELECT answers FROM response LIMIT 1")).length > 0);
});
