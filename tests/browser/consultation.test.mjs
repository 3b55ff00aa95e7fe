// consultation.test.mjs: the consultation in Chromium, on a phone without JavaScript and on a desk with it: what was typed is what is stored.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { accessible, fillIn, heading, held, leads, noBrowser, noScrolling, person, picture, press, startBrowser } from "../lib/browser.mjs";
import { sharedInstance } from "../lib/instance.mjs";
import { stored } from "../lib/surveys.mjs";

const slug = "joint-commissioning";
let it, browser, count = 0;
before(async () => {
	it = await sharedInstance();
	browser = noBrowser ? undefined : await startBrowser();
});
after(async () => {
	await browser?.close();
	await it.release();
});

const pages = (mark) => [
	{ stance: "against" },
	{ change_mind: `If it cost less <b>&amp; “${mark}”`, positives: "First line\nSecond line, with an emoji \u{1F469}\u200D\u2695\uFE0F", challenges: "Conflicts of interest %n%s" },
	{ "importance-near_home": "extremely", "importance-same_doctor": "very", "importance-joined_up": "fairly", "importance-premises": "slightly",
		"importance-local_say": "not_at_all", safeguards: ["lay_majority", "register"], involved: "meetings" },
	{ visits: "12", "last_visit-day": "27", "last_visit-month": "3", "last_visit-year": "2014", area: "Keynsham" },
];
const answers = (mark) => ({
	stance: "against", ...pages(mark)[1],
	importance: { near_home: "extremely", same_doctor: "very", joined_up: "fairly", premises: "slightly", local_say: "not_at_all" },
	safeguards: ["lay_majority", "register"], involved: "meetings", visits: 12, last_visit: "2014-03-27", area: "Keynsham",
});
const headings = ["The proposal", "What it could mean", "What matters to you", "About you and your practice"];
const of = async (mark) => (await stored(it, slug)).map((row) => row.answers).filter((row) => JSON.stringify(row).includes(mark));
const asHeld = (values) => Object.fromEntries(Object.entries(values).map(([name, value]) =>
	[name, ["stance", "involved", "safeguards"].includes(name) || name.startsWith("importance-") ? [value].flat() : value]));

/** From the start page to the page of that number, filled in; 5 is check your answers. */
async function upTo(page, number, mark) {
	await page.goto(`${it.publicUrl}/s/${slug}`);
	await leads(page, () => page.getByRole("button", { name: "Start now" }).click());
	for (let i = 1; i < number; i++) {
		await fillIn(page, pages(mark)[i - 1]);
		await press(page, "Continue");
	}
}

