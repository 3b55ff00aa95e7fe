// soundings.mjs: what a page gains from JavaScript. Every journey works without it.
import { Button, CharacterCount, Checkboxes, ErrorSummary, Header, Radios, createAll } from "nhsuk/index.mjs";
import { chooseAll } from "./choose.mjs";
import { resumeVisit } from "./visit.mjs";

// A question that is due only after a certain answer on the same page:
//   <div data-when-name="stance" data-when-value="against">
// data-when-value may list several codes, separated by spaces. What is hidden is still sent; the program
// knows what is due, and drops what is not.
function conditional(block) {
	const form = block.closest("form");
	const { whenName: name, whenValue: values } = block.dataset;
	if (!form || !name)
		return;
	const wanted = (values ?? "").split(" ");
	const update = () => {
		const given = new FormData(form).getAll(name);
		block.classList.toggle("app-hidden", !given.some((value) => wanted.includes(value)));
	};
	form.addEventListener("change", update);
	update();
}

// The design system styles what only JavaScript can work, and starts its parts, under these two names.
document.body.classList.add("js-enabled");
if ("noModule" in HTMLScriptElement.prototype)
	document.body.classList.add("nhsuk-frontend-supported");
for (const part of [Button, CharacterCount, Checkboxes, ErrorSummary, Header, Radios])
	createAll(part);
for (const block of document.querySelectorAll("[data-when-name]"))
	conditional(block);
for (const form of document.querySelectorAll("form[data-choose]"))
	chooseAll(form);
// Back from the browser's cache: what was chosen is there again, so what it shows must be too.
addEventListener("pageshow", () => {
	resumeVisit();
	for (const form of document.forms)
		form.dispatchEvent(new Event("change"));
});
