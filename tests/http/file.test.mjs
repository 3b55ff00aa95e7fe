// file.test.mjs: files of incidents: adding, opening, removing, by whom; what is refused, and what is taken out of pictures.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { addFile, compound, docx, fileLinks, jpeg, jpegClean, openFile, pdf, png, webp, zip } from "../lib/files.mjs";
import { decode, signIn } from "../lib/http.mjs";
import { incident, investigation } from "../lib/incidents.mjs";
import { sharedInstance } from "../lib/instance.mjs";

let it, people;
const accounts = {};
before(async () => {
	it = await sharedInstance();
	const wanted = { reporter: ["practice_member", "ZZ-P01"], colleague: ["practice_member", "ZZ-P01"], author: ["author", "ZZ-P01"], stranger: ["practice_member", "ZZ-P02"],
		provider: ["provider_member", "ZZ-V01"], other_provider: ["provider_member", "ZZ-V02"], manager: ["incident_manager"], auditor: ["auditor"], administrator: ["administrator"] };
	people = Object.fromEntries(await Promise.all(Object.entries(wanted).map(async ([name, [role, organisation]]) => {
		accounts[name] = await it.addUser(role, { organisation, name: `Test ${name}` });
		return [name, await signIn(it, accounts[name])];
	})));
});
after(() => it.release());

const make = (state, more) => incident(it, { organisation: "ZZ-P01", reporter: accounts.reporter.email, state, ...more });
const one = async (query) => (await it.sql(query))[0]?.[0];
const idOf = (ref) => `(SELECT incident_id FROM incident WHERE ref = '${ref}')`;
const rows = (ref) => it.sql(`SELECT name, type, size, audience, scan, removed_at IS NULL FROM incident_file WHERE incident_id = ${idOf(ref)} ORDER BY file_id`);
const parts = (ref) => one(`SELECT COUNT(*) FROM incident_file_body b JOIN incident_file f ON f.file_id = b.file_id WHERE f.incident_id = ${idOf(ref)}`).then(Number);
const words = (page) => decode(page.text.replace(/<script[^]*?<\/script>/g, "").replace(/<[^>]+>/g, " ")).replace(/\s+/g, " ");
const trail = (ref, action) => it.sql(`SELECT who, detail FROM audit WHERE subject = 'incident' AND ref = '${ref}' AND action = '${action}'`);
const status = async (client, path) => (await client.get(path)).status;

/** Adds one and gives its address. */
async function added(client, path, content, name, fields) {
	const answer = await addFile(client, path, content, name, fields);
	assert.equal(answer.status, 303, words(answer).slice(0, 900));
	assert.equal(answer.location, path);
	return fileLinks(await client.get(path)).at(-1);
}

test("a draft: its writer adds a file, opens it byte for byte, and removes it; nobody else knows of it", async () => {
	const ref = await make("draft"), page = `/reports/${ref}/files`, sent = pdf("bytes \0\r\n--boundary");
	assert.match(words(await people.reporter.get(page)), /There are no files.*Files are not scanned for viruses here/);
	assert.equal((await addFile(people.reporter, page, sent, "Letter of the clinic.pdf")).location, page);
	const shown = await people.reporter.get(page), [path] = fileLinks(shown);
	assert.match(words(shown), /Added: Letter of the clinic\.pdf\./);
	assert.match(words(shown), /Letter of the clinic\.pdf PDF, \d+ bytes, not scanned for viruses Added .* You Remove Remove Letter/);
	const answer = await openFile(people.reporter, path);
	assert.equal(answer.status, 200);
	assert.deepEqual(answer.bytes, sent);
	for (const [name, client] of Object.entries(people).filter(([name]) => name !== "reporter"))
		for (const address of [path, page, `/incidents/${ref}/files`, `${path}/remove`])
			assert.ok([403, 404].includes(await status(client, address)), `${name} ${address}`);
	assert.deepEqual(await it.sql(`SELECT kind FROM incident_event WHERE incident_id = ${idOf(ref)}`), []);
	assert.equal(await parts(ref), 1);
	const remove = await people.reporter.get(`${path}/remove`);
	assert.equal((await people.reporter.submit(remove)).status, 303);
	assert.equal(await parts(ref), 0);
	assert.deepEqual((await rows(ref)).map((row) => row[5]), ["0"], "the row stays");
	assert.equal(await status(people.reporter, path), 404);
	assert.match(words(await people.reporter.get(page)), /There are no files/);
	// A draft that is thrown away takes its files along.
	await added(people.reporter, page, sent, "again.pdf");
	await it.sqlAs("staff", `DELETE FROM incident_draft WHERE ref = '${ref}'`);
	assert.equal(await one(`SELECT COUNT(*) FROM incident_file_body b LEFT JOIN incident_file f ON f.file_id = b.file_id WHERE f.file_id IS NULL`), "0");
});

