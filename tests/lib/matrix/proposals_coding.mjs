// proposals_coding.mjs: rows and records of matrix.test.mjs: themes, coding, agreement, outcomes and questions of proposals.
import { store } from "../contracts.mjs";
import { newRef } from "../incidents.mjs";
import { closed, proposal, proposalId, response, theme, themeId } from "../proposals.mjs";

const makes = { who: ["author"], commissioner: true }, reads = { who: ["author", "auditor"], commissioner: true };
const ofProposal = { of: "proposal" };
/* [proposal, theme]: used, parent (others stand below it), ended; foreign: another proposal's. */
const ofTheme = { of: "proposal_theme" };
/* [proposal, response, position]: coded by once one, by twice two people. */
const ofPassage = { of: "proposal_passage" };
/* [proposal, outcome], [proposal, response that asks something]. */
const ofOutcome = { of: "proposal_outcome" }, ofQuestion = { of: "proposal_question" };
const foreign = { foreign: 404 };

export const rows = {
	"GET /proposals/waiting staff": { ...reads, ok: 200 },
	"GET /proposals/:ref/themes staff": { ...reads, ...ofProposal, ok: 200 },
	"POST /proposals/:ref/themes staff": { ...makes, ...ofProposal, ok: 403, empty: 422 },
	"GET /proposals/:ref/themes/:theme/edit staff": { ...makes, ...ofTheme, ok: 200, states: foreign },
	"POST /proposals/:ref/themes/:theme/edit staff": { ...makes, ...ofTheme, ok: 403, empty: 422, states: foreign },
	"POST /proposals/:ref/themes/:theme/move staff": { ...makes, ...ofTheme, ok: 403, empty: 303, states: foreign },
	"GET /proposals/:ref/themes/:theme/merge staff": { ...makes, ...ofTheme, ok: 200, states: { ...foreign, parent: 303, ended: 303 } },
	"POST /proposals/:ref/themes/:theme/merge staff": { ...makes, ...ofTheme, ok: 403, empty: 422, states: { ...foreign, parent: 303, ended: 303 } },
	"GET /proposals/:ref/code staff": { ...reads, ...ofProposal, ok: 200 },
	"GET /proposals/:ref/code/next staff": { ...reads, ...ofProposal, ok: 303 },
	"GET /proposals/:ref/code/:response/:position staff": { ...makes, ...ofPassage, ok: 200, states: foreign },
	"POST /proposals/:ref/code/:response/:position staff": { ...makes, ...ofPassage, ok: 403, empty: 422, states: foreign },
	"GET /proposals/:ref/agreement staff": { ...reads, ...ofProposal, ok: 200 },
	"GET /proposals/:ref/agreement/:response/:position staff": { ...makes, ...ofPassage, ok: 200, states: { ...foreign, once: 303 } },
	"POST /proposals/:ref/agreement/:response/:position staff": { ...makes, ...ofPassage, ok: 403, empty: 422, states: { ...foreign, once: 303 } },
	"GET /proposals/:ref/outcomes staff": { ...reads, ...ofProposal, ok: 200 },
	"GET /proposals/:ref/outcomes/new staff": { ...makes, ...ofProposal, ok: 200 },
	"POST /proposals/:ref/outcomes/new staff": { ...makes, ...ofProposal, ok: 403, empty: 422 },
	"GET /proposals/:ref/outcomes/publish staff": { ...makes, ...ofProposal, ok: 303 }, // there is nothing to publish
	"POST /proposals/:ref/outcomes/publish staff": { ...makes, ...ofProposal, ok: 403, empty: 303 },
	"GET /proposals/:ref/outcomes/:outcome/edit staff": { ...makes, ...ofOutcome, ok: 200, states: foreign },
	"POST /proposals/:ref/outcomes/:outcome/edit staff": { ...makes, ...ofOutcome, ok: 403, empty: 422, states: foreign },
	"POST /proposals/:ref/outcomes/:outcome/move staff": { ...makes, ...ofOutcome, ok: 403, empty: 303, states: foreign },
	"GET /proposals/:ref/questions staff": { ...reads, ...ofProposal, ok: 200 },
	"GET /proposals/:ref/questions/:response staff": { ...makes, ...ofQuestion, ok: 200, states: { ...foreign, silent: 404 } },
	"POST /proposals/:ref/questions/:response staff": { ...makes, ...ofQuestion, ok: 403, empty: 422, states: { ...foreign, silent: 404 } },
};

export async function make(it, people, records) {
	const [{ ref }, other] = [await proposal(it, closed), await proposal(it, closed)], none = ["2222-2222", "2222-2222"];
	const parent = await theme(it, ref, "Matrix parent"), used = await theme(it, ref, "Matrix used", parent), ended = await theme(it, ref, "Matrix ended");
	await it.sql(`UPDATE proposal_theme SET ended = 1 WHERE ref = '${ended}'`);
	records.proposal_theme = { none, used: [ref, used], parent: [ref, parent], ended: [ref, ended], foreign: [other.ref, used] };
	const said = await response(it, ref, { asks: "Where can I read more?", points: [{ text: "Coded by one" }, { text: "Coded by two" }] });
	const silent = await response(it, ref);
	for (const [point, coders] of [[said.points[0], 1], [said.points[1], 2]])
		await it.sql(`INSERT INTO proposal_coded (point_id, person_id, proposal_id, at) SELECT ${point}, w.person_id, ${proposalId(ref).sql}, UTC_TIMESTAMP()
			FROM (SELECT person_id FROM person ORDER BY person_id LIMIT ${coders}) w`);
	records.proposal_passage = { none: [...none, 1], once: [ref, said.ref, 1], twice: [ref, said.ref, 2], foreign: [other.ref, said.ref, 2] };
	const outcome = newRef();
	await store(it, "proposal_outcome", { ref: outcome, submission: { sql: "RANDOM_BYTES(16)" }, proposal_id: proposalId(ref), theme_id: themeId(used), position: 1,
		said: "More buses", did: "doing", what: "Two more a day", changed_at: { sql: "UTC_TIMESTAMP()" } });
	records.proposal_outcome = { none, open: [ref, outcome], foreign: [other.ref, outcome] };
	records.proposal_question = { none, open: [ref, said.ref], silent: [ref, silent.ref], foreign: [other.ref, said.ref] };
}
