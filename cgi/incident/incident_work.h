/* incident_work.h: what the forms of an incident's investigation, actions, candour and letters
 * share. */
#ifndef INCIDENT_WORK_H
#define INCIDENT_WORK_H

#include "audit.h"
#include "form.h"
#include "incident.h"

/* A form carries the version of the row that it changes (0: there is none yet) and what it held
 * then. */
void work_carry(struct req *, int64_t row_version, const char *seen);
/* Was the form made of another version than this one? Then what somebody else changed is said at
 * the fields, and true: the page shows the form again. `now`: of the same fields, as it is stored.
 */
bool work_conflict(struct req *, struct form *, const struct form *now, int64_t row_version);
/* After form_fill(): does a text look like a person's identity? Then it is warned of, once, and the
 * form is shown again. What is stored already (`stored`; NULL: nothing) is not warned of. */
bool work_warns(struct req *, struct form *, const struct form *stored);
/* Is a form that changes a row to be shown again: a slip, a conflict, a warning? */
bool work_again(struct req *, struct form *, const struct form *now, int64_t row_version);
/* Somebody else was quicker by a moment; the form is shown again. */
void work_overtaken(struct req *, struct form *);

/* What is added has its reference from the form, so that a double tap adds it once. */
const char *work_token(struct req *);

/* A form's page: heading, reference and title of the incident, the form. */
int work_show(struct req *, const struct q_incident_by_ref *, const struct form *, int status,
	enum tpl_file, const char *title);

/* In the trail and in the incident's history. detail: of the trail; taken over. text: for
 * managers, as it was written. Why a passage of it is needed that was warned of stands beside it.
 */
void work_done(struct req *, const struct q_incident_by_ref *, enum audit_action, json_t *detail,
	const struct incident_event *);

/* "Label: text" in lines of their own, for a history that keeps what was written. Nothing when it
 * did not change. True: it did. */
bool work_line(struct buf *, const char *label, const char *from, const char *to);

/* investigating.c: the row of an investigation as it stands; 0 and empty texts: none yet. */
int64_t incident_investigation_row(
	struct req *, int64_t incident_id, struct q_incident_investigation *);
/* The version to change: begins the row where there is none. 0: somebody else has just done so. */
int64_t incident_investigation_ready(struct req *, int64_t incident_id, int64_t row_version);

/* The minute of the day that somebody means by "about 10:30", "2pm", "14.05"; -1: none. */
int64_t work_minute(const char *about);
#endif
