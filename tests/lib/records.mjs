// records.mjs: a record in each of its states, for tests that visit every page in every role (matrix.test.mjs): { state: its name in addresses }.
import { randomBytes } from "node:crypto";
import { incident, incidentStates } from "./incidents.mjs";

/** Somebody in each state, and a lost device in each. */
export async function makePeople(it, records) {
	const one = async (query) => (await it.sql(query))[0][0];
	records.person = { none: "0000000000" };
	records.request = { none: "0000000000" };
	for (const state of ["active", "invited", "disabled"]) {
		const { email } = await it.addUser("author", { organisation: "MATRIXA" });
		await it.sql(`UPDATE person SET state = '${state}' WHERE email = '${email}'`);
		records.person[state] = await one(`SELECT ref FROM person WHERE email = '${email}'`);
	}
	const [{ email }, asker] = [await it.addUser("author"), await it.addUser("administrator")];
	for (const outcome of ["refused", "waiting"]) { // one at a time waits
		await it.sql(`INSERT INTO device_request (person_id, asked_by, asked_at, reason) SELECT p.person_id, a.person_id, UTC_TIMESTAMP(), '${outcome}'
			FROM person p JOIN person a WHERE p.email = '${email}' AND a.email = '${asker.email}'`);
		if (outcome === "refused")
			await it.sql("UPDATE device_request SET outcome = 'refused' WHERE reason = 'refused' AND outcome = 'waiting'");
		records.request[outcome] = await one(`SELECT ref FROM device_request WHERE reason = '${outcome}' ORDER BY request_id DESC LIMIT 1`);
	}
}

/** A practice in each state, and a group with and without practices. */
export async function makeOrganisations(it, records) {
	const one = async (query) => (await it.sql(query))[0][0];
	records.organisation = { none: "MATRIXNONE", open: "MATRIXOPEN", closed: "MATRIXSHUT", merged: "MATRIXGONE",
		commissioner: await one("SELECT code FROM organisation WHERE kind = 'commissioner'") };
	records.locality = { none: "4000000000" };
	records.peer_group = { none: "4000000000" };
	for (const kind of ["locality", "peer_group"])
		for (const state of ["empty", "full"]) {
			await it.sql(`INSERT IGNORE INTO organisation_group (kind, name) VALUES ('${kind}', 'Matrix ${state}')`);
			records[kind][state] = await one(`SELECT group_id FROM organisation_group WHERE kind = '${kind}' AND name = 'Matrix ${state}'`);
		}
	for (const state of ["open", "closed", "merged"])
		await it.sql(`INSERT IGNORE INTO organisation (code, name, kind, locality_id, peer_group_id) VALUES ('${records.organisation[state]}', 'Matrix ${state}',
			'practice', ${records.locality.full}, ${records.peer_group.full})`);
	await it.sql("UPDATE organisation SET closed_on = '2024-01-01' WHERE code IN ('MATRIXSHUT', 'MATRIXGONE')");
	const [gone, open] = await Promise.all(["MATRIXGONE", "MATRIXOPEN"].map((code) => one(`SELECT organisation_id FROM organisation WHERE code = '${code}'`)));
	await it.sql(`UPDATE organisation SET successor_id = ${open} WHERE organisation_id = ${gone}`);
	await it.sql(`INSERT IGNORE INTO organisation_merge (organisation_id, into_id, merged_on) VALUES (${gone}, ${open}, '2024-01-01')`);
}

/** A message in each state. */
export async function makeMail(it, records) {
	records.message = { none: "0".repeat(32) };
	for (const state of ["waiting", "failed", "sent", "given_up"]) {
		records.message[state] = randomBytes(16).toString("hex");
		await it.sql(`INSERT INTO mail (kind, recipient, subject, body, message_id, state, made_at, next_try_at, give_up_at, ended_at)
			VALUES ('test', 'matrix@test.example', 'Matrix', IF('${state}' = 'sent', NULL, 'x'), '${records.message[state]}', '${state}', UTC_TIMESTAMP(),
			UTC_TIMESTAMP() + INTERVAL 1 DAY, UTC_TIMESTAMP() + INTERVAL 3 DAY, IF('${state}' = 'waiting', NULL, UTC_TIMESTAMP()))`);
	}
}

/** A report of MATRIXA's practice member in each state, one of MATRIXA without a name, and one of another practice. */
export async function makeIncidents(it, records, people) {
	const own = { organisation: "MATRIXA", reporter: people.find(({ name }) => name === "practice_member of MATRIXA").email };
	records.incident = { none: "2222-2222" };
	for (const state of incidentStates)
		records.incident[state] = await incident(it, { ...own, state, hold_until: state === "hold" ? "2099-01-01" : null,
			closed_at: ["closed", "duplicate", "not_incident"].includes(state) ? { sql: "UTC_TIMESTAMP()" } : null,
			duplicate_of: state === "duplicate" ? { sql: "(SELECT i.incident_id FROM incident i WHERE i.state = 'closed' ORDER BY i.incident_id DESC LIMIT 1)" } : null });
	records.theme = { none: "0000000000", offered: (await it.sql("SELECT ref FROM incident_theme ORDER BY theme_id LIMIT 1"))[0][0] };
	records.incident.anonymous = await incident(it, { organisation: "MATRIXA" });
	records.incident.another = await incident(it, { organisation: "MATRIXB",
		reporter: people.find(({ name }) => name === "practice_member,provider_member of MATRIXB").email });
	records.move = Object.fromEntries(Object.entries(records.incident).map(([state, ref]) => [state, [ref, "hold"]]));
}

/** A file of a draft, and one of a sent report for each who may open it; and one that was removed. */
export async function makeFiles(it, records, people) {
	const { email } = people.find(({ name }) => name === "practice_member of MATRIXA");
	records.file = { none: "0".repeat(32) };
	for (const [state, incidentRef, audience] of [["draft", records.incident.draft, "manager,reporter"], ["sent", records.incident.triage, "manager,reporter"],
		["managers", records.incident.triage, "manager"], ["removed", records.incident.triage, "manager,reporter"]]) {
		const ref = records.file[state] = randomBytes(16).toString("hex");
		await it.sql(`INSERT INTO incident_file (ref, incident_id, name, type, size, sha256, added_at, person_id, organisation_id, audience, scan, removed_at, removed_why)
			SELECT '${ref}', i.incident_id, 'matrix.txt', 'txt', 6, RANDOM_BYTES(32), UTC_TIMESTAMP(), p.person_id, i.organisation_id, '${audience}', 'unscanned',
			IF('${state}' = 'removed', UTC_TIMESTAMP(), NULL), '' FROM incident i JOIN person p WHERE i.ref = '${incidentRef}' AND p.email = '${email}'`);
		if (state !== "removed")
			await it.sql(`INSERT INTO incident_file_body (file_id, part, bytes) SELECT file_id, 0, 'matrix' FROM incident_file WHERE ref = '${ref}'`);
	}
}

/** Links by which each practice's people report without a name. */
export async function makeLinks(it) {
	for (const code of ["MATRIXA", "MATRIXB"])
		await it.sql(`INSERT IGNORE INTO incident_link (organisation_id, token, made_at, made_by)
			SELECT o.organisation_id, 'link${code}x', UTC_TIMESTAMP(), (SELECT MIN(person_id) FROM person) FROM organisation o WHERE o.code = '${code}'`);
}
