// incident.test.mjs: a manager handles an incident from the first look to the answer, in Chromium, with and without JavaScript.
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
	await it.sql("INSERT IGNORE INTO organisation (code, name, kind) VALUES ('JOURNEY1', 'Journey Practice', 'practice'), ('JOURNEY2', 'Journey Hospital', 'provider')");
	reporter = await it.addUser("practice_member", { organisation: "JOURNEY1", name: "Rosa Reporter" });
});
after(async () => {
	await browser?.close();
	await it.release();
});

const ways = [{ width: 1280, javaScript: true }, { width: 390, javaScript: true }, { width: 1280, javaScript: false }, { width: 390, javaScript: false }];
for (const way of ways)
	test(`a manager at ${way.width} px, ${way.javaScript ? "with" : "without"} JavaScript`, { skip: noBrowser }, async () => {
		const account = await it.addUser("incident_manager", { name: `Mo ${way.width} ${way.javaScript}` });
		const ref = await incident(it, { organisation: "JOURNEY1", reporter: reporter.email, about: "JOURNEY2", about_service: "1",
			report: report({ where: "other", about_organisation: "JOURNEY2", involved: ["4"], medication_name: "Methotrexate" }, [{ physical: "4", psychological: "3" }]) });
		const { page, context } = await person(browser, way), at = `/incidents/${ref}`;
		const look = async (what) => {
			if (way.javaScript)
				await accessible(page, `${what} at ${way.width}`);
			await noScrolling(page, `${what} at ${way.width}`);
			await picture(page, `incident-${what}${way.javaScript ? "" : "-plain"}`);
		};
		const link = (name) => leads(page, () => page.getByRole("link", { name, exact: true }).last().click());
		await page.goto(`${it.staffUrl}/sign-in`);
		await fillIn(page, { email: account.email, password: account.password, code: totp(account.secret) });
		await press(page, "Sign in");
		await page.goto(it.staffUrl + at);
		await look("new");
		await link("I have looked at this");
		assert.match(await heading(page), /I have looked at this/);
		await look("move");
		await press(page, "I have looked at this");
		assert.match(await page.locator("main").innerText(), /In triage/i);

		await link("Change who looks after it");
		await page.locator("#manager").selectOption({ label: `${`Mo ${way.width} ${way.javaScript}`} (you)` });
		await look("assign");
		await press(page, "Save");
		await link("Change title, place or seriousness");
		await look("edit");
		await fillIn(page, { title: "A daily dose in the letter", serious: "serious" });
		await press(page, "Save");
		assert.match(await heading(page), /A daily dose in the letter/);
		await link("Grade it");
		await page.locator("#likelihood").selectOption("4");
		await look("grade");
		await press(page, "Save");
		assert.match(await page.locator("main").innerText(), /Choose how grave it would be, too/);
		await look("grade-slip");
		await page.locator("#consequence").selectOption("3");
		await press(page, "Save");
		await link("Choose themes");
		await page.getByLabel("Discharge and transfer of care").check();
		await look("themes");
		await press(page, "Save");
		await page.locator("summary", { hasText: "Other moves" }).click(); // asking the hospital comes first
		await link("Start investigating");
		await press(page, "Start investigating");
		await page.locator("summary", { hasText: "Other moves" }).click();
		await look("moves");
		await link("Put on hold");
		await press(page, "Put on hold");
		assert.match(await page.locator("main").innerText(), /There is a problem/);
		await look("hold-slip");
		await fillIn(page, { reason: "The coroner decides first", "until-day": "1", "until-month": "February", "until-year": "2099" });
		await press(page, "Put on hold");
		assert.match(await page.locator("main").innerText(), /until 1 February 2099/);
		await page.locator("summary", { hasText: "Other moves" }).click();
		await link("Close the incident");
		await fillIn(page, { reason: "The letter's template was changed", tell: "The hospital changed its letter. Thank you for telling us." });
		await press(page, "Close the incident");
		const said = await page.locator("main").innerText();
		for (const words of ["Closed", "The hospital changed its letter", "The coroner decides first", "High (12)", "Discharge and transfer of care"])
			assert.ok(said.toLowerCase().includes(words.toLowerCase()), words);
		await look("closed");
		await page.goto(`${it.staffUrl}/help/incidents`);
		await look("help");
		await page.goto(`${it.staffUrl}/incidents/themes`);
		await look("themes-list");
		await page.locator("table a").first().click();
		await look("theme");
		assert.deepEqual(page.faults, []);
		assert.deepEqual((await it.sql(`SELECT state, likelihood, consequence, serious FROM incident WHERE ref = '${ref}'`))[0], ["closed", "4", "3", "1"]);
		await context.close();
	});
