/* xlsx_read.c: the first sheet of an Excel workbook as the text of a CSV file. */
#include "xlsx_read.h"

#include <expat.h>
#include <math.h>
#include <minizip/unzip.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const char damaged[] = "The workbook is damaged: save it again, or save it as CSV",
		  too_large[] = "The workbook is too large: keep to 20,000 rows and 100 columns";

/* ---- A ZIP in memory ---------------------------------------------------------------------------
 */

struct memory {
	struct bytes bytes;
	size_t at;
};

static voidpf ZCALLBACK memory_open(voidpf with, const void *name, int mode)
{
	(void)name;
	return (mode & ZLIB_FILEFUNC_MODE_READWRITEFILTER) == ZLIB_FILEFUNC_MODE_READ ? with : NULL;
}

static uLong ZCALLBACK memory_read(voidpf with, voidpf stream, void *out, uLong size)
{
	struct memory *m = stream;
	size_t left = m->bytes.len - m->at, n = size < left ? size : left;

	(void)with;
	memcpy(out, m->bytes.data + m->at, n);
	m->at += n;
	return n;
}

static ZPOS64_T ZCALLBACK memory_tell(voidpf with, voidpf stream)
{
	(void)with;
	return ((struct memory *)stream)->at;
}

static long ZCALLBACK memory_seek(voidpf with, voidpf stream, ZPOS64_T offset, int origin)
{
	struct memory *m = stream;
	size_t from = origin == ZLIB_FILEFUNC_SEEK_CUR   ? m->at
		      : origin == ZLIB_FILEFUNC_SEEK_END ? m->bytes.len
							 : 0;

	(void)with;
	if (offset > m->bytes.len - from)
		return -1;
	m->at = from + offset;
	return 0;
}

static int ZCALLBACK memory_close(voidpf with, voidpf stream)
{
	(void)with, (void)stream;
	return 0;
}

static int ZCALLBACK memory_error(voidpf with, voidpf stream)
{
	(void)with, (void)stream;
	return 0;
}

/* ---- What is read of a workbook ----------------------------------------------------------------
 */

struct cell {
	unsigned column;
	char type; /* s: shared, n: number, t: text, b: yes or no, e: an error */
	unsigned style;
};

struct workbook {
	TALLOC_CTX *ctx;
	unzFile zip;
	struct buf *out;
	const char *refused;

	XML_Parser xml;
	struct buf text; /* of the element that is read */
	bool in_text, in_phonetic;

	char sheet_id[64], sheet[200]; /* of the first sheet; where it is */
	bool from_1904;
	struct buf
		strings; /* one behind the other: a text of its own for each could be a gigabyte */
	size_t *string_at, n_strings, strings_room;
	unsigned *custom; /* numbers of number formats that are dates */
	size_t n_custom;
	bool *dates; /* of each style of cells */
	size_t n_styles;
	bool in_cell_styles;

	struct cell cell;
	unsigned row, columns; /* that are written; columns of this row */
};

static void refuse(struct workbook *w, const char *why)
{
	w->refused = w->refused ? w->refused : why;
	if (w->xml)
		XML_StopParser(w->xml, XML_FALSE);
}

/* "x:row" -> "row". */
static const char *local(const char *name)
{
	const char *colon = strrchr(name, ':');

	return colon ? colon + 1 : name;
}

static const char *attribute(const char **list, const char *name)
{
	for (; *list; list += 2)
		if (strcmp(local(list[0]), name) == 0)
			return list[1];
	return NULL;
}

static unsigned number_of(const char *text, unsigned most)
{
	unsigned long n = text ? strtoul(text, NULL, 10) : 0;

	return n > most ? most + 1 : (unsigned)n;
}

static void XMLCALL on_text(void *with, const char *text, int len)
{
	struct workbook *w = with;

	if (!w->in_text || w->in_phonetic)
		return;
	if (w->text.len + (size_t)len > XLSX_READ_TEXT)
		return refuse(w, too_large);
	buf_add(&w->text, text, (size_t)len);
}

/* Entities of a document's own could grow without end, and no workbook has any. */
static void XMLCALL on_doctype(
	void *with, const char *name, const char *system, const char *public, int internal)
{
	(void)name, (void)system, (void)public, (void)internal;
	refuse(with, damaged);
}

