/* form_parts.h: what the form engine's own files share; pages use form.h alone. */
#ifndef FORM_PARTS_H
#define FORM_PARTS_H

#include "buf.h"
#include "form.h"

/* Without spaces of any kind (U+00A0, U+200B, U+3000 … too) at both ends, line breaks as LF; NULL
 * when nothing is left. The text itself when there is nothing to do, otherwise a copy owned by ctx.
 */
const char *text_trim(TALLOC_CTX *, const char *text);

/* The most characters a field takes: its own, or its type's. */
size_t field_limit(const struct field *);
/* The choices of any type that has some; yes and no for FIELD_YES_NO. */
const struct choice *field_choices(const struct field *, size_t *n);
const struct choice *field_choice(
	const struct field *, const char *code); /* NULL: not one of them */
/* Is the field's condition asked on the same range? Then *other is where. */
bool field_asked_here(const struct form *, size_t i, size_t first, size_t count, size_t *other);
/* The i-th raw value, "" when there is none. */
const char *value_part(const struct field_value *, size_t i);
bool value_has(const struct field_value *, const char *raw);
/* The element that the error summary links to, when the whole field is wrong. */
const char *field_first_id(TALLOC_CTX *, const struct field *);

/* Which boxes of a date are empty and which are not what they should be; one bit a box, DATE_DAY
 * first. */
enum { DATE_DAY = 1, DATE_MONTH = 2, DATE_YEAR = 4, DATE_ALL = 7 };
struct date_faults {
	unsigned empty, wrong;
};
struct date_faults date_faults(const struct field_value *);
extern const char *const date_boxes[3]; /* "day" "month" "year" */

/* 0 when it is not one. Months are also understood as English words of three letters or more. */
int check_day(const char *);
int check_month(const char *);
int check_year(const char *);

/* form_words.c: the sentences that a person reads; owned by ctx. */
const char *say_missing(TALLOC_CTX *, const struct field *);
/* The label of a question that may be left out. */
const char *say_optional(TALLOC_CTX *, const struct field *);
const char *say_too_long(TALLOC_CTX *, const struct field *);
const char *say_number(TALLOC_CTX *, const struct field *);
const char *say_range(TALLOC_CTX *, const struct field *);
const char *say_date_parts(TALLOC_CTX *, const struct field *, unsigned empty);
const char *say_date(TALLOC_CTX *, const struct field *, unsigned wrong);
const char *say_date_before(TALLOC_CTX *, const struct field *); /* it is before min_date */
const char *say_date_after(TALLOC_CTX *, const struct field *);
const char *say_row(TALLOC_CTX *, const struct field *, const struct choice *row);
const char *say_exclusive(TALLOC_CTX *, const struct field *, const struct field_value *);
#endif
