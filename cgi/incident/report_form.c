/* report_form.c: a report as a form: read from its JSON, which steps are due, checked, shown. */
#include "report_form.h"

#include <string.h>
#include "identity_form.h"

/* ---- What was typed -------------------------------------------------------------------------- */

static const char *typed(const struct form *f, const char *name)
{
	size_t i;

	return form_field_index(f, name, &i) && f->values[i].n_parts > 0 && f->values[i].parts[0]
		       ? f->values[i].parts[0]
		       : "";
}

static bool ticked(const struct form *f, const char *name, const char *code)
{
	size_t i;

	if (!form_field_index(f, name, &i))
		return false;
	for (size_t p = 0; p < f->values[i].n_parts; p++)
		if (f->values[i].parts[p] && strcmp(f->values[i].parts[p], code) == 0)
			return true;
	return false;
}

static bool is_given(const struct form *f, size_t i)
{
	for (size_t p = 0; p < f->values[i].n_parts; p++)
		if (f->values[i].parts[p] && *f->values[i].parts[p])
			return true;
	return false;
}

/* ---- From JSON ------------------------------------------------------------------------------- */

/* A draft has what was typed; what was sent has its dates in one piece. */
static void load(struct form *f, const json_t *values)
{
	form_load_raw(f, values);
	for (size_t i = 0; i < f->n; i++) {
		const json_t *value = json_object_get(values, f->fields[i].name);

		if (f->fields[i].type == FIELD_DATE && json_is_string(value))
			form_put_date(f, f->fields[i].name, json_string_value(value));
	}
}

static const struct choice anonymous_shares[] = {
	{ "practice", "That it was our practice", NULL, false },
	{ "nobody", "Not even our practice", NULL, false },
};

static void copy_fields(struct report *w)
{
	size_t i;

	memcpy(w->fields, report_fields, n_report_fields * sizeof *w->fields);
	memcpy(w->fields + n_report_fields, report_involved_fields,
		n_report_involved_fields * sizeof *w->fields);
	if (!form_field_index(w->form, "about_organisation", &i))
		BUG("no field for another organisation");
	w->fields[i].choices = w->organisations;
	w->fields[i].n_choices = w->n_organisations;
	if (!w->anonymous || !form_field_index(w->form, "share", &i))
		return;
	w->fields[i].choices = anonymous_shares;
	w->fields[i].n_choices = COUNT(anonymous_shares);
}

struct form *report_person_add(struct report *w)
{
	struct form *f;

	if (w->n_people == REPORT_PEOPLE_MOST)
		return NULL;
	w->people_fields[w->n_people] = NEW_ARRAY(w, struct field, n_report_person_fields);
	memcpy(w->people_fields[w->n_people], report_person_fields,
		n_report_person_fields * sizeof *w->fields);
	f = form_new(w, w->people_fields[w->n_people], n_report_person_fields);
	w->people[w->n_people++] = f;
	return f;
}

void report_person_remove(struct report *w, size_t i)
{
	ASSERT(i < w->n_people);
	for (w->n_people--; i < w->n_people; i++) {
		w->people[i] = w->people[i + 1];
		w->people_fields[i] = w->people_fields[i + 1];
	}
}

struct report *report_new(TALLOC_CTX *ctx, const json_t *json, const struct choice *organisations,
	size_t n_organisations)
{
	struct report *w = NEW(ctx, struct report);
	size_t n = n_report_fields + n_report_involved_fields, i;
	const json_t *person;
	struct form *f;

	w->organisations = organisations;
	w->n_organisations = n_organisations;
	w->fields = NEW_ARRAY(w, struct field, n);
	memcpy(w->fields, report_fields, n_report_fields * sizeof *w->fields);
	memcpy(w->fields + n_report_fields, report_involved_fields,
		n_report_involved_fields * sizeof *w->fields);
	w->form = form_new(w, w->fields, n);
	w->reasons = identity_reasons_new(w, json_object_get(json, "identity_reasons"));
	load(w->form, json_object_get(json, "answers"));
	json_array_foreach(json_object_get(json, "people"), i, person)
	{
		f = report_person_add(w);
		if (!f)
			break;
		load(f, person);
	}
	report_settle(w);
	return w;
}

/* ---- Steps ----------------------------------------------------------------------------------- */

const struct report_step *report_step_named(const char *name)
{
	for (size_t i = 0; i < n_report_steps; i++)
		if (strcmp(report_steps[i].name, name) == 0)
			return &report_steps[i];
	return NULL;
}

static bool is_of_kind(const struct report *w, const char *kinds)
{
	const char *kind = typed(w->form, "kind");

	return *kind && choice_index(incident_kinds, INCIDENT_KINDS, kind) < INCIDENT_KINDS &&
	       strstr(kinds, kind);
}

bool report_asks_harm(const struct report *w)
{
	return is_of_kind(w, report_step_named("harm")->kinds);
}

