// lint_schema.test.mjs: the rules about migrations and queries find what they look for, and let the harmless neighbour pass.
import test from 'node:test';
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { lintQueries, lintSchema, statements, tenantTables } from '../../cgi/gen/lint_schema.mjs';
import { readQueries } from '../../cgi/gen/queries.mjs';

const schema = (text, file = 'sql/schema/0001_a.sql') => lintSchema([{ file, text: `-- a: x\n${text}\n` }]).map((item) => item.rule);

function query(text) {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lint-'));
	try {
		fs.writeFileSync(path.join(folder, 'a.sql'), text);
		return lintQueries(readQueries(folder), ['survey', 'incident']).map((item) => item.rule);
	} finally {
		fs.rmSync(folder, { recursive: true });
	}
}

const migrations = [
	['again', 'CREATE TABLE a (\n\tb INT\n) COMMENT \'c\';', 'CREATE TABLE IF NOT EXISTS a (\n\tb INT\n) COMMENT \'c\';'],
	['again', 'CREATE ROLE a;', 'CREATE ROLE IF NOT EXISTS a;'],
	['again', 'ALTER TABLE a ADD COLUMN b INT;', 'ALTER TABLE a ADD COLUMN IF NOT EXISTS b INT;'],
	['again', 'INSERT INTO a VALUES (1);', 'INSERT INTO a VALUES (1) ON DUPLICATE KEY UPDATE b = 1;'],
	['again', 'DROP TABLE a;', 'DROP TABLE IF EXISTS a;'],
	['again', 'CREATE OR REPLACE TABLE a (b INT) COMMENT \'loses rows\';', 'CREATE OR REPLACE TRIGGER a BEFORE UPDATE ON b FOR EACH ROW SET NEW.c = 1;'],
	['comment', 'CREATE TABLE IF NOT EXISTS a (\n\tb INT COMMENT \'c\'\n);', 'CREATE TABLE IF NOT EXISTS a (\n\tb INT\n) COMMENT \'c\';'],
	['engine', 'CREATE TABLE IF NOT EXISTS a (\n\tb INT\n) ENGINE=MyISAM COMMENT \'c\';', 'CREATE TABLE IF NOT EXISTS a (\n\tb INT\n) ENGINE = InnoDB COMMENT \'c\';'],
	['grant', 'GRANT INSERT, SELECT (b) ON a TO c;', 'GRANT INSERT, UPDATE (b) ON a TO c;'],
	['statement', 'GRANT SELECT ON a TO b', 'GRANT SELECT ON a TO b;'],
	['statement', 'START TRANSACTION;', 'GRANT SELECT ON a TO b;'],
];

migrations.forEach(([rule, broken, harmless], i) => test(`schema: ${rule}, case ${i + 1}`, () => {
	assert.ok(schema(broken).includes(rule), broken);
	assert.deepEqual(schema(harmless), []);
}));

test('schema: numbers have no gap, and none twice', () => {
	const files = (...names) => lintSchema(names.map((name) => ({ file: `sql/schema/${name}`, text: '-- a: x\n' }))).map((item) => item.rule);
	assert.deepEqual(files('0001_a.sql', '0002_b.sql'), []);
	assert.deepEqual(files('0001_a.sql', '0003_b.sql'), ['number']);
	assert.deepEqual(files('0001_a.sql', '0001_b.sql'), ['number']);
	assert.deepEqual(files('1_a.sql'), ['number']);
});

test('schema: a statement ends by ; at a line\'s end, and comments are none', () => {
	const found = statements('-- a; b;\nGRANT a\n\tTO b; -- why;\n\nSET c = \';\' + 1;\n');
	assert.deepEqual(found.map((item) => [item.line, item.text]), [[2, 'GRANT a\n\tTO b;'], [5, 'SET c = \';\' + 1;']]);
});

const queries = [
	['public', '-- pool: public\nSELECT name FROM person;', '-- pool: staff\nSELECT name FROM person;'],
	['public', '-- pool: public staff\nSELECT a FROM survey JOIN session ON b;', '-- pool: public staff\nSELECT a FROM survey;'],
	['public', '-- pool: public\nSELECT answers FROM response;', '-- pool: public\nSELECT digest FROM response;'],
	['public', '-- pool: public\nUPDATE person SET name = 1 WHERE a = 1;', '-- pool: public\nINSERT INTO response (answers) VALUES (1);'],
	['star', '-- pool: staff\nSELECT * FROM a;', '-- pool: staff\nSELECT COUNT(*) AS n FROM a;'],
	['where', '-- pool: staff\nDELETE FROM a;', '-- pool: staff\nDELETE FROM a WHERE b = 1;'],
	['tenant', '-- pool: staff\nSELECT title FROM incident;', '-- in: o int\n-- pool: staff\nSELECT title FROM incident WHERE organisation_id = :o;'],
	['tenant', '-- pool: staff\nUPDATE incident SET a = 1 WHERE b = 1;', '-- tenant: learning is shared with all\n-- pool: staff\nSELECT title FROM incident;'],
];

queries.forEach(([rule, broken, harmless], i) => test(`queries: ${rule}, case ${i + 1}`, () => {
	assert.ok(query(`-- q: a sentence.\n${broken}\n`).includes(rule), broken);
	assert.deepEqual(query(`-- q: a sentence.\n${harmless}\n`), []);
}));

test('queries: tenants are the tables with an organisation', () => {
	const text = '-- a\nCREATE TABLE IF NOT EXISTS incident (\n\torganisation_id INT\n) COMMENT \'a\';\nCREATE TABLE IF NOT EXISTS b (\n\tc INT\n) COMMENT \'d\';\n';
	assert.deepEqual(tenantTables([{ file: 'a', text }]), ['incident']);
});

test('all of ours pass', () => {
	const files = fs.readdirSync('sql/schema').filter((name) => name.endsWith('.sql'))
		.map((name) => ({ file: `sql/schema/${name}`, text: fs.readFileSync(`sql/schema/${name}`, 'utf8') }));
	assert.deepEqual([...lintSchema(files), ...lintQueries(readQueries('sql/query'), tenantTables(files))], []);
});
