/* trends.h: trends of incident reports: what is asked for, and its parts. They are read from totals
 * (incident_fold.h), so that a hundred thousand reports cost what a thousand do. */
#ifndef TRENDS_H
#define TRENDS_H

#include "chart.h"
#include "csv.h"
#include "incident.h"

enum { TRENDS_MONTHS = 12, TRENDS_MONTHS_MOST = CHART_MONTHS_MAX, TRENDS_FOLD = 2000 };

/* Whose reports, of which months. */
struct trends {
	const char *scope; /* incident_total.scope */
	int64_t scope_id;
	const char *of, *of_name; /* the organisation that it is narrowed to; "": none */
	bool of_practice;         /* which reported; otherwise it was reported about */
	bool manager;             /* numbers lead to the queue */
	int64_t first, last, now; /* months, month_number() */
	const char *since, *until;
};

/* trends.c: reads the address. */
struct trends trends_read(struct req *);
/* The same of the practice alone that the reader acts for. */
void trends_own(struct req *, struct trends *);
/* The months and, for who reads all reports, the organisation: the form at the page's head. */
void trends_form(struct req *, const struct trends *, bool organisations);
/* "?from=…&until=…&of=…" of the same, with one more parameter when name is not NULL. */
const char *trends_query(struct req *, const struct trends *, const char *name, const char *value);
/* The day before a month begins: "2026-10-31". */
const char *trends_last_day(TALLOC_CTX *, int64_t month);

/* trends_show.c: one more {{>SECTION}} of the page each. */
void trends_show_months(struct req *, const struct trends *);
void trends_show_values(struct req *, const struct trends *);

/* trends_practices.c: the practice among its peer group. */
void trends_show_peers(struct req *, const struct trends *);
/* The same as rows of a file. */
void trends_peers_csv(struct req *, struct csv *);

/* trends_words.c: the values of a dimension, in order, and in words. Pure. */
enum trends_chart {
	TRENDS_KIND,
	TRENDS_ABOUT,
	TRENDS_PHYSICAL,
	TRENDS_PSYCHOLOGICAL,
	TRENDS_THEME,
	TRENDS_PROVIDER,
	TRENDS_STATE,
	TRENDS_LOOK,
	TRENDS_CLOSE,
	TRENDS_CHARTS
};
struct trends_chart_words {
	const char *dimension, *heading, *column;
	const char *filter; /* of the queue; NULL: none narrows it so */
	bool ranges;        /* values are numbers, gathered into ranges */
};
extern const struct trends_chart_words trends_charts[TRENDS_CHARTS];
/* How many lines a chart has whose values are known beforehand; the i-th, and its label. */
size_t trends_lines(enum trends_chart);
const char *trends_line_code(enum trends_chart, size_t i);
const char *trends_line_label(enum trends_chart, size_t i);
/* The line of a value; trends_lines() for none. */
size_t trends_line_of(enum trends_chart, const char *value);
/* A value that is a number; -1 for none. */
int trends_number(const char *value);
/* The median of values that are numbers; -1 when there are none. counts has `most` + 1 places. */
double trends_median(const int64_t *counts, size_t most);
#endif
