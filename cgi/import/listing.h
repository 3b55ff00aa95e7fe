/* listing.h: organisations as a file says they are, before anything is compared with what we have.
 *
 * Two kinds of file. The national list of practices (epraccur: no heading, 27 columns, see
 * practice_list.c), and one of our own, whose heading line names its columns
 * (organisation_list.c). A row that is no good is said with its line and reason; the others are
 * taken. */
#ifndef LISTING_H
#define LISTING_H

#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>
#include "buf.h"

struct listed {
	unsigned line;
	const char *code; /* capitals */
	/* NULL: the file says nothing of it, and what we have stays. */
	const char *name, *kind, *locality, *peer_group, *commissioner_code;
	const char *address, *postcode, *telephone, *email;
	const char *opened_on; /* "2026-11-22" */
	const char *closed_on; /* "": it says that it is open */
	const char *counted_on;
	int64_t patients; /* -1: the file says nothing of it */
};

struct listed_fault {
	unsigned line;
	const char *reason; /* a sentence without its full stop */
	bool compared;      /* it does not fit what we have; otherwise it is the file's own */
};

struct listing {
	TALLOC_CTX *ctx;
	const char *refused; /* the whole file is not taken: a sentence; or NULL */
	bool national;
	struct listed *rows; /* in order of code, each code once */
	size_t n;
	struct listed_fault *faults; /* in order of line */
	size_t n_faults;
	const char *unread; /* names of columns that are not read; or NULL */
};

enum { LISTING_BYTES = 8 * 1024 * 1024, LISTING_ROWS = 100000, LISTING_FAULTS = 2000 };

/* The national list: every GP practice in it (prescribing setting 4). */
struct listing *practice_list_read(TALLOC_CTX *, const char *text, size_t len);
/* A list with a heading line. */
struct listing *organisation_list_read(TALLOC_CTX *, const char *text, size_t len);
/* Either, whichever it is. */
struct listing *listing_read(TALLOC_CTX *, const char *text, size_t len);

/* What a reader needs. */
struct listing *listing_new(TALLOC_CTX *, const char *text, size_t len);
void listing_add(struct listing *, const struct listed *);
void listing_fault(struct listing *, unsigned line, const char *format, ...)
	__attribute__((format(printf, 3, 4)));
/* A copy of a text of one line that fits its column; NULL: a fault was added. */
const char *listing_text(
	struct listing *, unsigned line, const char *text, size_t most, const char *what);
/* A cell as a fault quotes it: one line, not long. */
const char *listing_word(const struct listing *, const char *cell);
void listing_finish(struct listing *); /* sorts; the second row of a code is a fault */
/* Keeps the rows for which keep() is true. */
void listing_filter(struct listing *, bool (*keep)(const struct listed *, void *), void *with);
/* Is this heading cell this column? Capitals, spaces and _ do not matter. */
bool listing_is_column(const char *cell, const char *name);

/* Between two requests. Owned by the caller; NULL from listing_load: not what listing_json made. */
json_t *listing_json(const struct listing *);
struct listing *listing_load(TALLOC_CTX *, const json_t *);
#endif
