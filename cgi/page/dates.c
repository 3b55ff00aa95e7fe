/* dates.c: times for people: UTC in the database, Europe/London on the page (main() sets TZ). */
#include <stdio.h>
#include <string.h>
#include <time.h>
#include "req.h"

static const char *const months[] = { "January", "February", "March", "April", "May", "June",
	"July", "August", "September", "October", "November", "December" };

const char *day_text(TALLOC_CTX *ctx, int64_t when)
{
	time_t seconds = (time_t)when;
	struct tm tm;

	localtime_r(&seconds, &tm);
	return text_format(ctx, "%d %s %d", tm.tm_mday, months[tm.tm_mon], tm.tm_year + 1900);
}

/* The first three letters are what people write. */
static const char *short_day(TALLOC_CTX *ctx, const struct tm *tm, int64_t now, bool weekday)
{
	static const char *const weekdays[] = { "Sun ", "Mon ", "Tue ", "Wed ", "Thu ", "Fri ",
		"Sat " };
	time_t seconds = (time_t)now;
	struct tm today;

	localtime_r(&seconds, &today);
	if (today.tm_year == tm->tm_year)
		return text_format(ctx, "%s%d %.3s", weekday ? weekdays[tm->tm_wday] : "",
			tm->tm_mday, months[tm->tm_mon]);
	return text_format(ctx, "%d %.3s %d", tm->tm_mday, months[tm->tm_mon], tm->tm_year + 1900);
}

const char *day_short_text(TALLOC_CTX *ctx, int64_t when, int64_t now)
{
	time_t seconds = (time_t)when;
	struct tm tm;

	localtime_r(&seconds, &tm);
	return short_day(ctx, &tm, now, false);
}

const char *weekday_text(TALLOC_CTX *ctx, int64_t when, int64_t now)
{
	time_t seconds = (time_t)when;
	struct tm tm;

	localtime_r(&seconds, &tm);
	return short_day(ctx, &tm, now, true);
}

const char *time_text(TALLOC_CTX *ctx, int64_t when)
{
	time_t seconds = (time_t)when;
	struct tm tm;

	localtime_r(&seconds, &tm);
	return text_format(ctx, "%s at %d:%02d%s", day_text(ctx, when),
		tm.tm_hour % 12 ? tm.tm_hour % 12 : 12, tm.tm_min, tm.tm_hour < 12 ? "am" : "pm");
}

static bool parts(const char *iso, int *year, int *month, int *day)
{
	return iso && sscanf(iso, "%4d-%2d-%2d", year, month, day) == 3 && *month >= 1 &&
	       *month <= 12;
}

const char *date_text(TALLOC_CTX *ctx, const char *iso)
{
	int year, month, day;

	if (!parts(iso, &year, &month, &day))
		return iso ? iso : "";
	return text_format(ctx, "%d %s %d", day, months[month - 1], year);
}

const char *date_short_text(TALLOC_CTX *ctx, const char *iso, int64_t now)
{
	struct tm tm = { 0 };

	if (!parts(iso, &tm.tm_year, &tm.tm_mon, &tm.tm_mday))
		return iso ? iso : "";
	tm.tm_year -= 1900;
	tm.tm_mon--;
	return short_day(ctx, &tm, now, false);
}

const char *month_text(TALLOC_CTX *ctx, const char *iso)
{
	int year, month, day;

	if (!parts(iso, &year, &month, &day))
		return iso ? iso : "";
	return text_format(ctx, "%s %d", months[month - 1], year);
}
