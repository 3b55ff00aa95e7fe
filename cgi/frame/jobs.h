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

/* investigation_mail.c: whoever was asked is reminded, once before the day and once after it. */
job_function investigation_remind;

/* monitoring_job.c: makes monitoring returns of periods that have begun; reminds who sends them. */
job_function monitoring_make;
job_function monitoring_remind;

/* mail_send.c: sends what is due; forgets what ended long ago. */
job_function mail_send_due;
job_function mail_forget;
/* incident_state.c: brings back what was on hold until today. */
job_function incident_holds_over;
/* anonymous_said.c: what people without a name sent goes into the history of their report. */
job_function incident_said_take;
/* contract_job.c: once a day, what is kept beside contracts. */
job_function contracts_settle_job;
/* incident_remind.c: owners of actions that are due soon, or overdue. */
job_function actions_remind;
/* call_mail.c: whoever has not sent anything to a call that closes soon. */
job_function calls_remind;
/* review_jobs.c: reviews are opened when their day is near; go on when nobody's form moves them. */
job_function reviews_open_due;
job_function reviews_go_on;
/* proposal_copy.c: copies for respondents to a proposal who asked for one. */
job_function proposal_copies_send;
#endif
