/* person_roles.c: which roles there are to choose from, and what a person may do for which
 * organisation. */
#include <string.h>
#include "access.h"
#include "audit.h"
#include "pages.h"
#include "person.h"

const struct choice role_choices[ROLE_CHOICES] = {
	{ .code = "practice_member",
		.label = "Practice member",
		.hint = "Of a practice: reports incidents, answers what the practice is asked" },
	{ .code = "provider_member",
		.label = "Provider or voluntary member",
		.hint = "Of any other organisation: answers what it is asked" },
	{ .code = "author",
		.label = "Author",
		.hint = "Of any organisation: makes surveys, invites, reads results, publishes" },
	{ .code = "incident_manager",
		.label = "Incident manager",
		.hint = "Of the commissioner: triages, investigates and closes incidents" },
	{ .code = "contract_reviewer",
		.label = "Contract reviewer",
		.hint = "Of the commissioner: keeps the register of contracts, reviews, votes" },
	{ .code = "auditor",
		.label = "Auditor",
		.hint = "Of the commissioner: reads everything, changes nothing" },
	{ .code = "administrator",
		.label = "Administrator",
		.hint = "Of the commissioner: organisations, people, roles, settings" },
};

enum { OFFERED_MOST = 300 };

static const char *joined(
	TALLOC_CTX *ctx, unsigned roles, const char *(*name)(size_t), const char *last)
{
	struct buf out = { .ctx = ctx };
	unsigned left = roles;

	for (size_t i = 0; role_code(i); i++) {
		if (!(roles & role_bit(i)))
			continue;
		left &= ~(unsigned)role_bit(i);
		buf_addf(&out, "%s%s", out.len == 0 ? "" : left ? ", " : last, name(i));
	}
	return buf_text(&out);
}

const char *roles_words(TALLOC_CTX *ctx, unsigned roles)
{
	return joined(ctx, roles, role_label, ", ");
}

const char *roles_codes(TALLOC_CTX *ctx, unsigned roles)
{
	return joined(ctx, roles, role_code, ", ");
}

/* ---- An organisation and roles in a form ----------------------------------------------------- */

const char *organisation_words(TALLOC_CTX *ctx, const char *name, const char *code)
{
	return text_format(ctx, "%s (%s)", name, code);
}

void person_put_roles(struct form *f, const char *name, unsigned roles)
{
	size_t n = 0;

	for (size_t i = 0; role_code(i); i++)
		if (roles & role_bit(i))
			form_put(f, name, n++, role_code(i));
}

/* A long list helps nobody, and would make each page as long as there are organisations. */
void person_offer_organisations(struct req *r, struct field *organisation)
{
	struct db_rows *rows = Q_ROWS(r->db, organisations_to_offer);
	struct choice *offered = NEW_ARRAY(r->ctx, struct choice, OFFERED_MOST + 1);
	struct q_organisations_to_offer row;
	size_t n = 0;

	while (Q_NEXT(rows, organisations_to_offer, &row)) {
		if (n <= OFFERED_MOST)
			offered[n].code = offered[n].label =
				organisation_words(r->ctx, row.name, row.code);
		n++;
	}
	organisation->choices = offered;
	organisation->n_choices = n <= OFFERED_MOST ? n : 0;
}

static const char *kind_words(const char *kind)
{
	static const struct {
		const char *kind, *words;
	} list[] = {
		{ "commissioner", "the commissioner" },
		{ "practice", "a practice" },
		{ "provider", "a provider" },
		{ "voluntary", "a voluntary organisation" },
		{ "council", "a council" },
	};

	for (size_t i = 0; i < COUNT(list); i++)
		if (strcmp(list[i].kind, kind) == 0)
			return list[i].words;
	return "this organisation";
}

static const char *not_found_words(
	struct req *r, enum organisation_found found, const struct q_organisations_like *row)
{
	switch (found) {
	case ORGANISATION_SEVERAL:
		return "Several organisations have this name: enter the code of the one you mean";
	case ORGANISATION_CLOSED:
		return text_format(
			r->ctx, "%s has closed: enter an organisation that is open", row->name);
	default:
		return "There is no organisation with this code or name: enter its code, or its "
		       "name exactly as it is in the list of organisations";
	}
}

bool person_organisation_and_roles(
	struct req *r, struct form *f, struct q_organisations_like *organisation, unsigned *roles)
{
	size_t place = 0, role_place = 0;
	enum organisation_found found;
	unsigned fitting;

