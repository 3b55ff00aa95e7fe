/* import_command.h: `soundings import practices` and `soundings import organisations`. */
#ifndef IMPORT_COMMAND_H
#define IMPORT_COMMAND_H

#include <stdbool.h>
#include "db.h"

struct import_order {
	const char *file;
	bool national;            /* practices: the national list; otherwise a list of our own */
	const char *commissioner; /* code, or NULL: every one */
	bool yes, all;            /* store without asking; show all of every list */
};

/* Shows what would change, asks, stores. Returns the exit status. */
int import_organisations(struct db *, TALLOC_CTX *, const struct import_order *);
/* The whole file; NULL (said on stderr) when it cannot be read or is larger than `most`. */
char *file_read(TALLOC_CTX *, const char *file, size_t most, size_t *len);
#endif
