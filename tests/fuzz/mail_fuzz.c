/* mail_fuzz.c: messages made of any bytes: a strict reader finds our headers and no others, and the
 * subject and the body as they went in. */
#include "../unit/mail_read.h"
#include "fuzz.h"

/* The body as it must come back: every line ended, the CR before an end gone. */
static char *expected_body(TALLOC_CTX *ctx, const char *text)
{
	struct buf out = { .ctx = ctx };

	while (*text) {
		size_t len = strcspn(text, "\n");

		buf_add(&out, text, len - (len && text[len - 1] == '\r'));
		buf_addc(&out, '\n');
		text += len + (text[len] == '\n');
	}
	return text_copy(ctx, buf_text(&out));
}

/* Input: sender's name, subject, body and an address, each ended by a byte 0xff. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	TALLOC_CTX *ctx = talloc_new(NULL);
	char *parts[4];
	struct mail_message m = { .from = "a@b.example",
		.to = "c@d.example",
		.reply_to = "",
		.id = "00",
		.host = "h",
		.made_at = (int64_t)size };
	struct mail_read read;

	for (size_t i = 0, at = 0; i < COUNT(parts); i++) {
		size_t left = size - at;
		const uint8_t *stop = left ? memchr(data + at, 0xff, left) : NULL;
		size_t len = stop ? (size_t)(stop - data) - at : left;
		char *string = fuzz_string(data + at, len);

		parts[i] = text_copy(ctx, string);
		free(string);
		at += len + (stop != NULL);
	}
	m.from_name = parts[0];
	m.subject = parts[1];
	m.body = parts[2];
	m.reply_to = parts[3];
	read = mail_read(ctx, mail_compose(ctx, &m));
	ASSERT(strcmp(mail_words(ctx, read.headers[MAIL_SUBJECT],
			      text_is_utf8(parts[1], strlen(parts[1]))),
		       mail_one_line(ctx, parts[1])) == 0);
	ASSERT(strcmp(read.body, expected_body(ctx, parts[2])) == 0);
	ASSERT(strcmp(read.headers[MAIL_TO], "<c@d.example>") == 0);
	ASSERT(strstr(read.headers[MAIL_FROM], "<a@b.example>"));
	talloc_free(ctx);
	return 0;
}
