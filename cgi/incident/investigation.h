/* investigation.h: requests to other organisations to look into an incident, as the pages of both
 * sides need them.
 *
 * Whoever answers never sees the report: only what a manager wrote for them (subject, brief,
 * questions), and of who reported what the reporter allowed and the manager chose (`shown`). What
 * their pages show comes from q_investigation_by_ref and the queries of its request_id alone. */
#ifndef INVESTIGATION_H
#define INVESTIGATION_H

#include "incident.h"
#include "incident_sections.h"

/* The order of investigation_request.state and of investigation_states[]. */
enum investigation_state { ASKED, ANSWERED, ACCEPTED, WITHDRAWN, INVESTIGATION_STATES };
/* Labels for managers. */
extern const struct choice investigation_states[INVESTIGATION_STATES];
enum investigation_state investigation_state_of(const char *code);
/* It still waits, and its day has passed. */
bool investigation_is_overdue(int64_t now, const char *state, const char *due_on);

/* Working days: to answer, to answer once more, before the end when they are reminded. */
enum { INVESTIGATION_DAYS = 20, INVESTIGATION_AGAIN_DAYS = 10, INVESTIGATION_REMIND_DAYS = 5 };
/* The last of so many working days from now: "2026-12-18". */
const char *investigation_due(struct req *, int working_days);

/* For a member of the organisation that was asked (r->args[0]): 0, or what the page returns: 404,
 * or the page that says that it was taken back. */
int investigation_found(struct req *, struct q_investigation_by_ref *);

/* What both sides read: the state, the brief, the questions, every answer. At {{>BODY}}. */
void investigation_show(struct req *, const struct q_investigation_by_ref *, struct tpl *page);

/* The files of a request, at {{>FILES}}, for who reads with these eyes (FOR_PROVIDER, FOR_MANAGER).
 */
void investigation_files_show(
	struct req *, const struct q_investigation_by_ref *, unsigned audience, struct tpl *);

/* An answer, in the words of its form. */
struct investigation_answer {
	const char *channel; /* how it came: "here" */
	const char *found, *why, *done, *done_on, *learn;
	const json_t
		*reasons; /* why passages that look like somebody's identity stay; NULL: none */
};
enum { ANSWER_FIELDS = 5 };
extern const struct field investigation_answer_fields[ANSWER_FIELDS];
/* Stores it, once a round; says so in the history and the trail; and when nobody else is waited
 * for, the incident goes on. False: this round has its answer already. */
bool investigation_answer_store(
	struct req *, const struct q_investigation_by_ref *, const struct investigation_answer *);

/* Messages without content: to everybody who answers for that organisation, and to who looks after
 * the incident. `sentence` begins the message. */
struct investigation_mail {
	int64_t organisation_id;
	const char *ref, *subject, *sentence;
};
struct settings;
void investigation_mail_members(struct db *, TALLOC_CTX *, const struct conf *,
	const struct settings *, int64_t now, const struct investigation_mail *);
void investigation_mail_asked(struct req *, const struct q_investigation_by_ref *,
	const char *subject, const char *sentence);
void investigation_mail_manager(struct req *, const struct q_investigation_by_ref *);

/* For "What waits for you". */
int64_t investigations_for_me(struct req *);

/* ---- The managers' side ---- */

/* May an organisation be asked, as the incident stands? */
bool investigation_may_ask(const struct q_incident_by_ref *);
/* What of a text would tell them who reported, where that is not shown: a sentence, or NULL. */
const char *investigation_reveals(
	TALLOC_CTX *, const struct q_incident_by_ref *, const char *shown, const char *text);
/* The incident waits for an organisation (again): moves it, or notes that one more is waited for.
 * `tell`: the reporter is told so; NULL: the usual words. False: not as it stands now. */
bool investigation_wait(struct req *, const struct q_incident_by_ref *, const char *tell);
/* Nobody is waited for any more but this one? */
bool investigation_is_last(struct req *, const struct q_investigation_by_ref *);
#endif
