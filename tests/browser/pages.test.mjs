// pages.test.mjs: axe on every page of the route table × role, at two widths, errors included; with pictures of each.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { accessible, leads, longWords, noBrowser, noScrolling, person, picture, press, startBrowser, violations } from "../lib/browser.mjs";
import { bulletin } from "../lib/bulletins.mjs";
import { call, contract, kpi, monitoringReturn, submission } from "../lib/contracts.mjs";
import { decisionMade } from "../lib/decisions.mjs";
import { declare, review } from "../lib/reviews.mjs";
import { crawl } from "../lib/crawl.mjs";
import { addFile, pdf } from "../lib/files.mjs";
import { signIn, totp } from "../lib/http.mjs";
import { incident, investigation, workRecords } from "../lib/incidents.mjs";
import { sharedInstance } from "../lib/instance.mjs";
import { closed, document, event, proposal, proposalId, response } from "../lib/proposals.mjs";
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

const files = /\.(csv|xlsx|json)$|^\/health$|^\/files\/:file$|\/documents\/(:document\/)?:version$|\/proposals\/:ref\/documents\/:document$/; // not pages
const widths = [390, 1280], tablets = [768, 1024];
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
		for (const [, path] of routes.filter(([, route, pools]) => pools.includes("public") && !files.test(route) && !route.endsWith(".atom")))
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
	"/organisations/import/:id": "/organisations/import/cut",
	// What the demonstration has none of, or only a form leads to: journeys of their own open them.
	"/calendar/:token": "/calendar/cut.ics", "/contracts/views/:view/edit": "/contracts/views/cut/edit", "/contracts/views/:view/delete": "/contracts/views/cut/delete",
	"/retention/certificates/:certificate": "/retention/certificates/cut", "/retention/certificates/:certificate/records.csv": "/retention/certificates/cut/records.csv",
	"/retention/certificates/:certificate/decide": "/retention/certificates/cut/decide", "/retention/holds/:ref/lift": "/retention/holds/cut/lift",
	"/reports/:ref/draft/:step": "/reports/cut/draft/what", "/reports/:ref/people/:number": "/reports/cut/people/1",
	"/incidents/views/:view/edit": "/incidents/views/cut/edit", "/incidents/views/:view/delete": "/incidents/views/cut/delete",
	"/incidents/:ref/notes": "/incidents/cut/notes", "/incidents/:ref/candour": "/incidents/cut/candour",
	"/incidents/themes/:theme": "/incidents/themes/cut", "/investigations/:request/check": "/investigations/cut/check",
	"/returns/:ref/check": "/returns/cut/check", "/returns/:ref/sent": "/returns/cut/sent",
	// The next passage is found by a form.
	"/proposals/:ref/code/next": "/proposals/cut/code/next", "/proposals/:ref/code/:response/:position": "/proposals/cut/code/cut/1",
	// A call is changed while it is a draft; the demonstration's are open or closed.
	"/calls/:ref/questions": "/calls/cut/questions", "/calls/:ref/questions/:question": "/calls/cut/questions/q1",
	"/calls/:ref/questions/:question/remove": "/calls/cut/questions/q1/remove", "/calls/:ref/pages/:page": "/calls/cut/pages/1",
	"/calls/:ref/open": "/calls/cut/open", "/submissions/:ref/pages/:page": "/submissions/cut/pages/1", "/submissions/:ref/check": "/submissions/cut/check",
	"/submissions/:ref/sent": "/submissions/cut/sent", "/submissions/:ref/withdraw": "/submissions/cut/withdraw",
	// Declared by others than who crawls: only its owner ends an interest, and only who may work on a review lifts.
	"/interests/declared": "/interests/declared", "/interests/:interest/end": "/interests/cut/end", "/interests/breaches/:breach/edit": "/interests/breaches/cut/edit",
	"/contracts/import/:id": "/contracts/import/cut", "/calls/:ref/close": "/calls/cut/close", "/reviews/:ref/findings": "/reviews/cut/findings",
	"/reviews/:ref/interests/:person/lift": "/reviews/cut/interests/cut/lift", "/criteria/:ref/add": "/criteria/cut/add", "/criteria/:ref/publish": "/criteria/cut/publish",
	"/criteria/:ref/:criterion/edit": "/criteria/cut/cut/edit", "/criteria/:ref/:criterion/remove": "/criteria/cut/cut/remove" };
