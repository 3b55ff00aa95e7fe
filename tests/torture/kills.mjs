// kills.mjs: ends workers, MariaDB and nginx at random moments, a given number of times, while a load runs.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const pause = (least, most) => sleep(least + Math.random() * (most - least));

/** How often keep.sh saw this command end by kill -9: a witness that is not us. */
export function endings(instance, name) {
	const log = join(instance.var, "keep.log");
	return existsSync(log) ? readFileSync(log, "utf8").split("\n").filter((line) => line.endsWith(`: ${name} ended with 137`)).length : 0;
}

async function until(true_) {
	for (const end = Date.now() + 60_000; !true_(); await sleep(20))
		if (Date.now() > end)
			throw new Error("a minute after a kill, its supervisor had not started another");
}

const signal = (pid, name = "SIGKILL") => {
	try {
		process.kill(pid, name);
		return true;
	} catch {
		return false; // between two lives
	}
};

/** A kill of what keep.sh keeps, done when another runs. Gives false when there was nothing to kill. */
async function killKept(instance, name, group) {
	const before = instance.pid(name), seen = endings(instance, name);
	if (!before || !signal(group ? -before : before))
		return false;
	await until(() => endings(instance, name) > seen && (instance.pid(name) ?? before) !== before);
	return true;
}

async function killWorker(instance, pool, all) {
	const pid = instance.killWorker(pool);
	if (pid === undefined)
		return false;
	await until(() => {
		const now = instance.workers(pool);
		return now.length >= all && !now.includes(pid);
	});
	return true;
}

/**
 * Makes so many kills of each, each kind on its own, and each only while the one before is over, so that it hits something;
 * reload: SIGHUP to nginx; supervisors: multiwatch itself; staff: workers of those who are signed in, with `reports` the load of theirs. Gives { counts, away }: how many there were, and for how long at
 * most nobody was confirmed after one of them. `report(counts)` after each; none of a kind is ahead of `pace()`, from 0 to 1.
 */
export async function kills(instance, load, { workers = 0, databases = 0, nginx = 0, reloads = 0, supervisors = 0, staff = 0, reports,
	report = () => {}, pace = () => 1 }) {
	const counts = { workers: 0, databases: 0, nginx: 0, reloads: 0, supervisors: 0, ...(staff && { staff: 0 }) };
	const away = { ...counts }, all = instance.workers("public").length, allStaff = instance.workers("staff").length;
	const each = async (name, most, kill, least, longest, people = load) => {
		while (counts[name] < most) {
			await pause(least, longest);
			if (counts[name] > most * pace())
				continue;
			const confirmed = people.untilConfirmed();
			if (!await kill())
				continue;
			counts[name]++;
			away[name] = Math.max(away[name], Math.round(await confirmed));
			report(counts);
		}
	};
	await Promise.all([
		each("workers", workers, () => killWorker(instance, "public", all), 10, 300),
		each("staff", staff, () => killWorker(instance, "staff", allStaff), 10, 300, reports),
		each("databases", databases, () => killKept(instance, "mariadb"), 200, 1200),
		// All of it at once; or its first process alone, whose child still holds the port.
		each("nginx", nginx, () => killKept(instance, "nginx", counts.nginx % 2 === 0), 500, 3000),
		each("reloads", reloads, async () => Boolean(instance.pid("nginx")) && signal(instance.pid("nginx"), "SIGHUP"), 300, 900),
		each("supervisors", supervisors, () => killKept(instance, "public"), 500, 3000),
	]);
	return { counts, away };
}
