/* review_mean.h: the arithmetic of agreed scores. Pure. */
#ifndef REVIEW_MEAN_H
#define REVIEW_MEAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { REVIEW_SCORE_MOST = 4 };

struct review_weighted {
	int64_t weight; /* parts; 1 and more */
	int score;      /* 0 to 4; -1: none yet */
};
/* The weighted mean in hundredths, 0 to 400, halves rounded up; -1 while a score is missing, or
 * there is none. */
int64_t review_mean(const struct review_weighted *, size_t n);
/* Of 4 in per cent, halves rounded up: 325 is 81. */
int review_mean_percent(int64_t mean);
/* So far apart that it is to be talked about: 2 or more. */
bool review_differs(int least, int most);
/* Pence for one outcome; outcomes in hundredths. -1 with none. */
int64_t review_cost_per(int64_t pence, int64_t outcomes);
#endif
