/* organisation_list.c: our own kind of list: a heading line says which columns there are, in any
 * order; an empty cell says nothing. What /organisations.csv gives, this reads. */
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include "csv_read.h"
#include "form.h"
#include "listing.h"
#include "organisation.h"

enum column {
	COLUMN_CODE,
	COLUMN_NAME,
	COLUMN_KIND,
	COLUMN_LOCALITY,
	COLUMN_PEER_GROUP,
	COLUMN_COMMISSIONER,
	COLUMN_ADDRESS,
	COLUMN_POSTCODE,
	COLUMN_TELEPHONE,
	COLUMN_EMAIL,
	COLUMN_OPENED,
	COLUMN_CLOSED,
	COLUMN_PATIENTS,
	COLUMN_COUNTED_ON,
	COLUMNS
};

/* Columns that are texts as they stand, and how long they may be (as the table's). */
static const struct {
	const char *name, *otherwise; /* another heading for it; or NULL */
	size_t most;                  /* 0: it has rules of its own */
	const char *what;
	size_t offset;
} columns[COLUMNS] = {
	[COLUMN_CODE] = { "code", NULL, 0, "The code", offsetof(struct listed, code) },
	[COLUMN_NAME] = { "name", "organisation", 200, "The name", offsetof(struct listed, name) },
	[COLUMN_KIND] = { "kind", NULL, 0, "The kind", offsetof(struct listed, kind) },
	[COLUMN_LOCALITY] = { "locality", NULL, 100, "The locality",
		offsetof(struct listed, locality) },
	[COLUMN_PEER_GROUP] = { "peer group", NULL, 100, "The peer group",
		offsetof(struct listed, peer_group) },
	[COLUMN_COMMISSIONER] = { "commissioner code", "commissioner", 12,
		"The commissioner's code", offsetof(struct listed, commissioner_code) },
	[COLUMN_ADDRESS] = { "address", NULL, 300, "The address",
		offsetof(struct listed, address) },
	[COLUMN_POSTCODE] = { "postcode", NULL, 0, "The postcode",
		offsetof(struct listed, postcode) },
	[COLUMN_TELEPHONE] = { "telephone", NULL, 30, "The telephone number",
		offsetof(struct listed, telephone) },
	[COLUMN_EMAIL] = { "email", "e mail", 0, "The email address",
		offsetof(struct listed, email) },
	[COLUMN_OPENED] = { "opened", "opened on", 0, "The day it opened",
		offsetof(struct listed, opened_on) },
	[COLUMN_CLOSED] = { "closed", "closed on", 0, "The day it closed",
		offsetof(struct listed, closed_on) },
	[COLUMN_PATIENTS] = { "patients", "list size", 0, "The list size", 0 },
	[COLUMN_COUNTED_ON] = { "counted on", NULL, 0, "The day of the count",
		offsetof(struct listed, counted_on) },
};

/* Where each column is in this file; -1: it has none. */
struct heading {
	int at[COLUMNS];
};

static void read_heading(struct listing *list, const struct csv_reader *r, struct heading *heading)
{
	struct buf unread = { .ctx = list->ctx };

	for (int k = 0; k < COLUMNS; k++)
		heading->at[k] = -1;
	for (size_t i = 0; i < r->n; i++) {
		int k = 0;

		while (k < COLUMNS && !listing_is_column(r->cells[i], columns[k].name) &&
			!(columns[k].otherwise &&
				listing_is_column(r->cells[i], columns[k].otherwise)))
			k++;
		if (k == COLUMNS && r->cells[i][strspn(r->cells[i], " \t")])
			buf_addf(&unread, "%s%s", unread.len ? ", " : "",
				listing_word(list, r->cells[i]));
		else if (k < COLUMNS && heading->at[k] >= 0)
			list->refused = text_format(
				list->ctx, "Two columns are called “%s”", columns[k].name);
		else if (k < COLUMNS)
			heading->at[k] = (int)i;
	}
	if (heading->at[COLUMN_PATIENTS] >= 0 && heading->at[COLUMN_COUNTED_ON] < 0) {
		/* Our own export: a list size without its day could be any day's. */
		heading->at[COLUMN_PATIENTS] = -1;
		buf_addf(&unread, "%spatients (there is no column “counted on”)",
			unread.len ? ", " : "");
	}
	list->unread = unread.len ? buf_text(&unread) : NULL;
	if (heading->at[COLUMN_CODE] < 0)
		list->refused = "The first line has no column called “code”";
}

/* 2026-11-22, as exports have it, or 22/11/2026, as spreadsheets make of it. */
static bool to_date(const char *text, char out[11])
{
	char a[5], b[3], c[5], more;

	if (sscanf(text, "%4[0-9]-%2[0-9]-%2[0-9]%c", a, b, c, &more) == 3)
		return check_date(c, b, a, out);
	return sscanf(text, "%2[0-9]/%2[0-9]/%4[0-9]%c", a, b, c, &more) == 3 &&
	       check_date(a, b, c, out);
}

