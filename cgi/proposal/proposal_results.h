/* proposal_results.h: what people said about a proposal, counted: one JSON, of which the pages of
 * staff, the files, and what is published are made.
 *
 * {"n": responses, "stances": [labels], "groups": [{"ref", "name", "members" (where known), "n",
 * "named": all of them let us
 * publish them by name, "stance": [a number for each label], "points": [for each of result_points],
 * "quotes": [{"point": its place in result_points, "text", "by"}]}], "all": {"n", "stance",
 * "points"}, "themes":
 * [{"ref", "name", "under": of the second level, "n", "kinds": [gains, concerns, comments],
 * "groups": [a number for each group]}], "questions": [{"name", "label", "many", "n", "choices":
 * [{"code", "label", "n"}] (of a number or a date ranges without a code), "rows": of a table
 * [{"label", "n", "choices"}], "figures": of a number {"mean", "median", "smallest", "largest"} in
 * words, "read": its answers are read one by one}], "sources": [{"code", "label", "n"}], "apart":
 * the same, "campaigns": [{"ref", "name", "n"}]}. A number that is null is hidden. */
#ifndef PROPOSAL_RESULTS_H
#define PROPOSAL_RESULTS_H

#include <jansson.h>
#include "proposal.h"

enum { RESULT_POINTS = 7 };
extern const struct result_point {
	const char *kind, *grade, *label; /* "gain", "high", "Gains, high" */
} result_points[RESULT_POINTS];

/* Why a response is in no other figure: late, duplicate, campaign, withdrawn. */
enum { PROPOSAL_APARTS = 4 };
extern const struct choice proposal_aparts[PROPOSAL_APARTS];

/* Counts what is pending, so that it is exact. Owned by the request. Words of people are in it only
 * where they let us publish them and staff chose them; their names where they let us. */
json_t *proposal_results_make(struct req *, const struct q_proposal_by_ref *);
/* Its own questions and what was answered, as "questions" above; without totals what can be
 * answered. Owned by the caller. */
json_t *proposal_results_own(
	TALLOC_CTX *, const char *form, const struct q_proposal_results_totals *, size_t n);
/* Words leave what is published when their writer withdrew or changed them, or nobody may be quoted
 * with them any more; its numbers stay as they were frozen. */
void proposal_results_take_back(struct db *, TALLOC_CTX *, int64_t proposal_id);
/* Makes it what everybody may read: small numbers are hidden, and what would give them away, also
 * beside any of what was published before (an array). Pure. */
void proposal_results_hide(json_t *, json_t *before);
/* Shows one at {{>RESULTS}} of t, for staff or for everybody. responses: the address of the list
 * that numbers lead to; NULL: they do not. The JSON lives as long as the request. */
void proposal_results_show(
	struct req *, const json_t *results, const char *responses, struct tpl *t);
/* "28.6%" of those who were asked; "" where that is not known. */
const char *proposal_rate_text(TALLOC_CTX *, const json_t *n, const json_t *members);
#endif
