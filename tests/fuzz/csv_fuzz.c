/* csv_fuzz.c: cells of any bytes: a strict reader gets the same cells back, and none begins a
 * formula. */
#include "fuzz.h"
#include "csv.h"

/* Reads one cell (RFC 4180); the place behind it. */
static const char *read_cell(const char *at, const char *end, struct buf *cell)
{
	buf_reset(cell);
	if (at == end || *at != '"') {
		for (; at < end && *at != ',' && !(*at == '\r' && at + 1 < end && at[1] == '\n');
			at++) {
			ASSERT(!memchr("\"\n\r;", *at, 4));
			buf_addc(cell, *at);
		}
		return at;
	}
	for (at++;; at++) {
		ASSERT(at < end);
		if (*at == '"' && (at + 1 == end || *++at != '"'))
			break;
		buf_addc(cell, *at);
	}
	ASSERT(at < end && (*at == ',' || *at == '\r'));
	return at;
}

static void check_cell(const struct buf *cell, const char *text, size_t len)
{
	const char *got = buf_text(cell);
	size_t got_len = cell->len;

	static const char wide[] = "\uff1d\uff0b\uff0d\uff20";
	bool formula = len && memchr("=+-@\t\r", text[0], 6);

	for (size_t i = 0; len >= 3 && i < sizeof wide - 1; i += 3)
		formula |= memcmp(text, wide + i, 3) == 0;
	if (formula) {
		ASSERT(got[0] == '\'');
		got++;
		got_len--;
	}
	ASSERT(got_len == len && memcmp(got, text, len) == 0);
}

/* Input: cells, each ended by a byte 0xff. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	TALLOC_CTX *ctx = talloc_new(NULL);
	struct buf out = { .ctx = ctx }, cell = { .ctx = ctx };
	struct csv csv = { .out = &out };
	const char *at, *end;
	size_t n = 0, len;

	for (size_t i = 0; i < size; i += len + 1, n++) {
		const uint8_t *stop = memchr(data + i, 0xff, size - i);

		len = stop ? (size_t)(stop - data) - i : size - i;
		csv_text(&csv, (const char *)data + i, len);
	}
	csv_end(&csv);
	at = buf_text(&out);
	end = at + out.len;
	for (size_t i = 0; i < size; i += len + 1) {
		const uint8_t *stop = memchr(data + i, 0xff, size - i);

		len = stop ? (size_t)(stop - data) - i : size - i;
		at = read_cell(at, end, &cell);
		check_cell(&cell, (const char *)data + i, len);
		if (--n)
			ASSERT(at < end && *at++ == ',');
	}
	ASSERT(end - at == 2 && memcmp(at, "\r\n", 2) == 0);
	talloc_free(ctx);
	return 0;
}
