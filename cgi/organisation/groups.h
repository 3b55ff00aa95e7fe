/* groups.h: what the pages of localities and peer groups share. */
#ifndef GROUPS_H
#define GROUPS_H

#include "organisation.h"
#include "req.h"

/* Localities or peer groups: the address says which. */
enum group_kind groups_kind(const struct req *);
const char *groups_path(const struct req *); /* "/localities" */
/* The links of a part of the page, which lead to one kind or the other. */
struct tpl *groups_links(const struct req *, struct tpl *);
/* The group that the address names, its name on the page; false: there is none. */
bool groups_get(struct req *, struct group *);
bool groups_lock(struct req *, struct group *);
#endif
