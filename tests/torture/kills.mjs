// kills.mjs: ends workers, MariaDB and nginx at random moments, a given number of times, while a load runs.
import { setTimeout as sleep } from "node:timers/promises";

const pause = (least, most) => sleep(least + Math.random() * (most - least));

/** Makes so many kills of each; `report(counts)` after each. Every kill comes while the service answers, so that it hits something. */
export async function kills(instance, { workers = 0, databases = 0, nginx = 0, reloads = 0, report = () => {} }) {
	const counts = { workers: 0, databases: 0, nginx: 0, reloads: 0 };
	const each = async (name, most, kill, least, longest) => {
		while (counts[name] < most) {
			await pause(least, longest);
			if (!await kill())
				continue;
			counts[name]++;
			report(counts);
		}
	};
	await Promise.all([
		each("workers", workers, () => instance.killWorker("public") !== undefined, 30, 400),
		each("databases", databases, async () => {
			await instance.killDb();
			await pause(0, 300);
			await instance.startDb();
			return true;
		}, 200, 1200),
		each("nginx", nginx, () => {
			const before = instance.pid("nginx");
			if (!before)
				return false;
			instance.killNginx();
			return true;
		}, 500, 3000),
		each("reloads", reloads, () => {
			const pid = instance.pid("nginx");
			if (!pid)
				return false;
			try {
				process.kill(pid, "SIGHUP");
			} catch {
				return false;
			}
			return true;
		}, 300, 900),
	]);
	return counts;
}
