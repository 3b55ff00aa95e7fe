/* incident_remind.c: owners of actions are written to: 3 working days before one is due, and when
 * it is overdue; each once, whoever runs the jobs and how often. The message has no content. */
#include "conf.h"
#include "incident.h"
#include "jobs.h"
#include "mail.h"

enum { BEFORE_DAYS = 3 };

/* For what somebody elsewhere is to do, the incident's manager is written to. */
static const char *message(TALLOC_CTX *ctx, const struct conf *conf, const char *name,
	const struct q_actions_to_remind *row, bool late)
{
	const char *url = conf_get(conf, "staff_url", "");
	const char *day = date_text(ctx, row->due_on);

	if (row->own)
		return text_format(ctx,
			"Dear %s,\n\nAn action of yours %s on %s. Sign in to read it:\n\n"
			"%s/actions/mine\n\n-- \n%s, Soundings\n",
			row->name, late ? "was due" : "is due", day, url, name);
	return text_format(ctx,
		"Dear %s,\n\nAn action that somebody elsewhere is to do %s on %s. You look after "
		"the incident. Sign in to read it:\n\n%s/incidents/%s\n\n-- \n%s, Soundings\n",
		row->name, late ? "was due" : "is due", day, url, row->incident_ref, name);
}

static void remind(struct db *db, TALLOC_CTX *ctx, const struct conf *conf, const char *name,
	const char *before, bool late, int64_t now)
{
	struct db_rows *rows =
		Q_ROWS(db, actions_to_remind, .before = before, .chase = late ? 1 : 0);
	struct q_actions_to_remind row;

	while (Q_NEXT(rows, actions_to_remind, &row)) {
		int64_t n = 0;

		/* Whoever changes the row is the one who writes. */
		if (late)
			Q_RUN_COUNT(db, action_chased, &n, .action_id = row.action_id, .at = now);
		else
			Q_RUN_COUNT(db, action_reminded, &n, .action_id = row.action_id, .at = now);
		if (n == 1)
			mail_add(db, ctx, conf,
				&(struct mail){ .kind = "action",
					.recipient = text_copy(ctx, row.email),
					.subject = late ? "An action is overdue"
							: "An action is due soon",
					.body = message(ctx, conf, name, &row, late) },
				now);
	}
}

bool actions_remind(struct db *db, TALLOC_CTX *ctx, const struct conf *conf,
	const struct settings *settings, int64_t now)
{
	const char *name = setting_text(settings, SETTING_NAME);
	char today[11], after[11];

	check_today(now, today);
	check_today(working_days_after(db, now, BEFORE_DAYS), after);
	remind(db, ctx, conf, name, today, true, now);
	remind(db, ctx, conf, name, after, false, now);
	return db_state(db) == DB_FINE;
}
