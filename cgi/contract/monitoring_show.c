/* monitoring_show.c: a monitoring return as it was sent: its figures with their colours, its texts,
 * its versions and what each of them changed. */
#include <string.h>
#include "monitoring.h"

static const struct {
	const char *name, *label;
} texts[] = {
	{ "narrative", "What happened" },
	{ "spend", "Spent" },
	{ "case_study", "Case study" },
	{ "safeguarding", "Safeguarding concern" },
	{ "safeguarding_done", "What was done about it" },
};

static const char *word(const json_t *object, const char *name)
{
	const char *text = json_string_value(json_object_get(object, name));

	return text ? text : "";
}

static int64_t number(const json_t *object, const char *name)
{
	return json_integer_value(json_object_get(object, name));
}

/* One of texts[], in words; "" when it was left out. */
static const char *answer_text(TALLOC_CTX *ctx, const json_t *answers, const char *name)
{
	const json_t *value = json_object_get(answers, name);

	if (json_is_integer(value))
		return money_text(ctx, json_integer_value(value));
	if (strcmp(name, "safeguarding") == 0 && value)
		return strcmp(word(answers, name), "yes") == 0 ? "Yes" : "No";
	return text_copy(ctx, word(answers, name));
}

/* "87%", or why there is none. */
static const char *figure_text(TALLOC_CTX *ctx, const json_t *kpi)
{
	if (json_object_get(kpi, "value"))
		return contract_figure(ctx, number(kpi, "value"), word(kpi, "unit"));
	return text_format(ctx, "Nothing to measure: %s", word(kpi, "why"));
}

/* ---- One version ----------------------------------------------------------------------------- */

static void change_link(struct tpl *row, const char *ref, const char *name)
{
	if (!ref)
		return;
	row = tpl_add(row, M_CHANGEABLE);
	tpl_set(row, M_REF, ref);
	tpl_set(row, M_NAME, name);
}

/* The field's name, as kpi_name() of monitoring_form.c makes it. */
static const char *field_of(TALLOC_CTX *ctx, const char *ref)
{
	struct buf out = { .ctx = ctx };

	buf_adds(&out, "kpi_");
	for (; *ref; ref++)
		if (*ref != '-')
			buf_addc(&out, (char)(*ref >= 'A' && *ref <= 'Z' ? *ref | 0x20 : *ref));
	return buf_text(&out);
}

static void show_kpis(struct req *r, const json_t *kpis, const char *change, struct tpl *t)
{
	const json_t *kpi;
	size_t i;

	tpl_show_if(t, M_NO_KPI, json_array_size(kpis) == 0);
	if (json_array_size(kpis) == 0)
		return;
	t = tpl_add(t, M_KPIS);
	tpl_show_if(t, M_MAY_CHANGE, change);
	json_array_foreach(kpis, i, kpi)
	{
		struct tpl *row = tpl_add(t, M_KPI_ROW);
		bool measured = json_object_get(kpi, "value");

		tpl_set(row, M_LABEL, text_copy(r->ctx, word(kpi, "name")));
		tpl_set(row, M_TARGET,
			monitoring_target(r->ctx, number(kpi, "target"), word(kpi, "better"),
				word(kpi, "unit")));
		tpl_set(row, M_VALUE, figure_text(r->ctx, kpi));
		monitoring_rag_show(row, contract_rag_of(word(kpi, "rag")));
		tpl_show_if(row, M_NO_RAG, !measured);
		change_link(row, change, field_of(r->ctx, word(kpi, "ref")));
	}
}

void monitoring_answers_show(
	struct req *r, const json_t *answers, const char *change, struct tpl *page)
{
	struct tpl *t = tpl_include(page, M_BODY, T_monitoring_body), *row;

	show_kpis(r, json_object_get(answers, "kpis"), change, t);
	for (size_t i = 0; i < COUNT(texts); i++) {
		const char *text = answer_text(r->ctx, answers, texts[i].name);

		if (strcmp(texts[i].name, "safeguarding_done") == 0 && !*text)
			continue;
		row = tpl_add(t, M_TEXT_ROW);
		tpl_set(row, M_LABEL, texts[i].label);
		tpl_set(row, M_VALUE, *text ? text : "Not given");
		change_link(row, change, texts[i].name);
	}
}

/* ---- What a version changed ------------------------------------------------------------------ */

