// attack.test.mjs: what an attacker with patience found once, and must not find again.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { randomBytes } from "node:crypto";
import { request } from "node:http";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { join } from "node:path";
import { STDIN, begin, exchange, params, record } from "../lib/fcgi.mjs";
import { Client, raw, signIn, totp } from "../lib/http.mjs";
import { startInstance } from "../lib/instance.mjs";
import { definition, publish, stateOf, stored, text, visit } from "../lib/surveys.mjs";

let it;
before(async () => {
	it = await startInstance({ limits: true, staffWorkers: 2, demo: false });
});
after(() => it.stop());

test("who sends a sign-in slowly keeps nobody else out", async () => {
	const account = await it.addUser("author");
	const slow = Array.from({ length: 4 }, () => {
		const socket = connect(it.staffPort, "127.0.0.1").on("error", () => {});
		socket.write(`POST /sign-in HTTP/1.1\r\nHost: localhost:${it.staffPort}\r\n` +
			"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 60000\r\n\r\na=");
		return socket;
	});
	try {
		await sleep(500);
		const client = await signIn(it, account);
		assert.equal((await client.get("/surveys")).status, 200);
		assert.ok(slow.every((socket) => !socket.destroyed), "control: they are still sending");
	} finally {
		slow.forEach((socket) => socket.destroy());
	}
});

test("control: sign-ins at once are still limited, with a page of ours", async () => {
	const form = await new Client(it.staffUrl).get("/sign-in");
	const csrf = /name="csrf" value="([^"]+)"/.exec(form.text)[1], cookie = form.headers.getSetCookie()[0].split(";")[0];
	const body = new URLSearchParams({ csrf, email: "nobody@test.example", password: "not the password", code: "123456" }).toString();
	const answers = await Promise.all(Array.from({ length: 8 }, () => raw(it.staffPort, `POST /sign-in HTTP/1.1\r\n` +
		`Host: localhost:${it.staffPort}\r\nCookie: ${cookie}\r\nContent-Type: application/x-www-form-urlencoded\r\n` +
		`Content-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`)));
	const refused = answers.filter(({ status }) => status === 429);
	assert.ok(answers.every(({ status }) => [422, 429].includes(status)), answers.map(({ status }) => status).join());
	assert.ok(refused.length > 0 && refused.length < answers.length);
	assert.match(refused[0].text, /<h1/);
});

test("who knows the password cannot try codes from many addresses; who does not locks nobody out", async () => {
	const account = await it.addUser("author"), other = await it.addUser("author");
	const from = (address, values, cookie) => exchange(join(it.var, "staff.sock"), Buffer.concat([begin(), params({
		REQUEST_METHOD: values ? "POST" : "GET", REQUEST_URI: "/sign-in", REMOTE_ADDR: address, HTTP_COOKIE: cookie,
		...(values && { CONTENT_TYPE: "application/x-www-form-urlencoded", CONTENT_LENGTH: String(new URLSearchParams(values).toString().length) }),
	}), ...(values ? [record(STDIN, new URLSearchParams(values).toString())] : []), record(STDIN)]));
	const form = await from("192.0.2.1");
	const cookie = form.headers["set-cookie"].split(";")[0], csrf = /name="csrf" value="([^"]+)"/.exec(form.text)[1];
	const attempt = ({ email, password, secret }, address, code) =>
		from(address, { csrf, email, password, code: code ?? totp(secret) }, cookie).then(({ status }) => status);
	for (let i = 0; i < 10; i++) {
		assert.equal(await attempt(account, `198.51.100.${i}`, "000000"), 422);
		assert.equal(await attempt({ ...other, password: "not the password" }, `198.51.100.${i}`, "000000"), 422);
	}
	assert.equal(await attempt(account, "203.0.113.1"), 422, "its codes are not tried any more");
	assert.equal(await attempt(other, "203.0.113.1"), 303, "control: a stranger's tries do not count");
	await it.sql("UPDATE sign_in_failure SET failed_at = failed_at - INTERVAL 16 MINUTE");
	assert.equal(await attempt(account, "203.0.113.1"), 303, "a quarter of an hour later they are");
});

