// results.test.mjs: the staff pages of surveys: list, one survey, results, free text, CSV; who may see which.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { decode, signIn } from "../lib/http.mjs";
import { sharedInstance } from "../lib/instance.mjs";

const stamp = `${process.pid}${Date.now() % 100000}`;
const slug = `results-${stamp}`, fft = `results-fft-${stamp}`, empty = `results-none-${stamp}`;
const options = (...list) => list.map(([code, label, more]) => ({ code, label, ...more }));
const words = "=HYPERLINK(\"http://x\",\"y\")";
const base = { start: { why: "Because.", happens: "Read." }, confirmation: { next: "Thanks." } };
const asker = { code: `R${stamp}`.slice(0, 12), name: "Results Practice", kind: "practice" };
const survey = {
	...base, slug, title: "Results <b>here</b> & there", organisation: asker,
	pages: [{ questions: [
		{ code: "stance", type: "radios", label: "In favour?", required: true,
			options: options(["favour", "In favour"], ["against", "Against"], ["unsure", "Don’t know"]) },
		{ code: "why", type: "long_text", label: "Why against?", when: { question: "stance", option: "against" } },
		{ code: "gains", type: "checkboxes", label: "=Gains?",
			options: options(["a", "Care, near"], ["b", "Buildings"], ["none", "None of these", { exclusive: true }]) },
		{ code: "views", type: "grid", label: "Views?", options: options(["y", "Yes"], ["n", "No"]),
			rows: options(["near", "Near"], ["open", "Open"]) },
		{ code: "visits", type: "number", label: "Visits?" },
		{ code: "seen", type: "date", label: "Seen?" },
		{ code: "remarks", type: "long_text", label: "Remarks?" },
	] }],
};
const stances = [..."fffffffaauuu"].map((letter) => ({ f: "favour", a: "against", u: "unsure" })[letter]);
const responses = stances.map((stance, i) => ({
	received_on: i < 6 ? "2026-01-05" : "2026-03-02",
	answers: {
		stance, ...(i === 7 && { why: "Two\nlines, \"quoted\"" }), ...(i < 9 && { gains: i < 6 ? ["a", "b"] : ["none"] }),
		...(i < 4 && { views: { near: "y", open: i ? "n" : "y" } }), ...(i < 2 && { visits: 2 + i * 5, seen: "2025-06-15" }),
		...(i === 3 && { remarks: words }),
	},
}));
const fftSurvey = {
	...base, slug: fft, kind: "fft", title: "Friends", organisation: asker, settings: { date_kept: "month" },
	pages: [{ questions: [
		{ code: "overall", type: "radios", label: "Overall?", required: true, options: options(["very_good", "Very good"], ["good", "Good"],
			["neither", "Neither good nor poor"], ["poor", "Poor"], ["very_poor", "Very poor"], ["dont_know", "Don’t know"]) },
		{ code: "reason", type: "long_text", label: "Why?" },
	] }],
};
const fftResponses = [
	{ received_on: "2026-01-01", times: 6, answers: { overall: "very_good" } },
	{ received_on: "2026-01-01", times: 1, answers: { overall: "dont_know" } },
	{ received_on: "2026-03-01", times: 1, answers: { overall: "very_poor" } },
	...Array.from({ length: 112 }, (_, i) => ({ received_on: i < 60 ? "2026-03-01" : "2026-02-01",
		answers: { overall: "good", reason: `reason ${i}.` } })),
];

let it, author, other;
async function load(definition, list) {
	const file = join(it.var, `${definition.slug}.json`);
	writeFileSync(file, JSON.stringify(definition));
	let done = await it.soundings(["import", "survey", file]);
	assert.equal(done.status, 0, done.stderr);
	if (!list)
		return;
	writeFileSync(file, JSON.stringify({ responses: list }));
	done = await it.soundings(["import", "responses", definition.slug, file]);
	assert.equal(done.status, 0, done.stderr);
}
before(async () => {
	it = await sharedInstance();
	await load(survey, responses);
	await load(fftSurvey, fftResponses);
	await load({ ...survey, slug: empty, title: "Nobody yet", opens: "2020-01-01", closes: "2020-02-01" });
	await load({ ...survey, slug: `${empty}-2`, title: "Elsewhere", organisation: { ...asker, code: `S${stamp}`.slice(0, 12) } });
	author = await signIn(it, await it.addUser("author", { organisation: asker.code }));
	other = await signIn(it, await it.addUser("author", { organisation: `S${stamp}`.slice(0, 12) }));
});
after(() => it.release());

