/* return_period.h: periods of monitoring returns: pure arithmetic of days. Days are "2026-11-22".
 */
#ifndef RETURN_PERIOD_H
#define RETURN_PERIOD_H

#include <stdbool.h>
#include <stdint.h>

struct return_period {
	char starts_on[11], ends_on[11], due_on[11];
};
/* The period with the number n, from 0, of those that begin with the day `from` and have so many
 * months. All are counted from that day: from 31 January on months begin on 31 January, 28 (29)
 * February, 31 March. Due so many days after the end. */
void return_period(
	const char *from, int64_t months, int64_t n, int64_t due_days, struct return_period *out);
/* The number of the period that begins on (or holds) a day: 0 for any before the first. */
int64_t return_number(const char *from, int64_t months, const char *day);
/* Is a KPI that is asked in every so manieth return asked in the period n? The last of each round:
 * of four a year, the one that ends the year. */
bool return_asks(int64_t every, int64_t n);
/* Days from one to the other; negative when `until` is earlier. */
int64_t return_days(const char *from, const char *until);
/* "2026-11-22" and 14 -> "2026-12-06". */
void return_day_after(const char *day, int64_t days, char out[11]);
/* Does it begin with a month and end with one? */
bool return_is_of_months(const char *starts_on, const char *ends_on);
#endif
