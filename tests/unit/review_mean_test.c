/* review_mean_test.c: the weighted mean of agreed scores, and what one outcome costs. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include "review_mean.h"

static void the_mean_is_weighted(void **state)
{
	const struct review_weighted list[] = { { 50, 4 }, { 30, 2 }, { 20, 0 } };
	const struct review_weighted even[] = { { 1, 4 }, { 1, 3 } };
	const struct review_weighted thirds[] = { { 1, 1 }, { 1, 1 }, { 1, 0 } };
	const struct review_weighted best[] = { { 7, 4 }, { 100, 4 } };

	(void)state;
	assert_int_equal(review_mean(list, 3), 260);
	assert_int_equal(review_mean(list, 1), 400);
	assert_int_equal(review_mean(even, 2), 350);
	assert_int_equal(review_mean(thirds, 3), 67); /* two thirds */
	assert_int_equal(review_mean(best, 2), 400);
}

static void one_missing_score_is_no_mean(void **state)
{
	const struct review_weighted list[] = { { 50, 4 }, { 30, -1 } };

	(void)state;
	assert_int_equal(review_mean(list, 2), -1);
	assert_int_equal(review_mean(list, 0), -1);
	assert_int_equal(review_mean(list, 1), 400);
}

static void per_cent_of_four(void **state)
{
	(void)state;
	assert_int_equal(review_mean_percent(0), 0);
	assert_int_equal(review_mean_percent(400), 100);
	assert_int_equal(review_mean_percent(325), 81);
	assert_int_equal(review_mean_percent(326), 82); /* 81.5 */
	assert_int_equal(review_mean_percent(-1), -1);
}

static void two_steps_apart_are_talked_about(void **state)
{
	(void)state;
	assert_false(review_differs(2, 2));
	assert_false(review_differs(2, 3));
	assert_true(review_differs(2, 4));
	assert_true(review_differs(0, 4));
}

static void what_one_outcome_costs(void **state)
{
	(void)state;
	assert_int_equal(review_cost_per(1000000, 40000), 2500); /* £10,000 for 400: £25 */
	assert_int_equal(review_cost_per(1000000, 30000), 3333);
	assert_int_equal(review_cost_per(0, 100), 0);
	assert_int_equal(review_cost_per(100, 0), -1);
	assert_int_equal(review_cost_per(-1, 100), -1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_mean_is_weighted),
		cmocka_unit_test(one_missing_score_is_no_mean),
		cmocka_unit_test(per_cent_of_four),
		cmocka_unit_test(two_steps_apart_are_talked_about),
		cmocka_unit_test(what_one_outcome_costs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