/* Moderate harm or worse, or death: the duty may apply. LFPSE's codes: the smaller the worse. */
static bool calls_for_candour(const struct report *w)
{
	for (size_t i = 0; i < w->n_people; i++) {
		const char *physical = typed(w->people[i], "physical");
		const char *psychological = typed(w->people[i], "psychological");

		if ((*physical && strstr("1 2 3", physical)) ||
			(*psychological && strstr("1 2", psychological)))
			return true;
	}
	return false;
}

bool report_step_due(const struct report *w, const struct report_step *step)
{
	if (step->kinds && !is_of_kind(w, step->kinds))
		return false;
	if (step->involved && !ticked(w->form, "involved", step->involved))
		return false;
	return strcmp(step->name, "candour") != 0 || calls_for_candour(w);
}

void report_step_range(
	const struct report *w, const struct report_step *step, size_t *first, size_t *count)
{
	size_t last;

	*first = *count = 0;
	if (!step->first)
		return;
	if (!form_field_index(w->form, step->first, first) ||
		!form_field_index(w->form, step->last, &last))
		BUG("a step of the report has a field that is none");
	*count = last - *first + 1;
}

static void never(struct field *field)
{
	field->when_name = "kind"; /* of a person it is none: never due either */
	field->when_code = "-";
}

void report_leave_out(const struct form *f, struct field *fields, size_t first, size_t count)
{
	for (size_t i = first; i < first + count; i++)
		if (!fields[i].required && !is_given(f, i))
			never(&fields[i]);
}

void report_settle(struct report *w)
{
	const char *kind = typed(w->form, "kind");
	size_t first, count;

	copy_fields(w);
	for (size_t s = 0; s < n_report_steps; s++) {
		if (report_step_due(w, &report_steps[s]))
			continue;
		report_step_range(w, &report_steps[s], &first, &count);
		for (size_t i = first; i < first + count; i++)
			never(&w->fields[i]);
	}
	if (strcmp(kind, "risk") == 0) {
		form_field_index(w->form, "happened_on", &first);
		never(&w->fields[first]);
		never(&w->fields[first + 1]); /* is the date approximate? */
	}
	form_field_index(w->form, "where", &first);
	w->fields[first].label = strcmp(kind, "risk") == 0        ? "Where is the risk?"
				 : strcmp(kind, "good_care") == 0 ? "Where was the good care?"
								  : "Where did it happen?";
}

bool report_step_given(const struct report *w, const struct report_step *step)
{
	size_t first, count;

	report_step_range(w, step, &first, &count);
	for (size_t i = first; i < first + count; i++)
		if (form_due(w->form, i) && is_given(w->form, i))
			return true;
	return !step->first && w->n_people > 0;
}

bool report_person_given(const struct form *person)
{
	for (size_t i = 0; i < person->n; i++)
		if (is_given(person, i))
			return true;
	return false;
}

size_t report_person_incomplete(struct report *w)
{
	if (w->n_people == 0)
		return 1;
	for (size_t i = 0; i < w->n_people; i++)
		if (form_check(w->people[i], 0, 2) > 0)
			return i + 1;
	return 0;
}

size_t report_step_check(struct report *w, const struct report_step *step)
{
	size_t first, count, n;

	if (!step->first)
		return report_person_incomplete(w) > 0;
	report_step_range(w, step, &first, &count);
	n = form_check(w->form, first, count);
	if (strcmp(step->name, "when") == 0 && ticked(w->form, "where", "other") &&
		!*typed(w->form, "about_organisation") && !*typed(w->form, "about_name")) {
		form_fail(w->form, "about_organisation",
			"Choose the organisation, or type its name below");
		n++;
	}
	return n;
}

bool report_step_complete(struct report *w, const struct report_step *step)
{
	return report_step_check(w, step) == 0;
}

const struct report_step *report_step_next(struct report *w)
{
	for (size_t i = 0; i < n_report_steps; i++)
		if (report_steps[i].ordinary && report_step_due(w, &report_steps[i]) &&
			!report_step_complete(w, &report_steps[i]))
			return &report_steps[i];
	return NULL;
}

/* ---- To JSON --------------------------------------------------------------------------------- */

json_t *report_draft_json(const struct report *w)
{
	json_t *people = must(json_array());

	for (size_t i = 0; i < w->n_people; i++)
		json_array_append_new(people, form_raw_json(w->people[i]));
	return must(json_pack("{so so sO}", "answers", form_raw_json(w->form), "people", people,
		"identity_reasons", w->reasons));
}

json_t *report_sent_json(struct report *w)
{
	json_t *people = must(json_array());

	form_check(w->form, 0, w->form->n);
	for (size_t i = 0; i < w->n_people && report_asks_harm(w); i++) {
		form_check(w->people[i], 0, w->people[i]->n);
		json_array_append_new(people, form_answers(w->people[i]));
	}
	return must(json_pack("{so so so}", "answers", form_answers(w->form), "people", people,
		"identity_reasons", identity_reasons_left(w->form, w->reasons)));
}
