/* trends_show.c: the sections of a page of trends: a sentence, a picture, a table of the same
 * numbers, a file. */
#include <stdlib.h>
#include <string.h>
#include "trends.h"

enum { TOP = 10, LOOK_MOST = 20, CLOSE_MOST = 52 };

struct line {
	const char *code, *label;
	int64_t n;
};

struct lines {
	struct line *list;
	size_t n;
	int64_t base; /* what 100% is; 0: no per cent */
};

static struct tpl *section(struct req *r, const char *id, const char *heading)
{
	struct tpl *part = tpl_include(r->page, M_SECTION, T_trends_section);
	struct tpl *anchor = tpl_add(r->page, M_ANCHOR);

	tpl_set(anchor, M_CODE, id);
	tpl_set(anchor, M_LABEL, heading);
	tpl_set(part, M_CODE, id);
	tpl_set(part, M_HEADING, heading);
	return part;
}

/* The picture's and the table's place in it. */
static struct tpl *body(struct req *r, const struct trends *t, struct tpl *part, const char *id)
{
	part = tpl_add(part, M_SOME);
	tpl_setf(tpl_add(part, M_FILE), M_LIST_LINK, "%s%s",
		t->manager ? "/incidents/trends.csv" : "/reports/trends.csv",
		trends_query(r, t, "chart", id));
	return part;
}

/* The queue, narrowed to what a number counts; NULL where it cannot be. */
static const char *queue_link(struct req *r, const struct trends *t, const char *filter,
	const char *code, int64_t first, int64_t last)
{
	const char *link;

	if (!t->manager || (filter && !*code))
		return NULL;
	link = text_format(r->ctx, "/incidents?from=%s&until=%s", month_iso(r->ctx, first),
		trends_last_day(r->ctx, last));
	if (*t->of)
		link = text_format(
			r->ctx, "%s&%s=%s", link, t->of_practice ? "practice" : "provider", t->of);
	if (filter && *t->of && strcmp(filter, "provider") == 0 && !t->of_practice)
		return link;
	return filter ? text_format(r->ctx, "%s&%s=%s", link, filter, code) : link;
}

static void table_row(
	struct tpl *part, const char *label, const char *link, int64_t n, const char *second)
{
	struct tpl *row = tpl_add(part, M_ROW);

	tpl_set(row, M_LABEL, label);
	if (second)
		tpl_set(tpl_add(row, M_SECOND_GIVEN), M_PERCENT, second);
	if (link && n > 0) {
		struct tpl *linked = tpl_add(row, M_LINKED);

		tpl_set(linked, M_LIST_LINK, link);
		tpl_count(linked, M_N, n);
	} else {
		tpl_count(tpl_add(row, M_PLAIN), M_N, n);
	}
}

static void heads(struct tpl *part, const char *first, const char *second)
{
	tpl_set(part, M_COLUMN, first);
	tpl_optional(part, M_SECOND_GIVEN, M_SECOND, second);
}

/* What a picture says to somebody who cannot see it. */
static const char *describe(TALLOC_CTX *ctx, const struct chart_bar *bars, size_t n)
{
	struct buf out = { .ctx = ctx };

	for (size_t i = 0; i < n; i++) {
		buf_addf(
			&out, "%s%s: %s", i ? ". " : "", bars[i].label, count_text(ctx, bars[i].n));
		if (bars[i].percent >= 0)
			buf_addf(&out, ", %d%%", bars[i].percent);
	}
	buf_addc(&out, '.');
	return buf_text(&out);
}

/* ---- Months -----------------------------------------------------------------------------------
 */

