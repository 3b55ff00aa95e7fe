/* chart.c: the geometry of bars, months and stacked rows, handed to templates/chart_svg.tpl as
 * rectangles, lines, dots and texts. */
#include <string.h>
#include "chart.h"
#include "params.h"

/* Units of the picture, which is CHART_WIDTH wide. */
enum {
	LINE = 20,        /* from one line of text to the next */
	BAR = 18,         /* height of a bar */
	GAP = 14,         /* between one bar and the next label */
	TRACK = 284,      /* length of a full bar; number and per cent stand to its right */
	NUMBER_END = 346, /* where the number ends */
	LABEL_WIDTH = 46, /* characters that are sure to fit */
	LABEL_LINES = 4,
	BESIDE = 140, /* where a bar begins that has its label beside it */
	LEFT = 40,    /* room for the marks of an axis */
	RIGHT = 8,
	STACK_BAR = 26,
	STACK_COLOURS = 6,
};

struct chart {
	TALLOC_CTX *ctx;
	struct tpl *t;
};

static struct chart chart_begin(TALLOC_CTX *ctx, struct tpl *page, const struct chart_words *words)
{
	struct chart chart = { ctx, tpl_include(page, M_CHART, T_chart_svg) };

	tpl_set(chart.t, M_CHART_ID, words->id);
	tpl_set(chart.t, M_CHART_TITLE, words->title);
	tpl_set(chart.t, M_CHART_DESCRIPTION, words->description);
	tpl_int(chart.t, M_CHART_W, CHART_WIDTH);
	return chart;
}

static void chart_end(struct chart *chart, double height)
{
	tpl_setf(chart->t, M_CHART_H, "%.0f", height);
}

static void rectangle(
	struct chart *chart, const char *class, double x, double y, double w, double h)
{
	struct tpl *t = tpl_add(chart->t, M_RECTANGLE);

	tpl_set(t, M_CLASS, class);
	tpl_setf(t, M_X, "%.1f", x);
	tpl_setf(t, M_Y, "%.1f", y);
	tpl_setf(t, M_W, "%.1f", w);
	tpl_setf(t, M_H, "%.1f", h);
}

static void rule(struct chart *chart, const char *class, double x1, double y1, double x2, double y2)
{
	struct tpl *t = tpl_add(chart->t, M_RULE);

	tpl_set(t, M_CLASS, class);
	tpl_setf(t, M_X, "%.1f", x1);
	tpl_setf(t, M_Y, "%.1f", y1);
	tpl_setf(t, M_X2, "%.1f", x2);
	tpl_setf(t, M_Y2, "%.1f", y2);
}

static void words_at(struct chart *chart, const char *class, double x, double y, const char *text)
{
	struct tpl *t = tpl_add(chart->t, M_WORDS);

	tpl_set(t, M_CLASS, class);
	tpl_setf(t, M_X, "%.1f", x);
	tpl_setf(t, M_Y, "%.1f", y);
	tpl_set(t, M_TEXT, text);
}

/* A label in as many lines as it takes; gives the y below it. */
static double label_at(struct chart *chart, const char *label, double y)
{
	struct chart_line lines[LABEL_LINES];
	bool cut;
	size_t n = chart_wrap(label, LABEL_WIDTH, lines, LABEL_LINES, &cut);

	for (size_t i = 0; i < n; i++) {
		const char *text = text_copyn(chart->ctx, lines[i].at, lines[i].len);

		if (cut && i == n - 1)
			text = text_format(chart->ctx, "%s …", text);
		y += LINE;
		words_at(chart, "app-chart__label", 0, y - 5, text);
	}
	return y;
}

/* One bar from x on, with its number and per cent to the right. */
static void bar_at(
	struct chart *chart, const struct chart_bar *bar, double x, double y, int64_t full)
{
	double room = TRACK - x, length = full > 0 ? (double)bar->n / (double)full * room : 0;

	if (bar->n > 0)
		rectangle(chart, "app-bar", x, y,
			length > room ? room
			: length < 1  ? 1
				      : length,
			BAR);
	words_at(chart, "app-end", bar->percent < 0 ? CHART_WIDTH : NUMBER_END, y + BAR - 4,
		count_text(chart->ctx, bar->n));
	if (bar->percent >= 0)
		words_at(chart, "app-end app-value", CHART_WIDTH, y + BAR - 4,
			text_format(chart->ctx, "%d%%", bar->percent));
}

