/* results_show.c: puts the figures of a question into its part of the page: a picture and a table
 * of the same numbers. */
#include <inttypes.h>
#include <string.h>
#include "results.h"

enum { DESCRIPTION_BARS = 30 };

/* What a picture says to somebody who cannot see it: "In favour: 7, 58%. Against: 2, 17%." */
static const char *describe(TALLOC_CTX *ctx, const struct chart_bar *bars, size_t n)
{
	struct buf out = { .ctx = ctx };

	for (size_t i = 0; i < n && i < DESCRIPTION_BARS; i++) {
		buf_addf(
			&out, "%s%s: %s", i ? ". " : "", bars[i].label, count_text(ctx, bars[i].n));
		if (bars[i].percent >= 0)
			buf_addf(&out, ", %d%%", bars[i].percent);
	}
	if (n > DESCRIPTION_BARS)
		buf_adds(&out, ". The rest is in the table");
	buf_addc(&out, '.');
	return buf_text(&out);
}

static void table_row(
	TALLOC_CTX *ctx, struct tpl *table, const char *label, int64_t n, int64_t base)
{
	struct tpl *row = tpl_add(table, M_ANSWER);

	tpl_set(row, M_LABEL, label);
	tpl_count(row, M_N, n);
	tpl_set(row, M_PERCENT, percent_text(ctx, n, base));
}

static void show_bars(struct req *r, const struct result *result, struct chart_bar *bars, size_t n,
	int64_t base, struct tpl *part)
{
	struct tpl *table = tpl_add(part, M_ANSWERS);
	const char *name = result->field->name;
	struct chart_words words = {
		.id = text_format(r->ctx, "chart-%s", name),
		.title = text_format(
			r->ctx, "Question %zu: %s", result->number, result->field->label),
		.description = describe(r->ctx, bars, n),
	};

	if (has_choices(result->field))
		chart_bars(r->ctx, part, &words, bars, n, base);
	else
		chart_ranges(r->ctx, part, &words, bars, n);
	for (size_t i = 0; i < n; i++)
		table_row(r->ctx, table, bars[i].label, bars[i].n, base);
	if (result->asked > result->answered) {
		struct tpl *none = tpl_add(table, M_NO_ANSWER);

		tpl_count(none, M_N, result->asked - result->answered);
	}
}

static void show_choices(struct req *r, const struct result *result, struct tpl *part)
{
	const struct field *f = result->field;
	struct chart_bar *bars = NEW_ARRAY(r->ctx, struct chart_bar, f->n_choices + 1);
	int64_t base = result_base(result);

	for (size_t i = 0; i < f->n_choices; i++)
		bars[i] = (struct chart_bar){ f->choices[i].label, result->counts[i],
			chart_percent(result->counts[i], base), NULL };
	show_bars(r, result, bars, f->n_choices, base, part);
	tpl_show_if(part, M_MANY, f->type == FIELD_CHECKBOXES);
}

const char *number_text(TALLOC_CTX *ctx, double number)
{
	int64_t tenths = (int64_t)(number * 10 + (number < 0 ? -0.5 : 0.5));
	const char *whole = count_text(ctx, tenths / 10);

	if (tenths % 10 == 0)
		return whole;
	return text_format(ctx, "%s%s.%d", tenths < 0 && tenths > -10 ? "-" : "", whole,
		(int)(tenths < 0 ? -tenths : tenths) % 10);
}

static void show_number(struct req *r, const struct result *result, struct tpl *part)
{
	struct number_figures figures;
	struct tpl *t;
	size_t n;
	struct chart_bar *bars = value_bars(r->ctx, result, &n);

	if (!number_figures(result, &figures))
		return;
	t = tpl_add(part, M_FIGURES);
	tpl_set(t, M_MEAN, number_text(r->ctx, figures.mean));
	tpl_set(t, M_MEDIAN, number_text(r->ctx, figures.median));
	tpl_count(t, M_SMALLEST, figures.smallest);
	tpl_count(t, M_LARGEST, figures.largest);
	show_bars(r, result, bars, n, result->answered, part);
}

