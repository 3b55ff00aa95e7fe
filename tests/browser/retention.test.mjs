// retention.test.mjs: a report whose years are over is held, another one proposed, confirmed and certified, in Chromium; what the national service
// would ask. With and without JavaScript.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { accessible, fillIn, heading, leads, noBrowser, noScrolling, person, picture, press, startBrowser } from "../lib/browser.mjs";
import { totp } from "../lib/http.mjs";
import { incident } from "../lib/incidents.mjs";
import { sharedInstance } from "../lib/instance.mjs";

let it, browser;
before(async () => {
	it = await sharedInstance();
	browser = noBrowser ? undefined : await startBrowser();
	await it.sql("INSERT IGNORE INTO organisation (code, name, kind) VALUES ('RETAINB', 'Retention Practice', 'practice')");
});
after(async () => {
	await browser?.close();
	await it.release();
});

const ago = (years) => ({ sql: `UTC_TIMESTAMP() - INTERVAL ${years} YEAR - INTERVAL 1 DAY` });
for (const way of [{ width: 1280, javaScript: true }, { width: 390, javaScript: false }])
	test(`records managers at ${way.width} px, ${way.javaScript ? "with" : "without"} JavaScript`, { skip: noBrowser }, async () => {
		const [kept, gone] = [await incident(it, { organisation: "RETAINB", state: "closed", submitted_at: ago(11), closed_at: ago(11) }),
			await incident(it, { organisation: "RETAINB", state: "closed", submitted_at: ago(21), closed_at: ago(21), serious: 1 })];
		await it.soundings(["jobs"]); // they find what is due
		const look = async (page, what) => {
			if (way.javaScript)
				await accessible(page, `${what} at ${way.width}`);
			await noScrolling(page, `${what} at ${way.width}`);
			await picture(page, `retention-${what}${way.javaScript ? "" : "-plain"}`);
		};
		const signedIn = async (roles) => {
			const account = await it.addUser(roles), { page, context } = await person(browser, way);
			await page.goto(`${it.staffUrl}/sign-in`);
			await fillIn(page, { email: account.email, password: account.password, code: totp(account.secret) });
			await press(page, "Sign in");
			return { page, context };
		};
		const { page, context } = await signedIn("administrator,incident_manager");
		await page.goto(`${it.staffUrl}/incidents/${kept}/national`);
		await look(page, "national");
		await page.goto(`${it.staffUrl}/incidents/${kept}`);
		await leads(page, () => page.getByRole("link", { name: "Keep it for longer" }).click());
		await press(page, "Hold it");
		await look(page, "hold-slip");
		await fillIn(page, { why: "An inquest" });
		await press(page, "Hold it");
		assert.match(await page.locator("main").innerText(), /It is held without end/);
		await page.goto(`${it.staffUrl}/retention/holds/${kept}/lift`);
		await look(page, "lift");
		await page.goto(`${it.staffUrl}/retention`);
		await look(page, "list");
		await leads(page, () => page.getByRole("link", { name: "Propose a destruction" }).click());
		await look(page, "propose");
		await page.getByLabel(new RegExp(gone)).check();
		await press(page, "Propose");
		assert.match(await page.locator("main").innerText(), /You proposed it, so somebody else decides/);
		const address = page.url();
		await look(page, "proposed");
		const second = await signedIn("administrator");
		await second.page.goto(address);
		await leads(second.page, () => second.page.getByRole("link", { name: "Confirm or refuse" }).click());
		await look(second.page, "decide");
		await second.page.getByLabel("Yes, destroy them").check();
		await press(second.page, "Save the decision");
		await it.soundings(["jobs"]);
		await second.page.goto(address);
		assert.match(await heading(second.page), /Certificate of destruction/);
		await look(second.page, "certificate");
		await context.close();
		await second.context.close();
	});