test("a download is an attachment of no type, in a sandbox, and the trail has it", async () => {
	const ref = await make("submitted"), path = await added(people.reporter, `/reports/${ref}/files`, pdf(), "\"><img> déjà.pdf");
	const { headers, status: got } = await openFile(people.manager, path);
	assert.equal(got, 200);
	assert.equal(headers.get("content-type"), "application/octet-stream");
	assert.equal(headers.get("content-disposition"), "attachment; filename=\"___img_ d_j_.pdf\"; filename*=UTF-8''%22%3E%3Cimg%3E%20d%C3%A9j%C3%A0.pdf");
	assert.equal(headers.get("x-content-type-options"), "nosniff");
	assert.equal(headers.get("cache-control"), "no-store");
	assert.equal(headers.get("content-length"), String(pdf().length));
	assert.match(headers.get("content-security-policy"), /(^|, )sandbox($|, )/);
	assert.match(headers.get("content-security-policy"), /default-src 'none'/);
	const exports = await trail(ref, "export");
	assert.deepEqual(exports.map(([who]) => who), [accounts.manager.email]);
	assert.match(exports[0][1], new RegExp(path.slice(7)));
	assert.doesNotMatch(exports[0][1], /img/, "a name may be a patient's");
	assert.equal((await trail(ref, "add")).length, 1);
});

