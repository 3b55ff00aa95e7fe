/* register_import.h: the register out of a file: read, compared with what is here, stored. */
#ifndef REGISTER_IMPORT_H
#define REGISTER_IMPORT_H

#include "contract.h"

/* Columns that are read, by the headings that the register's own file has. */
enum register_column {
	REGISTER_REFERENCE,
	REGISTER_ORGANISATION_CODE,
	REGISTER_ORGANISATION,
	REGISTER_KIND,
	REGISTER_SERVICE,
	REGISTER_SERVED,
	REGISTER_AREA,
	REGISTER_ROUTE,
	REGISTER_STARTS,
	REGISTER_FIRST_ENDS,
	REGISTER_ENDS,
	REGISTER_VALUE_NOW,
	REGISTER_ANNUAL,
	REGISTER_LEAD,
	REGISTER_NEXT_REVIEW,
	REGISTER_STATUS,
	REGISTER_AIM,
	REGISTER_MONITORING,
	REGISTER_RETURN_MONTHS,
	REGISTER_RETURNS_FROM,
	REGISTER_REVIEW_MONTHS,
	REGISTER_NOTICE,
	REGISTER_PUBLIC,
	REGISTER_COLUMNS
};
extern const char *const register_headings[REGISTER_COLUMNS];

enum { REGISTER_ROWS = 5000, REGISTER_FAULTS = 500, REGISTER_FILE = 8 * 1024 * 1024 };

struct register_row {
	unsigned line;
	/* As the table has it: codes, ISO days, "12000.50"; NULL: the file says nothing of it, and
	 * what is here stays. Annual values: "2025 12000.5;2026 13000". */
	const char *values[REGISTER_COLUMNS];
	/* A row with a fault is compared too, so that all its faults are told at once, and is never
	 * stored. bad: those columns said something that made no sense, and have no value. */
	bool wrong, bad[REGISTER_COLUMNS];
};

struct register_fault {
	unsigned line;
	const char *reason; /* sentences; the last one without its full stop */
};

struct register_file {
	TALLOC_CTX *ctx;
	const char *refused; /* the whole file: a sentence; or NULL */
	struct register_row *rows;
	size_t n;
	struct register_fault *faults; /* one for each line that is wrong: those are left out */
	size_t n_faults;
	const char *unread; /* columns that are not read; or NULL */
};

/* register_read.c. Pure: of a CSV file (a workbook was made one by xlsx_read). */
struct register_file *register_read(TALLOC_CTX *, const char *text, size_t len);
/* One more fault of this line: a sentence without its full stop. */
void register_fault(struct register_file *, unsigned line, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

enum register_fate { REGISTER_NEW, REGISTER_CHANGED, REGISTER_SAME, REGISTER_WRONG };

struct register_change {
	enum register_column column;
	const char *from, *to; /* for people */
};

struct register_item {
	const struct register_row *row;
	enum register_fate fate;
	int64_t contract_id, organisation_id, lead_id, row_version; /* lead_id -1: as it is */
	const char *ref;                                            /* of one that is here */
	const char *values[REGISTER_COLUMNS]; /* as they will be; never NULL but for annual ones */
	struct register_change changes[REGISTER_COLUMNS];
	size_t n_changes;
};

struct register_plan {
	struct register_file *file; /* with faults of its rows against what is here */
	struct register_item *items;
	size_t n, counts[4];
	char mark[33]; /* of all this: the same mark is the same plan */
};

/* register_plan.c */
struct register_plan *register_plan_make(struct req *, struct register_file *);
/* In words, for people: "1 April 2024", "£12,000", "Direct award". */
const char *register_words(TALLOC_CTX *, enum register_column, const char *value);
/* register_store.c: in the request's transaction, with histories and the trail. False: somebody
 * else changed one of them just now, and what was done is to be rolled back. */
bool register_plan_store(struct req *, const struct register_plan *, const char *file_name);
#endif
