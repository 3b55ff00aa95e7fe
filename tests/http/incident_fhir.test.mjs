// incident_fhir.test.mjs: a report as FHIR: every code in its list, nobody named; what the national service would still ask.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { signIn } from "../lib/http.mjs";
import { incident, report } from "../lib/incidents.mjs";
import { sharedInstance } from "../lib/instance.mjs";
import { text } from "../lib/surveys.mjs";

let it, manager, auditor, reporter, stranger, account;
const lists = new Map();
const parts = [...readFileSync("cgi/incident/incident_fhir_parts.c", "utf8").replace(/\s+/g, " ").matchAll(/"([a-z-]+)", "(\w+)", "(\w+)", "(\w+)"|PATIENT\( ?"(\w+)", "(\w+)", "(\w+)"/g)]
	.map((m) => ({ element: m[2] ?? m[5], field: m[3] ?? m[6], list: m[4] ?? m[7] }));

before(async () => {
	for (const line of readFileSync("cgi/incident/lfpse_codes.tsv", "utf8").split("\n").slice(1)) {
		const [list, , code] = line.split("\t"), name = list.replaceAll("-", "_").replace(/_5$/, "");
		if (code)
			lists.set(name, (lists.get(name) ?? new Set()).add(code));
	}
	it = await sharedInstance();
	for (const code of ["FHIRA", "FHIRB"])
		await it.sql(`INSERT IGNORE INTO organisation (code, name, kind) VALUES ('${code}', 'Canary Practice ${code}', 'practice')`);
	account = await it.addUser("practice_member", { organisation: "FHIRA", name: "Carla Canary" });
	reporter = await signIn(it, account);
	stranger = await signIn(it, await it.addUser("practice_member", { organisation: "FHIRB" }));
	manager = await signIn(it, await it.addUser("incident_manager"));
	auditor = await signIn(it, await it.addUser("auditor"));
});
after(() => it.release());

const sent = (changes, people, more = {}) => incident(it, { organisation: "FHIRA", reporter: account.email, report: report(changes, people), ...more });
async function fhir(ref, who = manager) {
	const answer = await who.get(`/incidents/${ref}/fhir.json`);
	assert.equal(answer.status, 200, text(answer));
	assert.match(answer.headers.get("content-type"), /^application\/fhir\+json/);
	assert.match(answer.headers.get("content-disposition"), new RegExp(`attachment; filename="${ref}.json"`));
	return JSON.parse(answer.text);
}
/** Every extension with a value: [resource, url of its group, name, value]. */
function* elements(resource, group = "") {
	for (const one of resource.extension ?? [])
		if (one.extension)
			yield* elements(one, one.url);
		else
			yield { group, name: one.url, ...one };
	for (const inside of resource.contained ?? [])
		yield* elements(inside);
}
const values = (resource, name) => [...elements(resource)].filter((one) => one.name === name).map((one) => one.valueCode ?? one.valueString ?? one.valueInteger ?? one.valueBoolean ?? one.valueDate);
/* What R4 knows: hl7.org/fhir/R4/adverseevent.html */
const ofR4 = ["resourceType", "id", "meta", "text", "contained", "extension", "identifier", "actuality", "category", "event", "subject", "date", "detected", "recordedDate",
	"location", "recorder", "suspectEntity"];

test("an answer of every list becomes its element, and every code is in its list", async () => {
	const answers = {}, person = {};
	for (const { field, list } of parts) {
		const code = [...lists.get(list) ?? assert.fail(`no list ${list}`)][0];
		if (["physical", "psychological", "age", "gender", "ethnicity", "association"].includes(field))
			person[field] = code;
		else
			answers[field] = ["involved", "safety_challenges", "involved_processes"].includes(field) ? [code] : code;
	}
	assert.ok(parts.length > 50, "control: the table was read");
	for (const kind of ["incident", "outcome", "risk", "good_care"]) {
		const event = await fhir(await sent({ ...answers, kind, medication_name: "Warfarin", device_name: "Pump 7", involved: ["4", "people"], found_on: "2026-11-05" }, [person, person])), seen = new Set();
		assert.deepEqual(Object.keys(event).filter((name) => !ofR4.includes(name)), []);
		assert.equal(event.resourceType, "AdverseEvent");
		assert.equal(event.meta.profile[0], "https://psims-uat.azure-api.net/taxonomy/fhir/StructureDefinition/patient-safety-adverse-event-5");
		assert.equal(event.actuality, kind === "risk" ? "potential" : "actual");
		assert.equal(event.date, "2026-11-02");
		assert.equal(event.detected, "2026-11-05");
		for (const [name, id] of [["subject", "patient1"], ["location", "location1"], ["recorder", "practitioner1"]]) {
			assert.equal(event[name].reference, `#${id}`);
			assert.ok(event.contained.some((one) => one.id === id), id);
		}
		assert.equal(event.contained.find((one) => one.id === "device1").deviceName[0].name, "Pump 7");
		for (const one of elements(event)) {
			const part = parts.find((p) => p.element === one.name);
			if (part && one.valueCode) {
				assert.ok(lists.get(part.list).has(one.valueCode), `${one.name} ${one.valueCode}`);
				seen.add(one.name);
			}
			assert.ok(one.group.startsWith("https://psims-uat.azure-api.net/taxonomy/fhir/StructureDefinition/") || /AdverseEvent.description$/.test(one.name), one.group);
		}
		if (kind === "incident")
			assert.ok(seen.size > 45, `most elements stand there: ${seen.size}`);
		assert.deepEqual(values(event, "InvolvedAgents"), ["4"], "people are no agent of LFPSE's");
		assert.deepEqual(values(event, "PatientSequence"), [1, 2]);
		assert.deepEqual(values(event, "DrugsInvolved"), ["Warfarin"]);
		assert.equal(values(event, "RiskTheme").length, kind === "risk" ? 1 : 0);
		assert.equal(values(event, "OutcomeType").length, kind === "outcome" ? 1 : 0);
	}
});

test("a code that no list has is left out; where, when and who are as they were reported", async () => {
	const event = await fhir(await sent({ worry: "77", process: "x", where: "other", about_name: "Elsewhere Hospital", happened_about: ["about"], candour: "yes" }));
	assert.deepEqual(values(event, "LevelOfConcern"), []);
	assert.deepEqual(values(event, "Process"), []);
	assert.deepEqual(values(event, "OrganisationOther"), ["Elsewhere Hospital"]);
	assert.deepEqual(values(event, "ApproximateDate"), ["2026-11-02"]);
	assert.deepEqual(values(event, "DutyOfCandour"), [true]);
	assert.deepEqual(values(event, "ReporterOrganisation"), ["FHIRA"]);
	assert.deepEqual(values(await fhir(await sent({})), "Organisation"), ["FHIRA"], "at the practice itself");
	assert.deepEqual(values(await fhir(await sent({ where: "unknown" })), "LocationKnown"), ["u"]);
	assert.equal((await fhir(await sent({}, []))).subject.reference, "#patient1", "R4 wants a subject, where nobody was affected too");
});

test("it names nobody: no name, no address of anybody, no title that a manager wrote", async () => {
	const ref = await sent({}, undefined, { title: "Canary title of a manager" }), whole = JSON.stringify(await fhir(ref));
	for (const canary of ["Carla", "Canary", account.email, "@"])
		assert.ok(!whole.includes(canary), canary);
	assert.ok(whole.includes("A prescription was printed twice"), "control: what happened stands there");
	const own = await sent({ what_happened: "It had \"quotes\", a \\ and\na line, and <b>tags</b>, and ☂ é." });
	assert.ok((await fhir(own)).extension.some((one) => one.valueString === "It had \"quotes\", a \\ and\na line, and <b>tags</b>, and ☂ é."), "whatever it says");
});

test("managers, the auditor and the practice have it; another practice and a provider do not; each is told of", async () => {
	const ref = await sent({});
	await fhir(ref, auditor);
	const own = await reporter.get(`/reports/${ref}/fhir.json`);
	assert.equal(own.status, 200);
	assert.equal(JSON.parse(own.text).identifier.value, ref);
	assert.equal((await stranger.get(`/reports/${ref}/fhir.json`)).status, 404);
	assert.equal((await stranger.get(`/reports/${ref}/national`)).status, 404);
	assert.equal((await reporter.get(`/incidents/${ref}/fhir.json`)).status, 403);
	const [[n]] = await it.sql(`SELECT COUNT(*) FROM audit WHERE action = 'export' AND subject = 'incident' AND ref = '${ref}'`);
	assert.equal(Number(n), 2);
});

test("the page says what is missing, by the kind of report, and that nothing was sent", async () => {
	const standing = async (changes) => {
		const answer = await manager.get(`/incidents/${await sent(changes)}/national`);
		assert.equal(answer.status, 200);
		return text(answer);
	};
	const bare = await standing({});
	for (const words of ["What the national service would still ask", "Nothing has been sent to the national service", "4 things are missing", "Safety challenges", "List of safety challenges"])
		assert.ok(bare.includes(words), words);
	assert.ok(!bare.includes("RiskImminent"));
	const more = await standing({ involved: ["3"], process: "3", safety_challenges: ["6"] });
	assert.ok(more.includes("1 thing is missing"), more);
	assert.ok((await standing({ involved: ["4"], process: "3", safety_challenges: ["6"] })).includes("2 things are missing"));
	assert.ok((await standing({ kind: "risk" })).includes("RiskImminent"));
	assert.ok((await standing({ kind: "good_care" })).includes("HowFutureOccurrence"));
	const page = await manager.get(`/incidents/${await sent({})}`);
	assert.match(page.text, /href="\/incidents\/[\w-]+\/national"/);
	assert.match((await reporter.get(`/reports/${await sent({})}`)).text, /href="\/reports\/[\w-]+\/national"/);
});
