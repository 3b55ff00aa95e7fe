/* organisation_edit.h: what the pages that change an organisation share. */
#ifndef ORGANISATION_EDIT_H
#define ORGANISATION_EDIT_H

#include "organisation.h"
#include "req.h"

/* Its code and name, for every page about it. */
void organisation_show(struct req *, const struct organisation *);
/* A page that says why this cannot be done, with a way back; 422. */
int organisation_cannot(
	struct req *, const struct organisation *, const char *title, const char *sentence);
/* Undoing a merge is how a merged organisation is opened again (organisation_merge.c). */
int organisation_unmerge_view(struct req *, const struct organisation *);
int organisation_unmerge_save(struct req *, const struct organisation *);
#endif
