/* review_scores.h: the criteria of a review, what each scored alone, and what was agreed on. */
#ifndef REVIEW_SCORES_H
#define REVIEW_SCORES_H

#include "review.h"
#include "review_mean.h"

/* In their order; a field of a form names one by its place, from 1. */
struct review_criterion {
	int64_t id, weight;
	const char *name, *help, *evidence;
	const char *scale[REVIEW_SCORE_MOST + 1];
};
struct review_criteria_list {
	struct review_criterion *list;
	size_t n;
	int64_t weights; /* of all */
};
struct review_criteria_list review_criteria_of(struct req *, const struct q_review_by_ref *);
/* Which of them has this id; n for none. */
size_t review_criterion_index(const struct review_criteria_list *, int64_t id);

/* What was agreed on, one for each criterion; score -1 and "" where nothing was yet. mean: of all,
 * in hundredths, -1 while one is missing. */
struct review_agreed {
	int score;
	const char *reason, *who;
};
struct review_agreed_list {
	struct review_agreed *list;
	int64_t mean;
};
struct review_agreed_list review_agreed_of(
	struct req *, const struct q_review_by_ref *, const struct review_criteria_list *);
/* "3.25 of 4 (81%)"; "" for -1. */
const char *review_mean_text(TALLOC_CTX *, int64_t mean);
/* "3.25" of hundredths, written the same everywhere. */
const char *review_mean_number(TALLOC_CTX *, int64_t mean);
/* "3: All of it". */
const char *review_score_words(TALLOC_CTX *, const struct review_criterion *, int score);

/* The choices 0 to 4 of a criterion, with its words, from 4 down. */
const struct choice *review_score_choices(TALLOC_CTX *, const struct review_criterion *);
/* A pair of fields for each criterion: score_1, reason_1 and so on. required: both are due. */
enum { REVIEW_REASON_LENGTH = 3000 };
void review_score_fields(
	TALLOC_CTX *, const struct review_criteria_list *, bool required, struct field *);

/* Each criterion's single scores, side by side, and what was agreed on: {{#SCORE_ROW}}… of t, and
 * {{#DIFFERS}} where they are far apart. Nothing before all have sent. */
struct review_given {
	int64_t criterion_id;
	const char *name, *reason;
	int score;
};
struct review_given *review_given_of(struct req *, int64_t review_id, size_t *n);
void review_given_show(struct req *, const struct review_criterion *, const struct review_given *,
	size_t n, struct tpl *t);

/* An attempt that the rules refuse: it is recorded, and the page says why. */
int review_refused(struct req *, const struct q_review_by_ref *, const char *why);
#endif