/* "Voluntary organisation" or "voluntary" -> "voluntary"; NULL: neither. */
static const char *to_kind(const char *text)
{
	char label[40];
	size_t len;

	for (size_t i = 0; i < n_organisation_kinds; i++) {
		len = strlen(organisation_kinds[i].label);
		for (size_t k = 0; k <= len && k < sizeof label; k++)
			label[k] = k ? organisation_kinds[i].label[k]
				     : (char)(organisation_kinds[i].label[k] | 0x20);
		if (listing_is_column(text, organisation_kinds[i].code) ||
			listing_is_column(text, label))
			return organisation_kinds[i].code;
	}
	return NULL;
}

/* A cell without spaces around it, and without the apostrophe that our exports put before what a
 * spreadsheet would calculate; NULL when it says nothing. */
static const char *cell_text(
	struct listing *list, const struct csv_reader *r, const struct heading *heading, int k)
{
	const char *text = heading->at[k] >= 0 && (size_t)heading->at[k] < r->n
				   ? r->cells[heading->at[k]]
				   : "";
	char *copy;
	size_t len;

	text += strspn(text, " \t\n");
	if (text[0] == '\'' && text[1] && strchr("=+-@", text[1]))
		text++;
	copy = text_copy(list->ctx, text);
	len = strlen(copy);
	while (len > 0 && strchr(" \t\n", copy[len - 1]))
		copy[--len] = '\0';
	for (char *c = copy; k == COLUMN_ADDRESS && *c; c++)
		if (*c == '\n')
			*c = ' ';
	return len ? copy : NULL;
}

/* The value of a column as we keep it; NULL: a fault was added. */
static const char *canonical(struct listing *list, unsigned line, int k, const char *text)
{
	char out[14] = "";
	const char *kind;

	switch (k) {
	case COLUMN_CODE:
		if (organisation_code(text, out))
			return text_copy(list->ctx, out);
		listing_fault(list, line, "“%s” is not a code: 2 to 12 letters, digits and hyphens",
			listing_word(list, text));
		return NULL;
	case COLUMN_KIND:
		kind = to_kind(text);
		if (!kind)
			listing_fault(list, line, "“%s” is not a kind of organisation",
				listing_word(list, text));
		return kind;
	case COLUMN_POSTCODE:
		if (check_postcode(text, out))
			return text_copy(list->ctx, out);
		listing_fault(list, line, "“%s” is not a postcode", listing_word(list, text));
		return NULL;
	case COLUMN_EMAIL:
		if (check_email(text))
			return text;
		listing_fault(list, line, "“%s” is not an email address", listing_word(list, text));
		return NULL;
	case COLUMN_OPENED:
	case COLUMN_CLOSED:
	case COLUMN_COUNTED_ON:
		if (to_date(text, out))
			return text_copy(list->ctx, out);
		listing_fault(list, line, "%s, “%s”, is not a day like 2026-11-22", columns[k].what,
			listing_word(list, text));
		return NULL;
	default:
		return listing_text(list, line, text, columns[k].most, columns[k].what);
	}
}

static bool take_patients(
	struct listing *list, unsigned line, const char *patients, struct listed *row)
{
	row->patients = -1;
	if (!patients) {
		row->counted_on = NULL;
		return true;
	}
	if (!check_number(patients, &row->patients) || row->patients < 0 ||
		row->patients > 10000000) {
		listing_fault(list, line, "“%s” is not a number of patients",
			listing_word(list, patients));
		return false;
	}
	if (!row->counted_on) {
		listing_fault(list, line, "A list size needs the day it was counted (counted on)");
		return false;
	}
	return true;
}

static void read_row(
	struct listing *list, const struct csv_reader *r, const struct heading *heading)
{
	struct listed row = { .line = r->line };
	const char *text, *value;

	for (int k = 0; k < COLUMNS; k++) {
		text = cell_text(list, r, heading, k);
		if (k == COLUMN_PATIENTS || !text)
			continue;
		value = canonical(list, r->line, k, text);
		if (!value)
			return;
		*(const char **)((char *)&row + columns[k].offset) = value;
	}
	if (!row.code) {
		listing_fault(list, r->line, "The line has no code");
		return;
	}
	if (take_patients(list, r->line, cell_text(list, r, heading, COLUMN_PATIENTS), &row))
		listing_add(list, &row);
}

struct listing *organisation_list_read(TALLOC_CTX *ctx, const char *text, size_t len)
{
	struct listing *list = listing_new(ctx, text, len);
	struct csv_reader *r = NEW(list, struct csv_reader);
	struct heading heading = { 0 };
	enum csv_outcome outcome;

	csv_read_begin(r, r, text, len);
	if (!list->refused && csv_read(r) == CSV_ROW)
		read_heading(list, r, &heading);
	else if (!list->refused)
		list->refused = text_format(list, "The first line cannot be read: %s", r->fault);
	while (!list->refused && (outcome = csv_read(r)) != CSV_END) {
		if (outcome == CSV_BAD)
			listing_fault(list, r->line, "%s", r->fault);
		else
			read_row(list, r, &heading);
	}
	listing_finish(list);
	return list;
}
