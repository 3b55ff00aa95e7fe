// bulletin.test.mjs: learning bulletins: written, approved by somebody else, read, corrected, withdrawn; the public's pages and feed.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { bulletin } from "../lib/bulletins.mjs";
import { Client, decode, signIn } from "../lib/http.mjs";
import { incident, report } from "../lib/incidents.mjs";
import { sharedInstance } from "../lib/instance.mjs";
import { definition, publish, text } from "../lib/surveys.mjs";
import { parseXml } from "../lib/xml.mjs";

let it, sql, writer, second, third, reader, provider, auditor, anybody, accounts;
const code = `LEARN${Math.random().toString(36).slice(2, 6).toUpperCase()}`, name = `Quillbrook Surgery ${code}`;
const body = "# What happened\n\nTwo boxes looked alike.\n\n# What we learnt\n\nRead the label.\n\n# What to do\n\n- Keep them apart.";
const filled = { title: "Pills that look alike", summary: "Two strengths look the same.", body, audience: "practices" };

before(async () => {
	it = await sharedInstance();
	sql = (query) => it.sql(query);
	await publish(it, definition({ organisation: { code, name, kind: "practice" } }));
	await sql(`INSERT IGNORE INTO organisation (code, name, kind) VALUES ('${code}P', 'Harbour Trust ${code}', 'provider')`);
	accounts = {
		writer: await it.addUser("incident_manager", { name: "Wanda Writer" }), second: await it.addUser("incident_manager", { name: "Sam Second" }),
		third: await it.addUser("incident_manager", { name: "Theo Third" }), reader: await it.addUser("practice_member", { organisation: code, name: "Rita Reader" }),
		provider: await it.addUser("provider_member", { organisation: `${code}P` }), auditor: await it.addUser("auditor"),
	};
	[writer, second, third, reader, provider, auditor] = await Promise.all(Object.values(accounts).map((account) => signIn(it, account)));
	anybody = new Client(it.publicUrl);
});
after(() => it.release());

const slugOf = (answer) => {
	assert.equal(answer.status, 303, text(answer));
	return answer.location.replace("/bulletins/", "");
};
/** Sends a page's form; the last one of the page that posts to `to`, where given. */
async function send(client, path, changes, options = {}) {
	const page = await client.get(path);
	assert.equal(page.status, 200, `GET ${path}: ${text(page)}`);
	return client.submit(page, changes, { path, ...options });
}
/** Presses the button of the bulletin's page that posts there. */
async function press(client, slug, what, page) {
	page ??= await client.get(`/bulletins/${slug}`);
	const form = new RegExp(`<form[^>]*action="/bulletins/${slug}/${what}"[^>]*>([\\s\\S]*?)</form>`).exec(page.text);
	assert.ok(form, `a form for ${what}`);
	return client.post(`/bulletins/${slug}/${what}`, [...form[1].matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, key, value]) => [key, decode(value)]));
}
const write = async (changes = {}, path = "/bulletins/new") => slugOf(await send(writer, path, { ...filled, ...changes }));
const toReview = async (changes) => {
	const slug = await write(changes);
	assert.equal((await press(writer, slug, "send")).status, 303);
	return slug;
};
const decide = (client, slug, changes) => send(client, `/bulletins/${slug}/approve`, changes);
const published = async (changes) => {
	const slug = await toReview(changes);
	slugOf(await decide(second, slug, { decision: "publish" }));
	return slug;
};
const stateOf = async (slug) => (await sql(`SELECT state FROM bulletin WHERE slug = '${slug}'`))[0][0];
const token = async (client) => /name="csrf" value="([^"]+)"/.exec((await client.get("/")).text)[1];
const feed = async () => parseXml((await anybody.get("/learning.atom")).text);
const entries = (root) => root.children.filter((child) => child.name === "entry").map((entry) => Object.fromEntries(entry.children.map((child) => [child.name, child])));

