// matrix.test.mjs: promise 7. Every route × role × owner × method, expected from one table; a route without a row fails.
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { after, before, test } from "node:test";
import { Client, forms, raw, signIn } from "../lib/http.mjs";
import { sharedInstance } from "../lib/instance.mjs";
import { definition, fingerprint, publish, text, visit } from "../lib/surveys.mjs";

/* A row of the table:
 *	who	none: everybody; "signed_in"; roles. commissioner: and only who acts for the commissioner
 *	at	the address, of a survey's slug; or of: "person", …: the :part is each of records[of] in turn
 *	ok	what whoever may gets. Of a POST: without a token of the form, 403
 *	empty	of a POST: what whoever may gets for an empty form with a right token (none: it would act; not tried)
 *	owned	it belongs to an organisation: another one's is 404, the same as not there
 *	states	of a record in that state another status than `ok` (`empty` for a POST)
 * Whoever may not gets 403, with a right token too; nobody is sent to sign in. */
const readers = ["author", "auditor"];
const runs = { who: ["administrator"], commissioner: true }, watches = { who: ["auditor", "administrator"], commissioner: true };
const staff = { who: ["author", "incident_manager", "contract_reviewer", "auditor", "administrator"], commissioner: true };
const askedBy = (slug) => Object.keys(surveys).find((code) => surveys[code] === slug);
const table = {
	"GET / public": { ok: 200 },
	"GET /accessibility public,staff": { ok: 200 },
	"GET /privacy public,staff": { ok: 200 },
	"GET /health public,staff": { ok: 200 },
	"GET /s/:slug public": { at: (slug) => `/s/${slug}`, ok: 200 },
	"GET /s/:slug/:page public": { at: (slug) => `/s/${slug}/1`, ok: 200 },
	"POST /s/:slug/:page public": { at: (slug) => `/s/${slug}/1`, ok: 400 }, // without a state
	"GET /s/:slug/sent/:token public": { at: (slug) => `/s/${slug}/sent/x`, ok: 404 }, // without a token of ours
	"GET / staff": { who: "signed_in", ok: 200 },
	"GET /help staff": { who: "signed_in", ok: 200 },
	"GET /sign-in staff": { ok: { nobody: 200, person: 303 } },
	"POST /sign-in staff": { ok: 403 }, // without a token of the form
	"POST /sign-out staff": { who: "signed_in", ok: 403 },
	"GET /acting staff": { who: "signed_in", ok: 200 },
	"POST /acting staff": { who: "signed_in", ok: 403 }, // without a token of the form
	"GET /kept/:id staff": { at: () => "/kept/AAAAAAAAAAAAAAAAAAAAAA", who: "signed_in", ok: 404 },
	"POST /kept/:id/remove staff": { at: () => "/kept/AAAAAAAAAAAAAAAAAAAAAA/remove", who: "signed_in", ok: 403 },
	"GET /sign-in/recovery staff": { ok: { nobody: 200, person: 303 } },
	"POST /sign-in/recovery staff": { ok: 403 },
	"GET /join/:token staff": { at: () => "/join/x", ok: 404 }, // no link of ours
	"POST /join/:token staff": { at: () => "/join/x", ok: 403, empty: 404 }, // without a token of the form
	"GET /reset/:token staff": { at: () => "/reset/x", ok: 404 },
	"POST /reset/:token staff": { at: () => "/reset/x", ok: 403, empty: 404 },
	"GET /device/:token staff": { at: () => "/device/x", ok: 404 },
	"POST /device/:token staff": { at: () => "/device/x", ok: 403, empty: 404 },
	"GET /forgotten staff": { ok: 200 },
	"POST /forgotten staff": { ok: 403, empty: 422 },
	"GET /settings staff": { ...watches, ok: 200 },
	"GET /settings/:group staff": { ...runs, at: () => "/settings/contact", ok: 200 },
	"POST /settings/:group staff": { ...runs, at: () => "/settings/contact", ok: 403, empty: 422 },
	"GET /account staff": { who: "signed_in", ok: 200 },
	"GET /account/password staff": { who: "signed_in", ok: 200 },
	"POST /account/password staff": { who: "signed_in", ok: 403, empty: 422 }, // without a token of the form
	"GET /account/device staff": { who: "signed_in", ok: 200 },
	"POST /account/device staff": { who: "signed_in", ok: 403, empty: 422 },
	"GET /account/recovery-codes staff": { who: "signed_in", ok: 200 },
	"POST /account/recovery-codes staff": { who: "signed_in", ok: 403, empty: 422 },
	"GET /account/sign-out-everywhere staff": { who: "signed_in", ok: 200 },
	"POST /account/sign-out-everywhere staff": { who: "signed_in", ok: 403 },
	"GET /people staff": { ...watches, ok: 200 },
	"GET /people.csv staff": { ...watches, ok: 200 },
	"GET /people/invite staff": { ...runs, ok: 200 },
	"POST /people/invite staff": { ...runs, ok: 403, empty: 422 },
	"GET /people/signed-in staff": { ...watches, ok: 200 },
	"GET /people/devices staff": { ...watches, ok: 200 },
	"GET /people/devices/:request staff": { ...watches, of: "request", ok: 200 },
	"GET /people/devices/:request/answer staff": { ...runs, of: "request", ok: 200 },
	"POST /people/devices/:request/answer staff": { ...runs, of: "request", ok: 403, empty: 422 },
	"GET /people/:person staff": { ...watches, of: "person", ok: 200 },
	"GET /people/:person/edit staff": { ...runs, of: "person", ok: 200 },
	"POST /people/:person/edit staff": { ...runs, of: "person", ok: 403, empty: 422 },
	"GET /people/:person/roles staff": { ...runs, of: "person", ok: 200 },
	"POST /people/:person/roles staff": { ...runs, of: "person", ok: 403, empty: 422 },
	"GET /people/:person/disable staff": { ...runs, of: "person", ok: 200, states: { disabled: 303 } },
	"POST /people/:person/disable staff": { ...runs, of: "person", ok: 403, empty: 422, states: { disabled: 303 } },
	"GET /people/:person/enable staff": { ...runs, of: "person", ok: 200, states: { active: 303, invited: 303 } },
	"POST /people/:person/enable staff": { ...runs, of: "person", ok: 403, empty: 422, states: { active: 303, invited: 303 } },
	"GET /people/:person/send-again staff": { ...runs, of: "person", ok: 404, states: { invited: 200 } },
	"POST /people/:person/send-again staff": { ...runs, of: "person", ok: 403 },
	"GET /people/:person/sign-out staff": { ...runs, of: "person", ok: 200 },
	"POST /people/:person/sign-out staff": { ...runs, of: "person", ok: 403 },
	"GET /people/:person/device staff": { ...runs, of: "person", ok: 200, states: { invited: 404, disabled: 404 } },
	"POST /people/:person/device staff": { ...runs, of: "person", ok: 403, empty: 422, states: { invited: 404, disabled: 404 } },
	"GET /mail staff": { ...watches, ok: 200 },
	"GET /mail.csv staff": { ...watches, ok: 200 },
	"GET /mail/test staff": { ...runs, ok: 200 },
	"POST /mail/test staff": { ...runs, ok: 403, empty: 422 },
	"GET /mail/:message staff": { ...watches, of: "message", ok: 200 },
	"POST /mail/:message/retry staff": { ...runs, of: "message", ok: 403 },
	"POST /mail/:message/give-up staff": { ...runs, of: "message", ok: 403 },
	"GET /organisations staff": { ...staff, ok: 200 },
	"GET /organisations.csv staff": { ...staff, ok: 200 },
	"GET /organisations/new staff": { ...runs, ok: 200 },
	"POST /organisations/new staff": { ...runs, ok: 403, empty: 422 },
	"GET /organisations/import staff": { ...runs, ok: 200 },
	"POST /organisations/import staff": { ...runs, ok: 403, empty: 422 },
	"GET /organisations/import/:id staff": { ...runs, at: () => `/organisations/import/${"0".repeat(32)}`, ok: 404 }, // see import.test.mjs
	"POST /organisations/import/:id staff": { ...runs, at: () => `/organisations/import/${"0".repeat(32)}`, ok: 403, empty: 404 },
	"GET /organisations/:code/edit staff": { ...runs, of: "organisation", ok: 200 },
	"POST /organisations/:code/edit staff": { ...runs, of: "organisation", ok: 403, empty: 422 },
	"GET /organisations/:code/close staff": { ...runs, of: "organisation", ok: 422, states: { open: 200 } },
	"POST /organisations/:code/close staff": { ...runs, of: "organisation", ok: 403, empty: 422 },
	"GET /organisations/:code/reopen staff": { ...runs, of: "organisation", ok: 422, states: { closed: 200, merged: 200 } },
	"POST /organisations/:code/reopen staff": { ...runs, of: "organisation", ok: 403, empty: 422 },
	"GET /organisations/:code/merge staff": { ...runs, of: "organisation", ok: 422, states: { open: 200, closed: 200 } },
	"POST /organisations/:code/merge staff": { ...runs, of: "organisation", ok: 403, empty: 422 },
	"GET /organisations/:code/list-size staff": { ...runs, of: "organisation", ok: 200, states: { commissioner: 404 } },
	"POST /organisations/:code/list-size staff": { ...runs, of: "organisation", ok: 403, empty: 422, states: { commissioner: 404 } },
	"GET /localities staff": { ...staff, ok: 200 },
	"GET /localities/new staff": { ...runs, ok: 200 },
	"POST /localities/new staff": { ...runs, ok: 403, empty: 422 },
	"GET /localities/:id/edit staff": { ...runs, of: "locality", ok: 200 },
	"POST /localities/:id/edit staff": { ...runs, of: "locality", ok: 403, empty: 422 },
	"GET /localities/:id/delete staff": { ...runs, of: "locality", ok: 200 },
	"POST /localities/:id/delete staff": { ...runs, of: "locality", ok: 403 },
	"GET /localities/:id/members staff": { ...runs, of: "locality", ok: 200 },
	"POST /localities/:id/members staff": { ...runs, of: "locality", ok: 403, empty: 303 },
	"GET /peer-groups staff": { ...staff, ok: 200 },
	"GET /peer-groups/new staff": { ...runs, ok: 200 },
	"POST /peer-groups/new staff": { ...runs, ok: 403, empty: 422 },
	"GET /peer-groups/:id/edit staff": { ...runs, of: "peer_group", ok: 200 },
	"POST /peer-groups/:id/edit staff": { ...runs, of: "peer_group", ok: 403, empty: 422 },
	"GET /peer-groups/:id/delete staff": { ...runs, of: "peer_group", ok: 200 },
	"POST /peer-groups/:id/delete staff": { ...runs, of: "peer_group", ok: 403 },
	"GET /peer-groups/:id/members staff": { ...runs, of: "peer_group", ok: 200 },
	"POST /peer-groups/:id/members staff": { ...runs, of: "peer_group", ok: 403, empty: 303 },
	"GET /organisations/:code staff": { at: (slug) => `/organisations/${askedBy(slug)}`, who: "signed_in", owned: true, ok: 200 },
	"GET /audit staff": { ...watches, ok: 200 },
	"GET /audit.csv staff": { ...watches, ok: 200 },
	"GET /audit/anchors staff": { ...watches, ok: 200 },
	"GET /audit/anchors.csv staff": { ...watches, ok: 200 },
	"GET /surveys staff": { who: readers, ok: 200 },
	"GET /surveys.csv staff": { who: readers, ok: 200 },
	"GET /surveys/:slug staff": { at: (slug) => `/surveys/${slug}`, who: readers, owned: true, ok: 200 },
	"GET /surveys/:slug/results staff": { at: (slug) => `/surveys/${slug}/results`, who: readers, owned: true, ok: 200 },
	"GET /surveys/:slug/results.csv staff": { at: (slug) => `/surveys/${slug}/results.csv`, who: readers, owned: true, ok: 200 },
	"GET /surveys/:slug/results/:question staff": { at: (slug) => `/surveys/${slug}/results/words`, who: readers, owned: true, ok: 200 },
	"GET /surveys/:slug/responses.csv staff": { at: (slug) => `/surveys/${slug}/responses.csv`, who: readers, owned: true, ok: 200 },
};
const roles = ["practice_member", "provider_member", "author", "incident_manager", "contract_reviewer", "auditor", "administrator"];

