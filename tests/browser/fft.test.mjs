// fft.test.mjs: the Friends and Family Test on one page; the same by keyboard alone; surveys that are closed, not open yet, unknown.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { accessible, fillIn, heading, held, leads, noBrowser, noScrolling, person, picture, press, startBrowser } from "../lib/browser.mjs";
import { sharedInstance } from "../lib/instance.mjs";
import { definition, publish, stored } from "../lib/surveys.mjs";

let it, browser, count = 0;
before(async () => {
	it = await sharedInstance();
	browser = noBrowser ? undefined : await startBrowser();
});
after(async () => {
	await browser?.close();
	await it.release();
});
const of = async (mark, slug = "fft") => (await stored(it, slug)).map(({ answers }) => answers).filter((row) => JSON.stringify(row).includes(mark));

for (const [kind, look] of Object.entries({
	"a phone without JavaScript": { width: 390, height: 844, javaScript: false },
	"a desk with JavaScript": { width: 1280, javaScript: true },
}))
	test(`FFT on ${kind}: start, slip, send, thank you, Back, again`, { skip: noBrowser }, async () => {
		const { page, context } = await person(browser, look), mark = `fft mark${++count}x`;
		await page.goto(`${it.publicUrl}/s/fft`);
		await picture(page, "fft-1-start");
		await leads(page, () => page.getByRole("button", { name: "Start now" }).click());
		await picture(page, "fft-2-page");
		await fillIn(page, { reason: mark });
		await press(page, "Send my answers");
		assert.match(await page.title(), /^Error: /);
		assert.match(await page.innerText(".nhsuk-error-summary"), /Select how your experience of our service was/);
		assert.deepEqual(await held(page), { reason: mark }, "what was typed is kept");
		await picture(page, "fft-3-slip");
		if (look.javaScript)
			await accessible(page, "FFT slip");
		await fillIn(page, { overall: "very_good", better: "Nothing\nreally" });
		await page.getByRole("button", { name: "Send my answers" }).dblclick({ noWaitAfter: true });
		// The second click may break off the way the first one took, so what is waited for is where both lead.
		await page.getByRole("heading", { level: 1, name: "Thank you" }).waitFor();
		await page.waitForLoadState();
		await picture(page, "fft-4-sent");
		if (look.javaScript)
			await accessible(page, "FFT sent");
		assert.deepEqual(await of(mark), [{ overall: "very_good", reason: mark, better: "Nothing\nreally" }]);
		await page.goBack();
		assert.equal((await held(page)).reason, mark, "Back shows what was sent");
		await press(page, "Send my answers");
		assert.equal(await heading(page), "Thank you");
		assert.equal((await of(mark)).length, 1);
		// As often as people like: a new start is a new answer.
		await page.goto(`${it.publicUrl}/s/fft/1`);
		assert.deepEqual(await held(page), {});
		await fillIn(page, { overall: "poor", reason: mark });
		await press(page, "Send my answers");
		assert.equal((await of(mark)).length, 2);
		assert.deepEqual(page.faults, []);
		await context.close();
	});

test("by keyboard alone", { skip: noBrowser }, async () => {
	const { page, context } = await person(browser), mark = `keys mark${++count}x`;
	await page.goto(`${it.publicUrl}/s/fft`);
	const focused = () => page.evaluate(() => {
		const { tagName, name, value, textContent, type } = document.activeElement;
		const style = getComputedStyle(document.activeElement), box = document.activeElement.getBoundingClientRect();
		return { tagName, name, value, type, text: textContent.trim(), outlined: style.outlineStyle !== "none" || style.boxShadow !== "none", high: box.height };
	});
	/** Tabs until what has the focus fits; each stop on the way must be visible. */
	const tabTo = async (fits) => {
		for (let i = 0; i < 40; i++) {
			await page.keyboard.press("Tab");
			const at = await focused();
			assert.ok(at.tagName === "BODY" || at.high > 0, `${at.tagName} ${at.text} has the focus and is not seen`);
			if (fits(at))
				return at;
		}
		throw new Error("the keyboard does not get there");
	};
	await page.keyboard.press("Tab");
	assert.equal((await focused()).text, "Skip to main content");
	await page.keyboard.press("Enter");
	await tabTo(({ text }) => text === "Start now");
	await leads(page, () => page.keyboard.press("Enter"));
	// Send with nothing chosen: the summary takes the focus, its link leads to the question.
	await tabTo(({ text }) => text === "Send my answers");
	await leads(page, () => page.keyboard.press("Enter"));
	assert.match(await page.title(), /^Error: /);
	await tabTo(({ text }) => /Select how/.test(text));
	await page.keyboard.press("Enter");
	assert.equal((await focused()).name, "overall");
	await page.keyboard.press("Space");
	await page.keyboard.press("ArrowDown");
	assert.equal((await focused()).value, "good");
	await tabTo(({ name }) => name === "reason");
	await page.keyboard.type(mark);
	await tabTo(({ text }) => text === "Send my answers");
	await leads(page, () => page.keyboard.press("Space"));
	assert.equal(await heading(page), "Thank you");
	assert.deepEqual(await of(mark), [{ overall: "good", reason: mark }]);
	await context.close();
});

