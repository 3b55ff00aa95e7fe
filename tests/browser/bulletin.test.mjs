// bulletin.test.mjs: a learning bulletin in Chromium, on a phone without JavaScript and on a desk with it: written, approved by a second
// manager, read by a practice and by everybody.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { accessible, fillIn, heading, leads, noBrowser, noScrolling, person, picture, press, startBrowser } from "../lib/browser.mjs";
import { totp } from "../lib/http.mjs";
import { incident } from "../lib/incidents.mjs";
import { sharedInstance } from "../lib/instance.mjs";
import { definition, publish } from "../lib/surveys.mjs";

let it, browser;
before(async () => {
	it = await sharedInstance();
	browser = noBrowser ? undefined : await startBrowser();
});
after(async () => {
	await browser?.close();
	await it.release();
});

for (const [kind, look] of Object.entries({
	"a phone without JavaScript": { width: 390, height: 844, javaScript: false },
	"a desk with JavaScript": { width: 1280, javaScript: true },
}))
	describe(kind, { skip: noBrowser }, () => {
		const code = `BROWSE${look.width}`, title = `Discharge letters that arrive late, ${look.width}`;
		const people = [];
		const signedIn = async (role, organisation) => {
			const account = await it.addUser(role, organisation ? { organisation } : {}), { page, context } = await person(browser, look);
			await page.goto(`${it.staffUrl}/sign-in`);
			await fillIn(page, { email: account.email, password: account.password, code: totp(account.secret) });
			await press(page, "Sign in");
			people.push({ page, context });
			return page;
		};
		const looks = async (page, name) => {
			await picture(page, `bulletin-${name}`);
			await noScrolling(page, name);
			if (look.javaScript)
				await accessible(page, name);
		};

		test("manager, second manager, practice, everybody", async () => {
			await publish(it, definition({ organisation: { code, name: `Quillbrook Surgery ${look.width}`, kind: "practice" } }));
			const ref = await incident(it, { organisation: code, state: "closed", closed_at: { sql: "UTC_TIMESTAMP()" } });
			// The manager, from the incident.
			const manager = await signedIn("incident_manager");
			await manager.goto(`${it.staffUrl}/incidents/${ref}`);
			await leads(manager, () => manager.getByRole("link", { name: "Write a learning bulletin" }).click());
			await looks(manager, "1-new");
			await press(manager, "Save the draft");
			assert.match(await manager.title(), /^Error: /);
			await looks(manager, "2-slips");
			await fillIn(manager, { title, summary: "A patient took a medicine that had been stopped in hospital, because the letter came after the repeat prescription.",
				body: "# What happened\n\nA practice issued a repeat prescription before the discharge letter had arrived. Quillbrook noticed it at a review.\n\n# What we learnt\n\nLetters about changed medicines took up to nine days.\n\n# What to do\n\n- Ask patients at each repeat whether they have been in hospital.\n- Put letters that change a medicine in front of a pharmacist on the same day.",
				audience: "public" });
			await manager.locator("[name=themes]").first().check();
			await press(manager, "Preview");
			assert.match(await manager.innerText("main"), /“Quillbrook” is in the name of an organisation that was involved/);
			await looks(manager, "3-preview");
			await fillIn(manager, { body: (await manager.inputValue("[name=body]")).replace(" Quillbrook noticed it at a review.", "") });
			await press(manager, "Save the draft");
			await looks(manager, "4-draft");
			await leads(manager, () => manager.getByRole("button", { name: "Send for approval" }).click());
			assert.match(await manager.innerText("main"), /It waits for another incident manager/);
			await leads(manager, () => manager.getByRole("link", { name: "Approve or send back" }).click());
			assert.match(await manager.innerText("main"), /another incident manager approves it/);
			await looks(manager, "5-own");
			// The second one.
			const second = await signedIn("incident_manager");
			await leads(second, () => second.getByRole("link", { name: /learning bulletins? waits? for you/ }).click());
			await looks(second, "6-list");
			await leads(second, () => second.getByRole("link", { name: title }).click());
			await leads(second, () => second.getByRole("link", { name: "Approve or send back" }).click());
			await fillIn(second, { decision: "publish" });
			await looks(second, "7-approve");
			await press(second, "Confirm");
			assert.match(await second.innerText("main"), /The bulletin is published/);
			await looks(second, "8-published");
			// A practice.
			const reader = await signedIn("practice_member", code);
			await leads(reader, () => reader.getByRole("link", { name: /learning bulletins? to read/ }).click());
			await looks(reader, "9-readers-list");
			await leads(reader, () => reader.getByRole("link", { name: title }).click());
			await looks(reader, "10-reader");
			await leads(reader, () => reader.getByRole("button", { name: "We have read this" }).click());
			assert.match(await reader.innerText("main"), /said on .* that Quillbrook Surgery/);
			await looks(reader, "11-has-read");
			await leads(second, () => second.getByRole("link", { name: /of \d+ practices/ }).click());
			assert.match(await second.innerText("main"), /Quillbrook Surgery/);
			await looks(second, "12-readers");
			// Everybody.
			const { page: anybody, context } = await person(browser, look);
			people.push({ page: anybody, context });
			await anybody.goto(`${it.publicUrl}/`);
			await leads(anybody, () => anybody.getByRole("link", { name: "Read what we have learned" }).click());
			await looks(anybody, "13-public-list");
			await leads(anybody, () => anybody.getByRole("link", { name: title }).click());
			assert.equal(await heading(anybody), title);
			await looks(anybody, "14-public");
			await anybody.emulateMedia({ media: "print" });
			await picture(anybody, "bulletin-15-print");
			// And withdrawn.
			await leads(second, () => second.getByRole("link", { name: title }).click());
			await leads(second, () => second.getByRole("link", { name: "Withdraw" }).click());
			await looks(second, "16-withdraw");
			await fillIn(second, { reason: "The advice has changed." });
			await press(second, "Withdraw");
			await looks(second, "17-withdrawn");
			for (const { page, context: one } of people) {
				assert.deepEqual(page.faults, [], "the browser found fault");
				await one.close();
			}
		});
	});
