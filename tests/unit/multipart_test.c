/* multipart_test.c: forms with files, as browsers and curl send them, whole and in pieces; and what
 * nobody should send. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>
#include "multipart.h"
#include "upload.h"

static TALLOC_CTX *ctx;
static struct buf seen;

static const char form_type[] = "multipart/form-data; boundary=XyZ";

static bool on_begin(void *to, const struct multipart_part *part)
{
	(void)to;
	buf_addf(&seen, "<%s", part->name);
	if (part->file_name)
		buf_addf(&seen, " file=%s", part->file_name);
	if (*part->type)
		buf_addf(&seen, " type=%s", part->type);
	buf_addc(&seen, '>');
	return true;
}

static bool on_data(void *to, const char *bytes, size_t len)
{
	(void)to;
	assert_true(len > 0);
	buf_add(&seen, bytes, len);
	return true;
}

static bool on_end(void *to)
{
	(void)to;
	buf_adds(&seen, "</>");
	return true;
}

static const struct multipart_events events = { on_begin, on_data, on_end };

/* What was seen of a body that comes in pieces of `step` bytes; NULL when it was refused. */
static const char *parts_by(const char *type, const char *body, size_t len, size_t step)
{
	struct multipart *m = multipart_new(ctx, type, &events, NULL);

	seen = (struct buf){ .ctx = ctx };
	if (!m)
		return NULL;
	for (size_t i = 0; i < len; i += step)
		if (!multipart_feed(m, body + i, len - i < step ? len - i : step)) {
			assert_false(multipart_feed(m, "more", 4));
			assert_false(multipart_finish(m));
			return NULL;
		}
	return multipart_finish(m) ? buf_text(&seen) : NULL;
}

/* The same, however it is cut into pieces. */
static const char *parts(const char *body)
{
	size_t len = strlen(body);
	const char *whole = parts_by(form_type, body, len, len), *piece;

	for (size_t step = 1; step < 12; step++) {
		piece = parts_by(form_type, body, len, step);
		assert_true(!piece == !whole);
		if (whole)
			assert_string_equal(piece, whole);
	}
	return whole;
}

#define HEAD(more) "--XyZ\r\nContent-Disposition: form-data; " more "\r\n\r\n"
#define END        "\r\n--XyZ--\r\n"

static void parts_are_taken_apart(void **state)
{
	(void)state;
	assert_string_equal(parts(HEAD("name=\"a\"") "1" END), "<a>1</>");
	assert_string_equal(parts(HEAD("name=a") END), "<a></>");
	assert_string_equal(
		parts(HEAD("name=\"a\"") "1\r\n" HEAD("name=\"b\"") "2" END), "<a>1</><b>2</>");
	assert_string_equal(parts(HEAD("name=\"f\"; filename=\"list.csv\"\r\nContent-Type: "
				       "text/csv") "x,y\r\n1,2\r\n" END),
		"<f file=list.csv type=text/csv>x,y\r\n1,2\r\n</>");
	assert_string_equal(parts(HEAD("name=\"a\"") "\r\r\n-\r\n--\r\n--X\r\n--Xy\r\n\r\n" END),
		"<a>\r\r\n-\r\n--\r\n--X\r\n--Xy\r\n\r\n</>");
	assert_string_equal(parts(HEAD("name=\"a\"") "1\r\n--XyZ--"), "<a>1</>");
	assert_string_equal(parts(HEAD("name=\"a\"") "1" END "whatever follows"), "<a>1</>");
	assert_string_equal(parts("--XyZ--"), "");
	assert_string_equal(
		parts("--XyZ\r\ncontent-type: text/plain\r\nCONTENT-DISPOSITION:form-data;name=a"
		      "\r\nX-Other: z\r\n\r\n1" END),
		"<a type=text/plain>1</>");
}

static const char *file_name(const char *name)
{
	const char *got = parts(text_format(ctx, HEAD("name=\"f\"; filename=\"%s\"") END, name));

	assert_non_null(got);
	return text_copyn(ctx, got + 8, strlen(got) - 8 - 4);
}

static void names_of_files_are_names_and_nothing_else(void **state)
{
	char long_name[301];

	(void)state;
	assert_string_equal(file_name("list.csv"), "list.csv");
	assert_string_equal(file_name("../../etc/passwd"), "passwd");
	assert_string_equal(file_name("C:\\Users\\me\\list.csv"), "list.csv");
	assert_string_equal(file_name("%22><img>.pdf"), "\"><img>.pdf");
	assert_string_equal(file_name("\\\"><img>.pdf"), "\"><img>.pdf");
	assert_string_equal(file_name("a\x01\x1f\x7f\xe2\x80\xae"
				      "b"),
		"ab");
	assert_string_equal(file_name("../"), "file");
	assert_string_equal(file_name("\x01"), "file");
	assert_string_equal(file_name(""), "");
	assert_string_equal(file_name("%n%s%0d%0a"), "%n%s%0d%0a");
	memset(long_name, 'x', 300);
	long_name[300] = '\0';
	assert_int_equal(strlen(file_name(long_name)), MULTIPART_FILE_NAME);
}

