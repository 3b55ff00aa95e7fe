/* suppress.h: small numbers are hidden in what leaves the building, so that nobody can be picked
 * out, and so that what is hidden cannot be worked out from what is shown. Pure.
 *
 * Figures stand in a tree: a parent's is the sum of its children's. A figure from 1 up to below the
 * threshold is hidden; nought is not. Then its siblings, the lowest first, then its parent, until
 * somebody who knows all that is shown, and this rule, cannot say more about it than that. Where a
 * parent is hidden, so are two of its children, the lowest. NHS England's rule for the Friends and
 * Family Test hides as much or less. */
#ifndef SUPPRESS_H
#define SUPPRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { SUPPRESS_BELOW = 5 };
#define SUPPRESS_TOP SIZE_MAX

struct suppress_cell {
	int64_t n;
	size_t parent;       /* its place among the cells, before this one; SUPPRESS_TOP: none */
	bool keep;           /* it is hidden for another table's sake, and as much as a small one */
	int64_t seen;        /* so many of it are shown by themselves: it is no less */
	bool hidden;         /* the answer */
	int64_t low, high;   /* what somebody who sees the rest can tell of it */
	int64_t least, most; /* ours, on the way */
};

/* Says which are hidden. Parents come before their children. */
void suppress(struct suppress_cell *cells, size_t n, int64_t below);
#endif
