// proposal_rights.test.mjs: what the database itself refuses to a worker of the public pool that was taken over, and to one of staff, about proposals.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { sharedInstance } from "../lib/instance.mjs";
import { day, groupId, proposal, proposalId, response } from "../lib/proposals.mjs";

let it, open, draft, theirs;
before(async () => {
	it = await sharedInstance();
	open = await proposal(it);
	draft = await proposal(it, { state: "draft" });
	theirs = await response(it, open.ref, { points: [{ text: "Somebody else's words" }] });
	[open.id, draft.id] = await Promise.all([open, draft].map(async ({ ref }) => (await it.sql(`SELECT ${proposalId(ref).sql}`))[0][0]));
});
after(() => it.release());

let n = 0;
/** A response as the public pool adds one, with these columns otherwise. */
function sent(changes = {}) {
	const columns = { response_id: `${Date.now()}${n++}`, ref: `'T${String(n).padStart(3, "0")}-${Math.random().toString(36).slice(2, 6).toUpperCase()}'`, proposal_id: open.id,
		submission: "RANDOM_BYTES(16)", digest: "RANDOM_BYTES(16)", stance: "'in_favour'", capacity: "'person'", publication: "'none'", answers: "'{}'", source: "'web'", received_on: "UTC_DATE()",
		edit_hash: "RANDOM_BYTES(32)", ...changes };
	return `INSERT INTO proposal_response_web (${Object.keys(columns)}) VALUES (${Object.values(columns)})`;
}

test("the public pool adds a response; not in another's name, over another's, to a draft, or as anything but what it is", async () => {
	await it.sqlAs("public", sent());
	const [[hash]] = await it.sql(`SELECT HEX(edit_hash) FROM proposal_response WHERE ref = '${theirs.ref}'`);
	for (const [why, changes, error] of [["typed in by staff", { source: "'letter'" }, /ERROR 1369/], ["to a draft", { proposal_id: draft.id }, /ERROR 1644/], ["no JSON", { answers: "'x'" }, /ERROR (1644|4025)/],
		["over somebody else's", { replaces: theirs.id }, /ERROR 1644/], ["without a link of its own", { edit_hash: "NULL" }, /ERROR 1369/], ["without a stance", { stance: "NULL" }, /ERROR 1369/]])
		await assert.rejects(it.sqlAs("public", sent(changes)), error, why);
	for (const column of ["typed_by", "event_id", "duplicate_of", "campaign_id", "replaced_by"])
		await assert.rejects(it.sqlAs("public", sent({ [column]: 1 })), /ERROR 1054/, column);
	// Control: who has the link may.
	await it.sqlAs("public", sent({ replaces: theirs.id, edit_hash: `UNHEX('${hash}')` }));
	await assert.rejects(it.sqlAs("public", sent({ replaces: theirs.id, edit_hash: `UNHEX('${hash}')` })), /ERROR 1062/, "twice");
});

test("the public pool adds a response where people can answer, for whom is asked, and counts it when it came", async () => {
	const asked = await proposal(it, { groups: [["Asked", 10]] }), closed = { opens_on: day(-20), closes_on: day(-3) };
	const id = async (columns) => (await it.sql(`SELECT ${proposalId((await proposal(it, columns)).ref).sql}`))[0][0];
	const [[group], [other]] = await it.sql(`SELECT group_id FROM stakeholder_group WHERE ref = '${asked.groups.Asked}' UNION ALL SELECT ${groupId((await proposal(it, { groups: [["Other", 1]] })).groups.Other).sql}`);
	const asks = (await it.sql(`SELECT ${proposalId(asked.ref).sql}`))[0][0], links = await id({ audience: "groups" });
	for (const [why, changes] of [["closed", { proposal_id: await id(closed) }], ["not open yet", { proposal_id: await id({ opens_on: day(3) }) }],
		["withdrawn", { proposal_id: await id({ state: "withdrawn", withdrawn_why: "x" }) }], ["without a group's link", { proposal_id: links }], ["by a link of no group", { proposal_id: links, by_link: 1 }],
		["for a group that is not asked", { proposal_id: asks, group_id: other }], ["of another year", { received_on: "'2020-01-01'" }], ["of tomorrow", { received_on: `'${day(2)}'` }], ["late", { late: 1 }]])
		await assert.rejects(it.sqlAs("public", sent(changes)), /ERROR 1369/, why);
	// Control: in the day of grace, for the group that is asked.
	await it.sqlAs("public", sent({ proposal_id: asks, group_id: group }));
	await it.sqlAs("public", sent({ proposal_id: asks, group_id: group, by_link: 1 }));
	await it.sqlAs("public", sent({ proposal_id: await id({ closes_on: day(-1) }) }));
});

