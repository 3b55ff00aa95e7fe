/* menu.h: the places of the staff pages, for the menu and for My work. */
#ifndef MENU_H
#define MENU_H

#include "req.h"

/* {{#MENU_ITEM}} with MENU_PATH, MENU_LABEL and MENU_CURRENT for each place that the person may
 * open. */
void menu_show(struct req *, struct tpl *header);
/* {{#PLACE}} with MENU_PATH, PLACE_LABEL and PLACE_ABOUT: the same, with what each
 * is for. */
void menu_places(struct req *, struct tpl *page);
#endif
