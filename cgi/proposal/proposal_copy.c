/* proposal_copy.c: who asked for a copy of what they said about a proposal is sent it, once, with
 * the private link. */
#include "conf.h"
#include "jobs.h"
#include "mail.h"
#include "public_proposal.h"
#include "setting.h"

/* SAME_ADDRESS: more than so many copies a day are not what somebody asked for. */
enum { AT_ONCE = 100, SAME_ADDRESS = 3, DAY = 24 * 60 * 60 };

struct copy {
	const struct q_proposal_public_by_slug *p;
	const char *email, *ref, *token, *sealed;
};

/* What was answered, in words; NULL: it cannot be read any more. */
static const char *answered(struct db *db, TALLOC_CTX *ctx, const struct conf *conf,
	const struct settings *settings, const struct copy *c)
{
	struct proposal_asks *asks = proposal_asks_made(db, ctx, settings, c->p);
	const char *purpose = respond_link_purpose(ctx, c->token), *words;
	struct proposal_form *w;
	struct bytes text;
	struct form *f;
	json_t *all;

	if (!c->sealed || !seal_open(ctx, conf, purpose, c->sealed, &text))
		return NULL;
	all = must(json_loadb((const char *)text.data, text.len, 0, NULL));
	for (size_t i = 0; i < asks->n_groups; i++)
		if (asks->groups[i].id == json_integer_value(json_object_get(all, "group")))
			asks->group = &asks->groups[i];
	w = proposal_form_new(ctx, asks, false);
	f = form_new(ctx, w->survey->fields, w->survey->n_fields);
	form_load_raw(f, json_object_get(all, "typed"));
	json_decref(all);
	form_check(f, 0, f->n);
	words = proposal_form_words(ctx, w, f);
	return words;
}

static void write_copy(struct db *db, TALLOC_CTX *ctx, const struct conf *conf,
	const struct settings *settings, int64_t now, const struct copy *c)
{
	const char *words = answered(db, ctx, conf, settings, c);

	if (!words)
		return;
	mail_add(db, ctx, conf,
		&(struct mail){ .kind = "response_copy",
			.recipient = c->email,
			.subject = "A copy of what you told us",
			.body = text_format(ctx,
				"Thank you for telling us what you think of this proposal:\n%s\n\n"
				"Your reference is %s. Until the end of %s you can change or "
				"withdraw your answers with this private link. Whoever has it can "
				"do the same, so keep it to yourself.\n\n%s/p/%s/mine/%s\n\n"
				"What you told us\n----------------\n\n%s\n-- \n%s, Soundings\n",
				c->p->title, c->ref, date_text(ctx, c->p->closes_on),
				conf_get(conf, "public_url", ""), c->p->slug, c->token, words,
				setting_text(settings, SETTING_NAME)) },
		now);
}

bool proposal_copies_send(struct db *db, TALLOC_CTX *ctx, const struct conf *conf,
	const struct settings *settings, int64_t now)
{
	struct q_proposal_copies_due row;
	struct db_rows *rows = Q_ROWS(db, proposal_copies_due, .most = AT_ONCE);

	while (Q_NEXT(rows, proposal_copies_due, &row)) {
		struct q_proposal_public_by_slug p;
		struct copy c = { .p = &p,
			.email = text_copy(ctx, row.email),
			.ref = text_copy(ctx, row.ref),
			.sealed = row.sealed ? text_copy(ctx, row.sealed) : NULL };
		struct q_proposal_copies_since lately = { 0 };
		struct bytes token;

		Q_ONE(db, proposal_copies_since, &lately, .email = row.email, .since = now - DAY);
		if (lately.n < SAME_ADDRESS &&
			seal_open(ctx, conf, "response-copy", row.link, &token) &&
			Q_ONE(db, proposal_public_by_slug, &p, .slug = row.slug)) {
			c.token = (const char *)token.data;
			write_copy(db, ctx, conf, settings, now, &c);
		}
		Q_RUN(db, proposal_copied, .response_id = row.response_id, .now = now);
	}
	return db_state(db) == DB_FINE;
}
