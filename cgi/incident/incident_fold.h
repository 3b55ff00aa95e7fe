/* incident_fold.h: the totals that trends are read from. */
#ifndef INCIDENT_FOLD_H
#define INCIDENT_FOLD_H

#include "fold.h"
#include "jobs.h"

/* Also stores the words that incidents are searched by. */
extern const struct fold_kind incident_fold;
/* All that is pending. */
job_function incident_fold_job;
#endif
