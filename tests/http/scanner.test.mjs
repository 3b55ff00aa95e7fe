// scanner.test.mjs: a virus scanner that finds something, that is away, that hangs: nothing is stored that was not scanned.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { eicar, startClamd } from "../lib/clamd.mjs";
import { addFile, fileLinks, jpeg, openFile, pdf } from "../lib/files.mjs";
import { decode, signIn } from "../lib/http.mjs";
import { incident } from "../lib/incidents.mjs";
import { startInstance } from "../lib/instance.mjs";

let it, clamd, reporter, account, ref, page;
const folder = mkdtempSync(join(tmpdir(), "soundings-clamd-")), socket = join(folder, "clamd.ctl");
before(async () => {
	clamd = await startClamd(socket);
	it = await startInstance({ env: { CLAMD: socket }, mail: false });
	account = await it.addUser("practice_member", { organisation: "ZZ-P01" });
	reporter = await signIn(it, account);
	ref = await incident(it, { organisation: "ZZ-P01", reporter: account.email });
	page = `/reports/${ref}/files`;
});
after(async () => {
	await clamd?.stop();
	await it?.stop();
	rmSync(folder, { recursive: true, force: true });
});

const words = (answer) => decode(answer.text.replace(/<[^>]+>/g, " ")).replace(/\s+/g, " ");
const stored = async () => Number((await it.sql("SELECT COUNT(*) FROM incident_file"))[0][0]) + Number((await it.sql("SELECT COUNT(*) FROM incident_file_body"))[0][0]);

test("what is clean is stored, and was scanned as it was sent", async () => {
	assert.match(words(await reporter.get(page)), /Each file is scanned for viruses before it is stored/);
	const sent = jpeg();
	assert.equal((await addFile(reporter, page, sent, "a.jpg")).status, 303);
	assert.deepEqual(clamd.seen.at(-1), sent, "with what is taken out of it");
	const shown = await reporter.get(page);
	assert.doesNotMatch(words(shown), /not scanned/);
	assert.equal((await openFile(reporter, fileLinks(shown)[0])).status, 200);
	assert.deepEqual(await it.sql("SELECT scan FROM incident_file"), [["clean"]]);
	const large = Buffer.concat([pdf(), Buffer.alloc(9 << 20, "x")]);
	assert.equal((await addFile(reporter, page, large, "large.pdf")).status, 303);
	assert.deepEqual(clamd.seen.at(-1), large);
});

test("EICAR: refused at the field, nothing stored, and the trail has it", async () => {
	const before = await stored();
	for (const [name, content] of [["a.txt", eicar], ["a.pdf", pdf(eicar)]]) {
		const answer = await addFile(reporter, page, content, name);
		assert.equal(answer.status, 422);
		assert.match(words(answer), /The virus scanner found Eicar-Signature in this file\. It was not stored/);
	}
	assert.equal(await stored(), before);
	const trail = await it.sql(`SELECT who, detail FROM audit WHERE action = 'refused' AND ref = '${ref}'`);
	assert.equal(trail.length, 2);
	assert.equal(trail[0][0], account.email);
	assert.match(trail[0][1], /Eicar-Signature/);
});

test("a scanner that is away, or answers nonsense: refused, with a sentence; afterwards it works again", async () => {
	const before = await stored();
	for (const mode of ["ends", "error", "noise"]) {
		clamd.mode = mode;
		const answer = await addFile(reporter, page, pdf(mode), "a.pdf");
		assert.equal(answer.status, 422, mode);
		assert.match(words(answer), /The virus scanner does not answer just now, so the file was not stored\. Try again in a few minutes/, mode);
	}
	await clamd.stop();
	assert.match(words(await addFile(reporter, page, pdf("away"), "a.pdf")), /The virus scanner does not answer just now/);
	const check = await it.soundings(["check"]);
	assert.equal(check.status, 1);
	assert.match(check.stderr, /virus scanner: /);
	assert.equal(await stored(), before);
	clamd = await startClamd(socket);
	assert.equal((await it.soundings(["check"])).status, 0);
	assert.equal((await addFile(reporter, page, pdf("back"), "a.pdf")).status, 303);
	assert.equal(await stored(), before + 2);
});

test("a scanner that hangs: refused after its time, and others are served meanwhile", async () => {
	const before = await stored(), workers = it.workers("staff").sort();
	for (const [mode, size] of [["silent", 1000], ["hangs", 9 << 20]]) {
		clamd.mode = mode;
		const begun = Date.now(), sending = addFile(reporter, page, Buffer.concat([pdf(mode), Buffer.alloc(size)]), "a.pdf");
		await new Promise((resolve) => { setTimeout(resolve, 1500); });
		const asked = Date.now();
		assert.equal((await reporter.get(page)).status, 200, "the same person, who holds no lock meanwhile");
		assert.ok(Date.now() - asked < 4000, `${Date.now() - asked} ms`);
		const answer = await sending;
		assert.equal(answer.status, 422, mode);
		assert.match(words(answer), /The virus scanner does not answer just now/);
		assert.ok(Date.now() - begun < 14_000, `${mode}: ${Date.now() - begun} ms`);
	}
	clamd.mode = "scans";
	assert.deepEqual(it.workers("staff").sort(), workers, "no worker's watchdog bit");
	assert.equal(await stored(), before);
});
