/* review_report.h: words of a review's report that several pages use. */
#ifndef REVIEW_REPORT_H
#define REVIEW_REPORT_H

#include "req.h"

/* Hundredths of a score: "3.25 of 4"; "–" for less than 0. */
const char *report_score_text(TALLOC_CTX *, int64_t hundredths);
const char *report_interest_text(const struct q_report_declarations *);
const char *report_event_text(TALLOC_CTX *, const struct q_report_events *);
#endif
