/* xlsx_file.h: a list as a workbook of one sheet, for the `write` of respond_stream(): the face of
 * csv_file.h. Memory does not grow with the rows: they go to a file without a name, in the folder
 * `tmp` of the settings, which is sent when it is whole. */
#ifndef XLSX_FILE_H
#define XLSX_FILE_H

#include "req.h"

#define XLSX_TYPE "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

struct xlsx_file;

/* Owned by the request; the headings are its first row, which stays in sight. NULL, said on stderr:
 * there is no libxlsxwriter, or no room; break off. */
struct xlsx_file *xlsx_file_begin(
	struct req *, struct sink *, const char *sheet, const char *const heads[], size_t n_heads);
/* The next cell. Text is text, whatever sign it begins with, so that none is a formula; NULL or "":
 * an empty cell. What is longer than a cell can hold (32,767 characters) is cut. A day is
 * "2026-11-22". */
void xlsx_words(struct xlsx_file *, const char *text);
void xlsx_number(struct xlsx_file *, int64_t);
/* Pounds, from pence: a number with two decimals. */
void xlsx_money(struct xlsx_file *, int64_t hundredths);
void xlsx_day(struct xlsx_file *, const char *iso_date);
/* Memory of the row at hand, which goes with it. */
TALLOC_CTX *xlsx_row(struct xlsx_file *);
/* The row is whole. */
void xlsx_file_row(struct xlsx_file *);
/* After the last row: sends it all. False when rows are missing (the database has gone), the folder
 * is full, or the reader has gone. */
bool xlsx_file_end(struct xlsx_file *);
#endif
