/* answers.c: walks over a response's answers in their compact JSON form. */
#include <stdint.h>
#include <string.h>
#include "answers.h"

static bool took(struct answers *in, char c)
{
	if (in->at == in->end || *in->at != c)
		return false;
	in->at++;
	return true;
}

/* The bytes that end a run of plain ones inside a string. */
static const bool stops[256] = { [0 ... 0x1F] = true, ['"'] = true, ['\\'] = true };

/* "…" at the cursor: its inside, the closing quote found but escapes not looked into. */
static bool take_string(struct answers *in, struct slice *out, bool *escaped)
{
	const char *at = in->at, *end = in->end;

	if (at == end || *at != '"')
		return false;
	out->at = ++at;
	*escaped = false;
	for (;; at += 2) {
		while (at < end && !stops[(unsigned char)*at])
			at++;
		if (at == end)
			return false;
		if (*at == '"') {
			out->len = (size_t)(at - out->at);
			in->at = at + 1;
			return true;
		}
		/* A backslash, and what it stands before. */
		if (*at != '\\' || at + 1 == end)
			return false;
		*escaped = true;
	}
}

static bool take_number(struct answers *in, struct slice *out)
{
	const char *at = in->at, *digits;

	if (at < in->end && *at == '-')
		at++;
	for (digits = at; at < in->end && *at >= '0' && *at <= '9';)
		at++;
	if (at == digits || (*digits == '0' && at - digits > 1) || at - digits > 18)
		return false;
	*out = (struct slice){ in->at, (size_t)(at - in->at) };
	in->at = at;
	return true;
}

/* [ … ] or { … } at the cursor, holding strings and no brackets of its own. */
static bool take_group(struct answers *in, char close, struct slice *out)
{
	struct slice skipped;
	bool escaped;

	in->at++;
	out->at = in->at;
	while (in->at < in->end) {
		if (*in->at == close) {
			out->len = (size_t)(in->at - out->at);
			in->at++;
			return true;
		}
		if (*in->at == '"') {
			if (!take_string(in, &skipped, &escaped))
				return false;
		} else if (*in->at == ',' || *in->at == ':')
			in->at++;
		else
			return false;
	}
	return false;
}

static bool take_value(struct answers *in, struct answer *out)
{
	if (in->at == in->end)
		return false;
	switch (*in->at) {
	case '"':
		out->kind = ANSWER_TEXT;
		return take_string(in, &out->value, &out->escaped);
	case '[':
		out->kind = ANSWER_LIST;
		return take_group(in, ']', &out->value);
	case '{':
		out->kind = ANSWER_ROWS;
		return take_group(in, '}', &out->value);
	default:
		out->kind = ANSWER_NUMBER;
		return take_number(in, &out->value);
	}
}

struct answers answers_open(const char *json, size_t len)
{
	if (len < 2 || json[0] != '{' || json[len - 1] != '}')
		return (struct answers){ .broken = true };
	return (struct answers){ .at = json + 1, .end = json + len - 1, .named = true };
}

struct answers answers_inside(const struct answer *answer)
{
	return (struct answers){
		.at = answer->value.at,
		.end = answer->value.at + answer->value.len,
		.named = answer->kind == ANSWER_ROWS,
		.broken = answer->kind != ANSWER_ROWS && answer->kind != ANSWER_LIST,
	};
}

bool answers_next(struct answers *in, struct answer *out)
{
	bool escaped = false;

	if (in->broken || (in->at == in->end && !in->begun))
		return false;
	if (in->begun) {
		if (in->at == in->end)
			return false;
		if (!took(in, ','))
			goto broken;
	}
	in->begun = true;
	*out = (struct answer){ 0 };
	/* Codes are plain: [a-z][a-z0-9_]*. */
	if (in->named && (!take_string(in, &out->name, &escaped) || escaped || !took(in, ':')))
		goto broken;
	if (!take_value(in, out))
		goto broken;
	return true;
broken:
	in->broken = true;
	return false;
}

static int hex4(const char *at, const char *end)
{
	int value = 0;

	if (end - at < 4)
		return -1;
	for (int i = 0; i < 4; i++) {
		char c = at[i];
		int digit = c >= '0' && c <= '9'                 ? c - '0'
			    : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10
								 : -1;

		if (digit < 0)
			return -1;
		value = value * 16 + digit;
	}
	return value;
}

/* \uXXXX, or two of them for a character beyond U+FFFF; at stands after the "\u". Gives what
 * follows, NULL when wrong. */
static const char *take_code_point(const char *at, const char *end, uint32_t *out)
{
	int high = hex4(at, end), low;

	if (high <= 0 || (high >= 0xDC00 && high <= 0xDFFF))
		return NULL;
	*out = (uint32_t)high;
	if (high < 0xD800 || high > 0xDBFF)
		return at + 4;
	if (end - at < 10 || at[4] != '\\' || at[5] != 'u')
		return NULL;
	low = hex4(at + 6, end);
	if (low < 0xDC00 || low > 0xDFFF)
		return NULL;
	*out = 0x10000 + ((uint32_t)(high - 0xD800) << 10) + (uint32_t)(low - 0xDC00);
	return at + 10;
}

static char *put_utf8(char *out, uint32_t c)
{
	if (c < 0x80) {
		*out++ = (char)c;
		return out;
	}
	if (c < 0x800)
		*out++ = (char)(0xC0 | c >> 6);
	else {
		if (c < 0x10000)
			*out++ = (char)(0xE0 | c >> 12);
		else {
			*out++ = (char)(0xF0 | c >> 18);
			*out++ = (char)(0x80 | (c >> 12 & 63));
		}
		*out++ = (char)(0x80 | (c >> 6 & 63));
	}
	*out++ = (char)(0x80 | (c & 63));
	return out;
}

bool answer_unescape(struct slice text, char *out, size_t *len)
{
	static const char names[] = "\"\\/bfnrt", meant[] = "\"\\/\b\f\n\r\t";
	const char *at = text.at, *end = text.at + text.len;
	char *to = out;

	while (at < end) {
		const char *name;
		uint32_t c;

		if (*at != '\\') {
			*to++ = *at++;
			continue;
		}
		if (++at == end)
			return false;
		if (*at == 'u') {
			at = take_code_point(at + 1, end, &c);
			if (!at)
				return false;
			to = put_utf8(to, c);
		} else {
			name = memchr(names, *at++, sizeof names - 1);
			if (!name)
				return false;
			*to++ = meant[name - names];
		}
	}
	*len = (size_t)(to - out);
	return true;
}
