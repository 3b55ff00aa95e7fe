// decision.mjs: rows and records of matrix.test.mjs: what panels decide.
import { decisionMade } from "../decisions.mjs";
import { review } from "../reviews.mjs";
import { first, ofReview } from "./a_reviews.mjs";

const keeps = { who: ["contract_reviewer"], commissioner: true, ...ofReview, of: "deciding" };
/** A page that is there in one state; who has declared nothing yet is led to do so. */
const step = (name, state) => ({
	[`GET /reviews/:ref/${name} staff`]: { ...keeps, ok: 422, states: { [state]: 200, fresh: 303 } },
	[`POST /reviews/:ref/${name} staff`]: { ...keeps, ok: 403, empty: 422, states: { fresh: 303 } },
});

const read = { who: ["contract_reviewer", "auditor"], commissioner: true, ...ofReview, ok: 200, states: { fresh: first } };
const everybody = (path, ok = 200) => ({ [`GET ${path} public`]: { ok, ...(ok === 404 && { at: () => path.replace(":ref", "2222-2222") }) } });
export const rows = {
	...step("decide", "panel"), ...step("confirm", "made"), "GET /reviews/:ref/report staff": read, "GET /reviews/:ref/report.xlsx staff": read,
	"GET /reviews/:ref/letter staff": { ...read, ok: 422, states: { fresh: (person) => (first(person) === 200 ? 422 : 303) } }, // none of them has a decision: see decision.test.mjs
	"GET /reviews/board staff": { who: read.who, commissioner: true, ok: 200 }, "GET /reviews/board.csv staff": { who: read.who, commissioner: true, ok: 200 },
	...everybody("/contracts"), ...everybody("/contracts.csv"), ...everybody("/contracts/:ref", 404), ...everybody("/interests"), ...everybody("/interests.csv"),
};

/** The reviews of a_reviews.mjs, but one of which a decision waits to be confirmed, made by somebody else. */
export async function make(it, people, records) {
	const email = (wanted) => people.find(({ name }) => name === wanted).email, other = (await it.addUser("contract_reviewer")).email;
	const none = [email("contract_reviewer of the commissioner"), other], made = await review(it, { none, conflict: [email("contract_reviewer,author of the commissioner")], state: "panel" });
	await decisionMade(it, made, { by: other, votes: Object.fromEntries(none.map((one) => [one, "for"])) });
	records.deciding = { ...records.review, made };
}
