// people.test.mjs: people as administrators and auditors see them: inviting, changing, disabling, roles, lost devices.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Client, forms, signIn } from "../lib/http.mjs";
import { sharedInstance } from "../lib/instance.mjs";
import { definition, publish, text } from "../lib/surveys.mjs";

let it, boss, second, auditor, home;
const clients = {};
const one = async (query) => (await it.sql(query))[0]?.[0];
const idOf = (email) => one(`SELECT person_id FROM person WHERE email = '${email}'`);
const refOf = (email) => one(`SELECT ref FROM person WHERE email = '${email}'`);
const stateOf = (ref) => one(`SELECT state FROM person WHERE ref = '${ref}'`);
const rolesOf = async (ref) => (await it.sql(`SELECT o.code, m.role FROM membership m JOIN organisation o USING (organisation_id)
	JOIN person p ON p.person_id = m.person_id WHERE p.ref = '${ref}' ORDER BY o.code, m.role + 0`)).map((row) => row.join(" "));
/** What the trail says of a person, the newest last: [action, who, detail]. */
const trail = async (ref) => (await it.sql(`SELECT action, who, detail FROM audit WHERE subject = 'person' AND ref = '${ref}' AND action <> 'look' ORDER BY audit_id`))
	.map(([action, who, detail]) => [action, who, JSON.parse(detail)]);
const fresh = (word) => `${word}.${process.pid}.${Math.random().toString(36).slice(2, 8)}@people.example`;
/** Opens a form's page, changes it, sends it back to its own address. */
async function send(client, path, changes = {}, options = {}) {
	const page = await client.get(path);
	assert.equal(page.status, 200, `${path}: ${text(page).slice(0, 300)}`);
	return client.submit(page, changes, { form: mainForm(page), path, ...options });
}
const mainForm = (page) => forms(page.text).findIndex(({ action }) => action === "");
async function somebody(roles = "practice_member", organisation = "PEOPLEA") {
	const account = await it.addUser(roles, { organisation, email: fresh("somebody") });
	return { ...account, ref: await refOf(account.email) };
}

before(async () => {
	it = await sharedInstance();
	for (const code of ["PEOPLEA", "PEOPLEB"])
		await publish(it, definition({ organisation: { code, name: `People Practice ${code}`, kind: "practice" } }));
	await publish(it, definition({ organisation: { code: "PEOPLEV", name: "People Voluntary", kind: "voluntary" } }));
	home = await one("SELECT code FROM organisation WHERE kind = 'commissioner'");
	boss = await it.addUser("administrator", { email: fresh("boss"), name: "Boss One" });
	second = await it.addUser("administrator", { email: fresh("second"), name: "Second Boss" });
	auditor = await it.addUser("auditor", { email: fresh("auditor"), name: "Auditor Ann" });
	for (const account of [boss, second, auditor])
		account.ref = await refOf(account.email);
	[clients.boss, clients.second, clients.auditor] = await Promise.all([boss, second, auditor].map((account) => signIn(it, account)));
});
after(() => it.release());

const invitation = (changes = {}) => ({ name: "Ines Invited", email: fresh("ines"), organisation: "PEOPLEA", roles: ["practice_member"], ...changes });

test("a new device for an account that was disabled since waits for nobody", async () => {
	const who = await somebody();
	await it.sql(`UPDATE person SET name = 'Gone Since ${process.pid}' WHERE ref = '${who.ref}'`);
	const waits = async () => text(await clients.second.get("/people/devices")).includes(`Gone Since ${process.pid}`);
	assert.equal((await send(clients.boss, `/people/${who.ref}/device`, { reason: "Lost" })).status, 303);
	assert.equal(await waits(), true);
	assert.equal((await send(clients.boss, `/people/${who.ref}/disable`, { reason: "Left" })).status, 303);
	assert.equal(await waits(), false);
	await it.sql(`UPDATE device_request SET outcome = 'withdrawn', ended_at = UTC_TIMESTAMP() WHERE outcome = 'waiting' AND person_id = ${await idOf(who.email)}`);
});

