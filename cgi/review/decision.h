/* decision.h: what a panel decides about a review: the outcomes, what each needs and does; who sits
 * and how they voted; a decision's terms. The same for a contract and for a submission. */
#ifndef DECISION_H
#define DECISION_H

#include "review.h"

enum decision_code {
	DECISION_CONTINUE,
	DECISION_CONDITIONS,
	DECISION_VARY,
	DECISION_EXTEND,
	DECISION_TAPER,
	DECISION_CEASE,
	DECISION_APPROVE,
	DECISION_APPROVE_CONDITIONS,
	DECISION_RETURN,
	DECISION_DECLINE,
	DECISION_OUTCOMES
};

/* What has to be said with an outcome, and what becomes of the contract when it is confirmed. */
enum decision_needs {
	NEEDS_UNTIL = 1,        /* a day: decision_outcome.until_* */
	NEEDS_TEXT = 2,         /* words: decision_outcome.text_* */
	NEEDS_TAPER = 4,        /* the value of at least one year */
	NEEDS_CONDITIONS = 8,   /* at least one; every other outcome may have some */
	NEEDS_NEXT_REVIEW = 16, /* the day */
	DOES_EXTEND = 32,       /* the contract ends on that day, an extension is taken */
	DOES_NOTICE = 64,       /* notice is given, the contract ends on that day */
};

struct decision_outcome {
	const char *code, *label, *hint;
	bool of_contract; /* or of a submission */
	unsigned needs;
	const char *until_name, *until_label; /* field, and its question */
	const char *text_name, *text_label;
	const char *letter; /* what the letter to the organisation says */
};
extern const struct decision_outcome decision_outcomes[DECISION_OUTCOMES];
const struct decision_outcome *decision_outcome_of(const char *code); /* NULL: none */
const char *decision_label(const char *code); /* the code itself when it is none, "" for NULL */
const char *decision_colour(const char *code);

/* ---- The vote: pure ----------------------------------------------------------------------------
 */
enum decision_fault { DECISION_FINE, DECISION_BELOW_QUORUM, DECISION_TIE, DECISION_NO_MAJORITY };
struct decision_tally {
	int64_t present, agree, against, abstain;
};
/* More for than against, among enough who are there; abstentions count for the quorum alone. */
enum decision_fault decision_fault(const struct decision_tally *, int64_t quorum);
/* A sentence; NULL for DECISION_FINE. */
const char *decision_fault_text(
	TALLOC_CTX *, enum decision_fault, const struct decision_tally *, int64_t quorum);
/* "3 for, 1 against, 1 abstained". */
const char *decision_tally_text(TALLOC_CTX *, const struct decision_tally *);

/* ---- Terms: what the outcome needs, stored as JSON ---------------------------------------------
 */
enum { DECISION_YEARS = 4, DECISION_CONDITIONS_MOST = 6 };
#define DECISION_ORGANISATION "organisation" /* whose a condition is: theirs */

struct decision_condition {
	const char *what, *due_on, *owner /* a person's ref, or DECISION_ORGANISATION */,
		*owner_name;
};
struct decision_terms {
	const char *until, *text; /* NULL: none */
	struct {
		int64_t year, pence;
	} years[DECISION_YEARS];
	size_t n_years;
	struct decision_condition conditions[DECISION_CONDITIONS_MOST];
	size_t n_conditions;
};
json_t *decision_terms_json(const struct decision_terms *);
void decision_terms_read(TALLOC_CTX *, const char *details, struct decision_terms *);
/* What was decided in lines of words, without the conditions: "The contract ends on 31 March 2028".
 * Nothing for an outcome that says all. */
const char *decision_terms_text(
	TALLOC_CTX *, const struct decision_outcome *, const struct decision_terms *);

/* ---- One decision ------------------------------------------------------------------------------
 */
/* The newest of a review; false: none was made yet. */
bool decision_newest(struct req *, int64_t review_id, struct q_decisions *);
/* What the reader may do with the newest one: who confirms it may return it too. */
enum decision_offer { DECISION_NOTHING, DECISION_RETURNS, DECISION_CONFIRMS };
enum decision_offer decision_offer(struct req *, int64_t review_id);
struct decision_tally decision_count(struct req *, int64_t decision_id);
/* Everything of it, at {{>DECISION}} of a page: a heading of level 2 or 3. */
void decision_show(struct req *, const struct q_decisions *, struct tpl *page, bool with_reasons);

/* The forms' random token, 16 bytes as hexadecimal digits; and back. */
const char *decision_token(struct req *);
bool decision_token_read(struct req *, uint8_t out[16]);

/* decision_form.c: what a panel's member types. */
struct decision_member {
	int64_t person_id;
	const char *ref, *name;
	bool chair, declared, conflict;
	const char *vote; /* "for", "against", "abstain", "absent"; NULL: not said */
};
struct decision_form {
	struct form *f;
	struct decision_member *members;
	size_t n_members, n_able;                         /* those who can sit come first */
	size_t outcome, reasons, conditions, next_review; /* where these parts begin */
	const struct q_contract_by_ref *contract;         /* NULL: a submission */
};
struct decision_form *decision_form(
	struct req *, const struct q_review_by_ref *, const struct q_contract_by_ref *);
/* Reads and checks all that was typed; false: the form has errors. */
bool decision_form_read(struct req *, struct decision_form *, struct decision_terms *);
const char *decision_form_text(const struct decision_form *, const char *name);
void decision_form_show(struct req *, const struct decision_form *);

/* decision_effects.c: what a confirmed decision does, in the same transaction. */
void decision_effects(struct req *, const struct q_review_by_ref *, const struct q_decisions *);
#endif
