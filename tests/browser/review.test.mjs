// review.test.mjs: a review in Chromium, on a desk with JavaScript and on a phone without: who declares, scores alone, moderates, answers, decides,
// confirms and reads the report.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { accessible, fillIn, heading, headingsAtFoot, held, leads, noBrowser, noScrolling, person, picture, press, startBrowser } from "../lib/browser.mjs";
import { contract, kpi, monitoringReturn, voluntary } from "../lib/contracts.mjs";
import { declares, sits } from "../lib/decisions.mjs";
import { totp } from "../lib/http.mjs";
import { sharedInstance } from "../lib/instance.mjs";
import { criteria, review } from "../lib/reviews.mjs";

let it, browser;
before(async () => {
	it = await sharedInstance();
	browser = noBrowser ? undefined : await startBrowser();
	await voluntary(it, "REVIEWS1", "Journey Lunch Club");
});
after(async () => {
	await browser?.close();
	await it.release();
});

const main = (page) => page.innerText("main");
const link = (page, address) => leads(page, () => page.locator(`main a[href="${address}"]`).first().click());
const day = (name, iso) => Object.fromEntries(["year", "month", "day"].map((part, i) => [`${name}-${part}`, iso.split("-")[i]]));
const marks = (scores, words) => Object.fromEntries(scores.flatMap((score, i) => [[`score_${i + 1}`, String(score)], [`reason_${i + 1}`, `${words} ${i + 1}`]]));

