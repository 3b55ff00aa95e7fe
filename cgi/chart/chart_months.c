/* chart_months.c: the geometry of months: a line of per cent over columns of responses. */
#include "chart_draw.h"
#include "params.h"

/* Units of the picture. */
enum {
	LEFT = CHART_COLUMNS_LEFT, /* room for the marks of the axis */
	RIGHT = CHART_COLUMNS_RIGHT,
	HEADING = 40, /* a band's heading, and room below it for the highest label */
	LINE_HEIGHT = 130,
	BARS_HEIGHT = CHART_COLUMNS_HEIGHT,
	NAME_WIDTH = 27,   /* "May", and a space */
	YEAR_WIDTH = 36,   /* "2026", and a space */
	SO_FAR_WIDTH = 45, /* "so far", and a space */
	LABELS_MOST = 4,   /* on the line: first, last, highest, lowest */
	SEGMENT_PARTS = 8  /* at how many places a stroke of the line is looked at */
};
static const double letter = 7.8; /* the widest letter of app-tiny there is in a number */

struct box {
	double left, top, right, bottom;
};

struct months {
	const struct chart_month *list;
	size_t n;
	double step, zero; /* width of a month; y of nought */
	struct box labels[LABELS_MOST];
	size_t n_labels;
};

static double month_x(const struct months *months, size_t i)
{
	return LEFT + months->step * ((double)i + 0.5);
}

static double percent_y(const struct months *months, size_t i)
{
	return months->zero - LINE_HEIGHT * months->list[i].percent / 100.0;
}

/* How many months one text of this width takes up. */
static size_t every(const struct months *months, double width)
{
	return (size_t)(width / months->step) + 1;
}

/* Counted from the latest month, so that it always has its text. */
static bool is_marked(const struct months *months, size_t i, size_t each)
{
	return (months->n - 1 - i) % each == 0;
}

static bool is_joined(const struct months *months, size_t i)
{
	return months->list[i].percent >= 0 && !months->list[i].few;
}

static bool overlap(const struct box *a, const struct box *b)
{
	return a->left < b->right && b->left < a->right && a->top < b->bottom && b->top < a->bottom;
}

/* Where a text of app-tiny is, its middle as near to x as the picture allows. */
static struct box text_box(double x, double y, const char *text)
{
	double half = letter * (double)text_length(text) / 2;

	if (x < LEFT + 2 + half)
		x = LEFT + 2 + half;
	if (x > CHART_WIDTH - half)
		x = CHART_WIDTH - half;
	return (struct box){ x - half, y - 10, x + half, y + 2 };
}

static void text_in(struct chart *chart, const struct box *box, const char *text)
{
	chart_text(chart, "app-tiny app-middle app-halo", (box->left + box->right) / 2,
		box->bottom - 2, text);
}

static bool on_grid(const struct months *months, const struct box *box)
{
	for (int i = 0; i <= 2; i++) {
		double at = months->zero - LINE_HEIGHT * i / 2.0;

		if (box->top - 1 < at && at < box->bottom + 1)
			return true;
	}
	return false;
}

static bool on_line(const struct months *months, const struct box *box)
{
	for (size_t i = 0; i < months->n; i++) {
		bool goes_on =
			i + 1 < months->n && is_joined(months, i) && is_joined(months, i + 1);

		if (months->list[i].percent < 0)
			continue;
		for (int part = 0; part < (goes_on ? SEGMENT_PARTS : 1); part++) {
			double share = (double)part / SEGMENT_PARTS, x = month_x(months, i),
			       y = percent_y(months, i);

			if (goes_on) {
				x += share * months->step;
				y += share * (percent_y(months, i + 1) - y);
			}
			if (box->left - 3 < x && x < box->right + 3 && box->top - 3 < y &&
				y < box->bottom + 3)
				return true;
		}
	}
	return false;
}

static bool is_free(const struct months *months, const struct box *box, bool on_grid_too)
{
	for (size_t i = 0; i < months->n_labels; i++)
		if (overlap(box, &months->labels[i]))
			return false;
	return box->bottom < months->zero && !on_line(months, box) &&
	       (on_grid_too || !on_grid(months, box));
}

/* A point's per cent above or below it, where it touches nothing; nowhere when there is no such
 * place, since the table has it. */
