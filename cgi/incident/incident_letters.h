/* incident_letters.h: letters about an incident: what each kind begins with. */
#ifndef INCIDENT_LETTERS_H
#define INCIDENT_LETTERS_H

#include "incident.h"

enum { LETTER_KINDS = 4 };
/* Code and label; the hint says what it is for. */
extern const struct choice letter_kinds[LETTER_KINDS];
/* The text that a letter of this kind begins with: facts of the incident, and square brackets for
 * what is not to be kept here. Whoever is not to be named to others is not. */
const char *letter_begin(struct req *, const struct q_incident_by_ref *, const char *kind);
#endif
