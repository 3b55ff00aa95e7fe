// contract_feed.test.mjs: the calendar of contracts: its page, and the private address by which a calendar program reads it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { contract } from "../lib/contracts.mjs";
import { Client, decode, signIn } from "../lib/http.mjs";
import { newRef } from "../lib/incidents.mjs";
import { sharedInstance } from "../lib/instance.mjs";
import { review } from "../lib/reviews.mjs";
import { text } from "../lib/surveys.mjs";

let it, reviewer, other, auditor, accounts, made;
const inDays = (n) => ({ sql: `UTC_DATE() + INTERVAL ${n} DAY` });
const day = async (expression) => (await it.sql(`SELECT ${expression}`))[0][0];
before(async () => {
	it = await sharedInstance();
	accounts = { reviewer: await it.addUser("contract_reviewer", { name: "Calendar Reviewer" }), other: await it.addUser("contract_reviewer", { name: "Calendar Other" }),
		auditor: await it.addUser("auditor") };
	[reviewer, other, auditor] = await Promise.all(Object.values(accounts).map((account) => signIn(it, account)));
	const lead = accounts.reviewer.email, far = { sql: "UTC_DATE() + INTERVAL 5 YEAR" }, first_ends_on = "2026-03-31", settled_on = { sql: "UTC_DATE()" };
	const one = (service, columns) => contract(it, { organisation: "VOLCAL", service, lead, settled_on, first_ends_on, ends_on: far, ...columns });
	made = {
		ends: await one("Calendar ends", { ends_on: inDays(40) }), passed: await one("Calendar passed", { ends_on: inDays(-20) }),
		ended: await one("Calendar ended", { ends_on: inDays(41), status: "ended", next_review_on: inDays(12) }),
		notice: await one("Calendar notice", { ends_on: { sql: "UTC_DATE() + INTERVAL 10 DAY + INTERVAL 6 MONTH" }, notice_months: 6 }),
		given: await one("Calendar given", { ends_on: { sql: "UTC_DATE() + INTERVAL 10 DAY + INTERVAL 6 MONTH" }, notice_months: 6, status: "notice" }),
		review: await one("Calendar review", { next_review_on: inDays(30) }), late: await one("Calendar late", { next_review_on: inDays(-3) }),
		theirs: await one("Calendar theirs", { next_review_on: inDays(31), lead: accounts.other.email }),
		opened: await one("Calendar opened", { next_review_on: inDays(32) }), conflicted: await one("Calendar conflicted", { next_review_on: inDays(33) }),
		returns: await one("Calendar returns", {}),
	};
	made.open = await review(it, { contract: made.opened, title: "Calendar review open", due_on: inDays(50) });
	made.conflict = await review(it, { contract: made.conflicted, title: "Calendar review conflict", due_on: inDays(51), conflict: [lead] });
	made.return = newRef();
	await it.sql(`INSERT INTO monitoring_return (ref, contract_id, organisation_id, starts_on, ends_on, due_on, state_at) SELECT '${made.return}', contract_id, organisation_id,
		UTC_DATE() - INTERVAL 60 DAY, UTC_DATE(), UTC_DATE() + INTERVAL 20 DAY, UTC_TIMESTAMP() FROM contract WHERE ref = '${made.returns}'`);
});
after(() => it.release());

/** The days of the page about our contracts: "what: title", in their order. */
const shown = (page) => [...page.text.matchAll(/<tr role="row"><th role="rowheader"[^>]*>([^<]*)<\/th>([^]*?)<\/tr>/g)].map(([, , row]) => text({ text: row }))
	.filter((row) => row.includes("Calendar ")).map((row) => /What (.*) Contract or review (Calendar [a-z]+( [a-z]+)?)/.exec(row).slice(1, 3).join(": ").trim().replace(/ T$/, ""));

