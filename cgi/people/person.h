/* person.h: people who sign in, as those who look after them see them. */
#ifndef PERSON_H
#define PERSON_H

#include <jansson.h>
#include "account.h"
#include "form.h"
#include "jobs.h"
#include "req.h"

/* One organisation that a person belongs to, and what they may do there. */
struct member_of {
	int64_t organisation_id;
	const char *code, *name, *kind;
	unsigned roles; /* ROLE_ bits */
};

/* ---- person_db.c ----------------------------------------------------------------------------- */

/* The person of /people/:person; false: there is none (not_found). */
bool person_find(struct req *, struct q_person_by_ref *);
/* How the person is named in addresses and in the trail; "" when there is none. */
const char *person_ref_of(struct db *, int64_t person_id);
size_t person_member_of(struct db *, TALLOC_CTX *, int64_t person_id, struct member_of **out);
/* Before an administrator is taken away: whoever does it stays one until this request is over. As
 * nobody does it to themselves, there is always one left; of two who do it to each other at once,
 * the second runs again and finds that they may not any more. */
void person_stays(struct req *);
/* Ends every session; their number. */
int64_t person_sign_out(struct req *, int64_t person_id);
void person_give(struct db *, int64_t person_id, int64_t organisation_id, unsigned roles);
/* After these a session is over. */
int64_t session_seen_after(const struct req *);
int64_t session_created_after(const struct req *);

/* What was typed for an organisation: its code, its name, or "Name (CODE)". */
enum organisation_found {
	ORGANISATION_FOUND,
	ORGANISATION_NONE,
	ORGANISATION_SEVERAL,
	ORGANISATION_CLOSED,
};
enum organisation_found organisation_typed(
	struct db *, TALLOC_CTX *, const char *typed, struct q_organisations_like *out);

/* ---- person_roles.c: shared with invitations ------------------------------------------------- */

/* "Author, Auditor", for people; "author, auditor", for the trail. */
const char *roles_words(TALLOC_CTX *, unsigned roles);
const char *roles_codes(TALLOC_CTX *, unsigned roles);
/* The fields "organisation" and "roles" of a form: offers open organisations while they are few
 * enough to be offered. */
void person_offer_organisations(struct req *, struct field *organisation);
enum { ROLE_CHOICES = 7 };
extern const struct choice role_choices[ROLE_CHOICES];
/* "Riverside Surgery (ZZ001)": as an organisation is offered, and understood. */
const char *organisation_words(TALLOC_CTX *, const char *name, const char *code);
void person_put_roles(struct form *, const char *field, unsigned roles);
/* The organisation and the roles of a checked form; false: said beside the field. */
bool person_organisation_and_roles(
	struct req *, struct form *, struct q_organisations_like *organisation, unsigned *roles);

/* ---- person.c -------------------------------------------------------------------------------- */

bool person_is_own(const struct req *, int64_t person_id);
/* Names and links that every page about one person has. */
void person_show(struct req *, const struct q_person_by_ref *);
/* Two people at one form (form_conflict): true when somebody else changed what it shows; then each
 * field says so, and *seen is what goes with it from now on. now: of the same fields, as stored. */
bool person_conflict(struct form *, const struct form *now, const char **seen);
/* Who has this e-mail address already, with a link. */
void person_show_other(struct req *, const char *email);
/* Puts an invitation with a new link into the outbox. */
void person_send_invitation(struct req *, const struct q_person_ref *, int64_t person_id);
/* 403: nobody does this to their own account. */
int person_refuse_own(struct req *, const struct q_person_by_ref *);

/* ---- device_request.c ------------------------------------------------------------------------ */

enum { DEVICE_REQUEST_SECONDS = 3 * 24 * 60 * 60 }; /* then it lapses */
const char *device_outcome_words(const char *outcome);
/* Requests that wait for this administrator to agree or refuse; shown on their first page. */
int64_t device_requests_for_me(struct req *);
/* For the jobs: requests that nobody answered in time are over. */
job_function device_requests_lapse;

/* ---- person_command.c: `soundings user invite`, `role`, `device`; exit status ---------------- */

int person_command_invite(
	struct db *, TALLOC_CTX *, const struct conf *, const struct account_order *);
/* Adds roles in one organisation; takes none away. */
int person_command_role(
	struct db *, TALLOC_CTX *, const struct conf *, const struct account_order *);
int person_command_device(
	struct db *, TALLOC_CTX *, const struct conf *, const struct account_order *);
#endif
