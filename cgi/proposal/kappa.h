/* kappa.h: how far two coders agree beyond chance. Pure.
 *
 * Cohen J. A coefficient of agreement for nominal scales. Educational and Psychological Measurement
 * 1960;20(1):37-46: kappa = (po - pe) / (1 - pe), where po is the share of units on which they
 * agree, and pe the share on which they would by chance, each deciding as often as they do.
 * Each theme is a decision of its own, yes or no, about every passage that both have coded.
 *
 * Over all themes: pooled kappa, De Vries H, Elliott MN, Kanouse DE, Teleki SS. Using pooled kappa
 * to summarize interrater agreement across many items. Field Methods 2008;20(3):272-282: po and pe
 * are each the mean over the themes. A theme that neither gave changes nothing in it. */
#ifndef KAPPA_H
#define KAPPA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Units that both gave the theme, only the first, only the second, neither. */
struct kappa_table {
	int64_t both, first, second, neither;
};
/* False: there is none, because there are no units, or chance alone explains all agreement (both
 * always said the same one thing). */
bool kappa(const struct kappa_table *, double *out);
bool kappa_pooled(const struct kappa_table *, size_t n, double *out);
/* Units on which they agree, in per cent, halves rounded up; -1 without units. */
int kappa_percent(const struct kappa_table *);

/* Landis JR, Koch GG. The measurement of observer agreement for categorical data. Biometrics
 * 1977;33(1):159-174: "poor" below 0, "slight" to 0.20, "fair" to 0.40, "moderate" to 0.60,
 * "substantial" to 0.80, "almost perfect" above. Of the value in hundredths, as it is shown. */
const char *kappa_words(double kappa);
#endif
