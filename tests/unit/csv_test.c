/* csv_test.c: comma-separated values, and the reading of stored answers that feeds them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>
#include "answers.h"
#include "csv.h"

static void expect_cell(const char *text, const char *cell)
{
	struct buf out = { 0 };
	struct csv csv = { .out = &out };

	csv_words(&csv, text);
	csv_end(&csv);
	out.data[out.len - 2] = '\0';
	assert_string_equal(out.data, cell);
	talloc_free(out.data);
}

static void cells_are_quoted_when_they_must(void **state)
{
	(void)state;
	expect_cell("plain", "plain");
	expect_cell("", "");
	expect_cell(NULL, "");
	expect_cell("a,b", "\"a,b\"");
	expect_cell("say \"no\"", "\"say \"\"no\"\"\"");
	expect_cell("\"", "\"\"\"\"");
	expect_cell("two\nlines", "\"two\nlines\"");
	expect_cell(" spaced", "\" spaced\"");
	expect_cell("naïve 😀", "naïve 😀");
}

static void formulas_are_harmless(void **state)
{
	(void)state;
	expect_cell("=1+1", "'=1+1");
	expect_cell("+44 1225", "'+44 1225");
	expect_cell("\uff1d1", "'\uff1d1");
	expect_cell("\uff20x", "'\uff20x");
	expect_cell("\uff21x", "\uff21x");
	expect_cell("-2", "'-2");
	expect_cell("@SUM(A1)", "'@SUM(A1)");
	expect_cell("\tx", "'\tx");
	expect_cell("\rx", "\"'\rx\"");
	expect_cell(
		"=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"");
	expect_cell("a=b", "a=b");
}

static void rows_have_commas_and_our_numbers_stay(void **state)
{
	struct buf out = { 0 };
	struct csv csv = { .out = &out };

	(void)state;
	csv_words(&csv, "a");
	csv_empty(&csv);
	csv_number(&csv, -7);
	csv_number(&csv, 0);
	csv_number(&csv, INT64_MIN);
	csv_number(&csv, INT64_MAX);
	csv_made(&csv, "\"x,y\"", 5);
	csv_end(&csv);
	csv_empty(&csv);
	csv_words(&csv, "b");
	csv_end(&csv);
	assert_string_equal(
		out.data, "a,,-7,0,-9223372036854775808,9223372036854775807,\"x,y\"\r\n,b\r\n");
	talloc_free(out.data);
}

/* Answers as "name=value" with lists and rows spelt out; "!" where they are broken. */
static void spell(struct answers in, char *out)
{
	struct answer answer;

	while (answers_next(&in, &answer)) {
		strncat(out, answer.name.at ? answer.name.at : "", answer.name.len);
		strcat(out, answer.kind == ANSWER_NUMBER ? "#" : "=");
		if (answer.kind == ANSWER_LIST || answer.kind == ANSWER_ROWS) {
			strcat(out, "(");
			spell(answers_inside(&answer), out);
			strcat(out, ")");
		} else
			strncat(out, answer.value.at, answer.value.len);
		strcat(out, ";");
	}
	if (in.broken)
		strcat(out, "!");
}

static void expect_answers(const char *json, const char *spelt)
{
	char out[500] = "";

	spell(answers_open(json, strlen(json)), out);
	assert_string_equal(out, spelt);
}

static void answers_are_walked(void **state)
{
	(void)state;
	expect_answers("{}", "");
	expect_answers("{\"a\":\"x\",\"b\":12,\"c\":[\"p\",\"q\"],\"d\":{\"r\":\"1\",\"s\":\"2\"}}",
		"a=x;b#12;c=(=p;=q;);d=(r=1;s=2;);");
	expect_answers("{\"a\":\"}]{[,\\\"\",\"n\":-3,\"e\":[]}", "a=}]{[,\\\";n#-3;e=();");
}

static void broken_answers_are_told(void **state)
{
	static const char *const broken[] = { "", "{", "}", "[]", "{\"a\"}", "{\"a\":}",
		"{\"a\":\"x}", "{\"a\":01}", "{\"a\":-}", "{ \"a\":1}", "{\"a\":1,}", "{,}",
		"{\"a\":true}", "{\"a\":1.5}", "{\"a\":{\"b\":{\"c\":\"d\"}}}", "{\"a\":[1]}",
		"{\"a\":\"x\ny\"}", "{\"a\":\"\\\"}", "{\"a\":[\"x\"}", "{\"a\\u0062\":1}",
		"{\"a\":1}{\"b\":2}", "{\"a\":12345678901234567890}" };

	(void)state;
	for (size_t i = 0; i < sizeof broken / sizeof broken[0]; i++) {
		char out[500] = "";

		spell(answers_open(broken[i], strlen(broken[i])), out);
		if (!strchr(out, '!'))
			fail_msg("%s was read as %s", broken[i], out);
	}
}

static void expect_text(const char *escaped, const char *text)
{
	char out[100];
	size_t len;

	if (!text) {
		assert_false(
			answer_unescape((struct slice){ escaped, strlen(escaped) }, out, &len));
		return;
	}
	assert_true(answer_unescape((struct slice){ escaped, strlen(escaped) }, out, &len));
	out[len] = '\0';
	assert_string_equal(out, text);
	assert_true(len <= strlen(escaped));
}

static void escapes_are_undone(void **state)
{
	(void)state;
	expect_text("plain", "plain");
	expect_text("a\\nb\\t\\\"\\\\\\/", "a\nb\t\"\\/");
	expect_text("\\u00e9\\u20AC", "é€");
	expect_text("\\ud83d\\ude00", "😀");
	expect_text("\\ud83d", NULL);
	expect_text("\\ude00", NULL);
	expect_text("\\ud83d\\u0041", NULL);
	expect_text("\\u0000", NULL);
	expect_text("\\u12", NULL);
	expect_text("\\x", NULL);
	expect_text("\\", NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(cells_are_quoted_when_they_must),
		cmocka_unit_test(formulas_are_harmless),
		cmocka_unit_test(rows_have_commas_and_our_numbers_stay),
		cmocka_unit_test(answers_are_walked),
		cmocka_unit_test(broken_answers_are_told),
		cmocka_unit_test(escapes_are_undone),
	};

	return cmocka_run_group_tests_name("csv", tests, NULL, NULL);
}
