// scoring.mjs: rows and records of matrix.test.mjs: the list and the page of reviews, who reviews, scores, moderation, findings. The reviews are
// those of a_reviews.mjs.
import { contract } from "../contracts.mjs";
import { review } from "../reviews.mjs";
import { first, ofReview } from "./a_reviews.mjs";

const reviewer = "contract_reviewer of the commissioner";
const keeps = { who: ["contract_reviewer"], commissioner: true }, reads = { who: ["contract_reviewer", "auditor"], commissioner: true };
const party = { who: ["practice_member", "provider_member"] }, ofParty = { of: "findings", sees: (person, state) => person.organisation === (state === "another" ? "MATRIXB" : "MATRIXA") };
const states = ["scoring", "moderation", "findings", "panel", "made", "decided", "cancelled"];
/** In these states as it is there; in the others it is not the time for it. */
const within = (list, status) => ({ fresh: 303, ...Object.fromEntries(states.map((state) => [state, list.includes(state) ? status : 422])) });
const open = states.slice(0, 5);

export const rows = {
	"GET /reviews staff": { ...reads, ok: 200 },
	"GET /reviews.csv staff": { ...reads, ok: 200 },
	"GET /contracts/:ref/review staff": { ...keeps, of: "contract", ok: 200 },
	"POST /contracts/:ref/review staff": { ...keeps, of: "contract", ok: 403, empty: 422 },
	"GET /reviews/:ref staff": { ...reads, ...ofReview, ok: 200, states: { fresh: first } },
	"GET /reviews/:ref/reviewers staff": { ...keeps, ...ofReview, ok: 200, states: within(["scoring"], 200) },
	"POST /reviews/:ref/reviewers staff": { ...keeps, ...ofReview, ok: 403, empty: 422, states: within([]) },
	"GET /reviews/:ref/reviewers/:person/remove staff": { ...keeps, ...ofReview, of: "reviewer", ok: 200, states: within(["scoring"], 200) },
	"POST /reviews/:ref/reviewers/:person/remove staff": { ...keeps, ...ofReview, of: "reviewer", ok: 403, empty: 422, states: within([]) },
	"GET /reviews/:ref/score staff": { ...keeps, ...ofReview, ok: 200, states: within(["scoring"], 200) },
	"POST /reviews/:ref/score staff": { ...keeps, ...ofReview, ok: 403, empty: 303, states: { ...within(["scoring"], 303) } },
	"GET /reviews/:ref/moderate staff": { ...keeps, ...ofReview, ok: 200, states: within(["moderation"], 200) },
	"POST /reviews/:ref/moderate staff": { ...keeps, ...ofReview, ok: 403, empty: 422, states: within([]) },
	"GET /reviews/:ref/findings staff": { ...keeps, ...ofReview, ok: 200, states: within(["moderation"], 200) },
	"POST /reviews/:ref/findings staff": { ...keeps, ...ofReview, ok: 403, empty: 422, states: within([]) },
	"GET /findings staff": { ...party, ok: 200 },
	"GET /findings.csv staff": { ...party, ok: 200 },
	"GET /findings/:ref staff": { ...party, ...ofParty, ok: 200 },
	"GET /findings/:ref/answer staff": { ...party, ...ofParty, ok: 303, states: { findings: 200, another: 200 } },
	"POST /findings/:ref/answer staff": { ...party, ...ofParty, ok: 403, empty: 422, states: { findings: 303, another: 303 } },
	"GET /reviews/:ref/cancel staff": { ...keeps, ...ofReview, ok: 200, states: within(open, 200) },
	"POST /reviews/:ref/cancel staff": { ...keeps, ...ofReview, ok: 403, empty: 422, states: within([]) },
};

/** Each review with the one who scores in it. */
export async function make(it, people, records) {
	const [[person]] = await it.sql(`SELECT ref FROM person WHERE email = '${people.find(({ name }) => name === reviewer).email}'`);
	records.findings = { none: "2222-2222", another: await review(it, { contract: await contract(it, { organisation: "MATRIXB" }), state: "findings" }) };
	for (const state of ["findings", "panel", "decided"])
		records.findings[state] = await review(it, { contract: await contract(it, { organisation: "MATRIXA" }), state });
	records.reviewer = Object.fromEntries(Object.entries(records.review).map(([state, ref]) => [state, [ref, person]]));
}
