// mail.mjs: what arrived at an instance's mail page.
//
//	await it.soundings(["jobs"]);                       // sends what is due
//	const { subject, text, links } = await mailTo(it, "someone@test.example", { after: began });
import { setTimeout as sleep } from "node:timers/promises";

/** Everything that has arrived, oldest first, as maildev tells it. */
export async function allMail(it) {
	const answer = await fetch(`http://127.0.0.1:${it.mailPort}/email`);
	return answer.json();
}

/** What arrived for one address, oldest first: [{ subject, text, links, from, headers, arrived, id }]. */
export async function mailFor(it, address) {
	const list = await allMail(it);
	return list.filter(({ to }) => to?.some((one) => one.address.toLowerCase() === address.toLowerCase())).map((mail) => ({
		subject: mail.subject, text: mail.text ?? "", from: mail.from?.[0], headers: mail.headers, id: mail.id,
		links: [...(mail.text ?? "").matchAll(/https?:\/\/[^\s<>]+/g)].map(([link]) => link.replace(/[.,)]+$/, "")),
	}));
}

/**
 * Waits for the newest message to an address, beyond the first `after` of them (a number: how many had come before), whose
 * subject fits. Sends what is due first, unless send is false.
 */
export async function mailTo(it, address, { after = 0, subject = /(?:)/, send = true, seconds = 15 } = {}) {
	if (send)
		await it.soundings(["jobs"]);
	for (const end = Date.now() + seconds * 1000; ; await sleep(100)) {
		const list = (await mailFor(it, address)).slice(after).filter((mail) => subject.test(mail.subject));
		if (list.length)
			return list.at(-1);
		if (Date.now() > end)
			throw new Error(`no mail for ${address} after ${seconds} s; in the outbox: ${JSON.stringify(await it.sql(
				`SELECT kind, subject, state, tries, last_error FROM mail WHERE recipient = '${address.replaceAll("'", "''")}'`))}`);
	}
}
