/* access.h: roles, and what each may do (product.md). */
#ifndef ACCESS_H
#define ACCESS_H

#include <stdbool.h>
#include "req.h"

enum role {
	ROLE_PRACTICE_MEMBER = 1,
	ROLE_PROVIDER_MEMBER = 2,
	ROLE_AUTHOR = 4,
	ROLE_INCIDENT_MANAGER = 8,
	ROLE_CONTRACT_REVIEWER = 16,
	ROLE_AUDITOR = 32,
	ROLE_ADMINISTRATOR = 64,
};

/* Who may open a route: nobody needs to sign in, anybody who has, or one of these roles. */
enum { WHO_EVERYONE = 0, WHO_SIGNED_IN = 1 << 30 };
/* Beside roles: and only who acts for the commissioner, the organisation that runs all this. */
enum { OF_COMMISSIONER = 1 << 29 };

#define READS_SURVEYS (ROLE_AUTHOR | ROLE_AUDITOR)
/* Staff of the commissioner: see its organisations. */
#define STAFF                                                                                      \
	(OF_COMMISSIONER | ROLE_AUTHOR | ROLE_INCIDENT_MANAGER | ROLE_CONTRACT_REVIEWER |          \
		ROLE_AUDITOR | ROLE_ADMINISTRATOR)
/* Runs this installation, and who watches that. The auditor reads everything and changes nothing.
 */
#define RUNS                   (OF_COMMISSIONER | ROLE_ADMINISTRATOR)
#define WATCHES                (OF_COMMISSIONER | ROLE_ADMINISTRATOR | ROLE_AUDITOR)
/* Keeps a record although its years are over: the records manager (an administrator), and who looks
 * after incidents, or keeps the register of contracts; of which kinds, says retention_kinds.c. */
#define HOLDS_INCIDENTS        (RUNS | ROLE_INCIDENT_MANAGER)
#define HOLDS_CONTRACTS        (RUNS | ROLE_CONTRACT_REVIEWER)
#define HOLDS_RECORDS          (HOLDS_INCIDENTS | HOLDS_CONTRACTS)
/* Incidents: who reports them, looks after them, reads about them, answers for another
 * organisation.
 */
#define REPORTS_INCIDENTS      ROLE_PRACTICE_MEMBER
#define MANAGES_INCIDENTS      (OF_COMMISSIONER | ROLE_INCIDENT_MANAGER)
#define READS_INCIDENTS        (OF_COMMISSIONER | ROLE_INCIDENT_MANAGER | ROLE_AUDITOR)
#define ANSWERS_INVESTIGATIONS ROLE_PROVIDER_MEMBER
/* Contracts and reviews: who keeps the register and judges; who reads; who sends monitoring returns
 * and answers findings for another organisation; who sends plans and bids; who declares interests.
 */
#define KEEPS_CONTRACTS        (OF_COMMISSIONER | ROLE_CONTRACT_REVIEWER)
#define READS_CONTRACTS        (OF_COMMISSIONER | ROLE_CONTRACT_REVIEWER | ROLE_AUDITOR)
#define DECLARES_INTERESTS                                                                         \
	(OF_COMMISSIONER | ROLE_AUTHOR | ROLE_INCIDENT_MANAGER | ROLE_CONTRACT_REVIEWER |          \
		ROLE_ADMINISTRATOR)
/* Proposals: who makes them, hears what people say, comes back to them; who reads all that. */
#define MAKES_PROPOSALS   (OF_COMMISSIONER | ROLE_AUTHOR)
#define READS_PROPOSALS   (OF_COMMISSIONER | ROLE_AUTHOR | ROLE_AUDITOR)
#define SENDS_RETURNS     ROLE_PROVIDER_MEMBER
#define MAKES_SUBMISSIONS (ROLE_PRACTICE_MEMBER | ROLE_PROVIDER_MEMBER)
/* Of which incident, says access_incident_file(). */
#define OPENS_FILES                                                                                \
	(ROLE_PRACTICE_MEMBER | ROLE_PROVIDER_MEMBER | ROLE_INCIDENT_MANAGER | ROLE_AUDITOR)
