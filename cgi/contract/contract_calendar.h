/* contract_calendar.h: days on which something about contracts is due: a page shows them, and a
 * feed. */
#ifndef CONTRACT_CALENDAR_H
#define CONTRACT_CALENDAR_H

#include "contract_list.h"

enum { CALENDAR_KINDS = 5 };
extern const struct choice calendar_kinds[CALENDAR_KINDS]; /* the query's codes */
#endif
