// anonymous.test.mjs: a report without a name in Chromium, on a phone without JavaScript and with it, and on a desk: the link and its
// poster made, the report sent, looked up with its code, added to.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { accessible, fillIn, noBrowser, noScrolling, person, picture, press, startBrowser } from "../lib/browser.mjs";
import { totp } from "../lib/http.mjs";
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
	"a phone with JavaScript": { width: 390, height: 844, javaScript: true },
	"a desk with JavaScript": { width: 1280, javaScript: true },
}))
	describe(kind, { skip: noBrowser }, () => {
		const name = `${look.width}-${look.javaScript ? "js" : "plain"}`, code = `${look.javaScript ? "NJ" : "NP"}${look.width}`;
		const looks = async (page, what) => {
			await picture(page, `anonymous-${what}-${name}`);
			await noScrolling(page, what);
			if (look.javaScript)
				await accessible(page, what);
		};

		test("the link, the report, the code, an addition", async () => {
			await it.sql(`INSERT IGNORE INTO organisation (code, name, kind) VALUES ('${code}', 'Thistle Lane Surgery', 'practice')`);
			const account = await it.addUser("practice_member", { organisation: code }), staff = await person(browser, look);
			await staff.page.goto(`${it.staffUrl}/sign-in`);
			await fillIn(staff.page, { email: account.email, password: account.password, code: totp(account.secret) });
			await press(staff.page, "Sign in");
			await staff.page.goto(`${it.staffUrl}/reports/link`);
			await press(staff.page, "Make a link");
			await looks(staff.page, "link");
			const token = /\/r\/(\w{12})/.exec(await staff.page.textContent("main"))[1];
			await staff.page.goto(`${it.staffUrl}/reports/link/poster`);
			await looks(staff.page, "poster");
			await staff.context.close();

			const { page, context } = await person(browser, look);
			await page.goto(`${it.publicUrl}/r/${token}`);
			await looks(page, "start");
			await page.click("main a.nhsuk-button");
			await looks(page, "what");
			await page.fill("[name=what_happened]", "Two patients were given each other's leaflet.");
			await page.check("[name=kind][value=incident]");
			await press(page, "Continue");
			await page.fill("[name=happened_on-day]", "3");
			await page.fill("[name=happened_on-month]", "11");
			await page.fill("[name=happened_on-year]", "2025");
			await page.check("[name=where][value=own]");
			await looks(page, "when");
			await press(page, "Continue");
			await page.check("[name=physical][value='5']");
			await page.check("[name=psychological][value='4']");
			await press(page, "Continue");
			await looks(page, "check");
			await press(page, "Send report");
			await looks(page, "sent");
			const secret = (await page.textContent("#code")).trim();
			await page.reload();
			assert.equal((await page.textContent("#code")).trim(), secret);
			await page.goto(`${it.publicUrl}/r/progress`);
			await looks(page, "code");
			await page.fill("[name=progress_code]", secret);
			await press(page, "Continue");
			await looks(page, "report");
			await page.fill("[name=text]", "Both have the right one now.");
			await press(page, "Add to report");
			assert.match(await page.textContent("main"), /Thank you/);
			assert.deepEqual(await context.cookies(), []);
			await context.close();
		});
	});