test("the page of a person tells of roles in words, and help only of what one may open", async () => {
	const path = (await send(clients.boss, "/people/invite", invitation())).headers.get("location");
	const shown = text(await clients.auditor.get(path));
	assert.match(shown, /Roles: Practice member/);
	assert.doesNotMatch(shown, /practice_member/);
	const help = async (role, organisation) => text(await (await signIn(it, await it.addUser(role, organisation ? { organisation } : {}))).get("/help"));
	const own = await (await signIn(it, await it.addUser("practice_member", { organisation: "PEOPLEA" }))).get("/");
	assert.match(own.text, /href="\/organisations\/PEOPLEA"/);
	const [member, auditor_] = [await help("practice_member", "PEOPLEA"), await help("auditor")];
	assert.match(member, /signed out after \d+ minutes/);
	assert.doesNotMatch(member, /list of surveys|is closed, never deleted|CSV files/);
	assert.match(auditor_, /list of surveys.*is closed, never deleted.*CSV files/s);
});

test("an invitation: a person who cannot sign in yet, a token, a message, a row of the trail; then another like it", async () => {
	const in_ = invitation({ roles: ["practice_member", "author"], organisation: "People Practice PEOPLEA (PEOPLEA)" });
	const answer = await send(clients.boss, "/people/invite", in_);
	assert.equal(answer.status, 303, text(answer));
	const ref = await refOf(in_.email);
	assert.equal(answer.location, `/people/${ref}`);
	assert.match(ref, /^[0-9a-z]{10}$/);
	assert.deepEqual(await it.sql(`SELECT state, password_hash, totp_secret FROM person WHERE ref = '${ref}'`), [["invited", "", ""]]);
	assert.deepEqual(await rolesOf(ref), ["PEOPLEA practice_member", "PEOPLEA author"]);
	assert.deepEqual(await it.sql(`SELECT purpose, spent_at, expires_at > UTC_TIMESTAMP() FROM account_token WHERE person_id = ${await idOf(in_.email)}`),
		[["invite", "NULL", "1"]]);
	assert.equal(await one(`SELECT COUNT(*) FROM mail WHERE kind = 'invite' AND recipient = '${in_.email}'`), "1");
	const rows = await trail(ref);
	assert.deepEqual(rows, [["invite", boss.email, { name: in_.name, email: in_.email, organisation: "PEOPLEA", roles: "practice_member, author" }]]);
	const page = await clients.boss.get(answer.location);
	assert.match(text(page), /An invitation is on its way.*has been invited by a message to/);
	assert.ok(page.text.includes(`/people/invite?like=${ref}`));
	const next = await clients.boss.get(`/people/invite?like=${ref}`), form = forms(next.text)[mainForm(next)];
	assert.deepEqual(form.fields.filter(([name]) => name !== "csrf"), [["name", ""], ["email", ""], ["organisation", "People Practice PEOPLEA (PEOPLEA)"], ["roles", "practice_member"], ["roles", "author"]]);
	const from = forms((await clients.boss.get("/people/invite?organisation=PEOPLEB")).text).find(({ action }) => action === "");
	assert.ok(from.fields.some(([name, value]) => name === "organisation" && value === "People Practice PEOPLEB (PEOPLEB)"));
});

test("invited is not active: no session, no page, even with a row of a session", async () => {
	const in_ = invitation();
	await send(clients.boss, "/people/invite", in_);
	const run = await it.soundings(["GET", "/", "--as", in_.email]);
	assert.equal(run.status, 1, "nobody acts for who has not come yet");
});

test("slips are said beside the field, and everything typed stays", async () => {
	const cases = [
		[{ name: "" }, /Enter the person.s name/], [{ email: "nobody" }, /email address/i], [{ organisation: "" }, /Enter the organisation/],
		[{ organisation: "No such place" }, /There is no organisation with this code or name/], [{ roles: [] }, /Choose at least one role/],
		[{ roles: ["administrator"] }, /People of a practice can have these roles only: Practice member, Author/],
		[{ roles: ["practice_member"], organisation: "People Voluntary" }, /People of a voluntary organisation can have these roles only: Provider or voluntary member, Author/],
		[{ name: "x".repeat(201) }, /200 characters or fewer/],
	];
	for (const [change, words] of cases) {
		const in_ = invitation(change), answer = await send(clients.boss, "/people/invite", in_);
		assert.equal(answer.status, 422, JSON.stringify(change));
		assert.match(text(answer), words);
		assert.ok(answer.text.includes(in_.email) && answer.text.includes("There is a problem"));
		assert.equal(await refOf(in_.email), undefined);
	}
	const unknown = await send(clients.boss, "/people/invite", invitation({ roles: ["practice_member", "root"] }));
	assert.equal(unknown.status, 422);
});

