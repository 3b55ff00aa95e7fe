/* organisation_edit.c: a new organisation, and changing what is known of one. */
#include "organisation_edit.h"

#include <stddef.h>
#include <string.h>
#include "audit.h"
#include "pages.h"

struct typed {
	const char *kind, *code, *name, *locality, *peer_group, *opened_on;
	const char *address, *postcode, *telephone, *email;
};

/* Choices of kind, locality and peer group are put in by fields_for(). */
static const struct field all_fields[] = {
	{ .type = FIELD_RADIOS,
		.name = "kind",
		.label = "Kind",
		.required = true,
		.missing = "Select what kind of organisation it is",
		.into = offsetof(struct typed, kind) },
	{ .type = FIELD_SHORT,
		.name = "code",
		.label = "Code",
		.hint = "For a practice its NHS organisation code, like Y00001. Letters, digits "
			"and "
			"hyphens; it "
			"cannot be changed later",
		.required = true,
		.max_length = 12,
		.autocomplete = "off",
		.into = offsetof(struct typed, code) },
	{ .type = FIELD_SHORT,
		.name = "name",
		.label = "Name",
		.required = true,
		.max_length = 200,
		.autocomplete = "off",
		.into = offsetof(struct typed, name) },
	{ .type = FIELD_SELECT,
		.name = "locality",
		.label = "Locality",
		.when_name = "kind",
		.when_code = "practice",
		.into = offsetof(struct typed, locality) },
	{ .type = FIELD_SELECT,
		.name = "peer_group",
		.label = "Peer group",
		.when_name = "kind",
		.when_code = "practice",
		.into = offsetof(struct typed, peer_group) },
	{ .type = FIELD_DATE,
		.name = "opened_on",
		.label = "Opened on",
		.into = offsetof(struct typed, opened_on) },
	{ .type = FIELD_SHORT,
		.name = "address",
		.label = "Address",
		.hint = "In one line, without the postcode",
		.max_length = 300,
		.autocomplete = "off",
		.into = offsetof(struct typed, address) },
	{ .type = FIELD_POSTCODE,
		.name = "postcode",
		.label = "Postcode",
		.autocomplete = "off",
		.into = offsetof(struct typed, postcode) },
	{ .type = FIELD_SHORT,
		.name = "telephone",
		.label = "Telephone",
		.max_length = 30,
		.autocomplete = "off",
		.into = offsetof(struct typed, telephone) },
	{ .type = FIELD_EMAIL,
		.name = "email",
		.label = "Email address",
		.hint = "Of the organisation, not of one person",
		.autocomplete = "off",
		.into = offsetof(struct typed, email) },
};

/* ---- The form -------------------------------------------------------------------------------- */

static bool is(const struct field *field, const char *name)
{
	return strcmp(field->name, name) == 0;
}

/* The fields that this form has: a code is typed once; the commissioner stays one, and a second one
 * is never a choice; no list of groups while there are none. */
static struct form *form_for(struct req *r, const struct organisation *of)
{
	struct field *fields = NEW_ARRAY(r->ctx, struct field, COUNT(all_fields));
	bool commissioner = of && strcmp(of->kind, "commissioner") == 0;
	size_t n = 0, n_localities, n_peers;
	const struct choice *localities =
		group_choices(r->db, r->ctx, GROUP_LOCALITY, &n_localities);
	const struct choice *peers = group_choices(r->db, r->ctx, GROUP_PEER, &n_peers);

	for (size_t i = 0; i < COUNT(all_fields); i++) {
		struct field *field = &fields[n];

		*field = all_fields[i];
		if ((of && is(field, "code")) || (commissioner && is(field, "kind")))
			continue;
		if (is(field, "kind")) {
			field->choices = organisation_kinds + 1;
			field->n_choices = n_organisation_kinds - 1;
		} else if (is(field, "locality")) {
			field->choices = localities;
			field->n_choices = n_localities;
		} else if (is(field, "peer_group")) {
			field->choices = peers;
			field->n_choices = n_peers;
		}
		if (field->type == FIELD_SELECT && field->n_choices == 0)
			continue;
		n++;
	}
	return form_new(r->ctx, fields, n);
}

