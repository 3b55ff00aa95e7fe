/* person_invite.c: inviting somebody, for one organisation and with some roles. */
#include <stddef.h>
#include <string.h>
#include "access.h"
#include "account_token.h"
#include "audit.h"
#include "pages.h"
#include "person.h"
#include "search.h"

struct invite {
	const char *name, *email, *organisation;
};

enum { INVITE_ORGANISATION = 2, INVITE_FIELDS = 4 };

static const struct field invite_fields[INVITE_FIELDS] = {
	{ .type = FIELD_SHORT,
		.name = "name",
		.label = "Name",
		.required = true,
		.autocomplete = "off",
		.missing = "Enter the person's name",
		.into = offsetof(struct invite, name) },
	{ .type = FIELD_EMAIL,
		.name = "email",
		.label = "Email address",
		.hint = "Their own: nobody else may read it. The invitation goes there",
		.required = true,
		.autocomplete = "off",
		.missing = "Enter the person's email address",
		.into = offsetof(struct invite, email) },
	{ .type = FIELD_SHORT,
		.name = "organisation",
		.label = "Organisation",
		.hint = "Its code, or its name as it is in the list of organisations",
		.required = true,
		.autocomplete = "off",
		.max_length = 220,
		.missing = "Enter the organisation that they belong to",
		.into = offsetof(struct invite, organisation) },
	{ .type = FIELD_CHECKBOXES,
		.name = "roles",
		.label = "Roles",
		.required = true,
		.missing = "Choose at least one role",
		.choices = role_choices,
		.n_choices = ROLE_CHOICES },
};

void person_show_other(struct req *r, const char *email)
{
	struct q_person_ref_by_email other;
	struct tpl *t;

	if (!Q_ONE(r->db, person_ref_by_email, &other, .email = email))
		return;
	t = tpl_add(r->page, M_OTHER);
	tpl_set(t, M_OTHER_REF, other.ref);
	tpl_set(t, M_OTHER_NAME, other.name);
}

void person_send_invitation(struct req *r, const struct q_person_ref *person, int64_t person_id)
{
	struct member_of *list;
	size_t n = person_member_of(r->db, r->ctx, person_id, &list);

	account_mail_invite(r->db, r->ctx, r->conf, r->settings,
		&(struct account_mail){ .person_id = person_id,
			.email = person->email,
			.name = person->name,
			.organisation = n ? list[0].name : r->person->organisation,
			.invited_by = r->person->person_id,
			.invited_by_name = r->person->name },
		r->now);
}

static struct form *invite_form(struct req *r)
{
	struct field *fields = NEW_ARRAY(r->ctx, struct field, INVITE_FIELDS);

	memcpy(fields, invite_fields, sizeof invite_fields);
	person_offer_organisations(r, &fields[INVITE_ORGANISATION]);
	return form_new(r->ctx, fields, INVITE_FIELDS);
}

static int show_invite(struct req *r, const struct form *f, int status)
{
	tpl_set(r->page, M_CSRF, r->csrf);
	form_show(f, 0, INVITE_FIELDS, r->page, false);
	return page_show(r, status, T_people_invite, "Invite somebody");
}

/* The next one is often invited for the same organisation, with the same roles. */
static void put_like(struct req *r, struct form *f, const char *ref)
{
	struct q_person_by_ref person;
	struct member_of *list;

	if (!Q_ONE(r->db, person_by_ref, &person, .ref = ref) ||
		person_member_of(r->db, r->ctx, person.person_id, &list) == 0)
		return;
	form_put(f, "organisation", 0, organisation_words(r->ctx, list[0].name, list[0].code));
	person_put_roles(f, "roles", list[0].roles);
}

/* GET /people/invite: ?organisation=CODE from the page of an organisation, ?like=PERSON from the
 * page of who was invited before. */
int people_invite(struct req *r)
{
	struct form *f = invite_form(r);
	const char *code = params_get(&r->query, "organisation"),
		   *like = params_get(&r->query, "like");
	struct q_organisation_by_code row;

	if (code && Q_ONE(r->db, organisation_by_code, &row, .code = code))
		form_put(f, "organisation", 0, organisation_words(r->ctx, row.name, code));
	else if (like)
		put_like(r, f, like);
	return show_invite(r, f, 200);
}

static json_t *detail_of(struct req *r, const struct invite *in, const char *code, unsigned roles)
{
	json_t *detail = audit_fact(NULL, "name", in->name);

	detail = audit_fact(detail, "email", in->email);
	detail = audit_fact(detail, "organisation", code);
	return audit_fact(detail, "roles", roles_codes(r->ctx, roles));
}

/* POST /people/invite */
int people_invite_save(struct req *r)
{
	struct form *f = invite_form(r);
	struct q_organisations_like organisation = { 0 };
	struct q_person_ref person;
	struct invite in = { 0 };
	int64_t person_id;
	unsigned roles;
	bool fine = form_fill(f, &r->body, &in);

	if (!person_organisation_and_roles(r, f, &organisation, &roles) || !fine)
		return show_invite(r, f, 422);
	if (Q_RUN(r->db, person_invite, .organisation_id = organisation.organisation_id,
		    .email = in.email, .name = in.name, .now = r->now) == DB_DUPLICATE) {
		person_show_other(r, in.email);
		form_fail(f, "email", "This email address has an account already");
		return show_invite(r, f, 422);
	}
	person_id = db_last_id(r->db);
	search_store(r->db, r->ctx, "person", person_id, in.name, in.email, NULL);
	person_give(r->db, person_id, organisation.organisation_id, roles);
	if (!Q_ONE(r->db, person_ref, &person, .person_id = person_id))
		return page_error(r, 503);
	person_send_invitation(r, &person, person_id);
	audit(r, AUDIT_INVITE, "person", person.ref, detail_of(r, &in, organisation.code, roles));
	flash(r, text_format(r->ctx, "An invitation is on its way to %s.", person.email));
	return redirect(r, "/people/%s", person.ref);
}
