// browser.mjs: Debian's Chromium for tests: people with a screen of some width, with or without JavaScript; pictures; axe.
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const chromium = "/usr/bin/chromium";
/** Why there can be no browser tests here, or undefined. */
export const noBrowser = existsSync(chromium) ? undefined : `SKIP: there is no ${chromium} (make deps)`;

export async function startBrowser() {
	const { chromium: kind } = await import("playwright-core");
	return kind.launch({ executablePath: chromium, args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"] });
}

/** A new person: { page, context }. Whatever the browser blocked or could not run ends in page.faults. */
export async function person(browser, { width = 1280, height = 900, javaScript = true, scale = 1 } = {}) {
	const context = await browser.newContext({ viewport: { width, height }, javaScriptEnabled: javaScript, deviceScaleFactor: scale,
		locale: "en-GB", timezoneId: "Europe/London", hasTouch: width < 600, isMobile: width < 600 });
	const page = await context.newPage();
	page.setDefaultTimeout(15_000);
	page.faults = [];
	page.scripts = javaScript;
	page.on("pageerror", (error) => page.faults.push(error.message));
	page.on("console", (message) => {
		// A status of 4xx is an answer here, and each is said on the console.
		if (message.type() === "error" && !/status of [45]\d\d/.test(message.text()))
			page.faults.push(message.text());
	});
	page.on("requestfailed", (request) => {
		if (!/ABORTED/.test(request.failure()?.errorText ?? ""))
			page.faults.push(`${request.url()}: ${request.failure()?.errorText}`);
	});
	return { page, context };
}

/** Does something that leads to another page, and waits for that. */
export async function leads(page, act) {
	const [answer] = await Promise.all([page.waitForNavigation({ waitUntil: "load" }), act()]);
	return answer;
}

export const press = (page, name) => leads(page, () => page.getByRole("button", { name, exact: true }).last().click());

/** Fills in fields by name: text, or a choice's code, or a list of them; a file as { name, mimeType, buffer }. */
export async function fillIn(page, answers) {
	for (const [name, value] of Object.entries(answers)) {
		const fields = page.locator(`[name="${name}"]:visible, .nhsuk-radios__input[name="${name}"], .nhsuk-checkboxes__input[name="${name}"]`);
		const type = await fields.first().getAttribute("type");
		if (type === "radio" || type === "checkbox")
			for (const code of [value].flat())
				await page.locator(`[name="${name}"][value="${code}"]`).check();
		else if (type === "file")
			await fields.first().setInputFiles(value);
		else if (await fields.first().evaluate(({ tagName }) => tagName === "SELECT"))
			await fields.first().selectOption(value);
		else
			await fields.first().fill(value);
	}
}

/** What the page's fields hold now: { name: value or list of ticked codes }. */
export const held = (page) => page.evaluate(() => {
	const found = {};
	for (const field of document.querySelectorAll("main form [name]")) {
		if (field.type === "hidden" || field.tagName === "BUTTON")
			continue;
		if (field.type === "radio" || field.type === "checkbox") {
			if (field.checked)
				(found[field.name] ??= []).push(field.value);
		} else if (field.value)
			found[field.name] = field.value;
	}
	return found;
});

export const heading = (page) => page.locator("h1").first().innerText();

/** A picture of the page, for people to look at, where SCREENSHOTS names a folder for them: each takes as long as axe does. */
const pictures = process.env.SCREENSHOTS;
export async function picture(page, name) {
	if (!pictures)
		return;
	mkdirSync(pictures, { recursive: true });
	await page.screenshot({ path: join(pictures, `${name}-${page.viewportSize().width}.png`), fullPage: true });
}

const axe = () => readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** No violation of WCAG 2.2 AA or of axe's best practices on the page as it is. */
export async function accessible(page, what) {
	assert.deepEqual(await violations(page), [], what);
}

/* Where scripts are off axe cannot run either (it waits for ever): the same pages are looked at with them. */
export async function violations(page) {
	if (page.scripts === false)
		return [];
	if (!await page.evaluate("typeof axe === 'object'"))
		await page.evaluate(axe());
	const { violations: found } = await page.evaluate((values) => globalThis.axe.run(document,
		{ runOnly: { type: "tag", values }, resultTypes: ["violations"] }), tags); // of what passes it need not say where
	return found.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
}

/** No text of a picture lies on another one or on a bar, and nothing in a table's cell reaches into the next. */
export async function textsApart(page, what) {
	const met = await page.evaluate(() => {
		const found = [], touch = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 3 && b.top < a.bottom - 3;
		for (const picture of document.querySelectorAll("svg.app-chart")) {
			const texts = [...picture.querySelectorAll("text")].map((part) => [part.textContent, part.getBoundingClientRect()]);
			const bars = [...picture.querySelectorAll(".app-bar, .app-bar--back")].map((part) => ["a bar", part.getBoundingClientRect()]);
			texts.forEach(([text, box], i) => found.push(...[...texts.slice(i + 1), ...bars].filter(([, other]) => touch(box, other)).map(([other]) => `${text} | ${other}`)));
		}
		for (const cell of document.querySelectorAll("main th, main td"))
			if (cell.clientWidth > 4 && cell.scrollWidth > cell.clientWidth + 1) // headings are hidden where rows are blocks
				found.push(`too wide: ${cell.textContent}`);
		return found;
	});
	assert.deepEqual(met, [], what);
}

/** Nothing sticks out to the right. menu: false where the menu need not have folded yet. */
export async function noScrolling(page, what, { menu = true } = {}) {
	const { wide, room, widest } = await page.evaluate((whole) => {
		const header = document.querySelector("header"), page = document.documentElement;
		header.hidden = !whole;
		const facts = { wide: page.scrollWidth, room: page.clientWidth,
			widest: [...document.querySelectorAll("main *")].filter((part) => part.getBoundingClientRect().right > page.clientWidth + 1)
				.slice(0, 3).map((part) => part.outerHTML.slice(0, 120)) };
		header.hidden = false;
		return facts;
	}, menu);
	assert.ok(wide <= room, `${what}: ${wide} px wide in ${room}: ${widest.join(" | ")}`);
}

/** Headings that stand at the foot of a sheet with nothing of theirs below them, of sheets of many lengths; told by the outline of the PDF. */
export async function headingsAtFoot(page) {
	const margin = 10, point = 25.4 / 72, found = [];
	for (let height = 297; height > 250; height -= 4) {
		const pdf = (await page.pdf({ width: "210mm", height: `${height}mm`, margin: { top: "10mm", bottom: "10mm", left: "10mm", right: "10mm" }, tagged: true, outline: true })).toString("latin1");
		const places = [...pdf.matchAll(/\/Title \((.*?)\)[^]*?\/Dest \[\d+ 0 R \/XYZ [\d.]+ ([\d.]+) 0\]/g)];
		assert.ok(places.length, "the PDF has an outline");
		found.push(...places.filter(([,, y]) => y * point < margin + 12).map(([, title]) => `${title} (${height} mm)`)); // its own line, and one
	}
	return found;
}

/** Puts a word of 40 letters wherever the first row of a list has words: not in days, amounts, codes and tags, which are on one line. Whether there is a list. */
export const longWords = (page) => page.evaluate(() => {
	let lists = 0;
	for (const row of document.querySelectorAll(".app-table--list tbody tr:first-child")) {
		lists++;
		const texts = document.createTreeWalker(row, NodeFilter.SHOW_TEXT), found = [];
		while (texts.nextNode())
			if (texts.currentNode.data.trim().length > 3 && !texts.currentNode.parentElement.closest(".app-cell-name, .nhsuk-tag, .app-number, .app-nowrap, .app-ref, .nhsuk-u-visually-hidden, button, option"))
				found.push(texts.currentNode);
		for (const text of found)
			text.data = "abcdefghij".repeat(4);
	}
	return lists > 0;
});
