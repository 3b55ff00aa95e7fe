// visit.mjs: after the browser's Back button, the page goes on with the newest answers of this visit, not with those it had when it
// was first shown. The sealed state is kept in this tab alone, and is dropped when the answers are sent or a new visit begins.
const key = "visit";

function newest() {
	try {
		return JSON.parse(sessionStorage.getItem(key));
	} catch {
		return null; // storage switched off, or not ours: the form's own state serves
	}
}

function keep(visit) {
	try {
		sessionStorage.setItem(key, JSON.stringify(visit));
	} catch {
		// full or switched off: as without JavaScript
	}
}

// A page that ends a visit: of one that was sent no more than its mark is kept, to say so to who goes back.
function end(how) {
	const last = newest();
	keep(how === "sent" && last ? { mark: last.mark, sent: true } : null);
}

export function resumeVisit() {
	const ended = document.querySelector("[data-visit-end]");
	if (ended)
		end(ended.dataset.visitEnd);
	for (const input of document.querySelectorAll("input[data-visit]")) {
		const here = { mark: input.dataset.visit, step: Number(input.dataset.step), state: input.value };
		const last = newest();
		if (last?.mark !== here.mark)
			keep(here);
		else if (last.sent)
			document.querySelector("[data-visit-sent]")?.classList.remove("app-hidden");
		else if (last.step > here.step)
			input.value = last.state;
		else
			keep(here);
	}
}
