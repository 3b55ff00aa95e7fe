/* fold.h: totals kept beside records, so that a page of figures reads no record. A change of a
 * record is noted as pending; a fold takes the record out of the totals as what it was counted
 * last, and puts it in as what it is. Other records are another struct fold_kind, and queries with
 * the names of FOLD_QUERIES. */
#ifndef FOLD_H
#define FOLD_H

#include <stddef.h>
#include "db.h"

/* A fold's work beside counting, in its transaction. ids: a JSON list of records, each once, in
 * order. */
typedef void fold_step(struct db *, TALLOC_CTX *, const char *ids);

struct fold_kind {
	const char *totals; /* in messages: "the totals of incidents" */
	/* in: most; out: pending_id, id, replaces (another record that it changes; 0: none) */
	const struct db_query *pending;
	const struct db_query *sum;             /* in: ids, times (1 or -1) */
	const struct db_query *forget, *count;  /* in: ids */
	const struct db_query *counted;         /* in: pending_ids */
	const struct db_query *empty;           /* totals that nothing is left of */
	const struct db_query *recount_totals;  /* all totals are gone, to be made again */
	const struct db_query *recount_counted; /* nothing is counted any more */
	const struct db_query *recount_ids;     /* in: after_id, most; out: id */
	const struct db_query *recount_sum;     /* out: total_rows, total_sum */
	fold_step *before, *after;              /* NULL: nothing to do */
};

/* The queries of sql/query whose names begin with `of`. */
#define FOLD_QUERIES(of)                                                                           \
	.pending = &q_##of##_fold_pending_def, .sum = &q_##of##_fold_sum_def,                      \
	.forget = &q_##of##_fold_forget_def, .count = &q_##of##_fold_count_def,                    \
	.counted = &q_##of##_fold_counted_def, .empty = &q_##of##_fold_empty_def,                  \
	.recount_totals = &q_##of##_recount_totals_def,                                            \
	.recount_counted = &q_##of##_recount_counted_def,                                          \
	.recount_ids = &q_##of##_recount_ids_def, .recount_sum = &q_##of##_recount_sum_def

/* Beside the kind: that they take and give what fold.c means. */
#define FOLD_QUERIES_FIT(of)                                                                       \
	_Static_assert(                                                                            \
		offsetof(struct q_##of##_fold_pending, pending_id) == 0 &&                         \
			offsetof(struct q_##of##_fold_pending, replaces) == 2 * sizeof(int64_t) && \
			offsetof(struct q_##of##_fold_sum_in, times) == sizeof(char *) &&          \
			sizeof(struct q_##of##_fold_count_in) == sizeof(char *) &&                 \
			sizeof(struct q_##of##_recount_ids) == sizeof(int64_t) &&                  \
			offsetof(struct q_##of##_recount_ids_in, most) == sizeof(int64_t) &&       \
			offsetof(struct q_##of##_recount_sum, total_sum) == sizeof(int64_t),       \
		"queries of " #of "_fold are not as fold.h says")

/* Counts up to `most` changes, in the caller's transaction, and gives how many there were. Where
 * two folds meet, the database makes one of them begin again. */
int64_t fold(struct db *, TALLOC_CTX *, const struct fold_kind *, int64_t most);
/* All that is pending, a batch a transaction; the last is not committed. */
bool fold_all(struct db *, TALLOC_CTX *, const struct fold_kind *);
/* This record is in no total any more: before it is destroyed. */
void fold_uncount(struct db *, TALLOC_CTX *, const struct fold_kind *, int64_t id);
/* `soundings tally`: counts all that is pending; with `rebuild` makes the totals again from the
 * records, and says whether they were right. Returns an exit status. */
int fold_tally(struct db *, TALLOC_CTX *, const struct fold_kind *, bool rebuild);
#endif
