/* results.c: the results of a survey: figures and pictures, and the same as CSV. Staff. */
#include "csv.h"
#include "pages.h"
#include "results.h"

static void headline(struct req *r, const struct results *all)
{
	struct tpl *fft;

	tpl_count(r->page, M_RESPONSES, all->responses);
	if (!all->fft)
		return;
	fft = tpl_add(r->page, M_FFT);
	tpl_set(fft, M_POSITIVE, percent_text(r->ctx, all->positive, all->answers));
	tpl_set(fft, M_NEGATIVE, percent_text(r->ctx, all->negative, all->answers));
	tpl_show(r->page, M_FFT_RULE);
}

/* "June 2025 to May 2026", of the responses there are. */
static const char *period(TALLOC_CTX *ctx, const struct results *all)
{
	const char *first, *last;

	if (all->n_months == 0)
		return NULL;
	first = month_text(ctx, all->months[0].month);
	last = month_text(ctx, all->months[all->n_months - 1].month);
	return all->n_months == 1 ? first : text_format(ctx, "%s to %s", first, last);
}

/* GET /surveys/:slug/results */
int results_view(struct req *r)
{
	struct staff_survey s;

	if (!staff_survey_get(r, &s))
		return not_found(r);
	const struct results *all = results_read(r, &s);

	tpl_set(r->page, M_SLUG, s.slug);
	tpl_set(r->page, M_SURVEY_TITLE, s.title);
	tpl_set(r->page, M_ASKED_BY, s.asked_by);
	tpl_optional(r->page, M_HAS_PERIOD, M_PERIOD, period(r->ctx, all));
	headline(r, all);
	tpl_show_if(r->page, M_NONE, all->responses == 0);
	results_show_months(r, all, r->page);
	for (size_t i = 0; i < all->n; i++)
		result_show(r, &s, all, &all->list[i], r->page);
	return page_show(r, 200, T_results_view, text_format(r->ctx, "Results: %s", s.title));
}

static void line(struct csv *csv, const char *question, const char *answer, int64_t n, int64_t base)
{
	int percent = chart_percent(n, base);

	csv_words(csv, question);
	csv_words(csv, answer);
	csv_number(csv, n);
	if (percent < 0)
		csv_empty(csv);
	else
		csv_number(csv, percent);
	csv_end(csv);
}

static void grid_lines(TALLOC_CTX *ctx, struct csv *csv, const struct result *result)
{
	const struct field *f = result->field;

	for (size_t row = 0; row < f->n_rows; row++)
		for (size_t i = 0; i < f->n_choices; i++)
			line(csv, text_format(ctx, "%s – %s", f->label, f->rows[row].label),
				f->choices[i].label, result->counts[row * f->n_choices + i],
				result->row_bases[row]);
}

static void result_lines(TALLOC_CTX *ctx, struct csv *csv, const struct result *result)
{
	const struct field *f = result->field;
	struct chart_bar *bars = NULL;
	size_t n = 0;

	if (f->type == FIELD_GRID)
		grid_lines(ctx, csv, result);
	else if (is_text(f))
		line(csv, f->label, "Answered", result->answered, result->asked);
	else if (has_choices(f))
		for (size_t i = 0; i < f->n_choices; i++)
			line(csv, f->label, f->choices[i].label, result->counts[i],
				result_base(result));
	else
		bars = value_bars(ctx, result, &n);
	for (size_t i = 0; i < n; i++)
		line(csv, f->label, bars[i].label, bars[i].n, result->answered);
	if (result->asked > result->answered)
		line(csv, f->label, "Not answered", result->asked - result->answered, 0);
}

/* GET /surveys/:slug/results.csv */
int results_csv(struct req *r)
{
	static const char *const heads[] = { "Question", "Answer", "Number", "Per cent" };
	struct csv csv = { .out = &r->content };
	struct staff_survey s;

	if (!staff_survey_get(r, &s))
		return not_found(r);
	const struct results *all = results_read(r, &s);

	r->type = CSV_TYPE;
	header_add(r, "Content-Disposition",
		text_format(r->ctx, "attachment; filename=\"%s-results.csv\"", s.slug));
	buf_adds(&r->content, CSV_BOM);
	for (size_t i = 0; i < COUNT(heads); i++)
		csv_words(&csv, heads[i]);
	csv_end(&csv);
	line(&csv, "Responses", "", all->responses, 0);
	if (all->fft) {
		line(&csv, "Positive (very good and good, of all answers)", "", all->positive,
			all->answers);
		line(&csv, "Negative (very poor and poor, of all answers)", "", all->negative,
			all->answers);
	}
	for (size_t i = 0; i < all->n; i++)
		result_lines(r->ctx, &csv, &all->list[i]);
	return 200;
}