test("a sent report: who may open what, and remove it", async () => {
	const ref = await make("submitted"), report = `/reports/${ref}/files`, page = `/incidents/${ref}/files`;
	const theirs = await added(people.reporter, report, pdf("theirs"), "theirs.pdf");
	const managers = await added(people.manager, page, pdf("managers"), "managers.pdf", { opened_by: "managers" });
	const told = await added(people.manager, page, pdf("told"), "told.pdf", { opened_by: "practice" });
	const expected = { reporter: [200, 404, 200], colleague: [200, 404, 200], author: [403, 403, 403], stranger: [404, 404, 404], provider: [404, 404, 404], other_provider: [404, 404, 404],
		manager: [200, 200, 200], auditor: [200, 200, 200], administrator: [403, 403, 403] };
	for (const [name, client] of Object.entries(people)) {
		const got = [];
		for (const path of [theirs, managers, told])
			got.push(await status(client, path));
		assert.deepEqual(got, expected[name], name);
	}
	assert.deepEqual(fileLinks(await people.reporter.get(report)), [theirs, told]);
	assert.doesNotMatch((await people.reporter.get(report)).text, /Test manager|managers\.pdf/);
	assert.match(words(await people.manager.get(page)), /managers\.pdf .*For Incident managers .*told\.pdf .*For The practice that reported/);
	assert.match(words(await people.manager.get(`/incidents/${ref}`)), /Files .*theirs\.pdf/);
	const read = await people.auditor.get(`/incidents/${ref}`);
	assert.deepEqual(fileLinks(read), [theirs, managers, told]);
	assert.doesNotMatch(read.text, /\/files"|\/remove"/);
	assert.equal(await status(people.auditor, page), 403);
	// What the reporter is told, by an event and by a message without content.
	assert.equal(await one(`SELECT COUNT(*) FROM incident_event WHERE incident_id = ${idOf(ref)} AND kind = 'told' AND text = 'There is a new file for you.'`), "1");
	assert.deepEqual(await it.sql(`SELECT audience FROM incident_event WHERE incident_id = ${idOf(ref)} AND kind = 'file' ORDER BY event_id`),
		[["manager,reporter"], ["manager"], ["manager"]]);
	for (const [name, client] of Object.entries(people).filter(([name]) => name !== "manager")) {
		assert.ok([403, 404].includes(await status(client, `${theirs}/remove`)), name);
		const csrf = /name="csrf" value="([^"]+)"/.exec((await client.get("/")).text)[1];
		assert.ok([403, 404].includes((await client.post(`${theirs}/remove`, { csrf, why: "x" })).status), name);
		if (!["reporter", "colleague"].includes(name))
			assert.ok([403, 404].includes((await addFile(client, report, pdf("x"), "x.pdf")).status), name);
		assert.ok([403, 404].includes((await addFile(client, page, pdf("x"), "x.pdf", { opened_by: "practice" })).status), name);
	}
	assert.equal(await parts(ref), 3);
	const remove = await people.manager.get(`${theirs}/remove`);
	const empty = await people.manager.submit(remove);
	assert.equal(empty.status, 422);
	assert.match(words(empty), /Say why it is removed/);
	assert.equal((await people.manager.submit(remove, { why: "It shows who the patient is" })).status, 303);
	assert.equal(await parts(ref), 2);
	assert.equal(await status(people.manager, theirs), 404);
	assert.match(words(await people.manager.get(page)), /theirs\.pdf PDF, \d+ bytes Removed on .* by Test manager: It shows who the patient is/);
	const seen = words(await people.reporter.get(report));
	assert.match(seen, /theirs\.pdf PDF, \d+ bytes Removed on/);
	assert.doesNotMatch(seen, /It shows who/);
	assert.equal((await trail(ref, "remove")).length, 1);
	assert.equal((await people.manager.submit(remove, { why: "twice" })).status, 404);
});

test("who was asked opens what is for their request, and nothing else", async () => {
	const ref = await make("submitted"), page = `/incidents/${ref}/files`;
	const ask = async (code, letters) => {
		await it.sql(`INSERT INTO investigation_request (ref, submission, incident_id, organisation_id, asked_by, asked_at, due_on, subject, brief, questions, state_at)
			SELECT '${letters}', RANDOM_BYTES(16), ${idOf(ref)}, (SELECT organisation_id FROM organisation WHERE code = '${code}'), person_id, UTC_TIMESTAMP(), '2027-01-01', 's', 'b', 'q',
			UTC_TIMESTAMP() FROM person WHERE email = '${accounts.manager.email}'`);
		return letters;
	};
	const name = () => Array.from({ length: 9 }, (_, i) => (i === 4 ? "-" : "BCDFGHJKMNPQRSTVWXZ"[Math.floor(Math.random() * 19)])).join("");
	const [asked, other] = [await ask("ZZ-V01", name()), await ask("ZZ-V02", name())];
	const [theirs, others, managers] = [await added(people.manager, page, pdf("1"), "1.pdf", { opened_by: asked }),
		await added(people.manager, page, pdf("2"), "2.pdf", { opened_by: other }), await added(people.manager, page, pdf("3"), "3.pdf", { opened_by: "managers" })];
	assert.equal(await status(people.provider, theirs), 200);
	assert.equal(await status(people.provider, others), 404);
	assert.equal(await status(people.provider, managers), 404);
	assert.equal(await status(people.reporter, theirs), 404);
	assert.equal((await addFile(people.manager, page, pdf("4"), "4.pdf", { opened_by: "BBBB-BBBB" })).status, 422, "a request of another incident");
	await it.sql(`UPDATE investigation_request SET state = 'withdrawn' WHERE ref = '${asked}'`);
	assert.equal(await status(people.provider, theirs), 404);
	assert.equal(await status(people.manager, theirs), 200);
});