static void show_dates(struct req *r, const struct result *result, struct tpl *part)
{
	size_t n;
	struct chart_bar *bars = value_bars(r->ctx, result, &n);

	show_bars(r, result, bars, n, result->answered, part);
}

static const char *describe_grid(TALLOC_CTX *ctx, const struct result *result)
{
	const struct field *f = result->field;
	struct buf out = { .ctx = ctx };

	for (size_t row = 0; row < f->n_rows; row++) {
		buf_addf(&out, "%s%s", row ? ". " : "", f->rows[row].label);
		for (size_t i = 0; i < f->n_choices; i++)
			buf_addf(&out, "%s%s %s", i ? ", " : ": ", f->choices[i].label,
				percent_text(ctx, result->counts[row * f->n_choices + i],
					result->row_bases[row]));
	}
	buf_addc(&out, '.');
	return buf_text(&out);
}

static void grid_table(struct req *r, const struct result *result, struct tpl *part)
{
	const struct field *f = result->field;
	struct tpl *table = tpl_add(part, M_GRID);

	for (size_t i = 0; i < f->n_choices; i++)
		tpl_set(tpl_add(table, M_POINT), M_LABEL, f->choices[i].label);
	for (size_t row = 0; row < f->n_rows; row++) {
		struct tpl *line = tpl_add(table, M_GRID_ROW);

		tpl_set(line, M_LABEL, f->rows[row].label);
		tpl_count(line, M_BASE, result->row_bases[row]);
		for (size_t i = 0; i < f->n_choices; i++) {
			struct tpl *cell = tpl_add(line, M_CELL);
			int64_t n = result->counts[row * f->n_choices + i];

			tpl_count(cell, M_N, n);
			tpl_set(cell, M_PERCENT, percent_text(r->ctx, n, result->row_bases[row]));
		}
	}
}

static void show_grid(struct req *r, const struct result *result, struct tpl *part)
{
	const struct field *f = result->field;
	struct chart_row *rows = NEW_ARRAY(r->ctx, struct chart_row, f->n_rows + 1);
	const char **scale = NEW_ARRAY(r->ctx, const char *, f->n_choices + 1);
	struct chart_words words = {
		.id = text_format(r->ctx, "chart-%s", f->name),
		.title = text_format(r->ctx, "Question %zu: %s", result->number, f->label),
		.description = describe_grid(r->ctx, result),
	};

	for (size_t i = 0; i < f->n_choices; i++)
		scale[i] = f->choices[i].label;
	for (size_t row = 0; row < f->n_rows; row++)
		rows[row] = (struct chart_row){ f->rows[row].label,
			result->counts + row * f->n_choices };
	chart_stack(r->ctx, part, &words, rows, f->n_rows, scale, f->n_choices);
	grid_table(r, result, part);
}

void result_show(struct req *r, const struct staff_survey *s, const struct results *all,
	const struct result *result, struct tpl *page)
{
	const struct field *f = result->field;
	struct tpl *part = tpl_include(page, M_QUESTION, T_results_question);

	tpl_int(part, M_NUMBER, (int64_t)result->number);
	tpl_set(part, M_CODE, f->name);
	tpl_set(part, M_QUESTION_LABEL, f->label);
	tpl_set(part, M_BASE_SENTENCE, base_sentence(r->ctx, all, result));
	if (is_text(f)) {
		if (result->answered > 0) {
			struct tpl *read = tpl_add(part, M_READ);

			tpl_set(read, M_SLUG, s->slug);
			tpl_count(read, M_N, result->answered);
			tpl_show(read, result->answered == 1 ? M_ONE : M_SEVERAL);
		}
		return;
	}
	if (result->answered == 0)
		tpl_show(part, M_NOTHING);
	else if (has_choices(f))
		show_choices(r, result, part);
	else if (is_number(f))
		show_number(r, result, part);
	else if (f->type == FIELD_GRID)
		show_grid(r, result, part);
	else if (f->type == FIELD_DATE)
		show_dates(r, result, part);
}

