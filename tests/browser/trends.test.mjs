// trends.test.mjs: trends of incident reports in Chromium, on a phone without JavaScript and on a desk with it: the manager's, the practices compared, a
// practice's own.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { accessible, fillIn, leads, noBrowser, noScrolling, person, picture, press, startBrowser } from "../lib/browser.mjs";
import { totp } from "../lib/http.mjs";
import { incident } from "../lib/incidents.mjs";
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

for (const [kind, look] of Object.entries({
	"a phone without JavaScript": { width: 390, height: 844, javaScript: false },
	"a desk with JavaScript": { width: 1280, javaScript: true },
}))
	test(kind, { skip: noBrowser }, async () => {
		const code = `BRTR${look.width}`, name = `Larch Lane Surgery ${look.width}`, people = [];
		await it.sql(`INSERT INTO organisation (code, name, kind) VALUES ('${code}', '${name}', 'practice');
			INSERT INTO list_size (organisation_id, counted_on, patients) SELECT organisation_id, '2020-01-01', 7400 FROM organisation WHERE code = '${code}'`);
		for (let i = 0; i < 12; i++)
			await incident(it, { organisation: code, submitted_at: { sql: `UTC_TIMESTAMP() - INTERVAL ${90 + i * 20} DAY` }, due_at: { sql: "UTC_TIMESTAMP()" } });
		const signedIn = async (role, organisation) => {
			const account = await it.addUser(role, organisation ? { organisation } : {}), { page, context } = await person(browser, look);
			await page.goto(`${it.staffUrl}/sign-in`);
			await fillIn(page, { email: account.email, password: account.password, code: totp(account.secret) });
			await press(page, "Sign in");
			people.push(context);
			return page;
		};
		const looks = async (page, what) => {
			await picture(page, `trends-${what}`);
			await noScrolling(page, what);
			if (look.javaScript)
				await accessible(page, what);
		};
		const manager = await signedIn("incident_manager");
		await manager.goto(`${it.staffUrl}/incidents`);
		await leads(manager, () => manager.getByRole("link", { name: "Trends", exact: true }).click());
		assert.match(await manager.innerText("main"), /[\d,]+ reports were sent from/);
		await looks(manager, "1-all");
		await manager.selectOption("[name=of]", code);
		await press(manager, "Show");
		assert.match(await manager.innerText("main"), new RegExp(`Reports of ${name}`));
		assert.match(await manager.innerText("main"), /12 reports were sent/);
		await leads(manager, () => manager.getByRole("link", { name: "Practices compared" }).click());
		assert.match(await manager.innerText("main"), new RegExp(name));
		await looks(manager, "2-practices");
		const member = await signedIn("practice_member", code);
		await member.goto(`${it.staffUrl}/reports/trends`);
		assert.match(await member.innerText("main"), /Your practice is in no peer group/);
		assert.ok(await member.getByRole("img", { name: /Practices: reports a year/ }).isVisible());
		await looks(member, "3-own");
		for (const context of people)
			await context.close();
	});
