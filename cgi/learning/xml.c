/* xml.c: a small writer of XML 1.0. */
#include "xml.h"

#include <stdbool.h>
#include <string.h>

/* The character at `at`: its length, 0 when the bytes are no UTF-8. */
static size_t character(const unsigned char *at, unsigned *code)
{
	size_t len = *at < 0x80   ? 1
		     : *at < 0xC2 ? 0
		     : *at < 0xE0 ? 2
		     : *at < 0xF0 ? 3
		     : *at < 0xF5 ? 4
				  : 0;
	static const unsigned least[] = { 0, 0, 0x80, 0x800, 0x10000 };

	*code = len == 1 ? *at : len ? *at & (0x7Fu >> len) : 0;
	for (size_t i = 1; i < len; i++) {
		if ((at[i] & 0xC0) != 0x80)
			return 0;
		*code = *code << 6 | (at[i] & 0x3Fu);
	}
	return len && *code >= least[len] ? len : 0;
}

/* XML 1.0, 2.2. */
static bool is_allowed(unsigned code)
{
	return code == '\t' || code == '\n' || code == '\r' || (code >= 0x20 && code < 0xD800) ||
	       (code >= 0xE000 && code < 0xFFFE) || (code >= 0x10000 && code < 0x110000);
}

void xml_text(struct buf *out, const char *text)
{
	const unsigned char *at = (const unsigned char *)text;
	unsigned code;
	size_t len;

	for (; *at; at += len ? len : 1) {
		len = character(at, &code);
		if (!len || !is_allowed(code))
			buf_adds(out, "\xEF\xBF\xBD");
		else if (strchr("&<>\"'\r", (int)code) && len == 1)
			buf_addf(out, "&#%u;", code);
		else
			buf_add(out, at, len);
	}
}

void xml_begin(struct buf *out)
{
	buf_adds(out, "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
}

void xml_open(struct buf *out, const char *name)
{
	buf_addf(out, "<%s>", name);
}

void xml_close(struct buf *out, const char *name)
{
	buf_addf(out, "</%s>\n", name);
}

void xml_element(struct buf *out, const char *name, const char *text)
{
	xml_open(out, name);
	xml_text(out, text);
	xml_close(out, name);
}

static void attribute(struct buf *out, const char *name, const char *value)
{
	buf_addf(out, " %s=\"", name);
	xml_text(out, value);
	buf_addc(out, '"');
}

void xml_open_with(struct buf *out, const char *name, const char *attr, const char *value)
{
	buf_addf(out, "<%s", name);
	attribute(out, attr, value);
	buf_adds(out, ">\n");
}

void xml_empty(struct buf *out, const char *name, ...)
{
	const char *attr;
	va_list args;

	buf_addf(out, "<%s", name);
	va_start(args, name);
	while ((attr = va_arg(args, const char *)))
		attribute(out, attr, va_arg(args, const char *));
	va_end(args);
	buf_adds(out, "/>\n");
}
