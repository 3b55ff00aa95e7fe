/* incident_report_show.c: a report as people read it: every answer that was given, codes as words.
 */
#include <ctype.h>
#include <string.h>
#include "incident_report.h"
#include "incident_sections.h"

/* Answers in this order; what is not here comes where there is no name, or behind, by the title of
 * its list. */
struct shown {
	const char *name, *label;
	const struct choice *choices; /* NULL: of the list with this name, or a text */
	size_t n;
};

static const struct choice limbs[] = {
	{ "death", "Death", NULL, false },
	{ "impairment", "Impairment for 28 days or more", NULL, false },
	{ "body", "Changes to the structure of the body", NULL, false },
	{ "pain", "Prolonged pain or prolonged psychological harm", NULL, false },
	{ "shortened", "Shortened life expectancy", NULL, false },
	{ "treatment", "Treatment needed to prevent one of these", NULL, false },
};
static const struct choice steps[] = {
	{ "told", "Told in person", NULL, false },
	{ "account", "A true account of what is known", NULL, false },
	{ "enquiries", "What further enquiries there will be", NULL, false },
	{ "apology", "An apology", NULL, false },
	{ "record", "A written record", NULL, false },
	{ "letter", "A letter", NULL, false },
	{ "support", "Support offered", NULL, false },
};
static const struct choice yes_no_unknown[] = {
	{ "yes", "Yes", NULL, false },
	{ "no", "No", NULL, false },
	{ "unknown", "Not known", NULL, false },
};

#define CHOICES(list) list, COUNT(list)
#define LFPSE(name)   lfpse_##name, COUNT(lfpse_##name)
#define TEXT          NULL, 0
static const struct shown answers[] = {
	{ "kind", "What kind", CHOICES(incident_kinds) },
	{ "what_happened", "What happened", TEXT },
	{ "happened_on", "When it happened", TEXT },
	{ "happened_about", "The date is", TEXT },
	{ "happened_bracket", "At what time", LFPSE(time_of_incident_brackets) },
	{ "found_on", "When it was found", TEXT },
	{ "detection", "How it was found", LFPSE(detection_points) },
	{ "where", "Where it happened", CHOICES(incident_abouts) },
	{ "about_organisation", "Which organisation", TEXT },
	{ "about_name", "Which organisation", TEXT },
	{ "about_service", "Which service", LFPSE(service_type) },
	{ "place", "Place", LFPSE(incident_location) },
	{ "outcome_type", "What outcome", LFPSE(outcome_type) },
	{ "risk_theme", "What the risk is about", LFPSE(risk_themes) },
	{ "risk_timeframe", "When it could happen", LFPSE(risk_timeframes) },
	{ "process", "During which part of care", LFPSE(healthcare_process) },
	{ "involved", "What was involved", LFPSE(agent_type) },
	{ NULL, NULL, TEXT }, /* the questions that follow from what was involved */
	{ "medication_name", "Which medicine", TEXT },
	{ "device_name", "Which device", TEXT },
	{ "safety_challenges", "Safety challenges", LFPSE(safety_challenges) },
	{ "done_at_once", "What was done at once", TEXT },
	{ "prevent", "What might stop it happening again", TEXT },
	{ "worry", "How worried the reporter is", LFPSE(worry_scale) },
	{ "relationship", "How the reporter knows of it", LFPSE(reporter_relationship_to_event) },
	{ "candour", "Duty of candour applies", CHOICES(yes_no_unknown) },
	{ "candour_limbs", "Because of", CHOICES(limbs) },
	{ "candour_steps", "Done so far for the duty of candour", CHOICES(steps) },
	{ "candour_told_on", "Told in person on", TEXT },
	{ "share", "Another organisation may be told", CHOICES(incident_shares) },
};
static const struct shown of_person[] = {
	{ "physical", "Physical harm", LFPSE(level_of_physical_harm) },
	{ "psychological", "Psychological harm", LFPSE(level_of_psychological_harm) },
	{ "age", "Age", LFPSE(age_brackets) },
	{ "gender", "Gender", LFPSE(gender) },
	{ "ethnicity", "Ethnicity", LFPSE(ethnicity) },
	{ "association", "Had to do with it", LFPSE(strength_of_association) },
};

static const struct shown *known(const struct shown *list, size_t n, const char *name)
{
	for (size_t i = 0; i < n; i++)
		if (list[i].name && strcmp(list[i].name, name) == 0)
			return &list[i];
	return NULL;
}

