/* csv_read.h: reads comma-separated values (RFC 4180) row by row from a text in memory, whatever is
 * in it: a bad row is said with its line, and the next one is read. */
#ifndef CSV_READ_H
#define CSV_READ_H

#include "buf.h"

enum {
	CSV_READ_CELLS = 100,   /* of a row, at most */
	CSV_READ_BYTES = 16000, /* of a row, at most */
};

enum csv_outcome { CSV_ROW, CSV_BAD, CSV_END };

struct csv_reader {
	struct buf text; /* the row's cells, each ended by NUL */
	const char *at, *end;
	unsigned next_line;

	/* the row that was read last */
	unsigned line; /* where it begins, from 1 */
	const char *cells[CSV_READ_CELLS];
	size_t n;
	const char *fault; /* CSV_BAD: a sentence */
};

/* Why this is no list at all (empty, a PDF, a workbook, UTF-16), as a sentence; NULL: it may be
 * one. */
const char *csv_read_refuses(const char *text, size_t len);
/* The text is not copied and stays as it is. A byte order mark is passed over. */
void csv_read_begin(struct csv_reader *, TALLOC_CTX *, const char *text, size_t len);
/* CSV_ROW: cells and n, valid UTF-8 without control characters other than TAB and LF (CR LF inside
 * quotes becomes LF), until the next call. CSV_BAD: fault, and the next call goes on with the next
 * line. Lines with nothing in them are passed over. */
enum csv_outcome csv_read(struct csv_reader *);
#endif