const plain = (html) => decode(html.replace(/<[^>]+>/g, " ")).replace(/\s+/g, " ");
const get = async (path, client = author) => {
	const page = await client.get(path);
	assert.equal(page.status, 200, `${path}: ${page.status}`);
	return page;
};
/** RFC 4180, strictly. */
function readCsv(text) {
	assert.ok(text.startsWith("\ufeff"), "begins with a BOM");
	const rows = [[]];
	const pattern = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n|$)/gy;
	pattern.lastIndex = 1;
	while (pattern.lastIndex < text.length) {
		const [, cell, end] = pattern.exec(text);
		rows.at(-1).push(cell.startsWith("\"") ? cell.slice(1, -1).replaceAll("\"\"", "\"") : cell);
		if (end === "\r\n")
			rows.push([]);
	}
	assert.deepEqual(rows.pop(), [], "ends with CR LF");
	return rows;
}
// fetch drops a BOM when it decodes.
const csv = async (path) => {
	const answer = await fetch(new URL(path, it.staffUrl), { headers: { cookie: [...author.cookies].map((pair) => pair.join("=")).join("; ") } });
	assert.equal(answer.status, 200);
	assert.match(answer.headers.get("content-type"), /^text\/csv; charset=utf-8/);
	assert.match(answer.headers.get("content-disposition"), /^attachment; filename="[a-z0-9.-]+\.csv"$/);
	assert.equal(answer.headers.get("cache-control"), "no-store");
	return readCsv(new TextDecoder("utf-8", { ignoreBOM: true, fatal: true }).decode(await answer.arrayBuffer()));
};

test("the list has one's own organisation's surveys with their counts and states", async () => {
	const { text } = await get("/surveys");
	assert.match(plain(text), /Results <b>here<\/b> & there Who asks Results Practice State Open .* Responses 12 /);
	assert.match(plain(text), /Nobody yet .* Closed Opens 1 January 2020 Closes 31 January 2020 Responses 0 /);
	assert.match(plain(text), /Opens Always open Closes No end .*Surveys are added, and changed, by whoever runs Soundings, from a file/);
	assert.ok(!text.includes("Elsewhere"));
	const theirs = await get("/surveys", other);
	assert.ok(theirs.text.includes("Elsewhere") && !theirs.text.includes("Nobody yet"));
	const rows = await csv("/surveys.csv");
	assert.ok(rows.some((row) => row[0] === survey.title && row.at(-1) === "12"));
});

test("another organisation's survey is not there, on any page", async () => {
	for (const path of ["", "/results", "/results.csv", "/results/remarks", "/responses.csv"]) {
		const theirs = await other.get(`/surveys/${slug}${path}`), nobodys = await other.get(`/surveys/no-such${path}`);
		assert.equal(theirs.status, 404, path);
		assert.equal(nobodys.status, 404, path);
		await get(`/surveys/${slug}${path}`);
	}
});

test("the commissioner sees every organisation's", async () => {
	const [[code]] = await it.sql("SELECT code FROM organisation WHERE kind = 'commissioner' ORDER BY organisation_id LIMIT 1");
	const client = await signIn(it, await it.addUser("auditor", { organisation: code }));
	const { text } = await get("/surveys", client);
	assert.ok(text.includes("Elsewhere") && text.includes("Nobody yet"));
	await get(`/surveys/${slug}/responses.csv`, client);
});

test("one survey says what it is and what it asks", async () => {
	const text = plain((await get(`/surveys/${slug}`)).text);
	for (const part of [`${it.publicUrl}/s/${slug}`, "Anonymous: nothing is kept that says who answered.", "3. =Gains?",
		"Only when question 1 is answered “Against”", "Any of: Care, near · Buildings · None of these"])
		assert.ok(text.includes(part), part);
});