test("from a closed incident to a practice that has read it", async () => {
	const ref = await incident(it, { organisation: code, state: "closed", about: `${code}P`, closed_at: { sql: "UTC_TIMESTAMP()" } });
	const page = await writer.get(`/incidents/${ref}`);
	assert.match(page.text, new RegExp(`/bulletins/new\\?incident=${ref}`));
	assert.doesNotMatch((await auditor.get(`/incidents/${ref}`)).text, /bulletins\/new/, "the auditor writes none");
	// Preview warns, and stores nothing.
	const before_preview = (await sql("SELECT COUNT(*) FROM bulletin"))[0][0];
	const preview = await send(writer, `/bulletins/new?incident=${ref}`, { ...filled, body: `${body}\n\nAt Quillbrook, in Harbour, Mrs Ada Smith said: ring 020 7946 0123.`, preview: "yes" });
	assert.equal(preview.status, 200);
	assert.match(preview.text, /<li><span>Keep them apart\.<\/span><\/li>/);
	assert.match(text(preview), /“Quillbrook” is in the name of an organisation that was involved/);
	assert.match(text(preview), /“Harbour” is in the name/);
	assert.match(text(preview), /“Mrs Ada Smith” looks like/);
	assert.equal((await sql("SELECT COUNT(*) FROM bulletin"))[0][0], before_preview);
	assert.match(text(await send(writer, `/bulletins/new?incident=${ref}`, { ...filled, preview: "yes" })), /We found no name or code/);
	// Written, sent, approved by another.
	const slug = await write({ title: "Pills that look alike, it's true!" }, `/bulletins/new?incident=${ref}`);
	assert.match(slug, /^pills-that-look-alike-its-true-[2-9b-z]{8}$/);
	assert.match((await writer.get(`/incidents/${ref}`)).text, new RegExp(`/bulletins/${slug}`));
	assert.equal((await sql(`SELECT COUNT(*) FROM incident_event e JOIN incident i USING (incident_id) WHERE i.ref = '${ref}' AND e.kind = 'bulletin'`))[0][0], "1");
	for (const client of [reader, provider])
		assert.equal((await client.get(`/bulletins/${slug}`)).status, 404, "a draft");
	assert.equal((await press(writer, slug, "send")).status, 303);
	assert.match(text(await second.get("/")), /learning bulletins? waits? for you to approve/);
	assert.equal((await reader.get(`/bulletins/${slug}`)).status, 404, "in review");
	const decision = await second.get(`/bulletins/${slug}/approve`);
	assert.match(decision.text, /<li><span>Keep them apart\.<\/span><\/li>/, "exactly what will be published");
	slugOf(await decide(second, slug, { decision: "publish" }));
	assert.equal(await stateOf(slug), "published");
	// Read.
	const seen = await reader.get(`/bulletins/${slug}`);
	assert.equal(seen.status, 200);
	for (const client of [reader, provider, anybody])
		for (const path of ["/", "/bulletins", "/bulletins.csv", `/bulletins/${slug}`])
			assert.ok(!(await client.get(path)).text.includes(ref), `${path} names the incident`);
	assert.ok((await auditor.get(`/bulletins/${slug}`)).text.includes(ref), "control: who looks after incidents sees it");
	assert.doesNotMatch(seen.text, /Wanda|Sam Second/, "nor who wrote it");
	assert.match(text(await reader.get("/")), /learning bulletins? to read/);
	assert.match((await reader.get("/bulletins?unread=yes")).text, new RegExp(slug));
	assert.equal((await press(reader, slug, "read", seen)).status, 303);
	assert.equal((await press(reader, slug, "read", seen)).status, 303, "twice is no mistake");
	assert.match(text(await reader.get(`/bulletins/${slug}`)), /Rita Reader said on .* that Quillbrook/);
	assert.doesNotMatch((await reader.get("/bulletins?unread=yes")).text, new RegExp(slug));
	assert.deepEqual(await sql(`SELECT o.code, p.name FROM bulletin_receipt c JOIN bulletin b USING (bulletin_id) JOIN organisation o ON o.organisation_id = c.organisation_id
		JOIN person p ON p.person_id = c.person_id WHERE b.slug = '${slug}'`), [[code, "Rita Reader"]]);
	const readers = await auditor.get(`/bulletins/${slug}/readers`);
	assert.match(text(readers), new RegExp(`${name} .*Rita Reader`));
	assert.match((await auditor.get(`/bulletins/${slug}/readers.csv`)).text, new RegExp(`${code},${name},Practice,Yes,[^,]+,Rita Reader`));
	assert.equal((await press(reader, slug, "read").catch(() => ({ status: "no form" }))).status, "no form");
});

test("only a closed incident becomes a bulletin", async () => {
	for (const state of ["submitted", "triage", "draft"]) {
		const ref = await incident(it, { organisation: code, state, reporter: accounts.reader.email, report: report() });
		assert.equal((await writer.get(`/bulletins/new?incident=${ref}`)).status, 404, state);
	}
	for (const ref of ["2222-2222", "x", "", "%00"])
		assert.ok([400, 404].includes((await writer.get(`/bulletins/new?incident=${ref}`)).status), ref);
});

