/* kappa.c: how far two coders agree beyond chance. Pure. */
#include "kappa.h"

#include <math.h>

/* The shares of units on which they agree, and would by chance. False: there are no units. */
static bool shares(const struct kappa_table *t, double *po, double *pe)
{
	double n = (double)(t->both + t->first + t->second + t->neither);
	double one = (double)(t->both + t->first) / n, other = (double)(t->both + t->second) / n;

	if (!(n > 0))
		return false;
	*po = (double)(t->both + t->neither) / n;
	*pe = one * other + (1 - one) * (1 - other);
	return true;
}

bool kappa(const struct kappa_table *t, double *out)
{
	return kappa_pooled(t, 1, out);
}

bool kappa_pooled(const struct kappa_table *list, size_t n, double *out)
{
	double above = 0, most = 0, po, pe;

	for (size_t i = 0; i < n; i++)
		if (shares(&list[i], &po, &pe)) {
			above += po - pe;
			most += 1 - pe;
		}
	/* Sums of rounded shares: nothing but chance is not always exactly nothing. */
	if (most < 1e-9)
		return false;
	*out = above / most;
	return true;
}

int kappa_percent(const struct kappa_table *t)
{
	int64_t n = t->both + t->first + t->second + t->neither, same = t->both + t->neither;

	return n > 0 ? (int)((same * 200 + n) / (2 * n)) : -1;
}

const char *kappa_words(double value)
{
	static const char *const words[] = { "slight", "fair", "moderate", "substantial" };
	long hundredths = lround(value * 100);

	if (hundredths < 0)
		return "poor";
	for (long i = 0; i < 4; i++)
		if (hundredths <= 20 * (i + 1))
			return words[i];
	return "almost perfect";
}
