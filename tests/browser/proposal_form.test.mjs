// proposal_form.test.mjs: an author writes a proposal's own questions and reads what was answered, in Chromium, on a phone without JavaScript and on a desk with it.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { accessible, fillIn, heading, leads, noBrowser, noScrolling, person, picture, press, startBrowser } from "../lib/browser.mjs";
import { totp } from "../lib/http.mjs";
import { sharedInstance } from "../lib/instance.mjs";
import { proposal, response } from "../lib/proposals.mjs";

let it, browser;
before(async () => {
	it = await sharedInstance();
	browser = noBrowser ? undefined : await startBrowser();
});
after(async () => {
	await browser?.close();
	await it.release();
});

async function fine(page, what) {
	await accessible(page, what);
	await noScrolling(page, what);
	await picture(page, `own-${what.replaceAll(" ", "-")}`);
}
const follow = (page, name) => leads(page, () => page.getByRole("main").getByRole("link", { name, exact: typeof name === "string" }).first().click());
const form = JSON.stringify({ pages: [{ questions: [
	{ code: "miles", type: "number", label: "How many miles is it to you?" }, { code: "since", type: "date", label: "Since when have you come?" }, { code: "why", type: "long_text", label: "Why there?" },
	{ code: "good", type: "grid", label: "How good is it?", options: [{ code: "good", label: "Good" }, { code: "fair", label: "Fair" }, { code: "bad", label: "Bad" }], rows: [{ code: "parking", label: "Parking near the door" }, { code: "waiting", label: "Waiting" }] }] }] });

for (const [kind, look] of [["a phone without JavaScript", { width: 390, height: 844, javaScript: false }], ["a desk with JavaScript", { width: 1280 }]])
	describe(kind, { skip: noBrowser }, () => {
		test("questions are written, looked at, moved and removed; answers are read", async () => {
			const draft = await proposal(it, { state: "draft" }), heard = await proposal(it, { form }), account = await it.addUser("author");
			for (let i = 0; i < 14; i++)
				await response(it, heard.ref, { answers: { miles: i * i, since: `2026-0${1 + i % 4}-10`, why: `Because it is near.\nNumber ${i}`, good: { parking: ["good", "fair", "bad"][i % 3], waiting: "fair" } } });
			const { page, context } = await person(browser, look);
			await page.goto(`${it.staffUrl}/sign-in`);
			await fillIn(page, { email: account.email, password: account.password, code: totp(account.secret) });
			await press(page, "Sign in");
			await page.goto(`${it.staffUrl}/proposals/${draft.ref}`);
			await follow(page, "Its own questions");
			await fine(page, `none ${kind}`);
			await follow(page, "Add the first question");
			await press(page, "Save question");
			await fine(page, `refused ${kind}`);
			await fillIn(page, { label: "Which site?", type: "radios", options: "Hill\nDale", required: "yes", page_title: "Sites" });
			await press(page, "Save question");
			await follow(page, "Add a question");
			await fillIn(page, { label: "How good is each?", type: "grid", options: "Good\nBad", rows: "Parking\nWaiting", required: "no", when: "q1=o1" });
			await press(page, "Save question");
			assert.equal(await heading(page), "Questions");
			await fine(page, `questions ${kind}`);
			await leads(page, () => page.getByRole("button", { name: /^Up\s*: How good/ }).click()); // it hangs on the first
			assert.match(await page.locator("main").innerText(), /Not done/);
			await follow(page, /^Change\s*: How good/);
			await fine(page, `question ${kind}`);
			await page.goto(`${it.staffUrl}/proposals/${draft.ref}/form`);
			await follow(page, "Preview");
			await fine(page, `preview ${kind}`);
			await follow(page, "Questions");
			await follow(page, /^Change\s+the words/);
			await fine(page, `page ${kind}`);
			await page.goto(`${it.staffUrl}/proposals/${draft.ref}/form`);
			await follow(page, /^Remove\s*: How good/);
			await fine(page, `remove ${kind}`);
			await press(page, "Remove the question");
			assert.doesNotMatch(await page.locator("main").innerText(), /How good is each/);
			await page.goto(`${it.staffUrl}/proposals/${heard.ref}/results`);
			await fine(page, `results ${kind}`);
			await follow(page, /^Read all 14 answers\s+to “Why/);
			await fine(page, `answers ${kind}`);
			await context.close();
		});
	});
