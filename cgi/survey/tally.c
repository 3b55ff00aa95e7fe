/* tally.c: totals of a survey's responses: folding what is pending, reading, making again. */
#include <stdio.h>
#include <string.h>
#include "audit.h"
#include "survey_parts.h"

enum { BATCH = 2000, TRIES = 20 };

/* ---- The fold -----------------------------------------------------------------------------------
 */

struct fold {
	struct buf ids, texts, totals; /* JSON lists */
	char id[33];
};

static struct buf list_begin(TALLOC_CTX *ctx)
{
	struct buf list = { .ctx = ctx };

	buf_addc(&list, '[');
	return list;
}

static void list_next(struct buf *list)
{
	if (list->len > 1)
		buf_addc(list, ',');
}

/* Codes, dates and hexadecimal digits need no escapes. */
static void note_text(void *data, const char *question, const char *month)
{
	struct fold *fold = data;

	list_next(&fold->texts);
	buf_addf(&fold->texts, "[\"%s\",\"%s\",\"%s\"]", question, month, fold->id);
}

static void count_one(struct counts *counts, const struct survey_versions *versions,
	int64_t version, const char *answers, const char *received_on, counts_said *said,
	void *data)
{
	const struct survey *s = survey_of(versions, version);

	/* Only a hand in the database can have made such a row; it is still somebody's response. */
	if (!s || !counts_response(counts, s, answers, received_on, said, data))
		fprintf(stderr, "tally: a response of version %lld cannot be read\n",
			(long long)version);
}

static int64_t fold_store(
	struct db *db, struct fold *fold, struct counts *counts, int64_t survey_id)
{
	const struct tally *t = counts_rows(counts);

	for (size_t i = 0; i < t->n; i++) {
		list_next(&fold->totals);
		buf_addf(&fold->totals, "[\"%s\",\"%s\",\"%s\",%lld]", t->rows[i].question,
			t->rows[i].choice, t->rows[i].month, (long long)t->rows[i].n);
	}
	buf_addc(&fold->ids, ']');
	buf_addc(&fold->texts, ']');
	buf_addc(&fold->totals, ']');
	Q_RUN(db, tally_done, .survey_id = survey_id, .ids = buf_text(&fold->ids));
	Q_RUN(db, tally_add, .survey_id = survey_id, .rows = buf_text(&fold->totals));
	if (fold->texts.len > 2)
		Q_RUN(db, tally_texts, .survey_id = survey_id, .rows = buf_text(&fold->texts));
	return db_state(db) == DB_FINE ? 0 : -1;
}

int64_t tally_fold(struct db *db, TALLOC_CTX *ctx, int64_t survey_id, int64_t most)
{
	TALLOC_CTX *tmp = talloc_new(ctx);
	struct fold fold = { list_begin(tmp), list_begin(tmp), list_begin(tmp), "" };
	struct counts *counts = counts_new(tmp);
	struct db_rows *rows = Q_ROWS(db, tally_take, .survey_id = survey_id, .most = most);
	struct survey_versions versions = survey_all_versions(db, tmp, survey_id);
	struct q_tally_take row;
	int64_t n = 0, state;

	for (; Q_NEXT(rows, tally_take, &row); n++) {
		ASSERT(row.response_id.len == 16);
		hex16(fold.id, row.response_id.data);
		list_next(&fold.ids);
		buf_addf(&fold.ids, "\"%s\"", fold.id);
		count_one(counts, &versions, row.version, row.answers, row.received_on, note_text,
			&fold);
	}
	state = n ? fold_store(db, &fold, counts, survey_id) : 0;
	talloc_free(tmp);
	return db_state(db) == DB_FINE && state == 0 ? n : -1;
}

/* ---- Reading ------------------------------------------------------------------------------------
 */

static void add_totals(struct db *db, struct counts *counts, int64_t survey_id)
{
	struct db_rows *rows = Q_ROWS(db, tally_totals, .survey_id = survey_id);
	struct q_tally_totals row;

	while (Q_NEXT(rows, tally_totals, &row))
		counts_add(counts, row.question, row.choice, row.month, row.n);
}

struct tally *tally_read(struct db *db, TALLOC_CTX *ctx, int64_t survey_id)
{
	struct survey_versions versions = survey_all_versions(db, ctx, survey_id);
	struct counts *counts = counts_new(ctx);
	struct q_tally_pending row;
	struct db_rows *rows;

