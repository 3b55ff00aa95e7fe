// submissions.mjs: rows and records of matrix.test.mjs: calls for plans and bids, and what organisations send.
import { call, submission } from "../contracts.mjs";
import { review } from "../reviews.mjs";

const reviewer = "contract_reviewer of the commissioner", conflicted = "contract_reviewer,author of the commissioner";
const keeps = { who: ["contract_reviewer"], commissioner: true }, reads = { who: ["contract_reviewer", "auditor"], commissioner: true };
const sends = { who: ["practice_member", "provider_member"] };
/* Calls: draft (with questions), empty (without), open, closed. */
const ofCall = { of: "call" };
const notDraft = { open: 303, closed: 303 };
/* A plan or bid of MATRIXA in each state; another: MATRIXB's. */
const own = { ...sends, of: "submission", sees: (person, state) => (person.organisation === "MATRIXA") === (state !== "another") };
/* For staff: [call, submission]; reviewed: one reviewer declared no interest, another one a conflict, a third nothing. */
const sent = { of: "sent", sees: ({ name }, state) => state !== "draft" && state !== "foreign" && !(state === "reviewed" && name === conflicted) };

export const rows = {
	"GET /calls staff": { ...reads, ok: 200 },
	"GET /calls.csv staff": { ...reads, ok: 200 },
	"GET /calls/new staff": { ...keeps, ok: 200 },
	"POST /calls/new staff": { ...keeps, ok: 403, empty: 422 },
	"GET /calls/:ref staff": { ...reads, ...ofCall, ok: 200 },
	"GET /calls/:ref/preview staff": { ...reads, ...ofCall, ok: 200 },
	"GET /calls/:ref/edit staff": { ...keeps, ...ofCall, ok: 200 },
	"POST /calls/:ref/edit staff": { ...keeps, ...ofCall, ok: 403, empty: 422 },
	"GET /calls/:ref/questions staff": { ...keeps, ...ofCall, ok: 200, states: notDraft },
	"POST /calls/:ref/questions staff": { ...keeps, ...ofCall, ok: 403, empty: 422, states: notDraft },
	"GET /calls/:ref/questions/:question staff": { ...keeps, of: "question", ok: 200, states: { ...notDraft, missing: 404 } },
	"POST /calls/:ref/questions/:question staff": { ...keeps, of: "question", ok: 403, empty: 422, states: { ...notDraft, missing: 404 } },
	"GET /calls/:ref/questions/:question/remove staff": { ...keeps, of: "question", ok: 200, states: { ...notDraft, missing: 404, fresh: 404 } },
	"POST /calls/:ref/questions/:question/remove staff": { ...keeps, of: "question", ok: 403, empty: 422, states: { ...notDraft, missing: 404, fresh: 404 } },
	"GET /calls/:ref/pages/:page staff": { ...keeps, of: "call_page", ok: 200, states: { ...notDraft, missing: 404 } },
	"POST /calls/:ref/pages/:page staff": { ...keeps, of: "call_page", ok: 403, states: { ...notDraft, missing: 404 } }, // empty, it would act
	"GET /calls/:ref/open staff": { ...keeps, ...ofCall, ok: 303, states: { draft: 200 } },
	"POST /calls/:ref/open staff": { ...keeps, ...ofCall, ok: 403, empty: 303, states: { draft: 422 } },
	"GET /calls/:ref/close staff": { ...keeps, ...ofCall, ok: 303, states: { open: 200 } },
	"POST /calls/:ref/close staff": { ...keeps, ...ofCall, ok: 403, empty: 303, states: { open: 422 } },
	"GET /calls/:ref/submissions staff": { ...reads, ...ofCall, ok: 200 },
	"GET /calls/:ref/submissions.csv staff": { ...reads, ...ofCall, ok: 200, states: { empty: 404 } },
	"GET /calls/:ref/submissions.xlsx staff": { ...reads, ...ofCall, ok: 200, states: { empty: 404 } },
	"GET /calls/:ref/submissions/:submission staff": { ...reads, ...sent, ok: 200 },
	"GET /calls/:ref/reviews staff": { ...keeps, ...ofCall, ok: 200 },
	"POST /calls/:ref/reviews staff": { ...keeps, ...ofCall, ok: 403, empty: 422 },
	"GET /submissions staff": { ...sends, ok: 200 },
	"GET /submissions.csv staff": { ...sends, ok: 200 },
	"GET /submissions/calls/:ref staff": { ...sends, ...ofCall, sees: (person, state) => ["open", "closed"].includes(state), ok: 200 },
	"POST /submissions/calls/:ref staff": { ...sends, ...ofCall, sees: (person, state) => ["open", "closed"].includes(state), ok: 403, empty: 422 },
	"GET /submissions/:ref staff": { ...own, ok: 200 },
	"GET /submissions/:ref/pages/:page staff": { ...own, of: "submission_page", ok: 303, states: { draft: 200, missing: 404 } },
	"POST /submissions/:ref/pages/:page staff": { ...own, of: "submission_page", ok: 403, empty: 303, states: { draft: 422, late: 422, missing: 404 } },
	"GET /submissions/:ref/check staff": { ...own, ok: 303, states: { draft: 200, late: 200 } },
	"POST /submissions/:ref/check staff": { ...own, ok: 403, empty: 303, states: { draft: 422, late: 422 } },
	"GET /submissions/:ref/sent staff": { ...own, ok: 303, states: { sent: 200, another: 200 } },
	"GET /submissions/:ref/discard staff": { ...own, ok: 303, states: { draft: 200, late: 200 } },
	"POST /submissions/:ref/discard staff": { ...own, ok: 403, empty: 303, states: { draft: 422, late: 422 } },
	"GET /submissions/:ref/withdraw staff": { ...own, ok: 303, states: { sent: 200, another: 200 } },
	"POST /submissions/:ref/withdraw staff": { ...own, ok: 403, empty: 303, states: { sent: 422, another: 422 } },
};

