/* bare.h: what the bare programs that use MariaDB share: a connection, and ending when something
 * fails. */
#ifndef BARE_H
#define BARE_H

#include <mysql.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static inline void need(int fine, const char *what, const char *words)
{
	if (fine)
		return;
	fprintf(stderr, "%s: %s\n", what, words);
	exit(1);
}

/* Where and as whom: $DB_SOCKET, $DB_USER, $DB_PASSWORD, $DB_NAME. */
static inline MYSQL *bare_connect(void)
{
	MYSQL *db = mysql_init(NULL);

	need(db && mysql_real_connect(db, NULL, getenv("DB_USER"), getenv("DB_PASSWORD"),
			   getenv("DB_NAME"), 0, getenv("DB_SOCKET"), 0),
		"connect", db ? mysql_error(db) : "no memory");
	need(mysql_set_character_set(db, "utf8mb4") == 0, "utf8mb4", mysql_error(db));
	return db;
}

static inline MYSQL_STMT *bare_prepare(MYSQL *db, const char *sql)
{
	MYSQL_STMT *statement = mysql_stmt_init(db);

	need(statement && mysql_stmt_prepare(statement, sql, strlen(sql)) == 0, sql,
		mysql_error(db));
	return statement;
}

#endif
