// contract.test.mjs: one contract: its page, and all that is kept of it.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { contract, voluntary } from "../lib/contracts.mjs";
import { signIn } from "../lib/http.mjs";
import { sharedInstance } from "../lib/instance.mjs";

let it, reviewer, auditor, account;

before(async () => {
	it = await sharedInstance();
	account = await it.addUser("contract_reviewer", { name: "Rita Reviewer" });
	reviewer = await signIn(it, account);
	auditor = await signIn(it, await it.addUser("auditor"));
});

/** What a page says, without its markup. */
const said = (page) => page.text.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");

test("the page of a contract says what it is and what it lacks, to the reviewer and the auditor", async () => {
	const ref = await contract(it, { service: "Counselling <b>for</b> all", lead: account.email });
	for (const client of [reviewer, auditor]) {
		const page = await client.get(`/contracts/${ref}`);
		assert.equal(page.status, 200);
		assert.match(page.text, /Counselling &lt;b&gt;for&lt;\/b&gt; all/);
		assert.match(said(page), /No specification No monitoring/);
		assert.match(said(page), /Rita Reviewer/);
	}
	assert.doesNotMatch(said(await reviewer.get(`/contracts/${await contract(it, { specified: 1, monitored: 1 })}`)), /No specification|No monitoring/);
});

const day = (name, iso) => { const [year, month, date] = iso.split("-"); return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year }; };
let made = 0;
const fields = (changes = {}) => ({
	reference: `VS/${process.pid}/${made++}`, organisation: "VOLNEW", kind: "contract", service: "Advice on debt", served: "Tenants", area: "Everywhere", route: "open", status: "live",
	...day("starts_on", "2025-04-01"), ...day("first_ends_on", "2028-03-31"), notice_months: "3", lead: "", aim: "", monitoring: "Visits.\nTwice a year.",
	return_months: "3", ...day("returns_from", "2025-04-01"), review_months: "12", ...day("next_review_on", "2027-01-15"), public: "yes", ...changes,
});
const one = async (query) => (await it.sql(query))[0]?.[0];
const history = async (ref) => said(await reviewer.get(`/contracts/${ref}`)).split(" History ")[1];

test("a contract is added by a form, once however often it is sent, and every slip is said with all kept", async () => {
	await voluntary(it, "VOLNEW", "New Beginnings");
	const page = await reviewer.get("/contracts/new");
	assert.equal(page.status, 200);
	let wrong = await reviewer.submit(page, fields({ organisation: "nobody at all", ...day("first_ends_on", "2024-03-31"), ...day("returns_from", "--"), notice_months: "61" }));
	assert.equal(wrong.status, 422);
	for (const words of [/There is no organisation with this code or name/, /It cannot end before it starts/, /Enter the day on which the first period begins/])
		assert.match(said(wrong), words);
	assert.match(wrong.text, /Visits\.\nTwice a year\./);
	const sent = fields(), commissioner = await one("SELECT code FROM organisation WHERE kind = 'commissioner'");
	wrong = await reviewer.submit(wrong, { ...sent, organisation: commissioner });
	assert.match(said(wrong), /no contract with itself/);
	const answers = await Promise.all(Array.from({ length: 5 }, () => reviewer.submit(wrong, sent)));
	const places = new Set(answers.map(({ location }) => location));
	assert.deepEqual([...new Set(answers.map(({ status }) => status))], [303]);
	assert.equal(places.size, 1);
	assert.equal(await one(`SELECT COUNT(*) FROM contract WHERE reference = '${sent.reference}'`), "1");
	const there = await reviewer.get([...places][0]);
	assert.match(said(there), /Contract with New Beginnings/);
	assert.match(said(there), /Added to the register .* Rita Reviewer Reference: VS/);
	assert.match(said(await reviewer.submit(await reviewer.get("/contracts/new"), sent)), /Another contract has this reference/);
	// The same form once more, for another contract: it is another one.
	const again = await reviewer.submit(wrong, fields());
	assert.equal(again.status, 303);
	assert.ok(!places.has(again.location));
});

