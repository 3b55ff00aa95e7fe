/* incident_candour.c: the duty of candour of an incident (Regulation 20): does it apply, by which
 * limb, and which step was done when. There is no statutory number of days: the page says how long
 * we have known. */
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include "incident_sections.h"
#include "incident_work.h"
#include "pages.h"

struct typed {
	const char *applies, *why, *known_on, *told_on, *told_whom, *told_by, *told_how,
		*account_on, *enquiries_on, *enquiries, *apology_on, *record_on, *letter_on,
		*support_on, *support;
};

static const struct choice answers[] = {
	{ "yes", "Yes, it applies", NULL, false },
	{ "no", "No, it does not apply", NULL, false },
	{ "unknown", "We are not sure yet", NULL, false },
};

/* Regulation 20(9), of health service bodies' other providers: general practices. */
static const struct choice limbs[] = {
	{ "death", "The person died, because of the incident", NULL, false },
	{ "impairment",
		"Senses, movement or mind were impaired, or are likely to be, for 28 days or more",
		NULL, false },
	{ "body", "Changes to the structure of the body", NULL, false },
	{ "pain",
		"Prolonged pain or prolonged psychological harm, of 28 days or more without a "
		"break",
		NULL, false },
	{ "shortened", "A shortened life expectancy", NULL, false },
	{ "treatment",
		"Treatment by a healthcare professional was needed to prevent death, or any of "
		"these",
		NULL, false },
};

static const struct choice whoms[] = {
	{ "patient", "The patient", NULL, false },
	{ "other", "Somebody who lawfully acts on their behalf", NULL, false },
	{ "declined", "They did not want to be told", NULL, false },
	{ "unreached", "They could not be reached", NULL, false },
};

static const struct choice hows[] = {
	{ "person", "Face to face", NULL, false },
	{ "video", "By video", NULL, false },
	{ "telephone", "By telephone", NULL, false },
};

#define DAY(member, text, more)                                                                    \
	{                                                                                          \
		.type = FIELD_DATE, .name = #member, .label = (text), .hint = (more),              \
		.unmarked = true, .max_date = "today", .when_name = "applies", .when_code = "yes", \
		.into = offsetof(struct typed, member)                                             \
	}

/* Where the steps begin: what the report says of each stands beside it. */
enum { APPLIES, LIMBS, WHY, KNOWN, TOLD };

static const struct field all_fields[] = {
	[APPLIES] = { .type = FIELD_RADIOS,
		.name = "applies",
		.label = "Does the duty of candour apply?",
		.required = true,
		.missing = "Select whether the duty of candour applies",
		.choices = answers,
		.n_choices = COUNT(answers),
		.into = offsetof(struct typed, applies) },
	[LIMBS] = { .type = FIELD_CHECKBOXES,
		.name = "limbs",
		.label = "What makes it apply",
		.hint = "Regulation 20(9): unintended or unexpected, and in the reasonable opinion "
			"of a healthcare professional led to one of these",
		.required = true,
		.missing = "Select what makes it apply",
		.choices = limbs,
		.n_choices = COUNT(limbs),
		.when_name = "applies",
		.when_code = "yes" },
	[WHY] = { .type = FIELD_LONG,
		.name = "why",
		.label = "Why we think so",
		.max_length = 1000,
		.unmarked = true,
		.into = offsetof(struct typed, why) },
	[KNOWN] =
		DAY(known_on, "We have known since", "The day somebody first saw that it applies"),
	[TOLD] = DAY(told_on, "Told in person", "As soon as reasonably practicable"),
	{ .type = FIELD_RADIOS,
		.name = "told_whom",
		.label = "Who was told",
		.unmarked = true,
		.choices = whoms,
		.n_choices = COUNT(whoms),
		.when_name = "applies",
		.when_code = "yes",
		.into = offsetof(struct typed, told_whom) },
	{ .type = FIELD_SHORT,
		.name = "told_by",
		.label = "By whom",
		.hint = "Their role, like practice manager or GP partner",
		.unmarked = true,
		.max_length = 200,
		.autocomplete = "off",
		.when_name = "applies",
		.when_code = "yes",
		.into = offsetof(struct typed, told_by) },
	{ .type = FIELD_RADIOS,
		.name = "told_how",
		.label = "How",
		.unmarked = true,
		.choices = hows,
		.n_choices = COUNT(hows),
		.when_name = "applies",
		.when_code = "yes",
		.into = offsetof(struct typed, told_how) },
	DAY(account_on, "A true account was given", "All that was known of the incident then"),
	DAY(enquiries_on, "Told what further enquiries there will be", NULL),
	{ .type = FIELD_LONG,
		.name = "enquiries",
		.label = "Which enquiries",
		.unmarked = true,
		.max_length = 1000,
		.when_name = "applies",
		.when_code = "yes",
		.into = offsetof(struct typed, enquiries) },
	DAY(apology_on, "An apology was made", "Saying sorry is not admitting liability"),
	DAY(record_on, "A written record was made", "Of what was said, kept securely"),
	DAY(letter_on, "The letter was sent",
		"The same in writing, with the results of the enquiries"),
	DAY(support_on, "Support was offered", NULL),
	{ .type = FIELD_LONG,
		.name = "support",
		.label = "Which support",
		.unmarked = true,
		.max_length = 1000,
		.when_name = "applies",
		.when_code = "yes",
		.into = offsetof(struct typed, support) },
};
#undef DAY
enum { FIELDS = COUNT(all_fields) };

