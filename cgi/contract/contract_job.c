/* contract_job.c: days pass: what is kept beside contracts (value of this year, returns missing) is
 * counted anew once a day. */
#include "contract.h"
#include "jobs.h"

enum { BATCH = 100 };

/* A batch is committed before the next, so that nobody who edits waits long; one that was settled
 * since, by a change or by another run, is not of the next batch any more. */
bool contracts_settle_job(struct db *db, TALLOC_CTX *ctx, const struct conf *conf,
	const struct settings *settings, int64_t now)
{
	int64_t ids[BATCH];
	char today[11];
	size_t n;

	(void)conf, (void)settings;
	check_today(now, today);
	do {
		TALLOC_CTX *tmp = talloc_new(ctx);
		struct q_contracts_unsettled row;
		struct db_rows *rows;

		db_use(db, tmp);
		rows = Q_ROWS(db, contracts_unsettled, .today = today, .most = BATCH);
		n = 0;
		while (n < BATCH && Q_NEXT(rows, contracts_unsettled, &row))
			ids[n++] = row.contract_id;
		for (size_t i = 0; i < n; i++)
			contract_settle(db, ids[i], today);
		db_use(db, ctx);
		talloc_free(tmp);
	} while (db_commit(db) && n == BATCH);
	return db_state(db) == DB_FINE;
}
