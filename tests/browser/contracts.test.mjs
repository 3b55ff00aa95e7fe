// contracts.test.mjs: a reviewer works with the register in Chromium, on a phone without JavaScript and on a desk with it: what is lacking, filters, a
// view, money, the calendar and its private address, on paper; a contract with its value and its KPI; a file of which one line is wrong.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { accessible, fillIn, heading, leads, noBrowser, noScrolling, person, picture, press, startBrowser, textsApart } from "../lib/browser.mjs";
import { contract, voluntary } from "../lib/contracts.mjs";
import { totp } from "../lib/http.mjs";
import { sharedInstance } from "../lib/instance.mjs";

let it, browser;
const days = (n) => ({ sql: `UTC_DATE() + INTERVAL ${n} DAY` }), kept = { settled_on: { sql: "UTC_DATE()" }, return_months: 0 }; // the jobs leave them alone
before(async () => {
	it = await sharedInstance();
	browser = noBrowser ? undefined : await startBrowser();
	await voluntary(it, "VOLWEB", "Walking Together");
	for (const [status, value_now] of [["planned", 500_000], ["live", 2_000_050], ["notice", 160_000_000], ["ended", 0]])
		await contract(it, { organisation: "VOLWEB", ...kept, service: `Somebody else’s, ${status}`, status, value_now, ends_on: days(400), values: { 2025: 1_000_000, 2026: value_now } });
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
	await picture(page, `contracts-${what.replaceAll(" ", "-")}`);
}
const follow = (page, name) => leads(page, () => page.getByRole("main").getByRole("link", { name, exact: true }).first().click());
const main = (page) => page.locator("main").innerText();
const day = (name, iso) => Object.fromEntries(["year", "month", "day"].map((part, i) => [`${name}-${part}`, iso.split("-")[i]]));

for (const [kind, look] of [["a phone without JavaScript", { width: 390, height: 844, javaScript: false }], ["a desk with JavaScript", { width: 1280 }]])
	describe(kind, { skip: noBrowser }, () => {
		test("what is lacking, a saved view, money, the calendar, aims", async () => {
			const name = `Robin on ${kind}`, account = await it.addUser("contract_reviewer", { name }), lead = account.email;
			const service = `A long walk every Thursday for people who have been in hospital, ${name}`;
			await contract(it, { organisation: "VOLWEB", lead, ...kept, service, first_ends_on: "2026-01-31", ends_on: days(60), next_review_on: days(-5), red_kpis: 2, returns_missing: 1,
				value_now: 1_234_500 });
			await contract(it, { organisation: "VOLWEB", lead, ...kept, service: `Fine, ${name}`, ends_on: days(900), specified: 1, monitored: 1, next_review_on: days(20) });
			const { page, context } = await enter(look, account);
			assert.match(await main(page), /1 contract that you look after is overdue for review/);
			await page.goto(`${it.staffUrl}/contracts`);
			await fine(page, "list");

			// From a number at a glance to what it counts; then mine of them.
			await leads(page, () => page.locator(".app-tiles a", { hasText: "Review overdue" }).click());
			assert.equal(await page.locator("#list-flag").inputValue(), "review_overdue");
			await page.locator("#list-lead").selectOption("me");
			await press(page, "Show");
			assert.equal(await page.locator("tbody tr").count(), 1);
			assert.match(await page.locator("tbody tr").innerText(),
				/£12,345[\s\S]*Live[\s\S]*No specification[\s\S]*No monitoring[\s\S]*Review overdue[\s\S]*Ends soon[\s\S]*1 return missing[\s\S]*2 red KPIs/);
			await fine(page, "mine");
			await follow(page, "Save this view");
			await fine(page, "new view");
			await fillIn(page, { name: `Late ${name}`, shared: "no" });
			await press(page, "Save");
			assert.equal(await page.getByRole("link", { name: `Late ${name}` }).getAttribute("aria-current"), "true");
			await page.emulateMedia({ media: "print" });
			assert.equal(await page.locator(".app-filters").isVisible(), false, "on paper there is nothing to press");
			assert.ok(await page.locator("tbody tr").isVisible());
			await page.emulateMedia({ media: "screen" });

			await follow(page, "Mine");
			assert.equal(await page.locator("tbody tr").count(), 2);
			await follow(page, "Money by aim and status");
			assert.equal(await page.locator("svg.app-chart").count(), 3);
			await textsApart(page, "totals");
			await fine(page, "totals");
			await follow(page, "Live");
			assert.equal(await page.locator("#list-status").inputValue(), "live");

			await follow(page, "Calendar");
			await fillIn(page, { whose: "mine", months: "3" });
			await press(page, "Show");
			assert.equal(await page.locator("tbody th").count(), 3, "late, due, ends");
			await textsApart(page, "calendar");
			await fine(page, "calendar");
			await follow(page, "Have these days in your own calendar");
			await press(page, "Make an address");
			assert.match(await main(page), /There is a problem[\s\S]*Select which contracts are to be in it/);
			await fine(page, "feed with slips");
			await fillIn(page, { whose: "mine" });
			await press(page, "Make an address");
			const address = new URL(new URL(await page.locator(".app-address").innerText()).pathname, it.staffUrl);
			await fine(page, "feed made");
			const feed = await fetch(address);
			assert.equal(feed.status, 200);
			assert.match(await feed.text(), /BEGIN:VEVENT/);
			await follow(page, "I have copied it");
			await fine(page, "feed");
			await press(page, "Revoke this address");
			assert.match(await page.innerText("body"), /does not work any more/);
			assert.equal((await fetch(address)).status, 404);

			await page.goto(`${it.staffUrl}/contracts/aims`);
			await fillIn(page, { name: `Walking ${name}` });
			await press(page, "Add");
			await fine(page, "aims");
			await leads(page, () => page.getByRole("row", { name: `Walking ${name}` }).getByRole("link", { name: /^Rename or end/ }).click());
			assert.equal(await heading(page), `Change Walking ${name}`);
			await fine(page, "aim");
			assert.deepEqual(page.faults, []);
			await context.close();
		});

		test("a contract is added, with what it is worth in a year and a KPI", async () => {
			const { page, context } = await enter(look, await it.addUser("contract_reviewer", { name: "Ada Adder" })), reference = `WEB/${look.width}/1`;
			await page.goto(`${it.staffUrl}/contracts`);
			await follow(page, "Add a contract or grant");
			await fine(page, "new contract");
			await fillIn(page, { reference, organisation: "Walking Together", kind: "grant", service: "Walks by the river", served: "People after a stroke", route: "direct", status: "live",
				...day("starts_on", "2026-04-01"), ...day("first_ends_on", "2026-03-31"), ...day("returns_from", "2026-04-01"), return_months: "3", public: "no" });
			await press(page, "Add it to the register");
			assert.match(await main(page), /There is a problem[\s\S]*It cannot end before it starts/);
			assert.equal(await page.locator("[name=served]").inputValue(), "People after a stroke");
			await fine(page, "new contract with slips");
			await fillIn(page, day("first_ends_on", "2029-03-31"));
			await press(page, "Add it to the register");
			assert.match(await main(page), /Grant with\s+Walking Together/);
			await fine(page, "contract");

			await leads(page, () => page.locator("a[href$='/values']").click());
			await fine(page, "values");
			await fillIn(page, { y2026: "twelve" });
			await press(page, "Save values");
			assert.equal(await page.locator("[name=y2026]").inputValue(), "twelve");
			await fine(page, "values with slips");
			await fillIn(page, { y2026: "12,000.50" });
			await press(page, "Save values");
			assert.match(await main(page), /2026\/27[\s\S]*£12,000\.50/);

			await follow(page, "Add a KPI");
			await fine(page, "new KPI");
			await fillIn(page, { name: "Walked within 10 days", unit: "percent", target: "85", better: "high" });
			await press(page, "Add the KPI");
			assert.match(await main(page), /There is a problem[\s\S]*Select whether it counts outcomes/);
			await fine(page, "new KPI with slips");
			await fillIn(page, { outcome: "no" });
			await press(page, "Add the KPI");
			assert.match(await main(page), /Walked within 10 days[\s\S]*Green from 85%; amber from 76\.5%; red below/);
			await fine(page, "contract with a KPI");
			assert.deepEqual(page.faults, []);
			await context.close();
		});

		test("a register is imported: the wrong line is named, the other one is stored", async () => {
			const { page, context } = await enter(look, await it.addUser("contract_reviewer", { name: "Ida Importer" })), [good, bad] = [`RIGHT/${look.width}`, `WRONG/${look.width}`];
			await page.goto(`${it.staffUrl}/contracts`);
			await follow(page, "Import a register");
			await fine(page, "import");
			await press(page, "Show what would change");
			assert.match(await main(page), /There is a problem[\s\S]*Choose a file/);
			await fine(page, "import with slips");
			await fillIn(page, { file: { name: "register.csv", mimeType: "text/csv", buffer: Buffer.from(["Reference,Organisation,Service,Start,End as signed,Value this year",
				`${good},Walking Together,Walks in the wood,2026-04-01,31/03/2028,"£8,000"`, `${bad},Walking Together,Walks at night,2026-02-30,2028-03-31,1`].join("\r\n")) } });
			await press(page, "Show what would change");
			assert.equal(await heading(page), "What would change");
			assert.match(await main(page), /Walks in the wood[\s\S]*Line 3: Start is “2026-02-30”/);
			await fine(page, "import looked at");
			await press(page, "Store these changes");
			assert.match(await page.innerText("body"), /1 new, 0 changed; the lines that are wrong were left out/);
			await page.goto(`${it.staffUrl}/contracts?q=${encodeURIComponent(good)}`);
			assert.match(await page.locator("tbody tr").innerText(), /Walks in the wood[\s\S]*£8,000/);
			await page.goto(`${it.staffUrl}/contracts?q=${encodeURIComponent(bad)}`);
			assert.match(await main(page), /No contracts match/);
			await fine(page, "nothing found");
			assert.deepEqual(page.faults, []);
			await context.close();
		});
	});
