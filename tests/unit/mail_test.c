/* mail_test.c: messages on the wire: nothing in them becomes a header, everything comes back. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>
#include "hostile_texts.h"
#include "mail_read.h"

static const struct mail_message plain = { .from_name = "Demonstration Board",
	.from = "feedback@soundings.example",
	.to = "someone@test.example",
	.reply_to = "",
	.subject = "Hello",
	.body = "One line.\n",
	.id = "00112233445566778899aabbccddeeff",
	.host = "staff.example",
	.made_at = 1795320245 };

static void a_plain_message_is_this(void **state)
{
	TALLOC_CTX *ctx = talloc_new(NULL);

	(void)state;
	assert_string_equal(mail_compose(ctx, &plain),
		"Date: Sun, 22 Nov 2026 04:04:05 +0000\r\n"
		"From: \"Demonstration Board\"\r\n <feedback@soundings.example>\r\n"
		"To: <someone@test.example>\r\n"
		"Message-ID: <00112233445566778899aabbccddeeff@staff.example>\r\n"
		"Subject: Hello\r\n"
		"Auto-Submitted: auto-generated\r\n"
		"MIME-Version: 1.0\r\n"
		"Content-Type: text/plain; charset=utf-8\r\n"
		"Content-Transfer-Encoding: quoted-printable\r\n"
		"\r\n"
		"One line.\r\n");
	talloc_free(ctx);
}

static void expect_subject(const char *subject)
{
	TALLOC_CTX *ctx = talloc_new(NULL);
	struct mail_message m = plain;
	struct mail_read read;

	m.subject = m.from_name = subject;
	m.reply_to = "replies@soundings.example";
	read = mail_read(ctx, mail_compose(ctx, &m));
	assert_string_equal(
		mail_words(ctx, read.headers[MAIL_SUBJECT], true), mail_one_line(ctx, subject));
	assert_string_equal(read.headers[MAIL_TO], "<someone@test.example>");
	assert_string_equal(read.headers[MAIL_REPLY], "<replies@soundings.example>");
	assert_non_null(strstr(read.headers[MAIL_FROM], "<feedback@soundings.example>"));
	talloc_free(ctx);
}

static void subjects_come_back(void **state)
{
	(void)state;
	expect_subject("");
	expect_subject("Plain words");
	expect_subject("Grüße");
	expect_subject("=?utf-8?B?SGVsbG8=?=");
	expect_subject("say \"no\" \\ and <a@b.example>");
	expect_subject("exactly sixty characters, so that one line will hold them all");
	expect_subject("ten 😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀 emoji, each of four bytes, are never split");
	expect_subject("ééééééééééééééééééééééééééééééééééééééééééééééééééé");
	expect_subject("€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€");
	for (size_t i = 0; i < COUNT(hostile_texts); i++)
		expect_subject(hostile_texts[i]);
}

static void line_breaks_make_no_headers(void **state)
{
	static const char *const injections[] = { "Hello\r\nBcc: victim@test.example",
		"Hello\nBcc: victim@test.example", "Hello\rBcc: victim@test.example",
		"Hello\r\n\r\nA body of mine", "\r\n", "\n\n\n",
		"Grüße\r\nBcc: victim@test.example", "Hello\x0b\x0c\x01\x7f" };

	(void)state;
	for (size_t i = 0; i < COUNT(injections); i++) {
		TALLOC_CTX *ctx = talloc_new(NULL);
		struct mail_message m = plain;

		expect_subject(injections[i]);
		m.to = m.from = m.reply_to = m.id = m.host = injections[i];
		mail_read(ctx, mail_compose(ctx, &m));
		talloc_free(ctx);
	}
}

static void expect_body(const char *body, const char *back)
{
	TALLOC_CTX *ctx = talloc_new(NULL);
	struct mail_message m = plain;
	struct mail_read read;

	m.body = body;
	read = mail_read(ctx, mail_compose(ctx, &m));
	assert_string_equal(read.body, back);
	talloc_free(ctx);
}

static void bodies_come_back(void **state)
{
	char longest[2001];

	(void)state;
	expect_body("", "");
	expect_body("no end", "no end\n");
	expect_body("two\n\nlines\n", "two\n\nlines\n");
	expect_body("from\r\nelsewhere\r\n", "from\nelsewhere\n");
	expect_body("trailing space \nand tab\t\n", "trailing space \nand tab\t\n");
	expect_body(".\n..\n.dot\n", ".\n..\n.dot\n");
	expect_body("https://staff.example/join/abc=def?x=y&z\n",
		"https://staff.example/join/abc=def?x=y&z\n");
	expect_body("Zoë – 😀 €\n", "Zoë – 😀 €\n");
	expect_body("a\rb\n", "a\rb\n");
	for (size_t n = 70; n < 80; n++) { /* around the length of a line, each way of ending */
		memset(longest, 'x', n);
		for (const char *last = "x =.\t"; *last; last++) {
			longest[n - 1] = *last;
			memcpy(longest + n, "\n", 2);
			expect_body(longest, longest);
		}
	}
	for (size_t i = 0; i + 1 < sizeof longest; i++)
		longest[i] = " =a\t\xC3\xA9"[i % 6];
	memcpy(longest + sizeof longest - 2, "\n", 2);
	expect_body(longest, longest);
}

static void pauses_grow(void **state)
{
	static const int64_t minutes[] = { 1, 2, 5, 15, 60, 60, 60 };

	(void)state;
	for (size_t i = 0; i < COUNT(minutes); i++)
		assert_int_equal(mail_pause((int64_t)i + 1), minutes[i] * 60);
	assert_int_equal(mail_pause(0), 60);
	assert_int_equal(mail_pause(4000000000), 3600);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_plain_message_is_this),
		cmocka_unit_test(subjects_come_back),
		cmocka_unit_test(line_breaks_make_no_headers),
		cmocka_unit_test(bodies_come_back),
		cmocka_unit_test(pauses_grow),
	};

	return cmocka_run_group_tests_name("mail", tests, NULL, NULL);
}
