/* params_test.c: names and values from bodies, queries and cookies. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>
#include "buf.h"
#include "params.h"

static TALLOC_CTX *ctx;
static struct params params;

static bool parse(const char *text)
{
	return params_parse(ctx, text, strlen(text), &params);
}

static void expect(const char *text, const char *name, const char *value)
{
	assert_true(parse(text));
	if (value)
		assert_string_equal(params_get(&params, name), value);
	else
		assert_null(params_get(&params, name));
}

static void values_are_undone(void **state)
{
	(void)state;
	expect("a=b", "a", "b");
	expect("a=b+c%20d", "a", "b c d");
	expect("a=%C3%A9", "a", "é");
	expect("a=%c3%a9", "a", "é");
	expect("a%5B%5D=1", "a[]", "1");
	expect("a=b=c", "a", "b=c");
	expect("a", "a", "");
	expect("a=", "a", "");
	expect("&&a=1&&b=2&", "b", "2");
	expect("a=%F0%9F%98%80", "a", "😀");
	expect("a=%25n%25s", "a", "%n%s");
}

static void lines_and_marks_are_cleaned(void **state)
{
	(void)state;
	expect("a=x%0D%0Ay", "a", "x\ny");
	expect("a=x%0Dy", "a", "x\ny");
	expect("a=x%0Ay", "a", "x\ny");
	expect("a=x%0D%0D%0Ay", "a", "x\n\ny");
	expect("a=x%09y", "a", "x\ty");
	expect("a=%E2%80%AEevil", "a", "evil");
	expect("a=%E2%81%A6evil%E2%81%A9%D8%9C", "a", "evil");
	expect("a=%E2%80%93", "a", "–");
}

static void what_is_no_form_is_refused(void **state)
{
	static const char *const bad[] = { "a=%", "a=%1", "a=%zz", "a=%-1", "a=% 1", "a=%00",
		"%00=a", "=a", "a=1&=b", "a=%01", "a=%1f", "a=%7f", "a=%ff", "a=%c0%af", "a=%c3",
		"a=%c3%28", "a=%e0%80%80", "a=%ed%a0%80", "a=%ed%bf%bf", "a=%f5%80%80%80",
		"a=%f4%90%80%80", "a=%f0%8f%bf%bf", "a=%80", "%E2%80%AE=a", "a=\x01" };

	(void)state;
	for (size_t i = 0; i < COUNT(bad); i++)
		if (parse(bad[i]))
			fail_msg("%s was taken", bad[i]);
	assert_false(params_parse(ctx, "a=\0b", 4, &params));
	assert_false(params_parse(ctx, "a\0=b", 4, &params));
}

static void nothing_is_read_past_the_length(void **state)
{
	static const char text[] = { 'a', '=', '%', '4', '1', '%', 'e', '2' };

	(void)state;
	assert_true(params_parse(ctx, text, 5, &params));
	assert_string_equal(params_get(&params, "a"), "A");
	assert_false(params_parse(ctx, text, 4, &params));
	assert_false(params_parse(ctx, text, 8, &params));
	assert_true(params_parse(ctx, text, 0, &params));
	assert_int_equal(params.n, 0);
}

static void two_equal_names_are_none(void **state)
{
	(void)state;
	expect("a=1&a=2", "a", NULL);
	expect("a=1&a=1", "a", NULL);
	expect("a=1&%61=2", "a", NULL);
	expect("a=1", "b", NULL);
	expect("a=1", "A", NULL);
	assert_true(parse("t=x&u=1&t=y"));
	assert_int_equal(params_count(&params, "t"), 2);
	assert_string_equal(params_nth(&params, "t", 0), "x");
	assert_string_equal(params_nth(&params, "t", 1), "y");
	assert_null(params_nth(&params, "t", 2));
}

static void too_many_are_refused(void **state)
{
	struct buf text = { .ctx = ctx };

	(void)state;
	for (int i = 0; i < PARAMS_MAX - 1; i++)
		buf_addf(&text, "%sa=%d", i ? "&" : "", i);
	assert_true(parse(buf_text(&text)));
	buf_adds(&text, "&a=x&a=y");
	assert_false(parse(buf_text(&text)));
}

static void cookies_that_are_broken_are_left_out(void **state)
{
	(void)state;
	cookies_parse(ctx, "a=1; b=2;c=3;  d=4", &params);
	assert_int_equal(params.n, 4);
	assert_string_equal(params_get(&params, "d"), "4");
	cookies_parse(ctx, "a; =b; ;; c=\"x\"; d=a b; e=\xff; f=1,2; g=ok; h=", &params);
	assert_string_equal(params_get(&params, "g"), "ok");
	assert_string_equal(params_get(&params, "h"), "");
	assert_int_equal(params.n, 2);
	cookies_parse(ctx, "session=a; session=b", &params);
	assert_null(params_get(&params, "session"));
	cookies_parse(ctx, "", &params);
	assert_int_equal(params.n, 0);
}

static void lengths_are_characters(void **state)
{
	(void)state;
	assert_int_equal(text_length(""), 0);
	assert_int_equal(text_length("aé€😀"), 4);
	assert_true(text_is_utf8("aé€😀", strlen("aé€😀")));
	assert_false(text_is_utf8("é", 1));
	assert_false(text_is_utf8("\xf8\x88\x80\x80\x80", 5));
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
		cmocka_unit_test(values_are_undone),
		cmocka_unit_test(lines_and_marks_are_cleaned),
		cmocka_unit_test(what_is_no_form_is_refused),
		cmocka_unit_test(nothing_is_read_past_the_length),
		cmocka_unit_test(two_equal_names_are_none),
		cmocka_unit_test(too_many_are_refused),
		cmocka_unit_test(cookies_that_are_broken_are_left_out),
		cmocka_unit_test(lengths_are_characters),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
