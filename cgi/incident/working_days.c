/* working_days.c: the clock of working days: no Saturday, no Sunday, no bank holiday of England. */
#include <string.h>
#include <time.h>
#include "incident.h"

enum { DAY = 24 * 60 * 60 };

struct calendar {
	int64_t first; /* it knows no day before that of this time */
	char (*days)[11];
	size_t n;
};

static void iso(time_t time, char out[11])
{
	struct tm tm;

	localtime_r(&time, &tm);
	strftime(out, 11, "%Y-%m-%d", &tm);
}

/* Noon of the day, so that a step of 24 hours is a day, whatever the clocks do. */
static time_t noon(int64_t at)
{
	time_t time = (time_t)at;
	struct tm tm;

	localtime_r(&time, &tm);
	tm.tm_hour = 12;
	tm.tm_min = tm.tm_sec = 0;
	tm.tm_isdst = -1;
	return mktime(&tm);
}

const struct calendar *calendar_open(struct db *db, TALLOC_CTX *ctx, int64_t first, int64_t last)
{
	struct calendar *calendar = NEW(ctx, struct calendar);
	struct q_holidays_between row;
	struct db_rows *rows;
	char from[11], until[11];

	iso((time_t)first, from);
	iso((time_t)last, until);
	calendar->first = first;
	rows = Q_ROWS(db, holidays_between, .first_day = from, .last_day = until);
	calendar->days = must(talloc_zero_size(calendar, 11 * (db_rows_count(rows) + 1)));
	while (Q_NEXT(rows, holidays_between, &row))
		memcpy(calendar->days[calendar->n++], row.day, 11);
	return calendar;
}

const struct calendar *calendar_of(TALLOC_CTX *ctx, const char *const days[], size_t n)
{
	struct calendar *calendar = NEW(ctx, struct calendar);

	calendar->days = must(talloc_zero_size(calendar, 11 * (n + 1)));
	for (; calendar->n < n; calendar->n++)
		memcpy(calendar->days[calendar->n], days[calendar->n], 11);
	return calendar;
}

int64_t calendar_first(const struct calendar *calendar)
{
	return calendar->first;
}

static bool is_working_day(const struct calendar *calendar, time_t day)
{
	struct tm tm;
	char name[11];

	localtime_r(&day, &tm);
	if (tm.tm_wday == 0 || tm.tm_wday == 6)
		return false;
	iso(day, name);
	for (size_t i = 0; i < calendar->n; i++)
		if (strcmp(calendar->days[i], name) == 0)
			return false;
	return true;
}

int64_t calendar_after(const struct calendar *calendar, int64_t from, int n)
{
	time_t day = noon(from);
	struct tm tm;

	while (n > 0) {
		day = noon(day + DAY);
		n -= is_working_day(calendar, day);
	}
	localtime_r(&day, &tm);
	tm.tm_mday++;
	tm.tm_hour = tm.tm_min = tm.tm_sec = 0;
	tm.tm_isdst = -1;
	return mktime(&tm);
}

int64_t working_days_after(struct db *db, int64_t from, int n)
{
	TALLOC_CTX *ctx = must(talloc_new(NULL));
	/* Three times as many days hold enough that work; Christmas has four that do not. */
	int64_t end = calendar_after(
		calendar_open(db, ctx, from, from + (int64_t)(n * 3 + 14) * DAY), from, n);

	talloc_free(ctx);
	return end;
}

int64_t calendar_between(const struct calendar *calendar, int64_t from, int64_t until)
{
	time_t day = noon(from), last = noon(until);
	int64_t n = 0;

	while (day < last) {
		day = noon(day + DAY);
		n += is_working_day(calendar, day);
	}
	return n;
}

int64_t working_days_between(struct db *db, int64_t from, int64_t until)
{
	TALLOC_CTX *ctx = must(talloc_new(NULL));
	int64_t n = calendar_between(calendar_open(db, ctx, from, until), from, until);

	talloc_free(ctx);
	return n;
}
