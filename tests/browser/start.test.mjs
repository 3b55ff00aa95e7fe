// start.test.mjs: an administrator begins with an empty installation: practices imported, twenty people invited and signed in,
// all in a browser, with what the README says.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { accessible, leads, noBrowser, person, picture, press, startBrowser } from "../lib/browser.mjs";
import { totp } from "../lib/http.mjs";
import { startInstance } from "../lib/instance.mjs";
import { mailTo } from "../lib/mail.mjs";

const NAME = "North Fennel Integrated Care Board", PEOPLE = 20;
let it, browser, admin, link;
before(async () => {
	if (noBrowser)
		return;
	it = await startInstance({ demo: false, staffWorkers: 4 });
	browser = await startBrowser();
});
after(async () => {
	await browser?.close();
	await it?.stop();
});

/** Sets up an account behind an invitation's link; gives the page, signed in, and what it signs in with. */
async function join_(address, { width, javaScript } = {}) {
	const { page, context } = await person(browser, { width, javaScript });
	await page.goto(address);
	const password = `heron ${Math.random().toString(36).slice(2)} lantern`;
	const secret = (await page.locator(".app-secret").first().textContent()).replace(/\s+/g, "");
	await page.locator("[name=password]").fill(password);
	await page.locator("[name=code]").fill(totp(secret));
	await press(page, "Set up my account");
	return { page, context, password, secret };
}

/** The national list's own format: 50 practices of one commissioner, one of another, one hospital's. */
function practices() {
	const line = (code, name, commissioner, setting = "4") => {
		const cells = Array(27).fill("");
		Object.assign(cells, { 0: code, 1: name, 2: "Y60", 3: "QXX", 4: "1 MILL LANE", 7: "FENNEL", 9: "BA1 1AA", 10: "19740401", 12: "A", 13: "B",
			14: commissioner, 15: "20130401", 17: "01234 567890", 25: setting });
		return cells.map((cell) => `"${cell}"`).join(",");
	};
	const lines = Array.from({ length: 50 }, (_, i) => line(`Z9${String(i).padStart(4, "0")}`, `FENNEL SURGERY ${i + 1}`, "99Z"));
	return [...lines, line("Z99990", "ELSEWHERE SURGERY", "98Z"), line("Z99991", "FENNEL HOSPITAL PHARMACY", "99Z", "1")].join("\r\n");
}

test("the first administrator's link comes from the command line", { skip: noBrowser }, async () => {
	const made = await it.soundings(["user", "invite", "admin@start.example", "--name", "Ada Min", "--role", "administrator"]);
	assert.equal(made.status, 0, made.stderr);
	link = /http\S+\/join\/\S+/.exec(made.stdout)[0];
	admin = await join_(link, { width: 1280 });
	assert.match(await admin.page.innerText("main"), /recovery codes/i);
	await picture(admin.page, "start-joined");
	await accessible(admin.page, "after joining");
});

test("the link works once", { skip: noBrowser }, async () => {
	const { page, context } = await person(browser);
	assert.equal((await page.goto(link)).status(), 404);
	assert.match(await page.innerText("main"), /does not work any more/);
	await context.close();
});

test("the organisation's name, in the settings, is in every header", { skip: noBrowser }, async () => {
	const { page } = admin;
	await page.goto(`${it.staffUrl}/settings`);
	await leads(page, () => page.locator('a[href="/settings/identity"]').first().click());
	await page.locator("[name=name]").fill(NAME);
	await press(page, "Save");
	const { page: patient, context } = await person(browser, { width: 390 });
	for (const end = Date.now() + 3000; ;) {
		await patient.goto(it.publicUrl);
		if ((await patient.content()).includes(NAME) || Date.now() > end)
			break;
	}
	assert.match(await patient.content(), new RegExp(NAME));
	await context.close();
});

test("the commissioner's practices are imported from the national list, seen before they are stored", { skip: noBrowser }, async () => {
	const { page } = admin, file = join(it.var, "list.csv");
	writeFileSync(file, practices());
	await page.goto(`${it.staffUrl}/organisations`);
	await leads(page, () => page.locator('a[href="/organisations/import"]').first().click());
	await page.locator("input[type=file]").setInputFiles(file);
	await page.locator("[name=commissioner]").fill("99Z");
	await leads(page, () => page.locator("main form button").last().click());
	assert.match(await page.innerText("main"), /New\s+50/);
	assert.equal((await it.sql("SELECT COUNT(*) FROM organisation WHERE kind = 'practice'"))[0][0], "0", "nothing is stored yet");
	await picture(page, "start-import");
	await accessible(page, "the plan of an import");
	await leads(page, () => page.getByRole("button", { name: /^Store/ }).click());
	assert.equal((await it.sql("SELECT COUNT(*) FROM organisation WHERE kind = 'practice'"))[0][0], "50");
	await page.goto(`${it.staffUrl}/organisations`);
	assert.match(await page.innerText("main"), /51 organisations/);
});

test("twenty people are invited, get their mail, and sign in", { skip: noBrowser }, async () => {
	const { page } = admin, joined = [];
	for (let i = 0; i < PEOPLE; i++) {
		const email = `person${i}@start.example`, practice = i % 4 !== 0;
		await page.goto(`${it.staffUrl}/people/invite`);
		await page.locator("[name=name]").fill(`Person Number${i}`);
		await page.locator("[name=email]").fill(email);
		await page.locator("[name=organisation]").fill(practice ? `Z9${String(i).padStart(4, "0")}` : NAME);
		await page.locator(`[name=roles][value=${practice ? "practice_member" : "author"}]`).check();
		await press(page, "Send the invitation");
		assert.match(await page.innerText("main"), new RegExp(`Person Number${i}`));
	}
	assert.equal((await it.soundings(["jobs"])).status, 0);
	for (let i = 0; i < PEOPLE; i++) {
		const mail = await mailTo(it, `person${i}@start.example`);
		assert.match(mail.text, new RegExp(NAME));
		// Every second on a phone, every third without JavaScript.
		const one = await join_(mail.links.find((address) => address.includes("/join/")), { width: i % 2 ? 390 : 1280, javaScript: i % 3 !== 0 });
		await one.page.goto(it.staffUrl);
		assert.match(await one.page.innerText("h1"), /My work/);
		joined.push(one);
	}
	await page.goto(`${it.staffUrl}/people/signed-in`);
	assert.match(await page.innerText("main"), new RegExp(`${PEOPLE + 1} sessions`));
	await picture(page, "start-signed-in");
	// The trail knows all of it, and is whole.
	const [[invited], [signedIn]] = await it.sql("SELECT COUNT(*) FROM audit WHERE action IN ('invite', 'sign_in') GROUP BY action ORDER BY action");
	assert.ok(Number(invited) >= PEOPLE && Number(signedIn) >= PEOPLE);
	assert.equal((await it.soundings(["audit", "verify"])).status, 0);
	for (const { page: theirs, context } of joined) {
		assert.deepEqual(theirs.faults, []);
		await context.close();
	}
	assert.deepEqual(page.faults, []);
});
