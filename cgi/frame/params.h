/* params.h: names and values from a query, an urlencoded body or a Cookie header; strict, and all
 * of it UTF-8. */
#ifndef PARAMS_H
#define PARAMS_H

#include <stdbool.h>
#include <stddef.h>
#include <talloc.h>

struct param {
	const char *name, *value; /* valid UTF-8, no NUL, CR LF folded to LF; name is not empty */
};
struct params {
	struct param *list;
	size_t n;
	bool restored; /* kept from an earlier try: forms are shown with it, never taken (kept.h) */
};

enum { PARAMS_MAX = 500 };

/* application/x-www-form-urlencoded. False when it is not: a bad %-escape, NUL, other control
 * characters than TAB and line breaks, invalid UTF-8 (overlong, surrogates, beyond U+10FFFF), more
 * than PARAMS_MAX parameters. Values keep bidi controls out: those characters are dropped, since
 * they can make a name read as another. */
bool params_parse(TALLOC_CTX *, const char *text, size_t len, struct params *out);
/* One more, as strict: value is `len` bytes of anything, and name a clean text; both are copied. */
bool params_add(TALLOC_CTX *, struct params *, const char *name, const char *value, size_t len);
/* A Cookie header: broken pairs are left out, never an error. */
void cookies_parse(TALLOC_CTX *, const char *header, struct params *out);

/* The value of a parameter that may occur once: NULL when it is missing or occurs twice (two equal
 * names are a trick). */
const char *params_get(const struct params *, const char *name);
/* The i-th value with this name (checkboxes), NULL after the last. */
const char *params_nth(const struct params *, const char *name, size_t i);
size_t params_count(const struct params *, const char *name);

/* A password, a code, a token of the frame: never kept, never shown again. */
bool params_is_secret(const char *name);

/* Length in characters (code points), of valid UTF-8. */
size_t text_length(const char *utf8);
/* Valid UTF-8 in one line: no control characters, no bidi marks. */
bool text_is_plain(const char *);
bool text_is_utf8(const char *text, size_t len);
#endif
