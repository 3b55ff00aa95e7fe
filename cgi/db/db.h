/* db.h: MariaDB through Connector/C. Queries are named, live in sql/query/, and are bound and read
 *by name.
 *
 * build/gen/query.h holds, for each query `survey_current`, struct q_survey_current_in (its
 *parameters), struct q_survey_current (a row) and the definition q_survey_current_def. Use the
 *macros below:
 *
 *	struct q_survey_current row;
 *	if (Q_ONE(r->db, survey_current, &row, .slug = slug)) ...
 *
 * A parameter that is NULL (text, bytes) or 0 (int, time) leaves out the fragments that hang on it:
 *cgi/README.md, "A list page". Rows of a list come in the order of its page, whichever way it is
 *read.
 *
 * Failure is sticky: after the first, every call does nothing and says "none"; serve() rolls back
 *and answers, so callers test only for what they were asked. Every request is one transaction,
 *which serve() ends. */
#ifndef DB_H
#define DB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <talloc.h>

/* `bytes` parameters and columns. */
struct bytes {
	const uint8_t *data;
	size_t len;
};

enum db_type {
	DB_INT,   /* int64_t; NULL reads as 0 */
	DB_REAL,  /* double */
	DB_TEXT,  /* const char *, UTF-8; NULL is NULL both ways. DATE columns are read and written
		     as "2026-11-22" */
	DB_BYTES, /* struct bytes; data NULL is NULL */
	DB_TIME,  /* int64_t seconds since 1970 UTC, in DATETIME columns; 0 is NULL both ways */
};

struct db_column {
	const char *name;
	enum db_type type;
	size_t offset;
};

/* A piece of a statement: always there, or only when (unless) a parameter was given; or the place
 * of what a list adds. */
enum db_part_kind { DB_ALWAYS, DB_WHEN, DB_UNLESS, DB_SEARCH, DB_PAGE, DB_COUNT };
struct db_part {
	enum db_part_kind kind;
	const char *sql;
	size_t n_marks;   /* of db_query.in, in their order */
	size_t condition; /* in db_query.conditions */
};

/* One order of a list: [0] going up, [1] going down. */
struct db_sort {
	const char *name;
	bool down; /* the larger first, as it was declared */
	struct {
		const char *behind; /* only rows behind a row; its id is bound to every mark */
		size_t n_marks;
		const char *order;
	} ways[2];
};

/* What a query with "-- sorts:" has as `.page`: list.h fills it. All zero: every row, in the first
 * order. */
enum { DB_WORDS = 3 };
struct db_page {
	size_t sort;                 /* in db_paging.sorts */
	bool reverse;                /* the other way round than declared */
	int64_t after, before;       /* key of a row: only those behind it, or before it; 0: none */
	int64_t most;                /* rows at most; 0: all */
	const char *words[DB_WORDS]; /* patterns of LIKE, each of them must match; NULL: none */
	bool few; /* words[0] matches so few rows that they are looked up first */
};

struct db_paging {
	size_t page, key; /* offsets: of struct db_page in the parameters, of the key in a row */
	const struct db_sort *sorts;
	size_t n_sorts;
	const char *most;
	/* Rows of a page are chosen by their ids first, and only those are looked up: `inner`
	 * stands for the first `head` bytes of the statement, `outer` comes behind it. */
	const char *inner, *outer;
	size_t head;
	const char *subject; /* of search_word; NULL: the list is not searched */
	const char *few, *few_is, *word;
	const struct db_query *count;
};

/* One named query, made by cgi/gen/queries.mjs. */
struct db_query {
	const char *name, *file;
	int line;
	bool pool_public, pool_staff, pool_owner; /* which database users may prepare it */
	bool may_duplicate;                       /* error 1062 is an answer, not a failure */
	bool untold;     /* what it changes needs no row in the trail ("-- untold: why") */
	const char *sql; /* with ?; NULL: it is put together from parts */
	const struct db_column *in;
	size_t n_in;
	const struct db_column *out;
	size_t n_out;
	size_t index; /* in db_queries[] */
	const struct db_part *parts;
	size_t n_parts;
	const struct db_column *conditions;
	size_t n_conditions;
	const struct db_paging *paging;
};
extern const struct db_query *const db_queries[];
extern const size_t n_db_queries;

