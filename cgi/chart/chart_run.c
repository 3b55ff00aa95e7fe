/* chart_run.c: the geometry of a run chart: columns of months, their median, and the runs that are
 * a sign. */
#include "chart_draw.h"
#include "params.h"

/* Units of the picture. */
enum { KEY = 18, BRACKET = 22, NUMBERS = 20, TICK = 4 };

/* The three kinds of runs, each on a line of its own above the columns. */
enum sign { HIGHER, LOWER, TREND, SIGNS };
static const char *const sign_words[] = { "Shift up", "Shift down", "Trend" };

static bool has(const struct run_point *point, enum sign sign)
{
	if (sign == TREND)
		return point->trend;
	return point->shift && point->above == (sign == HIGHER);
}

/* One run from the month `from` to before `end`; the words as near to its middle as the picture
 * allows. */
static void bracket(
	struct chart *chart, size_t n, size_t from, size_t end, double y, enum sign sign)
{
	double left = chart_month_middle(n, from) - 6, right = chart_month_middle(n, end - 1) + 6,
	       middle = (left + right) / 2, half = 3.6 * (double)text_length(sign_words[sign]);

	chart_path(chart, "app-line--sign",
		text_format(chart->ctx, "M%.1f %.1f V%.1f H%.1f V%.1f", left, y + TICK, y, right,
			y + TICK));
	if (middle > CHART_WIDTH - half)
		middle = CHART_WIDTH - half;
	chart_text(chart, "app-tiny app-middle app-halo", middle, y - 4, sign_words[sign]);
}

/* Brackets of one kind; false: there is none. Points that were skipped stand inside a run. */
static bool brackets(
	struct chart *chart, const struct run_point *points, size_t n, double y, enum sign sign)
{
	size_t from = n, end = n;
	bool any = false;

	for (size_t i = 0; i <= n; i++) {
		bool goes_on = i < n && has(&points[i], sign);
		bool breaks =
			i == n || (!goes_on && !points[i].left_out &&
					  (points[i].shift || points[i].trend || end + 2 <= i));

		if (goes_on) {
			from = from == n ? i : from;
			end = i + 1;
		} else if (breaks && from < n) {
			bracket(chart, n, from, end, y, sign);
			any = true;
			from = n;
		}
	}
	return any;
}

/* Half as wide as a column's number, where the median would cross it; 0: it does not. */
static double crossed(
	struct chart *chart, const struct chart_month *month, int64_t most, double above)
{
	double top = (double)month->n / (double)most * CHART_COLUMNS_HEIGHT;

	if (above < top + 1 || above > top + 16)
		return 0;
	return 4.2 * (double)text_length(count_text(chart->ctx, month->n)) + 2;
}

/* The median across all columns, but for their numbers; and what it is at the picture's head. */
static void median_line(struct chart *chart, const struct chart_month *list, size_t n,
	const struct run *run, double zero)
{
	struct buf path = { .ctx = chart->ctx };
	int64_t most = 1;
	double above;

	for (size_t i = 0; i < n; i++)
		most = list[i].n > most ? list[i].n : most;
	above = run->median / (double)most * CHART_COLUMNS_HEIGHT;
	buf_addf(&path, "M%d %.1f", CHART_COLUMNS_LEFT, zero - above);
	for (size_t i = 0; i < n; i++) {
		double half = crossed(chart, &list[i], most, above), x = chart_month_middle(n, i);

		if (half > 0)
			buf_addf(&path, " H%.1f M%.1f %.1f", x - half, x + half, zero - above);
	}
	buf_addf(&path, " H%d", CHART_WIDTH - CHART_COLUMNS_RIGHT);
	chart_path(chart, "app-line--median", buf_text(&path));
	chart_path(chart, "app-line--median",
		text_format(chart->ctx, "M%d 9 H%d", CHART_WIDTH - 136, CHART_WIDTH - 98));
	chart_text(chart, "app-small app-end", CHART_WIDTH, 14,
		text_format(chart->ctx, "median %g", run->median));
}

void chart_run(TALLOC_CTX *ctx, struct tpl *page, const struct chart_words *words,
	const struct chart_month *list, const struct run_point *points, size_t n,
	const struct run *run)
{
	struct chart chart = chart_begin(ctx, page, words);
	double y = KEY, zero;

	chart_text(&chart, "app-small app-value", 0, 14, "Reports");
	for (int sign = 0; run->has_median && sign < SIGNS; sign++)
		if (brackets(&chart, points, n, y + BRACKET, (enum sign)sign))
			y += BRACKET + TICK;
	zero = y + NUMBERS + CHART_COLUMNS_HEIGHT;
	chart_month_columns(&chart, list, n, zero);
	if (run->has_median)
		median_line(&chart, list, n, run, zero);
	chart_end(&chart, chart_month_axis(&chart, list, n, zero));
}
