// first_page.test.mjs: the first page is rendered once a worker and filled in afterwards (stencil.c): everybody gets the same page
// with a state of their own, and nothing of anybody else's.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "../lib/http.mjs";
import { root, sharedInstance } from "../lib/instance.mjs";

const it = await sharedInstance();
after(() => it.release());
const client = new Client(it.publicUrl);
const state = (page) => /name="state" value="([^"]+)" data-visit="([^"]+)"/.exec(page.text).slice(1);
const rest = (page) => state(page).reduce((text, own) => text.replace(own, "…"), page.text);

for (const slug of ["fft", "joint-commissioning"])
	test(`first page of ${slug}: the same for everybody but state and mark`, async () => {
		// Often enough that every worker has rendered it and then filled it in.
		const pages = [];
		for (let i = 0; i < 20; i++)
			pages.push(await client.get(`/s/${slug}/1`));
		for (const page of pages) {
			assert.equal(page.status, 200);
			assert.equal(page.headers.get("cache-control"), pages[0].headers.get("cache-control"));
			assert.equal(rest(page), rest(pages[0]));
		}
		assert.equal(new Set(pages.flatMap(state)).size, 2 * pages.length);
	});

test("what one person typed and got wrong is on nobody else's first page", async () => {
	const page = await client.get("/s/fft/1");
	const wrong = await client.submit(page, { reason: "only mine to read", go: "on" });
	assert.equal(wrong.status, 422);
	assert.match(wrong.text, /only mine to read/);
	for (let i = 0; i < 10; i++) {
		const other = await client.get("/s/fft/1");
		assert.equal(rest(other), rest(page));
	}
});

test("a new version's first page is shown at once", async () => {
	const slug = `stencil-${process.pid}`, file = join(it.var, `${slug}.json`);
	const survey = { ...JSON.parse(readFileSync(join(root, "sql/demo/fft.json"), "utf8")), slug };
	for (const label of ["What could we do better?", "What should we change?"]) {
		survey.pages[0].questions.at(-1).label = label;
		writeFileSync(file, JSON.stringify(survey));
		assert.equal((await it.soundings(["import", "survey", file])).status, 0);
		await new Promise((resolve) => setTimeout(resolve, 1100)); // a version may be a second old
		for (let i = 0; i < 6; i++)
			assert.ok((await client.get(`/s/${slug}/1`)).text.includes(label));
	}
});
