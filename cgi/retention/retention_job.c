/* retention_job.c: finds what is due; destroys what two people decided on, once more only what is
 * due and not held, and certifies it. */
#include "retention.h"

#include <sodium.h>
#include <string.h>
#include "audit.h"
#include "buf.h"

/* ---- Certificates ---------------------------------------------------------------------------- */

void certificate_hash(struct db *db, TALLOC_CTX *ctx, const struct q_destruction_by_ref *d,
	int64_t done_at, const char *rule, uint8_t out[CERTIFICATE_HASH])
{
	struct db_rows *rows = Q_ROWS(db, destruction_items, .destruction_id = d->destruction_id);
	struct q_destruction_items row;
	struct buf text = { .ctx = ctx };

	/* By numbers, not names: those of people may change. */
	buf_addf(&text, "soundings certificate 1\n%s\n%s\n%lld %lld\n%lld %lld\n%lld\n%s\n", d->ref,
		d->kind, (long long)d->proposed_by, (long long)d->proposed_at,
		(long long)d->decided_by, (long long)d->decided_at, (long long)done_at, rule);
	while (Q_NEXT(rows, destruction_items, &row))
		buf_addf(&text, "%s %s %s %lld %s\n", row.ref, row.submitted_on,
			row.closed_on ? row.closed_on : "-", (long long)row.serious, row.outcome);
	crypto_hash_sha256(out, (const uint8_t *)text.data, text.len);
}

/* ---- The job --------------------------------------------------------------------------------- */

static const struct audit_actor program = { 0 };

/* What every statement of retention_kind.steps, and .lock, is given. */
struct retention_step {
	int64_t record_id;
};

/* Nobody changes it from here to the commit. False: it is gone, not due any more, or held. */
static bool take(struct db *db, const struct q_destruction_by_ref *d,
	const struct retention_kind *kind, int64_t record_id, struct retention_years years,
	int64_t now)
{
	struct retention_step id = { record_id }, found;
	int64_t n = 0;

	if (!db_one(db, kind->lock, &id, &found))
		return false;
	Q_RUN_COUNT(db, retention_take, &n, .destruction_id = d->destruction_id,
		.record_id = record_id, .kind = kind->code, .now = now, .years = years.ordinary,
		.serious_years = years.serious);
	return n == 1;
}

/* Each record in a transaction of its own. False: not now. */
static bool end_item(struct db *db, TALLOC_CTX *ctx, const struct q_destruction_by_ref *d,
	const struct retention_kind *kind, int64_t record_id, const char *ref,
	struct retention_years years, int64_t now)
{
	struct retention_step id = { record_id };

	if (take(db, d, kind, record_id, years, now)) {
		if (kind->fold)
			fold_uncount(db, ctx, kind->fold, record_id);
		for (size_t i = 0; kind->steps[i]; i++)
			db_run(db, kind->steps[i], &id, NULL);
		Q_RUN(db, retention_holds_gone, .kind = kind->code, .record_id = record_id);
		audit_as(db, NULL, &program, AUDIT_REMOVE, kind->code, ref,
			audit_fact(NULL, "certificate", d->ref));
	} else
		Q_RUN(db, retention_keep, .destruction_id = d->destruction_id,
			.record_id = record_id);
	return db_commit(db);
}

static bool certify(struct db *db, TALLOC_CTX *ctx, const struct q_destruction_by_ref *d,
	const char *rule, int64_t now)
{
	uint8_t hash[CERTIFICATE_HASH];
	char words[CERTIFICATE_HASH * 2 + 1];

	certificate_hash(db, ctx, d, now, rule, hash);
	sodium_bin2hex(words, sizeof words, hash, sizeof hash);
	Q_RUN(db, destruction_end, .destruction_id = d->destruction_id, .now = now, .rule = rule,
		.hash = { hash, sizeof hash });
	audit_as(db, NULL, &program, AUDIT_REMOVE, "retention", d->ref,
		audit_fact(NULL, "sha256", text_copy(ctx, words)));
	return db_commit(db);
}

static bool destroy(struct db *db, TALLOC_CTX *ctx, const struct settings *settings,
	const struct q_destruction_by_ref *d, int64_t now)
{
	const struct retention_kind *kind = retention_kind(d->kind);
	struct db_rows *rows;
	struct q_destruction_items row;

	if (!kind)
		return false;
	rows = Q_ROWS(db, destruction_items, .destruction_id = d->destruction_id);
	while (Q_NEXT(rows, destruction_items, &row))
		if (strcmp(row.outcome, "waiting") == 0 &&
			!end_item(db, ctx, d, kind, row.record_id, text_copy(ctx, row.ref),
				retention_years(settings, kind), now))
			return false;
	return db_state(db) == DB_FINE &&
	       certify(db, ctx, d, retention_rule(ctx, settings, kind), now);
}

/* ---- What is due ----------------------------------------------------------------------------- */

/* Of a kind, in one run: more come with the next. */
enum { FOUND_MOST = 1000 };

static bool find_due(
	struct db *db, const struct retention_kind *kind, struct retention_years years, int64_t now)
{
	struct db_rows *rows = Q_ROWS(db, retention_old, .kind = kind->code, .now = now,
		.years = years.ordinary, .serious_years = years.serious);
	struct q_retention_old gone;
	struct q_retention_new found;

	while (Q_NEXT(rows, retention_old, &gone))
		Q_RUN(db, retention_due_end, .due_id = gone.due_id);
	rows = Q_ROWS(db, retention_new, .kind = kind->code, .now = now, .years = years.ordinary,
		.serious_years = years.serious, .most = FOUND_MOST);
	while (Q_NEXT(rows, retention_new, &found))
		Q_RUN(db, retention_due_add, .kind = kind->code, .record_id = found.record_id,
			.ref = found.ref, .begun_on = found.begun_on, .ended_on = found.ended_on,
			.serious = found.serious, .due_on = found.due_on);
	return db_commit(db);
}

bool retention_job(struct db *db, TALLOC_CTX *ctx, const struct conf *conf,
	const struct settings *settings, int64_t now)
{
	struct q_destruction_next next;
	struct q_destruction_by_ref d;
	bool fine = true;

	(void)conf;
	while (fine && Q_ONE(db, destruction_next, &next))
		fine = Q_ONE(db, destruction_by_ref, &d, .ref = next.ref) &&
		       destroy(db, ctx, settings, &d, now);
	for (size_t i = 0; fine && i < RETENTION_KINDS; i++)
		fine = find_due(db, &retention_kinds[i],
			retention_years(settings, &retention_kinds[i]), now);
	return fine && db_state(db) == DB_FINE;
}