test("the door of who was asked: their files and what a manager shares with them; never the practice's", async () => {
	const ref = await make("provider"), asks = (organisation) => investigation(it, { incident: ref, organisation, by: accounts.manager.email });
	const [asked, other] = [await asks("ZZ-V01"), await asks("ZZ-V02")], door = `/investigations/${asked}/files`;
	const practices = await added(people.reporter, `/reports/${ref}/files`, pdf("practice"), "Canary of the practice.pdf");
	const told = await added(people.manager, `/incidents/${ref}/files`, pdf("told"), "Canary told.pdf", { opened_by: "practice" });
	const kept = await added(people.manager, `/incidents/${ref}/files`, pdf("kept"), "Canary kept.pdf", { opened_by: "managers" });
	const others = await added(people.manager, `/incidents/${ref}/files`, pdf("others"), "Canary of another.pdf", { opened_by: other });
	assert.match(words(await people.provider.get(door)), /There are no files/);
	const mail = (person, subject) => one(`SELECT COUNT(*) FROM mail WHERE recipient = '${accounts[person].email}' AND subject = '${subject}'`).then(Number);
	const before = await mail("provider", "A file for your organisation");
	const shared = await added(people.manager, `/incidents/${ref}/files`, pdf("shared"), "shared.pdf", { opened_by: asked });
	assert.equal(await mail("provider", "A file for your organisation"), before + 1);
	const own = await added(people.provider, door, pdf("own"), "own.pdf");
	assert.equal(await mail("manager", "An organisation has answered"), 1);
	for (const page of [door, `/investigations/${asked}`]) {
		const shown = await people.provider.get(page);
		assert.deepEqual(fileLinks(shown), [shared, own], page);
		assert.match(words(shown), /shared\.pdf .* Added .*own\.pdf .* You/);
		assert.doesNotMatch(shown.text, page === door ? /Canary|Test manager|Test reporter|\/remove"/ : /Canary|Test reporter|\/remove"/, page); // who asked is named
	}
	assert.ok((await people.provider.get(`/investigations/${asked}`)).text.includes(`href="${door}"`));
	assert.deepEqual([...fileLinks(await people.auditor.get(`/incidents/${ref}/requests/${asked}`))], [shared, own]);
	assert.match(words(await people.manager.get(`/incidents/${ref}`)), /own\.pdf .* Test provider, /);
	const expected = { provider: [200, 200, 404, 404, 404, 404], other_provider: [404, 404, 404, 404, 404, 200], reporter: [404, 404, 200, 200, 404, 404],
		stranger: [404, 404, 404, 404, 404, 404], manager: [200, 200, 200, 200, 200, 200], auditor: [200, 200, 200, 200, 200, 200], author: [403, 403, 403, 403, 403, 403] };
	for (const [name, list] of Object.entries(expected)) {
		const got = [];
		for (const path of [shared, own, practices, told, kept, others])
			got.push(await status(people[name], path));
		assert.deepEqual(got, list, name);
	}
	// Through the door itself: who was not asked, by either method.
	for (const name of ["other_provider", "reporter", "stranger", "manager", "auditor"]) {
		const answers = [await status(people[name], door), (await addFile(people[name], door, pdf(name), "x.pdf")).status];
		assert.deepEqual(answers, name === "other_provider" ? [404, 404] : [403, 403], name);
	}
	assert.equal((await addFile(people.provider, `/investigations/${other}/files`, pdf("x"), "x.pdf")).status, 404);
	// Nobody chooses for whom it is but a manager.
	assert.equal((await addFile(people.provider, door, pdf("mine"), "mine.pdf", { opened_by: "practice" })).status, 303);
	assert.equal(await one(`SELECT audience FROM incident_file WHERE name = 'mine.pdf' AND incident_id = ${idOf(ref)}`), "manager,provider");
	assert.equal((await rows(ref)).length, 7);
	await it.sql(`UPDATE investigation_request SET state = 'accepted' WHERE ref = '${asked}'`);
	assert.deepEqual([await status(people.provider, own), await status(people.provider, door)], [200, 200]);
	await it.sql(`UPDATE investigation_request SET state = 'withdrawn' WHERE ref = '${asked}'`);
	assert.deepEqual([await status(people.provider, own), await status(people.provider, shared), await status(people.provider, door),
		(await addFile(people.provider, door, pdf("late"), "late.pdf")).status], [404, 404, 404, 404]);
	assert.equal(await status(people.manager, own), 200);
});

