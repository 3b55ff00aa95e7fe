// register_import.mjs: rows of matrix.test.mjs: the register out of a file. What was sent is whose sent it: register_import.test.mjs.
const keeps = { who: ["contract_reviewer"], commissioner: true }, nothing = () => `/contracts/import/${"0".repeat(32)}`;

export const rows = {
	"GET /contracts/import staff": { ...keeps, ok: 200 },
	"POST /contracts/import staff": { ...keeps, ok: 403, empty: 422 },
	"GET /contracts/import/:id staff": { ...keeps, at: nothing, ok: 404 },
	"POST /contracts/import/:id staff": { ...keeps, at: nothing, ok: 403, empty: 404 },
};

export async function make() {}