/* Records by kind and state; "none" is not there. Filled by before(). */
const records = {};
let it, people, surveys, routes, before_all;
before(async () => {
	it = await sharedInstance();
	const of = (code) => ({ code, name: `Test Practice ${code}`, kind: "practice" });
	surveys = {
		MATRIXA: await publish(it, definition({ organisation: of("MATRIXA") })),
		MATRIXB: await publish(it, definition({ organisation: of("MATRIXB") })),
		none: "no-such-survey",
	};
	for (const slug of [surveys.MATRIXA, surveys.MATRIXB])
		await visit(it, slug, { stance: "for", words: `words of ${slug}` });
	const wanted = [...roles.map((role) => [role, "MATRIXA"]), ["author", "MATRIXB"], ["auditor", "MATRIXB"], ["administrator", undefined],
		["author", undefined], ["auditor", undefined], ["author,incident_manager", "MATRIXA"], ["practice_member,provider_member", "MATRIXB"]];
	people = [{ name: "nobody", roles: [], client: new Client(it.staffUrl) }];
	for (const [role, organisation] of wanted) {
		const account = await it.addUser(role, { organisation }), client = await signIn(it, account);
		people.push({ name: `${role} of ${organisation ?? "the commissioner"}`, roles: role.split(","), organisation, client,
			csrf: /name="csrf" value="([^"]+)"/.exec((await client.get("/")).text)[1] });
	}
	routes = (await it.soundings(["--routes"])).stdout.trim().split("\n").map((line) => line.split("\t"));
	await makePeople();
	await makeOrganisations();
	await makeMail();
	before_all = await fingerprint(it);
});
after(() => it.release());

