/* theme_suggest_test.c: themes that fit a passage, by words that were coded. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>
#include "buf.h"
#include "theme_suggest.h"

enum { ACCESS = 7, MONEY = 9, STAFF = 12 };

static void learn(struct suggest *s, const char *text, int64_t theme)
{
	suggest_learn(s, text, &theme, 1);
}

static struct suggest *learnt(TALLOC_CTX *ctx)
{
	struct suggest *s = suggest_new(ctx);

	learn(s, "The buses are late, and parking at the hospital is dear.", ACCESS);
	learn(s, "No bus runs on Sundays to the surgery.", ACCESS);
	learn(s, "Savings are more important than quality to you.", MONEY);
	learn(s, "Where is the money? The budget is cut each year.", MONEY);
	learn(s, "Nurses leave, and nobody is trained for their work.", STAFF);
	suggest_learn(s, "Thank you for asking us.", NULL, 0);
	return s;
}

static void words_that_were_coded(void **state)
{
	TALLOC_CTX *ctx = talloc_new(NULL);
	struct suggest *s = learnt(ctx);
	int64_t out[3];

	(void)state;
	assert_int_equal(suggest_themes(s, "A BUS to the clinic, please", out, 3), 1);
	assert_int_equal(out[0], ACCESS);
	assert_int_equal(suggest_themes(s, "The budget and the savings; one bus less", out, 3), 2);
	assert_int_equal(out[0], MONEY);
	assert_int_equal(out[1], ACCESS);
	assert_int_equal(suggest_themes(s, "The budget and the savings; one bus less", out, 1), 1);
	talloc_free(ctx);
}

static void words_that_say_nothing(void **state)
{
	TALLOC_CTX *ctx = talloc_new(NULL);
	struct suggest *s = learnt(ctx);
	int64_t out[3];

	(void)state;
	assert_int_equal(suggest_themes(s, "The more you are for their own", out, 3), 0);
	assert_int_equal(suggest_themes(s, "Something else entirely: zebras", out, 3), 0);
	assert_int_equal(suggest_themes(s, "thank you for asking", out, 3), 0);
	assert_int_equal(suggest_themes(s, "", out, 3), 0);
	assert_int_equal(suggest_themes(suggest_new(ctx), "bus", out, 3), 0);
	talloc_free(ctx);
}

static void texts_of_any_kind(void **state)
{
	TALLOC_CTX *ctx = talloc_new(NULL);
	struct suggest *s = learnt(ctx);
	char *long_text = must(talloc_zero_size(ctx, 100001));
	int64_t out[3];

	(void)state;
	memset(long_text, 'x', 100000);
	learn(s, long_text, ACCESS);
	assert_int_equal(suggest_themes(s, long_text, out, 3), 0);
	for (size_t i = 0; i < 100000; i += 5) /* more words than are looked at */
		memcpy(long_text + i, text_format(ctx, "%04zu ", i / 5 % 10000), 5);
	learn(s, long_text, STAFF);
	assert_int_equal(suggest_themes(s, "0001 0002", out, 3), 1);
	assert_int_equal(out[0], STAFF);
	learn(s, "Größe und Übergänge 🚌", MONEY);
	assert_int_equal(suggest_themes(s, "die Größe", out, 3), 1);
	assert_int_equal(out[0], MONEY);
	talloc_free(ctx);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_that_were_coded),
		cmocka_unit_test(words_that_say_nothing),
		cmocka_unit_test(texts_of_any_kind),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
