/* account_requests.c: forgotten passwords. A page only notes that somebody asked: whether there is
 * such an account, the jobs look up, out of sight of whoever measures the page. */
#include <stddef.h>
#include <string.h>
#include "account_token.h"
#include "form.h"
#include "pages.h"
#include "tries.h"

enum { ANSWER_SECONDS = 15 * 60, KEEP_SECONDS = 30 * 24 * 60 * 60 };

static const struct field fields[] = {
	{ .type = FIELD_EMAIL,
		.name = "email",
		.label = "Email address",
		.required = true,
		.autocomplete = "username",
		.missing = "Enter your email address",
		.into = 0 },
};

static int show(struct req *r, const struct form *f, int status)
{
	form_show(f, 0, COUNT(fields), r->page, false);
	return page_show(r, status, T_account_forgotten, "Forgotten password");
}

/* GET /forgotten */
int account_forgotten_view(struct req *r)
{
	return show(r, form_new(r->ctx, fields, COUNT(fields)), 200);
}

/* POST /forgotten. Whether it is noted or too many were, the answer is the same. */
int account_forgotten_save(struct req *r)
{
	struct form *f = form_new(r->ctx, fields, COUNT(fields));
	const char *email = NULL;
	struct mark by_email, by_address;

	if (!form_fill(f, &r->body, &email))
		return show(r, f, 422);
	by_email = tries_mark(r, "forgotten", email, NULL);
	by_address = tries_mark(r, "forgotten", "", tries_from(r, ""));
	if (!tries_over(r, &by_email) && !tries_over(r, &by_address)) {
		tries_add(r, &by_email);
		tries_add(r, &by_address);
		Q_RUN(r->db, password_request_add, .email = email, .now = r->now);
	}
	tpl_int(r->page, M_MINUTES, setting_int(r->settings, SETTING_RESET_MINUTES));
	return page_show(r, 200, T_account_forgotten_sent, "Look for our message");
}

static void answer(struct db *db, TALLOC_CTX *ctx, const struct conf *conf,
	const struct settings *settings, const char *email, int64_t now)
{
	struct q_password_request_person row;
	struct account_mail to;

	if (!Q_ONE(db, password_request_person, &row, .email = email,
		    .after = now - ANSWER_SECONDS) ||
		row.lately > 0)
		return;
	to = (struct account_mail){
		.person_id = row.person_id, .email = row.email, .name = row.name
	};
	if (strcmp(row.state, "active") == 0) {
		account_mail_password(db, ctx, conf, settings, &to, now);
		return;
	}
	/* A token that nobody is sent, and that never works: it says when they were told. */
	account_token_make(db, ctx, conf, row.person_id, TOKEN_PASSWORD, now, 0);
	account_mail_news(db, ctx, conf, settings, &to, NEWS_USE_INVITATION, now);
}

/* Each in a transaction of its own, so that one that cannot be answered holds up no other for
 * long. */
bool account_requests_answer(struct db *db, TALLOC_CTX *ctx, const struct conf *conf, int64_t now)
{
	const struct settings *settings = settings_get(db, conf, now);
	struct q_password_request_next row;

	Q_RUN(db, account_token_expire, .before = now - KEEP_SECONDS);
	while (Q_ONE(db, password_request_next, &row)) {
		answer(db, ctx, conf, settings, row.email, now);
		Q_RUN(db, password_request_remove, .request_id = row.request_id,
			.email = row.email);
		if (!db_commit(db))
			return false;
	}
	return db_commit(db);
}
