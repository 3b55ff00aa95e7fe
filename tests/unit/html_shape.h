/* html_shape.h: takes a page apart as a browser would: its shape (tags and names of attributes) and
 * its words (texts and values, character references undone). Text of a person may change the words,
 * never the shape. */
#ifndef HTML_SHAPE_H
#define HTML_SHAPE_H

#include <ctype.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include "buf.h"

struct html {
	struct buf shape, words;
	const char *bad_url; /* an address that would run a script or leave the site */
	char tag[64], attribute[64];
	TALLOC_CTX *ctx;
};

static inline bool html_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

/* Words with references undone; white space counts as one blank each. */
static inline void html_words(struct buf *out, const char *text, size_t len)
{
	static const struct {
		const char *name;
		char c;
	} references[] = { { "&amp;", '&' }, { "&lt;", '<' }, { "&gt;", '>' }, { "&quot;", '"' } };

	for (size_t i = 0; i < len; i++) {
		char c = html_space(text[i]) ? ' ' : text[i];
		size_t digits =
			strncmp(text + i, "&#", 2) == 0 ? strspn(text + i + 2, "0123456789") : 0;

		if (digits && digits < 4 && text[i + 2 + digits] == ';' &&
			atoi(text + i + 2) < 128) {
			buf_addc(out, (char)atoi(text + i + 2));
			i += digits + 2;
			continue;
		}

		for (size_t k = 0; text[i] == '&' && k < COUNT(references); k++) {
			size_t n = strlen(references[k].name);

			if (len - i >= n && strncmp(text + i, references[k].name, n) == 0) {
				c = references[k].c;
				i += n - 1;
				break;
			}
		}
		buf_addc(out, c);
	}
}

static inline bool html_is_url(const char *name)
{
	static const char *const urls[] = { "href", "src", "action", "formaction", "xlink:href",
		"srcset", "data", "poster" };

	for (size_t i = 0; i < COUNT(urls); i++)
		if (strcmp(urls[i], name) == 0)
			return true;
	return false;
}

/* Ours begin with / # ? or https: mailto: tel:, whatever a person typed. */
static inline void html_check_url(struct html *h, const char *value)
{
	bool ours = (value[0] == '/' && value[1] != '/' && value[1] != '\\') || value[0] == '#' ||
		    value[0] == '?' || !value[0];

	if (!ours && strncmp(value, "https://", 8) != 0 && strncmp(value, "mailto:", 7) != 0 &&
		strncmp(value, "tel:", 4) != 0)
		h->bad_url = text_format(h->ctx, "%s=\"%s\"", h->attribute, value);
}

static inline const char *html_name(const char *at, char *out, size_t size, const char *ends)
{
	size_t n = 0;

	for (; *at && !html_space(*at) && !strchr(ends, *at); at++)
		if (n + 1 < size)
			out[n++] = (char)tolower((unsigned char)*at);
	out[n] = '\0';
	return at;
}

/* One attribute, at its name; the place behind it. */
static inline const char *html_attribute(struct html *h, const char *at)
{
	const char *end;
	size_t before;

	at = html_name(at + (*at == '='), h->attribute, sizeof h->attribute, "=>/");
	buf_addf(&h->shape, " %s", h->attribute);
	while (html_space(*at))
		at++;
	if (*at != '=')
		return at;
	for (at++; html_space(*at); at++)
		;
	if (*at == '"' || *at == '\'') {
		end = strchr(at + 1, *at);
		end = end ? end : at + strlen(at);
		at++;
	} else {
		for (end = at; *end && !html_space(*end) && *end != '>'; end++)
			;
		buf_adds(&h->shape, "=");
	}
	buf_addc(&h->words, '|');
	before = h->words.len;
	html_words(&h->words, at, (size_t)(end - at));
	if (html_is_url(h->attribute))
		html_check_url(h, h->words.data + before);
	return *end == '"' || *end == '\'' ? end + 1 : end;
}

/* A tag, at its name. */
static inline const char *html_tag(struct html *h, const char *at, bool closing)
{
	at = html_name(at, h->tag, sizeof h->tag, "/>");
	buf_addf(&h->shape, "<%s%s", closing ? "/" : "", h->tag);
	while (*at && *at != '>') {
		if (html_space(*at) || *at == '/')
			at++;
		else
			at = html_attribute(h, at);
	}
	buf_adds(&h->shape, ">");
	buf_addc(&h->words, '|');
	return at + (*at == '>');
}

/* Inside script, style, textarea, title there are no tags but the end tag. */
static inline const char *html_inside(struct html *h, const char *at)
{
	static const char *const elements[] = { "script", "style", "textarea", "title", "xmp",
		"iframe", "noembed" };
	size_t n = strlen(h->tag);
	const char *end;

	for (size_t i = 0; i < COUNT(elements); i++) {
		if (strcmp(elements[i], h->tag) != 0)
			continue;
		for (end = at; *end && !(end[0] == '<' && end[1] == '/' &&
					       strncasecmp(end + 2, h->tag, n) == 0);
			end++)
			;
		html_words(&h->words, at, (size_t)(end - at));
		return end;
	}
	return at;
}

static inline const char *html_comment(struct html *h, const char *at)
{
	const char *close = strncmp(at, "<!--", 4) == 0 ? "-->" : ">", *end = strstr(at, close);

	buf_adds(&h->shape, "<!>");
	return end ? end + strlen(close) : at + strlen(at);
}

static inline struct html *html_read(TALLOC_CTX *ctx, const char *page)
{
	struct html *h = NEW(ctx, struct html);

	h->ctx = h->shape.ctx = h->words.ctx = h;
	for (const char *at = page; *at;) {
		size_t len = strcspn(at, "<");

		html_words(&h->words, at, len);
		at += len;
		if (at[0] == '<' && isalpha((unsigned char)at[1]))
			at = html_inside(h, html_tag(h, at + 1, false));
		else if (at[0] == '<' && at[1] == '/' && isalpha((unsigned char)at[2]))
			at = html_tag(h, at + 2, true);
		else if (at[0] == '<' && (at[1] == '!' || at[1] == '?' || at[1] == '/'))
			at = html_comment(h, at);
		else if (*at)
			buf_addc(&h->words, *at++);
	}
	return h;
}
#endif
