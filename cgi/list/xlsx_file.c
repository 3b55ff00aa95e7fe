/* xlsx_file.c: a list as a workbook of one sheet.
 *
 * libxlsxwriter knows the format (a ZIP of XML with many rules is not our trade). It is loaded by
 * the process that makes a file, alone, so that the workers do not carry it: as libcurl is in
 * mail_send.c. */
#include "xlsx_file.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <xlsxwriter.h>
#include "conf.h"

enum {
	CHUNK = 64 * 1024,
	CELL_MOST = 32767,
	WIDTH = 18,
	SHEET_ROWS = 1048576,
	FRAME_MOST = 64 * 1024
};

struct library {
	void *handle;
	typeof(workbook_new_opt) *workbook_new;
	typeof(workbook_add_worksheet) *add_worksheet;
	typeof(workbook_add_format) *add_format;
	typeof(workbook_close) *close;
	typeof(format_set_bold) *set_bold;
	typeof(format_set_num_format) *set_num_format;
	typeof(worksheet_set_column) *set_column;
	typeof(worksheet_freeze_panes) *freeze_panes;
	typeof(worksheet_write_string) *write_string;
	typeof(worksheet_write_number) *write_number;
	typeof(worksheet_write_datetime) *write_datetime;
};

struct xlsx_file {
	struct library lxw;
	lxw_workbook *book;
	lxw_worksheet *sheet;
	lxw_format *bold, *day, *money;
	lxw_row_t row;
	lxw_col_t column;
	TALLOC_CTX *row_ctx;
	struct sink *sink;
	struct db *db;
	int fd;
	bool broken;
};

static bool load(struct library *lxw)
{
	static const struct {
		const char *name;
		size_t at;
	} names[] = {
		{ "workbook_new_opt", offsetof(struct library, workbook_new) },
		{ "workbook_add_worksheet", offsetof(struct library, add_worksheet) },
		{ "workbook_add_format", offsetof(struct library, add_format) },
		{ "workbook_close", offsetof(struct library, close) },
		{ "format_set_bold", offsetof(struct library, set_bold) },
		{ "format_set_num_format", offsetof(struct library, set_num_format) },
		{ "worksheet_set_column", offsetof(struct library, set_column) },
		{ "worksheet_freeze_panes", offsetof(struct library, freeze_panes) },
		{ "worksheet_write_string", offsetof(struct library, write_string) },
		{ "worksheet_write_number", offsetof(struct library, write_number) },
		{ "worksheet_write_datetime", offsetof(struct library, write_datetime) },
	};
	void *symbol;

	lxw->handle = dlopen("libxlsxwriter.so.4", RTLD_NOW | RTLD_LOCAL);
	for (size_t i = 0; lxw->handle && i < COUNT(names); i++) {
		symbol = dlsym(lxw->handle, names[i].name);
		if (!symbol)
			return false;
		memcpy((char *)lxw + names[i].at, &symbol, sizeof symbol);
	}
	return lxw->handle != NULL;
}

/* Where the request ends before the file did. */
static int file_close(struct xlsx_file *file)
{
	if (file->book)
		file->lxw.close(file->book);
	if (file->fd >= 0)
		close(file->fd);
	if (file->lxw.handle)
		dlclose(file->lxw.handle);
	return 0;
}

/* A file that has no name any more: whatever happens to this process, nothing of it stays. */
static int nameless(TALLOC_CTX *ctx, const char *folder)
{
	char *path = must(talloc_asprintf(ctx, "%s/workbook-XXXXXX", folder));
	int fd = mkostemp(path, O_CLOEXEC);

	if (fd >= 0)
		unlink(path);
	return fd;
}

static struct xlsx_file *failed(struct xlsx_file *file, const char *what)
{
	fprintf(stderr, "soundings: no workbook: %s\n", what);
	talloc_free(file);
	return NULL;
}

static bool begin_sheet(
	struct xlsx_file *file, const char *name, const char *const heads[], size_t n_heads)
{
	file->sheet = file->lxw.add_worksheet(file->book, name);
	if (!file->sheet || !file->sheet->optimize_tmpfile)
		return false;
	file->bold = file->lxw.add_format(file->book);
	file->lxw.set_bold(file->bold);
	file->day = file->lxw.add_format(file->book);
	file->lxw.set_num_format(file->day, "d mmm yyyy");
	file->money = file->lxw.add_format(file->book);
	file->lxw.set_num_format(file->money, "#,##0.00");
	file->lxw.set_column(file->sheet, 0, (lxw_col_t)(n_heads - 1), WIDTH, NULL);
	file->lxw.freeze_panes(file->sheet, 1, 0);
	for (size_t i = 0; i < n_heads; i++)
		file->lxw.write_string(file->sheet, 0, (lxw_col_t)i, heads[i], file->bold);
	file->row = 1;
	return true;
}

