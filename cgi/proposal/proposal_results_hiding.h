/* proposal_results_hiding.h: the numbers of a result and their sums, which proposal_results_hide.c
 * looks at. Pure. */
#ifndef PROPOSAL_RESULTS_HIDING_H
#define PROPOSAL_RESULTS_HIDING_H

#include "buf.h"
#include "proposal_results.h"
#include "solve.h"

struct figure {
	const char *key; /* what it is of, in whichever publication */
	json_t *in;      /* an array, or an object; NULL: it is not shown */
	size_t at;       /* place in the array */
	int64_t n;
	int64_t seen; /* quotations of it, or people who are named in them */
	bool hidden;
	bool changed; /* by a few since it was published */
	bool named;   /* made of responses alone that may be published by name: nobody's secret */
};

struct hiding {
	TALLOC_CTX *ctx;
	struct figure *figures;
	struct solve_sum *sums;
	size_t n, n_sums;
	size_t n_said; /* figures that people made; themes follow */
	json_t *was;   /* of each earlier publication { key: number }, null where it was hidden */
	bool said;     /* people said something else since the first of them */
};

/* What people said first, then what staff made of it. */
void hiding_collect(struct hiding *, json_t *results);

/* The number in an array, or of an object with "n"; null: it is hidden. */
const json_t *figure_value(json_t *in, size_t at);

/* Of numbers and dates, whose ranges follow what was answered. */
bool result_is_ranges(const json_t *question);
#endif
