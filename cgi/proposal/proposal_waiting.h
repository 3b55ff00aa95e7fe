/* proposal_waiting.h: what waits in proposals, for My work; and telling people what was decided. */
#ifndef PROPOSAL_WAITING_H
#define PROPOSAL_WAITING_H

#include "jobs.h"
#include "req.h"

int64_t proposal_questions_waiting(struct req *);
int64_t proposal_passages_waiting(struct req *);
int64_t proposal_outcomes_late(struct req *);

/* Writes once to everybody who left an address, after what was decided is published; forgets
 * addresses to which nothing more is due. */
job_function proposal_tell;
#endif
