// pages.test.mjs: axe on every page of the route table × role, at two widths, errors included; with pictures of each.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { accessible, leads, noBrowser, noScrolling, person, picture, press, startBrowser, violations } from "../lib/browser.mjs";
import { crawl } from "../lib/crawl.mjs";
import { signIn, totp } from "../lib/http.mjs";
import { sharedInstance } from "../lib/instance.mjs";
import { definition, publish } from "../lib/surveys.mjs";

let it, browser, routes;
before(async () => {
	it = await sharedInstance();
	browser = noBrowser ? undefined : await startBrowser();
	routes = (await it.soundings(["--routes"])).stdout.trim().split("\n").map((line) => line.split("\t")).filter(([method]) => method === "GET");
});
after(async () => {
	await browser?.close();
	await it.release();
});

const files = /\.csv$|^\/health$/; // not pages
const widths = [390, 1280];
const fill = (path, slug, question) => path.replace(":slug", slug).replace(":page", "1").replace(":token", "cut").replace(":question", question);
const word = (path) => path.replace(/[^\w]+/g, "-").replace(/^-|-$/g, "") || "home";

test("control: axe finds what is put in", { skip: noBrowser }, async () => {
	const { page, context } = await person(browser);
	await page.goto(`${it.publicUrl}/s/fft/1`);
	assert.deepEqual(await violations(page), []);
	await page.evaluate(() => {
		document.querySelector("label").remove();
		document.querySelector("html").removeAttribute("lang");
	});
	assert.ok((await violations(page)).length >= 2);
	await context.close();
});

test("every public page", { skip: noBrowser }, async () => {
	for (const width of widths) {
		const { page, context } = await person(browser, { width });
		for (const [, path] of routes.filter(([, route, pools]) => pools.includes("public") && !files.test(route)))
			for (const slug of path.includes(":slug") ? ["fft", "joint-commissioning"] : [""]) {
				const at = fill(path, slug, "");
				await page.goto(it.publicUrl + at);
				await accessible(page, `${at} at ${width}`);
				await noScrolling(page, `${at} at ${width}`);
				await picture(page, `public-${word(at)}`);
			}
		for (const [name, at] of [["400", "/%zz"], ["404", "/nothing"], ["404-static", "/static/nothing.css"]]) {
			await page.goto(it.publicUrl + at);
			await accessible(page, `${at} at ${width}`);
			await noScrolling(page, `${at} at ${width}`);
			await picture(page, `public-${name}`);
		}
		assert.deepEqual(page.faults, []);
		await context.close();
	}
});

test("one page with every type of question, as it is and with every slip", { skip: noBrowser }, async () => {
	const options = [{ code: "a", label: "A", hint: "with a hint" }, { code: "b", label: "B" }];
	const plain = options.map(({ code, label }) => ({ code, label }));
	const types = ["short_text", "long_text", "email", "number", "date", "radios", "checkboxes", "select", "yes_no", "grid", "nhs_number", "postcode"];
	const slug = await publish(it, definition({ settings: { one_page: true, check_answers: false }, pages: [{ questions: types.map((type) => ({
		code: type, type, label: `A question of type ${type.replace("_", " ")}?`, hint: "A hint", required: true,
		...(["radios", "checkboxes"].includes(type) ? { options } : {}), ...(["select", "grid"].includes(type) ? { options: plain } : {}),
		...(type === "grid" ? { rows: [{ code: "r", label: "First row" }, { code: "s", label: "Second row" }] } : {}),
	})) }] }));
	for (const width of [320, ...widths]) {
		const { page, context } = await person(browser, { width });
		await page.goto(`${it.publicUrl}/s/${slug}/1`);
		await accessible(page, `all types at ${width}`);
		await noScrolling(page, `all types at ${width}`);
		await picture(page, "all-types");
		await press(page, "Send my answers");
		assert.match(await page.title(), /^Error: /);
		assert.equal(await page.locator(".nhsuk-error-summary li").count(), types.length);
		await accessible(page, `all slips at ${width}`);
		await noScrolling(page, `all slips at ${width}`);
		await picture(page, "all-slips");
		// Every link of the summary leads to a field of its question.
		for (const link of await page.locator(".nhsuk-error-summary a").all()) {
			await link.click();
			const [target, name] = await page.evaluate(() => [location.hash, document.activeElement.name ?? document.activeElement.tagName]);
			assert.ok(name && types.some((type) => name.startsWith(type)), `${target} leads to ${name}`);
		}
		await context.close();
	}
});

/* What no link leads to: the pages behind mailed links, and what somebody typed. */
const hidden = { "/join/:token": "/join/cut", "/reset/:token": "/reset/cut", "/device/:token": "/device/cut", "/kept/:id": "/kept/cut",
	"/organisations/import/:id": "/organisations/import/cut" };
