/* contract_work.h: what the forms that change a contract share. */
#ifndef CONTRACT_WORK_H
#define CONTRACT_WORK_H

#include "audit.h"
#include "choices.h"
#include "contract.h"

/* What was typed into a field, checked; NULL when it is empty or wrong. */
const char *contract_typed(const struct form *, const char *field);
/* From and to of every field that differs but `why`, in words, under its label; NULL: none does.
 * Both forms are of the same fields. */
json_t *contract_changes(struct req *, const struct form *now, const struct form *mine);
/* Is a form that changes a row to be shown again: a slip, or somebody else changed it? `filled` is
 * what form_fill() said. */
bool contract_again(
	struct req *, struct form *, bool filled, const struct form *now, int64_t row_version);

/* The page of a form with nothing else on it. */
struct contract_form {
	const char *heading, *button;
	const char *intro; /* a sentence above it; NULL: none */
	bool existing;     /* it carries a row version (work_carry); otherwise a token */
	bool warning;      /* its button warns */
	bool multipart;    /* it has a file */
};
int contract_form_show(struct req *, const struct q_contract_by_ref *, const struct form *,
	const struct contract_form *, int status);

/* A change was made: in the history with who and why, in the trail, and in what is kept beside the
 * contract. detail: taken over; texts too long for the trail are left out there. */
void contract_done(struct req *, const struct q_contract_by_ref *, enum contract_event_kind,
	enum audit_action, const char *why, json_t *detail);

/* "Why?" of an edit, required. */
extern const struct field contract_why;
/* "Green from 85%; amber from 76.5%; red below". amber: per cent of the target. */
const char *contract_rule(TALLOC_CTX *, int64_t target, bool high, int64_t amber, const char *unit);
/* Who may look after a contract or own an action: contract reviewers, and whoever does already.
 * Codes are their references. */
struct choices contract_people(struct req *, int64_t person_id);
/* The person of such a code; 0: none. */
int64_t contract_person(struct req *, int64_t person_id, const char *code, const char **name);
#endif