/** Somebody in each state, and a lost device in each. */
async function makePeople() {
	const one = async (query) => (await it.sql(query))[0][0];
	records.person = { none: "0000000000" };
	records.request = { none: "0000000000" };
	for (const state of ["active", "invited", "disabled"]) {
		const { email } = await it.addUser("author", { organisation: "MATRIXA" });
		await it.sql(`UPDATE person SET state = '${state}' WHERE email = '${email}'`);
		records.person[state] = await one(`SELECT ref FROM person WHERE email = '${email}'`);
	}
	const [{ email }, asker] = [await it.addUser("author"), await it.addUser("administrator")];
	for (const outcome of ["refused", "waiting"]) { // one at a time waits
		await it.sql(`INSERT INTO device_request (person_id, asked_by, asked_at, reason) SELECT p.person_id, a.person_id, UTC_TIMESTAMP(), '${outcome}'
			FROM person p JOIN person a WHERE p.email = '${email}' AND a.email = '${asker.email}'`);
		if (outcome === "refused")
			await it.sql("UPDATE device_request SET outcome = 'refused' WHERE reason = 'refused' AND outcome = 'waiting'");
		records.request[outcome] = await one(`SELECT ref FROM device_request WHERE reason = '${outcome}' ORDER BY request_id DESC LIMIT 1`);
	}
}