static void label_point(struct chart *chart, struct months *months, size_t i, bool low)
{
	static const double above[] = { -9, -6, 18, -14, 23, -19, 28 },
			    below[] = { 18, 15, -9, 23, -14, 28, -19 };
	const char *text = text_format(chart->ctx, "%d%%", months->list[i].percent);

	for (int on_grid_too = 0; on_grid_too <= 1; on_grid_too++)
		for (size_t at = 0; at < COUNT(above); at++) {
			double away = low ? below[at] : above[at];
			struct box box =
				text_box(month_x(months, i), percent_y(months, i) + away, text);

			if (!is_free(months, &box, on_grid_too))
				continue;
			months->labels[months->n_labels++] = box;
			text_in(chart, &box, text);
			return;
		}
}

/* First, last, highest and lowest, each once. */
static void label_line(struct chart *chart, struct months *months)
{
	size_t first = SIZE_MAX, last = 0, high = 0, low = 0;

	for (size_t i = 0; i < months->n; i++) {
		int percent = months->list[i].percent;

		if (!is_joined(months, i))
			continue;
		if (first == SIZE_MAX)
			first = high = low = i;
		last = i;
		high = percent > months->list[high].percent ? i : high;
		low = percent < months->list[low].percent ? i : low;
	}
	if (first == SIZE_MAX)
		return;
	label_point(chart, months, last, last == low && low != high);
	if (first != last)
		label_point(chart, months, first, first == low && low != high);
	if (high != first && high != last)
		label_point(chart, months, high, false);
	if (low != first && low != last && low != high)
		label_point(chart, months, low, true);
}

/* A line broken where a month has no per cent, or too few answers yet for one that means much. */
static void percent_line(struct chart *chart, struct months *months)
{
	struct buf path = { .ctx = chart->ctx };
	bool drawing = false;

	for (int i = 0; i <= 2; i++) {
		double at = months->zero - LINE_HEIGHT * i / 2.0;

		chart_rule(chart, i ? "app-axis app-axis--light" : "app-axis", LEFT, at,
			CHART_WIDTH - RIGHT, at);
		chart_text(chart, "app-tiny app-end", LEFT - 6, at + 4,
			text_format(chart->ctx, "%d%%", 50 * i));
	}
	for (size_t i = 0; i < months->n; i++) {
		if (months->list[i].percent >= 0)
			chart_dot(chart,
				months->list[i].so_far ? "app-dot app-dot--part" : "app-dot",
				month_x(months, i), percent_y(months, i));
		if (is_joined(months, i))
			buf_addf(&path, "%s%.1f %.1f", drawing ? " L" : " M", month_x(months, i),
				percent_y(months, i));
		drawing = is_joined(months, i);
	}
	if (path.len)
		chart_path(chart, "app-line", buf_text(&path));
	label_line(chart, months);
}

static struct box bar_box(const struct months *months, size_t i, int64_t most)
{
	/* Where months stand close, thin columns leave room for the numbers between them. */
	double width = months->step * (months->n > 12 ? 0.4 : 0.55),
	       x = month_x(months, i) - width / 2,
	       height = (double)months->list[i].n / (double)most * BARS_HEIGHT;

	return (struct box){ x, months->zero - height, x + width, months->zero };
}

/* The number above a column, unless it would lie on a neighbour. */
static void bar_number(struct chart *chart, const struct months *months, size_t i, int64_t most)
{
	const char *text = count_text(chart->ctx, months->list[i].n);
	struct box bar = bar_box(months, i, most),
		   box = text_box(month_x(months, i), bar.top - 4, text);

	for (size_t other = 0; other < months->n; other++) {
		bar = bar_box(months, other, most);
		if (other != i && overlap(&box, &bar))
			return;
	}
	text_in(chart, &box, text);
}

/* No rules here but the base: a column's number says more. */
static void response_bars(struct chart *chart, const struct months *months)
{
	int64_t most = 1;
	size_t each;

	for (size_t i = 0; i < months->n; i++)
		most = months->list[i].n > most ? months->list[i].n : most;
	each = every(months, letter * (double)text_length(count_text(chart->ctx, most)));
	chart_rule(chart, "app-axis", LEFT, months->zero, CHART_WIDTH - RIGHT, months->zero);
	for (size_t i = 0; i < months->n; i++) {
		struct box bar = bar_box(months, i, most);

		if (months->list[i].n > 0)
			chart_rectangle(chart,
				months->list[i].so_far ? "app-bar app-bar--part" : "app-bar",
				bar.left, bar.top, bar.right - bar.left, bar.bottom - bar.top);
		if (is_marked(months, i, each))
			bar_number(chart, months, i, most);
	}
}

