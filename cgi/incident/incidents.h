/* incidents.h: what of the queue waits for an incident manager, for My work. */
#ifndef INCIDENTS_H
#define INCIDENTS_H

#include "req.h"

/* Reports that nobody has looked at: somebody should have by now; there is time yet. */
int64_t incidents_late(struct req *);
int64_t incidents_unseen(struct req *);
#endif