test("the page: what is late, then month by month; ended contracts and open reviews' own days are not in it twice", async () => {
	const page = await reviewer.get("/contracts/calendar?months=3"), all = shown(page);
	assert.deepEqual([...all].sort(), ["Decision on a review due: Calendar review open", "Ends: Calendar ends", "Ends: Calendar passed", "Last day to give notice: Calendar notice",
		"Monitoring return due: Calendar returns", "Review due: Calendar late", "Review due: Calendar review", "Review due: Calendar theirs"]);
	const headings = [...page.text.matchAll(/<h2 class="nhsuk-heading-m" id="[^"]*">([^<]*)/g)].map(([, heading]) => heading);
	assert.equal(headings[0], "Before today");
	assert.ok(headings.slice(1).every((heading) => /^\w+ 20\d\d$/.test(heading)));
	assert.ok(all.indexOf("Ends: Calendar passed") < all.indexOf("Last day to give notice: Calendar notice"));
	assert.ok(!page.text.includes("Calendar review conflict") && !page.text.includes(made.conflict), "a review in which they have a conflict");
	assert.deepEqual(shown(await other.get("/contracts/calendar?months=3&kind=decision")).sort(),
		["Decision on a review due: Calendar review conflict", "Decision on a review due: Calendar review open"], "the control");
});

test("the page's filters: mine, one kind, how far; nonsense counts as not said; the auditor reads it all", async () => {
	assert.ok(!shown(await reviewer.get("/contracts/calendar?whose=mine&months=3")).includes("Review due: Calendar theirs"));
	assert.deepEqual(shown(await reviewer.get("/contracts/calendar?kind=notice&months=3")), ["Last day to give notice: Calendar notice"]);
	assert.ok(shown(await reviewer.get("/contracts/calendar?months=12&kind=ends")).includes("Ends: Calendar notice"));
	assert.deepEqual(shown(await reviewer.get("/contracts/calendar?months=99&kind='&whose=1")), shown(await reviewer.get("/contracts/calendar")));
	assert.deepEqual(shown(await auditor.get("/contracts/calendar?whose=mine&months=3&kind=review")), ["Review due: Calendar late", "Review due: Calendar review", "Review due: Calendar theirs"]);
	assert.ok(!(await auditor.get("/contracts/calendar")).text.includes("/contracts/calendar/feed"));
});

/** RFC 5545, as a calendar program reads it: unfolded, taken apart, undone. Throws at what is not right. */
function parse(body) {
	assert.ok(body.endsWith("\r\n") && !/[^\r]\n|\r[^\n]/.test(body), "CRLF alone");
	for (const line of body.split("\r\n"))
		assert.ok(Buffer.byteLength(line) <= 75, line);
	const lines = body.slice(0, -2).replace(/\r\n /g, "").split("\r\n"), events = [];
	assert.deepEqual([lines[0], lines[1], lines.at(-1)], ["BEGIN:VCALENDAR", "VERSION:2.0", "END:VCALENDAR"]);
	let event;
	for (const line of lines.slice(1, -1)) {
		const [, name, value] = /^([A-Z-]+(?:;[A-Z-]+=[A-Z-]+)?):(.*)$/.exec(line) ?? assert.fail(line);
		if (name === "BEGIN")
			events.push(event = {});
		else if (event && name !== "END") {
			assert.ok(!(name in event), `${name} twice`);
			event[name] = ["SUMMARY", "DESCRIPTION"].includes(name) ? value.replace(/\\(.)/g, (all, one) => { assert.match(one, /[\\;,n]/); return one === "n" ? "\n" : one; }) : value;
		}
	}
	for (const one of events) {
		assert.match(one.DTSTAMP, /^\d{8}T\d{6}Z$/);
		assert.match(one["DTSTART;VALUE=DATE"], /^\d{8}$/);
	}
	assert.equal(new Set(events.map(({ UID }) => UID)).size, events.length, "each has a name of its own");
	return events;
}
const make = async (client, whose) => {
	const csrf = /name="csrf" value="([^"]+)"/.exec((await client.get("/contracts/calendar/feed")).text)[1];
	const answer = await client.post("/contracts/calendar/feed", { csrf, whose });
	assert.equal(answer.status, 200);
	return decode(/<p class="app-address">([^<]*)</.exec(answer.text)[1]);
};
const read = (address) => new Client(it.staffUrl).get(new URL(address).pathname);
const events = async (address) => parse((await read(address)).text);

