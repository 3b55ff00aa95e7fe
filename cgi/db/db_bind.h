/* db_bind.h: between C structs and MariaDB's binary protocol; for db.c alone. */
#ifndef DB_BIND_H
#define DB_BIND_H

#include <mysql.h>
#include "db.h"

/* Room for one column of a result; grows to the longest value that came. */
struct cell {
	uint8_t *data;
	unsigned long size, len;
	int64_t number;
	double real;
	MYSQL_TIME time;
	my_bool is_null, cut;
};

/* The parameters of one run; owned by ctx, pointing into *in. */
MYSQL_BIND *bind_in(TALLOC_CTX *ctx, const struct db_column *, size_t n, const void *in);
/* Binds a column of the result to its cell: again whenever the cell's data has moved. */
void bind_cell(const struct db_column *, struct cell *, MYSQL_BIND *);
/* The row just fetched, into the query's struct; text stays in the cells. */
void fill_row(const struct db_query *, const struct cell *cells, void *row);
#endif
