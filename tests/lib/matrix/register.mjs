// register.mjs: rows and records of matrix.test.mjs: the register of contracts, its aims and saved views.
const keeps = { who: ["contract_reviewer"], commissioner: true }, reads = { who: ["contract_reviewer", "auditor"], commissioner: true };

export const rows = {
	"GET /contracts staff": { ...reads, ok: 200 },
	"GET /contracts.csv staff": { ...reads, ok: 200 }, "GET /contracts.xlsx staff": { ...reads, ok: 200 },
	"GET /contracts/totals staff": { ...reads, ok: 200 }, "GET /contracts/totals.csv staff": { ...reads, ok: 200 },
	"GET /contracts/aims staff": { ...reads, ok: 200 },
	"POST /contracts/aims staff": { ...keeps, ok: 403, empty: 422 },
	"GET /contracts/aims/:aim staff": { ...keeps, of: "aim", ok: 200 },
	"POST /contracts/aims/:aim staff": { ...keeps, of: "aim", ok: 403, empty: 422 },
	"GET /contracts/calendar staff": { ...reads, ok: 200 },
	"GET /contracts/calendar/feed staff": { ...keeps, ok: 200 },
	"POST /contracts/calendar/feed staff": { ...keeps, ok: 403, empty: 422 },
	"POST /contracts/calendar/feed/revoke staff": { ...keeps, ok: 403, empty: 303 }, // nobody has an address
	"GET /calendar/:token staff": { at: () => "/calendar/x.ics", ok: 404 }, // no address of ours: contract_feed.test.mjs
	"GET /contracts/views staff": { ...reads, ok: 200 },
	"GET /contracts/views/new staff": { ...keeps, ok: 200 },
	"POST /contracts/views/new staff": { ...keeps, ok: 403, empty: 422 },
};
for (const what of ["edit", "delete"]) { // nobody's view
	rows[`GET /contracts/views/:view/${what} staff`] = { ...keeps, at: () => `/contracts/views/0000000000/${what}`, ok: 404 };
	rows[`POST /contracts/views/:view/${what} staff`] = { ...keeps, at: () => `/contracts/views/0000000000/${what}`, ok: 403, empty: 404 };
}

/** An aim, one that has ended, and none. */
export async function make(it, people, records) {
	await it.sql("INSERT IGNORE INTO contract_aim (name, ended) VALUES ('Matrix aim', 0), ('Matrix aim of old', 1)");
	const ref = async (name) => (await it.sql(`SELECT ref FROM contract_aim WHERE name = '${name}'`))[0][0];
	records.aim = { none: "0000000000", open: await ref("Matrix aim"), ended: await ref("Matrix aim of old") };
}
