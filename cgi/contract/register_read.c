/* register_read.c: the rows of a register in a CSV file: a heading line says which columns there
 * are, in any order; an empty cell says nothing. What /contracts.csv gives, this reads. */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include "csv_read.h"
#include "listing.h"
#include "register_import.h"

const char *const register_headings[REGISTER_COLUMNS] = {
	[REGISTER_REFERENCE] = "Reference",
	[REGISTER_ORGANISATION_CODE] = "Organisation code",
	[REGISTER_ORGANISATION] = "Organisation",
	[REGISTER_KIND] = "Kind",
	[REGISTER_SERVICE] = "Service",
	[REGISTER_SERVED] = "Who is served",
	[REGISTER_AREA] = "Where",
	[REGISTER_ROUTE] = "Route",
	[REGISTER_STARTS] = "Start",
	[REGISTER_FIRST_ENDS] = "End as signed",
	[REGISTER_ENDS] = "Current end",
	[REGISTER_VALUE_NOW] = "Value this year",
	[REGISTER_ANNUAL] = "Annual values",
	[REGISTER_LEAD] = "Lead",
	[REGISTER_NEXT_REVIEW] = "Next review",
	[REGISTER_STATUS] = "Status",
	[REGISTER_AIM] = "Strategic aim",
	[REGISTER_MONITORING] = "Monitoring",
	[REGISTER_RETURN_MONTHS] = "Return every n months",
	[REGISTER_RETURNS_FROM] = "Returns from",
	[REGISTER_REVIEW_MONTHS] = "Review every n months",
	[REGISTER_NOTICE] = "Notice in months",
	[REGISTER_PUBLIC] = "Published",
};

/* What people call some of them. */
static const struct {
	const char *name;
	enum register_column column;
} also[] = {
	{ "ref", REGISTER_REFERENCE },
	{ "provider", REGISTER_ORGANISATION },
	{ "code", REGISTER_ORGANISATION_CODE },
	{ "start date", REGISTER_STARTS },
	{ "starts", REGISTER_STARTS },
	{ "end", REGISTER_ENDS },
	{ "end date", REGISTER_ENDS },
	{ "ends", REGISTER_ENDS },
	{ "annual value", REGISTER_VALUE_NOW },
	{ "value", REGISTER_VALUE_NOW },
	{ "aim", REGISTER_AIM },
};

enum { REFERENCE = 40, NAME = 200, SERVED = 500, AIM = 100, MONITORING = 1000 };
static const size_t longest[REGISTER_COLUMNS] = { [REGISTER_REFERENCE] = REFERENCE,
	[REGISTER_ORGANISATION_CODE] = NAME,
	[REGISTER_ORGANISATION] = NAME,
	[REGISTER_SERVICE] = NAME,
	[REGISTER_SERVED] = SERVED,
	[REGISTER_AREA] = NAME,
	[REGISTER_LEAD] = NAME,
	[REGISTER_AIM] = AIM,
	[REGISTER_MONITORING] = MONITORING };

void register_fault(struct register_file *file, unsigned line, const char *format, ...)
{
	struct register_fault *of = NULL;
	const char *reason;
	va_list args;

	for (size_t i = file->n_faults; i-- > 0 && !of;)
		if (file->faults[i].line == line)
			of = &file->faults[i];
	if (!of && file->n_faults == REGISTER_FAULTS) {
		file->refused = "More than 500 lines of the file are wrong: it is not a register, "
				"or was saved in another format";
		return;
	}
	va_start(args, format);
	reason = must(talloc_vasprintf(file->ctx, format, args));
	va_end(args);
	if (of) {
		of->reason = text_format(file->ctx, "%s. %s", of->reason, reason);
		return;
	}
	file->faults = must(talloc_realloc(
		file->ctx, file->faults, struct register_fault, (unsigned)file->n_faults + 1));
	file->faults[file->n_faults++] = (struct register_fault){ line, reason };
}

/* A cell as a fault quotes it. */
static const char *quoted(const struct register_file *file, const char *cell)
{
	if (!text_is_plain(cell))
		return "not plain text";
	return text_format(file->ctx, "“%s”", text_opening(file->ctx, cell, 40));
}

/* Are these two the same, whatever their capitals and spaces? */
static bool is_word(const char *cell, const char *name)
{
	char lower[REFERENCE + 1];
	size_t len = strlen(name);

	if (len >= sizeof lower)
		return strcmp(cell, name) == 0;
	for (size_t i = 0; i <= len; i++)
		lower[i] = name[i] >= 'A' && name[i] <= 'Z' ? (char)(name[i] | 0x20) : name[i];
	return listing_is_column(cell, lower);
}

