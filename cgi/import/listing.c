/* listing.c: the rows of a list of organisations, kept in order, and between two requests. */
#include "listing.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include "csv_read.h"
#include "params.h"

struct listing *listing_new(TALLOC_CTX *ctx, const char *text, size_t len)
{
	struct listing *list = NEW(ctx, struct listing);

	list->ctx = list;
	list->refused =
		len > LISTING_BYTES ? "The file is larger than 8 MB" : csv_read_refuses(text, len);
	return list;
}

/* Room for one more: arrays grow by doubling. */
static void *room(TALLOC_CTX *ctx, void *array, size_t n, size_t size)
{
	if (n & (n - 1) || (n > 0 && n < 16))
		return array;
	return must(talloc_realloc_size(ctx, array, size * (n < 16 ? 16 : n * 2)));
}

void listing_add(struct listing *list, const struct listed *row)
{
	if (list->n == LISTING_ROWS) {
		list->refused = "The file has more than 100,000 rows";
		return;
	}
	list->rows = room(list->ctx, list->rows, list->n, sizeof *row);
	list->rows[list->n++] = *row;
}

void listing_fault(struct listing *list, unsigned line, const char *format, ...)
{
	va_list args;

	if (list->n_faults == LISTING_FAULTS) {
		list->refused = "More than 2,000 lines of the file are wrong: it is not a list, or "
				"was saved in another format";
		return;
	}
	list->faults = room(list->ctx, list->faults, list->n_faults, sizeof *list->faults);
	va_start(args, format);
	list->faults[list->n_faults++] = (struct listed_fault){ line,
		must(talloc_vasprintf(list->ctx, format, args)), false };
	va_end(args);
}

const char *listing_text(
	struct listing *list, unsigned line, const char *text, size_t most, const char *what)
{
	if (!text_is_plain(text))
		listing_fault(list, line, "%s has a line break or a mark that is no letter", what);
	else if (text_length(text) > most)
		listing_fault(list, line, "%s is longer than %zu characters", what, most);
	else
		return text_copy(list->ctx, text);
	return NULL;
}

const char *listing_word(const struct listing *list, const char *cell)
{
	enum { MOST = 30 };
	struct buf out = { .ctx = list->ctx };
	size_t bytes;

	for (size_t n = 0; *cell; cell += bytes) {
		char one[5] = "";

		for (bytes = 1; (cell[bytes] & 0xc0) == 0x80; bytes++)
			;
		memcpy(one, cell, bytes);
		if (n++ == MOST) {
			buf_adds(&out, "…");
			break;
		}
		/* Line breaks become spaces, marks that turn text round vanish. */
		if ((unsigned char)one[0] < 0x20)
			buf_addc(&out, ' ');
		else if (text_is_plain(one))
			buf_add(&out, one, bytes);
	}
	return buf_text(&out);
}

static int by_code(const void *a, const void *b)
{
	const struct listed *one = a, *two = b;
	int order = strcmp(one->code, two->code);

	return order ? order : (one->line > two->line) - (one->line < two->line);
}

static int by_line(const void *a, const void *b)
{
	const struct listed_fault *one = a, *two = b;

	return (one->line > two->line) - (one->line < two->line);
}

void listing_finish(struct listing *list)
{
	size_t n = 0;

	if (list->n > 0)
		qsort(list->rows, list->n, sizeof *list->rows, by_code);
	for (size_t i = 0; i < list->n; i++) {
		if (n > 0 && strcmp(list->rows[n - 1].code, list->rows[i].code) == 0)
			listing_fault(list, list->rows[i].line, "%s is on line %u already",
				list->rows[i].code, list->rows[n - 1].line);
		else
			list->rows[n++] = list->rows[i];
	}
	list->n = n;
	if (list->n_faults > 0)
		qsort(list->faults, list->n_faults, sizeof *list->faults, by_line);
}

void listing_filter(struct listing *list, bool (*keep)(const struct listed *, void *), void *with)
{
	size_t n = 0;

	for (size_t i = 0; i < list->n; i++)
		if (keep(&list->rows[i], with))
			list->rows[n++] = list->rows[i];
	list->n = n;
}

