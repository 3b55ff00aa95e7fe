/* incident_import.h: `soundings import incidents FILE`: reports of an earlier system, or of the
 * demonstration, with what became of them (sql/demo/README.md has the file's form). */
#ifndef INCIDENT_IMPORT_H
#define INCIDENT_IMPORT_H

#include "db.h"

/* All of the file or nothing; a fault is said on stderr with its line. Returns an exit status. */
int incident_import(struct db *, TALLOC_CTX *, const char *file);
#endif
