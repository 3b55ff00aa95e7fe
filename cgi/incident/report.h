/* report.h: what the reporter's pages share: opening a report, showing and saving a draft. */
#ifndef REPORT_H
#define REPORT_H

#include "choices.h"
#include "report_form.h"

/* A report of one's own practice, or one's own draft: 0, or what the page returns (404: a page that
 * says why a report may not be there, the same for all of them). Who discarded a draft is sent to
 * /reports, and told so. */
int report_mine(struct req *, struct q_incident_by_ref *);
/* One's own draft, as a form. What was sent leads to its page. */
int report_draft(struct req *, struct q_incident_by_ref *, struct report **);
/* What was sent, as a form; a draft leads to where it was left. */
int report_sent(struct req *, struct q_incident_by_ref *);
struct report *report_of(struct req *, const struct q_incident_by_ref *);
/* Organisations but one, for "where". */
struct choices report_organisations(struct req *, int64_t but);
/* To where a step is asked; NULL: to the check page. Harm is asked of a person. */
int report_to_step(struct req *, const char *ref, struct report *, const struct report_step *);
void report_save(struct req *, const struct q_incident_by_ref *, const struct report *);
/* Text of a JSON document, which is taken over. */
const char *report_json_text(TALLOC_CTX *, json_t *);
/* Where it stands, in words for the reporter. */
extern const char *const report_stands[INCIDENT_STATES];
/* For My work: one's own drafts; questions that wait for the practice's answer. */
int64_t report_drafts_waiting(struct req *);
int64_t report_questions_waiting(struct req *);
#endif
