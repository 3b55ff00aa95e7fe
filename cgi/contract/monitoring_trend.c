/* monitoring_trend.c: the figures of a contract's KPIs over its periods: a picture with the target,
 * a table of the same numbers, and a file. */
#include <string.h>
#include "audit.h"
#include "chart.h"
#include "csv_file.h"
#include "monitoring.h"
#include "pages.h"

struct trend {
	const char *name, *unit, *better;
	int64_t kpi_id;
	struct q_monitoring_trend *list; /* the periods of one KPI, the oldest first */
	size_t n;
};

static const char *value_text(TALLOC_CTX *ctx, const struct q_monitoring_trend *p, const char *unit)
{
	return p->measured ? contract_figure(ctx, p->value, unit) : "Not measured";
}

/* What the picture says to somebody who cannot see it. */
static const char *describe(TALLOC_CTX *ctx, const struct trend *k)
{
	struct buf out = { .ctx = ctx };

	for (size_t i = k->n > CHART_LINE_MAX ? k->n - CHART_LINE_MAX : 0; i < k->n; i++)
		buf_addf(&out, "%s%s: %s, target %s", out.len ? ". " : "",
			monitoring_period(ctx, k->list[i].starts_on, k->list[i].ends_on),
			value_text(ctx, &k->list[i], k->unit),
			monitoring_target(ctx, k->list[i].target, k->list[i].better, k->unit));
	buf_addc(&out, '.');
	return buf_text(&out);
}

static void show_chart(struct req *r, const struct trend *k, struct tpl *t)
{
	size_t from = k->n > CHART_LINE_MAX ? k->n - CHART_LINE_MAX : 0;
	struct chart_point *points = NEW_ARRAY(r->ctx, struct chart_point, k->n);
	struct chart_words words = { .id = text_format(r->ctx, "kpi-%lld", (long long)k->kpi_id),
		.title = k->name,
		.description = describe(r->ctx, k) };

	for (size_t i = from; i < k->n; i++)
		points[i - from] =
			(struct chart_point){ .label = monitoring_period_short(r->ctx,
						      k->list[i].starts_on, k->list[i].ends_on),
				.words = value_text(r->ctx, &k->list[i], k->unit),
				.has_value = k->list[i].measured,
				.value = k->list[i].value,
				.target = k->list[i].target };
	chart_line(r->ctx, t, &words, points, k->n - from,
		text_format(r->ctx, "target %s",
			monitoring_target(r->ctx, k->list[k->n - 1].target,
				k->list[k->n - 1].better, k->unit)));
}

static void show_one(struct req *r, const struct trend *k, struct tpl *page)
{
	struct tpl *t = tpl_include(page, M_SECTION, T_monitoring_trend);
	bool any = false;

	tpl_setf(t, M_CODE, "trend-%lld", (long long)k->kpi_id);
	tpl_set(t, M_HEADING, k->name);
	for (size_t i = k->n; i-- > 0;) {
		const struct q_monitoring_trend *p = &k->list[i];
		struct tpl *row = tpl_add(t, M_ROW);

		any |= p->measured;
		tpl_set(row, M_PERIOD, monitoring_period_short(r->ctx, p->starts_on, p->ends_on));
		tpl_set(row, M_VALUE, value_text(r->ctx, p, k->unit));
		tpl_set(row, M_TARGET, monitoring_target(r->ctx, p->target, p->better, k->unit));
		monitoring_rag_show(row, contract_rag_of(p->rag));
		tpl_show_if(row, M_NO_RAG, contract_rag_of(p->rag) == RAG_NONE);
	}
	if (any)
		show_chart(r, k, t);
}

bool monitoring_trends_show(struct req *r, int64_t contract_id, struct tpl *page)
{
	struct db_rows *rows = Q_ROWS(r->db, monitoring_trend, .contract_id = contract_id);
	size_t most = db_rows_count(rows);
	struct trend k = { .list = NEW_ARRAY(r->ctx, struct q_monitoring_trend, most + 1) };
	struct q_monitoring_trend row;

	while (Q_NEXT(rows, monitoring_trend, &row)) {
		if (k.n > 0 && row.kpi_id != k.kpi_id) {
			show_one(r, &k, page);
			k.n = 0;
		}
		row.starts_on = text_copy(r->ctx, row.starts_on);
		row.ends_on = text_copy(r->ctx, row.ends_on);
		row.better = text_copy(r->ctx, row.better);
		row.rag = row.rag ? text_copy(r->ctx, row.rag) : NULL;
		k.kpi_id = row.kpi_id;
		k.name = text_copy(r->ctx, row.name);
		k.unit = text_copy(r->ctx, row.unit);
		k.list[k.n++] = row;
	}
	if (k.n > 0)
		show_one(r, &k, page);
	return most > 0;
}

/* ---- The file -------------------------------------------------------------------------------- */

static bool write_csv(struct req *r, struct sink *sink)
{
	static const char *const heads[] = { "KPI", "Unit", "From", "To", "Figure", "Target",
		"Better", "Amber within per cent", "Result" };
	struct csv_file *file = csv_file_begin(r, sink, heads, COUNT(heads));
	struct db_rows *rows =
		Q_STREAM(r->db, monitoring_trend, .contract_id = *(int64_t *)r->stream_data);
	struct q_monitoring_trend row;

	while (CSV_NEXT(file, rows, monitoring_trend, &row)) {
		csv_words(&file->csv, row.name);
		csv_words(&file->csv, choice_label(contract_units, CONTRACT_UNITS, row.unit));
		csv_words(&file->csv, row.starts_on);
		csv_words(&file->csv, row.ends_on);
		csv_words(&file->csv, row.measured ? decimal_plain(file->row, row.value) : "");
		csv_words(&file->csv, decimal_plain(file->row, row.target));
		csv_words(&file->csv, choice_label(contract_better, CONTRACT_BETTER, row.better));
		csv_number(&file->csv, row.amber);
		csv_words(&file->csv, contract_rags[contract_rag_of(row.rag)].label);
	}
	return csv_file_end(file);
}

/* GET /contracts/:ref/returns.csv */
int contract_returns_csv(struct req *r)
{
	struct q_contract_by_ref c;
	int refused = contract_read(r, &c);
	int64_t *contract_id;

	if (refused)
		return refused;
	contract_id = NEW(r->ctx, int64_t);
	*contract_id = c.contract_id;
	audit(r, AUDIT_EXPORT, "contract", c.ref, audit_fact(NULL, "file", "returns.csv"));
	return respond_stream(
		r, CSV_TYPE, text_format(r->ctx, "returns-%s.csv", c.ref), write_csv, contract_id);
}
