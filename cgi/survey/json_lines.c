/* json_lines.c: reads JSON with jansson, then walks text and tree side by side to give each value
 * its line. */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include "json_lines.h"
#include "params.h"

/* One line of text for a terminal: jansson quotes half a character when the fault is inside it, and
 * the file's own words may hold escapes. */
static void make_printable(char *reason)
{
	bool whole = text_is_utf8(reason, strlen(reason));

	for (unsigned char *s = (unsigned char *)reason; *s; s++)
		if (*s < 0x20 || *s == 0x7f || (*s >= 0x80 && !whole))
			*s = '?';
}

void json_refuse(struct json_reader *r, int line, const char *format, ...)
{
	va_list args;

	if (r->failed)
		return;
	r->failed = true;
	r->fault->line = line;
	va_start(args, format);
	vsnprintf(r->fault->reason, sizeof r->fault->reason, format, args);
	va_end(args);
	make_printable(r->fault->reason);
}

const char *json_quote(struct json_reader *r, const char *text)
{
	return text_opening(r->scratch, text, 40);
}

/* Depth is judged before jansson sees it: both it and the walk below recurse. */
static bool shallow(struct json_reader *r, const char *json, size_t len)
{
	int depth = 0, line = 1;
	bool quoted = false;

	for (size_t i = 0; i < len; i++) {
		if (json[i] == '\n')
			line++;
		if (quoted) {
			if (json[i] == '\\')
				i++;
			else if (json[i] == '"' || json[i] == '\n')
				quoted = false; /* a line break in a text is jansson's to refuse */
		} else if (json[i] == '"')
			quoted = true;
		else if (json[i] == '{' || json[i] == '[') {
			if (++depth > JSON_DEEPEST) {
				json_refuse(r, line, "brackets are nested deeper than %d",
					JSON_DEEPEST);
				return false;
			}
		} else if (json[i] == '}' || json[i] == ']')
			depth--;
	}
	return true;
}

/* ---- The walk; the text is known to be valid ----------------------------------------------------
 */

struct cursor {
	const char *at;
	int line;
};

static void skip_to(struct cursor *in, const char *set)
{
	while (!strchr(set, *in->at)) {
		if (*in->at == '\n')
			in->line++;
		in->at++;
	}
}

static void skip_space(struct cursor *in)
{
	for (; strchr(" \t\r\n", *in->at) && *in->at; in->at++)
		if (*in->at == '\n')
			in->line++;
}

static void skip_string(struct cursor *in)
{
	for (in->at++; *in->at != '"'; in->at++)
		if (*in->at == '\\')
			in->at++;
	in->at++;
}

static void walk(struct json_reader *r, struct cursor *in, json_t *value, struct json_node *node);

static void walk_object(struct json_reader *r, struct cursor *in, struct json_node *node)
{
	const char *key;
	json_t *value;

	node->n = json_object_size(node->value);
	node->parts = NEW_ARRAY(r->scratch, struct json_node, node->n + 1);
	in->at++;
	/* jansson keeps the order of insertion, and refused keys that occur twice. */
	struct json_node *part = node->parts;
	json_object_foreach(node->value, key, value)
	{
		skip_to(in, "\"");
		part->key = key;
		part->line = in->line;
		skip_string(in);
		skip_to(in, ":");
		in->at++;
		walk(r, in, value, part++);
	}
	skip_to(in, "}");
	in->at++;
}

static void walk_list(struct json_reader *r, struct cursor *in, struct json_node *node)
{
	node->n = json_array_size(node->value);
	node->parts = NEW_ARRAY(r->scratch, struct json_node, node->n + 1);
	in->at++;
	for (size_t i = 0; i < node->n; i++) {
		walk(r, in, json_array_get(node->value, i), &node->parts[i]);
		skip_to(in, ",]");
		if (i + 1 < node->n)
			in->at++;
	}
	skip_to(in, "]");
	in->at++;
}

static void walk(struct json_reader *r, struct cursor *in, json_t *value, struct json_node *node)
{
	skip_space(in);
	node->value = value;
	if (!node->key)
		node->line = in->line;
	if (json_is_object(value))
		walk_object(r, in, node);
	else if (json_is_array(value))
		walk_list(r, in, node);
	else if (json_is_string(value))
		skip_string(in);
	else
		skip_to(in, ",]} \t\r\n");
}

