/* json_lines.h: JSON from a person's hand: read strictly, each value with the line it stands on, so
 * that a fault can say where. */
#ifndef JSON_LINES_H
#define JSON_LINES_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "survey.h"

enum { JSON_DEEPEST = 16 };

struct json_node {
	const char *key; /* in an object; NULL in a list */
	int line;        /* of the key, or of the value when it has none */
	json_t *value;
	struct json_node *parts; /* of an object or a list, in the file's order */
	size_t n;
};

/* The first fault is kept, and everything after it is harmless. */
struct json_reader {
	TALLOC_CTX *ctx;     /* owns texts */
	TALLOC_CTX *scratch; /* owns nodes; free it after the last */
	struct survey_fault *fault;
	bool failed;
};

/* NULL when it is not JSON, not an object, too deep, has a key twice, or is not UTF-8. Freed with
 * scratch. */
struct json_node *json_lines_read(struct json_reader *, const char *json, size_t len);
void json_refuse(struct json_reader *, int line, const char *format, ...)
	__attribute__((format(printf, 3, 4)));
/* A piece of somebody's text for a sentence: at most 40 characters of it. */
const char *json_quote(struct json_reader *, const char *text);

/* Refuses keys that are not in `keys` (ended by NULL), and says which one is near. */
void json_keys(struct json_reader *, const struct json_node *, const char *const *keys);
/* NULL when the key is absent or null. */
const struct json_node *json_part(const struct json_node *, const char *key);
/* Text without control or bidi characters, 1..most characters; NULL when absent (a fault when
 * needed). */
const char *json_text(
	struct json_reader *, const struct json_node *, const char *key, size_t most, bool needed);
int64_t json_int(struct json_reader *, const struct json_node *, const char *key, int64_t min,
	int64_t max, int64_t otherwise);
bool json_flag(struct json_reader *, const struct json_node *, const char *key, bool otherwise);
/* An object or a list of 1..most; never NULL: an empty one after a fault, or when absent and not
 * needed. */
const struct json_node *json_object_part(
	struct json_reader *, const struct json_node *, const char *key, bool needed);
const struct json_node *json_list(
	struct json_reader *, const struct json_node *, const char *key, size_t most, bool needed);
/* Index of the text in `names` (ended by NULL); `otherwise` when absent; a fault when it is
 * another. */
int json_word(struct json_reader *, const struct json_node *, const char *key,
	const char *const *names, int otherwise);
/* "2026-11-22", a day that there is; or NULL. */
const char *json_date(struct json_reader *, const struct json_node *, const char *key);
bool json_is_date(const char *text);
#endif
