/* working_days_test.c: the clock of working days: weekends, bank holidays, summer time. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include "incident.h"

static const char *const holidays[] = { "2026-04-03", "2026-04-06", "2026-05-04", "2026-12-25",
	"2026-12-28", "2027-01-01" };

/* "2026-11-20 17:30" of London's clocks. */
static int64_t london(const char *text)
{
	struct tm tm = { .tm_isdst = -1 };

	assert_int_equal(sscanf(text, "%d-%d-%d %d:%d", &tm.tm_year, &tm.tm_mon, &tm.tm_mday,
				 &tm.tm_hour, &tm.tm_min),
		5);
	tm.tm_year -= 1900;
	tm.tm_mon--;
	return mktime(&tm);
}

static void after(void **state)
{
	static const struct {
		const char *from;
		int n;
		const char *end; /* midnight behind the last day */
	} cases[] = {
		{ "2026-11-16 00:00", 5, "2026-11-24 00:00" }, /* Monday to Monday's end */
		{ "2026-11-16 23:59", 5, "2026-11-24 00:00" }, /* whatever time of the day */
		{ "2026-11-20 17:01", 5, "2026-11-28 00:00" }, /* a Friday evening is Friday */
		{ "2026-11-20 17:01", 1, "2026-11-24 00:00" },
		{ "2026-11-21 12:00", 5, "2026-11-28 00:00" }, /* a Saturday is as the Friday */
		{ "2026-11-22 23:00", 5, "2026-11-28 00:00" },
		{ "2026-12-24 09:00", 1, "2026-12-30 00:00" }, /* Christmas, and its substitute */
		{ "2026-12-24 09:00", 5, "2027-01-06 00:00" }, /* New Year too */
		{ "2026-12-31 23:59", 1, "2027-01-05 00:00" },
		{ "2026-04-02 16:00", 5, "2026-04-14 00:00" }, /* Easter */
		{ "2026-04-03 16:00", 1, "2026-04-08 00:00" }, /* sent on Good Friday */
		{ "2026-03-27 23:30", 1, "2026-03-31 00:00" }, /* clocks go forward on the 29th */
		{ "2026-03-29 01:59", 2, "2026-04-01 00:00" },
		{ "2026-10-23 00:30", 1, "2026-10-27 00:00" }, /* and back on 25 October */
		{ "2026-10-25 01:30", 1, "2026-10-27 00:00" },
		{ "2026-07-01 23:30", 1, "2026-07-03 00:00" }, /* still the 1st in UTC */
	};
	const struct calendar *calendar =
		calendar_of(*state, holidays, sizeof holidays / sizeof *holidays);

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		if (calendar_after(calendar, london(cases[i].from), cases[i].n) !=
			london(cases[i].end))
			fail_msg("%d working days after %s", cases[i].n, cases[i].from);
	/* Control: without bank holidays Easter is shorter. */
	assert_int_equal(
		calendar_after(calendar_of(*state, NULL, 0), london("2026-04-02 16:00"), 5),
		london("2026-04-10 00:00"));
}

static void between(void **state)
{
	static const struct {
		const char *from, *until;
		int64_t n;
	} cases[] = {
		{ "2026-11-16 00:00", "2026-11-16 23:59", 0 },
		{ "2026-11-16 23:59", "2026-11-17 00:00", 1 },
		{ "2026-11-20 17:01", "2026-11-22 23:59", 0 }, /* a weekend */
		{ "2026-11-20 17:01", "2026-11-23 00:00", 1 },
		{ "2026-11-16 09:00", "2026-11-23 09:00", 5 },
		{ "2026-12-24 09:00", "2026-12-28 23:00", 0 }, /* Christmas */
		{ "2026-12-24 09:00", "2027-01-04 00:00", 4 },
		{ "2026-04-02 09:00", "2026-04-07 00:00", 1 },
		{ "2026-03-28 00:30", "2026-03-30 00:30", 1 }, /* a day of 23 hours */
		{ "2026-10-24 00:30", "2026-10-26 23:30", 1 }, /* and one of 25 */
		{ "2026-11-17 09:00", "2026-11-16 09:00", 0 }, /* the other way round */
	};
	const struct calendar *calendar =
		calendar_of(*state, holidays, sizeof holidays / sizeof *holidays);

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		if (calendar_between(calendar, london(cases[i].from), london(cases[i].until)) !=
			cases[i].n)
			fail_msg("working days from %s until %s", cases[i].from, cases[i].until);
}

static int set_up(void **state)
{
	setenv("TZ", "Europe/London", 1);
	tzset();
	*state = talloc_new(NULL);
	return 0;
}

static int tear_down(void **state)
{
	talloc_free(*state);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(after),
		cmocka_unit_test(between),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
