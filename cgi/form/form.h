/* form.h: the form engine. Fields are declared once and read, checked, shown again, summarised and
 * rendered by it; declared in C for staff forms, loaded from the database for surveys.
 *
 * A field's raw value is what was typed, kept as it was typed, so that it can be shown again
 * however wrong it is. Raw parts: one for most types; a checkbox field has one a ticked box; a date
 * has three (day, month, year); a grid one a row. The parameter of a part is the field's name; for
 * a date NAME-day NAME-month NAME-year; for a grid NAME-ROWCODE. */
#ifndef FORM_H
#define FORM_H

#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>
#include "params.h"
#include "tpl.h"

enum field_type {
	FIELD_SHORT,   /* one line of text */
	FIELD_LONG,    /* text area with a character count */
	FIELD_EMAIL,   /* kept as typed, trimmed */
	FIELD_NUMBER,  /* whole number, min..max; "1,200" and spaces are understood */
	FIELD_DECIMAL, /* a number with up to two decimals: money, percentages; min..max and
			  what form_fill stores are hundredths (pence); canonical "1234.5" */
	FIELD_DATE,    /* three boxes; month also as a word; canonical "2026-11-22" */
	FIELD_RADIOS,
	FIELD_CHECKBOXES, /* any number; a choice with `exclusive` stands alone */
	FIELD_SELECT,
	FIELD_YES_NO,     /* radios with codes "yes" and "no" */
	FIELD_GRID,       /* rows on one scale: rows[] × choices[] */
	FIELD_NHS_NUMBER, /* 10 digits, modulus 11, spaces allowed; canonical without spaces */
	FIELD_POSTCODE,   /* canonical "BA1 1AA" */
	FIELD_PASSWORD,   /* never shown again, never summarised, not trimmed */
	FIELD_CODE,       /* a one-time code: digits, spaces allowed; never shown again. With a
			     max_length also a recovery code, so long; canonical in capitals */
	FIELD_FILE,       /* of a multipart form: its page looks at r->files, form_check and
			     form_fill do not */
};

struct choice {
	const char *code, *label, *hint; /* hint may be NULL */
	bool exclusive;                  /* "None of these" */
};

struct field {
	enum field_type type;
	const char *name;         /* parameter and answer name: [a-z][a-z0-9_]{0,31} */
	const char *label;        /* the question, or the label */
	const char *summary;      /* short name for the check page and results; NULL: label */
	const char *hint;         /* or NULL */
	const char *missing;      /* what to say when it is required and empty: "Enter your e-mail
				     address"; NULL: made from the type */
	const char *autocomplete; /* HTML's autocomplete token, or NULL */
	bool required;
	bool unmarked;     /* not required, and does not say "(optional)" */
	bool beneath;      /* a summary has no row for it: it stands in that of the field before */
	int64_t min, max;  /* number: limits when min < max. checkboxes: most ticks when max > 0 */
	size_t max_length; /* characters; 0: the type's own (short 200, long 2000, e-mail 254,
			      password 200) */
	const char *prefix, *suffix;     /* of a number: "£", "per cent"; or NULL */
	const char *min_date, *max_date; /* "2026-01-31", "today", or NULL */
	const struct choice *choices;    /* of one line of text: what is offered while typing */
	size_t n_choices;
	const struct choice *rows;
	size_t n_rows;
	const char *when_name,
		*when_code; /* due only when that field has that choice; NULL: always */
	size_t into;        /* C forms: offsetof(struct, member), see form_fill */
};

struct field_value {
	const char **parts; /* raw; NULL where nothing was typed */
	size_t n_parts;
	const char *error;    /* a sentence, or NULL */
	const char *error_id; /* the element the summary links to */
	const char *text; /* canonical after form_check (text, number, date, code of a choice); NULL
			     when empty or wrong */
	/* What is said beside a text that is not wrong but wants another look: a sentence for the
	 * summary, and a tree of `beside_file` for the field. NULL: nothing. */
	const char *warning;
	struct tpl *beside;
	enum tpl_file beside_file;
};

struct form {
	TALLOC_CTX *ctx;
	const struct field *fields;
	size_t n;
	struct field_value *values; /* n */
	size_t n_errors;
	bool restored; /* kept while a session ended: shown, not taken (kept.h) */
	const char
		*form_error; /* one that belongs to no field, shown first in the summary; or NULL */
};

struct form *form_new(TALLOC_CTX *ctx, const struct field *fields, size_t n);
/* Takes raw values of the fields [first, first + count) from a request; what is absent becomes
 * empty. Unknown choices are kept raw and refused by form_check. Values longer than 8 × the limit
 * are cut (the form still says that they are too long). */
