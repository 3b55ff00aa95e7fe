// import.test.mjs: lists of organisations, on the command line and in the browser: what would change, storing it, doing it again.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { Client, forms, raw, signIn } from "../lib/http.mjs";
import { root, sharedInstance } from "../lib/instance.mjs";
import { text } from "../lib/surveys.mjs";

const national = join(root, "../shared/data/epraccur-2024-01.csv");
const skip = existsSync(national) ? false : "../shared/data is not there";

// Codes of practices and of their commissioner that no other test and no other run has.
const stamp = (Date.now() % 36 ** 4).toString(36).toUpperCase().padStart(4, "0");
const commissioner = `T${stamp}`;
let made = 0;
const newCode = () => `${String.fromCharCode(65 + (made++ % 26))}${stamp}${Math.floor(made / 26) % 10}`;

/** A row of the national list. */
function row(code, { name = `SURGERY ${code}`, postcode = "BA1 1AA", opened = "19740401", closed = "", status = closed ? "C" : "A",
	by = commissioner, telephone = "01225 555555", setting = "4", address = ["1 HIGH STREET", "BATH", "", "", ""] } = {}) {
	return [code, name, "Y58", "QOX", ...address, postcode, opened, closed, status, "B", by, "20200401", "", telephone,
		"", "", "", "0", "", by, "", setting, ""].map((cell) => `"${cell.replaceAll("\"", "\"\"")}"`).join(",");
}
const list = (...rows) => `${rows.join("\r\n")}\r\n`;

let it, admin, other, auditor;
before(async () => {
	it = await sharedInstance();
	[admin, other, auditor] = await Promise.all(["administrator", "administrator", "auditor"].map(async (role) => signIn(it, await it.addUser(role))));
});
after(() => it.release());

function file(content, name = "list.csv") {
	const path = join(it.var, `${stamp}-${made++}-${name}`);
	writeFileSync(path, content);
	return path;
}
const run = (what, content, ...options) => it.soundings(["import", what, file(content), ...options]);
const stored = (code) => it.sql(`SELECT name, address, postcode, telephone, opened_on, closed_on, commissioner_code, row_version
	FROM organisation WHERE code = '${code}'`).then(([found]) => found);

/** Sends a file as a browser does. */
async function upload(client, content, { name = "list.csv", type = "text/csv", fields = {}, csrf } = {}) {
	const page = await client.get("/organisations/import");
	const body = new FormData();
	body.set("csrf", csrf ?? Object.fromEntries(forms(page.text).at(-1).fields).csrf);
	body.set("commissioner", fields.commissioner ?? commissioner);
	if (content !== undefined)
		body.set("file", new Blob([content], { type }), name);
	return client.request("/organisations/import", { method: "POST", body });
}
const store = (client, page, path) => client.submit(page, {}, { form: forms(page.text).findIndex(({ fields }) => fields.some(([name]) => name === "mark")), path });

test("new, changed, closed, unchanged, never had, not in the file; a second run has nothing to do", async () => {
	const [one, two, three, four, five] = Array.from({ length: 5 }, newCode);
	const first = await run("practices", list(row(one), row(two), row(three), row(four, { closed: "20200101" }), row(newCode(), { by: "T0" }),
		row(newCode(), { setting: "9" })), "--commissioner", commissioner.toLowerCase(), "--yes");
	assert.equal(first.status, 0, first.stderr);
	assert.match(first.stdout, /: 3 new; 1 closed before we had them, left out\nStored/);
	assert.deepEqual(await stored(one), [`SURGERY ${one}`, "1 HIGH STREET, BATH", "BA1 1AA", "01225 555555", "1974-04-01", "NULL", commissioner, "1"]);
	assert.equal(await stored(four), undefined);

	const next = list(row(one), row(two, { name: "A NEW NAME", telephone: "" }), row(five, { opened: "" }),
		row(three, { closed: "20240229" }));
	const preview = await run("practices", next, "--commissioner", commissioner);
	assert.equal(preview.status, 1, "nobody said yes");
	assert.match(preview.stdout, new RegExp(`New\n +${five}`));
	assert.match(preview.stdout, new RegExp(`Changed\n +${two}.*\n +Name: SURGERY ${two} → A NEW NAME\n\n`));
	assert.match(preview.stdout, new RegExp(`Closed\n +${three}.*\n +Closed on 29 February 2024`));
	assert.match(preview.stdout, /1 new, 1 changed, 1 closed; 1 as they were/);
	assert.equal((await stored(two))[0], `SURGERY ${two}`, "a preview stores nothing");
	assert.equal((await run("practices", next, "--commissioner", commissioner, "--yes")).status, 0);
	assert.equal((await stored(two))[3], "01225 555555", "an empty cell takes nothing away");
	assert.equal((await stored(three))[5], "2024-02-29");
	const again = await run("practices", next, "--commissioner", commissioner, "--yes");
	assert.match(again.stdout, /Nothing to do; 4 as they were/);
	assert.equal(again.status, 0);

	const gone = await run("practices", list(row(two), row(one, { by: "T1" })), "--commissioner", commissioner);
	assert.match(gone.stdout, new RegExp(`not in this file: .*\n +${five} `), "listed, and nothing done to it");
	assert.match(gone.stdout, new RegExp(`${one}.*\n +Commissioner code: ${commissioner} → T1`), "ours, and now another's");
	assert.equal((await stored(five))[5], "NULL");
	const trail = await it.sql(`SELECT action, ref, detail FROM audit WHERE subject = 'organisation' AND ref IN ('${one}', '${two}', '${three}') ORDER BY audit_id`);
	assert.deepEqual(trail.map(([action, ref]) => `${action} ${ref}`), [...[one, two, three].sort().map((code) => `add ${code}`),
		...[two, three].sort().map((code) => `change ${code}`)]);
	assert.deepEqual(JSON.parse(trail.find(([action, ref]) => action === "change" && ref === three)[2]), { closed_on: { from: "", to: "2024-02-29" } });
	const summary = await it.sql(`SELECT detail FROM audit WHERE action = 'import' AND subject = 'import' AND ref = '${commissioner}' ORDER BY audit_id DESC LIMIT 1`);
	const { new: fresh, changed, closed } = JSON.parse(summary[0][0]);
	assert.deepEqual([fresh, changed, closed], ["1", "1", "1"]);
});

