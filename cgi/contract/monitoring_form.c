/* monitoring_form.c: the form of a monitoring return: a contract's KPIs, then questions that every
 * return has; and the checked answers. */
#include <ctype.h>
#include <stddef.h>
#include <string.h>
#include "identity_form.h"
#include "monitoring.h"

enum { KPIS_MOST = 60, NAME_SIZE = 32 };
/* Hundredths: a billion of anything, and a thousand per cent. */
static const int64_t figure_most = 100000000000, percent_most = 100000;

static const struct field fixed[MONITORING_FIXED] = {
	[MONITORING_NARRATIVE] = { .type = FIELD_LONG,
		.name = "narrative",
		.label = "What happened in this period?",
		.summary = "What happened",
		.hint = "What went well, what did not, and what lies behind the figures. Name "
			"nobody",
		.required = true,
		.max_length = 3000,
		.missing = "Write what happened in this period" },
	[MONITORING_SPEND] = { .type = FIELD_DECIMAL,
		.name = "spend",
		.label = "How much of the money was spent in this period?",
		.summary = "Spent",
		.hint = "Of the money for this service alone. If none was, enter 0",
		.prefix = "£",
		.required = true,
		.min = 0,
		.max = 100000000000,
		.missing = "Enter how much was spent, or 0" },
	[MONITORING_CASE] = { .type = FIELD_LONG,
		.name = "case_study",
		.label = "A case study",
		.summary = "Case study",
		.hint = "What the service meant to one person. Nobody may be recognisable: no "
			"names, no dates, no places",
		.max_length = 2000 },
	[MONITORING_SAFE] = { .type = FIELD_YES_NO,
		.name = "safeguarding",
		.label = "Was there a safeguarding concern in this period?",
		.summary = "Safeguarding concern",
		.required = true,
		.missing = "Select yes if there was a safeguarding concern" },
	[MONITORING_SAFE_DONE] = { .type = FIELD_LONG,
		.name = "safeguarding_done",
		.label = "What was done about it?",
		.summary = "What was done about the safeguarding concern",
		.hint = "Whom you told, and what came of it. Name nobody",
		.required = true,
		.max_length = 1000,
		.missing = "Write what was done about the safeguarding concern",
		.when_name = "safeguarding",
		.when_code = "yes" },
};

static const struct field reason_corrected = { .type = FIELD_LONG,
	.name = "reason",
	.label = "What do you correct, and why?",
	.summary = "Why it is corrected",
	.hint = "Who reads the return sees this beside the version that you sent before",
	.required = true,
	.max_length = 1000,
	.missing = "Write what you correct, and why" };
static const struct field reason_answered = { .type = FIELD_LONG,
	.name = "reason",
	.label = "Your answer to the question",
	.summary = "Answer to the question",
	.hint = "Say what you changed above, if anything",
	.required = true,
	.max_length = 1000,
	.missing = "Write your answer to the question" };

/* ---- Fields ---------------------------------------------------------------------------------- */

/* "7KQF-2MXW" -> "kpi_7kqf2mxw". */
static const char *kpi_name(TALLOC_CTX *ctx, const char *ref, const char *behind)
{
	char name[NAME_SIZE];
	size_t n = 0;

	for (; *ref && n < NAME_SIZE - 1; ref++)
		if (*ref != '-')
			name[n++] = (char)tolower((unsigned char)*ref);
	name[n] = '\0';
	return text_format(ctx, "kpi_%s%s", name, behind);
}

static const char *unit_behind(const char *unit)
{
	return strcmp(unit, "percent") == 0 ? "%"
	       : strcmp(unit, "days") == 0  ? "days"
	       : strcmp(unit, "hours") == 0 ? "hours"
					    : NULL;
}

static void kpi_fields(TALLOC_CTX *ctx, const struct q_monitoring_kpis *k, struct field *out)
{
	out[0] = (struct field){ .type = FIELD_DECIMAL,
		.name = kpi_name(ctx, k->ref, ""),
		.label = k->name,
		.hint = text_format(
			ctx, "Target: %s", monitoring_target(ctx, k->target, k->better, k->unit)),
		.prefix = strcmp(k->unit, "pounds") == 0 ? "£" : NULL,
		.suffix = unit_behind(k->unit),
		.unmarked = true,
		.min = k->target < 0 ? -figure_most : 0,
		.max = strcmp(k->unit, "percent") == 0 ? percent_most : figure_most };
	out[1] = (struct field){ .type = FIELD_SHORT,
		.name = kpi_name(ctx, k->ref, "_why"),
		.label = "There was nothing to measure, because",
		.summary = text_format(ctx, "Why there was nothing to measure: %s", k->name),
		.unmarked = true,
		.max_length = 300 };
}

