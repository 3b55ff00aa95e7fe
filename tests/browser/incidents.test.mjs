// incidents.test.mjs: a manager works through the queue in Chromium, with and without JavaScript: filters, a view saved, several assigned, the files.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { accessible, fillIn, heading, leads, noBrowser, noScrolling, person, picture, press, startBrowser } from "../lib/browser.mjs";
import { totp } from "../lib/http.mjs";
import { incident } from "../lib/incidents.mjs";
import { sharedInstance } from "../lib/instance.mjs";

let it, browser;
before(async () => {
	it = await sharedInstance();
	browser = noBrowser ? undefined : await startBrowser();
	await it.sql("INSERT IGNORE INTO organisation (code, name, kind) VALUES ('QUEUE', 'Queue Hospital', 'provider')");
});
after(async () => {
	await browser?.close();
	await it.release();
});

const ways = [{ width: 1280, javaScript: true }, { width: 390, javaScript: true }, { width: 1280, javaScript: false }, { width: 390, javaScript: false }];
for (const way of ways)
	test(`the queue at ${way.width} px, ${way.javaScript ? "with" : "without"} JavaScript`, { skip: noBrowser }, async () => {
		const name = `Quinn ${way.width} ${way.javaScript}`, view = `Risks of ${way.width} ${way.javaScript}`, titles = ["One", "Two", "Three"].map((word) => `${word} of ${name}`);
		const code = `QUEUE${way.width}${way.javaScript ? "" : "P"}`, practice = `Queue Lane ${way.width}${way.javaScript ? "" : ", plain"}`;
		await it.sql(`INSERT IGNORE INTO organisation (code, name, kind) VALUES ('${code}', '${practice}', 'practice')`);
		const account = await it.addUser("incident_manager", { name }), made = [];
		for (const title of titles)
			made.push(await incident(it, { organisation: code, kind: "risk", about: "QUEUE", title }));
		await it.sql(`UPDATE incident SET due_at = UTC_TIMESTAMP() - INTERVAL 9 DAY WHERE ref = '${made[0]}'`);
		const { page, context } = await person(browser, way);
		const look = async (what) => {
			if (way.javaScript)
				await accessible(page, `${what} at ${way.width}`);
			await noScrolling(page, `${what} at ${way.width}`);
			await picture(page, `incidents-${what}${way.javaScript ? "" : "-plain"}`);
		};
		const link = (text) => leads(page, () => page.getByRole("link", { name: text, exact: true }).first().click());
		const inMain = () => page.locator("main").innerText();
		await page.goto(`${it.staffUrl}/sign-in`);
		await fillIn(page, { email: account.email, password: account.password, code: totp(account.secret) });
		await press(page, "Sign in");
		await page.goto(`${it.staffUrl}/incidents`);
		await look("list");

		// Filters: those in sight, and those that are folded.
		await page.locator("#list-practice").selectOption({ label: practice });
		await page.locator("#list-state").selectOption("unseen");
		assert.equal(await page.locator("#list-provider").isVisible(), false);
		await page.locator("summary", { hasText: "More filters" }).click();
		await page.locator("#list-provider").selectOption({ label: "Queue Hospital" });
		await press(page, "Show");
		assert.ok(await page.locator("#list-provider").isVisible(), "a filter that is used is in sight");
		assert.equal(await page.locator("tbody tr").count(), 3);
		assert.match(await page.locator("tbody tr").first().innerText(), /One of [\s\S]*Queue Lane[\s\S]*about Queue Hospital[\s\S]*\d+ working days late/);
		await look("filtered");

		// A view of them.
		await link("Save this view");
		await look("view");
		await press(page, "Save");
		assert.match(await inMain(), /There is a problem[\s\S]*Enter a name for the view/);
		await look("view-slip");
		await fillIn(page, { name: view, shared: "no" });
		await press(page, "Save");
		assert.equal(await page.locator("tbody tr").count(), 3);
		assert.equal(await page.getByRole("link", { name: view }).getAttribute("aria-current"), "true");
		await link("Saved views");
		await look("views");
		await link(view);

		// All of the page by one button, or each by its own tick.
		if (way.javaScript) {
			await page.getByRole("button", { name: "Tick all on this page" }).click();
			await page.getByLabel(`Choose ${made[2]}`).uncheck();
		} else
			for (const ref of made.slice(0, 2))
				await page.getByLabel(`Choose ${ref}`).check();
		await press(page, "Assign the ticked reports");
		assert.equal(await heading(page), "Assign reports");
		assert.equal(await page.locator("tbody tr").count(), 2);
		await look("assign");
		await page.locator("#manager").selectOption({ index: 0 });
		await page.locator("main form button").last().click();
		await page.getByText("There is a problem").waitFor();
		await look("assign-slip");
		await page.locator("#manager").selectOption({ label: `${name} (you)` });
		await leads(page, () => page.locator("main form button").last().click());
		assert.match(await inMain(), new RegExp(`2 reports are now looked after by ${name}`));
		assert.equal(await page.locator("tbody tr").count(), 1, "those two were looked at");

		// The files of the same rows.
		await link("Clear");
		await page.locator("#list-practice").selectOption({ label: practice });
		await press(page, "Show");
		for (const [text, begins] of [["Download this list (CSV)", ""], ["as a workbook (XLSX)", "PK"]]) {
			const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: text }).click()]);
			const bytes = readFileSync(await file.path());
			assert.match(file.suggestedFilename(), /^incidents\.(csv|xlsx)$/);
			assert.ok(bytes.toString("latin1").startsWith(begins), text);
			if (!begins)
				assert.deepEqual(made.map((ref) => bytes.includes(ref)), [true, true, true]);
		}
		assert.deepEqual(page.faults, []);
		assert.deepEqual((await it.sql(`SELECT COUNT(*) FROM incident i JOIN person p ON p.person_id = i.manager_id WHERE p.name = '${name}'`))[0], ["2"]);
		await context.close();
	});

test("bank holidays, for the administrator and the auditor", { skip: noBrowser }, async () => {
	for (const width of [390, 1280])
		for (const role of ["administrator", "auditor"]) {
			const account = await it.addUser(role), { page, context } = await person(browser, { width });
			await page.goto(`${it.staffUrl}/sign-in`);
			await fillIn(page, { email: account.email, password: account.password, code: totp(account.secret) });
			await press(page, "Sign in");
			for (const at of role === "auditor" ? ["/holidays", "/incidents", "/incidents/views"] : ["/holidays", "/holidays/new", "/holidays/2026-12-25/remove"]) {
				await page.goto(it.staffUrl + at);
				await accessible(page, `${at} at ${width}`);
				await noScrolling(page, `${at} at ${width}`);
				await picture(page, `incidents-${role}${at.replaceAll("/", "-")}`);
			}
			assert.equal(await page.locator("input[type=checkbox]").count(), 0);
			assert.deepEqual(page.faults, []);
			await context.close();
		}
});
