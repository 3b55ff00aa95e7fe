// settings.test.mjs: what an administrator sets in the browser holds everywhere within two seconds, within its limits, and is in the trail.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { Client, decode, forms, signIn } from "../lib/http.mjs";
import { startInstance } from "../lib/instance.mjs";

// An instance of its own: settings are everybody's, and other tests run beside this one.
let it, admin, second, auditor;
before(async () => {
	it = await startInstance({ workers: 3, staffWorkers: 2 });
	admin = await signIn(it, it.accounts.administrator);
	second = await signIn(it, await it.addUser("administrator"));
	auditor = await signIn(it, it.accounts.auditor);
});
after(() => it.stop());

const words = (page) => decode(page.text.replace(/<[^>]+>/g, " ")).replace(/\s+/g, " ");
async function change(group, values, options) {
	const page = await admin.get(`/settings/${group}`);
	assert.equal(page.status, 200);
	return admin.submit(page, values, options);
}
/** Asks every worker of a pool, as likely as not, and gives each answer's text once. */
async function everybody(client, path) {
	await sleep(1100);
	const pages = await Promise.all(Array.from({ length: 24 }, () => client.get(path)));
	return pages.map(({ text }) => text);
}

test("every setting is on the page, for the administrator with links and for the auditor without", async () => {
	const [mine, theirs] = await Promise.all([admin.get("/settings"), auditor.get("/settings")]);
	for (const page of [mine, theirs])
		for (const text of ["Organisation's name", "Whom to write to", "Privacy notice", "Accessibility statement", "15 minutes", "8 hours",
			"72 hours", "60 minutes", "20 years", "Replies go to", "nothing goes by itself, two people decide"])
			assert.ok(words(page).includes(text), text);
	assert.equal([...mine.text.matchAll(/href="\/settings\/[a-z]+"/g)].length, 8);
	assert.doesNotMatch(theirs.text, /href="\/settings\/[a-z]+"/);
	assert.equal((await auditor.get("/settings/contact")).status, 403);
	assert.equal((await admin.get("/settings/nothing")).status, 404);
});

test("the name is on every page of both pools within two seconds, the first page of a survey too", async () => {
	const visitor = new Client(it.publicUrl);
	const first = await everybody(visitor, "/s/fft/1"); // every worker has rendered it now
	assert.ok(first.every((text) => !text.includes("Wessex &amp; Avon")));
	assert.equal((await change("identity", { name: "Wessex & Avon", name_second: "Integrated Care Board", colour: "plum" })).status, 303);
	for (const [client, path] of [[visitor, "/s/fft/1"], [visitor, "/"], [admin, "/"], [visitor, "/nothing"]])
		for (const text of await everybody(client, path)) {
			assert.match(text, /Wessex &amp; Avon <span class="nhsuk-header__organisation-name-split">Integrated Care Board/, path);
			assert.match(text, /<body class="app-theme-plum">/, path);
			assert.match(text, /<meta name="theme-color" content="#7c2855">/, path);
		}
	assert.deepEqual(await it.sql("SELECT who, action, ref, detail FROM audit WHERE action = 'change' AND ref IN ('ZZ-C1', 'colour') ORDER BY audit_id"), [
		["administrator@demo.example", "change", "ZZ-C1", '{"name":{"from":"Demonstration Integrated Care Board","to":"Wessex & Avon"}}'],
		["administrator@demo.example", "change", "colour", '{"colour":{"from":"blue","to":"plum"}}'],
	]);
});