static const char *group_code(struct req *r, int64_t group_id)
{
	return group_id ? text_format(r->ctx, "%lld", (long long)group_id) : NULL;
}

static void put(struct req *r, struct form *f, const struct organisation *of)
{
	form_put(f, "kind", 0, of->kind);
	form_put(f, "name", 0, of->name);
	form_put(f, "locality", 0, group_code(r, of->locality_id));
	form_put(f, "peer_group", 0, group_code(r, of->peer_group_id));
	form_put_date(f, "opened_on", of->opened_on);
	form_put(f, "address", 0, of->address);
	form_put(f, "postcode", 0, of->postcode);
	form_put(f, "telephone", 0, of->telephone);
	form_put(f, "email", 0, of->email);
}

static const char *checked(const struct form *f, const char *name)
{
	size_t i;

	return form_field_index(f, name, &i) ? f->values[i].text : NULL;
}

/* What the form engine does not know. */
static void check_more(struct req *r, struct form *f, const struct organisation *of)
{
	const char *code = checked(f, "code"), *telephone = checked(f, "telephone"),
		   *opened_on = checked(f, "opened_on");
	char canonical[13];

	if (code && !organisation_code(code, canonical))
		form_fail(f, "code", "A code has 2 to 12 letters, digits and hyphens, like Y00001");
	if (telephone && (telephone[strspn(telephone, "0123456789 +()-.extEXT")] ||
				 !strpbrk(telephone, "0123456789")))
		form_fail(f, "telephone", "Enter a telephone number, like 01225 496 0000");
	if (of && of->closed_on && opened_on && strcmp(opened_on, of->closed_on) > 0)
		form_fail(f, "opened_on",
			text_format(r->ctx, "It closed on %s, and cannot have opened later",
				date_text(r->ctx, of->closed_on)));
}

/* The group that was chosen, kept where it is until this transaction ends. */
static void take_group(struct req *r, struct form *f, enum group_kind kind, const char *field,
	int64_t *id, const char **name)
{
	const char *code = checked(f, field);
	size_t i, c;

	*id = 0;
	*name = NULL;
	if (!code || !check_number(code, id) || !form_field_index(f, field, &i))
		return;
	c = choice_index(f->fields[i].choices, f->fields[i].n_choices, code);
	*name = f->fields[i].choices[c].label;
	if (!group_lock(r->db, kind, *id))
		form_fail(f, field, "Somebody has just removed this one. Select another one");
}

static void take(struct req *r, struct form *f, const struct typed *in, struct organisation *out)
{
	if (in->kind)
		out->kind = in->kind;
	out->name = in->name;
	take_group(r, f, GROUP_LOCALITY, "locality", &out->locality_id, &out->locality);
	take_group(r, f, GROUP_PEER, "peer_group", &out->peer_group_id, &out->peer_group);
	out->opened_on = in->opened_on;
	out->address = in->address;
	out->postcode = in->postcode;
	out->telephone = in->telephone;
	out->email = in->email;
}

static int show(struct req *r, const struct form *f, const struct organisation *of, int status)
{
	const char *title = of ? text_format(r->ctx, "Change %s", of->name) : "New organisation";

	tpl_set(r->page, M_HEADING, title);
	tpl_show(r->page, of ? M_EXISTING : M_FRESH);
	if (of)
		organisation_show(r, of);
	form_show(f, 0, f->n, r->page, false);
	return page_show(r, status, T_organisation_edit, title);
}

void organisation_show(struct req *r, const struct organisation *of)
{
	tpl_set(r->page, M_ORGANISATION_CODE, of->code);
	tpl_set(r->page, M_ORGANISATION_NAME, of->name);
}

/* ---- New ------------------------------------------------------------------------------------- */

/* GET /organisations/new */
int organisation_new(struct req *r)
{
	return show(r, form_for(r, NULL), NULL, 200);
}

