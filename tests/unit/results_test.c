/* results_test.c: figures of a survey out of its counts. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>
#include "results.h"

static TALLOC_CTX *ctx;

static const struct choice stances[] = {
	{ "favour", "In favour", NULL, false },
	{ "against", "Against", NULL, false },
	{ "unsure", "Don’t know", NULL, false },
};
static const struct choice rows[] = { { "care", "Care", NULL, false },
	{ "access", "Access", NULL, false } };
static const struct field fields[] = {
	{ .type = FIELD_RADIOS,
		.name = "stance",
		.label = "Stance?",
		.choices = stances,
		.n_choices = 3 },
	{ .type = FIELD_LONG,
		.name = "why",
		.label = "Why?",
		.when_name = "stance",
		.when_code = "against" },
	{ .type = FIELD_CHECKBOXES,
		.name = "gains",
		.label = "Gains?",
		.choices = stances,
		.n_choices = 3 },
	{ .type = FIELD_GRID,
		.name = "views",
		.label = "Views?",
		.choices = stances,
		.n_choices = 3,
		.rows = rows,
		.n_rows = 2 },
	{ .type = FIELD_NUMBER, .name = "visits", .label = "Visits?" },
	{ .type = FIELD_DATE, .name = "seen", .label = "Seen?" },
};
static const struct tally_row counts[] = {
	{ "", "", "2025-12-01", 5 },
	{ "", "", "2026-02-01", 7 },
	{ "stance", "favour", "2025-12-01", 4 },
	{ "stance", "favour", "2026-02-01", 3 },
	{ "stance", "against", "2026-02-01", 2 },
	{ "stance", "unsure", "2025-12-01", 3 },
	{ "why", "answered", "2026-02-01", 1 },
	{ "why", "", "2026-02-01", 1 },
	{ "gains", "favour", "2026-02-01", 9 },
	{ "gains", "against", "2026-02-01", 6 },
	{ "gains", "*", "2026-02-01", 10 },
	{ "gains", "", "2026-02-01", 2 },
	{ "views.care", "favour", "2026-02-01", 3 },
	{ "views.care", "unsure", "2026-02-01", 1 },
	{ "views.care", "", "2026-02-01", 8 },
	{ "views.access", "against", "2026-02-01", 6 },
	{ "views.access", "", "2026-02-01", 6 },
	{ "visits", "10", "2026-02-01", 2 },
	{ "visits", "2", "2025-12-01", 1 },
	{ "visits", "2", "2026-02-01", 1 },
	{ "visits", "", "2026-02-01", 8 },
	{ "seen", "2026-01", "2026-02-01", 2 },
	{ "gone", "x", "2026-02-01", 1 },
};

static const struct choice ratings[] = {
	{ "very_good", "Very good", NULL, false },
	{ "good", "Good", NULL, false },
	{ "neither", "Neither good nor poor", NULL, false },
	{ "poor", "Poor", NULL, false },
	{ "very_poor", "Very poor", NULL, false },
	{ "dont_know", "Don’t know", NULL, false },
};
static const struct field fft_fields[] = {
	{ .type = FIELD_RADIOS,
		.name = "overall",
		.label = "Overall?",
		.choices = ratings,
		.n_choices = 6 },
};

static const struct results *make(bool fft, const struct tally_row *list, size_t n)
{
	struct tally_row *copy = NEW_ARRAY(ctx, struct tally_row, n + 1);
	struct survey survey = { .fft = fft };

	if (n)
		memcpy(copy, list, n * sizeof *list);
	return results_make(ctx, &survey, fft ? fft_fields : fields,
		fft ? COUNT(fft_fields) : COUNT(fields), &(struct tally){ copy, n },
		month_number("2026-03"));
}

static void counts_become_figures(void **state)
{
	const struct results *all = make(false, counts, COUNT(counts));

	(void)state;
	assert_int_equal(all->responses, 12);
	assert_int_equal(all->list[0].asked, 12);
	assert_int_equal(all->list[0].answered, 12);
	assert_int_equal(chart_percent(all->list[0].counts[0], result_base(&all->list[0])), 58);
	assert_int_equal(chart_percent(all->list[0].counts[1], result_base(&all->list[0])), 17);
	assert_int_equal(chart_percent(all->list[0].counts[2], result_base(&all->list[0])), 25);
}

static void a_condition_says_how_many_were_asked(void **state)
{
	const struct results *all = make(false, counts, COUNT(counts));

	(void)state;
	assert_int_equal(all->list[1].asked, 2);
	assert_int_equal(all->list[1].answered, 1);
	assert_string_equal(base_sentence(ctx, all, &all->list[1]),
		"Asked only of the 2 who answered “Against” to question 1. Answered by 1 of them.");
	assert_string_equal(base_sentence(ctx, all, &all->list[0]), "Answered by 12 of 12.");
}

static void ticks_are_of_those_asked(void **state)
{
	const struct results *all = make(false, counts, COUNT(counts));
	const struct result *gains = &all->list[2];

	(void)state;
	assert_int_equal(gains->asked, 12);
	assert_int_equal(gains->answered, 10);
	assert_int_equal(result_base(gains), 12);
	assert_int_equal(chart_percent(gains->counts[0], result_base(gains)), 75);
}

static void a_grid_counts_by_row(void **state)
{
	const struct results *all = make(false, counts, COUNT(counts));
	const struct result *views = &all->list[3];

	(void)state;
	assert_int_equal(views->asked, 12);
	assert_int_equal(views->answered, 6);
	assert_int_equal(views->row_bases[0], 4);
	assert_int_equal(views->counts[2], 1);
	assert_int_equal(views->counts[3 + 1], 6);
}

static void numbers_have_mean_and_median(void **state)
{
	const struct results *all = make(false, counts, COUNT(counts));
	struct number_figures figures;
	struct chart_bar *bars;
	size_t n;

	(void)state;
	assert_true(number_figures(&all->list[4], &figures));
	assert_int_equal(figures.count, 4);
	assert_int_equal(figures.smallest, 2);
	assert_int_equal(figures.largest, 10);
	assert_true(figures.mean == 6.0);
	assert_true(figures.median == 6.0);
	bars = value_bars(ctx, &all->list[4], &n);
	assert_int_equal(n, 9);
	assert_string_equal(bars[0].label, "2");
	assert_int_equal(bars[0].n, 2);
	assert_int_equal(bars[8].n, 2);
	assert_false(number_figures(&make(false, NULL, 0)->list[4], &figures));
}

static void dates_count_by_month(void **state)
{
	const struct results *all = make(false, counts, COUNT(counts));
	size_t n;
	struct chart_bar *bars = value_bars(ctx, &all->list[5], &n);

	(void)state;
	assert_int_equal(n, 1);
	assert_string_equal(bars[0].label, "January 2026");
	assert_int_equal(bars[0].percent, 100);
}

static void months_have_no_gaps(void **state)
{
	const struct results *all = make(false, counts, COUNT(counts));

	(void)state;
	assert_int_equal(all->n_months, 3);
	assert_string_equal(all->months[1].iso, "2026-01-01");
	assert_int_equal(all->months[1].responses, 0);
	assert_int_equal(all->months[2].responses, 7);
}

static void friends_and_family_by_the_nhs_rule(void **state)
{
	static const struct tally_row fft[] = {
		{ "", "", "2026-01-01", 10 },
		{ "", "", "2026-03-01", 1 },
		{ "overall", "very_good", "2026-01-01", 5 },
		{ "overall", "good", "2026-01-01", 2 },
		{ "overall", "neither", "2026-01-01", 1 },
		{ "overall", "very_poor", "2026-01-01", 1 },
		{ "overall", "dont_know", "2026-01-01", 1 },
		{ "overall", "", "2026-03-01", 1 },
	};
	const struct results *all = make(true, fft, COUNT(fft));
	const struct chart_month *months;

	(void)state;
	assert_int_equal(all->answers, 10);
	assert_int_equal(chart_percent(all->positive, all->answers), 70);
	assert_int_equal(chart_percent(all->negative, all->answers), 10);
	assert_int_equal(all->months[0].counts[0], 5);
	assert_int_equal(all->months[0].counts[5], 1);
	assert_int_equal(all->months[0].answers, 10);
	months = results_chart_months(ctx, all);
	assert_int_equal(months[0].percent, 70);
	/* No answers: blank, not nought. */
	assert_int_equal(months[1].percent, -1);
	assert_int_equal(months[2].percent, -1);
	assert_int_equal(chart_percent(make(true, NULL, 0)->positive, 0), -1);
}