export async function make(it, people, records) {
	const email = (wanted) => people.find(({ name }) => name === wanted).email;
	const draft = await call(it, { state: "draft" }), open = await call(it), closed = await call(it, { state: "closed" }), second = await call(it);
	records.call = { none: "2222-2222", draft, empty: await call(it, { state: "draft", form: { pages: [] } }), open, closed };
	records.question = { none: ["2222-2222", "do1"], there: [draft, "do1"], fresh: [draft, "new"], missing: [draft, "q99"], open: [open, "do1"], closed: [closed, "do1"] };
	records.call_page = { none: ["2222-2222", "1"], there: [draft, "2"], missing: [draft, "3"], open: [open, "1"], closed: [closed, "1"] };
	const theirs = (columns) => submission(it, { organisation: "MATRIXA", ...columns });
	const states = { draft: await theirs({ call: open, state: "draft", answers: {} }), sent: await theirs({ call: second }),
		withdrawn: await theirs({ call: second, state: "withdrawn", number: 2 }), late: await theirs({ call: closed, state: "draft", answers: {} }),
		another: await submission(it, { call: second, organisation: "MATRIXB" }) };
	records.submission = { none: "2222-2222", ...states };
	records.submission_page = { none: ["2222-2222", "1"], missing: [states.draft, "9"], ...Object.fromEntries(Object.entries(states).map(([state, ref]) => [state, [ref, "1"]])) };
	const judged = await theirs({ call: second, number: 3 });
	await review(it, { contract_id: null, submission_id: { sql: `(SELECT s.submission_id FROM submission s WHERE s.ref = '${judged}')` },
		organisation_id: { sql: "(SELECT organisation_id FROM organisation WHERE code = 'MATRIXA')" }, none: [email(reviewer)], conflict: [email(conflicted)] });
	records.sent = { none: [second, "2222-2222"], foreign: [open, states.sent], draft: [open, states.draft], sent: [second, states.sent], withdrawn: [second, states.withdrawn],
		reviewed: [second, judged] };
}
