/* chart_rules.c: the arithmetic of charts: per cent, ranges, months, lines of text. Pure. */
#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include "chart.h"

int chart_percent(int64_t n, int64_t base)
{
	if (base <= 0)
		return -1;
	return (int)(((__int128)n * 200 + base) / ((__int128)base * 2));
}

const char *percent_text(TALLOC_CTX *ctx, int64_t n, int64_t base)
{
	int percent = chart_percent(n, base);

	return percent < 0 ? "–" : text_format(ctx, "%d%%", percent);
}

/* The first of 1, 2, 5, 10, 20, 50 … that is at least `least`; INT64_MAX beyond them all. */
static int64_t round_number(int64_t least)
{
	for (int64_t power = 1; power <= INT64_MAX / 10; power *= 10)
		for (int64_t times = 1; times <= 5; times += 1 + (times == 2) * 2)
			if (power * times >= least)
				return power * times;
	return INT64_MAX;
}

int64_t chart_floor(int64_t value, int64_t step)
{
	int64_t rest = value % step;

	if (rest < 0)
		rest += step;
	return value < INT64_MIN + rest ? INT64_MIN : value - rest;
}

int64_t chart_step(int64_t low, int64_t high, int most)
{
	__int128 span = (__int128)high - low;
	int64_t step = 1;

	if (span / most >= INT64_MAX / 16)
		return INT64_MAX / 4;
	step = round_number((int64_t)(span / most));
	if (step < 1)
		step = 1;
	while (((__int128)chart_floor(high, step) - chart_floor(low, step)) / step + 1 > most)
		step = round_number(step + 1);
	return step;
}

int64_t month_number(const char *iso)
{
	int year, month;
	char dash;

	if (sscanf(iso, "%4d%c%2d", &year, &dash, &month) != 3 || dash != '-' || year < 0 ||
		month < 1 || month > 12)
		return -1;
	return (int64_t)year * 12 + month - 1;
}

const char *month_iso(TALLOC_CTX *ctx, int64_t month)
{
	return text_format(ctx, "%04d-%02d-01", (int)(month / 12), (int)(month % 12) + 1);
}

static bool continues(char c)
{
	return ((unsigned char)c & 0xC0) == 0x80;
}

/* The end of the longest start of text of at most `width` characters. */
static const char *width_end(const char *text, size_t width)
{
	while (*text && width--)
		do
			text++;
		while (continues(*text));
	return text;
}

size_t chart_wrap(const char *text, size_t width, struct chart_line *lines, size_t max, bool *cut)
{
	size_t n = 0;

	*cut = false;
	for (;;) {
		const char *end, *space;

		while (*text == ' ' || *text == '\n')
			text++;
		if (!*text)
			return n;
		if (n == max) {
			*cut = true;
			return n;
		}
		end = width_end(text, width);
		if (*end && *end != ' ' && *end != '\n') {
			for (space = end; space > text && *space != ' ' && *space != '\n';)
				space--;
			if (space > text)
				end = space;
		}
		lines[n++] = (struct chart_line){ text, (size_t)(end - text) };
		text = end;
	}
}