#define REMOVES_FILES (ROLE_PRACTICE_MEMBER | ROLE_INCIDENT_MANAGER)

/* Bits of "author,auditor"; 0 when one of them is unknown. */
unsigned roles_from_text(const char *names);
/* "author" -> "Author", in the order of product.md; the i-th role there is, NULL after the last. */
const char *role_code(size_t i);
const char *role_label(size_t i);
enum role role_bit(size_t i);
const char *role_name(const char *code); /* its label; the code itself when it is none */
/* Bits of the roles that people of this kind of organisation can have. */
unsigned access_roles_of_kind(const char *kind);
/* May this person (NULL: nobody) open a route that is for `who`? */
bool access_allows(const struct person *, unsigned who);
/* Rights on rows: surveys of every organisation, or only of one's own. */
bool access_all_surveys(const struct person *);
/* Looks after people, organisations and settings: an administrator of the commissioner. */
bool access_runs(const struct person *);
/* Organisations: every one, or only one's own (and those that were merged into it). */
bool access_all_organisations(const struct person *);
bool access_organisation(const struct person *, int64_t organisation_id, int64_t successor_id);

/* An incident, one of these bits or none. A draft is its writer's alone; what was
 * reported without a name, by a practice's link, is not for that practice: its writer works there.
 */
enum incident_access { INCIDENT_REPORTS = 1, INCIDENT_READS = 2, INCIDENT_MANAGES = 4 };
enum incident_access access_incident(const struct person *, int64_t organisation_id,
	int64_t reporter_id, bool draft, bool anonymous);

/* A learning bulletin: READS it, once it is published; SEES it in every state, with where it comes
 * from and who has read it; MANAGES it. (Who may approve one: bulletin_publish.c.) */
enum bulletin_access { BULLETIN_READS = 1, BULLETIN_SEES = 2, BULLETIN_MANAGES = 4 };
enum bulletin_access access_bulletin(const struct person *, bool published);
/* An investigation request, for the organisation that was asked, or that goes on for it: reads it
 * and answers it. (Managers and the auditor read it with its incident.) */
bool access_investigation(const struct person *, int64_t organisation_id, int64_t successor_id);

/* A file of an incident, these bits or none. Managers and the auditor open every one that was sent;
 * the practice what is for it, in a draft its writer alone; who was asked, what is for their
 * request. Who added it takes it out of a draft; afterwards a manager does. */
enum file_access { FILE_OPENS = 1, FILE_REMOVES = 2 };
struct file_for {
	int64_t organisation_id, reporter_id; /* of the incident */
	bool draft, anonymous;
	bool by_them;  /* they added it */
	bool practice; /* it is for the practice that reported */
	bool asked;    /* it is for who was asked: asked_id, or who goes on for it */
	int64_t asked_id, successor_id;
};
enum file_access access_incident_file(const struct person *, const struct file_for *);

/* A contract's organisation, or who goes on for it: sees its contract, sends its returns, reads and
 * answers the findings of its reviews. */
bool access_contract_party(const struct person *, int64_t organisation_id, int64_t successor_id);

/* A review, these bits or none. `declared`: this person declared "none" for it; `conflict`:
 * declared a conflict of interest that stands. A conflict takes everything away, whatever their
 * roles. Before anything else a reviewer declares; the auditor, who judges nothing, reads without
 * that. */
enum review_access { REVIEW_DECLARES = 1, REVIEW_READS = 2, REVIEW_WORKS = 4 };
enum review_access access_review(const struct person *, bool declared, bool conflict);

/* A submission, for its organisation: a draft too. Staff see what was sent, through its review. */
bool access_submission(const struct person *, int64_t organisation_id, int64_t successor_id);
#endif
