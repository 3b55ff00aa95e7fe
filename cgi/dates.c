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

const char *month_text(TALLOC_CTX *ctx, const char *iso)
{
	int year, month, day;

	if (!parts(iso, &year, &month, &day))
		return iso ? iso : "";
	return text_format(ctx, "%s %d", months[month - 1], year);
}
