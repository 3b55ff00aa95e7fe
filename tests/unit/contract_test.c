/* contract_test.c: red, amber, green; figures in a unit's words; financial years. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include "contract_work.h"

static TALLOC_CTX *ctx;

static void more_is_better(void **state)
{
	(void)state;
	assert_int_equal(contract_rag(8500, 8500, true, 10), RAG_GREEN);
	assert_int_equal(contract_rag(8499, 8500, true, 10), RAG_AMBER);
	assert_int_equal(contract_rag(7650, 8500, true, 10), RAG_AMBER);
	assert_int_equal(contract_rag(7649, 8500, true, 10), RAG_RED);
	assert_int_equal(contract_rag(8499, 8500, true, 0), RAG_RED);
	/* The margin is of the target's size, below nought too. */
	assert_int_equal(contract_rag(-1050, -1000, true, 5), RAG_AMBER);
	assert_int_equal(contract_rag(-1051, -1000, true, 5), RAG_RED);
	/* Of a target of nought there is no margin. */
	assert_int_equal(contract_rag(0, 0, true, 50), RAG_GREEN);
	assert_int_equal(contract_rag(-1, 0, true, 50), RAG_RED);
}

static void less_is_better(void **state)
{
	(void)state;
	assert_int_equal(contract_rag(1400, 1400, false, 10), RAG_GREEN);
	assert_int_equal(contract_rag(1540, 1400, false, 10), RAG_AMBER);
	assert_int_equal(contract_rag(1541, 1400, false, 10), RAG_RED);
	assert_int_equal(contract_rag(100000000000, 100000000000, false, 100), RAG_GREEN);
}

/* What the sentence says is what the colours are: its edge is amber, one hundredth more is red. */
static void rule_and_colour_agree(void **state)
{
	(void)state;
	for (int64_t target = -300; target <= 300; target += 7)
		for (int64_t amber = 1; amber <= 100; amber += 9) {
			int64_t least = (target < 0 ? -target : target) * amber / 100;

			if (least == 0)
				continue;
			assert_int_equal(
				contract_rag(target - least, target, true, amber), RAG_AMBER);
			assert_int_equal(
				contract_rag(target - least - 1, target, true, amber), RAG_RED);
			assert_int_equal(
				contract_rag(target + least, target, false, amber), RAG_AMBER);
			assert_int_equal(
				contract_rag(target + least + 1, target, false, amber), RAG_RED);
		}
}

static void rule_in_words(void **state)
{
	(void)state;
	assert_string_equal(contract_rule(ctx, 8500, true, 10, "percent"),
		"Green from 85%; amber from 76.5%; red below");
	assert_string_equal(contract_rule(ctx, 1400, false, 10, "days"),
		"Green up to 14 days; amber up to 15.4 days; red above");
	assert_string_equal(
		contract_rule(ctx, 120000, true, 0, "pounds"), "Green from £1,200; red below");
	assert_string_equal(contract_rule(ctx, 0, false, 10, "number"), "Green up to 0; red above");
}

static void figures(void **state)
{
	(void)state;
	assert_string_equal(contract_figure(ctx, 8550, "percent"), "85.5%");
	assert_string_equal(contract_figure(ctx, 100, "days"), "1 day");
	assert_string_equal(contract_figure(ctx, 200, "days"), "2 days");
	assert_string_equal(contract_figure(ctx, 150, "hours"), "1.5 hours");
	assert_string_equal(contract_figure(ctx, 123450, "pounds"), "£1,234.50");
	assert_string_equal(contract_figure(ctx, 123400, "number"), "1,234");
	assert_string_equal(contract_figure(ctx, 425, "score"), "4.25");
}

static void financial_years(void **state)
{
	(void)state;
	assert_int_equal(contract_year("2026-03-31"), 2025);
	assert_int_equal(contract_year("2026-04-01"), 2026);
	assert_int_equal(contract_year("2026-12-31"), 2026);
	assert_int_equal(contract_year("2027-01-01"), 2026);
	assert_string_equal(contract_year_text(ctx, 2026), "2026/27");
	assert_string_equal(contract_year_text(ctx, 2099), "2099/00");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(more_is_better),
		cmocka_unit_test(less_is_better),
		cmocka_unit_test(rule_and_colour_agree),
		cmocka_unit_test(rule_in_words),
		cmocka_unit_test(figures),
		cmocka_unit_test(financial_years),
	};
	int failed;

	ctx = talloc_new(NULL);
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	talloc_free(ctx);
	return failed;
}
