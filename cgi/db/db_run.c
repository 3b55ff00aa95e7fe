/* db_run.c: named queries over Connector/C: statements are prepared once a connection and kept, and
 * their rows read. */
#include <mysqld_error.h>
#include <stdio.h>
#include <string.h>
#include "db_parts.h"
#include "db_variant.h"

enum { CELL = 256 };

struct db_rows {
	struct db *db;
	const struct db_query *query;
	struct statement *statement;
	bool open;
	size_t count, left; /* of rows that were fetched already */
	bool backwards;     /* they came last first */
};

static void make_cells(TALLOC_CTX *ctx, const struct db_query *query, struct statement *s)
{
	if (s->cells)
		return;
	s->cells = NEW_ARRAY(ctx, struct cell, query->n_out + 1);
	s->out = NEW_ARRAY(ctx, MYSQL_BIND, query->n_out + 1);
	for (size_t i = 0; i < query->n_out; i++) {
		s->cells[i].size = CELL;
		s->cells[i].data = must(talloc_size(s->cells, CELL));
		bind_cell(&query->out[i], &s->cells[i], &s->out[i]);
	}
}

static bool may_prepare(const struct db *db, const struct db_query *query)
{
	return (db->pool == POOL_PUBLIC && query->pool_public) ||
	       (db->pool == POOL_STAFF && query->pool_staff) ||
	       (db->pool == POOL_OWNER && query->pool_owner);
}

/* The statement for one combination of fragments. Its place is another one's when all are taken. */
static struct variant *variant_of(struct db *db, const struct db_query *query, uint64_t key)
{
	size_t oldest = 0;
	struct variant *v;

	for (size_t i = 0; i < VARIANTS; i++) {
		v = db->variants[i];
		if (v && v->query == query && v->key == key)
			return v;
		if (!v || (db->variants[oldest] && v->used < db->variants[oldest]->used))
			oldest = i;
		if (!v)
			break;
	}
	if (db->variants[oldest]) {
		statement_close(&db->variants[oldest]->statement);
		talloc_free(db->variants[oldest]);
	}
	v = db->variants[oldest] = NEW(db, struct variant);
	v->query = query;
	v->key = key;
	return v;
}

static bool prepare(
	struct db *db, const struct db_query *query, const char *sql, struct statement *s)
{
	s->stmt = must(mysql_stmt_init(db->mysql));
	if (mysql_stmt_prepare(s->stmt, sql, strlen(sql)) == 0)
		return true;
	db_fail(db, query, mysql_stmt_errno(s->stmt), mysql_stmt_error(s->stmt));
	statement_close(s);
	return false;
}

static struct statement *prepared(struct db *db, const struct db_query *query, uint64_t key)
{
	struct statement *s = &db->statements[query->index];
	struct db_column *in = NULL;
	struct variant *v = NULL;
	const char *sql = query->sql;

	if (!db_connected(db))
		return NULL;
	if (!may_prepare(db, query))
		BUG(query->name);
	if (query->parts) {
		v = variant_of(db, query, key);
		v->used = ++db->runs;
		s = &v->statement;
	}
	if (s->stmt)
		return s;
	s->in = query->in;
	s->n_in = query->n_in;
	if (v) {
		sql = variant_sql(v, query, key, &in, &s->n_in);
		s->in = in;
	}
	if (!prepare(db, query, sql, s))
		return NULL;
	make_cells(v ? (void *)v : db, query, s);
	return s;
}

/* Runs the statement; its result, if any, is not yet fetched. */
static enum db_outcome execute(
	struct db *db, const struct db_query *query, const void *in, struct statement **out)
{
	struct statement *s = prepared(db, query, variant_key(query, in));
	MYSQL_BIND *binds;
	unsigned error;

	*out = s;
	if (!s)
		return DB_FAILED;
	binds = bind_in(db->request, s->in, s->n_in, in);
	if ((s->n_in && mysql_stmt_bind_param(s->stmt, binds)) ||
		mysql_stmt_execute(s->stmt) != 0) {
		error = mysql_stmt_errno(s->stmt);
		talloc_free(binds);
		if (error == ER_DUP_ENTRY && query->may_duplicate) {
			db->begun = true;
			return DB_DUPLICATE;
		}
		db_fail(db, query, error, mysql_stmt_error(s->stmt));
		return DB_FAILED;
	}
	talloc_free(binds);
	db->begun = true;
	return DB_DONE;
}

enum db_outcome db_run(
	struct db *db, const struct db_query *query, const void *in, int64_t *affected)
{
	struct statement *s;
	enum db_outcome outcome = execute(db, query, in, &s);

	int64_t rows = outcome == DB_DONE ? (int64_t)mysql_stmt_affected_rows(s->stmt) : 0;

	if (rows > 0 && !query->untold)
		db->changed_by = query->name;
	if (affected)
		*affected = rows;
	return outcome;
}

int64_t db_last_id(struct db *db)
{
	return db->mysql && db->state == DB_FINE ? (int64_t)mysql_insert_id(db->mysql) : 0;
}

