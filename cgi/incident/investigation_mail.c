/* investigation_mail.c: messages about requests, without a word of their content; and the job that
 * reminds whoever was asked. */
#include "conf.h"
#include "investigation.h"
#include "jobs.h"
#include "mail.h"
#include "setting.h"

enum { DAY = 24 * 60 * 60 };

void investigation_mail_members(struct db *db, TALLOC_CTX *ctx, const struct conf *conf,
	const struct settings *settings, int64_t now, const struct investigation_mail *m)
{
	struct db_rows *rows =
		Q_ROWS(db, investigation_members, .organisation_id = m->organisation_id);
	const char *name = setting_text(settings, SETTING_NAME);
	struct q_investigation_members row;

	while (Q_NEXT(rows, investigation_members, &row))
		mail_add(db, ctx, conf,
			&(struct mail){ .kind = "investigation",
				.recipient = text_copy(ctx, row.email),
				.subject = m->subject,
				.body = text_format(ctx,
					"Dear %s,\n\n%s Sign in to read it:\n\n"
					"%s/investigations/%s\n\n-- \n%s, Soundings\n",
					row.name, m->sentence, conf_get(conf, "staff_url", ""),
					m->ref, name) },
			now);
}

void investigation_mail_asked(struct req *r, const struct q_investigation_by_ref *q,
	const char *subject, const char *sentence)
{
	investigation_mail_members(r->db, r->ctx, r->conf, r->settings, r->now,
		&(struct investigation_mail){ .organisation_id = q->organisation_id,
			.ref = q->ref,
			.subject = subject,
			.sentence = sentence });
}

void investigation_mail_manager(struct req *r, const struct q_investigation_by_ref *q)
{
	struct q_investigation_manager row;
	const char *name = setting_text(r->settings, SETTING_NAME);

	if (!Q_ONE(r->db, investigation_manager, &row, .request_id = q->request_id))
		return;
	mail_add(r->db, r->ctx, r->conf,
		&(struct mail){ .kind = "investigation",
			.recipient = row.email,
			.subject = "An organisation has answered",
			.body = text_format(r->ctx,
				"Dear %s,\n\nAn organisation that was asked to look into incident "
				"%s has written. Sign in to read it:\n\n%s/incidents/%s/requests/"
				"%s\n\n-- \n%s, Soundings\n",
				row.name, q->incident_ref, conf_get(r->conf, "staff_url", ""),
				q->incident_ref, q->ref, name) },
		r->now);
}

/* ---- The job --------------------------------------------------------------------------------- */

/* Once each: some working days before it is due, and when it is overdue. Two runs at once: the row
 * says which of them was first. */
static void remind(struct db *db, TALLOC_CTX *ctx, const struct conf *conf,
	const struct settings *settings, int64_t now, const struct q_investigations_due *row)
{
	int64_t first = 0;

	if (row->overdue)
		Q_RUN_COUNT(db, investigation_overdue, &first, .now = now,
			.request_id = row->request_id);
	else
		Q_RUN_COUNT(db, investigation_reminded, &first, .now = now,
			.request_id = row->request_id);
	if (first == 0)
		return;
	investigation_mail_members(db, ctx, conf, settings, now,
		&(struct investigation_mail){ .organisation_id = row->organisation_id,
			.ref = text_copy(ctx, row->ref),
			.subject = row->overdue ? "A request to your organisation is overdue"
						: "A request still waits for your organisation",
			.sentence = text_format(ctx, "A request to %s %s answered by %s%s",
				row->organisation, row->overdue ? "was to be" : "is to be",
				date_text(ctx, row->due_on),
				row->overdue ? ", and still waits. If you need more time, say so "
					       "on its page."
					     : ".") });
}

bool investigation_remind(struct db *db, TALLOC_CTX *ctx, const struct conf *conf,
	const struct settings *settings, int64_t now)
{
	char today[11], soon[11];
	struct q_investigations_due row;
	struct db_rows *rows;

	check_today(now, today);
	check_today(working_days_after(db, now, INVESTIGATION_REMIND_DAYS) - 1, soon);
	rows = Q_ROWS(db, investigations_due, .today = today, .soon = soon);
	while (Q_NEXT(rows, investigations_due, &row))
		remind(db, ctx, conf, settings, now, &row);
	return db_state(db) == DB_FINE;
}