test("who is not of the NHS shows no logo of it", async () => {
	await change("identity", { logo: "none" });
	for (const text of await everybody(new Client(it.publicUrl), "/")) {
		assert.doesNotMatch(text, /<svg|– NHS<|favicon/);
		assert.match(text, /– Wessex &amp; Avon<\/title>/);
	}
	await change("identity", { logo: "nhs" });
	for (const text of await everybody(new Client(it.publicUrl), "/"))
		assert.match(text, /<title>NHS<\/title>[^]*header__service-name">Have your say/);
});

test("each colour of the list has its rule, and white stands out from it by 4.5 to 1", async () => {
	const rules = Object.fromEntries([...readFileSync("static/_theme.scss", "utf8").matchAll(/"([a-z-]+)": (#[0-9a-f]{6})/g)].map(([, a, b]) => [a, b]));
	const page = await admin.get("/settings/identity");
	const listed = [...page.text.matchAll(/name="colour" type="radio" value="([a-z-]+)"[^]*?hint">(#[0-9a-f]{6})/g)].map(([, a, b]) => [a, b]);
	assert.deepEqual(Object.fromEntries(listed), rules);
	for (const [name, colour] of listed) {
		const [r, g, b] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
			.map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
		assert.ok(1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05) >= 4.5, name);
	}
});

for (const [group, field, wrong, right] of [
	["identity", "name", ["", "x".repeat(121)], "B"],
	["identity", "colour", ["", "pink", "app-theme-blue"], "black"],
	["identity", "logo", ["", "ours"], "organisation"],
	["contact", "contact", ["", "x".repeat(301)], "help@example.org or 01225 000000"],
	["privacy", "privacy", ["", "x".repeat(20001), "> ".repeat(30)], "## A\n\n- b"],
	["sessions", "idle_minutes", ["", "4", "16", "-5", "ten", "5.5", "1e1"], "5"],
	["sessions", "session_hours", ["0", "9"], "1"],
	["sessions", "invite_hours", ["0", "169"], "168"],
	["sessions", "reset_minutes", ["9", "121"], "10"],
	["keeping", "keep_incidents", ["0", "101", "99999999999999999999"], "100"],
	["mail", "mail_from", ["x", "a@b@c", "a@example.org\nBcc: b@example.org", "a@example.org, b@example.org"], "sounding@example.org"],
	["mail", "mail_reply", ["<a@example.org>"], ""],
])
	test(`limits of ${field}: nothing else is stored, and what was typed stays`, async () => {
		const before_all = await it.sql("SELECT * FROM setting ORDER BY name");
		for (const value of wrong) {
			const page = await change(group, { [field]: value });
			assert.equal(page.status, 422, `${field}=${value.slice(0, 30)}`);
			assert.match(page.text, /There is a problem/);
			assert.match(page.text, new RegExp(`href="#${field}"`));
			if (!["colour", "logo"].includes(field) && !value.includes("\n"))
				assert.equal(forms(page.text).flatMap(({ fields }) => fields).find(([name]) => name === field)[1], value);
		}
		assert.deepEqual(await it.sql("SELECT * FROM setting ORDER BY name"), before_all);
		assert.equal((await change(group, { [field]: right })).status, 303, right);
	});

test("the default comes back, and is stored as none", async () => {
	const page = await change("sessions", { idle_minutes: "7" }, { button: "defaults" });
	assert.equal(page.status, 200);
	assert.match(words(page), /Nothing has changed yet/);
	const [, idle] = forms(page.text).flatMap(({ fields }) => fields).find(([name]) => name === "idle_minutes");
	assert.equal(idle, "15");
	assert.deepEqual(await it.sql("SELECT value FROM setting WHERE name = 'idle_minutes'"), [["5"]]);
	assert.equal((await admin.submit(page, {}, { button: "save", path: "/settings/sessions" })).status, 303);
	assert.deepEqual(await it.sql("SELECT value FROM setting WHERE name = 'idle_minutes'"), [[""]]);
});

test("two change one group: the second sees what was changed, keeps the text, and may save then", async () => {
	const [a, b] = await Promise.all([admin.get("/settings/contact"), second.get("/settings/contact")]);
	assert.equal((await admin.submit(a, { contact: "first@example.org" })).status, 303);
	const refused = await second.submit(b, { contact: "second@example.org" });
	assert.equal(refused.status, 422);
	assert.match(words(refused), /Somebody else changed this to “first@example.org” while you were typing/);
	assert.match(refused.text, /value="second@example.org"/);
	assert.equal((await second.submit(refused, {}, { path: "/settings/contact" })).status, 303);
	assert.deepEqual(await it.sql("SELECT value FROM setting WHERE name = 'contact'"), [["second@example.org"]]);
	// A form without its versions, or with others, changes nothing of what was changed.
	for (const row_version of [undefined, "", "x", "-1", "0"]) {
		const page = await admin.get("/settings/contact");
		assert.equal((await admin.submit(page, { contact: "third@example.org", row_version })).status, 422);
	}
});

test("ten at once: each is stored whole or refused", async () => {
	const pages = await Promise.all(Array.from({ length: 10 }, () => admin.get("/settings/keeping")));
	const answers = await Promise.all(pages.map((page, i) => admin.submit(page, { keep_complaints: String(30 + i), keep_surveys: String(30 + i) })));
	assert.deepEqual([...new Set(answers.map(({ status }) => status))].sort(), [303, 422]);
	assert.equal(answers.filter(({ status }) => status === 303).length, 1);
	const [[complaints], [surveys]] = await it.sql("SELECT value FROM setting WHERE name IN ('keep_complaints', 'keep_surveys')");
	assert.equal(complaints, surveys);
});

test("a notice is shown in Markdown, in both pools; hostile Markdown stays text", async () => {
	const privacy = "# Ours\n\nWe keep *little*. <script>alert(1)</script> [x](javascript:alert(1)) [rules](https://www.example.nhs.uk/)\n\n<iframe src=\"/\">\n\n![a cat](/cat.png)";
	const shown = await change("privacy", { privacy }, { button: "preview" });
	assert.equal(shown.status, 200);
	assert.match(shown.text, /app-preview"><h2 class="nhsuk-heading-m">Ours<\/h2><p>We keep <em>little<\/em>\./);
	assert.equal(forms(shown.text).flatMap(({ fields }) => fields).find(([name]) => name === "privacy")[1], privacy);
	assert.doesNotMatch((await new Client(it.publicUrl).get("/privacy")).text, /We keep <em>/, "a preview stores nothing");
	assert.equal((await admin.submit(shown, {}, { button: "save", path: "/settings/privacy" })).status, 303);
	for (const client of [new Client(it.publicUrl), admin])
		for (const text of await everybody(client, "/privacy")) {
			const main = /<main[^]*<\/main>/.exec(text)[0];
			assert.match(main, /<h1[^>]*>Privacy<\/h1>\s*<h2 class="nhsuk-heading-m">Ours<\/h2><p>We keep <em>little<\/em>\. &lt;script&gt;/);
			assert.match(main, /<a href="https:\/\/www\.example\.nhs\.uk\/">rules<\/a>/);
			assert.doesNotMatch(main, /<script|<iframe|<img|href="javascript/);
			assert.match(main, /a cat/);
		}
	const [[detail]] = await it.sql("SELECT detail FROM audit WHERE ref = 'privacy' ORDER BY audit_id DESC LIMIT 1");
	assert.equal(JSON.parse(detail).privacy.to, privacy);
});

test("a text of 20,000 characters, emoji too, is stored whole and its trail fits", async () => {
	const text = "word ".repeat(3999) + "last🎉";
	assert.equal((await change("accessibility", { accessibility: text })).status, 303);
	assert.deepEqual(await it.sql("SELECT CHAR_LENGTH(value), HEX(RIGHT(value, 1)) FROM setting WHERE name = 'accessibility'"),
		[["20000", "F09F8E89"]]);
	const [[detail]] = await it.sql("SELECT detail FROM audit WHERE ref = 'accessibility' ORDER BY audit_id DESC LIMIT 1");
	assert.match(JSON.parse(detail).accessibility.to, /^word [^]*… \(20,000 characters in all\)$/);
});

test("the default statement has the sections the regulations want", async () => {
	const page = await change("accessibility", {}, { button: "defaults" });
	const [, text] = forms(page.text).flatMap(({ fields }) => fields).find(([name]) => name === "accessibility");
	for (const section of ["How accessible this site is", "Feedback", "Reporting a problem", "Enforcement procedure", "Technical information",
		"Compliance status", "Content that is not accessible", "How we tested", "Preparation of this statement"])
		assert.match(text, new RegExp(`^##+ ${section}`, "m"));
});

test("the time-out that was set is the one that holds", async () => {
	const person = await signIn(it, await it.addUser("author"));
	const age = () => it.sql("UPDATE session SET seen_at = UTC_TIMESTAMP() - INTERVAL 7 MINUTE WHERE person_id = (SELECT MAX(person_id) FROM person)");
	await age();
	assert.equal((await person.get("/")).status, 200);
	assert.equal((await change("sessions", { idle_minutes: "5" })).status, 303);
	await sleep(2000);
	await age();
	assert.equal((await person.get("/")).status, 303);
});

test("a value that no longer fits its limits is as good as none", async () => {
	await it.sql("UPDATE setting SET value = '600', row_version = row_version + 1 WHERE name = 'idle_minutes'");
	await it.sql("UPDATE setting SET value = 'pink\"><script>', row_version = row_version + 1 WHERE name = 'colour'");
	for (const text of await everybody(new Client(it.publicUrl), "/"))
		assert.match(text, /<body class="app-theme-blue">/);
	assert.match(words(await admin.get("/privacy")), /.*/);
});