test("an e-mail address that has an account: said plainly, with a link; two at once make one person", async () => {
	const known = await somebody();
	const answer = await send(clients.boss, "/people/invite", invitation({ email: known.email.toUpperCase() }));
	assert.equal(answer.status, 422);
	assert.match(text(answer), /This email address has an account already/);
	assert.ok(answer.text.includes(`href="/people/${known.ref}"`));
	const in_ = invitation(), page = await clients.boss.get("/people/invite"), other = await clients.second.get("/people/invite");
	const answers = await Promise.all([clients.boss.submit(page, in_, { form: mainForm(page), path: "/people/invite" }),
		clients.second.submit(other, in_, { form: mainForm(other), path: "/people/invite" })]);
	assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 422]);
	assert.equal(await one(`SELECT COUNT(*) FROM mail WHERE recipient = '${in_.email}'`), "1");
});

test("closed and ambiguous organisations are refused; a code wins over a name", async () => {
	const tag = Math.random().toString(36).slice(2, 7).toUpperCase();
	await it.sql(`INSERT INTO organisation (code, name, kind, closed_on) VALUES ('C${tag}', 'Closed ${tag}', 'practice', '2020-01-01'), ('D${tag}', 'Double ${tag}', 'practice', NULL),
		('E${tag}', 'Double ${tag}', 'practice', NULL), ('F${tag}', 'D${tag}', 'practice', NULL)`);
	const words = async (organisation) => text(await send(clients.boss, "/people/invite", invitation({ organisation })));
	assert.match(await words(`C${tag}`), /has closed/);
	assert.match(await words(`Double ${tag}`), /Several organisations have this name/);
	const in_ = invitation({ organisation: `d${tag.toLowerCase()}` });
	assert.equal((await send(clients.boss, "/people/invite", in_)).status, 303);
	assert.deepEqual(await rolesOf(await refOf(in_.email)), [`D${tag} practice_member`]);
});

test("the invitation again: a new link, the old one spent; withdrawn: none works; enabled: invited anew", async () => {
	const in_ = invitation();
	await send(clients.boss, "/people/invite", in_);
	const ref = await refOf(in_.email), id = await idOf(in_.email);
	const open = async () => (await it.sql(`SELECT HEX(token_hash) FROM account_token WHERE person_id = ${id} AND spent_at IS NULL`)).flat();
	const [first] = await open();
	assert.equal((await send(clients.boss, `/people/${ref}/send-again`)).status, 303);
	const [again, ...more] = await open();
	assert.notEqual(again, first);
	assert.deepEqual(more, []);
	assert.equal((await send(clients.boss, `/people/${ref}/disable`, { reason: "" })).status, 422);
	assert.equal((await send(clients.boss, `/people/${ref}/disable`, { reason: "Not coming" })).status, 303);
	assert.equal(await stateOf(ref), "disabled");
	assert.deepEqual(await open(), []);
	assert.equal((await clients.boss.get(`/people/${ref}/send-again`)).status, 404);
	assert.equal((await send(clients.boss, `/people/${ref}/enable`, { reason: "Coming after all" })).status, 303);
	assert.equal(await stateOf(ref), "invited");
	assert.equal((await open()).length, 1);
	assert.equal(await one(`SELECT COUNT(*) FROM mail WHERE kind = 'invite' AND recipient = '${in_.email}'`), "3");
	assert.deepEqual((await trail(ref)).slice(-2).map(([action, , detail]) => [action, detail]), [
		["change", { state: { from: "invited", to: "disabled" }, reason: "Not coming" }],
		["change", { state: { from: "disabled", to: "invited" }, reason: "Coming after all" }]]);
});

test("a page of a person: facts, roles, sessions, history; a look at it is in the trail", async () => {
	const who = await somebody("practice_member,author"), client = await signIn(it, who);
	await client.get("/");
	const page = await clients.auditor.get(`/people/${who.ref}`);
	assert.equal(page.status, 200);
	assert.match(text(page), /Active.*People Practice PEOPLEA ?: Practice member, Author.*Signed in now Since/s);
	assert.ok(!/\/people\/\w+\/(edit|roles|disable)/.test(page.text), "the auditor is offered nothing that changes");
	assert.equal(await one(`SELECT COUNT(*) FROM audit WHERE action = 'look' AND subject = 'person' AND ref = '${who.ref}' AND who = '${auditor.email}'`), "1");
	assert.match(text(await clients.auditor.get("/people/signed-in")), /Test Person.*People Practice PEOPLEA/s);
	for (const path of [`/people/${who.ref}`, "/people/signed-in", "/people/devices"])
		for (const answer of [await client.get(path), await clients.auditor.post(path, {})])
			assert.ok([403, 405].includes(answer.status), `${path}: ${answer.status}`);
	for (const ref of ["1", "0", "zzzzzzzzzz", who.ref.toUpperCase(), "%00", "' OR 1=1 -- ", `${who.ref} `])
		assert.ok([400, 404].includes((await clients.boss.get(`/people/${encodeURIComponent(ref)}`)).status), ref);
});

