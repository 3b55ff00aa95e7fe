/* results_figures.c: turns the counts of a tally into the figures of each question. Pure. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include "results.h"

bool is_text(const struct field *f)
{
	return f->type == FIELD_SHORT || f->type == FIELD_LONG || f->type == FIELD_EMAIL ||
	       f->type == FIELD_POSTCODE || f->type == FIELD_NHS_NUMBER;
}

bool is_number(const struct field *f)
{
	return f->type == FIELD_NUMBER;
}

bool has_choices(const struct field *f)
{
	return f->type == FIELD_RADIOS || f->type == FIELD_CHECKBOXES || f->type == FIELD_SELECT ||
	       f->type == FIELD_YES_NO;
}

int64_t result_base(const struct result *result)
{
	return result->field->type == FIELD_CHECKBOXES ? result->asked : result->answered;
}

/* The result that a tally's question belongs to: its code, or for a grid's row CODE.ROW. */
static struct result *find(const struct results *all, const char *question, const char **row)
{
	const char *dot = strchr(question, '.');
	size_t len = dot ? (size_t)(dot - question) : strlen(question);

	*row = dot ? dot + 1 : NULL;
	for (size_t i = 0; i < all->n; i++)
		if (strncmp(all->list[i].field->name, question, len) == 0 &&
			!all->list[i].field->name[len])
			return &all->list[i];
	return NULL;
}

static void add_value(TALLOC_CTX *ctx, struct result *result, int64_t value, int64_t n)
{
	size_t have = result->n_values;

	if ((have & (have - 1)) == 0) /* 0, 1, 2, 4, 8: full */
		result->values = must(talloc_realloc(
			ctx, result->values, struct result_value, (unsigned)(have ? have * 2 : 1)));
	result->values[result->n_values++] = (struct result_value){ value, n };
}

static int by_value(const void *a, const void *b)
{
	int64_t left = ((const struct result_value *)a)->value,
		right = ((const struct result_value *)b)->value;

	return (left > right) - (left < right);
}

/* In order, each value once. */
static void sort_values(struct result *result)
{
	size_t to = 0;

	if (result->n_values == 0)
		return;
	qsort(result->values, result->n_values, sizeof *result->values, by_value);
	for (size_t i = 1; i < result->n_values; i++)
		if (result->values[i].value == result->values[to].value)
			result->values[to].n += result->values[i].n;
		else
			result->values[++to] = result->values[i];
	result->n_values = to + 1;
}

static void add_grid_count(struct result *result, const char *row, size_t choice, int64_t n)
{
	const struct field *f = result->field;
	size_t at = choice_index(f->rows, f->n_rows, row ? row : "");

	if (at == f->n_rows)
		return;
	result->row_asked[at] += n;
	if (choice == f->n_choices)
		return;
	result->counts[at * f->n_choices + choice] += n;
	result->row_bases[at] += n;
}

/* One count of a question. Choice "" is: asked, not answered. */
static void add_count(
	TALLOC_CTX *ctx, struct result *result, const char *row, const struct tally_row *t)
{
	const struct field *f = result->field;
	size_t choice = choice_index(f->choices, f->n_choices, t->choice);

	if (f->type == FIELD_GRID) {
		add_grid_count(result, row, choice, t->n);
		return;
	}
	if (!*t->choice) {
		result->asked += t->n;
		return;
	}
	if (f->type == FIELD_NUMBER)
		add_value(ctx, result, strtoll(t->choice, NULL, 10), t->n);
	if (f->type == FIELD_DATE && month_number(t->choice) >= 0)
		add_value(ctx, result, month_number(t->choice), t->n);
	if (choice < f->n_choices)
		result->counts[choice] += t->n;
	/* Who ticked three options counts thrice there, and once here. */
	if (f->type != FIELD_CHECKBOXES || strcmp(t->choice, "*") == 0) {
		result->asked += t->n;
		result->answered += t->n;
	}
}

static void finish(struct result *result)
{
	/* A grid is asked of as many, and answered by as many, as its most answered row. */
	for (size_t i = 0; result->field->type == FIELD_GRID && i < result->field->n_rows; i++) {
		if (result->row_asked[i] > result->asked)
			result->asked = result->row_asked[i];
		if (result->row_bases[i] > result->answered)
			result->answered = result->row_bases[i];
	}
	sort_values(result);
}

const struct results *results_make(TALLOC_CTX *ctx, const struct survey *survey,
	const struct field *fields, size_t n_fields, const struct tally *tally, int64_t this_month)
{
	struct results *out = NEW(ctx, struct results);

	out->fft = survey->fft;
	out->n = n_fields;
	out->list = NEW_ARRAY(ctx, struct result, n_fields + 1);
	for (size_t i = 0; i < n_fields; i++) {
		size_t rows = fields[i].type == FIELD_GRID ? fields[i].n_rows : 1;

		out->list[i].field = &fields[i];
		out->list[i].number = i + 1;
		out->list[i].counts = NEW_ARRAY(ctx, int64_t, fields[i].n_choices * rows + 1);
		out->list[i].row_asked = NEW_ARRAY(ctx, int64_t, fields[i].n_rows + 1);
		out->list[i].row_bases = NEW_ARRAY(ctx, int64_t, fields[i].n_rows + 1);
	}
	for (size_t i = 0; i < tally->n; i++) {
		const char *row;
		struct result *result;

		if (!*tally->rows[i].question) {
			out->responses += tally->rows[i].n;
			continue;
		}
		result = find(out, tally->rows[i].question, &row);
		if (result)
			add_count(ctx, result, row, &tally->rows[i]);
	}
	for (size_t i = 0; i < n_fields; i++)
		finish(&out->list[i]);
	results_by_month(ctx, out, tally, this_month);
	return out;
}

