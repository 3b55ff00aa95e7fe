/* run_rules.c: runs of points, and limits of counts. Pure. */
#include "run_rules.h"

#include <math.h>
#include <stdlib.h>
#include "buf.h"

static int count_order(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return x < y ? -1 : x > y;
}

static bool median_of(TALLOC_CTX *ctx, const struct run_point *points, size_t n, double *out)
{
	int64_t *sorted = NEW_ARRAY(ctx, int64_t, n + 1);
	size_t used = 0, middle;

	for (size_t i = 0; i < n; i++)
		if (!points[i].left_out)
			sorted[used++] = points[i].n;
	if (used < RUN_LEAST)
		return false;
	qsort(sorted, used, sizeof *sorted, count_order);
	middle = used / 2;
	*out = used % 2 ? (double)sorted[middle]
			: ((double)sorted[middle - 1] + (double)sorted[middle]) / 2;
	return true;
}

/* Marks the run that ends before `end`, when it is long enough. Points on the median are skipped:
 * they neither count nor break it. */
static void end_of_shift(struct run_point *points, size_t first, size_t end, size_t length,
	bool above, double median, struct run *run)
{
	if (length < RUN_SHIFT)
		return;
	run->shift = true;
	for (size_t i = first; i < end; i++)
		if (!points[i].left_out && (double)points[i].n != median) {
			points[i].shift = true;
			points[i].above = above;
		}
}

static void find_shifts(struct run_point *points, size_t n, struct run *run)
{
	size_t first = 0, length = 0;
	bool above = false;

	for (size_t i = 0; i < n; i++) {
		bool higher = (double)points[i].n > run->median;

		if (points[i].left_out || (double)points[i].n == run->median)
			continue;
		if (length && higher != above) {
			end_of_shift(points, first, i, length, above, run->median, run);
			length = 0;
		}
		if (!length)
			first = i;
		above = higher;
		length++;
	}
	end_of_shift(points, first, n, length, above, run->median, run);
}

static void end_of_trend(struct run_point *points, size_t first, size_t last, size_t length,
	bool rise, struct run *run)
{
	if (length < RUN_TREND)
		return;
	run->trend = true;
	for (size_t i = first; i <= last; i++)
		if (!points[i].left_out) {
			points[i].trend = true;
			points[i].rise = rise;
		}
}

/* Points that are the same as the one before are skipped. A turning point ends one run and begins
 * the next. */
static void find_trends(struct run_point *points, size_t n, struct run *run)
{
	size_t first = 0, last = 0, length = 0;
	bool rise = false;

	for (size_t i = 0; i < n; i++) {
		bool higher;

		if (points[i].left_out || (length && points[i].n == points[last].n))
			continue;
		higher = length && points[i].n > points[last].n;
		if (length > 1 && higher != rise) {
			end_of_trend(points, first, last, length, rise, run);
			first = last;
			length = 1;
		}
		if (!length)
			first = i;
		rise = higher;
		last = i;
		length++;
	}
	end_of_trend(points, first, last, length, rise, run);
}

struct run run_read(TALLOC_CTX *ctx, struct run_point *points, size_t n)
{
	struct run run = { 0 };

	run.has_median = median_of(ctx, points, n, &run.median);
	if (run.has_median) {
		find_shifts(points, n, &run);
		find_trends(points, n, &run);
	}
	return run;
}

static double byar(double count, double z)
{
	double root = 1 - 1 / (9 * count) + z / (3 * sqrt(count));

	return root <= 0 ? 0 : count * root * root * root;
}

void poisson_limits(double expected, double z, double *low, double *high)
{
	*low = expected > 0 ? byar(expected, -z) : 0;
	*high = byar((expected > 0 ? expected : 0) + 1, z);
}
