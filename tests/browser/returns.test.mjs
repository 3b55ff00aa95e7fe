// returns.test.mjs: a charity's coordinator sends a monitoring return, a reviewer asks something back and accepts it, in Chromium, with and
// without JavaScript.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { accessible, fillIn, heading, leads, noBrowser, noScrolling, person, picture, press, startBrowser } from "../lib/browser.mjs";
import { contract, kpi, monitoringReturn, voluntary } from "../lib/contracts.mjs";
import { totp } from "../lib/http.mjs";
import { sharedInstance } from "../lib/instance.mjs";

let it, browser;
before(async () => {
	it = await sharedInstance();
	browser = noBrowser ? undefined : await startBrowser();
	await voluntary(it, "RETURNS1", "Journey Befrienders");
});
after(async () => {
	await browser?.close();
	await it.release();
});

async function signedIn(account, way) {
	const { page, context } = await person(browser, way);
	await page.goto(`${it.staffUrl}/sign-in`);
	await fillIn(page, { email: account.email, password: account.password, code: totp(account.secret) });
	await press(page, "Sign in");
	return { page, context };
}
const main = (page) => page.locator("main").innerText();

for (const way of [{ width: 390, javaScript: false }, { width: 390, javaScript: true }, { width: 1280, javaScript: true }])
	test(`a return at ${way.width} px, ${way.javaScript ? "with" : "without"} JavaScript: written, sent, asked back, answered, accepted`, { skip: noBrowser }, async () => {
		const of = await contract(it, { organisation: "RETURNS1", status: "planned", service: `Befriending ${way.width} ${way.javaScript}`, returns_from: "2026-01-01" });
		const [visits, wait] = [await kpi(it, of, { name: "People visited at home", unit: "number", target: 12000, position: 1 }),
			await kpi(it, of, { name: "Days people wait", unit: "days", target: 1400, better: "low", position: 2 })];
		for (const [starts_on, value] of [["2026-01-01", 10000], ["2026-04-01", 11900]])
			await monitoringReturn(it, of, { starts_on, state: "accepted", answers: { narrative: "As before", spend: 100000, safeguarding: "no",
				kpis: [{ ref: visits, name: "People visited at home", unit: "number", target: 12000, better: "high", amber: 10, value, rag: value < 10800 ? "red" : "amber" }] } });
		const ref = await monitoringReturn(it, of, { starts_on: "2026-07-01" }), field = (kpiRef) => `kpi_${kpiRef.replace("-", "").toLowerCase()}`;
		const look = async (page, what) => {
			if (way.javaScript)
				await accessible(page, `${what} at ${way.width}`);
			await noScrolling(page, `${what} at ${way.width}`);
			await picture(page, `return-${what}${way.javaScript ? "" : "-plain"}`);
		};
		const link = (page, name) => leads(page, () => page.getByRole("link", { name, exact: true }).last().click());

		const { page, context } = await signedIn(await it.addUser("provider_member", { organisation: "RETURNS1", name: "Cora Coordinator" }), way);
		await page.goto(`${it.staffUrl}/returns`);
		await look(page, "list");
		await leads(page, () => page.locator(`a[href="/returns/${ref}"]`).click());
		await look(page, "due");
		await link(page, "Write the return");
		await look(page, "form");
		await press(page, "Save and check");
		assert.match(await main(page), /There is a problem/);
		await look(page, "slips");
		await fillIn(page, { [field(visits)]: "125", narrative: "A good summer.", spend: "12,500", safeguarding: "yes" });
		await press(page, "Save and come back later");
		assert.match(await main(page), /Cora Coordinator saved it last/);
		await link(page, "Go on with the return");
		await page.locator("summary", { hasText: "Nothing to measure" }).nth(1).click();
		await fillIn(page, { [`${field(wait)}_why`]: "Nobody was referred", safeguarding_done: "We told the local authority the same day." });
		await look(page, "filled");
		await press(page, "Save and check");
		assert.match(await heading(page), /Check your return before you send it/);
		await look(page, "check");
		await page.locator(`a[href$="#spend"]`).click();
		await page.waitForURL(/edit#spend$/);
		assert.equal(await page.locator("#spend").inputValue(), "12,500");
		await fillIn(page, { spend: "12600" });
		await press(page, "Save and check");
		assert.match(await main(page), /£12,600/);
		await press(page, "Send the return");
		assert.match(await heading(page), /Return sent/);
		await look(page, "sent");

		const reviewer = await signedIn(await it.addUser("contract_reviewer", { name: "Rea Reviewer" }), way), theirs = reviewer.page;
		await theirs.goto(`${it.staffUrl}/contracts/returns?state=sent`);
		await look(theirs, "to-look-at");
		await leads(theirs, () => theirs.locator(`a[href="/contracts/${of}/returns/${ref}"]`).click());
		assert.match(await main(theirs), /Nobody was referred/);
		await look(theirs, "read");
		await link(theirs, "Ask something back");
		await press(theirs, "Send the question");
		assert.match(await main(theirs), /Write what you ask/);
		await look(theirs, "ask-slip");
		await fillIn(theirs, { question: "What did you spend the rest on?" });
		await press(theirs, "Send the question");

		await page.goto(`${it.staffUrl}/returns/${ref}`);
		assert.match(await main(page), /What did you spend the rest on\?/);
		await look(page, "asked");
		await link(page, "Answer the question");
		await fillIn(page, { spend: "12000", reason: "A slip of ours: it was £12,000." });
		await look(page, "answer");
		await press(page, "Save and check");
		await press(page, "Send the return");
		assert.match(await heading(page), /Return sent/);

		await theirs.reload();
		assert.match(await main(theirs), /A slip of ours/);
		await look(theirs, "versions");
		await link(theirs, "Accept the return");
		await look(theirs, "accept");
		await press(theirs, "Accept");
		assert.match(await main(theirs), /Accepted/i);
		await theirs.goto(`${it.staffUrl}/contracts/${of}/returns`);
		await look(theirs, "trends");
		for (const one of [page, theirs])
			assert.deepEqual(one.faults, []);
		await context.close();
		await reviewer.context.close();
	});