enum pool { POOL_PUBLIC = 1, POOL_STAFF = 2, POOL_OWNER = 4 };
enum db_outcome { DB_DONE, DB_DUPLICATE, DB_FAILED };
enum db_state {
	DB_FINE,
	DB_AGAIN, /* deadlock, lock time-out, snapshot conflict (1213, 1205, 1020): roll back and
		     run the page again */
	DB_AWAY,  /* no server, connection lost, or any other error */
};

struct db;
struct conf;

/* No connection is made before the first query. Owned by ctx. */
struct db *db_new(TALLOC_CTX *ctx, const struct conf *, enum pool);
/* Row text and one() results are owned by `request` from here on; call at the start of each
 * request. */
void db_use(struct db *, TALLOC_CTX *request);
enum db_state db_state(const struct db *);
/* A query that changed something in this transaction which the trail has to tell of; NULL: none. */
const char *db_changed_by(const struct db *);
/* Ends the transaction. commit returns false (and rolls back) when anything failed before or now.
 * Both clear nothing but the transaction: db_clear() makes the handle usable again after a failure.
 */
bool db_commit(struct db *);
void db_rollback(struct db *);
void db_clear(struct db *);
/* db_clear(), which says on stderr what was met at every try, when the page might have been run
 * again (DB_AGAIN). */
void db_give_up(struct db *);
/* Connects. Every connection begins with a look at the server's settings (design.md): one that is
 * not durable or strict enough is never used, and what is wrong is said on stderr. */
bool db_check(struct db *);
bool db_is_unfit(
	const struct db *); /* a server answered at the last connect, and was not good enough */
/* Prepares every query of this pool and compares names and number of columns; prints faults;
 * returns their number. */
size_t db_check_queries(struct db *);

/* The first row, into *row, its text copied to the request; false when there is none (or failure).
 */
bool db_one(struct db *, const struct db_query *, const void *in, void *row);
/* INSERT, UPDATE, DELETE. affected may be NULL. */
enum db_outcome db_run(struct db *, const struct db_query *, const void *in, int64_t *affected);
/* Auto-increment id of the last db_run. */
int64_t db_last_id(struct db *);
/* Many rows. `stream`: rows come from the server one at a time in constant memory, and no other
 * query may run before the last; otherwise all are fetched first. A row's text is valid until the
 * next db_next. Never NULL. */
struct db_rows *db_rows(struct db *, const struct db_query *, const void *in, bool stream);
bool db_next(struct db_rows *, void *row); /* false at the end, or on failure (db_state) */
/* How many there are; not of a stream. */
size_t db_rows_count(const struct db_rows *);
void db_rows_close(struct db_rows *); /* only when leaving before db_next returned false */

/* Statements without a name: migrations alone use this. False on failure, with *error the server's
 * words. */
bool db_exec(struct db *, const char *sql, const char **error);

#define Q_ONE(db, query, row, ...)                                                                 \
	db_one((db), &q_##query##_def, &(struct q_##query##_in){ __VA_ARGS__ },                    \
		(struct q_##query *){ row })
#define Q_RUN(db, query, ...)                                                                      \
	db_run((db), &q_##query##_def, &(struct q_##query##_in){ __VA_ARGS__ }, NULL)
#define Q_RUN_COUNT(db, query, affected, ...)                                                      \
	db_run((db), &q_##query##_def, &(struct q_##query##_in){ __VA_ARGS__ }, (affected))
#define Q_ROWS(db, query, ...)                                                                     \
	db_rows((db), &q_##query##_def, &(struct q_##query##_in){ __VA_ARGS__ }, false)
#define Q_STREAM(db, query, ...)                                                                   \
	db_rows((db), &q_##query##_def, &(struct q_##query##_in){ __VA_ARGS__ }, true)
#define Q_NEXT(rows, query, row) db_next((rows), (struct q_##query *){ row })

#include "query.h"
#endif