	add_totals(db, counts, survey_id);
	rows = Q_STREAM(db, tally_pending, .survey_id = survey_id);
	while (Q_NEXT(rows, tally_pending, &row))
		count_one(counts, &versions, row.version, row.answers, row.received_on, NULL, NULL);
	return counts_rows(counts);
}

int64_t tally_sum(
	const struct tally *t, const char *question, const char *choice, const char *month)
{
	int64_t sum = 0;

	for (size_t i = 0; i < t->n; i++)
		if (!strcmp(t->rows[i].question, question) && !strcmp(t->rows[i].choice, choice) &&
			(!month || !strcmp(t->rows[i].month, month)))
			sum += t->rows[i].n;
	return sum;
}

/* ---- Making again -------------------------------------------------------------------------------
 */

struct rebuild {
	struct db *db;
	TALLOC_CTX *ctx;
	int64_t survey_id;
	const char *slug;
	struct counts *counts, *texts;
	struct fold fold; /* its texts are stored when `storing` */
	bool storing;
	int64_t differences;
};

static void see_text(void *data, const char *question, const char *month)
{
	struct rebuild *b = data;

	if (b->storing)
		note_text(&b->fold, question, month);
	else
		counts_add(b->texts, question, "", month, 1);
}

/* Every folded response, in pages, so that memory does not grow with their number. */
static void each_folded(struct rebuild *b)
{
	struct survey_versions versions = survey_all_versions(b->db, b->ctx, b->survey_id);
	uint8_t after[16] = { 0 };
	struct q_tally_folded row;
	size_t n;

	do {
		TALLOC_CTX *tmp = talloc_new(b->ctx);
		struct db_rows *rows;

		db_use(b->db, tmp);
		b->fold.texts = list_begin(tmp);
		rows = Q_ROWS(b->db, tally_folded, .survey_id = b->survey_id,
			.after = { after, sizeof after }, .most = BATCH);
		for (n = 0; Q_NEXT(rows, tally_folded, &row); n++) {
			ASSERT(row.response_id.len == 16);
			memcpy(after, row.response_id.data, 16);
			hex16(b->fold.id, after);
			count_one(b->counts, &versions, row.version, row.answers, row.received_on,
				see_text, b);
		}
		buf_addc(&b->fold.texts, ']');
		if (b->fold.texts.len > 2)
			Q_RUN(b->db, tally_texts, .survey_id = b->survey_id,
				.rows = buf_text(&b->fold.texts));
		db_use(b->db, b->ctx);
		talloc_free(tmp);
	} while (n == BATCH);
}

static void differs(struct rebuild *b, const char *what, const struct tally_row *row, int64_t is,
	int64_t should)
{
	b->differences++;
	printf("%s: %s \"%s\" \"%s\" %.7s: %lld, and the responses say %lld\n", b->slug, what,
		row->question, row->choice, row->month, (long long)is, (long long)should);
}

static int place_order(const struct tally *a, size_t i, const struct tally *b, size_t j)
{
	int order;

	if (i == a->n || j == b->n)
		return i == a->n ? 1 : -1;
	order = strcmp(a->rows[i].question, b->rows[j].question);
	if (!order)
		order = strcmp(a->rows[i].choice, b->rows[j].choice);
	return order ? order : strcmp(a->rows[i].month, b->rows[j].month);
}

/* Walks two sorted lists side by side; `set` puts the totals right. */
static void compare(struct rebuild *b, const char *what, const struct tally *is,
	const struct tally *should, bool set)
{
	for (size_t i = 0, j = 0; i < is->n || j < should->n;) {
		int order = place_order(is, i, should, j);
		const struct tally_row *row = order < 0 ? &is->rows[i] : &should->rows[j];
		int64_t has = order <= 0 ? is->rows[i].n : 0, wants = order >= 0 ? row->n : 0;

		i += order <= 0;
		j += order >= 0;
		if (has == wants && order == 0)
			continue;
		differs(b, what, row, has, wants);
		if (set && wants)
			Q_RUN(b->db, tally_set, .survey_id = b->survey_id,
				.question = row->question, .choice = row->choice,
				.month = row->month, .n = wants);
		else if (set)
			Q_RUN(b->db, tally_remove, .survey_id = b->survey_id,
				.question = row->question, .choice = row->choice,
				.month = row->month);
	}
}

