/* csv_read_fuzz.c: lists of any bytes: rows are clean text, lines only go up, every byte is passed
 * once, and what our own writer made comes back as it was. */
#include "fuzz.h"
#include "csv.h"
#include "csv_read.h"

/* The cells of a good row, written and read again. */
static void check_round_trip(TALLOC_CTX *ctx, const struct csv_reader *row)
{
	struct buf out = { .ctx = ctx };
	struct csv csv = { .out = &out };
	struct csv_reader again;

	buf_adds(&out, CSV_BOM); /* as our exports do: a cell may begin with such bytes */
	for (size_t i = 0; i < row->n; i++)
		csv_words(&csv, row->cells[i]);
	csv_end(&csv);
	csv_read_begin(&again, ctx, buf_text(&out), out.len);
	if (csv_read(&again) != CSV_ROW) /* apostrophes may have made it too long, or nothing is
					    left of it */
		return;
	ASSERT(again.n == row->n);
	for (size_t i = 0; i < row->n; i++) {
		const char *cell = again.cells[i];

		if (strcmp(cell, row->cells[i]) != 0)
			ASSERT(cell[0] == '\'' && strcmp(cell + 1, row->cells[i]) == 0);
	}
	ASSERT(csv_read(&again) == CSV_END);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	TALLOC_CTX *ctx = talloc_new(NULL);
	char *text = fuzz_string(data, size);
	const char *refused = csv_read_refuses(text, size), *before = text;
	enum csv_outcome outcome;
	struct csv_reader r;
	unsigned line = 0;

	ASSERT(!refused || *refused);
	csv_read_begin(&r, ctx, text, size);
	while ((outcome = csv_read(&r)) != CSV_END) {
		ASSERT(r.at > before && r.at <= text + size);
		ASSERT(r.line > line && r.line <= size + 1);
		before = r.at;
		line = r.line;
		ASSERT((outcome == CSV_BAD) == (r.fault != NULL));
		if (outcome == CSV_BAD)
			continue;
		ASSERT(r.n >= 1 && r.n <= CSV_READ_CELLS);
		for (size_t i = 0; i < r.n; i++) {
			ASSERT(text_is_utf8(r.cells[i], strlen(r.cells[i])));
			for (const unsigned char *s = (const unsigned char *)r.cells[i]; *s; s++)
				ASSERT((*s >= 0x20 || *s == '\t' || *s == '\n') && *s != 0x7f);
		}
		check_round_trip(ctx, &r);
	}
	ASSERT(r.at == text + size);
	talloc_free(ctx);
	free(text);
	return 0;
}
