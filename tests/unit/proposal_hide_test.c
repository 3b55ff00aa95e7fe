/* proposal_hide_test.c: what everybody may read of a proposal's results says no small number, nor
 * lets one be worked out, also beside what was published before. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <math.h>
#include <cmocka.h>
#include "buf.h"
#include "proposal_results.h"
#include "suppress.h"
#include "table_bounds.h"

enum { TRIES = 3000 };

static json_t *parsed(const char *text)
{
	json_error_t error;
	json_t *json = json_loads(text, 0, &error);

	if (!json)
		fail_msg("%s in %s", error.text, text);
	return json;
}

/* Stances of each group; the rest is made of them. */
static json_t *results_of(int64_t (*stances)[WIDE], const bool *named, size_t n_groups)
{
	json_t *groups = json_array(), *all = json_array();
	int64_t sums[WIDE] = { 0 }, n_all = 0;

	for (size_t g = 0; g < n_groups; g++) {
		json_t *list = json_array();
		int64_t n = 0;

		for (size_t i = 0; i < WIDE; i++) {
			json_array_append_new(list, json_integer(stances[g][i]));
			n += stances[g][i];
			sums[i] += stances[g][i];
		}
		n_all += n;
		json_array_append_new(groups,
			json_pack("{s:s+, s:b, s:I, s:o, s:[i,i,i,i,i,i,i]}", "ref", "G",
				(char[]){ (char)('0' + g), '\0' }, "named", named && named[g], "n",
				(json_int_t)n, "stance", list, "points", 0, 0, 0, 0, 0, 0, 0));
	}
	for (size_t i = 0; i < WIDE; i++)
		json_array_append_new(all, json_integer(sums[i]));
	return json_pack("{s:o, s:{s:I, s:o, s:[i,i,i,i,i,i,i]}}", "groups", groups, "all", "n",
		(json_int_t)n_all, "stance", all, "points", 0, 0, 0, 0, 0, 0, 0);
}

static const json_t *cell(const json_t *results, size_t g, size_t n_groups, size_t i)
{
	const json_t *row = g < n_groups ? json_array_get(json_object_get(results, "groups"), g)
					 : json_object_get(results, "all");

	return i < WIDE ? json_array_get(json_object_get(row, "stance"), i)
			: json_object_get(row, "n");
}

/* Sums of a table: each row is that of its last column, each column that of its last row. */
enum { UNKNOWN_MOST = (GROUPS_MOST + 1) * (WIDE + 1), SUMS_MOST = GROUPS_MOST + WIDE + 2 };

struct sums {
	double rows[SUMS_MOST][UNKNOWN_MOST]; /* how often each hidden number is in each */
	int64_t secret[UNKNOWN_MOST];         /* what it is, without those who let us name them */
	size_t n, width;
};

static void sums_reduce(struct sums *s)
{
	for (size_t i = 0, at = 0; i < s->width && at < s->n; i++) {
		size_t best = at;

		for (size_t k = at; k < s->n; k++)
			if (fabs(s->rows[k][i]) > fabs(s->rows[best][i]))
				best = k;
		if (fabs(s->rows[best][i]) < 1e-9)
			continue;
		for (size_t k = 0; k < s->width; k++) {
			double moved = s->rows[at][k];

			s->rows[at][k] = s->rows[best][k];
			s->rows[best][k] = moved;
		}
		for (size_t k = 0; k < s->n; k++) {
			double times = k == at ? 0 : s->rows[k][i] / s->rows[at][i];

			for (size_t j = 0; j < s->width; j++)
				s->rows[k][j] -= times * s->rows[at][j];
		}
		at++;
	}
}

static int64_t secret(const json_t *truth, const bool *named, size_t n_groups, size_t g, size_t i)
{
	int64_t n = json_integer_value(cell(truth, g, n_groups, i));

	for (size_t k = 0; g == n_groups && k < n_groups; k++)
		if (named[k])
			n -= json_integer_value(cell(truth, k, n_groups, i));
	return n;
}

