/* fold.c: totals kept beside records: counting what changed, and making them again. */
#include "fold.h"

#include <stdio.h>
#include <stdlib.h>
#include "buf.h"

enum { BATCH = 1000, TRIES = 20 };

/* What the queries of every kind are given, and give: fold.h says which is which. */
struct most_in {
	int64_t most;
};
struct pending {
	int64_t pending_id, id, replaces;
};
struct ids_in {
	const char *ids;
};
struct sum_in {
	const char *ids;
	int64_t times;
};
struct after_in {
	int64_t after_id, most;
};
struct sum {
	int64_t total_rows, total_sum;
};

/* ---- Lists of numbers ------------------------------------------------------------------------ */

static int id_order(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return x < y ? -1 : x > y;
}

/* As JSON; each once and in order, so that two folds take the same rows in the same order. */
static const char *id_list(TALLOC_CTX *ctx, int64_t *ids, size_t n)
{
	struct buf list = { .ctx = ctx };

	qsort(ids, n, sizeof *ids, id_order);
	buf_addc(&list, '[');
	for (size_t i = 0; i < n; i++)
		if (i == 0 || ids[i] != ids[i - 1])
			buf_addf(&list, "%s%lld", list.len > 1 ? "," : "", (long long)ids[i]);
	buf_addc(&list, ']');
	return list.data;
}

/* ---- Counting what changed ------------------------------------------------------------------- */

static void run(struct db *db, const struct db_query *query, const char *ids)
{
	db_run(db, query, &(struct ids_in){ ids }, NULL);
}

static void add(struct db *db, const struct fold_kind *kind, const char *ids, int64_t times)
{
	db_run(db, kind->sum, &(struct sum_in){ ids, times }, NULL);
}

int64_t fold(struct db *db, TALLOC_CTX *ctx, const struct fold_kind *kind, int64_t most)
{
	struct db_rows *rows = db_rows(db, kind->pending, &(struct most_in){ most }, false);
	size_t room = db_rows_count(rows), n = 0, n_ids = 0;
	int64_t *pending = NEW_ARRAY(ctx, int64_t, room + 1);
	int64_t *ids = NEW_ARRAY(ctx, int64_t, 2 * room + 1);
	const char *list;
	struct pending row;

	while (db_next(rows, &row)) {
		pending[n++] = row.pending_id;
		ids[n_ids++] = row.id;
		if (row.replaces)
			ids[n_ids++] = row.replaces;
	}
	if (n == 0)
		return 0;
	list = id_list(ctx, ids, n_ids);
	if (kind->before)
		kind->before(db, ctx, list);
	add(db, kind, list, -1);
	run(db, kind->forget, list);
	run(db, kind->count, list);
	add(db, kind, list, 1);
	if (kind->after)
		kind->after(db, ctx, list);
	run(db, kind->counted, id_list(ctx, pending, n));
	return (int64_t)n;
}

bool fold_all(struct db *db, TALLOC_CTX *ctx, const struct fold_kind *kind)
{
	int64_t n, all = 0;

	do {
		TALLOC_CTX *tmp = talloc_new(ctx);

		db_use(db, tmp);
		all += n = fold(db, tmp, kind, BATCH);
		db_use(db, ctx);
		talloc_free(tmp);
	} while (n > 0 && db_commit(db));
	if (all > 0)
		db_run(db, kind->empty, NULL, NULL);
	return db_state(db) == DB_FINE;
}

void fold_uncount(struct db *db, TALLOC_CTX *ctx, const struct fold_kind *kind, int64_t id)
{
	int64_t ids[] = { id };
	const char *list = id_list(ctx, ids, 1);

	add(db, kind, list, -1);
	run(db, kind->forget, list);
}

/* ---- Making them again ----------------------------------------------------------------------- */

/* The next records behind `after`, which it moves; gives how many there were. */
static size_t recount_batch(
	struct db *db, TALLOC_CTX *ctx, const struct fold_kind *kind, int64_t *after)
{
	struct db_rows *rows =
		db_rows(db, kind->recount_ids, &(struct after_in){ *after, BATCH }, false);
	int64_t *ids = NEW_ARRAY(ctx, int64_t, db_rows_count(rows) + 1);
	const char *list;
	size_t n = 0;

	while (db_next(rows, after))
		ids[n++] = *after;
	if (n == 0)
		return 0;
	list = id_list(ctx, ids, n);
	run(db, kind->count, list);
	add(db, kind, list, 1);
	return n;
}

static void recount(struct db *db, TALLOC_CTX *ctx, const struct fold_kind *kind)
{
	int64_t after = 0;
	size_t n;

	db_run(db, kind->recount_totals, NULL, NULL);
	db_run(db, kind->recount_counted, NULL, NULL);
	do {
		TALLOC_CTX *tmp = talloc_new(ctx);

		db_use(db, tmp);
		n = recount_batch(db, tmp, kind, &after);
		db_use(db, ctx);
		talloc_free(tmp);
	} while (n == BATCH && db_state(db) == DB_FINE);
}

/* One try of the command. */
static bool tally(
	struct db *db, TALLOC_CTX *ctx, const struct fold_kind *kind, bool rebuild, bool *wrong)
{
	struct sum was, is;

	if (!fold_all(db, ctx, kind) || !db_commit(db))
		return false;
	if (!rebuild)
		return true;
	if (!db_one(db, kind->recount_sum, NULL, &was))
		return false;
	recount(db, ctx, kind);
	if (!db_one(db, kind->recount_sum, NULL, &is) || !db_commit(db))
		return false;
	*wrong = was.total_rows != is.total_rows || was.total_sum != is.total_sum;
	return true;
}

int fold_tally(struct db *db, TALLOC_CTX *ctx, const struct fold_kind *kind, bool rebuild)
{
	bool fine = false, again = true, wrong = false;

	/* The jobs may count the same at the same time: one of the two begins again. */
	for (int tries = 0; !fine && again && tries < TRIES; tries++) {
		TALLOC_CTX *tmp = talloc_new(ctx);

		db_use(db, tmp);
		fine = tally(db, tmp, kind, rebuild, &wrong);
		again = db_state(db) == DB_AGAIN;
		if (!fine) {
			db_rollback(db);
			db_clear(db);
		}
		db_use(db, ctx);
		talloc_free(tmp);
	}
	if (!fine) {
		fprintf(stderr, "soundings: %s could not be made\n", kind->totals);
		return 1;
	}
	if (wrong)
		printf("%s were wrong, and are mended\n", kind->totals);
	return 0;
}
