// interests.mjs: rows and records of matrix.test.mjs: templates of criteria, the standing register of interests, breaches, the panel.
import { quote, store } from "../contracts.mjs";
import { newRef } from "../incidents.mjs";
import { criteria } from "../reviews.mjs";

const keeps = { who: ["contract_reviewer"], commissioner: true }, reads = { who: ["contract_reviewer", "auditor"], commissioner: true };
/** Both methods of a form of a template; `states`: where it is not as `ok`. */
const change = (path, of, empty, states = {}, get = states) => ({
	[`GET ${path} staff`]: { ...keeps, of, ok: 200, states: get },
	[`POST ${path} staff`]: { ...keeps, of, ok: 403, empty, states },
});
const staff = { who: ["author", "incident_manager", "contract_reviewer", "auditor", "administrator"], commissioner: true };
const declares = { ...staff, who: staff.who.filter((role) => role !== "auditor") };
const draftOnly = { published: 303, ended: 303 };

/** One's own interest alone: those of the matrix are one contract reviewer's. */
const owner = "contract_reviewer of the commissioner", owns = ({ name }) => name === owner;

export const rows = {
	"GET /criteria staff": { ...reads, ok: 200 },
	"GET /criteria.csv staff": { ...reads, ok: 200 },
	"GET /criteria/new staff": { ...keeps, ok: 200 },
	"POST /criteria/new staff": { ...keeps, ok: 403, empty: 422 },
	"GET /criteria/:ref staff": { ...reads, of: "criteria", ok: 200 },
	"GET /criteria/:ref/versions/:number staff": { ...reads, of: "criteria_version", ok: 200, states: { nowhere: 404 } },
	...change("/criteria/:ref/edit", "criteria", 422),
	...change("/criteria/:ref/add", "criteria", 422, draftOnly),
	...change("/criteria/:ref/publish", "criteria", 422, { ...draftOnly, empty: 303 }), // without the version it publishes nothing
	"POST /criteria/:ref/next staff": { ...keeps, of: "criteria", ok: 403 },
	...change("/criteria/:ref/end", "criteria", 303, {}, {}),
	...change("/criteria/:ref/:criterion/edit", "criterion", 422, { published: 303, foreign: 404 }),
	"POST /criteria/:ref/:criterion/move staff": { ...keeps, of: "criterion", ok: 403, empty: 303, states: { foreign: 404 } }, // nowhere: it stays
	"GET /criteria/:ref/:criterion/remove staff": { ...keeps, of: "criterion", ok: 200, states: { published: 303, foreign: 404 } },
	"POST /criteria/:ref/:criterion/remove staff": { ...keeps, of: "criterion", ok: 403 },
	"GET /interests staff": { ...staff, ok: 200 }, "GET /interests.csv staff": { ...staff, ok: 200 },
	"GET /interests/new staff": { ...declares, ok: 200 },
	"POST /interests/new staff": { ...declares, ok: 403, empty: 422 },
	"GET /interests/:interest/end staff": { ...declares, of: "interest", sees: owns, ok: 200, states: { ended: 303 } },
	"POST /interests/:interest/end staff": { ...declares, of: "interest", sees: owns, ok: 403, empty: 422, states: { ended: 303 } },
	"GET /interests/breaches staff": { ...staff, ok: 200 }, "GET /interests/breaches.csv staff": { ...staff, ok: 200 },
	"GET /interests/breaches/new staff": { ...keeps, ok: 200 },
	"POST /interests/breaches/new staff": { ...keeps, ok: 403, empty: 422 },
	...change("/interests/breaches/:breach/edit", "breach", 422),
	"GET /panel staff": { ...reads, ok: 200 },
	"GET /panel/add staff": { ...keeps, ok: 200 },
	"POST /panel/add staff": { ...keeps, ok: 403, empty: 422 },
	"POST /panel/:person/chair staff": { ...keeps, of: "member", ok: 403 },
	...change("/panel/:person/end", "member", 422, { left: 404 }),
};

export async function make(it, people, records) {
	const [draft, published, ended, empty] = [await criteria(it, { state: "draft" }), await criteria(it), await criteria(it, { ended: 1 }),
		await criteria(it, { state: "draft", criteria: [] })].map(({ ref }) => ref);
	const first = async (ref) => (await it.sql(`SELECT c.ref FROM criterion c JOIN criteria_version w ON w.version_id = c.version_id
		JOIN criteria t ON t.criteria_id = w.criteria_id WHERE t.ref = '${ref}' ORDER BY c.position LIMIT 1`))[0][0];
	records.criteria = { none: "2222-2222", draft, published, ended, empty };
	records.criteria_version = { none: ["2222-2222", "1"], nowhere: [draft, "2"], draft: [draft, "1"], published: [published, "1"] };
	records.criterion = { none: ["2222-2222", await first(draft)], draft: [draft, await first(draft)], published: [published, await first(published)],
		foreign: [draft, await first(published)] };
	const email = people.find(({ name }) => name === owner).email, of = (address) => ({ sql: `(SELECT p.person_id FROM person p WHERE p.email = ${quote(address)})` });
	records.interest = { none: "2222-2222" };
	for (const [state, ended_on] of [["held", null], ["ended", "2026-01-31"]]) {
		records.interest[state] = newRef();
		await store(it, "interest", { ref: records.interest[state], submission: { sql: "RANDOM_BYTES(16)" }, person_id: of(email), kind: "indirect",
			organisation_name: "Matrix", description: "Matrix", declared_at: { sql: "UTC_TIMESTAMP()" }, ended_on });
	}
	records.breach = { none: "2222-2222", there: newRef() };
	await store(it, "interest_breach", { ref: records.breach.there, submission: { sql: "RANDOM_BYTES(16)" }, happened_on: "2026-01-31", what: "Matrix", done: "Matrix",
		recorded_by: of(email), recorded_at: { sql: "UTC_TIMESTAMP()" } });
	records.member = { none: "2222222222" };
	for (const [state, until] of [["sits", null], ["left", "2026-01-31"]]) {
		const account = await it.addUser("contract_reviewer");
		records.member[state] = (await it.sql(`SELECT ref FROM person WHERE email = '${account.email}'`))[0][0];
		await store(it, "panel_member", { person_id: of(account.email), since: "2026-01-01", until });
	}
}
