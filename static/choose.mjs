// choose.mjs: a button that ticks every box of a list on this page, or none. Without it each is ticked by itself.

/** form: <form id="assign" data-choose="ref">, whose boxes are named "ref", wherever on the page they are. */
export function chooseAll(form) {
	const boxes = [...form.elements].filter(({ name, type }) => type === "checkbox" && name === form.dataset.choose);
	if (boxes.length < 2)
		return;
	const button = document.createElement("button");
	const all = () => boxes.every(({ checked }) => checked);
	const update = () => { button.textContent = all() ? "Tick none" : "Tick all on this page"; };
	button.type = "button";
	button.className = "nhsuk-button nhsuk-button--secondary nhsuk-button--small app-choose-all";
	button.addEventListener("click", () => {
		const checked = !all();
		for (const box of boxes)
			box.checked = checked;
		update();
	});
	for (const box of boxes)
		box.addEventListener("change", update);
	update();
	form.append(" ", button);
}
