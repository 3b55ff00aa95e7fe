/* run_rules.h: what can be said of numbers that vary: the rules of run charts (Perla, Provost and
 * Murray 2011; NHS England, "Making data count") and the limits of a funnel plot. Pure. */
#ifndef RUN_RULES_H
#define RUN_RULES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <talloc.h>

/* How long a run is a sign, and of how many points a median is worth drawing at all. */
enum { RUN_SHIFT = 6, RUN_TREND = 5, RUN_LEAST = 10 };

struct run_point {
	int64_t n;
	bool left_out;    /* a month that is not over: not in the median, not in a run */
	bool shift;       /* in RUN_SHIFT or more in a row on one side of the median */
	bool trend;       /* in RUN_TREND or more in a row, each higher (lower) than the last */
	bool above, rise; /* which side, which way */
};

struct run {
	bool has_median; /* there are RUN_LEAST points or more */
	double median;
	bool shift, trend; /* some point has it */
};
struct run run_read(TALLOC_CTX *, struct run_point *, size_t n);

/* Byar's approximation of Poisson's limits around an expected count: z is 1.96 for 95%, 3.09 for
 * 99.8%. low is never below nought. */
void poisson_limits(double expected, double z, double *low, double *high);
#define FUNNEL_95  1.96
#define FUNNEL_998 3.09
#endif
