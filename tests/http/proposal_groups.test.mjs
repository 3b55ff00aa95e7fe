// proposal_groups.test.mjs: stakeholder groups and their members, which groups a proposal asks, their links, asking and reminding by mail.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { signIn } from "../lib/http.mjs";
import { sharedInstance } from "../lib/instance.mjs";
import { askGroup, day, makeGroup, makeProposal, words } from "../lib/proposals.mjs";

let it, author, other, auditor;
const one = async (query) => (await it.sql(query))[0]?.[0];
const mails = (about) => it.sql(`SELECT recipient, subject FROM mail WHERE kind = 'proposal' AND recipient LIKE '%${about}' ORDER BY mail_id`);

before(async () => {
	it = await sharedInstance();
	author = await signIn(it, await it.addUser("author"));
	other = await signIn(it, await it.addUser("author"));
	auditor = await signIn(it, await it.addUser("auditor"));
});
after(() => it.release());

test("a group: made, members pasted, wrong lines said, duplicates counted, one removed, ended", async () => {
	assert.equal((await author.submit(await author.get("/proposals/groups/new"))).status, 422);
	const page = await author.get("/proposals/groups/new"), name = `Walkers <b> ${process.pid}`;
	const places = new Set((await Promise.all([0, 1].map(() => author.submit(page, { name, about: "All who walk" })))).map(({ location }) => location));
	assert.equal(places.size, 1);
	const [place] = places, ref = place.split("/")[3];
	assert.match(words((await author.submit(await author.get("/proposals/groups/new"), { name })).text), /Another group has this name/);
	const add = async (members) => author.submit(await author.get(place), { members });
	const wrong = await add("ann@example.org\n\nnobody here");
	assert.equal(wrong.status, 422);
	assert.match(words(wrong.text), /Line 3 is not an address/);
	assert.match(wrong.text, /nobody here/);
	const count = () => one(`SELECT COUNT(*) FROM stakeholder_member m JOIN stakeholder_group g ON g.group_id = m.group_id WHERE g.ref = '${ref}'`);
	assert.equal(await count(), "0"); // all or nothing
	assert.equal((await add("Ann Lee <ann@example.org>\r\n\"Bo, Ben\" <ben@example.org>;\r\n cy@example.org ,\r\nANN@example.org")).location, place);
	assert.match(words((await author.get(place)).text), /3 addresses were added; 1 was there already.*Members: 3/);
	assert.equal((await add("ann@example.org")).status, 303);
	assert.equal(await count(), "3");
	const read = await auditor.get(place);
	assert.match(words(read.text), /cy@example\.org.*ann@example\.org Name Ann Lee.*Name Bo, Ben/);
	assert.doesNotMatch(read.text, /<b>|name="members"|\/remove/);
	const member = await one(`SELECT ref FROM stakeholder_member WHERE email = 'cy@example.org' ORDER BY member_id DESC LIMIT 1`);
	assert.equal((await author.submit(await author.get(`${place}/members/${member}/remove`))).location, place);
	assert.equal(await count(), "2");
	assert.equal((await author.get(`${place}/members/${member}/remove`)).status, 404);
	const [mine, theirs] = [await author.get(`${place}/edit`), await other.get(`${place}/edit`)];
	assert.equal((await other.submit(theirs, { about: "Theirs" })).status, 303);
	assert.equal((await author.submit(mine, { about: "Mine" })).status, 422);
	assert.equal((await author.submit(await author.get(`${place}/edit`), { asked: "no" })).status, 303);
	assert.match(words((await auditor.get("/proposals/groups")).text), /Walkers <b> \d+ Ended/);
	assert.equal(await one(`SELECT COUNT(*) FROM audit WHERE subject = 'stakeholder_group' AND ref = '${ref}' AND detail LIKE '%example.org%'`), "0"); // no address in the trail
});

