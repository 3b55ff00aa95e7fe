// proposal_author.test.mjs: an author writes a proposal in Chromium, publishes, changes and withdraws it; then a meeting, results and an outcome; on a phone
// without JavaScript and on a desk with it.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { accessible, fillIn, heading, leads, noBrowser, noScrolling, person, picture, press, startBrowser } from "../lib/browser.mjs";
import { totp } from "../lib/http.mjs";
import { sharedInstance } from "../lib/instance.mjs";
import { closed, date, day, proposal, response } from "../lib/proposals.mjs";

let it, browser;
before(async () => {
	it = await sharedInstance();
	browser = noBrowser ? undefined : await startBrowser();
});
after(async () => {
	await browser?.close();
	await it.release();
});

for (const [kind, look] of [["a phone without JavaScript", { width: 390, height: 844, javaScript: false }], ["a desk with JavaScript", { width: 1280 }]])
	describe(kind, { skip: noBrowser }, () => {
		const fine = async (page, what) => {
			await accessible(page, what);
			await noScrolling(page, what);
			await picture(page, `author-${what.replaceAll(" ", "-")}`);
		};
		const follow = (page, name) => leads(page, () => page.getByRole("main").getByRole("link", { name, exact: typeof name === "string" }).first().click());
		const says = async (page, what) => assert.match(await page.locator("main").innerText(), what);
		const enter = async () => {
			const account = await it.addUser("author"), { page, context } = await person(browser, look);
			await page.goto(`${it.staffUrl}/sign-in`);
			await fillIn(page, { email: account.email, password: account.password, code: totp(account.secret) });
			await press(page, "Sign in");
			return { page, context };
		};

		test("a proposal is written, published, changed, sent to a group, withdrawn", async () => {
			const { page, context } = await enter(), title = `A centre, ${kind} ${process.pid}`, group = `Walkers, ${kind} ${process.pid}`;
			await page.goto(`${it.staffUrl}/proposals`);
			await follow(page, "Stakeholder groups");
			await follow(page, "New group");
			await fillIn(page, { name: group, about: "All who walk" });
			await fine(page, "a new group");
			await press(page, "Save and add its members");
			await fine(page, "a group without members");
			await fillIn(page, { members: "Ann Lee <ann@walkers.example>\nben@walkers.example\ncy@walkers.example" });
			await press(page, "Add them");
			await follow(page, /^Remove\s+cy@/);
			await fine(page, "a member to remove");
			await press(page, "Remove it");
			await says(page, /Members: 2/);
			await fine(page, "members");

			await page.goto(`${it.staffUrl}/proposals`);
			await follow(page, "New proposal");
			await fillIn(page, { title, summary: "One place for memory clinics." });
			await fine(page, "a new proposal");
			await leads(page, () => page.locator("main form button[type=submit]").last().click());
			const place = page.url();
			await fine(page, "a draft");
			await page.goto(`${place}/publish`);
			await says(page, /It cannot be published yet/);
			await fine(page, "not ready");
			await follow(page, /who decides/i);
			await fillIn(page, { decides: "The governing body", happens: "We read **all** of them.", ...date("opens_on", day(-1)), ...date("closes_on", day(30)) });
			await fine(page, "its words");
			await press(page, "Save");
			for (const section of ["Why we propose this", "What would change"]) {
				await follow(page, "Add a section");
				if (section.startsWith("Why"))
					await fine(page, "a new section");
				await fillIn(page, { heading: section, body: "Clinics are **far apart**.\n\n- long ways\n- long waits" });
				await press(page, "Add it");
			}
			await leads(page, () => page.getByRole("button", { name: /^Up\s*: What would change/ }).click());
			for (const [code, words] of [["easy-read", "A new place"], ["pl", "Nowe miejsce"]]) {
				await follow(page, "Add one");
				await fillIn(page, { code, title: words, body: words });
				if (code === "pl")
					await fine(page, "a translation");
				await press(page, "Add it");
			}
			await follow(page, "Who it asks");
			await fine(page, "nobody asked");
			await page.locator("[name=group]").selectOption({ label: `${group} (2 addresses)` });
			await press(page, "Ask it");
			await fine(page, "asked");
			await page.goto(place);
			await fine(page, "ready");
			await follow(page, "Publish it");
			await fine(page, "publish");
			await press(page, "Publish it");
			await says(page, /The proposal is published/);

			await follow(page, /^Change\s*: Why/);
			await fillIn(page, { body: "Clinics are far apart, and cold." });
			await press(page, "Save");
			await says(page, /Say what was changed, and why/);
			await fine(page, "a change untold");
			await page.getByLabel(/What was changed, and why/).fill("A word about heating was added: people asked.");
			await press(page, "Save");
			await says(page, /A word about heating was added/);
			await fine(page, "changed");
			await follow(page, "Who it asks");
			await follow(page, /^Write to them/);
			await says(page, /all of its 2 addresses/);
			await fine(page, "write");
			await press(page, "Send it");
			await says(page, /Written to on/);
			await fine(page, "written to");
			await page.goto(place);
			await follow(page, "Withdraw it");
			await fine(page, "withdraw");
			await fillIn(page, { reason: "The building was sold." });
			await press(page, "Withdraw it");
			await fine(page, "withdrawn");
			await page.goto(`${it.publicUrl}/p?q=${encodeURIComponent(title)}`);
			await says(page, /Withdrawn/);
			await fine(page, "hub");
			await leads(page, () => page.getByRole("link", { name: title }).first().click());
			await says(page, /The building was sold[\s\S]*A word about heating/);
			await fine(page, "withdrawn in public");
			assert.deepEqual(page.faults, []);
			await context.close();
		});

		test("a meeting, published results, what came of it, and everybody told", async () => {
			const { page, context } = await enter(), one = await proposal(it, { ...closed, title: `Heard, ${kind}`, groups: [["Walkers", 40]] });
			for (let i = 0; i < 6; i++)
				await response(it, one.ref, { group: one.groups.Walkers, received_on: day(-40), email: `r${i}@${one.slug}.example`, points: [{ text: `The way is shorter by ${i} miles` }] });
			await page.goto(`${it.staffUrl}/proposals/${one.ref}/events`);
			await fine(page, "no meeting");
			await follow(page, "Add a meeting");
			await fillIn(page, { title: "Walkers’ evening", kind: "meeting", ...date("held_on", day(-45)), place: "Town hall", notes: "It rained." });
			await page.getByLabel(/How many came: Walkers/).fill("30");
			await fine(page, "a new meeting");
			await press(page, "Save");
			await says(page, /Town hall[\s\S]*30/);
			await fine(page, "a meeting");
			await page.goto(`${it.staffUrl}/proposals/${one.ref}/results/publish`);
			await fine(page, "results to publish");
			await press(page, "Publish");
			await says(page, /published/i);
			await page.goto(`${it.staffUrl}/proposals/${one.ref}/outcomes`);
			await fine(page, "no outcome");
			await page.goto(`${it.staffUrl}/proposals/${one.ref}/outcomes/new`);
			await fillIn(page, { said: "The way is shorter", what: "We build it", did: "doing", owner: "Director of transport" });
			await press(page, "Add the outcome");
			await follow(page, "Publish what was decided");
			await says(page, /6 people left an address/);
			await fine(page, "outcomes to publish");
			await press(page, "Publish");
			await it.soundings(["jobs"]);
			assert.deepEqual(await it.sql(`SELECT COUNT(*) FROM mail WHERE recipient LIKE 'r_@${one.slug}.example'`), [["6"]]);
			for (const path of ["results", "decided"]) {
				await page.goto(`${it.publicUrl}/p/${one.slug}/${path}`);
				assert.ok(await heading(page));
				await fine(page, `public ${path}`);
			}
			assert.deepEqual(page.faults, []);
			await context.close();
		});
	});
