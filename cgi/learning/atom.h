/* atom.h: a feed (Atom 1.0, RFC 4287) of what is published on the public site. */
#ifndef ATOM_H
#define ATOM_H

#include "req.h"

struct atom_entry {
	const char *path; /* "/learning/falls" */
	const char *title, *summary;
	int64_t published_at, updated_at;
};
/* The feed at PATH.atom about the page at PATH. updated: of its newest entry; 0: it has none. */
void atom_begin(struct req *, const char *path, const char *title, int64_t updated);
void atom_entry(struct req *, const struct atom_entry *);
int atom_end(struct req *);
#endif