test("a survey that has closed is closed for those who began with an older version too", async () => {
	const survey = definition();
	const slug = await publish(it, survey), client = new Client(it.publicUrl);
	const first = await client.get(`/s/${slug}/1`);
	survey.pages[0].questions[1].label = "Version 2";
	await publish(it, survey);
	await sleep(1200);
	for (let i = 0; i < 12; i++) { // every worker has both versions now
		const page = await client.post(`/s/${slug}/1`, { state: stateOf(first), stance: "for", go: "on" });
		assert.ok(stateOf(page), "control: an older version may be answered while the survey is open");
	}
	await publish(it, { ...survey, closes: "2020-01-01" });
	await sleep(1200);
	for (let i = 0; i < 12; i++) {
		const page = await client.post(`/s/${slug}/1`, { state: stateOf(first), stance: "for", go: "on" });
		assert.match(text(page), /has closed/);
		assert.equal(stateOf(page), undefined);
	}
	assert.equal((await stored(it, slug)).length, 0);
});

test("a confirmation belongs to its survey", async () => {
	const one = await publish(it), other = await publish(it), client = new Client(it.publicUrl);
	const sent = await visit(it, one, { stance: "for" });
	assert.match(text(sent), /Thank you/);
	const elsewhere = await client.get(sent.address.replace(one, other));
	assert.equal(elsewhere.status, 404);
});

test("what nginx alone refuses is a page of ours too", async () => {
	for (const request of [`GET / HTTP/1.1\r\nHost: localhost:${it.publicPort}\r\nCookie: a=${"b".repeat(9000)}\r\n\r\n`,
		`POST / HTTP/1.1\r\nHost: localhost:${it.publicPort}\r\nConnection: close\r\nTransfer-Encoding: gzip\r\n\r\n`]) {
		const answer = await raw(it.publicPort, request, { timeout: 5000 });
		assert.equal(answer.status, 400);
		assert.match(answer.text, /we could not read that request/);
		assert.doesNotMatch(answer.text, /<center>/);
	}
});

