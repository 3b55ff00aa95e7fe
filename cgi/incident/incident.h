/* incident.h: an incident as every page of it needs it: finding one, who sees it, what is written
 * down about it, telling its reporter. */
#ifndef INCIDENT_H
#define INCIDENT_H

#include <jansson.h>
#include "form.h"
#include "lfpse.h"
#include "ref.h"
#include "req.h"

struct conf;

/* The order of `incident.state` and of incident_states[]. */
enum incident_state {
	INCIDENT_DRAFT,
	INCIDENT_SUBMITTED,
	INCIDENT_TRIAGE,
	INCIDENT_INFORMATION, /* back to the reporter, with a question */
	INCIDENT_PROVIDER,    /* an investigation request waits for its answer */
	INCIDENT_INVESTIGATING,
	INCIDENT_PLANNED, /* actions are planned */
	INCIDENT_CLOSED,
	INCIDENT_HOLD,
	INCIDENT_DUPLICATE,
	INCIDENT_NOT,
	INCIDENT_REOPENED,
	INCIDENT_STATES
};
/* Code and label: "not_incident", "Not an incident". */
extern const struct choice incident_states[INCIDENT_STATES];
enum incident_state incident_state_of(const char *code); /* INCIDENT_STATES for none */
/* Closed, duplicate, not an incident: nothing more is due. */
bool incident_is_over(enum incident_state);

/* LFPSE's four kinds; where; what another organisation is told of who reported. Codes are the
 * table's. */
enum { INCIDENT_KINDS = 4, INCIDENT_ABOUTS = 3, INCIDENT_SHARES = 3, INCIDENT_WORKING_DAYS = 5 };
extern const struct choice incident_kinds[INCIDENT_KINDS];
extern const struct choice incident_abouts[INCIDENT_ABOUTS];
extern const struct choice incident_shares[INCIDENT_SHARES];

/* ---- Finding one, with its rights ------------------------------------------------------------
 *
 * Each takes the reference from r->args[0], and returns 0, or what the page returns (404, the same
 * for not there and not theirs):
 *
 *	struct q_incident_by_ref in;
 *	int refused = incident_managed(r, &in);
 *
 *	if (refused)
 *		return refused;
 */

/* For an incident manager; never a draft. */
int incident_managed(struct req *, struct q_incident_by_ref *);
/* For a manager or an auditor; never a draft. */
int incident_read(struct req *, struct q_incident_by_ref *);
/* For a member of the practice that reported it; a draft only for who writes it. */
int incident_reported(struct req *, struct q_incident_by_ref *);

/* ---- What is written down about it ------------------------------------------------------------
 */

enum incident_event_kind {
	EVENT_MOVED,    /* state_from, state_to; text: why, for managers */
	EVENT_ASSIGNED, /* detail: {"manager": name} */
	EVENT_NOTE,     /* of an investigation */
	EVENT_QUESTION, /* to the reporter, or (with a request) to the provider */
	EVENT_ANSWER,   /* back */
	EVENT_ADDED,    /* the reporter wrote something more */
	EVENT_GRADED,   /* detail: from, to */
	EVENT_THEME,
	EVENT_ACTION,
	EVENT_LETTER,
	EVENT_CANDOUR,
	EVENT_FILE,
	EVENT_TOLD,   /* text: what the reporter was told, in plain words */
	EVENT_EDITED, /* its title, who it is about: detail has from and to */
	EVENT_BULLETIN,
	EVENT_KINDS
};
enum { FOR_MANAGER = 1, FOR_REPORTER = 2, FOR_PROVIDER = 4 }; /* audience; the auditor reads all */

struct incident_event {
	enum incident_event_kind kind;
	unsigned audience;
	const char *text;             /* NULL: none */
	json_t *detail;               /* taken over; NULL: none */
	enum incident_state from, to; /* of EVENT_MOVED */
	int64_t request_id;           /* of an investigation request; 0: none */
};
/* Who does something to an incident, and with what: a request's person, or a job, which is nobody.
 */
struct incident_actor {
	struct db *db;
	TALLOC_CTX *ctx;
	const struct conf *conf;
	const struct settings *settings;
	int64_t now;
	int64_t person_id, organisation_id; /* 0: nobody we know, or the program */
};
struct incident_actor incident_actor(const struct req *);
const char *incident_event_code(enum incident_event_kind);
const char *incident_event_label(enum incident_event_kind);        /* "Moved", "Note", … */
enum incident_event_kind incident_event_kind_of(const char *code); /* EVENT_KINDS for none */
/* Adds a row, in the request's transaction, and notes the incident as changed for the trends. The
 * actor is r->person (NULL: nobody we know). Whoever changes an incident adds one. */
void incident_event(struct req *, int64_t incident_id, const struct incident_event *);
void incident_event_as(
	const struct incident_actor *, int64_t incident_id, const struct incident_event *);

/* ---- The reporter ------------------------------------------------------------------------------
 */

/* Tells the reporter in plain words: an event they see on their page, and a message without content
 * ("There is news of a report of your practice"). Without a name: the event alone. */
void incident_tell(struct req *, const struct q_incident_by_ref *, const char *sentence);
void incident_tell_as(
	const struct incident_actor *, const struct q_incident_by_ref *, const char *sentence);

/* ---- The clock ---------------------------------------------------------------------------------
 */

/* The end (midnight in London) of the n-th working day after the day of `from`, whatever time of
 * that day it is: no Saturday, Sunday or bank holiday of England. What comes on a day off has the
 * same end as what came on the working day before it. */
int64_t working_days_after(struct db *, int64_t from, int n);
/* How many working days begin after `from` and up to `until`: 0 on the same day, and on a day off
 * right after it. */
int64_t working_days_between(struct db *, int64_t from, int64_t until);
/* The same for many at once: the bank holidays from the day of `first` to that of `last`. */
struct calendar;
const struct calendar *calendar_open(struct db *, TALLOC_CTX *, int64_t first, int64_t last);
int64_t calendar_first(const struct calendar *);
/* One whose holidays ("2026-12-25") are given. */
const struct calendar *calendar_of(TALLOC_CTX *, const char *const days[], size_t n);
int64_t calendar_after(const struct calendar *, int64_t from, int n);
int64_t calendar_between(const struct calendar *, int64_t from, int64_t until);

/* The order of the queue, smallest first: what nobody has looked at, overdue first; then what has
 * come back; what is being done; what waits for others; what is over. `since`: due_at, or state_at.
 */
int64_t incident_urgency(enum incident_state, bool looked_at, int64_t since);

/* ---- The report --------------------------------------------------------------------------------
 *
 * incident.report is JSON: {"answers": {field: value…}, "people": [{field: value…}…]}, made by the
 * form engine (form_answers: text, date, code of a choice: string; number: integer; checkboxes:
 * array). Names of fields: incident_report.h. */

/* A string of the answers; "" when not given. Valid as long as the document. */
const char *report_text(const json_t *report, const char *name);
/* An array of the answers (checkboxes); NULL when none. */
const json_t *report_list(const json_t *report, const char *name);
/* The document of a row, to be json_decref'ed with the request (it hangs on ctx). Never NULL. */
const json_t *report_open(TALLOC_CTX *, const char *report);
/* "low" to "extreme" for 1..25; facts.md: 1–3, 4–6, 8–12, 15–25. NULL when not graded. */
const char *grade_label(int64_t likelihood, int64_t consequence);
#endif
