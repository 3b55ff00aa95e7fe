/* params.c: strict parsers of urlencoded text and cookies. They never trust a length and never read
 * past it. */
#include "params.h"

#include <stdint.h>
#include <string.h>
#include "buf.h"

/* Bytes of the valid UTF-8 character at s (at most len), 0 when there is none. RFC 3629: no
 * overlong form, no surrogate. */
static size_t utf8_bytes(const unsigned char *s, size_t len)
{
	if (s[0] < 0x80)
		return 1;
	if (s[0] >= 0xc2 && s[0] <= 0xdf)
		return len >= 2 && (s[1] & 0xc0) == 0x80 ? 2 : 0;
	if (s[0] >= 0xe0 && s[0] <= 0xef) {
		if (len < 3 || (s[1] & 0xc0) != 0x80 || (s[2] & 0xc0) != 0x80)
			return 0;
		if ((s[0] == 0xe0 && s[1] < 0xa0) || (s[0] == 0xed && s[1] > 0x9f))
			return 0;
		return 3;
	}
	if (s[0] >= 0xf0 && s[0] <= 0xf4) {
		if (len < 4 || (s[1] & 0xc0) != 0x80 || (s[2] & 0xc0) != 0x80 ||
			(s[3] & 0xc0) != 0x80)
			return 0;
		if ((s[0] == 0xf0 && s[1] < 0x90) || (s[0] == 0xf4 && s[1] > 0x8f))
			return 0;
		return 4;
	}
	return 0;
}

bool text_is_utf8(const char *text, size_t len)
{
	const unsigned char *s = (const unsigned char *)text;
	size_t n;

	for (size_t i = 0; i < len; i += n) {
		n = utf8_bytes(s + i, len - i);
		if (n == 0)
			return false;
	}
	return true;
}

size_t text_length(const char *utf8)
{
	size_t n = 0;

	for (; *utf8; utf8++)
		n += ((unsigned char)*utf8 & 0xc0) != 0x80;
	return n;
}

static int hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return -1;
}

/* Undoes + and %XX; false on a broken escape. `out` has room for len + 1. */
static bool unescape(const char *text, size_t len, char *out, size_t *out_len)
{
	size_t n = 0;

	for (size_t i = 0; i < len; i++) {
		if (text[i] == '+') {
			out[n++] = ' ';
		} else if (text[i] == '%') {
			if (len - i < 3 || hex_digit(text[i + 1]) < 0 || hex_digit(text[i + 2]) < 0)
				return false;
			out[n++] = (char)(hex_digit(text[i + 1]) * 16 + hex_digit(text[i + 2]));
			i += 2;
		} else {
			out[n++] = text[i];
		}
	}
	out[n] = '\0';
	*out_len = n;
	return true;
}

/* U+200E, U+200F, U+202A–U+202E, U+2066–U+2069, U+061C: marks that make text read in another order
 * than it is stored. */
static bool is_bidi(const unsigned char *s, size_t n)
{
	if (n == 2)
		return s[0] == 0xd8 && s[1] == 0x9c;
	if (n != 3 || s[0] != 0xe2)
		return false;
	if (s[1] == 0x80)
		return s[2] == 0x8e || s[2] == 0x8f || (s[2] >= 0xaa && s[2] <= 0xae);
	return s[1] == 0x81 && s[2] >= 0xa6 && s[2] <= 0xa9;
}

bool text_is_plain(const char *text)
{
	const unsigned char *s = (const unsigned char *)text;
	size_t len = strlen(text), n;

	for (size_t i = 0; i < len; i += n) {
		n = utf8_bytes(s + i, len - i);
		if (n == 0 || s[i] < 0x20 || s[i] == 0x7f || is_bidi(s + i, n))
			return false;
	}
	return true;
}

/* Makes text clean in place: CR LF and CR become LF, bidi marks go; false when it cannot be text at
 * all. */
