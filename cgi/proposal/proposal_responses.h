/* proposal_responses.h: the list of responses to a proposal: what it can be narrowed by, and words
 * for its cells. */
#ifndef PROPOSAL_RESPONSES_H
#define PROPOSAL_RESPONSES_H

#include "list.h"
#include "proposal.h"

/* The list that the address asks for, with the query's parameters. */
struct list *proposal_responses_open(
	struct req *, const struct q_proposal_by_ref *, struct q_proposal_responses_list_in *);
/* "Late", "Of a campaign: NAME"; NULL: it is counted. */
const char *proposal_apart_text(TALLOC_CTX *, const struct q_proposal_responses_list *);
/* "In favour" as its author wrote it; "Did not say". */
const char *proposal_stance_text(const struct q_proposal_by_ref *, const char *stance);
#endif
