/* sign_in.c: signing in with e-mail, password and one-time code on one form, so that nobody is ever
 * half signed in. */
#include <ctype.h>
#include <sodium.h>
#include <stddef.h>
#include <string.h>
#include "account.h"
#include "form.h"
#include "kept.h"
#include "pages.h"
#include "seal.h"
#include "session.h"

enum { FAILURES_MOST = 10, FAILURE_SECONDS = 15 * 60 };

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

/* Tries are counted by account and address together, so that a stranger elsewhere cannot lock the
 * owner out; wrong codes with the right password by account alone (`from` is no address then), or
 * who knows the password could try codes from many addresses until one fits. */
static void account_mark(
	struct req *r, const char *email, const char *from, uint8_t mark[HASH_BYTES])
{
	char *text = text_format(r->ctx, "%s %s", email, from ? from : "");

	for (char *c = text; *c; c++)
		*c = (char)tolower((unsigned char)*c);
	mac_bytes(r->conf, "sign-in", mark, text, strlen(text));
}

static bool too_many(struct req *r, const uint8_t mark[HASH_BYTES])
{
	struct q_failure_count row;

	return Q_ONE(r->db, failure_count, &row, .account_hash = { mark, HASH_BYTES },
		       .after = r->now - FAILURE_SECONDS) &&
	       row.n >= FAILURES_MOST;
}

/* The account that these three belong to, or 0. Everything is computed whatever fails first: one
 * answer, in the same time; so what is counted has one row more than it needs when the password was
 * wrong, for a mark that nobody has. */
static int64_t account_of(struct req *r, const struct sign_in *in)
{
	struct q_person_by_email row = { 0 };
	uint8_t codes[HASH_BYTES];
	bool known = Q_ONE(r->db, person_by_email, &row, .email = in->email);
	bool password = password_fits(known ? row.password_hash : NULL, in->password);
	int64_t step = known ? totp_step(r->ctx, r->conf, row.totp_secret, in->code, r->now) : 0,
		used = 0;
	bool stop;

	account_mark(r, in->email, "codes", codes);
	stop = too_many(r, codes);
	if (!known || !password || step <= row.totp_step || stop) {
		if (!password)
			randombytes_buf(codes, sizeof codes);
		Q_RUN(r->db, failure_add, .account_hash = { codes, sizeof codes }, .now = r->now);
		return 0;
	}
	Q_RUN_COUNT(r->db, person_use_code, &used, .step = step, .person_id = row.person_id);
	return used == 1 ? row.person_id : 0;
}

int sign_in_save(struct req *r)
{
	struct form *f = form_new(r->ctx, fields, COUNT(fields));
	uint8_t mark[HASH_BYTES];
	struct sign_in in = { 0 };
	int64_t person_id;

	if (!form_fill(f, &r->body, &in))
		return show(r, f, 422);
	account_mark(r, in.email, r->address, mark);
	person_id = too_many(r, mark) ? 0 : account_of(r, &in);
	if (person_id == 0) {
		Q_RUN(r->db, failure_add, .account_hash = { mark, sizeof mark }, .now = r->now);
		f->form_error = "The email address, password or one-time code is not right";
		f->n_errors++;
		return show(r, f, 422);
	}
	session_start(r, person_id);
	return kept_redirect(r, person_id);
}

int sign_out(struct req *r)
{
	session_stop(r);
	flash(r, "You have signed out.");
	return redirect(r, "/sign-in");
}