static void rebuild_survey(struct rebuild *b)
{
	struct counts *totals = counts_new(b->ctx), *noted = counts_new(b->ctx);
	struct q_tally_text_counts row;
	struct db_rows *rows;
	int64_t before;

	b->counts = counts_new(b->ctx);
	b->texts = counts_new(b->ctx);
	each_folded(b);
	add_totals(b->db, totals, b->survey_id);
	rows = Q_ROWS(b->db, tally_text_counts, .survey_id = b->survey_id);
	while (Q_NEXT(rows, tally_text_counts, &row))
		counts_add(noted, row.question, "", row.month, row.n);
	if (db_state(b->db) != DB_FINE)
		return;
	compare(b, "total", counts_rows(totals), counts_rows(b->counts), true);
	before = b->differences;
	compare(b, "texts", counts_rows(noted), counts_rows(b->texts), false);
	if (b->differences == before)
		return;
	Q_RUN(b->db, tally_texts_remove, .survey_id = b->survey_id);
	b->storing = true;
	b->counts = counts_new(b->ctx);
	each_folded(b);
}

/* ---- The command --------------------------------------------------------------------------------
 */

struct listed {
	int64_t survey_id;
	const char *slug;
};

static struct listed *list_surveys(struct db *db, TALLOC_CTX *ctx, size_t *n)
{
	struct db_rows *rows = Q_ROWS(db, tally_surveys);
	struct listed *list = NEW_ARRAY(ctx, struct listed, 1);
	struct q_tally_surveys row;

	for (*n = 0; Q_NEXT(rows, tally_surveys, &row); ++*n) {
		list = must(talloc_realloc(ctx, list, struct listed, (unsigned)*n + 2));
		list[*n] = (struct listed){ row.survey_id, text_copy(ctx, row.slug) };
	}
	return list;
}

/* One try in one transaction: how many it folded, or how many differences it mended; -1 when it has
 * to be tried again. */
static int64_t one_try(struct db *db, TALLOC_CTX *ctx, const struct listed *survey, bool rebuild)
{
	int64_t n;

	if (rebuild) {
		struct rebuild b = {
			.db = db, .ctx = ctx, .survey_id = survey->survey_id, .slug = survey->slug
		};

		rebuild_survey(&b);
		n = b.differences;
		audit_program(db, ctx, AUDIT_CHANGE, "survey", survey->slug,
			audit_fact(NULL, "totals_mended", text_format(ctx, "%lld", (long long)n)));
	} else {
		Q_RUN(db, tally_isolation);
		n = tally_fold(db, ctx, survey->survey_id, BATCH);
	}
	return db_commit(db) ? n : -1;
}

/* What was folded or mended of one survey, over as many transactions as it takes; -1 when it did
 * not work. */
static int64_t tally_survey(
	struct db *db, TALLOC_CTX *ctx, const struct listed *survey, bool rebuild)
{
	int64_t n, sum = 0;

	for (int failed = 0; failed < TRIES;) {
		TALLOC_CTX *tmp = talloc_new(ctx);

		db_use(db, tmp);
		n = one_try(db, tmp, survey, rebuild);
		db_use(db, ctx);
		talloc_free(tmp);
		if (n < 0) {
			bool again = db_state(db) == DB_AGAIN;

			db_rollback(db);
			db_clear(db);
			if (!again)
				return -1;
			failed++;
			continue;
		}
		failed = 0;
		sum += n;
		if (rebuild || n == 0)
			return sum;
	}
	return -1;
}

int tally_command(struct db *db, TALLOC_CTX *ctx, bool rebuild)
{
	size_t n;
	const struct listed *list = list_surveys(db, ctx, &n);
	int64_t sum = 0, one;

	if (!db_commit(db))
		return 1;
	for (size_t i = 0; i < n; i++) {
		one = tally_survey(db, ctx, &list[i], rebuild);
		if (one < 0) {
			fprintf(stderr, "soundings: the totals of %s could not be made\n",
				list[i].slug);
			return 1;
		}
		sum += one;
	}
	printf(rebuild ? "%lld differences\n" : "%lld folded\n", (long long)sum);
	return 0;
}