/* No small number is shown, and who adds and subtracts as long as they like finds none. */
static void expect_closed(
	const json_t *results, const json_t *truth, const bool *named, size_t n_groups)
{
	struct sums s = { .n = n_groups + WIDE + 2 };

	for (size_t g = 0; g <= n_groups; g++)
		for (size_t i = 0; i <= WIDE; i++) {
			const json_t *one = cell(results, g, n_groups, i);
			int64_t n = json_integer_value(one);

			if (json_is_null(one)) {
				s.secret[s.width] = secret(truth, named, n_groups, g, i);
				s.rows[g][s.width] = i < WIDE ? 1 : -1;
				s.rows[n_groups + 1 + i][s.width++] = g < n_groups ? 1 : -1;
			} else if (g == n_groups || !named[g]) {
				assert_true(n == 0 || n >= SUPPRESS_BELOW);
			}
			if (g < n_groups && named[g])
				assert_true(json_is_integer(one));
		}
	sums_reduce(&s);
	for (size_t k = 0; k < s.n; k++) {
		size_t unknown = 0, which = 0;

		for (size_t i = 0; i < s.width; i++)
			if (fabs(s.rows[k][i]) > 1e-9) {
				unknown++;
				which = i;
			}
		if (unknown == 1)
			assert_true(s.secret[which] == 0 || s.secret[which] >= SUPPRESS_BELOW);
	}
}

/* Nobody can say more of a small number within the table than that it is one. */
static void expect_wide(const json_t *results, const json_t *truth, size_t n_groups)
{
	struct bounds b = { .n_groups = n_groups };
	bool narrower = true;

	for (size_t g = 0; g <= n_groups; g++)
		for (size_t i = 0; i <= WIDE; i++) {
			const json_t *one = cell(results, g, n_groups, i);

			b.low[g][i] = json_is_null(one) ? 1 : json_integer_value(one);
			b.high[g][i] = json_is_null(one) ? 1000000 : b.low[g][i];
		}
	for (int pass = 0; narrower && pass < 1000; pass++) {
		narrower = false;
		for (size_t g = 0; g <= n_groups; g++)
			narrower |= bounds_of_line(&b, true, g);
		for (size_t i = 0; i <= WIDE; i++)
			narrower |= bounds_of_line(&b, false, i);
	}
	for (size_t g = 0; g < n_groups; g++)
		for (size_t i = 0; i < WIDE; i++) {
			int64_t n = json_integer_value(cell(truth, g, n_groups, i));

			if (n > 0 && n < SUPPRESS_BELOW) {
				assert_int_equal(b.low[g][i], 1);
				assert_true(b.high[g][i] >= SUPPRESS_BELOW - 1);
			}
		}
}

static int64_t some(void)
{
	int which = rand() % 3;

	return which == 0 ? 0 : which == 1 ? rand() % 8 : rand() % 200;
}

/* Two that are hidden of six have two beside them; these two are one each, since none is nought. */
static void what_is_left_is_no_less_than_one(void **state)
{
	int64_t stances[][WIDE] = { { 0, 20, 47 }, { 42, 5, 5 }, { 5, 1, 1 }, { 41, 0, 0 } };
	json_t *results = results_of(stances, NULL, 4), *truth = json_deep_copy(results);

	(void)state;
	proposal_results_hide(results, NULL);
	expect_wide(results, truth, 4);
	json_decref(truth);
	json_decref(results);
}

static void any_table(void **state)
{
	(void)state;
	srand(17);
	for (int try = 0; try < TRIES; try++) {
		int64_t stances[GROUPS_MOST][WIDE];
		bool named[GROUPS_MOST];
		size_t n_groups = 1 + (size_t)(rand() % GROUPS_MOST);
		json_t *results, *truth;

		for (size_t g = 0; g < n_groups; g++) {
			named[g] = try % 2 && rand() % 5 == 0;
			for (size_t i = 0; i < WIDE; i++)
				stances[g][i] = some();
		}
		results = results_of(stances, named, n_groups);
		truth = json_deep_copy(results);
		proposal_results_hide(results, NULL);
		expect_closed(results, truth, named, n_groups);
		if (try % 2 == 0)
			expect_wide(results, truth, n_groups);
		json_decref(truth);
		json_decref(results);
	}
}

