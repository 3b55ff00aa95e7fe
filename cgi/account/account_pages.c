/* account_pages.c: one's own account: password, device, recovery codes, where one is signed in. */
#include <inttypes.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include "access.h"
#include "account.h"
#include "account_parts.h"
#include "account_token.h"
#include "audit.h"
#include "pages.h"
#include "person.h"
#include "proof.h"
#include "seal.h"
#include "session.h"

enum {
	DEVICE_SECONDS = 60 * 60,     /* the form with a new device's secret is good for */
	JUST_JOINED_SECONDS = 10 * 60 /* the first recovery codes need no password */
};

struct given {
	const char *old_password, *password, *code, *new_code;
};

#define FIELD_OLD_PASSWORD(called, member)                                                         \
	{                                                                                          \
		.type = FIELD_PASSWORD, .name = (called), .label = "Password you have now",        \
		.required = true, .autocomplete = "current-password",                              \
		.missing = "Enter the password that you have now", .into = (member)                \
	}

static const struct field password_fields[] = {
	FIELD_OLD_PASSWORD("old_password", offsetof(struct given, old_password)),
	FIELD_ANY_CODE(offsetof(struct given, code)),
	FIELD_NEW_PASSWORD(offsetof(struct given, password)),
};

static const struct field device_fields[] = {
	FIELD_OLD_PASSWORD("password", offsetof(struct given, old_password)),
	{ .type = FIELD_CODE,
		.name = "code",
		.label = "Code from the old device, or a recovery code",
		.required = true,
		.max_length = RECOVERY_LETTERS,
		.autocomplete = "off",
		.missing = "Enter a code from the old device, or one of your recovery codes",
		.into = offsetof(struct given, code) },
	FIELD_NEW_CODE("new_code", offsetof(struct given, new_code)),
};

static const struct field codes_fields[] = {
	FIELD_OLD_PASSWORD("password", offsetof(struct given, old_password)),
	FIELD_ANY_CODE(offsetof(struct given, code)),
};

static const char wrong_proof[] = "The password or the code is not right. Each code works once. "
				  "After ten wrong tries wait a quarter of an hour";

static bool proven(struct req *r, struct form *f, const char *where, const struct given *in)
{
	struct holder h;
	struct proof proof = { .where = where,
		.email = r->person->email,
		.password = in->old_password,
		.code = in->code };

	proof_own(r, &h);
	if (proof_holds(r, &h, &proof))
		return true;
	f->form_error = wrong_proof;
	f->n_errors++;
	return false;
}

static void note(struct req *r, const char *what, const char *how)
{
	audit(r, AUDIT_CHANGE, "person", person_ref_of(r->db, r->person->person_id),
		audit_fact(NULL, what, how));
}

static void tell(struct req *r, enum account_news news)
{
	struct account_mail to = { .person_id = r->person->person_id,
		.email = r->person->email,
		.name = r->person->name };

	account_mail_news(r->db, r->ctx, r->conf, r->settings, &to, news, r->now);
}

static void end_others(struct req *r)
{
	uint8_t own[HASH_BYTES];
	bool has = session_hash(r, own);

	Q_RUN(r->db, session_end_all, .now = r->now, .person_id = r->person->person_id,
		.but = { has ? own : NULL, has ? sizeof own : 0 });
}

/* ---- The account ----------------------------------------------------------------------------- */

void account_show_roles(struct req *r, int64_t person_id)
{
	struct db_rows *rows = Q_ROWS(r->db, person_roles, .person_id = person_id);
	struct q_person_roles row;
	struct tpl *list = NULL, *line;

	while (Q_NEXT(rows, person_roles, &row)) {
		if (!list)
			list = tpl_add(r->page, M_HAS_MEMBERSHIPS);
		line = tpl_add(list, M_MEMBERSHIP);
		tpl_set(line, M_ROLE, role_name(row.role));
		tpl_set(line, M_ORGANISATION, text_copy(r->ctx, row.organisation));
	}
}

static int64_t other_sessions(struct req *r, const uint8_t own[HASH_BYTES])
{
	struct q_session_others others = { 0 };

	Q_ONE(r->db, session_others, &others, .person_id = r->person->person_id,
		.token_hash = { own, HASH_BYTES },
		.seen_after = r->now - 60 * setting_int(r->settings, SETTING_IDLE_MINUTES),
		.created_after = r->now - 3600 * setting_int(r->settings, SETTING_SESSION_HOURS));
	return others.n;
}

