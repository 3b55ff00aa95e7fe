/* return_period_test.c: periods of monitoring returns: month ends, leap years, which KPI is asked
 * when; and the colour of a figure at its boundaries. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>
#include "contract.h"
#include "return_period.h"

static void periods(void **state)
{
	static const struct {
		const char *from;
		int months, n;
		const char *starts_on, *ends_on, *due_on;
	} cases[] = {
		{ "2026-04-01", 3, 0, "2026-04-01", "2026-06-30", "2026-07-28" },
		{ "2026-04-01", 3, 3, "2027-01-01", "2027-03-31", "2027-04-28" },
		{ "2026-04-01", 1, 22, "2028-02-01", "2028-02-29", "2028-03-28" },
		{ "2026-04-01", 1, 10, "2027-02-01", "2027-02-28", "2027-03-28" },
		{ "2026-04-01", 12, 1, "2027-04-01", "2028-03-31", "2028-04-28" },
		{ "2026-04-15", 6, 1, "2026-10-15", "2027-04-14", "2027-05-12" },
		/* A short month does not shorten those that follow. */
		{ "2026-01-31", 1, 0, "2026-01-31", "2026-02-27", "2026-03-27" },
		{ "2026-01-31", 1, 1, "2026-02-28", "2026-03-30", "2026-04-27" },
		{ "2026-01-31", 1, 2, "2026-03-31", "2026-04-29", "2026-05-27" },
		{ "2027-11-30", 3, 1, "2028-02-29", "2028-05-29", "2028-06-26" },
		{ "2024-02-29", 12, 1, "2025-02-28", "2026-02-27", "2026-03-27" },
		{ "2024-02-29", 12, 4, "2028-02-29", "2029-02-27", "2029-03-27" },
		{ "2000-02-01", 1, 0, "2000-02-01", "2000-02-29", "2000-03-28" },
		{ "2100-02-01", 1, 0, "2100-02-01", "2100-02-28", "2100-03-28" },
	};
	struct return_period p;

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		return_period(cases[i].from, cases[i].months, cases[i].n, 28, &p);
		assert_string_equal(p.starts_on, cases[i].starts_on);
		assert_string_equal(p.ends_on, cases[i].ends_on);
		assert_string_equal(p.due_on, cases[i].due_on);
	}
}

/* No day is in two periods, none in none, wherever the first begins. */
static void none_lost(void **state)
{
	static const int lengths[] = { 1, 3, 6, 12 };
	char from[11] = "2023-12-15", next[11];

	(void)state;
	for (int day = 0; day < 800; day++) {
		for (size_t m = 0; m < 4; m++) {
			struct return_period one, other;

			for (int n = 0; n < 30; n++) {
				return_period(from, lengths[m], n, 0, &one);
				return_period(from, lengths[m], n + 1, 0, &other);
				assert_int_equal(return_days(one.ends_on, other.starts_on), 1);
				assert_string_equal(one.ends_on, one.due_on);
				assert_int_equal(return_number(from, lengths[m], one.starts_on), n);
				assert_int_equal(return_number(from, lengths[m], one.ends_on), n);
			}
		}
		return_day_after(from, 1, next);
		assert_int_equal(return_days(from, next), 1);
		memcpy(from, next, sizeof from);
	}
}

static void days(void **state)
{
	char out[11];

	(void)state;
	assert_int_equal(return_days("2028-02-28", "2028-03-01"), 2);
	assert_int_equal(return_days("2027-02-28", "2027-03-01"), 1);
	assert_int_equal(return_days("2026-12-31", "2027-01-01"), 1);
	assert_int_equal(return_days("2026-11-22", "2026-11-20"), -2);
	return_day_after("2026-11-22", 14, out);
	assert_string_equal(out, "2026-12-06");
	assert_true(return_is_of_months("2026-04-01", "2026-06-30"));
	assert_true(return_is_of_months("2028-02-01", "2028-02-29"));
	assert_false(return_is_of_months("2028-02-01", "2028-02-28"));
	assert_false(return_is_of_months("2026-04-15", "2026-06-30"));
}

static void asked(void **state)
{
	(void)state;
	for (int n = 0; n < 12; n++) {
		assert_true(return_asks(1, n));
		assert_int_equal(return_asks(2, n), n % 2 == 1);
		assert_int_equal(
			return_asks(4, n), n % 4 == 3); /* the quarter that ends the year */
	}
	assert_int_equal(return_number("2026-04-01", 3, "2025-01-01"), 0);
}

/* Amber within 10 per cent of the target's size, on the side that misses it. */
static void colours(void **state)
{
	(void)state;
	assert_int_equal(contract_rag(8500, 8500, true, 10), RAG_GREEN);
	assert_int_equal(contract_rag(8499, 8500, true, 10), RAG_AMBER);
	assert_int_equal(contract_rag(7650, 8500, true, 10), RAG_AMBER);
	assert_int_equal(contract_rag(7649, 8500, true, 10), RAG_RED);
	assert_int_equal(contract_rag(1400, 1400, false, 10), RAG_GREEN);
	assert_int_equal(contract_rag(1401, 1400, false, 10), RAG_AMBER);
	assert_int_equal(contract_rag(1540, 1400, false, 10), RAG_AMBER);
	assert_int_equal(contract_rag(1541, 1400, false, 10), RAG_RED);
	assert_int_equal(contract_rag(-1, 0, true, 10), RAG_RED);
	assert_int_equal(contract_rag(0, 0, true, 10), RAG_GREEN);
	assert_int_equal(contract_rag(8499, 8500, true, 0), RAG_RED);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(periods),
		cmocka_unit_test(none_lost),
		cmocka_unit_test(days),
		cmocka_unit_test(asked),
		cmocka_unit_test(colours),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
