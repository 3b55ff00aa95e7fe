/* db_parts.h: what db.c and db_run.c share; for them alone. */
#ifndef DB_PARTS_H
#define DB_PARTS_H

#include <mysql.h>
#include <time.h>
#include "buf.h"
#include "db.h"
#include "db_bind.h"

/* Statements of queries with fragments, kept at once; the one longest unused goes first. */
enum { VARIANTS = 64 };

struct statement {
	MYSQL_STMT *stmt;
	struct cell *cells;
	MYSQL_BIND *out;
	const struct db_column *in;
	size_t n_in;
};

struct variant {
	const struct db_query *query;
	uint64_t key, used;
	struct statement statement;
};

struct db {
	const struct conf *conf;
	enum pool pool;
	TALLOC_CTX *request;
	MYSQL *mysql;
	struct statement *statements; /* by db_query.index */
	struct variant *variants[VARIANTS];
	uint64_t runs; /* of variants */
	enum db_state state;
	const struct db_query *conflict; /* the query that DB_AGAIN is for, and its error */
	unsigned conflict_error;
	bool begun;             /* a statement ran since the last commit or rollback */
	bool lost;              /* the connection is no use any more */
	const char *changed_by; /* see db_changed_by */
	/* The server hangs: who queued behind somebody's wait is not made to wait as long again. */
	time_t not_before;
	bool unfit; /* a server answered that must not be given anybody's words */
};

/* Remembers the first failure and logs it once. */
void db_fail(struct db *, const struct db_query *, unsigned error, const char *words);
/* Connects when there is no connection yet. */
bool db_connected(struct db *);
void statement_close(struct statement *);
#endif
