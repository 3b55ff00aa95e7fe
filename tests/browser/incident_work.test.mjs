// incident_work.test.mjs: a manager works on an incident: notes, steps, five whys, factors, actions, the duty of candour, a letter on paper; in
// Chromium, with and without JavaScript.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { accessible, fillIn, heading, leads, noBrowser, noScrolling, person, picture, press, startBrowser } from "../lib/browser.mjs";
import { totp } from "../lib/http.mjs";
import { incident, report } from "../lib/incidents.mjs";
import { sharedInstance } from "../lib/instance.mjs";

let it, browser, reporter;
before(async () => {
	it = await sharedInstance();
	browser = noBrowser ? undefined : await startBrowser();
	await it.sql("INSERT IGNORE INTO organisation (code, name, kind) VALUES ('JOURNEY3', 'Working Practice', 'practice')");
	reporter = await it.addUser("practice_member", { organisation: "JOURNEY3" });
});
after(async () => {
	await browser?.close();
	await it.release();
});

const day = (field, [d, month, year]) => ({ [`${field}-day`]: d, [`${field}-month`]: month, [`${field}-year`]: year });

const ways = [{ width: 1280, javaScript: true }, { width: 390, javaScript: true }, { width: 390, javaScript: false }];
for (const way of ways)
	test(`the work on an incident at ${way.width} px, ${way.javaScript ? "with" : "without"} JavaScript`, { skip: noBrowser }, async () => {
		const name = `Wil ${way.width} ${way.javaScript}`, account = await it.addUser("incident_manager", { name });
		const ref = await incident(it, { organisation: "JOURNEY3", reporter: reporter.email, state: "planned", candour: "yes",
			report: report({ candour: "yes", candour_limbs: ["pain"], candour_steps: ["told", "apology"] }) });
		const { page, context } = await person(browser, way), main = page.locator("main");
		const look = async (what) => {
			if (way.javaScript)
				await accessible(page, `${what} at ${way.width}`);
			await noScrolling(page, `${what} at ${way.width}`);
			await picture(page, `work-${what}${way.javaScript ? "" : "-plain"}`);
		};
		const link = (words) => leads(page, () => page.getByRole("link", { name: words, exact: true }).last().click());
		await page.goto(`${it.staffUrl}/sign-in`);
		await fillIn(page, { email: account.email, password: account.password, code: totp(account.secret) });
		await press(page, "Sign in");
		await page.goto(`${it.staffUrl}/incidents/${ref}`);
		await look("empty");

		await link("Add a note");
		await fillIn(page, { text: "Mrs Jones rang twice about the label." });
		await press(page, "Save the note");
		assert.match(await main.innerText(), /looks like somebody’s name/);
		await look("warned");
		await leads(page, () => page.locator("[name=identity_remove]").first().click());
		assert.equal(await page.locator("#text").inputValue(), "[removed] rang twice about the label.");
		await press(page, "Save the note");
		await link("Add a step");
		await look("step");
		await fillIn(page, { ...day("happened_on", ["2", "11", "2026"]), about: "about 10:30", what: "Two labels were printed." });
		await press(page, "Add the step");
		await link("What we found, and why");
		await look("whys");
		await fillIn(page, { found: "The label was for another patient.", why_1: "Two were printed at once.", why_2: "One printer serves two rooms." });
		await press(page, "Save");
		await link("What contributed");
		await look("factors");
		await fillIn(page, { risk_themes: ["1", "6"], other_factors: "A new form" });
		await press(page, "Save");

		await link("Add an action");
		await page.locator("#owner").selectOption({ label: name });
		await fillIn(page, { what: "Put up a second printer", ...day("due_on", ["3", "12", "2099"]) });
		await look("action");
		await press(page, "Add the action");
		await page.goto(`${it.staffUrl}/actions/mine`);
		await look("mine");
		await page.goto(`${it.staffUrl}/incidents/${ref}`);
		await leads(page, () => page.locator(`a[href$="/done"]`).first().click());
		await press(page, "It is done");
		assert.match(await main.innerText(), /There is a problem/);
		await look("done-slip");
		await fillIn(page, { words: "Seen in both rooms" });
		await press(page, "It is done");
		assert.match(await main.innerText(), /Every action is done/);

		await link("Write down what was done");
		await look("candour");
		await fillIn(page, { told_whom: "patient", told_how: "person", told_by: "GP partner", ...day("told_on", ["3", "11", "2026"]) });
		await press(page, "Save");
		await link("Write a letter");
		await fillIn(page, { kind: "candour", whom: "[name and address]" });
		await look("letter-new");
		await press(page, "Write it");
		await look("letter-edit");
		await press(page, "Save and look at it");
		await look("letter");
		await page.emulateMedia({ media: "print" });
		await picture(page, "work-letter-paper");
		assert.equal(await page.locator(".app-no-print:visible, .nhsuk-header:visible, .nhsuk-footer:visible").count(), 0, "only the letter is printed");
		assert.match(await page.locator(".app-letter").innerText(), /\[name and address\]/);
		await page.emulateMedia({ media: "screen" });
		await link("It was sent");
		await look("letter-sent");
		await press(page, "It was sent");
		assert.match(await main.innerText(), /It stays as it went/);

		await page.goto(`${it.staffUrl}/incidents/${ref}`);
		await look("full");
		const said = await main.innerText();
		for (const words of ["[removed] rang twice", "about 10:30", "One printer serves two rooms.", "A new form", "How we know: Seen in both rooms", "The patient, by GP partner", "Two labels were printed."])
			assert.ok(said.includes(words), words);
		await page.emulateMedia({ media: "print" });
		await picture(page, "work-full-paper");
		assert.deepEqual(await page.getByRole("link", { name: /^(Add|Write|Change|Choose|Grade|What)/ }).filter({ visible: true }).allInnerTexts(), [], "nothing to press on paper");
		await page.emulateMedia({ media: "screen" });
		await page.goto(`${it.staffUrl}/actions?state=all`);
		assert.match(await heading(page), /Actions/);
		await look("actions");
		assert.deepEqual(page.faults, []);
		await context.close();
	});
