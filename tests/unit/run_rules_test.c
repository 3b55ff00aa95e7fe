/* run_rules_test.c: run charts and funnel plots. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>
#include "run_rules.h"

enum { MOST = 24 };

/* Reads numbers of two digits, blanks between; "?" before one that is left out. Gives the points as
 * letters: S shift, T trend, B both, - neither. */
static struct run read(const char *numbers, char out[MOST + 1])
{
	TALLOC_CTX *ctx = talloc_new(NULL);
	struct run_point points[MOST] = { 0 };
	struct run run;
	size_t n = 0;

	for (const char *at = numbers; *at; n++) {
		points[n].left_out = *at == '?';
		at += *at == '?';
		points[n].n = (at[0] - '0') * 10 + at[1] - '0';
		at += at[2] == ' ' ? 3 : 2;
	}
	run = run_read(ctx, points, n);
	for (size_t i = 0; i < n; i++)
		out[i] = points[i].shift && points[i].trend ? 'B'
			 : points[i].shift                  ? 'S'
			 : points[i].trend                  ? 'T'
							    : '-';
	out[n] = '\0';
	talloc_free(ctx);
	return run;
}

static void expect(const char *numbers, double median, const char *marks)
{
	char out[MOST + 1];
	struct run run = read(numbers, out);

	assert_true(run.has_median);
	assert_true(run.median == median);
	assert_string_equal(out, marks);
	assert_int_equal(run.shift, strpbrk(marks, "SB") != NULL);
	assert_int_equal(run.trend, strpbrk(marks, "TB") != NULL);
}

static void few_points_say_nothing(void **state)
{
	char out[MOST + 1];

	(void)state;
	assert_false(read("01 02 03 04 05 06 07 08 09", out).has_median);
	assert_string_equal(out, "---------");
	assert_false(read("01 02 03 04 05 06 07 08 09 ?10", out).has_median);
	assert_true(read("01 02 03 04 05 06 07 08 09 10", out).has_median);
}

static void six_on_one_side_are_a_shift(void **state)
{
	(void)state;
	expect("10 12 11 13 10 12 20 21 20 22 21 20", 16.5, "SSSSSSSSSSSS");
	expect("10 20 11 21 10 22 11 20 12 23 10 20", 16, "------------");
	/* five are not enough */
	expect("20 20 21 20 22 10 11 20 10 11 10 11", 15.5, "------------");
}

/* Three of them lie on the median: they do not count, and do not break the run. */
static void points_on_the_median_are_skipped(void **state)
{
	(void)state;
	expect("12 10 15 11 13 15 12 10 15 21 20 21 20 21 20", 15, "SS-SS-SS-SSSSSS");
}

static void five_in_a_row_are_a_trend(void **state)
{
	(void)state;
	expect("10 11 12 13 14 10 15 11 14 10 13 11", 11.5, "TTTTT-------");
	expect("10 11 12 13 12 10 15 11 14 10 13 11", 11.5, "------------");
	/* the same again neither counts nor breaks it */
	expect("10 11 12 12 13 14 09 15 10 14 09 13", 12, "TTTTTT------");
}

static void a_month_that_is_not_over_is_left_out(void **state)
{
	(void)state;
	expect("10 20 11 21 10 22 11 20 12 23 10 ?01", 12, "------------");
	expect("20 10 21 10 22 11 20 12 14 13 12 ?01", 13, "------------");
}

static bool near(double a, double b)
{
	return fabs(a - b) < 0.02 * b + 0.02;
}

/* Byar's for 10: 4.79 and 18.39, as the exact ones are (4.80, 18.39). */
static void limits_are_poissons(void **state)
{
	double low, high, wide_low, wide_high;

	(void)state;
	poisson_limits(10, FUNNEL_95, &low, &high);
	assert_true(near(low, 4.79));
	assert_true(near(high, 18.39));
	poisson_limits(10, FUNNEL_998, &wide_low, &wide_high);
	assert_true(wide_low < low && wide_high > high && wide_low > 0);
	poisson_limits(0.01, FUNNEL_998, &low, &high);
	assert_true(low == 0 && high > 0);
	poisson_limits(0, FUNNEL_95, &low, &high);
	assert_true(low == 0 && high > 3);
	for (double expected = 0.05; expected < 2000; expected *= 1.3) {
		poisson_limits(expected, FUNNEL_998, &low, &high);
		assert_true(low >= 0 && low < expected && expected < high);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(few_points_say_nothing),
		cmocka_unit_test(six_on_one_side_are_a_shift),
		cmocka_unit_test(points_on_the_median_are_skipped),
		cmocka_unit_test(five_in_a_row_are_a_trend),
		cmocka_unit_test(a_month_that_is_not_over_is_left_out),
		cmocka_unit_test(limits_are_poissons),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