test("the feed: made, shown once, read by nobody who is signed in; what a calendar program takes from it", async () => {
	assert.equal((await reviewer.submit(await reviewer.get("/contracts/calendar/feed"), {})).status, 422);
	const address = await make(reviewer, "all"), answer = await read(address), token = /calendar\/([\w-]{43})\.ics$/.exec(address)[1];
	assert.equal(answer.status, 200);
	assert.equal(answer.headers.get("content-type"), "text/calendar; charset=utf-8");
	assert.match(answer.headers.get("cache-control"), /no-store/);
	const mine = parse(answer.text).filter(({ SUMMARY }) => SUMMARY.includes("Calendar "));
	assert.deepEqual(mine.map(({ SUMMARY }) => SUMMARY.replace(/T\/\d+\/\d+ /, "")).sort(), ["Decision on a review due: Calendar review open", "Ends: Calendar ends", "Ends: Calendar notice",
		"Ends: Calendar given", "Ends: Calendar passed", "Last day to give notice: Calendar notice", "Monitoring return due: Calendar returns", "Review due: Calendar late",
		"Review due: Calendar review", "Review due: Calendar theirs"].sort());
	const ends = mine.find(({ UID }) => UID.startsWith(`ends-${made.ends}@`));
	assert.equal(ends["DTSTART;VALUE=DATE"], (await day("UTC_DATE() + INTERVAL 40 DAY")).replaceAll("-", ""));
	assert.equal(mine.find(({ UID }) => UID.startsWith(`notice-${made.notice}@`))["DTSTART;VALUE=DATE"],
		(await day("(UTC_DATE() + INTERVAL 10 DAY + INTERVAL 6 MONTH) - INTERVAL 6 MONTH")).replaceAll("-", ""));
	assert.ok(ends.URL.endsWith(`/contracts/${made.ends}`));
	assert.equal(mine.find(({ UID }) => UID.startsWith(`decision-${made.open}@`)).URL, ends.URL.replace(`contracts/${made.ends}`, `reviews/${made.open}`));
	// Once: neither the page nor the database nor a log has it.
	assert.ok(!(await reviewer.get("/contracts/calendar/feed")).text.includes(token));
	const rows = await it.sql("SELECT HEX(token_hash), ref, person_id FROM calendar_feed");
	assert.ok(rows.length > 0 && !JSON.stringify(rows).includes(token) && !JSON.stringify(await it.sql("SELECT path, detail FROM (SELECT ref AS path, detail FROM audit) a")).includes(token));
	assert.ok(!it.logs().includes(token));
	assert.equal((await it.sql(`SELECT GROUP_CONCAT(action ORDER BY audit_id) FROM audit WHERE subject = 'calendar' AND who = '${accounts.reviewer.email}'`))[0][0], "add,export");
	await read(address);
	assert.equal((await it.sql(`SELECT COUNT(*) FROM audit WHERE subject = 'calendar' AND who = '${accounts.reviewer.email}'`))[0][0], "2", "read again the same day: told once");
});

test("names stay when a day moves; texts are escaped, and make no event of their own", async () => {
	const address = await make(reviewer, "mine"), before_it = await events(address);
	assert.ok(!before_it.some(({ SUMMARY }) => SUMMARY.includes("Calendar theirs")), "mine alone");
	await it.sql(`SET NAMES utf8mb4; UPDATE contract SET ends_on = ends_on + INTERVAL 1 DAY, service = 'Calendar, ends; \\\\ and\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:x ${"é€😀".repeat(12)}' WHERE ref = '${made.ends}'`);
	const after_it = await events(address), of = (list) => list.find(({ UID }) => UID.startsWith(`ends-${made.ends}@`));
	assert.equal(after_it.length, before_it.length);
	assert.equal(of(after_it).UID, of(before_it).UID);
	assert.notEqual(of(after_it)["DTSTART;VALUE=DATE"], of(before_it)["DTSTART;VALUE=DATE"]);
	assert.ok(of(after_it).SUMMARY.endsWith(`Calendar, ends; \\ and\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:x ${"é€😀".repeat(12)}`));
	await it.sql(`UPDATE contract SET service = 'Calendar ends' WHERE ref = '${made.ends}'`);
});

test("a conflict of interest takes the review out at the next request, a lifted one brings it back", async () => {
	const address = await make(other, "all"), has = async () => (await events(address)).some(({ UID }) => UID.startsWith(`decision-${made.open}@`));
	assert.equal(await has(), true);
	await it.sql(`INSERT INTO review_declaration (review_id, person_id, kind, description, declared_at) SELECT v.review_id, p.person_id, 'personal', 'Their brother', UTC_TIMESTAMP()
		FROM review v JOIN person p ON p.email = '${accounts.other.email}' WHERE v.ref = '${made.open}'`);
	assert.equal(await has(), false);
	assert.ok(!(await read(address)).text.includes("Calendar review open"));
	assert.ok(!(await read(address)).text.includes(`review-${made.opened}@`), "nor as a review that is due");
	await it.sql(`UPDATE review_declaration SET lifted_at = UTC_TIMESTAMP(), lifted_why = 'A mistake', lifted_by = (SELECT person_id FROM person WHERE email = '${accounts.reviewer.email}')
		WHERE person_id = (SELECT person_id FROM person WHERE email = '${accounts.other.email}') AND lifted_at IS NULL`);
	assert.equal(await has(), true);
});

