// incidents.mjs: the queue of incidents with 10,000 of them and with 100: every filter, order, filter in every order, search, next and last page.
import { startInstance } from "../lib/instance.mjs";
import { fillIncidents } from "./incident_rows.mjs";
import { compare, reader } from "./lists.mjs";
import { whole } from "./tools.mjs";

const few = 100, many = 10_000;

export async function incidentQueue(it, table) {
	const other = await startInstance({ mail: false, build: "release", staffWorkers: 4, env: { PROGRAM: it.program, DB_BUFFER: "512M" } });
	try {
		other.program = it.program;
		for (const one of [other, it])
			await one.sql("DELETE FROM incident_pending; SET foreign_key_checks = 0; DELETE FROM incident_event; DELETE FROM incident; DELETE FROM search_word WHERE subject = 'incident'");
		await Promise.all([fillIncidents(other, few), fillIncidents(it, many)]);
		const read = [await reader(other, "incident_manager"), await reader(it, "incident_manager")];
		await compare(table, read, "/incidents", `/incidents, ${whole(many)} rows to ${few}`);
	} finally {
		await other.stop();
	}
}
