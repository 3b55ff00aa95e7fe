/* db_variant.h: queries with fragments and places: which of their statements one run needs; for
 * db.c alone. */
#ifndef DB_VARIANT_H
#define DB_VARIANT_H

#include "buf.h"
#include "db.h"

/* Says which parts are in; equal keys of a query are equal statements. 0 for a query without parts.
 */
uint64_t variant_key(const struct db_query *, const void *in);
/* The statement, and the parameters of its marks, `*in` owned by ctx. */
const char *variant_sql(
	TALLOC_CTX *ctx, const struct db_query *, uint64_t key, struct db_column **in, size_t *n);
/* Rows come from the server last first. */
bool variant_is_backwards(const struct db_query *, const void *in);
/* The keys that `soundings check` tries: without anything, with each fragment alone, each order
 * both ways, searched; false after the last. */
bool variant_probe(const struct db_query *, size_t i, uint64_t *key);
#endif