/* The KPIs that this period asks for. */
static void read_kpis(
	struct req *r, const struct q_monitoring_by_ref *m, struct monitoring_form *mf)
{
	struct db_rows *rows = Q_ROWS(r->db, monitoring_kpis, .contract_id = m->contract_id,
		.return_id = m->return_id, .ends_on = m->ends_on);
	struct q_monitoring_kpis row,
		*list = NEW_ARRAY(r->ctx, struct q_monitoring_kpis, KPIS_MOST);
	int64_t n = 0;

	if (m->return_months > 0 && m->returns_from)
		n = return_number(m->returns_from, m->return_months, m->starts_on);
	while (Q_NEXT(rows, monitoring_kpis, &row)) {
		if (mf->n_kpis == KPIS_MOST || !return_asks(row.every, n))
			continue;
		row.ref = text_copy(r->ctx, row.ref);
		row.name = text_copy(r->ctx, row.name);
		row.unit = text_copy(r->ctx, row.unit);
		row.better = text_copy(r->ctx, row.better);
		list[mf->n_kpis++] = row;
	}
	mf->kpis = list;
}

struct monitoring_form *monitoring_form_new(struct req *r, const struct q_monitoring_by_ref *m)
{
	struct monitoring_form *mf = NEW(r->ctx, struct monitoring_form);
	struct field *fields;
	size_t n;

	read_kpis(r, m, mf);
	mf->fixed = 2 * mf->n_kpis;
	mf->has_reason = m->version > 0;
	n = mf->fixed + MONITORING_FIXED;
	fields = NEW_ARRAY(r->ctx, struct field, n + 1);
	for (size_t i = 0; i < mf->n_kpis; i++)
		kpi_fields(r->ctx, &mf->kpis[i], &fields[2 * i]);
	memcpy(&fields[mf->fixed], fixed, sizeof fixed);
	if (mf->has_reason)
		fields[n++] = monitoring_state_of(m->state) == RETURN_BACK ? reason_answered
									   : reason_corrected;
	mf->f = form_new(r->ctx, fields, n);
	mf->reasons = identity_reasons_new(r->ctx, NULL);
	return mf;
}

/* ---- What is in it --------------------------------------------------------------------------- */

static void put_figure(struct form *f, const char *name, const json_t *value)
{
	if (json_is_integer(value))
		form_put(f, name, 0, decimal_plain(f->ctx, json_integer_value(value)));
}

static void load_answers(struct req *r, struct monitoring_form *mf, const json_t *answers)
{
	static const char *const texts[] = { "narrative", "case_study", "safeguarding",
		"safeguarding_done" };
	const json_t *kpi, *kpis = json_object_get(answers, "kpis");
	size_t i;

	for (i = 0; i < COUNT(texts); i++)
		form_put(mf->f, texts[i], 0, json_string_value(json_object_get(answers, texts[i])));
	put_figure(mf->f, "spend", json_object_get(answers, "spend"));
	json_array_foreach(kpis, i, kpi)
	{
		const char *ref = json_string_value(json_object_get(kpi, "ref"));

		if (!ref)
			continue;
		put_figure(mf->f, kpi_name(r->ctx, ref, ""), json_object_get(kpi, "value"));
		form_put(mf->f, kpi_name(r->ctx, ref, "_why"), 0,
			json_string_value(json_object_get(kpi, "why")));
	}
	mf->reasons = identity_reasons_new(r->ctx, json_object_get(answers, "identity_reasons"));
}

static void load_newest(
	struct req *r, const struct q_monitoring_by_ref *m, struct monitoring_form *mf)
{
	struct db_rows *rows = Q_ROWS(r->db, monitoring_versions, .return_id = m->return_id);
	struct q_monitoring_versions row;

	while (Q_NEXT(rows, monitoring_versions, &row)) {
		json_t *answers =
			row.number == m->version ? json_loads(row.answers, 0, NULL) : NULL;

		if (answers)
			load_answers(r, mf, answers);
		json_decref(answers);
	}
}

struct monitoring_form *monitoring_form_drafted(struct req *r, const struct q_monitoring_by_ref *m)
{
	struct monitoring_form *mf = monitoring_form_new(r, m);
	struct q_monitoring_draft draft;
	json_t *raw;

