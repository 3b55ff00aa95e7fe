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

enum incident_access access_incident(const struct person *p, int64_t organisation_id,
	int64_t reporter_id, bool draft, bool anonymous)
{
	unsigned may = 0;

	if (draft)
		return p->person_id == reporter_id && p->organisation_id == organisation_id &&
				       p->roles & ROLE_PRACTICE_MEMBER
			       ? INCIDENT_REPORTS
			       : 0;
	/* A colleague who did not give a name is protected from their own practice too. */
	if (p->roles & ROLE_PRACTICE_MEMBER && p->organisation_id == organisation_id && !anonymous)
		may |= INCIDENT_REPORTS;
	if (access_allows(p, MANAGES_INCIDENTS))
		may |= INCIDENT_MANAGES;
	if (access_allows(p, READS_INCIDENTS))
		may |= INCIDENT_READS;
	return (enum incident_access)may;
}

bool access_investigation(
	const struct person *person, int64_t organisation_id, int64_t successor_id)
{
	return access_allows(person, ANSWERS_INVESTIGATIONS) &&
	       (organisation_id == person->organisation_id ||
		       successor_id == person->organisation_id);
}

enum bulletin_access access_bulletin(const struct person *p, bool published)
{
	unsigned may = published ? BULLETIN_READS : 0;

	if (access_allows(p, READS_INCIDENTS))
		may |= BULLETIN_READS | BULLETIN_SEES;
	if (access_allows(p, MANAGES_INCIDENTS))
		may |= BULLETIN_MANAGES;
	return (enum bulletin_access)may;
}

enum file_access access_incident_file(const struct person *p, const struct file_for *f)
{
	enum incident_access incident =
		access_incident(p, f->organisation_id, f->reporter_id, f->draft, f->anonymous);
	unsigned may = 0;

	if (incident & (INCIDENT_MANAGES | INCIDENT_READS))
		may |= FILE_OPENS;
	if (incident & INCIDENT_REPORTS && f->practice)
		may |= FILE_OPENS;
	if (f->asked && !f->draft && access_investigation(p, f->asked_id, f->successor_id))
		may |= FILE_OPENS;
	if (f->draft ? incident & INCIDENT_REPORTS && f->by_them : incident & INCIDENT_MANAGES)
		may |= FILE_REMOVES;
	return (enum file_access)may;
}

bool access_contract_party(
	const struct person *person, int64_t organisation_id, int64_t successor_id)
{
	return access_allows(person, SENDS_RETURNS) &&
	       (organisation_id == person->organisation_id ||
		       successor_id == person->organisation_id);
}

enum review_access access_review(const struct person *p, bool declared, bool conflict)
{
	unsigned may = 0;

	if (conflict)
		return (enum review_access)0;
	if (access_allows(p, KEEPS_CONTRACTS))
		may |= REVIEW_DECLARES | (declared ? REVIEW_READS | REVIEW_WORKS : 0u);
	if (access_allows(p, OF_COMMISSIONER | ROLE_AUDITOR))
		may |= REVIEW_READS;
	return (enum review_access)may;
}

bool access_submission(const struct person *person, int64_t organisation_id, int64_t successor_id)
{
	return access_allows(person, MAKES_SUBMISSIONS) &&
	       (organisation_id == person->organisation_id ||
		       successor_id == person->organisation_id);
}