const char *months_text(TALLOC_CTX *ctx, const char *first, const char *last)
{
	if (strcmp(first, last) == 0)
		return month_text(ctx, first);
	return text_format(ctx, "%s to %s", month_text(ctx, first), month_text(ctx, last));
}

static const char *month_label(TALLOC_CTX *ctx, const struct result_month *month)
{
	return text_format(
		ctx, "%s%s", month_text(ctx, month->iso), month->so_far ? " so far" : "");
}

static const char *describe_months(TALLOC_CTX *ctx, const struct results *all, size_t shown)
{
	struct buf out = { .ctx = ctx };

	for (size_t i = all->n_months - shown; i < all->n_months; i++) {
		const struct result_month *month = &all->months[i];

		buf_addf(&out, "%s%s: %s responses", out.len ? ". " : "", month_label(ctx, month),
			count_text(ctx, month->responses));
		if (all->fft && month->answers > 0)
			buf_addf(&out, ", %s positive",
				percent_text(ctx, month->positive, month->answers));
	}
	buf_addc(&out, '.');
	return buf_text(&out);
}

/* One picture says something of two months or more. */
static void show_months_chart(struct req *r, const struct results *all, struct tpl *part)
{
	const struct chart_month *months = results_chart_months(r->ctx, all);
	size_t shown = chart_months_shown(months, all->n_months);
	struct chart_words words = { .id = "chart-months" };

	if (shown < 2)
		return;
	words.title =
		all->overall ? "Positive per cent and responses by month" : "Responses by month";
	words.description = describe_months(r->ctx, all, shown);
	chart_months(r->ctx, part, &words, months, all->n_months,
		all->overall ? "Positive, per cent" : NULL);
	if (shown < all->n_months)
		tpl_int(tpl_add(part, M_LATEST), M_N, (int64_t)shown);
}

static void month_row(struct req *r, const struct results *all, const struct result_month *month,
	struct tpl *part)
{
	struct tpl *row = tpl_add(tpl_add(part, M_MONTH), M_ROW), *fft;

	tpl_set(row, M_LABEL, month_label(r->ctx, month));
	tpl_count(row, M_N, month->responses);
	if (!all->overall)
		return;
	fft = tpl_add(row, M_FFT);
	tpl_set(fft, M_POSITIVE, percent_text(r->ctx, month->positive, month->answers));
	tpl_set(fft, M_NEGATIVE, percent_text(r->ctx, month->negative, month->answers));
	for (size_t i = 0; i < all->overall->field->n_choices; i++)
		tpl_count(tpl_add(row, M_CELL), M_N, month->counts[i]);
}

/* The months that are folded from the i-th back are one row; gives the first of them. */
static size_t folded_row(struct req *r, const struct results *all, size_t i, struct tpl *part)
{
	struct tpl *row = tpl_add(tpl_add(part, M_MONTH), M_FOLDED);
	size_t first = i;

	while (first > 0 && all->months[first - 1].folded)
		first--;
	tpl_set(row, M_PERIOD, months_text(r->ctx, all->months[first].iso, all->months[i].iso));
	tpl_int(row, M_COLUMNS, all->overall ? (int64_t)all->overall->field->n_choices + 4 : 2);
	return first;
}

void results_show_months(struct req *r, const struct results *all, struct tpl *page)
{
	struct tpl *part;

	/* What a practice returns every month is a table of one month as well. */
	if (all->n_months < (all->overall ? 1 : 2))
		return;
	part = tpl_include(page, all->fft ? M_MONTHS : M_MONTHS_AFTER, T_results_months);
	show_months_chart(r, all, part);
	tpl_show(part, all->overall ? M_WIDE : M_NARROW);
	tpl_show_if(part, M_FFT, all->overall);
	for (size_t i = 0; all->overall && i < all->overall->field->n_choices; i++)
		tpl_set(tpl_add(part, M_POINT), M_LABEL, all->overall->field->choices[i].label);
	for (size_t i = all->n_months; i-- > 0;)
		if (all->months[i].folded)
			i = folded_row(r, all, i, part);
		else
			month_row(r, all, &all->months[i], part);
}
