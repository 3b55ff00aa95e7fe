/* ical.c: a small writer of calendars (iCalendar, RFC 5545). */
#include "ical.h"

#include <string.h>
#include <time.h>
#include "params.h"

enum { LINE_MOST = 75 };

/* A line being written: it knows how full it is. */
struct line {
	struct buf *out;
	size_t used;
};

/* So many bytes that belong together; on the next line when this one has no room. */
static void put(struct line *line, const char *bytes, size_t len)
{
	if (line->used + len > LINE_MOST) {
		buf_adds(line->out, "\r\n ");
		line->used = 1;
	}
	buf_add(line->out, bytes, len);
	line->used += len;
}

static void put_all(struct line *line, const char *ascii)
{
	for (; *ascii; ascii++)
		put(line, ascii, 1);
}

/* How many bytes the letter at `at` has; 0 when it is none. */
static size_t letter(const char *at, const char *end)
{
	unsigned char first = (unsigned char)*at;
	size_t len = first < 0x80    ? 1
		     : first >= 0xf0 ? 4
		     : first >= 0xe0 ? 3
		     : first >= 0xc2 ? 2
				     : 0;

	return len && (size_t)(end - at) >= len && text_is_utf8(at, len) ? len : 0;
}

static void put_letter(struct line *line, const char *at, size_t len)
{
	unsigned char c = (unsigned char)*at;

	if (len == 0)
		put(line, "?", 1);
	else if (c == '\n')
		put(line, "\\n", 2);
	else if (c == '\\' || c == ';' || c == ',')
		put(line, (const char[]){ '\\', (char)c }, 2);
	else if (c < 0x20 || c == 0x7f)
		put(line, " ", 1);
	else
		put(line, at, len);
}

void ical_text(struct buf *out, const char *property, const char *text)
{
	const char *end = text + strlen(text);
	struct line line = { out, 0 };

	put_all(&line, property);
	put(&line, ":", 1);
	while (text < end) {
		size_t len = letter(text, end);

		if (text[0] != '\r' || text[1] != '\n') /* one line break, not two */
			put_letter(&line, text, len);
		text += len ? len : 1;
	}
	buf_adds(out, "\r\n");
}

/* A property whose value has its own form: nothing in it is text. */
static void value(struct buf *out, const char *property, const char *text)
{
	struct line line = { out, 0 };

	put_all(&line, property);
	put(&line, ":", 1);
	for (; *text; text++)
		if ((unsigned char)*text > 0x20 && (unsigned char)*text < 0x7f)
			put(&line, text, 1);
	buf_adds(out, "\r\n");
}

void ical_begin(struct buf *out, const char *name)
{
	value(out, "BEGIN", "VCALENDAR");
	value(out, "VERSION", "2.0");
	ical_text(out, "PRODID", "-//Soundings//Contracts//EN");
	value(out, "CALSCALE", "GREGORIAN");
	ical_text(out, "NAME", name);
	ical_text(out, "X-WR-CALNAME", name);
	value(out, "REFRESH-INTERVAL;VALUE=DURATION", "PT6H");
}

void ical_end(struct buf *out)
{
	value(out, "END", "VCALENDAR");
}

void ical_day(struct buf *out, const struct ical_day *d)
{
	time_t t = (time_t)d->stamp;
	struct tm tm = { 0 };
	char stamp[20], day[9] = { 0 };
	size_t n = 0;

	gmtime_r(&t, &tm);
	strftime(stamp, sizeof stamp, "%Y%m%dT%H%M%SZ", &tm);
	for (const char *c = d->day; *c && n < 8; c++)
		if (*c != '-')
			day[n++] = *c;
	value(out, "BEGIN", "VEVENT");
	value(out, "UID", d->uid);
	value(out, "DTSTAMP", stamp);
	value(out, "DTSTART;VALUE=DATE", day);
	ical_text(out, "SUMMARY", d->summary);
	ical_text(out, "DESCRIPTION", d->description);
	value(out, "URL", d->url);
	value(out, "TRANSP", "TRANSPARENT");
	value(out, "END", "VEVENT");
}
