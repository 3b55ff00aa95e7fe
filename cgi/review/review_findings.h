/* review_findings.h: the draft findings, as the organisation reads them. */
#ifndef REVIEW_FINDINGS_H
#define REVIEW_FINDINGS_H

#include "review.h"

/* At {{>FINDINGS}}: the texts, and each criterion with its agreed score: never a reviewer's own. */
void review_findings_show(struct req *, const struct q_review_by_ref *, struct tpl *page);
/* What has to be there before they are sent, and its id on the page where it is written. */
struct review_missing {
	const char *words, *id;
};
struct review_missing *review_findings_missing(
	struct req *, const struct q_review_by_ref *, size_t *n);
/* Whether some wait for the organisation's answer, for My work. (findings.c) */
int64_t findings_waiting(struct req *);
/* To its members, without a word of what is in them. */
void review_findings_mail(struct req *, const struct q_review_by_ref *);
#endif