test("name and e-mail address: saved, said to the old address, sessions ended, links spent; taken by another: refused", async () => {
	const who = await somebody(), client = await signIn(it, who), email = fresh("new");
	const refused = await send(clients.boss, `/people/${who.ref}/edit`, { email: boss.email });
	assert.equal(refused.status, 422);
	assert.match(text(refused), /This email address belongs to another account/);
	assert.ok(refused.text.includes(`/people/${boss.ref}`));
	assert.equal((await client.get("/")).status, 200);
	assert.equal((await send(clients.boss, `/people/${who.ref}/edit`, { name: "New Name" })).status, 303);
	assert.equal((await client.get("/")).status, 200, "a new name ends no session");
	assert.equal((await send(clients.boss, `/people/${who.ref}/edit`, { email })).status, 303);
	assert.equal((await client.get("/")).location, "/sign-in");
	assert.equal(await one(`SELECT COUNT(*) FROM mail WHERE kind = 'email_changed' AND recipient = '${who.email}'`), "1");
	await signIn(it, { ...who, email }, { step: 1 });
	assert.deepEqual((await trail(who.ref)).slice(-2).map(([, , detail]) => detail),
		[{ name: { from: "Test Person", to: "New Name" } }, { email: { from: who.email, to: email } }]);
	const before_ = (await trail(who.ref)).length;
	assert.equal((await send(clients.boss, `/people/${who.ref}/edit`)).status, 303);
	assert.equal((await trail(who.ref)).length, before_, "nothing changed, nothing said");
});

test("two administrators at one form: the second is told what the first changed, keeps what they typed, and can save", async () => {
	const who = await somebody(), path = `/people/${who.ref}/edit`;
	const [mine, theirs] = [await clients.boss.get(path), await clients.second.get(path)];
	assert.equal((await clients.second.submit(theirs, { name: "Theirs" }, { form: mainForm(theirs), path })).status, 303);
	const answer = await clients.boss.submit(mine, { name: "Mine" }, { form: mainForm(mine), path });
	assert.equal(answer.status, 422);
	assert.match(text(answer), /Somebody else changed this to “Theirs” while you were typing/);
	assert.ok(answer.text.includes('value="Mine"'));
	assert.equal(await one(`SELECT name FROM person WHERE ref = '${who.ref}'`), "Theirs");
	assert.equal((await clients.boss.submit(answer, {}, { form: mainForm(answer), path })).status, 303);
	assert.equal(await one(`SELECT name FROM person WHERE ref = '${who.ref}'`), "Mine");
	// control: what does not touch is no conflict
	const [name, email] = [await clients.boss.get(path), await clients.second.get(path)];
	assert.equal((await clients.boss.submit(name, { name: "Again" }, { form: mainForm(name), path })).status, 303);
	const other = await clients.second.submit(email, { name: "Again", email: fresh("both") }, { form: mainForm(email), path });
	assert.equal(other.status, 303, text(other));
});

test("roles: given and taken at the next request, several organisations; conflicts; none at all is refused", async () => {
	const who = await somebody("practice_member"), path = `/people/${who.ref}/roles`, client = await signIn(it, who);
	assert.equal((await client.get("/surveys")).status, 403);
	assert.equal((await send(clients.boss, path, { "at-PEOPLEA": ["practice_member", "author"] })).status, 303);
	assert.equal((await client.get("/surveys")).status, 200);
	assert.equal((await send(clients.boss, path, { organisation: "PEOPLEB", roles: ["author"] })).status, 303);
	assert.deepEqual(await rolesOf(who.ref), ["PEOPLEA practice_member", "PEOPLEA author", "PEOPLEB author"]);
	const [mine, theirs] = [await clients.boss.get(path), await clients.second.get(path)];
	assert.equal((await clients.second.submit(theirs, { "at-PEOPLEA": ["practice_member"], "at-PEOPLEB": ["author"] }, { form: mainForm(theirs), path })).status, 303);
	assert.equal((await client.get("/surveys")).status, 403, "taken");
	const answer = await clients.boss.submit(mine, { "at-PEOPLEA": ["practice_member", "author"], "at-PEOPLEB": [] }, { form: mainForm(mine), path });
	assert.equal(answer.status, 422, text(answer));
	assert.match(text(answer), /Somebody else changed this to “practice_member”|Somebody else changed this to “Practice member”/);
	assert.equal((await send(clients.boss, path, { "at-PEOPLEA": [], "at-PEOPLEB": [] })).status, 422);
	assert.equal((await send(clients.boss, path, { organisation: "PEOPLEV", roles: [] })).status, 422);
	assert.equal((await send(clients.boss, path, { roles: ["author"] })).status, 422);
	assert.equal((await send(clients.boss, path, { organisation: "PEOPLEV", roles: ["auditor"] })).status, 422);
	assert.equal((await send(clients.boss, path, { "at-PEOPLEA": ["administrator"] })).status, 422, "an unknown choice there");
	assert.deepEqual(await rolesOf(who.ref), ["PEOPLEA practice_member", "PEOPLEB author"]);
	assert.deepEqual((await trail(who.ref)).at(-1)[2], { "roles for PEOPLEA": { from: "practice_member, author", to: "practice_member" } });
});

