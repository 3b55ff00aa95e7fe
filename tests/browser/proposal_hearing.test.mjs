// proposal_hearing.test.mjs: staff type in a letter and read the results in Chromium, on a phone without JavaScript and on a desk with it.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { accessible, fillIn, heading, leads, noBrowser, noScrolling, person, picture, press, startBrowser } from "../lib/browser.mjs";
import { totp } from "../lib/http.mjs";
import { sharedInstance } from "../lib/instance.mjs";
import { proposal } from "../lib/proposals.mjs";

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
	await picture(page, `hearing-${what.replaceAll(" ", "-")}`);
}
const follow = (page, name) => leads(page, () => page.getByRole("main").getByRole("link", { name, exact: true }).first().click());

for (const [kind, look] of [["a phone without JavaScript", { width: 390, height: 844, javaScript: false }], ["a desk with JavaScript", { width: 1280 }]])
	describe(kind, { skip: noBrowser }, () => {
		test("a letter is typed in, and counted", async () => {
			const one = await proposal(it, { groups: [["GPs", 42]] }), account = await it.addUser("author");
			const { page, context } = await person(browser, look);
			await page.goto(`${it.staffUrl}/sign-in`);
			await fillIn(page, { email: account.email, password: account.password, code: totp(account.secret) });
			await press(page, "Sign in");
			await page.goto(`${it.staffUrl}/proposals/${one.ref}/responses`);
			await fine(page, `responses ${kind}`);
			await follow(page, "Type in a response");
			await press(page, "Store it");
			await fine(page, `type in ${kind}`);
			const day = new Date(Date.now() - 3 * 86_400_000);
			await fillIn(page, { "received_on-day": String(day.getUTCDate()), "received_on-month": String(day.getUTCMonth() + 1), "received_on-year": String(day.getUTCFullYear()),
				source: "letter", stance: "in_favour", gain_1: "A shorter way to the clinic", gain_1_grade: "high" });
			assert.ok(!await page.locator("[name=gain_2]").isVisible(), "few letters name more than one");
			await page.getByText("More gains").click();
			await fillIn(page, { gain_2: "Fewer cars", gain_2_grade: "medium" });
			await press(page, "Store it");
			assert.match(await heading(page), /^Response/);
			assert.match(await page.locator("main").innerText(), /Fewer cars/);
			await fine(page, `response ${kind}`);
			await page.goto(`${it.staffUrl}/proposals/${one.ref}/results`);
			assert.match(await page.locator("main").innerText(), /In favour/);
			await fine(page, `results ${kind}`);
			await context.close();
		});
	});