test("results: 7, 2 and 3 of 12 are 58%, 17% and 25%", async () => {
	const text = plain((await get(`/surveys/${slug}/results`)).text);
	for (const part of ["In favour 7 58%", "Against 2 17%", "Don’t know 3 25%", "Answered by 12 of 12.",
		"Asked only of the 2 who answered “Against” to question 1. Answered by 1 of them.",
		"Care, near 6 50%", "None of these 3 25%", "may add up to more than 100", "Mean 4.5 Median 4.5 Smallest 2 Largest 7",
		"June 2025 2 100%", "Near 4 100% 0 0% 4", "Open 1 25% 3 75% 4", "March 2026 6 February 2026 0 January 2026 6"])
		assert.ok(text.includes(part), part);
});

test("every picture has a name and words, unique on the page, and a table beside it", async () => {
	const { text } = await get(`/surveys/${slug}/results`);
	const pictures = [...text.matchAll(/<svg class="app-chart"[^>]*role="img"[^>]*aria-labelledby="(\S+) (\S+)">/g)];
	assert.equal(pictures.length, 6);
	for (const [, title, description] of pictures) {
		assert.equal(text.split(`<title id="${title}">`).length, 2);
		assert.match(text, new RegExp(`<desc id="${description}">[^<]+</desc>`));
	}
	assert.equal([...text.matchAll(/<table/g)].length, 6);
	assert.ok(!/ style=|NaN|\binf\b/.test(text));
});

test("results.csv: one table of question, answer, month, number, per cent, base", async () => {
	const rows = await csv(`/surveys/${slug}/results.csv`);
	assert.deepEqual(rows[0], ["Question", "Answer", "Month", "Number", "Per cent", "Out of"]);
	assert.deepEqual(rows[1], ["Responses", "", "", "12", "", ""]);
	assert.deepEqual(rows[2], ["In favour?", "In favour", "", "7", "58", "12"]);
	assert.ok(rows.some((row) => row.join() === "Views? – Open,No,,3,75,4"));
	assert.ok(rows.some((row) => row.join() === "Views? – Open,Not answered,,8,,12"));
	assert.ok(rows.some((row) => row.join() === "Responses,,2026-03-01,6,,"));
	assert.ok(rows.every((row) => row.length === rows[0].length));
	assert.ok(rows.some((row) => row.join("|") === "'=Gains?|Care, near||6|50|12"));
});

test("the Friends and Family Test follows the NHS rule, and a month without answers is blank", async () => {
	const text = plain((await get(`/surveys/${fft}/results`)).text);
	assert.ok(text.includes("Responses 120 Positive 98% Negative 1%"), text.slice(0, 600));
	assert.ok(text.includes("January 2026 6 0 0 0 0 1 7 86% 0%"));
	assert.ok(text.includes("Month Very good Good Neither good nor poor Poor Very poor Don’t know Responses Positive Negative"));
	const rows = await csv(`/surveys/${fft}/results.csv`);
	assert.deepEqual(rows[2], ["Positive (very good and good, of all answers)", "", "", "118", "98", "120"]);
	assert.ok(rows.some((row) => row.join() === "Overall?,Very good,2026-01-01,6,86,7"));
	assert.ok(rows.some((row) => row[0].startsWith("Positive") && row.slice(2).join() === "2026-03-01,60,98,61"));
});

test("figures say when, and that they are rounded; months come first in the Friends and Family Test only", async () => {
	const order = (text) => text.indexOf("id=\"months\"") - text.indexOf("id=\"question-");
	const ours = await get(`/surveys/${slug}/results`), theirs = await get(`/surveys/${fft}/results`);
	assert.match(plain(ours.text), /Figures as at \d+ \w+ 20\d\d at \d+:\d\d[ap]m\. Percentages are rounded, so they may not add up to 100\./);
	assert.ok(order(ours.text) > 0 && order(theirs.text) < 0);
	assert.match(theirs.text, /role="region" aria-label="Table of responses by month" tabindex="0"/);
});

