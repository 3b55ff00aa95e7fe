// proposal_panel.mjs: rows of matrix.test.mjs: a panel is asked to decide on a proposal.
const makes = { who: ["author"], commissioner: true, of: "proposal" }, draft = { draft: 303, bare: 303 };

export const rows = {
	"GET /proposals/:ref/review staff": { ...makes, ok: 200, states: draft },
	"POST /proposals/:ref/review staff": { ...makes, ok: 403, empty: 422, states: draft },
};
