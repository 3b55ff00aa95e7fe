/* chart_line.c: the geometry of a line of figures over periods, with the target across it. */
#include "chart_draw.h"
#include "params.h"

/* Units of the picture. */
enum { LEFT = 10, RIGHT = 10, TOP = 48, HEIGHT = 130, KEY = 14, LABELS = 20, GAP = 8 };
static const double letter = 7.2; /* the mean width of app-tiny's letters */

struct line {
	struct chart chart;
	const struct chart_point *list;
	size_t n;
	double low, high;
};

static double at_x(const struct line *l, size_t i)
{
	double width = (double)(CHART_WIDTH - LEFT - RIGHT) / (double)l->n;

	return LEFT + width * ((double)i + 0.5);
}

static double at_y(const struct line *l, int64_t value)
{
	return TOP + HEIGHT - HEIGHT * ((double)value - l->low) / (l->high - l->low);
}

/* From zero, unless all is far from it or below it. */
static void scale(struct line *l)
{
	l->low = l->high = (double)l->list[0].target;
	for (size_t i = 0; i < l->n; i++) {
		double target = (double)l->list[i].target, value = (double)l->list[i].value;

		l->low = target < l->low ? target : l->low;
		l->high = target > l->high ? target : l->high;
		if (!l->list[i].has_value)
			continue;
		l->low = value < l->low ? value : l->low;
		l->high = value > l->high ? value : l->high;
	}
	if (l->low > 0 && l->low < l->high * 0.6)
		l->low = 0;
	if (l->high - l->low < 1) {
		l->low -= 100;
		l->high += 100;
	} else {
		double room = (l->high - l->low) * 0.08;

		l->low -= l->low > 0 ? room : 0;
		l->high += room;
	}
}

/* Stepped: it may have changed between two periods. */
static void target_line(struct line *l, const char *words)
{
	double half = (double)(CHART_WIDTH - LEFT - RIGHT) / (double)l->n / 2;
	struct buf path = { .ctx = l->chart.ctx };

	for (size_t i = 0; i < l->n; i++) {
		double x = at_x(l, i), y = at_y(l, l->list[i].target);

		if (i == 0)
			buf_addf(&path, "M%.1f %.1f", x - half, y);
		else
			buf_addf(&path, " V%.1f", y);
		buf_addf(&path, " H%.1f", x + half);
	}
	chart_path(&l->chart, "app-line--median", buf_text(&path));
	chart_path(&l->chart, "app-line--median", text_format(l->chart.ctx, "M0 9 H30"));
	chart_text(&l->chart, "app-small", 38, KEY, words);
}

/* A period without a figure breaks the line. */
static void value_line(struct line *l)
{
	struct buf path = { .ctx = l->chart.ctx };
	bool joined = false;

	for (size_t i = 0; i < l->n; i++) {
		if (l->list[i].has_value)
			buf_addf(&path, "%s%s%.1f %.1f", path.len ? " " : "", joined ? "L" : "M",
				at_x(l, i), at_y(l, l->list[i].value));
		joined = l->list[i].has_value;
	}
	chart_path(&l->chart, "app-line", buf_text(&path));
	for (size_t i = 0; i < l->n; i++)
		if (l->list[i].has_value)
			chart_dot(&l->chart, "app-dot", at_x(l, i), at_y(l, l->list[i].value));
}

/* What is written at a point: its figure or its period. NULL: nothing. */
static const char *text_of(const struct line *l, size_t i, bool labels)
{
	if (labels)
		return l->list[i].label;
	return l->list[i].has_value ? l->list[i].words : NULL;
}

/* The middle of that text: above or below its point, but for the two ends, where no text leaves the
 * picture. */
static double middle(const struct line *l, size_t i, const char *text, double *half)
{
	double x = at_x(l, i);

	*half = letter * (double)text_length(text) / 2;
	x = x < *half ? *half : x;
	return x > CHART_WIDTH - *half ? CHART_WIDTH - *half : x;
}

/* Every so manieth text, counted from the newest: does none touch the one before? */
static bool is_apart(const struct line *l, size_t step, bool labels)
{
	double free_until = CHART_WIDTH + GAP;

	for (size_t from_end = 0; from_end < l->n; from_end += step) {
		size_t i = l->n - 1 - from_end;
		const char *text = text_of(l, i, labels);
		double half, x = text ? middle(l, i, text, &half) : 0;

		if (!text)
			continue;
		if (x + half + GAP > free_until)
			return false;
		free_until = x - half;
	}
	return true;
}

static void texts(struct line *l, bool labels, const char *class)
{
	size_t step = 1;

	while (step < l->n && !is_apart(l, step, labels))
		step++;
	for (size_t from_end = 0; from_end < l->n; from_end += step) {
		size_t i = l->n - 1 - from_end;
		const char *text = text_of(l, i, labels);
		double half;

		if (text)
			chart_text(&l->chart, class, middle(l, i, text, &half),
				labels ? TOP + HEIGHT + LABELS : at_y(l, l->list[i].value) - 10,
				text);
	}
}

void chart_line(TALLOC_CTX *ctx, struct tpl *page, const struct chart_words *words,
	const struct chart_point *list, size_t n, const char *target)
{
	struct line l = { chart_begin(ctx, page, words), list, n, 0, 0 };

	ASSERT(n > 0 && n <= CHART_LINE_MAX);
	scale(&l);
	chart_rule(&l.chart, "app-axis", LEFT, TOP + HEIGHT, CHART_WIDTH - RIGHT, TOP + HEIGHT);
	target_line(&l, target);
	value_line(&l);
	texts(&l, false, "app-tiny app-middle app-halo app-value");
	texts(&l, true, "app-tiny app-middle");
	chart_end(&l.chart, TOP + HEIGHT + LABELS + 8);
}