/* The steps, by the report's codes and the row's fields. */
static const struct {
	const char *code, *field, *label;
	size_t at;
} steps[] = {
	{ "told", "told_on", "Told in person", offsetof(struct q_incident_candour, told_on) },
	{ "account", "account_on", "True account",
		offsetof(struct q_incident_candour, account_on) },
	{ "enquiries", "enquiries_on", "Further enquiries",
		offsetof(struct q_incident_candour, enquiries_on) },
	{ "apology", "apology_on", "Apology", offsetof(struct q_incident_candour, apology_on) },
	{ "record", "record_on", "Written record", offsetof(struct q_incident_candour, record_on) },
	{ "letter", "letter_on", "Letter", offsetof(struct q_incident_candour, letter_on) },
	{ "support", "support_on", "Support", offsetof(struct q_incident_candour, support_on) },
};

static const char *step_day(const struct q_incident_candour *row, size_t i)
{
	return *(const char *const *)((const char *)row + steps[i].at);
}

/* ---- What is stored, or what the report says ------------------------------------------------- */

static bool reported(const json_t *report, const char *list, const char *code)
{
	const json_t *codes = report_list(report, list);

	for (size_t i = 0; i < json_array_size(codes); i++) {
		const char *one = json_string_value(json_array_get(codes, i));

		if (one && strcmp(one, code) == 0)
			return true;
	}
	return false;
}

static const char *reported_limbs(TALLOC_CTX *ctx, const json_t *report)
{
	struct buf all = { .ctx = ctx };

	for (size_t i = 0; i < COUNT(limbs); i++)
		if (reported(report, "candour_limbs", limbs[i].code))
			buf_addf(&all, "%s%s", all.len ? "," : "", limbs[i].code);
	return buf_text(&all);
}

/* False: nobody has written it down yet, and *row is what the report says. */
static bool row_of(
	struct req *r, const struct q_incident_by_ref *in, struct q_incident_candour *row)
{
	const json_t *report = report_open(r->ctx, in->report);
	const char *told_on = report_text(report, "candour_told_on");
	char *known = NEW_ARRAY(r->ctx, char, 11);

	if (Q_ONE(r->db, incident_candour, row, .incident_id = in->incident_id))
		return true;
	check_today(in->submitted_at ? in->submitted_at : in->made_at, known);
	*row = (struct q_incident_candour){ .applies = in->candour ? in->candour : "",
		.why = "",
		.limbs = reported_limbs(r->ctx, report),
		.known_on = known,
		.told_on = *told_on ? told_on : NULL,
		.told_whom = "",
		.told_by = "",
		.told_how = "",
		.enquiries = "",
		.support = "" };
	return false;
}

static const struct field *fields_for(struct req *r, const struct q_incident_by_ref *in)
{
	const json_t *report = report_open(r->ctx, in->report);
	struct field *fields = NEW_ARRAY(r->ctx, struct field, FIELDS);

	memcpy(fields, all_fields, sizeof all_fields);
	for (size_t i = TOLD; i < FIELDS; i++)
		for (size_t s = 0; s < COUNT(steps); s++)
			if (strcmp(fields[i].name, steps[s].field) == 0 &&
				reported(report, "candour_steps", steps[s].code))
				fields[i].hint = "The report says that this was done";
	return fields;
}

static struct form *stored(
	struct req *r, const struct field *fields, const struct q_incident_candour *row)
{
	struct form *f = form_new(r->ctx, fields, FIELDS);
	size_t n = 0;

	form_put(f, "applies", 0, row->applies);
	for (size_t i = 0; i < COUNT(limbs); i++) {
		const char *found = strstr(row->limbs, limbs[i].code);

		if (found)
			form_put(f, "limbs", n++, limbs[i].code);
	}
	form_put(f, "why", 0, row->why);
	form_put_date(f, "known_on", row->known_on);
	form_put(f, "told_whom", 0, row->told_whom);
	form_put(f, "told_by", 0, row->told_by);
	form_put(f, "told_how", 0, row->told_how);
	form_put(f, "enquiries", 0, row->enquiries);
	form_put(f, "support", 0, row->support);
	for (size_t s = 0; s < COUNT(steps); s++)
		form_put_date(f, steps[s].field, step_day(row, s));
	return f;
}