/** A practice in each state, and a group with and without practices. */
async function makeOrganisations() {
	const one = async (query) => (await it.sql(query))[0][0];
	records.organisation = { none: "MATRIXNONE", open: "MATRIXOPEN", closed: "MATRIXSHUT", merged: "MATRIXGONE",
		commissioner: await one("SELECT code FROM organisation WHERE kind = 'commissioner'") };
	records.locality = { none: "4000000000" };
	records.peer_group = { none: "4000000000" };
	for (const kind of ["locality", "peer_group"])
		for (const state of ["empty", "full"]) {
			await it.sql(`INSERT IGNORE INTO organisation_group (kind, name) VALUES ('${kind}', 'Matrix ${state}')`);
			records[kind][state] = await one(`SELECT group_id FROM organisation_group WHERE kind = '${kind}' AND name = 'Matrix ${state}'`);
		}
	for (const state of ["open", "closed", "merged"])
		await it.sql(`INSERT IGNORE INTO organisation (code, name, kind, locality_id, peer_group_id) VALUES ('${records.organisation[state]}', 'Matrix ${state}',
			'practice', ${records.locality.full}, ${records.peer_group.full})`);
	await it.sql("UPDATE organisation SET closed_on = '2024-01-01' WHERE code IN ('MATRIXSHUT', 'MATRIXGONE')");
	const [gone, open] = await Promise.all(["MATRIXGONE", "MATRIXOPEN"].map((code) => one(`SELECT organisation_id FROM organisation WHERE code = '${code}'`)));
	await it.sql(`UPDATE organisation SET successor_id = ${open} WHERE organisation_id = ${gone}`);
	await it.sql(`INSERT IGNORE INTO organisation_merge (organisation_id, into_id, merged_on) VALUES (${gone}, ${open}, '2024-01-01')`);
}

