/* proposal_texts.h: the languages that a proposal can be written in beside English. */
#ifndef PROPOSAL_TEXTS_H
#define PROPOSAL_TEXTS_H

#include "form.h"

enum { PROPOSAL_LANGUAGES = 30 };
/* easy-read, and codes of BCP 47 with their own names. */
extern const struct choice proposal_languages[PROPOSAL_LANGUAGES];
#endif
