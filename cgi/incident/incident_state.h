/* incident_state.h: the states of an incident, and who may move it from which to which: one table,
 * which the pages, the help and the tests read. */
#ifndef INCIDENT_STATE_H
#define INCIDENT_STATE_H

#include "incident.h"

enum incident_mover {
	MOVER_MANAGER,
	MOVER_REPORTER, /* a member of the practice, or whoever has the code of a report without a
			   name */
	MOVER_PROVIDER, /* whoever answers an investigation request */
	MOVER_PROGRAM,  /* a job */
	INCIDENT_MOVERS
};
/* "manager", "The incident manager". */
extern const struct choice incident_movers[INCIDENT_MOVERS];

enum incident_need {
	NEEDS_REASON = 1,    /* why, for managers */
	NEEDS_UNTIL = 2,     /* a day to come */
	NEEDS_OF_WHICH = 4,  /* another incident */
	NEEDS_QUESTION = 8,  /* to the reporter */
	NEEDS_TELL = 16,     /* what the reporter is told, in the manager's own words */
	NEEDS_REPORT = 32,   /* the report itself: its form does it, with its own query */
	NEEDS_REQUEST = 64,  /* an investigation request: its own page does it */
	NEEDS_ANSWER = 128,  /* the answer, which its page stores before it moves */
	NEEDS_SOON = 256,    /* within INCIDENT_REOPEN_DAYS of the day it was over */
	NEEDS_DAY_COME = 512 /* its day has come */
};
/* So long after it was over, a reporter may ask for another look. After that they report again. */
enum { INCIDENT_REOPEN_DAYS = 90 };

/* One line of the table: these movers may move it from any of these states. */
struct incident_way {
	unsigned from; /* 1 << enum incident_state, several */
	enum incident_state to;
	enum incident_mover mover;
	unsigned needs;
	const char *label; /* of the button */
	const char *told;  /* what the reporter is told; {until} is the day; NULL: nothing, or what
			      the manager writes */
};
extern const struct incident_way incident_ways[];
extern const size_t n_incident_ways;
/* NULL: there is none. */
const struct incident_way *incident_way(
	enum incident_state from, enum incident_state to, enum incident_mover);
/* What `needs` says, in words for the help: "why, until when". */
const char *incident_needs_words(TALLOC_CTX *, unsigned needs);
/* The colour of a state's tag: "blue" of class nhsuk-tag--blue. */
const char *incident_state_colour(enum incident_state);

/* Sets {{REF}}, {{TITLE}}, {{STATE}}, {{STATE_COLOUR}} and {{CSRF}} of the page. */
void incident_heading(struct req *, const struct q_incident_by_ref *);

/* A form that changes one: {{ROW_VERSION}} and {{SEEN}} of the page (incident_edit.c). */
const char *incident_version(struct req *, const struct q_incident_by_ref *);
void incident_carry(struct req *, const char *row_version, const char *seen);
/* After form_fill: no slip, and nobody changed the incident meanwhile (`now`: the same form of what
 * is stored). False: the form is to be shown again, and what it carries is set. */
bool incident_fits(
	struct req *, struct form *, const struct form *now, const struct q_incident_by_ref *);

/* Gives it to a manager to look after (0: to nobody), with its event and the trail; counts as a
 * first look. `name`: theirs. False: it is not as it was read. (incident_assign.c) */
bool incident_assign(
	struct req *, const struct q_incident_by_ref *, int64_t manager_id, const char *name);

struct incident_move {
	enum incident_state to;
	const char *reason;   /* for managers (of a reporter: theirs, who reads it too) */
	const char *until;    /* hold: "2026-11-22", a day to come */
	int64_t duplicate_of; /* duplicate: another one, no draft and no duplicate itself */
	const char *question; /* information: to the reporter */
	const char *tell; /* what the reporter is told instead of the table's words; NULL: those */
};

/* Does it, in the request's transaction: state, clocks, urgency, row_version, event, what the
 * reporter is told, a row of the trail. False, and nothing is changed: the table has no such move
 * for this mover from this state, something that it needs is missing, or the row has another
 * row_version by now than `in`. */
bool incident_move(struct req *, const struct q_incident_by_ref *, enum incident_mover,
	const struct incident_move *);
/* Its place in the queue, in this state: incident_urgency() of when it is due, or since when it is
 * so. */
int64_t incident_place(const struct incident_actor *, const struct q_incident_by_ref *,
	enum incident_state, int64_t state_at, bool looked);
/* The same outside a request, without a row of the trail. */
bool incident_move_as(const struct incident_actor *, const struct q_incident_by_ref *,
	enum incident_mover, const struct incident_move *);
#endif
