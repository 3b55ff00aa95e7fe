// returns.mjs: rows and records of matrix.test.mjs: monitoring returns, of both sides.
import { contract, monitoringReturn } from "../contracts.mjs";

const reads = { who: ["contract_reviewer", "auditor"], commissioner: true }, keeps = { who: ["contract_reviewer"], commissioner: true };
const sends = { who: ["provider_member"], of: "return", sees: (person, state) => person.organisation === (state === "another" ? "MATRIXB" : "MATRIXA") };
const nowhere = { foreign: 404, nowhere: 404 };

export const rows = {
	"GET /contracts/returns staff": { ...reads, ok: 200 },
	"GET /contracts/returns.csv staff": { ...reads, ok: 200 },
	"GET /contracts/:ref/returns staff": { ...reads, of: "contract", ok: 200 },
	"GET /contracts/:ref/returns.csv staff": { ...reads, of: "contract", ok: 200 },
	"GET /contracts/:ref/returns/:return staff": { ...reads, of: "returned", ok: 200, states: nowhere },
	// Asking back: what is sent, or accepted.
	"GET /contracts/:ref/returns/:return/:move staff": { ...keeps, of: "asked_back", ok: 303, states: { ...nowhere, sent: 200, accepted: 200 } },
	"POST /contracts/:ref/returns/:return/:move staff": { ...keeps, of: "asked_back", ok: 403, empty: 303, states: { ...nowhere, sent: 422, accepted: 422 } },
	"GET /returns staff": { who: ["provider_member"], ok: 200 },
	"GET /returns.csv staff": { who: ["provider_member"], ok: 200 },
	"GET /returns/:ref staff": { ...sends, ok: 200 },
	"GET /returns/:ref/edit staff": { ...sends, ok: 200, states: { excused: 303 } },
	"POST /returns/:ref/edit staff": { ...sends, ok: 403, empty: 422, states: { excused: 303 } },
	"GET /returns/:ref/discard staff": { ...sends, ok: 303, states: { drafted: 200 } },
	"POST /returns/:ref/discard staff": { ...sends, ok: 403, empty: 303, states: { drafted: 422 } },
	"GET /returns/:ref/check staff": { ...sends, ok: 303, states: { drafted: 200 } },
	"POST /returns/:ref/check staff": { ...sends, ok: 403, empty: 303, states: { drafted: 422 } },
	"GET /returns/:ref/sent staff": { ...sends, ok: 303, states: { sent: 200, back: 200, accepted: 200 } },
};

/** Returns of MATRIXA in each state, and one of MATRIXB; `returned` and `asked_back` have them with their contract's reference, as reviewers do. */
export async function make(it, people, records) {
	const own = await contract(it, { organisation: "MATRIXA", returns_from: "2024-04-01", status: "planned" }), other = await contract(it, { organisation: "MATRIXB", status: "planned" });
	const answers = { narrative: "Matrix", spend: 100, safeguarding: "no", kpis: [] };
	const draft = JSON.stringify({ narrative: "Matrix", spend: "1", safeguarding: "no" });
	const states = { due: {}, drafted: { draft }, sent: { answers }, back: { answers, state: "back", question: "Matrix?" }, accepted: { answers, state: "accepted" },
		excused: { state: "excused", question: "Matrix" } };
	records.return = { none: "2222-2222" };
	const starts = ["2024-04-01", "2024-07-01", "2024-10-01", "2025-01-01", "2025-04-01", "2025-07-01"];
	for (const [state, columns] of Object.entries(states))
		records.return[state] = await monitoringReturn(it, own, { starts_on: starts.shift(), ...columns });
	const { none, ...theirs } = records.return;
	records.return.another = await monitoringReturn(it, other);
	records.returned = { none: [own, none], nowhere: ["2222-2222", none], foreign: [other, theirs.sent],
		...Object.fromEntries(Object.entries(theirs).map(([state, ref]) => [state, [own, ref]])) };
	records.asked_back = Object.fromEntries(Object.entries(records.returned).map(([state, [of, ref]]) => [state, [of, ref, "back"]]));
}