static const char *run_sentence(TALLOC_CTX *ctx, const struct run *run)
{
	const char *median;

	if (!run->has_median)
		return text_format(ctx,
			"From %d whole months on, a median is drawn, and shifts are looked for.",
			RUN_LEAST);
	median = text_format(ctx,
		"The dashed line is the median of the whole months, %g: half have more, half "
		"fewer.",
		run->median);
	if (run->shift && run->trend)
		return text_format(ctx,
			"%s There is a shift (%d or more months in a row on one side of the "
			"median), and a trend (%d or more in a row, each higher, or each lower, "
			"than the last): more than chance. Look for what changed.",
			median, RUN_SHIFT, RUN_TREND);
	if (run->shift)
		return text_format(ctx,
			"%s There is a shift: %d or more months in a row on one side of it, more "
			"than chance. Look for what changed.",
			median, RUN_SHIFT);
	if (run->trend)
		return text_format(ctx,
			"%s There is a trend: %d or more months in a row, each higher, or each "
			"lower, than the last, more than chance. Look for what changed.",
			median, RUN_TREND);
	if (run->median == 0)
		return "Hardly anything was reported in these months.";
	return text_format(ctx,
		"%s There is no shift (%d or more months in a row on one side of it) and no trend "
		"(%d or more in a row that rise, or fall): the months differ as chance has it.",
		median, RUN_SHIFT, RUN_TREND);
}

static const char *sign_text(const struct run_point *point)
{
	if (point->left_out)
		return "Not over yet";
	if (point->shift && point->trend)
		return point->above ? "Shift up, trend" : "Shift down, trend";
	if (point->shift)
		return point->above ? "Shift up" : "Shift down";
	return point->trend ? point->rise ? "Trend up" : "Trend down" : "";
}

static const char *describe_months(
	TALLOC_CTX *ctx, const struct chart_month *months, const struct run_point *points, size_t n)
{
	struct buf out = { .ctx = ctx };

	for (size_t i = 0; i < n; i++) {
		buf_addf(&out, "%s%s: %s", i ? ". " : "", month_text(ctx, months[i].month),
			count_text(ctx, months[i].n));
		if (*sign_text(&points[i]))
			buf_addf(&out, ", %s", sign_text(&points[i]));
	}
	buf_addc(&out, '.');
	return buf_text(&out);
}

void trends_show_months(struct req *r, const struct trends *t)
{
	size_t n = (size_t)(t->last - t->first + 1);
	struct chart_month *months = NEW_ARRAY(r->ctx, struct chart_month, n);
	struct run_point *points = NEW_ARRAY(r->ctx, struct run_point, n);
	struct tpl *part = section(r, "months", "Reports by month");
	struct db_rows *rows = Q_ROWS(r->db, trends_months, .scope = t->scope,
		.scope_id = t->scope_id, .since = t->since, .until = t->until);
	struct q_trends_months row;
	int64_t all = 0;

	for (size_t i = 0; i < n; i++) {
		months[i] = (struct chart_month){ .month = month_iso(r->ctx, t->first + (int64_t)i),
			.percent = -1,
			.so_far = t->first + (int64_t)i == t->now };
		points[i].left_out = months[i].so_far;
	}
	while (Q_NEXT(rows, trends_months, &row))
		months[month_number(row.month) - t->first].n = row.n;
	for (size_t i = 0; i < n; i++)
		all += points[i].n = months[i].n;

	struct run run = run_read(r->ctx, points, n);
	struct chart_words words = { .id = "chart-months",
		.title = "Reports by month",
		.description = describe_months(r->ctx, months, points, n) };

	tpl_set(part, M_SENTENCE, run_sentence(r->ctx, &run));
	part = body(r, t, part, "months");
	tpl_set(r->page, M_REPORTS,
		all == 1 ? "1 report was"
			 : text_format(r->ctx, "%s reports were", count_text(r->ctx, all)));
	chart_run(r->ctx, part, &words, months, points, n, &run);
	heads(part, "Month", "Sign");
	for (size_t i = n; i-- > 0;)
		table_row(part, month_text(r->ctx, months[i].month),
			queue_link(r, t, NULL, "", t->first + (int64_t)i, t->first + (int64_t)i),
			months[i].n, sign_text(&points[i]));
}

/* ---- Values -----------------------------------------------------------------------------------
 */

