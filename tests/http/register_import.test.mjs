// register_import.test.mjs: the register out of a CSV file or a workbook: what would change, lines that are wrong, storing it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { forms, signIn } from "../lib/http.mjs";
import { newRef } from "../lib/incidents.mjs";
import { sharedInstance } from "../lib/instance.mjs";
import { text } from "../lib/surveys.mjs";
import { serial, workbook, workbookParts, zip } from "../lib/xlsx.mjs";

let it, reviewer, other;
before(async () => {
	it = await sharedInstance();
	[reviewer, other] = await Promise.all(["contract_reviewer", "contract_reviewer"].map(async (role) => signIn(it, await it.addUser(role))));
	await it.sql("INSERT IGNORE INTO organisation (code, name, kind) VALUES ('INTAKE1', 'Intake Carers', 'voluntary'), ('INTAKE2', 'Twice Named', 'voluntary'), ('INTAKE3', 'Twice Named', 'voluntary')");
});
after(() => it.release());

const heads = ["Reference", "Organisation", "Service", "Start", "End as signed", "Value this year"];
const csv = (...rows) => rows.map((row) => row.map((cell) => `"${String(cell ?? "").replaceAll("\"", "\"\"")}"`).join(",")).join("\r\n");
const fresh = () => `IN/${newRef()}`;
const stored = async (reference, columns = "service, starts_on, ends_on, value_now, kind, status") => (await it.sql(`SELECT ${columns} FROM contract WHERE reference = '${reference}'`))[0];

async function upload(client, content, name = "register.csv") {
	const page = await client.get("/contracts/import"), body = new FormData();
	body.set("csrf", Object.fromEntries(forms(page.text).at(-1).fields).csrf);
	if (content !== undefined)
		body.set("file", new Blob([content]), name);
	return client.request("/contracts/import", { method: "POST", body });
}
const storing = (page) => ({ form: forms(page.text).findIndex(({ fields }) => fields.some(([field]) => field === "mark")) });
/** Uploads, looks and stores; gives the page that was looked at. */
async function take(content, name) {
	const sent = await upload(reviewer, content, name);
	assert.equal(sent.status, 303, text(sent));
	const page = await reviewer.get(sent.location), answer = await reviewer.submit(page, {}, { ...storing(page), path: sent.location });
	assert.equal(answer.location, "/contracts", text(answer));
	return { page, at: sent.location };
}

