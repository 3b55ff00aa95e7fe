/* practice_list.c: the national list of practices (epraccur, NHS organisation data): which column
 * is what, and what a good row looks like. */
#include <stdio.h>
#include <string.h>
#include "csv_read.h"
#include "form.h"
#include "listing.h"

/* Columns of the list, from 0 (its documentation counts from 1). It has no heading line. */
enum {
	COLUMNS = 27,
	COLUMN_CODE = 0,
	COLUMN_NAME = 1,
	COLUMN_ADDRESS = 4,
	COLUMN_ADDRESS_END = 9,
	COLUMN_POSTCODE = 9,
	COLUMN_OPENED = 10,
	COLUMN_CLOSED = 11,
	COLUMN_STATUS = 12,
	COLUMN_COMMISSIONER = 14,
	COLUMN_TELEPHONE = 17,
	COLUMN_SETTING = 25,
};

static const char general_practice[] = "4";

/* Capitals and digits: A81001, Y02345, and whatever shape comes next. */
static bool is_code(const char *text, size_t least, size_t most)
{
	size_t len = strlen(text);

	return len >= least && len <= most &&
	       strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") == len;
}

/* "19740401" -> "1974-04-01"; false when it is no day. */
static bool to_date(const char *text, char out[11])
{
	char day[3] = "", month[3] = "", year[5] = "";

	if (strlen(text) != 8 || strspn(text, "0123456789") != 8)
		return false;
	memcpy(year, text, 4);
	memcpy(month, text + 4, 2);
	memcpy(day, text + 6, 2);
	return check_date(day, month, year, out);
}

/* "THE HEALTH CENTRE, LAWSON STREET, ...": what is empty, or said twice, is left out. */
static const char *address_of(TALLOC_CTX *ctx, const struct csv_reader *r)
{
	struct buf out = { .ctx = ctx };
	const char *last = "";

	for (size_t i = COLUMN_ADDRESS; i < COLUMN_ADDRESS_END; i++) {
		const char *part = r->cells[i] + strspn(r->cells[i], " ");

		if (*part && strcmp(part, last) != 0)
			buf_addf(&out, "%s%s", out.len ? ", " : "", part);
		last = part;
	}
	return buf_text(&out);
}

/* When it opened and closed. False: said what is wrong. */
static bool take_dates(struct listing *list, const struct csv_reader *r, struct listed *row)
{
	const char *opened = r->cells[COLUMN_OPENED], *closed = r->cells[COLUMN_CLOSED],
		   *status = r->cells[COLUMN_STATUS];
	char day[11];

	if (strlen(status) != 1 || !strchr("ACDP", *status)) {
		listing_fault(list, r->line, "The status is “%s”, not A, C, D or P",
			listing_word(list, status));
		return false;
	}
	if (*opened && !to_date(opened, day)) {
		listing_fault(list, r->line, "The open date “%s” is not a day (yyyymmdd)",
			listing_word(list, opened));
		return false;
	}
	row->opened_on = *opened ? text_copy(list->ctx, day) : NULL;
	if (*status != 'C') { /* dormant and proposed ones are not closed */
		row->closed_on = "";
		return true;
	}
	if (!to_date(closed, day)) {
		listing_fault(list, r->line,
			*closed ? "The close date “%s” is not a day (yyyymmdd)"
				: "It is closed, without a close date%s",
			listing_word(list, closed));
		return false;
	}
	row->closed_on = text_copy(list->ctx, day);
	return true;
}

static bool take_row(struct listing *list, const struct csv_reader *r, struct listed *row)
{
	const char *commissioner = r->cells[COLUMN_COMMISSIONER], *name = r->cells[COLUMN_NAME];
	char postcode[9] = "";

	if (!*name) {
		listing_fault(list, r->line, "%s has no name", row->code);
		return false;
	}
	if (*commissioner && !is_code(commissioner, 2, 12)) {
		listing_fault(list, r->line, "“%s” is not a commissioner's code",
			listing_word(list, commissioner));
		return false;
	}
	if (*r->cells[COLUMN_POSTCODE] && !check_postcode(r->cells[COLUMN_POSTCODE], postcode)) {
		listing_fault(list, r->line, "“%s” is not a postcode",
			listing_word(list, r->cells[COLUMN_POSTCODE]));
		return false;
	}
	row->commissioner_code = text_copy(list->ctx, commissioner);
	row->postcode = text_copy(list->ctx, postcode);
	row->name = listing_text(list, r->line, name, 200, "The name");
	if (!row->name)
		return false;
	row->address = listing_text(list, r->line, address_of(list->ctx, r), 300, "The address");
	if (!row->address)
		return false;
	row->telephone =
		listing_text(list, r->line, r->cells[COLUMN_TELEPHONE], 30, "The telephone number");
	return row->telephone && take_dates(list, r, row);
}

static void read_row(struct listing *list, const struct csv_reader *r)
{
	struct listed row = { .line = r->line, .kind = "practice", .patients = -1 };

	if (r->n != COLUMNS) {
		listing_fault(list, r->line, "The line has %zu columns, not 27", r->n);
		return;
	}
	if (strcmp(r->cells[COLUMN_SETTING], general_practice) != 0)
		return;
	if (!is_code(r->cells[COLUMN_CODE], 3, 10)) {
		listing_fault(list, r->line, "“%s” is not a practice's code",
			listing_word(list, r->cells[COLUMN_CODE]));
		return;
	}
	row.code = text_copy(list->ctx, r->cells[COLUMN_CODE]);
	if (take_row(list, r, &row))
		listing_add(list, &row);
}

struct listing *practice_list_read(TALLOC_CTX *ctx, const char *text, size_t len)
{
	struct listing *list = listing_new(ctx, text, len);
	struct csv_reader *r = NEW(list, struct csv_reader);
	enum csv_outcome outcome;
	bool fits = false;

	list->national = true;
	csv_read_begin(r, r, text, len);
	while (!list->refused && (outcome = csv_read(r)) != CSV_END) {
		if (outcome == CSV_BAD)
			listing_fault(list, r->line, "%s", r->fault);
		else
			read_row(list, r);
		fits |= outcome == CSV_ROW && r->n == COLUMNS;
	}
	if (!list->refused && !fits)
		list->refused = "This is neither the national list of practices, which has 27 "
				"columns, nor a list with a heading line that has “code” in it";
	listing_finish(list);
	return list;
}
