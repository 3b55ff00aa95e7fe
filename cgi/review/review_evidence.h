/* review_evidence.h: what is known, beside the criteria that it is evidence for. */
#ifndef REVIEW_EVIDENCE_H
#define REVIEW_EVIDENCE_H

#include "review.h"

/* Includes it at {{>EVIDENCE}}. code: criterion.evidence: "specification", "returns", "kpis",
 * "spend", "incidents", "surveys", "submission"; "": nothing. */
void review_evidence(
	struct req *, const struct q_review_by_ref *, const char *code, struct tpl *page);

/* Value for money at {{>EVIDENCE}}: what one outcome cost, period by period, and beside similar
 * contracts. (review_value.c) */
void review_value_show(struct req *, const struct q_review_by_ref *, struct tpl *page);
#endif