test("an organisation that somebody else added meanwhile is not taken away", async () => {
	const who = await somebody(), path = `/people/${who.ref}/roles`, mine = await clients.boss.get(path);
	await send(clients.second, path, { organisation: "PEOPLEB", roles: ["author"] });
	const answer = await clients.boss.submit(mine, { "at-PEOPLEA": ["author"] }, { form: mainForm(mine), path });
	assert.equal(answer.status, 422);
	assert.match(text(answer), /Somebody else changed this to “Author” while you were typing/);
	assert.equal((await clients.boss.submit(answer, {}, { form: mainForm(answer), path })).status, 303);
	assert.deepEqual(await rolesOf(who.ref), ["PEOPLEA author", "PEOPLEB author"]);
});

test("nobody changes their own roles, disables themselves, or asks for a new device for themselves", async () => {
	for (const act of ["roles", "disable", "enable", "device"]) {
		const path = `/people/${boss.ref}/${act}`, page = await clients.boss.get(path);
		assert.equal(page.status, 403, path);
		assert.match(text(page), /Another administrator does this/);
		const { fields } = forms((await clients.boss.get("/people/invite")).text).find(({ action }) => action === "");
		const csrf = fields.find(([name]) => name === "csrf")[1];
		assert.equal((await clients.boss.post(path, { csrf, reason: "x", [`at-${home}`]: "author", seen: "{}" })).status, 403);
	}
	assert.equal(await stateOf(boss.ref), "active");
});

test("disabled at the very next request, with the session that was open; enabled, with the same password", async () => {
	const who = await somebody(), client = await signIn(it, who);
	assert.equal((await client.get("/")).status, 200);
	assert.equal((await send(clients.boss, `/people/${who.ref}/disable`, { reason: "Left the practice" })).status, 303);
	assert.equal((await client.get("/")).location, "/sign-in");
	await assert.rejects(signIn(it, who, { step: 1 }));
	assert.equal((await send(clients.boss, `/people/${who.ref}/enable`, { reason: "Came back" })).status, 303);
	assert.equal((await client.get("/")).location, "/sign-in", "the old session stays ended");
	await it.sql(`UPDATE person SET totp_step = 0 WHERE ref = '${who.ref}'`);
	await signIn(it, who, { step: 1 });
});

test("signed out everywhere", async () => {
	const who = await somebody(), client = await signIn(it, who);
	assert.equal((await send(clients.boss, `/people/${who.ref}/sign-out`)).status, 303);
	assert.equal((await client.get("/")).location, "/sign-in");
	assert.equal((await trail(who.ref)).at(-1)[0], "sign_out");
});