test("Enter in a field goes on, never back", { skip: noBrowser }, async () => {
	const slug = await publish(it);
	for (const javaScript of [true, false]) {
		const { page, context } = await person(browser, { javaScript });
		await page.goto(`${it.publicUrl}/s/${slug}/1`);
		await fillIn(page, { stance: "against" });
		await press(page, "Continue");
		await page.locator("[name=reason]").fill("because");
		await leads(page, () => page.locator("[name=reason]").press("Enter"));
		assert.equal(await heading(page), "Check your answers before sending");
		await context.close();
	}
});

test("a conditional question on the page of its condition: shown when due with JavaScript, explained without", { skip: noBrowser }, async () => {
	const survey = definition({ settings: { one_page: true, check_answers: false } }), slug = await publish(it, survey);
	const desk = await person(browser);
	await desk.page.goto(`${it.publicUrl}/s/${slug}/1`);
	const reason = desk.page.locator("[name=reason]");
	assert.equal(await reason.isVisible(), false);
	await fillIn(desk.page, { stance: "against" });
	assert.equal(await reason.isVisible(), true);
	await reason.fill("typed, then not due");
	await fillIn(desk.page, { stance: "for" });
	assert.equal(await reason.isVisible(), false);
	await press(desk.page, "Send my answers");
	const phone = await person(browser, { width: 390, javaScript: false });
	await phone.page.goto(`${it.publicUrl}/s/${slug}/1`);
	assert.equal(await phone.page.locator("[name=reason]").isVisible(), true);
	assert.match(await phone.page.innerText("main"), /Against/);
	await picture(phone.page, "one-page-conditional");
	await fillIn(phone.page, { stance: "against", reason: "so" });
	await press(phone.page, "Send my answers");
	assert.deepEqual((await stored(it, slug)).map(({ answers }) => answers), [{ stance: "against", reason: "so" }, { stance: "for" }]);
	await Promise.all([desk.context.close(), phone.context.close()]);
});

test("closed, not open yet, unknown: kindly", { skip: noBrowser }, async () => {
	const [closed, soon] = [await publish(it), await publish(it)];
	await it.sql(`UPDATE survey SET closes_at = UTC_TIMESTAMP() - INTERVAL 3 DAY WHERE slug = '${closed}'`);
	await it.sql(`UPDATE survey SET opens_at = UTC_TIMESTAMP() + INTERVAL 3 DAY WHERE slug = '${soon}'`);
	for (const width of [390, 1280]) {
		const { page, context } = await person(browser, { width });
		for (const [name, slug, words, status] of [["closed", closed, /closed on/, 200], ["not-yet", soon, /opens on/, 200], ["unknown", "no-such", /no survey/i, 404]]) {
			assert.equal((await page.goto(`${it.publicUrl}/s/${slug}`)).status(), status);
			assert.match(await page.innerText("main"), words);
			await accessible(page, name);
			await noScrolling(page, name);
			await picture(page, `survey-${name}`);
		}
		await context.close();
	}
});

test("at 400% zoom (320 px): every page of both journeys without scrolling sideways", { skip: noBrowser }, async () => {
	const { page, context } = await person(browser, { width: 320, height: 256, scale: 4 });
	for (const slug of ["fft", "joint-commissioning"]) {
		for (const path of ["/", `/s/${slug}`, `/s/${slug}/1`]) {
			await page.goto(it.publicUrl + path);
			await noScrolling(page, path);
		}
		for (let i = 0; i < 8 && await page.getByRole("button", { name: "Continue", exact: true }).count(); i++) {
			const radio = page.locator("main input[type=radio][value=against]");
			if (await radio.count())
				await radio.check();
			await press(page, "Continue");
			await noScrolling(page, `${slug} ${await heading(page)}`);
		}
		await press(page, "Send my answers");
		await noScrolling(page, `${slug} ${await heading(page)}`);
	}
	await context.close();
});
