/* proposal_fold.h: the totals that results are read from. */
#ifndef PROPOSAL_FOLD_H
#define PROPOSAL_FOLD_H

#include "fold.h"
#include "jobs.h"

/* What replaces another response takes its codes along; the words that responses are searched by
 * are stored; results that were published are taken back where they would tell a small number now.
 */
extern const struct fold_kind proposal_fold;
/* All that is pending. */
job_function proposal_fold_job;

/* So many changes a page counts before it shows figures: what comes in while nobody looks is
 * counted by the job. */
enum { PROPOSAL_FOLD = 2000 };
#endif
