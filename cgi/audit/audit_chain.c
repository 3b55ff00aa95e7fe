/* audit_chain.c: chains the trail: each link holds a hash of its row and of the link before, so
 * that whoever changes a row, or takes one out, has to make every later link again, and the
 * auditors hold anchors (audit_anchor.c) that then no longer fit.
 *
 * Rows are added by each request in its own transaction, with no order and no lock between them;
 * links are added after the commit, in an order that is the chain's own. So staff's database user
 * needs no right but to read and to add. */
#include "audit_chain.h"

#include <inttypes.h>
#include <sodium.h>
#include <string.h>
#include "audit.h"
#include "buf.h"
#include "seal.h"

/* BATCH: rows chained in one transaction. BEHIND: a transaction that took long may commit rows with
 * lower numbers than some that are chained already; so far back a request looks for them. The jobs
 * look further, and once a day everywhere. */
enum {
	BATCH = 500,
	BATCHES_OF_REQUEST = 4,
	BEHIND = 200,
	BEHIND_JOBS = 20000,
	TRIES = 4,
	TRIES_OF_JOBS = 50
};

/* Changes when a column is added to the table: both ways of reading a row stay known then. */
static const char encoding[] = "soundings audit row 1";

static void put(crypto_generichash_state *state, struct bytes cell)
{
	uint64_t len = cell.data ? cell.len : UINT64_MAX; /* NULL is not empty */
	uint8_t prefix[8];

	for (size_t i = 0; i < sizeof prefix; i++)
		prefix[i] = (uint8_t)(len >> (8 * (7 - i)));
	crypto_generichash_update(state, prefix, sizeof prefix);
	if (cell.data)
		crypto_generichash_update(state, cell.data, cell.len);
}

void audit_hash(uint8_t out[HASH_BYTES], const uint8_t before[HASH_BYTES],
	const struct bytes cells[AUDIT_COLUMNS])
{
	crypto_generichash_state state;

	crypto_generichash_init(&state, NULL, 0, HASH_BYTES);
	crypto_generichash_update(&state, before, HASH_BYTES);
	put(&state, (struct bytes){ (const uint8_t *)encoding, sizeof encoding - 1 });
	for (size_t i = 0; i < AUDIT_COLUMNS; i++)
		put(&state, cells[i]);
	crypto_generichash_final(&state, out, HASH_BYTES);
}

/* The end of the chain; before its first link all zero. */
static struct audit_end chain_end(struct db *db, int64_t *audit_id)
{
	struct audit_end end = { 0 };
	struct q_audit_end row;

	*audit_id = 0;
	if (!Q_ONE(db, audit_end, &row))
		return end;
	end.seq = row.seq;
	ASSERT(row.hash.len == HASH_BYTES);
	memcpy(end.hash, row.hash.data, HASH_BYTES);
	*audit_id = row.audit_id;
	return end;
}

struct audit_end audit_chain_end(struct db *db)
{
	int64_t audit_id;

	return chain_end(db, &audit_id);
}

/* Chains up to BATCH rows that come after audit_id `after`; how many. The links of one batch are
 * one statement, JSON: [[seq, audit_id, "hash"]]. */
static int64_t add_batch(struct db *db, TALLOC_CTX *ctx, int64_t after, struct audit_end end)
{
	struct db_rows *rows =
		Q_ROWS(db, audit_unlinked, .after = after, .upto = INT64_MAX, .most = BATCH);
	struct buf links = { .ctx = ctx };
	struct q_audit_unlinked row;
	char hex[2 * HASH_BYTES + 1];
	int64_t n = 0;

	buf_addc(&links, '[');
	for (; Q_NEXT(rows, audit_unlinked, &row); n++) {
		const struct bytes cells[AUDIT_COLUMNS] = { row.audit_id, row.at, row.person_id,
			row.who, row.organisation_id, row.action, row.subject, row.ref,
			row.detail };

		audit_hash(end.hash, end.hash, cells);
		sodium_bin2hex(hex, sizeof hex, end.hash, HASH_BYTES);
		buf_addf(&links, "%s[%" PRId64 ",%.*s,\"%s\"]", n ? "," : "", ++end.seq,
			(int)row.audit_id.len, (const char *)row.audit_id.data, hex);
	}
	buf_addc(&links, ']');
	if (n && Q_RUN(db, audit_link_add, .links = buf_text(&links)) == DB_DUPLICATE)
		return -1;
	return n;
}

/* One transaction; how many rows were chained, -1 when somebody else chained meanwhile. */
static int64_t link_batch(struct db *db, TALLOC_CTX *ctx, int64_t behind, bool *failed)
{
	TALLOC_CTX *tmp = talloc_new(ctx);
	int64_t last, n;
	struct audit_end end;

	db_use(db, tmp);
	end = chain_end(db, &last);
	n = add_batch(db, tmp, last - behind, end);
	if (n < 0)
		db_rollback(db);
	else if (!db_commit(db))
		n = -1;
	*failed = db_state(db) == DB_AWAY;
	db_clear(db);
	db_use(db, ctx);
	talloc_free(tmp);
	return n;
}

/* `most`: tries in a row that others were quicker; they chain our rows too, mostly. */
static bool link_rows(struct db *db, TALLOC_CTX *ctx, int64_t behind, int64_t batches, int most)
{
	int64_t n;
	bool failed, near = false;

	for (int tries = 0; tries < most && batches > 0;) {
		n = link_batch(db, ctx, near && behind > BEHIND ? BEHIND : behind, &failed);
		if (failed)
			return false;
		if (n >= 0 && n < BATCH && !near)
			return true;
		/* A full batch had the lowest numbers there were: the next are behind it, and only
		 * when none are left is everything looked through again. */
		near = n == BATCH;
		tries = n < 0 ? tries + 1 : 0;
		batches -= n > 0;
	}
	return false;
}

bool audit_link(struct db *db, TALLOC_CTX *ctx)
{
	return link_rows(db, ctx, BEHIND, BATCHES_OF_REQUEST, TRIES);
}

bool audit_link_all(struct db *db, TALLOC_CTX *ctx, bool everywhere)
{
	return link_rows(
		db, ctx, everywhere ? INT64_MAX / 2 : BEHIND_JOBS, INT64_MAX, TRIES_OF_JOBS);
}
