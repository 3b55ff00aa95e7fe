/* jobs.h: what `soundings jobs` does, every few minutes, as the owner of the database. Each job may
 * run twice at once, or not at all for a while, and nothing is lost or done twice. */
#ifndef JOBS_H
#define JOBS_H

#include "db.h"
#include "setting.h"

/* True when it did all there was to do. What it leaves uncommitted is committed after it, when it
 * was true. It runs again at once when the database says that two transactions met (DB_AGAIN).
 * `ctx` goes with the job. */
typedef bool job_function(
	struct db *, TALLOC_CTX *ctx, const struct conf *, const struct settings *, int64_t now);

/* mail_send.c: sends what is due; forgets what ended long ago. */
job_function mail_send_due;
job_function mail_forget;
#endif