	form_field_index(f, "organisation", &place);
	form_field_index(f, "roles", &role_place);
	*roles = 0;
	for (size_t i = 0; i < f->values[role_place].n_parts; i++)
		*roles |= roles_from_text(f->values[role_place].parts[i]);
	if (!f->values[place].text)
		return false;
	found = organisation_typed(r->db, r->ctx, f->values[place].text, organisation);
	if (found != ORGANISATION_FOUND) {
		form_fail(f, "organisation", not_found_words(r, found, organisation));
		return false;
	}
	fitting = access_roles_of_kind(organisation->kind);
	if (f->values[role_place].error || (*roles & ~fitting) == 0)
		return f->n_errors == 0;
	form_fail(f, "roles",
		text_format(r->ctx, "People of %s can have these roles only: %s",
			kind_words(organisation->kind), roles_words(r->ctx, fitting)));
	return false;
}

/* ---- /people/:person/roles ------------------------------------------------------------------- */

/* The form: a field of checkboxes for each organisation the person belongs to, then one more
 * organisation and its roles. */
struct roles_form {
	struct q_person_by_ref person;
	struct member_of *list;
	size_t n;
	struct form *form;
	const char *seen; /* what it held when it was made */
	bool added;       /* an organisation to add was given */
	struct q_organisations_like organisation;
	unsigned *roles, added_roles; /* as they are to be; roles: n */
};

enum { FIELDS_AFTER = 2 };

/* Those that fit, and those that the person has there anyway. */
static void choose_from(TALLOC_CTX *ctx, const struct member_of *member, struct field *field)
{
	unsigned offered = access_roles_of_kind(member->kind) | member->roles;
	struct choice *choices = NEW_ARRAY(ctx, struct choice, ROLE_CHOICES);
	size_t n = 0;

	for (size_t i = 0; i < ROLE_CHOICES; i++)
		if (roles_from_text(role_choices[i].code) & offered)
			choices[n++] = (struct choice){ .code = role_choices[i].code,
				.label = role_choices[i].label };
	field->choices = choices;
	field->n_choices = n;
}

static const char *field_at(struct req *r, const struct member_of *member)
{
	return text_format(r->ctx, "at-%s", member->code);
}

static void make_form(struct req *r, struct roles_form *in)
{
	struct field *fields = NEW_ARRAY(r->ctx, struct field, in->n + FIELDS_AFTER);
	size_t i;

	for (i = 0; i < in->n; i++) {
		fields[i] = (struct field){ .type = FIELD_CHECKBOXES,
			.name = field_at(r, &in->list[i]),
			.label = text_format(r->ctx, "Roles for %s", in->list[i].name),
			.unmarked = true };
		choose_from(r->ctx, &in->list[i], &fields[i]);
	}
	fields[i] = (struct field){ .type = FIELD_SHORT,
		.name = "organisation",
		.label = "Add an organisation",
		.hint = "Its code, or its name as it is in the list of organisations",
		.autocomplete = "off",
		.max_length = 220 };
	person_offer_organisations(r, &fields[i]);
	fields[i + 1] = (struct field){ .type = FIELD_CHECKBOXES,
		.name = "roles",
		.label = "Roles for the added organisation",
		.choices = role_choices,
		.n_choices = ROLE_CHOICES };
	in->form = form_new(r->ctx, fields, in->n + FIELDS_AFTER);
}

static int show_roles(struct req *r, const struct roles_form *in, int status)
{
	person_show(r, &in->person);
	tpl_set(r->page, M_SEEN, in->seen ? in->seen : "");
	form_show(in->form, 0, in->n + FIELDS_AFTER, r->page, false);
	return page_show(r, status, T_person_roles, "Change roles");
}

/* False when there is nobody, or it is oneself: then *status is the answer. */
static bool roles_begin(struct req *r, struct roles_form *in, int *status)
{
	*in = (struct roles_form){ 0 };
	if (!person_find(r, &in->person)) {
		*status = not_found(r);
		return false;
	}
	if (person_is_own(r, in->person.person_id)) {
		*status = person_refuse_own(r, &in->person);
		return false;
	}
	in->n = person_member_of(r->db, r->ctx, in->person.person_id, &in->list);
	in->roles = NEW_ARRAY(r->ctx, unsigned, in->n + 1);
	make_form(r, in);
	in->seen = params_get(&r->body, "seen");
	return true;
}