void chart_bars(TALLOC_CTX *ctx, struct tpl *page, const struct chart_words *words,
	const struct chart_bar *bars, size_t n, int64_t base)
{
	struct chart chart = chart_begin(ctx, page, words);
	double y = 0;

	for (size_t i = 0; i < n; i++) {
		y = label_at(&chart, bars[i].label, y);
		rectangle(&chart, "app-bar--back", 0, y, TRACK, BAR);
		bar_at(&chart, &bars[i], 0, y, base);
		y += BAR + GAP;
	}
	chart_end(&chart, y > 0 ? y - GAP + 2 : LINE);
}

void chart_ranges(TALLOC_CTX *ctx, struct tpl *page, const struct chart_words *words,
	const struct chart_bar *bars, size_t n)
{
	struct chart chart = chart_begin(ctx, page, words);
	int64_t most = 0;

	for (size_t i = 0; i < n; i++)
		most = bars[i].n > most ? bars[i].n : most;
	for (size_t i = 0; i < n; i++) {
		double y = (double)i * (BAR + 6);

		words_at(&chart, "app-chart__label", 0, y + BAR - 4, bars[i].label);
		bar_at(&chart, &bars[i], BESIDE, y, most);
	}
	rule(&chart, "app-axis", BESIDE, 0, BESIDE, (double)n * (BAR + 6) - 6);
	chart_end(&chart, (double)n * (BAR + 6));
}

/* One band of the chart over months: its heading, three rules with their marks. Gives the y of
 * zero. */
static double band(struct chart *chart, const char *heading, double y, double height, int64_t top,
	const char *unit)
{
	words_at(chart, "app-small app-value", 0, y + 14, heading);
	y += 40;
	for (int i = 0; i <= 2; i++) {
		double at = y + height - height * i / 2;

		rule(chart, i ? "app-axis app-axis--light" : "app-axis", LEFT, at,
			CHART_WIDTH - RIGHT, at);
		words_at(chart, "app-tiny app-end", LEFT - 6, at + 4,
			text_format(chart->ctx, "%s%s", count_text(chart->ctx, top * i / 2), unit));
	}
	return y + height;
}

struct months {
	const struct chart_month *list;
	size_t n, every; /* every how many months there is room for a value */
	double step;
};

static double month_x(const struct months *months, size_t i)
{
	return LEFT + months->step * ((double)i + 0.5);
}

/* Counted from the latest month, so that it always has its value. */
static bool month_marked(const struct months *months, size_t i)
{
	return (months->n - 1 - i) % months->every == 0;
}

/* Lower than both of its neighbours: the line is above it, so that its value goes below. */
static bool is_dip(const struct months *months, size_t i)
{
	const struct chart_month *at = &months->list[i];

	return i > 0 && i + 1 < months->n && at[-1].percent > at->percent &&
	       at[1].percent > at->percent && at->percent > 20;
}

/* A line broken where a month has no per cent. */
static void percent_line(
	struct chart *chart, const struct months *months, double zero, double height)
{
	struct buf path = { .ctx = chart->ctx };
	bool drawing = false;

	for (size_t i = 0; i < months->n; i++) {
		int percent = months->list[i].percent;
		double x = month_x(months, i), y = zero - height * percent / 100;
		struct tpl *dot;

		if (percent < 0) {
			drawing = false;
			continue;
		}
		buf_addf(&path, "%s%.1f %.1f", drawing ? " L" : " M", x, y);
		drawing = true;
		dot = tpl_add(chart->t, M_DOT);
		tpl_setf(dot, M_X, "%.1f", x);
		tpl_setf(dot, M_Y, "%.1f", y);
		if (month_marked(months, i))
			words_at(chart, "app-tiny app-middle", x,
				is_dip(months, i) ? y + 18 : y - 9,
				text_format(chart->ctx, "%d%%", percent));
	}
	if (path.len)
		tpl_set(tpl_add(chart->t, M_PATH), M_POINTS, buf_text(&path));
}

