// templates.mjs: checks templates/*.tpl, names their markers for C (build/gen/tpl_names.[ch]) and writes them to
// build/templates with the hashed names of static files in place.
import fs from 'node:fs';
import path from 'node:path';

const folder = 'templates';
const pragma = '{{%AUTOESCAPE context="HTML"}}';

function readTemplates() {
	return fs.readdirSync(folder).filter((name) => name.endsWith('.tpl')).sort().map((name) => ({
		name: name.slice(0, -4),
		file: path.posix.join(folder, name),
		text: fs.readFileSync(path.join(folder, name), 'utf8'),
	}));
}

// Every {{…}} but comments and the pragma: [kind, NAME]; kind is '' for a value, # for a section, > for an include.
function markers(template) {
	const found = new Map();
	for (const [, kind, name] of template.text.matchAll(/\{\{([#>]?)([A-Za-z_][A-Za-z0-9_]*)(?::[^}]*)?\}\}/g))
		found.set(kind + name, [kind, name]);
	return [...found.values()].filter(([, name]) => !name.startsWith('BI_'));
}

// A page calls a static file by its plain name; the browser is given the hashed one, which is kept for ever.
function hashNames(template, manifest, errors) {
	return template.text.replace(/\/static\/([A-Za-z0-9_.-]+)/g, (whole, name) => {
		if (!manifest[name]) {
			errors.push(`${template.file}: static file ${name} is not in build/static/manifest.json`);
			return whole;
		}
		return `/static/${manifest[name]}`;
	});
}

function writeChanged(file, text) {
	fs.mkdirSync(path.dirname(file), { recursive: true });
	if (!fs.existsSync(file) || fs.readFileSync(file, 'utf8') !== text)
		fs.writeFileSync(file, text);
}

function header(templates, names) {
	const list = (prefix, items) => items.map((item) => `\t${prefix}${item},\n`).join('');
	return `/* tpl_names.h: made from templates by cgi/gen/templates.mjs. */
#ifndef TPL_NAMES_H
#define TPL_NAMES_H

enum tpl_file {
${list('T_', templates.map((template) => template.name))}	T_COUNT
};

enum tpl_marker {
${list('M_', names)}	M_COUNT
};

/* What each marker is in a template; for tests that walk all of them. */
struct tpl_use {
	enum tpl_file file;
	enum tpl_marker marker;
	char kind; /* 'v' value, '#' section, '>' include */
};

extern const char *const tpl_file_names[T_COUNT];     /* "survey_start.tpl" */
extern const char *const tpl_marker_names[M_COUNT];   /* "TITLE" */
extern const struct tpl_use tpl_uses[];
extern const unsigned tpl_use_count;

#endif
`;
}

function source(templates, names) {
	const uses = templates.flatMap((template) => markers(template).map(([kind, name]) =>
		`\t{ T_${template.name}, M_${name}, '${kind || 'v'}' },\n`));
	return `/* tpl_names.c: made from templates by cgi/gen/templates.mjs. */
#include "tpl_names.h"

const char *const tpl_file_names[T_COUNT] = {
${templates.map((template) => `\t"${template.name}.tpl",\n`).join('')}};
const char *const tpl_marker_names[M_COUNT] = {
${names.map((name) => `\t"${name}",\n`).join('')}};
const struct tpl_use tpl_uses[] = {
${uses.join('')}};
const unsigned tpl_use_count = ${uses.length};
`;
}

const templates = readTemplates();
const errors = [];
let lint = null;
try {
	({ lintTemplate: lint } = await import('./lint_templates.mjs'));
} catch (error) {
	if (error.code !== 'ERR_MODULE_NOT_FOUND')
		throw error;
}
for (const template of templates) {
	if (!template.text.startsWith(pragma))
		errors.push(`${template.file}:1: must begin with ${pragma}`);
	for (const finding of lint ? lint(template.name, template.text) : [])
		errors.push(`${template.file}:${finding.line}: ${finding.rule}: ${finding.message}`);
}
const manifest = JSON.parse(fs.readFileSync('build/static/manifest.json', 'utf8'));
for (const template of templates)
	template.built = hashNames(template, manifest, errors);
if (errors.length) {
	console.error(errors.join('\n'));
	process.exit(1);
}
const names = [...new Set(templates.flatMap((template) => markers(template).map(([, name]) => name)))].sort();
writeChanged('build/gen/tpl_names.h', header(templates, names));
writeChanged('build/gen/tpl_names.c', source(templates, names));
for (const template of templates)
	writeChanged(`build/templates/${template.name}.tpl`, template.built);
for (const name of fs.readdirSync('build/templates'))
	if (!templates.some((template) => `${template.name}.tpl` === name))
		fs.unlinkSync(`build/templates/${name}`);