const begins = ["/", "/surveys/fft/results", "/surveys/joint-commissioning/results", "/organisations?kind=practice", "/organisations?state=closed",
	"/people?state=invited", "/people?state=disabled", "/people/devices", "/mail?state=all"];
let addresses;
test("every page of staff is reached by links", async () => {
	// Records in the states that some pages are for.
	const others = [];
	for (const role of ["administrator", "author", "author", "author"])
		others.push(await it.addUser(role));
	const id = async ({ email }) => (await it.sql(`SELECT person_id FROM person WHERE email = '${email}'`))[0][0];
	const [asks, invited, disabled, lost] = await Promise.all(others.map(id));
	await it.sql(`UPDATE person SET state = 'invited', password_hash = '' WHERE person_id = ${invited}; UPDATE person SET state = 'disabled' WHERE person_id = ${disabled};
		INSERT INTO device_request (person_id, asked_by, asked_at, reason) VALUES (${lost}, ${asks}, UTC_TIMESTAMP(), 'It fell into the sea.');
		INSERT INTO organisation (code, name, kind, closed_on) VALUES ('PAGES-1', 'Closed Surgery', 'practice', '2026-01-01') ON DUPLICATE KEY UPDATE closed_on = '2026-01-01';
		INSERT IGNORE INTO organisation_group (kind, name) VALUES ('locality', 'An empty one'), ('peer_group', 'An empty one')`);
	const found = new Map();
	for (const role of ["administrator", "author", "auditor"]) {
		const client = await signIn(it, await it.addUser(role));
		for (const begin of begins)
			for (const [path, list] of await crawl(client, routes, { begin }))
				found.set(path, [...new Set([...(found.get(path) ?? []), ...list])].slice(0, 2));
	}
	addresses = (path) => found.get(path) ?? [hidden[path] ?? path];
	const unreached = routes.filter(([, path, pools]) => pools.includes("staff") && !found.has(path) && !hidden[path]
		&& !["/health", "/sign-in", "/forgotten", "/sign-in/recovery", "/acting"].includes(path));
	assert.deepEqual(unreached.map(([, path]) => path), []);
});

const roles = ["practice_member", "provider_member", "author", "incident_manager", "contract_reviewer", "auditor", "administrator"];
for (const role of ["nobody", ...roles])
	test(`every staff page as ${role}`, { skip: noBrowser }, async () => {
		const { page, context } = await person(browser);
		await page.goto(`${it.staffUrl}/sign-in`);
		await accessible(page, "sign-in");
		await press(page, "Sign in");
		assert.match(await page.title(), /^Error: /);
		await accessible(page, "sign-in with slips");
		if (role !== "nobody") {
			const account = await it.addUser(role);
			await page.locator("[name=email]").fill(account.email);
			await page.locator("[name=password]").fill(account.password);
			await page.locator("[name=code]").fill(totp(account.secret));
			await press(page, "Sign in");
			assert.equal(new URL(page.url()).pathname, "/");
		}
		const refused = [];
		for (const [, path] of routes.filter(([, route, pools]) => pools.includes("staff") && !files.test(route)))
			for (const at of addresses(path).slice(0, role === "administrator" ? 2 : 1)) {
				const status = (await context.request.get(it.staffUrl + at, { maxRedirects: 0 })).status();
				assert.ok([200, 303, 403].includes(status) || status === 404 && (hidden[path] || role !== "administrator"), `${at}: ${status}`);
				if (status === 403)
					refused.push(at);
				if (status !== 200 && !hidden[path])
					continue;
				// An administrator has most pages; in the others' the menu differs.
				for (const width of ["administrator", "nobody"].includes(role) ? widths : [1280]) {
					await page.setViewportSize({ width, height: 900 });
					await page.goto(it.staffUrl + at);
					await accessible(page, `${at} as ${role} at ${width}`);
					await noScrolling(page, `${at} as ${role} at ${width}`);
					if (["administrator", "author", "nobody"].includes(role))
						await picture(page, `staff-${role}-${word(at)}`);
				}
			}
		for (const at of [...refused.slice(0, 1), "/surveys/nothing"]) { // every refusal is the same page
			await page.goto(it.staffUrl + at);
			await accessible(page, `${at} as ${role}`);
		}
		if (role !== "nobody") {
			await leads(page, () => page.getByRole("button", { name: "Sign out" }).click());
			assert.match(await page.innerText("main"), /You have signed out/);
			await accessible(page, "signed out");
		}
		assert.deepEqual(page.faults, []);
		await context.close();
	});
