/* solve.c: Gauss's elimination over sums: a row that is left with one unknown tells it; and bounds,
 * which each sum makes narrower. Pure. */
#include "solve.h"

#include <math.h>
#include <string.h>
#include "buf.h"

/* Elements are 0, 1, -1 or small fractions of these: what is smaller than this is 0. */
static const double nothing = 1e-7;

struct system {
	double *cells; /* a row for each sum, a column for each hidden figure */
	size_t rows, columns;
};

static double *row_of(const struct system *s, size_t row)
{
	return &s->cells[row * s->columns];
}

static void swap(const struct system *s, size_t a, size_t b)
{
	double *x = row_of(s, a), *y = row_of(s, b);

	for (size_t i = 0; a != b && i < s->columns; i++) {
		double moved = x[i];

		x[i] = y[i];
		y[i] = moved;
	}
}

static size_t largest(const struct system *s, size_t column, size_t from)
{
	size_t best = from;

	for (size_t i = from + 1; i < s->rows; i++)
		if (fabs(row_of(s, i)[column]) > fabs(row_of(s, best)[column]))
			best = i;
	return best;
}

/* The rows less so many times this one that the column is 0 in them. */
static void clear_column(const struct system *s, size_t column, size_t with)
{
	const double *x = row_of(s, with);

	for (size_t i = 0; i < s->rows; i++) {
		double *y = row_of(s, i), times = y[column] / x[column];

		if (i == with || fabs(times) < nothing)
			continue;
		for (size_t k = 0; k < s->columns; k++)
			y[k] -= times * x[k];
		y[column] = 0;
	}
}

static void eliminate(const struct system *s)
{
	size_t done = 0;

	for (size_t column = 0; column < s->columns && done < s->rows; column++) {
		swap(s, done, largest(s, column, done));
		if (fabs(row_of(s, done)[column]) < nothing)
			continue;
		clear_column(s, column, done++);
	}
}

/* The only unknown of a row; s->columns: there is another, or none. */
static size_t only(const struct system *s, size_t row)
{
	const double *x = row_of(s, row);
	size_t at = s->columns;

	for (size_t i = 0; i < s->columns; i++)
		if (fabs(x[i]) >= nothing) {
			if (at != s->columns)
				return s->columns;
			at = i;
		}
	return at;
}

void solve(TALLOC_CTX *ctx, const struct solve_sum *sums, size_t n_sums, const bool *hidden,
	bool *known, size_t n)
{
	size_t *columns = NEW_ARRAY(ctx, size_t, n + 1), *figures = NEW_ARRAY(ctx, size_t, n + 1);
	struct system s = { .rows = n_sums };

	memset(known, 0, n * sizeof *known);
	for (size_t i = 0; i < n; i++) {
		columns[i] = s.columns;
		if (hidden[i])
			figures[s.columns++] = i;
	}
	s.cells = NEW_ARRAY(ctx, double, s.rows *s.columns + 1);
	for (size_t i = 0; i < n_sums; i++)
		for (size_t k = 0; k < sums[i].n; k++)
			if (hidden[sums[i].figures[k]])
				row_of(&s, i)[columns[sums[i].figures[k]]] += k ? 1 : -1;
	eliminate(&s);
	for (size_t i = 0; i < n_sums; i++) {
		size_t at = only(&s, i);

		if (at < s.columns)
			known[figures[at]] = true;
	}
	talloc_free(s.cells);
	talloc_free(columns);
	talloc_free(figures);
}

/* ---- Bounds ---------------------------------------------------------------------------------- */

/* As often as the sums are looked at: where bounds come closer by one each time, it is enough. */
enum { PASSES = 200 };

static bool narrow(int64_t *low, int64_t *high, int64_t least, int64_t most)
{
	bool narrower = least > *low || most < *high;

	*low = least > *low ? least : *low;
	*high = most < *high ? most : *high;
	return narrower;
}

/* A part is what the others leave of the sum; the sum is what they are together. */
static bool narrow_by(const struct solve_sum *s, int64_t *low, int64_t *high)
{
	size_t sum = s->figures[0], open = 0;
	int64_t least = 0, most = 0;
	bool narrower = false;

	for (size_t i = 1; i < s->n; i++) {
		size_t part = s->figures[i];

		least += low[part];
		open += high[part] >= SOLVE_ENDLESS;
		most += high[part] >= SOLVE_ENDLESS ? 0 : high[part];
	}
	for (size_t i = 1; i < s->n; i++) {
		size_t part = s->figures[i];
		bool is_open = high[part] >= SOLVE_ENDLESS;
		int64_t others_least = least - low[part];
		int64_t others_most = most - (is_open ? 0 : high[part]);
		bool others_open = open > (is_open ? 1 : 0);
		int64_t from = others_open ? low[part] : low[sum] - others_most;
		int64_t to = high[sum] >= SOLVE_ENDLESS ? SOLVE_ENDLESS : high[sum] - others_least;

		least -= low[part];
		most = others_most;
		open -= is_open;
		narrower |= narrow(&low[part], &high[part], from, to);
		least += low[part];
		open += high[part] >= SOLVE_ENDLESS;
		most += high[part] >= SOLVE_ENDLESS ? 0 : high[part];
	}
	return narrow(&low[sum], &high[sum], least, open ? SOLVE_ENDLESS : most) || narrower;
}

void solve_bounds(const struct solve_sum *sums, size_t n_sums, int64_t *low, int64_t *high)
{
	bool narrower = true;

	for (int pass = 0; narrower && pass < PASSES; pass++) {
		narrower = false;
		for (size_t i = 0; i < n_sums; i++)
			if (sums[i].n > 1)
				narrower |= narrow_by(&sums[i], low, high);
	}
}
