/* proposal_publish.h: what a proposal needs before everybody can read it. */
#ifndef PROPOSAL_PUBLISH_H
#define PROPOSAL_PUBLISH_H

#include "proposal.h"

/* A list at {{>NEEDS}} of t: what is there, what is missing, and where to write it. NULL: nothing
 * is shown. How many are missing. */
size_t proposal_needs(struct req *, const struct q_proposal_by_ref *, struct tpl *t);
#endif
