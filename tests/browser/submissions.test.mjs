// submissions.test.mjs: a practice writes its plan for four standards in Chromium, on a phone without JavaScript and on a desk with it: begun, gone on
// with by a colleague, put right, sent; and staff make a call's questions.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { accessible, fillIn, heading, held, leads, noBrowser, noScrolling, person, picture, press, startBrowser } from "../lib/browser.mjs";
import { call, callForm } from "../lib/contracts.mjs";
import { totp } from "../lib/http.mjs";
import { sharedInstance } from "../lib/instance.mjs";

let it, browser;
before(async () => {
	it = await sharedInstance();
	browser = noBrowser ? undefined : await startBrowser();
});
after(async () => {
	await browser?.close();
	await it.release();
});

async function enter(look, account) {
	const { page, context } = await person(browser, look);
	await page.goto(`${it.staffUrl}/sign-in`);
	await fillIn(page, { email: account.email, password: account.password, code: totp(account.secret) });
	await press(page, "Sign in");
	return { page, context };
}
async function fine(page, what) {
	await accessible(page, what);
	await noScrolling(page, what);
	await picture(page, `submission-${what.replaceAll(" ", "-")}`);
}
const follow = (page, name) => leads(page, () => page.getByRole("main").getByRole("link", { name }).first().click());

for (const [kind, look, code] of [["a phone without JavaScript", { width: 390, height: 844, javaScript: false }, "PLANPHONE"], ["a desk with JavaScript", { width: 1280 }, "PLANDESK"]])
	describe(kind, { skip: noBrowser }, () => {
		test("a practice sends its plan for four standards", async () => {
			await it.sql(`INSERT IGNORE INTO organisation (code, name, kind) VALUES ('${code}', 'Plan Surgery ${code}', 'practice')`);
			const [first, second] = [await it.addUser("practice_member", { organisation: code, name: "Fay First" }), await it.addUser("practice_member", { organisation: code, name: "Sol Second" })];
			const title = `Plans 2027, ${kind}`;
			await call(it, { title, asks: "practice", form: callForm(["Access", "Prescribing", "Frailty", "Neighbours"]), about: "Write briefly.", closes_on: "2099-01-31" });
			let { page, context } = await enter(look, first);
			await follow(page, /for plans or bids (is|are) open/);
			await fine(page, "open calls");
			await follow(page, title);
			await fine(page, "call");
			await press(page, "Begin");
			assert.match(await heading(page), /Standard 1: Access/);
			await fine(page, "page");
			await press(page, "Save and continue");
			assert.match(await page.title(), /^Error: /);
			await fine(page, "page with slips");
			await fillIn(page, { do1: "We ring back.\nThe same day.", help1: "no" });
			await press(page, "Save and continue");
			await fillIn(page, { do2: "Half of it" });
			await press(page, "Save and finish later");
			await fine(page, "draft");
			assert.deepEqual(page.faults, []);
			await context.close();

			({ page, context } = await enter(look, second));
			await follow(page, /begun and (is|are) not sent yet/);
			await fine(page, "drafts");
			await follow(page, title);
			await fine(page, "call begun");
			await follow(page, "Carry on with yours");
			await fine(page, "draft of a colleague");
			await follow(page, "Standard 2");
			assert.equal((await held(page)).do2, "Half of it");
			for (const n of [2, 3, 4]) {
				await fillIn(page, { [`do${n}`]: `All of number ${n}`, [`help${n}`]: "yes" });
				await press(page, "Save and continue");
			}
			assert.match(await heading(page), /Check before you send it/);
			await fine(page, "check");
			await follow(page, /^Change\s*: Standard 3/);
			await fillIn(page, { do3: "Put right" });
			await press(page, "Save and continue");
			assert.match(await page.innerText("main"), /Put right/);
			await press(page, "Send it");
			assert.match(await heading(page), /Plan sent/);
			await fine(page, "sent");
			await follow(page, /See, print or withdraw/);
			assert.match(await page.innerText("main"), /The same day\./);
			await fine(page, "what was sent");
			assert.deepEqual(page.faults, []);
			await context.close();
		});

		test("staff make a call", async () => {
			const { page, context } = await enter(look, await it.addUser("contract_reviewer"));
			await page.goto(`${it.staffUrl}/calls`);
			await fine(page, "calls");
			await follow(page, "Make a call");
			await fine(page, "new call");
			await fillIn(page, { title: `Innovation, ${kind}`, kind: "bid", about: "What is **new**?", asks: ["practice", "voluntary"], several: "several" });
			await press(page, "Save and write the questions");
			await fine(page, "no questions");
			await follow(page, "Add the first question");
			await fine(page, "new question");
			await fillIn(page, { label: "What is it?", type: "long_text", required: "yes", page_title: "Your idea" });
			await press(page, "Save question");
			await follow(page, "Add a question");
			await fillIn(page, { label: "How much?", type: "money", required: "yes" });
			await press(page, "Save question");
			await fine(page, "questions");
			await leads(page, () => page.getByRole("button", { name: /^Up\s*: How much/ }).click());
			assert.ok((await page.innerText("main")).indexOf("How much?") < (await page.innerText("main")).indexOf("What is it?"));
			await follow(page, "Preview");
			await fine(page, "preview");
			await page.goBack();
			await follow(page, "Done");
			await fine(page, "draft call");
			await follow(page, "Open it");
			await fine(page, "open call");
			await press(page, "Open the call");
			assert.match(await page.locator(".nhsuk-tag").first().innerText(), /^Open$/i);
			await fine(page, "opened call");
			await follow(page, "See what was sent");
			await fine(page, "submissions");
			assert.deepEqual(page.faults, []);
			await context.close();
		});
	});
