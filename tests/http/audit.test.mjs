// audit.test.mjs: promise 10. The trail: rows with what they tell of, chained; every way of changing it is found.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Client, signIn } from "../lib/http.mjs";
import { sharedInstance } from "../lib/instance.mjs";
import { definition, publish, text, visit } from "../lib/surveys.mjs";

let it, slug, auditor, author, other;
before(async () => {
	it = await sharedInstance();
	slug = await publish(it, definition({ organisation: { code: "AUDITA", name: "Test Practice AUDITA", kind: "practice" } }));
	[auditor, author, other] = await Promise.all([[it.accounts.auditor], [undefined, "author", {}], [undefined, "author", { organisation: "AUDITA" }]]
		.map(async ([account, roles, options]) => signIn(it, account ?? await it.addUser(roles, options))));
});
after(() => it.release());

const verify = (...anchors) => it.soundings(["audit", "verify", ...anchors.flatMap((anchor) => ["--anchor", anchor])]);
const rows = async (where) => (await it.sql(`SELECT audit_id, who, action, subject, ref, detail FROM audit WHERE ${where} ORDER BY audit_id`));
const end = async () => (await it.sql("SELECT CONCAT(seq, ':', LOWER(HEX(hash))) FROM audit_link ORDER BY seq DESC LIMIT 1"))[0][0];
const last = async () => Number((await it.sql("SELECT MAX(audit_id) FROM audit"))[0][0]);
/** Everything but the jobs' own time: rows that the test's own requests added are chained. */
async function whole() {
	const { status, stdout, stderr } = await verify();
	assert.equal(status, 0, stdout + stderr);
	return stdout;
}

test("control: an untouched trail is whole", async () => {
	assert.match(await whole(), /The trail is whole\./);
});

test("fifty at once: every row is chained, in numbers without a gap", async () => {
	const before_all = await last();
	const clients = await Promise.all(Array.from({ length: 50 }, async (_, i) => {
		const client = new Client(it.staffUrl);
		client.cookies = new Map((i % 2 ? author : auditor).cookies);
		return client;
	}));
	for (let round = 0; round < 4; round++)
		for (const answer of await Promise.all(clients.map((client) => client.get("/surveys.csv"))))
			assert.equal(answer.status, 200);
	const made = await rows(`audit_id > ${before_all} AND action = 'export' AND detail LIKE '%surveys.csv%'`);
	assert.equal(made.length, 200);
	const loose = `SELECT COUNT(*) FROM audit a LEFT JOIN audit_link l USING (audit_id) WHERE l.seq IS NULL AND a.audit_id > ${before_all}`;
	// The last of a crowd may find that others chain; the next request, or the jobs, take up what they left.
	await author.get("/surveys.csv");
	assert.deepEqual(await it.sql(loose), [["0"]]);
	assert.deepEqual(await it.sql("SELECT COUNT(*) - MAX(seq), MIN(seq) FROM audit_link"), [["0", "1"]]);
	await whole();
});
