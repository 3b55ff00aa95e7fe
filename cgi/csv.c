/* csv.c: writes comma-separated values. */
#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include "csv.h"

static void begin(struct csv *csv)
{
	if (csv->begun)
		buf_addc(csv->out, ',');
	csv->begun = true;
}

static bool is_formula(char first)
{
	return first == '=' || first == '+' || first == '-' || first == '@' || first == '\t' ||
	       first == '\r';
}

static bool needs_quotes(const char *text, size_t len)
{
	if (text[0] == ' ' || text[len - 1] == ' ')
		return true;
	for (size_t i = 0; i < len; i++)
		if (text[i] == '"' || text[i] == ',' || text[i] == '\n' || text[i] == '\r')
			return true;
	return false;
}

void csv_text(struct csv *csv, const char *text, size_t len)
{
	begin(csv);
	if (len == 0)
		return;
	bool quotes = needs_quotes(text, len);

	if (quotes)
		buf_addc(csv->out, '"');
	if (is_formula(text[0]))
		buf_addc(csv->out, '\'');
	if (!quotes) {
		buf_add(csv->out, text, len);
		return;
	}
	for (const char *end = text + len; text < end;) {
		const char *quote = memchr(text, '"', (size_t)(end - text));
		const char *stop = quote ? quote + 1 : end;

		buf_add(csv->out, text, (size_t)(stop - text));
		if (quote)
			buf_addc(csv->out, '"');
		text = stop;
	}
	buf_addc(csv->out, '"');
}

void csv_words(struct csv *csv, const char *text)
{
	csv_text(csv, text ? text : "", text ? strlen(text) : 0);
}

void csv_number(struct csv *csv, int64_t number)
{
	char digits[24];
	int len = snprintf(digits, sizeof digits, "%" PRId64, number);

	begin(csv);
	buf_add(csv->out, digits, (size_t)len);
}

void csv_empty(struct csv *csv)
{
	begin(csv);
}

void csv_made(struct csv *csv, const char *cell, size_t len)
{
	begin(csv);
	buf_add(csv->out, cell, len);
}

void csv_end(struct csv *csv)
{
	buf_add(csv->out, "\r\n", 2);
	csv->begun = false;
}