struct db_rows *db_rows(struct db *db, const struct db_query *query, const void *in, bool stream)
{
	struct db_rows *rows = NEW(db->request, struct db_rows);

	rows->db = db;
	rows->query = query;
	if (execute(db, query, in, &rows->statement) != DB_DONE)
		return rows;
	rows->open = true;
	if (mysql_stmt_bind_result(rows->statement->stmt, rows->statement->out) ||
		(!stream && mysql_stmt_store_result(rows->statement->stmt))) {
		db_fail(db, query, mysql_stmt_errno(rows->statement->stmt),
			mysql_stmt_error(rows->statement->stmt));
		db_rows_close(rows);
	} else if (!stream) {
		rows->backwards = variant_is_backwards(query, in);
		rows->count = rows->left = (size_t)mysql_stmt_num_rows(rows->statement->stmt);
	}
	return rows;
}

size_t db_rows_count(const struct db_rows *rows)
{
	return rows->count;
}

void db_rows_close(struct db_rows *rows)
{
	if (rows->open)
		mysql_stmt_free_result(rows->statement->stmt);
	rows->open = false;
}

/* A value longer than its cell: makes room, fetches that column again, and binds the larger cell
 * for the rows to come. */
static bool refetch(struct db_rows *rows)
{
	struct statement *s = rows->statement;

	for (unsigned i = 0; i < rows->query->n_out; i++) {
		struct cell *cell = &s->cells[i];
		if (s->out[i].buffer_type != MYSQL_TYPE_STRING || cell->len < cell->size)
			continue;
		cell->size = cell->len + cell->len / 2 + 1;
		cell->data =
			must(talloc_realloc(s->cells, cell->data, uint8_t, (unsigned)cell->size));
		bind_cell(&rows->query->out[i], cell, &s->out[i]);
		if (mysql_stmt_fetch_column(s->stmt, &s->out[i], i, 0))
			return false;
	}
	return mysql_stmt_bind_result(s->stmt, s->out) == 0;
}

bool db_next(struct db_rows *rows, void *row)
{
	MYSQL_STMT *stmt;
	int outcome;

	if (!rows->open)
		return false;
	stmt = rows->statement->stmt;
	if (rows->backwards && rows->left)
		mysql_stmt_data_seek(stmt, --rows->left);
	else if (rows->backwards) {
		db_rows_close(rows);
		return false;
	}
	outcome = mysql_stmt_fetch(stmt);
	if (outcome == MYSQL_DATA_TRUNCATED && refetch(rows))
		outcome = 0;
	if (outcome == 0) {
		fill_row(rows->query, rows->statement->cells, row);
		return true;
	}
	if (outcome != MYSQL_NO_DATA)
		db_fail(rows->db, rows->query, mysql_stmt_errno(stmt), mysql_stmt_error(stmt));
	db_rows_close(rows);
	return false;
}

/* Gives the row's text to the request: the cells are the statement's and change with its next run.
 */
static void own_row(struct db *db, const struct db_query *query, void *row)
{
	char *base = row;

	for (size_t i = 0; i < query->n_out; i++) {
		void *at = base + query->out[i].offset;
		struct bytes *bytes = at;
		const char **text = at;
		if (query->out[i].type == DB_TEXT)
			*text = text_copy(db->request, *text);
		else if (query->out[i].type == DB_BYTES && bytes->data)
			bytes->data = (const uint8_t *)text_copyn(
				db->request, (const char *)bytes->data, bytes->len);
	}
}

bool db_one(struct db *db, const struct db_query *query, const void *in, void *row)
{
	struct db_rows *rows = db_rows(db, query, in, false);
	bool found = db_next(rows, row);

	if (found)
		own_row(db, query, row);
	db_rows_close(rows);
	talloc_free(rows);
	return found;
}

/* Prepares one statement, and compares its columns with the "out:" line. */
static bool check_statement(struct db *db, const struct db_query *query, uint64_t key)
{
	struct statement *s = prepared(db, query, key);
	MYSQL_RES *result;
	unsigned n;
	bool same;

	if (!s) {
		db_clear(db);
		return false;
	}
	result = mysql_stmt_result_metadata(s->stmt);
	n = result ? mysql_num_fields(result) : 0;
	same = n == query->n_out && mysql_stmt_param_count(s->stmt) == s->n_in;
	for (unsigned i = 0; same && i < n; i++)
		same = strcmp(mysql_fetch_field_direct(result, i)->name, query->out[i].name) == 0;
	if (!same)
		fprintf(stderr,
			"soundings: %s:%d: the columns of %s are not those of its \"out:\" line\n",
			query->file, query->line, query->name);
	if (result)
		mysql_free_result(result);
	return same;
}

size_t db_check_queries(struct db *db)
{
	size_t faults = 0;
	uint64_t key = 0;

	for (size_t i = 0; i < n_db_queries; i++) {
		const struct db_query *query = db_queries[i];
		bool fine = true;

		if (!may_prepare(db, query))
			continue;
		for (size_t k = 0; fine && (query->parts ? variant_probe(query, k, &key) : k == 0);
			k++)
			fine = check_statement(db, query, query->parts ? key : 0);
		faults += !fine;
	}
	return faults;
}