const begins = ["/", "/surveys/fft/results", "/surveys/joint-commissioning/results", "/organisations?kind=practice", "/organisations?state=closed",
	"/people?state=invited", "/people?state=disabled", "/people/devices", "/mail?state=all"];
let addresses;
const theirs = new Set(); // found by who has a record in hand: others may have no right to it
/* Who reports, is asked, and manages: the same person finds the addresses and opens them later. */
const accounts = {}, codes = {};
async function freshCode(role) {
	const { secret } = accounts[role];
	while (totp(secret) === codes[role])
		await new Promise((done) => setTimeout(done, 500));
	return codes[role] = totp(secret);
}

const own = JSON.stringify({ pages: [{ title: "Sites", questions: [{ code: "site", type: "radios", label: "Which site?", options: [{ code: "hill", label: "Hill" }, { code: "dale", label: "Dale" }] },
	{ code: "parking", type: "grid", label: "How good is it?", options: [{ code: "good", label: "Good" }, { code: "bad", label: "Bad" }], rows: [{ code: "cars", label: "For cars" }] },
	{ code: "why", type: "short_text", label: "Why?" }] }] });
/** Proposals in the states that pages are for, the demonstration's with what was answered, and a group with a member: their addresses. */
async function makeProposals() {
	const draft = await proposal(it, { state: "draft", groups: [["Pages group", 3]], form: own }), over = await proposal(it, { ...closed, form: own });
	await response(it, over.ref, { answers: { why: "It is near" } });
	await it.sql("INSERT INTO stakeholder_member (ref, group_id, name, email) SELECT 'PGES-ASSO', group_id, 'Ash Pages', 'ash@pages.example' FROM stakeholder_group WHERE name = 'Public and Patient Associates'");
	await event(it, over.ref);
	await it.sql(`INSERT INTO stakeholder_member (ref, group_id, name, email) SELECT 'PGES-MEMB', group_id, 'Pia Pages', 'pia@pages.example' FROM stakeholder_group WHERE ref = '${draft.groups["Pages group"]}'`);
	await document(it, draft.ref);
	await it.sql(`INSERT INTO proposal_outcome (ref, submission, proposal_id, position, said, did, what, changed_at) VALUES ('PGES-OUTC', RANDOM_BYTES(16), ${proposalId(over.ref).sql}, 1, 'Said', 'doing', 'Done', UTC_TIMESTAMP())`);
	const demonstration = await it.sql("SELECT ref FROM proposal WHERE slug IN ('joint-commissioning', 'blood-tests-closer-to-home')");
	return [draft.ref, over.ref, ...demonstration.map(([ref]) => ref), `groups/${draft.groups["Pages group"]}`].map((end) => `/proposals/${end}`);
}

