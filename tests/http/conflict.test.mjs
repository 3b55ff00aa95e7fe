// conflict.test.mjs: two transactions that meet (errors 1205, 1020; 1213 goes the same way) cost the person a moment, never the page.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { signIn } from "../lib/http.mjs";
import { sharedInstance } from "../lib/instance.mjs";

let it;
before(async () => { it = await sharedInstance(); });
after(() => it.release());

test("1205: a lock that somebody holds too long is waited for in a second run of the page", async () => {
	const account = await it.addUser("author");
	const holding = it.sql(`BEGIN; UPDATE person SET name = 'held' WHERE email = '${account.email}'; SELECT SLEEP(7); COMMIT`);
	await sleep(300);
	const begun = Date.now();
	const client = await signIn(it, account);
	assert.equal((await client.get("/surveys")).status, 200);
	assert.ok(Date.now() - begun > 5000, "control: the first run met the lock (innodb-lock-wait-timeout is 5 s)");
	await holding;
});

test("1020: a row that changed between reading and writing is read again", async () => {
	const account = await it.addUser("author");
	const change = (n) => it.sql(`UPDATE person SET name = 'change ${n}' WHERE email = '${account.email}'`);
	const reader = it.sql(`BEGIN; SELECT name FROM person WHERE email = '${account.email}'; SELECT SLEEP(0.6);
		UPDATE person SET name = 'late' WHERE email = '${account.email}'`).catch((error) => error);
	await sleep(200);
	await change(0);
	assert.match(String((await reader).stderr), /ERROR 1020/, "control: this is what such a page meets");
	// Between reading the account and using its code lies argon2id, a tenth of a second or more. Fewer changes than there are tries.
	const changing = (async () => {
		for (let n = 1; n < 4; n++)
			await change(n);
	})();
	const client = await signIn(it, account);
	await changing;
	assert.equal((await client.get("/surveys")).status, 200);
});