/* The years below the months; the first is left out where it would touch the second. Gives the x of
 * the last. */
static double year_axis(struct chart *chart, const struct months *months, size_t each, double y)
{
	int64_t shown = -1;
	double x = 0;

	for (size_t i = 0; i < months->n; i++) {
		int64_t year = month_number(months->list[i].month) / 12;
		size_t next = i + 1;

		if (!is_marked(months, i, each) || year == shown)
			continue;
		while (next < months->n &&
			(!is_marked(months, next, each) ||
				month_number(months->list[next].month) / 12 == year))
			next++;
		shown = year;
		if (next < months->n && month_x(months, next) - month_x(months, i) < YEAR_WIDTH)
			continue;
		x = month_x(months, i);
		chart_text(chart, "app-tiny app-middle", x, y,
			text_format(chart->ctx, "%04d", (int)year));
	}
	return x;
}

static double month_axis(struct chart *chart, const struct months *months, double y)
{
	static const char *const names[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug",
		"Sep", "Oct", "Nov", "Dec" };
	size_t each = every(months, NAME_WIDTH), last = months->n - 1;
	double year_x;

	for (size_t i = 0; i < months->n; i++)
		if (is_marked(months, i, each))
			chart_text(chart, "app-tiny app-middle", month_x(months, i), y + 16,
				names[month_number(months->list[i].month) % 12]);
	year_x = year_axis(chart, months, each, y + 31);
	if (!months->list[last].so_far)
		return y + 36;
	/* Beside the year, or below it. */
	y += year_x + YEAR_WIDTH / 2.0 < CHART_WIDTH - SO_FAR_WIDTH ? 31 : 46;
	chart_text(chart, "app-tiny app-end", CHART_WIDTH, y, "so far");
	return y + 5;
}

static struct months months_at(const struct chart_month *list, size_t n, double zero)
{
	return (struct months){ .list = list,
		.n = n,
		.step = (double)(CHART_WIDTH - LEFT - RIGHT) / (double)n,
		.zero = zero };
}

void chart_month_columns(struct chart *chart, const struct chart_month *list, size_t n, double y)
{
	struct months months = months_at(list, n, y);

	response_bars(chart, &months);
}

double chart_month_axis(struct chart *chart, const struct chart_month *list, size_t n, double y)
{
	struct months months = months_at(list, n, y);

	return month_axis(chart, &months, y);
}

double chart_month_middle(size_t n, size_t i)
{
	struct months months = months_at(NULL, n, 0);

	return month_x(&months, i);
}

size_t chart_months_shown(const struct chart_month *list, size_t n)
{
	size_t shown = n < CHART_MONTHS_MAX ? n : CHART_MONTHS_MAX;

	while (shown > 0 && list[n - shown].n == 0)
		shown--;
	return shown;
}

void chart_months(TALLOC_CTX *ctx, struct tpl *page, const struct chart_words *words,
	const struct chart_month *list, size_t n, const char *percent_label)
{
	struct chart chart = chart_begin(ctx, page, words);
	size_t shown = chart_months_shown(list, n);
	struct months months = { .list = list + (n - shown), .n = shown };
	double y = 0;

	if (shown == 0) {
		chart_end(&chart, 1);
		return;
	}
	months.step = (double)(CHART_WIDTH - LEFT - RIGHT) / (double)shown;
	if (percent_label) {
		chart_text(&chart, "app-small app-value", 0, y + 14, percent_label);
		months.zero = y + HEADING + LINE_HEIGHT;
		percent_line(&chart, &months);
		y = months.zero + 14;
	}
	chart_text(&chart, "app-small app-value", 0, y + 14, "Responses");
	months.zero = y + HEADING + BARS_HEIGHT;
	response_bars(&chart, &months);
	chart_end(&chart, month_axis(&chart, &months, months.zero));
}