test("of two editors nobody's text is lost, and the history says who, why, from and to", async () => {
	const ref = await contract(it, { service: "Befriending", served: "Older people" });
	const other = await signIn(it, await it.addUser("contract_reviewer", { name: "Otto Other" }));
	const [mine, theirs] = [await reviewer.get(`/contracts/${ref}/edit`), await other.get(`/contracts/${ref}/edit`)];
	assert.match(said(await reviewer.submit(mine, { served: "Everybody", why: "" })), /Say why it is changed/);
	assert.equal((await other.submit(theirs, { served: "Carers", why: "They asked" })).status, 303);
	const clash = await reviewer.submit(mine, { served: "Everybody", area: "The north", why: "A mistake" });
	assert.equal(clash.status, 422);
	assert.match(said(clash), /Somebody else changed this to “Carers” while you were typing/);
	assert.match(clash.text, /value="Everybody"/);
	assert.match(clash.text, /A mistake/);
	assert.equal((await reviewer.submit(clash)).status, 303);
	const words = await history(ref);
	assert.match(words, /Edited .* Rita Reviewer .*Who is served: Carers → Everybody.* Where: Everywhere → The north.* A mistake/);
	assert.match(words, /Otto Other Who is served: Older people → Carers They asked/);
	assert.match(said(await reviewer.submit(await reviewer.get(`/contracts/${ref}/edit`), { why: "Nothing" }).then(({ location }) => reviewer.get(location))), /There was nothing to change/);
	assert.equal((await auditor.get(`/contracts/${ref}/edit`)).status, 403);
});

test("the history goes by when it happened, the latest first; of the same moment, as it was written", async () => {
	const ref = await contract(it);
	for (const [text, at] of [["Of March", "2026-03-01"], ["Of January", "2026-01-01"], ["Of May", "2026-05-01"], ["Of May too", "2026-05-01"]])
		await it.sql(`INSERT INTO contract_event (contract_id, at, kind, text) SELECT contract_id, '${at}', 'edited', '${text}' FROM contract WHERE ref = '${ref}'`);
	assert.match(await history(ref), /Of May too .*Of May .*Of March .*Of January/);
});

