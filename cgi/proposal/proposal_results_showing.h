/* proposal_results_showing.h: what the files that show a proposal's result share. */
#ifndef PROPOSAL_RESULTS_SHOWING_H
#define PROPOSAL_RESULTS_SHOWING_H

#include "chart.h"
#include "proposal_results.h"

struct showing {
	TALLOC_CTX *ctx;
	const json_t *results, *groups, *all, *stances;
	size_t n_groups;
	const char *responses;    /* the list that numbers lead to; NULL: they do not */
	const char *results_page; /* below it are answers one by one */
	bool hidden;              /* some number was */
};

static inline const char *text_of(const json_t *object, const char *key)
{
	const char *text = json_string_value(json_object_get(object, key));

	return text ? text : "";
}

static inline int64_t n_of(const json_t *object)
{
	return json_integer_value(json_object_get(object, "n"));
}

/* A number in a cell. filters: behind "?apart=…" of the list; NULL: it leads nowhere. label: what
 * it is of, for who hears it alone. */
void result_figure(struct showing *, struct tpl *cell, const json_t *n, const char *apart,
	const char *filters, const char *label, const char *percent);
/* A picture of objects with a name, by the key `label`, and "n": those that are known and not
 * nought, the first so many. */
void result_bars(struct showing *, struct tpl *part, const char *id, const char *title,
	const json_t *list, const char *label);
/* proposal_results_own_show.c: one more {{#OWN}} of t. */
void result_question_show(struct showing *, struct tpl *t, const json_t *question);
#endif
