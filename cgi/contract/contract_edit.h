/* contract_edit.h: the form of a contract. */
#ifndef CONTRACT_EDIT_H
#define CONTRACT_EDIT_H

#include "contract.h"

/* As form_fill() gives it. */
struct contract_typed {
	const char *reference, *organisation, *kind, *service, *served, *area;
	const char *route, *starts_on, *first_ends_on, *ends_on, *status, *aim, *lead;
	const char *monitoring, *return_months, *returns_from, *next_review_on, *why;
	int64_t notice_months, review_months;
	bool public;
};

/* c NULL: of a new one. contract_edit_stored: as it stands, of the same fields. */
struct form *contract_edit_form(struct req *, const struct q_contract_by_ref *);
struct form *contract_edit_stored(
	struct req *, const struct form *like, const struct q_contract_by_ref *);
/* The heading above a field; the same text for all of a group. */
const char *contract_edit_group(const char *field);
#endif