void form_take(struct form *, size_t first, size_t count, const struct params *);
/* One raw value from elsewhere (a row that is edited); NULL empties. Parts: see above. */
void form_put(struct form *, const char *name, size_t part, const char *raw);
/* Is this field asked for, given the values of the others? A field whose condition hangs on one
 * that is not due is not due. */
bool form_due(const struct form *, size_t i);
/* Is it on the page that shows this range? Due, or it may become due by an answer on that page. */
bool form_shown(const struct form *, size_t i, size_t first, size_t count);
/* Checks the due fields of the range: sets text, error; returns the number of errors in it. */
size_t form_check(struct form *, size_t first, size_t count);
/* A message from elsewhere ("The e-mail address is already used"). */
void form_fail(struct form *, const char *name, const char *sentence);
/* The place of a code in a list of choices; n when it is none of them. */
size_t choice_index(const struct choice *, size_t n, const char *code);
/* Its label; the code itself when it is none. */
const char *choice_label(const struct choice *, size_t n, const char *code);
bool form_field_index(const struct form *, const char *name, size_t *out);

/* C forms: reads all fields from a request, checks them, and fills the struct through `into`: const
 * char * for text and choices (NULL when empty), int64_t for a number, bool for yes/no. False: f
 * has errors, *into is untouched. */
bool form_fill(struct form *, const struct params *, void *into);

/* What was typed so far as JSON (raw: {"name": "x" or ["a", "b"]}), and back. Unknown names are
 * ignored. */
json_t *form_raw_json(const struct form *);
void form_load_raw(struct form *, const json_t *);
/* The checked answers: due and given fields only. Text, date, choice: string; number: integer;
 * checkboxes: array of codes; grid: object of row code to choice code. Owned by the caller
 * (json_decref). */
json_t *form_answers(const struct form *);

/* A document as text, owned by ctx; "{}" for NULL. */
const char *json_compact(TALLOC_CTX *, const json_t *);

/* Fills {{>FIELD}} of t with one include for each due field of the range, the ones with when_name
 * on the same range included always (JavaScript hides them; without it a sentence says when to
 * answer); and {{>ERROR_SUMMARY}} when there are errors in the range or a form_error.
 * templates/form_body.tpl has all three markers. When the range has one field that is a question of
 * its own, its label is the page's heading (h1): `as_heading`. */
void form_show(const struct form *, size_t first, size_t count, struct tpl *t, bool as_heading);
/* {{>ERROR_SUMMARY}} alone, of a page that shows parts of its form in places of their own. */
void form_show_errors(const struct form *, size_t first, size_t count, struct tpl *t);
/* Includes a list at {{>SUMMARY}} of t (form_summary.tpl) with a row for each due field of the
 * range, passwords and codes left out: its name, what was answered, or "Not answered"; `change` !=
 * NULL puts a button Change with that name and value `page`. What is `beneath` another field is a
 * line of that one's row, where it was answered: "Graded: High". */
void form_summary(const struct form *, size_t first, size_t count, struct tpl *t,
	const char *change, size_t page);
/* The same, to read beside something else: a long answer is folded behind its opening words. */
void form_beside(const struct form *, size_t first, size_t count, struct tpl *t);

/* Two people edit one record: a form carries what it held when it was made (form_seen, in a hidden
 * field) beside the record's row_version. When the version is another one by now, form_conflict
 * compares that with a form of what is stored now, made of the same fields: a sentence at each
 * field that somebody else changed; what was typed there stays, and a field that was left alone
 * takes theirs. False: there is nothing to decide. (form_conflict.c) */
const char *form_seen(const struct form *);
bool form_conflict(struct form *mine, const struct form *now, const char *seen);
/* The three parts of a date field, from "2026-11-22"; NULL empties. */
void form_put_date(struct form *, const char *name, const char *iso);

/* checks.c: the rules, each pure, for tests and fuzzing. Canonical text is written to out; false
 * when it is not one. */
bool check_email(const char *text);
bool check_nhs_number(const char *text, char out[11]);
bool check_postcode(const char *text, char out[9]);
bool check_date(const char *day, const char *month, const char *year, char out[11]);
bool check_number(const char *text, int64_t *out);
/* "£1,234.50", "85 %", "0.5": to hundredths. */
bool check_decimal(const char *text, int64_t *hundredths);
/* 123450 -> "1,234.50", 8500 -> "85", 8550 -> "85.5"; with a pound sign: "£1,234.50", "£85". Owned
 * by ctx. (form_words.c) */
const char *decimal_text(TALLOC_CTX *, int64_t hundredths);
const char *money_text(TALLOC_CTX *, int64_t pence);
/* The same as a form holds it: "1234.50". */
const char *decimal_plain(TALLOC_CTX *, int64_t hundredths);
/* The day it is in London, for a time in seconds since 1970 UTC. */
void check_today(int64_t now, char out[11]);
#endif
