/* file_type_test.c: what a file is by content and name together; names that are kept; and what a
 * virus scanner's answers mean. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>
#include "file_type.h"
#include "params.h"
#include "scanner.h"

static TALLOC_CTX *ctx;

static struct bytes bytes(const char *text, size_t len)
{
	return (struct bytes){ (const uint8_t *)text, len };
}
#define BYTES(text) bytes(text, sizeof(text) - 1)
#define OLE         "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#define ZIP         "PK\3\4[Content_Types].xml word/document.xml"
#define WORD_WIDE   "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"

static void content_and_name_together(void **state)
{
	static const struct {
		const char *magic, *name, *is, *refused; /* refused: words of the sentence */
		struct bytes bytes;
	} cases[] = {
		{ "application/pdf", "Letter.PDF", "pdf", NULL, { NULL, 0 } },
		{ "application/pdf", "Letter", "pdf", NULL, { NULL, 0 } },
		{ "application/pdf", "v1.2 letter", "pdf", NULL, { NULL, 0 } },
		{ "application/pdf", "letter.docx", NULL, "ends in .docx", { NULL, 0 } },
		{ "application/pdf", "letter.pdf.exe", NULL, "ends in .exe", { NULL, 0 } },
		{ "application/pdf", "letter.exe. .", NULL, "ends in .exe", { NULL, 0 } },
		{ "image/jpeg", "IMG_1.jpeg", "jpeg", NULL, { NULL, 0 } },
		{ "image/jpeg", "IMG_1.png", NULL, "is a JPEG picture", { NULL, 0 } },
		{ "image/webp", "a.webp", "webp", NULL, { NULL, 0 } },
		{ "image/gif", "a.gif", NULL, "must be a PDF", { NULL, 0 } },
		{ "image/svg+xml", "a.png", NULL, "must be a PDF", { NULL, 0 } },
		{ "image/heic", "a.heic", NULL, "HEIC", { NULL, 0 } },
		{ "text/html", "a.txt", NULL, "must be a PDF", { NULL, 0 } },
		{ "application/octet-stream", "a.docx", "docx", NULL,
			{ (const uint8_t *)ZIP, sizeof ZIP } },
		{ "application/zip", "a.zip", NULL, "ends in .zip",
			{ (const uint8_t *)ZIP, sizeof ZIP } },
		{ "application/zip", "a.docx", NULL, "must be a PDF",
			{ (const uint8_t *)"PK\3\4word", 8 } },
		{ "application/zip", "a.docx", NULL, "macros",
			{ (const uint8_t *)ZIP " vbaProject.bin", sizeof ZIP + 15 } },
		{ "application/msword", "a.doc", "doc", NULL,
			{ (const uint8_t *)OLE WORD_WIDE, sizeof OLE WORD_WIDE } },
		{ "application/msword", "a.msg", NULL, "older Word",
			{ (const uint8_t *)OLE WORD_WIDE, sizeof OLE WORD_WIDE } },
		{ "application/vnd.ms-excel", "a.doc", NULL, "must be a PDF",
			{ (const uint8_t *)OLE, 8 } },
		{ "text/plain", "a.txt", "txt", NULL, { (const uint8_t *)"hello", 5 } },
		{ "text/plain", "a.eml", "eml", NULL,
			{ (const uint8_t *)"Received: x\r\n y\r\nFrom: a@b\r\n\r\nhello", 37 } },
		{ "message/rfc822", "a.eml", NULL, "plain text",
			{ (const uint8_t *)"hello\nFrom: a\n\n", 15 } },
		{ "text/plain", "a.eml", NULL, "plain text",
			{ (const uint8_t *)"Subject: a\n\n", 12 } },
		{ "application/x-dosexec", "a.pdf", NULL, "must be a PDF",
			{ (const uint8_t *)"MZ", 2 } },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		const char *refused;
		const struct file_type *type = file_type_decide(
			ctx, cases[i].magic, cases[i].bytes, cases[i].name, &refused);

		if (cases[i].is) {
			assert_non_null(type);
			assert_string_equal(type->code, cases[i].is);
			assert_null(refused);
		} else {
			assert_null(type);
			assert_non_null(strstr(refused, cases[i].refused));
		}
	}
}

static void libmagic_looks(void **state)
{
	static const char jpeg[] = "\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0";

	(void)state;
	assert_string_equal(file_magic(ctx, BYTES("%PDF-1.7\n1 0 obj")), "application/pdf");
	assert_string_equal(file_magic(ctx, BYTES(jpeg)), "image/jpeg");
	assert_string_equal(file_magic(ctx, BYTES("A letter.\n")), "text/plain");
}

static void names_are_kept(void **state)
{
	const struct file_type *pdf = file_type_of("pdf");
	char longest[401] = "";

	(void)state;
	assert_string_equal(file_name_clean(ctx, "\"><img>.pdf", pdf), "\"><img>.pdf");
	assert_string_equal(file_name_clean(ctx, " ..Letter.PDF. ", pdf), "Letter.PDF");
	assert_string_equal(file_name_clean(ctx, "Letter", pdf), "Letter.pdf");
	assert_string_equal(file_name_clean(ctx, "...", pdf), "file.pdf");
	memset(longest, 'a', 296);
	memcpy(longest + 296, ".pdf", 5);
	assert_int_equal(strlen(file_name_clean(ctx, longest, pdf)), FILE_NAME);
	assert_string_equal(file_name_clean(ctx, longest, pdf) + FILE_NAME - 5, "a.pdf");
	longest[0] = '\0';
	for (size_t i = 0; i < 200; i++)
		memcpy(longest + 2 * i, "\xc3\xa9", 3);
	assert_int_equal(text_length(file_name_clean(ctx, longest, pdf)), FILE_NAME);
	assert_true(text_is_plain(file_name_clean(ctx, longest, pdf)));
}

static void disposition(void **state)
{
	(void)state;
	assert_string_equal(file_disposition(ctx, "\"><img>\\ d\xc3\xa9j\xc3\xa0.pdf"),
		"attachment; filename=\"___img__ d_j_.pdf\"; "
		"filename*=UTF-8''%22%3E%3Cimg%3E%5C%20d%C3%A9j%C3%A0.pdf");
}

static void scanner_answers(void **state)
{
	const char *virus = NULL;

	(void)state;
	assert_int_equal(scanner_answer(ctx, "stream: OK", &virus), SCAN_CLEAN);
	assert_int_equal(scanner_answer(ctx, "stream: Eicar-Signature FOUND", &virus), SCAN_FOUND);
	assert_string_equal(virus, "Eicar-Signature");
	assert_int_equal(scanner_answer(ctx, "stream: a\nb FOUND", &virus), SCAN_FOUND);
	assert_string_equal(virus, "unnamed");
	assert_int_equal(scanner_answer(ctx, "stream:  FOUND", &virus), SCAN_AWAY);
	assert_int_equal(
		scanner_answer(ctx, "INSTREAM size limit exceeded. ERROR", &virus), SCAN_AWAY);
	assert_int_equal(scanner_answer(ctx, "", &virus), SCAN_AWAY);
	assert_int_equal(scanner_answer(ctx, "stream: OK ", &virus), SCAN_AWAY);
}

static int begin(void **state)
{
	(void)state;
	ctx = talloc_new(NULL);
	return 0;
}

static int end(void **state)
{
	(void)state;
	talloc_free(ctx);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(content_and_name_together),
		cmocka_unit_test(libmagic_looks),
		cmocka_unit_test(names_are_kept),
		cmocka_unit_test(disposition),
		cmocka_unit_test(scanner_answers),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
