/* access.c: roles and rights. Rights on routes stand in routes.c, rights on rows here; nowhere
 * else. */
#include "access.h"

#include <string.h>

static const struct {
	enum role bit;
	const char *code, *label;
} roles[] = {
	{ ROLE_PRACTICE_MEMBER, "practice_member", "Practice member" },
	{ ROLE_PROVIDER_MEMBER, "provider_member", "Provider or voluntary member" },
	{ ROLE_AUTHOR, "author", "Author" },
	{ ROLE_INCIDENT_MANAGER, "incident_manager", "Incident manager" },
	{ ROLE_CONTRACT_REVIEWER, "contract_reviewer", "Contract reviewer" },
	{ ROLE_AUDITOR, "auditor", "Auditor" },
	{ ROLE_ADMINISTRATOR, "administrator", "Administrator" },
};

const char *role_code(size_t i)
{
	return i < COUNT(roles) ? roles[i].code : NULL;
}

const char *role_label(size_t i)
{
	return i < COUNT(roles) ? roles[i].label : NULL;
}

enum role role_bit(size_t i)
{
	return roles[i].bit;
}

const char *role_name(const char *code)
{
	for (size_t i = 0; i < COUNT(roles); i++)
		if (strcmp(roles[i].code, code) == 0)
			return roles[i].label;
	return code;
}

static unsigned role_named(const char *name, size_t len)
{
	for (size_t i = 0; i < COUNT(roles); i++)
		if (strlen(roles[i].code) == len && memcmp(roles[i].code, name, len) == 0)
			return roles[i].bit;
	return 0;
}

unsigned roles_from_text(const char *names)
{
	unsigned all = 0, one;
	size_t len;

	for (; *names; names += len + (names[len] == ',')) {
		len = strcspn(names, ",");
		one = role_named(names, len);
		if (!one)
			return 0;
		all |= one;
	}
	return all;
}

unsigned access_roles_of_kind(const char *kind)
{
	if (strcmp(kind, "commissioner") == 0)
		return ROLE_AUTHOR | ROLE_INCIDENT_MANAGER | ROLE_CONTRACT_REVIEWER | ROLE_AUDITOR |
		       ROLE_ADMINISTRATOR;
	if (strcmp(kind, "practice") == 0)
		return ROLE_PRACTICE_MEMBER | ROLE_AUTHOR;
	return ROLE_PROVIDER_MEMBER | ROLE_AUTHOR;
}

bool access_allows(const struct person *person, unsigned who)
{
	if (who == WHO_EVERYONE)
		return true;
	if (!person)
		return false;
	if (who & OF_COMMISSIONER && !person->of_commissioner)
		return false;
	return who == WHO_SIGNED_IN || (person->roles & who) != 0;
}

bool access_all_surveys(const struct person *person)
{
	return person && person->of_commissioner;
}

bool access_runs(const struct person *person)
{
	return access_allows(person, OF_COMMISSIONER | ROLE_ADMINISTRATOR);
}

bool access_all_organisations(const struct person *person)
{
	return person && person->of_commissioner;
}

bool access_organisation(const struct person *person, int64_t organisation_id, int64_t successor_id)
{
	return access_all_organisations(person) ||
	       (person && (organisation_id == person->organisation_id ||
				  successor_id == person->organisation_id));
}
