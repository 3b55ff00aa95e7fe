/* proposals_open.h: proposals on the first page of the public site. */
#ifndef PROPOSALS_OPEN_H
#define PROPOSALS_OPEN_H

#include "req.h"

/* {{#PROPOSALS}}: those that can be answered today. Nothing where there never was one. */
void public_proposals_show(struct req *, struct tpl *page);
#endif
