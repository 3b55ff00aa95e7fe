/* sign_in.c: signing in with e-mail, password and one-time code on one form, so that nobody is ever
 * half signed in. */
#include <stddef.h>
#include <string.h>
#include "audit.h"
#include "form.h"
#include "kept.h"
#include "pages.h"
#include "proof.h"
#include "session.h"
#include "tries.h"

struct sign_in {
	const char *email, *password, *code;
};

static const struct field fields[] = {
	{ .type = FIELD_EMAIL,
		.name = "email",
		.label = "Email address",
		.required = true,
		.autocomplete = "username",
		.missing = "Enter your email address",
		.into = offsetof(struct sign_in, email) },
	{ .type = FIELD_PASSWORD,
		.name = "password",
		.label = "Password",
		.required = true,
		.autocomplete = "current-password",
		.missing = "Enter your password",
		.into = offsetof(struct sign_in, password) },
	{ .type = FIELD_CODE,
		.name = "code",
		.label = "One-time code",
		.required = true,
		.autocomplete = "one-time-code",
		.hint = "The 6 digits that your authenticator app shows now",
		.missing = "Enter the one-time code",
		.into = offsetof(struct sign_in, code) },
};

static const struct field recovery_fields[] = {
	{ .type = FIELD_EMAIL,
		.name = "email",
		.label = "Email address",
		.required = true,
		.autocomplete = "username",
		.missing = "Enter your email address",
		.into = offsetof(struct sign_in, email) },
	{ .type = FIELD_PASSWORD,
		.name = "password",
		.label = "Password",
		.required = true,
		.autocomplete = "current-password",
		.missing = "Enter your password",
		.into = offsetof(struct sign_in, password) },
	{ .type = FIELD_CODE,
		.name = "code",
		.label = "Recovery code",
		.required = true,
		.max_length = RECOVERY_LETTERS,
		.autocomplete = "off",
		.hint = "One of the codes that you kept on paper, like ABCD-EFGH-JKLM-NPQR. Each "
			"works once.",
		.missing = "Enter one of your recovery codes",
		.into = offsetof(struct sign_in, code) },
};

static int show(struct req *r, const struct form *f, int status)
{
	form_show(f, 0, COUNT(fields), r->page, false);
	return page_show(r, status, T_sign_in, "Sign in");
}

int sign_in_view(struct req *r)
{
	if (r->person)
		return redirect(r, "/");
	return show(r, form_new(r->ctx, fields, COUNT(fields)), 200);
}

/* The account of this e-mail address; of nobody, when none that is active has it. */
static void holder_of(struct req *r, const char *email, struct holder *h, const char **exact)
{
	struct q_person_by_email row;

	*h = (struct holder){ 0 };
	*exact = NULL;
	if (!Q_ONE(r->db, person_by_email, &row, .email = email))
		return;
	*h = (struct holder){ row.person_id, row.organisation_id, row.password_hash,
		row.totp_secret, row.totp_step };
	*exact = row.email;
}

/* True: they are signed in. */
static bool sign_in(struct req *r, const struct sign_in *in, const char *where, int64_t *person_id)
{
	struct holder h;
	struct audit_actor actor;
	struct proof proof = {
		.where = where, .email = in->email, .password = in->password, .code = in->code
	};

	holder_of(r, in->email, &h, &actor.who);
	if (!proof_holds(r, &h, &proof))
		return false;
	*person_id = actor.person_id = h.person_id;
	actor.organisation_id = h.organisation_id;
	session_start(r, h.person_id);
	tries_know_browser(r, in->email);
	audit_as(r->db, r, &actor, AUDIT_SIGN_IN, "session", "",
		strcmp(where, "sign in") == 0 ? NULL : audit_fact(NULL, "with", where));
	return true;
}

int sign_in_save(struct req *r)
{
	struct form *f = form_new(r->ctx, fields, COUNT(fields));
	struct sign_in in = { 0 };
	int64_t person_id;

	if (!form_fill(f, &r->body, &in))
		return show(r, f, 422);
	if (!sign_in(r, &in, "sign in", &person_id)) {
		f->form_error = "The email address, password or one-time code is not right";
		f->n_errors++;
		return show(r, f, 422);
	}
	return kept_redirect(r, person_id);
}

static int show_recovery(struct req *r, const struct form *f, int status)
{
	form_show(f, 0, COUNT(recovery_fields), r->page, false);
	return page_show(r, status, T_sign_in_recovery, "Sign in with a recovery code");
}

/* GET /sign-in/recovery */
int sign_in_recovery_view(struct req *r)
{
	if (r->person)
		return redirect(r, "/");
	return show_recovery(r, form_new(r->ctx, recovery_fields, COUNT(recovery_fields)), 200);
}

/* POST /sign-in/recovery */
int sign_in_recovery_save(struct req *r)
{
	struct form *f = form_new(r->ctx, recovery_fields, COUNT(recovery_fields));
	struct sign_in in = { 0 };
	int64_t person_id, left;

	if (!form_fill(f, &r->body, &in))
		return show_recovery(r, f, 422);
	if (strlen(in.code) != RECOVERY_LETTERS) {
		form_fail(f, "code", "Enter a recovery code: it has 16 letters and numbers");
		return show_recovery(r, f, 422);
	}
	if (!sign_in(r, &in, "recovery code", &person_id)) {
		f->form_error = "The email address, password or recovery code is not right";
		f->n_errors++;
		return show_recovery(r, f, 422);
	}
	left = recovery_left(r, person_id);
	flash(r, left == 0 ? "You are signed in, with your last recovery code. Make new ones now, "
			     "and set up a new device, under your name above."
			   : text_format(r->ctx,
				     "You are signed in. That recovery code is used up: you have "
				     "%lld left. If you have lost your device, set up a new one "
				     "under your name above.",
				     (long long)left));
	return kept_redirect(r, person_id);
}

int sign_out(struct req *r)
{
	audit(r, AUDIT_SIGN_OUT, "session", "", NULL);
	session_stop(r);
	flash(r, "You have signed out.");
	return redirect(r, "/sign-in");
}
