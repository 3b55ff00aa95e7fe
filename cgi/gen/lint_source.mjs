// lint_source.mjs: our own rules about source text, the ones no compiler knows (shared style: see cgi/README.md).
// lintSource(file, text) gives [{ file, line, rule, message }]. A line that must break a rule says so itself, with the reason:
// a comment "lint: RULE because …" on it or just above it.
import fs from 'node:fs';
import path from 'node:path';

// Files that own a mechanism, and why they may.
const owners = {
	'sql': {
		'cgi/db/db.c': 'sets up its own connection, and asks for its settings',
		'cgi/db/migrate.c': 'applies sql/schema, before which there is no named query',
	},
	'print': {
		'cgi/main.c': 'the command line', 'cgi/cli.c': 'the command line', 'cgi/db/migrate.c': 'the command line',
		'cgi/account/account.c': 'the command line', 'cgi/survey/tally.c': 'the command line',
		'cgi/frame/jobs.c': 'the command line', 'cgi/audit/audit_verify.c': 'the command line', 'cgi/survey/survey_import.c': 'the command line',
		'cgi/import/import_command.c': 'the command line', 'cgi/incident/incident_import.c': 'the command line', 'cgi/contract/contract_import.c': 'the command line', 'cgi/frame/fold.c': 'the command line',
		'cgi/people/person_command.c': 'the command line',
	},
	'global': {
		'cgi/page/tpl.cc': 'the templates, loaded and frozen before the first request',
		'cgi/setting/setting.c': 'the settings, a copy of a second ago; nothing of a person is in it',
		'cgi/survey/survey_db.c': 'the compiled surveys, one cache a process; nothing of a person is in it',
		'cgi/frame/fcgi.c': 'the worker\'s sockets and its "stop" flag',
	},
};

// Other people's memory, given back with free() where it was taken; numbers whose digits were counted before.
const json = 'json_dumps makes its text with malloc';
const callers = {
	'cgi/audit/audit.c': { free: json }, 'cgi/frame/kept.c': { free: json },
	'cgi/account/account.c': { free: 'liboath makes its text with malloc' },
	'cgi/db/db.c': { atoi: 'a port, from our own settings' },
	'cgi/db/migrate.c': { free: 'scandir', atoi: 'NNNN of a file\'s name' },
	'cgi/import/import_plan.c': { free: json }, 'cgi/import/import_store.c': { free: json }, 'cgi/import/import_pages.c': { free: json },
	'cgi/survey/response_db.c': { free: json }, 'cgi/survey/survey_import.c': { free: json }, 'cgi/survey/survey_visit.c': { free: json }, 'cgi/form/form.c': { free: json },
	'cgi/survey/survey.c': { atoi: 'a page, one to three digits' },
};

const calls = {
	malloc: 'talloc on the request', calloc: 'NEW_ARRAY', realloc: 'talloc_realloc', free: 'hang it on a talloc context',
	strdup: 'text_copy', strndup: 'text_copyn', asprintf: 'text_format', vasprintf: 'text_format', alloca: 'talloc',
	sprintf: 'snprintf or text_format', vsprintf: 'vsnprintf', strcpy: 'text_copy', stpcpy: 'text_copy', strcat: 'struct buf',
	strncpy: 'memcpy with a known length', strncat: 'struct buf', gets: 'fgets', scanf: 'a parser',
	atoi: 'strtoll with its end', atol: 'strtoll with its end', atoll: 'strtoll with its end', atof: 'strtod with its end',
	system: 'nothing: the program starts no other', popen: 'nothing: the program starts no other', tmpnam: 'mkstemp',
	mktemp: 'mkstemp', rand: 'randombytes_buf', random: 'randombytes_buf', srand: 'randombytes_buf', strtok: 'strchr',
	setjmp: 'a return value', longjmp: 'a return value',
};

const sqlUpper = new RegExp('\\b(SELECT\\s|INSERT\\s|REPLACE INTO|UPDATE \\w+ SET|DELETE FROM|CREATE (TABLE|INDEX|USER|ROLE|OR)|' +
	'ALTER TABLE|DROP (TABLE|INDEX|USER)|GRANT \\w+|TRUNCATE|FROM [a-z_]+ WHERE|ORDER BY|GROUP BY|START TRANSACTION)');
