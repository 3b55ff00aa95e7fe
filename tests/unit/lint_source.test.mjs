// lint_source.test.mjs: our own greps find what they look for, and let the harmless neighbour pass.
import test from 'node:test';
import assert from 'node:assert/strict';
import { lintSource, split } from '../../cgi/gen/lint_source.mjs';

const rules = (file, text) => lintSource(file, text).map((finding) => finding.rule);
const c = (body) => `/* page.c: shows a page */\n${body}\n`;
const body = (lines) => c(`int f(void)\n{\n${'\tg();\n'.repeat(lines - 2)}}`);

// [rule, broken, harmless, file]
const cases = [
	['first-line', '/* shows a page */\n', c('')],
	['first-line', 'int x(void);\n', c('int x(void);')],
	['sql', c('\trun(db, "SELECT name FROM person");'), c('\tsay("Select one of the answers");')],
	['sql', c('\trun(db, "delete from person");'), c('\tsay("Delete this account");')],
	['sql', c('\trun(db, "UPDATE person SET name = ?");'), c('\tQ_RUN(db, person_update, .name = name);')],
	['html', c('\tbuf_adds(b, "<b>");'), c('\tbuf_adds(b, "a < b");')],
	['html', c('\tbuf_adds(b, "</svg>");'), c('\tASSERT(a </* no */ b);')],
	['html', c('\tbuf_adds(b, "&lt;");'), c('\tbuf_adds(b, "name=value&other=value");')],
	['call', c('\tp = malloc(10);'), c('\tp = talloc_size(ctx, 10);')],
	['call', c('\tfree(p);'), c('\ttalloc_free(p);')],
	['call', c('\tn = atoi(text);'), c('\tn = strtoll(text, &end, 10);')],
	['call', c('\tsprintf(a, "%d", 1);'), c('\tsnprintf(a, sizeof a, "%d", 1);')],
	['call', c('\tstrcat(a, b);'), c('\t/* strcat(a, b) would run over */')],
	['call', c('\tsystem(name);'), c('\tin->system(name);')],
	['print', c('\tprintf("%d", 1);'), c('\tfprintf(stderr, "%d", 1);')],
	['print', c('\tfputs("x", stdout);'), c('\tbuf_addf(b, "%d", 1);')],
	['global', c('static int count;'), c('static const int count = 3;')],
	['global', c('int count = 0;'), c('extern int count;')],
	['global', c('static const char *names[] = { "a" };'), c('static const char *const names[] = { "a" };')],
	['global', c('static struct survey *cache;'), c('static struct survey *get(void);')],
	['global', c('void f(void)\n{\n\tstatic int n;\n}'), c('void f(void)\n{\n\tint n;\n}')],
	['global', c('void f(void)\n{\n\tstatic const char *n = "a";\n}'), c('void f(void)\n{\n\tstatic const char *const n = "a";\n}')],
	['function-length', body(60), body(59)],
	['file-length', c('\n'.repeat(500)), c('\n'.repeat(490))],
	['columns', c(`\t/* ${'x'.repeat(90)} */`), c(`\t/* ${'x'.repeat(80)} */`)],
	['space', c('int x(void); '), c('int x(void);')],
	['unfinished', c('/* TODO: later */'), c('/* later, on purpose */')],
	['unfinished', '<<<<<<< HEAD\n', '-- a.sql: x\n', 'sql/a.sql'],
	['registry', 'see https://' + 'registry.' + 'npmjs.org/a\n', 'npm install\n', 'README.md'],
	['machine-path', 'see /home/me/x\n', 'see /surveys/x\n', 'README.md'],
	['machine-path', 'x="/tmp/a"\n', 'x="$VAR/tmp/a"\n', 'nginx/a.conf'],
	['shell', '#!/bin/sh\n# a.sh: runs\nrun\n', '#!/bin/sh\n# a.sh: runs\nset -eu\nrun\n', 'nginx/a.sh'],
	['shell', '#!/bin/bash\nset -e\n', '#!/bin/bash\nset -euo pipefail\n', '.ci/run'],
];

cases.forEach(([rule, broken, harmless, file = 'cgi/page/page.c'], i) => {
	test(`source: ${rule}, case ${i + 1}`, () => {
		assert.ok(rules(file, broken).includes(rule), `${broken}: ${rules(file, broken).join(' ') || 'nothing said'}`);
		assert.deepEqual(lintSource(file, harmless), []);
	});
});

test('source: the owner of a mechanism may', () => {
	assert.deepEqual(rules('cgi/db/db.c', '/* db.c: x */\nrun("SELECT 1 AS one");\n'), []);
	assert.deepEqual(rules('cgi/db/migrate.c', '/* migrate.c: x */\n\tfree(list);\n'), []);
	assert.deepEqual(rules('cgi/db/migrate.c', '/* migrate.c: x */\n\tp = malloc(1);\n'), ['call']);
	assert.ok(rules('cgi/cli.c', '/* cli.c: x */\nrun("SELECT 1 AS one");\n').includes('sql'));
});

test('source: a line says itself why it must break a rule, and no other rule', () => {
	assert.deepEqual(rules('cgi/page/page.c', c('\tfree(p); /* lint: call because jansson made it */')), []);
	assert.deepEqual(rules('cgi/page/page.c', c('\t/* lint: call because jansson made it */\n\tfree(p);')), []);
	assert.deepEqual(rules('cgi/page/page.c', c('\tfree(p); /* lint: sql because so */')), ['call']);
	assert.deepEqual(rules('cgi/page/page.c', c('\tfree(p); /* lint: call */')), ['call']);
});

test('source: comments and strings are told apart', () => {
	const { code, strings } = split('a("x /* y"); /* "z" */ b(\'"\', "\\"q");\n// "w"\n');
	assert.deepEqual(strings.map((item) => item.text), ['x /* y', '\\"q']);
	assert.doesNotMatch(code, /[xyzqw]/);
});