test("new, changed, unchanged; nothing is stored before somebody has seen it; histories and the trail say so", async () => {
	const [one, two] = [fresh(), fresh()];
	const sent = await upload(reviewer, csv(heads, [one, "Intake Carers", "Carers' breaks", "2025-04-01", "31/03/2028", "£12,000.50"], [two, "Intake Carers", "Advocacy", "2025-04-01", "2026-03-31", ""]));
	const page = await reviewer.get(sent.location);
	assert.match(text(page), /What would change.*New 2.*Carers' breaks.*Start: 1 April 2025/s);
	assert.doesNotMatch(text(page), /every n months/, "nothing is said of months that the file does not have");
	assert.equal(await stored(one), undefined, "only looked at");
	assert.equal((await reviewer.submit(page, {}, { ...storing(page), path: sent.location })).status, 303);
	assert.deepEqual(await stored(one), ["Carers' breaks", "2025-04-01", "2028-03-31", "1200050", "contract", "live"]);
	assert.equal((await it.sql(`SELECT e.kind FROM contract_event e JOIN contract c USING (contract_id) WHERE c.reference = '${one}'`))[0][0], "imported");
	assert.equal((await it.sql(`SELECT COUNT(*) FROM audit a JOIN contract c ON c.ref = a.ref WHERE a.subject = 'contract' AND c.reference = '${one}'`))[0][0], "1");
	assert.match((await reviewer.submit(page, {}, { ...storing(page), path: sent.location })).location, /\/contracts$/, "twice is once");
	assert.equal((await it.sql(`SELECT COUNT(*) FROM contract WHERE reference IN ('${one}', '${two}')`))[0][0], "2");

	const { page: next } = await take(csv([...heads, "Annual values", "Strategic aim"], [one, "", "Breaks for carers", "", "", "", "2025/26 12000.50; 2026/27 13,000", `Aim ${one}`], [two, "Intake Carers", "Advocacy", "", "", ""]));
	assert.match(text(next), /Changed 1.*As they were 1.*Service: Carers' breaks → Breaks for carers/s);
	assert.deepEqual((await stored(one, "service, ends_on, (SELECT COUNT(*) FROM contract_value v WHERE v.contract_id = contract.contract_id), (SELECT name FROM contract_aim a WHERE a.aim_id = contract.aim_id)")),
		["Breaks for carers", "2028-03-31", "2", `Aim ${one}`]);
});

test("lines that are wrong are said by line and left out; the others are stored", async () => {
	const [good, ...bad] = Array.from({ length: 9 }, fresh);
	const { page } = await take(csv([...heads, "Kind"], [bad[0], "Nobody at all", "X", "2025-04-01", "2026-03-31"], [bad[1], "Twice Named", "X", "2025-04-01", "2026-03-31"],
		[bad[2], "Intake Carers", "X", "2025-02-30", "2026-03-31"], [bad[3], "Intake Carers", "X", "2026-04-01", "2025-03-31"], [bad[4], "Intake Carers", "", "2025-04-01", "2026-03-31"],
		[bad[5], "Intake Carers", "X", "2025-04-01", "2026-03-31", "twelve"], [bad[6], "Intake Carers", "X", "2025-04-01", "2026-03-31", "1", "loan"], ["", "Intake Carers", "X"],
		[good, "Intake Carers", "=cmd|' /C calc'!A0", "2025-04-01", "2026-03-31"], [good, "Intake Carers", "X", "2025-04-01", "2026-03-31"], [bad[7], "Intake Carers", "x".repeat(201), "2025-04-01", "2026-03-31"]));
	const said = text(page);
	for (const [line, words] of [[2, "No organisation is called “Nobody at all”"], [3, "Several organisations"], [4, "Start is “2025-02-30”"], [5, "It ends before it starts"], [6, "no service"],
		[7, "Value this year is “twelve”"], [8, "Kind is “loan”"], [9, "no reference"], [11, "Line 10 has the same reference"], [12, "at most 200 characters"]])
		assert.ok(said.includes(`Line ${line}: `) && said.includes(words), `${line} ${words}: ${said}`);
	assert.deepEqual((await stored(good))[0], "=cmd|' /C calc'!A0", "kept as typed; exports make it harmless");
	assert.equal((await it.sql(`SELECT COUNT(*) FROM contract WHERE reference IN (${bad.map((one) => `'${one}'`).join()})`))[0][0], "0");
});

test("every fault of a line is told at once, whether the file shows it or what is here already", async () => {
	const [one, known, twice] = [fresh(), fresh(), fresh()], columns = [...heads, "Current end", "Kind", "Lead", "Published"];
	await take(csv(heads, [known, "Intake Carers", "X", "2025-04-01", "2028-03-31"]));
	const sent = await upload(reviewer, csv(columns, [one, "Nobody at all", "", "soon", "2026-03-31", "twelve", "", "loan", "Nobody known", "perhaps"],
		[known, "Twice Named", "", "", "", "", "2024-03-31", "", "Nobody known"], ["", "Nobody at all", "", "2026-04-01", "2025-03-31", "much"], [fresh()],
		[twice, "Intake Carers", "X", "1 April", "2026-03-31"], [twice, "Nobody at all", "X", "2025-04-01", "2026-03-31"]));
	const page = await reviewer.get(sent.location), lines = [...page.text.matchAll(/<li>Line (\d+): (.*?)<\/li>/gs)].map(([, line, reason]) => [Number(line), text({ text: reason })]);
	const lead = "No contract reviewer is called “Nobody known”", nobody = "No organisation is called “Nobody at all”: add it first", day = "it must be a day like 2026-11-22";
	assert.deepEqual(lines, [
		[2, `Kind is “loan”: it must be contract or grant. Start is “soon”: ${day}. Value this year is “twelve”: it must be an amount like 12,000 or 12000.50. ` +
			`Published is “perhaps”: it must be yes or no. The line has no service. ${nobody}. ${lead}.`],
		[3, `Several organisations have the name “Twice Named”: give the code. ${lead}. It ends before it starts.`],
		[4, `Value this year is “much”: it must be an amount like 12,000 or 12000.50. The line has no reference. ${nobody}. It ends before it starts.`],
		[5, "The line has no organisation. The line has no service. The line has no start. The line has no end."],
		[6, `Start is “1 April”: ${day}.`],
		[7, `Line 6 has the same reference. ${nobody}.`],
	]);
	assert.match(text(page), /Lines that are left out 6 /, "lines are counted, not faults");
	assert.deepEqual(forms(page.text).flatMap(({ fields }) => fields).filter(([name]) => name === "mark"), [], "nothing of it can be stored");
	assert.deepEqual(await stored(known, "service, ends_on"), ["X", "2028-03-31"]);
});

test("a file of which no line can be used says so, and which and why", async () => {
	const one = fresh(), sent = await upload(reviewer, csv(heads, [one, "Nobody at all", "X", "2025-04-01", "2026-03-31"], ["", "Intake Carers", "X"]));
	const page = await reviewer.get(sent.location);
	assert.match(text(page), /Nothing can be used .*Not one line of this file can be used\. Nothing is stored\..*Lines that are left out 2 .*Line 2: No organisation is called “Nobody at all”.*Line 3: /s);
	assert.doesNotMatch(text(page), /here already\.|Nothing to do|Store these changes/);
	await take(csv(heads, [one, "Intake Carers", "X", "2025-04-01", "2026-03-31"]));
	const again = await reviewer.get((await upload(reviewer, csv(heads, [one, "Intake Carers", "X", "2025-04-01", "2026-03-31"], ["", "Intake Carers", "X"]))).location);
	assert.match(text(again), /Nothing to do .*All that could be used of this file is here already\..*Line 3: /s);
});

test("a workbook: shared and inline texts, days, numbers, gaps", async () => {
	const [one, two] = [fresh(), fresh()];
	for (const packed of [true, false])
		await take(workbook([heads, [one, { inline: "Intake Carers" }, "Carers & <breaks>", { day: serial("2024-04-01") }, { day: serial("2027-03-31") }, 160000.5], [], [two, "Intake Carers", "Befriending", "2024-04-01", "2027-03-31", null]],
			{ packed }), "register.xlsx").catch((error) => assert.ok(!packed, `${error}`)); // the second time there is nothing to do
	assert.deepEqual(await stored(one), ["Carers & <breaks>", "2024-04-01", "2027-03-31", "16000050", "contract", "live"]);
	assert.equal((await stored(two))[0], "Befriending");
});

test("files that are none are refused in words", async () => {
	const parts = workbookParts([heads, [fresh(), "Intake Carers", "X", "2025-04-01", "2026-03-31"]]), sheet = "xl/worksheets/sheet1.xml";
	const broken = {
		nothing: [undefined, /Choose a file/], empty: ["", /./], pdf: ["%PDF-1.4\n", /./], words: ["hello", /no column called “Reference”/], twice: ["Reference,Reference\r\nA,B", /Two columns/],
		"a zip of something else": [zip({ "a.txt": "a" }), /no Excel workbook/], cut: [zip(parts).subarray(0, 400), /damaged/],
		doctype: [zip({ ...parts, [sheet]: `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>${parts[sheet].replace("<sheetData>", "<sheetData>&b;")}` }), /damaged/],
		"no sheet": [zip({ ...parts, [sheet]: undefined ?? "" }), /damaged/], "a million rows": [zip({ ...parts, [sheet]: parts[sheet].replace("r=\"2\"", "r=\"999999\"") }), /too large/],
		"64 MB of nothing": [zip({ ...parts, [sheet]: `<worksheet>${" ".repeat(64 << 20)}</worksheet>` }), /too large/],
		backwards: [zip({ ...parts, [sheet]: parts[sheet].replace("r=\"2\"", "r=\"1\"") }), /damaged/],
	};
	for (const [what, [content, words]] of Object.entries(broken)) {
		const answer = await upload(reviewer, content, "register.xlsx");
		assert.equal(answer.status, 422, `${what}: ${text(answer)}`);
		assert.match(text(answer), words, what);
		assert.match(answer.text, /<title>Error: /, what);
	}
});

test("a workbook of a few KB does not fill the machine: a million shared texts that nobody uses", async () => {
	const parts = workbookParts([heads, [fresh(), "Intake Carers", "X", "2025-04-01", "2026-03-31"]]), strings = "xl/sharedStrings.xml";
	const most = () => Math.max(...it.workers("staff").map((pid) => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1])));
	assert.equal((await upload(reviewer, zip(parts), "register.xlsx")).status, 303); // control
	const before = most();
	const answer = await upload(reviewer, zip({ ...parts, [strings]: parts[strings].replace("</sst>", `${"<si/>".repeat(1_000_000)}</sst>`) }), "register.xlsx");
	assert.equal(answer.status, 303, text(answer));
	assert.ok(most() - before < 80_000, `${(most() - before) >> 10} MB for 5 MB unpacked`);
});

test("what somebody sent is theirs; what changed meanwhile is shown again", async () => {
	const one = fresh(), first = csv(heads, [one, "Intake Carers", "One", "2025-04-01", "2026-03-31"]);
	const mine = await upload(reviewer, first), page = await reviewer.get(mine.location);
	assert.equal((await other.get(mine.location)).status, 404);
	assert.equal((await other.get(`${mine.location.slice(0, -1)}${mine.location.endsWith("0") ? 1 : 0}`)).status, 404);
	const theirs = await upload(other, first), theirPage = await other.get(theirs.location);
	await other.submit(theirPage, {}, { ...storing(theirPage), path: theirs.location });
	const late = await reviewer.submit(page, {}, { ...storing(page), path: mine.location });
	assert.ok(late.status === 422 || /Nothing to do/.test(text(late)), text(late));
	assert.equal((await it.sql(`SELECT COUNT(*) FROM contract WHERE reference = '${one}'`))[0][0], "1");
	assert.equal((await other.get(`/organisations/import/${theirs.location.split("/").at(-1)}`)).status, 403);
});
