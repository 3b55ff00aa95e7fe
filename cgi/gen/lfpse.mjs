// lfpse.mjs: the code lists of Learn From Patient Safety Events, as choices of the form engine.
//	node cgi/gen/lfpse.mjs cgi/incident/lfpse_codes.tsv build/gen
// "level-of-physical-harm-5" becomes lfpse_level_of_physical_harm[] and n_lfpse_level_of_physical_harm; all lists are in lfpse_lists[].
import { existsSync, readFileSync, writeFileSync } from "node:fs";

const [file, folder] = process.argv.slice(2);
const lists = new Map();
for (const line of readFileSync(file, "utf8").split("\n").slice(1).filter(Boolean)) {
	const [list, title, code, display] = line.split("\t");
	const name = list.replace(/-\d+$/, "").replaceAll("-", "_");
	if (!lists.has(name))
		lists.set(name, { list, title, codes: [] });
	lists.get(name).codes.push([code, display.trim()]);
}
const quote = (text) => `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
const header = ["/* lfpse.h: made by cgi/gen/lfpse.mjs. */", "#ifndef LFPSE_H", "#define LFPSE_H", '#include "form.h"', "",
	"struct lfpse_list {", "\tconst char *name, *list, *title;", "\tconst struct choice *choices;", "\tsize_t n;", "};",
	"/* By name: \"level_of_physical_harm\"; `list` is LFPSE's own: \"level-of-physical-harm-5\". */",
	"extern const struct lfpse_list lfpse_lists[];", "extern const size_t n_lfpse_lists;", ""];
const source = ["/* lfpse.c: made by cgi/gen/lfpse.mjs. */", '#include "lfpse.h"', ""];
for (const [name, { codes }] of lists) {
	header.push(`enum { N_LFPSE_${name.toUpperCase()} = ${codes.length} };`, `extern const struct choice lfpse_${name}[N_LFPSE_${name.toUpperCase()}];`);
	source.push(`const struct choice lfpse_${name}[N_LFPSE_${name.toUpperCase()}] = {`,
		...codes.map(([code, display]) => `\t{ .code = ${quote(code)}, .label = ${quote(display)}, .hint = NULL },`), "};");
}
source.push("const struct lfpse_list lfpse_lists[] = {",
	...[...lists].map(([name, { list, title }]) => `\t{ "${name}", "${list}", ${quote(title)}, lfpse_${name}, N_LFPSE_${name.toUpperCase()} },`), "};",
	"const size_t n_lfpse_lists = sizeof lfpse_lists / sizeof *lfpse_lists;", "");
header.push("#endif", "");
// What would not change is left alone, so that nothing is compiled again.
for (const [name, lines] of [["lfpse.h", header], ["lfpse.c", source]]) {
	const path = `${folder}/${name}`, text = lines.join("\n");
	if (!existsSync(path) || readFileSync(path, "utf8") !== text)
		writeFileSync(path, text);
}
