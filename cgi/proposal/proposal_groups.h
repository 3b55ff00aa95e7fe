/* proposal_groups.h: the groups that a proposal asks, each through a link of its own. */
#ifndef PROPOSAL_GROUPS_H
#define PROPOSAL_GROUPS_H

#include "proposal.h"

/* The whole address; NULL: it was sealed with a key that we do not have any more. */
const char *proposal_group_link(struct req *, const char *slug, const char *sealed);
/* Of r->args: 0, or what the page returns. */
int proposal_group_found(
	struct req *, struct q_proposal_by_ref *, struct q_proposal_group_by_ref *);
/* Can its groups be written to: published, and not closed? */
bool proposal_may_write(const struct req *, const struct q_proposal_by_ref *);
#endif