static int column_of(const char *cell)
{
	for (int k = 0; k < REGISTER_COLUMNS; k++)
		if (is_word(cell, register_headings[k]))
			return k;
	for (size_t i = 0; i < COUNT(also); i++)
		if (is_word(cell, also[i].name))
			return (int)also[i].column;
	return -1;
}

static void read_heading(
	struct register_file *file, const struct csv_reader *r, int at[REGISTER_COLUMNS])
{
	struct buf unread = { .ctx = file->ctx };

	for (int k = 0; k < REGISTER_COLUMNS; k++)
		at[k] = -1;
	for (size_t i = 0; i < r->n; i++) {
		int k = column_of(r->cells[i]);

		if (k < 0 && r->cells[i][strspn(r->cells[i], " \t")])
			buf_addf(&unread, "%s%s", unread.len ? ", " : "",
				text_is_plain(r->cells[i]) ? r->cells[i]
							   : "one without a plain name");
		else if (k >= 0 && at[k] >= 0)
			file->refused = text_format(
				file->ctx, "Two columns are called “%s”", register_headings[k]);
		else if (k >= 0)
			at[k] = (int)i;
	}
	file->unread = unread.len ? buf_text(&unread) : NULL;
	if (at[REGISTER_REFERENCE] < 0)
		file->refused = "The first line has no column called “Reference”";
}

/* Without spaces around it, and without the apostrophe that exports put before what a spreadsheet
 * would calculate; NULL when it says nothing. */