/* The rest of a table less a named group's row is a table too: its small numbers are hidden in the
 * sums as well. */
static void a_named_group_is_told(void **state)
{
	int64_t stances[][WIDE] = { { 1, 0, 0 }, { 40, 30, 20 }, { 2, 60, 70 } };
	const bool named[] = { true, false, false };
	json_t *results = results_of(stances, named, 3), *truth = json_deep_copy(results);

	(void)state;
	proposal_results_hide(results, NULL);
	assert_int_equal(json_integer_value(cell(results, 0, 3, 0)), 1);
	assert_true(json_is_null(cell(results, 2, 3, 0)));
	assert_true(json_is_null(cell(results, 1, 3, 0)));
	expect_closed(results, truth, named, 3);
	json_decref(truth);
	json_decref(results);
}

/* Published, then one more answered in favour: neither its cell nor its sums may be subtracted. */
static void what_changed_by_a_few_is_hidden(void **state)
{
	int64_t first[][WIDE] = { { 40, 30, 20 }, { 50, 60, 70 } };
	int64_t then[][WIDE] = { { 41, 30, 20 }, { 50, 60, 70 } };
	int64_t much[][WIDE] = { { 60, 50, 40 }, { 50, 60, 70 } };
	json_t *before = json_array(), *results;

	(void)state;
	results = results_of(first, NULL, 2);
	proposal_results_hide(results, NULL);
	assert_int_equal(json_integer_value(cell(results, 0, 2, 0)), 40);
	json_array_append_new(before, results);
	results = results_of(then, NULL, 2);
	proposal_results_hide(results, before);
	assert_true(json_is_null(cell(results, 0, 2, 0)));
	assert_true(json_is_null(cell(results, 0, 2, WIDE)));
	assert_true(json_is_null(cell(results, 2, 2, 0)));
	assert_true(json_is_null(cell(results, 2, 2, WIDE)));
	json_decref(results);
	results = results_of(much, NULL, 2);
	proposal_results_hide(results, before);
	assert_int_equal(json_integer_value(cell(results, 0, 2, 0)), 60);
	assert_int_equal(json_integer_value(cell(results, 2, 2, WIDE)), 330);
	json_decref(results);
	json_decref(before);
}

/* Of a row or a column: what is hidden of it now, together, less what that was before; false: its
 * sum is hidden in one of them, or what is shown now was hidden. */
static bool together(const json_t *now, const json_t *before, const json_t *truth, size_t n_groups,
	bool row, size_t at, int64_t *more)
{
	size_t n = row ? WIDE : n_groups;

	*more = 0;
	for (size_t i = 0; i <= n; i++) {
		size_t g = row ? at : i, k = row ? i : at;
		const json_t *is = cell(now, g, n_groups, k), *was = cell(before, g, n_groups, k);
		int64_t change =
			json_integer_value(cell(truth, g, n_groups, k)) - json_integer_value(was);

		if (json_is_null(is) && i < n)
			continue;
		if (json_is_null(is) || json_is_null(was))
			return false;
		*more += i < n ? -change : change;
	}
	return true;
}

static void expect_nobody_new(
	const json_t *now, const json_t *before, const json_t *truth, size_t n_groups)
{
	int64_t more;

	for (size_t i = 0; i <= n_groups; i++)
		if (together(now, before, truth, n_groups, true, i, &more))
			assert_true(more == 0 || llabs(more) >= SUPPRESS_BELOW);
	for (size_t i = 0; i <= WIDE; i++)
		if (together(now, before, truth, n_groups, false, i, &more))
			assert_true(more == 0 || llabs(more) >= SUPPRESS_BELOW);
}

/* One more answered, and what is hidden for its sake has not changed: the two together have, by
 * one, so a third that did is hidden as well. */
