// matrix_records.mjs: more of matrix.test.mjs: records of work on incidents and of bulletins.
import { bulletin, bulletinStates } from "./bulletins.mjs";
import { workRecords } from "./incidents.mjs";

/** Work on an incident: there, nowhere, and another incident's under this one's reference. */
export async function makeWork(it, records) {
	Object.assign(records, await workRecords(it, records.incident.triage, records.incident.investigating));
}

/** A bulletin in each state, written and approved by nobody who is tested. */
export async function makeBulletins(it, records) {
	const [writer, approver] = [await it.addUser("incident_manager"), await it.addUser("incident_manager")].map(({ email }) => email);
	records.bulletin = { none: "nothing-22222222" };
	for (const state of bulletinStates)
		records.bulletin[state] = await bulletin(it, { writer, approver, state });
}