test("the last administrator stays: two who disable each other, or take each other's role, at once", async () => {
	// All others sit out while this is tried.
	const others = (await it.sql(`SELECT DISTINCT p.person_id FROM person p JOIN membership m USING (person_id) JOIN organisation o ON o.organisation_id = m.organisation_id
		WHERE o.kind = 'commissioner' AND m.role = 'administrator' AND p.state = 'active' AND p.email NOT IN ('${boss.email}', '${second.email}')`)).flat();
	if (others.length)
		await it.sql(`UPDATE person SET state = 'invited' WHERE person_id IN (${others})`);
	const left = async () => Number(await one(`SELECT COUNT(DISTINCT p.person_id) FROM person p JOIN membership m USING (person_id) JOIN organisation o ON o.organisation_id = m.organisation_id
		WHERE o.kind = 'commissioner' AND m.role = 'administrator' AND p.state = 'active'`));
	const again = async () => {
		const both = `(SELECT person_id FROM person WHERE email IN ('${boss.email}', '${second.email}'))`;
		await it.sql(`UPDATE person SET state = 'active' WHERE email IN ('${boss.email}', '${second.email}')`);
		await it.sql(`UPDATE session SET ended_at = NULL WHERE person_id IN ${both}`);
		await it.sql(`INSERT IGNORE INTO membership SELECT p.person_id, o.organisation_id, 'administrator' FROM person p JOIN organisation o
			WHERE o.code = '${home}' AND p.person_id IN ${both}`);
	};
	try {
		assert.equal(await left(), 2);
		for (const [act, change] of [["disable", { reason: "Race" }], ["roles", { [`at-${home}`]: ["author"] }]])
			for (let i = 0; i < 8; i++) {
				const paths = [`/people/${second.ref}/${act}`, `/people/${boss.ref}/${act}`], both = [clients.boss, clients.second];
				const pages = await Promise.all(both.map((client, n) => client.get(paths[n])));
				const answers = await Promise.all(both.map((client, n) => client.submit(pages[n], change, { form: mainForm(pages[n]), path: paths[n] })));
				assert.ok(answers.every(({ status }) => status !== 503), "nobody waits in vain");
				assert.equal(await left(), 1, `${act}: ${answers.map(({ status, location }) => `${status} ${location}`)}`);
				await again();
			}
	} finally {
		await again();
		if (others.length)
			await it.sql(`UPDATE person SET state = 'active' WHERE person_id IN (${others})`);
	}
});

async function ask(who, client = clients.boss) {
	const answer = await send(client, `/people/${who.ref}/device`, { reason: "Lost in the river; I rang her back" });
	assert.equal(answer.status, 303, text(answer));
	return one(`SELECT ref FROM device_request WHERE person_id = (SELECT person_id FROM person WHERE ref = '${who.ref}') ORDER BY request_id DESC LIMIT 1`);
}
const outcome = (request) => one(`SELECT outcome FROM device_request WHERE ref = '${request}'`);
async function decide(client, request, answer) {
	const path = `/people/devices/${request}/answer`, page = await client.get("/");
	const csrf = /name="csrf" value="([^"]+)"/.exec(page.text)[1];
	return client.post(path, { csrf, answer });
}

test("a lost device: one asks, another agrees: sessions end, a link is mailed; the one who asked cannot agree", async () => {
	const who = await somebody(), client = await signIn(it, who), request = await ask(who);
	assert.match(request, /^[0-9a-z]{10}$/);
	assert.match(text(await clients.second.get("/")), /lost devices? waits? for you/);
	assert.match(text(await clients.auditor.get("/people/devices")), /Boss One/);
	assert.equal((await clients.auditor.get(`/people/devices/${request}`)).status, 200);
	assert.equal((await clients.auditor.get(`/people/devices/${request}/answer`)).status, 403);
	assert.equal((await decide(clients.boss, request, "agree")).status, 422);
	assert.equal((await decide(clients.boss, request, "refuse")).status, 422);
	assert.equal((await decide(clients.second, request, "withdraw")).status, 422);
	assert.equal((await decide(clients.second, request, "yes")).status, 422);
	assert.equal(await outcome(request), "waiting");
	assert.equal((await client.get("/")).status, 200);
	const twice = await send(clients.second, `/people/${who.ref}/device`, { reason: "Again" });
	assert.equal(twice.status, 422);
	assert.match(text(twice), /asked for already/);
	const page = await clients.second.get(`/people/devices/${request}/answer`);
	const answer = await clients.second.submit(page, {}, { form: mainForm(page), button: "agree", path: `/people/devices/${request}/answer` });
	assert.equal(answer.status, 303, text(answer));
	assert.equal(await outcome(request), "agreed");
	assert.equal((await client.get("/")).location, "/sign-in");
	assert.equal(await one(`SELECT COUNT(*) FROM account_token WHERE purpose = 'device' AND spent_at IS NULL AND person_id = ${await idOf(who.email)}`), "1");
	assert.equal(await one(`SELECT COUNT(*) FROM mail WHERE kind = 'device' AND recipient = '${who.email}'`), "1");
	assert.equal((await decide(clients.second, request, "refuse")).status, 422, "answered once");
	assert.deepEqual((await trail(who.ref)).slice(-2).map(([, by, detail]) => [by, detail["new device"]]),
		[[boss.email, { from: "", to: "waiting" }], [second.email, { from: "waiting", to: "agreed" }]]);
});

