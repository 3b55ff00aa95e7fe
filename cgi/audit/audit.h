/* audit.h: the trail: who did what, when, to which record, from what to what.
 *
 * A row is added in the transaction of what it tells of: both or neither. Never in it: passwords,
 * codes, tokens, answers of respondents. Anonymous responses have no row. */
#ifndef AUDIT_H
#define AUDIT_H

#include <jansson.h>
#include "req.h"

enum audit_action {
	AUDIT_SIGN_IN,
	AUDIT_SIGN_IN_FAILED,
	AUDIT_SIGN_OUT,
	AUDIT_REFUSED, /* a page that is not for them, a form with a wrong token */
	AUDIT_LOOK,    /* a record with personal text was shown */
	AUDIT_ADD,
	AUDIT_CHANGE,
	AUDIT_REMOVE,
	AUDIT_EXPORT,
	AUDIT_IMPORT,
	AUDIT_PUBLISH,
	AUDIT_INVITE,
	AUDIT_ACT_FOR, /* chose for whom they act */
	AUDIT_ACTIONS
};
/* "sign_in" for the table, "Signed in" for people. */
const char *audit_action_code(enum audit_action);
const char *audit_action_label(enum audit_action);

/* The action of a code; AUDIT_ACTIONS for none. */
enum audit_action audit_action_of(const char *code);

/* subject: the kind of record, a word of the field ("person", "organisation", "survey", "setting",
 * "session", "mail"); ref: which one, as its address names it ("" for none). detail: see
 * audit_changed; NULL for none; taken over. The actor is r->person. */
void audit(struct req *, enum audit_action, const char *subject, const char *ref, json_t *detail);
/* The same where r->person is not the actor (signing in, a link from a message, the command line).
 * person_id 0 and who NULL: the program itself. r is NULL outside a request. */
struct audit_actor {
	int64_t person_id, organisation_id;
	const char *who; /* e-mail address */
};
void audit_as(struct db *, struct req *, const struct audit_actor *, enum audit_action,
	const char *subject, const char *ref, json_t *detail);
/* Of a verb of the command line: the program did it, at the word of the operating system's user. */
void audit_program(struct db *, TALLOC_CTX *, enum audit_action, const char *subject,
	const char *ref, json_t *detail);
/* The operating system's user: "root, by sudo from anna". */
const char *audit_operator(TALLOC_CTX *);
/* The page was refused: another's record, a role that is not theirs, a form's token that does not
 * fit. The path is kept without query and without what is secret in it. */
void audit_refused(struct req *, const char *why);

/* Adds {"field": {"from": from, "to": to}} when the two differ (NULL is ""). detail NULL begins
 * one; NULL again while nothing differs: `if (detail) audit(...)`. */
json_t *audit_changed(json_t *detail, const char *field, const char *from, const char *to);
/* Adds {"field": value}: of something new, or a plain fact ("rows": "1204"). */
json_t *audit_fact(json_t *detail, const char *field, const char *value);

/* Chains the rows that are committed and not chained yet; its own short transaction. Called after
 * the commit of a request that added rows, and by the jobs. False: not now (somebody else does). */
bool audit_link(struct db *, TALLOC_CTX *);
#endif
