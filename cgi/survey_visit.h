/* survey_visit.h: one respondent's way through a survey. What was answered so far travels with the
 * form, sealed; the server keeps nothing, so a page left for a day still sends, and any worker can
 * take the next step. */
#ifndef SURVEY_VISIT_H
#define SURVEY_VISIT_H

#include "survey.h"

enum { VISIT_TOKEN_BYTES = 16, VISIT_GRACE_SECONDS = 24 * 60 * 60 };
/* Places besides the pages 1..n_pages. */
enum { VISIT_START = 0, VISIT_CHECK = -1 };

struct visit {
	const struct survey *survey; /* the version this visit began with */
	struct form *form;           /* everything typed so far, raw */
	uint8_t token[VISIT_TOKEN_BYTES];
	int64_t begun;    /* seconds; travels in the seal, is never stored */
	int64_t step;     /* grows with every page shown */
	uint64_t seen[4]; /* pages that were passed without errors (bit a page) */
	bool checking;    /* a Change link was followed: afterwards back to the check page */
	const char *state, *mark; /* as the page shows them */
};

/* A visit that begins now. */
struct visit *visit_new(struct req *, const struct survey *);
/* The visit sealed in the form's `state`; NULL when it is not one of this survey, altered, or of a
 * key long gone. */
struct visit *visit_open(struct req *, const struct survey *current);
/* The form's `state`. What the page `shown` asks (NULL: none) is left out, since its own fields
 * bring it: so the largest form still fits what nginx takes. */
const char *visit_seal(struct req *, const struct visit *, const struct survey_page *shown);
/* Same for all pages of one visit, and of no use to anybody else; lets the page's script tell
 * visits apart. */
const char *visit_mark(struct req *, const struct visit *);
/* May this visit still send? Whoever began before a survey closed has a day to finish. */
bool visit_may_send(const struct visit *, int64_t now);

bool visit_page_due(const struct visit *, int64_t page);
/* Takes what was typed on a page. Where that makes another question due, its page counts as not yet
 * passed. */
void visit_take(struct visit *, int64_t page, const struct params *body);
void visit_pass(struct visit *, int64_t page); /* this page had no errors */
/* Where Continue leads from `page`: a page, VISIT_CHECK, or 0 when there is nothing more to ask. */
int64_t visit_next(struct visit *, int64_t page);
int64_t visit_previous(const struct visit *, int64_t page); /* a page, or VISIT_START */
/* The first page with an error, its errors set; 0 when all is well. */
int64_t visit_first_wrong(struct visit *);
/* Names the response: what response_add takes. */
void visit_submission(const struct visit *, uint8_t submission[16]);
#endif
