// report.test.mjs: a practice reports in Chromium, on a telephone and at a desk, with and without JavaScript; how short that is, measured.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { accessible, fillIn, heading, leads, noBrowser, noScrolling, person, picture, press, startBrowser } from "../lib/browser.mjs";
import { totp } from "../lib/http.mjs";
import { sharedInstance } from "../lib/instance.mjs";

// The ordinary report: three pages and the check. Six questions must be answered: what happened, kind, day, where, physical and psychological
// harm; "This date is approximate" is seen too. Without JavaScript the four questions about another organisation stand there as well.
const limits = { pages: 4, answered: 6, seen: 7, seenPlain: 11 };

let it, browser;
before(async () => {
	it = await sharedInstance();
	browser = noBrowser ? undefined : await startBrowser();
	await it.sql("INSERT IGNORE INTO organisation (code, name, kind) VALUES ('WRITES1', 'Writing Practice', 'practice'), ('WRITES2', 'Writing Hospital', 'provider')");
});
after(async () => {
	await browser?.close();
	await it.release();
});

const what = { what_happened: "A discharge letter gave a daily dose of methotrexate instead of a weekly one. It was noticed at the desk.", kind: "incident" };
const when = { "happened_on-day": "3", "happened_on-month": "11", "happened_on-year": "2025", where: "own" };
const words = (page) => page.locator("main").innerText();
const path = (page) => new URL(page.url()).pathname;
/** Names of the questions that somebody sees; a date's three parts are one. */
const questions = (page) => page.evaluate(() => {
	const seen = [...document.querySelectorAll("main form [name]")].filter((field) => !["hidden", "submit"].includes(field.type)
		&& field.closest(".nhsuk-form-group")?.checkVisibility({ opacityProperty: false, visibilityProperty: true }));
	return [...new Set(seen.map(({ name }) => name.replace(/-(day|month|year)$/, "")))];
});

async function enter({ page }, account, step = 0) {
	await page.goto(`${it.staffUrl}/sign-in`);
	await fillIn(page, { email: account.email, password: account.password, code: totp(account.secret, { step }) });
	await press(page, "Sign in");
}
const follow = (page, name) => leads(page, () => page.getByRole("link", { name, exact: true }).last().click());
/** Looks at a page: axe, nothing that sticks out, a picture. */
const looker = (page, way) => async (name) => {
	if (way.javaScript)
		await accessible(page, `${name} at ${way.width}`);
	await noScrolling(page, `${name} at ${way.width}`);
	await picture(page, `report-${name}${way.javaScript ? "" : "-plain"}`);
};
const ways = [{ width: 390, javaScript: true }, { width: 1280, javaScript: false }];
const called = ({ width, javaScript }) => `at ${width} px, ${javaScript ? "with" : "without"} JavaScript`;

for (const way of ways)
	test(`the ordinary report ${called(way)}: from sign-in to the confirmation, and short`, { skip: noBrowser }, async () => {
		const account = await it.addUser("practice_member", { organisation: "WRITES1", name: "Wren Writer" }), one = await person(browser, way), { page } = one;
		const look = looker(page, way), seen = [], answered = new Set();
		let pages = 0;
		const fill = async (name, answers) => {
			pages++;
			seen.push(...await questions(page));
			await look(name);
			await fillIn(page, answers);
			for (const field of Object.keys(answers))
				answered.add(field.replace(/-(day|month|year)$/, ""));
		};
		await enter(one, account);
		await follow(page, "Reports");
		await look("none");
		await follow(page, "Report something");
		await fill("what", what);
		await press(page, "Continue");
		await fill("when", when);
		await press(page, "Continue");
		await fill("harm", { physical: "5", psychological: "4" });
		await press(page, "Continue");
		pages++;
		assert.match(await heading(page), /Check your report before you send it/);
		await look("check");
		await press(page, "Send report");
		assert.match(await heading(page), /Report sent/);
		await look("sent");
		const most = way.javaScript ? limits.seen : limits.seenPlain;
		assert.ok(pages <= limits.pages, `${pages} pages`);
		assert.ok(answered.size <= limits.answered, [...answered].join(", "));
		assert.ok(seen.length > answered.size && seen.length <= most, `${seen.length}: ${seen.join(", ")}`);
		const ref = /[2-9B-Z]{4}-[2-9B-Z]{4}/.exec(await words(page))[0];
		await page.getByRole("link", { name: /^Your report/ }).click();
		assert.match(await words(page), /Nobody has looked at it yet/);
		await look("mine");
		await page.goto(`${it.staffUrl}/reports`);
		await look("list");
		assert.deepEqual((await it.sql(`SELECT state, kind, physical, about FROM incident WHERE ref = '${ref}'`))[0], ["submitted", "incident", "5", "own"]);
		assert.deepEqual(page.faults, []);
		await one.context.close();
	});

