/* kappa_test.c: agreement of two coders, with figures of textbooks. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include "kappa.h"

static void of_a_textbook(void **state)
{
	/* 50 applications, two readers: both yes 20, only A 5, only B 10, both no 15. */
	const struct kappa_table fifty = { 20, 5, 10, 15 };
	/* The same agreement, 60 of 100, once by chance and once beyond it. */
	const struct kappa_table even = { 45, 15, 25, 15 }, skewed = { 25, 35, 5, 35 };
	double k;

	(void)state;
	assert_true(kappa(&fifty, &k));
	assert_float_equal(k, 0.4, 1e-9);
	assert_int_equal(kappa_percent(&fifty), 70);
	assert_true(kappa(&even, &k));
	assert_float_equal(k, 0.1304, 1e-4);
	assert_true(kappa(&skewed, &k));
	assert_float_equal(k, 0.2593, 1e-4);
	assert_int_equal(kappa_percent(&even), 60);
	assert_int_equal(kappa_percent(&skewed), 60);
}

static void at_its_ends(void **state)
{
	const struct kappa_table agree = { 7, 0, 0, 3 }, never = { 0, 5, 5, 0 },
				 chance = { 25, 25, 25, 25 };
	const struct kappa_table always = { 9, 0, 0, 0 }, not_once = { 0, 0, 0, 9 },
				 none = { 0, 0, 0, 0 }, one_said = { 0, 4, 0, 6 };
	double k;

	(void)state;
	assert_true(kappa(&agree, &k));
	assert_float_equal(k, 1, 1e-9);
	assert_true(kappa(&never, &k));
	assert_float_equal(k, -1, 1e-9);
	assert_true(kappa(&chance, &k));
	assert_float_equal(k, 0, 1e-9);
	assert_false(kappa(&always, &k)); /* one category alone: there is nothing beyond chance */
	assert_false(kappa(&not_once, &k));
	assert_false(kappa(&none, &k));
	assert_int_equal(kappa_percent(&none), -1);
	assert_int_equal(kappa_percent(&not_once), 100);
	assert_true(kappa(&one_said, &k)); /* one coder never gave it: no better than chance */
	assert_float_equal(k, 0, 1e-9);
}

static void over_all_themes(void **state)
{
	/* po 0.7 and 0.9, pe 0.5 and 0.5: (0.8 - 0.5) / (1 - 0.5) */
	const struct kappa_table two[] = { { 20, 5, 10, 15 }, { 25, 0, 5, 20 } };
	const struct kappa_table idle[] = { { 20, 5, 10, 15 }, { 0, 0, 0, 50 }, { 0, 0, 0, 0 } };
	double k;

	(void)state;
	assert_true(kappa_pooled(two, 2, &k));
	assert_float_equal(k, 0.6, 1e-9);
	assert_true(kappa_pooled(idle, 3, &k));
	assert_float_equal(k, 0.4, 1e-9); /* what neither gave changes nothing */
	assert_false(kappa_pooled(idle + 1, 2, &k));
	assert_false(kappa_pooled(NULL, 0, &k));
}

static void in_words(void **state)
{
	(void)state;
	assert_string_equal(kappa_words(-0.2), "poor");
	assert_string_equal(kappa_words(-0.001), "slight"); /* it is shown as 0.00 */
	assert_string_equal(kappa_words(0.2), "slight");
	assert_string_equal(kappa_words(0.21), "fair");
	assert_string_equal(kappa_words(0.4), "fair");
	assert_string_equal(kappa_words(0.6), "moderate");
	assert_string_equal(kappa_words(0.8), "substantial");
	assert_string_equal(kappa_words(0.81), "almost perfect");
	assert_string_equal(kappa_words(1), "almost perfect");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(of_a_textbook),
		cmocka_unit_test(at_its_ends),
		cmocka_unit_test(over_all_themes),
		cmocka_unit_test(in_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