for (const way of [{ width: 1280, javaScript: true }, { width: 390, height: 844, javaScript: false }])
	test(`a review at ${way.width} px, ${way.javaScript ? "with" : "without"} JavaScript: from interests to the report`, { skip: noBrowser }, async () => {
		const seen = [];
		const fine = async (page, what) => {
			await accessible(page, `${what} at ${way.width}`);
			await noScrolling(page, `${what} at ${way.width}`);
			await picture(page, `review-${what.replaceAll(" ", "-")}`);
		};
		const enter = async (roles, name, more = {}) => {
			const account = await it.addUser(roles, { name, ...more }), { page, context } = await person(browser, way);
			seen.push({ page, context });
			await page.goto(`${it.staffUrl}/sign-in`);
			await fillIn(page, { email: account.email, password: account.password, code: totp(account.secret) });
			await press(page, "Sign in");
			const [[ref]] = await it.sql(`SELECT ref FROM person WHERE email = '${account.email}'`);
			return { page, context, email: account.email, ref };
		};
		const ada = await enter("contract_reviewer", "Ada Chair"), ben = await enter("contract_reviewer", "Ben Member"), cyd = await enter("contract_reviewer", "Cyd Trustee");
		const dot = await it.addUser("contract_reviewer", { name: "Dot Member" });
		for (const [i, { email }] of [ada, ben, dot].entries())
			await sits(it, email, i ? 0 : 1);
		const of = await contract(it, { organisation: "REVIEWS1", service: `Lunch club ${way.width}`, values: { 2025: 4000000, 2026: 4200000 }, lead: ada.email });
		const people = await kpi(it, of, { name: "People who come each week", unit: "number", target: 8000 });
		await monitoringReturn(it, of, { state: "accepted", answers: { narrative: "A good summer.", spend: 900000, safeguarding: "no",
			kpis: [{ ref: people, name: "People who come each week", unit: "number", target: 8000, better: "high", amber: 10, value: 7600, rag: "amber" }] } });
		const by = await criteria(it, { criteria: [{ name: "Reach", weight: 50, evidence: "kpis", help: "Whom it reaches." }, { name: "Quality", weight: 30, evidence: "returns" },
			{ name: "Value for money", weight: 20, evidence: "spend" }] });
		const title = `Lunch club ${way.width}`, ref = await review(it, { contract: of, criteria: by, title, reviewers: [ada.email, ben.email, cyd.email] }), at = `/reviews/${ref}`;
		await declares(it, ref, dot.email);

		// Interests first.
		for (const { page } of [ada, ben, cyd]) {
			await page.goto(`${it.staffUrl}${at}`);
			assert.match(await main(page), /Declare your interests first/);
			assert.doesNotMatch(await main(page), /Reach/);
			if (page === ada.page) {
				await fine(page, "declare");
				await press(page, "Declare");
				assert.match(await main(page), /Say whether you have an interest/);
				await fine(page, "declare with a slip");
			}
			await fillIn(page, { conflict: "none" });
			await press(page, "Declare");
			assert.equal(new URL(page.url()).pathname, at);
			assert.match(await heading(page), new RegExp(title));
		}
		await fine(ada.page, "hub");

		// Each scores alone.
		await link(ada.page, `${at}/score`);
		await fine(ada.page, "score");
		await fillIn(ada.page, { score_1: "4", reason_1: "Ada scores so 1" });
		await press(ada.page, "Save");
		assert.deepEqual([(await held(ada.page)).score_1, (await held(ada.page)).reason_1], [["4"], "Ada scores so 1"]);
		await press(ada.page, "Send my scores for good");
		assert.match(await ada.page.title(), /^Error: /);
		assert.match(await main(ada.page), /There is a problem/);
		assert.equal((await held(ada.page)).reason_1, "Ada scores so 1");
		await fine(ada.page, "score with slips");
		await fillIn(ada.page, marks([4, 2, 3], "Ada scores so"));
		await press(ada.page, "Send my scores for good");
		assert.equal(new URL(ada.page.url()).pathname, at);
		await fine(ada.page, "hub of who has sent");
		for (const path of ["", "/score", "/report", "/interests"]) {
			await ben.page.goto(`${it.staffUrl}${at}${path}`);
			assert.match(await main(ben.page), new RegExp(title), path);
			assert.doesNotMatch(await ben.page.content(), /Ada scores so/, `Ben sees nothing of it: ${path}`);
		}
		await fine(ben.page, "interests");

		// A conflict that turns up later takes the review away from a tab that is open, at its next click.
		const tab = await cyd.context.newPage();
		tab.setDefaultTimeout(15_000);
		tab.scripts = way.javaScript;
		await tab.goto(`${it.staffUrl}${at}`);
		assert.match(await heading(tab), new RegExp(title));
		await link(cyd.page, `${at}/interests`);
		await cyd.page.goto(`${it.staffUrl}${at}/declare`);
		await fine(cyd.page, "declare later");
		await fillIn(cyd.page, { kind: "personal", description: "I became a trustee there in May." });
		await press(cyd.page, "Declare");
		assert.match(await heading(cyd.page), /Your conflict of interest is declared/);
		assert.doesNotMatch(await main(cyd.page), new RegExp(title));
		await fine(cyd.page, "declared");
		await link(tab, `${at}/interests`);
		assert.match(await heading(tab), /Page not found/);
		assert.doesNotMatch(await main(tab), new RegExp(`${title}|${ref}`));
		await fine(tab, "not found");
		await tab.goto(`${it.staffUrl}/reviews`);
		assert.doesNotMatch(await main(tab), new RegExp(title));

		await ben.page.goto(`${it.staffUrl}${at}/score`);
		await fillIn(ben.page, marks([1, 2, 2], "Ben scores so"));
		await press(ben.page, "Send my scores for good");
		assert.match(await ben.page.content(), /Ada scores so 1/, "all are there: now he sees them");
		await fine(ben.page, "hub with scores");

		// One of them moderates, and sends the findings.
		await link(ben.page, `${at}/moderate`);
		assert.match(await main(ben.page), /2 or more apart/);
		await fine(ben.page, "moderate");
		await fillIn(ben.page, { ...marks([3, 2, 2], "We agree so"), reason_1: "", value_for_money: "£42 for each lunch.", equality: "Most are over 80.", findings: "It reaches whom it is for.\nIt opens late." });
		await press(ben.page, "Save and check the findings");
		assert.match(await main(ben.page), /Write why Reach is scored so/);
		assert.equal((await held(ben.page)).findings, "It reaches whom it is for.\nIt opens late.");
		await fine(ben.page, "moderate with a slip");
		await fillIn(ben.page, { reason_1: "We agree so 1" });
		await press(ben.page, "Save and check the findings");
		assert.match(await heading(ben.page), /Check the findings/);
		await fine(ben.page, "findings");
		await press(ben.page, "Send to the organisation");
		assert.match(await main(ben.page), /The organisation has not answered yet/);
		await fine(ben.page, "hub with findings");

		// The organisation reads them and answers.
		const vic = await enter("provider_member", "Vic Volunteer", { organisation: "REVIEWS1" });
		await vic.page.goto(`${it.staffUrl}/findings`);
		await fine(vic.page, "list of findings");
		await link(vic.page, `/findings/${ref}`);
		assert.match(await main(vic.page), /It opens late\.[^]*We agree so 1/);
		assert.doesNotMatch(await vic.page.content(), /Ada|Ben|scores so/);
		await fine(vic.page, "findings of the organisation");
		await link(vic.page, `/findings/${ref}/answer`);
		await fine(vic.page, "answer");
		await press(vic.page, "Send the answer");
		assert.match(await vic.page.title(), /^Error: /);
		await fine(vic.page, "answer with a slip");
		await fillIn(vic.page, { answer: "We open at 11 since May." });
		await press(vic.page, "Save as a draft");
		await vic.page.goto(`${it.staffUrl}/findings/${ref}/answer`);
		assert.equal((await held(vic.page)).answer, "We open at 11 since May.");
		await press(vic.page, "Send the answer");
		assert.match(await main(vic.page), /Your answer[^]*We open at 11 since May\.[^]*Sent by Vic Volunteer/);
		await fine(vic.page, "answered");

		// The chair writes down what the panel decided: not below the quorum.
		const { page } = ada, vote = (who, how) => page.locator(`[name="votes-${who}"][value="${how}"]`).check(), reasons = "It does what it is for.\nIt could open earlier.";
		const [[dotRef]] = await it.sql(`SELECT ref FROM person WHERE email = '${dot.email}'`);
		await page.goto(`${it.staffUrl}${at}`);
		assert.match(await main(page), /We open at 11 since May\./);
		await link(page, `${at}/decide`);
		await fine(page, "decide");
		await fillIn(page, { ...day("met_on", "2026-11-20"), outcome: "conditions", reasons, what_1: "Open at 10", ...day("by_1", "2027-01-31"), ...day("next_review_on", "2027-11-01") });
		await page.locator("[name=whose_1]").selectOption("organisation");
		for (const [who, how] of [[ada.ref, "for"], [ben.ref, "for"], [dotRef, "absent"]])
			await vote(who, how);
		await press(page, "Write the decision down");
		assert.match(await page.title(), /^Error: /);
		assert.match(await main(page), /Below the quorum nothing can be decided: 3 members who can sit must be there, and 2 were/);
		const kept = await held(page);
		assert.deepEqual([kept.reasons, kept.what_1, kept.outcome, kept[`votes-${ben.ref}`], kept["met_on-day"]], [reasons, "Open at 10", ["conditions"], ["for"], "20"]);
		await fine(page, "decide below the quorum");
		await vote(dotRef, "for");
		await press(page, "Write the decision down");
		assert.equal(new URL(page.url()).pathname, at);
		assert.match(await main(page), /To be confirmed/);
		await fine(page, "hub with a decision");

		// Who wrote it down cannot confirm it; another who was there does.
		await page.goto(`${it.staffUrl}${at}/confirm`);
		assert.match(await main(page), /You wrote this decision down, so somebody else who was there confirms or returns it/);
		assert.equal(await page.locator("main form, main button").count(), 0);
		await fine(page, "confirm of who wrote it down");
		await ben.page.goto(`${it.staffUrl}${at}`);
		await link(ben.page, `${at}/confirm`);
		await fine(ben.page, "confirm");
		await fillIn(ben.page, { answer: "return" });
		await press(ben.page, "Send");
		assert.match(await main(ben.page), /There is a problem/);
		await fine(ben.page, "confirm with a slip");
		await fillIn(ben.page, { answer: "confirm" });
		await press(ben.page, "Send");
		assert.match(await main(ben.page), /Confirmed by Ben Member/);
		await fine(ben.page, "hub decided");

		// The auditor reads it all, on the screen and on paper.
		const ari = await enter("auditor", "Ari Auditor");
		for (const [path, what] of [["/reviews", "list"], ["/reviews/board", "board"], [`${at}/letter`, "letter"], [at, "hub of the auditor"]]) {
			await ari.page.goto(`${it.staffUrl}${path}`);
			await fine(ari.page, what);
		}
		await link(ari.page, `${at}/report`);
		for (const words of [/Continue with conditions/, /It could open earlier\./, /Open at 10/, /We open at 11 since May\./, /Ben scores so 3/, /We agree so 2/, /Cyd Trustee: .*Excluded from this review/,
			/Below the quorum nothing can be decided/, /Confirmed by Ben Member/])
			assert.match(await main(ari.page), words);
		assert.doesNotMatch(await ari.page.content(), /trustee there in May/, "what a conflict is stays with those who look after interests");
		await fine(ari.page, "report");
		await ari.page.emulateMedia({ media: "print" });
		assert.match(await main(ari.page), /Confirmed by Ben Member/);
		assert.equal(await ari.page.locator("button:visible, .nhsuk-button:visible, input:visible, .app-no-print:visible, .nhsuk-footer:visible").count(), 0, "only the report is printed");
		await noScrolling(ari.page, `the printed report at ${way.width}`);
		await picture(ari.page, "review-report-printed");
		assert.deepEqual(await headingsAtFoot(ari.page), []);
		await ari.page.goto(`${it.staffUrl}/reviews/board`);
		assert.deepEqual(await headingsAtFoot(ari.page), []);
		assert.equal(await ari.page.locator(".app-result__table:visible").count() > 0 && await ari.page.locator(".app-chart:visible").count(), 0, "figures are printed once");
		await ari.page.emulateMedia({ media: "screen" });
		assert.ok(await ari.page.locator(".app-chart:visible").count() > 0);

		for (const { page: one, context } of seen) {
			assert.deepEqual(one.faults, []);
			await context.close();
		}
	});
