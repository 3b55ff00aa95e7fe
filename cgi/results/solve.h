/* solve.h: what follows from all sums together, of which some numbers are hidden. Pure. */
#ifndef SOLVE_H
#define SOLVE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <talloc.h>

/* Places of figures; the first is the sum of the others. */
struct solve_sum {
	size_t *figures;
	size_t n;
};

/* known[i]: figure i is hidden, and whoever adds and subtracts the sums finds it out. hidden and
 * known: an element for each of n figures. ctx: for what it needs on the way. */
void solve(TALLOC_CTX *ctx, const struct solve_sum *, size_t n_sums, const bool *hidden,
	bool *known, size_t n);

enum { SOLVE_ENDLESS = 1000000000 };

/* What each figure is at least and at most, as far as one knows of it by itself; made narrower by
 * the sums, until they tell no more. */
void solve_bounds(const struct solve_sum *, size_t n_sums, int64_t *low, int64_t *high);
#endif
