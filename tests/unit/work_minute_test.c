/* work_minute_test.c: the minute of the day that somebody means by what they typed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include "incident_work.h"

static void typed(void **state)
{
	static const struct {
		const char *about;
		int64_t minute;
	} times[] = {
		{ "10:30", 630 },
		{ "about 10.30", 630 },
		{ "9:05 am", 545 },
		{ "2pm", 840 },
		{ "about 2 PM", 840 },
		{ "2:15pm", 855 },
		{ "12am", 0 },
		{ "12:10 pm", 730 },
		{ "12:10 am", 10 },
		{ "00:00", 0 },
		{ "23:59", 1439 },
		{ "between 10 and 11", 600 },
		{ "7", 420 },
		{ NULL, -1 },
		{ "", -1 },
		{ "after lunch", -1 },
		{ "24:00", -1 },
		{ "10:60", -1 },
		{ "10:305", -1 },
		{ "13pm", -1 },
		{ "0930", -1 },
		{ "12/11", -1 },
		{ "99999999999999999999", -1 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(times); i++)
		if (work_minute(times[i].about) != times[i].minute)
			fail_msg("\"%s\" is %lld", times[i].about ? times[i].about : "NULL",
				(long long)work_minute(times[i].about));
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(typed) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
