/* survey_date.c: London's midnight, and the week or month that is kept of a response's date. */
#include <stdio.h>
#include <string.h>
#include "survey_parts.h"

/* Days since 1970-01-01 (Hinnant, "chrono-compatible low-level date algorithms"). */
static int64_t days_of(int64_t year, int64_t month, int64_t day)
{
	int64_t y = year - (month <= 2), era = y / 400, of_era = y - era * 400;
	int64_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;

	return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

/* Summer time: Summer Time Order 2002, from 1:00 on the last Sunday of March to that of October. */
int64_t london_midnight(const char *date)
{
	int year = 0, month = 0, day = 0;
	int64_t today, march, october;

	if (!date || sscanf(date, "%4d-%2d-%2d", &year, &month, &day) != 3)
		return 0;
	today = days_of(year, month, day);
	march = days_of(year, 3, 31);
	october = days_of(year, 10, 31);
	march -= (march + 4) % 7; /* 1970-01-01 was a Thursday */
	october -= (october + 4) % 7;
	return today * 86400 - (today > march && today <= october ? 3600 : 0);
}

/* The date of a day counted from 1970-01-01, the same algorithm backwards. */
static void date_of(int64_t days, char out[11])
{
	int64_t from = days + 719468, era = from / 146097, of_era = from - era * 146097;
	int64_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	int64_t of_year = of_era - (365 * year + year / 4 - year / 100),
		month = (5 * of_year + 2) / 153;
	int64_t day = of_year - (153 * month + 2) / 5 + 1;
	char text[32];

	month += month < 10 ? 3 : -9;
	snprintf(text, sizeof text, "%04d-%02d-%02d", (int)(year + era * 400 + (month <= 2)),
		(int)month, (int)day);
	memcpy(out, text, 10);
	out[10] = '\0';
}

void survey_kept_date(const struct survey *s, const char *date, char out[11])
{
	int year = 0, month = 0, day = 0;
	int64_t days;

	ASSERT(sscanf(date, "%4d-%2d-%2d", &year, &month, &day) == 3);
	days = days_of(year, month, s->by_month ? 1 : day);
	if (!s->by_month)
		days -= (days + 3) % 7; /* 1970-01-01 was a Thursday */
	date_of(days, out);
}