bool listing_is_column(const char *cell, const char *name)
{
	cell += strspn(cell, " \t");
	for (; *name; name++, cell++) {
		char c = *cell == '_' || *cell == '-' ? ' ' : *cell;

		if (c >= 'A' && c <= 'Z')
			c = (char)(c | 0x20);
		if (c != *name)
			return false;
	}
	return !cell[strspn(cell, " \t")];
}

struct listing *listing_read(TALLOC_CTX *ctx, const char *text, size_t len)
{
	struct csv_reader *r = NEW(ctx, struct csv_reader);

	csv_read_begin(r, r, text, len);
	if (csv_read(r) == CSV_ROW)
		for (size_t i = 0; i < r->n; i++)
			if (listing_is_column(r->cells[i], "code"))
				return organisation_list_read(ctx, text, len);
	return practice_list_read(ctx, text, len);
}

/* ---- Between two requests ----------------------------------------------------------------------
 */

/* The texts of a row, under one letter each. */
static const struct {
	const char *key;
	size_t offset;
} texts[] = {
	{ "c", offsetof(struct listed, code) },
	{ "n", offsetof(struct listed, name) },
	{ "k", offsetof(struct listed, kind) },
	{ "l", offsetof(struct listed, locality) },
	{ "g", offsetof(struct listed, peer_group) },
	{ "m", offsetof(struct listed, commissioner_code) },
	{ "a", offsetof(struct listed, address) },
	{ "p", offsetof(struct listed, postcode) },
	{ "t", offsetof(struct listed, telephone) },
	{ "e", offsetof(struct listed, email) },
	{ "o", offsetof(struct listed, opened_on) },
	{ "x", offsetof(struct listed, closed_on) },
	{ "d", offsetof(struct listed, counted_on) },
};

static const char **text_of(struct listed *row, size_t i)
{
	return (const char **)((char *)row + texts[i].offset);
}

json_t *listing_json(const struct listing *list)
{
	json_t *rows = must(json_array()), *faults = must(json_array());

	for (size_t i = 0; i < list->n; i++) {
		struct listed row = list->rows[i];
		json_t *out = must(json_pack("{s:I}", "#", (json_int_t)row.line));

		for (size_t k = 0; k < COUNT(texts); k++)
			if (*text_of(&row, k))
				json_object_set_new(
					out, texts[k].key, json_string(*text_of(&row, k)));
		if (row.patients >= 0)
			json_object_set_new(out, "s", json_integer(row.patients));
		json_array_append_new(rows, out);
	}
	for (size_t i = 0; i < list->n_faults; i++)
		if (!list->faults[i].compared)
			json_array_append_new(
				faults, json_pack("[I,s]", (json_int_t)list->faults[i].line,
						list->faults[i].reason));
	return must(json_pack("{s:b, s:o, s:o, s:s*}", "national", list->national, "rows", rows,
		"faults", faults, "unread", list->unread));
}

struct listing *listing_load(TALLOC_CTX *ctx, const json_t *json)
{
	struct listing *list = NEW(ctx, struct listing);
	const json_t *rows = json_object_get(json, "rows"),
		     *faults = json_object_get(json, "faults"), *item;
	const char *unread = json_string_value(json_object_get(json, "unread")), *text;
	size_t i;

	if (!json_is_array(rows) || !json_is_array(faults))
		return NULL;
	list->ctx = list;
	list->national = json_is_true(json_object_get(json, "national"));
	list->unread = unread ? text_copy(list, unread) : NULL;
	json_array_foreach(rows, i, item)
	{
		const json_t *patients = json_object_get(item, "s");
		struct listed row = { .line = (unsigned)json_integer_value(
					      json_object_get(item, "#")),
			.patients = patients ? json_integer_value(patients) : -1 };

		for (size_t k = 0; k < COUNT(texts); k++)
			if ((text = json_string_value(json_object_get(item, texts[k].key))))
				*text_of(&row, k) = text_copy(list, text);
		if (!row.code)
			return NULL;
		listing_add(list, &row);
	}
	json_array_foreach(faults, i, item)
	{
		text = json_string_value(json_array_get(item, 1));
		listing_fault(list, (unsigned)json_integer_value(json_array_get(item, 0)), "%s",
			text ? text : "");
	}
	return list;
}
