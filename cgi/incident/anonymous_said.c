/* anonymous_said.c: what people without a name sent is put where it belongs: into the history of
 * their report. The pages that they use cannot: they may write to no incident. */
#include <string.h>
#include "anonymous.h"
#include "incident_report.h"
#include "incident_state.h"
#include "jobs.h"
#include "report.h"
#include "search.h"

enum { SAID_A_RUN = 500, KEPT_SECONDS = 30 * 24 * 60 * 60 };

/* It has come: its first event, and the words it is found by. */
static void note_sent(const struct incident_actor *by, const struct q_incident_by_ref *in)
{
	search_store(by->db, by->ctx, "incident", in->incident_id, in->title,
		incident_report_words(by->ctx, report_open(by->ctx, in->report)), in->ref,
		in->practice, NULL);
	incident_event_as(by, in->incident_id,
		&(struct incident_event){ .kind = EVENT_MOVED,
			.audience = FOR_MANAGER | FOR_REPORTER,
			.from = INCIDENT_DRAFT,
			.to = INCIDENT_SUBMITTED });
}

/* An answer moves the report back to triage, if it still waits for one. No row of the trail, which
 * would keep the minute: the event tells who (nobody known), what and the day. */
static void note_said(const struct incident_actor *by, const struct q_incident_by_ref *in,
	const struct q_anonymous_said_waiting *said)
{
	bool answers = strcmp(said->kind, "answer") == 0 &&
		       incident_state_of(in->state) == INCIDENT_INFORMATION;

	incident_event_as(by, in->incident_id,
		&(struct incident_event){ .kind = answers ? EVENT_ANSWER : EVENT_ADDED,
			.audience = FOR_MANAGER | FOR_REPORTER,
			.text = said->text,
			.detail = json_loads(said->detail, 0, NULL) });
	if (answers)
		incident_move_as(
			by, in, MOVER_REPORTER, &(struct incident_move){ .to = INCIDENT_TRIAGE });
	else
		Q_RUN(by->db, report_touch, .incident_id = in->incident_id,
			.organisation_id = in->organisation_id);
}

bool incident_said_take(struct db *db, TALLOC_CTX *ctx, const struct conf *conf,
	const struct settings *settings, int64_t now)
{
	struct incident_actor by = { .db = db, .ctx = ctx, .conf = conf, .settings = settings };
	struct db_rows *rows = Q_ROWS(db, anonymous_said_waiting, .most = SAID_A_RUN);
	struct q_anonymous_said_waiting said;
	struct q_incident_by_ref in;
	int64_t taken;

	while (Q_NEXT(rows, anonymous_said_waiting, &said)) {
		taken = 0;
		Q_RUN_COUNT(db, anonymous_said_take, &taken, .said_id = said.said_id);
		/* Of no report: whoever wrote it did so past our pages. */
		if (taken == 0 || !said.ref || !Q_ONE(db, incident_by_ref, &in, .ref = said.ref))
			continue;
		by.now = said.said_on;
		if (strcmp(said.kind, "sent") == 0)
			note_sent(&by, &in);
		else
			note_said(&by, &in, &said);
	}
	Q_RUN(db, anonymous_said_forget, .before = now - KEPT_SECONDS);
	return true;
}
