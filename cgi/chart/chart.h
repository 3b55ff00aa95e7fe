/* chart.h: charts as accessible SVG, made on the server and drawn by one template
 * (templates/chart_svg.tpl).
 *
 * Every label and value is printed in the picture: colour is never the only sign. Beside each chart
 * its page shows a table of the same numbers. A picture is 400 units wide, so that its letters are
 * readable on a phone, and grows to its place elsewhere. */
#ifndef CHART_H
#define CHART_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "run_rules.h"
#include "tpl.h"

enum {
	CHART_WIDTH = 400,
	CHART_MONTHS_MAX = 24,
	CHART_RANGES_MAX = 10,
	CHART_VALUES_MAX = 12,
	CHART_LINE_MAX = 12
};

/* What every chart says to somebody who cannot see it. id is unique on the page, [a-z0-9_-]. */
struct chart_words {
	const char *id, *title, *description;
	const char *unsaid; /* chart_stack: this point of the scale is no answer; NULL: all are */
};

struct chart_bar {
	const char *label;
	int64_t n;
	int percent;      /* as printed; -1: none */
	const char *text; /* printed for n, "£12.50"; NULL: n itself */
};

struct chart_month {
	const char *month; /* "2026-03-01" */
	int64_t n;         /* responses */
	int percent;       /* -1: blank */
	bool so_far;       /* the month that it is now */
	bool few;          /* and it has too few answers yet to be joined to the others */
};

struct chart_row {
	const char *label;
	const int64_t *counts; /* one for each scale point */
};

/* Each puts a picture at {{>CHART}} of page. */

/* One bar below its label for each; base is what 100% stands for. */
void chart_bars(TALLOC_CTX *, struct tpl *page, const struct chart_words *,
	const struct chart_bar *, size_t n, int64_t base);
/* The same for ranges and months, whose labels are short and stand beside the bars; the longest
 * fills the width. */
void chart_ranges(TALLOC_CTX *, struct tpl *page, const struct chart_words *,
	const struct chart_bar *, size_t n);
/* A line of per cent (when percent_label is not NULL) over columns of responses, for the months
 * that chart_months_shown() says. No two texts touch. */
void chart_months(TALLOC_CTX *, struct tpl *page, const struct chart_words *,
	const struct chart_month *, size_t n, const char *percent_label);
/* One stacked bar for each row, the parts in the scale's order. */
void chart_stack(TALLOC_CTX *, struct tpl *page, const struct chart_words *,
	const struct chart_row *, size_t n_rows, const char *const *scale, size_t n_scale);

/* A run chart: columns of months with the median across them, and a bracket over each run that is a
 * sign (run_read() marked them). As many points as months. */
void chart_run(TALLOC_CTX *, struct tpl *page, const struct chart_words *,
	const struct chart_month *, const struct run_point *, size_t n, const struct run *);

/* A line of figures over periods, and their target across it, which may have changed between two of
 * them. The newest CHART_LINE_MAX at most, the oldest first. */
struct chart_point {
	const char *label; /* the period */
	const char *words; /* the figure, as printed: "87%" */
	bool has_value;
	int64_t value, target;
};
void chart_line(TALLOC_CTX *, struct tpl *page, const struct chart_words *,
	const struct chart_point *, size_t n, const char *target);

/* A funnel plot: counts of units of different size as rates, and how far chance takes them. */
struct chart_unit {
	const char *label; /* printed beside its dot where there is room; NULL: not */
	double size, rate;
	bool own;
};
struct chart_funnel {
	const struct chart_unit *units;
	size_t n;
	double mean;       /* the rate of all */
	double per;        /* a rate is count / size * per */
	const char *x, *y; /* what the axes count */
};
void chart_funnel(
	TALLOC_CTX *, struct tpl *page, const struct chart_words *, const struct chart_funnel *);

/* The rules and the geometry, pure. */

/* How many of the latest months a picture shows: at most CHART_MONTHS_MAX, from the first of them
 * that has a response. */
size_t chart_months_shown(const struct chart_month *, size_t n);

/* Whole per cent, halves rounded up: 7, 2 and 3 of 12 are 58, 17 and 25. -1 when there is no base.
 */
int chart_percent(int64_t n, int64_t base);
/* "58%", or "–" with no base. */
const char *percent_text(TALLOC_CTX *, int64_t n, int64_t base);
/* The width of ranges, 1, 2 or 5 times a power of ten, of which at most `most` cover low..high; a
 * range begins at a multiple. */
int64_t chart_step(int64_t low, int64_t high, int most);
/* The multiple of step at or below value. */
int64_t chart_floor(int64_t value, int64_t step);
/* Months since year 0 of "2026-03…", -1 when it is not one; and back, as "2026-03-01". */
int64_t month_number(const char *iso);
const char *month_iso(TALLOC_CTX *, int64_t month);

struct chart_line {
	const char *at;
	size_t len;
};
/* Breaks text into at most max lines of at most `width` characters, at spaces where there are any;
 * what does not fit is left out and *cut says so. Returns the number of lines. */
size_t chart_wrap(const char *text, size_t width, struct chart_line *lines, size_t max, bool *cut);
#endif
