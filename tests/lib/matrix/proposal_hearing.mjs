// proposal_hearing.mjs: rows and records of matrix.test.mjs: responses to proposals and their results.
import { event, proposal, response } from "../proposals.mjs";

const makes = { who: ["author"], commissioner: true }, reads = { who: ["author", "auditor"], commissioner: true };
/* Records of proposals are those of proposals.mjs; responses: live, withdrawn, of another proposal. */
const ofProposal = { of: "proposal" }, ofResponse = { of: "proposal_response" };
const ofEvent = { of: "proposal_event" };
const unpublished = { draft: 303, bare: 303, withdrawn: 303 };
const draft = { draft: 303, bare: 303 };

export const rows = {
	"GET /proposals/:ref/responses staff": { ...reads, ...ofProposal, ok: 200 },
	"GET /proposals/:ref/responses.csv staff": { ...reads, ...ofProposal, ok: 200 },
	"GET /proposals/:ref/responses.xlsx staff": { ...reads, ...ofProposal, ok: 200 },
	"GET /proposals/:ref/responses/:response staff": { ...reads, ...ofResponse, ok: 200, states: { foreign: 404 } },
	"GET /proposals/:ref/responses/:response/duplicate staff": { ...makes, ...ofResponse, ok: 200, states: { withdrawn: 303, foreign: 404 } },
	"POST /proposals/:ref/responses/:response/duplicate staff": { ...makes, ...ofResponse, ok: 403, empty: 422, states: { withdrawn: 303, foreign: 404 } },
	"GET /proposals/:ref/responses/new staff": { ...makes, ...ofProposal, ok: 200, states: unpublished },
	"POST /proposals/:ref/responses/new staff": { ...makes, ...ofProposal, ok: 403, empty: 422, states: unpublished },
	"GET /proposals/:ref/events staff": { ...reads, ...ofProposal, ok: 200 },
	"GET /proposals/:ref/events/new staff": { ...makes, ...ofProposal, ok: 200 },
	"POST /proposals/:ref/events/new staff": { ...makes, ...ofProposal, ok: 403, empty: 422 },
	"GET /proposals/:ref/events/:event staff": { ...reads, ...ofEvent, ok: 200, states: { foreign: 404 } },
	"GET /proposals/:ref/events/:event/edit staff": { ...makes, ...ofEvent, ok: 200, states: { foreign: 404 } },
	"POST /proposals/:ref/events/:event/edit staff": { ...makes, ...ofEvent, ok: 403, empty: 422, states: { foreign: 404 } },
	"GET /proposals/:ref/duplicates staff": { ...reads, ...ofProposal, ok: 200 },
	"POST /proposals/:ref/duplicates staff": { ...makes, ...ofProposal, ok: 403, empty: 303 },
	"GET /proposals/:ref/results staff": { ...reads, ...ofProposal, ok: 200 },
	"GET /proposals/:ref/results.csv staff": { ...reads, ...ofProposal, ok: 200 },
	"GET /proposals/:ref/results.xlsx staff": { ...reads, ...ofProposal, ok: 200 },
	"GET /proposals/:ref/results/publish staff": { ...makes, ...ofProposal, ok: 200, states: draft },
	"POST /proposals/:ref/results/publish staff": { ...makes, ...ofProposal, ok: 403, empty: 200, states: draft },
};

export async function make(it, people, records) {
	const one = (await proposal(it)).ref, another = (await proposal(it)).ref;
	const live = (await response(it, one)).ref, withdrawn = (await response(it, one, { withdrawn: 1 })).ref;
	records.proposal_response = { none: [one, "2222-2222"], live: [one, live], withdrawn: [one, withdrawn], foreign: [another, live] };
	const met = await event(it, one);
	records.proposal_event = { none: [one, "2222-2222"], live: [one, met], foreign: [another, met] };
}