static void what_is_hidden_together_changed_by_more(void **state)
{
	int64_t first[][WIDE] = { { 40, 30, 20 }, { 50, 60, 70 }, { 80, 80, 80 } };
	int64_t then[][WIDE] = { { 41, 30, 20 }, { 50, 60, 70 }, { 90, 90, 90 } };
	json_t *before = json_array(), *results = results_of(first, NULL, 3), *truth;

	(void)state;
	proposal_results_hide(results, NULL);
	json_array_append_new(before, results);
	results = results_of(then, NULL, 3);
	truth = json_deep_copy(results);
	proposal_results_hide(results, before);
	expect_nobody_new(results, json_array_get(before, 0), truth, 3);
	assert_int_equal(json_integer_value(cell(results, 3, 3, 0)), 181);
	json_decref(truth);
	json_decref(results);
	json_decref(before);
}

static void any_two_tables(void **state)
{
	(void)state;
	srand(23);
	for (int try = 0; try < TRIES; try++) {
		int64_t stances[GROUPS_MOST][WIDE];
		size_t n_groups = 1 + (size_t)(rand() % GROUPS_MOST);
		json_t *before = json_array(), *results, *truth;

		for (size_t g = 0; g < n_groups; g++)
			for (size_t i = 0; i < WIDE; i++)
				stances[g][i] = some();
		results = results_of(stances, NULL, n_groups);
		proposal_results_hide(results, NULL);
		json_array_append_new(before, results);
		for (size_t g = 0; g < n_groups; g++)
			for (size_t i = 0; i < WIDE; i++)
				stances[g][i] += rand() % 2 ? 0 : some();
		results = results_of(stances, NULL, n_groups);
		truth = json_deep_copy(results);
		proposal_results_hide(results, before);
		expect_closed(results, truth, (const bool[GROUPS_MOST]){ false }, n_groups);
		expect_nobody_new(results, json_array_get(before, 0), truth, n_groups);
		json_decref(truth);
		json_decref(results);
		json_decref(before);
	}
}

/* Quotations are counted too: four of a number that is hidden, which is four, tell what is hidden
 * beside it. */
static void quotations_are_counted(void **state)
{
	static const char text[] =
		"{\"all\": {\"n\": 90, \"stance\": [90], \"points\": [35, 0, 0, 0, 0, 0, 0]},"
		"\"groups\": [{\"ref\": \"A\", \"n\": 30, \"stance\": [30],"
		"\"points\": [4, 0, 0, 0, 0, 0, 0], \"quotes\": [%s]}, {\"ref\": \"B\", \"n\": 30,"
		"\"stance\": [30], \"points\": [1, 0, 0, 0, 0, 0, 0]}, {\"ref\": \"C\", \"n\": 30,"
		"\"stance\": [30], \"points\": [30, 0, 0, 0, 0, 0, 0]}]}";
	static const char quote[] = "{\"point\": 0, \"text\": \"x\", \"by\": \"\"}";
	TALLOC_CTX *ctx = talloc_new(NULL);

	(void)state;
	for (int quotes = 0; quotes < 2; quotes++) {
		json_t *results = parsed(text_format(ctx, text,
			quotes ? text_format(ctx, "%s, %s, %s, %s", quote, quote, quote, quote)
			       : ""));
		const json_t *groups = json_object_get(results, "groups"), *b, *c;

		proposal_results_hide(results, NULL);
		b = json_object_get(json_array_get(groups, 1), "points");
		c = json_object_get(json_array_get(groups, 2), "points");
		assert_true(json_is_null(json_array_get(b, 0)));
		assert_int_equal(json_is_null(json_array_get(c, 0)), quotes);
		json_decref(results);
	}
	talloc_free(ctx);
}

/* Themes of staff: where nobody said anything else since, a passage coded afresh gives nobody away.
 */
static void themes_coded_afresh(void **state)
{
	static const char text[] =
		"{\"groups\": [], \"all\": {\"n\": %d, \"stance\": [%d], \"points\": []},"
		"\"themes\": [{\"ref\": \"T\", \"n\": %d, \"kinds\": [%d, 10, 0],"
		"\"groups\": []}]}";
	TALLOC_CTX *ctx = talloc_new(NULL);
	json_t *before = json_array(), *results;

	(void)state;
	json_array_append_new(before, parsed(text_format(ctx, text, 90, 90, 30, 20)));
	results = parsed(text_format(ctx, text, 90, 90, 31, 21));
	proposal_results_hide(results, before);
	assert_int_equal(json_integer_value(json_object_get(
				 json_array_get(json_object_get(results, "themes"), 0), "n")),
		31);
	json_decref(results);
	results = parsed(text_format(ctx, text, 100, 100, 31, 21));
	proposal_results_hide(results, before);
	assert_true(json_is_null(
		json_object_get(json_array_get(json_object_get(results, "themes"), 0), "n")));
	json_decref(results);
	json_decref(before);
	talloc_free(ctx);
}