test("nobody approves what they wrote, changed or sent: by form, by direct POST, by the database's own rules", async () => {
	const slug = await write();
	// Another one changes it, a third one sends it.
	assert.equal((await send(third, `/bulletins/${slug}/edit`, { summary: "Two strengths look just the same." })).status, 303);
	assert.equal((await press(writer, slug, "send")).status, 303);
	for (const client of [writer, third]) {
		const page = await client.get(`/bulletins/${slug}/approve`);
		assert.match(text(page), /another incident manager approves it/);
		assert.doesNotMatch(page.text, /value="publish"/);
		const answer = await client.submit(page, { decision: "publish" });
		assert.equal(answer.status, 422);
		assert.match(text(answer), /Somebody else approves it/);
	}
	const approveAs = (email, more = "") => it.sqlAs("staff", `UPDATE bulletin SET state = 'published', published_at = UTC_TIMESTAMP(), state_at = UTC_TIMESTAMP()${more},
		approved_by = (SELECT person_id FROM person WHERE email = '${email}') WHERE slug = '${slug}'`);
	for (const account of [accounts.writer, accounts.third])
		await assert.rejects(approveAs(account.email), /4025|two people publish/);
	await assert.rejects(approveAs(accounts.second.email, ", body = 'Something else'"), /two people publish/);
	await assert.rejects(it.sqlAs("staff", `UPDATE bulletin SET state = 'published', published_at = UTC_TIMESTAMP() WHERE slug = '${slug}'`), /4025|two people publish/);
	await assert.rejects(it.sqlAs("staff", `UPDATE bulletin SET written_by = 1 WHERE slug = '${slug}'`), /two people publish/);
	await assert.rejects(it.sqlAs("staff", `INSERT INTO bulletin (ref, slug, title, summary, body, state, state_at, made_at, written_by, edited_by, approved_by, published_at)
		SELECT '22222233', 'x-22222233', 'x', 'x', 'x', 'published', NOW(), NOW(), 1, 1, 2, NOW()`), /begins as a draft/);
	assert.equal(await stateOf(slug), "review");
	slugOf(await decide(second, slug, { decision: "publish" })); // control
	assert.equal(await stateOf(slug), "published");
	// It stays as it was published, and cannot begin anew.
	for (const change of ["body = 'x'", "title = 'x'", "public = 1", "state = 'draft'", "state = 'review'", "published_at = NOW() + INTERVAL 1 DAY", "approved_by = written_by", "edited_by = 1"])
		await assert.rejects(it.sqlAs("staff", `UPDATE bulletin SET ${change} WHERE slug = '${slug}'`), /two people publish|4025/, change);
	await assert.rejects(it.sqlAs("staff", `INSERT INTO bulletin_theme SELECT b.bulletin_id, t.theme_id FROM bulletin b JOIN incident_theme t WHERE b.slug = '${slug}' LIMIT 1`), /stays as it is/);
	const edit = await second.get(`/bulletins/${slug}/edit`);
	assert.equal(edit.status, 303);
	assert.equal((await second.post(`/bulletins/${slug}/edit`, { ...filled, csrf: await token(second) })).status, 303);
	assert.equal((await sql(`SELECT body FROM bulletin WHERE slug = '${slug}'`))[0][0], "# What happened");
});

test("sent back with a comment, taken back, and changed by two at once", async () => {
	const slug = await toReview();
	assert.equal((await decide(second, slug, { decision: "back" })).status, 422, "a comment is due");
	assert.equal((await decide(second, slug, {})).status, 422);
	slugOf(await decide(second, slug, { decision: "back", comment: "Say how often." }));
	assert.equal(await stateOf(slug), "draft");
	assert.match(text(await writer.get(`/bulletins/${slug}`)), /Sam Second: Sent back\s*\. Say how often\./);
	// Two at one form: the second one sees it, and keeps their own.
	const [one, two] = [await writer.get(`/bulletins/${slug}/edit`), await third.get(`/bulletins/${slug}/edit`)];
	assert.equal((await writer.submit(one, { title: "A title of one" })).status, 303);
	const late = await third.submit(two, { title: "A title of two" });
	assert.equal(late.status, 422);
	assert.match(text(late), /Somebody else changed this to “A title of one”/);
	assert.match(late.text, /A title of two/);
	const [now] = (await sql(`SELECT slug FROM bulletin WHERE ref = '${slug.slice(-8)}'`))[0];
	assert.match(now, /^a-title-of-one-/);
	// An approver who looks at an old version approves nothing.
	assert.equal((await press(writer, now, "send")).status, 303);
	const old = await second.get(`/bulletins/${now}/approve`);
	const taken = await writer.get(`/bulletins/${now}/approve`);
	assert.equal((await writer.submit(taken, { comment: "" })).status, 303, "its writer takes it back");
	assert.equal((await send(writer, `/bulletins/${now}/edit`, { summary: "Quite another summary." })).status, 303);
	assert.equal((await press(writer, now, "send")).status, 303);
	assert.equal((await second.submit(old, { decision: "publish" })).status, 422);
	assert.equal(await stateOf(now), "review");
});