static void this_month_is_so_far(void **state)
{
	static const struct tally_row fft[] = { { "", "", "2026-02-01", 4 },
		{ "overall", "good", "2026-02-01", 4 }, { "", "", "2026-03-01", 4 },
		{ "overall", "good", "2026-03-01", 4 } };
	struct tally_row enough[COUNT(fft)];
	const struct chart_month *months = results_chart_months(ctx, make(true, fft, COUNT(fft)));

	(void)state;
	assert_false(months[0].so_far || months[0].few);
	assert_true(months[1].so_far && months[1].few);
	memcpy(enough, fft, sizeof enough);
	enough[3].n = 5;
	months = results_chart_months(ctx, make(true, enough, COUNT(enough)));
	assert_true(months[1].so_far && !months[1].few);
}

static void long_empty_runs_are_folded(void **state)
{
	static const struct tally_row some[] = { { "", "", "2025-01-01", 1 },
		{ "", "", "2025-05-01", 1 }, { "", "", "2025-10-01", 1 } };
	const struct results *all = make(false, some, COUNT(some));

	(void)state;
	assert_int_equal(all->n_months, 10);
	for (size_t i = 0; i < 10; i++)
		assert_int_equal(all->months[i].folded, i >= 5 && i <= 8);
}

static void expect_bands(const int64_t *values, size_t n, const char *expected)
{
	struct tally_row *list = NEW_ARRAY(ctx, struct tally_row, n);
	struct buf out = { .ctx = ctx };
	struct chart_bar *bars;
	size_t n_bars;

	for (size_t i = 0; i < n; i++)
		list[i] = (struct tally_row){ "visits",
			text_format(ctx, "%lld", (long long)values[i]), "2026-01-01", 1 };
	bars = value_bars(ctx, &make(false, list, n)->list[4], &n_bars);
	for (size_t i = 0; i < n_bars; i++)
		buf_addf(&out, "%s=%d|", bars[i].label, (int)bars[i].n);
	assert_string_equal(buf_text(&out), expected);
}