static const char *elsewhere(struct req *r, int64_t n)
{
	if (n == 0)
		return "Nowhere";
	return n == 1 ? "In one other browser"
		      : text_format(r->ctx, "In %s other browsers", count_text(r->ctx, n));
}

/* GET /account */
int account_view(struct req *r)
{
	struct q_person_account row = { 0 };
	struct q_session_own session = { 0 };
	uint8_t own[HASH_BYTES];
	int64_t left = recovery_left(r, r->person->person_id);

	if (session_hash(r, own))
		Q_ONE(r->db, session_own, &session, .token_hash = { own, sizeof own });
	Q_ONE(r->db, person_account, &row, .person_id = r->person->person_id);
	tpl_set(r->page, M_PERSON, r->person->name);
	tpl_set(r->page, M_EMAIL, r->person->email);
	account_show_roles(r, r->person->person_id);
	tpl_set(r->page, M_SINCE,
		session.created_at ? time_text(r->ctx, session.created_at) : "Not by a browser");
	tpl_set(r->page, M_ELSEWHERE, elsewhere(r, other_sessions(r, own)));
	tpl_set(r->page, M_PASSWORD_AT,
		day_text(r->ctx, row.password_at ? row.password_at : row.created_at));
	tpl_int(r->page, M_CODES_LEFT, left);
	tpl_show_if(r->page, M_CODES_FEW, left < 3);
	return page_show(r, 200, T_account_view, "My account");
}

/* ---- Password -------------------------------------------------------------------------------- */

static int show_form(
	struct req *r, const struct form *f, int status, enum tpl_file file, const char *title)
{
	form_show(f, 0, f->n, r->page, false);
	return page_show(r, status, file, title);
}

static int show_password(struct req *r, const struct form *f, int status)
{
	return show_form(r, f, status, T_account_password, "Change my password");
}

/* GET /account/password */
int account_password_view(struct req *r)
{
	return show_password(r, form_new(r->ctx, password_fields, COUNT(password_fields)), 200);
}

/* POST /account/password */
int account_password_save(struct req *r)
{
	struct form *f = form_new(r->ctx, password_fields, COUNT(password_fields));
	struct given in = { 0 };

	if (!form_fill(f, &r->body, &in) ||
		!account_password_fine(r, f, in.password, r->person->name, r->person->email,
			r->person->organisation) ||
		!proven(r, f, "change of password", &in))
		return show_password(r, f, 422);
	account_set_password(r, r->person->person_id, in.password);
	end_others(r);
	note(r, "password", "changed");
	tell(r, NEWS_PASSWORD);
	flash(r, "Your password is changed, and you are signed out everywhere else.");
	return redirect(r, "/account");
}

/* ---- Device ---------------------------------------------------------------------------------- */

/* The new device's secret travels in the form, sealed, for this person and for an hour: nothing is
 * stored for who only looks at the page. */
static const char *device_seal(struct req *r, struct bytes secret)
{
	const char *text = text_format(r->ctx, "%" PRId64 " %" PRId64 " %.*s", r->person->person_id,
		r->now, (int)secret.len, (const char *)secret.data);

	return seal(r->ctx, r->conf, "secret-device", text, strlen(text));
}

static bool device_open(struct req *r, struct bytes *secret)
{
	const char *sealed = params_get(&r->body, "device");
	int64_t person_id, at;
	struct bytes plain;
	int read = 0;

	if (!sealed || !seal_open(r->ctx, r->conf, "secret-device", sealed, &plain) ||
		sscanf((const char *)plain.data, "%" SCNd64 " %" SCNd64 " %n", &person_id, &at,
			&read) != 2 ||
		person_id != r->person->person_id || at < r->now - DEVICE_SECONDS)
		return false;
	*secret = (struct bytes){ plain.data + read, plain.len - (size_t)read };
	return true;
}

static int show_device(struct req *r, const struct form *f, struct bytes secret, int status)
{
	tpl_set(r->page, M_PERSON, r->person->name);
	tpl_set(r->page, M_EMAIL, r->person->email);
	tpl_set(tpl_add(r->page, M_SEALED), M_DEVICE_STATE, device_seal(r, secret));
	form_show(f, 0, f->n, r->page, false);
	form_show(f, 0, 2, tpl_add(r->page, M_PASSWORD_PART), false);
	form_show(f, 2, 1, tpl_add(r->page, M_CODE_PART), false);
	if (!account_show_device(r, secret, r->person->email))
		return page_error(r, 400);
	return page_show(r, status, T_account_device_new, "Set up a new device");
}

