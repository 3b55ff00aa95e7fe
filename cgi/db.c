/* db.c: named queries over Connector/C: statements are prepared once a connection and kept; failure
 * is sticky. */
#include "db.h"

#include <errmsg.h>
#include <mysql.h>
#include <mysqld_error.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include "buf.h"
#include "db_bind.h"
#include "conf.h"

/* Seconds. A statement that finds its connection gone is run again on a new one, so both together
 * are less than nginx waits (15): who typed gets our page, with the text, not nginx's. */
enum { CONNECT_MOST = 4, READ_PUBLIC = 6, READ_OTHERS = 10, HUNG_PAUSE = 2 };

enum { CELL = 256 };

struct statement {
	MYSQL_STMT *stmt;
	struct cell *cells;
	MYSQL_BIND *out;
};

struct db {
	const struct conf *conf;
	enum pool pool;
	TALLOC_CTX *request;
	MYSQL *mysql;
	struct statement *statements; /* by db_query.index */
	enum db_state state;
	bool begun; /* a statement ran since the last commit or rollback */
	bool lost;  /* the connection is no use any more */
	/* The server hangs: who queued behind somebody's wait is not made to wait as long again. */
	time_t not_before;
	bool unfit; /* a server answered that must not be given anybody's words */
};

struct db_rows {
	struct db *db;
	const struct db_query *query;
	struct statement *statement;
	bool open;
};

static void disconnect(struct db *db)
{
	for (size_t i = 0; i < n_db_queries; i++)
		if (db->statements[i].stmt) {
			mysql_stmt_close(db->statements[i].stmt);
			db->statements[i].stmt = NULL;
		}
	if (db->mysql)
		mysql_close(db->mysql);
	db->mysql = NULL;
	db->begun = db->lost = false;
}

static int db_destroy(struct db *db)
{
	disconnect(db);
	return 0;
}

struct db *db_new(TALLOC_CTX *ctx, const struct conf *conf, enum pool pool)
{
	struct db *db = NEW(ctx, struct db);

	db->conf = conf;
	db->pool = pool;
	db->request = db;
	db->statements = NEW_ARRAY(db, struct statement, n_db_queries);
	talloc_set_destructor(db, db_destroy);
	return db;
}

void db_use(struct db *db, TALLOC_CTX *request)
{
	db->request = request;
}

enum db_state db_state(const struct db *db)
{
	return db->state;
}

/* Remembers the first failure and logs it once. A conflict that running again can cure is no news.
 */
static void fail(struct db *db, const struct db_query *query, unsigned error, const char *words)
{
	bool gone = error == CR_SERVER_GONE_ERROR || error == CR_SERVER_LOST ||
		    error == CR_SERVER_LOST_EXTENDED || error == ER_SERVER_SHUTDOWN ||
		    error == ER_CONNECTION_KILLED;
	bool first = !db->begun;

	if (db->state != DB_FINE)
		return;
	db->lost = gone || error >= CR_MIN_ERROR;
	/* Connection lost with nothing done yet in this transaction: a new one can do it all. */
	if (error == ER_LOCK_DEADLOCK || error == ER_LOCK_WAIT_TIMEOUT || error == ER_CHECKREAD ||
		(gone && first)) {
		db->state = DB_AGAIN;
		return;
	}
	db->state = DB_AWAY;
	fprintf(stderr, "soundings: database: %s:%d: %s: error %u: %s\n",
		query ? query->file : "connection", query ? query->line : 0,
		query ? query->name : "-", error, words);
}

static const char *const pool_names[] = {
	[POOL_PUBLIC] = "public", [POOL_STAFF] = "staff", [POOL_OWNER] = "owner"
};

static const char *pool_setting(const struct db *db, const char *what)
{
	char key[40];

	snprintf(key, sizeof key, "db.%s.%s", pool_names[db->pool], what);
	return conf_get(db->conf, key, NULL);
}

