/* person_command.c: inviting, giving roles, and helping after a lost device, from the command line:
 * for the first administrator of an empty installation, and where there are no two administrators.
 */
#include <stdio.h>
#include <string.h>
#include <time.h>
#include "access.h"
#include "account.h"
#include "account_token.h"
#include "audit.h"
#include "conf.h"
#include "person.h"
#include "search.h"

/* Nothing where it is the database that failed: the caller tries again, and says so at last. */
static int complain(struct db *db, const char *verb, const char *sentence)
{
	if (db_state(db) != DB_FINE)
		return 1;
	db_rollback(db);
	fprintf(stderr, "soundings: user %s: %s\n", verb, sentence);
	return 1;
}

/* The link is on stdout alone, so that it can be piped; no message is queued. */
static int print_link(struct db *db, TALLOC_CTX *ctx, const struct conf *conf, const char *page,
	const char *token, int64_t until)
{
	if (!db_commit(db))
		return 1;
	fprintf(stderr,
		"The link works once, until %s. It is a secret: give it to that person "
		"alone.\n",
		time_text(ctx, until));
	printf("%s/%s/%s\n", conf_get(conf, "staff_url", ""), page, token);
	return 0;
}

static int64_t add(struct db *db, TALLOC_CTX *ctx, const struct account_order *order,
	const struct q_organisation_of *organisation, int64_t now)
{
	unsigned roles = roles_from_text(order->roles);
	struct q_person_ref person;
	json_t *detail;
	int64_t id;

	if (Q_RUN(db, person_invite, .organisation_id = organisation->organisation_id,
		    .email = order->email, .name = order->name, .now = now) != DB_DONE)
		return 0;
	id = db_last_id(db);
	search_store(db, ctx, "person", id, order->name, order->email, NULL);
	person_give(db, id, organisation->organisation_id, roles);
	if (!Q_ONE(db, person_ref, &person, .person_id = id))
		return 0;
	detail = audit_fact(audit_fact(NULL, "name", order->name), "email", order->email);
	detail = audit_fact(detail, "organisation", organisation->code);
	audit_program(db, ctx, AUDIT_INVITE, "person", person.ref,
		audit_fact(detail, "roles", roles_codes(ctx, roles)));
	return id;
}

/* Who is invited already, and has not come: they are given another link. */
static bool is_invited(struct db *db, const char *email, struct q_person_ref_by_email *person)
{
	return Q_ONE(db, person_ref_by_email, person, .email = email) &&
	       strcmp(person->state, "invited") == 0;
}

int person_command_invite(
	struct db *db, TALLOC_CTX *ctx, const struct conf *conf, const struct account_order *order)
{
	const struct settings *settings = settings_get(db, conf, time(NULL));
	int64_t now = time(NULL), seconds = 3600 * setting_int(settings, SETTING_INVITE_HOURS);
	struct q_organisation_of organisation;
	struct q_person_ref_by_email known;
	int64_t id;

	if (!check_email(order->email) || !text_is_plain(order->name) ||
		text_length(order->name) > 200)
		return complain(db, "invite", "the e-mail address or the name is not one");
	if (!roles_from_text(order->roles))
		return complain(db, "invite",
			"one of the roles does not exist (soundings --help lists them)");
	if (!Q_ONE(db, organisation_of, &organisation,
		    .organisation_id = account_organisation(db, ctx, conf, order->organisation)))
		return complain(db, "invite", "there is no organisation with this code");
	if (roles_from_text(order->roles) & ~access_roles_of_kind(organisation.kind))
		return complain(db, "invite", "people of this organisation cannot have this role");
	if (is_invited(db, order->email, &known)) {
		id = known.person_id;
		audit_program(db, ctx, AUDIT_INVITE, "person", known.ref,
			audit_fact(NULL, "again to", order->email));
	} else {
		id = add(db, ctx, order, &organisation, now);
	}
	if (id == 0)
		return complain(db, "invite", "this e-mail address has an account already");
	return print_link(db, ctx, conf, "join",
		account_token_make(db, ctx, conf, id, TOKEN_INVITE, now, seconds), now + seconds);
}

int person_command_device(
	struct db *db, TALLOC_CTX *ctx, const struct conf *conf, const struct account_order *order)
{
	const struct settings *settings = settings_get(db, conf, time(NULL));
	int64_t now = time(NULL), seconds = 3600 * setting_int(settings, SETTING_INVITE_HOURS);
	struct q_person_ref_by_email person;

	if (!Q_ONE(db, person_ref_by_email, &person, .email = order->email) ||
		strcmp(person.state, "active") != 0)
		return complain(db, "device", "nobody with this e-mail address can sign in");
	Q_RUN(db, session_end_all, .now = now, .person_id = person.person_id);
	audit_program(db, ctx, AUDIT_CHANGE, "person", person.ref,
		audit_changed(NULL, "new device", "", "link made on the server"));
	return print_link(db, ctx, conf, "device",
		account_token_make(db, ctx, conf, person.person_id, TOKEN_DEVICE, now, seconds),
		now + seconds);
}

/* What they may do there now; nothing when they are no member. */
static unsigned roles_at(struct db *db, TALLOC_CTX *ctx, int64_t person_id, int64_t organisation_id)
{
	struct member_of *list;
	size_t n = person_member_of(db, ctx, person_id, &list);

	for (size_t i = 0; i < n; i++)
		if (list[i].organisation_id == organisation_id)
			return list[i].roles;
	return 0;
}

int person_command_role(
	struct db *db, TALLOC_CTX *ctx, const struct conf *conf, const struct account_order *order)
{
	unsigned roles = roles_from_text(order->roles), before;
	struct q_organisation_of organisation;
	struct q_person_ref_by_email person;

	if (!roles)
		return complain(db, "role",
			"one of the roles does not exist (soundings --help lists them)");
	if (!Q_ONE(db, person_ref_by_email, &person, .email = order->email) ||
		strcmp(person.state, "disabled") == 0)
		return complain(db, "role", "nobody with this e-mail address can sign in");
	if (!Q_ONE(db, organisation_of, &organisation,
		    .organisation_id = account_organisation(db, ctx, conf, order->organisation)))
		return complain(db, "role", "there is no organisation with this code");
	if (roles & ~access_roles_of_kind(organisation.kind))
		return complain(db, "role", "people of this organisation cannot have this role");
	before = roles_at(db, ctx, person.person_id, organisation.organisation_id);
	if ((before | roles) == before) {
		db_rollback(db);
		fprintf(stderr, "%s has this role already\n", order->email);
		return 0;
	}
	person_give(db, person.person_id, organisation.organisation_id, roles);
	Q_RUN(db, person_changed, .person_id = person.person_id);
	audit_program(db, ctx, AUDIT_CHANGE, "person", person.ref,
		audit_changed(NULL, text_format(ctx, "roles for %s", organisation.code),
			roles_codes(ctx, before), roles_codes(ctx, before | roles)));
	return db_commit(db) ? 0 : 1;
}
