/* chart_funnel.c: the geometry of a funnel plot. */
#include <math.h>
#include "chart_draw.h"
#include "params.h"

/* Units of the picture. */
enum {
	LEFT = 34,
	RIGHT = 12,
	TOP = 30,
	HEIGHT = 220,
	CURVE = 60, /* points of a limit's line */
	MARKS = 5,  /* at most, of an axis */
	LABELS_MOST = 12,
	LINE = 20
};
static const double letter = 6.6; /* the mean width of app-tiny's letters */

struct box {
	double left, top, right, bottom;
};

struct funnel {
	struct chart chart;
	const struct chart_funnel *of;
	double x_most, y_most;
	int64_t x_step, y_step; /* y in tenths */
	struct box labels[LABELS_MOST];
	size_t n_labels;
};

static double at_x(const struct funnel *f, double size)
{
	return LEFT + (CHART_WIDTH - LEFT - RIGHT) * size / f->x_most;
}

static double at_y(const struct funnel *f, double rate)
{
	return TOP + HEIGHT - HEIGHT * (rate > f->y_most ? f->y_most : rate) / f->y_most;
}

/* The axes end at a mark. */
static void scale(struct funnel *f)
{
	double x = 1, y = f->of->mean * 2;
	int64_t x_steps, y_steps;

	for (size_t i = 0; i < f->of->n; i++) {
		x = f->of->units[i].size > x ? f->of->units[i].size : x;
		y = f->of->units[i].rate > y ? f->of->units[i].rate : y;
	}
	f->x_step = chart_step(0, (int64_t)x, MARKS);
	f->y_step = chart_step(0, (int64_t)(y * 10) + 1, MARKS);
	x_steps = (int64_t)x / f->x_step + 1;
	y_steps = (int64_t)(y * 10) / f->y_step + 1;
	f->x_most = (double)(x_steps * f->x_step);
	f->y_most = (double)(y_steps * f->y_step) / 10;
}

static void axes(struct funnel *f)
{
	struct chart *chart = &f->chart;
	double bottom = TOP + HEIGHT;

	chart_text(chart, "app-small app-value", 0, 14, f->of->y);
	for (int64_t tenths = 0; (double)tenths / 10 <= f->y_most; tenths += f->y_step) {
		double y = at_y(f, (double)tenths / 10);

		chart_rule(chart, tenths ? "app-axis app-axis--light" : "app-axis", LEFT, y,
			CHART_WIDTH - RIGHT, y);
		chart_text(chart, "app-tiny app-end", LEFT - 6, y + 4,
			text_format(chart->ctx, "%g", (double)tenths / 10));
	}
	for (int64_t size = 0; (double)size <= f->x_most; size += f->x_step) {
		double x = at_x(f, (double)size);

		chart_rule(chart, "app-axis", x, bottom, x, bottom + 4);
		chart_text(chart,
			(double)size >= f->x_most ? "app-tiny app-end" : "app-tiny app-middle",
			(double)size >= f->x_most ? CHART_WIDTH : x, bottom + 17,
			count_text(chart->ctx, size));
	}
	chart_text(chart, "app-small app-value app-end", CHART_WIDTH, bottom + 36, f->of->x);
}

/* One limit over all sizes; above the picture's top it is not drawn. */
static void limit(struct funnel *f, double z, bool upper, const char *class)
{
	struct buf path = { .ctx = f->chart.ctx };
	bool drawing = false;

	for (int i = 1; i <= CURVE; i++) {
		/* Close together where the funnel is steep. */
		double size = f->x_most * i * i / (CURVE * CURVE), low, high, rate;

		poisson_limits(f->of->mean * size / f->of->per, z, &low, &high);
		rate = (upper ? high : low) * f->of->per / size;
		if (rate <= f->y_most)
			buf_addf(&path, "%s%.1f %.1f", drawing ? " L" : " M", at_x(f, size),
				at_y(f, rate));
		drawing = rate <= f->y_most;
	}
	if (path.len)
		chart_path(&f->chart, class, buf_text(&path));
}

