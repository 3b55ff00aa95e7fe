/* stencil_test.c: pages that are rendered once. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>
#include "stencil.h"

static const char page[] = "<input value=\"first-1\" data-visit=\"second\"> and so on";

static void expect_filled(const char *const old[], const char *const new[], const char *filled)
{
	TALLOC_CTX *ctx = talloc_new(NULL);
	struct stencil *s = stencil_cut(ctx, page, sizeof page - 1, old, 2);
	struct buf out = { .ctx = ctx };

	assert_non_null(s);
	stencil_fill(s, new, &out);
	assert_string_equal(buf_text(&out), filled);
	talloc_free(ctx);
}

static void other_texts_go_where_the_first_were(void **state)
{
	const char *const old[] = { "first-1", "second" }, *const turned[] = { "second",
		"first-1" };
	const char *const longer[] = { "a_longer_text", "B" };

	(void)state;
	expect_filled(old, old, page);
	expect_filled(old, longer, "<input value=\"a_longer_text\" data-visit=\"B\"> and so on");
	expect_filled(turned, turned, page);
	expect_filled(turned, longer, "<input value=\"B\" data-visit=\"a_longer_text\"> and so on");
}

static void texts_at_both_ends(void **state)
{
	const char *const old[] = { "end", "begin" }, *const new[] = { "Z", "A" };
	TALLOC_CTX *ctx = talloc_new(NULL);
	struct stencil *s = stencil_cut(ctx, "begin, end", 10, old, 2);
	struct buf out = { .ctx = ctx };

	(void)state;
	assert_non_null(s);
	stencil_fill(s, new, &out);
	assert_string_equal(buf_text(&out), "A, Z");
	talloc_free(ctx);
}

static void a_text_must_be_there_once(void **state)
{
	const char *const missing[] = { "first-1", "third" }, *const often[] = { "first-1", "d" };
	const char *const empty[] = { "", "second" };
	TALLOC_CTX *ctx = talloc_new(NULL);

	(void)state;
	assert_null(stencil_cut(ctx, page, sizeof page - 1, missing, 2));
	assert_null(stencil_cut(ctx, page, sizeof page - 1, often, 2));
	assert_null(stencil_cut(ctx, page, sizeof page - 1, empty, 2));
	/* Nothing is left behind by what was refused. */
	assert_int_equal(talloc_total_blocks(ctx), 1);
	talloc_free(ctx);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(other_texts_go_where_the_first_were),
		cmocka_unit_test(texts_at_both_ends),
		cmocka_unit_test(a_text_must_be_there_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