const sqlLower = /\b(select\s.+\sfrom\s|insert\s+into\s|delete\s+from\s|update\s+\w+\s+set\s)/i;

// C with its comments and the insides of its strings blanked out (lines stay), and the strings themselves.
export function split(text) {
	const strings = [];
	let line = 1;
	const code = text.replace(/\/\*[^]*?\*\/|\/\/[^\n]*|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\n/g, (whole) => {
		if (whole === '\n') {
			line++;
			return whole;
		}
		if (whole[0] === '"')
			strings.push({ line, text: whole.slice(1, -1) });
		line += whole.split('\n').length - 1;
		return whole[0] === '"' ? '""' : whole[0] === "'" ? "''" : whole.replace(/[^\n]/g, ' ');
	});
	return { code, strings };
}

function columns(line) {
	let n = 0;
	for (const c of line)
		n = c === '\t' ? n + 8 - (n % 8) : n + 1;
	return n;
}

function checkFunctions(lines, report) {
	let begin = null;
	lines.forEach((line, i) => {
		if (line === '{')
			begin = i;
		if (/^\}/.test(line) && begin !== null) {
			if (i - begin + 1 >= 60)
				report(begin + 1, 'function-length', `this function has ${i - begin + 1} lines: under 60, so that it fits a screen`);
			begin = null;
		}
	});
}