/* A field's name is the beginning of its list's name (32 characters). */
static const struct lfpse_list *list_of(const char *name)
{
	size_t len = strlen(name);

	for (size_t i = 0; i < n_lfpse_lists; i++)
		if (strncmp(lfpse_lists[i].name, name, len) == 0 &&
			(len == 32 || !lfpse_lists[i].name[len]))
			return &lfpse_lists[i];
	return NULL;
}

/* "too_much" → "Too much". */
static const char *name_words(TALLOC_CTX *ctx, const char *name)
{
	char *words = text_copy(ctx, name);

	for (char *c = words; *c; c++)
		if (*c == '_')
			*c = ' ';
	words[0] = (char)toupper((unsigned char)words[0]);
	return words;
}

static const char *one_value(struct req *r, const struct shown *s, const char *value)
{
	struct q_organisation_by_code of;
	size_t len = strlen(s->name);

	if (s->choices) /* people are beside LFPSE's agents in the form's list */
		return strcmp(value, "people") == 0 ? "People"
						    : choice_label(s->choices, s->n, value);
	if (strcmp(s->name, "about_organisation") == 0 && r->pool == POOL_STAFF &&
		Q_ONE(r->db, organisation_by_code, &of, .code = value))
		return of.name;
	if (strcmp(s->name, "happened_about") == 0)
		return "Approximate";
	return len > 3 && strlen(value) == 10 && strcmp(s->name + len - 3, "_on") == 0
		       ? date_text(r->ctx, value)
		       : value;
}

static const char *value_words(struct req *r, const struct shown *s, const json_t *value)
{
	struct buf out = { .ctx = r->ctx };
	const json_t *item;
	size_t i;

	if (json_is_string(value))
		return one_value(r, s, json_string_value(value));
	if (json_is_integer(value))
		return text_format(r->ctx, "%lld", (long long)json_integer_value(value));
	json_array_foreach(value, i, item) if (json_is_string(item)) buf_addf(
		&out, "%s%s", out.len ? "\n" : "", one_value(r, s, json_string_value(item)));
	return buf_text(&out);
}

static void show_row(struct req *r, struct tpl *t, const struct shown *s, const json_t *value)
{
	const char *words = value_words(r, s, value);
	struct tpl *row;

	if (!*words)
		return;
	row = tpl_add(t, M_ANSWER);
	tpl_set(row, M_LABEL, s->label);
	tpl_set(row, M_VALUE, words);
}

/* What is in no list of ours, in the report's order. */
static void show_others(
	struct req *r, struct tpl *t, const struct shown *list, size_t n, const json_t *object)
{
	const json_t *value;
	const char *name;

	json_object_foreach((json_t *)object, name, value)
	{
		const struct lfpse_list *of = list_of(name);

		if (known(list, n, name))
			continue;
		show_row(r, t,
			&(struct shown){ name, of ? of->title : name_words(r->ctx, name),
				of ? of->choices : NULL, of ? of->n : 0 },
			value);
	}
}

/* The known ones in their order, the others at their place, or behind. */
static void show_all(
	struct req *r, struct tpl *t, const struct shown *list, size_t n, const json_t *object)
{
	bool placed = false;

	for (size_t i = 0; i < n; i++)
		if (list[i].name) {
			show_row(r, t, &list[i], json_object_get(object, list[i].name));
		} else {
			show_others(r, t, list, n, object);
			placed = true;
		}
	if (!placed)
		show_others(r, t, list, n, object);
}

void incident_report_show(struct req *r, const json_t *report, struct tpl *page)
{
	const json_t *people = json_object_get(report, "people"), *person;
	struct tpl *t = tpl_include(page, M_REPORT, T_incident_report), *one;
	size_t i;

	show_all(r, t, answers, COUNT(answers), json_object_get(report, "answers"));
	json_array_foreach(people, i, person)
	{
		one = tpl_add(t, M_AFFECTED);
		tpl_setf(one, M_WHO, "Person affected%s",
			json_array_size(people) > 1 ? text_format(r->ctx, " (%zu of %zu)", i + 1,
							      json_array_size(people))
						    : "");
		show_all(r, one, of_person, COUNT(of_person), person);
	}
}

void incident_section_report(
	struct req *r, const struct q_incident_by_ref *in, bool may_change, struct tpl *page)
{
	(void)may_change;
	incident_report_show(r, report_open(r->ctx, in->report),
		tpl_include(page, M_SECTION, T_incident_section_report));
}
