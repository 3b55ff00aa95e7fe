/* trends_csv.c: the numbers behind the pictures, by month, as a file. Staff. */
#include <string.h>
#include "access.h"
#include "audit.h"
#include "incident_fold.h"
#include "pages.h"
#include "trends.h"

static const struct trends_chart_words *chart_words(const char *dimension, enum trends_chart *chart)
{
	for (*chart = 0; *chart < TRENDS_CHARTS; (*chart)++)
		if (strcmp(trends_charts[*chart].dimension, dimension) == 0)
			return &trends_charts[*chart];
	return NULL;
}

/* A value in words; numbers of days and weeks as they are. */
static const char *value_words(const struct q_trends_cells *row, enum trends_chart chart)
{
	size_t at;

	if (*row->name)
		return row->name;
	if (chart == TRENDS_LOOK && !*row->value)
		return "Not looked at yet";
	if (chart == TRENDS_CLOSE && !*row->value)
		return "Not closed";
	if (chart == TRENDS_PROVIDER)
		return "Another, not listed here";
	at = trends_charts[chart].ranges ? trends_lines(chart) : trends_line_of(chart, row->value);
	return at < trends_lines(chart) ? trends_line_label(chart, at) : row->value;
}

static void write_row(struct csv *csv, const struct q_trends_cells *row)
{
	enum trends_chart chart;
	const struct trends_chart_words *words = chart_words(row->dimension, &chart);

	if (words && chart == TRENDS_PROVIDER && !*row->value)
		return; /* not about another organisation */
	csv_words(csv, words ? words->heading : "Reports by month");
	csv_words(csv, row->month);
	csv_words(csv, words ? value_words(row, chart) : "");
	csv_words(csv, chart == TRENDS_LOOK    ? "working days; 20: or more"
		       : chart == TRENDS_CLOSE ? "whole weeks; 52: or more"
					       : "");
	csv_number(csv, row->n);
	csv_end(csv);
}

static void heads(struct csv *csv)
{
	static const char *const names[] = { "Trend", "Month", "Value", "Unit", "Reports" };

	for (size_t i = 0; i < COUNT(names); i++)
		csv_words(csv, names[i]);
	csv_end(csv);
}

static int file(struct req *r, const struct trends *t, const char *name)
{
	struct csv csv = { .out = &r->content };
	const char *chart = params_get(&r->query, "chart"), *dimension = NULL;
	struct db_rows *rows;
	struct q_trends_cells row;
	enum trends_chart known;

	if (chart && strcmp(chart, "months") == 0)
		dimension = "all";
	else if (chart && chart_words(chart, &known))
		dimension = chart;
	fold(r->db, r->ctx, &incident_fold, TRENDS_FOLD);
	audit(r, AUDIT_EXPORT, "incident", "", audit_fact(NULL, "file", name));
	r->type = CSV_TYPE;
	header_add(r, "Content-Disposition",
		text_format(r->ctx, "attachment; filename=\"%s\"",
			dimension ? text_format(r->ctx, "trends-%s.csv", chart) : "trends.csv"));
	buf_adds(&r->content, CSV_BOM);
	if (chart && strcmp(chart, "peers") == 0 && !t->manager) {
		trends_peers_csv(r, &csv);
		return 200;
	}
	heads(&csv);
	rows = Q_ROWS(r->db, trends_cells, .scope = t->scope, .scope_id = t->scope_id,
		.since = t->since, .until = t->until, .dimension = dimension);
	while (Q_NEXT(rows, trends_cells, &row))
		write_row(&csv, &row);
	return 200;
}

/* GET /incidents/trends.csv?chart=… */
int incident_trends_csv(struct req *r)
{
	struct trends t = trends_read(r);

	return file(r, &t, "trends.csv");
}

/* GET /reports/trends.csv?chart=… */
int report_trends_csv(struct req *r)
{
	struct trends t = trends_read(r);

	trends_own(r, &t);
	return file(r, &t, "reports/trends.csv");
}