typedef void XMLCALL on_start_function(void *, const char *, const char **);
typedef void XMLCALL on_end_function(void *, const char *);

static void XMLCALL nothing_ends(void *with, const char *name)
{
	(void)with, (void)name;
}

/* Reads a part of the workbook; false: it is not there. */
static bool read_part(
	struct workbook *w, const char *name, on_start_function *start, on_end_function *end)
{
	enum { CHUNK = 16 * 1024 };
	char *chunk = must(talloc_size(w->ctx, CHUNK));
	size_t all = 0;
	int n = 0;

	if (unzLocateFile(w->zip, name, 2) != UNZ_OK || unzOpenCurrentFile(w->zip) != UNZ_OK)
		return false;
	w->xml = must(XML_ParserCreate(NULL));
	XML_SetUserData(w->xml, w);
	XML_SetElementHandler(w->xml, start, end);
	XML_SetCharacterDataHandler(w->xml, on_text);
	XML_SetStartDoctypeDeclHandler(w->xml, on_doctype);
	while (!w->refused && (n = unzReadCurrentFile(w->zip, chunk, CHUNK)) > 0) {
		all += (size_t)n;
		if (all > XLSX_READ_PART)
			refuse(w, too_large);
		else if (XML_Parse(w->xml, chunk, n, 0) != XML_STATUS_OK)
			refuse(w, damaged);
	}
	if (!w->refused && (n < 0 || XML_Parse(w->xml, chunk, 0, 1) != XML_STATUS_OK))
		refuse(w, damaged);
	XML_ParserFree(w->xml);
	w->xml = NULL;
	unzCloseCurrentFile(w->zip);
	talloc_free(chunk);
	return true;
}

/* ---- Which sheet -------------------------------------------------------------------------------
 */

static void copy_to(char *out, size_t size, const char *text)
{
	size_t len = text ? strlen(text) : 0;

	if (len < size)
		memcpy(out, text ? text : "", len + 1);
}

static void XMLCALL workbook_starts(void *with, const char *name, const char **list)
{
	struct workbook *w = with;
	const char *epoch = attribute(list, "date1904");

	if (strcmp(local(name), "workbookPr") == 0 && epoch)
		w->from_1904 = strcmp(epoch, "1") == 0 || strcmp(epoch, "true") == 0;
	if (strcmp(local(name), "sheet") == 0 && !*w->sheet_id)
		copy_to(w->sheet_id, sizeof w->sheet_id, attribute(list, "id"));
}

static void XMLCALL relation_starts(void *with, const char *name, const char **list)
{
	struct workbook *w = with;
	const char *id = attribute(list, "Id"), *target = attribute(list, "Target");

	if (strcmp(local(name), "Relationship") != 0 || !id || !target ||
		strcmp(id, w->sheet_id) != 0)
		return;
	if (*target == '/')
		copy_to(w->sheet, sizeof w->sheet, target + 1);
	else
		copy_to(w->sheet, sizeof w->sheet, text_format(w->ctx, "xl/%s", target));
}

/* ---- Shared texts, and which styles are dates
 * ---------------------------------------------------- */

static void XMLCALL strings_start(void *with, const char *name, const char **list)
{
	struct workbook *w = with;

	(void)list;
	name = local(name);
	if (strcmp(name, "si") == 0)
		w->text.len = 0;
	w->in_text = strcmp(name, "t") == 0;
	w->in_phonetic = w->in_phonetic || strcmp(name, "rPh") == 0;
}

static void XMLCALL strings_end(void *with, const char *name)
{
	struct workbook *w = with;

	name = local(name);
	w->in_text = false;
	if (strcmp(name, "rPh") == 0)
		w->in_phonetic = false;
	if (strcmp(name, "si") != 0)
		return;
	if (w->n_strings == w->strings_room) {
		w->strings_room = w->strings_room ? 2 * w->strings_room : 256;
		w->string_at = must(
			talloc_realloc(w->ctx, w->string_at, size_t, (unsigned)w->strings_room));
	}
	w->string_at[w->n_strings++] = w->strings.len;
	buf_add(&w->strings, buf_text(&w->text), w->text.len + 1);
}

