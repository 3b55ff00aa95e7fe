/* proposal_coding.h: what the pages share on which passages are coded and settled. */
#ifndef PROPOSAL_CODING_H
#define PROPOSAL_CODING_H

#include "proposal_work.h"

enum { PASSAGE_SUGGESTIONS = 3, PASSAGE_LEARN_MOST = 2000 };
#define THEME_NONE "none" /* of the field `themes`: none of these */

/* Themes to choose from, in the order in which they are shown: what is suggested first, then the
 * tree, "None of these" last. */
struct theme_tree {
	struct choice *choices;
	int64_t *ids; /* of each choice; 0: of none of these */
	const char **parents;
	bool *below, *ended;
	size_t n, n_suggested;
};
/* `has`: ids that are offered although their theme is not used any more. Whatever the request's
 * body has ticked is among them. */
struct theme_tree *theme_tree(struct req *, int64_t proposal_id, const int64_t *suggested,
	size_t n_suggested, const int64_t *has, size_t n_has);
bool theme_ticked(const struct form *, size_t field, const char *code);
/* The ids that are ticked, as a JSON array and as words. False: a tick is missing, or of a theme
 * that is not used any more and is not among `has`; the form says so. */
struct theme_ticks {
	int64_t *ids;
	size_t n;
	const char *json, *words;
};
bool theme_ticks(struct req *, struct form *, const struct theme_tree *, const int64_t *has,
	size_t n_has, struct theme_ticks *);
/* {{>THEMES}} of the page: the checkboxes; field 0 of the form. */
void theme_tree_show(struct req *, const struct form *, const struct theme_tree *);

/* The passage /…/RESPONSE/POSITION: r->args[1] and [2]. 0, or what the page returns. */
int passage_found(struct req *, struct q_proposal_by_ref *, struct q_proposal_passage *);
/* {{>PASSAGE}} of the page: its words, its grade, who said it, the rest of its response. */
void passage_show(
	struct req *, const struct q_proposal_by_ref *, const struct q_proposal_passage *);
/* The ids that this person gave it (person_id 0: that count for it). */
size_t passage_themes(
	struct req *, const struct q_proposal_passage *, int64_t person_id, int64_t **ids);
/* {{#CODER}} of t: who gave it what. */
void passage_coders(struct req *, int64_t point_id, int64_t but, struct tpl *t);
#endif
