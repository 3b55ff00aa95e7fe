/* suppress_test.c: no hidden number can be worked out from what is shown. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include "suppress.h"

enum { MOST = 16 };

/* A total over leaves. */
static size_t table(struct suppress_cell *cells, const int64_t *leaves, size_t n)
{
	memset(cells, 0, (n + 1) * sizeof *cells);
	cells[0].parent = SUPPRESS_TOP;
	for (size_t i = 0; i < n; i++) {
		cells[0].n += leaves[i];
		cells[i + 1] = (struct suppress_cell){ .n = leaves[i], .parent = 0 };
	}
	suppress(cells, n + 1, SUPPRESS_BELOW);
	return n + 1;
}

static void expect(const char *shown, size_t n, const int64_t *leaves)
{
	struct suppress_cell cells[MOST];
	char out[MOST + 1] = "";

	for (size_t i = 0; i < table(cells, leaves, n); i++)
		out[i] = cells[i].hidden ? '*' : 'n';
	out[n + 1] = '\0';
	assert_string_equal(out, shown);
}

/* NHS England's rule, as facts.md has it; the first letter is the total's. */
static void small_ones_and_the_next_lowest_are_hidden(void **state)
{
	(void)state;
	expect("n*n*n", 4, (const int64_t[]){ 3, 40, 12, 20 });
	expect("n**n", 3, (const int64_t[]){ 1, 5, 90 });
	expect("nnnn", 3, (const int64_t[]){ 5, 6, 7 });
	expect("nnnn", 3, (const int64_t[]){ 0, 5, 90 });      /* nought is not hidden */
	expect("n*n*n", 4, (const int64_t[]){ 2, 0, 30, 40 }); /* nor does it hide another */
	expect("n**n", 3, (const int64_t[]){ 3, 4, 90 });      /* two small ones hide each other */
}

static void what_would_narrow_it_is_hidden_too(void **state)
{
	(void)state;
	expect("n***", 3, (const int64_t[]){ 1, 1, 90 }); /* 2 in all: both would be 1 */
	expect("n****n", 5, (const int64_t[]){ 4, 4, 6, 6, 8 });
	expect("***", 2, (const int64_t[]){ 1, 1 }); /* the total too */
	expect("**", 1, (const int64_t[]){ 3 });
	expect("n", 0, NULL);
}

static void a_hidden_parent_hides_two_children(void **state)
{
	/* 0 total; 1 and 2 under it; 3, 4, 5 under 1; 6, 7 under 2. */
	struct suppress_cell cells[] = { { .n = 63, .parent = SUPPRESS_TOP },
		{ .n = 60, .parent = 0 }, { .n = 3, .parent = 0 }, { .n = 30, .parent = 1 },
		{ .n = 20, .parent = 1 }, { .n = 10, .parent = 1 }, { .n = 3, .parent = 2 },
		{ .n = 0, .parent = 2 } };
	static const bool hidden[] = { false, true, true, false, true, true, true, false };

	(void)state;
	suppress(cells, 8, SUPPRESS_BELOW);
	for (size_t i = 0; i < 8; i++)
		assert_int_equal(cells[i].hidden, hidden[i]);
}

static void an_only_child_hides_its_parent(void **state)
{
	struct suppress_cell cells[] = { { .n = 40, .parent = SUPPRESS_TOP },
		{ .n = 2, .parent = 0 }, { .n = 38, .parent = 0 }, { .n = 2, .parent = 1 } };

	(void)state;
	suppress(cells, 4, SUPPRESS_BELOW);
	assert_false(cells[0].hidden);
	assert_true(cells[1].hidden && cells[2].hidden && cells[3].hidden);
}

static bool same_shown(const struct suppress_cell *a, const struct suppress_cell *b, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (a[i].hidden != b[i].hidden || (!a[i].hidden && a[i].n != b[i].n))
			return false;
	return true;
}

enum { LEAVES = 3, UP_TO = 14 };

static void leaves_of(int number, int64_t *leaves)
{
	for (size_t i = 0; i < LEAVES; i++, number /= UP_TO)
		leaves[i] = number % UP_TO;
}

/* The strongest reader: has our program, and tries every table that could have been ours. Of each
 * hidden figure, whatever table it was, at least two values are left. */
static void nobody_with_our_program_works_one_out(void **state)
{
	const int tables = UP_TO * UP_TO * UP_TO;
	struct suppress_cell(*all)[LEAVES + 1] = calloc((size_t)tables, sizeof *all);
	int64_t leaves[LEAVES];

	(void)state;
	for (int i = 0; i < tables; i++) {
		leaves_of(i, leaves);
		table(all[i], leaves, LEAVES);
	}
	for (int i = 0; i < tables; i++) {
		bool other[LEAVES + 1] = { false };

		for (int j = 0; j < tables; j++)
			if (same_shown(all[i], all[j], LEAVES + 1))
				for (size_t at = 1; at <= LEAVES; at++)
					other[at] |= all[j][at].n != all[i][at].n;
		for (size_t at = 1; at <= LEAVES; at++)
			if (all[i][at].n > 0 && all[i][at].n < SUPPRESS_BELOW)
				assert_true(all[i][at].hidden && other[at]);
	}
	free(all);
}

/* Random trees of three levels: what is small is hidden, and may be anything that is small. */
static void no_small_number_is_narrowed(void **state)
{
	(void)state;
	srand(20261122);
	for (int round = 0; round < 20000; round++) {
		struct suppress_cell cells[MOST] = { { .parent = SUPPRESS_TOP } };
		size_t n = 1, groups = 1 + (size_t)rand() % 3;

		for (; n <= groups; n++)
			cells[n].parent = 0;
		for (; n < MOST; n++) {
			int kind = rand() % 4;

			cells[n].parent = 1 + (size_t)rand() % groups;
			cells[n].n = kind == 0 ? 0 : kind == 1 ? rand() % 5 : rand() % 40;
			cells[cells[n].parent].n += cells[n].n;
			cells[0].n += cells[n].n;
		}
		suppress(cells, n, SUPPRESS_BELOW);
		for (size_t i = 0; i < n; i++) {
			assert_true(cells[i].n != 0 || !cells[i].hidden);
			assert_true(cells[i].low <= cells[i].n && cells[i].n <= cells[i].high);
			if (cells[i].n == 0 || cells[i].n >= SUPPRESS_BELOW)
				continue;
			assert_true(cells[i].hidden);
			/* Noughts are shown, so a parent is at least as many as its other children.
			 */
			assert_true(cells[i].low <= (i > groups ? 1 : cells[i].least));
			assert_true(cells[i].high >= SUPPRESS_BELOW - 1);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(small_ones_and_the_next_lowest_are_hidden),
		cmocka_unit_test(what_would_narrow_it_is_hidden_too),
		cmocka_unit_test(a_hidden_parent_hides_two_children),
		cmocka_unit_test(an_only_child_hides_its_parent),
		cmocka_unit_test(nobody_with_our_program_works_one_out),
		cmocka_unit_test(no_small_number_is_narrowed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
