/* proposal_fold.c: what of a response is counted for the results; versions that replace others. */
#include "proposal_fold.h"

#include "buf.h"
#include "proposal_results.h"
#include "search.h"

/* ---- Before counting ------------------------------------------------------------------------- */

/* New versions that can take over now, as a JSON list; NULL: none. */
static const char *ready(struct db *db, TALLOC_CTX *ctx, const char *ids)
{
	struct db_rows *rows = Q_ROWS(db, proposal_fold_ready, .ids = ids);
	struct buf list = { .ctx = ctx };
	struct q_proposal_fold_ready row;

	while (Q_NEXT(rows, proposal_fold_ready, &row))
		buf_addf(&list, "%c%lld", list.len ? ',' : '[', (long long)row.response_id);
	if (!list.len)
		return NULL;
	buf_addc(&list, ']');
	return list.data;
}

/* What was coded in a version before, and says the same in the new one, stays coded. */
static void replace(struct db *db, TALLOC_CTX *ctx, const char *ids)
{
	const char *next;

	while ((next = ready(db, ctx, ids))) {
		Q_RUN(db, proposal_fold_coded, .ids = next);
		Q_RUN(db, proposal_fold_codes, .ids = next);
		Q_RUN(db, proposal_fold_settled, .ids = next);
		Q_RUN(db, proposal_fold_themes, .ids = next);
		Q_RUN(db, proposal_fold_quoted, .ids = next);
		Q_RUN(db, proposal_fold_replace, .ids = next);
		Q_RUN(db, proposal_fold_contacts, .ids = next);
	}
}

static void prepare(struct db *db, TALLOC_CTX *ctx, const char *ids)
{
	replace(db, ctx, ids);
	Q_RUN(db, proposal_fold_alone, .ids = ids);
	Q_RUN(db, proposal_fold_campaign, .ids = ids);
}

/* ---- After counting -------------------------------------------------------------------------- */

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

static void follow(struct db *db, TALLOC_CTX *ctx, const char *ids)
{
	store_words(db, ctx, ids);
	take_back(db, ctx, ids);
}

FOLD_QUERIES_FIT(proposal);

const struct fold_kind proposal_fold = {
	.totals = "the totals of responses to proposals",
	FOLD_QUERIES(proposal),
	.before = prepare,
	.after = follow,
};

bool proposal_fold_job(struct db *db, TALLOC_CTX *ctx, const struct conf *conf,
	const struct settings *settings, int64_t now)
{
	(void)conf, (void)settings, (void)now;
	return fold_all(db, ctx, &proposal_fold);
}
