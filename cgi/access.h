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
#define RUNS    (OF_COMMISSIONER | ROLE_ADMINISTRATOR)
#define WATCHES (OF_COMMISSIONER | ROLE_ADMINISTRATOR | ROLE_AUDITOR)

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
#endif