static void what_nobody_sends_is_refused(void **state)
{
	static const char *const bad[] = { "", "x", "--Xy", "--XyZ", "--XyZ\r", "--XyZ\r\n",
		"\r\n--XyZ--", "preamble\r\n--XyZ--", "--XyZz\r\n", "--XyZ \r\n",
		"--XyZ\r\n\r\n1" END, "--XyZ\r\nX: y\r\n\r\n1" END, HEAD("name=\"a\"") "1",
		HEAD("name=\"a\"") "1\r\n--XyZ", HEAD("name=\"a\"") "1\r\n--XyZ-",
		HEAD("name=\"a\"") "1\r\n--XyZ-x", HEAD("name=\"a\"") "1\r\n--XyZZ" END,
		HEAD("name=\"\"") END, HEAD("x=\"a\"") END, HEAD("name=\"a") END,
		HEAD("name=\"a\"b") END, HEAD("name=\"a\"; name=\"b\"") END,
		HEAD("name=\"a\"; filename=\"b\"; filename=\"c\"") END, HEAD("name=") END,
		HEAD("name=\"a\"\r\nContent-Disposition: form-data; name=\"b\"") END,
		HEAD("name=\"a\"\r\nContent-Type: multipart/mixed; boundary=b") END,
		HEAD("name=\"a\"\r\nContent-Transfer-Encoding: base64") END,
		HEAD("name=\"a\xff\"") END, HEAD("name=\"a\x01\"") END,
		HEAD("name=\"f\"; filename=\"\xff\"") END,
		"--XyZ\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\n" END,
		"--XyZ\r\nno colon\r\n\r\n" END, "--XyZ\r\n: x\r\n\r\n" END,
		"--XyZ\r\nContent-Disposition : form-data; name=\"a\"\r\n\r\n" END,
		"--XyZ\nContent-Disposition: form-data; name=\"a\"\n\n1\n--XyZ--" };

	(void)state;
	for (size_t i = 0; i < COUNT(bad); i++)
		if (parts(bad[i]))
			fail_msg("%zu was taken: %s", i, bad[i]);
}

static void boundaries_are_strict(void **state)
{
	static const char *const bad[] = { NULL, "", "multipart/form-data", "multipart/form-data;",
		"multipart/form-data; boundary=", "multipart/form-data; boundary=\"\"",
		"multipart/form-data; boundary=\"a b\"",
		"multipart/form-data; boundary=a; boundary=b", "multipart/form-data; boundary=\"a",
		"multipart/mixed; boundary=a", "multipart/form-datax; boundary=a",
		"application/x-www-form-urlencoded",
		"multipart/form-data; boundary="
		"12345678901234567890123456789012345678901234567890123456789012345678901" };

	(void)state;
	for (size_t i = 0; i < COUNT(bad); i++)
		assert_null(multipart_new(ctx, bad[i], &events, NULL));
	assert_non_null(parts_by(
		"multipart/form-data; charset=utf-8; boundary=\"--a'b\"", "----a'b--", 9, 3));
	assert_non_null(parts_by("Multipart/Form-Data;boundary=x", "--x--", 5, 1));
}

static void nul_and_size_are_bounded(void **state)
{
	static const char nul[] =
		"--XyZ\r\nContent-Disposition: form-data; name=\"a\0\"\r\n\r\n" END;
	struct buf body = { .ctx = ctx };

	(void)state;
	assert_null(parts_by(form_type, nul, sizeof nul - 1, 7));
	buf_adds(&body, "--XyZ\r\nX: ");
	for (int i = 0; i < MULTIPART_HEAD; i++)
		buf_addc(&body, 'x');
	buf_adds(&body, "\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n" END);
	assert_null(parts_by(form_type, body.data, body.len, 100));
	for (int more = 0; more < 2; more++) {
		buf_reset(&body);
		for (int i = 0; i < MULTIPART_PARTS + more; i++)
			buf_adds(&body, HEAD("name=\"a\"") "1\r\n");
		buf_adds(&body, "--XyZ--");
		assert_int_equal(parts_by(form_type, body.data, body.len, 1000) == NULL, more);
	}
}

static void uploads_are_fields_and_files(void **state)
{
	static const char body[] = HEAD("name=\"csrf\"") "t\r\nu\r\n" HEAD(
		"name=\"file\"; filename=\"a.csv\"") "1\0002\r\n" HEAD("name=\"none\"; "
								       "filename=\"\"") END;
	static const char wrong[] = HEAD("name=\"a\"") "\xff" END;
	struct params fields;
	struct uploads files;

	(void)state;
	assert_true(uploads_read(ctx, form_type, body, sizeof body - 1, &fields, &files));
	assert_string_equal(params_get(&fields, "csrf"), "t\nu");
	assert_int_equal(files.n, 1);
	assert_int_equal(uploads_get(&files, "file")->bytes.len, 3);
	assert_string_equal(uploads_get(&files, "file")->file_name, "a.csv");
	assert_null(uploads_get(&files, "none"));
	assert_null(params_get(&fields, "none"));
	assert_false(uploads_read(ctx, form_type, wrong, sizeof wrong - 1, &fields, &files));
	assert_false(uploads_read(ctx, form_type, body, sizeof body - 9, &fields, &files));
	assert_false(uploads_read(ctx, "multipart/form-data", body, 5, &fields, &files));
}

static int set_up(void **state)
{
	(void)state;
	ctx = talloc_new(NULL);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	talloc_free(ctx);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(parts_are_taken_apart),
		cmocka_unit_test(names_of_files_are_names_and_nothing_else),
		cmocka_unit_test(what_nobody_sends_is_refused),
		cmocka_unit_test(boundaries_are_strict),
		cmocka_unit_test(nul_and_size_are_bounded),
		cmocka_unit_test(uploads_are_fields_and_files),
	};
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