static bool clean(char *text, size_t len)
{
	unsigned char *s = (unsigned char *)text;
	size_t out = 0, n;

	for (size_t i = 0; i < len; i += n) {
		n = utf8_bytes(s + i, len - i);
		if (n == 0 || s[i] == 0x7f)
			return false;
		if (s[i] == '\r') {
			if (i + 1 < len && s[i + 1] == '\n')
				continue;
			s[out++] = '\n';
			continue;
		}
		if (s[i] < 0x20 && s[i] != '\n' && s[i] != '\t')
			return false;
		if (is_bidi(s + i, n))
			continue;
		memmove(s + out, s + i, n);
		out += n;
	}
	s[out] = '\0';
	return true;
}

static bool decoded(TALLOC_CTX *ctx, const char *text, size_t len, const char **out)
{
	char *copy = must(talloc_size(ctx, len + 1));
	size_t n;

	if (!unescape(text, len, copy, &n) || !clean(copy, n))
		return false;
	*out = copy;
	return true;
}

static size_t upto(const char *text, size_t len, char end)
{
	const char *found = memchr(text, end, len);

	return found ? (size_t)(found - text) : len;
}

bool params_parse(TALLOC_CTX *ctx, const char *text, size_t len, struct params *out)
{
	size_t pairs = 1, n, name;
	struct param *p;

	*out = (struct params){ 0 };
	if (len == 0)
		return true;
	for (size_t i = 0; i < len; i++)
		pairs += text[i] == '&';
	if (pairs > PARAMS_MAX)
		return false;
	out->list = NEW_ARRAY(ctx, struct param, pairs);
	for (size_t i = 0; i < len; i += n + 1) {
		n = upto(text + i, len - i, '&');
		name = upto(text + i, n, '=');
		if (n == 0)
			continue;
		p = &out->list[out->n];
		if (name == 0 || !decoded(out->list, text + i, name, &p->name) || !*p->name)
			return false;
		if (!decoded(out->list, text + i + name + (name < n), n - name - (name < n),
			    &p->value))
			return false;
		out->n++;
	}
	return true;
}

bool params_add(
	TALLOC_CTX *ctx, struct params *params, const char *name, const char *value, size_t len)
{
	char *copy = must(talloc_size(ctx, len + 1));

	memcpy(copy, value, len);
	copy[len] = '\0';
	if (params->n == PARAMS_MAX || !clean(copy, len))
		return false;
	params->list =
		must(talloc_realloc(ctx, params->list, struct param, (unsigned)params->n + 1));
	params->list[params->n++] = (struct param){ text_copy(ctx, name), copy };
	return true;
}

static bool cookie_text(const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (text[i] <= 0x20 || text[i] >= 0x7f || strchr("\",\\", text[i]))
			return false;
	return true;
}

void cookies_parse(TALLOC_CTX *ctx, const char *header, struct params *out)
{
	size_t len = strlen(header), n, name, skip;
	struct param *p;

	out->n = 0;
	out->list = NEW_ARRAY(ctx, struct param, 20);
	for (size_t i = 0; i < len && out->n < 20; i += n + 1) {
		n = upto(header + i, len - i, ';');
		for (skip = 0; skip < n && header[i + skip] == ' '; skip++)
			;
		name = upto(header + i + skip, n - skip, '=');
		if (name == 0 || skip + name >= n || !cookie_text(header + i + skip, n - skip))
			continue;
		p = &out->list[out->n++];
		p->name = text_copyn(out->list, header + i + skip, name);
		p->value = text_copyn(out->list, header + i + skip + name + 1, n - skip - name - 1);
	}
}

const char *params_get(const struct params *params, const char *name)
{
	return params_count(params, name) == 1 ? params_nth(params, name, 0) : NULL;
}

const char *params_nth(const struct params *params, const char *name, size_t i)
{
	for (size_t k = 0; k < params->n; k++)
		if (strcmp(params->list[k].name, name) == 0 && i-- == 0)
			return params->list[k].value;
	return NULL;
}

size_t params_count(const struct params *params, const char *name)
{
	size_t n = 0;

	for (size_t k = 0; k < params->n; k++)
		n += strcmp(params->list[k].name, name) == 0;
	return n;
}

bool params_is_secret(const char *name)
{
	static const char *const secrets[] = { "csrf", "password", "code", "old_password",
		"new_password", "new_code", "recovery_code", "secret", "device" };

	for (size_t i = 0; i < sizeof secrets / sizeof *secrets; i++)
		if (strcmp(secrets[i], name) == 0)
			return true;
	return false;
}