static double month_axis(struct chart *chart, const struct months *months, double y)
{
	static const char *const names[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug",
		"Sep", "Oct", "Nov", "Dec" };
	int64_t shown = -1;

	for (size_t i = 0; i < months->n; i++) {
		int64_t month = month_number(months->list[i].month);

		if (month < 0 || !month_marked(months, i))
			continue;
		words_at(chart, "app-tiny app-middle", month_x(months, i), y + 16,
			names[month % 12]);
		if (month / 12 != shown)
			words_at(chart, "app-tiny app-middle", month_x(months, i), y + 31,
				text_format(chart->ctx, "%04d", (int)(month / 12)));
		shown = month / 12;
	}
	return y + 36;
}

void chart_months(TALLOC_CTX *ctx, struct tpl *page, const struct chart_words *words,
	const struct chart_month *list, size_t n, const char *percent_label)
{
	struct chart chart = chart_begin(ctx, page, words);
	size_t left_out = n > CHART_MONTHS_MAX ? n - CHART_MONTHS_MAX : 0;
	struct months months = { list + left_out, n - left_out, 1, 0 };
	int64_t most = 0, top;
	double y = 0, zero;

	if (months.n == 0) {
		chart_end(&chart, 1);
		return;
	}
	months.step = (double)(CHART_WIDTH - LEFT - RIGHT) / (double)months.n;
	months.every = (size_t)(24 / months.step) + 1;
	if (percent_label) {
		zero = band(&chart, percent_label, y, 130, 100, "%");
		percent_line(&chart, &months, zero, 130);
		y = zero + 14;
	}
	for (size_t i = 0; i < months.n; i++)
		most = months.list[i].n > most ? months.list[i].n : most;
	top = chart_top(most);
	zero = band(&chart, "Responses", y, 80, top, "");
	for (size_t i = 0; i < months.n; i++) {
		double height = (double)months.list[i].n / (double)top * 80,
		       width = months.step * 0.6;

		if (months.list[i].n > 0)
			rectangle(&chart, "app-bar", month_x(&months, i) - width / 2, zero - height,
				width, height);
		if (month_marked(&months, i))
			words_at(&chart, "app-tiny app-middle", month_x(&months, i),
				zero - height - 4, count_text(chart.ctx, months.list[i].n));
	}
	chart_end(&chart, month_axis(&chart, &months, zero));
}

static const char *stack_class(struct chart *chart, size_t i, bool words)
{
	return text_format(chart->ctx, words ? "app-middle app-stack-words--%d" : "app-stack--%d",
		(int)(i % STACK_COLOURS) + 1);
}

/* The scale's points in the order of the parts, as many beside each other as have room. */
static double stack_key(struct chart *chart, const char *const *scale, size_t n)
{
	double x = 0, y = 0;

	for (size_t i = 0; i < n; i++) {
		double width = 34 + 7.6 * (double)text_length(scale[i]);

		if (x > 0 && x + width > CHART_WIDTH) {
			x = 0;
			y += 24;
		}
		rectangle(chart, stack_class(chart, i, false), x + 1, y + 2, 15, 15);
		words_at(chart, "app-small", x + 22, y + 14, scale[i]);
		x += width;
	}
	return y + 30;
}

void chart_stack(TALLOC_CTX *ctx, struct tpl *page, const struct chart_words *words,
	const struct chart_row *rows, size_t n_rows, const char *const *scale, size_t n_scale)
{
	struct chart chart = chart_begin(ctx, page, words);
	double y = stack_key(&chart, scale, n_scale);

	for (size_t row = 0; row < n_rows; row++) {
		int64_t base = 0;
		double x = 1;

		for (size_t i = 0; i < n_scale; i++)
			base += rows[row].counts[i];
		y = label_at(&chart, rows[row].label, y);
		if (base == 0)
			words_at(&chart, "app-small", 0, y + STACK_BAR - 8, "No answers yet");
		for (size_t i = 0; base > 0 && i < n_scale; i++) {
			double width =
				(double)rows[row].counts[i] / (double)base * (CHART_WIDTH - 2);

			if (rows[row].counts[i] == 0)
				continue;
			rectangle(&chart, stack_class(&chart, i, false), x, y, width, STACK_BAR);
			if (width >= 36)
				words_at(&chart, stack_class(&chart, i, true), x + width / 2,
					y + STACK_BAR - 8,
					percent_text(chart.ctx, rows[row].counts[i], base));
			x += width;
		}
		y += STACK_BAR + GAP;
	}
	chart_end(&chart, y);
}
