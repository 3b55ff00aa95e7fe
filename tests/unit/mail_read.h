/* mail_read.h: a strict reader of what mail_compose() makes: it stops at a line that is too long or
 * badly ended, and at any header that is not one of ours in its place. */
#ifndef MAIL_READ_H
#define MAIL_READ_H

#include <sodium.h>
#include <string.h>
#include "buf.h"
#include "mail.h"
#include "params.h"

static const char *const mail_header_names[] = { "Date", "From", "To", "Reply-To", "Message-ID",
	"Subject", "Auto-Submitted", "MIME-Version", "Content-Type", "Content-Transfer-Encoding" };
enum { MAIL_FROM = 1, MAIL_TO = 2, MAIL_REPLY = 3, MAIL_SUBJECT = 5, MAIL_HEADERS = 10 };

struct mail_read {
	char *headers[MAIL_HEADERS]; /* unfolded, as they stand on the wire; NULL: not there */
	char *body;                  /* decoded, lines ended by LF */
	size_t body_len;
};

/* The next line, without its CR LF; NULL after the last. */
static inline char *mail_line(TALLOC_CTX *ctx, const char **at)
{
	const char *end = strstr(*at, "\r\n");
	char *line;

	if (!**at)
		return NULL;
	ASSERT(end);
	line = text_copyn(ctx, *at, (size_t)(end - *at));
	ASSERT(!strpbrk(line, "\r\n"));
	for (const char *c = line; *c; c++)
		ASSERT(*c >= ' ' && *c <= '~');
	*at = end + 2;
	return line;
}

/* Undoes the encoded words of one header (RFC 2047); plain text stays. `whole`: each word is valid
 * UTF-8 by itself. */
static inline char *mail_words(TALLOC_CTX *ctx, const char *header, bool whole)
{
	static const char begin[] = "=?utf-8?B?";
	struct buf out = { .ctx = ctx };
	uint8_t word[80];
	size_t len;

	while (*header) {
		const char *end = strstr(header, "?=");

		if (strncmp(header, begin, sizeof begin - 1) != 0) {
			buf_addc(&out, *header++);
			continue;
		}
		ASSERT(end && end + 2 - header <= 75);
		header += sizeof begin - 1;
		ASSERT(sodium_base642bin(word, sizeof word, header, (size_t)(end - header), NULL,
			       &len, NULL, sodium_base64_VARIANT_ORIGINAL) == 0);
		ASSERT(!whole || text_is_utf8((char *)word, len));
		buf_add(&out, word, len);
		header = end + 2;
		if (strncmp(header, " =?utf-8?B?", sizeof begin) == 0)
			header++; /* the space between two words is none of the text's */
	}
	return text_copy(ctx, buf_text(&out));
}

static inline void mail_read_body(TALLOC_CTX *ctx, const char *at, struct mail_read *out)
{
	struct buf body = { .ctx = ctx };
	char *line;

	while ((line = mail_line(ctx, &at))) {
		size_t len = strlen(line), i;

		ASSERT(len <= 76 && (!len || line[len - 1] != ' '));
		for (i = 0; i < len && !(line[i] == '=' && i + 1 == len); i++) {
			uint8_t byte = (uint8_t)line[i];

			if (line[i] == '=') {
				ASSERT(i + 2 < len);
				ASSERT(strspn(line + i + 1, "0123456789ABCDEF") >= 2);
				ASSERT(sodium_hex2bin(
					       &byte, 1, line + i + 1, 2, NULL, NULL, NULL) == 0);
				i += 2;
			}
			buf_addc(&body, (char)byte);
		}
		if (i == len)
			buf_addc(&body, '\n');
	}
	out->body = body.data ? body.data : text_copy(ctx, "");
	out->body_len = body.len;
}

static inline struct mail_read mail_read(TALLOC_CTX *ctx, const char *text)
{
	struct mail_read out = { 0 };
	const char *at = text;
	int last = -1;
	char *line;

	while ((line = mail_line(ctx, &at)) && *line) {
		size_t name = strcspn(line, ":");

		ASSERT(strlen(line) <= 76 || strchr(line, '<'));
		if (*line == ' ') {
			ASSERT(last >= 0);
			out.headers[last] = text_format(ctx, "%s%s", out.headers[last], line);
			continue;
		}
		while (++last < MAIL_HEADERS &&
			(strlen(mail_header_names[last]) != name ||
				strncmp(mail_header_names[last], line, name) != 0))
			ASSERT(last == MAIL_REPLY);
		ASSERT(last < MAIL_HEADERS && line[name] == ':' && line[name + 1] == ' ');
		out.headers[last] = text_copy(ctx, line + name + 2);
	}
	ASSERT(line && last == MAIL_HEADERS - 1);
	mail_read_body(ctx, at, &out);
	return out;
}

/* What a header's text comes back as. */
static inline char *mail_one_line(TALLOC_CTX *ctx, const char *text)
{
	char *line = text_copy(ctx, text);

	for (char *c = line; *c; c++)
		if ((uint8_t)*c < ' ' || *c == 0x7f)
			*c = ' ';
	return line;
}
#endif
