/* csv_file.c: a list as a CSV file, sent while it is read. */
#include "csv_file.h"

enum { CHUNK = 64 * 1024 };

struct csv_file *csv_file_begin(
	struct req *r, struct sink *sink, const char *const heads[], size_t n_heads)
{
	struct csv_file *file = NEW(r->ctx, struct csv_file);

	file->db = r->db;
	file->sink = sink;
	file->out.ctx = file;
	file->csv.out = &file->out;
	file->row = must(talloc_new(file));
	buf_adds(&file->out, CSV_BOM);
	for (size_t i = 0; i < n_heads; i++)
		csv_words(&file->csv, heads[i]);
	csv_end(&file->csv);
	return file;
}

bool csv_file_row(struct csv_file *file, struct db_rows *rows)
{
	if (!file->csv.begun)
		return true;
	csv_end(&file->csv);
	talloc_free_children(file->row);
	if (file->out.len < CHUNK)
		return true;
	if (!sink_write(file->sink, file->out.data, file->out.len)) {
		db_rows_close(rows);
		file->gone = true;
		return false;
	}
	buf_reset(&file->out);
	return true;
}

bool csv_file_end(struct csv_file *file)
{
	if (file->gone || db_state(file->db) != DB_FINE)
		return false;
	return file->out.len == 0 || sink_write(file->sink, file->out.data, file->out.len);
}
