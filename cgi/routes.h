/* routes.h: the table of routes: what there is, who may, and the function that answers. */
#ifndef ROUTES_H
#define ROUTES_H

#include "req.h"

/* Beside a pool: the form is multipart/form-data with files, FILES_MOST bytes in all. */
enum { TAKES_FILES = 1 << 8 };

struct route {
	enum method method;
	const char *path; /* "/surveys/:slug"; a :part is one segment, given to the page as
			     r->args[0], [1], ... */
	unsigned pools;   /* POOL_PUBLIC, POOL_STAFF or both; and TAKES_FILES */
	unsigned who;     /* WHO_ or ROLE_ bits of access.h; there is no default */
	int (*page)(struct req *);
};

extern const struct route routes[];
extern const size_t n_routes;

/* The route of a pool, with args filled; NULL when there is none. *other_method: the path is there,
 * for another method. */
const struct route *route_find(enum pool pool, enum method method, TALLOC_CTX *, const char *path,
	const char *args[4], bool *other_method);
/* "/a%20b" -> "/a b". NULL for what is no path of ours: not beginning with /, a broken escape,
 * invalid UTF-8, control characters, an escaped slash, "//", "/./" or "/../". */
char *path_decode(TALLOC_CTX *, const char *raw, size_t len);
#endif
