/* review_mean.c: the arithmetic of agreed scores. Pure. */
#include "review_mean.h"

int64_t review_mean(const struct review_weighted *list, size_t n)
{
	int64_t sum = 0, weights = 0;

	for (size_t i = 0; i < n; i++) {
		if (list[i].score < 0)
			return -1;
		sum += list[i].weight * list[i].score;
		weights += list[i].weight;
	}
	return weights > 0 ? (sum * 200 + weights) / (2 * weights) : -1;
}

int review_mean_percent(int64_t mean)
{
	return mean < 0 ? -1 : (int)((mean + 2) / 4);
}

bool review_differs(int least, int most)
{
	return most - least >= 2;
}

int64_t review_cost_per(int64_t pence, int64_t outcomes)
{
	return outcomes > 0 && pence >= 0 ? (pence * 200 + outcomes) / (2 * outcomes) : -1;
}
