/* results.h: the figures of a survey, made of its totals alone, so that a million responses cost
 * what a thousand do. */
#ifndef RESULTS_H
#define RESULTS_H

#include "chart.h"
#include "survey.h"

/* A survey that the person who asks may see. */
struct staff_survey {
	const char *slug, *title, *asked_by;
	int64_t survey_id, version, opens_at, closes_at, published_at;
	const struct survey *survey; /* its current version */
	const struct field
		*fields; /* the questions of all versions joined by code, the current one's first */
	size_t n_fields;
};

/* One value of a number or a month of a date, and how many gave it. */
struct result_value {
	int64_t value, n;
};

/* What was answered to one question. */
struct result {
	const struct field *field;
	size_t number;      /* 1 is the first question */
	int64_t asked;      /* to how many it was put */
	int64_t answered;   /* how many said something */
	int64_t *counts;    /* by choice; of a grid by row, then choice: counts[row * n_choices +
			       choice] */
	int64_t *row_asked; /* of a grid: to how many each row was put */
	int64_t *row_bases; /* and how many answered it */
	struct result_value
		*values; /* of numbers and dates, in order; a date's value is month_number() */
	size_t n_values;
};

/* One month; of the Friends and Family Test with its answers. */
struct result_month {
	const char *iso; /* "2026-03-01" */
	int64_t responses, answers, positive, negative;
	int64_t *counts; /* by choice of the question "overall" */
	bool so_far;     /* the month that it is now */
	bool folded;     /* one of a long run of months without responses */
};

struct results {
	int64_t responses;
	struct result *list; /* one for each field, in order */
	size_t n;
	struct result_month *months; /* from the first with a response to the last, the empty ones
					between as well */
	size_t n_months;
	bool fft;
	/* Of the Friends and Family Test: its question (otherwise NULL), and all its answers. */
	const struct result *overall;
	int64_t answers, positive, negative;
};

/* A number's figures; false when there are no answers. */
struct number_figures {
	int64_t count, smallest, largest;
	double mean, median;
};

enum { RESULTS_FOLD_AT = 1000, RESULTS_FOLD_MOST = 5000 };

/* results_db.c */
/* The survey that the address names; false when it is not there or not theirs (not_found is the
 * answer). */
bool staff_survey_get(struct req *, struct staff_survey *out);
/* Folds when more than `most` are pending, so that reading them stays cheap. */
void staff_survey_fold(struct req *, const struct staff_survey *, int64_t most);
const struct results *results_read(struct req *, const struct staff_survey *);

/* results_figures.c: pure. this_month: month_number() of now. */
const struct results *results_make(TALLOC_CTX *, const struct survey *, const struct field *,
	size_t n_fields, const struct tally *, int64_t this_month);
bool number_figures(const struct result *, struct number_figures *out);
/* Bars over a number's values: one each while at most CHART_VALUES_MAX lie between the smallest and
 * the largest, otherwise at most CHART_RANGES_MAX, nought by itself when it is the smallest; or
 * over a date's months, years or tens of years. */
struct chart_bar *value_bars(TALLOC_CTX *, const struct result *, size_t *n);
/* "Answered by 12 of 12.", with the condition and what the per cents are of. */
const char *base_sentence(TALLOC_CTX *, const struct results *, const struct result *);
/* What 100% is: of checkboxes those asked, otherwise those who answered. */
int64_t result_base(const struct result *);
bool is_text(const struct field *);
bool is_number(const struct field *);
bool has_choices(const struct field *); /* one level: radios, checkboxes, select, yes/no */

/* results_months.c: pure. The second for a picture. */
void results_by_month(TALLOC_CTX *, struct results *, const struct tally *, int64_t this_month);
const struct chart_month *results_chart_months(TALLOC_CTX *, const struct results *);

/* results_show.c */
/* At most one decimal, and none when it would be nought. */
const char *number_text(TALLOC_CTX *, double);
/* One more {{>QUESTION}} of the page. */
void result_show(struct req *, const struct staff_survey *, const struct results *,
	const struct result *, struct tpl *page);
void results_show_months(struct req *, const struct results *, struct tpl *page);
/* "June 2025 to May 2026" */
const char *months_text(TALLOC_CTX *, const char *first, const char *last);
#endif
