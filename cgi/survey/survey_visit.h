/* survey_visit.h: one respondent's way through a survey. What was answered so far travels with the
 * form, sealed; the server keeps nothing, so a page left for a day still sends, and any worker can
 * take the next step. */
#ifndef SURVEY_VISIT_H
#define SURVEY_VISIT_H

#include "survey.h"

/* STATE_MOST: what is sealed leaves room, in the 64 KB that nginx takes, for the page that comes
 * with it. A survey's answers never reach it (survey_questions.c); the points of a proposal can. */
enum { VISIT_TOKEN_BYTES = 16, VISIT_GRACE_SECONDS = 24 * 60 * 60, VISIT_STATE_MOST = 44 * 1024 };
/* Places besides the pages 1..n_pages. */
enum { VISIT_START = 0, VISIT_CHECK = -1 };

struct visit;

/* What is visited: a survey, or the form of a proposal. The pages are the same (visit_pages.h); a
 * door says where they post, and what happens at both ends. */
struct visit_door {
	const struct survey *current; /* what who comes new is asked */
	const char *purpose;          /* of its seals: nobody's visit opens another door */
	const char *home;             /* "/s/fft": where one begins */
	/* The section of its form's address (survey_page.tpl, survey_check.tpl), and the slug in
	 * it: pages post to …/1, …/check, …/start. */
	enum tpl_marker posts;
	const char *slug;
	const char *agrees; /* what sending means, on the check page */
	bool uncounted;     /* no "page 2 of 5": how many there will be is not known */
	/* The form of a visit that began with another version, or with something of its own
	 * (visit.with); NULL: it is gone. */
	const struct survey *(*version)(
		struct req *, const struct visit_door *, int64_t version, const char *with);
	/* The start page, for who went back to it. */
	int (*start)(struct req *, const struct visit_door *, struct visit *);
	int (*shut)(struct req *, const struct visit_door *, const struct survey *);
	int (*missing)(struct req *);
	/* All answers are right: stores them, and leads to the confirmation. */
	int (*send)(struct req *, const struct visit_door *, struct visit *);
	void *data; /* the door's own */
};

struct visit {
	const struct visit_door *door;
	const struct survey *survey; /* the version this visit began with */
	struct form *form;           /* everything typed so far, raw */
	uint8_t token[VISIT_TOKEN_BYTES];
	int64_t begun;    /* seconds; travels in the seal, is never stored */
	int64_t step;     /* grows with every page shown */
	uint64_t seen[4]; /* pages that were passed without errors (bit a page) */
	bool checking;    /* a Change link was followed: afterwards back to the check page */
	const char *with; /* what else the door keeps in the seal; NULL: nothing */
	const char *state, *mark; /* as the page shows them */
};

/* A visit that begins now. */
struct visit *visit_new(struct req *, const struct visit_door *);
/* The visit sealed in the form's `state`; NULL when it is not one of this door, altered, or of a
 * key long gone. */
struct visit *visit_open(struct req *, const struct visit_door *);
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
/* How many of a page's questions are told on the check page. */
size_t visit_page_told(const struct visit *, int64_t page);
/* Checks a page: each of its fields, and what no single field can tell. Gives how many are
 * wrong. */
size_t visit_page_wrong(struct visit *, int64_t page);
/* The first page with an error, its errors set; 0 when all is well. */
int64_t visit_first_wrong(struct visit *);
/* Names the response: what response_add takes. */
void visit_submission(const struct visit *, uint8_t submission[16]);
#endif
