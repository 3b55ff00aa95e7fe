/* xml_test.c: whatever texts it is given, what is written is the elements that were opened. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>
#include "hostile_texts.h"
#include "xml.h"

static void expect(const char *text, const char *written)
{
	struct buf out = { 0 };

	xml_text(&out, text);
	assert_string_equal(buf_text(&out), written);
	talloc_free(out.data);
}

static void texts_are_escaped(void **state)
{
	(void)state;
	expect("plain, naïve 😀", "plain, naïve 😀");
	expect("<a href=\"x\">&'", "&#60;a href=&#34;x&#34;&#62;&#38;&#39;");
	expect("]]>", "]]&#62;");
	expect("a\tb\nc\rd", "a\tb\nc&#13;d");
	expect("", "");
}

static void what_xml_cannot_say_is_replaced(void **state)
{
	(void)state;
	expect("a\x01\x0B\x1F", "a\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
	expect("\xEF\xBF\xBE", "\xEF\xBF\xBD");         /* U+FFFE */
	expect("\xED\xA0\x80", "\xEF\xBF\xBD");         /* a surrogate */
	expect("\xC0\xAF", "\xEF\xBF\xBD\xEF\xBF\xBD"); /* overlong */
	expect("\xE0\x80\xAF", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
	expect("cut \xF0\x9F", "cut \xEF\xBF\xBD\xEF\xBF\xBD");
	expect("\xF4\x90\x80\x80", "\xEF\xBF\xBD");
}

static size_t count(const char *text, char c)
{
	size_t n = 0;

	for (; *text; text++)
		n += *text == c;
	return n;
}

/* As many tags, quotes and line breaks of ours as with a harmless word. */
static void hostile_texts_stay_inside(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(hostile_texts); i++) {
		struct buf out = { 0 };

		xml_element(&out, "title", hostile_texts[i]);
		xml_empty(&out, "link", "href", hostile_texts[i], NULL);
		assert_int_equal(count(buf_text(&out), '<'), 3);
		assert_int_equal(count(buf_text(&out), '>'), 3);
		assert_int_equal(count(buf_text(&out), '"'), 2);
		talloc_free(out.data);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(texts_are_escaped),
		cmocka_unit_test(what_xml_cannot_say_is_replaced),
		cmocka_unit_test(hostile_texts_stay_inside),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
