/* report_show.c: a report on the page, a step each: to be checked and added to, or as it was sent.
 */
#include <string.h>
#include "report_form.h"

static struct tpl *part(struct tpl *t, const char *title)
{
	struct tpl *p = tpl_add(t, M_REPORT_PART);

	tpl_set(p, M_PART, title);
	return p;
}

/* How a part is changed: what was sent is not, a draft by its address, what is only in a form by a
 * button of it. */
enum change { CHANGE_NOT, CHANGE_LINK, CHANGE_BUTTON };

static void change_step(struct tpl *p, enum change how, const struct report_step *step)
{
	if (how == CHANGE_LINK)
		tpl_set(tpl_add(p, M_PART_STEP), M_STEP, step->name);
	else if (how == CHANGE_BUTTON)
		tpl_setf(tpl_add(p, M_PART_GO), M_GO, "to-%s", step->name);
}

static void change_person(struct tpl *p, enum change how, size_t number)
{
	if (how == CHANGE_LINK)
		tpl_int(tpl_add(p, M_PART_PERSON), M_NUMBER, (int64_t)number);
	else if (how == CHANGE_BUTTON)
		tpl_setf(tpl_add(p, M_PART_GO), M_GO, "to-person-%zu", number);
}

static bool more_is_given(const struct form *person)
{
	for (size_t i = 2; i < person->n; i++)
		if (person->values[i].parts[0] && *person->values[i].parts[0])
			return true;
	return false;
}

static void show_people(
	struct report *w, struct tpl *t, const struct report_step *harm, enum change how)
{
	for (size_t i = 0; i < w->n_people; i++) {
		struct form *person = w->people[i];
		struct tpl *p =
			part(t, i == 0 ? harm->title : text_format(w, "Harm to person %zu", i + 1));

		report_leave_out(person, w->people_fields[i], 0, person->n);
		form_check(person, 0, person->n);
		form_summary(person, 0, person->n, p, NULL, 0);
		if (i == 0)
			change_step(p, how, harm);
		else
			change_person(p, how, i + 1);
	}
}

static void show_step(
	struct report *w, struct tpl *t, const struct report_step *step, enum change how)
{
	size_t first, count;
	struct tpl *p;

	if (!step->first) {
		show_people(w, t, step, how);
		return;
	}
	report_step_range(w, step, &first, &count);
	report_step_check(w, step);
	report_leave_out(w->form, w->fields, first, count);
	p = part(t, step->title);
	form_summary(w->form, first, count, p, NULL, 0);
	change_step(p, how, step);
}

static void offer_step(struct tpl *t, const struct report_step *step, enum change how, bool given)
{
	struct tpl *d = tpl_add(t, M_REPORT_DETAIL);

	tpl_set(d, M_PART, step->title);
	change_step(d, how, step);
	tpl_show_if(d, M_GIVEN, given);
	tpl_show_if(d, M_NOT_GIVEN, !given);
}

static void offer_person(
	struct tpl *t, const char *title, size_t number, enum change how, bool given)
{
	struct tpl *d = tpl_add(t, M_REPORT_DETAIL);

	tpl_set(d, M_PART, title);
	change_person(d, how, number);
	tpl_show_if(d, M_GIVEN, given);
	tpl_show_if(d, M_NOT_GIVEN, !given);
}

static void offer_people(struct report *w, struct tpl *t, enum change how)
{
	if (!report_asks_harm(w) || w->n_people == 0)
		return;
	offer_person(
		t, "More about the person who was harmed", 1, how, more_is_given(w->people[0]));
	if (w->n_people < REPORT_PEOPLE_MOST)
		offer_person(t, "Somebody else who was affected", w->n_people + 1, how, false);
}

static void show_details(struct report *w, struct tpl *page, const char *ref, enum change how)
{
	struct tpl *t = tpl_include(page, M_DETAILS, T_report_details);

	tpl_set(t, M_REF, ref);
	offer_people(w, t, how);
	for (size_t i = 0; i < n_report_steps; i++) {
		const struct report_step *step = &report_steps[i];

		if (!step->ordinary && report_step_due(w, step))
			offer_step(t, step, how, report_step_given(w, step));
	}
}

void report_show(struct report *w, struct tpl *page, const char *ref, bool draft)
{
	enum change how = !draft ? CHANGE_NOT : ref ? CHANGE_LINK : CHANGE_BUTTON;
	struct tpl *t = tpl_include(page, M_REPORT, T_report_parts);

	tpl_set(t, M_REF, ref);
	for (size_t i = 0; i < n_report_steps; i++) {
		const struct report_step *step = &report_steps[i];

		if (!report_step_due(w, step))
			continue;
		if (report_step_given(w, step) || (step->ordinary && draft))
			show_step(w, t, step, how);
	}
	if (draft)
		show_details(w, page, ref, how);
}
