/* organisation_sections.h: what other modules show on an organisation's page. One that has
 * something to show there adds a function here and a line to the table in organisation_view.c. */
#ifndef ORGANISATION_SECTIONS_H
#define ORGANISATION_SECTIONS_H

#include "organisation.h"
#include "req.h"

/* Includes its template at {{>SECTION}} of the page; nothing when there is nothing to say. Whether
 * this person may see it was asked before. */
typedef void organisation_section(struct req *, const struct organisation *, struct tpl *page);

/* organisation_sections.c */
organisation_section organisation_people;
organisation_section organisation_surveys;
organisation_section organisation_history;
/* contract_ours.c */
organisation_section organisation_contracts;
#endif