struct sums {
	int64_t *lines[TRENDS_CHARTS];
	int64_t look[LOOK_MOST + 1], close[CLOSE_MOST + 1], in_time, late;
};

static void add_number(int64_t *counts, int most, const char *value, int64_t n)
{
	int number = trends_number(value);

	if (number >= 0)
		counts[number < most ? number : most] += n;
}

static void add_sum(struct sums *sums, const struct q_trends_sums *row)
{
	for (enum trends_chart chart = 0; chart < TRENDS_CHARTS; chart++) {
		size_t at;

		if (strcmp(trends_charts[chart].dimension, row->dimension) != 0)
			continue;
		at = trends_line_of(chart, row->value);
		if (at < trends_lines(chart))
			sums->lines[chart][at] += row->n;
	}
	if (strcmp(row->dimension, "look") == 0)
		add_number(sums->look, LOOK_MOST, row->value, row->n);
	else if (strcmp(row->dimension, "close") == 0)
		add_number(sums->close, CLOSE_MOST, row->value, row->n);
	else if (strcmp(row->dimension, "in_time") == 0)
		*(strcmp(row->value, "yes") == 0 ? &sums->in_time : &sums->late) +=
			*row->value ? row->n : 0;
}

static const struct sums *read_sums(struct req *r, const struct trends *t)
{
	struct sums *sums = NEW(r->ctx, struct sums);
	struct db_rows *rows;
	struct q_trends_sums row;

	for (enum trends_chart chart = 0; chart < TRENDS_CHARTS; chart++)
		sums->lines[chart] = NEW_ARRAY(r->ctx, int64_t, trends_lines(chart) + 1);
	rows = Q_ROWS(r->db, trends_sums, .scope = t->scope, .scope_id = t->scope_id,
		.since = t->since, .until = t->until);
	while (Q_NEXT(rows, trends_sums, &row))
		add_sum(sums, &row);
	return sums;
}

static void add_line(
	TALLOC_CTX *ctx, struct lines *to, const char *code, const char *label, int64_t n)
{
	to->list = must(talloc_realloc_size(ctx, to->list, (to->n + 1) * sizeof *to->list));
	to->list[to->n++] = (struct line){ text_copy(ctx, code), text_copy(ctx, label), n };
}

static struct lines lines_of(
	struct req *r, const struct trends *t, const struct sums *sums, enum trends_chart chart)
{
	struct lines out = { 0 };
	struct q_trends_themes theme;
	struct q_trends_providers provider;
	struct db_rows *rows;

	for (size_t i = 0; i < trends_lines(chart); i++) {
		add_line(r->ctx, &out, trends_line_code(chart, i), trends_line_label(chart, i),
			sums->lines[chart][i]);
		out.base += sums->lines[chart][i];
	}
	if (chart == TRENDS_THEME) {
		rows = Q_ROWS(r->db, trends_themes, .scope = t->scope, .scope_id = t->scope_id,
			.since = t->since, .until = t->until);
		while (Q_NEXT(rows, trends_themes, &theme))
			add_line(r->ctx, &out, "", theme.name, theme.n);
	} else if (chart == TRENDS_PROVIDER) {
		rows = Q_ROWS(r->db, trends_providers, .scope = t->scope, .scope_id = t->scope_id,
			.since = t->since, .until = t->until);
		while (Q_NEXT(rows, trends_providers, &provider))
			add_line(r->ctx, &out, provider.code, provider.name, provider.n);
	}
	return out;
}

static const char *median_words(TALLOC_CTX *ctx, double median, const char *one, const char *many)
{
	return text_format(ctx, "%g %s", median, median == 1 ? one : many);
}

