/* review_sections.h: what a review's page is made of. Whoever has something to show there adds a
 * function here and a line to the table in review_view.c. */
#ifndef REVIEW_SECTIONS_H
#define REVIEW_SECTIONS_H

#include "review.h"

/* Includes its template at {{>SECTION}} of the page. May this person see the review was asked
 * before; may_change: somebody who works on it, who is offered what changes something; not the
 * auditor. */
typedef void review_section(
	struct req *, const struct q_review_by_ref *, bool may_change, struct tpl *page);

/* reviewers.c */
review_section review_section_reviewers;
/* review_scores.c */
review_section review_section_scores;
/* review_findings.c */
review_section review_section_findings;
/* review_evidence.c */
review_section review_section_evidence;
/* decision_section.c */
review_section review_section_decision;
/* review_history.c */
review_section review_section_history;
#endif
