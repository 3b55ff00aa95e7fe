/* table_bounds.h: what somebody who reads a table of sums can tell of the numbers that it hides. */
#ifndef TABLE_BOUNDS_H
#define TABLE_BOUNDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { WIDE = 3, GROUPS_MOST = 5 };

/* Of each number what it is at least and at most; the last row and column are sums. */
struct bounds {
	int64_t low[GROUPS_MOST + 1][WIDE + 1], high[GROUPS_MOST + 1][WIDE + 1];
	size_t n_groups;
};

/* A number of a row, or of a column; 0: its sum. */
static size_t place(const struct bounds *b, bool row, size_t line, size_t i, size_t *g)
{
	size_t last = row ? WIDE : b->n_groups, k = i ? i - 1 : last;

	*g = row ? line : k;
	return row ? k : line;
}

static bool bounds_of_line(struct bounds *b, bool row, size_t line)
{
	size_t n = row ? WIDE : b->n_groups;
	bool narrower = false;

	for (size_t of = 0; of <= n; of++) {
		int64_t least = 0, most = 0;
		size_t g, k;

		for (size_t i = 0; i <= n; i++) {
			int64_t sign;

			if (i == of)
				continue;
			k = place(b, row, line, i, &g);
			sign = of && i ? -1 : 1;
			least += sign > 0 ? b->low[g][k] : -b->high[g][k];
			most += sign > 0 ? b->high[g][k] : -b->low[g][k];
		}
		k = place(b, row, line, of, &g);
		narrower |= least > b->low[g][k] || most < b->high[g][k];
		b->low[g][k] = least > b->low[g][k] ? least : b->low[g][k];
		b->high[g][k] = most < b->high[g][k] ? most : b->high[g][k];
	}
	return narrower;
}
#endif