/* ---- The form -------------------------------------------------------------------------------- */

static int show(struct req *r, const struct q_incident_by_ref *in, const struct form *f, int status)
{
	return work_show(r, in, f, status, T_incident_candour_edit, "Duty of candour");
}

/* GET /incidents/:ref/candour */
int incident_candour_edit(struct req *r)
{
	struct q_incident_by_ref in;
	struct q_incident_candour row;
	int refused = incident_managed(r, &in);
	struct form *f;
	bool there;

	if (refused)
		return refused;
	there = row_of(r, &in, &row);
	f = stored(r, fields_for(r, &in), &row);
	work_carry(r, there ? row.row_version : 0, form_seen(f));
	return show(r, &in, f, 200);
}

#define GIVEN(text) ((text) ? (text) : "")

static const char *limbs_typed(TALLOC_CTX *ctx, const struct form *f)
{
	struct buf all = { .ctx = ctx };

	if (form_due(f, LIMBS))
		for (size_t p = 0; p < f->values[LIMBS].n_parts; p++)
			buf_addf(&all, "%s%s", p ? "," : "", f->values[LIMBS].parts[p]);
	return buf_text(&all);
}

static bool store(struct req *r, int64_t incident_id, int64_t row_version, const struct typed *to,
	const char *which)
{
	int64_t n = 0;

	if (row_version == 0)
		row_version =
			Q_RUN(r->db, incident_candour_begin, .incident_id = incident_id) == DB_DONE;
	if (row_version == 0)
		return false;
	Q_RUN_COUNT(r->db, incident_candour_set, &n, .incident_id = incident_id,
		.row_version = row_version, .applies = to->applies, .why = GIVEN(to->why),
		.limbs = which, .known_on = to->known_on, .told_on = to->told_on,
		.told_whom = GIVEN(to->told_whom), .told_by = GIVEN(to->told_by),
		.told_how = GIVEN(to->told_how), .account_on = to->account_on,
		.enquiries_on = to->enquiries_on, .enquiries = GIVEN(to->enquiries),
		.apology_on = to->apology_on, .record_on = to->record_on,
		.letter_on = to->letter_on, .support_on = to->support_on,
		.support = GIVEN(to->support));
	Q_RUN(r->db, incident_candour_keep, .incident_id = incident_id, .applies = to->applies);
	return n == 1 || db_state(r->db) != DB_FINE;
}
#undef GIVEN

static const char *field_words(struct req *r, const struct form *f, size_t i)
{
	const struct field *field = &f->fields[i];
	const struct field_value *value = &f->values[i];
	char date[11];

	if (field->type == FIELD_DATE)
		return value->n_parts == 3 && value->parts[0] &&
				       check_date(value->parts[0], value->parts[1], value->parts[2],
					       date)
			       ? date_text(r->ctx, date)
			       : "";
	if (field->type == FIELD_CHECKBOXES) {
		struct buf all = { .ctx = r->ctx };

		for (size_t p = 0; p < value->n_parts; p++)
			buf_addf(&all, "%s%s", p ? "; " : "",
				choice_label(field->choices, field->n_choices, value->parts[p]));
		return buf_text(&all);
	}
	if (value->n_parts == 0 || !value->parts[0])
		return "";
	return field->n_choices ? choice_label(field->choices, field->n_choices, value->parts[0])
				: value->parts[0];
}

/* What the form says now and did not say before, in lines. What is not asked for is not kept. */
static const char *changes(struct req *r, const struct form *f, const struct form *before)
{
	struct buf text = { .ctx = r->ctx };

	for (size_t i = 0; i < f->n; i++)
		work_line(&text, f->fields[i].label,
			form_due(before, i) ? field_words(r, before, i) : "",
			form_due(f, i) ? field_words(r, f, i) : "");
	return buf_text(&text);
}

