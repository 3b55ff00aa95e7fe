/* reviewers.h: who scores in a review, and how far they are. */
#ifndef REVIEWERS_H
#define REVIEWERS_H

#include "review.h"

struct reviewers {
	size_t n, declared, sent;
	bool me, me_sent, me_begun; /* the person who asks */
};
struct reviewers reviewers_count(struct db *, int64_t review_id, int64_t person_id);

/* Once everybody who scores has sent, the review goes on to moderation by itself, in the request's
 * transaction: to be called when somebody has sent, or does not score any more. True: it did. */
bool review_all_sent(struct req *, const struct q_review_by_ref *);
#endif
