// proposals.mjs: rows and records of matrix.test.mjs: proposals, for those who make and hear them.
import { store } from "../contracts.mjs";
import { newRef } from "../incidents.mjs";
import { document } from "../proposals.mjs";

const makes = { who: ["author"], commissioner: true }, reads = { who: ["author", "auditor"], commissioner: true };
/* Proposals: draft (nothing is missing), bare (all is), open, closed, withdrawn. */
const ofProposal = { of: "proposal" };
const published = { open: 303, closed: 303, withdrawn: 303 };
/* [proposal, section] in each of those; foreign: another proposal's. */
const ofSection = { of: "proposal_section" };

export const rows = {
	"GET /help/proposals staff": { who: "signed_in", ok: 200 },
	"GET /proposals staff": { ...reads, ok: 200 },
	"GET /proposals.csv staff": { ...reads, ok: 200 },
	"GET /proposals/new staff": { ...makes, ok: 200 },
	"POST /proposals/new staff": { ...makes, ok: 403, empty: 422 },
	"GET /proposals/:ref staff": { ...reads, ...ofProposal, ok: 200 },
	"GET /proposals/:ref/edit staff": { ...makes, ...ofProposal, ok: 200, states: { withdrawn: 303 } },
	"POST /proposals/:ref/edit staff": { ...makes, ...ofProposal, ok: 403, empty: 422, states: { withdrawn: 303 } },
	"POST /proposals/:ref/sections staff": { ...makes, ...ofProposal, ok: 403, empty: 303 },
	"GET /proposals/:ref/sections/new staff": { ...makes, ...ofProposal, ok: 200, states: published },
	"POST /proposals/:ref/sections/new staff": { ...makes, ...ofProposal, ok: 403, empty: 422, states: published },
	"GET /proposals/:ref/sections/:section staff": { ...makes, ...ofSection, ok: 200, states: { foreign: 404, withdrawn: 303 } },
	"POST /proposals/:ref/sections/:section staff": { ...makes, ...ofSection, ok: 403, empty: 422, states: { foreign: 404, withdrawn: 303 } },
	"GET /proposals/:ref/sections/:section/remove staff": { ...makes, ...ofSection, ok: 200, states: { ...published, foreign: 404 } },
	"POST /proposals/:ref/sections/:section/remove staff": { ...makes, ...ofSection, ok: 403, empty: 422, states: { ...published, foreign: 404 } },
	"GET /proposals/:ref/form staff": { ...makes, ...ofProposal, ok: 200, states: published },
	"POST /proposals/:ref/form staff": { ...makes, ...ofProposal, ok: 403, empty: 422, states: published },
	"GET /proposals/:ref/form/preview staff": { ...reads, ...ofProposal, ok: 200 },
	"GET /proposals/:ref/form/pages/:page staff": { ...makes, of: "proposal_own_page", ok: 200, states: { ...published, bare: 404 } },
	"POST /proposals/:ref/form/pages/:page staff": { ...makes, of: "proposal_own_page", ok: 403, states: { ...published, bare: 404 } }, // empty, it would act
	"GET /proposals/:ref/form/questions/:question staff": { ...makes, of: "proposal_own_question", ok: 200, states: { ...published, bare: 404 } },
	"POST /proposals/:ref/form/questions/:question staff": { ...makes, of: "proposal_own_question", ok: 403, empty: 422, states: { ...published, bare: 404 } },
	"GET /proposals/:ref/form/questions/:question/remove staff": { ...makes, of: "proposal_own_question", ok: 200, states: { ...published, bare: 404 } },
	"POST /proposals/:ref/form/questions/:question/remove staff": { ...makes, of: "proposal_own_question", ok: 403, empty: 422, states: { ...published, bare: 404 } },
	"GET /proposals/:ref/results/answers/:question staff": { ...reads, of: "proposal_own_question", ok: 200, states: { bare: 404 } },
	"GET /proposals/:ref/publish staff": { ...makes, ...ofProposal, ok: 200, states: published },
	"POST /proposals/:ref/publish staff": { ...makes, ...ofProposal, ok: 403, empty: 422, states: published },
	"GET /proposals/:ref/withdraw staff": { ...makes, ...ofProposal, ok: 200, states: { draft: 303, bare: 303, withdrawn: 303 } },
	"POST /proposals/:ref/withdraw staff": { ...makes, ...ofProposal, ok: 403, empty: 422, states: { draft: 303, bare: 303, withdrawn: 303 } },
	"GET /proposals/:ref/texts/new staff": { ...makes, ...ofProposal, ok: 200, states: { withdrawn: 303 } },
	"POST /proposals/:ref/texts/new staff": { ...makes, ...ofProposal, ok: 403, empty: 422, states: { withdrawn: 303 } },
	"GET /proposals/:ref/texts/:code staff": { ...makes, of: "proposal_text", ok: 200, states: { withdrawn: 303, bare: 404 } },
	"POST /proposals/:ref/texts/:code staff": { ...makes, of: "proposal_text", ok: 403, empty: 422, states: { withdrawn: 303, bare: 404 } },
	"GET /proposals/:ref/texts/:code/remove staff": { ...makes, of: "proposal_text", ok: 200, states: { withdrawn: 303, bare: 404 } },
	"POST /proposals/:ref/texts/:code/remove staff": { ...makes, of: "proposal_text", ok: 403, empty: 422, states: { withdrawn: 303, bare: 404 } },
	"GET /proposals/:ref/documents/new staff": { ...makes, ...ofProposal, ok: 200, states: { withdrawn: 303 } },
	"POST /proposals/:ref/documents/new staff": { ...makes, ...ofProposal, ok: 403, empty: 422, states: { withdrawn: 303 } },
	"GET /proposals/:ref/documents/:document staff": { ...reads, of: "proposal_document", ok: 200, states: { foreign: 404 } },
	"GET /proposals/:ref/documents/:document/remove staff": { ...makes, of: "proposal_document", ok: 200, states: { foreign: 404, withdrawn: 303 } },
	"POST /proposals/:ref/documents/:document/remove staff": { ...makes, of: "proposal_document", ok: 403, states: { foreign: 404, withdrawn: 303 } }, // empty, it would act
	"GET /proposals/groups staff": { ...reads, ok: 200 },
	"GET /proposals/groups/new staff": { ...makes, ok: 200 },
	"POST /proposals/groups/new staff": { ...makes, ok: 403, empty: 422 },
	"GET /proposals/groups/:group staff": { ...reads, of: "stakeholder_group", ok: 200 },
	"POST /proposals/groups/:group staff": { ...makes, of: "stakeholder_group", ok: 403, empty: 422 },
	"GET /proposals/groups/:group/edit staff": { ...makes, of: "stakeholder_group", ok: 200 },
	"POST /proposals/groups/:group/edit staff": { ...makes, of: "stakeholder_group", ok: 403, empty: 422 },
	"GET /proposals/groups/:group/members/:member/remove staff": { ...makes, of: "stakeholder_member", ok: 200 },
	"POST /proposals/groups/:group/members/:member/remove staff": { ...makes, of: "stakeholder_member", ok: 403 }, // empty, it would act
	"GET /proposals/:ref/groups staff": { ...reads, ...ofProposal, ok: 200 },
	"POST /proposals/:ref/groups staff": { ...makes, ...ofProposal, ok: 403, empty: 422, states: { withdrawn: 303 } },
	"GET /proposals/:ref/groups/:group staff": { ...makes, of: "proposal_group", ok: 200, states: { withdrawn: 303, foreign: 404 } },
	"POST /proposals/:ref/groups/:group staff": { ...makes, of: "proposal_group", ok: 403, states: { withdrawn: 303, foreign: 404 } }, // empty, it would act
	"GET /proposals/:ref/groups/:group/remove staff": { ...makes, of: "proposal_group", ok: 200, states: { ...published, foreign: 404 } },
	"POST /proposals/:ref/groups/:group/remove staff": { ...makes, of: "proposal_group", ok: 403, states: { ...published, foreign: 404 } }, // empty, it would act
	"GET /proposals/:ref/groups/:group/write staff": { ...makes, of: "proposal_group", ok: 303, states: { foreign: 404 } }, // its link is sealed with no key of ours
	"POST /proposals/:ref/groups/:group/write staff": { ...makes, of: "proposal_group", ok: 403, empty: 303, states: { foreign: 404 } },
};