static bool is_free(const struct funnel *f, const struct box *box)
{
	if (box->left < LEFT || box->right > CHART_WIDTH || box->top < TOP - 12 ||
		box->bottom > TOP + HEIGHT - 2)
		return false;
	for (size_t i = 0; i < f->n_labels; i++)
		if (box->left < f->labels[i].right && f->labels[i].left < box->right &&
			box->top < f->labels[i].bottom && f->labels[i].top < box->bottom)
			return false;
	for (size_t i = 0; i < f->of->n; i++) {
		double x = at_x(f, f->of->units[i].size), y = at_y(f, f->of->units[i].rate);

		if (box->left - 5 < x && x < box->right + 5 && box->top - 5 < y &&
			y < box->bottom + 5)
			return false;
	}
	return true;
}

/* A dot's name, above, below or beside it; nowhere when it would touch something: the table has it.
 */
static void label_unit(struct funnel *f, const struct chart_unit *unit)
{
	double width = letter * (double)text_length(unit->label), x = at_x(f, unit->size),
	       y = at_y(f, unit->rate);
	const double places[][2] = { { x - width / 2, y - 10 }, { x - width / 2, y + 19 },
		{ x + 10, y + 4 }, { x - 10 - width, y + 4 }, { x + 4, y - 14 },
		{ x - width - 4, y - 14 }, { x + 4, y + 24 }, { x - width - 4, y + 24 } };

	for (size_t i = 0; f->n_labels < LABELS_MOST && i < COUNT(places); i++) {
		struct box box = { places[i][0], places[i][1] - 10, places[i][0] + width,
			places[i][1] + 3 };

		if (!is_free(f, &box))
			continue;
		f->labels[f->n_labels++] = box;
		chart_text(&f->chart,
			unit->own ? "app-tiny app-halo app-value" : "app-tiny app-halo",
			places[i][0], places[i][1], unit->label);
		return;
	}
}

/* The reader's own stands above the others, and is named first. */
static void units(struct funnel *f)
{
	for (int own = 0; own <= 1; own++)
		for (size_t i = 0; i < f->of->n; i++)
			if (f->of->units[i].own == own)
				chart_dot(&f->chart,
					own ? "app-dot app-dot--own" : "app-dot app-dot--one",
					at_x(f, f->of->units[i].size),
					at_y(f, f->of->units[i].rate));
	for (int own = 1; own >= 0; own--)
		for (size_t i = 0; i < f->of->n; i++)
			if (f->of->units[i].own == own && f->of->units[i].label)
				label_unit(f, &f->of->units[i]);
}

static double key(struct funnel *f, double y)
{
	static const struct {
		const char *class, *text;
	} lines[] = { { "app-line--median", "All of them together" },
		{ "app-line--limit", "95% of practices are between these by chance alone" },
		{ "app-line--wide", "99.8% are between these" } };

	for (size_t i = 0; i < COUNT(lines); i++) {
		chart_path(
			&f->chart, lines[i].class, text_format(f->chart.ctx, "M0 %.1f H28", y - 4));
		chart_text(&f->chart, "app-tiny", 36, y, lines[i].text);
		y += LINE;
	}
	return y;
}

void chart_funnel(TALLOC_CTX *ctx, struct tpl *page, const struct chart_words *words,
	const struct chart_funnel *of)
{
	struct funnel f = { .chart = chart_begin(ctx, page, words), .of = of };

	scale(&f);
	axes(&f);
	for (int upper = 0; upper <= 1; upper++) {
		limit(&f, FUNNEL_95, upper, "app-line--limit");
		limit(&f, FUNNEL_998, upper, "app-line--wide");
	}
	chart_path(&f.chart, "app-line--median",
		text_format(ctx, "M%d %.1f H%d", LEFT, at_y(&f, of->mean), CHART_WIDTH - RIGHT));
	units(&f);
	chart_end(&f.chart, key(&f, TOP + HEIGHT + 62) - LINE + 6);
}