/** A message in each state. */
async function makeMail() {
	records.message = { none: "0".repeat(32) };
	for (const state of ["waiting", "failed", "sent", "given_up"]) {
		records.message[state] = randomBytes(16).toString("hex");
		await it.sql(`INSERT INTO mail (kind, recipient, subject, body, message_id, state, made_at, next_try_at, give_up_at, ended_at)
			VALUES ('test', 'matrix@test.example', 'Matrix', IF('${state}' = 'sent', NULL, 'x'), '${records.message[state]}', '${state}', UTC_TIMESTAMP(),
			UTC_TIMESTAMP() + INTERVAL 1 DAY, UTC_TIMESTAMP() + INTERVAL 3 DAY, IF('${state}' = 'waiting', NULL, UTC_TIMESTAMP()))`);
	}
}

const may = (person, row) => !row.who || (person.roles.length > 0 && !(row.commissioner && person.organisation)
	&& (row.who === "signed_in" || row.who.some((role) => person.roles.includes(role))));

function expected(person, row, owner) {
	if (!may(person, row))
		return person.roles.length ? 403 : 303;
	if (row.owned && (owner === "none" || (person.organisation && person.organisation !== owner)))
		return 404;
	return typeof row.ok === "number" ? row.ok : row.ok[person.roles.length ? "person" : "nobody"];
}

test("every route has its row, and every row its route", () => {
	assert.deepEqual(routes.map(([method, path, pools]) => `${method} ${path} ${pools}`).sort(), Object.keys(table).sort());
});

test("who may is in the table of routes as it is in ours", () => {
	for (const [method, path, pools, who] of routes) {
		const row = table[`${method} ${path} ${pools}`];
		assert.equal(who, (row.who === undefined ? "everyone" : [row.who].flat().join(",")) + (row.commissioner ? " of_commissioner" : ""),
			`${method} ${path}`);
	}
});

for (const [key, row] of Object.entries(table))
	test(`${key}: every role, own and other's`, async () => {
		if (row.of)
			return; // below, state by state
		const [method, pattern, pools] = key.split(" ");
		const owners = row.owned || pattern.includes(":slug") ? Object.keys(surveys) : ["MATRIXA"];
		for (const pool of pools.split(","))
			for (const owner of owners)
				for (const person of people) {
					const path = row.at?.(surveys[owner]) ?? pattern;
					const client = pool === "staff" ? person.client : new Client(it.publicUrl);
					const answer = await client.request(path, method === "POST"
						? { method, headers: { "content-type": "application/x-www-form-urlencoded" }, body: "go=on" } : {});
					const due = pool === "public" && owner === "none" ? 404 : expected(person, row, owner);
					assert.equal(answer.status, due, `${method} ${path} on ${pool} as ${person.name}`);
					if (due === 303)
						assert.equal(answer.location, person.roles.length ? "/" : "/sign-in");
					// An answer never holds what is another's.
					const others = Object.values(surveys).filter((slug) => person.organisation && slug !== surveys[person.organisation] && slug !== surveys.none);
					if (pool === "staff" && person.organisation && !path.includes(others[0]))
						assert.ok(!others.some((slug) => answer.text.includes(slug)), `${path} as ${person.name} names another's survey`);
				}
	});

