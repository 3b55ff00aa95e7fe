// queries.mjs: turns sql/query/*.sql into build/gen/query.h and query.c, so that a misspelt query, parameter or column
// does not compile. The form of a query is described in cgi/README.md.
import fs from 'node:fs';
import path from 'node:path';

const types = {
	int: ['DB_INT', 'int64_t '],
	real: ['DB_REAL', 'double '],
	text: ['DB_TEXT', 'const char *'],
	bytes: ['DB_BYTES', 'struct bytes '],
	time: ['DB_TIME', 'int64_t '],
};
const pools = ['public', 'staff', 'owner'];

function fail(file, line, message) {
	console.error(`${file}:${line}: ${message}`);
	process.exit(1);
}

function columns(file, line, list) {
	return list.split(',').map((item) => item.trim()).filter(Boolean).map((item) => {
		const [name, type, rest] = item.split(/\s+/);
		if (!types[type] || rest || !/^[a-z][a-z0-9_]*$/.test(name))
			fail(file, line, `"${item}" is not NAME TYPE (${Object.keys(types).join(', ')})`);
		return { name, type };
	});
}

// Blanks as one, comments left out; what stands in quotes stays.
const tidy = (sql) => sql.replace(/'(?:[^'\\]|\\.|'')*'|`[^`]*`|(?:\s|--[^\n]*)+/g, (whole) => (/^[\s-]/.test(whole) ? ' ' : whole));

const token = /'(?:[^'\\]|\\.|'')*'|`[^`]*`|--[^\n]*|\[(?:(!?)([a-z][a-z0-9_]*)\?|(search|page)\])|([[\]])|:([a-z][a-z0-9_]*)/g;

// A statement in parts: what is always there, what is there when (or unless) a parameter is given, and the places of a list.
// Replaces :name by ? outside quotes; each part has its parameters in the order of their marks.
function split(file, line, sql) {
	const parts = [];
	let at = 0;
	let current = { kind: 'always', text: '', marks: [] };
	const flush = (next) => {
		if (current.text.trim() || current.kind !== 'always')
			parts.push(current);
		current = next;
	};
	for (const match of sql.matchAll(token)) {
		const [whole, not, condition, place, bracket, mark] = match;
		const here = line + sql.slice(0, match.index).split('\n').length - 1;
		current.text += sql.slice(at, match.index);
		at = match.index + whole.length;
		if (condition) {
			if (current.kind !== 'always')
				fail(file, here, `[${condition}? stands inside another [: fragments do not nest`);
			flush({ kind: not ? 'unless' : 'when', condition, text: '', marks: [], line: here });
		} else if (place) {
			if (current.kind !== 'always')
				fail(file, here, `[${place}] stands inside a fragment`);
			flush({ kind: place, text: '', marks: [], line: here });
			flush({ kind: 'always', text: '', marks: [] });
		} else if (bracket === '[')
			fail(file, here, '[ begins no fragment: write [name? …], [!name? …], [search] or [page]');
		else if (bracket === ']') {
			if (current.kind === 'always')
				fail(file, here, '] without its [name?');
			flush({ kind: 'always', text: '', marks: [] });
		} else if (mark) {
			current.marks.push(mark);
			current.text += '?';
		} else
			current.text += whole;
	}
	if (current.kind !== 'always')
		fail(file, current.line, `[${current.condition}? is not closed by ]`);
	current.text += sql.slice(at);
	flush();
	const last = parts[parts.length - 1];
	if (last.kind === 'always') {
		last.text = last.text.trimEnd().replace(/;$/, '');
		if (!last.text.trim() && parts.length > 1)
			parts.pop();
	}
	return parts.map((part) => ({ ...part, text: tidy(part.text) }));
}

// A statement up to a word of its own, not of a subquery; the whole text when it has none.
function clause(text, keyword) {
	let depth = 0;
	for (const { 0: word, index } of text.matchAll(/'(?:[^'\\]|\\.|'')*'|[()]|\b[A-Z]+\b/g)) {
		depth += word === '(' ? 1 : word === ')' ? -1 : 0;
		if (word === keyword && depth === 0)
			return text.slice(0, index);
	}
	return text;
}

