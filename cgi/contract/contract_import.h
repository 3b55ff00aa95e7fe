/* contract_import.h: `soundings import reviews FILE` and `soundings import proposals FILE`: the
 * register of an earlier system, or of the demonstration, with its returns, reviews, decisions and
 * submissions; proposals with what was answered (sql/demo/README.md has the file's form). */
#ifndef CONTRACT_IMPORT_H
#define CONTRACT_IMPORT_H

#include "db.h"

struct conf;
/* All of the file or nothing; a fault is said on stderr with its line. Returns an exit status. */
int contract_import(struct db *, TALLOC_CTX *, const struct conf *, const char *file);
#endif