// For everybody: the demonstration's; what needs a link of somebody's is in proposal_respond.test.mjs.
const everybody = (path, ok) => ({ at: (slug) => `/p/${slug === "no-such-survey" ? slug : "joint-commissioning"}${path}`, ok });
Object.assign(rows, {
	"GET /p public": { ok: 200 }, "GET /p.atom public": { ok: 200 },
	"GET /p/:slug public": everybody("", 200), "GET /p/:slug/print public": everybody("/print", 200),
	"GET /p/:slug/results public": everybody("/results", 200),
	"GET /p/:slug/decided public": everybody("/decided", 200),
	"GET /p/:slug/text/:code public": everybody("/text/xx", 404), "GET /p/:slug/files/:ref public": everybody("/files/x", 404),
	"GET /p/:slug/from/:token public": everybody("/from/x", 404),
	"GET /p/:slug/answer/:page public": everybody("/answer/1", 200), // it has closed, and says so
	"POST /p/:slug/answer/:page public": everybody("/answer/1", 400), // without a state
	"GET /p/:slug/sent/:sealed public": everybody("/sent/x", 404),
	"GET /p/:slug/mine/:token public": everybody("/mine/x", 404), "POST /p/:slug/mine/:token/:page public": everybody("/mine/x/change", 404),
});

