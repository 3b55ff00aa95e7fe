/* bulletin_mail.c: the job that writes to practices: a bulletin was published, waits to be read,
 * was withdrawn or corrected. Without content: whoever signs in reads it. */
#include <string.h>
#include "bulletin.h"
#include "conf.h"
#include "mail.h"
#include "setting.h"

static const struct {
	const char *kind, *state; /* still so, or nobody is written to */
	bool only_read, only_unread;
	const char *subject, *sentence;
} letters[] = {
	{ "published", "published", false, false, "A new learning bulletin",
		"A new learning bulletin has been published. Sign in to read it, and say there "
		"that your practice has read it" },
	{ "reminder", "published", false, true, "A learning bulletin waits for your practice",
		"Your practice has not said yet that it has read a learning bulletin. Sign in to "
		"read it" },
	{ "withdrawn", "withdrawn", true, false, "A learning bulletin was withdrawn",
		"A learning bulletin that your practice has read was withdrawn. Please do not use "
		"it any more. Sign in to see the ones that hold" },
	{ "corrected", "withdrawn", true, false, "A learning bulletin was corrected",
		"A learning bulletin that your practice has read was corrected. Please read the "
		"new "
		"one. Sign in to read it" },
};

static void write_to(struct db *db, TALLOC_CTX *ctx, const struct conf *conf,
	const struct settings *settings, const struct q_bulletin_mail_next *what, size_t i,
	int64_t now)
{
	struct db_rows *rows = Q_ROWS(db, bulletin_mail_to, .bulletin_id = what->bulletin_id,
		.only_read = letters[i].only_read, .only_unread = letters[i].only_unread);
	const char *name = setting_text(settings, SETTING_NAME);
	struct q_bulletin_mail_to row;

	while (Q_NEXT(rows, bulletin_mail_to, &row))
		mail_add(db, ctx, conf,
			&(struct mail){ .kind = "bulletin",
				.recipient = row.email,
				.subject = letters[i].subject,
				.body = text_format(ctx,
					"Dear %s,\n\n%s:\n\n%s/bulletins\n\n-- \n%s, Soundings\n",
					row.name, letters[i].sentence,
					conf_get(conf, "staff_url", ""), name) },
			now);
}

/* Each in a transaction of its own: taken from the table and put into the outbox, or neither. */
bool bulletin_mail_job(struct db *db, TALLOC_CTX *ctx, const struct conf *conf,
	const struct settings *settings, int64_t now)
{
	struct q_bulletin_mail_next what;
	struct q_bulletin_mail_state is;
	int64_t taken;

	while (Q_ONE(db, bulletin_mail_next, &what)) {
		Q_RUN_COUNT(db, bulletin_mail_take, &taken, .mail_for_id = what.mail_for_id);
		for (size_t i = 0; taken == 1 && i < COUNT(letters); i++)
			if (strcmp(letters[i].kind, what.kind) == 0 &&
				Q_ONE(db, bulletin_mail_state, &is,
					.bulletin_id = what.bulletin_id) &&
				strcmp(is.state, letters[i].state) == 0)
				write_to(db, ctx, conf, settings, &what, i, now);
		if (!db_commit(db))
			return false;
	}
	return db_state(db) == DB_FINE;
}
