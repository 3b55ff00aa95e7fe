/* contract_remind.c: whoever is to do something about a contract is written to: 7 days before it is
 * due, and when it is overdue; each once, whoever runs the jobs and how often. The message has no
 * content. */
#include "conf.h"
#include "contract_actions.h"
#include "jobs.h"
#include "mail.h"

enum { BEFORE_SECONDS = 7 * 24 * 60 * 60 };

static const char *message(TALLOC_CTX *ctx, const struct conf *conf, const char *name,
	const struct q_contract_action_readers *to, const char *due_on, bool late)
{
	return text_format(ctx,
		"Dear %s,\n\n%s of a contract %s on %s. Sign in to read it:\n\n%s/%s\n\n-- \n%s, "
		"Soundings\n",
		to->name, to->own ? "An action of yours" : "An action of your organisation",
		late ? "was due" : "is due", date_text(ctx, due_on),
		conf_get(conf, "staff_url", ""),
		to->own ? "contracts/actions?owner=me" : "our-contracts", name);
}

static void remind(struct db *db, TALLOC_CTX *ctx, const struct conf *conf, const char *name,
	const char *before, bool late, int64_t now)
{
	struct db_rows *rows =
		Q_ROWS(db, contract_actions_to_remind, .before = before, .chase = late ? 1 : 0);
	struct q_contract_actions_to_remind row;

	while (Q_NEXT(rows, contract_actions_to_remind, &row)) {
		const char *due_on = text_copy(ctx, row.due_on);
		struct q_contract_action_readers to;
		struct db_rows *readers;
		int64_t n = 0;

		/* Whoever changes the row is the one who writes. */
		if (late)
			Q_RUN_COUNT(db, contract_action_chased, &n, .action_id = row.action_id,
				.at = now);
		else
			Q_RUN_COUNT(db, contract_action_reminded, &n, .action_id = row.action_id,
				.at = now);
		if (n != 1)
			continue;
		readers = Q_ROWS(db, contract_action_readers, .action_id = row.action_id);
		while (Q_NEXT(readers, contract_action_readers, &to))
			mail_add(db, ctx, conf,
				&(struct mail){ .kind = "contract_action",
					.recipient = text_copy(ctx, to.email),
					.subject = late ? "An action is overdue"
							: "An action is due soon",
					.body = message(ctx, conf, name, &to, due_on, late) },
				now);
	}
}

bool contract_actions_remind(struct db *db, TALLOC_CTX *ctx, const struct conf *conf,
	const struct settings *settings, int64_t now)
{
	const char *name = setting_text(settings, SETTING_NAME);
	char today[11], soon[11];

	check_today(now, today);
	check_today(now + BEFORE_SECONDS, soon);
	remind(db, ctx, conf, name, today, true, now);
	remind(db, ctx, conf, name, soon, false, now);
	return db_state(db) == DB_FINE;
}