/** Stores a proposal in a state of the matrix; gives [its reference, its section's]. */
async function stored(it, state) {
	const ref = newRef(), section = newRef(), draft = state === "draft" || state === "bare";
	await store(it, "proposal", {
		ref, slug: `matrix-${ref.toLowerCase()}`, submission: { sql: "RANDOM_BYTES(16)" }, title: `Matrix ${state}`, made_at: { sql: "UTC_TIMESTAMP()" },
		made_by: { sql: "(SELECT MIN(person_id) FROM person)" },
		...(state !== "bare" && { summary: "What would change", happens: "We read it", decides: "The board", opens_on: "2026-01-01",
			closes_on: state === "closed" ? "2026-02-01" : "2099-01-01",
			form: JSON.stringify({ pages: [{ questions: [{ code: "words", type: "short_text", label: "Words?" }, { code: "when", type: "date", label: "When?" }] }] }) }),
		state: draft ? "draft" : state === "withdrawn" ? state : "published", published_at: draft ? null : { sql: "UTC_TIMESTAMP()" },
		withdrawn_why: state === "withdrawn" ? "It is over" : "",
	});
	if (state !== "bare")
		await store(it, "proposal_section", { ref: section, proposal_id: { sql: `(SELECT p.proposal_id FROM proposal p WHERE p.ref = '${ref}')` }, position: 1,
			heading: "Why", body: "Because" });
	return [ref, section];
}

export async function make(it, people, records) {
	records.proposal = { none: "2222-2222" };
	records.proposal_section = { none: ["2222-2222", "2222-2222"] };
	for (const state of ["draft", "open", "closed", "withdrawn"]) {
		const pair = records.proposal_section[state] = await stored(it, state);
		records.proposal[state] = pair[0];
	}
	const group = newRef(), other = newRef(), member = newRef();
	for (const ref of [group, other])
		await store(it, "stakeholder_group", { ref, name: `Matrix ${ref}` });
	const groupId = { sql: `(SELECT g.group_id FROM stakeholder_group g WHERE g.ref = '${group}')` };
	await store(it, "stakeholder_member", { ref: member, group_id: groupId, email: "matrix@test.example" });
	records.stakeholder_group = { none: "2222-2222", there: group };
	records.stakeholder_member = { none: [group, "2222-2222"], there: [group, member] };
	records.proposal_group = { none: ["2222-2222", group], foreign: [records.proposal.open, other] };
	for (const [state, ref] of Object.entries(records.proposal).filter(([name]) => name !== "none")) {
		await store(it, "proposal_group", { proposal_id: { sql: `(SELECT p.proposal_id FROM proposal p WHERE p.ref = '${ref}')` }, group_id: groupId, position: 1,
			token_hash: { sql: "RANDOM_BYTES(32)" }, token: "" });
		records.proposal_group[state] = [ref, group];
	}
	records.proposal_text = { none: ["2222-2222", "ur"] };
	for (const state of ["draft", "open", "closed", "withdrawn"]) {
		await store(it, "proposal_text", { proposal_id: { sql: `(SELECT p.proposal_id FROM proposal p WHERE p.ref = '${records.proposal[state]}')` }, code: "ur", title: "اردو", body: "متن" });
		records.proposal_text[state] = [records.proposal[state], "ur"];
	}
	[records.proposal.bare] = await stored(it, "bare");
	records.proposal_document = { none: ["2222-2222", "0".repeat(32)] };
	for (const [state, ref] of Object.entries(records.proposal).filter(([name]) => name !== "none"))
		records.proposal_document[state] = [ref, await document(it, ref)];
	records.proposal_document.foreign = [records.proposal.bare, records.proposal_document.draft[1]];
	records.proposal_text.bare = [records.proposal.bare, "ur"];
	records.proposal_own_page = { none: ["2222-2222", "1"] };
	records.proposal_own_question = { none: ["2222-2222", "words"] };
	for (const [state, ref] of Object.entries(records.proposal).filter(([name]) => name !== "none")) {
		records.proposal_own_page[state] = [ref, "1"];
		records.proposal_own_question[state] = [ref, "words"];
	}
	records.proposal_section.foreign = [records.proposal.bare, records.proposal_section.draft[1]];
}
