/* checks_test.c: the rules of single values. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>
#include "form_parts.h"

static void emails(void **state)
{
	static const char *const right[] = { "a@b.uk", "name@example.com",
		"o'neil.x+y@sub-domain.nhs.uk", "1@2.co", "A_B@EXAMPLE.NHS.UK" };
	static const char *const wrong[] = { "", "@", "a@", "@b.uk", "a", "a@b", "a b@c.uk",
		"a@b c.uk", ".a@b.uk", "a.@b.uk", "a..b@c.uk", "a@b..uk", "a@.uk", "a@b.uk.",
		"a@-b.uk", "a@b-.uk", "a@b.1", "a@b.c", "a@@b.uk", "a@b@c.uk", "<a@b.uk>",
		"\"a b\"@c.uk", "a@[127.0.0.1]", "a\n@b.uk", "a@b.uk\nBcc: x", "é@b.uk",
		"a@b.uk\xE2\x80\xAE", "a,b@c.uk" };
	char longest[300];

	(void)state;
	for (size_t i = 0; i < COUNT(right); i++)
		assert_true(check_email(right[i]));
	for (size_t i = 0; i < COUNT(wrong); i++)
		if (check_email(wrong[i]))
			fail_msg("taken as an e-mail address: %s", wrong[i]);
	snprintf(longest, sizeof longest, "%064d@b.uk", 1);
	assert_true(check_email(longest));
	snprintf(longest, sizeof longest, "%065d@b.uk", 1);
	assert_false(check_email(longest));
	snprintf(longest, sizeof longest, "a@%064d.uk", 1);
	assert_false(check_email(longest));
	snprintf(longest, sizeof longest, "a@%060d.%060d.%060d.%060d.%08d.uk", 1, 1, 1, 1, 1);
	assert_false(check_email(longest)); /* 255 and more */
}

static void nhs_numbers(void **state)
{
	static const char *const wrong[] = { "", " ", "943 476 5918", "9876544321", "987 654 4321",
		"943476591", "94347659190", "943 476 591O", "0000000000", "-9434765919x",
		"+9434765919", "9434765919\xE2\x82\xAC", "٩434765919" };
	char out[11];

	(void)state;
	assert_true(check_nhs_number("943 476 5919", out));
	assert_string_equal(out, "9434765919");
	assert_true(check_nhs_number("9434765919", out));
	assert_true(check_nhs_number("  943-476-5919 ", out));
	assert_true(check_nhs_number("943\xC2\xA0"
				     "476\xC2\xA0"
				     "5919",
		out));
	assert_string_equal(out, "9434765919");
	assert_true(check_nhs_number("4010232137", out));
	for (size_t i = 0; i < COUNT(wrong); i++)
		if (check_nhs_number(wrong[i], out))
			fail_msg("taken as an NHS number: %s", wrong[i]);
}

/* By the rule itself: of ten last digits one is right, and none where the check digit would be 10.
 */
static void nhs_numbers_have_one_check_digit(void **state)
{
	size_t none = 0;

	(void)state;
	for (unsigned first = 400000000; first < 400001000; first++) {
		char number[16], out[11];
		size_t right = 0;
		int sum = 0;

		for (unsigned last = 0; last < 10; last++) {
			snprintf(number, sizeof number, "%u%u", first, last);
			right += check_nhs_number(number, out);
		}
		for (int i = 0; i < 9; i++)
			sum += (number[i] - '0') * (10 - i);
		assert_int_equal(right, sum % 11 == 1 ? 0 : 1);
		none += sum % 11 == 1;
	}
	assert_in_range(none, 80, 100); /* a test that never met 10 would have proved nothing */
}

static void postcodes(void **state)
{
	static const struct {
		const char *typed, *canonical;
	} right[] = { { "GIR 0AA", "GIR 0AA" }, { "BA1 1AA", "BA1 1AA" }, { "w1a0ax", "W1A 0AX" },
		{ " ba11aa ", "BA1 1AA" }, { "m1 1ae", "M1 1AE" }, { "CR2 6XH", "CR2 6XH" },
		{ "DN551PT", "DN55 1PT" }, { "EC1A 1BB", "EC1A 1BB" }, { "B33 8TH", "B33 8TH" },
		{ "s w 1 a 2 a a", "SW1A 2AA" } };
	static const char *const wrong[] = { "", "BA1", "BA1 1A", "BA1 1AAA", "1BA 1AA", "BA1 AAA",
		"QA1 1AA", "BI1 1AA", "BA1 1CA", "BA1 1AO", "BA123 1AA", "BA1-1AA", "GIR 0AB",
		"ABC1 1AA", "BA 1AA", "BAAA 1AA", "BA1 1A\xC3\x89", "BA1 1AA; DROP" };
	char out[9];

	(void)state;
	for (size_t i = 0; i < COUNT(right); i++) {
		assert_true(check_postcode(right[i].typed, out));
		assert_string_equal(out, right[i].canonical);
	}
	for (size_t i = 0; i < COUNT(wrong); i++)
		if (check_postcode(wrong[i], out))
			fail_msg("taken as a postcode: %s", wrong[i]);
}

