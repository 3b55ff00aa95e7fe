/* results_months.c: the figures of each month, and of the Friends and Family Test. Pure. */
#include <string.h>
#include "results.h"

enum {
	/* A data fault (a month of the year 1) must not make a thousand empty months. */
	MONTHS_MOST = 240,
	/* Longer runs of empty months than this are one line. */
	EMPTY_MOST = 3,
	/* Of fewer answers in a month that is not over, a per cent says nothing yet. */
	FEW = 5,
};

/* Months from the first to the last that has a response, as indexes from *first. */
static size_t month_span(const struct tally *tally, int64_t *first)
{
	int64_t last = -1, month;

	*first = INT64_MAX;
	for (size_t i = 0; i < tally->n; i++) {
		month = *tally->rows[i].question || tally->rows[i].n == 0
				? -1
				: month_number(tally->rows[i].month);
		if (month < 0)
			continue;
		*first = month < *first ? month : *first;
		last = month > last ? month : last;
	}
	if (last < 0)
		return 0;
	if (last - *first >= MONTHS_MOST)
		*first = last - MONTHS_MOST + 1;
	return (size_t)(last - *first + 1);
}

/* NHS England's guidance on the Friends and Family Test: positive is very good and good, of all
 * answers, "Don't know" among them. month: NULL for an answer outside the months that are shown. */
static void count_fft(struct results *out, const struct tally_row *t, struct result_month *month)
{
	const struct field *f = out->overall->field;
	bool positive = strcmp(t->choice, "very_good") == 0 || strcmp(t->choice, "good") == 0;
	bool negative = strcmp(t->choice, "very_poor") == 0 || strcmp(t->choice, "poor") == 0;
	size_t choice = choice_index(f->choices, f->n_choices, t->choice);

	out->answers += t->n;
	out->positive += positive ? t->n : 0;
	out->negative += negative ? t->n : 0;
	if (!month)
		return;
	month->answers += t->n;
	month->positive += positive ? t->n : 0;
	month->negative += negative ? t->n : 0;
	if (choice < f->n_choices)
		month->counts[choice] += t->n;
}

static void fold_empty(struct results *out)
{
	size_t from = 0;

	for (size_t i = 0; i <= out->n_months; i++) {
		if (i < out->n_months && out->months[i].responses == 0)
			continue;
		for (size_t at = from; i - from > EMPTY_MOST && at < i; at++)
			out->months[at].folded = true;
		from = i + 1;
	}
}

static const struct result *overall(const struct results *all)
{
	for (size_t i = 0; all->fft && i < all->n; i++)
		if (strcmp(all->list[i].field->name, "overall") == 0)
			return &all->list[i];
	return NULL;
}

void results_by_month(
	TALLOC_CTX *ctx, struct results *out, const struct tally *tally, int64_t this_month)
{
	int64_t first;

	out->overall = overall(out);
	out->n_months = month_span(tally, &first);
	out->months = NEW_ARRAY(ctx, struct result_month, out->n_months + 1);
	for (size_t i = 0; i < out->n_months; i++) {
		out->months[i].iso = month_iso(ctx, first + (int64_t)i);
		out->months[i].so_far = first + (int64_t)i == this_month;
		if (out->overall)
			out->months[i].counts =
				NEW_ARRAY(ctx, int64_t, out->overall->field->n_choices + 1);
	}
	for (size_t i = 0; i < tally->n; i++) {
		const struct tally_row *t = &tally->rows[i];
		int64_t at = month_number(t->month) - first;
		struct result_month *month =
			at < 0 || at >= (int64_t)out->n_months ? NULL : &out->months[at];

		if (out->overall && strcmp(t->question, "overall") == 0 && *t->choice)
			count_fft(out, t, month);
		else if (!*t->question && month)
			month->responses += t->n;
	}
	fold_empty(out);
}

const struct chart_month *results_chart_months(TALLOC_CTX *ctx, const struct results *all)
{
	struct chart_month *out = NEW_ARRAY(ctx, struct chart_month, all->n_months + 1);

	for (size_t i = 0; i < all->n_months; i++) {
		const struct result_month *month = &all->months[i];

		out[i] = (struct chart_month){
			.month = month->iso,
			.n = month->responses,
			.percent = chart_percent(month->positive, month->answers),
			.so_far = month->so_far,
			.few = month->so_far && month->answers < FEW,
		};
	}
	return out;
}
