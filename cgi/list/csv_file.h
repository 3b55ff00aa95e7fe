/* csv_file.h: a list as a CSV file, sent while it is read: in constant memory, and broken off when
 * its reader has gone. For the `write` of respond_stream(). */
#ifndef CSV_FILE_H
#define CSV_FILE_H

#include "csv.h"
#include "req.h"

struct csv_file {
	struct csv csv;  /* the row at hand: its cells go here */
	TALLOC_CTX *row; /* memory of the row at hand, which goes with it */
	struct buf out;
	struct sink *sink;
	struct db *db;
	bool gone; /* the reader has */
};

/* Owned by the request; the headings are its first row. */
struct csv_file *csv_file_begin(
	struct req *, struct sink *, const char *const heads[], size_t n_heads);
/* The next row of a query; the row at hand, if there is one, is whole. False after the last one,
 * and when the reader has gone: csv_file_end() knows. */
#define CSV_NEXT(file, rows, query, row)                                                           \
	(csv_file_row((file), (rows)) && Q_NEXT((rows), query, (row)))
/* What it is made of: false when the reader has gone, and `rows` is closed. */
bool csv_file_row(struct csv_file *, struct db_rows *rows);
/* After the last row: sends the rest. False when the reader or the database has gone. */
bool csv_file_end(struct csv_file *);
#endif
