/* csv_read.c: a strict reader of comma-separated values that carries on after what it refuses. */
#include "csv_read.h"

#include <stdbool.h>
#include <string.h>
#include "params.h"

static bool begins_with(const char *text, size_t len, const char *mark, size_t mark_len)
{
	return len >= mark_len && memcmp(text, mark, mark_len) == 0;
}

const char *csv_read_refuses(const char *text, size_t len)
{
	static const struct {
		const char *mark;
		size_t len;
		const char *sentence;
	} marks[] = {
		{ "%PDF", 4, "This is a PDF file; choose a CSV file" },
		{ "PK\x03\x04", 4,
			"This is a workbook or a ZIP file; save the list as a CSV file and choose "
			"that" },
		{ "\xd0\xcf\x11\xe0", 4,
			"This is an old workbook; save the list as a CSV file and choose that" },
		{ "\xff\xfe", 2, "This file is UTF-16; save it as “CSV UTF-8” and choose that" },
		{ "\xfe\xff", 2, "This file is UTF-16; save it as “CSV UTF-8” and choose that" },
	};

	for (size_t i = 0; i < COUNT(marks); i++)
		if (begins_with(text, len, marks[i].mark, marks[i].len))
			return marks[i].sentence;
	if (begins_with(text, len, "\xef\xbb\xbf", 3)) {
		text += 3;
		len -= 3;
	}
	for (size_t i = 0; i < len; i++)
		if (!strchr(" \t\r\n", text[i]) || !text[i])
			return memchr(text, '\0', len < 1000 ? len : 1000)
				       ? "This file is not a list; choose a CSV file"
				       : NULL;
	return "The file is empty";
}

void csv_read_begin(struct csv_reader *r, TALLOC_CTX *ctx, const char *text, size_t len)
{
	bool mark = begins_with(text, len, "\xef\xbb\xbf", 3);

	*r = (struct csv_reader){ .text.ctx = ctx, .at = text, .end = text + len, .next_line = 1 };
	if (mark)
		r->at += 3;
}

/* Refuses the row; reading goes on after the line on which it began, so that one quotation mark too
 * many never swallows the rest of the file. */
static enum csv_outcome bad(struct csv_reader *r, const char *begin, const char *fault)
{
	const char *line_end = memchr(begin, '\n', (size_t)(r->end - begin));

	r->at = line_end ? line_end + 1 : r->end;
	r->next_line = r->line + 1;
	r->fault = fault;
	r->n = 0;
	return CSV_BAD;
}

/* The bytes of a line end at `at`: 1 or 2; 0 when it is none. */
static size_t line_end(const char *at, const char *end)
{
	if (at < end && *at == '\n')
		return 1;
	return end - at >= 2 && at[0] == '\r' && at[1] == '\n' ? 2 : 0;
}

/* One cell into r->text; r->at is then at its comma, its line's end or the file's end. A sentence
 * when it is none. */
static const char *read_cell(struct csv_reader *r)
{
	bool quoted = r->at < r->end && *r->at == '"';

	for (r->at += quoted;; r->at++) {
		if (r->text.len > CSV_READ_BYTES)
			return quoted ? "A quotation mark that never ends, or a line that is far "
					"too long"
				      : "The line is far too long";
		if (r->at == r->end || (!quoted && (*r->at == ',' || line_end(r->at, r->end))))
			return quoted ? "A quotation mark that never ends" : NULL;
		if (quoted && *r->at == '"') {
			r->at++;
			if (r->at == r->end || *r->at == ',' || line_end(r->at, r->end))
				return NULL;
			if (*r->at != '"')
				return "Something stands between a quotation mark and the next "
				       "comma";
		} else if (*r->at == '"') {
			return "A quotation mark in the middle of a cell";
		}
		if (quoted && *r->at == '\r' && line_end(r->at, r->end))
			r->at++;
		if (((unsigned char)*r->at < 0x20 && *r->at != '\t' &&
			    !(quoted && *r->at == '\n')) ||
			*r->at == 0x7f)
			return *r->at ? "A control character" : "A NUL byte";
		r->next_line += *r->at == '\n';
		buf_addc(&r->text, *r->at);
	}
}

/* Latin-1 and Windows files have single bytes over 0x7f, mostly between ASCII letters. */
static const char *not_utf8(const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if ((text[i] & 0x80) && (i + 1 == len || !(text[i + 1] & 0x80)) &&
			(i == 0 || !(text[i - 1] & 0x80)))
			return "This line is not UTF-8 but looks like Latin-1 or Windows text; "
			       "save the file as “CSV UTF-8”";
	return "This line is not UTF-8; save the file as “CSV UTF-8”";
}

static enum csv_outcome read_row(struct csv_reader *r)
{
	size_t begins[CSV_READ_CELLS];
	const char *begin = r->at, *fault;
	size_t end;

	for (r->n = 0;; r->at++) {
		if (r->n == CSV_READ_CELLS)
			return bad(r, begin, "The line has far too many cells");
		begins[r->n++] = r->text.len;
		fault = read_cell(r);
		if (fault)
			return bad(r, begin, fault);
		buf_addc(&r->text, '\0');
		if (r->at == r->end || *r->at != ',')
			break;
	}
	if (!text_is_utf8(r->text.data, r->text.len))
		return bad(r, begin, not_utf8(r->text.data, r->text.len));
	end = line_end(r->at, r->end);
	r->at += end;
	r->next_line += end > 0;
	for (size_t i = 0; i < r->n; i++)
		r->cells[i] = r->text.data + begins[i];
	return CSV_ROW;
}

enum csv_outcome csv_read(struct csv_reader *r)
{
	size_t end;

	while ((end = line_end(r->at, r->end))) {
		r->at += end;
		r->next_line++;
	}
	if (r->at == r->end)
		return CSV_END;
	buf_reset(&r->text);
	r->line = r->next_line;
	r->fault = NULL;
	return read_row(r);
}
