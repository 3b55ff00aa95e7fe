/* search_test.c: words of records and of what is typed into a search box; which statement a list
 * needs. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "buf.h"
#include "db_variant.h"
#include "search.h"

static const char *words_of(TALLOC_CTX *ctx, const char *text)
{
	struct buf out = { .ctx = ctx };
	const char *word;

	while ((word = search_next(ctx, &text)))
		buf_addf(&out, "%s%s", out.len ? " " : "", word);
	return buf_text(&out);
}

static void words(void **state)
{
	TALLOC_CTX *ctx = talloc_new(NULL);

	(void)state;
	assert_string_equal(words_of(ctx, ""), "");
	assert_string_equal(words_of(ctx, " \t\n-–…%_\\"), "");
	assert_string_equal(
		words_of(ctx, "Riverside Surgery, BA1 1AA"), "riverside surgery ba1 1aa");
	assert_string_equal(words_of(ctx, "jane.doe@nhs.example"), "jane doe nhs example");
	assert_string_equal(words_of(ctx, "O'Brien St Mary’s ’ '"), "obrien st marys");
	assert_string_equal(words_of(ctx, "Żółć “Ünï” 東京"), "Żółć Ünï 東京");
	assert_string_equal(words_of(ctx, "a%b_c\"d\\e"), "a b c d e");
	assert_string_equal(words_of(ctx, "x\xF0\x9F\x98\x80y"), "x y");
	assert_int_equal(
		strlen(words_of(ctx, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")),
		SEARCH_WORD_MAX);
	talloc_free(ctx);
}

static void patterns(void **state)
{
	TALLOC_CTX *ctx = talloc_new(NULL);
	const char *found[DB_WORDS];

	(void)state;
	search_patterns(ctx, "  100% O_k ", found);
	assert_string_equal(found[0], "100%");
	assert_string_equal(found[1], "o%");
	assert_string_equal(found[2], "k%");
	search_patterns(ctx, "one one two three four", found);
	assert_string_equal(found[0], "one%");
	assert_string_equal(found[1], "two%");
	assert_string_equal(found[2], "three%");
	search_patterns(ctx, "%%", found);
	assert_null(found[0]);
	talloc_free(ctx);
}

static size_t marks(const char *sql)
{
	size_t n = 0;

	for (; *sql; sql++)
		n += *sql == '?';
	return n;
}

static const char *statement(TALLOC_CTX *ctx, struct q_organisations_list_in in)
{
	struct db_column *columns = NULL;
	size_t n = 0;
	const char *sql = variant_sql(ctx, &q_organisations_list_def,
		variant_key(&q_organisations_list_def, &in), &columns, &n);

	assert_int_equal(marks(sql), n);
	return sql;
}

static void statements(void **state)
{
	TALLOC_CTX *ctx = talloc_new(NULL);
	const char *sql = statement(ctx, (struct q_organisations_list_in){ 0 });

	(void)state;
	assert_null(strstr(sql, "?"));
	assert_non_null(strstr(sql, "ORDER BY o.name, o.organisation_id"));
	sql = statement(ctx, (struct q_organisations_list_in){ .kind = "practice", .open = 1 });
	assert_non_null(strstr(sql, "AND o.kind = ?"));
	assert_non_null(strstr(sql, "AND (o.closed_on IS NULL) = 1"));
	assert_null(strstr(sql, "IS NOT NULL"));
	sql = statement(ctx,
		(struct q_organisations_list_in){ .page = { .sort = 2, .after = 7, .most = 51 } });
	assert_non_null(strstr(sql, "ORDER BY o.patients DESC, o.organisation_id DESC LIMIT ?"));
	sql = statement(ctx,
		(struct q_organisations_list_in){ .page = { .sort = 2, .before = 7, .most = 51 } });
	assert_non_null(strstr(sql, "ORDER BY o.patients, o.organisation_id LIMIT ?"));
	sql = statement(ctx, (struct q_organisations_list_in){
				     .page = { .words = { "a%", "b%" }, .few = true } });
	assert_non_null(strstr(sql, "found STRAIGHT_JOIN organisation o"));
	assert_int_equal(marks(sql), 2);
	sql = statement(ctx, (struct q_organisations_list_in){ .page = { .words = { "a%" } } });
	assert_null(strstr(sql, "found"));
	talloc_free(ctx);
}

/* Equal keys would share a statement; what is bound to it would be wrong. */
static void keys_differ(void **state)
{
	static const struct q_organisations_list_in in[] = { { 0 }, { .kind = "x" },
		{ .locality_id = 1 }, { .peer_group_id = 1 }, { .open = 1 }, { .closed = 1 },
		{ .page = { .most = 1 } }, { .page = { .after = 1 } }, { .page = { .before = 1 } },
		{ .page = { .sort = 1 } }, { .page = { .reverse = true, .after = 1 } },
		{ .page = { .words = { "a%" } } }, { .page = { .words = { "a%", "b%" } } },
		{ .page = { .words = { "a%" }, .few = true } } };

	(void)state;
	for (size_t i = 0; i < COUNT(in); i++)
		for (size_t k = 0; k < i; k++)
			assert_true(variant_key(&q_organisations_list_def, &in[i]) !=
				    variant_key(&q_organisations_list_def, &in[k]));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words),
		cmocka_unit_test(patterns),
		cmocka_unit_test(statements),
		cmocka_unit_test(keys_differ),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