test("asked for a new device twenty times at once: one request", async () => {
	for (let i = 0; i < 4; i++) {
		const lost = await somebody(), path = `/people/${lost.ref}/device`, page = await clients.boss.get(path);
		const answers = await Promise.all(Array.from({ length: 20 }, () => clients.boss.submit(page, { reason: "Lost on a bus" }, { form: mainForm(page), path })));
		assert.equal(answers.filter(({ status }) => status === 303).length, 1);
		assert.ok(answers.every(({ status }) => [303, 422].includes(status)), answers.map(({ status }) => status).join());
		assert.equal(await one(`SELECT COUNT(*) FROM device_request d JOIN person p USING (person_id) WHERE p.ref = '${lost.ref}'`), "1");
	}
});

test("a lost device of an administrator: they cannot agree to it themselves", async () => {
	const request = await ask(second);
	assert.equal((await decide(clients.second, request, "agree")).status, 422);
	assert.equal((await decide(clients.boss, request, "withdraw")).status, 303);
	assert.equal(await outcome(request), "withdrawn");
	assert.equal((await clients.second.get("/")).status, 200, "nothing ended");
});

test("refused and lapsed requests end nothing, and cannot be agreed to any more", async () => {
	const who = await somebody(), client = await signIn(it, who);
	const refused = await ask(who);
	assert.equal((await decide(clients.second, refused, "refuse")).status, 303);
	assert.equal((await decide(clients.second, refused, "agree")).status, 422);
	const late = await ask(who);
	await it.sql(`UPDATE device_request SET asked_at = asked_at - INTERVAL 73 HOUR WHERE ref = '${late}'`);
	assert.equal((await decide(clients.second, late, "agree")).status, 422, "before the jobs have seen it");
	assert.equal((await it.soundings(["jobs"])).status, 0);
	assert.equal(await outcome(late), "lapsed");
	assert.equal((await client.get("/")).status, 200);
	assert.equal(await one(`SELECT COUNT(*) FROM mail WHERE kind = 'device' AND recipient = '${who.email}'`), "0");
});

test("the database holds them to it: one person alone, who it is about, or no administrator can never agree", async () => {
	const who = await somebody(), request = await ask(who), [a, b, c, none] = await Promise.all([boss, second, who, auditor].map(({ email }) => idOf(email)));
	const off = "SET check_constraint_checks = 0; ";
	const refused = async (statement) => assert.rejects(it.sqlAs("staff", off + statement), /two administrators|second administrator/, statement);
	const agreed = (by) => `UPDATE device_request SET outcome = 'agreed', agreed_by = ${by}, ended_at = UTC_TIMESTAMP() WHERE ref = '${request}'`;
	for (const by of [a, c, none, "NULL"])
		await refused(agreed(by));
	await refused(`UPDATE device_request SET asked_by = ${b} WHERE ref = '${request}'`);
	await refused(`UPDATE device_request SET person_id = ${b} WHERE ref = '${request}'`);
	await refused(`INSERT INTO device_request (person_id, asked_by, asked_at, reason) VALUES (${a}, ${a}, UTC_TIMESTAMP(), 'x')`);
	await refused(`INSERT INTO device_request (person_id, asked_by, asked_at, reason, outcome, agreed_by) VALUES (${c}, ${a}, UTC_TIMESTAMP(), 'x', 'agreed', ${b})`);
	await it.sqlAs("staff", agreed(b)); // control
	await refused(`UPDATE device_request SET outcome = 'waiting', agreed_by = NULL WHERE ref = '${request}'`);
});

