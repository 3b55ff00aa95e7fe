// queries.test.mjs: fragments, sorts and places of queries: what is made of them, and what is refused with its file and line.
import test from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const program = path.resolve('cgi/gen/queries.mjs');

// Runs the generator on one file of queries: { source, header } or { error }.
function generate(text) {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'queries-'));
	try {
		fs.mkdirSync(path.join(folder, 'sql/query'), { recursive: true });
		fs.writeFileSync(path.join(folder, 'sql/query/a.sql'), text);
		const { status, stderr } = spawnSync(process.execPath, [program], { cwd: folder, encoding: 'utf8' });
		if (status !== 0)
			return { error: stderr.trim() };
		const read = (name) => fs.readFileSync(path.join(folder, 'build/gen', name), 'utf8');
		return { source: read('query.c'), header: read('query.h') };
	} finally {
		fs.rmSync(folder, { recursive: true });
	}
}

const plain = (sql, head = '-- in: a int, b text\n-- out: n int\n') => `-- one: what it is for.\n-- pool: staff\n${head}${sql}\n`;
const list = (sql, head = '') => plain(sql, `-- in: b text\n-- out: id int, name text\n${head}`);
const heads = '-- sorts: name: t.name | newest: t.id desc\n-- key: t.id of t t\n';
const sound = `${heads}-- search: thing\n`;

test('without a fragment there is one statement, blanks as one, comments gone, quotes untouched', () => {
	const { source } = generate(plain("SELECT ':a [b?  x]' AS n -- [a? no\nFROM t\n\tWHERE a = :a AND b = :b;"));
	assert.match(source, /\.sql = "SELECT ':a \[b\? {2}x\]' AS n FROM t WHERE a = \? AND b = \?",/);
	assert.ok(!source.includes('db_part'));
});

test('fragments become parts, with their marks and their condition', () => {
	const { source } = generate(plain('SELECT 1 AS n FROM t WHERE 1 = 1 [a? AND a = :a OR c = :a] [!b? AND d]\n AND b <=> :b;'));
	const parts = [...source.matchAll(/\{ DB_(\w+), "([^"]*)", (\d), (\d) \}/g)].map((part) => part.slice(1));
	assert.deepEqual(parts, [['ALWAYS', 'SELECT 1 AS n FROM t WHERE 1 = 1 ', '0', '0'], ['WHEN', ' AND a = ? OR c = ?', '2', '0'],
		['ALWAYS', ' ', '0', '0'], ['UNLESS', ' AND d', '0', '1'], ['ALWAYS', ' AND b <=> ?', '1', '0']].filter((part) => part[1].trim()));
	assert.match(source, /one_conditions\[\] = \{\n\t\{ "a", DB_INT, .*\n\t\{ "b", DB_TEXT/);
});

test('a parameter may be a condition alone', () => {
	assert.match(generate(plain('SELECT 1 AS n FROM t WHERE b = :b [a? AND c];')).source, /DB_WHEN, " AND c", 0, 0/);
});

test('a list has its page, its orders both ways, its search and its count', () => {
	const { source, header } = generate(list('SELECT t.id, t.name\nFROM [search] t t WHERE 1 = 1 [b? AND t.b = :b] [page];', sound));
	assert.match(header, /struct q_one_in \{\n\tconst char \*b;\n\tstruct db_page page;\n\};/);
	assert.match(source, /\{ "name", false, \{/);
	assert.match(source, /\{ "newest", true, \{/);
	assert.match(source, /" AND t\.id < \?", 1, " ORDER BY t\.id DESC"/);
	assert.match(source, /" AND \(t\.name >= \(SELECT t\.name FROM t t WHERE t\.id = \?\) .*", 6, " ORDER BY t\.name, t\.id"/);
	for (const [, text, marks] of source.matchAll(/\{ "( AND [^"]*)", (\d), " ORDER BY/g))
		assert.equal((text.match(/\?/g) ?? []).length, Number(marks), text);
	assert.match(source, /\.few = "\(SELECT DISTINCT s\.subject_id FROM search_word s WHERE s\.subject = 'thing' AND s\.word LIKE \?\) found STRAIGHT_JOIN"/);
	assert.match(source, /DB_ALWAYS, "SELECT COUNT\(\*\) AS n FROM \(SELECT 1 FROM ", 0, 0/);
	assert.match(source, /q_one_count_def = \{[^}]*\.index = 1,/);
	assert.match(source, /n_db_queries = 2;/);
});

const refused = [
	['a fragment in a fragment', plain('SELECT 1 AS n\nWHERE 1 [a? AND :a\n[b? AND :b]];'), 7, /do not nest/],
	['a fragment that stays open', plain('SELECT 1 AS n WHERE :b\n[a? AND :a;'), 6, /not closed/],
	['an end without a beginning', plain('SELECT :a, :b AS n\n];'), 6, /\] without/],
	['a bracket of no kind', plain('SELECT :a, :b AS n\n[AND x];'), 6, /begins no fragment/],
	['a condition nobody gives', plain('SELECT :a, :b AS n\n[c? AND x];'), 6, /c\? of one is not in its "-- in:"/],
	['a mark nobody gives', plain('SELECT :a, :b, :c AS n;'), 1, /:c of one/],
	['a parameter that is never used', plain('SELECT :a AS n;'), 1, /b of one is never used/],
	['a condition that cannot be told', plain('SELECT 1 AS n [a? AND :a];', '-- in: a real\n-- out: n int\n'), 5, /real is given/],
	['a page without sorts', list('SELECT t.id, t.name FROM t t WHERE t.b = :b [page];', '-- key: t.id of t t\n'), 1, /is a list/],
	['sorts without a page', list('SELECT t.id, t.name FROM t t WHERE t.b = :b;', heads), 1, /is a list/],
	['something behind the page', list('SELECT t.id, t.name FROM t t WHERE t.b = :b [page]\nLIMIT 1;', heads), 7, /\[page\] ends/],
	['a key that is no column', list('SELECT t.id, t.name FROM t t WHERE t.b = :b [page];', '-- sorts: name: t.name\n-- key: t.ref of t t\n'), 1, /key/],
	['a search without a place', list('SELECT t.id, t.name FROM t t WHERE t.b = :b [page];', sound), 1, /go together/],
	['a place without a search', list('SELECT t.id, t.name FROM [search] t t WHERE t.b = :b [page];', heads), 1, /go together/],
	['a sort without a name', list('SELECT t.id, t.name FROM t t WHERE t.b = :b [page];', '-- sorts: t.name\n-- key: t.id of t t\n'), 1, /is not NAME/],
	['two sorts of one name', list('SELECT t.id, t.name FROM t t WHERE t.b = :b [page];', '-- sorts: a: t.name | a: t.id\n-- key: t.id of t t\n'), 1, /same name/],
];
for (const [what, text, line, words] of refused)
	test(`${what} is refused, with its file and line`, () => {
		const { error } = generate(text);
		assert.match(error ?? '', words);
		assert.ok(error.startsWith(`sql/query/a.sql:${line}: `), error);
	});
