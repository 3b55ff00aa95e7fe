/* review_jobs.c: what happens to reviews by the calendar: they are opened when their day is near;
 * the panel's turn comes when no answer came in time; scores that are all there go on. Each once,
 * however often the jobs run. */
#include <sodium.h>
#include "audit.h"
#include "jobs.h"
#include "review.h"
#include "review_open.h"

enum { SOON_DAYS = 30, DUE_DAYS = 56 };

/* The version of the template that was used last, or of the first there is; 0: none. */
static int64_t version_for(struct db *db, int64_t criteria_id)
{
	struct db_rows *rows = Q_ROWS(db, review_criteria_choices, .judges = "contract");
	struct q_review_criteria_choices row;
	int64_t first = 0, same = 0;

	while (Q_NEXT(rows, review_criteria_choices, &row)) {
		if (!first)
			first = row.version_id;
		if (row.criteria_id == criteria_id)
			same = row.version_id;
	}
	return same ? same : first;
}

bool reviews_open_due(struct db *db, TALLOC_CTX *ctx, const struct conf *conf,
	const struct settings *settings, int64_t now)
{
	struct db_rows *rows =
		Q_ROWS(db, reviews_to_open, .soon = review_day_after(ctx, now, SOON_DAYS));
	struct q_reviews_to_open row;

	while (Q_NEXT(rows, reviews_to_open, &row)) {
		struct q_review_person lead;
		bool leads =
			row.lead_id && Q_ONE(db, review_person, &lead, .person_id = row.lead_id);
		int64_t version_id = version_for(db, row.criteria_id);
		uint8_t form[16];

		if (!version_id)
			continue;
		randombytes_buf(form, sizeof form);
		review_open_by_calendar(db, ctx, conf, settings, now,
			&(struct review_opening){ .form = { form, sizeof form },
				.contract_id = row.contract_id,
				.organisation_id = row.organisation_id,
				.version_id = version_id,
				.title = review_title(ctx, row.service),
				.due_on = review_day_after(ctx, now, DUE_DAYS),
				.reviewers = &row.lead_id,
				.n = leads ? 1 : 0 });
	}
	return db_state(db) == DB_FINE;
}

struct mover {
	struct db *db;
	TALLOC_CTX *ctx;
	int64_t now, review_id, row_version;
	const char *ref;
};

static void move_on(
	const struct mover *m, enum review_state from, enum review_state to, const char *why)
{
	int64_t n = 0;

	Q_RUN_COUNT(m->db, review_move_due, &n, .review_id = m->review_id,
		.row_version = m->row_version, .state = review_states[to].code, .now = m->now);
	if (n == 0)
		return;
	Q_RUN(m->db, review_event_add, .review_id = m->review_id, .at = m->now,
		.kind = review_event_kinds[REVIEW_EVENT_MOVED].code,
		.state_from = review_states[from].code, .state_to = review_states[to].code,
		.text = why, .detail = "{}");
	audit_program(m->db, m->ctx, AUDIT_CHANGE, "review", m->ref,
		audit_changed(NULL, "state", review_states[from].label, review_states[to].label));
}

bool reviews_go_on(struct db *db, TALLOC_CTX *ctx, const struct conf *conf,
	const struct settings *settings, int64_t now)
{
	struct q_reviews_lapsed lapsed;
	struct q_reviews_all_sent sent;
	struct db_rows *rows;
	char today[11];

	(void)conf, (void)settings;
	check_today(now, today);
	rows = Q_ROWS(db, reviews_lapsed, .today = today);
	while (Q_NEXT(rows, reviews_lapsed, &lapsed))
		move_on(&(struct mover){ db, ctx, now, lapsed.review_id, lapsed.row_version,
				text_copy(ctx, lapsed.ref) },
			REVIEW_FINDINGS, REVIEW_PANEL,
			text_format(
				ctx, "No answer came by %s.", date_text(ctx, lapsed.answer_by)));
	rows = Q_ROWS(db, reviews_all_sent);
	while (Q_NEXT(rows, reviews_all_sent, &sent))
		move_on(&(struct mover){ db, ctx, now, sent.review_id, sent.row_version,
				text_copy(ctx, sent.ref) },
			REVIEW_SCORING, REVIEW_MODERATION, "All scores are there.");
	return db_state(db) == DB_FINE;
}
