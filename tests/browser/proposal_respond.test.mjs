// proposal_respond.test.mjs: a proposal is found, read and answered in Chromium, on a phone with and without JavaScript and on a desk: for oneself and
// by a group's link; changed by the private link, and withdrawn.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { points, responses } from "../lib/answers.mjs";
import { blake } from "../lib/blake.mjs";
import { accessible, fillIn, heading, held, leads, noBrowser, noScrolling, person, picture, press, startBrowser } from "../lib/browser.mjs";
import { sharedInstance } from "../lib/instance.mjs";
import { groupId, proposal, proposalId } from "../lib/proposals.mjs";

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
	"a desk": { width: 1280, javaScript: true },
}))
	describe(kind, { skip: noBrowser }, () => {
		const name = kind.replace(/ /g, "-");
		const good = async (page, what) => {
			await accessible(page, what);
			await noScrolling(page, what);
			await picture(page, `proposal-${name}-${what}`);
		};
		const on = async (page, answers, button = "Continue") => {
			await fillIn(page, answers);
			await press(page, button);
		};

		test("found, read, answered; changed by the private link; withdrawn", async () => {
			const one = await proposal(it, { title: `Evening surgeries ${name} ${process.pid}`, groups: [["Patients", null], ["GP members", 40]],
				sections: [["What we propose", "Surgeries until **8pm**.\n\n- Tuesdays\n- Thursdays"], ["What it costs", "Nothing."]] });
			const { page, context } = await person(browser, look);
			await page.goto(`${it.publicUrl}/`);
			await leads(page, () => page.getByRole("link", { name: "All proposals, and what came of them" }).click());
			await fillIn(page, { q: `${name} ${process.pid}` });
			await press(page, "Search");
			await good(page, "hub");
			await leads(page, () => page.getByRole("link", { name: `Evening surgeries ${name} ${process.pid}` }).click());
			await good(page, "page");
			await leads(page, () => page.getByRole("link", { name: "All on one page, to print" }).click());
			await good(page, "print");
			await leads(page, () => page.getByRole("link", { name: "Back to the proposal" }).click());
			await leads(page, () => page.getByRole("button", { name: "Give your views", exact: true }).first().click());
			assert.match(await heading(page), /What do you think of this proposal\?/);
			await press(page, "Continue");
			assert.match(await page.locator(".nhsuk-error-summary").innerText(), /Choose what you think/);
			await good(page, "slip");
			await on(page, { stance: "against" });
			await good(page, "gain");
			await on(page, { gain_1: "Nobody needs to leave work", gain_1_grade: "high", gain_1_section: one.sections[0], gain_1_more: "yes" });
			assert.match(await heading(page), /Another gain \(2\)/);
			await press(page, "Back");
			assert.deepEqual((await held(page)).gain_1, "Nobody needs to leave work");
			await press(page, "Continue");
			await press(page, "Continue");
			await on(page, { concern_1: "Who drives home nurses at night?", concern_1_grade: "medium" });
			await on(page, { comment: "Please <b>try</b> it first" });
			await good(page, "who");
			await on(page, { group: one.groups.Patients, capacity: "person" });
			await good(page, "publication");
			await on(page, { publication: "group" });
			await good(page, "contact");
			await on(page, {});
			assert.equal(await heading(page), "Check your answers before sending");
			await good(page, "check");
			await press(page, "Send my answers");
			assert.equal(await heading(page), "Thank you");
			await good(page, "sent");
			assert.equal((await points(it, one)).length, 3);
			await leads(page, () => page.locator("a[href*='/mine/']").click());
			const mine = page.url();
			await good(page, "mine");
			await press(page, "Change my answers");
			await leads(page, () => page.getByRole("button", { name: "Change What you think of it" }).click());
			await on(page, { stance: "in_favour" });
			await press(page, "Send my answers");
			await page.goto(mine);
			assert.match(await page.locator("main").innerText(), /In favour/);
			await press(page, "Withdraw my answers");
			await good(page, "withdraw");
			await press(page, "Withdraw my answers");
			assert.match(await page.locator("main").innerText(), /You withdrew what you told us/);
			await good(page, "withdrawn");
			assert.deepEqual((await responses(it, one)).map(({ stance, withdrawn }) => [stance, withdrawn]).sort(), [["against", 0], ["in_favour", 0], ["in_favour", 1]]);
			assert.deepEqual(page.faults, []);
			await context.close();
		});

		test("by a group's link, with the browser's Back button in between", async () => {
			const one = await proposal(it, { audience: "groups", groups: [["GP members", 40]] }), token = `link-${one.slug}`;
			await it.sql(`UPDATE proposal_group SET token_hash = UNHEX('${blake(token)}') WHERE proposal_id = ${proposalId(one.ref).sql}
				AND group_id = ${groupId(one.groups["GP members"]).sql}`);
			const { page, context } = await person(browser, look);
			await page.goto(`${it.publicUrl}/p/${one.slug}/from/${token}`);
			await good(page, "from");
			await page.getByRole("button", { name: "Give your views now that you have read it" }).click();
			await on(page, { stance: "unsure" });
			await on(page, { gain_1: "One gain" });
			await page.goBack();
			await on(page, {});
			await on(page, {});
			await on(page, {});
			await on(page, { capacity: "organisation", organisation: "Test Surgery" });
			await on(page, { publication: "none" });
			await press(page, "Continue");
			assert.equal(await heading(page), "Check your answers before sending");
			await press(page, "Send my answers");
			assert.equal(await heading(page), "Thank you");
			assert.deepEqual((await responses(it, one)).map(({ by_link, organisation }) => [by_link, organisation]), [[1, "Test Surgery"]]);
			assert.deepEqual(page.faults, []);
			await context.close();
		});
	});
