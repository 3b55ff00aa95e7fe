/* trends_words.c: the values of a dimension of incident_total, in order, and in words. Pure. */
#include <stdlib.h>
#include <string.h>
#include "trends.h"

const struct trends_chart_words trends_charts[TRENDS_CHARTS] = {
	[TRENDS_KIND] = { "kind", "Kind", "Kind", "kind", false },
	[TRENDS_ABOUT] = { "about", "Where it happened", "Where", "about", false },
	[TRENDS_PHYSICAL] = { "physical", "Physical harm", "Physical harm", NULL, false },
	[TRENDS_PSYCHOLOGICAL] = { "psychological", "Psychological harm", "Psychological harm",
		NULL, false },
	[TRENDS_THEME] = { "theme", "Theme", "Theme", NULL, false },
	[TRENDS_PROVIDER] = { "provider", "Other organisation", "Organisation", "provider", false },
	[TRENDS_STATE] = { "state", "State now", "State", "state", false },
	[TRENDS_LOOK] = { "look", "Time to the first look", "Working days", NULL, true },
	[TRENDS_CLOSE] = { "close", "Time to close", "Time", NULL, true },
};

static const struct choice kinds[] = { { "incident", "Incident", NULL, false },
	{ "outcome", "Poor outcome", NULL, false }, { "risk", "Risk", NULL, false },
	{ "good_care", "Good care", NULL, false } };
static const struct choice abouts[] = { { "own", "The practice itself", NULL, false },
	{ "other", "Another organisation", NULL, false }, { "unknown", "Not known", NULL, false } };
static const struct choice physical[] = { { "1", "Fatal", NULL, false },
	{ "2", "Severe", NULL, false }, { "3", "Moderate", NULL, false },
	{ "4", "Low", NULL, false }, { "5", "None", NULL, false },
	{ "", "Not given", NULL, false } };
static const struct choice psychological[] = { { "1", "Severe", NULL, false },
	{ "2", "Moderate", NULL, false }, { "3", "Low", NULL, false }, { "4", "None", NULL, false },
	{ "", "Not given", NULL, false } };

/* From one number to below the next line's; the last but one is open, the last has no number. */
struct range {
	int from;
	const char *label;
};
static const struct range look[] = { { 0, "The same day" }, { 1, "1 working day" }, { 2, "2" },
	{ 3, "3" }, { 4, "4" }, { 5, "5" }, { 6, "6 to 10" }, { 11, "11 to 19" },
	{ 20, "20 or more" }, { -1, "Not looked at yet" } };
static const struct range closing[] = { { 0, "Under a week" }, { 1, "1 to 3 weeks" },
	{ 4, "4 to 7 weeks" }, { 8, "8 to 12 weeks" }, { 13, "13 to 25 weeks" },
	{ 26, "26 to 51 weeks" }, { 52, "A year or more" }, { -1, "Not closed" } };

struct known {
	const struct choice *choices;
	const struct range *ranges;
	size_t n;
};

static struct known known(enum trends_chart chart)
{
	switch (chart) {
	case TRENDS_KIND:
		return (struct known){ kinds, NULL, COUNT(kinds) };
	case TRENDS_ABOUT:
		return (struct known){ abouts, NULL, COUNT(abouts) };
	case TRENDS_PHYSICAL:
		return (struct known){ physical, NULL, COUNT(physical) };
	case TRENDS_PSYCHOLOGICAL:
		return (struct known){ psychological, NULL, COUNT(psychological) };
	case TRENDS_STATE: /* without drafts */
		return (struct known){ incident_states + 1, NULL, INCIDENT_STATES - 1 };
	case TRENDS_LOOK:
		return (struct known){ NULL, look, COUNT(look) };
	case TRENDS_CLOSE:
		return (struct known){ NULL, closing, COUNT(closing) };
	default:
		return (struct known){ 0 };
	}
}

size_t trends_lines(enum trends_chart chart)
{
	return known(chart).n;
}

const char *trends_line_code(enum trends_chart chart, size_t i)
{
	struct known is = known(chart);

	return is.choices ? is.choices[i].code : "";
}

const char *trends_line_label(enum trends_chart chart, size_t i)
{
	struct known is = known(chart);

	return is.choices ? is.choices[i].label : is.ranges[i].label;
}

int trends_number(const char *value)
{
	char *end;
	long long number = strtoll(value, &end, 10);

	return end == value || *end || number < 0 || number > INT16_MAX ? -1 : (int)number;
}

size_t trends_line_of(enum trends_chart chart, const char *value)
{
	struct known is = known(chart);
	int number = trends_number(value);
	size_t at = is.n ? is.n - 1 : 0;

	if (is.choices)
		return choice_index(is.choices, is.n, value);
	if (number < 0)
		return at;
	while (at > 1 && is.ranges[at - 1].from > number)
		at--;
	return at ? at - 1 : 0;
}

double trends_median(const int64_t *counts, size_t most)
{
	int64_t all = 0, seen = 0;
	double lower = -1;

	for (size_t i = 0; i <= most; i++)
		all += counts[i];
	for (size_t i = 0; i <= most && all > 0; i++) {
		seen += counts[i];
		if (lower < 0 && seen * 2 >= all) {
			if (seen * 2 > all)
				return (double)i;
			lower = (double)i;
		} else if (lower >= 0 && counts[i] > 0) {
			return (lower + (double)i) / 2;
		}
	}
	return lower;
}
