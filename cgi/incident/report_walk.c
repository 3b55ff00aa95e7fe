/* report_walk.c: from one page of a report to the next: what it shows, what it takes, which comes
 * after it; for whoever is signed in, and whoever gives no name. */
#include <string.h>
#include "identity_form.h"
#include "report_form.h"

/* ---- From step to step ----------------------------------------------------------------------- */

static size_t place(const struct report_step *step)
{
	return (size_t)(step - report_steps);
}

/* What was ticked as involved has questions of its own, one after the other. */
static const struct report_step *next_involved(
	const struct report *w, const struct report_step *step)
{
	if (!step->involved && strcmp(step->name, "involved") != 0)
		return NULL;
	for (size_t i = place(step) + 1; i < n_report_steps; i++)
		if (report_steps[i].involved && report_step_due(w, &report_steps[i]) &&
			!report_step_given(w, &report_steps[i]))
			return &report_steps[i];
	return NULL;
}

const struct report_step *report_step_after(struct report *w, const struct report_step *step)
{
	const struct report_step *next = report_step_next(w);

	return next ? next : next_involved(w, step);
}

const struct report_step *report_step_before(struct report *w, const struct report_step *step)
{
	if (!step->ordinary || !report_step_next(w))
		return NULL;
	for (size_t i = place(step); i-- > 0;)
		if (report_steps[i].ordinary && report_step_due(w, &report_steps[i]))
			return &report_steps[i];
	return NULL;
}

/* ---- A step ---------------------------------------------------------------------------------- */

static struct form *harm_form(struct report *w)
{
	return w->n_people > 0 ? w->people[0] : report_person_add(w);
}

void report_step_show(struct req *r, struct report *w, const struct report_step *step)
{
	size_t first, count;

	tpl_optional(r->page, M_HAS_INTRO, M_INTRO, step->intro);
	tpl_show_if(r->page, M_OPTIONAL, !step->ordinary);
	if (strcmp(step->name, "candour") == 0)
		tpl_include(r->page, M_CANDOUR_MORE, T_report_candour);
	report_step_range(w, step, &first, &count);
	if (step->first)
		form_show(w->form, first, count, r->page, false);
	else
		form_show(harm_form(w), 0, 2, r->page, false);
}

bool report_step_take(struct req *r, struct report *w, const struct report_step *step)
{
	size_t first, count;
	bool wrong;

	if (!step->first) {
		struct form *person = harm_form(w);

		form_take(person, 0, 2, &r->body);
		report_settle(w);
		return form_check(person, 0, 2) == 0;
	}
	report_step_range(w, step, &first, &count);
	form_take(w->form, first, count, &r->body);
	report_settle(w);
	wrong = report_step_check(w, step) > 0;
	return !identity_warns(r, w->form, first, count, w->reasons) && !wrong;
}

/* ---- Who was affected ------------------------------------------------------------------------ */

size_t report_person_number(const struct report *w, const char *text)
{
	int64_t n;

	return check_number(text, &n) && n >= 1 && n <= (int64_t)w->n_people + 1 &&
			       n <= REPORT_PEOPLE_MOST && report_asks_harm(w)
		       ? (size_t)n
		       : 0;
}

const char *report_person_title(struct req *r, size_t number)
{
	return number == 1 ? "About the person who was harmed"
			   : text_format(r->ctx, "About person %zu who was affected", number);
}