test("a slip: everything typed is kept", async () => {
	const answer = await send(writer, "/bulletins/new", { title: "", summary: "x".repeat(401), body: "kept <b>text</b>", audience: undefined });
	assert.equal(answer.status, 422);
	for (const words of ["Enter a title", "Summary must be 400 characters or fewer", "Select who it is for"])
		assert.ok(text(answer).includes(words), words);
	assert.ok(answer.text.includes("kept &lt;b&gt;text&lt;/b&gt;"));
	const untouched = await send(writer, "/bulletins/new", { title: "A title", summary: "A summary.", audience: "practices" });
	assert.equal(untouched.status, 422);
	assert.match(text(untouched), /Enter what happened, what we learnt and what to do/, "headings alone say nothing");
});

test("the public reads what is public and published, and nothing else", async () => {
	const open = await published({ audience: "public", title: "For everybody" }), closed = await published({ title: "For practices" });
	const list = await anybody.get("/learning");
	assert.equal(list.status, 200);
	assert.ok(list.text.includes(open) && !list.text.includes(closed));
	assert.match((await anybody.get("/")).text, /href="\/learning"/);
	const page = await anybody.get(`/learning/${open}`);
	assert.equal(page.status, 200);
	assert.match(page.headers.get("cache-control"), /public, max-age=300/);
	assert.match(page.text, /<li><span>Keep them apart\.<\/span><\/li>/);
	assert.doesNotMatch(page.text, /Wanda|Sam Second|bulletin_id|\/incidents/);
	const missing = await anybody.get("/learning/nothing-22222222");
	for (const slug of [closed, await toReview({ audience: "public" }), await write({ audience: "public" })]) {
		const answer = await anybody.get(`/learning/${slug}`);
		assert.equal(answer.status, 404);
		assert.equal(answer.text, missing.text);
	}
	assert.equal((await reader.get(`/bulletins/x-${open.slice(-8)}`)).status, 404, "one address");
	const atom = await anybody.get("/learning.atom");
	assert.equal(atom.headers.get("content-type"), "application/atom+xml; charset=utf-8");
	const root = parseXml(atom.text);
	assert.equal(root.name, "feed");
	assert.equal(root.attributes.xmlns, "http://www.w3.org/2005/Atom");
	for (const child of ["id", "title", "updated", "author"])
		assert.equal(root.children.filter((one) => one.name === child).length, 1, child);
	const entry = entries(root).find(({ id }) => id.text.endsWith(open));
	assert.equal(entry.id.text, `${it.publicUrl}/learning/${open}`);
	assert.equal(entry.link.attributes.href, entry.id.text);
	assert.match(entry.updated.text, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
	assert.ok(!atom.text.includes(closed));
	// Withdrawn: gone for readers and the public, there for who looks after it.
	assert.equal((await send(second, `/bulletins/${open}/withdraw`, {})).status, 422);
	assert.equal((await send(second, `/bulletins/${open}/withdraw`, { reason: "The advice has changed." })).status, 303);
	for (const [client, path] of [[anybody, `/learning/${open}`], [reader, `/bulletins/${open}`]])
		assert.equal((await client.get(path)).status, 404, path);
	assert.equal((await auditor.get(`/bulletins/${open}`)).status, 200);
	assert.ok(!(await anybody.get("/learning.atom")).text.includes(open));
	assert.equal((await second.get(`/bulletins/${open}/withdraw`)).status, 303);
});

test("twenty on a page, newest first", async () => {
	for (let i = 0; i < 22; i++)
		await bulletin(it, { writer: accounts.writer.email, approver: accounts.second.email, isPublic: true, title: `Number ${i} of many`, days: 400 + i });
	const on = async (page) => [...(await anybody.get(`/learning?page=${page}`)).text.matchAll(/href="\/learning\/([\w-]+-[2-9b-z]{8})"/g)].map(([, slug]) => slug);
	const first = await on(1), next = await on(2);
	assert.equal(first.length, 20);
	assert.ok(next.length >= 2);
	assert.equal(first.filter((slug) => next.includes(slug)).length, 0);
	for (const page of ["0", "-1", "x", "99999999999", "1;DROP"])
		assert.equal((await anybody.get(`/learning?page=${encodeURIComponent(page)}`)).status, 200);
});

const hostile = ["</title><script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "]]><x>&amp;", "=HYPERLINK(\"http://evil.example\")", "\u202Eevil", "a\u0001b\u000Bc\uFFFEd", "{{TITLE}} %n%s"];
test("hostile texts stay text: page, list, file, feed, mail", async () => {
	for (const words of hostile) {
		const title = `${words} ${Math.random().toString(36).slice(2, 8)}`;
		const answer = await send(writer, "/bulletins/new", { ...filled, audience: "public", title, summary: words, body: `${body}\n\n${words}\n\n[x](javascript:alert(1))` });
		if (answer.status === 400) {
			assert.match(words, /\u0001/, "controls are refused on entry, and nothing else");
			continue;
		}
		const slug = slugOf(answer);
		assert.match(slug, /^[a-z0-9-]+$/);
		await press(writer, slug, "send");
		slugOf(await decide(second, slug, { decision: "publish" }));
		for (const [client, path] of [[reader, `/bulletins/${slug}`], [reader, "/bulletins"], [anybody, `/learning/${slug}`], [anybody, "/learning"], [writer, `/bulletins/${slug}/readers`]]) {
			const page = await client.get(path);
			assert.equal(page.status, 200, path);
			assert.doesNotMatch(page.text, /<script>alert|<img src=x|javascript:alert\(1\)"/, path);
		}
		const entry = entries(await feed()).find(({ id }) => id.text.endsWith(slug));
		assert.equal(entry.title.text, title.replaceAll("\u202E", ""), "as it was stored: what turns text round is dropped on entry");
		const row = (await reader.get("/bulletins.csv")).text.split("\r\n").find((line) => line.includes(slug));
		if (words.startsWith("="))
			assert.match(row, /^"?'=/);
	}
	// What the form would refuse, stored all the same: the feed is still XML.
	await bulletin(it, { writer: accounts.writer.email, approver: accounts.second.email, isPublic: true, title: "a\u0001b\u000Bc & <d> \"e\" 'f' ]]>", summary: "\u001F" });
	const found = entries(await feed()).find(({ title }) => title.text.startsWith("a"));
	assert.equal(found.title.text, "a\uFFFDb\uFFFDc & <d> \"e\" 'f' ]]>");
	assert.throws(() => parseXml("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<a>&nbsp;</a>"), "control: the check can fail");
	assert.throws(() => parseXml("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<a>\u0001</a>"));
	assert.throws(() => parseXml("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<a><b></a></b>"));
});

const messages = async (subject) => (await sql(`SELECT recipient FROM mail WHERE subject = '${subject}' ORDER BY mail_id`)).map(([one]) => one);
test("practices are told by mail without content; reminded once a week; told of a correction", async () => {
	await it.soundings(["jobs"]);
	const [mine, before_it] = [accounts.reader.email, (await messages("A new learning bulletin")).length];
	const slug = await published({ title: "A title that no mail holds" });
	const [, again] = await Promise.all([it.soundings(["jobs"]), it.soundings(["jobs"])]);
	assert.equal(again.status, 0);
	const sent = (await messages("A new learning bulletin")).slice(before_it);
	assert.equal(sent.filter((one) => one === mine).length, 1, "one each, though the jobs ran twice at once");
	assert.ok(!sent.includes(accounts.provider.email) && !sent.includes(accounts.writer.email));
	assert.equal((await sql("SELECT COUNT(*) FROM mail WHERE subject LIKE '%no mail holds%'"))[0][0], "0");
	// Not in the first week, then once.
	const csrf = await token(second), remind = () => second.post(`/bulletins/${slug}/remind`, { csrf });
	assert.equal((await remind()).status, 303);
	assert.equal((await sql("SELECT COUNT(*) FROM bulletin_mail WHERE kind = 'reminder'"))[0][0], "0");
	const old = await bulletin(it, { writer: accounts.writer.email, approver: accounts.second.email, days: 9, title: "An older one" });
	const readers = await second.get(`/bulletins/${old}/readers`);
	assert.match(readers.text, /Remind those who have not/);
	assert.doesNotMatch((await auditor.get(`/bulletins/${old}/readers`)).text, /Remind those/);
	const reminders = (await messages("A learning bulletin waits for your practice")).length;
	await Promise.all([1, 2, 3].map(() => second.post(`/bulletins/${old}/remind`, { csrf })));
	await it.soundings(["jobs"]);
	const reminded = (await messages("A learning bulletin waits for your practice")).slice(reminders);
	assert.equal(reminded.filter((one) => one === mine).length, 1);
	// Who has read the first version is told of the second; the first is gone.
	assert.equal((await press(reader, old, "read")).status, 303);
	const correction = (await press(second, old, "correct")).location.replace(/^\/bulletins\/|\/edit$/g, "");
	assert.equal((await press(second, old, "correct").catch(() => ({ status: 0 }))).status, 0, "one correction at a time");
	assert.equal((await send(second, `/bulletins/${correction}/edit`, { summary: "Now it is right." })).status, 303);
	assert.equal((await press(second, correction, "send")).status, 303);
	slugOf(await decide(writer, correction, { decision: "publish" }));
	assert.equal(await stateOf(old), "withdrawn");
	assert.equal((await reader.get(`/bulletins/${old}`)).status, 404);
	assert.match(text(await reader.get(`/bulletins/${correction}`)), /This corrects “An older one”/);
	await it.soundings(["jobs"]);
	assert.equal((await messages("A learning bulletin was corrected")).filter((one) => one === mine).length, 1);
});

test("found by its words, its theme and its state; a reader finds no draft", async () => {
	const theme = (await sql("SELECT theme_id, name FROM incident_theme ORDER BY theme_id LIMIT 1"))[0], word = `zebra${Math.random().toString(36).slice(2, 7)}`;
	const shown = await published({ title: `About ${word}`, themes: [theme[0]] }), hidden = await write({ title: `Draft ${word}` });
	const found = async (client, query) => [...(await client.get(`/bulletins?${query}`)).text.matchAll(/href="\/bulletins\/([\w-]+-[2-9b-z]{8})"/g)].map(([, slug]) => slug);
	assert.deepEqual(await found(reader, `q=${word}`), [shown]);
	assert.deepEqual(await found(reader, `q=${word}&state=draft`), [shown], "a filter that is not theirs says nothing");
	assert.deepEqual((await found(writer, `q=${word}`)).sort(), [shown, hidden].sort());
	assert.deepEqual(await found(writer, `q=${word}&state=draft`), [hidden]);
	assert.deepEqual(await found(reader, `q=${word}&theme=${theme[0]}`), [shown]);
	assert.match(text(await reader.get(`/bulletins/${shown}`)), new RegExp(theme[1]));
	assert.match((await auditor.get(`/bulletins.csv?q=${word}`)).text, /Draft zebra/);
	assert.doesNotMatch((await reader.get(`/bulletins.csv?q=${word}`)).text, /Draft zebra/);
});

test("a double tap writes one bulletin, and begins one correction", async () => {
	const page = await writer.get("/bulletins/new"), title = `Tapped twice ${code}`;
	const answers = await Promise.all([1, 2, 3].map(() => writer.submit(page, { ...filled, title }, { path: "/bulletins/new" })));
	assert.deepEqual(answers.map((answer) => answer.status), [303, 303, 303]);
	assert.deepEqual(await sql(`SELECT COUNT(*) FROM bulletin WHERE title = '${title}'`), [["1"]]);
	assert.equal((await writer.get(answers[2].location)).status, 200);
	assert.notEqual(slugOf(await writer.submit(await writer.get("/bulletins/new"), { ...filled, title }, { path: "/bulletins/new" })), slugOf(answers[0]), "control: another form, another bulletin");

	const slug = await published({ title: `Corrected at once ${code}` }), open = await writer.get(`/bulletins/${slug}`);
	await Promise.all([1, 2, 3].map(() => press(writer, slug, "correct", open)));
	assert.deepEqual(await sql(`SELECT COUNT(*) FROM bulletin c JOIN bulletin b ON c.replaces_id = b.bulletin_id WHERE b.slug = '${slug}'`), [["1"]]);
});
