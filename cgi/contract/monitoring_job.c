/* monitoring_job.c: makes the monitoring returns of periods that have begun, and reminds
 * organisations: two weeks before one is due, and when it is overdue; each once, whoever runs the
 * jobs and how often. */
#include <string.h>
#include "jobs.h"
#include "monitoring.h"
#include "setting.h"

enum { BEFORE_DAYS = 14, PERIODS_MOST = 400 };

/* ---- Periods --------------------------------------------------------------------------------- */

/* Those that have begun, and have no return yet: none overlaps one that has. */
static void make(struct db *db, const struct q_monitoring_to_make *c, int64_t due_days,
	const char *today, int64_t now)
{
	struct return_period p;
	char ref[REF_LENGTH + 1];

	for (int64_t n = 0; n < PERIODS_MOST; n++) {
		return_period(c->returns_from, c->return_months, n, due_days, &p);
		if (strcmp(p.starts_on, today) > 0 || strcmp(p.starts_on, c->ends_on) > 0)
			return;
		if (c->last_ends_on && strcmp(p.starts_on, c->last_ends_on) <= 0)
			continue;
		ref_make(ref);
		Q_RUN(db, monitoring_add, .ref = ref, .contract_id = c->contract_id,
			.organisation_id = c->organisation_id, .starts_on = p.starts_on,
			.ends_on = p.ends_on, .due_on = p.due_on, .now = now);
	}
}

bool monitoring_make(struct db *db, TALLOC_CTX *ctx, const struct conf *conf,
	const struct settings *settings, int64_t now)
{
	int64_t due_days = setting_int(settings, SETTING_RETURN_DAYS);
	struct q_monitoring_to_make row;
	struct db_rows *rows;
	char today[11];

	(void)ctx, (void)conf;
	check_today(now, today);
	rows = Q_ROWS(db, monitoring_to_make, .today = today);
	while (Q_NEXT(rows, monitoring_to_make, &row))
		make(db, &row, due_days, today, now);
	return db_state(db) == DB_FINE;
}

/* ---- Reminding ------------------------------------------------------------------------------- */

/* What one message tells of: returns of one organisation, all overdue or all due soon. */
struct told {
	int64_t organisation_id, overdue, n;
	const char *due_on; /* of the first */
};

static const char *sentence(TALLOC_CTX *ctx, const struct told *t)
{
	if (t->n == 1)
		return text_format(ctx, "A monitoring return of your organisation %s on %s.",
			t->overdue ? "was due" : "is due", date_text(ctx, t->due_on));
	return text_format(ctx, "%s monitoring returns of your organisation %s.",
		count_text(ctx, t->n), t->overdue ? "are overdue" : "are due soon");
}

static void write_to(struct db *db, TALLOC_CTX *ctx, const struct conf *conf,
	const struct settings *settings, int64_t now, const struct told *t)
{
	if (t->n > 0)
		monitoring_mail_members(db, ctx, conf, settings, now,
			&(struct monitoring_mail){ .organisation_id = t->organisation_id,
				.subject = t->overdue ? "A monitoring return is overdue"
						      : "A monitoring return is due soon",
				.sentence = sentence(ctx, t),
				.path = "/returns" });
}

bool monitoring_remind(struct db *db, TALLOC_CTX *ctx, const struct conf *conf,
	const struct settings *settings, int64_t now)
{
	struct q_monitoring_due row;
	struct told told = { 0 };
	char today[11], soon[11];
	struct db_rows *rows;

	check_today(now, today);
	return_day_after(today, BEFORE_DAYS, soon);
	rows = Q_ROWS(db, monitoring_due, .today = today, .soon = soon);
	while (Q_NEXT(rows, monitoring_due, &row)) {
		int64_t first = 0;

		/* Whoever changes the row is the one who writes. */
		if (row.overdue)
			Q_RUN_COUNT(db, monitoring_chased, &first, .now = now,
				.return_id = row.return_id);
		else
			Q_RUN_COUNT(db, monitoring_reminded, &first, .now = now,
				.return_id = row.return_id);
		if (first == 0)
			continue;
		if (row.overdue)
			contract_settle(db, row.contract_id, today);
		if (told.organisation_id != row.organisation_id || told.overdue != row.overdue) {
			write_to(db, ctx, conf, settings, now, &told);
			told = (struct told){ .organisation_id = row.organisation_id,
				.overdue = row.overdue,
				.due_on = text_copy(ctx, row.due_on) };
		}
		told.n++;
	}
	write_to(db, ctx, conf, settings, now, &told);
	return db_state(db) == DB_FINE;
}
