/* chart_draw.h: what pictures are made of: rectangles, rules, dots, a path, texts. For chart*.c
 * only; pages use chart.h. */
#ifndef CHART_DRAW_H
#define CHART_DRAW_H

#include "chart.h"

struct chart {
	TALLOC_CTX *ctx;
	struct tpl *t;
};

/* Coordinates are units of a picture CHART_WIDTH wide. A text stands at its left end, unless its
 * class says app-middle or app-end; y is its base line. */
struct chart chart_begin(TALLOC_CTX *, struct tpl *page, const struct chart_words *);
void chart_end(struct chart *, double height);
void chart_rectangle(struct chart *, const char *class, double x, double y, double w, double h);
void chart_rule(struct chart *, const char *class, double x1, double y1, double x2, double y2);
void chart_text(struct chart *, const char *class, double x, double y, const char *text);
void chart_dot(struct chart *, const char *class, double x, double y);
void chart_path(struct chart *, const char *class, const char *points);

/* chart_months.c: columns of counts standing on y, the months below them (gives the y below those),
 * and where the middle of a month is. The list is no longer than CHART_MONTHS_MAX. */
enum { CHART_COLUMNS_LEFT = 40, CHART_COLUMNS_RIGHT = 8, CHART_COLUMNS_HEIGHT = 80 };
void chart_month_columns(struct chart *, const struct chart_month *, size_t n, double y);
double chart_month_axis(struct chart *, const struct chart_month *, size_t n, double y);
double chart_month_middle(size_t n, size_t i);
#endif