/* POST /incidents/:ref/candour */
int incident_candour_save(struct req *r)
{
	struct q_incident_by_ref in;
	struct q_incident_candour row;
	struct typed to = { 0 };
	int refused = incident_managed(r, &in);
	const struct field *fields;
	const char *changed;
	struct form *f, *now;
	int64_t version;
	bool there;

	if (refused)
		return refused;
	there = row_of(r, &in, &row);
	version = there ? row.row_version : 0;
	fields = fields_for(r, &in);
	f = form_new(r->ctx, fields, FIELDS);
	now = stored(r, fields, &row);
	form_fill(f, &r->body, &to);
	if (work_again(r, f, now, version))
		return show(r, &in, f, 422);
	changed = changes(r, f, there ? now : form_new(r->ctx, fields, FIELDS));
	if (!*changed) {
		flash_notice(r, "There was nothing to change.");
		return redirect(r, "/incidents/%s#candour", in.ref);
	}
	if (!store(r, in.incident_id, version, &to, limbs_typed(r->ctx, f))) {
		work_overtaken(r, f);
		return show(r, &in, f, 422);
	}
	work_done(r, &in, AUDIT_CHANGE, audit_fact(NULL, "duty of candour", to.applies),
		&(struct incident_event){
			.kind = EVENT_CANDOUR, .audience = FOR_MANAGER, .text = changed });
	flash(r, "The duty of candour was saved.");
	return redirect(r, "/incidents/%s#candour", in.ref);
}

/* ---- The section ----------------------------------------------------------------------------- */

static void show_steps(struct req *r, const struct q_incident_by_ref *in,
	const struct q_incident_candour *row, struct tpl *t)
{
	const json_t *report = report_open(r->ctx, in->report);
	size_t missing = 0;

	for (size_t s = 0; s < COUNT(steps); s++) {
		struct tpl *line = tpl_add(t, M_STEP_ROW);
		const char *day = step_day(row, s);
		bool told = !day && reported(report, "candour_steps", steps[s].code);

		tpl_set(line, M_STEP, steps[s].label);
		tpl_optional(line, M_WAS_DONE, M_DAY, day ? date_text(r->ctx, day) : NULL);
		tpl_show_if(line, M_MISSING, !day && !told);
		tpl_show_if(line, M_REPORTED, told);
		missing += !day && !told;
	}
	if (missing)
		tpl_set(tpl_add(t, M_INCOMPLETE), M_N,
			missing == 1 ? "1 step is missing"
				     : text_format(r->ctx, "%zu steps are missing", missing));
}

static int64_t day_number(const char *iso)
{
	struct tm tm = { 0 };

	if (sscanf(iso, "%4d-%2d-%2d", &tm.tm_year, &tm.tm_mon, &tm.tm_mday) != 3)
		return 0;
	tm.tm_year -= 1900;
	tm.tm_mon--;
	return timegm(&tm) / (24 * 60 * 60);
}

/* "We have known for 12 days". */
static const char *known_words(struct req *r, const char *known_on)
{
	int64_t days;
	char today[11];

	if (!known_on)
		return NULL;
	check_today(r->now, today);
	days = day_number(today) - day_number(known_on);
	return days <= 0 ? "We have known since today"
	       : days == 1
		       ? "We have known for 1 day"
		       : text_format(r->ctx, "We have known for %s days", count_text(r->ctx, days));
}

void incident_section_candour(
	struct req *r, const struct q_incident_by_ref *in, bool may_change, struct tpl *page)
{
	struct q_incident_candour row;
	bool there = row_of(r, in, &row), applies = strcmp(row.applies, "yes") == 0;
	struct tpl *t, *list;

	/* The report did not ask, since its harm does not call for it; a manager may still. */
	if (!*row.applies) {
		tpl_show_if(page, M_NO_CANDOUR, may_change);
		return;
	}
	t = tpl_include(page, M_SECTION, T_incident_candour);
	tpl_show_if(t, M_MAY_CHANGE, may_change);
	tpl_set(t, M_APPLIES, choice_label(answers, COUNT(answers), row.applies));
	tpl_show_if(t, M_BY_REPORT, !there);
	tpl_show_if(t, M_NONE, !applies);
	tpl_optional(t, M_HAS_WHY, M_WHY, row.why);
	if (!applies)
		return;
	list = tpl_add(t, M_LIST);
	for (size_t i = 0; i < COUNT(limbs); i++)
		if (strstr(row.limbs, limbs[i].code))
			tpl_set(tpl_add(list, M_LIMB), M_LIMB_WORDS, limbs[i].label);
	tpl_optional(list, M_HAS_KNOWN, M_KNOWN, known_words(r, row.known_on));
	tpl_optional(list, M_HAS_BY, M_BY,
		*row.told_by || *row.told_whom || *row.told_how
			? text_format(r->ctx, "%s%s%s%s%s",
				  choice_label(whoms, COUNT(whoms), row.told_whom),
				  *row.told_by ? ", by " : "", row.told_by,
				  *row.told_how ? ", " : "",
				  choice_label(hows, COUNT(hows), row.told_how))
			: NULL);
	tpl_optional(list, M_HAS_ENQUIRIES, M_ENQUIRIES, row.enquiries);
	tpl_optional(list, M_HAS_SUPPORT, M_SUPPORT, row.support);
	show_steps(r, in, &row, list);
}