static void put_stored(struct req *r, const struct roles_form *in, struct form *f)
{
	for (size_t i = 0; i < in->n; i++)
		person_put_roles(f, field_at(r, &in->list[i]), in->list[i].roles);
}

int person_roles(struct req *r)
{
	struct roles_form in;
	int status;

	if (!roles_begin(r, &in, &status))
		return status;
	put_stored(r, &in, in.form);
	in.seen = form_seen(in.form);
	return show_roles(r, &in, 200);
}

/* What was ticked for each organisation. One that somebody else added after the form was opened was
 * not on it: that is a conflict, and it is shown as it is. */
static bool read_roles(struct req *r, struct roles_form *in)
{
	struct form *now = form_new(r->ctx, in->form->fields, in->form->n);

	for (size_t i = 0; i < in->n; i++)
		for (size_t p = 0; p < in->form->values[i].n_parts; p++)
			in->roles[i] |= roles_from_text(in->form->values[i].parts[p]);
	put_stored(r, in, now);
	/* What is to be added is stored nowhere yet: nobody else can have changed it. */
	return !person_conflict(in->form, now, &in->seen);
}

/* The organisation to add, when one was given; roles without one are a slip too. */
static void read_added(struct req *r, struct roles_form *in)
{
	const struct field_value *typed = &in->form->values[in->n];
	size_t ticked = in->form->values[in->n + 1].n_parts;

	if (!typed->text && ticked == 0)
		return;
	if (!typed->text && !typed->error)
		form_fail(in->form, "organisation",
			"Enter the organisation that these roles are for");
	if (!person_organisation_and_roles(r, in->form, &in->organisation, &in->added_roles))
		return;
	if (ticked == 0)
		form_fail(in->form, "roles", "Choose at least one role");
	in->added = ticked > 0;
	for (size_t i = 0; i < in->n; i++)
		if (in->list[i].organisation_id == in->organisation.organisation_id) {
			in->roles[i] |= in->added_roles;
			in->added = false;
		}
}

/* Somebody with an account has a role; an administrator who takes this from another stays one. */
static void check_whole(struct req *r, struct roles_form *in)
{
	unsigned all = in->added ? in->added_roles : 0;

	for (size_t i = 0; i < in->n; i++)
		all |= in->roles[i];
	if (!all)
		form_fail(in->form, NULL,
			"Choose at least one role. To take everything away, disable the account");
	else if (in->person.administers)
		person_stays(r);
}

static json_t *store(struct req *r, const struct roles_form *in, const struct member_of *at,
	unsigned roles, json_t *detail)
{
	for (size_t i = 0; role_code(i); i++) {
		if ((at->roles & role_bit(i)) == (roles & role_bit(i)))
			continue;
		if (roles & role_bit(i))
			Q_RUN(r->db, membership_add, .person_id = in->person.person_id,
				.organisation_id = at->organisation_id, .role = role_code(i));
		else
			Q_RUN(r->db, membership_remove, .person_id = in->person.person_id,
				.organisation_id = at->organisation_id, .role = role_code(i));
	}
	return audit_changed(detail, text_format(r->ctx, "roles for %s", at->code),
		roles_codes(r->ctx, at->roles), roles_codes(r->ctx, roles));
}

int person_roles_save(struct req *r)
{
	struct roles_form in;
	json_t *detail = NULL;
	int status;

	if (!roles_begin(r, &in, &status))
		return status;
	if (!form_fill(in.form, &r->body, NULL) || !read_roles(r, &in))
		return show_roles(r, &in, 422);
	read_added(r, &in);
	if (in.form->n_errors == 0)
		check_whole(r, &in);
	if (in.form->n_errors > 0)
		return show_roles(r, &in, 422);
	for (size_t i = 0; i < in.n; i++)
		detail = store(r, &in, &in.list[i], in.roles[i], detail);
	if (in.added)
		detail = store(r, &in,
			&(struct member_of){ .organisation_id = in.organisation.organisation_id,
				.code = in.organisation.code },
			in.added_roles, detail);
	if (!detail) {
		flash(r, "Nothing was changed.");
		return redirect(r, "/people/%s", in.person.ref);
	}
	Q_RUN(r->db, person_touch, .person_id = in.person.person_id,
		.row_version = in.person.row_version);
	audit(r, AUDIT_CHANGE, "person", in.person.ref, detail);
	flash(r, text_format(r->ctx, "The roles of %s have been changed. They hold from now on.",
			 in.person.name));
	return redirect(r, "/people/%s", in.person.ref);
}
