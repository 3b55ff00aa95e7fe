/* chart_test.c: the arithmetic of charts. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>
#include "chart.h"

static TALLOC_CTX *ctx;

static void percent_rounds_halves_up(void **state)
{
	(void)state;
	assert_int_equal(chart_percent(7, 12), 58);
	assert_int_equal(chart_percent(2, 12), 17);
	assert_int_equal(chart_percent(3, 12), 25);
	assert_int_equal(chart_percent(1, 200), 1);
	assert_int_equal(chart_percent(1, 201), 0);
	assert_int_equal(chart_percent(12, 12), 100);
	assert_int_equal(chart_percent(0, 12), 0);
	assert_int_equal(chart_percent(INT64_MAX, INT64_MAX), 100);
}

static void percent_of_nothing_is_blank(void **state)
{
	(void)state;
	assert_int_equal(chart_percent(0, 0), -1);
	assert_string_equal(percent_text(ctx, 0, 0), "–");
	assert_string_equal(percent_text(ctx, 7, 12), "58%");
}

static void counts_have_commas(void **state)
{
	(void)state;
	assert_string_equal(count_text(ctx, 0), "0");
	assert_string_equal(count_text(ctx, 999), "999");
	assert_string_equal(count_text(ctx, 1000), "1,000");
	assert_string_equal(count_text(ctx, 299956), "299,956");
	assert_string_equal(count_text(ctx, -1234567), "-1,234,567");
	assert_string_equal(count_text(ctx, INT64_MIN), "-9,223,372,036,854,775,808");
}

static void ranges_cover_everything_in_at_most_ten(void **state)
{
	static const int64_t ends[] = { INT64_MIN, -1000000, -37, -1, 0, 1, 9, 10, 11, 99, 101, 119,
		12345, INT64_MAX };

	(void)state;
	for (size_t low = 0; low < sizeof ends / sizeof ends[0]; low++)
		for (size_t high = low; high < sizeof ends / sizeof ends[0]; high++) {
			int64_t step = chart_step(ends[low], ends[high], 10);
			__int128 first = chart_floor(ends[low], step),
				 last = chart_floor(ends[high], step);

			assert_true(step >= 1);
			assert_true((last - first) / step < 10);
			assert_true(first <= ends[low]);
		}
	assert_int_equal(chart_step(0, 9, 10), 1);
	assert_int_equal(chart_step(0, 10, 10), 2);
	assert_int_equal(chart_step(16, 97, 10), 10);
	assert_int_equal(chart_floor(-1, 10), -10);
	assert_int_equal(chart_floor(19, 10), 10);
}

static void months_count_over_years(void **state)
{
	(void)state;
	assert_int_equal(month_number("2026-01-01") - month_number("2025-12-01"), 1);
	assert_int_equal(month_number("2026-03"), month_number("2026-03-31"));
	assert_string_equal(month_iso(ctx, month_number("2025-12-01") + 1), "2026-01-01");
	assert_int_equal(month_number("2026-13-01"), -1);
	assert_int_equal(month_number("2026"), -1);
	assert_int_equal(month_number(""), -1);
}

static void expect_lines(const char *text, size_t width, size_t max, const char *joined, bool cut)
{
	struct chart_line lines[8];
	char all[200] = "";
	bool was_cut;
	size_t n = chart_wrap(text, width, lines, max, &was_cut);

	for (size_t i = 0; i < n; i++) {
		strncat(all, lines[i].at, lines[i].len);
		strcat(all, "|");
	}
	assert_string_equal(all, joined);
	assert_int_equal(was_cut, cut);
}

static void labels_break_at_spaces(void **state)
{
	(void)state;
	expect_lines("In favour", 20, 4, "In favour|", false);
	expect_lines("", 20, 4, "", false);
	expect_lines("services tailored to local needs", 12, 4, "services|tailored to|local needs|",
		false);
	expect_lines("services tailored to local needs", 12, 2, "services|tailored to|", true);
	expect_lines("abcdefghij", 4, 4, "abcd|efgh|ij|", false);
	expect_lines("ééééé", 2, 4, "éé|éé|é|", false);
	expect_lines("two\nlines", 20, 4, "two\nlines|", false);
}

static void pictures_show_the_latest_months_with_answers(void **state)
{
	struct chart_month months[40] = { 0 };

	(void)state;
	assert_int_equal(chart_months_shown(months, 0), 0);
	months[39].n = 1;
	assert_int_equal(chart_months_shown(months, 40), 1);
	months[30].n = months[2].n = 1;
	assert_int_equal(chart_months_shown(months, 40), 10);
	months[16].n = 1;
	assert_int_equal(chart_months_shown(months, 40), CHART_MONTHS_MAX);
	assert_int_equal(chart_months_shown(months, 3), 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(percent_rounds_halves_up),
		cmocka_unit_test(percent_of_nothing_is_blank),
		cmocka_unit_test(counts_have_commas),
		cmocka_unit_test(ranges_cover_everything_in_at_most_ten),
		cmocka_unit_test(months_count_over_years),
		cmocka_unit_test(labels_break_at_spaces),
		cmocka_unit_test(pictures_show_the_latest_months_with_answers),
	};

	ctx = talloc_new(NULL);
	int failed = cmocka_run_group_tests_name("chart", tests, NULL, NULL);
	talloc_free(ctx);
	return failed;
}
