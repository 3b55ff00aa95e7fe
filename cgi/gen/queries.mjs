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

// Replaces :name by ? outside quotes; gives the parameters in the order of their marks.
function positional(file, line, sql) {
	const marks = [];
	const text = sql.replace(/'(?:[^'\\]|\\.|'')*'|`[^`]*`|--[^\n]*|:([a-z][a-z0-9_]*)/g, (whole, name) => {
		if (whole.startsWith('--'))
			return '';
		if (name === undefined)
			return whole;
		marks.push(name);
		return '?';
	});
	return { text: text.replace(/\s+/g, ' ').trim().replace(/;$/, ''), marks };
}

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
				if (['pool', 'in', 'out', 'duplicate', 'tenant'].includes(key)) {
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
		const { text, marks } = positional(file, line, query.sql);
		for (const mark of marks)
			if (!given.some((item) => item.name === mark))
				fail(file, line, `:${mark} of ${query.name} is not in its "-- in:" line`);
		for (const item of given)
			if (!marks.includes(item.name))
				fail(file, line, `${item.name} of ${query.name} is never used`);
		return { ...query, given, rows: columns(file, line, query.out), text, marks, allowed };
	});
}

const member = (item) => `\t${types[item.type][1]}${item.name};\n`;
const literal = (text) => JSON.stringify(text);

function header(queries) {
	let out = '/* query.h: made from sql/query by cgi/gen/queries.mjs. */\n#ifndef QUERY_H\n#define QUERY_H\n#include "db.h"\n\n';
	for (const query of queries) {
		out += `/* ${query.about} (${query.file}:${query.line}) */\n`;
		out += `struct q_${query.name}_in {\n${query.given.map(member).join('') || '\tchar nothing;\n'}};\n`;
		out += `struct q_${query.name} {\n${query.rows.map(member).join('') || '\tchar nothing;\n'}};\n`;
		out += `extern const struct db_query q_${query.name}_def;\n\n`;
	}
	return `${out}#endif\n`;
}

function source(queries) {
	let out = '/* query.c: made from sql/query by cgi/gen/queries.mjs. */\n#include "db.h"\n\n';
	queries.forEach((query, index) => {
		const list = (items, struct) => items.map((item) =>
			`\t{ "${item.name}", ${types[item.type][0]}, offsetof(struct ${struct}, ${item.name}) },\n`).join('');
		const inputs = query.marks.map((mark) => query.given.find((item) => item.name === mark));
		if (inputs.length)
			out += `static const struct db_column ${query.name}_in[] = {\n${list(inputs, `q_${query.name}_in`)}};\n`;
		if (query.rows.length)
			out += `static const struct db_column ${query.name}_out[] = {\n${list(query.rows, `q_${query.name}`)}};\n`;
		out += `const struct db_query q_${query.name}_def = {\n\t"${query.name}", "${query.file}", ${query.line},\n`;
		out += `\t${pools.map((pool) => query.allowed.includes(pool)).join(', ')}, ${query.duplicate !== undefined},\n`;
		out += `\t${literal(query.text)},\n`;
		out += `\t${inputs.length ? `${query.name}_in` : 'NULL'}, ${inputs.length},\n`;
		out += `\t${query.rows.length ? `${query.name}_out` : 'NULL'}, ${query.rows.length}, ${index},\n};\n\n`;
	});
	out += `const struct db_query *const db_queries[] = {\n${queries.map((query) => `\t&q_${query.name}_def,\n`).join('')}\tNULL,\n};\n`;
	return `${out}const size_t n_db_queries = ${queries.length};\n`;
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
