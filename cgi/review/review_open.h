/* review_open.h: a review is opened: by hand, of a contract or of a submission, or by the calendar.
 */
#ifndef REVIEW_OPEN_H
#define REVIEW_OPEN_H

#include "choices.h"
#include "db.h"
#include "ref.h"
#include "req.h"
#include "setting.h"

enum { REVIEW_DUE_DAYS = 56 };

struct review_opening {
	struct bytes form;     /* 16 bytes of the form that opens it: a double tap opens one */
	int64_t contract_id;   /* what is judged: this, */
	int64_t submission_id; /* or this, */
	int64_t proposal_id;   /* or this; the others are 0 */
	int64_t organisation_id;
	int64_t version_id; /* of the criteria: the newest published one, review_criteria_choices */
	const char *title;
	const char *due_on;       /* "2027-01-31" */
	const int64_t *reviewers; /* person ids, n of them */
	size_t n;
	bool quiet; /* no message to them: the caller sends one for many */
};
/* Opens it, with its history, the trail, its words for search, and a message to each reviewer but
 * whoever opens it. False: nothing was done, since the form was sent already or one of the same
 * thing is open. ref: of the new one. */
bool review_open(struct req *, const struct review_opening *, char ref[REF_LENGTH + 1]);
/* The same by the program itself. */
bool review_open_by_calendar(struct db *, TALLOC_CTX *, const struct conf *,
	const struct settings *, int64_t now, const struct review_opening *);

/* The choice of a template and of reviewers, for forms that open reviews. Their ids are version_id
 * and person_id. */
/* judges: "contract", "submission", "proposal". */
struct choices review_criteria(struct req *, const char *judges);
struct choices review_people(struct req *);
/* The form that opens one: criteria for `judges`, reviewers, the day; shown when there are criteria
 * (criteria.n > 0). Once form_fill() has taken it, review_open_take() puts into the opening what it
 * says. */
struct review_open_form {
	struct form *f;
	struct choices criteria, people;
};
struct review_open_form review_open_form(struct req *, const char *judges);
void review_open_begin(struct req *, const struct review_open_form *);
void review_open_take(struct req *, const struct review_open_form *, struct review_opening *);
/* What a review of a contract's service is called. */
const char *review_title(TALLOC_CTX *, const char *service);
/* So many days from now, "2027-01-31". */
const char *review_day_after(TALLOC_CTX *, int64_t now, int days);
/* 16 bytes as a form's hidden field carries them, and back. */
const char *review_form_fresh(struct req *);
bool review_form_read(const char *hex, uint8_t out[16]);
/* "A review waits for you", without a word of what it is about. */
struct review_mail {
	int64_t person_id;
	const char *ref, *subject, *sentence;
};
void review_mail_person(struct db *, TALLOC_CTX *, const struct conf *, const struct settings *,
	int64_t now, const struct review_mail *);
#endif
