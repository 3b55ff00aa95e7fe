/* proposal_fold.c: counts responses that came or changed, for the results. */
#include "proposal_fold.h"

#include <stdio.h>
#include <stdlib.h>
#include "buf.h"
#include "proposal_results.h"
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

/* Each response once, in order, so that two folds take the same rows in the same order. */
static void ids_add(struct batch *b, int64_t *ids, size_t n)
{
	qsort(ids, n, sizeof *ids, id_order);
	for (size_t i = 0; i < n; i++)
		if (i == 0 || ids[i] != ids[i - 1])
			number_add(&b->ids, ids[i]);
	buf_addc(&b->ids, ']');
}

/* Also what the pending ones replace: it is counted no more. */
static struct batch take(struct db *db, TALLOC_CTX *ctx, int64_t most)
{
	struct db_rows *rows = Q_ROWS(db, proposal_fold_pending, .most = most);
	struct batch b = batch_new(ctx);
	int64_t *ids = NEW_ARRAY(ctx, int64_t, 2 * most + 1);
	struct q_proposal_fold_pending row;
	size_t n = 0;

	while (Q_NEXT(rows, proposal_fold_pending, &row)) {
		ids[n++] = row.response_id;
		if (row.replaces)
			ids[n++] = row.replaces;
		number_add(&b.pending, row.pending_id);
		b.n++;
	}
	buf_addc(&b.pending, ']');
	ids_add(&b, ids, n);
	return b;
}

/* New versions that can take over now. */
static struct batch ready(struct db *db, TALLOC_CTX *ctx, const char *ids)
{
	struct db_rows *rows = Q_ROWS(db, proposal_fold_ready, .ids = ids);
	struct batch b = batch_new(ctx);
	struct q_proposal_fold_ready row;

	while (Q_NEXT(rows, proposal_fold_ready, &row)) {
		number_add(&b.ids, row.response_id);
		b.n++;
	}
	buf_addc(&b.ids, ']');
	return b;
}

/* What was coded in a version before, and says the same in the new one, stays coded. */
static void replace(struct db *db, TALLOC_CTX *ctx, const char *ids)
{
	struct batch b;

	for (b = ready(db, ctx, ids); b.n > 0; b = ready(db, ctx, ids)) {
		Q_RUN(db, proposal_fold_coded, .ids = b.ids.data);
		Q_RUN(db, proposal_fold_codes, .ids = b.ids.data);
		Q_RUN(db, proposal_fold_settled, .ids = b.ids.data);
		Q_RUN(db, proposal_fold_themes, .ids = b.ids.data);
		Q_RUN(db, proposal_fold_quoted, .ids = b.ids.data);
		Q_RUN(db, proposal_fold_replace, .ids = b.ids.data);
		Q_RUN(db, proposal_fold_contacts, .ids = b.ids.data);
	}
}

static void count(struct db *db, const char *ids)
{
	Q_RUN(db, proposal_fold_sum, .ids = ids, .times = -1);
	Q_RUN(db, proposal_fold_forget, .ids = ids);
	Q_RUN(db, proposal_fold_count, .ids = ids);
	Q_RUN(db, proposal_fold_sum, .ids = ids, .times = 1);
}

static void store_words(struct db *db, TALLOC_CTX *ctx, const char *ids)
{
	struct search_batch *words = search_begin(ctx, db, "proposal_response");
	struct db_rows *rows = Q_ROWS(db, proposal_fold_texts, .ids = ids);
	struct q_proposal_fold_texts row;

	while (Q_NEXT(rows, proposal_fold_texts, &row))
		search_put(words, row.response_id, row.ref, row.name, row.organisation, row.asks,
			row.texts ? row.texts : "", NULL);
	search_end(words);
}

static void take_back(struct db *db, TALLOC_CTX *ctx, const char *ids)
{
	struct db_rows *rows = Q_ROWS(db, proposal_fold_published, .ids = ids);
	int64_t *list = NEW_ARRAY(ctx, int64_t, db_rows_count(rows) + 1);
	struct q_proposal_fold_published row;
	size_t n = 0;

	while (Q_NEXT(rows, proposal_fold_published, &row))
		list[n++] = row.proposal_id;
	for (size_t i = 0; i < n; i++)
		proposal_results_take_back(db, ctx, list[i]);
}

int64_t proposal_fold(struct db *db, TALLOC_CTX *ctx, int64_t most)
{
	struct batch b = take(db, ctx, most);

	if (b.n) {
		replace(db, ctx, b.ids.data);
		Q_RUN(db, proposal_fold_campaign, .ids = b.ids.data);
		count(db, b.ids.data);
		store_words(db, ctx, b.ids.data);
		take_back(db, ctx, b.ids.data);
		Q_RUN(db, proposal_fold_counted, .pending_ids = b.pending.data);
	}
	return b.n;
}

bool proposal_fold_job(struct db *db, TALLOC_CTX *ctx, const struct conf *conf,
	const struct settings *settings, int64_t now)
{
	int64_t n, all = 0;

	(void)conf, (void)settings, (void)now;
	do {
		TALLOC_CTX *tmp = talloc_new(ctx);

		db_use(db, tmp);
		all += n = proposal_fold(db, tmp, BATCH);
		db_use(db, ctx);
		talloc_free(tmp);
	} while (n > 0 && db_commit(db));
	if (all > 0)
		Q_RUN(db, proposal_fold_empty);
	return db_state(db) == DB_FINE;
}

static int64_t recount(struct db *db, TALLOC_CTX *ctx)
{
	int64_t after = 0, n, counted = 0;

	Q_RUN(db, proposal_recount_totals);
	Q_RUN(db, proposal_recount_counted);
	do {
		TALLOC_CTX *tmp = talloc_new(ctx);
		int64_t *ids = NEW_ARRAY(tmp, int64_t, BATCH);
		struct batch b = batch_new(tmp);
		struct q_proposal_recount_ids row;
		struct db_rows *rows;

		n = 0;
		db_use(db, tmp);
		rows = Q_ROWS(db, proposal_recount_ids, .after_id = after, .most = BATCH);
		while (Q_NEXT(rows, proposal_recount_ids, &row))
			ids[n++] = after = row.response_id;
		ids_add(&b, ids, (size_t)n);
		if (n) {
			Q_RUN(db, proposal_fold_count, .ids = b.ids.data);
			Q_RUN(db, proposal_fold_sum, .ids = b.ids.data, .times = 1);
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
	struct q_proposal_recount_sum was, is;

	if (!proposal_fold_job(db, ctx, NULL, NULL, 0) || !db_commit(db))
		return false;
	if (!rebuild)
		return true;
	if (!Q_ONE(db, proposal_recount_sum, &was))
		return false;
	recount(db, ctx);
	if (!Q_ONE(db, proposal_recount_sum, &is) || !db_commit(db))
		return false;
	*wrong = was.total_rows != is.total_rows || was.total_sum != is.total_sum;
	return true;
}

int proposal_tally_command(struct db *db, TALLOC_CTX *ctx, bool rebuild)
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
		fprintf(stderr,
			"soundings: the totals of responses to proposals could not be made\n");
		return 1;
	}
	if (wrong)
		printf("the totals of responses to proposals were wrong, and are mended\n");
	return 0;
}