static const char *look_sentence(TALLOC_CTX *ctx, const struct sums *sums, const struct lines *of)
{
	int64_t seen = sums->in_time + sums->late, unseen = of->base - seen;

	if (!seen)
		return "Nobody has looked at any of them yet.";
	return text_format(ctx,
		"%s of %s that were looked at (%s) were looked at in time: within %d working days. "
		"The median is %s.%s",
		count_text(ctx, sums->in_time), count_text(ctx, seen),
		percent_text(ctx, sums->in_time, seen), INCIDENT_WORKING_DAYS,
		median_words(
			ctx, trends_median(sums->look, LOOK_MOST), "working day", "working days"),
		unseen > 0
			? text_format(ctx, " Nobody has looked at %s yet.", count_text(ctx, unseen))
			: "");
}

static const char *sentence(
	TALLOC_CTX *ctx, enum trends_chart chart, const struct sums *sums, const struct lines *of)
{
	double median;

	switch (chart) {
	case TRENDS_PHYSICAL:
	case TRENDS_PSYCHOLOGICAL:
		return "The worst of all people affected, as the practice reported it.";
	case TRENDS_THEME:
		return text_format(ctx, "A report can have several themes, or none.%s",
			of->n > TOP ? " The picture shows the ten most frequent." : "");
	case TRENDS_PROVIDER:
		return of->n > TOP ? "Reports about another organisation than the practice. The "
				     "picture shows the ten most frequent."
				   : "Reports about another organisation than the practice.";
	case TRENDS_STATE:
		return "Where the reports of these months stand today.";
	case TRENDS_LOOK:
		return look_sentence(ctx, sums, of);
	case TRENDS_CLOSE:
		median = trends_median(sums->close, CLOSE_MOST);
		return median < 0 ? "None of them is closed yet."
				  : text_format(ctx,
					    "From sending to closing, the median is %s. Later "
					    "months have had less time to be closed in.",
					    median_words(ctx, median, "week", "weeks"));
	default:
		return "";
	}
}

static void show_values(
	struct req *r, const struct trends *t, const struct sums *sums, enum trends_chart chart)
{
	const struct trends_chart_words *as = &trends_charts[chart];
	struct lines of = lines_of(r, t, sums, chart);
	struct tpl *part = section(r, as->dimension, as->heading);
	struct chart_bar *bars = NEW_ARRAY(r->ctx, struct chart_bar, of.n + 1);
	size_t shown = trends_lines(chart) || of.n < TOP ? of.n : TOP;
	int64_t most = 0;
	struct chart_words words = { .id = text_format(r->ctx, "chart-%s", as->dimension),
		.title = as->heading };

	tpl_set(part, M_SENTENCE, sentence(r->ctx, chart, sums, &of));
	for (size_t i = 0; i < of.n; i++) {
		most = of.list[i].n > most ? of.list[i].n : most;
		bars[i] = (struct chart_bar){ of.list[i].label, of.list[i].n,
			of.base ? chart_percent(of.list[i].n, of.base) : -1, NULL };
	}
	if (!most) {
		tpl_show(part, M_NOTHING);
		return;
	}
	part = body(r, t, part, as->dimension);
	heads(part, as->column, of.base ? "Per cent" : "");
	words.description = describe(r->ctx, bars, shown);
	if (as->ranges)
		chart_ranges(r->ctx, part, &words, bars, shown);
	else
		chart_bars(r->ctx, part, &words, bars, shown, of.base ? of.base : most);
	for (size_t i = 0; i < of.n; i++)
		table_row(part, of.list[i].label,
			as->filter
				? queue_link(r, t, as->filter, of.list[i].code, t->first, t->last)
				: NULL,
			of.list[i].n, of.base ? percent_text(r->ctx, of.list[i].n, of.base) : NULL);
}

void trends_show_values(struct req *r, const struct trends *t)
{
	const struct sums *sums = read_sums(r, t);

	/* A practice asks how it stands and how long it takes; what the commissioner finds in all
	 * reports together is for the commissioner's page. */
	for (enum trends_chart chart = 0; chart < TRENDS_CHARTS; chart++)
		if (t->manager || chart != TRENDS_PROVIDER)
			show_values(r, t, sums, chart);
}