const selectHead = (text) => `${clause(text, 'FROM')}FROM`;

// What "-- sorts:" and "-- key:" say, for a list that is read a page at a time.
function paging(query, parts, rows) {
	const { file, line, name } = query;
	const places = (kind) => parts.filter((part) => part.kind === kind);
	const heads = ['sorts', 'key', 'search'].filter((head) => query[head] !== undefined);
	if (!heads.length && !places('page').length && !places('search').length)
		return undefined;
	if (query.sorts === undefined || query.key === undefined || places('page').length !== 1)
		fail(file, line, `${name} is a list: it needs "-- sorts:", "-- key:" and one [page] at the end`);
	if (parts[parts.length - 1].kind !== 'page')
		fail(file, places('page')[0].line, `[page] ends the WHERE and the statement of ${name}`);
	if ((query.search === undefined) !== (places('search').length === 0) || places('search').length > 1)
		fail(file, line, `"-- search: SUBJECT" and [search] before the table go together in ${name}`);
	if (parts[0].kind !== 'always' || !/^SELECT [^]*? FROM\b/.test(parts[0].text))
		fail(file, line, `${name} is a list: it begins with SELECT … FROM, without a fragment before FROM`);
	const key = /^([a-z]\w*)\.([a-z]\w*) of (\S[^]*)$/.exec(query.key.trim());
	if (!key || !rows.some((item) => item.name === key[2] && item.type === 'int'))
		fail(file, line, `"-- key:" of ${name} is ALIAS.COLUMN of TABLE ALIAS, and the column one of its "-- out:", an int`);
	const [, alias, column, source] = key;
	const id = `${alias}.${column}`;
	const head = selectHead(parts[0].text);
	const body = query.search === undefined ? parts[0].text.slice(head.length) : parts[2]?.text ?? '';
	const tables = clause(body, 'WHERE').trim();
	if (head.includes('?') || tables.includes('?'))
		fail(file, line, `${name} is a list: no :parameter before its WHERE`);
	if (tables !== source.trim() && !tables.startsWith(`${source.trim()} `))
		fail(file, line, `${name} is a list: the table of its "-- key:" comes first behind FROM${query.search === undefined ? '' : ' [search]'}`);
	if (query.search !== undefined && !/^[a-z_]+$/.test(query.search.trim()))
		fail(file, line, `"-- search:" of ${name} is a subject of search_word`);
	const sorts = query.sorts.split('|').map((text) => {
		const found = /^\s*([a-z][a-z0-9_]*):\s+(\S[^]*?)(\s+desc)?\s*$/.exec(text);
		if (!found)
			fail(file, line, `"${text.trim()}" of ${name} is not NAME: EXPRESSION or NAME: EXPRESSION desc`);
		const [, sort, x, desc] = found;
		if (x === id)
			return { sort, desc: Boolean(desc), marks: [1, 1], behind: [`AND ${id} > ?`, `AND ${id} < ?`], order: [id, `${id} DESC`] };
		// The value that the row of the cursor has, looked up by its key. NULL comes before every value, as MariaDB sorts it.
		// The first of the two conditions is for the index, the second says it exactly.
		const v = `(SELECT ${x} FROM ${source.trim()} WHERE ${id} = ?)`;
		return {
			sort, desc: Boolean(desc), marks: [6, 5],
			behind: [
				`AND (${x} >= ${v} OR ${v} IS NULL) AND (${x} > ${v} OR (${x} <=> ${v} AND ${id} > ?) OR (${v} IS NULL AND ${x} IS NOT NULL))`,
				`AND (${x} <= ${v} OR ${x} IS NULL) AND (${x} < ${v} OR (${x} <=> ${v} AND ${id} < ?) OR (${x} IS NULL AND ${v} IS NOT NULL))`,
			],
			order: [`${x}, ${id}`, `${x} DESC, ${id} DESC`],
		};
	});
	if (new Set(sorts.map((item) => item.sort)).size !== sorts.length)
		fail(file, line, `two sorts of ${name} have the same name`);
	return {
		id, column, sorts, subject: query.search?.trim(), head: head.length, inner: `${head} (SELECT ${id} AS page_id FROM`,
		outer: `) page STRAIGHT_JOIN ${source.trim()} ON ${id} = page.page_id${tables.slice(source.trim().length)}`,
	};
}

