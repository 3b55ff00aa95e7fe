/* db.c: the connection to MariaDB, its transaction, and its failure, which is sticky. */
#include "db.h"

#include <errmsg.h>
#include <mysql.h>
#include <mysqld_error.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include "buf.h"
#include "conf.h"
#include "db_parts.h"

/* Seconds. A statement that finds its connection gone is run again on a new one, so both together
 * are less than nginx waits (15): who typed gets our page, with the text, not nginx's. */
enum { CONNECT_MOST = 4, READ_PUBLIC = 6, READ_OTHERS = 10, HUNG_PAUSE = 2 };

void statement_close(struct statement *s)
{
	if (s->stmt)
		mysql_stmt_close(s->stmt);
	s->stmt = NULL;
}

static void disconnect(struct db *db)
{
	for (size_t i = 0; i < n_db_queries; i++)
		statement_close(&db->statements[i]);
	for (size_t i = 0; i < VARIANTS; i++)
		if (db->variants[i])
			statement_close(&db->variants[i]->statement);
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

static void say_failed(const struct db_query *query, unsigned error, const char *words)
{
	fprintf(stderr, "soundings: database: %s:%d: %s: error %u: %s\n",
		query ? query->file : "connection", query ? query->line : 0,
		query ? query->name : "-", error, words);
}

/* Remembers the first failure and logs it once. A conflict that running again can cure is no news.
 */
void db_fail(struct db *db, const struct db_query *query, unsigned error, const char *words)
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
		db->conflict = query;
		db->conflict_error = error;
		return;
	}
	db->state = DB_AWAY;
	say_failed(query, error, words);
}

void db_give_up(struct db *db)
{
	if (db->state == DB_AGAIN)
		say_failed(db->conflict, db->conflict_error, "met at each try; given up");
	db_clear(db);
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
		"ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION', "
		/* Two filters of a list: one index read in order is less than two read whole. */
		"optimizer_switch = 'index_merge_intersection=off'");
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

bool db_connected(struct db *db)
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
		db_fail(db, NULL, mysql_errno(db->mysql), mysql_error(db->mysql));
	}
	if (seconds() - begun >= HUNG_PAUSE)
		db->not_before = seconds() + HUNG_PAUSE;
	db->state = DB_AWAY;
	db->lost = true;
	return false;
}

bool db_commit(struct db *db)
{
	if (db->state != DB_FINE) {
		db_rollback(db);
		return false;
	}
	if (db->begun && mysql_commit(db->mysql) != 0) {
		db_fail(db, NULL, mysql_errno(db->mysql), mysql_error(db->mysql));
		db_rollback(db);
		return false;
	}
	db->begun = false;
	db->changed_by = NULL;
	return true;
}

void db_rollback(struct db *db)
{
	if (db->begun && db->mysql && !db->lost && mysql_rollback(db->mysql) != 0)
		db->lost = true;
	db->begun = false;
	db->changed_by = NULL;
}

const char *db_changed_by(const struct db *db)
{
	return db->changed_by;
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
	if (!db_connected(db)) {
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

bool db_check(struct db *db)
{
	return db_connected(db);
}

bool db_is_unfit(const struct db *db)
{
	return db->unfit;
}
