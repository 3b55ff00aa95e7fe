/* migrate.h: brings a database to this program's schema. */
#ifndef MIGRATE_H
#define MIGRATE_H

#include "db.h"

/* Applies what is missing of the folder's NNNN_name.sql, a statement at a time, noting each one:
 * killed anywhere, it goes on there (each statement may safely run twice). One run at a time: the
 * next waits for it, a minute at most. Prints what it does. Exit status. */
int migrate(struct db *, TALLOC_CTX *, const char *folder);
/* Does the database have all of the folder's statements? Says what is missing on stderr. */
bool migrate_is_current(struct db *, TALLOC_CTX *, const char *folder);
#endif