test("pictures lose where and when they were taken, and stay the right way up", async () => {
	const ref = await make("submitted"), page = `/reports/${ref}/files`;
	for (const [name, sent, clean] of [["a.JPG", jpeg(6), jpegClean(6)], ["a.png", png(), png({ telling: false })], ["a.webp", webp(), webp({ telling: false })]]) {
		assert.match(sent.toString("latin1"), /CANARY/);
		const { bytes } = await openFile(people.manager, await added(people.reporter, page, sent, name));
		assert.doesNotMatch(bytes.toString("latin1"), /CANARY/);
		assert.deepEqual(bytes, clean, name);
	}
	// Not from the database either.
	assert.equal(await one(`SELECT COUNT(*) FROM incident_file_body b JOIN incident_file f ON f.file_id = b.file_id
		WHERE f.incident_id = ${idOf(ref)} AND INSTR(b.bytes, 'CANARY')`), "0");
});

test("every kind that is taken; what is none of them says why at the field", async () => {
	const ref = await make("submitted"), page = `/reports/${ref}/files`, mail = "From: a@b.example\r\nSubject: About it\r\n\r\nWords.\r\n";
	for (const [name, content, type] of [["a.docx", docx(), "docx"], ["a.doc", compound("WordDocument"), "doc"], ["a.msg", compound("__properties_version1.0"), "msg"],
		["a.eml", mail, "eml"], ["a.txt", "Plain words.\n", "txt"], ["no ending", pdf("n"), "pdf"]]) {
		await added(people.reporter, page, content, name);
		assert.equal((await rows(ref)).at(-1)[1], type, name);
	}
	assert.equal((await rows(ref)).at(-1)[0], "no ending.pdf");
	const before = await parts(ref);
	for (const [name, content, sentence] of [
		["a.pdf", "", "The file is empty"], ["a.pdf", jpeg(), "The name ends in .pdf, but the file is a JPEG picture"], ["a.jpg", pdf("x"), "The name ends in .jpg, but the file is a PDF"],
		["a.exe", Buffer.from("MZ\x90\0\x03\0\0\0\x04"), "The file must be a PDF"], ["a.pdf", Buffer.from("MZ\x90\0\x03\0\0\0\x04"), "The file must be a PDF"],
		["a.html", "<!DOCTYPE html><html><script>alert(1)</script></html>", "The file must be a PDF"], ["a.svg", "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "The file must be a PDF"],
		["a.docx", zip({ "a.txt": "x" }), "The file must be a PDF"], ["a.docx", docx({ "word/vbaProject.bin": "x" }), "has macros"], ["a.doc", compound("EncryptedPackage"), "needs a password"],
		["a.jpg", jpeg().subarray(0, 200), "The picture is damaged"], ["a.png", png().subarray(0, 60), "The picture is damaged"], ["a.pdf.exe", pdf("y"), "The name ends in .exe"],
		["a.heic", Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic", "latin1"), "HEIC"], [undefined, undefined, "Choose a file"]]) {
		const answer = await addFile(people.reporter, page, content, name);
		assert.equal(answer.status, 422, `${name} ${sentence}`);
		assert.ok(decode(/id="file-error">([^]*?)<input/.exec(answer.text)?.[1] ?? "").includes(sentence), `${name}: ${words(answer).slice(0, 400)}`);
	}
	assert.equal(await parts(ref), before);
});

test("hostile names are cleaned, shown as they are, and kept", async () => {
	const ref = await make("submitted"), page = `/reports/${ref}/files`;
	const names = [["\"><img src=x>.pdf", "\"><img src=x>.pdf"], ["../../etc/passwd.pdf", "passwd.pdf"], ["C:\\Users\\me\\notes.pdf", "notes.pdf"], [`${"a".repeat(300)}.pdf`, `${"a".repeat(196)}.pdf`],
		["a\u202Efdp.exe.pdf", "afdp.exe.pdf"], ["{{TITLE}}%n%s.pdf", "{{TITLE}}%n%s.pdf"], ["Ünï 🙂.pdf", "Ünï 🙂.pdf"], [" .. .pdf", "pdf.pdf"]];
	for (const [i, [name, kept]] of names.entries()) {
		const path = await added(people.reporter, page, pdf(`name ${i}`), name);
		assert.equal(Buffer.from(await one(`SELECT HEX(name) FROM incident_file WHERE ref = '${path.slice(7)}'`), "hex").toString(), kept);
		const shown = await people.reporter.get(page);
		assert.ok(words(shown).includes(kept), kept);
		assert.doesNotMatch(shown.text, /<img src=x/);
		assert.equal(decodeURIComponent(/filename\*=UTF-8''(.*)$/.exec((await openFile(people.reporter, path)).headers.get("content-disposition"))[1]), kept);
	}
	for (const path of ["/files/x", `/files/${"0".repeat(32)}`, `/files/${"0".repeat(32)}/remove`, `/files/${"A".repeat(32)}`])
		assert.equal(await status(people.manager, path), 404, path);
});

test("10 MB is taken and comes back, a byte more is not; 10 files; 30 MB; the same once", async () => {
	const ref = await make("submitted"), page = `/reports/${ref}/files`, most = 10 * 1024 * 1024, big = Buffer.concat([pdf(), Buffer.alloc(most - pdf().length, "0123456789abcdef")]);
	assert.match(words(await addFile(people.reporter, page, Buffer.concat([big, Buffer.from("x")]), "big.pdf")), /The file is larger than 10 MB/);
	const tooLarge = await addFile(people.reporter, page, Buffer.concat([big, Buffer.alloc(1 << 20)]), "big.pdf");
	assert.equal(tooLarge.status, 413);
	assert.match(words(tooLarge), /that file is too large/);
	assert.deepEqual(await rows(ref), []);
	const path = await added(people.reporter, page, big, "big.pdf");
	assert.deepEqual((await openFile(people.manager, path)).bytes, big);
	const again = await addFile(people.reporter, page, big, "big again.pdf");
	assert.equal(again.status, 303);
	assert.match(words(await people.reporter.get(page)), /This file is here already/);
	assert.equal((await rows(ref)).length, 1);
	await it.sql(`INSERT INTO incident_file (ref, incident_id, name, type, size, sha256, added_at, person_id, organisation_id, audience, scan)
		SELECT LOWER(HEX(RANDOM_BYTES(16))), incident_id, 'b.pdf', 'pdf', 20971500, RANDOM_BYTES(32), added_at, person_id, organisation_id, audience, scan FROM incident_file WHERE incident_id = ${idOf(ref)}`);
	assert.match(words(await addFile(people.reporter, page, pdf(), "c.pdf")), /larger than 30 MB/);
	for (let i = 0; i < 8; i++)
		await it.sql(`INSERT INTO incident_file (ref, incident_id, name, type, size, sha256, added_at, person_id, organisation_id, audience, scan)
			SELECT LOWER(HEX(RANDOM_BYTES(16))), incident_id, 'b.pdf', 'pdf', 1, RANDOM_BYTES(32), added_at, person_id, organisation_id, audience, scan FROM incident_file WHERE incident_id = ${idOf(ref)} LIMIT 1`);
	assert.match(words(await addFile(people.reporter, page, pdf(), "c.pdf")), /There are 10 files already/);
	// Each organisation has its own room.
	assert.equal((await addFile(people.manager, `/incidents/${ref}/files`, pdf(), "c.pdf", { opened_by: "managers" })).status, 303);
});

test("files that are sent at the same moment do not pass the limits together", async () => {
	const ref = await make("submitted"), page = `/reports/${ref}/files`, put = (n, size) => it.sql(Array.from({ length: n }, () => `INSERT INTO incident_file
		(ref, incident_id, name, type, size, sha256, added_at, person_id, organisation_id, audience, scan) SELECT LOWER(HEX(RANDOM_BYTES(16))), ${idOf(ref)}, 'b.pdf', 'pdf', ${size},
		RANDOM_BYTES(32), UTC_TIMESTAMP(), p.person_id, o.organisation_id, 'manager,reporter', 'clean' FROM person p JOIN organisation o ON o.code = 'ZZ-P01'
		WHERE p.email = '${accounts.reporter.email}'`).join("; "));
	const together = () => Promise.all(Array.from({ length: 6 }, (_, i) => addFile(people.reporter, page, pdf(`at once ${i} ${Math.random()}`), `${i}.pdf`)));
	await put(8, 1);
	const answers = await together();
	assert.equal((await rows(ref)).length, 10);
	assert.deepEqual(answers.map(({ status: one }) => one).sort(), [303, 303, 422, 422, 422, 422]);
	const other = await make("submitted"), at = `/reports/${other}/files`, most = Buffer.alloc(9 << 20, "x");
	const large = await Promise.all([1, 2, 3, 4].map((i) => addFile(people.reporter, at, Buffer.concat([pdf(`large ${i}`), most]), `${i}.pdf`)));
	assert.deepEqual(large.map(({ status: one }) => one).sort(), [303, 303, 303, 422], "30 MB at most");
});

test("the database keeps a file as it was, whoever asks, and its bytes until it is removed", async () => {
	const ref = await make("submitted");
	await added(people.reporter, `/reports/${ref}/files`, pdf(), "kept.pdf");
	for (const change of ["name = 'x'", "audience = 'provider'", "sha256 = RANDOM_BYTES(32)", "incident_id = incident_id + 1", "scan = 'clean'"])
		await assert.rejects(it.sqlAs("staff", `UPDATE incident_file SET ${change} WHERE incident_id = ${idOf(ref)}`), /a file stays as it was added|foreign key/);
	await it.sqlAs("staff", "DELETE FROM incident_file_removed");
	assert.equal(await parts(ref), 1);
	await it.sqlAs("staff", `UPDATE incident_file SET removed_at = UTC_TIMESTAMP() WHERE incident_id = ${idOf(ref)}`);
	await assert.rejects(it.sqlAs("staff", `UPDATE incident_file SET removed_at = NULL WHERE incident_id = ${idOf(ref)}`), /a file stays/);
	await it.sqlAs("staff", "DELETE FROM incident_file_removed");
	assert.equal(await parts(ref), 0);
});

test("a form whose session is over: nothing is stored; a wrong token: neither", async () => {
	const ref = await make("submitted"), page = `/reports/${ref}/files`;
	const answer = await addFile(people.reporter, page, pdf(), "a.pdf", { csrf: "A".repeat(43) });
	assert.equal(answer.status, 403);
	assert.deepEqual(await rows(ref), []);
});