static void nought_stands_by_itself(void **state)
{
	(void)state;
	expect_bands((int64_t[]){ 0, 3 }, 2, "0=1|1=0|2=0|3=1|");
	expect_bands(
		(int64_t[]){ 1, 12 }, 2, "1=1|2=0|3=0|4=0|5=0|6=0|7=0|8=0|9=0|10=0|11=0|12=1|");
	expect_bands((int64_t[]){ 0, 1, 5, 6, 40 }, 5,
		"0=1|1 to 5=2|6 to 10=1|11 to 15=0|16 to 20=0|21 to 25=0|26 to 30=0|31 to 35=0|"
		"36 to 40=1|");
	expect_bands((int64_t[]){ 3, 16 }, 2,
		"2 to 3=1|4 to 5=0|6 to 7=0|8 to 9=0|10 to 11=0|12 to 13=0|14 to 15=0|16 to 17=1|");
}

static void a_faulty_month_makes_no_endless_page(void **state)
{
	static const struct tally_row old[] = { { "", "", "0001-01-01", 1 },
		{ "", "", "2026-01-01", 1 } };
	const struct results *all = make(false, old, COUNT(old));

	(void)state;
	assert_int_equal(all->n_months, 240);
	assert_int_equal(all->responses, 2);
	assert_string_equal(all->months[239].iso, "2026-01-01");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(counts_become_figures),
		cmocka_unit_test(a_condition_says_how_many_were_asked),
		cmocka_unit_test(ticks_are_of_those_asked),
		cmocka_unit_test(a_grid_counts_by_row),
		cmocka_unit_test(numbers_have_mean_and_median),
		cmocka_unit_test(dates_count_by_month),
		cmocka_unit_test(months_have_no_gaps),
		cmocka_unit_test(friends_and_family_by_the_nhs_rule),
		cmocka_unit_test(this_month_is_so_far),
		cmocka_unit_test(long_empty_runs_are_folded),
		cmocka_unit_test(nought_stands_by_itself),
		cmocka_unit_test(a_faulty_month_makes_no_endless_page),
	};

	ctx = talloc_new(NULL);
	int failed = cmocka_run_group_tests_name("results", tests, NULL, NULL);
	talloc_free(ctx);
	return failed;
}
