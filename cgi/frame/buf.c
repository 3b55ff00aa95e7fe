/* buf.c: growing bytes, memory that must be there, and what happens when a promise of the code is
 * broken. */
#include "buf.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void bug(const char *file, int line, const char *what)
{
	fprintf(stderr, "soundings: broken promise at %s:%d: %s\n", file, line, what);
	fflush(stderr);
	abort();
}

void *must(void *pointer)
{
	if (!pointer)
		BUG("out of memory");
	return pointer;
}

char *text_copy(TALLOC_CTX *ctx, const char *text)
{
	return text ? must(talloc_strdup(ctx, text)) : NULL;
}

char *text_copyn(TALLOC_CTX *ctx, const char *text, size_t len)
{
	char *copy = must(talloc_size(ctx, len + 1));

	memcpy(copy, text, len);
	copy[len] = '\0';
	return copy;
}

const char *text_opening(TALLOC_CTX *ctx, const char *text, size_t most)
{
	const char *end = text;

	for (size_t n = 0; *end; end++)
		if (((unsigned char)*end & 0xC0) != 0x80 && n++ == most)
			return text_format(ctx, "%.*s…", (int)(end - text), text);
	return text;
}

char *text_format(TALLOC_CTX *ctx, const char *format, ...)
{
	va_list args;
	char *text;

	va_start(args, format);
	text = must(talloc_vasprintf(ctx, format, args));
	va_end(args);
	return text;
}

const char *text_slug(TALLOC_CTX *ctx, const char *title, const char *otherwise, const char *end)
{
	enum { WORDS = 60 };
	struct buf out = { .ctx = ctx };

	for (; *title && out.len < WORDS; title++) {
		char c = *title >= 'A' && *title <= 'Z' ? (char)(*title - 'A' + 'a') : *title;

		if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
			buf_addc(&out, c);
		else if (c != '\'' && out.len > 0 && out.data[out.len - 1] != '-')
			buf_addc(&out, '-');
	}
	if (out.len == 0)
		buf_adds(&out, otherwise);
	if (out.data[out.len - 1] != '-')
		buf_addc(&out, '-');
	buf_adds(&out, end);
	return buf_text(&out);
}

const char *count_text(TALLOC_CTX *ctx, int64_t number)
{
	char digits[24], out[32];
	int len = snprintf(digits, sizeof digits, "%" PRId64, number), to = 0;

	for (int i = 0; i < len; i++) {
		out[to++] = digits[i];
		if (i < len - 1 && (len - 1 - i) % 3 == 0 && digits[i] != '-')
			out[to++] = ',';
	}
	return text_copyn(ctx, out, (size_t)to);
}

static void buf_room(struct buf *b, size_t more)
{
	size_t size = b->size ? b->size : 1024;

	if (b->len + more + 1 <= b->size)
		return;
	while (size < b->len + more + 1)
		size *= 2;
	b->data = must(talloc_realloc(b->ctx, b->data, char, (unsigned)size));
	b->size = size;
}

void buf_add(struct buf *b, const void *bytes, size_t len)
{
	buf_room(b, len);
	if (len)
		memcpy(b->data + b->len, bytes, len);
	b->len += len;
	b->data[b->len] = '\0';
}

void buf_adds(struct buf *b, const char *string)
{
	buf_add(b, string, strlen(string));
}

void buf_addc(struct buf *b, char c)
{
	buf_add(b, &c, 1);
}

void buf_addf(struct buf *b, const char *format, ...)
{
	va_list args, again;
	int len;

	va_start(args, format);
	va_copy(again, args);
	len = vsnprintf(NULL, 0, format, args);
	ASSERT(len >= 0);
	buf_room(b, (size_t)len);
	vsnprintf(b->data + b->len, (size_t)len + 1, format, again);
	b->len += (size_t)len;
	va_end(again);
	va_end(args);
}

void buf_reset(struct buf *b)
{
	b->len = 0;
	if (b->data)
		b->data[0] = '\0';
}

const char *buf_text(const struct buf *b)
{
	return b->data ? b->data : "";
}
