/* return_period.c: periods of monitoring returns: pure arithmetic of days. */
#include "return_period.h"

#include <stdio.h>

struct day {
	int64_t year, month, day;
};

static struct day day_of(const char *iso)
{
	int year = 1970, month = 1, day = 1;

	if (sscanf(iso, "%4d-%2d-%2d", &year, &month, &day) != 3)
		return (struct day){ 1970, 1, 1 };
	return (struct day){ year, month, day };
}

static int64_t month_length(int64_t year, int64_t month)
{
	static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	return lengths[month - 1] + (month == 2 && leap);
}

/* Days since 1 March of year 0: years that begin in March have their leap day last. */
static int64_t number_of(struct day d)
{
	int64_t year = d.month > 2 ? d.year : d.year - 1, month = (d.month + 9) % 12;

	return 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + d.day - 1;
}

static struct day day_of_number(int64_t n)
{
	int64_t year = (10000 * n + 14780) / 3652425, rest, month;

	rest = n - (365 * year + year / 4 - year / 100 + year / 400);
	if (rest < 0) {
		year--;
		rest = n - (365 * year + year / 4 - year / 100 + year / 400);
	}
	month = (100 * rest + 52) / 3060;
	return (struct day){ year + (month + 2) / 12, (month + 2) % 12 + 1,
		rest - (month * 306 + 5) / 10 + 1 };
}

static void write_day(struct day d, char out[11])
{
	snprintf(out, 11, "%04u-%02u-%02u", (unsigned)(d.year % 10000), (unsigned)(d.month % 100),
		(unsigned)(d.day % 100));
}

/* The same day of a later month, or that month's last. */
static struct day months_after(struct day d, int64_t months)
{
	int64_t at = d.year * 12 + d.month - 1 + months, most;

	d.year = at / 12;
	d.month = at % 12 + 1;
	most = month_length(d.year, d.month);
	d.day = d.day > most ? most : d.day;
	return d;
}

void return_period(
	const char *from, int64_t months, int64_t n, int64_t due_days, struct return_period *out)
{
	struct day first = day_of(from);
	int64_t end = number_of(months_after(first, months * (n + 1))) - 1;

	write_day(months_after(first, months * n), out->starts_on);
	write_day(day_of_number(end), out->ends_on);
	write_day(day_of_number(end + due_days), out->due_on);
}

int64_t return_number(const char *from, int64_t months, const char *day)
{
	struct day first = day_of(from), then = day_of(day);
	int64_t n = ((then.year - first.year) * 12 + then.month - first.month) / months;

	while (n > 0 && number_of(months_after(first, months * n)) > number_of(then))
		n--;
	return n < 0 ? 0 : n;
}

bool return_asks(int64_t every, int64_t n)
{
	return every <= 1 || (n + 1) % every == 0;
}

int64_t return_days(const char *from, const char *until)
{
	return number_of(day_of(until)) - number_of(day_of(from));
}

void return_day_after(const char *day, int64_t days, char out[11])
{
	write_day(day_of_number(number_of(day_of(day)) + days), out);
}

bool return_is_of_months(const char *starts_on, const char *ends_on)
{
	struct day end = day_of(ends_on);

	return day_of(starts_on).day == 1 && end.day == month_length(end.year, end.month);
}