test("exports that nobody reads hold up nobody, and end", async () => {
	const slug = await publish(it, definition({ settings: { one_page: true, check_answers: false } }));
	await it.sql(`INSERT INTO response (survey_id, response_id, version, submission, digest, received_on, answers)
		SELECT s.survey_id, UNHEX(MD5(n.seq)), 1, UNHEX(MD5(CONCAT('s', n.seq))), REPEAT('d', 16), '2026-10-05',
			JSON_OBJECT('words', REPEAT('what somebody wrote ', 40))
		FROM survey s JOIN seq_1_to_15000 n WHERE s.slug = '${slug}'`);
	const author = await signIn(it, await it.addUser("author"));
	const cookie = [...author.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
	const unread = Array.from({ length: 12 }, () => {
		const socket = connect(it.staffPort, "127.0.0.1").on("error", () => {});
		socket.pause();
		socket.write(`GET /surveys/${slug}/responses.csv HTTP/1.1\r\nHost: localhost:${it.staffPort}\r\nCookie: ${cookie}\r\n\r\n`);
		return socket;
	});
	try {
		await sleep(500);
		for (let i = 0; i < 20; i++) {
			const begun = Date.now();
			assert.equal((await author.get("/surveys")).status, 200);
			assert.ok(Date.now() - begun < 2000, `request ${i} waited ${Date.now() - begun} ms`);
		}
		// Four of each worker at once; who comes then is told so, and nothing waits.
		const more = await raw(it.staffPort, `GET /surveys/${slug}/responses.csv HTTP/1.1\r\nHost: localhost:${it.staffPort}\r\n` +
			`Cookie: ${cookie}\r\nConnection: close\r\n\r\n`);
		assert.equal(more.status, 503);
	} finally {
		unread.forEach((socket) => socket.destroy());
	}
	let whole;
	for (let i = 0; i < 60 && whole?.status !== 200; i++, await sleep(500))
		whole = await author.get(`/surveys/${slug}/responses.csv`);
	assert.equal(whole.status, 200, "an export whose reader has gone ends");
	assert.equal(whole.text.trimEnd().split("\r\n").length, 15001);
	// What nginx sends on the connection of an export that has just ended is answered too.
	for (let i = 0; i < 3; i++) {
		assert.equal((await author.get(`/surveys/${slug}/responses.csv`)).status, 200, `export ${i}`);
		const after = await Promise.all(Array.from({ length: 4 }, () => author.get(`/surveys/${slug}/results.csv`)));
		assert.ok(after.every(({ status }) => status === 200), after.map(({ status }) => status).join());
	}
});

test("a flood of sign-ins stops at the door, wherever a password is asked for; who signed in here before still gets through", async () => {
	const post = (path, cookie) => raw(it.staffPort, `POST ${path} HTTP/1.1\r\nHost: localhost:${it.staffPort}\r\n` +
		`${cookie ? `Cookie: ${cookie}\r\n` : ""}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 3\r\nConnection: close\r\n\r\na=b`);
	await Promise.all(Array.from({ length: 30 }, () => post("/sign-in")));
	for (const path of ["/sign-in", "/sign-in/recovery", "/join/x", "/reset/x", "/device/x", "/forgotten", "/account/password", "/account/device", "/account/recovery-codes"]) {
		// Several at once: one place becomes free every three seconds, however slow this machine is.
		assert.ok((await Promise.all(Array.from({ length: 12 }, () => post(path)))).some(({ status }) => status === 429), path);
		assert.notEqual((await post(path, `a=b; browser=${path.replace(/\W/g, "").padEnd(120, "A")}`)).status, 429, `${path} with a browser's cookie`);
	}
	assert.notEqual((await post("/acting")).status, 429, "control: other addresses");
	const cookie = `browser=${"B".repeat(120)}`;
	const answers = await Promise.all(Array.from({ length: 30 }, () => post("/sign-in", cookie)));
	assert.ok(answers.some(({ status }) => status === 429), "each browser is limited too");
});

test("made-up cookies of browsers, from one address, keep nobody elsewhere from signing in", async () => {
	await sleep(4500); // what waits in the queue since the test above
	const post = (localAddress, cookie) => new Promise((resolve) => {
		const begun = Date.now();
		request({ host: "127.0.0.1", localAddress, port: it.staffPort, method: "POST", path: "/sign-in", headers: {
			host: `localhost:${it.staffPort}`, cookie, "content-type": "application/x-www-form-urlencoded", "content-length": 3,
		} }, (answer) => answer.resume().on("end", () => resolve({ status: answer.statusCode, took: Date.now() - begun }))).on("error", () => resolve({})).end("a=b");
	});
	const flood = [];
	const timer = setInterval(() => flood.push(post("127.0.99.5", `browser=${randomBytes(60).toString("base64url")}`)), 40);
	try {
		await sleep(5000);
		for (let i = 0; i < 8; i++, await sleep(250)) {
			// On a slow machine the one place may be taken at that moment: whoever presses again gets through. Unlimited, the flood makes everybody wait.
			let answer = await post(`127.0.99.${10 + i}`, "a=b");
			for (let again = 0; again < 5 && answer.status === 429; again++, await sleep(150))
				answer = await post(`127.0.99.${10 + i}`, "a=b");
			assert.equal(answer.status, 403, "read by the program, which refuses its token");
			assert.ok(answer.took < 2500, `${answer.took} ms`);
		}
	} finally {
		clearInterval(timer);
	}
	const statuses = (await Promise.all(flood)).map(({ status }) => status);
	assert.ok(statuses.includes(429) && statuses.includes(403), "control: some of the flood got through, most did not");
});

test("codes of reports without a name are not for guessing: many tries from one network are refused", async () => {
	const body = "progress_code=2222222222222222", statuses = [];
	for (let i = 0; i < 30; i++)
		statuses.push((await raw(it.publicPort, `POST /r/progress HTTP/1.1\r\nHost: localhost:${it.publicPort}\r\nContent-Type: application/x-www-form-urlencoded\r\n` +
			`Content-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`)).status);
	assert.ok(statuses.filter((status) => status === 422).length >= 20 && statuses.includes(429), statuses.join());
});