test("the command line: an invitation's link for the first administrator, a link for a new device, no mail", async () => {
	const email = fresh("first"), invite = (...more) => it.soundings(["user", "invite", email, "--name", "First", "--role", "administrator", ...more]);
	const mails = await one("SELECT COUNT(*) FROM mail");
	const first = await invite(), again = await invite();
	assert.equal(first.status, 0, first.stderr);
	for (const { stdout } of [first, again])
		assert.match(stdout, /^http:\/\/localhost:\d+\/join\/[\w-]{43}\n$/);
	const links = [first, again].map(({ stdout }) => new URL(stdout.trim()).pathname);
	assert.equal((await new Client(it.staffUrl).get(links[0])).status, 404, "the first link was spent by the second");
	assert.equal((await new Client(it.staffUrl).get(links[1])).status, 200);
	assert.equal((await it.soundings(["user", "invite", fresh("x"), "--name", "X", "--role", "administrator", "--organisation", "PEOPLEA"])).status, 1);
	assert.equal((await it.soundings(["user", "invite", fresh("x"), "--name", "X", "--role", "author", "--organisation", "NOWHERE"])).status, 1);
	assert.equal((await it.soundings(["user", "invite", boss.email, "--name", "X", "--role", "author"])).status, 1, "has an account");
	assert.equal((await it.soundings(["user", "device", email])).status, 1, "has not come yet");
	const who = await somebody(), client = await signIn(it, who), device = await it.soundings(["user", "device", who.email]);
	assert.match(device.stdout, /^http:\/\/localhost:\d+\/device\/[\w-]{43}\n$/);
	assert.equal((await client.get("/")).location, "/sign-in");
	assert.equal(await one("SELECT COUNT(*) FROM mail"), mails);
	assert.match((await trail(who.ref)).at(-1)[2]["new device"].to, /on the server/);
	for (const row of await it.sql("SELECT detail FROM audit"))
		for (const link of [...links, new URL(device.stdout.trim()).pathname])
			assert.ok(!row[0].includes(link.split("/")[2]), "no token in the trail");
});

test("the list: search, filters, orders; the same as a file; a look at the file is in the trail", async () => {
	const tag = `zq${Math.random().toString(36).slice(2, 8)}`, name = `Zelda ${tag}`;
	for (const [i, role] of ["practice_member", "author"].entries())
		await it.addUser(role, { organisation: i ? "PEOPLEB" : "PEOPLEA", email: fresh(`${tag}${i}`), name: `${name} ${i}` });
	await send(clients.boss, "/people/invite", invitation({ name: `${name} invited`, roles: ["author"] }));
	const found = async (query) => [...(await clients.auditor.get(`/people?q=${tag}&${query}`)).text.matchAll(/<a href="\/people\/[0-9a-z]{10}">([^<]*)</g)].map(([, words]) => words.replace(`${name} `, ""));
	assert.deepEqual(await found(""), ["0", "1"], "active people first of all");
	assert.deepEqual(await found("state=all"), ["0", "1", "invited"]);
	assert.deepEqual(await found("state=all&sort=-name"), ["invited", "1", "0"]);
	assert.deepEqual(await found("state=invited"), ["invited"]);
	assert.deepEqual(await found("state=all&role=author"), ["1", "invited"]);
	assert.deepEqual(await found("state=all&organisation=peoplea"), ["0", "invited"]);
	assert.deepEqual(await found("state=all&organisation=NOWHERE"), []);
	assert.deepEqual(await found("state=x'--&sort=email;drop&per_page=1 OR 1=1&role=root"), ["0", "1"], "nonsense counts as not said");
	const list = await clients.auditor.get(`/people?q=${tag}&state=all`);
	assert.match(text(list), /People Practice PEOPLEA ?: Practice member/);
	assert.ok(!list.text.includes("/people/invite"), "the auditor invites nobody");
	const file = await clients.auditor.get(`/people.csv?q=${tag}&state=all`);
	assert.match(file.headers.get("content-type"), /text\/csv/);
	assert.equal(file.text.trim().split("\r\n").length, 4);
	assert.match(file.text, new RegExp(`${name} 1,\\S+,People Practice PEOPLEB: Author,Active,`));
	assert.equal(await one(`SELECT COUNT(*) > 0 FROM audit WHERE action = 'export' AND subject = 'person' AND who = '${auditor.email}'`), "1");
	const renamed = (await it.sql(`SELECT ref FROM person WHERE name = '${name} 0'`))[0][0], other = `xw${tag}`;
	await send(clients.boss, `/people/${renamed}/edit`, { name: `Other ${other}` });
	assert.match(text(await clients.boss.get(`/people?q=${other}`)), new RegExp(other), "a new name is found at once");
});

test("hostile texts in names and reasons are words", async () => {
	const bad = "\"><script>alert(1)</script>{{X}}%n%s‮😀";
	const in_ = invitation({ name: bad });
	assert.equal((await send(clients.boss, "/people/invite", in_)).status, 303);
	const ref = await refOf(in_.email);
	assert.equal((await send(clients.boss, `/people/${ref}/disable`, { reason: `${bad}\nsecond line` })).status, 303);
	const page = await clients.boss.get(`/people/${ref}`);
	assert.ok(!page.text.includes("<script>alert") && page.text.includes("&lt;script&gt;alert"));
});
