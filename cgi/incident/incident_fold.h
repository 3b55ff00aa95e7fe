/* incident_fold.h: the totals that trends are read from. */
#ifndef INCIDENT_FOLD_H
#define INCIDENT_FOLD_H

#include "jobs.h"

/* Counts up to `most` changes, in the caller's transaction: each incident is taken out of the
 * totals as what it was, and put in as what it is. Gives how many changes there were. Where two
 * folds meet, the database makes one of them begin again. */
int64_t incident_fold(struct db *, TALLOC_CTX *, int64_t most);
/* All that is pending, and the words that incidents are searched by. */
job_function incident_fold_job;
/* `soundings tally`: counts all that is pending; with `rebuild` makes the totals again from the
 * incidents, and says whether they were right. Returns an exit status. */
int incident_tally_command(struct db *, TALLOC_CTX *, bool rebuild);
#endif