static bool difference(struct tpl *t, const char *label, const char *from, const char *to)
{
	if (strcmp(from, to) == 0)
		return false;
	t = tpl_add(t, M_DIFFERENCE);
	tpl_set(t, M_LABEL, label);
	tpl_set(t, M_FROM, *from ? from : "Not given");
	tpl_set(t, M_TO, *to ? to : "Not given");
	return true;
}

static const json_t *kpi_of(const json_t *kpis, const char *ref)
{
	const json_t *kpi;
	size_t i;

	json_array_foreach(kpis, i, kpi) if (strcmp(word(kpi, "ref"), ref) == 0) return kpi;
	return NULL;
}

static void show_differences(
	struct req *r, const json_t *before, const json_t *after, struct tpl *t)
{
	const json_t *old = json_object_get(before, "kpis"), *new = json_object_get(after, "kpis"),
		     *kpi, *other;
	bool any = false;
	size_t i;

	json_array_foreach(new, i, kpi)
	{
		other = kpi_of(old, word(kpi, "ref"));
		any |= difference(t, text_copy(r->ctx, word(kpi, "name")),
			other ? figure_text(r->ctx, other) : "", figure_text(r->ctx, kpi));
	}
	json_array_foreach(old, i, kpi) if (!kpi_of(new, word(kpi, "ref"))) any |=
		difference(t, text_copy(r->ctx, word(kpi, "name")), figure_text(r->ctx, kpi), "");
	for (i = 0; i < COUNT(texts); i++)
		any |= difference(t, texts[i].label, answer_text(r->ctx, before, texts[i].name),
			answer_text(r->ctx, after, texts[i].name));
	tpl_show_if(t, M_NO_DIFFERENCE, !any);
}

/* ---- Versions -------------------------------------------------------------------------------- */

struct version {
	struct q_monitoring_versions row;
	json_t *answers;
};

static struct version *read_versions(struct req *r, int64_t return_id, size_t *n)
{
	struct db_rows *rows = Q_ROWS(r->db, monitoring_versions, .return_id = return_id);
	struct version *list = NEW_ARRAY(r->ctx, struct version, db_rows_count(rows) + 1);
	struct q_monitoring_versions row;

	*n = 0;
	while (Q_NEXT(rows, monitoring_versions, &row)) {
		list[*n].answers = json_loads(row.answers, 0, NULL);
		row.person = text_copy(r->ctx, row.person);
		row.reason = text_copy(r->ctx, row.reason);
		list[(*n)++].row = row;
	}
	return list;
}

static void show_version(struct req *r, const char *link, const struct version *list, size_t i,
	size_t shown, struct tpl *t)
{
	const struct version *v = &list[i];

	t = tpl_add(t, M_VERSION);
	tpl_int(t, M_NUMBER, v->row.number);
	tpl_set(t, M_AT, time_text(r->ctx, v->row.sent_at));
	tpl_set(t, M_PERSON, v->row.person);
	tpl_show_if(t, M_SHOWN, i == shown);
	if (i != shown) {
		struct tpl *other = tpl_add(t, M_OTHER);

		tpl_setf(other, M_LIST_LINK, "%s?version=%lld", link, (long long)v->row.number);
		tpl_int(other, M_NUMBER, v->row.number);
	}
	if (i == 0)
		return;
	t = tpl_add(t, M_CORRECTED);
	tpl_optional(t, M_ASKED, M_QUESTION, text_copy(r->ctx, word(v->answers, "question")));
	tpl_set(t, M_WHY, v->row.reason);
	show_differences(r, list[i - 1].answers, v->answers, t);
}

bool monitoring_versions_show(
	struct req *r, const struct q_monitoring_by_ref *m, const char *link, struct tpl *page)
{
	size_t n, shown;
	struct version *list = read_versions(r, m->return_id, &n);
	struct tpl *t;

	if (n == 0)
		return false;
	shown = (size_t)query_int(r, "version", 1, (int64_t)n, (int64_t)n) - 1;
	monitoring_answers_show(r, list[shown].answers, NULL, page);
	if (shown + 1 < n) {
		t = tpl_add(page, M_EARLIER);
		tpl_int(t, M_NUMBER, list[shown].row.number);
		tpl_set(t, M_LIST_LINK, link);
	}
	t = tpl_include(page, M_VERSIONS, T_monitoring_versions);
	for (size_t i = n; i-- > 0;)
		show_version(r, link, list, i, shown, t);
	for (size_t i = 0; i < n; i++)
		json_decref(list[i].answers);
	return true;
}