bool number_figures(const struct result *result, struct number_figures *out)
{
	int64_t before = 0, low = 0, high = 0;
	double sum = 0;

	*out = (struct number_figures){ .count = result->answered };
	if (result->n_values == 0 || result->answered == 0)
		return false;
	out->smallest = result->values[0].value;
	out->largest = result->values[result->n_values - 1].value;
	for (size_t i = 0; i < result->n_values; i++) {
		const struct result_value *v = &result->values[i];

		/* The median is the mean of the two in the middle, which are one when the count is
		 * odd. */
		if (before <= (out->count - 1) / 2)
			low = v->value;
		if (before <= out->count / 2)
			high = v->value;
		before += v->n;
		sum += (double)v->value * (double)v->n;
	}
	out->mean = sum / (double)out->count;
	out->median = ((double)low + (double)high) / 2;
	return true;
}

static const char *range_label(TALLOC_CTX *ctx, const struct field *f, int64_t from, int64_t step)
{
	if (f->type == FIELD_NUMBER)
		return step == 1 ? count_text(ctx, from)
				 : text_format(ctx, "%s to %s", count_text(ctx, from),
					   count_text(ctx, from + step - 1));
	if (step == 1)
		return month_text(ctx, month_iso(ctx, from));
	if (step == 12)
		return text_format(ctx, "%" PRId64, from / 12);
	return text_format(ctx, "%" PRId64 " to %" PRId64, from / 12, (from + step) / 12 - 1);
}

/* Months while there are few; then years; then tens, hundreds of years. */
static int64_t date_step(int64_t low, int64_t high)
{
	int64_t step = high - low < 24 ? 1 : 12;

	while (step > 1 && chart_floor(high, step) / step - chart_floor(low, step) / step >= 24)
		step *= 10;
	return step;
}

/* How values are put together: equal ranges from `first` on; before them nought by itself, when
 * none says another thing than few. */
struct ranges {
	int64_t first, step;
	size_t n;
	bool nought;
};

static struct ranges ranges_of(const struct result *result)
{
	int64_t low = result->values[0].value, high = result->values[result->n_values - 1].value;
	struct ranges out = { 0 };

	if (!is_number(result->field))
		out.step = date_step(low, high);
	else if ((__int128)high - low < CHART_VALUES_MAX)
		out.step = 1;
	else if (low == 0) {
		/* From 1 on: 1 to 5, 6 to 10. */
		out.nought = true;
		out.step = chart_step(0, high - 1, CHART_RANGES_MAX - 1);
		out.first = 1;
		out.n = (size_t)((high - 1) / out.step) + 2;
		return out;
	} else
		out.step = chart_step(low, high, CHART_RANGES_MAX);
	out.first = chart_floor(low, out.step);
	out.n = (size_t)(((__int128)chart_floor(high, out.step) - out.first) / out.step + 1);
	return out;
}

struct chart_bar *value_bars(TALLOC_CTX *ctx, const struct result *result, size_t *n)
{
	struct ranges ranges;
	struct chart_bar *bars, *rest;

	*n = 0;
	if (result->n_values == 0)
		return NULL;
	ranges = ranges_of(result);
	*n = ranges.n;
	bars = NEW_ARRAY(ctx, struct chart_bar, *n);
	rest = bars + ranges.nought;
	for (size_t i = 0; i < *n - ranges.nought; i++)
		rest[i].label = range_label(
			ctx, result->field, ranges.first + (int64_t)i * ranges.step, ranges.step);
	if (ranges.nought)
		bars[0].label = "0";
	for (size_t i = 0; i < result->n_values; i++) {
		const struct result_value *v = &result->values[i];

		if (ranges.nought && v->value == 0)
			bars[0].n += v->n;
		else
			rest[((__int128)v->value - ranges.first) / ranges.step].n += v->n;
	}
	for (size_t i = 0; i < *n; i++)
		bars[i].percent = chart_percent(bars[i].n, result->answered);
	return bars;
}

const char *base_sentence(TALLOC_CTX *ctx, const struct results *all, const struct result *result)
{
	const struct field *f = result->field;
	const char *answered = count_text(ctx, result->answered),
		   *asked = count_text(ctx, result->asked), *row;
	const struct result *on = f->when_name ? find(all, f->when_name, &row) : NULL;
	size_t choice =
		on ? choice_index(on->field->choices, on->field->n_choices, f->when_code) : 0;

	if (!on || choice == on->field->n_choices)
		return text_format(ctx, "Answered by %s of %s.", answered, asked);
	return text_format(ctx,
		"Asked only of the %s who answered “%s” to question %zu. Answered by %s of them.",
		asked, on->field->choices[choice].label, on->number, answered);
}