static json_t *question(json_t *results)
{
	return json_array_get(json_object_get(results, "questions"), 0);
}

/* Of a number: its ends are somebody's; ranges that moved would be subtracted from those before. */
static void numbers(void **state)
{
	static const char text[] =
		"{\"groups\": [], \"all\": {\"n\": 60, \"stance\": [60], \"points\": []}, "
		"\"questions\":"
		"[{\"name\": \"q1\", \"n\": 60, \"read\": true, \"choices\": [{\"label\": \"%s\","
		" \"n\": %d}, {\"label\": \"more\", \"n\": %d}], \"figures\": {\"mean\": \"7.5\","
		" \"median\": \"7\", \"smallest\": \"1\", \"largest\": \"93\"}}]}";
	TALLOC_CTX *ctx = talloc_new(NULL);
	json_t *before = json_array(), *results = parsed(text_format(ctx, text, "0 to 9", 20, 40));
	const json_t *figures;

	(void)state;
	proposal_results_hide(results, NULL);
	figures = json_object_get(question(results), "figures");
	assert_non_null(json_object_get(figures, "mean"));
	assert_null(json_object_get(figures, "smallest"));
	assert_null(json_object_get(figures, "largest"));
	json_array_append_new(before, results);
	results = parsed(text_format(ctx, text, "0 to 19", 30, 30));
	proposal_results_hide(results, before);
	assert_null(json_object_get(question(results), "choices"));
	assert_null(json_object_get(question(results), "figures"));
	assert_int_equal(json_integer_value(json_object_get(question(results), "n")), 60);
	json_decref(results);
	/* And the mean would give away what is hidden. */
	results = parsed(text_format(ctx, text, "0 to 9", 2, 58));
	proposal_results_hide(results, NULL);
	assert_true(json_is_null(json_object_get(
		json_array_get(json_object_get(question(results), "choices"), 0), "n")));
	assert_null(json_object_get(question(results), "figures"));
	json_decref(results);
	json_decref(before);
	talloc_free(ctx);
}

/* How many answered a question that everybody must answer is how many answered at all: two more
 * than were published. */
static void who_must_answer(void **state)
{
	static const char text[] =
		"{\"groups\": [], \"all\": {\"n\": %d, \"stance\": [%d], \"points\": []},"
		"\"questions\": [{\"name\": \"q1\", \"n\": %s, \"choices\": [{\"code\": \"a\","
		"\"n\": %s}, {\"code\": \"b\", \"n\": 0}]}]}";
	TALLOC_CTX *ctx = talloc_new(NULL);
	json_t *before = json_array(), *results;

	(void)state;
	json_array_append_new(before, parsed(text_format(ctx, text, 60, 60, "null", "null")));
	results = parsed(text_format(ctx, text, 62, 62, "62", "62"));
	proposal_results_hide(results, before);
	assert_true(json_is_null(json_object_get(json_object_get(results, "all"), "n")));
	assert_true(json_is_null(json_object_get(question(results), "n")));
	json_decref(results);
	json_decref(before);
	talloc_free(ctx);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(any_table),
		cmocka_unit_test(what_is_left_is_no_less_than_one),
		cmocka_unit_test(a_named_group_is_told),
		cmocka_unit_test(what_changed_by_a_few_is_hidden),
		cmocka_unit_test(what_is_hidden_together_changed_by_more),
		cmocka_unit_test(any_two_tables),
		cmocka_unit_test(quotations_are_counted),
		cmocka_unit_test(themes_coded_afresh),
		cmocka_unit_test(numbers),
		cmocka_unit_test(who_must_answer),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
