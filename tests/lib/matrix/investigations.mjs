// investigations.mjs: rows and records of matrix.test.mjs: requests to other organisations.
import { incident, investigation } from "../incidents.mjs";

const answers = { who: ["provider_member"], of: "investigation", sees: (person, state) => person.organisation === (state === "another" ? "MATRIXB" : "MATRIXA") };
const manages = { who: ["incident_manager"], commissioner: true }, reads = { who: ["incident_manager", "auditor"], commissioner: true };
const nowhere = { foreign: 404, nowhere: 404 }, mayAsk = ["submitted", "triage", "investigating", "planned", "reopened", "provider", "anonymous", "another"];
const each = (states, status) => Object.fromEntries(states.map((state) => [state, status]));
/** Both methods of a manager's form, which is there in some states of a request. */
const change = (name, states) => ({
	[`GET /incidents/:ref/requests/:request/${name} staff`]: { ...manages, of: "asking", ok: 303, states: { ...nowhere, ...each(states, 200) } },
	[`POST /incidents/:ref/requests/:request/${name} staff`]: { ...manages, of: "asking", ok: 403, empty: 303, states: { ...nowhere, ...each(states, 422) } },
});

export const rows = {
	"GET /incidents/:ref/ask staff": { ...manages, of: "incident", ok: 303, states: { draft: 404, ...each(mayAsk, 200) } },
	"POST /incidents/:ref/ask staff": { ...manages, of: "incident", ok: 403, empty: 303, states: { draft: 404, ...each(mayAsk, 422) } },
	"GET /incidents/:ref/requests/:request staff": { ...reads, of: "asking", ok: 200, states: nowhere },
	...change("due", ["asked", "drafted"]), ...change("withdraw", ["asked", "drafted"]), ...change("record", ["asked", "drafted"]),
	...change("again", ["answered", "accepted"]), ...change("accept", ["answered"]),
	"GET /investigations staff": { who: ["provider_member"], ok: 200 },
	"GET /investigations.csv staff": { who: ["provider_member"], ok: 200 },
	"GET /investigations/:request staff": { ...answers, ok: 200, states: { withdrawn: 404 } },
	"GET /investigations/:request/answer staff": { ...answers, ok: 200, states: { answered: 303, accepted: 303, withdrawn: 404 } },
	"POST /investigations/:request/answer staff": { ...answers, ok: 403, empty: 422, states: { answered: 303, accepted: 303, withdrawn: 404 } },
	"GET /investigations/:request/check staff": { ...answers, ok: 303, states: { drafted: 200, withdrawn: 404 } },
	"POST /investigations/:request/check staff": { ...answers, ok: 403, empty: 422, states: { answered: 303, accepted: 303, withdrawn: 404 } },
	"GET /investigations/:request/add staff": { ...answers, ok: 200, states: { withdrawn: 404 } },
	"POST /investigations/:request/add staff": { ...answers, ok: 403, empty: 422, states: { withdrawn: 404 } },
	"GET /investigations/:request/files staff": { ...answers, ok: 200, states: { withdrawn: 404 } },
	"POST /investigations/:request/files staff": { ...answers, ok: 403, empty: 422, states: { withdrawn: 404 } },
};

/** Requests to MATRIXA in each state, and one to MATRIXB; `asking` has them with their incident's reference, as managers do. */
export async function make(it, people, records) {
	const of = await incident(it, { organisation: "MATRIXB", state: "provider" });
	const by = people.find(({ name }) => name === "incident_manager of the commissioner").email;
	const answer = JSON.stringify({ found: "Matrix", done: "Matrix" });
	records.investigation = { none: "2222-2222" };
	for (const [state, columns] of Object.entries({ asked: {}, drafted: { draft: answer }, answered: { state: "answered" }, accepted: { state: "accepted" },
		withdrawn: { state: "withdrawn" }, another: { organisation: "MATRIXB" } }))
		records.investigation[state] = await investigation(it, { incident: of, organisation: "MATRIXA", by, ...columns });
	const { none, ...own } = records.investigation;
	delete own.another;
	records.asking = { none: ["2222-2222", own.asked], nowhere: [of, none], foreign: [records.incident.triage, own.asked],
		...Object.fromEntries(Object.entries(own).map(([state, ref]) => [state, [of, ref]])) };
}