const refused = { role: /You cannot open this page/, token: /This form is too old to send/ };
for (const [key, row] of Object.entries(table).filter(([name, { who }]) => name.startsWith("POST") && name.endsWith("staff") && who))
	test(`${key}: with a right token, every role and state`, async () => {
		const pattern = key.split(" ")[1], states = row.of ? Object.entries(records[row.of]) : [["any", undefined]];
		for (const person of people.filter(({ csrf }) => csrf))
			for (const [state, value] of states) {
				const path = row.of ? pattern.replace(/:[a-z_]+/, value) : row.at?.(surveys.MATRIXA) ?? pattern;
				if (!may(person, row)) {
					const answer = await person.client.post(path, { csrf: person.csrf });
					assert.equal(answer.status, 403, `${path} as ${person.name}`);
					assert.match(answer.text, refused.role, `${path} as ${person.name}: it is the role`);
					continue;
				}
				const without = await person.client.post(path, { go: "on" });
				assert.equal(without.status, 403);
				assert.match(without.text, refused.token);
				if (row.empty === undefined)
					continue;
				const answer = await person.client.post(path, { csrf: person.csrf });
				assert.equal(answer.status, state === "none" ? 404 : row.states?.[state] ?? row.empty, `empty form, ${path} (${state}) as ${person.name}`);
			}
	});

for (const [key, row] of Object.entries(table).filter(([name, { of }]) => name.startsWith("GET") && of))
	test(`${key}: every role and state`, async () => {
		for (const person of people)
			for (const [state, value] of Object.entries(records[row.of])) {
				const path = key.split(" ")[1].replace(/:[a-z_]+/, value), answer = await person.client.get(path);
				const due = !may(person, row) ? (person.roles.length ? 403 : 303)
					: state === "none" ? 404 : row.states?.[state] ?? row.ok;
				assert.equal(answer.status, due, `${path} (${state}) as ${person.name}`);
			}
	});

test("the auditor reads everything, and changes nothing", () => {
	// A form that changes something is no reading.
	const forms = new Set(routes.filter(([method]) => method === "POST").map(([, path]) => path));
	for (const [method, path, pools, who] of routes.filter(([, , pool, roles]) => pool === "staff" && !/everyone|signed_in/.test(roles)))
		assert.equal(/\bauditor\b/.test(who), method === "GET" && !forms.has(path), `${method} ${path} ${pools}: ${who}`);
});

test("not there and not theirs are the same page", async () => {
	const person = people.find(({ name }) => name === "author of MATRIXA");
	for (const row of Object.values(table).filter(({ owned }) => owned)) {
		const [theirs, nowhere] = await Promise.all([surveys.MATRIXB, surveys.none].map((slug) => person.client.get(row.at(slug))));
		assert.equal(theirs.text, nowhere.text);
		assert.deepEqual([...theirs.headers].filter(([name]) => name !== "date"), [...nowhere.headers].filter(([name]) => name !== "date"));
	}
});

test("lists hold one's own organisation's surveys; the commissioner's people see all", async () => {
	for (const person of people.filter(({ roles: list }) => list.some((role) => readers.includes(role))))
		for (const path of ["/surveys", "/surveys.csv"]) {
			const { text: page } = await person.client.get(path);
			for (const owner of ["MATRIXA", "MATRIXB"])
				assert.equal(page.includes(owner) || page.includes(surveys[owner]), !person.organisation || person.organisation === owner,
					`${path} as ${person.name}: ${owner}`);
		}
});