const flags = ['int', 'text', 'bytes', 'time'];

export function readQueries(folder) {
	const queries = [];
	for (const name of fs.readdirSync(folder).filter((entry) => entry.endsWith('.sql')).sort()) {
		const file = path.posix.join(folder, name);
		let query = null;
		let last = null;
		fs.readFileSync(file, 'utf8').split('\n').forEach((text, index) => {
			const line = index + 1;
			const head = /^-- (?:([a-z][a-z0-9_]*): )?(.*)$/.exec(text);
			if (query && query.sql === '' && head) {
				const [, key, value] = head;
				if (['pool', 'in', 'out', 'duplicate', 'tenant', 'untold', 'sorts', 'key', 'search'].includes(key)) {
					query[key] = value;
					last = key;
				} else if (!key && last)
					query[last] += ` ${value.trim()}`;
				else
					fail(file, line, `unknown head line "${text}"`);
			} else if (!query && head && head[1]) {
				query = { name: head[1], about: head[2], file, line, sql: '', in: '', out: '' };
				last = 'about';
			} else if (query) {
				query.body ??= line;
				query.sql += `${text}\n`;
				if (text.trimEnd().endsWith(';')) {
					queries.push(query);
					query = null;
				}
			} else if (text.trim() && !text.startsWith('--'))
				fail(file, line, 'a statement without a head line "-- name: what it is for"');
		});
		if (query)
			fail(file, query.line, `${query.name} does not end with ;`);
	}
	return queries.map((query) => {
		const { file, line } = query;
		const allowed = (query.pool ?? '').split(/\s+/).filter(Boolean);
		if (!allowed.length || allowed.some((pool) => !pools.includes(pool)))
			fail(file, line, `${query.name} needs a line "-- pool: public staff owner" (some of them)`);
		const given = columns(file, line, query.in);
		const rows = columns(file, line, query.out);
		const parts = split(file, query.body, query.sql);
		for (const part of parts) {
			for (const mark of part.marks)
				if (!given.some((item) => item.name === mark))
					fail(file, line, `:${mark} of ${query.name} is not in its "-- in:" line`);
			const condition = given.find((item) => item.name === part.condition);
			if (part.condition && !condition)
				fail(file, part.line, `[${part.condition}? of ${query.name} is not in its "-- in:" line`);
			if (condition && !flags.includes(condition.type))
				fail(file, part.line, `[${part.condition}? of ${query.name}: whether a ${condition.type} is given cannot be told`);
		}
		const marks = parts.flatMap((part) => part.marks);
		const conditions = [...new Set(parts.map((part) => part.condition).filter(Boolean))];
		if (conditions.length > 24)
			fail(file, line, `${query.name} has more than 24 conditions`);
		for (const item of given)
			if (!marks.includes(item.name) && !conditions.includes(item.name))
				fail(file, line, `${item.name} of ${query.name} is never used`);
		const page = paging(query, parts, rows);
		if (page && given.some((item) => item.name === 'page'))
			fail(file, line, `page of ${query.name}: a list has that parameter already`);
		return { ...query, given, rows, parts, marks, conditions, page, allowed };
	});
}

const member = (item) => `\t${types[item.type][1]}${item.name};\n`;
const literal = (text) => JSON.stringify(text);

