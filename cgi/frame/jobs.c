/* jobs.c: the verb `jobs`: everything that happens by the clock. One that fails does not keep the
 * others from running. */
#include "jobs.h"

#include <sodium.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>
#include "account_token.h"
#include "audit_chain.h"
#include "bulletin.h"
#include "cli.h"
#include "conf.h"
#include "contract_actions.h"
#include "incident_fold.h"
#include "person.h"
#include "proposal_waiting.h"
#include "proposal_fold.h"
#include "retention.h"
#include "session.h"
#include "survey.h"

/* KEPT: a form that came after its session had ended, see kept.c. */
enum {
	TRIES = 5,
	FAILURE_KEPT_SECONDS = 60 * 60,
	KEPT_SECONDS = 7 * 24 * 60 * 60,
	IMPORT_KEPT_SECONDS = 24 * 60 * 60
};

static bool sign_in_expire(struct db *db, TALLOC_CTX *ctx, const struct conf *conf,
	const struct settings *settings, int64_t now)
{
	(void)ctx, (void)conf, (void)settings;
	Q_RUN(db, session_expire, .seen_before = now - SESSION_KEPT_SECONDS);
	Q_RUN(db, kept_expire, .before = now - KEPT_SECONDS);
	Q_RUN(db, import_expire, .before = now - IMPORT_KEPT_SECONDS);
	Q_RUN(db, failure_expire, .before = now - FAILURE_KEPT_SECONDS);
	return true;
}

static bool password_requests(struct db *db, TALLOC_CTX *ctx, const struct conf *conf,
	const struct settings *settings, int64_t now)
{
	(void)settings;
	return account_requests_answer(db, ctx, conf, now);
}

static bool tally_all(struct db *db, TALLOC_CTX *ctx, const struct conf *conf,
	const struct settings *settings, int64_t now)
{
	(void)conf, (void)settings, (void)now;
	return tally_command(db, ctx, false) == 0;
}

/* In this order: what is quick and others wait for comes first, what talks to the network later;
 * last what may wait for the end of a transaction that adds a message. */
static const struct {
	const char *name; /* "...: could not be done" */
	job_function *run;
} jobs[] = {
	{ "ending old sessions", sign_in_expire },
	{ "answering requests for a new password", password_requests },
	{ "ending requests for a new device", device_requests_lapse },
	{ "taking in reports without a name", incident_said_take },
	{ "taking up incidents that were on hold", incident_holds_over },
	{ "folding responses", tally_all },
	{ "counting incidents", incident_fold_job },
	{ "counting responses to proposals", proposal_fold_job },
	{ "counting anew what is kept beside contracts", contracts_settle_job },
	{ "reminding owners of actions", actions_remind },
	{ "reminding owners of actions of contracts", contract_actions_remind },
	{ "destroying what two people decided on", retention_job },
	{ "chaining the trail", audit_job },
	{ "writing to practices about bulletins", bulletin_mail_job },
	{ "reminding of requests to investigate", investigation_remind },
	{ "making monitoring returns", monitoring_make },
	{ "reminding of monitoring returns", monitoring_remind },
	{ "reminding of calls for plans and bids", calls_remind },
	{ "opening reviews", reviews_open_due },
	{ "moving reviews on", reviews_go_on },
	{ "sending copies of responses", proposal_copies_send },
	{ "telling people what came of a proposal", proposal_tell },
	{ "sending mail", mail_send_due },
	{ "forgetting old mail", mail_forget },
};

/* Over as many tries as the database asks for. */
static bool run_job(struct db *db, struct cli *cli, const struct conf *conf, size_t i, int64_t now)
{
	bool fine = false, again = true;

	for (int tries = 1; again && tries <= TRIES; tries++) {
		TALLOC_CTX *ctx = talloc_new(cli->ctx);

		db_clear(db);
		db_use(db, ctx);
		fine = jobs[i].run(db, ctx, conf, settings_get(db, conf, now), now);
		again = db_state(db) == DB_AGAIN;
		if (fine)
			fine = db_commit(db);
		again |= !fine && db_state(db) == DB_AGAIN;
		db_rollback(db);
		db_clear(db);
		db_use(db, cli->ctx);
		talloc_free(ctx);
		if (again)
			usleep(1000 + randombytes_uniform(20000) * (unsigned)tries);
	}
	if (!fine)
		fprintf(stderr, "soundings: jobs: %s: not done, and tried again by the next run\n",
			jobs[i].name);
	return fine;
}

int cli_jobs(struct cli *cli)
{
	const struct conf *conf = conf_load(cli->ctx);
	int64_t now = time(NULL);
	bool fine = true;
	struct db *db;

	if (!conf)
		return 1;
	db = db_new(cli->ctx, conf, POOL_OWNER);
	db_use(db, cli->ctx);
	for (size_t i = 0; i < COUNT(jobs); i++)
		fine &= run_job(db, cli, conf, i, now);
	return fine ? 0 : 1;
}
