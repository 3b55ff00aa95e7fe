/* csv_read_test.c: lists as spreadsheets, registers and hostile people write them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>
#include "csv_read.h"

static TALLOC_CTX *ctx;
static struct csv_reader reader;

static void begin_with(const char *text, size_t len)
{
	csv_read_begin(&reader, ctx, text, len);
}

/* The next row is these cells, joined by "|". */
static void expect_row(unsigned line, const char *cells)
{
	struct buf joined = { .ctx = ctx };

	assert_int_equal(csv_read(&reader), CSV_ROW);
	for (size_t i = 0; i < reader.n; i++)
		buf_addf(&joined, "%s%s", i ? "|" : "", reader.cells[i]);
	assert_string_equal(buf_text(&joined), cells);
	assert_int_equal(reader.line, line);
}

static void expect_bad(unsigned line, const char *part)
{
	assert_int_equal(csv_read(&reader), CSV_BAD);
	assert_int_equal(reader.line, line);
	if (!strstr(reader.fault, part))
		fail_msg("\"%s\" does not say \"%s\"", reader.fault, part);
}

static void expect_end(void)
{
	assert_int_equal(csv_read(&reader), CSV_END);
	assert_int_equal(csv_read(&reader), CSV_END);
}

#define BEGIN(text) begin_with(text, sizeof(text) - 1)

static void rows_are_read_as_they_were_written(void **state)
{
	(void)state;
	BEGIN("a,b,c\r\n1,2,3\n\"x, y\",\"say \"\"no\"\"\",\n");
	expect_row(1, "a|b|c");
	expect_row(2, "1|2|3");
	expect_row(3, "x, y|say \"no\"|");
	expect_end();
	BEGIN("\xef\xbb\xbf"
	      "code,name\n\"A\",\"B\""); /* no line break at the end */
	expect_row(1, "code|name");
	expect_row(2, "A|B");
	expect_end();
	BEGIN("\"two\r\nlines\",b\nnext,c\n"); /* a line break in a cell: lines are counted on */
	expect_row(1, "two\nlines|b");
	expect_row(3, "next|c");
	expect_end();
	BEGIN("\r\n\n a , b\n,\n\n");
	expect_row(3, " a | b");
	expect_row(4, "|");
	expect_end();
	BEGIN("");
	expect_end();
	BEGIN("caf\xc3\xa9,\xf0\x9f\x98\x80");
	expect_row(1, "caf\xc3\xa9|\xf0\x9f\x98\x80");
}

static void a_bad_row_costs_itself_alone(void **state)
{
	(void)state;
	BEGIN("a,b\n\"open,x\nc,d\ne,f\n");
	expect_row(1, "a|b");
	expect_bad(2, "never ends");
	expect_row(3, "c|d");
	expect_row(4, "e|f");
	expect_end();
	BEGIN("a\"b,c\nd,e\n");
	expect_bad(1, "middle");
	expect_row(2, "d|e");
	BEGIN("\"a\"b,c\nd,e\n");
	expect_bad(1, "next comma");
	expect_row(2, "d|e");
	BEGIN("a,\0b\nc,d\n");
	expect_bad(1, "NUL");
	expect_row(2, "c|d");
	BEGIN("a\rb\nc,d\n\x01\n\x7f\n");
	expect_bad(1, "control");
	expect_row(2, "c|d");
	expect_bad(3, "control");
	expect_bad(4, "control");
	expect_end();
	BEGIN("\"two\nlines\" x\nc,d\n"); /* goes on with the line after its first */
	expect_bad(1, "next comma");
	expect_bad(2, "middle");
	expect_row(3, "c|d");
}

static void other_alphabets_are_said(void **state)
{
	(void)state;
	BEGIN("Caf\xe9,1\nok,2\n");
	expect_bad(1, "Latin-1");
	expect_row(2, "ok|2");
	BEGIN("\xc3\xa9\xc0\xaf\nok,2\n");
	expect_bad(1, "not UTF-8;");
	expect_row(2, "ok|2");
	BEGIN("\xed\xa0\x80\n");
	expect_bad(1, "not UTF-8");
}

static void too_much_is_bounded(void **state)
{
	struct buf text = { .ctx = ctx };

	(void)state;
	for (int i = 0; i < CSV_READ_BYTES; i++)
		buf_addc(&text, 'x');
	buf_adds(&text, "y\nnext\n");
	begin_with(text.data, text.len);
	expect_bad(1, "too long");
	expect_row(2, "next");
	buf_reset(&text);
	for (int i = 0; i < CSV_READ_CELLS; i++)
		buf_addc(&text, ',');
	buf_adds(&text, "\nnext\n");
	begin_with(text.data, text.len);
	expect_bad(1, "too many");
	expect_row(2, "next");
	buf_reset(&text);
	buf_adds(&text, "\"");
	for (int i = 0; i < CSV_READ_BYTES; i++)
		buf_adds(&text, "\nx");
	begin_with(text.data, text.len);
	expect_bad(1, "never ends");
	expect_row(2, "x");
}

#define REFUSES(text) csv_read_refuses(text, sizeof(text) - 1)

static void what_is_no_list_is_refused_at_once(void **state)
{
	(void)state;
	assert_non_null(strstr(REFUSES("%PDF-1.7 ..."), "PDF"));
	assert_non_null(strstr(REFUSES("PK\x03\x04xlsx"), "workbook"));
	assert_non_null(strstr(REFUSES("\xd0\xcf\x11\xe0"), "old workbook"));
	assert_non_null(strstr(REFUSES("\xff\xfe"
				       "a\0"),
		"UTF-16"));
	assert_non_null(strstr(REFUSES(""), "empty"));
	assert_non_null(strstr(REFUSES("\xef\xbb\xbf \r\n\n"), "empty"));
	assert_non_null(strstr(REFUSES("\x7f"
				       "ELF\0\0\0"),
		"not a list"));
	assert_null(REFUSES("a,b\n"));
	assert_null(REFUSES("\xef\xbb\xbf"
			    "a,b\n"));
	assert_null(REFUSES("P"));
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
		cmocka_unit_test(rows_are_read_as_they_were_written),
		cmocka_unit_test(a_bad_row_costs_itself_alone),
		cmocka_unit_test(other_alphabets_are_said),
		cmocka_unit_test(too_much_is_bounded),
		cmocka_unit_test(what_is_no_list_is_refused_at_once),
	};
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