static bool asks_for_commissioner(const struct req *r)
{
	const char *kind = params_get(&r->body, "kind");

	return kind && strcmp(kind, "commissioner") == 0;
}

static bool added(struct req *r, struct form *f, struct organisation *out)
{
	switch (organisation_add(r->db, out)) {
	case ORGANISATION_ADDED:
		return true;
	case ORGANISATION_CODE_TAKEN:
		form_fail(f, "code", "Another organisation has this code");
		return false;
	case ORGANISATION_COMMISSIONER_THERE:
		break;
	}
	form_fail(f, "kind", "There can be only one commissioner, and there is one already");
	return false;
}

/* POST /organisations/new */
int organisation_new_save(struct req *r)
{
	struct form *f = form_for(r, NULL);
	struct organisation out = { 0 };
	struct typed in = { 0 };
	char code[13];

	form_fill(f, &r->body, &in);
	if (asks_for_commissioner(r))
		form_fail(
			f, "kind", "There can be only one commissioner, and there is one already");
	check_more(r, f, NULL);
	if (f->n_errors == 0)
		take(r, f, &in, &out);
	if (f->n_errors > 0 || !organisation_code(in.code, code))
		return show(r, f, NULL, 422);
	out.code = code;
	if (!added(r, f, &out))
		return show(r, f, NULL, 422);
	audit(r, AUDIT_ADD, "organisation", code, organisation_changes(NULL, &out));
	flash(r, text_format(r->ctx, "%s was added.", out.name));
	return redirect(r, "/organisations/%s", code);
}

/* ---- Edit ------------------------------------------------------------------------------------ */

static void carry(struct req *r, const char *row_version, const char *seen)
{
	tpl_set(r->page, M_ROW_VERSION, row_version ? row_version : "");
	tpl_set(r->page, M_SEEN, seen ? seen : "");
}

static const char *version_text(struct req *r, const struct organisation *of)
{
	return text_format(r->ctx, "%lld", (long long)of->row_version);
}

static struct form *stored_form(
	struct req *r, const struct form *like, const struct organisation *of)
{
	struct form *f = form_new(r->ctx, like->fields, like->n);

	put(r, f, of);
	return f;
}

/* GET /organisations/:code/edit */
int organisation_edit(struct req *r)
{
	struct organisation of;
	struct form *f;

	if (!organisation_get(r->db, r->args[0], &of))
		return not_found(r);
	f = form_for(r, &of);
	put(r, f, &of);
	carry(r, version_text(r, &of), form_seen(f));
	return show(r, f, &of, 200);
}

/* POST /organisations/:code/edit */
int organisation_edit_save(struct req *r)
{
	const char *version = params_get(&r->body, "row_version"),
		   *seen = params_get(&r->body, "seen");
	struct organisation of, out;
	struct typed in = { 0 };
	struct form *f;
	json_t *detail;

	if (!organisation_lock(r->db, r->args[0], &of))
		return not_found(r);
	f = form_for(r, &of);
	form_fill(f, &r->body, &in);
	check_more(r, f, &of);
	if (f->n_errors == 0 && (!version || strcmp(version, version_text(r, &of)) != 0)) {
		struct form *now = stored_form(r, f, &of);

		if (form_conflict(f, now, seen)) {
			version = version_text(r, &of);
			seen = form_seen(now);
			form_fail(f, NULL,
				"Somebody else changed this organisation while you were typing. "
				"Nothing of yours is saved yet. Look at what they changed, then "
				"save again");
		}
	}
	out = of;
	if (f->n_errors == 0)
		take(r, f, &in, &out);
	if (f->n_errors > 0) {
		carry(r, version, seen);
		return show(r, f, &of, 422);
	}
	detail = organisation_changes(&of, &out);
	if (!detail) {
		flash_notice(r, "There was nothing to change.");
		return redirect(r, "/organisations/%s", of.code);
	}
	organisation_update(r->db, &out);
	audit(r, AUDIT_CHANGE, "organisation", of.code, detail);
	flash(r, text_format(r->ctx, "%s was changed.", out.name));
	return redirect(r, "/organisations/%s", of.code);
}