// A name that can change while the program runs, outside a function or static inside one.
function isMutable(declaration) {
	const type = declaration.replace(/\s*(=.*|\[.*|;)$/, '');
	const afterPointer = type.includes('*') ? type.slice(type.lastIndexOf('*')) : type;
	return !/\bconst(expr)?\b/.test(afterPointer);
}

function checkGlobals(lines, report) {
	let depth = 0;
	lines.forEach((line, i) => {
		const inside = /^\s*static\s+(?!inline)(?!const\b[^*]*[=;[])[^(]*?(=|;|\[)/.test(line) && depth > 0;
		const outside = depth === 0 && !/^(extern|typedef|using|namespace|struct \w+;|enum \w+;|union \w+;|return|\}|#)/.test(line) &&
			/^[a-z_][\w\s*<>:]*[\s*]\w+\s*(\[[^\]]*\]\s*)*(=|;)/i.test(line);
		if ((inside || outside) && isMutable(line.trim()))
			report(i + 1, 'global', 'a variable that outlives the request: one person\'s data must never meet the next one\'s page');
		for (const c of line)
			depth += c === '{' ? 1 : c === '}' ? -1 : 0;
	});
}

function lintProgram(file, text, report) {
	const { code, strings } = split(text);
	const lines = code.split('\n');
	const owns = (rule) => owners[rule]?.[file] !== undefined;

	for (const item of strings) {
		if (!owns('sql') && (sqlUpper.test(item.text) || sqlLower.test(item.text)))
			report(item.line, 'sql', 'SQL belongs to sql/query, under a name');
		if (/<\/?[a-z]|<!|&(amp|lt|gt|quot|nbsp|#\d+);/.test(item.text))
			report(item.line, 'html', 'HTML (mail and SVG included) belongs to templates/');
	}
	lines.forEach((line, i) => {
		for (const [, name] of line.matchAll(/(?<![\w.>])([a-z]+)\s*\(/g))
			if (Object.hasOwn(calls, name) && !callers[file]?.[name])
				report(i + 1, 'call', `no ${name}(): ${calls[name]}`);
		if (/(?<![\w.>])(printf|puts|putchar|perror)\s*\(|\bstdout\b/.test(line) && !owns('print'))
			report(i + 1, 'print', 'a page prints nothing: fill a template (the log is fprintf(stderr, …))');
	});
	checkFunctions(lines, report);
	if (!owns('global') && !file.endsWith('.h'))
		checkGlobals(lines, report);
}

function checkFirstLine(file, text, report) {
	const name = path.posix.basename(file);
	const first = text.split('\n').find((line, i) => !(i === 0 && line.startsWith('#!'))) ?? '';
	const sign = { '.c': '/* ', '.h': '/* ', '.cc': '/* ', '.mjs': '// ', '.sh': '# ', '.scss': '// ' }[path.posix.extname(file)];
	if (sign && !first.startsWith(`${sign}${name}: `) && !(sign === '/* ' && first.startsWith(`// ${name}: `)))
		report(1, 'first-line', `the first line says what the file is for: ${sign}${name}: its one job`);
}

function checkWords(file, lines, report) {
	const isTest = file.startsWith('tests/');
	lines.forEach((line, i) => {
		if (/\b(TODO|FIXME|XXX)\b/.test(line))
			report(i + 1, 'unfinished', 'finish it, or write an issue');
		if (/\b(registry\.[a-z]+\.[a-z]+|[a-z]+\.debian\.org\/debian|proxy\.golang\.org|pypi\.org)\b/.test(line))
			report(i + 1, 'registry', 'no registry\'s host: the ordinary clients know where to ask');
		if (!isTest && /(^|[\s"'`=:(])\/(home|work|root|Users|tmp)\/[\w.$-]/.test(line))
			report(i + 1, 'machine-path', 'no absolute path of one machine');
		if (/^(<{7}|>{7}|={7}$)/.test(line))
			report(i + 1, 'unfinished', 'a conflict that was not resolved');
	});
}

function checkShell(text, report) {
	const lines = text.split('\n');
	const first = lines.findIndex((line) => line.trim() !== '' && !line.startsWith('#'));
	if (!/^set -(eu|euo|eux|ue)\b/.test(lines[first]))
		report(first + 1, 'shell', 'a shell script begins with "set -eu": it stops at the first failure');
}

export function lintSource(file, text) {
	const found = [];
	const lines = text.split('\n');
	const kind = path.posix.extname(file);
	const excused = (line, rule) => [lines[line - 1], lines[line - 2]].some((item) =>
		item?.includes(`lint: ${rule} because `));
	const report = (line, rule, message) => {
		if (!excused(line, rule))
			found.push({ file, line, rule, message });
	};

	checkFirstLine(file, text, report);
	checkWords(file, lines, report);
	// Every address in one table, every page function in one list: that is one job, however many there are.
	if (['.c', '.h', '.cc', '.mjs', '.sh', '.scss', '.tpl'].includes(kind) && !/(^|\/)cgi\/(routes\.c|pages\.h)$/.test(file) && lines.length > 501)
		report(501, 'file-length', `${lines.length - 1} lines: past 500 a file has two jobs`);
	if (kind === '.sh' || /^#!.*\b(ba)?sh\b/.test(lines[0]))
		checkShell(text, report);
	if (!['.c', '.h', '.cc'].includes(kind))
		return found;
	lines.forEach((line, i) => {
		if (columns(line) > 100)
			report(i + 1, 'columns', `${columns(line)} columns: at most 100 (a tab is 8)`);
		if (/[ \t]$/.test(line))
			report(i + 1, 'space', 'white space at the end of the line');
	});
	if (file.startsWith('cgi/'))
		lintProgram(file, text, report);
	else
		checkFunctions(split(text).code.split('\n'), report);
	return found;
}

const folders = ['cgi', 'templates', 'static', 'sql', 'nginx', 'tests', '.ci'];
const textKinds = /(\.(c|h|cc|mjs|sh|scss|tpl|sql|json|conf|md|html|service|socket|timer|template|in|1)|\/run|Makefile)$/;

export function ourFiles() {
	const files = ['Makefile', 'README.md', 'package.json'];
	const walk = (folder) => {
		for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
			const name = path.posix.join(folder, entry.name);
			if (entry.isDirectory() && name !== 'tests/fuzz/corpus')
				walk(name);
			else if (entry.isFile() && textKinds.test(name))
				files.push(name);
		}
	};
	folders.filter((folder) => fs.existsSync(folder)).forEach(walk);
	// The rules' own words, and the texts that prove them, would find themselves.
	return files.filter((file) => fs.existsSync(file) && !/(^|\/)lint_source(\.test)?\.mjs$/.test(file));
}

export function printFindings(findings) {
	for (const { file, line, rule, message } of findings)
		console.log(`${file}:${line}: ${rule}: ${message}`);
	process.exitCode = findings.length ? 1 : process.exitCode;
}

if (process.argv[1] === new URL(import.meta.url).pathname)
	printFindings(ourFiles().flatMap((file) => lintSource(file, fs.readFileSync(file, 'utf8'))));
