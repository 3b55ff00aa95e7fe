// contract.mjs: rows and records of matrix.test.mjs: the pages of one contract.
import { randomBytes } from "node:crypto";
import { contract, kpi, quote, store } from "../contracts.mjs";
import { newRef } from "../incidents.mjs";

const reads = { who: ["contract_reviewer", "auditor"], commissioner: true }, keeps = { who: ["contract_reviewer"], commissioner: true };
const sends = { who: ["provider_member"] }, member = (person) => person.organisation === "MATRIXA";
const nowhere = { none: 404, nowhere: 404, foreign: 404 };
/** Both methods of a form of the one who keeps the register. */
const form = (path, of = "contract", states = {}) => ({
	[`GET ${path} staff`]: { ...keeps, of, ok: 200, states },
	[`POST ${path} staff`]: { ...keeps, of, ok: 403, empty: 422, states },
});

export const rows = {
	"GET /contracts/:ref staff": { ...reads, of: "contract", ok: 200 },
	"GET /contracts/new staff": { ...keeps, ok: 200 },
	"POST /contracts/new staff": { ...keeps, ok: 403, empty: 422 },
	...form("/contracts/:ref/edit"), ...form("/contracts/:ref/kpis/new"), ...form("/contracts/:ref/extensions/new"),
	"GET /contracts/:ref/values staff": { ...keeps, of: "contract", ok: 200 },
	"POST /contracts/:ref/values staff": { ...keeps, of: "contract", ok: 403, empty: 303 },
	"GET /contracts/:ref/surveys staff": { ...keeps, of: "contract", ok: 200 },
	"POST /contracts/:ref/surveys staff": { ...keeps, of: "contract", ok: 403, empty: 303 },
	...form("/contracts/:ref/kpis/:kpi/edit", "contract_kpi", nowhere), ...form("/contracts/:ref/kpis/:kpi/:move", "contract_kpi", { ...nowhere, ended: 303 }),
	...form("/contracts/:ref/extensions/:extension/:move", "contract_extension", { ...nowhere, taken: 303 }),
	...form("/contracts/:ref/actions/new"), ...form("/contracts/:ref/documents/new"), ...form("/contracts/:ref/documents/:document", "contract_document", nowhere),
	...form("/contracts/actions/:action/edit", "contract_action_edit", { done: 303 }),
	...form("/contracts/actions/:action/:move", "contract_action", { done: 303 }),
	"GET /contracts/actions staff": { ...reads, ok: 200 },
	"GET /contracts/actions.csv staff": { ...reads, ok: 200 },
	"GET /contracts/:ref/documents staff": { ...reads, of: "contract", ok: 200 },
	"GET /contracts/:ref/documents/:document/:version staff": { ...reads, of: "contract_version", ok: 200, states: { foreign: 404, elsewhere: 404 } },
	"GET /our-contracts staff": { ...sends, ok: 200 },
	"GET /our-contracts/:ref staff": { ...sends, of: "contract", ok: 200, sees: (person, state) => member(person) === (state === "live") },
	"GET /our-contracts/:ref/documents/:version staff": { ...sends, of: "our_contract_version", ok: 200, sees: (person, state) => state === (member(person) ? "agreed" : "others") },
};

const id = (ref) => `(SELECT contract_id FROM contract WHERE ref = ${quote(ref)})`;

/** A contract of MATRIXA; one of another organisation; nothing. What is another contract's under this one's reference: foreign. */
export async function make(it, people, records) {
	const live = await contract(it, { organisation: "MATRIXA" }), another = await contract(it, { organisation: "MATRIXB" });
	const own = (there, foreign, ...more) => ({ none: [live, "2222-2222", ...more], nowhere: ["2222-2222", there, ...more], foreign: [live, foreign, ...more], there: [live, there, ...more] });
	const extension = async (of, until, state = "possible") => {
		const ref = newRef();
		await it.sql(`INSERT INTO contract_extension (ref, contract_id, ends_on, state) VALUES ('${ref}', ${id(of)}, '${until}', '${state}')`);
		return ref;
	};
	records.contract = { none: "2222-2222", live, another };
	records.contract_kpi = { ...own(await kpi(it, live), await kpi(it, another), "end"), ended: [live, await kpi(it, live, { ended_on: "2026-01-01" }), "end"] };
	records.contract_extension = { ...own(await extension(live, "2028-03-31"), await extension(another, "2028-03-31"), "take"), taken: [live, await extension(live, "2029-03-31", "taken"), "take"] };
	const document = async (of, title, version = {}) => {
		const ref = newRef(), own = randomBytes(16).toString("hex"), by = "(SELECT MIN(person_id) FROM person)";
		const file = { held_at: "", name: "matrix.pdf", type: "pdf", size: 6, sha256: { sql: "RANDOM_BYTES(32)" }, scan: "clean", ...version };
		await store(it, "contract_document", { ref, contract_id: { sql: id(of) }, kind: "specification", title });
		await store(it, "contract_document_version", { ref: own, document_id: { sql: `(SELECT document_id FROM contract_document WHERE ref = '${ref}')` }, number: 1,
			added_at: { sql: "UTC_TIMESTAMP()" }, person_id: { sql: by }, ...file });
		if (!file.held_at)
			await it.sql(`INSERT INTO contract_document_body (version_id, part, bytes) SELECT version_id, 0, 'matrix' FROM contract_document_version WHERE ref = '${own}'`);
		return [ref, own];
	};
	const [doc, draft] = await document(live, "Matrix draft"), [agreedDoc, agreed] = await document(live, "Matrix agreed", { agreed_on: "2026-01-01" });
	const [away, elsewhere] = await document(live, "Matrix elsewhere", { held_at: "Cabinet", name: "", type: "", size: 0, sha256: null, scan: null });
	const [theirDoc, theirs] = await document(another, "Matrix another", { agreed_on: "2026-01-01" });
	records.contract_document = own(doc, theirDoc);
	records.contract_version = { none: [live, doc, "0".repeat(32)], draft: [live, doc, draft], agreed: [live, agreedDoc, agreed], elsewhere: [live, away, elsewhere], foreign: [live, doc, theirs] };
	records.our_contract_version = { none: [live, "0".repeat(32)], draft: [live, draft], agreed: [live, agreed], elsewhere: [live, elsewhere], foreign: [live, theirs], others: [another, theirs] };
	records.contract_action = { none: ["2222-2222", "done"] };
	records.contract_action_edit = { none: ["2222-2222"] };
	for (const [state, more] of Object.entries({ open: {}, done: { state: "done", evidence: "x", ended_at: { sql: "UTC_TIMESTAMP()" } } })) {
		const ref = newRef();
		await store(it, "contract_action", { ref, contract_id: { sql: id(live) }, organisation_id: { sql: `(SELECT c.organisation_id FROM contract c WHERE c.ref = '${live}')` },
			what: "Matrix", due_on: "2099-01-01", made_at: { sql: "UTC_TIMESTAMP()" }, ...more });
		records.contract_action[state] = [ref, "done"];
		records.contract_action_edit[state] = [ref];
	}
}
