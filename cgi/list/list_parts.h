/* list_parts.h: a list, for list.c and list_show.c alone. */
#ifndef LIST_PARTS_H
#define LIST_PARTS_H

#include "list.h"

enum { LIST_COUNT_MOST = 200 };

struct list {
	struct req *r;
	const struct db_query *query;
	const struct list_def *def;
	const char **values; /* of the filters */
	const char *typed;   /* in the search box; NULL: nothing */
	struct db_page page;
	struct db_rows *rows;
	size_t left;         /* rows of the page still to come */
	bool skip;           /* the first row belongs to the page before */
	bool sparse;         /* its rows are looked for along the order, and not counted */
	bool more;           /* there are rows beyond the page, the way it was read */
	int64_t found;       /* rows of all pages */
	int64_t counted;     /* no further than this: `found` may be larger */
	int64_t first, last; /* keys of the page's rows */
	struct tpl *table;
	const char *purpose; /* of its places in addresses: seal.h */
};

/* A row in an address: sealed, so that nobody sees how many there are. */
const char *list_place(const struct list *, int64_t id);
#endif
