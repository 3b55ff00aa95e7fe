// contracts.mjs: the register with 10,000 contracts and with 100: every filter, order, filter in every order, search, next and last page; and how long its
// totals take.
import { startInstance } from "../lib/instance.mjs";
import { fillContracts } from "./contract_rows.mjs";
import { compare, reader } from "./lists.mjs";
import { median, whole } from "./tools.mjs";

const few = 100, many = 10_000;

export async function contractRegister(it, table) {
	const other = await startInstance({ mail: false, build: "release", staffWorkers: 4, env: { PROGRAM: it.program, DB_BUFFER: "512M" } });
	try {
		other.program = it.program;
		for (const one of [other, it])
			await one.sql(`SET foreign_key_checks = 0; DELETE FROM contract_value; DELETE FROM contract_event; DELETE FROM contract;
				DELETE FROM search_word WHERE subject = 'contract'`);
		await Promise.all([fillContracts(other, few), fillContracts(it, many)]);
		const read = [await reader(other, "contract_reviewer"), await reader(it, "contract_reviewer")];
		await compare(table, read, "/contracts", `/contracts, ${whole(many)} rows to ${few}`);
		const taken = [];
		for (let i = 0; i < 15; i++)
			taken.push((await read[1]("/contracts/totals")).time);
		table.note("/contracts/totals", `${median(taken).toFixed(1)} ms with ${whole(many)} contracts`);
	} finally {
		await other.stop();
	}
}