/* Formats of ECMA-376, 18.8.30, that show a day; and any own one with a year or a day in it. */
static bool is_date_format(const struct workbook *w, unsigned format)
{
	if ((format >= 14 && format <= 17) || format == 22 || (format >= 27 && format <= 36) ||
		(format >= 50 && format <= 58))
		return true;
	for (size_t i = 0; i < w->n_custom; i++)
		if (w->custom[i] == format)
			return true;
	return false;
}

/* Letters outside of quotes and brackets: "[$-809]dd mmmm yyyy;@". */
static bool code_has_day(const char *code)
{
	char until = '\0';

	for (; *code; code++) {
		if (until)
			until = *code == until ? '\0' : until;
		else if (*code == '"' || *code == '[')
			until = *code == '"' ? '"' : ']';
		else if (*code == '\\' && code[1])
			code++;
		else if (strchr("yYdD", *code))
			return true;
	}
	return false;
}

static void XMLCALL styles_start(void *with, const char *name, const char **list)
{
	enum { MOST = 4096 };
	struct workbook *w = with;
	const char *code = attribute(list, "formatCode");

	name = local(name);
	if (strcmp(name, "cellXfs") == 0)
		w->in_cell_styles = true;
	if (strcmp(name, "numFmt") == 0 && code && code_has_day(code) && w->n_custom < MOST) {
		w->custom = must(
			talloc_realloc(w->ctx, w->custom, unsigned, (unsigned)w->n_custom + 1));
		w->custom[w->n_custom++] = number_of(attribute(list, "numFmtId"), 1u << 20);
	}
	if (strcmp(name, "xf") == 0 && w->in_cell_styles && w->n_styles < MOST) {
		w->dates = must(talloc_realloc(w->ctx, w->dates, bool, (unsigned)w->n_styles + 1));
		w->dates[w->n_styles++] =
			is_date_format(w, number_of(attribute(list, "numFmtId"), 1u << 20));
	}
}

static void XMLCALL styles_end(void *with, const char *name)
{
	if (strcmp(local(name), "cellXfs") == 0)
		((struct workbook *)with)->in_cell_styles = false;
}

/* ---- The sheet
 * ----------------------------------------------------------------------------------- */

static void next_row(struct workbook *w, unsigned row)
{
	if (row <= w->row || row > XLSX_READ_ROWS)
		return refuse(w, row > XLSX_READ_ROWS ? too_large : damaged);
	for (; w->row < row; w->row++)
		if (w->row > 0)
			buf_adds(w->out, "\n");
	w->columns = 0;
}

/* "AB12" -> 27; the column behind the last one where it is not said. */
static unsigned column_of(const struct workbook *w, const char *at)
{
	unsigned column = 0;

	if (!at)
		return w->columns;
	for (; *at >= 'A' && *at <= 'Z' && column <= XLSX_READ_COLUMNS; at++)
		column = column * 26 + (unsigned)(*at - 'A' + 1);
	return column ? column - 1 : XLSX_READ_COLUMNS;
}

static void XMLCALL sheet_starts(void *with, const char *name, const char **list)
{
	struct workbook *w = with;
	const char *row, *type;

	name = local(name);
	if (strcmp(name, "row") == 0) {
		row = attribute(list, "r");
		next_row(w, row ? number_of(row, XLSX_READ_ROWS) : w->row + 1);
	} else if (strcmp(name, "c") == 0) {
		type = attribute(list, "t");
		w->text.len = 0;
		w->cell = (struct cell){ .column = column_of(w, attribute(list, "r")),
			.style = number_of(attribute(list, "s"), 1u << 20),
			.type = !type                            ? 'n'
				: strcmp(type, "inlineStr") == 0 ? 't'
								 : *type };
		if (type && strcmp(type, "str") == 0)
			w->cell.type = 't';
		if (w->cell.column >= XLSX_READ_COLUMNS)
			refuse(w, too_large);
		else if (w->row == 0 || w->cell.column < w->columns)
			refuse(w, damaged);
	}
	w->in_text = strcmp(name, "v") == 0 || strcmp(name, "t") == 0;
	w->in_phonetic = w->in_phonetic || strcmp(name, "rPh") == 0;
}

