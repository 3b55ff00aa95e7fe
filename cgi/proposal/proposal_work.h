/* proposal_work.h: what the pages share on which staff work with what people said: themes, coding,
 * outcomes, questions. */
#ifndef PROPOSAL_WORK_H
#define PROPOSAL_WORK_H

#include "audit.h"
#include "proposal.h"

/* A form's page. back: "themes", the page below the proposal that it belongs to. */
struct proposal_work_form {
	const char *heading, *button;
	const char *intro; /* or NULL */
	const char *back, *back_label;
	bool existing; /* it carries a row's version (work_carry); otherwise a token of its own */
};
int proposal_form_show(struct req *, const struct q_proposal_by_ref *, const struct form *,
	const struct proposal_work_form *, int status);

/* A sentence on the page /proposals/REF/WHERE. */
int proposal_back(
	struct req *, const struct q_proposal_by_ref *, const char *where, const char *sentence);
/* In the trail. detail is taken over; NULL: nothing was changed, and nothing is told. */
void proposal_told(
	struct req *, const struct q_proposal_by_ref *, enum audit_action, json_t *detail);
/* Was the form made of this version? */
bool proposal_version_is(const struct req *, int64_t row_version);
/* proposal_heading(), for pages whose form changes something else than the proposal. May they
 * change something? */
bool proposal_work_heading(struct req *, const struct q_proposal_by_ref *);

/* Adds a theme of the first level (parent_id 0) or below one; gives its id, 0: the name is taken.
 */
int64_t proposal_theme_new(struct req *, const struct q_proposal_by_ref *, const char *name,
	const char *about, int64_t parent_id);
#endif