test("what the public pool adds to a response is of that response's proposal, and nothing takes the place of one that was withdrawn", async () => {
	const elsewhere = await proposal(it), [[other]] = await it.sql(`SELECT ${proposalId(elsewhere.ref).sql}`), columns = { response_id: "4000000000000000001", edit_hash: "UNHEX(REPEAT('AB', 32))" };
	const section = ({ ref }) => it.sql(`SELECT section_id FROM proposal_section s JOIN proposal p USING (proposal_id) WHERE p.ref = '${ref}' LIMIT 1`).then(([[id]]) => id);
	await it.sqlAs("public", sent(columns));
	const point = (id, of, place = "NULL") => `INSERT INTO proposal_point_web (point_id, response_id, proposal_id, position, kind, section_id, text) VALUES (${id}, ${columns.response_id}, ${of}, 1, 'gain', ${place}, 'Words')`;
	const contact = (of) => `INSERT INTO proposal_contact (response_id, proposal_id, email, wants) VALUES (${columns.response_id}, ${of}, 'a@test.example', 'outcome')`;
	const secret = (of, hash) => `INSERT INTO proposal_private (response_id, proposal_id, edit_hash, sealed) VALUES (${columns.response_id}, ${of}, ${hash}, 'sealed')`;
	for (const [why, query] of [["words for another proposal", point(41, other)], ["for a section of another", point(42, open.id, await section(elsewhere))], ["an address of another", contact(other)],
		["a private copy of another", secret(other, columns.edit_hash)], ["behind another link", secret(open.id, "RANDOM_BYTES(32)")]])
		await assert.rejects(it.sqlAs("public", query), /ERROR 1644/, why);
	// Control: what is its own.
	for (const query of [point(43, open.id, await section(open)), contact(open.id), secret(open.id, columns.edit_hash)])
		await it.sqlAs("public", query);
	await it.sqlAs("public", sent({ ...columns, response_id: "4000000000000000002", replaces: columns.response_id, withdrawn: 1 }));
	await assert.rejects(it.sqlAs("public", sent({ ...columns, response_id: "4000000000000000003", replaces: "4000000000000000002" })), /ERROR 1644/);
});

test("the public pool reads what is behind one private link, and lists none", async () => {
	const asking = await response(it, open.ref, { asks: "What of me?" }), [[hash]] = await it.sql(`SELECT HEX(edit_hash) FROM proposal_response WHERE ref = '${asking.ref}'`);
	await it.sql(`INSERT INTO proposal_private (response_id, proposal_id, edit_hash, sealed) VALUES (${asking.id}, ${open.id}, UNHEX('${hash}'), 'sealed')`);
	await it.sql(`INSERT INTO proposal_answer (response_id, proposal_id, answer, answered_at, person_id) VALUES (${asking.id}, ${open.id}, 'Canary answer', NOW(), (SELECT MIN(person_id) FROM person))`);
	const read = async (of, link) => (await it.sqlAs("public", `SELECT proposal_private_of(${of}, ${link})`))[0][0];
	assert.match(await read(open.id, `UNHEX('${hash}')`), /"sealed": "sealed", "answer": "Canary answer"/);
	assert.equal(await read(open.id, "RANDOM_BYTES(32)"), "NULL");
	assert.equal(await read(draft.id, `UNHEX('${hash}')`), "NULL");
	for (const [view] of await it.sqlAs("public", "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name LIKE 'proposal%'")) {
		const rows = await it.sqlAs("public", `SELECT * FROM ${view}`).catch(() => []);
		assert.doesNotMatch(JSON.stringify(rows), /Canary answer/, view);
	}
});

test("the public pool sees nothing of a draft", async () => {
	for (const view of ["proposal_public", "proposal_public_section", "proposal_public_group", "proposal_public_text", "proposal_public_document", "proposal_public_change", "proposal_public_outcome", "proposal_public_answer"])
		assert.deepEqual(await it.sqlAs("public", `SELECT 1 FROM ${view} WHERE proposal_id = ${draft.id}`), [], view);
	assert.equal((await it.sqlAs("public", `SELECT title FROM proposal_public WHERE proposal_id = ${open.id}`)).length, 1);
});

test("staff change neither a response nor what people were asked", async () => {
	const of = `WHERE response_id = ${theirs.id}`;
	for (const change of ["stance = 'against'", "answers = '{\"a\": 1}'", "publication = 'name'", "asks = 'x'", "source = 'letter'", "received_on = '2020-01-01'"])
		await assert.rejects(it.sqlAs("staff", `UPDATE proposal_response SET ${change} ${of}`), /ERROR 1644/, change);
	for (const change of ["text = 'x'", "kind = 'comment'", "grade = 'high'"])
		await assert.rejects(it.sqlAs("staff", `UPDATE proposal_point SET ${change} ${of}`), /ERROR 1644/, change);
	await it.sqlAs("staff", `UPDATE proposal_point SET quoted = 1 ${of}`);
	for (const change of ["form = '{\"pages\":[1]}'", "in_favour = 'Yes'", "state = 'draft', published_at = NULL", "slug = 'x'", "audience = 'groups'"])
		await assert.rejects(it.sqlAs("staff", `UPDATE proposal SET ${change} WHERE proposal_id = ${open.id}`), /ERROR 1644/, change);
	await assert.rejects(it.sqlAs("staff", `DELETE FROM proposal_section WHERE proposal_id = ${open.id}`), /ERROR 1644/);
	await it.sqlAs("staff", `DELETE FROM proposal_section WHERE proposal_id = ${draft.id}`);
});