/** Reports, requests, work, bulletins in the states that pages are for: where to begin, by role, and what to go on from there. */
async function makeIncidents() {
	await it.sql("INSERT IGNORE INTO organisation (code, name, kind) VALUES ('PAGES-P', 'Pages Surgery', 'practice'), ('PAGES-V', 'Pages Trust', 'provider')");
	for (const [role, organisation] of [["practice_member", "PAGES-P"], ["provider_member", "PAGES-V"], ["incident_manager"], ["contract_reviewer"], ["author"]])
		accounts[role] = await it.addUser(role, { organisation, name: `Pages ${role}` });
	const [reporter, by] = [accounts.practice_member.email, accounts.incident_manager.email], clients = {};
	for (const role of Object.keys(accounts)) {
		codes[role] = totp(accounts[role].secret);
		clients[role] = await signIn(it, accounts[role]);
	}
	const made = (state, more) => incident(it, { organisation: "PAGES-P", reporter, state, ...more });
	const [draft, information, closed, triage, investigating, provider] = [await made("draft"), await made("information"),
		await made("closed", { closed_at: { sql: "UTC_TIMESTAMP()" } }), await made("triage", { about: "PAGES-V" }), await made("investigating"), await made("provider")];
	const asks = (columns) => investigation(it, { incident: provider, organisation: "PAGES-V", by, ...columns });
	const requests = [await asks({ draft: JSON.stringify({ found: "It waited.", done: "Nothing needs to be done." }) }), await asks({ state: "answered" })];
	const again = await investigation(it, { incident: investigating, organisation: "PAGES-V", by, state: "answered" });
	await workRecords(it, triage, investigating);
	await addFile(clients.incident_manager, `/incidents/${triage}/files`, pdf("pages"), "pages.pdf", { opened_by: "managers" });
	const other = await it.addUser("incident_manager");
	const bulletins = [await bulletin(it, { writer: by, approver: other.email, state: "draft" }), await bulletin(it, { writer: other.email, approver: by, state: "review" }),
		await bulletin(it, { writer: by, approver: other.email, state: "published" })];
	await it.sql("INSERT IGNORE INTO contract_aim (name) VALUES ('Pages aim')");
	await contract(it, { organisation: "PAGES-V" });
	const contracted = await contract(it, { organisation: "PAGES-V", status: "planned" }), measured = await kpi(it, contracted);
	await monitoringReturn(it, contracted, { starts_on: "2026-04-01" });
	const returned = await monitoringReturn(it, contracted, { by: accounts.provider_member.email, answers: { narrative: "A good summer.", spend: 100000, safeguarding: "no",
		kpis: [{ ref: measured, name: "People seen in time", unit: "percent", target: 8500, better: "high", amber: 10, value: 8000, rag: "amber" }] } });
	const reviewer = accounts.contract_reviewer.email, colleague = await it.addUser("contract_reviewer", { name: "Pages colleague" });
	const reviews = [];
	for (const state of ["scoring", "moderation", "findings", "panel", "panel"])
		reviews.push(await review(it, { contract: await contract(it, { organisation: "PAGES-V" }), state, reviewers: [reviewer, colleague.email], none: [reviewer, colleague.email] }));
	await decisionMade(it, reviews.at(-1), { by: colleague.email, votes: { [reviewer]: "for", [colleague.email]: "for" }, quorum: 2 });
	const unreviewed = await contract(it, { organisation: "PAGES-V" });
	await submission(it, { call: await call(it), organisation: "PAGES-P", by: reporter });
	await submission(it, { call: await call(it), organisation: "PAGES-P", by: reporter, state: "draft" });
	const begun = await monitoringReturn(it, contracted, { starts_on: "2026-01-01", draft: "{}", draft_at: { sql: "UTC_TIMESTAMP()" },
		draft_by: { sql: `(SELECT person_id FROM person WHERE email = '${accounts.provider_member.email}')` } });
	// Of the demonstration: a contract with one of everything, and a review that is decided.
	const [[whole]] = await it.sql(`SELECT c.ref FROM contract c WHERE c.status = 'live' AND EXISTS (SELECT 1 FROM contract_kpi k WHERE k.contract_id = c.contract_id AND k.ended_on IS NULL)
		AND EXISTS (SELECT 1 FROM contract_extension e WHERE e.contract_id = c.contract_id AND e.state = 'possible')
		AND EXISTS (SELECT 1 FROM contract_document d WHERE d.contract_id = c.contract_id) LIMIT 1`);
	const [[decided]] = await it.sql("SELECT v.ref FROM review v JOIN decision d USING (review_id) WHERE v.state = 'decided' AND d.state = 'confirmed' AND v.contract_id IS NOT NULL LIMIT 1");
	await declare(it, decided, reviewer);
	await it.sql(`INSERT INTO contract_action (ref, contract_id, organisation_id, what, due_on, made_at) SELECT 'PGES-ACTN', contract_id, organisation_id, 'Pages action', '2027-01-01', UTC_TIMESTAMP()
		FROM contract WHERE ref = '${whole}' AND NOT EXISTS (SELECT 1 FROM contract_action a WHERE a.ref = 'PGES-ACTN')`);
	const proposals = await makeProposals();
	const below = (path) => [path, new RegExp(`^${path}(/|$)`)];
	return [
		[clients.practice_member, [...[draft, information, closed].map((ref) => below(`/reports/${ref}`)), [`/reports/${information}/sent`, /^$/], ["/reports", /^\/reports(\/trends)?$/], ["/", /^\/$/]]],
		[clients.provider_member, [["/investigations", /^\/investigations$/], ["/findings", /^\/findings$/], below(`/findings/${reviews[2]}`), ["/returns", /^\/returns$/], below(`/returns/${returned}`), below(`/returns/${begun}`), ...requests.map((ref) => below(`/investigations/${ref}`))]],
		[clients.contract_reviewer, [["/contracts/returns", /^\/contracts\/returns$/], below(`/contracts/${contracted}/returns`)]],
		[clients.incident_manager, [...[triage, investigating, provider].map((ref) => below(`/incidents/${ref}`)), [`/incidents/${investigating}/requests/${again}`, /\/requests\//],
			["/incidents", /^\/incidents($|\/(views|themes|trends|assign))/], ["/actions", /^\/actions/], ["/bulletins", /^\/bulletins$/], ...bulletins.map((slug) => below(`/bulletins/${slug}`)),
			["/", /^\/$/]]],
		[clients.contract_reviewer, [below(`/contracts/${whole}`), ["/contracts/actions", /^\/contracts\/actions/]]],
		[clients.contract_reviewer, [["/reviews", /^\/reviews$/], ...[...reviews, decided].map((ref) => below(`/reviews/${ref}`)), [`/contracts/${unreviewed}`, /\/review$/],
			["/contracts", /^\/contracts($|\/(aims|totals|calendar))/]]],
		[clients.contract_reviewer, [["/contracts", /^\/contracts/], ["/calls", /^\/calls/], ["/interests", /^\/interests/], ["/panel", /^\/panel/], ["/criteria", /^\/criteria/]]],
		[clients.practice_member, [["/submissions", /^\/submissions/]]],
		[clients.author, [["/proposals", /^\/proposals$/], ...proposals.map(below)]],
		[clients.provider_member, [["/our-contracts", /^\/our-contracts/]]],
	];
}

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
	for (const [client, begun] of await makeIncidents())
		for (const [begin, within] of begun)
			for (const [path, list] of await crawl(client, routes, { begin, within }))
				found.set(path, [...new Set([...list, ...(found.get(path) ?? [])])].slice(0, 2)), list.forEach((at) => theirs.add(at)); // theirs first
	addresses = (path) => found.get(path) ?? [hidden[path] ?? path];
	const unreached = routes.filter(([, path, pools]) => pools.includes("staff") && !found.has(path) && !hidden[path]
		&& !["/health", "/sign-in", "/forgotten", "/sign-in/recovery", "/acting", "/retention.csv", "/reports/link/poster", "/incidents/assign", "/incidents/views",
			"/incidents/views/new", "/contracts/views", "/contracts/views/new", "/contracts/:ref/documents/:document/:version", "/our-contracts/:ref/documents/:version"].includes(path));
	assert.deepEqual(unreached.map(([, path]) => path), []);
});