test("values by year: added, changed with a reason, taken away, in pounds and pence", async () => {
	const ref = await contract(it, { values: { 2024: 1000000 } });
	const page = await reviewer.get(`/contracts/${ref}/values`);
	const changed = await reviewer.submit(page, { y2024: "12,000.50", y2025: "£12,500" });
	assert.match(said(changed), /Say why it is changed/);
	assert.match(changed.text, /value="12,000.50"|value="12000.5/);
	assert.match(said(await reviewer.submit(page, { y2024: "-1", why: "x" })), /must be|between/);
	assert.equal((await reviewer.submit(changed, { why: "Uplift" })).status, 303);
	assert.match(said(await reviewer.get(`/contracts/${ref}`)), /2024\/25 .*£12,000\.50 .*2025\/26 .*£12,500 .*Together .*£24,500\.50/);
	assert.match(await history(ref), /Annual values .*2024\/25: £10,000 → £12,000\.50; 2025\/26: nothing → £12,500 Uplift/);
	assert.equal((await reviewer.submit(page, { y2024: "1", why: "late" })).status, 422, "a form of before that change");
	await reviewer.submit(await reviewer.get(`/contracts/${ref}/values`), { y2025: "", why: "A mistake" });
	assert.equal(await one(`SELECT COUNT(*) FROM contract_value v JOIN contract c ON c.contract_id = v.contract_id WHERE c.ref = '${ref}'`), "1");
	await reviewer.submit(await reviewer.get(`/contracts/${ref}/values`), { y2026: "777" });
	assert.equal(await one(`SELECT value_now FROM contract WHERE ref = '${ref}'`), "77700");
});

test("KPIs say their rule in words; they are changed with a reason, ended and asked for again", async () => {
	const ref = await contract(it);
	const page = await reviewer.get(`/contracts/${ref}/kpis/new`);
	const kpi = { name: "Seen within 10 days", unit: "percent", target: "85", better: "high", amber: "10", every: "1", outcome: "no" };
	assert.match(said(await reviewer.submit(page, { ...kpi, target: "many", amber: "101" })), /There is a problem/);
	await Promise.all([1, 2, 3].map(() => reviewer.submit(page, kpi)));
	assert.equal(await one(`SELECT COUNT(*) FROM contract_kpi k JOIN contract c ON c.contract_id = k.contract_id WHERE c.ref = '${ref}'`), "1");
	await reviewer.submit(await reviewer.get(`/contracts/${ref}/kpis/new`), { ...kpi, name: "Days waited", unit: "days", target: "14", better: "low", outcome: "yes", every: "4" });
	let there = said(await reviewer.get(`/contracts/${ref}`));
	assert.match(there, /Green from 85%; amber from 76\.5%; red below\. Asked in every return/);
	assert.match(there, /Days waited Outcome .*Green up to 14 days; amber up to 15\.4 days; red above\. Asked in every 4th return/);
	assert.equal(await one(`SELECT monitored FROM contract WHERE ref = '${ref}'`), "1");
	const own = await one(`SELECT k.ref FROM contract_kpi k JOIN contract c ON c.contract_id = k.contract_id WHERE c.ref = '${ref}' ORDER BY kpi_id LIMIT 1`);
	const [first, second] = [await reviewer.get(`/contracts/${ref}/kpis/${own}/edit`), await reviewer.get(`/contracts/${ref}/kpis/${own}/edit`)];
	assert.equal((await reviewer.submit(first, { target: "90", why: "Agreed" })).status, 303);
	const clash = await reviewer.submit(second, { target: "80", why: "Too hard" });
	assert.match(said(clash), /Somebody else changed this to “90”/);
	assert.match(clash.text, /value="80"/);
	await reviewer.submit(await reviewer.get(`/contracts/${ref}/kpis/${own}/end`), { why: "Not useful" });
	there = said(await reviewer.get(`/contracts/${ref}`));
	assert.match(there, /Seen within 10 days Ended/);
	assert.equal((await reviewer.get(`/contracts/${ref}/kpis/${own}/end`)).status, 303);
	await reviewer.submit(await reviewer.get(`/contracts/${ref}/kpis/${own}/again`), { why: "Useful after all" });
	assert.match(await history(ref), /KPI: Seen within 10 days; Asked for: again Useful after all .*no longer Not useful .*Target: 85 → 90; KPI: Seen within 10 days Agreed/);
	assert.equal((await reviewer.get(`/contracts/${await contract(it)}/kpis/${own}/edit`)).status, 404, "another contract's KPI");
});

test("an extension is possible, then taken, and moves the end; or it lapses", async () => {
	const ref = await contract(it, { ends_on: "2027-03-31" });
	const add = async (until) => reviewer.submit(await reviewer.get(`/contracts/${ref}/extensions/new`), day("ends_on", until));
	assert.match(said(await add("2027-03-31")), /It ends on 31 March 2027: enter a later day/);
	await add("2028-03-31");
	await add("2029-03-31");
	const own = (until) => one(`SELECT x.ref FROM contract_extension x JOIN contract c ON c.contract_id = x.contract_id WHERE c.ref = '${ref}' AND x.ends_on = '${until}'`);
	const path = `/contracts/${ref}/extensions/${await own("2028-03-31")}/take`;
	assert.match(said(await reviewer.submit(await reviewer.get(path), { why: "" })), /Say why/);
	assert.equal((await reviewer.submit(await reviewer.get(path), { why: "It does well" })).status, 303);
	assert.equal((await reviewer.get(path)).status, 303);
	await reviewer.submit(await reviewer.get(`/contracts/${ref}/extensions/${await own("2029-03-31")}/lapse`), { why: "No money" });
	assert.equal(await one(`SELECT ends_on FROM contract WHERE ref = '${ref}'`), "2028-03-31");
	const page = said(await reviewer.get(`/contracts/${ref}`));
	assert.match(page, /to 31 March 2028 as signed: to 31 March 2027/);
	assert.match(page, /Until 31 March 2028 Taken .*Until 31 March 2029 Lapsed/);
	assert.match(await history(ref), /Ends on: 31 March 2027 → 31 March 2028 It does well/);
});

test("surveys are linked and unlinked", async () => {
	const ref = await contract(it), slug = await one("SELECT slug FROM survey ORDER BY survey_id LIMIT 1"), title = await one(`SELECT title FROM survey WHERE slug = '${slug}'`);
	await reviewer.submit(await reviewer.get(`/contracts/${ref}/surveys`), { surveys: slug });
	assert.ok(said(await reviewer.get(`/contracts/${ref}`)).includes(title));
	await reviewer.submit(await reviewer.get(`/contracts/${ref}/surveys`), { surveys: undefined });
	assert.match(said(await reviewer.get((await reviewer.submit(await reviewer.get(`/contracts/${ref}/surveys`))).location.split("#")[0])), /There was nothing to change/);
	assert.match(await history(ref), /: linked → not linked .*: not linked → linked/);
});