/* A day as a number of days, 1 being the first of 1900 (and 1900 a leap year, which it was not). */
static const char *day_of(struct workbook *w, double serial)
{
	enum { TO_1970 = 25569, FROM_1904 = 1462, LAST = 2958465, DAY = 24 * 60 * 60 };
	double day = floor(serial) + (w->from_1904 ? FROM_1904 : 0);
	time_t time;
	struct tm tm;
	char iso[16];

	if (!(day >= 1 && day <= LAST))
		return NULL;
	time = ((time_t)day - TO_1970) * DAY;
	gmtime_r(&time, &tm);
	strftime(iso, sizeof iso, "%Y-%m-%d", &tm);
	return text_copy(w->ctx, iso);
}

static const char *number_text(struct workbook *w, const char *raw)
{
	char *end;
	double value = strtod(raw, &end);
	const char *day;

	if (end == raw || *end || !isfinite(value))
		return raw;
	day = w->cell.style < w->n_styles && w->dates[w->cell.style] ? day_of(w, value) : NULL;
	return day ? day : text_format(w->ctx, "%.15g", value);
}

static const char *cell_text(struct workbook *w)
{
	const char *raw = buf_text(&w->text);
	unsigned which;

	switch (w->cell.type) {
	case 's':
		which = number_of(raw, 1u << 30);
		return which < w->n_strings ? w->strings.data + w->string_at[which] : "";
	case 'b':
		return strcmp(raw, "1") == 0 ? "yes" : "no";
	case 'n':
		return number_text(w, raw);
	default:
		return raw;
	}
}

static void put_cell(struct workbook *w)
{
	const char *text = cell_text(w);

	for (; w->columns < w->cell.column; w->columns++)
		buf_adds(w->out, ",");
	buf_adds(w->out, "\"");
	for (; *text; text++) {
		if (*text == '"')
			buf_adds(w->out, "\"");
		buf_add(w->out, *text == '\n' || *text == '\r' ? " " : text, 1);
	}
	buf_adds(w->out, "\",");
	w->columns++;
	if (w->out->len > XLSX_READ_TEXT)
		refuse(w, too_large);
}

static void XMLCALL sheet_ends(void *with, const char *name)
{
	struct workbook *w = with;

	name = local(name);
	w->in_text = false;
	if (strcmp(name, "rPh") == 0)
		w->in_phonetic = false;
	if (strcmp(name, "c") == 0 && !w->refused)
		put_cell(w);
}

bool xlsx_looks_like(struct bytes bytes)
{
	return bytes.len > 4 && memcmp(bytes.data, "PK\3\4", 4) == 0;
}

static void read_workbook(struct workbook *w)
{
	if (!read_part(w, "xl/workbook.xml", workbook_starts, nothing_ends) || w->refused ||
		!read_part(w, "xl/_rels/workbook.xml.rels", relation_starts, nothing_ends))
		return refuse(w, "This is no Excel workbook (.xlsx): save it as one, or as CSV");
	read_part(w, "xl/sharedStrings.xml", strings_start, strings_end);
	if (!w->refused)
		read_part(w, "xl/styles.xml", styles_start, styles_end);
	if (!w->refused && (!*w->sheet || !read_part(w, w->sheet, sheet_starts, sheet_ends)))
		refuse(w, damaged);
}

const char *xlsx_read(TALLOC_CTX *ctx, struct bytes bytes, struct buf *out)
{
	struct memory memory = { .bytes = bytes };
	zlib_filefunc64_def calls = { .zopen64_file = memory_open,
		.zread_file = memory_read,
		.ztell64_file = memory_tell,
		.zseek64_file = memory_seek,
		.zclose_file = memory_close,
		.zerror_file = memory_error,
		.opaque = &memory };
	struct workbook *w = NEW(ctx, struct workbook);
	const char *refused;

	w->ctx = w;
	w->out = out;
	w->text.ctx = w->strings.ctx = w;
	w->zip = unzOpen2_64("", &calls);
	if (w->zip) {
		read_workbook(w);
		unzClose(w->zip);
	} else {
		refuse(w, damaged);
	}
	buf_adds(out, "\n");
	refused = w->refused;
	talloc_free(w);
	return refused;
}
