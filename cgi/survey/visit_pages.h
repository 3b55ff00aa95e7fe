/* visit_pages.h: the pages of a visit, whatever is visited: a page of questions, check your
 * answers; Continue, Back and Change. What is at both ends of it is the door's (survey_visit.h). */
#ifndef VISIT_PAGES_H
#define VISIT_PAGES_H

#include "survey_visit.h"

/* The page is only its respondent's own, and says nothing that they did not type. no-store would
 * turn the browser's Back button into "Confirm form resubmission"; no-cache keeps it working and is
 * still asked for again when the address is opened. */
extern const char visit_cache[];

/* GET PATH/page: only the first page begins without answers; any other leads home. */
int visit_page_view(struct req *, const struct visit_door *, const char *page);
/* POST PATH/page */
int visit_page_save(struct req *, const struct visit_door *, const char *page);
/* The same, of a visit that its door has opened and looked at. */
int visit_go_on(struct req *, struct visit *, const char *page);

/* {{STATE}}, {{MARK}} and {{STEP}} of a page that carries the visit; shown: what it asks, or
 * NULL. */
void visit_state_show(struct req *, struct visit *, const struct survey_page *shown);
/* notice: something to know before sending, or NULL. */
int visit_check_show(struct req *, struct visit *, const char *notice);
#endif
