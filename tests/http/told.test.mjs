// told.test.mjs: promise 10. No form of staff changes the database without a row of the trail: read from the sources here, and
// watched by serve() in every test (it ends the worker when a transaction has changed something and audit() was not called).
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { readQueries } from "../../cgi/gen/queries.mjs";
import { root } from "../lib/instance.mjs";

/** Who calls whom, of every file: { name: Set of the names with a bracket behind them, and of queries }. What is static is its file's own: "name @3". */
function callsOf(sources) {
	const calls = new Map(), made = [];
	sources.map((text) => text.replace(/\/\*[^]*?\*\/|"(?:[^"\\\n]|\\.)*"/g, "")).forEach((text, file) => {
		const own = new Set([...text.matchAll(/^static\b[^;{}=]*?\b(\w+)\([^;{}=]*\)\n\{/gm)].map(([, name]) => name));
		const tables = [...text.matchAll(/^(?:static )?const struct [^;={}()]*?\b(\w+)(?:\[[^\]]*\])* = \{([^]*?)^\};/gm)];
		tables.forEach(([, name]) => own.add(name));
		const called = (name) => own.has(name) ? `${name} @${file}` : name;
		for (const [, name, body] of tables) { // of functions
			calls.set(called(name), new Set());
			for (const [word] of body.matchAll(/\b\w+\b/g))
				made.push([calls.get(called(name)), called(word)]);
		}
		for (const [, head, body] of text.matchAll(/^(\w[^;{}=]*\))\n\{\n([^]*?)^\}/gm)) {
			const name = called(/(\w+)\(/.exec(head)[1]), found = calls.get(name) ?? new Set();
			for (const [, word, call] of body.matchAll(/\b(\w+)\b(\(?)/g)) // by name alone too: as an argument
				if (call || !/^audit(_as)?$/.test(word))
					made.push([found, called(word)]);
			for (const [, query] of body.matchAll(/\bQ_(?:RUN|RUN_COUNT)\(\s*[\w>.-]+,\s*(\w+)/g))
				found.add(`query ${query}`);
			calls.set(name, found);
		}
	});
	for (const [found, name] of made)
		if (calls.has(name) || /^(audit(_as)?|nothing)$/.test(name))
			found.add(name);
	return calls;
}

/** All that a function comes to, itself too. What refuses tells of a refusal, not of a change. */
const refusing = ["not_theirs", "person_refuse_own", "audit_refused"];
function reached(calls, from) {
	const seen = new Set([from]);
	for (const name of seen)
		for (const next of calls.get(name) ?? [])
			if (!refusing.includes(next))
				seen.add(next);
	return seen;
}

const files = readdirSync(join(root, "cgi"), { recursive: true }).filter((name) => name.endsWith(".c"));
const sources = files.map((name) => readFileSync(join(root, "cgi", name), "utf8"));
const queries = readQueries(join(root, "sql/query"));
const changing = new Set(queries.filter((query) => query.allowed.includes("staff") && query.untold === undefined && /^\s*(INSERT|UPDATE|DELETE|REPLACE)\b/i.test(query.sql))
	.map(({ name }) => `query ${name}`));
const posts = [...sources[files.indexOf("routes.c")].matchAll(/METHOD_POST, "([^"]+)", POOL_STAFF[^,]*,[^,]+,\s*(\w+) \}/g)].map(([, path, page]) => ({ path, page }));

const changes = (all) => [...all].filter((name) => changing.has(name));
const tells = (all) => all.has("audit") || all.has("audit_as");
/** Page functions that change something and never tell. */
const silent = (calls) => [...new Set(posts.map(({ page }) => page))].filter((page) => {
	const all = reached(calls, page);
	return changes(all).length > 0 && !tells(all);
});

// Pages that change no record: what they store is noted as "-- untold: why" at its query, or is nothing at all.
const changeNothing = ["account_forgotten_save", "import_save", "kept_remove", "register_import_save", "report_person_save", "report_step_save"];

test("each form of staff that changes something reaches audit()", () => {
	const calls = callsOf(sources);
	assert.ok(posts.length > 35, `${posts.length} routes were read`);
	for (const { page } of posts)
		assert.ok(calls.has(page), `${page} was not read`);
	assert.deepEqual(silent(calls), []);
	const pages = [...new Set(posts.map(({ page }) => page))];
	assert.deepEqual(pages.filter((page) => changes(reached(calls, page)).length === 0).sort(), changeNothing);
});

test("control: without its calls of audit(), each of them is found", () => {
	const mute = callsOf(sources.map((text) => text.replace(/\baudit(_as)?\(/g, "nothing(")));
	const pages = [...new Set(posts.map(({ page }) => page))];
	assert.deepEqual(silent(mute).sort(), pages.filter((page) => !changeNothing.includes(page)).sort());
});

test("what the trail needs not tell of says why, and is nothing of a person's rights or records", () => {
	const told = ["person_set_password", "person_set_device", "membership_add", "membership_remove", "person_set_state", "setting_change", "organisation_update", "session_end_all"];
	for (const { name, untold } of queries.filter((query) => query.untold !== undefined)) {
		assert.ok(untold.length > 10, name);
		assert.ok(!told.includes(name), name);
	}
});
