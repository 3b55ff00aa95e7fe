/* answers.h: reads a response's answers without making a tree of them.
 *
 * Answers are stored as compact JSON of our own making:
 * {"code":"text"|12|["a","b"]|{"row":"choice"}}. An export reads a million of them, so this walks
 * over the bytes where they lie; jansson is for what does not look like that (see export.c).
 * Strict: anything else, white space included, is `broken`. It takes any bytes (tests/fuzz). */
#ifndef ANSWERS_H
#define ANSWERS_H

#include <stdbool.h>
#include <stddef.h>

struct slice {
	const char *at;
	size_t len;
};

enum answer_kind {
	ANSWER_TEXT,   /* value: the string's inside, escapes not undone */
	ANSWER_NUMBER, /* value: digits, perhaps with a minus */
	ANSWER_LIST,   /* value: what stands between [ and ] */
	ANSWER_ROWS,   /* value: what stands between { and } */
};

struct answer {
	enum answer_kind kind;
	struct slice name; /* code of the question, or of a grid's row; empty in a list */
	struct slice value;
	bool escaped; /* value of a text has a backslash: see answer_unescape */
};

struct answers {
	const char *at, *end;
	bool named, begun, broken;
};

/* The whole document; when it is not an object, broken is set. */
struct answers answers_open(const char *json, size_t len);
/* The inside of a list or of rows. Only texts are found there. */
struct answers answers_inside(const struct answer *);
/* The next answer; false at the end or when the rest is broken. */
bool answers_next(struct answers *, struct answer *out);
/* Undoes the escapes of a text into out, which has room for value.len bytes; its length in *len.
 * False when one is wrong. */
bool answer_unescape(struct slice text, char *out, size_t *len);
#endif
