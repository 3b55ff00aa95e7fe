// surveys.mjs: the surveys that are measured, made of the demonstration ones, and a great many responses to them.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../lib/instance.mjs";

const demo = (name) => JSON.parse(readFileSync(join(root, "sql/demo", `${name}.json`), "utf8"));

async function soundings(it, ...args) {
	const { status, stdout, stderr } = await it.soundings(args);
	if (status !== 0)
		throw new Error(`soundings ${args.join(" ")}: ${stderr}`);
	return stdout;
}

/** The consultation under another address, with other settings. */
export async function importSurvey(it, slug, settings = {}) {
	const survey = demo("joint-commissioning"), file = join(it.var, `${slug}.json`);
	writeFileSync(file, JSON.stringify({ ...survey, slug, settings: { ...survey.settings, ...settings } }));
	await soundings(it, "import", "survey", file);
}

/** Chooses the same each time, so that runs can be compared. */
function chooser(seed) {
	return (list) => {
		seed = (seed * 1103515245 + 12345) % 2147483648;
		return list[Math.floor(seed / 2147483648 * list.length)];
	};
}

/** Answers as people give them: some leave questions out, most write something, all differ in what they tick. */
function answers(survey, example, choose) {
	const out = {};
	for (const question of survey.pages.flatMap((page) => page.questions)) {
		const codes = question.options?.map(({ code }) => code);
		if (question.when && out[question.when.question] !== question.when.option)
			continue;
		if (!question.required && choose([0, 0, 0, 0, 1]))
			continue;
		if (question.type === "radios")
			out[question.code] = choose(codes);
		else if (question.type === "checkboxes")
			out[question.code] = codes.slice(0, -1).filter(() => choose([true, false]));
		else if (question.type === "grid")
			out[question.code] = Object.fromEntries(question.rows.map(({ code }) => [code, choose(codes)]));
		else if (question.type === "number")
			out[question.code] = choose([0, 1, 2, 3, 4, 6, 9, 12, 30]);
		else if (example[question.code])
			out[question.code] = example[question.code];
		if (Array.isArray(out[question.code]) && !out[question.code].length)
			delete out[question.code];
	}
	return out;
}

/** Fills a survey with so many responses over a year, through the program's own import; counts them. */
export async function fill(it, slug, rows) {
	const survey = demo("joint-commissioning"), examples = demo("joint-commissioning.responses").responses;
	const kinds = Math.min(2000, rows), choose = chooser(20261122), file = join(it.var, `${slug}.responses.json`);
	const responses = Array.from({ length: kinds }, (_, i) => ({
		received_on: new Date(Date.UTC(2025, 10, 1) + choose([...Array(365).keys()]) * 86_400_000).toISOString().slice(0, 10),
		answers: answers(survey, choose(examples).answers, choose),
		times: Math.floor(rows / kinds) + (i < rows % kinds ? 1 : 0),
	}));
	writeFileSync(file, JSON.stringify({ responses }));
	await importSurvey(it, slug);
	await soundings(it, "import", "responses", slug, file);
	await soundings(it, "tally");
}

/** `soundings tally --rebuild` must find nothing to change. */
export const rebuild = (it) => soundings(it, "tally", "--rebuild");
