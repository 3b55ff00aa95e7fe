/* suppress.c: hiding small numbers, and what would give them away. Pure. */
#include "suppress.h"

static const int64_t endless = INT64_MAX / 4;

static bool is_small(const struct suppress_cell *cell, int64_t below)
{
	return cell->n > 0 && cell->n < below;
}

/* The smallest figure there is to see beside a cell: what is hidden beside it is no larger, since
 * the lowest are hidden first. */
static int64_t next_shown(const struct suppress_cell *cells, size_t n, size_t parent)
{
	int64_t least = endless;

	for (size_t i = 0; i < n; i++)
		if (cells[i].parent == parent && !cells[i].hidden && cells[i].n > 0 &&
			cells[i].n < least)
			least = cells[i].n;
	return least;
}

/* The sums of least and most of a cell's children; false when it has none. */
static bool children(
	const struct suppress_cell *cells, size_t n, size_t of, int64_t *least, int64_t *most)
{
	bool any = false;

	*least = *most = 0;
	for (size_t i = of + 1; i < n; i++) {
		if (cells[i].parent != of)
			continue;
		any = true;
		*least += cells[i].least;
		*most = *most + cells[i].most > endless ? endless : *most + cells[i].most;
	}
	return any;
}

/* What each can be by itself and by its children: from the leaves up. */
static void from_below(struct suppress_cell *cells, size_t n)
{
	for (size_t i = n; i-- > 0;) {
		int64_t least, most;

		cells[i].least = cells[i].most = cells[i].n;
		if (!cells[i].hidden)
			continue;
		cells[i].least = cells[i].seen > 1 ? cells[i].seen : 1;
		if (!children(cells, n, i, &least, &most)) {
			cells[i].most = next_shown(cells, n, cells[i].parent);
			continue;
		}
		/* It may be hidden for a child's sake, and be no low one. */
		cells[i].least = least > cells[i].least ? least : cells[i].least;
		cells[i].most = most;
	}
}

/* What the other children of its parent are at least and at most: endless, where one is. */
static void siblings(
	const struct suppress_cell *cells, size_t n, size_t of, int64_t *least, int64_t *most)
{
	*least = *most = 0;
	for (size_t i = cells[of].parent + 1; i < n; i++) {
		if (i == of || cells[i].parent != cells[of].parent)
			continue;
		*least += cells[i].least;
		*most = *most + cells[i].most > endless ? endless : *most + cells[i].most;
	}
}

/* And by its parent and its siblings: from the top down. */
static void from_above(struct suppress_cell *cells, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const struct suppress_cell *parent =
			cells[i].parent == SUPPRESS_TOP ? NULL : &cells[cells[i].parent];
		int64_t least, most, low, high;

		cells[i].low = cells[i].least;
		cells[i].high = cells[i].most;
		if (!parent || !cells[i].hidden)
			continue;
		siblings(cells, n, i, &least, &most);
		low = most >= endless ? 0 : parent->low - most;
		high = parent->high >= endless ? endless : parent->high - least;
		cells[i].low = low > cells[i].low ? low : cells[i].low;
		cells[i].high = high < cells[i].high ? high : cells[i].high;
	}
}

/* The lowest that is shown under a parent and is not nought; n: none. */
static size_t lowest_shown(const struct suppress_cell *cells, size_t n, size_t parent)
{
	size_t at = n;

	for (size_t i = 0; i < n; i++)
		if (cells[i].parent == parent && !cells[i].hidden && cells[i].n > 0 &&
			(at == n || cells[i].n < cells[at].n))
			at = i;
	return at;
}

static size_t hidden_below(const struct suppress_cell *cells, size_t n, size_t parent, bool *any)
{
	size_t hidden = 0;

	*any = false;
	for (size_t i = parent + 1; i < n; i++)
		if (cells[i].parent == parent) {
			*any = true;
			hidden += cells[i].hidden;
		}
	return hidden;
}

/* A hidden parent is the sum of its children: two of them are hidden. */
static bool hide_children(struct suppress_cell *cells, size_t n)
{
	bool changed = false;

	for (size_t i = 0; i < n; i++) {
		bool any;
		size_t hidden = hidden_below(cells, n, i, &any), at;

		if (!cells[i].hidden || !any)
			continue;
		for (; hidden < 2; hidden++) {
			at = lowest_shown(cells, n, i);
			if (at == n)
				break;
			cells[at].hidden = changed = true;
		}
	}
	return changed;
}

/* One more is hidden around a cell: beside it, above it, beside what is above it … False: there is
 * nothing left. */
static bool hide_around(struct suppress_cell *cells, size_t n, size_t of)
{
	while (cells[of].parent != SUPPRESS_TOP) {
		size_t at = lowest_shown(cells, n, cells[of].parent);

		of = cells[of].parent;
		if (at == n && !cells[of].hidden)
			at = of;
		if (at == n)
			continue;
		cells[at].hidden = true;
		return true;
	}
	return false;
}

static bool tells(const struct suppress_cell *cell, int64_t below)
{
	if (is_small(cell, below))
		return cell->low > cell->least || cell->high < below - 1;
	return cell->keep && cell->high - cell->low < below - 1;
}

/* One more is hidden for the sake of one of which too much can be told. */
static bool hide_another(struct suppress_cell *cells, size_t n, int64_t below)
{
	from_below(cells, n);
	from_above(cells, n);
	for (size_t i = n; i-- > 0;)
		if (tells(&cells[i], below) && hide_around(cells, n, i))
			return true;
	return false;
}

void suppress(struct suppress_cell *cells, size_t n, int64_t below)
{
	for (size_t i = 0; i < n; i++)
		cells[i].hidden = cells[i].keep || is_small(&cells[i], below);
	while (hide_children(cells, n) || hide_another(cells, n, below))
		;
	from_below(cells, n);
	from_above(cells, n);
}
