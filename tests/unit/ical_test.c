/* ical_test.c: calendars: whatever a text is, its property is one property, in lines of 75 octets.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>
#include "contract_list.h"
#include "ical.h"
#include "params.h"

static TALLOC_CTX *ctx;

static const char *written(const char *text)
{
	struct buf out = { .ctx = ctx };

	ical_text(&out, "SUMMARY", text);
	return buf_text(&out);
}

static void texts_are_escaped(void **state)
{
	(void)state;
	assert_string_equal(written("plain: text"), "SUMMARY:plain: text\r\n");
	assert_string_equal(written(""), "SUMMARY:\r\n");
	assert_string_equal(written("a;b,c\\d"), "SUMMARY:a\\;b\\,c\\\\d\r\n");
	assert_string_equal(written("one\ntwo\r\nthree"), "SUMMARY:one\\ntwo\\nthree\r\n");
	assert_string_equal(written("x\r\tz\001\177"), "SUMMARY:x  z  \r\n");
	assert_string_equal(
		written("END:VEVENT\r\nBEGIN:VALARM"), "SUMMARY:END:VEVENT\\nBEGIN:VALARM\r\n");
	assert_string_equal(written("\xff\xc3"), "SUMMARY:??\r\n");
	assert_string_equal(written("\xed\xa0\x80|"), "SUMMARY:???|\r\n");
}

/* No line is longer than 75 octets, each but the first begins with a space, no letter is cut, and
 * what is unfolded is what went in. */
static void expect_folded(const char *text, const char *escaped)
{
	char *whole = talloc_strdup(ctx, "");

	for (const char *at = written(text); *at;) {
		const char *end = strstr(at, "\r\n");
		size_t len;

		assert_non_null(end);
		len = (size_t)(end - at);
		assert_in_range(len, 1, 75);
		assert_true(text_is_utf8(at, len));
		if (*whole)
			assert_int_equal(*at, ' ');
		whole = talloc_strndup_append(whole, *whole ? at + 1 : at, *whole ? len - 1 : len);
		at = end + 2;
	}
	assert_string_equal(whole, talloc_asprintf(ctx, "SUMMARY:%s", escaped));
}

static void long_lines_are_folded(void **state)
{
	char text[400], escaped[800];

	(void)state;
	for (size_t n = 1; n < 200; n++) {
		memset(text, 'a', n);
		text[n] = '\0';
		expect_folded(text, text);
		memset(text, '\n', n);
		for (size_t i = 0; i < n; i++)
			memcpy(escaped + 2 * i, "\\n", 2);
		escaped[2 * n] = '\0';
		expect_folded(text, escaped);
	}
	for (size_t n = 0; n < 90; n++) {
		memset(text, 'a', n);
		strcpy(text + n, "é€😀é€😀é€😀é€😀é€😀é€😀");
		expect_folded(text, text);
	}
}

static void a_day_is_an_event(void **state)
{
	struct buf out = { .ctx = ctx };

	(void)state;
	ical_begin(&out, "Contracts");
	ical_day(&out, &(struct ical_day){ "ends-2222@host", "2027-03-31", "Ends, soon", "A\nB",
			       "https://host/contracts/2222", 1795348800 });
	ical_end(&out);
	assert_string_equal(buf_text(&out),
		"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Soundings//Contracts//EN\r\n"
		"CALSCALE:GREGORIAN\r\nNAME:Contracts\r\nX-WR-CALNAME:Contracts\r\n"
		"REFRESH-INTERVAL;VALUE=DURATION:PT6H\r\n"
		"BEGIN:VEVENT\r\nUID:ends-2222@host\r\nDTSTAMP:20261122T120000Z\r\n"
		"DTSTART;VALUE=DATE:20270331\r\nSUMMARY:Ends\\, soon\r\nDESCRIPTION:A\\nB\r\n"
		"URL:https://host/contracts/2222\r\nTRANSP:TRANSPARENT\r\nEND:VEVENT\r\n"
		"END:VCALENDAR\r\n");
}

static void months_end_where_they_end(void **state)
{
	static const struct {
		const char *from;
		int months;
		const char *to;
	} cases[] = {
		{ "2026-11-22", 6, "2027-05-22" },
		{ "2026-08-31", 6, "2027-02-28" },
		{ "2027-08-31", 6, "2028-02-29" },
		{ "2027-03-31", -3, "2026-12-31" },
		{ "2027-05-31", -3, "2027-02-28" },
		{ "2026-01-15", -1, "2025-12-15" },
		{ "2026-01-15", -13, "2024-12-15" },
		{ "2026-12-31", 24, "2028-12-31" },
		{ "2099-12-31", 2, "2100-02-28" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		assert_string_equal(
			date_months_after(ctx, cases[i].from, cases[i].months), cases[i].to);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(texts_are_escaped),
		cmocka_unit_test(long_lines_are_folded),
		cmocka_unit_test(a_day_is_an_event),
		cmocka_unit_test(months_end_where_they_end),
	};
	int failed;

	ctx = talloc_new(NULL);
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	talloc_free(ctx);
	return failed;
}
