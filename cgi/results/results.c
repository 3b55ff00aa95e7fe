/* results.c: the results of a survey: figures and pictures, and the same as CSV. Staff. */
#include "audit.h"
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
	if (all->n_months)
		tpl_set(tpl_add(r->page, M_HAS_PERIOD), M_PERIOD,
			months_text(
				r->ctx, all->months[0].iso, all->months[all->n_months - 1].iso));
	tpl_set(r->page, M_AS_AT, time_text(r->ctx, r->now));
	tpl_show_if(r->page, M_ROUNDED, all->responses > 0);
	headline(r, all);
	tpl_show_if(r->page, M_NONE, all->responses == 0);
	results_show_months(r, all, r->page);
	for (size_t i = 0; i < all->n; i++)
		result_show(r, &s, all, &all->list[i], r->page);
	return page_show(r, 200, T_results_view, text_format(r->ctx, "Results: %s", s.title));
}

/* One line of results.csv: how many gave an answer, out of how many. */
struct line {
	const char *question, *answer;
	const char *month; /* NULL: of the whole time */
	int64_t n, base;   /* base 0: nothing to be a share of */
	bool rest;         /* those who are not in the base: no per cent */
};

static void add_line(struct csv *csv, struct line line)
{
	int percent = line.rest ? -1 : chart_percent(line.n, line.base);

	csv_words(csv, line.question);
	csv_words(csv, line.answer);
	csv_words(csv, line.month);
	csv_number(csv, line.n);
	if (percent < 0)
		csv_empty(csv);
	else
		csv_number(csv, percent);
	if (line.base > 0)
		csv_number(csv, line.base);
	else
		csv_empty(csv);
	csv_end(csv);
}

static void grid_lines(TALLOC_CTX *ctx, struct csv *csv, const struct result *result)
{
	const struct field *f = result->field;

	for (size_t row = 0; row < f->n_rows; row++) {
		const char *name = text_format(ctx, "%s – %s", f->label, f->rows[row].label);
		int64_t asked = result->row_asked[row], base = result->row_bases[row];

		for (size_t i = 0; i < f->n_choices; i++)
			add_line(
				csv, (struct line){ name, f->choices[i].label, NULL,
					     result->counts[row * f->n_choices + i], base, false });
		if (asked > base)
			add_line(csv, (struct line){ name, "Not answered", NULL, asked - base,
					      asked, true });
	}
}

static void result_lines(TALLOC_CTX *ctx, struct csv *csv, const struct result *result)
{
	const struct field *f = result->field;
	struct chart_bar *bars = NULL;
	int64_t asked = result->asked, answered = result->answered;
	size_t n = 0;

	if (f->type == FIELD_GRID) {
		grid_lines(ctx, csv, result);
		return;
	}
	if (is_text(f))
		add_line(csv, (struct line){ f->label, "Answered", NULL, answered, asked, false });
	else if (has_choices(f))
		for (size_t i = 0; i < f->n_choices; i++)
			add_line(csv, (struct line){ f->label, f->choices[i].label, NULL,
					      result->counts[i], result_base(result), false });
	else
		bars = value_bars(ctx, result, &n);
	for (size_t i = 0; i < n; i++)
		add_line(csv,
			(struct line){ f->label, bars[i].label, NULL, bars[i].n, answered, false });
	if (asked > answered)
		add_line(csv, (struct line){ f->label, "Not answered", NULL, asked - answered,
				      asked, true });
}

/* The responses of the whole time (month NULL) or of one month; of the Friends and Family Test what
 * it comes to. */
static void sums(struct csv *csv, const struct results *all, const char *month, int64_t responses,
	int64_t answers, int64_t positive, int64_t negative)
{
	add_line(csv, (struct line){ "Responses", "", month, responses, 0, false });
	if (!all->overall)
		return;
	add_line(csv, (struct line){ "Positive (very good and good, of all answers)", "", month,
			      positive, answers, false });
	add_line(csv, (struct line){ "Negative (very poor and poor, of all answers)", "", month,
			      negative, answers, false });
}

/* Oldest first, as a spreadsheet draws it. */
static void month_lines(struct csv *csv, const struct results *all)
{
	for (size_t at = 0; at < all->n_months; at++) {
		const struct result_month *month = &all->months[at];
		const struct field *f = all->overall ? all->overall->field : NULL;

		if (month->folded)
			continue;
		sums(csv, all, month->iso, month->responses, month->answers, month->positive,
			month->negative);
		for (size_t i = 0; f && i < f->n_choices; i++)
			add_line(csv, (struct line){ f->label, f->choices[i].label, month->iso,
					      month->counts[i], month->answers, false });
	}
}

/* GET /surveys/:slug/results.csv: one table, its month empty where a line is of the whole time. */
int results_csv(struct req *r)
{
	static const char *const heads[] = { "Question", "Answer", "Month", "Number", "Per cent",
		"Out of" };
	struct csv csv = { .out = &r->content };
	struct staff_survey s;

	if (!staff_survey_get(r, &s))
		return not_found(r);
	const struct results *all = results_read(r, &s);

	audit(r, AUDIT_EXPORT, "survey", s.slug, audit_fact(NULL, "file", "results.csv"));
	r->type = CSV_TYPE;
	header_add(r, "Content-Disposition",
		text_format(r->ctx, "attachment; filename=\"%s-results.csv\"", s.slug));
	buf_adds(&r->content, CSV_BOM);
	for (size_t i = 0; i < COUNT(heads); i++)
		csv_words(&csv, heads[i]);
	csv_end(&csv);
	sums(&csv, all, NULL, all->responses, all->answers, all->positive, all->negative);
	for (size_t i = 0; i < all->n; i++)
		result_lines(r->ctx, &csv, &all->list[i]);
	month_lines(&csv, all);
	return 200;
}
