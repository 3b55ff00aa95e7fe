/* proposal_fold.h: the totals that results are read from. */
#ifndef PROPOSAL_FOLD_H
#define PROPOSAL_FOLD_H

#include "jobs.h"

/* Counts up to `most` changes, in the caller's transaction: each response is taken out of the
 * totals as what it was, and put in as what it is; what replaces another takes its codes along; the
 * words that it is searched by are stored. Gives how many changes there were. Where two folds meet,
 * the database makes one of them begin again. */
int64_t proposal_fold(struct db *, TALLOC_CTX *, int64_t most);
/* All that is pending. */
job_function proposal_fold_job;
/* `soundings tally`: counts all that is pending; with `rebuild` makes the totals again from the
 * responses, and says whether they were right. Returns an exit status. */
int proposal_tally_command(struct db *, TALLOC_CTX *, bool rebuild);

/* So many changes a page counts before it shows figures: what comes in while nobody looks is
 * counted by the job. */
enum { PROPOSAL_FOLD = 2000 };
#endif
