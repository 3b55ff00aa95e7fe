// a_reviews.mjs: rows and records of matrix.test.mjs: reviews in each state, and declaring interests for them. Other files' rows need the records,
// so it is made first (by its name). In each of them one reviewer declared that there is no interest, another one a conflict; in "fresh" the first
// has declared nothing yet.
import { review, reviewStates } from "../reviews.mjs";

const reviewer = "contract_reviewer of the commissioner", conflicted = "contract_reviewer,author of the commissioner";
const keeps = { who: ["contract_reviewer"], commissioner: true }, reads = { who: ["contract_reviewer", "auditor"], commissioner: true };
/** A row of a review: who has a conflict finds none of them. */
export const ofReview = { of: "review", sees: ({ name }) => name !== conflicted };
/** Whoever declared nothing is led to do so; the auditor judges nothing, and reads. */
export const first = (person) => (person.roles.includes("auditor") ? 200 : 303);

export const rows = {
	"GET /reviews/:ref/declare staff": { ...keeps, ...ofReview, ok: 200 },
	"POST /reviews/:ref/declare staff": { ...keeps, ...ofReview, ok: 403, empty: 422 },
	"GET /reviews/:ref/interests staff": { ...reads, ...ofReview, ok: 200, states: { fresh: first } },
	"GET /reviews/:ref/interests/:person/lift staff": { ...keeps, ...ofReview, of: "lifting", ok: 200, states: { fresh: 303, nobody: 404 } },
	"POST /reviews/:ref/interests/:person/lift staff": { ...keeps, ...ofReview, of: "lifting", ok: 403, empty: 422, states: { fresh: 303, nobody: 404 } },
	"GET /interests/declared staff": { ...reads, ok: 200 },
};

export async function make(it, people, records) {
	const email = (wanted) => people.find(({ name }) => name === wanted).email;
	const of = { none: [email(reviewer)], reviewers: [email(reviewer)], conflict: [email(conflicted)] };
	records.review = { none: "2222-2222", fresh: await review(it, { ...of, none: [] }) };
	for (const state of reviewStates)
		records.review[state] = await review(it, { ...of, state });
	const ref = async (wanted) => (await it.sql(`SELECT ref FROM person WHERE email = '${email(wanted)}'`))[0][0];
	const [them, other] = [await ref(conflicted), await ref(reviewer)];
	records.lifting = { none: ["2222-2222", them], fresh: [records.review.fresh, them], nobody: [records.review.scoring, other],
		...Object.fromEntries(reviewStates.map((state) => [state, [records.review[state], them]])) };
}
