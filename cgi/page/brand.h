/* brand.h: the organisation's name, logo and colour at the head of a page. */
#ifndef BRAND_H
#define BRAND_H

#include "setting.h"
#include "tpl.h"

/* Sets the markers of layout_brand.tpl in t and includes it at {{>BRAND}}; COLOUR, THEME_COLOUR,
 * COMMISSIONER and SITE too. `values` are by setting; only those of GROUP_IDENTITY are looked at.
 */
void brand_show(struct tpl *t, const char *const values[SETTINGS]);
/* The same of the settings that hold. */
void brand_show_set(struct tpl *t, const struct settings *);
#endif