for (const way of ways)
	test(`somebody's name, another device, moderate harm, a medicine, somebody else, a file ${called(way)}`, { skip: noBrowser }, async () => {
		const account = await it.addUser("practice_member", { organisation: "WRITES1" }), first = await person(browser, way);
		await enter(first, account);
		let { page } = first, look = looker(page, way);
		await page.goto(`${it.staffUrl}/reports/new`);
		await press(page, "Continue");
		assert.match(await words(page), /Say what happened/);
		await look("what-slip");
		// A passage that may say who somebody is: one is removed, one is needed.
		await fillIn(page, { ...what, what_happened: "Mrs Ada Smith rang. The letter had 943 476 5919 on it." });
		await press(page, "Continue");
		assert.match(await words(page), /This may say who somebody is/);
		await look("identity");
		await leads(page, () => page.getByRole("button", { name: /^Remove it.*Mrs Ada Smith$/ }).click());
		assert.match(await page.locator("#what_happened").inputValue(), /^\[removed\] rang\./);
		await fillIn(page, { identity_reason: "The hospital knows the letter by it" });
		await press(page, "Continue");
		const ref = path(page).split("/")[2];
		await fillIn(page, { ...when, where: "other" });
		await page.locator("#about_organisation").selectOption("WRITES2");
		await look("when-other");
		await fillIn(page, { share: "practice" });
		await press(page, "Save and finish later");
		assert.match(await words(page), /kept as a draft/);
		await look("drafts");
		const pages = [first];

		// Another device goes on with what was typed here.
		const second = await person(browser, { ...way, width: way.width === 390 ? 1280 : 390 });
		pages.push(second);
		await enter(second, account, 1);
		({ page } = second);
		look = looker(page, { ...way, width: page.viewportSize().width });
		await page.goto(`${it.staffUrl}/reports`);
		assert.match(await words(page), /\[removed\] rang/);
		await follow(page, `Carry on with ${ref}`);
		assert.match(path(page), new RegExp(`^/reports/${ref}/`));
		await page.goto(`${it.staffUrl}/reports/${ref}/draft/when`);
		assert.equal(await page.locator("#about_organisation").inputValue(), "WRITES2");
		await press(page, "Continue");

		// Moderate harm calls for the duty of candour; no harm does not.
		await fillIn(page, { physical: "3", psychological: "4" });
		await press(page, "Continue");
		assert.match(await heading(page), /Duty of candour/);
		await look("candour");
		await press(page, "Continue");
		assert.match(await words(page), /or that you do not know yet/);
		await fillIn(page, { candour: "yes", candour_limbs: ["treatment"], candour_steps: ["told", "apology"] });
		await picture(page, "report-candour-yes");
		await press(page, "Continue");
		assert.match(await words(page), /Treatment was needed/);

		// Detail, each with its own questions.
		await follow(page, "What was involved");
		await look("involved");
		await fillIn(page, { involved: ["4"] });
		await press(page, "Continue");
		assert.match(await heading(page), /Medications/);
		await fillIn(page, { medication_name: "Methotrexate", drugs_involved: "1" });
		await fillIn(page, { too_much_drug: "1" });
		await look("medications");
		await press(page, "Continue");
		assert.match(await words(page), /Methotrexate/);

		// Somebody else: begun, left by Back, and asked for before the report can go.
		await follow(page, "Somebody else who was affected");
		await look("person");
		await press(page, "Back");
		await follow(page, "Somebody else who was affected");
		await page.locator("#age").selectOption({ index: 3 });
		await press(page, "Back");
		await page.goto(`${it.staffUrl}/reports/${ref}/check`);
		assert.match(path(page), /people\/2$/);
		assert.equal(await page.locator("#age").evaluate((list) => list.selectedIndex), 3, "what was chosen is still there");
		await press(page, "Continue");
		await picture(page, "report-person-slip");
		await fillIn(page, { physical: "5", psychological: "4" });
		await press(page, "Continue");

		await follow(page, "Add a file");
		await page.locator("input[type=file]").setInputFiles({ name: "letter.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n%%EOF\n") });
		await look("files");
		await press(page, "Add this file");
		await page.goto(`${it.staffUrl}/reports/${ref}/check`);
		assert.match(await words(page), /letter\.pdf/);
		await look("check-full");
		await press(page, "Send report");
		assert.match(await heading(page), /Report sent/);
		await page.goto(`${it.staffUrl}/reports/${ref}`);
		await look("mine-full");
		const [[sent]] = await it.sql(`SELECT report FROM incident WHERE ref = '${ref}'`), { answers, people, identity_reasons: reasons } = JSON.parse(sent);
		assert.deepEqual([answers.candour, answers.about_organisation, answers.medication_name, people.length], ["yes", "WRITES2", "Methotrexate", 2]);
		assert.deepEqual(reasons, [{ field: "what_happened", passage: "943 476 5919", reason: "The hospital knows the letter by it" }]);

		// A draft that is thrown away: its old address says so.
		await page.goto(`${it.staffUrl}/reports/new`);
		await fillIn(page, what);
		await press(page, "Save and finish later");
		await leads(page, () => page.getByRole("link", { name: /^Discard/ }).click());
		const gone = path(page).split("/")[2];
		await look("discard");
		await press(page, "Discard draft");
		await page.goto(`${it.staffUrl}/reports/${gone}/draft/when`);
		assert.equal(path(page), "/reports");
		assert.match(await page.locator("body").innerText(), /You discarded this draft/);
		await picture(page, "report-discarded");
		for (const { page: each, context } of pages) {
			assert.deepEqual(each.faults, []);
			await context.close();
		}
	});