test("a proposal asks groups: in an order, with a link each that is never stored as it is", async () => {
	const [first, second] = [await makeGroup(it, { author, members: ["a@one.example", "b@one.example"] }), await makeGroup(it, { author, members: [] })];
	const { ref, slug } = await makeProposal(it, { author, publish: false, audience: "groups" });
	assert.match(words((await author.get(`/proposals/${ref}/publish`)).text), /Missing At least one group/);
	const place = `/proposals/${ref}/groups`;
	const ask = async (group, members = "") => askGroup(author, ref, group, members);
	const asked = await ask(first.ref);
	assert.equal(asked.location, place, words(asked.text));
	const more = await ask(second.ref, "40");
	assert.equal(more.location, place, `${more.status} ${words(more.text)}`);
	assert.equal((await ask(second.ref)).status, 422); // it is no choice any more
	const rows = () => it.sql(`SELECT s.ref, g.members FROM proposal_group g JOIN stakeholder_group s ON s.group_id = g.group_id JOIN proposal p ON p.proposal_id = g.proposal_id
		WHERE p.ref = '${ref}' ORDER BY g.position`);
	assert.deepEqual(await rows(), [[first.ref, "2"], [second.ref, "40"]]);
	await author.submit(await author.get(place), { up: second.ref });
	assert.deepEqual((await rows()).map(([one]) => one), [second.ref, first.ref]);
	const page = words((await author.get(place)).text);
	const links = [...page.matchAll(new RegExp(`https?://[^ ]*/p/${slug}/from/([\\w-]{43})`, "g"))].map(([, token]) => token);
	assert.equal(new Set(links).size, 2);
	assert.doesNotMatch((await auditor.get(place)).text, /\/from\//); // who only reads has no link
	for (const token of links) {
		assert.equal(await one(`SELECT COUNT(*) FROM proposal_group WHERE token LIKE '%${token}%'`), "0");
	}
	assert.equal((await author.submit(await author.get(`${place}/${second.ref}`), { members: "" })).location, place);
	assert.match(words((await author.get(place)).text), /How many is asked|How many are asked is not known/);
	assert.equal((await author.get(`${place}/${first.ref}/write`)).location, place); // not while it is a draft
	assert.equal((await author.submit(await author.get(`${place}/${second.ref}/remove`))).location, place);
	assert.equal((await author.submit(await author.get(`/proposals/${ref}/publish`))).status, 303);
	assert.equal((await author.get(`${place}/${first.ref}/remove`)).location, `/proposals/${ref}`); // its link is out
});

test("members are asked once, and all reminded; the mail says that nobody can tell who answered", async () => {
	const about = `${process.pid}.example`, { ref: group } = await makeGroup(it, { author, members: [`Ann <ann@${about}>`, `ben@${about}`] });
	const { ref, title } = await makeProposal(it, { author, publish: false });
	const place = `/proposals/${ref}/groups`;
	const asked = await askGroup(author, ref, group);
	assert.equal(asked.location, place, `${asked.status} ${words(asked.text)}`);
	await author.submit(await author.get(`/proposals/${ref}/publish`));
	const page = await author.get(`${place}/${group}/write`);
	assert.match(words(page.text), /2 addresses.*Read it and answer here, until the end of.*\/from\/.*nobody can tell which of you answered/);
	const answers = await Promise.all([0, 1].map(() => author.submit(page)));
	assert.deepEqual([...new Set(answers.map(({ status }) => status))], [303]);
	assert.deepEqual((await mails(about)).map(([to]) => to).sort(), [`ann@${about}`, `ben@${about}`]);
	assert.match((await mails(about))[0][1], new RegExp(`Your view is asked: ${title}`));
	assert.match(words((await author.get(place)).text), /Written to on.*Remind them/);
	assert.equal((await author.submit(page)).location, `${place}/${group}/write`); // the old page again: nobody is written to
	assert.equal((await author.submit(await author.get(`${place}/${group}/write`))).location, place);
	assert.equal((await mails(about)).length, 4);
	assert.equal((await author.submit(await author.get(`${place}/${group}/write`))).location, place); // once a day
	assert.equal((await mails(about)).length, 4);
	assert.match(words((await author.get(place)).text), /They were reminded today already.*Reminded on/);
	const over = await makeProposal(it, { author, publish: false, closes: day(1) });
	await askGroup(author, over.ref, group);
	await author.submit(await author.get(`/proposals/${over.ref}/publish`));
	await it.sql(`UPDATE proposal SET closes_on = opens_on WHERE ref = '${over.ref}'`);
	assert.equal((await author.get(`/proposals/${over.ref}/groups/${group}/write`)).location, `/proposals/${over.ref}/groups`);
});
