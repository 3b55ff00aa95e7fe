/* stencil.c: rendered once, filled in for each request. */
#include "stencil.h"

#include <string.h>

struct hole {
	size_t at, text; /* place in the page that has no texts; which of the texts goes there */
};

struct stencil {
	char *page;
	size_t len, n;
	struct hole *holes; /* by place */
};

static struct hole *find_holes(
	TALLOC_CTX *ctx, const char *page, size_t len, const char *const texts[], size_t n)
{
	struct hole *holes = NEW_ARRAY(ctx, struct hole, n + 1);

	for (size_t i = 0; i < n; i++) {
		size_t text_len = strlen(texts[i]), to = i;
		const char *found = memmem(page, len, texts[i], text_len);
		size_t at = found ? (size_t)(found - page) : 0;

		if (!found || !text_len || memmem(found + 1, len - at - 1, texts[i], text_len))
			return NULL;
		for (; to > 0 && holes[to - 1].at > at; to--)
			holes[to] = holes[to - 1];
		holes[to] = (struct hole){ at, i };
	}
	return holes;
}

struct stencil *stencil_cut(
	TALLOC_CTX *ctx, const char *page, size_t len, const char *const texts[], size_t n)
{
	struct stencil *s = NEW(ctx, struct stencil);
	size_t from = 0;

	s->holes = find_holes(s, page, len, texts, n);
	if (!s->holes) {
		talloc_free(s);
		return NULL;
	}
	s->n = n;
	s->page = must(talloc_size(s, len));
	for (size_t i = 0; i <= n; i++) {
		size_t to = i < n ? s->holes[i].at : len;

		memcpy(s->page + s->len, page + from, to - from);
		s->len += to - from;
		if (i < n) {
			s->holes[i].at = s->len;
			from = to + strlen(texts[s->holes[i].text]);
		}
	}
	return s;
}

void stencil_fill(const struct stencil *s, const char *const texts[], struct buf *out)
{
	static const char plain[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
	size_t from = 0;

	for (size_t i = 0; i < s->n; i++) {
		const char *text = texts[s->holes[i].text];

		ASSERT(text[strspn(text, plain)] == '\0');
		buf_add(out, s->page + from, s->holes[i].at - from);
		buf_adds(out, text);
		from = s->holes[i].at;
	}
	buf_add(out, s->page + from, s->len - from);
}
