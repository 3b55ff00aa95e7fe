/* account_link.c: the pages behind mailed links: an invitation, a new password, a new device. Who
 * opens one is nobody yet; a link that is spent, over, cut, of another kind or never was gives one
 * page. */
#include <stddef.h>
#include <string.h>
#include "account.h"
#include "account_parts.h"
#include "account_token.h"
#include "audit.h"
#include "pages.h"
#include "person.h"
#include "password.h"
#include "proof.h"
#include "qr.h"
#include "session.h"
#include "tries.h"

struct given {
	const char *password, *code;
};

static const struct field join_fields[] = {
	FIELD_NEW_PASSWORD(offsetof(struct given, password)),
	FIELD_NEW_CODE("code", offsetof(struct given, code)),
};

static const struct field reset_fields[] = {
	FIELD_NEW_PASSWORD(offsetof(struct given, password)),
	FIELD_ANY_CODE(offsetof(struct given, code)),
};

static const struct field device_fields[] = {
	{ .type = FIELD_PASSWORD,
		.name = "password",
		.label = "Password",
		.required = true,
		.autocomplete = "current-password",
		.missing = "Enter your password",
		.into = offsetof(struct given, password) },
	FIELD_NEW_CODE("code", offsetof(struct given, code)),
};

/* ---- What they share, also with account_pages.c ---------------------------------------------- */

/* "ABCD EFGH …": read aloud and typed without losing one's place. */
static const char *in_fours(TALLOC_CTX *ctx, const char *text)
{
	struct buf out = { .ctx = ctx };

	for (size_t i = 0; text[i]; i++) {
		if (i > 0 && i % 4 == 0)
			buf_addc(&out, ' ');
		buf_addc(&out, text[i]);
	}
	return buf_text(&out);
}

bool account_show_device(struct req *r, struct bytes sealed, const char *email)
{
	const char *base32 = totp_text(r->ctx, r->conf, sealed), *issuer;
	struct tpl *t;
	struct qr qr;

	if (!base32)
		return false;
	issuer = text_format(r->ctx, "%s Soundings", setting_text(r->settings, SETTING_NAME));
	qr = qr_make(r->ctx, qr_otpauth(r->ctx, issuer, email, base32));
	t = tpl_include(r->page, M_DEVICE, T_account_device_code);
	tpl_int(t, M_QR_SIZE, qr.size);
	tpl_set(t, M_QR_PATH, qr.path);
	tpl_set(t, M_EMAIL, email);
	tpl_set(t, M_SECRET, in_fours(r->ctx, base32));
	return true;
}

bool account_password_fine(struct req *r, struct form *f, const char *password, const char *name,
	const char *email, const char *organisation)
{
	struct password_owner owner = { name, email, organisation,
		setting_text(r->settings, SETTING_NAME) };
	const char *sentence = password_refusal(r->ctx, password, &owner);

	if (sentence)
		form_fail(f, "password", sentence);
	return !sentence;
}

void account_set_password(struct req *r, int64_t person_id, const char *password)
{
	char hash[128];

	password_hash(hash, password);
	Q_RUN(r->db, person_set_password, .password_hash = hash, .now = r->now,
		.person_id = person_id);
}

int64_t account_new_step(
	struct req *r, struct form *f, const char *field, struct bytes sealed, const char *code)
{
	int64_t step = totp_step(r->ctx, r->conf, sealed, code, r->now);

	if (!step)
		form_fail(f, field,
			"That is not the code of the new device. Check that the app shows "
			"Soundings, and that the telephone has the right time");
	return step;
}

/* ---- Links ----------------------------------------------------------------------------------- */

static int link_over(struct req *r)
{
	return page_show(r, 404, T_account_link_over, "This link does not work any more");
}

static bool link_get(struct req *r, enum token_purpose purpose, struct q_account_token_get *link)
{
	return account_token_get(r->db, r->args[0], purpose, r->now, link);
}

static struct audit_actor actor_of(const struct q_account_token_get *link)
{
	return (struct audit_actor){ link->person_id, link->organisation_id, link->email };
}

static void note(struct req *r, const struct q_account_token_get *link, json_t *detail)
{
	struct audit_actor actor = actor_of(link);

	audit_as(r->db, r, &actor, AUDIT_CHANGE, "person", person_ref_of(r->db, link->person_id),
		detail);
}

