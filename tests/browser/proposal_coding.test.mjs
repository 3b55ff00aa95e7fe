// proposal_coding.test.mjs: two people code what was said in Chromium, on a phone without JavaScript and on a desk with it; they differ, settle it, and
// what came of it is published.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { accessible, fillIn, heading, leads, noBrowser, noScrolling, person, picture, press, startBrowser } from "../lib/browser.mjs";
import { totp } from "../lib/http.mjs";
import { sharedInstance } from "../lib/instance.mjs";
import { closed, proposal, response } from "../lib/proposals.mjs";

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
	await picture(page, `coding-${what.replaceAll(" ", "-")}`);
}
const follow = (page, name) => leads(page, () => page.getByRole("main").getByRole("link", { name }).first().click());

for (const [kind, look] of [["a phone without JavaScript", { width: 390, height: 844, javaScript: false }], ["a desk with JavaScript", { width: 1280 }]])
	describe(kind, { skip: noBrowser }, () => {
		test("two people code, differ, settle; then it is told what came of it", async () => {
			const [first, second] = [await it.addUser("author", { name: "Cora Coder" }), await it.addUser("author", { name: "Otto Other" })];
			const title = `Journey, ${kind}`, { ref, sections } = await proposal(it, { ...closed, title });
			await response(it, ref, { publication: "name", asks: "When does it begin?", points: [
				{ kind: "concern", grade: "high", section: sections[0], text: "No bus runs on Sundays,\nand the last one is at six." },
				{ kind: "gain", grade: "medium", text: "It saves money." }] });
			let { page, context } = await enter(look, first);
			await page.goto(`${it.staffUrl}/proposals/${ref}/themes`);
			for (const [name, parent] of [["Access"], ["Buses", "Access"], ["Money"]]) {
				await fillIn(page, { name, about: name === "Buses" ? "Trains too" : "" });
				if (parent)
					await page.getByLabel(/Below which theme/).selectOption({ label: parent });
				await press(page, "Add");
			}
			await fine(page, "themes");
			await follow(page, /^Change Buses/);
			await fine(page, "a theme");
			await page.goto(`${it.staffUrl}/proposals/${ref}/code`);
			await fine(page, "coding before");
			for (let left = 2; left > 0; left--) {
				if (left === 2)
					await press(page, "Code the next passage");
				assert.match(await heading(page), /Code a passage/);
				const buses = /No bus/.test(await page.innerText("main"));
				if (left === 2) {
					await press(page, "Save and next");
					assert.match(await page.title(), /^Error: /);
					await fine(page, "nothing ticked");
				}
				await page.getByRole("checkbox", { name: buses ? /Buses/ : /Money/ }).press("Space");
				if (buses) {
					await fillIn(page, { new_theme: "Sundays" });
					await press(page, "Add the new theme");
					assert.ok(await page.getByRole("checkbox", { name: /Sundays/ }).isChecked());
					assert.ok(await page.getByRole("checkbox", { name: /Buses/ }).isChecked());
					await page.getByRole("checkbox", { name: "Quote this in results" }).press("Space");
				}
				await fine(page, "a passage");
				await press(page, "Save and next");
			}
			assert.match(await page.innerText("main"), /Coded by you: 2 of 2/);
			await fine(page, "coding after");
			assert.deepEqual(page.faults, []);
			await context.close();

			({ page, context } = await enter(look, second));
			await follow(page, /passages? of (a response|responses) to code/);
			await fine(page, "what waits");
			await follow(page, title);
			await follow(page, "Coding");
			for (let left = 2; left > 0; left--) {
				if (left === 2)
					await press(page, "Code the next passage");
				await page.getByRole("checkbox", { name: /No bus/.test(await page.innerText("main")) ? /Buses/ : /Money/ }).press("Space");
				await press(page, "Save and next");
			}
			await follow(page, /No bus/);
			assert.match(await page.innerText("main"), /What others gave it\s+Cora Coder: Buses Sundays/);
			await fine(page, "a passage again");
			await follow(page, "Coding");
			await follow(page, "Agreement");
			assert.match(await page.innerText("main"), /Kappa over all themes is/);
			await fine(page, "agreement");
			await follow(page, /^Settle it/);
			await fillIn(page, { why: "Sundays are meant" });
			await page.getByRole("checkbox", { name: /Sundays/ }).press("Space");
			await fine(page, "settle");
			await press(page, "Settle");
			assert.match(await page.innerText("main"), /Sundays are meant/);
			await fine(page, "settled");

			await follow(page, "What came of it");
			await follow(page, "Access");
			await fillIn(page, { said: "No bus runs on Sundays", what: "A bus runs on Sundays", did: "doing", owner: "Director of transport" });
			await fine(page, "outcome");
			await press(page, "Add the outcome");
			await fine(page, "outcomes");
			await follow(page, "Publish what was decided");
			await fine(page, "publish");
			await press(page, "Publish");
			assert.match(await page.innerText("main"), /Published on/);
			await follow(page, "Questions asked");
			await fine(page, "questions");
			await follow(page, /^Answer/);
			await fillIn(page, { answer: "In April", public: "yes", question: "When does it begin?" });
			await fine(page, "answer");
			await press(page, "Save");
			assert.match(await page.innerText("main"), /Answered in public/);
			assert.deepEqual(page.faults, []);
			await context.close();
		});
	});