test("it stops: revoked, made anew, the role taken away, the person disabled; and comes back with them", async () => {
	const address = await make(reviewer, "all"), status = async (at = address) => (await read(at)).status;
	const newer = await make(reviewer, "all");
	assert.deepEqual([await status(), await status(newer)], [404, 200], "a new one ends the old one");
	const who = `person_id = (SELECT person_id FROM person WHERE email = '${accounts.reviewer.email}')`;
	await it.sql(`UPDATE membership SET role = 'author' WHERE ${who}`);
	assert.equal(await status(newer), 404);
	await it.sql(`UPDATE membership SET role = 'contract_reviewer' WHERE ${who}`);
	assert.equal(await status(newer), 200);
	await it.sql(`UPDATE person SET state = 'disabled' WHERE ${who}`);
	assert.equal(await status(newer), 404);
	await it.sql(`UPDATE person SET state = 'active' WHERE ${who}`);
	// As a member of another organisation they are nobody here.
	await it.sql(`INSERT INTO membership (person_id, organisation_id, role) SELECT p.person_id, o.organisation_id, 'provider_member' FROM person p JOIN organisation o ON o.code = 'VOLCAL' WHERE p.${who};
		CREATE TABLE membership_kept AS SELECT * FROM membership WHERE ${who} AND role = 'contract_reviewer'; DELETE FROM membership WHERE ${who} AND role = 'contract_reviewer'`);
	assert.equal(await status(newer), 404);
	await it.sql(`INSERT INTO membership SELECT * FROM membership_kept; DROP TABLE membership_kept; DELETE FROM membership WHERE ${who} AND role = 'provider_member'`);
	assert.equal(await status(newer), 200);
	const page = await reviewer.get("/contracts/calendar/feed");
	assert.equal((await reviewer.submit(page, {}, { path: "/contracts/calendar/feed/revoke" })).location, "/contracts/calendar/feed");
	assert.equal(await status(newer), 404);
	assert.equal((await reviewer.submit(page, {}, { path: "/contracts/calendar/feed/revoke" })).status, 303, "twice is once");
	assert.equal((await it.sql(`SELECT COUNT(*) FROM audit WHERE subject = 'calendar' AND action = 'remove' AND who = '${accounts.reviewer.email}'`))[0][0], "1");
});

test("spent, cut, longer, foreign and invented addresses: the same answer, in the same time", async () => {
	const spent = await make(other, "all"), good = await make(other, "all"), path = new URL(good).pathname;
	const session = [...other.cookies.values()][0], median = (list) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)];
	const wrong = { spent: new URL(spent).pathname, cut: `${path.slice(0, -6)}.ics`, bare: path.slice(0, -4), longer: path.replace(".ics", "A.ics"), twice: `${path}.ics`, empty: "/calendar/.ics",
		foreign: `/calendar/${session}.ics`, invented: `/calendar/${"A".repeat(43)}.ics`, other: path.replace(".ics", ".xml"), turned: path.replace(/calendar\/(.)/, (all, one) => `calendar/${one === "A" ? "B" : "A"}`) };
	const client = new Client(it.staffUrl), times = {}, bodies = new Set();
	await client.get("/sign-in");
	for (let i = 0; i < 25; i++)
		for (const [name, at] of Object.entries(wrong)) {
			const begin = process.hrtime.bigint(), answer = await client.get(at);
			(times[name] ??= []).push(Number(process.hrtime.bigint() - begin) / 1e6);
			assert.equal(answer.status, 404, name);
			bodies.add(answer.text);
		}
	assert.equal(bodies.size, 1, "one page for all");
	const all = Object.values(times).map(median);
	assert.ok(Math.max(...all) - Math.min(...all) < Math.max(3, Math.min(...all)), `medians ${all.map((one) => one.toFixed(1)).join(" ")} ms`);
	assert.equal((await client.get(path)).status, 200, "the control");
});