static void set_options(MYSQL *mysql, enum pool pool, const char *ca)
{
	unsigned patience = pool == POOL_PUBLIC ? READ_PUBLIC : READ_OTHERS;
	unsigned connecting = CONNECT_MOST, off = 0;
	my_bool no = 0, yes = 1;

	mysql_optionsv(mysql, MYSQL_OPT_CONNECT_TIMEOUT, &connecting);
	mysql_optionsv(mysql, MYSQL_OPT_READ_TIMEOUT, &patience);
	mysql_optionsv(mysql, MYSQL_OPT_WRITE_TIMEOUT, &patience);
	mysql_optionsv(mysql, MYSQL_OPT_LOCAL_INFILE, &off);
	mysql_optionsv(mysql, MYSQL_OPT_RECONNECT, &no);
	mysql_optionsv(mysql, MYSQL_SET_CHARSET_NAME, "utf8mb4");
	mysql_optionsv(mysql, MYSQL_INIT_COMMAND,
		"SET autocommit = 0, time_zone = '+00:00', sql_mode = "
		"'STRICT_ALL_TABLES,ONLY_FULL_GROUP_BY,NO_ZERO_DATE,NO_ZERO_IN_DATE,"
		"ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'");
	mysql_optionsv(mysql, MYSQL_REPORT_DATA_TRUNCATION, &yes);
	if (ca) {
		mysql_optionsv(mysql, MYSQL_OPT_SSL_CA, ca);
		mysql_optionsv(mysql, MYSQL_OPT_SSL_VERIFY_SERVER_CERT, &yes);
	}
}

/* What design.md asks of a server that holds patients' words. */
static bool is_fit(struct db *db)
{
	struct q_server_settings s = { 0 };
	bool read = Q_ONE(db, server_settings, &s);
	const struct {
		bool wrong;
		const char *words;
	} rules[] = {
		{ s.flush_log != 1, "innodb_flush_log_at_trx_commit must be 1" },
		{ !s.snapshot_isolation, "innodb_snapshot_isolation must be ON" },
		{ !s.rollback_on_timeout, "innodb_rollback_on_timeout must be ON" },
		{ s.local_infile, "local_infile must be OFF" },
		{ s.log_bin && s.sync_binlog != 1,
			"sync_binlog must be 1 where there is a binary log" },
		{ s.log_bin && s.annotate_rows, "binlog_annotate_row_events must be OFF" },
		{ !s.strict, "sql_mode must be strict" },
	};

	db->unfit = false;
	for (size_t i = 0; read && i < COUNT(rules); i++)
		if (rules[i].wrong) {
			fprintf(stderr, "soundings: MariaDB: %s\n", rules[i].words);
			db->unfit = true;
		}
	db->begun =
		false; /* it touched no table: nothing of the request's transaction was done yet */
	return read && !db->unfit;
}

/* Seconds of a clock that nobody sets. */
static time_t seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec;
}

static bool connected(struct db *db)
{
	const char *socket = conf_get(db->conf, "db.socket", NULL);
	const char *host = conf_get(db->conf, "db.host", NULL);
	const char *port = conf_get(db->conf, "db.port", "3306");
	time_t begun = seconds();

	if (db->state != DB_FINE)
		return false;
	if (db->mysql)
		return true;
	if (begun < db->not_before) {
		db->state = DB_AWAY;
		return false;
	}
	db->mysql = mysql_init(NULL);
	must(db->mysql);
	set_options(db->mysql, db->pool, socket ? NULL : conf_get(db->conf, "db.ca", NULL));
	if (mysql_real_connect(db->mysql, socket ? NULL : host, pool_setting(db, "user"),
		    pool_setting(db, "password"), conf_get(db->conf, "db.name", "soundings"),
		    (unsigned)atoi(port), socket, 0)) {
		if (is_fit(db))
			return true;
	} else {
		db->begun = true; /* a server that cannot be reached is not worth another run of the
				     page */
		fail(db, NULL, mysql_errno(db->mysql), mysql_error(db->mysql));
	}
	if (seconds() - begun >= HUNG_PAUSE)
		db->not_before = seconds() + HUNG_PAUSE;
	db->state = DB_AWAY;
	db->lost = true;
	return false;
}

