/* xlsx_read.h: the first sheet of an Excel workbook as the text of a CSV file, so that whatever
 * reads a list reads both.
 *
 * A row is a line, and its number is the line's (line breaks in a cell become spaces); dates are
 * "2026-11-22". A workbook is a ZIP (minizip) of XML (expat), both of which are made to meet what
 * was made to break them; on top of that nothing here grows past its limit. */
#ifndef XLSX_READ_H
#define XLSX_READ_H

#include "buf.h"
#include "db.h"

enum {
	XLSX_READ_ROWS = 20000,
	XLSX_READ_COLUMNS = 100,
	XLSX_READ_PART = 32 * 1024 * 1024, /* of one part of the workbook, unpacked */
	XLSX_READ_TEXT = 8 * 1024 * 1024,  /* of the CSV */
};

/* Does it begin as a ZIP does? */
bool xlsx_looks_like(struct bytes);
/* NULL: *out has the text. Otherwise why not, as a sentence without its full stop. */
const char *xlsx_read(TALLOC_CTX *, struct bytes, struct buf *out);
#endif
