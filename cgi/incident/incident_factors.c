/* incident_factors.c: what contributed to an incident, by LFPSE's lists; the investigation as its
 * incident's page shows it. */
#include <string.h>
#include "incident_sections.h"
#include "incident_work.h"
#include "pages.h"

/* The lists of LFPSE that name causes; the others say what happened, or to whom. Some follow from
 * an answer, as they do there. */
#define LIST(upper, lower, text, ...)                                                              \
	{                                                                                          \
		.type = FIELD_CHECKBOXES, .name = #lower, .label = text, .unmarked = true,         \
		.choices = lfpse_##lower, .n_choices = N_LFPSE_##upper, __VA_ARGS__                \
	}

static const struct field fields[] = {
	LIST(RISK_THEMES, risk_themes, "Around the work"),
	LIST(HEALTHCARE_PROCESS, healthcare_process, "At which point of the patient’s care"),
	LIST(PEOPLE_INVOLVEMENT, people_involvement, "Who was there"),
	LIST(PEOPLE_UNAVAILABLE, people_unavailable, "Why somebody was not there",
		.when_name = "people_involvement", .when_code = "2"),
	LIST(PEOPLE_ACTIONS, people_actions, "How the work was done"),
	LIST(PEOPLE_ACTION_TOO_MUCH, people_action_too_much, "Too much of something",
		.when_name = "people_actions", .when_code = "1"),
	LIST(PEOPLE_NOT_ENOUGH_ACTION, people_not_enough_action, "Too little of something",
		.when_name = "people_actions", .when_code = "2"),
	LIST(PEOPLE_WRONG_ACTION, people_wrong_action, "One thing instead of another",
		.when_name = "people_actions", .when_code = "3"),
	LIST(PEOPLE_DID_NOT_DO_SOMETHING, people_did_not_do_something, "Something left out",
		.when_name = "people_actions", .when_code = "4"),
	LIST(INVOLVED_PROCESSES, involved_processes, "Medication: at which step"),
	LIST(DEVICE_BROKEN, device_broken, "Devices"),
	LIST(IT_SYSTEMS_AND_SOFTWARE_INVOLVED, it_systems_and_software_involved,
		"IT systems and software"),
	LIST(BUILDINGS_OR_INFRASTRUCTURE, buildings_or_infrastructure, "Buildings"),
	{ .type = FIELD_LONG,
		.name = "other_factors",
		.label = "Anything else that contributed",
		.max_length = 1000,
		.unmarked = true },
};
#undef LIST
enum { LISTS = COUNT(fields) - 1 };

/* ---- As stored, and back --------------------------------------------------------------------- */

static json_t *factors_json(const char *text)
{
	json_t *all = json_loads(text, 0, NULL);

	return all ? all : json_object();
}

static struct form *stored(struct req *r, const struct q_incident_investigation *row)
{
	struct form *f = form_new(r->ctx, fields, COUNT(fields));
	json_t *all = factors_json(row->factors);

	for (size_t i = 0; i < LISTS; i++) {
		const json_t *codes = json_object_get(all, fields[i].name);

		for (size_t c = 0; c < json_array_size(codes); c++)
			form_put(f, fields[i].name, c,
				text_copy(r->ctx, json_string_value(json_array_get(codes, c))));
	}
	form_put(f, "other_factors", 0, row->other_factors);
	json_decref(all);
	return f;
}

/* {"risk_themes": ["1"]}, in the order of the lists. */
static const char *as_json(struct req *r, const struct form *f)
{
	json_t *answers = form_answers(f);
	struct buf text = { .ctx = r->ctx };
	bool first = true;

	buf_addc(&text, '{');
	for (size_t i = 0; i < LISTS; i++) {
		const json_t *codes = json_object_get(answers, fields[i].name);

		for (size_t c = 0; c < json_array_size(codes); c++) {
			if (c == 0)
				buf_addf(&text, "%s\"%s\":[", first ? "" : ",", fields[i].name);
			/* A code of the list, so that nothing in it needs to be escaped. */
			buf_addf(&text, "%s\"%s\"", c ? "," : "",
				json_string_value(json_array_get(codes, c)));
			first = false;
		}
		if (json_array_size(codes) > 0)
			buf_addc(&text, ']');
	}
	buf_addc(&text, '}');
	json_decref(answers);
	return buf_text(&text);
}

static const char *list_words(struct req *r, const struct field *field, const json_t *codes)
{
	struct buf words = { .ctx = r->ctx };

	for (size_t c = 0; c < json_array_size(codes); c++)
		buf_addf(&words, "%s%s", c ? "; " : "",
			choice_label(field->choices, field->n_choices,
				json_string_value(json_array_get(codes, c))));
	return buf_text(&words);
}

static const char *changes(struct req *r, const struct q_incident_investigation *row,
	const char *factors, const char *other)
{
	json_t *from = factors_json(row->factors), *to = factors_json(factors);
	struct buf text = { .ctx = r->ctx };

	for (size_t i = 0; i < LISTS; i++)
		work_line(&text, fields[i].label,
			list_words(r, &fields[i], json_object_get(from, fields[i].name)),
			list_words(r, &fields[i], json_object_get(to, fields[i].name)));
	work_line(&text, "Other factors", row->other_factors, other);
	json_decref(from);
	json_decref(to);
	return buf_text(&text);
}