static void tell(struct req *r, const struct q_account_token_get *link, enum account_news news)
{
	struct account_mail to = {
		.person_id = link->person_id, .email = link->email, .name = link->name
	};

	account_mail_news(r->db, r->ctx, r->conf, r->settings, &to, news, r->now);
}

/* A form of two fields, each in its part of the page. */
static int show_parts(struct req *r, const struct form *f, const struct q_account_token_get *link,
	int status, enum tpl_file file, const char *title)
{
	tpl_set(r->page, M_PERSON, link->name);
	tpl_set(r->page, M_EMAIL, link->email);
	form_show(f, 0, f->n, r->page, false);
	form_show(f, 0, 1, tpl_add(r->page, M_PASSWORD_PART), false);
	form_show(f, 1, 1, tpl_add(r->page, M_CODE_PART), false);
	if (!account_show_device(r, link->totp_secret, link->email))
		return link_over(r);
	return page_show(r, status, file, title);
}

static int show_join(
	struct req *r, const struct form *f, const struct q_account_token_get *link, int status)
{
	tpl_set(r->page, M_INVITED_BY,
		link->invited_by ? link->invited_by : setting_text(r->settings, SETTING_NAME));
	account_show_roles(r, link->person_id);
	return show_parts(r, f, link, status, T_account_join, "Set up your account");
}

/* GET /join/TOKEN */
int account_join_view(struct req *r)
{
	struct q_account_token_get link;

	if (!link_get(r, TOKEN_INVITE, &link))
		return link_over(r);
	return show_join(r, form_new(r->ctx, join_fields, COUNT(join_fields)), &link, 200);
}

static int join(
	struct req *r, const struct q_account_token_get *link, const char *password, int64_t step)
{
	struct audit_actor actor = actor_of(link);

	if (!account_token_spend(r->db, r->args[0], r->now))
		return link_over(r);
	account_set_password(r, link->person_id, password);
	Q_RUN(r->db, person_set_device, .totp_secret = link->totp_secret, .totp_step = step,
		.person_id = link->person_id);
	Q_RUN(r->db, person_join, .person_id = link->person_id);
	Q_RUN(r->db, session_end_all, .now = r->now, .person_id = link->person_id);
	session_start(r, link->person_id);
	tries_know_browser(r, link->email);
	note(r, link, audit_changed(NULL, "state", "invited", "active"));
	audit_as(r->db, r, &actor, AUDIT_SIGN_IN, "session", "",
		audit_fact(NULL, "with", "invitation"));
	flash(r, "Your account is set up, and you are signed in. One more thing: recovery codes.");
	return redirect(r, "/account/recovery-codes");
}

/* POST /join/TOKEN */
int account_join_save(struct req *r)
{
	struct form *f = form_new(r->ctx, join_fields, COUNT(join_fields));
	struct q_account_token_get link;
	struct given in = { 0 };
	int64_t step;

	if (!link_get(r, TOKEN_INVITE, &link))
		return link_over(r);
	if (!form_fill(f, &r->body, &in))
		return show_join(r, f, &link, 422);
	account_password_fine(r, f, in.password, link.name, link.email, link.organisation);
	step = account_new_step(r, f, "code", link.totp_secret, in.code);
	if (f->n_errors > 0)
		return show_join(r, f, &link, 422);
	return join(r, &link, in.password, step);
}

/* ---- Forgotten password ---------------------------------------------------------------------- */

static int show_reset(
	struct req *r, const struct form *f, const struct q_account_token_get *link, int status)
{
	tpl_set(r->page, M_PERSON, link->name);
	tpl_set(r->page, M_EMAIL, link->email);
	form_show(f, 0, f->n, r->page, false);
	return page_show(r, status, T_account_reset, "Choose a new password");
}

/* GET /reset/TOKEN */
int account_reset_view(struct req *r)
{
	struct q_account_token_get link;

	if (!link_get(r, TOKEN_PASSWORD, &link))
		return link_over(r);
	return show_reset(r, form_new(r->ctx, reset_fields, COUNT(reset_fields)), &link, 200);
}

/* Whoever has the link alone has the mailbox, not the device: the code is asked for all the same.
 */