/* GET /account/device */
int account_device_view(struct req *r)
{
	struct bytes secret;

	totp_make(r->ctx, r->conf, &secret);
	return show_device(r, form_new(r->ctx, device_fields, COUNT(device_fields)), secret, 200);
}

/* POST /account/device */
int account_device_save(struct req *r)
{
	struct form *f = form_new(r->ctx, device_fields, COUNT(device_fields));
	struct given in = { 0 };
	struct bytes secret;
	int64_t step;

	if (!device_open(r, &secret)) {
		totp_make(r->ctx, r->conf, &secret);
		f->form_error = "The page was open for too long. Scan the square again: it is a "
				"new one";
		f->n_errors++;
		return show_device(r, f, secret, 422);
	}
	if (!form_fill(f, &r->body, &in))
		return show_device(r, f, secret, 422);
	step = account_new_step(r, f, "new_code", secret, in.new_code);
	if (!step || !proven(r, f, "change of device", &in))
		return show_device(r, f, secret, 422);
	Q_RUN(r->db, person_set_device, .totp_secret = secret, .totp_step = step,
		.person_id = r->person->person_id);
	end_others(r);
	note(r, "device", "changed");
	tell(r, NEWS_DEVICE);
	flash(r, "Your new device is set up. The old one does not work any more.");
	return redirect(r, "/account");
}

/* ---- Recovery codes -------------------------------------------------------------------------- */

/* Who has just joined has no codes, and has proved who they are a moment ago. */
static bool has_just_joined(struct req *r)
{
	struct q_person_account row = { 0 };

	return Q_ONE(r->db, person_account, &row, .person_id = r->person->person_id) &&
	       row.password_at >= r->now - JUST_JOINED_SECONDS &&
	       recovery_left(r, r->person->person_id) == 0;
}

static int show_codes(struct req *r, const struct form *f, int status)
{
	int64_t left = recovery_left(r, r->person->person_id);

	tpl_int(r->page, M_CODES_LEFT, left);
	tpl_show_if(r->page, left ? M_HAS_CODES : M_NO_CODES, true);
	return show_form(r, f, status, T_account_codes, "Recovery codes");
}

static struct form *codes_form(struct req *r, bool just_joined)
{
	return form_new(r->ctx, codes_fields, just_joined ? 0 : COUNT(codes_fields));
}

/* GET /account/recovery-codes */
int account_codes_view(struct req *r)
{
	return show_codes(r, codes_form(r, has_just_joined(r)), 200);
}

/* POST /account/recovery-codes. The answer is the one place where they are ever shown, so it is no
 * redirect; a reload asks before it sends the form again, and then makes others. */
int account_codes_save(struct req *r)
{
	bool just_joined = has_just_joined(r);
	struct form *f = codes_form(r, just_joined);
	struct given in = { 0 };
	const char **codes;

	/* What is restored is rolled back: codes made then would be shown, and never work. */
	if (r->body.restored)
		return show_codes(r, f, 422);
	if (!just_joined && (!form_fill(f, &r->body, &in) || !proven(r, f, "recovery codes", &in)))
		return show_codes(r, f, 422);
	codes = recovery_make(r, r->person->person_id);
	for (size_t i = 0; i < RECOVERY_CODES; i++)
		tpl_set(tpl_add(r->page, M_RECOVERY), M_CODE, codes[i]);
	tpl_set(r->page, M_EMAIL, r->person->email);
	tpl_set(r->page, M_MADE_ON, day_text(r->ctx, r->now));
	note(r, "recovery codes", "new ones");
	if (!just_joined)
		tell(r, NEWS_CODES);
	return page_show(r, 200, T_account_codes_new, "Your recovery codes");
}

/* ---- Everywhere ------------------------------------------------------------------------------ */

/* GET /account/sign-out-everywhere */
int account_everywhere_view(struct req *r)
{
	return page_show(r, 200, T_account_everywhere, "Sign out everywhere");
}

/* POST /account/sign-out-everywhere */
int account_everywhere_save(struct req *r)
{
	Q_RUN(r->db, session_end_all, .now = r->now, .person_id = r->person->person_id);
	audit(r, AUDIT_SIGN_OUT, "session", "", audit_fact(NULL, "where", "everywhere"));
	session_stop(r);
	flash(r, "You have signed out everywhere.");
	return redirect(r, "/sign-in");
}