// Boxes of the letters as they are at most, in the picture's units, which are the same at every width.
const boxes = (svg) => [...svg.matchAll(/<text class="([^"]*)" x="([\d.]+)" y="([\d.]+)">([^<]*)</g)].map(([, kind, x, y, text]) => {
	const size = kind.includes("app-tiny") ? 12 : 14, width = decode(text).length * size * 0.6;
	const left = +x - (kind.includes("app-middle") ? width / 2 : kind.includes("app-end") ? width : 0);
	return { text, kind, left, right: left + width, top: +y - size * 0.8, bottom: +y };
});
const touch = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
test("months: long gaps are one row, this month is so far, no two texts of the picture touch", async () => {
	const [year, month] = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/London", year: "numeric", month: "2-digit" }).format().split("-");
	const ago = (n) => new Date(Date.UTC(+year, +month - 1 - n, 1));
	const iso = (n) => ago(n).toISOString().slice(0, 10);
	const name = (n) => new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", year: "numeric", month: "long" }).format(ago(n));
	for (const [n, many] of [[3, 9], [12, 200], [13, 40], [22, 3000], [24, 90]]) {
		const long = `${fft}-${n}`, times = (i, by) => 1 + (i * 7919 + by * 31) % many;
		await load({ ...fftSurvey, slug: long, title: `Long ${n}` }, [{ received_on: iso(120), answers: { overall: "good" } },
			...Array.from({ length: n }, (_, i) => ["very_good", "poor", "dont_know"].map((overall, by) => ({ received_on: iso(i + 1), times: times(i, by), answers: { overall } }))).flat(),
			{ received_on: iso(0), times: 2, answers: { overall: "poor" } }]);
		const { text } = await get(`/surveys/${long}/results`), words = plain(text);
		assert.ok(words.includes(`No responses from ${name(119)} to ${name(n + 1)}`), `${n} months`);
		assert.match(words, new RegExp(`${name(0)} so far 0 0 0 2 0 0 2 0% 100%`));
		const svg = /<svg class="app-chart"[^]*?<\/svg>/.exec(text.slice(text.indexOf("id=\"months\"")))?.[0] ?? "";
		assert.ok(svg.includes("Positive, per cent"));
		assert.match(svg, /app-dot--part/);
		assert.match(svg, />so far</);
		const all = boxes(svg), rules = [...svg.matchAll(/class="app-axis[^"]*" x1="[\d.]+" y1="([\d.]+)"/g)].map(([, y]) => +y);
		for (const [i, one] of all.entries()) {
			assert.ok(one.left >= -1 && one.right <= 402, `${n} months: ${one.text} leaves the picture`);
			for (const other of all.slice(i + 1))
				assert.ok(!touch(one, other), `${n} months: ${one.text} touches ${other.text}`);
			if (one.kind.includes("app-halo"))
				assert.ok(!rules.some((y) => one.top < y && y < one.bottom), `${n} months: ${one.text} on a rule`);
		}
	}
});

test("every response as CSV: one row each, harmless cells, no id", async () => {
	const rows = await csv(`/surveys/${slug}/responses.csv`);
	assert.equal(rows.length, 13);
	assert.deepEqual(rows[0], ["Week of response", "Version", "In favour? (stance)", "Why against? (why)",
		"'=Gains? – Care, near (gains.a)", "'=Gains? – Buildings (gains.b)", "'=Gains? – None of these (gains.none)",
		"Views? – Near (views.near)", "Views? – Open (views.open)", "Visits? (visits)", "Seen? (seen)", "Remarks? (remarks)"]);
	assert.ok(rows.every((row) => row.length === rows[0].length));
	const sorted = rows.slice(1).map((row) => row.join("|")).sort();
	assert.ok(sorted.includes("2026-01-05|1|In favour||1|1|0|Yes|Yes|2|2025-06-15|"));
	assert.ok(sorted.includes(`2026-01-05|1|In favour||1|1|0|Yes|No|||'${words}`));
	assert.ok(sorted.includes("2026-03-02|1|Against|Two\nlines, \"quoted\"|0|0|1|||||"));
	assert.ok(sorted.includes("2026-03-02|1|Don’t know||||||||||".slice(0, -1)));
	assert.ok(!rows.flat().some((cell) => /^[=+@\t\r-]/.test(cell)));
	const [[id]] = await it.sql(`SELECT LOWER(HEX(r.response_id)) FROM response r JOIN survey s USING (survey_id) WHERE s.slug = '${slug}' LIMIT 1`);
	assert.ok(!rows.flat().join().toLowerCase().includes(id));
});

test("an answer stored in another dress is exported all the same", async () => {
	const [[survey_id]] = await it.sql(`SELECT survey_id FROM survey WHERE slug = '${fft}'`);
	await it.sql(`INSERT INTO response (survey_id, response_id, version, submission, digest, received_on, answers) VALUES
		(${survey_id}, RANDOM_BYTES(16), 1, RANDOM_BYTES(16), RANDOM_BYTES(16), '2026-03-01',
		'{ "overall" : "poor", "reason" : "dressed \\\\u00e9 up" }')`);
	const rows = await csv(`/surveys/${fft}/responses.csv`);
	assert.ok(rows.some((row) => row[2] === "Poor" && row[3] === "dressed é up"));
});

// The one in another dress is not among them: totals and lists are made of what we store ourselves.
test("what people wrote: every answer once, fifty a page, and back again", async () => {
	const path = `/surveys/${fft}/results/reason`;
	const quotes = ({ text }) => [...text.matchAll(/<blockquote[^>]*>([^<]*)<\/blockquote>/g)].map(([, quote]) => decode(quote));
	const link = ({ text }, rel) => decode(/<a [^>]*href="([^"]+)" rel="(prev|next)"/.exec(
		[...text.matchAll(/<a [^>]*rel="[^"]+"/g)].map(([tag]) => tag).find((tag) => tag.includes(`rel="${rel}"`)) ?? "")?.[1] ?? "").replace(/^\?/, `${path}?`);
	await it.soundings(["tally"]);
	const first = await get(path);
	const second = await get(link(first, "next"));
	const third = await get(link(second, "next"));
	assert.equal(link(first, "prev"), "");
	assert.equal(link(third, "next"), "");
	assert.deepEqual([first, second, third].map((page) => quotes(page).length), [50, 50, 12]);
	const all = [first, second, third].flatMap(quotes);
	assert.equal(new Set(all).size, 112);
	assert.match(plain(first.text), /March 2026/);
	assert.deepEqual(quotes(await get(link(third, "prev"))), quotes(second));
	assert.deepEqual(quotes(await get(link(second, "prev"))), quotes(first));
	// Random, not the order in which they came.
	const march = all.filter((quote) => quote.startsWith("reason")).slice(0, 59);
	assert.notDeepEqual(march, [...march].sort((a, b) => parseInt(a.slice(7), 10) - parseInt(b.slice(7), 10)));
	for (const place of ["?after=x", "?after=2026-03-01-zz", "?before=2026-13-01-00112233445566778899aabbccddeeff", "?after=%27OR+1"])
		assert.equal(quotes(await get(path + place)).length, 50, place);
});

test("above a text stands what the same person answered first, unless few did", async () => {
	const text = plain((await get(`/surveys/${fft}/results/reason`)).text);
	assert.match(text, /Good reason \d+\. Good reason/);
	const few = plain((await get(`/surveys/${slug}/results/why`)).text);
	assert.ok(few.includes("what the same person answered to “In favour?”; left out where few"));
	assert.ok(!few.includes("Against Two"), "2 answered Against");
});

test("what is pending is counted and shown", async () => {
	const [[survey_id]] = await it.sql(`SELECT survey_id FROM survey WHERE slug = '${slug}'`);
	await it.sql(`INSERT INTO response (survey_id, response_id, version, submission, digest, received_on, answers) VALUES
		(${survey_id}, RANDOM_BYTES(16), 1, RANDOM_BYTES(16), RANDOM_BYTES(16), '2026-03-02',
		'{"stance":"favour","remarks":"just <i>now</i>\\\\nnew line"}')`);
	assert.match(plain((await get(`/surveys/${slug}/results`)).text), /Responses 13 /);
	const { text } = await get(`/surveys/${slug}/results/remarks`);
	assert.ok(text.includes("just &lt;i&gt;now&lt;/i&gt;\nnew line"), "escaped, its line break kept");
});

test("nothing yet is said honestly", async () => {
	assert.match(plain((await get(`/surveys/${empty}/results`)).text), /Nobody has answered yet/);
	assert.match(plain((await get(`/surveys/${empty}/results/remarks`)).text), /Nobody has written anything here/);
	assert.equal((await csv(`/surveys/${empty}/responses.csv`)).length, 1);
	await csv(`/surveys/${empty}/results.csv`);
	for (const question of ["stance", "none", "views", "%00", "remarks.x"])
		assert.notEqual((await author.get(`/surveys/${empty}/results/${question}`)).status, 200, question);
});