static void make_cells(struct db *db, const struct db_query *query, struct statement *s)
{
	if (s->cells)
		return;
	s->cells = NEW_ARRAY(db, struct cell, query->n_out + 1);
	s->out = NEW_ARRAY(db, MYSQL_BIND, query->n_out + 1);
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

static struct statement *prepared(struct db *db, const struct db_query *query)
{
	struct statement *s = &db->statements[query->index];

	if (!connected(db))
		return NULL;
	if (s->stmt)
		return s;
	if (!may_prepare(db, query))
		BUG(query->name);
	s->stmt = must(mysql_stmt_init(db->mysql));
	if (mysql_stmt_prepare(s->stmt, query->sql, strlen(query->sql)) != 0) {
		fail(db, query, mysql_stmt_errno(s->stmt), mysql_stmt_error(s->stmt));
		mysql_stmt_close(s->stmt);
		s->stmt = NULL;
		return NULL;
	}
	make_cells(db, query, s);
	return s;
}

/* Runs the statement; its result, if any, is not yet fetched. */
static enum db_outcome execute(
	struct db *db, const struct db_query *query, const void *in, struct statement **out)
{
	struct statement *s = prepared(db, query);
	MYSQL_BIND *binds;
	unsigned error;

	*out = s;
	if (!s)
		return DB_FAILED;
	binds = bind_in(db->request, query, in);
	if ((query->n_in && mysql_stmt_bind_param(s->stmt, binds)) ||
		mysql_stmt_execute(s->stmt) != 0) {
		error = mysql_stmt_errno(s->stmt);
		talloc_free(binds);
		if (error == ER_DUP_ENTRY && query->may_duplicate) {
			db->begun = true;
			return DB_DUPLICATE;
		}
		fail(db, query, error, mysql_stmt_error(s->stmt));
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

	if (affected)
		*affected = outcome == DB_DONE ? (int64_t)mysql_stmt_affected_rows(s->stmt) : 0;
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
		fail(db, query, mysql_stmt_errno(rows->statement->stmt),
			mysql_stmt_error(rows->statement->stmt));
		db_rows_close(rows);
	}
	return rows;
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
	outcome = mysql_stmt_fetch(stmt);
	if (outcome == MYSQL_DATA_TRUNCATED && refetch(rows))
		outcome = 0;
	if (outcome == 0) {
		fill_row(rows->query, rows->statement->cells, row);
		return true;
	}
	if (outcome != MYSQL_NO_DATA)
		fail(rows->db, rows->query, mysql_stmt_errno(stmt), mysql_stmt_error(stmt));
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

bool db_commit(struct db *db)
{
	if (db->state != DB_FINE) {
		db_rollback(db);
		return false;
	}
	if (db->begun && mysql_commit(db->mysql) != 0) {
		fail(db, NULL, mysql_errno(db->mysql), mysql_error(db->mysql));
		db_rollback(db);
		return false;
	}
	db->begun = false;
	return true;
}

void db_rollback(struct db *db)
{
	if (db->begun && db->mysql && !db->lost && mysql_rollback(db->mysql) != 0)
		db->lost = true;
	db->begun = false;
}

void db_clear(struct db *db)
{
	db_rollback(db);
	if (db->lost)
		disconnect(db);
	db->state = DB_FINE;
}

bool db_exec(struct db *db, const char *sql, const char **error)
{
	*error = NULL;
	if (!connected(db)) {
		*error = "no connection";
		return false;
	}
	db->begun = true;
	if (mysql_real_query(db->mysql, sql, strlen(sql)) == 0 && mysql_field_count(db->mysql) == 0)
		return true;
	*error = text_copy(db->request,
		mysql_errno(db->mysql) ? mysql_error(db->mysql) : "gives rows, and should not");
	mysql_free_result(mysql_store_result(db->mysql));
	return false;
}

size_t db_check_queries(struct db *db)
{
	size_t faults = 0;

	for (size_t i = 0; i < n_db_queries; i++) {
		const struct db_query *query = db_queries[i];
		if (!may_prepare(db, query))
			continue;
		struct statement *s = prepared(db, query);
		if (!s) {
			faults++;
			db_clear(db);
			continue;
		}
		MYSQL_RES *result = mysql_stmt_result_metadata(s->stmt);
		unsigned n = result ? mysql_num_fields(result) : 0;
		bool same = n == query->n_out;
		for (unsigned k = 0; same && k < n; k++)
			same = strcmp(mysql_fetch_field_direct(result, k)->name,
				       query->out[k].name) == 0;
		if (!same)
			fprintf(stderr,
				"soundings: %s:%d: the columns of %s are not those of its \"out:\" "
				"line\n",
				query->file, query->line, query->name);
		faults += !same;
		if (result)
			mysql_free_result(result);
	}
	return faults;
}

bool db_check(struct db *db)
{
	return connected(db);
}

bool db_is_unfit(const struct db *db)
{
	return db->unfit;
}
