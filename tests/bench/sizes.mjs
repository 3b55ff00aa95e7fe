// sizes.mjs: what an installation takes: memory, bytes over the wire, time to start.
import { spawn } from "node:child_process";
import { relative } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { chromium } from "playwright-core";
import { root } from "../lib/instance.mjs";
import { importSurvey } from "./surveys.mjs";
import { descendants, freePort, median, pss, run, wrk } from "./tools.mjs";

const MB = 2 ** 20;

export async function memory(it, table) {
	await importSurvey(it, "bench-page", { one_page: true });
	await wrk(`${it.publicUrl}/s/bench-page/1`, { clients: 32 });
	const workers = it.workers("public").map((pid) => pss(pid) / MB);
	table.atMost("a worker after load (PSS)", median(workers), 6, `MB, ${workers.length} workers, most ${Math.max(...workers).toFixed(1)}`);
	await sleep(1000);
	const rest = descendants(it.child.pid).filter(({ name }) => name !== "mariadbd");
	const sum = rest.reduce((total, { pid }) => total + pss(pid), pss(it.child.pid)) / MB;
	table.atMost("idle installation without MariaDB", sum, 80, `MB, ${rest.length + 1} processes`, 1);
}

/** A cold phone: what comes over the wire, headers and all, and whether a form is there with JavaScript off. */
async function view(browser, url, javaScriptEnabled) {
	const context = await browser.newContext({ viewport: { width: 390, height: 844 }, isMobile: true, javaScriptEnabled });
	const page = await context.newPage(), devtools = await context.newCDPSession(page);
	let bytes = 0, requests = 0;
	devtools.on("Network.loadingFinished", ({ encodedDataLength }) => { bytes += encodedDataLength; });
	devtools.on("Network.requestWillBeSent", () => { requests++; });
	await devtools.send("Network.enable");
	await page.goto(url, { waitUntil: "networkidle" });
	const usable = await page.locator("main form, main a.nhsuk-button").count() > 0;
	await context.close();
	return { bytes, requests, usable };
}

export async function phone(it, table) {
	await importSurvey(it, "bench-page", { one_page: true });
	const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
	for (const [name, path] of [["start page", "/s/bench-page"], ["ten questions", "/s/bench-page/1"]]) {
		const on = await view(browser, it.publicUrl + path, true), off = await view(browser, it.publicUrl + path, false);
		table.atMost(`first view on a phone, ${name}`, on.bytes / 1000, 60, `kB; ${(off.bytes / 1000).toFixed(1)} without JavaScript`, 1);
		table.atMost("its requests", on.requests, 4, `${off.requests} without JavaScript`, 0);
		table.check("usable without JavaScript", off.usable, "");
	}
	await browser.close();
}

/** `make run` in a folder where it ran before, until a survey's page answers. The instance is stopped already. */
export async function start(folder, table) {
	const ports = { PUBLIC_PORT: await freePort(), STAFF_PORT: await freePort(), MAIL_PORT: await freePort(), MAIL_WEB_PORT: await freePort() };
	await run("make", ["-s", "release"], { cwd: root }); // what somebody changed since is no part of it
	const begin = performance.now();
	const child = spawn("make", ["-s", "run", `VAR=${relative(root, folder)}`, ...Object.entries(ports).map(([name, port]) => `${name}=${port}`)],
		{ cwd: root, stdio: ["ignore", "pipe", "pipe"], detached: true });
	const ended = new Promise((resolve) => child.once("exit", resolve));
	let said = "";
	for (const stream of [child.stdout, child.stderr])
		stream.setEncoding("utf8").on("data", (text) => { said += text; });
	let answered = false;
	while (!answered && child.exitCode === null && performance.now() - begin < 60_000) {
		answered = (await fetch(`http://localhost:${ports.PUBLIC_PORT}/s/fft`).catch(() => ({}))).status === 200;
		await sleep(20);
	}
	const time = (performance.now() - begin) / 1000;
	if (child.exitCode === null)
		process.kill(-child.pid, "SIGTERM");
	await ended;
	if (!answered)
		throw new Error(`make run: no page after ${time.toFixed(1)} s\n${said}`);
	table.atMost("make run again, until a page", time, 5, "seconds");
}
