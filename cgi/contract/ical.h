/* ical.h: a small writer of calendars (iCalendar, RFC 5545): whatever texts it is given, what it
 * writes has the properties that were asked for, no more. */
#ifndef ICAL_H
#define ICAL_H

#include <stdint.h>
#include "buf.h"

/* name: of the calendar, for programs that show it. */
void ical_begin(struct buf *, const char *name);
void ical_end(struct buf *);

/* A day on which something is due. */
struct ical_day {
	const char *uid; /* [A-Za-z0-9.@-]: the same as long as it is the same thing */
	const char *day; /* "2026-11-22" */
	const char *summary, *description, *url;
	int64_t stamp; /* when this was written, seconds since 1970 */
};
void ical_day(struct buf *, const struct ical_day *);

/* One property, escaped (3.3.11) and folded (3.1): a line is at most 75 octets, and no letter is
 * cut in two. Controls become spaces, bytes that are no UTF-8 question marks. */
void ical_text(struct buf *, const char *property, const char *text);
#endif
