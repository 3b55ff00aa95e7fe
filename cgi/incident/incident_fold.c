/* incident_fold.c: what of an incident is counted for the trends, and what it is searched by. */
#include "incident_fold.h"

#include "incident_report.h"
#include "search.h"

/* A report without a name is not searched for until its words are stored here. */
static void store_words(struct db *db, TALLOC_CTX *ctx, const char *ids)
{
	struct search_batch *words = search_begin(ctx, db, "incident");
	struct db_rows *rows = Q_ROWS(db, incident_fold_texts, .ids = ids);
	struct q_incident_fold_texts row;

	while (Q_NEXT(rows, incident_fold_texts, &row)) {
		TALLOC_CTX *tmp = talloc_new(ctx);

		search_put(words, row.incident_id, row.title,
			incident_report_words(tmp, report_open(tmp, row.report)), row.ref,
			row.practice, NULL);
		talloc_free(tmp);
	}
	search_end(words);
}

FOLD_QUERIES_FIT(incident);

const struct fold_kind incident_fold = {
	.totals = "the totals of incidents",
	FOLD_QUERIES(incident),
	.after = store_words,
};

bool incident_fold_job(struct db *db, TALLOC_CTX *ctx, const struct conf *conf,
	const struct settings *settings, int64_t now)
{
	(void)conf, (void)settings, (void)now;
	return fold_all(db, ctx, &incident_fold);
}
