// contract_help.mjs: rows of matrix.test.mjs: the help about contracts.
export const rows = { "GET /help/contracts staff": { who: "signed_in", ok: 200 } };
export async function make() {} // it needs no record