test("HEAD is as GET, without the body", async () => {
	for (const [key, row] of Object.entries(table).filter(([name]) => name.startsWith("GET"))) {
		const [, pattern, pools] = key.split(" ");
		for (const pool of pools.split(",")) {
			const person = people.find(({ name }) => name === "author of MATRIXA");
			const client = pool === "staff" ? person.client : new Client(it.publicUrl);
			const path = row.at?.(surveys.MATRIXA) ?? pattern;
			const [get, head] = [await client.get(path), await client.request(path, { method: "HEAD" })];
			assert.equal(head.status, get.status, path);
			assert.equal(head.text, "");
			assert.equal(head.headers.get("content-type"), get.headers.get("content-type"), path);
			// Bytes too: a body after HEAD would be taken for the next answer.
			const bytes = await raw(it[`${pool}Port`], `HEAD ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
			assert.equal(bytes.body.length, 0, path);
		}
	}
});

test("the other method is 405 with Allow, and changes nothing", async () => {
	const person = people.find(({ name }) => name === "author of the commissioner");
	const csrf = /name="csrf" value="([^"]+)"/.exec((await person.client.get("/")).text)[1];
	for (const [method, pattern, pools] of routes)
		for (const pool of pools.split(",")) {
			const both = routes.some(([other, path, list]) => other !== method && path === pattern && list.split(",").includes(pool));
			const client = pool === "staff" ? person.client : new Client(it.publicUrl);
			const path = table[`${method} ${pattern} ${pools}`].at?.(surveys.MATRIXA) ?? pattern;
			const methods = ["PUT", "DELETE", "PATCH", "OPTIONS", ...(both ? [] : [method === "GET" ? "POST" : "GET"])];
			for (const other of methods) {
				const answer = other === "POST" ? await client.post(path, { csrf }) : await client.request(path, { method: other });
				assert.equal(answer.status, 405, `${other} ${path} on ${pool}`);
				assert.ok(answer.headers.get("allow"), `${other} ${path}: Allow`);
				assert.ok(!answer.headers.get("allow").split(", ").includes(other));
			}
		}
	assert.equal((await person.client.get("/")).status, 200, "still signed in");
});

test("tokens of forms: none, cut, altered, another person's, twice: 403, and nothing happens", async () => {
	const [one, two] = [people.find(({ name }) => name === "author of MATRIXA"), people.find(({ name }) => name === "author of MATRIXB")];
	const tokenOf = async (person) => /name="csrf" value="([^"]+)"/.exec((await person.client.get("/")).text)[1];
	const [mine, theirs] = [await tokenOf(one), await tokenOf(two)];
	for (const body of ["", "csrf=", `csrf=${theirs}`, `csrf=${mine.slice(0, -1)}`, `csrf=${mine}x`, `csrf=${mine}&csrf=${mine}`,
		`csrf=${mine[0] === "A" ? "B" : "A"}${mine.slice(1)}`, `CSRF=${mine}`, `csrf[]=${mine}`])
		for (const path of ["/sign-out", "/sign-in"]) {
			const answer = await one.client.post(path, body);
			assert.equal(answer.status, 403, `${path} ${body.slice(0, 20)}`);
			assert.equal((await one.client.get("/")).status, 200, "still signed in");
		}
	assert.equal((await one.client.post(`/sign-out?csrf=${mine}`, "")).status, 403, "not from the query");
	// control: with their own it works, and afterwards the old token is worth nothing
	const answer = await one.client.submit(await one.client.get("/"), {}, { form: 0 });
	assert.equal(answer.status, 303);
	const page = await one.client.get("/sign-in");
	assert.match(text(page), /signed out/);
	assert.equal(forms(page.text).length, 1);
	assert.equal((await one.client.get("/surveys")).location, "/sign-in");
	assert.equal((await one.client.post("/sign-in", { csrf: mine, email: "a@b.example", password: "x", code: "1" })).status, 403);
});

test("nothing was changed by all this", async () => {
	assert.equal(await fingerprint(it), before_all);
});
