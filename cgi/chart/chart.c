/* chart.c: the geometry of bars, ranges and stacked rows. */
#include <string.h>
#include "chart_draw.h"
#include "params.h"

/* Units of the picture, which is CHART_WIDTH wide. */
enum {
	LINE = 20,        /* from one line of text to the next */
	BAR = 18,         /* height of a bar */
	GAP = 14,         /* between one bar and the next label */
	TRACK = 284,      /* length of a full bar; number and per cent stand to its right */
	FIGURE = 10,      /* the widest figure there is in a number */
	NUMBER_END = 346, /* where the number ends */
	LABEL_WIDTH = 46, /* characters that are sure to fit */
	LABEL_LINES = 4,
	BESIDE = 152, /* where a bar begins that has its label beside it */
	STACK_BAR = 26,
	STACK_COLOURS = 6,
};

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
		chart_text(chart, "app-chart__label", 0, y - 5, text);
	}
	return y;
}

static const char *number_of(TALLOC_CTX *ctx, const struct chart_bar *bar)
{
	return bar->text ? bar->text : count_text(ctx, bar->n);
}

/* Where a full bar ends: the longest number (£1,560,500) has its place beside it. */
static double track_of(TALLOC_CTX *ctx, const struct chart_bar *bars, size_t n)
{
	double track = TRACK;

	for (size_t i = 0; i < n; i++) {
		double end = bars[i].percent < 0 ? CHART_WIDTH : NUMBER_END,
		       left = end - FIGURE * (double)(text_length(number_of(ctx, &bars[i])) + 1);

		track = left < track ? left : track;
	}
	return track;
}

/* One bar from x to at most end, with its number and per cent to the right. */
static void bar_at(struct chart *chart, const struct chart_bar *bar, double x, double end, double y,
	int64_t full)
{
	double room = end - x, length = full > 0 ? (double)bar->n / (double)full * room : 0;

	if (bar->n > 0)
		chart_rectangle(chart, "app-bar", x, y,
			length > room ? room
			: length < 1  ? 1
				      : length,
			BAR);
	chart_text(chart, "app-end", bar->percent < 0 ? CHART_WIDTH : NUMBER_END, y + BAR - 4,
		number_of(chart->ctx, bar));
	if (bar->percent >= 0)
		chart_text(chart, "app-end app-value", CHART_WIDTH, y + BAR - 4,
			text_format(chart->ctx, "%d%%", bar->percent));
}

void chart_bars(TALLOC_CTX *ctx, struct tpl *page, const struct chart_words *words,
	const struct chart_bar *bars, size_t n, int64_t base)
{
	struct chart chart = chart_begin(ctx, page, words);
	double y = 0, track = track_of(ctx, bars, n);

	for (size_t i = 0; i < n; i++) {
		y = label_at(&chart, bars[i].label, y);
		chart_rectangle(&chart, "app-bar--back", 0, y, track, BAR);
		bar_at(&chart, &bars[i], 0, track, y, base);
		y += BAR + GAP;
	}
	chart_end(&chart, y > 0 ? y - GAP + 2 : LINE);
}

void chart_ranges(TALLOC_CTX *ctx, struct tpl *page, const struct chart_words *words,
	const struct chart_bar *bars, size_t n)
{
	struct chart chart = chart_begin(ctx, page, words);
	double track = track_of(ctx, bars, n);
	int64_t most = 0;

	for (size_t i = 0; i < n; i++)
		most = bars[i].n > most ? bars[i].n : most;
	for (size_t i = 0; i < n; i++) {
		double y = (double)i * (BAR + 6);

		chart_text(&chart, "app-chart__label", 0, y + BAR - 4, bars[i].label);
		bar_at(&chart, &bars[i], BESIDE, track, y, most);
	}
	chart_rule(&chart, "app-axis", BESIDE, 0, BESIDE, (double)n * (BAR + 6) - 6);
	chart_end(&chart, (double)n * (BAR + 6));
}

static const char *stack_class(
	struct chart *chart, const char *point, const char *unsaid, size_t i, bool words)
{
	if (unsaid && strcmp(point, unsaid) == 0)
		return words ? "app-middle app-stack-words--1" : "app-stack--unsaid";
	return text_format(chart->ctx, words ? "app-middle app-stack-words--%d" : "app-stack--%d",
		(int)(i % STACK_COLOURS) + 1);
}

/* The scale's points in the order of the parts, as many beside each other as have room. */
static double stack_key(struct chart *chart, const char *const *scale, size_t n, const char *unsaid)
{
	double x = 0, y = 0;

	for (size_t i = 0; i < n; i++) {
		double width = 34 + 7.6 * (double)text_length(scale[i]);

		if (x > 0 && x + width > CHART_WIDTH) {
			x = 0;
			y += 24;
		}
		chart_rectangle(chart, stack_class(chart, scale[i], unsaid, i, false), x + 1, y + 2,
			15, 15);
		chart_text(chart, "app-small", x + 22, y + 14, scale[i]);
		x += width;
	}
	return y + 30;
}

void chart_stack(TALLOC_CTX *ctx, struct tpl *page, const struct chart_words *words,
	const struct chart_row *rows, size_t n_rows, const char *const *scale, size_t n_scale)
{
	struct chart chart = chart_begin(ctx, page, words);
	double y = stack_key(&chart, scale, n_scale, words->unsaid);

	for (size_t row = 0; row < n_rows; row++) {
		int64_t base = 0;
		double x = 1;

		for (size_t i = 0; i < n_scale; i++)
			base += rows[row].counts[i];
		y = label_at(&chart, rows[row].label, y);
		if (base == 0)
			chart_text(&chart, "app-small", 0, y + STACK_BAR - 8, "No answers yet");
		for (size_t i = 0; base > 0 && i < n_scale; i++) {
			double width =
				(double)rows[row].counts[i] / (double)base * (CHART_WIDTH - 2);

			if (rows[row].counts[i] == 0)
				continue;
			chart_rectangle(&chart,
				stack_class(&chart, scale[i], words->unsaid, i, false), x, y, width,
				STACK_BAR);
			if (width >= 36)
				chart_text(&chart,
					stack_class(&chart, scale[i], words->unsaid, i, true),
					x + width / 2, y + STACK_BAR - 8,
					percent_text(chart.ctx, rows[row].counts[i], base));
			x += width;
		}
		y += STACK_BAR + GAP;
	}
	chart_end(&chart, y);
}