static const char *cell_text(struct register_file *file, const char *text)
{
	char *copy;
	size_t len;

	text += strspn(text, " \t\n");
	if (text[0] == '\'' && text[1] && strchr("=+-@", text[1]))
		text++;
	copy = text_copy(file->ctx, text);
	len = strlen(copy);
	while (len > 0 && strchr(" \t\n", copy[len - 1]))
		copy[--len] = '\0';
	for (char *c = copy; *c; c++)
		if (*c == '\n' || *c == '\t')
			*c = ' ';
	return len ? copy : NULL;
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

/* A code or a label of a list, in any case; NULL: neither. */
static const char *to_choice(const struct choice *choices, size_t n, const char *text)
{
	for (size_t i = 0; i < n; i++)
		if (is_word(text, choices[i].code) || is_word(text, choices[i].label))
			return choices[i].code;
	return NULL;
}

/* "2025/26 12000; 2026/27 13,000.50" -> "2025 12000;2026 13000.5"; NULL: it is none. */
static const char *to_annual(struct register_file *file, const char *text)
{
	enum { FIRST = 1990, LAST = 2100, MOST = 60 };
	struct buf out = { .ctx = file->ctx };
	char amount[MOST];
	int64_t pence;
	int year, next, used, before = 0;

	while (*text) {
		size_t len = strcspn(text, ";");

		used = 0;
		if (sscanf(text, " %4d/%2d%n", &year, &next, &used) != 2 || !used || year < FIRST ||
			year > LAST || next != (year + 1) % 100 || year <= before ||
			(size_t)used > len || len - (size_t)used >= sizeof amount)
			return NULL;
		text += used;
		len -= (size_t)used;
		text += strspn(text, " :") <= len ? strspn(text, " :") : len;
		len = strcspn(text, ";");
		if (len >= sizeof amount)
			return NULL;
		memcpy(amount, text, len);
		amount[len] = '\0';
		if (!check_decimal(amount, &pence) || pence < 0 || pence > 100000000000)
			return NULL;
		buf_addf(&out, "%s%d %s", before ? ";" : "", year, decimal_plain(file->ctx, pence));
		before = year;
		text += len + (text[len] == ';');
		text += strspn(text, " ");
	}
	return before ? buf_text(&out) : NULL;
}

static const char *to_months(struct register_file *file, enum register_column k, const char *text)
{
	enum { LONGEST = 60 };
	int64_t n;

	if (!check_number(text, &n) || n < 0 || n > LONGEST)
		return NULL;
	if (k == REGISTER_RETURN_MONTHS && n != 0 && n != 1 && n != 3 && n != 6 && n != 12)
		return NULL;
	return text_format(file->ctx, "%d", (int)n);
}

/* The value of a column as the table has it; NULL: it makes no sense, *rule says what would. */
static const char *canonical(
	struct register_file *file, enum register_column k, const char *text, const char **rule)
{
	char day[11];
	int64_t pence;

	switch (k) {
	case REGISTER_KIND:
		*rule = "contract or grant";
		return to_choice(contract_kinds, CONTRACT_KINDS, text);
	case REGISTER_ROUTE:
		*rule = "a route, like “Open competition” or “Direct award”";
		return to_choice(contract_routes, CONTRACT_ROUTES, text);
	case REGISTER_STATUS:
		*rule = "planned, live, notice given or ended";
		return to_choice(contract_statuses, CONTRACT_STATUSES, text);
	case REGISTER_STARTS:
	case REGISTER_FIRST_ENDS:
	case REGISTER_ENDS:
	case REGISTER_NEXT_REVIEW:
	case REGISTER_RETURNS_FROM:
		*rule = "a day like 2026-11-22";
		return to_date(text, day) ? text_copy(file->ctx, day) : NULL;
	case REGISTER_VALUE_NOW:
		*rule = "an amount like 12,000 or 12000.50";
		return check_decimal(text, &pence) && pence >= 0 && pence <= 100000000000
			       ? decimal_plain(file->ctx, pence)
			       : NULL;
	case REGISTER_ANNUAL:
		*rule = "amounts by year, like 2025/26 12000; 2026/27 12500";
		return to_annual(file, text);
	case REGISTER_RETURN_MONTHS:
		*rule = "0, 1, 3, 6 or 12";
		return to_months(file, k, text);
	case REGISTER_REVIEW_MONTHS:
	case REGISTER_NOTICE:
		*rule = "a number of months from 0 to 60";
		return to_months(file, k, text);
	case REGISTER_PUBLIC:
		*rule = "yes or no";
		return is_word(text, "yes") ? "1" : is_word(text, "no") ? "0" : NULL;
	default:
		*rule = text_format(file->ctx, "at most %zu characters", longest[k]);
		return text_length(text) <= longest[k] ? text : NULL;
	}
}

/* The line of an earlier row with this reference, right or wrong; 0: there is none. */
static unsigned line_with(const struct register_file *file, const char *reference)
{
	for (size_t i = 0; i < file->n; i++) {
		const char *earlier = file->rows[i].values[REGISTER_REFERENCE];

		if (earlier && strcasecmp(earlier, reference) == 0)
			return file->rows[i].line;
	}
	return 0;
}

/* Whose reference it is: without one, or with another's, a row is wrong. */
static void check_reference(struct register_file *file, struct register_row *row)
{
	const char *reference = row->values[REGISTER_REFERENCE];
	unsigned line = reference ? line_with(file, reference) : 0;

	if (line)
		register_fault(file, row->line, "Line %u has the same reference", line);
	else if (!reference && !row->bad[REGISTER_REFERENCE])
		register_fault(file, row->line, "The line has no reference");
	row->wrong = row->wrong || line || !reference;
}

static void read_row(
	struct register_file *file, const struct csv_reader *r, const int at[REGISTER_COLUMNS])
{
	struct register_row row = { .line = r->line };
	const char *text, *rule;

	if (file->n == REGISTER_ROWS) {
		file->refused = "The file has more than 5,000 contracts";
		return;
	}
	for (int k = 0; k < REGISTER_COLUMNS; k++) {
		text = at[k] >= 0 && (size_t)at[k] < r->n ? cell_text(file, r->cells[at[k]]) : NULL;
		if (!text)
			continue;
		rule = "plain text";
		row.values[k] = text_is_plain(text)
					? canonical(file, (enum register_column)k, text, &rule)
					: NULL;
		if (!row.values[k]) {
			register_fault(file, r->line, "%s is %s: it must be %s",
				register_headings[k], quoted(file, text), rule);
			row.wrong = row.bad[k] = true;
		}
	}
	check_reference(file, &row);
	file->rows = must(
		talloc_realloc(file->ctx, file->rows, struct register_row, (unsigned)file->n + 1));
	file->rows[file->n++] = row;
}

struct register_file *register_read(TALLOC_CTX *ctx, const char *text, size_t len)
{
	struct register_file *file = NEW(ctx, struct register_file);
	struct csv_reader *r = NEW(file, struct csv_reader);
	enum csv_outcome outcome;
	int at[REGISTER_COLUMNS] = { 0 };

	file->ctx = file;
	file->refused = csv_read_refuses(text, len);
	csv_read_begin(r, r, text, len);
	if (!file->refused && csv_read(r) == CSV_ROW)
		read_heading(file, r, at);
	else if (!file->refused)
		file->refused = text_format(file, "The first line cannot be read: %s",
			r->fault ? r->fault : "there is none");
	while (!file->refused && (outcome = csv_read(r)) != CSV_END) {
		if (outcome == CSV_BAD)
			register_fault(file, r->line, "%s", r->fault);
		else
			read_row(file, r, at);
	}
	return file;
}
