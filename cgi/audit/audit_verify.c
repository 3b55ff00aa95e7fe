/* audit_verify.c: `soundings audit verify`: goes through the whole trail and says in plain words
 * what is wrong with it. One row at a time, so memory does not grow with the trail. */
#include <inttypes.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include "audit.h"
#include "audit_chain.h"
#include "buf.h"
#include "req.h"

/* LATE: rows are chained when they are committed; whoever puts one in afterwards has to say that it
 * is older than it is. */
enum { FAULTS_SHOWN = 50, LATE_SECONDS = 60 * 60, LATE_BATCH = 200000 };

struct anchor {
	const char *from; /* "of 22 November 2026", "that was given" */
	int64_t seq;
	uint8_t hash[HASH_BYTES];
};

struct verify {
	struct db *db;
	TALLOC_CTX *ctx;
	struct anchor *anchors;
	size_t n_anchors, next; /* sorted by seq; the first that the chain has not reached */
	int64_t faults;
	int64_t rows, before_at;
	struct audit_end end;
};

static void fault(struct verify *v, const char *format, ...) __attribute__((format(printf, 2, 3)));
static void fault(struct verify *v, const char *format, ...)
{
	va_list args;

	if (v->faults++ == FAULTS_SHOWN)
		printf("... and more, which are only counted\n");
	if (v->faults > FAULTS_SHOWN)
		return;
	va_start(args, format);
	vprintf(format, args);
	va_end(args);
	printf("\n");
}

bool audit_given_read(const char *text, struct audit_given *given)
{
	const char *colon = strchr(text, ':');
	size_t len, digits = strspn(text, "0123456789");

	if (!colon || digits == 0 || digits > 18 || text + digits != colon)
		return false;
	*given = (struct audit_given){ .seq = strtoll(text, NULL, 10) };
	return strlen(colon + 1) == 2 * (size_t)HASH_BYTES &&
	       sodium_hex2bin(given->hash, HASH_BYTES, colon + 1, 2 * (size_t)HASH_BYTES, NULL,
		       &len, NULL) == 0 &&
	       len == HASH_BYTES;
}

static int by_seq(const void *a, const void *b)
{
	const struct anchor *left = a, *right = b;

	return left->seq < right->seq ? -1 : left->seq > right->seq;
}

/* One a day: a few thousand in ten years. */
static void read_anchors(struct verify *v, const struct audit_given *given, size_t n)
{
	struct db_rows *rows = Q_ROWS(v->db, audit_anchors);
	struct q_audit_anchors row;

	v->anchors = NEW_ARRAY(v->ctx, struct anchor, n + 1);
	for (size_t i = 0; i < n; i++) {
		struct anchor *anchor = &v->anchors[v->n_anchors++];

		*anchor = (struct anchor){ .from = "that was given", .seq = given[i].seq };
		memcpy(anchor->hash, given[i].hash, HASH_BYTES);
	}
	while (Q_NEXT(rows, audit_anchors, &row)) {
		struct anchor *anchor;

		v->anchors = must(talloc_realloc(
			v->ctx, v->anchors, struct anchor, (unsigned)(v->n_anchors + 1)));
		anchor = &v->anchors[v->n_anchors++];
		*anchor = (struct anchor){ .from = text_format(v->ctx, "of %s",
						   date_text(v->ctx, row.anchor_on)),
			.seq = row.seq };
		ASSERT(row.hash.len == HASH_BYTES);
		memcpy(anchor->hash, row.hash.data, HASH_BYTES);
	}
	qsort(v->anchors, v->n_anchors, sizeof *v->anchors, by_seq);
}

static void meet_anchors(struct verify *v, const struct q_audit_verify *row)
{
	for (; v->next < v->n_anchors && v->anchors[v->next].seq <= row->seq; v->next++) {
		const struct anchor *anchor = &v->anchors[v->next];

		if (anchor->seq < row->seq)
			fault(v, "link %" PRId64 ": the anchor %s names it, and it is missing",
				anchor->seq, anchor->from);
		else if (memcmp(anchor->hash, row->hash.data, HASH_BYTES) != 0)
			fault(v,
				"link %" PRId64 ": it is not the one of the anchor %s: something "
				"up to here was changed and chained again",
				anchor->seq, anchor->from);
	}
}

/* Links of numbers that are not there. The one after a hole cannot be checked, and is taken as it
 * is. False: there was a hole. */
static bool check_gap(struct verify *v, const struct q_audit_verify *row)
{
	int64_t due = v->end.seq + 1;

	if (row->seq == due)
		return true;
	if (row->seq == due + 1)
		fault(v, "link %" PRId64 ": missing: a row was taken out", due);
	else
		fault(v, "links %" PRId64 " to %" PRId64 ": missing: rows were taken out", due,
			row->seq - 1);
	return false;
}

