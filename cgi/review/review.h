/* review.h: a review as every page of it needs it: its states, finding one, who may, what is
 * written down about it, attempts that were refused too. What it judges is a contract or a
 * submission (a plan, a bid); nothing here cares which. */
#ifndef REVIEW_H
#define REVIEW_H

#include <jansson.h>
#include "form.h"
#include "ref.h"
#include "req.h"

enum review_state {
	REVIEW_SCORING,    /* interests are declared, then each scores alone */
	REVIEW_MODERATION, /* all scores are there: side by side, one is agreed on */
	REVIEW_FINDINGS,   /* the organisation reads the draft findings and may answer */
	REVIEW_PANEL,      /* the panel may decide */
	REVIEW_MADE,       /* it decided; a second person is to confirm it */
	REVIEW_DECIDED,
	REVIEW_CANCELLED,
	REVIEW_STATES
};
extern const struct choice review_states[REVIEW_STATES]; /* code, label */
enum review_state review_state_of(const char *code);     /* REVIEW_STATES for none */
const char *review_state_colour(enum review_state);
/* Decided or cancelled. */
bool review_is_over(enum review_state);

/* Kinds of interest, NHS England's four (Managing conflicts of interest in the NHS, 2017); the
 * declaration for a review has "none" before them. */
enum { INTEREST_KINDS = 4 };
extern const struct choice interest_kinds[INTEREST_KINDS];

/* ---- Finding one, with its rights --------------------------------------------------------------
 *
 * Each takes the reference from r->args[0]; 0, or what the page returns. Who declared a conflict of
 * interest for it gets 404 on every path, and the trail has it; a reviewer who has not declared
 * anything yet is led to /reviews/REF/declare.
 */

/* To work on it: a contract reviewer who declared that there is none. */
int review_worked(struct req *, struct q_review_by_ref *);
/* To read it: they, or the auditor. */
int review_read(struct req *, struct q_review_by_ref *);
/* To declare: a contract reviewer, whatever they declared so far (but a conflict). */
int review_declares(struct req *, struct q_review_by_ref *);
/* A member of the organisation it is about, once findings were sent to it and at any time after. */
int review_party(struct req *, struct q_review_by_ref *);

/* Is the review in this state? Otherwise the attempt is recorded (review_refuse) and *status is
 * what the page returns: the review's page again, 422, with a sentence that says what it waits for.
 */
bool review_is_in(struct req *, const struct q_review_by_ref *, enum review_state, int *status);
/* Records an attempt that the rules refuse (below quorum, out of order, by the same person): in the
 * review's history and in the trail; it stays though nothing else is stored. `why` is a sentence
 * for people. The page goes on to say it. Only a form is an attempt: who looks, with Back or a
 * link, does nothing. */
void review_refuse(struct req *, const struct q_review_by_ref *, const char *why);

/* That page: what it waits for instead. */
int review_out_of_order(struct req *, const struct q_review_by_ref *, enum review_state wanted);

/* ---- What is written down ----------------------------------------------------------------------
 */
enum review_event_kind {
	REVIEW_EVENT_OPENED,
	REVIEW_EVENT_MOVED,    /* state_from, state_to */
	REVIEW_EVENT_REVIEWER, /* added, removed */
	REVIEW_EVENT_DECLARED, /* none, or a conflict: never what it is */
	REVIEW_EVENT_LIFTED,
	REVIEW_EVENT_SCORED, /* sent their scores */
	REVIEW_EVENT_AGREED,
	REVIEW_EVENT_FINDINGS,
	REVIEW_EVENT_ANSWERED,
	REVIEW_EVENT_DECISION, /* made, confirmed, returned */
	REVIEW_EVENT_REFUSED,  /* an attempt that the rules did not let through */
	REVIEW_EVENT_EDITED,
	REVIEW_EVENTS
};
extern const struct choice review_event_kinds[REVIEW_EVENTS];
/* In the request's transaction; text NULL: none; detail: taken over, NULL: none. */
void review_event(
	struct req *, int64_t review_id, enum review_event_kind, const char *text, json_t *detail);
/* Moves it to a state that can follow, in the request's transaction, with its event and a row of
 * the trail; counts row_version on. False: it has another row_version by now (nothing is changed).
 */
bool review_move(struct req *, const struct q_review_by_ref *, enum review_state, const char *text);

/* {{REF}}, {{TITLE}}, {{STATE}}, {{STATE_COLOUR}}, {{ORGANISATION}}, {{CSRF}} of a page of it. */
void review_heading(struct req *, const struct q_review_by_ref *);
#endif