test("each bad row is said with its line; the good ones are stored", async () => {
	const [good, last] = [newCode(), newCode()];
	const bad = [["A1", /not a practice's code/], [newCode(), { status: "X" }, /status/], [newCode(), { opened: "20230230" }, /open date/],
		[newCode(), { closed: "2023" }, /close date/], [newCode(), { status: "C" }, /without a close date/], [newCode(), { postcode: "NOWHERE" }, /postcode/],
		[newCode(), { name: "" }, /no name/], [newCode(), { name: "X".repeat(201) }, /longer than 200/], [good, {}, /on line 1 already/]];
	const lines = bad.map(([code, change]) => (change instanceof RegExp ? row(code) : row(code, change)));
	const content = Buffer.concat([Buffer.from(list(row(good), ...lines, "a,b", "\"open")), Buffer.from(`${row(newCode(), { name: "CAF\xc9" })}\r\n`, "latin1"),
		Buffer.from(list(row(newCode(), { name: "N\0L" }), row(last)))]);
	const result = await run("practices", content, "--commissioner", commissioner, "--yes", "--all");
	assert.equal(result.status, 0);
	bad.forEach(([, change, sentence], i) => assert.match(result.stdout, new RegExp(`line ${i + 2}: .*${(sentence ?? change).source}`)));
	for (const [line, words] of [[11, "2 columns, not 27"], [12, "quotation mark"], [13, "Latin-1"], [14, "NUL"]])
		assert.match(result.stdout, new RegExp(`line ${line}: .*${words}`));
	assert.match(result.stdout, /2 new; .*13 lines left out/);
	assert.ok(await stored(good) && await stored(last));
});

test("what is no list is refused whole", async () => {
	for (const [content, words] of [["", "empty"], ["%PDF-1.4", "PDF"], ["PK\x03\x04", "workbook"], ["a,b\nc,d\n", "neither"], [row(newCode(), { by: "T0" }), "no general practice of"]]) {
		const result = await run("practices", content, "--commissioner", commissioner, "--yes");
		assert.equal(result.status, 1);
		assert.match(result.stderr, new RegExp(words));
	}
	assert.match((await run("organisations", "name,kind\nX,practice\n", "--yes")).stderr, /no column called “code”/);
	assert.equal((await it.soundings(["import", "practices"])).status, 2);
	assert.equal((await it.soundings(["import", "practices", join(it.var, "nowhere.csv")])).status, 1);
});

test("a list of our own: any columns, groups as they are named, list sizes by date", async () => {
	const [one, two] = [`T-${stamp}-1`, `T-${stamp}-2`];
	const first = await run("organisations", `\ufeffName;x,Code,name,KIND,locality,Peer_group,patients,counted on,telephone\r\n,${one.toLowerCase()},"Smith & Sons",Practice,North ${stamp},Group ${stamp},"1,234",01/04/2025,'+44 1225\n,${two},Helpers,Voluntary organisation,,,,,\n`, "--yes");
	assert.equal(first.status, 0, first.stderr);
	assert.match(first.stdout, new RegExp(`North ${stamp}\n +Group ${stamp}`));
	assert.match(first.stdout, /not read: Name;x/);
	const sizes = `code,patients,counted on\n${one},1300,2026-04-01\n${two},,\n`;
	assert.match((await run("organisations", sizes, "--yes")).stdout, /List size: 1,300 on 1 April 2026[^]*1 changed; 1 as/);
	assert.match((await run("organisations", sizes, "--yes")).stdout, /Nothing to do/);
	await run("organisations", `code,patients,counted on\n${one},1000,2020-04-01\n`, "--yes");
	assert.deepEqual(await it.sql(`SELECT o.name, o.kind, o.telephone, o.patients, l.name, p.name, (SELECT COUNT(*) FROM list_size s WHERE s.organisation_id = o.organisation_id)
		FROM organisation o JOIN organisation_group l ON l.group_id = o.locality_id JOIN organisation_group p ON p.group_id = o.peer_group_id WHERE o.code = '${one}'`),
	[["Smith & Sons", "practice", "+44 1225", "1300", `North ${stamp}`, `Group ${stamp}`, "3"]]);
	const wrong = await run("organisations", `code,name,kind,locality,patients,counted on,postcode\n${two},,,North,,,\nX-${stamp},,practice,,,,\nY-${stamp},N,king,,,,\nC-${stamp},N,commissioner,,,,\n${one},,,,many,2026-01-01,\n${one},,,,5,,\nbad code!,,,,,,\n`, "--yes");
	for (const [line, words] of [[2, "only practices"], [3, "needs a name"], [4, "not a kind"], [5, "second commissioner"], [6, "not a number"], [7, "counted on"], [8, "not a code"]])
		assert.match(wrong.stdout, new RegExp(`line ${line}: .*${words}`));
	assert.equal(wrong.status, 1);
	assert.match(wrong.stdout, /Nothing can be used; 7 lines left out/);
	const shown = text(await admin.get((await upload(admin, `code,name,kind\nY-${stamp},N,king\n`, { name: "own.csv" })).location));
	assert.match(shown, /Nothing can be used .*Not one line of this file can be used\..*Line 2: .*not a kind/s);
	assert.doesNotMatch(shown, /here already\.|Nothing to do/);
	assert.ok((await it.sql(`SELECT 1 FROM search_word WHERE word = 'helpers'`)).length > 0, "lists find them");
});

test("what the list of organisations gives as a file has nothing to do here", async () => {
	const { text: csv } = await admin.get("/organisations.csv?state=all");
	const result = await run("organisations", csv, "--yes");
	assert.match(result.stdout, /Nothing to do; \d[\d,]* as they were\n$/, result.stdout.slice(-600));
});

test("in the browser: choose, look, store, and once is enough", async () => {
	const [one, two] = [newCode(), newCode()];
	const sent = await upload(admin, list(row(one, { name: "SURGERY <B>&\"" }), row(two), "broken,line"), { name: "\"><img>.csv" });
	assert.equal(sent.status, 303, text(sent));
	const page = await admin.get(sent.location);
	assert.equal(page.status, 200);
	assert.match(text(page), /What would change/);
	assert.match(text(page), /Line 3: The line has 2 columns, not 27/);
	assert.ok(page.text.includes("SURGERY &lt;B&gt;&amp;&quot;") && page.text.includes("&quot;&gt;&lt;img&gt;.csv") && !page.text.includes("<img>"));
	assert.equal(await stored(one), undefined);
	// nobody else's: the same as not there
	for (const [client, status] of [[other, 404], [auditor, 403], [new Client(it.staffUrl), 303]])
		assert.equal((await client.get(sent.location)).status, status);
	assert.equal((await store(admin, page, sent.location.replace(/.{4}$/, "0000"))).status, 404);
	const [done, twice] = await Promise.all([store(admin, page, sent.location), store(admin, page, sent.location)]);
	assert.deepEqual([done.status, twice.status, done.location], [303, 303, "/organisations"]);
	assert.match(text(await admin.get("/organisations")), /Stored: 2 new\.|stored already/);
	assert.equal((await stored(one))[0], "SURGERY <B>&\"");
	assert.equal((await it.sql(`SELECT COUNT(*) FROM audit WHERE action = 'add' AND ref = '${one}'`))[0][0], "1");
	assert.equal((await admin.get(sent.location)).status, 303);
	const form = await admin.get("/organisations/import");
	assert.match(form.text, new RegExp(`value="${commissioner}"`), "the code that was used last");
	const again = await upload(admin, list(row(one, { name: "SURGERY <B>&\"" }), row(two)));
	assert.match(text(await admin.get(again.location)), /Nothing to do/);
});

test("what changed while somebody looked is shown before anything is stored", async () => {
	const one = newCode();
	const sent = await upload(admin, list(row(one)));
	const page = await admin.get(sent.location);
	await run("practices", list(row(one, { name: "OTHER" })), "--commissioner", commissioner, "--yes");
	const answer = await store(admin, page, sent.location);
	assert.equal(answer.status, 422);
	assert.match(text(answer), /Somebody changed organisations while you were looking[^]*Name: OTHER → SURGERY/);
	assert.equal((await stored(one))[0], "OTHER");
	assert.equal((await store(admin, answer, sent.location)).status, 303);
	assert.equal((await stored(one))[0], `SURGERY ${one}`);
});

test("slips are said beside the field", async () => {
	for (const [content, options, sentence] of [[undefined, {}, "Choose a file"], ["", {}, "The file is empty"], ["%PDF-1.7", { name: "a.pdf" }, "This is a PDF file"],
		["a,b\n", {}, "This is neither"], ["x".repeat(8 * 1024 * 1024 + 1), {}, "larger than 8 MB"], [list(row(newCode())), { fields: { commissioner: "T0" } }, "no general practice of the commissioner “T0”"],
		[list(row(newCode())), { fields: { commissioner: "x".repeat(13) } }, "12 characters or fewer"]]) {
		const answer = await upload(admin, content, options);
		assert.equal(answer.status, 422, sentence);
		assert.ok(text(answer).includes(sentence), `${sentence}: ${text(answer).slice(0, 500)}`);
		assert.match(answer.text, /nhsuk-error-message/);
	}
});

test("hostile uploads: nothing is stored, and the next one works", async () => {
	const csrf = Object.fromEntries(forms((await admin.get("/organisations/import")).text).at(-1).fields).csrf;
	const cookie = [...admin.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
	const part = (name, value, more = "") => `--b\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`;
	const send = async (body, { type = "multipart/form-data; boundary=b", length = Buffer.byteLength(body), path = "/organisations/import" } = {}) =>
		(await raw(it.staffPort, `POST ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nCookie: ${cookie}\r\nContent-Type: ${type}\r\nContent-Length: ${length}\r\n\r\n${body}`)).status;
	const token = part("csrf", csrf);
	assert.equal(await send(`${token}--b--\r\n`), 422, "control");
	for (const body of ["", "--b", token, `${token}--b`, `${token}--c--`, `x${token}--b--`, part("csrf", csrf, "; name=\"x\"") + "--b--",
		`${token}${part("a", "b").repeat(200)}--b--`, `${token}--b\r\n${"x".repeat(9000)}: y\r\n\r\n--b--`, `${token}${part("a", "\xff")}--b--`])
		assert.equal(await send(body), body.includes("\xff") ? 422 : 400, JSON.stringify(body.slice(-60)));
	for (const type of ["multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"b", "multipart/mixed; boundary=b", "text/csv", ""])
		assert.ok([400, 415].includes(await send(`${token}--b--`, { type })), type);
	assert.equal(await send(`${token}--b--\r\n`, { path: "/organisations/new" }), 415, "files only where they go");
	assert.equal(await send(`${part("csrf", "x")}--b--`), 403);
	assert.equal(await send(token.padEnd(70_000, "x"), { path: "/organisations/new" }), 413);
	assert.equal(await send("x", { length: 11 * 1024 * 1024 + 1 }), 413);
	for (const name of ["../../x.csv", "x".repeat(300), "\"><img>.pdf", "\u202Egnp.csv"]) {
		const sent = await upload(admin, list(row(newCode())), { name });
		assert.equal(sent.status, 303);
		assert.doesNotMatch((await admin.get(sent.location)).text, /\.\.\/|<img>|\u202E|x{201}/);
	}
});

test("the national list: one commissioner's practices, and the whole of it", { skip }, async () => {
	const content = readFileSync(national);
	const path = file(content, "epraccur.csv");
	const first = await it.soundings(["import", "practices", path, "--commissioner", "16C", "--yes"]);
	assert.match(first.stdout, /81 new; 1 closed before we had them, left out\nStored/);
	const sent = await upload(admin, content, { fields: { commissioner: "16c" } });
	assert.match(text(await admin.get(sent.location)), /Nothing to do/);
	const whole = await upload(admin, content, { fields: { commissioner: "" } });
	const page = await admin.get(whole.location);
	assert.match(text(page), /6,\d{3}/);
	assert.match(text(page), /show all of every list/);
	assert.ok(page.text.length < 200_000);
});

test("lists that nobody came back to are gone after a day", async () => {
	const sent = await upload(admin, list(row(newCode())));
	const id = sent.location.split("/").at(-1);
	await it.sql(`UPDATE practice_import SET made_at = UTC_TIMESTAMP() - INTERVAL 25 HOUR WHERE import_id = UNHEX('${id}')`);
	await it.soundings(["jobs"]);
	assert.equal((await admin.get(sent.location)).status, 404);
});