for (const [kind, look] of Object.entries({
	"a phone without JavaScript": { width: 390, height: 844, javaScript: false },
	"a desk with JavaScript": { width: 1280, javaScript: true },
}))
	describe(kind, { skip: noBrowser }, () => {
		const mark = () => `mark${++count}x`;
		const visitor = async () => {
			const { page, context } = await person(browser, look);
			page.done = async () => {
				assert.deepEqual(page.faults, [], "the browser found fault");
				await context.close();
			};
			return page;
		};

		test("the whole journey: slips, Back, check, Change, send; exactly what was typed is stored", async () => {
			const page = await visitor(), word = mark();
			const look_at = async (name) => {
				await picture(page, `consultation-${name}`);
				await noScrolling(page, name);
				if (look.javaScript)
					await accessible(page, name);
			};
			await page.goto(`${it.publicUrl}/`);
			await look_at("0-home");
			await leads(page, () => page.getByRole("link", { name: /jointly/ }).click());
			assert.match(await page.innerText("main"), /Demonstration Integrated Care Board[\s\S]*about 8 minutes[\s\S]*anonymous/);
			await look_at("1-start");
			await leads(page, () => page.getByRole("button", { name: "Start now" }).click());

			// A slip: nothing chosen.
			await look_at("2-page1");
			await press(page, "Continue");
			assert.match(await page.title(), /^Error: /);
			const summary = page.locator(".nhsuk-error-summary");
			assert.match(await summary.innerText(), /There is a problem[\s\S]*Select whether you are in favour/);
			await look_at("3-page1-slip");
			if (look.javaScript)
				assert.ok(await summary.evaluate((box) => box === document.activeElement), "the summary has the focus");
			await summary.getByRole("link").click();
			if (look.javaScript)
				assert.equal(await page.evaluate(() => document.activeElement.name), "stance");
			else
				assert.match(page.url(), /#stance$/);

			// Not against: the conditional question is not asked. Back, and against: it is.
			await fillIn(page, { stance: "in_favour" });
			await press(page, "Continue");
			assert.equal(await heading(page), headings[1]);
			assert.equal(await page.locator("[name=change_mind]").count(), 0);
			await fillIn(page, { positives: "typed before going back" });
			await press(page, "Back");
			assert.deepEqual(await held(page), { stance: ["in_favour"] });
			await fillIn(page, { stance: "against" });
			await press(page, "Continue");
			assert.deepEqual(await held(page), { positives: "typed before going back" });
			assert.equal(await page.locator("[name=change_mind]").count(), 1);
			await look_at("4-page2");
			await fillIn(page, pages(word)[1]);

			// Too long: the same page, every word kept.
			await fillIn(page, { challenges: "x".repeat(1501) });
			await press(page, "Continue");
			assert.match(await page.title(), /^Error: /);
			assert.equal((await held(page)).challenges.length, 1501);
			assert.equal((await held(page)).positives, pages(word)[1].positives);
			await look_at("5-page2-slip");
			await fillIn(page, pages(word)[1]);
			await press(page, "Continue");

			await look_at("6-page3");
			await fillIn(page, pages(word)[2]);
			await press(page, "Back");
			assert.deepEqual(await held(page), pages(word)[1]);
			await press(page, "Continue");
			assert.deepEqual(await held(page), asHeld(pages(word)[2]));
			await press(page, "Continue");

			// Slips in a date and a number.
			await fillIn(page, { visits: "many", "last_visit-day": "31", "last_visit-month": "2", "last_visit-year": "2014", area: "Keynsham" });
			await press(page, "Continue");
			assert.match(await page.title(), /^Error: /);
			assert.deepEqual(await held(page), { visits: "many", "last_visit-day": "31", "last_visit-month": "2", "last_visit-year": "2014", area: "Keynsham" });
			await look_at("7-page4-slip");
			await fillIn(page, pages(word)[3]);
			await look_at("8-page4");
			await press(page, "Continue");

			assert.equal(await heading(page), "Check your answers before sending");
			await look_at("9-check");
			const list = await page.innerText("main");
			for (const part of ["Against", word, "Keynsham", "27 March 2014", "Extremely", "Meetings", "A published register of interests", "12"])
				assert.ok(list.includes(part), part);
			assert.equal((await of(word)).length, 0, "nothing is stored before it is sent");

			// Change leads to the page and comes back.
			await leads(page, () => page.getByRole("button", { name: /^Change Town or village/i }).click());
			assert.equal(await heading(page), headings[3]);
			await fillIn(page, { area: "Radstock" });
			await press(page, "Continue");
			assert.equal(await heading(page), "Check your answers before sending");
			assert.match(await page.innerText("main"), /Radstock/);

			await press(page, "Send my answers");
			assert.equal(await heading(page), "Thank you");
			assert.match(page.url(), /\/sent\//);
			assert.match(await page.innerText(".nhsuk-panel"), /[0-9A-Z]{4}-[0-9A-Z]{4}/);
			await look_at("10-sent");
			assert.deepEqual(await of(word), [{ ...answers(word), area: "Radstock" }]);
			await page.done();
		});

		test("the browser's Back at each step shows the page as it was; reload at each step loses nothing", async () => {
			const page = await visitor(), word = mark();
			await upTo(page, 5, word);
			assert.equal(await heading(page), "Check your answers before sending");
			const check = await page.innerText("main");
			await page.reload();
			assert.equal(await page.innerText("main"), check);
			for (const number of [4, 3, 2, 1]) {
				const answer = await page.goBack();
				assert.ok(!answer || answer.ok(), `page ${number}`);
				assert.equal(await heading(page), headings[number - 1], `Back to page ${number}`);
				assert.deepEqual(await held(page), asHeld(pages(word)[number - 1]), `page ${number} as it was`);
			}
			await page.goBack();
			assert.match(await page.innerText("main"), /You do not need an account/);
			for (const number of [1, 2, 3, 4]) {
				await page.goForward();
				assert.equal(await heading(page), headings[number - 1]);
			}
			await page.goForward();
			await press(page, "Send my answers");
			assert.deepEqual(await of(word), [answers(word)]);
			await page.done();
		});

		test("reload of each page in its turn", async () => {
			const page = await visitor(), word = mark();
			await upTo(page, 1, word);
			for (const number of [1, 2, 3, 4]) {
				await page.reload();
				assert.equal(await heading(page), headings[number - 1]);
				await fillIn(page, pages(word)[number - 1]);
				await press(page, "Continue");
			}
			await page.reload();
			await press(page, "Send my answers");
			const confirmation = await page.innerText("main");
			await page.reload();
			assert.equal(await page.innerText("main"), confirmation);
			assert.deepEqual(await of(word), [answers(word)]);
			await page.done();
		});

		test("Back in the browser, another answer, and on: nothing is lost", async (t) => {
			const page = await visitor(), word = mark();
			await upTo(page, 5, word);
			for (let i = 0; i < 3; i++)
				await page.goBack();
			assert.equal(await heading(page), headings[1]);
			await fillIn(page, { challenges: "changed after Back" });
			await press(page, "Continue");
			if (!look.javaScript && !Object.keys(await held(page)).length) {
				// With HTML alone the older page knows nothing of later ones; the browser still has them, one Forward away.
				t.diagnostic("without JavaScript the later pages are asked again");
				for (const number of [3, 4]) {
					await fillIn(page, pages(word)[number - 1]);
					await press(page, "Continue");
				}
			} else
				for (const number of [3, 4]) {
					assert.equal(await heading(page), headings[number - 1]);
					assert.deepEqual(await held(page), asHeld(pages(word)[number - 1]), `page ${number}`);
					await press(page, "Continue");
				}
			await press(page, "Send my answers");
			assert.deepEqual(await of(word), [{ ...answers(word), challenges: "changed after Back" }]);
			await page.done();
		});

		test("a double click on Send, and on Continue", async () => {
			const page = await visitor(), word = mark();
			await upTo(page, 4, word);
			await fillIn(page, pages(word)[3]);
			// The second click may break off the way the first one took, so what is waited for is where both lead.
			const twice = async (name, to) => {
				await page.getByRole("button", { name, exact: true }).last().dblclick({ noWaitAfter: true });
				await page.getByRole("heading", { level: 1, name: to }).waitFor();
				await page.waitForLoadState();
			};
			await twice("Continue", "Check your answers before sending");
			await twice("Send my answers", "Thank you");
			assert.doesNotMatch(await page.innerText("main"), /already sent/);
			assert.deepEqual(await of(word), [answers(word)]);
			await page.done();
		});

		test("Back after the confirmation: sent again the same, and changed", async () => {
			const page = await visitor(), word = mark();
			await upTo(page, 5, word);
			await press(page, "Send my answers");
			const first = await page.innerText(".nhsuk-panel");
			await page.goBack();
			assert.equal(await heading(page), "Check your answers before sending");
			await press(page, "Send my answers");
			assert.equal(await page.innerText(".nhsuk-panel"), first, "the same confirmation");
			assert.doesNotMatch(await page.innerText("main"), /already sent/);
			await page.goBack();
			await leads(page, () => page.getByRole("button", { name: /^Change Town or village/i }).click());
			await fillIn(page, { area: "Elsewhere" });
			await press(page, "Continue");
			await press(page, "Send my answers");
			assert.match(await page.innerText("main"), /already sent/);
			await picture(page, "consultation-11-sent-twice");
			assert.deepEqual(await of(word), [answers(word)], "the first stands, and is not doubled");
			await page.done();
		});

		test("somebody else on the same device begins with empty pages", async () => {
			const page = await visitor(), word = mark();
			await upTo(page, 5, word);
			await press(page, "Send my answers");
			await upTo(page, 1, word);
			assert.deepEqual(await held(page), {});
			await fillIn(page, { stance: "against" });
			await press(page, "Continue");
			assert.deepEqual(await held(page), {}, "nothing of the one before");
			await page.done();
		});
	});
