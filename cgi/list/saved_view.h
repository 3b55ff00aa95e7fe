/* saved_view.h: filters and orders of a list that somebody gave a name. They belong to a person,
 * who may share them with everybody who opens the list. */
#ifndef SAVED_VIEW_H
#define SAVED_VIEW_H

#include "list.h"

/* A view that is always there. */
struct saved_view_given {
	const char *name, *query; /* "?state=open", as list_address() writes it; "?": the plain list
				   */
};

/* Links at {{#VIEW}} of the page to the given views, one's own and those that others share;
 * {{#SAVE_VIEW}} with {{LIST_LINK}} where the list is narrowed to what none of them is. `name`:
 * which list it is, saved_view.c, lists[]. */
void saved_views_show(struct req *, const char *name, const struct list *list,
	const struct saved_view_given *, size_t n);
#endif
