/* chart_draw.c: hands the shapes of a picture to templates/chart_svg.tpl. */
#include "chart_draw.h"

struct chart chart_begin(TALLOC_CTX *ctx, struct tpl *page, const struct chart_words *words)
{
	struct chart chart = { ctx, tpl_include(page, M_CHART, T_chart_svg) };

	tpl_set(chart.t, M_CHART_ID, words->id);
	tpl_set(chart.t, M_CHART_TITLE, words->title);
	tpl_set(chart.t, M_CHART_DESCRIPTION, words->description);
	tpl_int(chart.t, M_CHART_W, CHART_WIDTH);
	return chart;
}

void chart_end(struct chart *chart, double height)
{
	tpl_setf(chart->t, M_CHART_H, "%.0f", height);
}

void chart_rectangle(struct chart *chart, const char *class, double x, double y, double w, double h)
{
	struct tpl *t = tpl_add(chart->t, M_RECTANGLE);

	tpl_set(t, M_CLASS, class);
	tpl_setf(t, M_X, "%.1f", x);
	tpl_setf(t, M_Y, "%.1f", y);
	tpl_setf(t, M_W, "%.1f", w);
	tpl_setf(t, M_H, "%.1f", h);
}

void chart_rule(struct chart *chart, const char *class, double x1, double y1, double x2, double y2)
{
	struct tpl *t = tpl_add(chart->t, M_RULE);

	tpl_set(t, M_CLASS, class);
	tpl_setf(t, M_X, "%.1f", x1);
	tpl_setf(t, M_Y, "%.1f", y1);
	tpl_setf(t, M_X2, "%.1f", x2);
	tpl_setf(t, M_Y2, "%.1f", y2);
}

void chart_text(struct chart *chart, const char *class, double x, double y, const char *text)
{
	struct tpl *t = tpl_add(chart->t, M_WORDS);

	tpl_set(t, M_CLASS, class);
	tpl_setf(t, M_X, "%.1f", x);
	tpl_setf(t, M_Y, "%.1f", y);
	tpl_set(t, M_TEXT, text);
}

void chart_dot(struct chart *chart, const char *class, double x, double y)
{
	struct tpl *t = tpl_add(chart->t, M_DOT);

	tpl_set(t, M_CLASS, class);
	tpl_setf(t, M_X, "%.1f", x);
	tpl_setf(t, M_Y, "%.1f", y);
}

void chart_path(struct chart *chart, const char *class, const char *points)
{
	struct tpl *t = tpl_add(chart->t, M_PATH);

	tpl_set(t, M_CLASS, class);
	tpl_set(t, M_POINTS, points);
}