static int free_json(json_t **root)
{
	json_decref(*root);
	return 0;
}

struct json_node *json_lines_read(struct json_reader *r, const char *json, size_t len)
{
	struct json_node *node;
	json_error_t error;
	json_t **root;
	char *text;

	if (!shallow(r, json, len))
		return NULL;
	root = NEW(r->scratch, json_t *);
	*root = json_loadb(json, len, JSON_REJECT_DUPLICATES, &error);
	if (!*root) {
		talloc_free(root);
		json_refuse(r, error.line > 0 ? error.line : 1, "not JSON: %s", error.text);
		return NULL;
	}
	talloc_set_destructor(root, free_json);
	node = NEW(r->scratch, struct json_node);
	text = text_copyn(r->scratch, json, len);
	walk(r, &(struct cursor){ text, 1 }, *root, node);
	talloc_free(text);
	if (!json_is_object(*root)) {
		json_refuse(r, node->line, "must be an object: { … }");
		return NULL;
	}
	return node;
}

/* ---- Typed access -------------------------------------------------------------------------------
 */

static size_t smaller(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* Is `typed` at most two slips (a letter too many, too few, another) away from `meant`? */
static bool near(const char *typed, const char *meant)
{
	size_t n = strlen(typed), m = strlen(meant), row[40], diagonal, above;

	if (n > 39 || m > 39 || smaller(n, m) < 3)
		return false;
	for (size_t j = 0; j <= m; j++)
		row[j] = j;
	for (size_t i = 1; i <= n; i++) {
		diagonal = row[0];
		row[0] = i;
		for (size_t j = 1; j <= m; j++) {
			above = row[j];
			row[j] = smaller(smaller(above, row[j - 1]) + 1,
				diagonal + (typed[i - 1] != meant[j - 1]));
			diagonal = above;
		}
	}
	return row[m] <= 2;
}

static const char *nearest(const char *typed, const char *const *names)
{
	for (; *names; names++)
		if (near(typed, *names))
			return *names;
	return NULL;
}

static bool one_of(const char *text, const char *const *names)
{
	for (; *names; names++)
		if (!strcmp(text, *names))
			return true;
	return false;
}

void json_keys(struct json_reader *r, const struct json_node *node, const char *const *keys)
{
	for (size_t i = 0; i < node->n; i++) {
		const struct json_node *part = &node->parts[i];
		const char *meant;

		if (one_of(part->key, keys))
			continue;
		meant = nearest(part->key, keys);
		if (meant)
			json_refuse(r, part->line, "unknown key \"%s\": did you mean \"%s\"?",
				json_quote(r, part->key), meant);
		else
			json_refuse(r, part->line, "unknown key \"%s\"", json_quote(r, part->key));
	}
}

const struct json_node *json_part(const struct json_node *node, const char *key)
{
	for (size_t i = 0; i < node->n; i++)
		if (node->parts[i].key && !strcmp(node->parts[i].key, key))
			return json_is_null(node->parts[i].value) ? NULL : &node->parts[i];
	return NULL;
}

static const struct json_node *needed_part(
	struct json_reader *r, const struct json_node *node, const char *key, bool needed)
{
	const struct json_node *part = json_part(node, key);

	if (!part && needed)
		json_refuse(r, node->line, "\"%s\" is missing", key);
	return part;
}

/* Characters that nobody sees: controls but the line break, and those that turn the direction of
 * writing. */
static bool has_hidden(const char *text)
{
	for (const unsigned char *at = (const unsigned char *)text; *at; at++) {
		if ((*at < 0x20 && *at != '\n') || *at == 0x7F)
			return true;
		if (at[0] == 0xC2 && at[1] >= 0x80 && at[1] <= 0x9F)
			return true;
		if (at[0] == 0xD8 && at[1] == 0x9C)
			return true;
		if (at[0] == 0xE2 && at[1] == 0x80 &&
			((at[2] >= 0xAA && at[2] <= 0xAE) || at[2] == 0x8E || at[2] == 0x8F))
			return true;
		if (at[0] == 0xE2 && at[1] == 0x81 && at[2] >= 0xA6 && at[2] <= 0xA9)
			return true;
	}
	return false;
}

const char *json_text(struct json_reader *r, const struct json_node *node, const char *key,
	size_t most, bool needed)
{
	const struct json_node *part = needed_part(r, node, key, needed);
	const char *text;

	if (!part)
		return NULL;
	if (!json_is_string(part->value)) {
		json_refuse(r, part->line, "\"%s\" must be text", key);
		return NULL;
	}
	text = json_string_value(part->value);
	if (text[strspn(text, " \n")] == '\0')
		json_refuse(r, part->line, "\"%s\" is empty", key);
	else if (text_length(text) > most)
		json_refuse(r, part->line, "\"%s\" has %zu characters; %zu are the most", key,
			text_length(text), most);
	else if (has_hidden(text))
		json_refuse(r, part->line, "\"%s\" has a character that cannot be seen", key);
	return r->failed ? NULL : text_copy(r->ctx, text);
}

int64_t json_int(struct json_reader *r, const struct json_node *node, const char *key, int64_t min,
	int64_t max, int64_t otherwise)
{
	const struct json_node *part = json_part(node, key);
	int64_t value;

	if (!part)
		return otherwise;
	value = json_integer_value(part->value);
	if (!json_is_integer(part->value))
		json_refuse(r, part->line, "\"%s\" must be a whole number", key);
	else if (value < min || value > max)
		json_refuse(r, part->line, "\"%s\" must be between %lld and %lld", key,
			(long long)min, (long long)max);
	else
		return value;
	return otherwise;
}

bool json_flag(struct json_reader *r, const struct json_node *node, const char *key, bool otherwise)
{
	const struct json_node *part = json_part(node, key);

	if (!part)
		return otherwise;
	if (!json_is_boolean(part->value))
		json_refuse(r, part->line, "\"%s\" must be true or false", key);
	return json_is_true(part->value);
}

static const struct json_node nothing;

const struct json_node *json_object_part(
	struct json_reader *r, const struct json_node *node, const char *key, bool needed)
{
	const struct json_node *part = needed_part(r, node, key, needed);

	if (!part)
		return &nothing;
	if (json_is_object(part->value))
		return part;
	json_refuse(r, part->line, "\"%s\" must be an object: { … }", key);
	return &nothing;
}

const struct json_node *json_list(struct json_reader *r, const struct json_node *node,
	const char *key, size_t most, bool needed)
{
	const struct json_node *part = needed_part(r, node, key, needed);

	if (!part)
		return &nothing;
	if (!json_is_array(part->value))
		json_refuse(r, part->line, "\"%s\" must be a list: [ … ]", key);
	else if (!part->n)
		json_refuse(r, part->line, "\"%s\" is empty", key);
	else if (part->n > most)
		json_refuse(r, part->line, "\"%s\" has %zu parts; %zu are the most", key, part->n,
			most);
	else {
		for (size_t i = 0; i < part->n; i++)
			if (!json_is_object(part->parts[i].value))
				json_refuse(r, part->parts[i].line,
					"each of \"%s\" must be an object: { … }", key);
		if (!r->failed)
			return part;
	}
	return &nothing;
}

int json_word(struct json_reader *r, const struct json_node *node, const char *key,
	const char *const *names, int otherwise)
{
	const char *text = json_text(r, node, key, 64, false), *meant;

	if (!text)
		return otherwise;
	for (int i = 0; names[i]; i++)
		if (!strcmp(text, names[i]))
			return i;
	meant = nearest(text, names);
	json_refuse(r, json_part(node, key)->line, "\"%s\" cannot be \"%s\"%s%s%s", key,
		json_quote(r, text), meant ? ": did you mean \"" : "", meant ? meant : "",
		meant ? "\"?" : "");
	return otherwise;
}

bool json_is_date(const char *text)
{
	static const char days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	int year, month, day, length = 0;

	if (strlen(text) != 10 || strspn(text, "0123456789-") != 10 ||
		sscanf(text, "%4d-%2d-%2d%n", &year, &month, &day, &length) != 3 || length != 10)
		return false;
	if (year < 1000 || month < 1 || month > 12 || day < 1)
		return false;
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
	return day <= days[month - 1] + (month == 2 && leap);
}

const char *json_date(struct json_reader *r, const struct json_node *node, const char *key)
{
	const char *text = json_text(r, node, key, 64, false);

	if (text && !json_is_date(text)) {
		json_refuse(r, json_part(node, key)->line,
			"\"%s\" must be a day such as \"2026-11-22\"", key);
		return NULL;
	}
	return text;
}