/* ---- Pages ----------------------------------------------------------------------------------- */

static int show(struct req *r, const struct q_incident_by_ref *in, const struct form *f, int status)
{
	return work_show(r, in, f, status, T_incident_factors, "What contributed");
}

/* GET /incidents/:ref/factors */
int incident_factors_edit(struct req *r)
{
	struct q_incident_by_ref in;
	struct q_incident_investigation row;
	int refused = incident_managed(r, &in);
	struct form *f;
	int64_t version;

	if (refused)
		return refused;
	version = incident_investigation_row(r, in.incident_id, &row);
	f = stored(r, &row);
	work_carry(r, version, form_seen(f));
	return show(r, &in, f, 200);
}

static bool store(struct req *r, int64_t incident_id, int64_t row_version, const char *factors,
	const char *other)
{
	int64_t n = 0;

	row_version = incident_investigation_ready(r, incident_id, row_version);
	if (row_version == 0)
		return false;
	Q_RUN_COUNT(r->db, incident_factors_set, &n, .incident_id = incident_id,
		.row_version = row_version, .factors = factors, .other_factors = other);
	return n == 1 || db_state(r->db) != DB_FINE;
}

/* POST /incidents/:ref/factors */
int incident_factors_save(struct req *r)
{
	struct form *f = form_new(r->ctx, fields, COUNT(fields));
	struct q_incident_by_ref in;
	struct q_incident_investigation row;
	int refused = incident_managed(r, &in);
	const char *factors, *other, *changed;
	int64_t version;

	if (refused)
		return refused;
	version = incident_investigation_row(r, in.incident_id, &row);
	form_take(f, 0, f->n, &r->body);
	form_check(f, 0, f->n);
	if (work_again(r, f, stored(r, &row), version))
		return show(r, &in, f, 422);
	factors = as_json(r, f);
	other = f->values[LISTS].text ? f->values[LISTS].text : "";
	changed = changes(r, &row, factors, other);
	if (!*changed) {
		flash_notice(r, "There was nothing to change.");
		return redirect(r, "/incidents/%s#investigation", in.ref);
	}
	if (!store(r, in.incident_id, version, factors, other)) {
		work_overtaken(r, f);
		return show(r, &in, f, 422);
	}
	work_done(r, &in, AUDIT_CHANGE, audit_fact(NULL, "what", "factors"),
		&(struct incident_event){
			.kind = EVENT_NOTE, .audience = FOR_MANAGER, .text = changed });
	flash(r, "What contributed was saved.");
	return redirect(r, "/incidents/%s#investigation", in.ref);
}

/* ---- The section ----------------------------------------------------------------------------- */

static void show_whys(struct req *r, const struct q_incident_investigation *row, struct tpl *t)
{
	const char *const whys[] = { row->why_1, row->why_2, row->why_3, row->why_4, row->why_5 };

	tpl_optional(t, M_HAS_FOUND, M_FOUND, row->found);
	for (size_t i = 0; i < COUNT(whys); i++)
		if (*whys[i]) {
			struct tpl *line = tpl_add(t, M_WHY_ROW);

			tpl_set(line, M_WHY_NAME,
				i == 0 ? "Why did it happen?"
				       : text_format(r->ctx, "Why was that? (%zu of 5)", i + 1));
			tpl_set(line, M_WHY, whys[i]);
		}
}

static void show_factors(struct req *r, const char *factors, struct tpl *t)
{
	json_t *all = factors_json(factors);

	for (size_t i = 0; i < LISTS; i++) {
		const json_t *codes = json_object_get(all, fields[i].name);
		struct tpl *line = json_array_size(codes) ? tpl_add(t, M_FACTOR_ROW) : NULL;

		if (line)
			tpl_set(line, M_FACTOR_NAME, fields[i].label);
		for (size_t c = 0; c < json_array_size(codes); c++)
			tpl_set(tpl_add(line, M_FACTOR), M_FACTOR_WORDS,
				text_copy(r->ctx,
					choice_label(fields[i].choices, fields[i].n_choices,
						json_string_value(json_array_get(codes, c)))));
	}
	json_decref(all);
}

static bool is_empty(const struct q_incident_investigation *row)
{
	return strcmp(row->factors, "{}") == 0 && !*row->found && !*row->why_1 && !*row->why_2 &&
	       !*row->why_3 && !*row->why_4 && !*row->why_5 && !*row->other_factors;
}

void incident_section_investigation(
	struct req *r, const struct q_incident_by_ref *in, bool may_change, struct tpl *page)
{
	struct tpl *t = tpl_include(page, M_SECTION, T_incident_investigation), *list;
	struct q_incident_investigation row;

	incident_investigation_row(r, in->incident_id, &row);
	tpl_show_if(t, M_MAY_ADD, may_change);
	tpl_show_if(t, M_NONE, is_empty(&row));
	if (is_empty(&row))
		return;
	list = tpl_add(t, M_LIST);
	show_whys(r, &row, list);
	show_factors(r, row.factors, list);
	tpl_optional(list, M_HAS_OTHER, M_OTHER_FACTORS, row.other_factors);
}
