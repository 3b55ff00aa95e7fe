/* person_change.c: what an administrator changes of an account: name, e-mail address, whether it
 * can be used, where it is signed in. */
#include <stddef.h>
#include <string.h>
#include "access.h"
#include "audit.h"
#include "mail.h"
#include "pages.h"
#include "person.h"
#include "search.h"
#include "setting.h"

static bool is_invited(const struct q_person_by_ref *person)
{
	return strcmp(person->state, "invited") == 0;
}

static void invite_again(struct req *r, const struct q_person_by_ref *person)
{
	person_send_invitation(r,
		&(struct q_person_ref){
			.ref = person->ref, .name = person->name, .email = person->email },
		person->person_id);
}

/* ---- Name and e-mail address ----------------------------------------------------------------- */

struct edit {
	const char *name, *email;
};

static const struct field edit_fields[] = {
	{ .type = FIELD_SHORT,
		.name = "name",
		.label = "Name",
		.required = true,
		.autocomplete = "off",
		.missing = "Enter the person's name",
		.into = offsetof(struct edit, name) },
	{ .type = FIELD_EMAIL,
		.name = "email",
		.label = "Email address",
		.required = true,
		.autocomplete = "off",
		.missing = "Enter the person's email address",
		.into = offsetof(struct edit, email) },
};

static struct form *stored_form(struct req *r, const struct q_person_by_ref *person)
{
	struct form *f = form_new(r->ctx, edit_fields, COUNT(edit_fields));

	form_put(f, "name", 0, person->name);
	form_put(f, "email", 0, person->email);
	return f;
}

static int show_edit(struct req *r, const struct form *f, const struct q_person_by_ref *person,
	const char *seen, int status)
{
	person_show(r, person);
	tpl_set(r->page, M_SEEN, seen ? seen : "");
	tpl_show_if(r->page, M_INVITED, is_invited(person));
	form_show(f, 0, COUNT(edit_fields), r->page, false);
	return page_show(r, status, T_person_edit, "Change name or email address");
}

/* GET /people/:person/edit */
int person_edit(struct req *r)
{
	struct q_person_by_ref person;
	struct form *f;

	if (!person_find(r, &person))
		return not_found(r);
	f = stored_form(r, &person);
	return show_edit(r, f, &person, form_seen(f), 200);
}

/* Whoever reads the old address learns of it: they may not have wanted it. */
static void tell_old_address(struct req *r, const struct q_person_by_ref *person)
{
	struct mail mail = {
		.kind = "email_changed",
		.recipient = person->email,
		.subject = "Your email address in Soundings has changed",
		.body = text_format(r->ctx,
			"Dear %s,\n\nan administrator has changed the email address of your "
			"account in Soundings, %s. This address is not used any more, and you "
			"were signed out everywhere.\n\nIf you did not expect this, tell us at "
			"once: %s\n",
			person->name, setting_text(r->settings, SETTING_NAME),
			setting_text(r->settings, SETTING_CONTACT)),
	};

	mail_add(r->db, r->ctx, r->conf, &mail, r->now);
}

static void email_changed(
	struct req *r, const struct q_person_by_ref *person, const struct edit *in)
{
	person_sign_out(r, person->person_id);
	Q_RUN(r->db, person_tokens_spend, .now = r->now, .person_id = person->person_id);
	if (!is_invited(person)) {
		tell_old_address(r, person);
		return;
	}
	person_send_invitation(r, &(struct q_person_ref){ .name = in->name, .email = in->email },
		person->person_id);
}

static int edit_taken(struct req *r, struct form *f, const struct q_person_by_ref *person,
	const char *seen, const struct edit *in)
{
	person_show_other(r, in->email);
	form_fail(f, "email", "This email address belongs to another account");
	return show_edit(r, f, person, seen, 422);
}

/* POST /people/:person/edit */
int person_edit_save(struct req *r)
{
	struct form *f = form_new(r->ctx, edit_fields, COUNT(edit_fields));
	const char *seen = params_get(&r->body, "seen");
	struct q_person_by_ref person;
	struct edit in = { 0 };
	json_t *detail;
	int64_t changed = 0;

	if (!person_find(r, &person))
		return not_found(r);
	if (!form_fill(f, &r->body, &in) || person_conflict(f, stored_form(r, &person), &seen))
		return show_edit(r, f, &person, seen, 422);
	detail = audit_changed(NULL, "name", person.name, in.name);
	detail = audit_changed(detail, "email", person.email, in.email);
	if (!detail) {
		flash(r, "Nothing was changed.");
		return redirect(r, "/people/%s", person.ref);
	}
	if (Q_RUN_COUNT(r->db, person_rename, &changed, .name = in.name, .email = in.email,
		    .person_id = person.person_id,
		    .row_version = person.row_version) == DB_DUPLICATE) {
		json_decref(detail);
		return edit_taken(r, f, &person, seen, &in);
	}
	search_store(r->db, r->ctx, "person", person.person_id, in.name, in.email, NULL);
	if (strcmp(person.email, in.email) != 0)
		email_changed(r, &person, &in);
	audit(r, AUDIT_CHANGE, "person", person.ref, detail);
	flash(r, "The changes have been saved.");
	return redirect(r, "/people/%s", person.ref);
}

/* ---- Disabling and enabling ------------------------------------------------------------------ */

struct reason {
	const char *reason;
};

static const struct field reason_fields[] = {
	{ .type = FIELD_LONG,
		.name = "reason",
		.label = "Reason",
		.hint = "It is kept in the trail",
		.required = true,
		.max_length = 500,
		.missing = "Enter the reason",
		.into = offsetof(struct reason, reason) },
};