static void check_content(struct verify *v, const struct q_audit_verify *row, bool whole)
{
	const struct bytes cells[AUDIT_COLUMNS] = { row->audit_id, row->at, row->person_id,
		row->who, row->organisation_id, row->action, row->subject, row->ref, row->detail };
	uint8_t hash[HASH_BYTES];

	if (!row->audit_id.data) {
		fault(v, "link %" PRId64 ", row %" PRId64 ": the row was taken out", row->seq,
			row->link_id);
		return;
	}
	audit_hash(hash, v->end.hash, cells);
	if (whole && memcmp(hash, row->hash.data, HASH_BYTES) != 0)
		fault(v,
			"link %" PRId64 ", row %" PRId64 ": not what was chained: the row was "
			"changed, or others were put in or exchanged here",
			row->seq, row->link_id);
	if (row->happened_at < v->before_at - LATE_SECONDS)
		fault(v,
			"link %" PRId64 ", row %" PRId64 ": it says %s, but was chained after rows "
			"of %s: it was put in later, or the clock was wrong",
			row->seq, row->link_id, time_text(v->ctx, row->happened_at),
			time_text(v->ctx, v->before_at));
	v->before_at = row->happened_at;
}

static void check_links(struct verify *v)
{
	struct db_rows *rows = Q_STREAM(v->db, audit_verify);
	struct q_audit_verify row;

	while (Q_NEXT(rows, audit_verify, &row)) {
		ASSERT(row.hash.len == HASH_BYTES);
		check_content(v, &row, check_gap(v, &row));
		meet_anchors(v, &row);
		v->end.seq = row.seq;
		memcpy(v->end.hash, row.hash.data, HASH_BYTES);
		v->rows++;
	}
	if (db_state(v->db) != DB_FINE)
		return;
	for (; v->next < v->n_anchors; v->next++)
		fault(v,
			"the anchor %s names link %" PRId64 ", and the chain ends at %" PRId64
			": its end was cut off",
			v->anchors[v->next].from, v->anchors[v->next].seq, v->end.seq);
}

static void check_unlinked(struct verify *v)
{
	struct q_audit_batch batch;
	struct q_audit_late row;

	for (int64_t after = 0;
		Q_ONE(v->db, audit_batch, &batch, .after = after, .most = LATE_BATCH) &&
		batch.upto > 0;
		after = batch.upto) {
		struct db_rows *rows = Q_ROWS(v->db, audit_late, .after = after, .upto = batch.upto,
			.before = time(NULL) - LATE_SECONDS);

		while (Q_NEXT(rows, audit_late, &row))
			fault(v,
				"row %" PRId64
				" of %s: not chained, though it is older than an hour: it "
				"was put in later, or the jobs do not run",
				row.audit_id, time_text(v->ctx, row.at));
	}
}

/* That it was checked, and what came of it, is itself a row; where none can be added (a copy that
 * is only read), nothing is lost. */
static void leave_row(struct verify *v)
{
	json_t *detail = audit_fact(NULL, "rows", count_text(v->ctx, v->rows));

	detail = audit_fact(detail, "outcome", v->faults ? "something was changed" : "whole");
	if (v->faults)
		detail = audit_fact(detail, "faults", count_text(v->ctx, v->faults));
	db_rollback(v->db);
	audit_program(v->db, v->ctx, AUDIT_LOOK, "audit", "verify", detail);
	if (db_commit(v->db))
		audit_link(v->db, v->ctx);
	db_clear(v->db);
}

int audit_verify(struct db *db, TALLOC_CTX *ctx, const struct audit_given *given, size_t n)
{
	struct verify v = { .db = db, .ctx = ctx };
	char hex[2 * HASH_BYTES + 1];

	read_anchors(&v, given, n);
	check_links(&v);
	check_unlinked(&v);
	if (db_state(db) != DB_FINE) {
		fprintf(stderr,
			"soundings: audit verify: the database failed; nothing is proved\n");
		return 1;
	}
	leave_row(&v);
	sodium_bin2hex(hex, sizeof hex, v.end.hash, HASH_BYTES);
	printf("%s rows, %zu anchors; the chain ends at %" PRId64 ":%s\n", count_text(ctx, v.rows),
		v.n_anchors, v.end.seq, hex);
	if (v.faults)
		printf("The trail was changed: %s faults.\n", count_text(ctx, v.faults));
	else
		printf("The trail is whole.\n");
	return v.faults ? 1 : 0;
}
