// investigation.test.mjs: a provider's answer in Chromium, on a phone without JavaScript and on a desk with it: begun, gone on with
// on another day, checked, sent, added to.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { accessible, fillIn, heading, held, leads, noBrowser, noScrolling, person, picture, press, startBrowser } from "../lib/browser.mjs";
import { totp } from "../lib/http.mjs";
import { incident, investigation } from "../lib/incidents.mjs";
import { sharedInstance } from "../lib/instance.mjs";

let it, browser;
before(async () => {
	it = await sharedInstance();
	browser = noBrowser ? undefined : await startBrowser();
	await it.sql("INSERT IGNORE INTO organisation (code, name, kind) VALUES ('BROWSEV', 'Browser Trust', 'provider'), ('BROWSEP', 'Browser Surgery', 'practice')");
});
after(async () => {
	await browser?.close();
	await it.release();
});

async function enter(page, account) {
	await page.goto(`${it.staffUrl}/sign-in`);
	await fillIn(page, { email: account.email, password: account.password, code: totp(account.secret) });
	await press(page, "Sign in");
}
async function fine(page, what) {
	await accessible(page, what);
	await noScrolling(page, what);
	await picture(page, `investigation-${what.replaceAll(" ", "-")}`);
}

for (const [kind, look] of Object.entries({
	"a phone without JavaScript": { width: 390, height: 844, javaScript: false },
	"a desk with JavaScript": { width: 1280, javaScript: true },
}))
	describe(kind, { skip: noBrowser }, () => {
		test("a provider answers", async () => {
			const manager = await it.addUser("incident_manager"); // a one-time code is taken once
			const account = await it.addUser("provider_member", { organisation: "BROWSEV", name: "Val Visitor" });
			const of = await incident(it, { organisation: "BROWSEP", state: "provider" });
			const ref = await investigation(it, { incident: of, organisation: "BROWSEV", by: manager.email, subject: `A late letter, ${kind}` });
			const { page, context } = await person(browser, look);
			await enter(page, account);
			await leads(page, () => page.getByRole("link", { name: /to look into something wait/ }).click());
			await fine(page, "list");
			await leads(page, () => page.getByRole("link", { name: `A late letter, ${kind}` }).click());
			assert.match(await page.innerText("main"), /Not told: whoever reported it is not named/);
			await fine(page, "request");
			await leads(page, () => page.getByRole("link", { name: "Write your answer" }).click());
			await fine(page, "answer");
			await fillIn(page, { found: "It waited in a tray.\nFor nine days." });
			await press(page, "Save and come back later");
			assert.match(await page.innerText("main"), /An answer is begun/);
			await leads(page, () => page.getByRole("link", { name: "Go on with your answer" }).click());
			assert.equal((await held(page)).found, "It waited in a tray.\nFor nine days.");
			await press(page, "Save and check");
			assert.match(await page.title(), /^Error: /);
			await fine(page, "answer with slips");
			await fillIn(page, { done: "Somebody looks every morning now.", "done_on-day": "31", "done_on-month": "1", "done_on-year": "2099" });
			await press(page, "Save and check");
			assert.match(await heading(page), /Check your answer/);
			await fine(page, "check");
			await press(page, "Send the answer");
			assert.match(await page.innerText("main"), /Sent here by Val Visitor/);
			await fine(page, "sent");
			await leads(page, () => page.getByRole("link", { name: "Add something more" }).click());
			await fine(page, "add");
			await fillIn(page, { more: "The tray has gone." });
			await press(page, "Send");
			assert.match(await page.innerText("main"), /The tray has gone\./);
			assert.deepEqual(page.faults, []);
			await context.close();

			// The manager reads it, asks something more, and sees that another one was asked who cannot sign in.
			const desk = await person(browser, look);
			await enter(desk.page, manager);
			await desk.page.goto(`${it.staffUrl}/incidents/${of}`);
			await leads(desk.page, () => desk.page.getByRole("link", { name: `A late letter, ${kind}` }).click());
			assert.match(await desk.page.innerText("main"), /Somebody looks every morning now\./);
			await fine(desk.page, "read");
			for (const path of ["again", "accept"]) {
				await desk.page.goto(`${it.staffUrl}/incidents/${of}/requests/${ref}/${path}`);
				await fine(desk.page, path);
			}
			await desk.page.goto(`${it.staffUrl}/incidents/${of}/ask`);
			await fine(desk.page, "ask");
			assert.deepEqual(desk.page.faults, []);
			await desk.context.close();
		});
	});