static bool reset_proven(
	struct req *r, const struct q_account_token_get *link, const struct given *in)
{
	struct holder h = { link->person_id, link->organisation_id, link->password_hash,
		link->old_secret, link->totp_step };
	struct proof proof = {
		.where = "new password", .email = link->email, .no_password = true, .code = in->code
	};

	return proof_holds(r, &h, &proof);
}

/* POST /reset/TOKEN */
int account_reset_save(struct req *r)
{
	struct form *f = form_new(r->ctx, reset_fields, COUNT(reset_fields));
	struct q_account_token_get link;
	struct given in = { 0 };

	if (!link_get(r, TOKEN_PASSWORD, &link))
		return link_over(r);
	if (!form_fill(f, &r->body, &in) ||
		!account_password_fine(r, f, in.password, link.name, link.email, link.organisation))
		return show_reset(r, f, &link, 422);
	if (!reset_proven(r, &link, &in)) {
		form_fail(f, "code",
			"The code is not right. After ten wrong ones wait a quarter of an hour");
		return show_reset(r, f, &link, 422);
	}
	if (!account_token_spend(r->db, r->args[0], r->now))
		return link_over(r);
	account_set_password(r, link.person_id, in.password);
	Q_RUN(r->db, session_end_all, .now = r->now, .person_id = link.person_id);
	note(r, &link, audit_fact(NULL, "password", "changed, by a mailed link"));
	tell(r, &link, NEWS_PASSWORD);
	session_stop(r);
	flash(r, "Your password is changed. Sign in with it, and with the next code that your "
		 "device shows.");
	return redirect(r, "/sign-in");
}

/* ---- Lost device ----------------------------------------------------------------------------- */

static int show_lost_device(
	struct req *r, const struct form *f, const struct q_account_token_get *link, int status)
{
	return show_parts(r, f, link, status, T_account_device_new, "Set up a new device");
}

/* GET /device/TOKEN */
int account_lost_device_view(struct req *r)
{
	struct q_account_token_get link;

	if (!link_get(r, TOKEN_DEVICE, &link))
		return link_over(r);
	return show_lost_device(
		r, form_new(r->ctx, device_fields, COUNT(device_fields)), &link, 200);
}

static bool lost_device_proven(
	struct req *r, const struct q_account_token_get *link, const struct given *in)
{
	struct holder h = { link->person_id, link->organisation_id, link->password_hash,
		link->old_secret, link->totp_step };
	struct proof proof = { .where = "new device",
		.email = link->email,
		.no_code = true,
		.password = in->password,
		.code = "" };

	return proof_holds(r, &h, &proof);
}

/* The old device may be in a stranger's hands, and what was kept with it too: the recovery codes
 * go. */
static int replace_device(struct req *r, const struct q_account_token_get *link, int64_t step)
{
	if (!account_token_spend(r->db, r->args[0], r->now))
		return link_over(r);
	Q_RUN(r->db, person_set_device, .totp_secret = link->totp_secret, .totp_step = step,
		.person_id = link->person_id);
	Q_RUN(r->db, recovery_code_remove_all, .person_id = link->person_id);
	Q_RUN(r->db, session_end_all, .now = r->now, .person_id = link->person_id);
	note(r, link, audit_fact(NULL, "device", "replaced, two administrators agreed"));
	tell(r, link, NEWS_DEVICE);
	session_stop(r);
	flash(r, "Your new device is set up. Sign in with the next code that it shows, then make "
		 "new recovery codes: the old ones do not work any more.");
	return redirect(r, "/sign-in");
}

/* POST /device/TOKEN */
int account_lost_device_save(struct req *r)
{
	struct form *f = form_new(r->ctx, device_fields, COUNT(device_fields));
	struct q_account_token_get link;
	struct given in = { 0 };
	int64_t step;

	if (!link_get(r, TOKEN_DEVICE, &link))
		return link_over(r);
	if (!form_fill(f, &r->body, &in))
		return show_lost_device(r, f, &link, 422);
	step = account_new_step(r, f, "code", link.totp_secret, in.code);
	if (step && !lost_device_proven(r, &link, &in))
		form_fail(f, "password",
			"The password is not right. After ten wrong ones wait a quarter of an "
			"hour");
	if (f->n_errors > 0)
		return show_lost_device(r, f, &link, 422);
	return replace_device(r, &link, step);
}
