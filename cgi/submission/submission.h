/* submission.h: calls for plans and bids, and what organisations send: their words, finding one,
 * who may, and the form that a call's questions make. */
#ifndef SUBMISSION_H
#define SUBMISSION_H

#include <jansson.h>
#include "form.h"
#include "ref.h"
#include "req.h"
#include "survey.h"

enum { CALL_KINDS = 2, CALL_STATES = 3, CALL_ASKS = 3, SUBMISSION_STATES = 3 };
extern const struct choice call_kinds[CALL_KINDS];               /* plan, bid */
extern const struct choice call_states[CALL_STATES];             /* draft, open, closed */
extern const struct choice call_asks[CALL_ASKS];                 /* kinds of organisations */
extern const struct choice submission_states[SUBMISSION_STATES]; /* draft, sent, withdrawn */

/* Can it be answered today? Its last day counts. */
bool call_is_open(const char *state, const char *closes_on, int64_t now);
/* {{STATE}} and {{STATE_COLOUR}}: one that is past its last day is closed. */
void call_stands(struct req *, struct tpl *, const char *state, const char *closes_on);
/* "practices and providers", of the column `asks`: words for a sentence. */
const char *call_asks_text(TALLOC_CTX *, const char *asks);

/* ---- Finding one: 0, or what the page returns --------------------------------------------------
 */
/* For staff: the reference is r->args[0]. */
int call_found(struct req *, struct q_call_by_ref *);
/* The same, a draft: questions are changed in no other state. */
int call_drafted(struct req *, struct q_call_by_ref *);
/* For who sends: a call that asks their organisation, open or closed. */
int call_asked(struct req *, struct q_call_by_ref *);
/* For who sends: one of their organisation, r->args[0]. */
int submission_found(struct req *, struct q_submission_by_ref *);
/* The same, a draft; one that was sent leads to its page. */
int submission_drafted(struct req *, struct q_submission_by_ref *);
/* For staff: r->args[1] of the call r->args[0], once it was sent. Who has a conflict of interest in
 * its review does not find it; who has declared nothing for that yet is led there. */
int submission_read(struct req *, struct q_submission_by_ref *);

/* {{REF}}, {{CALL_TITLE}}, {{CLOSES}} in words, {{STATE}}, {{STATE_COLOUR}}, {{ROW_VERSION}},
 * {{CSRF}} of a page of a call. */
void call_heading(struct req *, const struct q_call_by_ref *);
/* {{REF}}, {{CALL_TITLE}}, {{CSRF}}, {{ROW_VERSION}}, {{TITLE}}: the bid's, or the call's. */
void submission_heading(struct req *, const struct q_submission_by_ref *);
/* "of the form": a token that makes a double tap one. */
const char *submission_token(struct req *);
bool submission_token_read(const char *hex, uint8_t out[16]);

/* How many people may answer it, and would be told; tells them by mail that it is open, each once,
 * and gives how many were told. (call_mail.c) */
int64_t call_members_count(struct req *, const struct q_call_by_ref *);
int64_t call_tell(struct req *, const struct q_call_by_ref *);

/* ---- The form (call_form.c) --------------------------------------------------------------------
 */
/* A document, owned by ctx; {} when there is none. */
json_t *json_open(TALLOC_CTX *, const char *text);
/* Pages and fields of a call's form; NULL: it is not whole, and *fault says why. */
const struct survey *call_compile(TALLOC_CTX *, const char *json, struct survey_fault *fault);

struct submission_form {
	const struct survey *questions;
	struct form *form; /* of a bid, its title stands before the questions */
	bool titled;
};
/* Of a call that was opened. `draft`: what was typed so far; `answers`: what was sent; either may
 * be NULL. */
struct submission_form *submission_form_new(
	TALLOC_CTX *, const char *json, const char *kind, const char *draft, const char *answers);
size_t submission_pages(const struct submission_form *);
void submission_range(const struct submission_form *, size_t page, size_t *first, size_t *count);
/* "Standard 1: access", "Page 1". */
const char *submission_page_title(const struct submission_form *, size_t page);
/* Was anything answered on it? */
bool submission_page_given(const struct submission_form *, size_t page);
/* The title of a bid; "" for none. */
const char *submission_title(const struct submission_form *);
/* Includes the answers, page by page, at {{>ANSWERS}} of t. change: a draft's reference, for links
 * from where it is checked; NULL: none. */
void submission_answers_show(const struct submission_form *, struct tpl *t, const char *change);
/* The same in {{#PART}} of t: {{PART_TITLE}} and {{>SUMMARY}}. folded: long answers, to be read
 * beside something else. */
void submission_parts_show(const struct submission_form *, struct tpl *t, bool folded);
/* One answer of a file's row: of a grid, of this row of it. NULL: none. */
const char *submission_words(TALLOC_CTX *, const struct field *, const json_t *answers, size_t row);

/* ---- For My work ------------------------------------------------------------------------------
 */
int64_t submission_calls_waiting(struct req *);
int64_t submission_drafts_waiting(struct req *);
#endif