static int show_disable(
	struct req *r, const struct form *f, const struct q_person_by_ref *person, int status)
{
	person_show(r, person);
	tpl_show(r->page, is_invited(person) ? M_WITHDRAW : M_DISABLE);
	form_show(f, 0, COUNT(reason_fields), r->page, false);
	return page_show(r, status, T_person_disable,
		is_invited(person) ? "Withdraw the invitation" : "Disable the account");
}

static int show_enable(
	struct req *r, const struct form *f, const struct q_person_by_ref *person, int status)
{
	person_show(r, person);
	tpl_show(r->page, person->joined ? M_AGAIN : M_INVITE);
	form_show(f, 0, COUNT(reason_fields), r->page, false);
	return page_show(r, status, T_person_enable, "Enable the account");
}

/* The person, when they are in a state that fits; false: *status is the answer. Nobody disables
 * themselves; what is done already needs no second time. */
static bool state_begin(struct req *r, struct q_person_by_ref *person, bool disabling, int *status)
{
	if (!person_find(r, person)) {
		*status = not_found(r);
		return false;
	}
	if (person_is_own(r, person->person_id)) {
		*status = person_refuse_own(r, person);
		return false;
	}
	if (disabling != (strcmp(person->state, "disabled") != 0)) {
		flash(r, disabling ? "The account is disabled already."
				   : "The account is not disabled.");
		*status = redirect(r, "/people/%s", person->ref);
		return false;
	}
	return true;
}

/* GET /people/:person/disable */
int person_disable(struct req *r)
{
	struct q_person_by_ref person;
	int status;

	if (!state_begin(r, &person, true, &status))
		return status;
	return show_disable(r, form_new(r->ctx, reason_fields, COUNT(reason_fields)), &person, 200);
}

/* POST /people/:person/disable */
int person_disable_save(struct req *r)
{
	struct form *f = form_new(r->ctx, reason_fields, COUNT(reason_fields));
	struct q_person_by_ref person;
	struct reason in = { 0 };
	json_t *detail;
	int status;

	if (!state_begin(r, &person, true, &status))
		return status;
	if (!form_fill(f, &r->body, &in))
		return show_disable(r, f, &person, 422);
	if (person.administers)
		person_stays(r);
	Q_RUN(r->db, person_set_state, .state = "disabled", .person_id = person.person_id,
		.was = person.state);
	person_sign_out(r, person.person_id);
	Q_RUN(r->db, person_tokens_spend, .now = r->now, .person_id = person.person_id);
	detail = audit_changed(NULL, "state", person.state, "disabled");
	audit(r, AUDIT_CHANGE, "person", person.ref, audit_fact(detail, "reason", in.reason));
	flash(r, text_format(r->ctx, "%s of %s.",
			 is_invited(&person) ? "You have withdrawn the invitation"
					     : "You have disabled the account",
			 person.name));
	return redirect(r, "/people/%s", person.ref);
}

/* GET /people/:person/enable */
int person_enable(struct req *r)
{
	struct q_person_by_ref person;
	int status;

	if (!state_begin(r, &person, false, &status))
		return status;
	return show_enable(r, form_new(r->ctx, reason_fields, COUNT(reason_fields)), &person, 200);
}

/* POST /people/:person/enable */
int person_enable_save(struct req *r)
{
	struct form *f = form_new(r->ctx, reason_fields, COUNT(reason_fields));
	struct q_person_by_ref person;
	struct reason in = { 0 };
	const char *state;
	json_t *detail;
	int status;

	if (!state_begin(r, &person, false, &status))
		return status;
	if (!form_fill(f, &r->body, &in))
		return show_enable(r, f, &person, 422);
	state = person.joined ? "active" : "invited";
	Q_RUN(r->db, person_set_state, .state = state, .person_id = person.person_id,
		.was = person.state);
	if (!person.joined)
		invite_again(r, &person);
	detail = audit_changed(NULL, "state", person.state, state);
	audit(r, AUDIT_CHANGE, "person", person.ref, audit_fact(detail, "reason", in.reason));
	flash(r, text_format(r->ctx, "You have enabled the account of %s.", person.name));
	return redirect(r, "/people/%s", person.ref);
}

/* ---- The invitation again; signing out ------------------------------------------------------- */

/* GET /people/:person/send-again */
int person_send_again(struct req *r)
{
	struct q_person_by_ref person;

	if (!person_find(r, &person) || !is_invited(&person))
		return not_found(r);
	person_show(r, &person);
	return page_show(r, 200, T_person_send_again, "Send the invitation again");
}

/* POST /people/:person/send-again */
int person_send_again_save(struct req *r)
{
	struct q_person_by_ref person;

	if (!person_find(r, &person) || !is_invited(&person))
		return not_found(r);
	invite_again(r, &person);
	audit(r, AUDIT_INVITE, "person", person.ref, audit_fact(NULL, "again to", person.email));
	flash(r, text_format(r->ctx, "A new invitation is on its way to %s.", person.email));
	return redirect(r, "/people/%s", person.ref);
}

/* GET /people/:person/sign-out */
int person_sign_out_view(struct req *r)
{
	struct q_person_by_ref person;

	if (!person_find(r, &person))
		return not_found(r);
	person_show(r, &person);
	return page_show(r, 200, T_person_sign_out, "Sign out everywhere");
}

/* POST /people/:person/sign-out */
int person_sign_out_save(struct req *r)
{
	struct q_person_by_ref person;
	int64_t n;

	if (!person_find(r, &person))
		return not_found(r);
	n = person_sign_out(r, person.person_id);
	audit(r, AUDIT_SIGN_OUT, "person", person.ref,
		audit_fact(NULL, "sessions ended", count_text(r->ctx, n)));
	flash(r, text_format(r->ctx, "%s has been signed out everywhere.", person.name));
	return redirect(r, "/people/%s", person.ref);
}