/* What of a page is one role's own: its menu, its tokens. A page whose rest was looked at in another role is not looked at again. */
const rest = (html) => html.slice(html.indexOf("<main")).replace(/value="[\w.-]{16,}"/g, "value").replace(/id="[\w-]*\d+[\w-]*"/g, "id");
const looked = new Set();

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
			const account = accounts[role] ?? await it.addUser(role);
			await page.locator("[name=email]").fill(account.email);
			await page.locator("[name=password]").fill(account.password);
			await page.locator("[name=code]").fill(accounts[role] ? await freshCode(role) : totp(account.secret));
			await press(page, "Sign in");
			assert.equal(new URL(page.url()).pathname, "/");
		}
		const refused = [];
		for (const [, path] of routes.filter(([, route, pools]) => pools.includes("staff") && !files.test(route)))
			for (const at of addresses(path).slice(0, role === "administrator" ? 2 : 1)) {
				const answer = await context.request.get(it.staffUrl + at, { maxRedirects: 0 }), status = answer.status(), text = rest(await answer.text());
				assert.ok([200, 303, 403].includes(status) || status === 404 && (hidden[path] || theirs.has(at) || role !== "administrator"), `${at}: ${status}`);
				if (status === 403)
					refused.push(at);
				if (status !== 200 && !hidden[path] || looked.has(text))
					continue;
				looked.add(text);
				await page.goto(it.staffUrl + at);
				for (const width of widths) {
					await page.setViewportSize({ width, height: 900 });
					await accessible(page, `${at} as ${role} at ${width}`);
					await noScrolling(page, `${at} as ${role} at ${width}`);
					if (["administrator", "author", "nobody"].includes(role))
						await picture(page, `staff-${role}-${word(at)}`);
				}
				for (const width of tablets) {
					await page.setViewportSize({ width, height: 900 });
					await noScrolling(page, `${at} as ${role} at ${width}`, { menu: false });
				}
				for (const width of await longWords(page) ? widths : []) {
					await page.setViewportSize({ width, height: 900 });
					await page.waitForTimeout(200); // the menu folds a moment later
					await noScrolling(page, `${at} with long words, as ${role} at ${width}`);
				}
			}
		for (const at of ["/", ...refused.slice(0, 1), "/surveys/nothing"]) { // every refusal is the same page
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
