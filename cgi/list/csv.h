/* csv.h: comma-separated values (RFC 4180) that a spreadsheet opens as they were meant, and never
 * runs. */
#ifndef CSV_H
#define CSV_H

#include <stdbool.h>
#include <stdint.h>
#include "buf.h"

/* What tells Excel that the file is UTF-8; goes first. */
#define CSV_BOM  "\xEF\xBB\xBF"
#define CSV_TYPE "text/csv; charset=utf-8"

/* A row being written to `out`. Zero-initialise, set out; csv_end() makes it ready for the next
 * row. */
struct csv {
	struct buf *out;
	bool begun; /* a cell is there already: the next one needs a comma */
};

/* A cell of somebody's words. One that a spreadsheet would take for a formula (it begins with = + -
 * @ TAB or CR, see OWASP, CSV injection) gets an apostrophe in front; line breaks stay, inside the
 * quotes. */
void csv_text(struct csv *, const char *text, size_t len);
void csv_words(struct csv *, const char *text); /* the same for a string; NULL is an empty cell */
void csv_number(struct csv *, int64_t);         /* ours, so a minus is a minus */
void csv_empty(struct csv *);
/* A cell made before by csv_text into another buffer: copied as it is. */
void csv_made(struct csv *, const char *cell, size_t len);
void csv_end(struct csv *);
#endif
