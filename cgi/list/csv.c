/* csv.c: writes comma-separated values. */
#include <stdbool.h>
#include <string.h>
#include "csv.h"

/* What an export of a million rows does most: no call where there is room. The NUL of a buf comes
 * with the row's end. */
static inline void put(struct buf *b, const char *bytes, size_t len)
{
	if (b->len + len + 1 > b->size) {
		buf_add(b, bytes, len);
		return;
	}
	memcpy(b->data + b->len, bytes, len);
	b->len += len;
}

static inline void begin(struct csv *csv)
{
	if (csv->begun)
		put(csv->out, ",", 1);
	csv->begun = true;
}

/* Some spreadsheets take the full-width forms of = + - @ (U+FF1D, FF0B, FF0D, FF20) for the signs.
 */
static bool is_wide_sign(const char *text, size_t len)
{
	return len >= 3 && text[0] == '\xef' && text[1] == '\xbc' && text[2] &&
	       strchr("\x9d\x8b\x8d\xa0", text[2]);
}

static bool is_formula(const char *text, size_t len)
{
	return (text[0] && strchr("=+-@\t\r", text[0])) || is_wide_sign(text, len);
}

static bool needs_quotes(const char *text, size_t len)
{
	if (text[0] == ' ' || text[len - 1] == ' ')
		return true;
	for (size_t i = 0; i < len; i++)
		if (text[i] == '"' || text[i] == ',' || text[i] == '\n' || text[i] == '\r' ||
			text[i] == ';')
			return true; /* a spreadsheet set to ; would begin a new cell */
	return false;
}

void csv_text(struct csv *csv, const char *text, size_t len)
{
	begin(csv);
	if (len == 0)
		return;
	bool quotes = needs_quotes(text, len);

	if (quotes)
		put(csv->out, "\"", 1);
	if (is_formula(text, len))
		put(csv->out, "'", 1);
	if (!quotes) {
		put(csv->out, text, len);
		return;
	}
	for (const char *end = text + len; text < end;) {
		const char *quote = memchr(text, '"', (size_t)(end - text));
		const char *stop = quote ? quote + 1 : end;

		put(csv->out, text, (size_t)(stop - text));
		if (quote)
			put(csv->out, "\"", 1);
		text = stop;
	}
	put(csv->out, "\"", 1);
}

void csv_words(struct csv *csv, const char *text)
{
	csv_text(csv, text ? text : "", text ? strlen(text) : 0);
}

void csv_number(struct csv *csv, int64_t number)
{
	char digits[24], *at = digits + sizeof digits;
	uint64_t rest = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;

	do
		*--at = (char)('0' + rest % 10);
	while (rest /= 10);
	if (number < 0)
		*--at = '-';
	begin(csv);
	put(csv->out, at, (size_t)(digits + sizeof digits - at));
}

void csv_empty(struct csv *csv)
{
	begin(csv);
}

void csv_made(struct csv *csv, const char *cell, size_t len)
{
	begin(csv);
	put(csv->out, cell, len);
}

void csv_end(struct csv *csv)
{
	buf_add(csv->out, "\r\n", 2);
	csv->begun = false;
}