	if (!Q_ONE(r->db, monitoring_draft, &draft, .return_id = m->return_id)) {
		if (m->version > 0)
			load_newest(r, m, mf);
		return mf;
	}
	raw = json_loads(draft.draft, 0, NULL);
	form_load_raw(mf->f, raw);
	mf->reasons = identity_reasons_new(r->ctx, json_object_get(raw, "identity_reasons"));
	json_decref(raw);
	mf->by = draft.draft_by ? draft.draft_by : "A colleague";
	mf->saved_at = draft.draft_at;
	return mf;
}

/* ---- Checking -------------------------------------------------------------------------------- */

/* "£12" where days are counted is a figure of something else. */
static const char *wrong_unit(TALLOC_CTX *ctx, const char *typed, const struct q_monitoring_kpis *k)
{
	if (strstr(typed, "£") && strcmp(k->unit, "pounds") != 0)
		return text_format(ctx, "‘%s’ is not counted in pounds: leave out the £", k->name);
	if (strchr(typed, '%') && strcmp(k->unit, "percent") != 0)
		return text_format(
			ctx, "‘%s’ is not counted in per cent: leave out the %% sign", k->name);
	return NULL;
}

static void check_kpi(struct monitoring_form *mf, size_t i)
{
	const struct q_monitoring_kpis *k = &mf->kpis[i];
	const struct field_value *figure = &mf->f->values[2 * i], *why = figure + 1;
	const struct field *field = &mf->f->fields[2 * i];
	const char *typed = figure->parts[0] ? figure->parts[0] : "", *wrong;

	if (figure->error || why->error)
		return;
	wrong = wrong_unit(mf->f->ctx, typed, k);
	if (wrong)
		form_fail(mf->f, field->name, wrong);
	else if (!figure->text && !why->text)
		form_fail(mf->f, field->name,
			text_format(mf->f->ctx,
				"Enter a figure for ‘%s’, or say why there was nothing to measure",
				k->name));
	else if (figure->text && why->text)
		form_fail(mf->f, field[1].name,
			text_format(mf->f->ctx,
				"Enter a figure for ‘%s’, or why there was none: not both",
				k->name));
}

bool monitoring_form_check(struct monitoring_form *mf)
{
	form_check(mf->f, 0, mf->f->n);
	for (size_t i = 0; i < mf->n_kpis; i++)
		check_kpi(mf, i);
	return mf->f->n_errors == 0;
}

/* ---- Answers --------------------------------------------------------------------------------- */

static json_t *kpi_answer(const struct monitoring_form *mf, size_t i)
{
	const struct q_monitoring_kpis *k = &mf->kpis[i];
	const struct field_value *figure = &mf->f->values[2 * i], *why = figure + 1;
	json_t *out = json_pack("{ss ss ss sI ss sI}", "ref", k->ref, "name", k->name, "unit",
		k->unit, "target", (json_int_t)k->target, "better", k->better, "amber",
		(json_int_t)k->amber);
	int64_t value;

	must(out);
	if (figure->text && check_decimal(figure->text, &value)) {
		enum rag rag =
			contract_rag(value, k->target, strcmp(k->better, "high") == 0, k->amber);

		json_object_set_new(out, "value", json_integer(value));
		json_object_set_new(out, "rag", json_string(contract_rags[rag].code));
	} else if (why->text) {
		json_object_set_new(out, "why", json_string(why->text));
	}
	return out;
}

json_t *monitoring_answers(
	TALLOC_CTX *ctx, const struct monitoring_form *mf, const struct q_monitoring_by_ref *m)
{
	json_t *given = form_answers(mf->f), *out = must(json_object()), *kpis = must(json_array());

	(void)ctx;
	for (size_t i = 0; i < MONITORING_FIXED; i++)
		if (json_object_get(given, fixed[i].name))
			json_object_set(out, fixed[i].name, json_object_get(given, fixed[i].name));
	for (size_t i = 0; i < mf->n_kpis; i++)
		json_array_append_new(kpis, kpi_answer(mf, i));
	json_object_set_new(out, "kpis", kpis);
	if (*m->question && monitoring_state_of(m->state) == RETURN_BACK)
		json_object_set_new(out, "question", json_string(m->question));
	json_object_set_new(out, "identity_reasons", identity_reasons_left(mf->f, mf->reasons));
	json_decref(given);
	return out;
}

enum rag monitoring_worst(const json_t *answers)
{
	const json_t *kpi, *kpis = json_object_get(answers, "kpis");
	enum rag worst = RAG_NONE;
	size_t i;

	json_array_foreach(kpis, i, kpi)
	{
		enum rag rag = contract_rag_of(json_string_value(json_object_get(kpi, "rag")));

		worst = rag > worst ? rag : worst;
	}
	return worst;
}