struct xlsx_file *xlsx_file_begin(struct req *r, struct sink *sink, const char *sheet,
	const char *const heads[], size_t n_heads)
{
	struct xlsx_file *file = NEW(r->ctx, struct xlsx_file);
	const char *folder = conf_get(r->conf, "tmp", "/var/tmp");
	lxw_workbook_options options = { .constant_memory = LXW_TRUE,
		.tmpdir = must(talloc_strdup(file, folder)) };

	file->fd = -1;
	file->db = r->db;
	file->sink = sink;
	file->row_ctx = must(talloc_new(file));
	talloc_set_destructor(file, file_close);
	if (!load(&file->lxw))
		return failed(file, "libxlsxwriter cannot be loaded");
	file->fd = nameless(file, folder);
	if (file->fd < 0)
		return failed(file, strerror(errno));
	file->book =
		file->lxw.workbook_new(text_format(file, "/proc/self/fd/%d", file->fd), &options);
	if (!file->book || !begin_sheet(file, sheet, heads, n_heads))
		return failed(file, "no memory, or no room for it");
	return file;
}

/* At most so many characters of a text. */
static const char *cut(TALLOC_CTX *ctx, const char *text)
{
	size_t len = 0;

	if (strlen(text) <= CELL_MOST)
		return text;
	for (size_t n = 0; text[len] && n <= CELL_MOST; len++)
		if (((unsigned char)text[len] & 0xc0) != 0x80 && ++n > CELL_MOST)
			break;
	return text_copyn(ctx, text, len);
}

void xlsx_words(struct xlsx_file *file, const char *text)
{
	lxw_col_t column = file->column++;

	if (text && *text &&
		file->lxw.write_string(file->sheet, file->row, column, cut(file->row_ctx, text),
			NULL) != LXW_NO_ERROR)
		file->broken = true;
}

void xlsx_number(struct xlsx_file *file, int64_t number)
{
	lxw_col_t column = file->column++;

	if (file->lxw.write_number(file->sheet, file->row, column, (double)number, NULL) !=
		LXW_NO_ERROR)
		file->broken = true;
}

void xlsx_money(struct xlsx_file *file, int64_t hundredths)
{
	lxw_col_t column = file->column++;

	if (file->lxw.write_number(file->sheet, file->row, column, (double)hundredths / 100,
		    file->money) != LXW_NO_ERROR)
		file->broken = true;
}

void xlsx_day(struct xlsx_file *file, const char *iso)
{
	lxw_col_t column = file->column++;
	lxw_datetime when = { 0 };

	if (iso && sscanf(iso, "%4d-%2d-%2d", &when.year, &when.month, &when.day) == 3 &&
		file->lxw.write_datetime(file->sheet, file->row, column, &when, file->day) !=
			LXW_NO_ERROR)
		file->broken = true;
}

TALLOC_CTX *xlsx_row(struct xlsx_file *file)
{
	return file->row_ctx;
}

void xlsx_file_row(struct xlsx_file *file)
{
	talloc_free_children(file->row_ctx);
	file->column = 0;
	/* More than a sheet has: broken off, rather than short in silence. */
	if (++file->row >= SHEET_ROWS)
		file->broken = true;
}

/* libxlsxwriter does not look whether what it writes into files of its own arrives there, and would
 * make a workbook of the half that did. So: have the rows arrived, and is there room for what it
 * writes in the end: all of them once more, and the workbook? */
static bool has_room(struct xlsx_file *file)
{
	FILE *rows = file->sheet->optimize_tmpfile;
	off_t size;

	if (fflush(rows) != 0 || ferror(rows) || (size = ftello(rows)) < 0)
		return false;
	return posix_fallocate(file->fd, 0, 2 * size + FRAME_MOST) == 0 &&
	       ftruncate(file->fd, 0) == 0;
}

static bool send(struct xlsx_file *file)
{
	char *chunk = must(talloc_size(file, CHUNK));
	ssize_t n;

	if (lseek(file->fd, 0, SEEK_SET) != 0)
		return false;
	while ((n = read(file->fd, chunk, CHUNK)) > 0)
		if (!sink_write(file->sink, chunk, (size_t)n))
			return false;
	return n == 0;
}

bool xlsx_file_end(struct xlsx_file *file)
{
	lxw_workbook *book = file->book;
	lxw_error error;

	if (file->broken || db_state(file->db) != DB_FINE)
		return false;
	if (!has_room(file)) {
		fprintf(stderr,
			"soundings: a workbook was broken off: no room in the folder tmp\n");
		return false;
	}
	file->book = NULL; /* it is freed, whatever close says */
	error = file->lxw.close(book);
	if (error != LXW_NO_ERROR)
		fprintf(stderr, "soundings: a workbook was broken off: error %d of libxlsxwriter\n",
			(int)error);
	return error == LXW_NO_ERROR && send(file);
}
