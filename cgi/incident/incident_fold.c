/* incident_fold.c: counts incidents that changed, for the trends. */
#include "incident_fold.h"

#include <stdio.h>
#include <stdlib.h>
#include "buf.h"
#include "incident_report.h"
#include "search.h"

enum { BATCH = 1000, TRIES = 20 };

struct batch {
	struct buf ids, pending; /* JSON lists of numbers */
	int64_t n;
};

static struct batch batch_new(TALLOC_CTX *ctx)
{
	struct batch b = { .ids = { .ctx = ctx }, .pending = { .ctx = ctx } };

	buf_addc(&b.ids, '[');
	buf_addc(&b.pending, '[');
	return b;
}

static void number_add(struct buf *list, int64_t number)
{
	buf_addf(list, "%s%lld", list->len > 1 ? "," : "", (long long)number);
}

static int id_order(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return x < y ? -1 : x > y;
}

/* Each incident once, in order, so that two folds take the same rows in the same order. */
static void ids_add(struct batch *b, int64_t *ids, size_t n)
{
	qsort(ids, n, sizeof *ids, id_order);
	for (size_t i = 0; i < n; i++)
		if (i == 0 || ids[i] != ids[i - 1])
			number_add(&b->ids, ids[i]);
	buf_addc(&b->ids, ']');
}

static struct batch take(struct db *db, TALLOC_CTX *ctx, int64_t most)
{
	struct db_rows *rows = Q_ROWS(db, fold_pending, .most = most);
	struct batch b = batch_new(ctx);
	int64_t *ids = NEW_ARRAY(ctx, int64_t, most + 1);
	struct q_fold_pending row;

	while (Q_NEXT(rows, fold_pending, &row)) {
		ids[b.n++] = row.incident_id;
		number_add(&b.pending, row.pending_id);
	}
	buf_addc(&b.pending, ']');
	ids_add(&b, ids, (size_t)b.n);
	return b;
}

static void count(struct db *db, const char *ids)
{
	Q_RUN(db, fold_sum, .ids = ids, .times = -1);
	Q_RUN(db, fold_forget, .ids = ids);
	Q_RUN(db, fold_count, .ids = ids);
	Q_RUN(db, fold_sum, .ids = ids, .times = 1);
}

static int64_t fold(struct db *db, TALLOC_CTX *ctx, int64_t most, struct batch *b)
{
	*b = take(db, ctx, most);
	if (b->n) {
		count(db, b->ids.data);
		Q_RUN(db, fold_counted, .pending_ids = b->pending.data);
	}
	return b->n;
}

int64_t incident_fold(struct db *db, TALLOC_CTX *ctx, int64_t most)
{
	struct batch b;

	return fold(db, ctx, most, &b);
}

/* A report without a name is not searched for until its words are stored here. */
static void store_words(struct db *db, TALLOC_CTX *ctx, const char *ids)
{
	struct search_batch *words = search_begin(ctx, db, "incident");
	struct db_rows *rows = Q_ROWS(db, fold_texts, .ids = ids);
	struct q_fold_texts row;

	while (Q_NEXT(rows, fold_texts, &row)) {
		TALLOC_CTX *tmp = talloc_new(ctx);

		search_put(words, row.incident_id, row.title,
			incident_report_words(tmp, report_open(tmp, row.report)), row.ref,
			row.practice, NULL);
		talloc_free(tmp);
	}
	search_end(words);
}

bool incident_fold_job(struct db *db, TALLOC_CTX *ctx, const struct conf *conf,
	const struct settings *settings, int64_t now)
{
	struct batch b;

	(void)conf, (void)settings, (void)now;
	do {
		TALLOC_CTX *tmp = talloc_new(ctx);

		db_use(db, tmp);
		if (fold(db, tmp, BATCH, &b))
			store_words(db, tmp, b.ids.data);
		db_use(db, ctx);
		talloc_free(tmp);
	} while (b.n == BATCH && db_commit(db));
	if (b.n < BATCH && b.n > 0)
		Q_RUN(db, fold_empty);
	return db_state(db) == DB_FINE;
}

static int64_t recount(struct db *db, TALLOC_CTX *ctx)
{
	int64_t after = 0, n, counted = 0;

	Q_RUN(db, recount_totals);
	Q_RUN(db, recount_counted);
	do {
		TALLOC_CTX *tmp = talloc_new(ctx);
		int64_t *ids = NEW_ARRAY(tmp, int64_t, BATCH);
		struct batch b = batch_new(tmp);
		struct q_recount_ids row;
		struct db_rows *rows;

		n = 0;
		db_use(db, tmp);
		rows = Q_ROWS(db, recount_ids, .after_id = after, .most = BATCH);
		while (Q_NEXT(rows, recount_ids, &row))
			ids[n++] = after = row.incident_id;
		ids_add(&b, ids, (size_t)n);
		if (n) {
			Q_RUN(db, fold_count, .ids = b.ids.data);
			Q_RUN(db, fold_sum, .ids = b.ids.data, .times = 1);
		}
		counted += n;
		db_use(db, ctx);
		talloc_free(tmp);
	} while (n == BATCH && db_state(db) == DB_FINE);
	return counted;
}

/* One try of the command. */
static bool tally(struct db *db, TALLOC_CTX *ctx, bool rebuild, bool *wrong)
{
	struct q_recount_sum was, is;

	if (!incident_fold_job(db, ctx, NULL, NULL, 0) || !db_commit(db))
		return false;
	if (!rebuild)
		return true;
	if (!Q_ONE(db, recount_sum, &was))
		return false;
	recount(db, ctx);
	if (!Q_ONE(db, recount_sum, &is) || !db_commit(db))
		return false;
	*wrong = was.total_rows != is.total_rows || was.total_sum != is.total_sum;
	return true;
}

int incident_tally_command(struct db *db, TALLOC_CTX *ctx, bool rebuild)
{
	bool fine = false, again = true, wrong = false;

	/* The jobs may count the same at the same time: one of the two begins again. */
	for (int tries = 0; !fine && again && tries < TRIES; tries++) {
		TALLOC_CTX *tmp = talloc_new(ctx);

		db_use(db, tmp);
		fine = tally(db, tmp, rebuild, &wrong);
		again = db_state(db) == DB_AGAIN;
		if (!fine) {
			db_rollback(db);
			db_clear(db);
		}
		db_use(db, ctx);
		talloc_free(tmp);
	}
	if (!fine) {
		fprintf(stderr, "soundings: the totals of incidents could not be made\n");
		return 1;
	}
	if (wrong)
		printf("the totals of incidents were wrong, and are mended\n");
	return 0;
}