static void dates(void **state)
{
	static const struct {
		const char *day, *month, *year, *iso;
	} right[] = { { "31", "3", "2026", "2026-03-31" }, { "1", "jan", "2026", "2026-01-01" },
		{ "01", "January", "2026", "2026-01-01" },
		{ " 9 ", " SEPT ", " 1926 ", "1926-09-09" }, { "29", "2", "2024", "2024-02-29" },
		{ "29", "Feb.", "2000", "2000-02-29" }, { "31", "12", "9999", "9999-12-31" },
		{ "30", "june", "1000", "1000-06-30" } };
	static const struct {
		const char *day, *month, *year;
	} wrong[] = { { "31", "2", "2026" }, { "29", "2", "2026" }, { "29", "2", "1900" },
		{ "0", "1", "2026" }, { "32", "1", "2026" }, { "1", "0", "2026" },
		{ "1", "13", "2026" }, { "1", "1", "26" }, { "1", "1", "02026" },
		{ "1", "1", "0026" }, { "", "1", "2026" }, { "1", "", "2026" }, { "1", "1", "" },
		{ "1", "ja", "2026" }, { "1", "januaryy", "2026" }, { "1", "juni", "2026" },
		{ "-1", "1", "2026" }, { "1", "1", "2026x" }, { "1st", "1", "2026" },
		{ "1 1", "1", "2026" }, { "1", "1", "20 26" }, { "001", "1", "2026" },
		{ "٣", "1", "2026" }, { "99999999999999999999", "1", "2026" } };
	char out[11];

	(void)state;
	for (size_t i = 0; i < COUNT(right); i++) {
		assert_true(check_date(right[i].day, right[i].month, right[i].year, out));
		assert_string_equal(out, right[i].iso);
	}
	for (size_t i = 0; i < COUNT(wrong); i++)
		if (check_date(wrong[i].day, wrong[i].month, wrong[i].year, out))
			fail_msg("taken as a date: %s/%s/%s", wrong[i].day, wrong[i].month,
				wrong[i].year);
}

static void today_is_londons(void **state)
{
	char out[11];

	(void)state;
	check_today(0, out);
	assert_string_equal(out, "1970-01-01");
	check_today(1793401199, out); /* 30 October 2026, 23:59:59 UTC: winter since the 25th */
	assert_string_equal(out, "2026-10-30");
	check_today(1782860400, out); /* 30 June 2026, 23:00 UTC: 1 July in London */
	assert_string_equal(out, "2026-07-01");
	check_today(1774742399, out); /* 28 March 2026, 23:59:59 UTC, the night before the change */
	assert_string_equal(out, "2026-03-28");
	check_today(1774825200, out); /* 29 March 2026, 23:00 UTC: summer began that morning */
	assert_string_equal(out, "2026-03-30");
}

static void numbers(void **state)
{
	static const struct {
		const char *typed;
		int64_t number;
	} right[] = { { "0", 0 }, { "007", 7 }, { "1,200", 1200 }, { "1 200 000", 1200000 },
		{ " 42 ", 42 }, { "-5", -5 }, { "+5", 5 },
		{ "\xE2\x88\x92"
		  "5",
			-5 },
		{ "999999999999999999", 999999999999999999 },
		{ "299\xC2\xA0"
		  "956",
			299956 } };
	static const char *const wrong[] = { "", " ", "-", "1.5", "1,5", "1,2000", "1234,567",
		",100", "1,", "1e3", "0x10", "one", "1 2", "--1", "1-", "1000000000000000000", "٣",
		"12a", "NaN", "1,200,00" };
	int64_t out;

	(void)state;
	for (size_t i = 0; i < COUNT(right); i++) {
		assert_true(check_number(right[i].typed, &out));
		assert_true(out == right[i].number);
	}
	for (size_t i = 0; i < COUNT(wrong); i++)
		if (check_number(wrong[i], &out))
			fail_msg("taken as a number: %s", wrong[i]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(emails),
		cmocka_unit_test(nhs_numbers),
		cmocka_unit_test(nhs_numbers_have_one_check_digit),
		cmocka_unit_test(postcodes),
		cmocka_unit_test(dates),
		cmocka_unit_test(today_is_londons),
		cmocka_unit_test(numbers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
