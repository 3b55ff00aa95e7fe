/* password_test.c: which passwords are refused, and that nothing else is. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>
#include "buf.h"
#include "password.h"

static const struct password_owner owner = { "Mary O’Neill-Brown", "m.oneill77@thornbury.example",
	"Thornbury Surgery", "Avonmere Integrated Care Board" };

/* A part of the sentence; NULL: it may be used. */
static void expect(const char *password, const char *said)
{
	TALLOC_CTX *ctx = talloc_new(NULL);
	const char *sentence = password_refusal(ctx, password, &owner);

	if (!said && sentence)
		fail_msg("“%s” is refused: %s", password, sentence);
	if (said && !sentence)
		fail_msg("“%s” is taken", password);
	if (said && !strstr(sentence, said))
		fail_msg("“%s”: %s", password, sentence);
	talloc_free(ctx);
}

static char *times(TALLOC_CTX *ctx, const char *text, size_t n)
{
	struct buf out = { .ctx = ctx };

	while (n--)
		buf_adds(&out, text);
	return out.data;
}

static void length_is_counted_in_characters(void **state)
{
	TALLOC_CTX *ctx = talloc_new(NULL);

	(void)state;
	expect("", "12 characters");
	expect("k4v pelican", "12 characters");
	expect("k4v pelicans", NULL);
	expect("žluťoučký", "12 characters");
	expect("žluťoučký ků", NULL);
	expect(times(ctx, "pelican moat harvest", 10), "repeat");
	expect(text_format(
		       ctx, "%s%s", "pelican moat harvest ", times(ctx, "\xF0\x9F\x98\x80", 180)),
		"200 characters");
	talloc_free(ctx);
}

static void long_ones_and_any_kind_of_character(void **state)
{
	(void)state;
	expect("correct horse battery staple", NULL);
	expect("x7#9Kq2!mB4$ wV", NULL);
	expect("              q7Zk pelican moat", NULL);
	expect("tulip\tkettle\tdune", NULL);
	expect("дом лошадь батарея", NULL);
	expect("8842-ghz-1930-771k", NULL);
	expect("\xF0\x9F\x98\x80\xF0\x9F\x9A\x82 kettle dune", NULL);
}

static void common_ones(void **state)
{
	static const char *const list[] = { "password1234", "P4ssw0rd2026!", "passwordpassword",
		"Liverpool2024", "iloveyou1234", "administrator", "welcome12345", "letmeinletmein",
		"sunshine2026!", "Manchester1!!", "!!!!football99" };

	(void)state;
	for (size_t i = 0; i < COUNT(list); i++)
		expect(list[i], strcmp(list[i], "passwordpassword") == 0 ||
						strcmp(list[i], "letmeinletmein") == 0
					? "repeat"
					: "guess");
}

static void rows_and_repeats(void **state)
{
	(void)state;
	expect("123456789012", "neighbouring");
	expect("qwertyuiop12", "neighbouring");
	expect("987654321asdf", "neighbouring");
	expect("QAZWSXEDCRFV", "neighbouring");
	expect("abcdefghijklmnop", "neighbouring");
	expect("aaaaaaaaaaaa", "repeat");
	expect("kettle!kettle!", "repeat");
	expect("a1b2a1b2a1b2", "repeat");
}

static void ones_own_words(void **state)
{
	(void)state;
	expect("walking mary home", "your own name");
	expect("Purple0neillKettle", "email");
	expect("kettle BROWN dune", "your own name");
	expect("kettle of thornbury", "email");
	expect("Soundings 8 kettle", "“soundings”");
	expect("s0undin6s kettles", NULL);
	expect("s0undings kettles", "“soundings”");
	expect("big surgery kettle", "“surgery”");
	expect("the Avonm3re kettle", "“avonmere”");
	expect("kettle on the board", "“board”");
	expect("of the and kettle dune", NULL);
}

static void nobody_in_particular(void **state)
{
	TALLOC_CTX *ctx = talloc_new(NULL);
	struct password_owner nobody = { 0 };

	(void)state;
	assert_null(password_refusal(ctx, "walking mary home", &nobody));
	assert_non_null(password_refusal(ctx, "walking soundings", &nobody));
	talloc_free(ctx);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(length_is_counted_in_characters),
		cmocka_unit_test(long_ones_and_any_kind_of_character),
		cmocka_unit_test(common_ones),
		cmocka_unit_test(rows_and_repeats),
		cmocka_unit_test(ones_own_words),
		cmocka_unit_test(nobody_in_particular),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