function header(queries) {
	let out = '/* query.h: made from sql/query by cgi/gen/queries.mjs. */\n#ifndef QUERY_H\n#define QUERY_H\n#include "db.h"\n\n';
	for (const query of queries) {
		out += `/* ${query.about} (${query.file}:${query.line}) */\n`;
		const given = query.given.map(member).join('') + (query.page ? '\tstruct db_page page;\n' : '');
		out += `struct q_${query.name}_in {\n${given || '\tchar nothing;\n'}};\n`;
		out += `struct q_${query.name} {\n${query.rows.map(member).join('') || '\tchar nothing;\n'}};\n`;
		out += `extern const struct db_query q_${query.name}_def;\n\n`;
	}
	return `${out}#endif\n`;
}

const indent = (lines) => lines.map((line) => `\t${line},\n`).join('');
const column = (item, struct) => `{ "${item.name}", ${types[item.type][0]}, offsetof(struct ${struct}, ${item.name}) }`;
const array = (type, name, items) => (items.length ? `static const struct ${type} ${name}[] = {\n${indent(items)}};\n` : '');
const kinds = { always: 'DB_ALWAYS', when: 'DB_WHEN', unless: 'DB_UNLESS', search: 'DB_SEARCH', page: 'DB_PAGE', count: 'DB_COUNT' };

// The definition of a query, with the members that most are without.
function definition(query, name, columnsIn, members) {
	return `const struct db_query q_${name}_def = {\n${indent([
		`.name = "${name}"`, `.file = "${query.file}"`, `.line = ${query.line}`,
		...pools.filter((pool) => query.allowed.includes(pool)).map((pool) => `.pool_${pool} = true`),
		...(query.duplicate !== undefined ? ['.may_duplicate = true'] : []),
		...(query.untold !== undefined ? ['.untold = true'] : []),
		...(columnsIn.length ? [`.in = ${name}_in`, `.n_in = ${columnsIn.length}`] : []), ...members,
	])}};\n\n`;
}

function partsOf(query, name, parts) {
	return array('db_part', `${name}_parts`, parts.map((part) =>
		`{ ${kinds[part.kind]}, ${literal(part.text)}, ${part.marks.length}, ${Math.max(0, query.conditions.indexOf(part.condition))} }`));
}

const simple = (query) => query.parts.length === 1 && query.parts[0].kind === 'always';
const inputs = (query, parts) => parts.flatMap((part) => part.marks).map((mark) => query.given.find((item) => item.name === mark));

function pageSource(query) {
	const { id, sorts, subject } = query.page;
	const word = (which, by = '') => `(SELECT ${which} FROM search_word s${by} WHERE s.subject = '${subject}' AND `;
	// One record's words are looked at: left alone, MariaDB may walk all words that begin so, for each record (2,084 with 'b': 170 ms a page).
	const ofOne = ' FORCE INDEX (search_word_subject)';
	return array('db_sort', `${query.name}_sorts`, sorts.map(({ sort, desc, marks, behind, order }) =>
		`{ "${sort}", ${desc}, {\n\t\t{ ${literal(` ${behind[0]}`)}, ${marks[0]}, ${literal(` ORDER BY ${order[0]}`)} },\n` +
		`\t\t{ ${literal(` ${behind[1]}`)}, ${marks[1]}, ${literal(` ORDER BY ${order[1]}`)} } } }`)) +
		`static const struct db_paging ${query.name}_paging = {\n${indent([
			`.page = offsetof(struct q_${query.name}_in, page)`, `.key = offsetof(struct q_${query.name}, ${query.page.column})`,
			`.sorts = ${query.name}_sorts`, `.n_sorts = ${sorts.length}`, '.most = " LIMIT ?"', `.count = &q_${query.name}_count_def`,
			`.head = ${query.page.head}`, `.inner = ${literal(query.page.inner)}`, `.outer = ${literal(query.page.outer)}`,
			...(subject ? [`.subject = "${subject}"`, `.few = ${literal(`${word('DISTINCT s.subject_id')}s.word LIKE ?) found STRAIGHT_JOIN`)}`,
				`.few_is = ${literal(` AND found.subject_id = ${id}`)}`,
				`.word = ${literal(` AND ${word('1', ofOne)}s.subject_id = ${id} AND s.word LIKE ? LIMIT 1) = 1`)}`] : []),
		])}};\n`;
}

// How many rows a list has, counted no further than .most: the same statement without its columns, order and cursor.
function countSource(query) {
	const name = `${query.name}_count`;
	const [first, ...rest] = query.parts;
	const head = selectHead(first.text);
	const cut = (head.match(/\?/g) ?? []).length;
	const parts = [{ ...first, text: `SELECT COUNT(*) AS n FROM (SELECT 1 FROM${first.text.slice(head.length)}`, marks: first.marks.slice(cut) },
		...rest.map((part) => (part.kind === 'page' ? { ...part, kind: 'count' } : part)),
		{ kind: 'always', text: ' counted', marks: [] }];
	const columnsIn = inputs(query, parts);
	return array('db_column', `${name}_in`, columnsIn.map((item) => column(item, `q_${query.name}_in`))) + partsOf(query, name, parts) +
		definition(query, name, columnsIn, [`.out = counted_out`, '.n_out = 1', `.parts = ${name}_parts`, `.n_parts = ${parts.length}`,
			...(query.conditions.length ? [`.conditions = ${query.name}_conditions`, `.n_conditions = ${query.conditions.length}`] : []),
			`.paging = &${query.name}_paging`]);
}

function source(queries) {
	const all = [];
	let out = '/* query.c: made from sql/query by cgi/gen/queries.mjs. */\n#include "db.h"\n\n';
	if (queries.some((query) => query.page))
		out += 'struct counted {\n\tint64_t n;\n};\nstatic const struct db_column counted_out[] = { { "n", DB_INT, offsetof(struct counted, n) } };\n\n';
	for (const query of queries) {
		const { name } = query;
		const columnsIn = inputs(query, query.parts);
		out += array('db_column', `${name}_in`, columnsIn.map((item) => column(item, `q_${name}_in`)));
		out += array('db_column', `${name}_out`, query.rows.map((item) => column(item, `q_${name}`)));
		out += array('db_column', `${name}_conditions`,
			query.conditions.map((item) => column(query.given.find((one) => one.name === item), `q_${name}_in`)));
		if (query.page)
			out += `extern const struct db_query q_${name}_count_def;\n${pageSource(query)}`;
		const rows = query.rows.length ? [`.out = ${name}_out`, `.n_out = ${query.rows.length}`] : [];
		if (simple(query))
			out += definition(query, name, columnsIn, [`.sql = ${literal(query.parts[0].text.trim())}`, ...rows, `.index = ${all.length}`]);
		else
			out += partsOf(query, name, query.parts) + definition(query, name, columnsIn, [...rows, `.index = ${all.length}`,
				`.parts = ${name}_parts`, `.n_parts = ${query.parts.length}`,
				...(query.conditions.length ? [`.conditions = ${name}_conditions`, `.n_conditions = ${query.conditions.length}`] : []),
				...(query.page ? [`.paging = &${name}_paging`] : [])]);
		all.push(name);
		if (query.page) {
			out += countSource(query).replace('.out = counted_out', `.index = ${all.length},\n\t.out = counted_out`);
			all.push(`${name}_count`);
		}
	}
	out += `const struct db_query *const db_queries[] = {\n${all.map((name) => `\t&q_${name}_def,\n`).join('')}\tNULL,\n};\n`;
	return `${out}const size_t n_db_queries = ${all.length};\n`;
}

function writeChanged(file, text) {
	fs.mkdirSync(path.dirname(file), { recursive: true });
	if (!fs.existsSync(file) || fs.readFileSync(file, 'utf8') !== text)
		fs.writeFileSync(file, text);
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
	const queries = readQueries('sql/query');
	const names = new Set();
	for (const query of queries) {
		if (names.has(query.name))
			fail(query.file, query.line, `a second query called ${query.name}`);
		names.add(query.name);
	}
	writeChanged('build/gen/query.h', header(queries));
	writeChanged('build/gen/query.c', source(queries));
}
