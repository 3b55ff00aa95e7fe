/* incident.c: an incident as every page of it needs it: finding one, who sees it, what is written
 * down about it, telling its reporter. */
#include "incident.h"

#include <string.h>
#include "access.h"
#include "conf.h"
#include "mail.h"
#include "setting.h"

const struct choice incident_states[INCIDENT_STATES] = {
	[INCIDENT_DRAFT] = { "draft", "Draft", NULL, false },
	[INCIDENT_SUBMITTED] = { "submitted", "Submitted", NULL, false },
	[INCIDENT_TRIAGE] = { "triage", "In triage", NULL, false },
	[INCIDENT_INFORMATION] = { "information", "Needs information", NULL, false },
	[INCIDENT_PROVIDER] = { "provider", "With the provider", NULL, false },
	[INCIDENT_INVESTIGATING] = { "investigating", "Investigating", NULL, false },
	[INCIDENT_PLANNED] = { "planned", "Action planned", NULL, false },
	[INCIDENT_CLOSED] = { "closed", "Closed", NULL, false },
	[INCIDENT_HOLD] = { "hold", "On hold", NULL, false },
	[INCIDENT_DUPLICATE] = { "duplicate", "Duplicate", NULL, false },
	[INCIDENT_NOT] = { "not_incident", "Not an incident", NULL, false },
	[INCIDENT_REOPENED] = { "reopened", "Reopened", NULL, false },
};

const struct choice incident_kinds[INCIDENT_KINDS] = {
	{ "incident", "Something went wrong, or could have",
		"An incident or a near miss: something happened, or did not happen, that could "
		"have led to harm or did",
		false },
	{ "outcome", "A poor outcome",
		"It went badly for a patient, and it is not clear that care had to do with it",
		false },
	{ "risk", "A risk", "Something that could lead to harm one day", false },
	{ "good_care", "Good care", "Something that went well and that others can learn from",
		false },
};

const struct choice incident_abouts[INCIDENT_ABOUTS] = {
	{ "own", "Our practice", NULL, false },
	{ "other", "Another organisation", NULL, false },
	{ "unknown", "I do not know", NULL, false },
};

const struct choice incident_shares[INCIDENT_SHARES] = {
	{ "name", "My name and our practice", NULL, false },
	{ "practice", "Our practice, not my name", NULL, false },
	{ "nobody", "Neither", NULL, false },
};

enum incident_state incident_state_of(const char *code)
{
	return (enum incident_state)choice_index(incident_states, INCIDENT_STATES, code);
}

bool incident_is_over(enum incident_state state)
{
	return state == INCIDENT_CLOSED || state == INCIDENT_DUPLICATE || state == INCIDENT_NOT;
}

/* ---- Finding one ----------------------------------------------------------------------------- */

static bool find(struct req *r, struct q_incident_by_ref *in)
{
	char ref[REF_LENGTH + 1];

	return ref_read(r->args[0], ref) && Q_ONE(r->db, incident_by_ref, in, .ref = ref);
}

static int found(
	struct req *r, struct q_incident_by_ref *in, enum incident_access least, const char *why)
{
	enum incident_access may;

	if (!find(r, in))
		return not_found(r);
	may = access_incident(r->person, in->organisation_id, in->reporter_id,
		strcmp(in->state, "draft") == 0, in->anonymous);
	return may & least ? 0 : not_theirs(r, why);
}

int incident_managed(struct req *r, struct q_incident_by_ref *in)
{
	return found(r, in, INCIDENT_MANAGES, "an incident");
}

int incident_read(struct req *r, struct q_incident_by_ref *in)
{
	return found(r, in, INCIDENT_MANAGES | INCIDENT_READS, "an incident");
}

int incident_reported(struct req *r, struct q_incident_by_ref *in)
{
	return found(r, in, INCIDENT_REPORTS, "another practice's report");
}

/* ---- What is written down -------------------------------------------------------------------- */

static const struct choice event_kinds[EVENT_KINDS] = {
	[EVENT_MOVED] = { "moved", "Moved", NULL, false },
	[EVENT_ASSIGNED] = { "assigned", "Assigned", NULL, false },
	[EVENT_NOTE] = { "note", "Note", NULL, false },
	[EVENT_QUESTION] = { "question", "Question", NULL, false },
	[EVENT_ANSWER] = { "answer", "Answer", NULL, false },
	[EVENT_ADDED] = { "added", "Added by the reporter", NULL, false },
	[EVENT_GRADED] = { "graded", "Graded", NULL, false },
	[EVENT_THEME] = { "theme", "Themes", NULL, false },
	[EVENT_ACTION] = { "action", "Action", NULL, false },
	[EVENT_LETTER] = { "letter", "Letter", NULL, false },
	[EVENT_CANDOUR] = { "candour", "Duty of candour", NULL, false },
	[EVENT_FILE] = { "file", "File", NULL, false },
	[EVENT_TOLD] = { "told", "The reporter was told", NULL, false },
	[EVENT_EDITED] = { "edited", "Changed", NULL, false },
	[EVENT_BULLETIN] = { "bulletin", "Learning bulletin", NULL, false },
};

const char *incident_event_code(enum incident_event_kind kind)
{
	return event_kinds[kind].code;
}

const char *incident_event_label(enum incident_event_kind kind)
{
	return event_kinds[kind].label;
}

enum incident_event_kind incident_event_kind_of(const char *code)
{
	return (enum incident_event_kind)choice_index(event_kinds, EVENT_KINDS, code);
}

static const char *audience_text(TALLOC_CTX *ctx, unsigned audience)
{
	const char *names[] = { audience & FOR_MANAGER ? ",manager" : "",
		audience & FOR_REPORTER ? ",reporter" : "",
		audience & FOR_PROVIDER ? ",provider" : "" };
	const char *all = text_format(ctx, "%s%s%s", names[0], names[1], names[2]);

	ASSERT(*all);
	return all + 1;
}

struct incident_actor incident_actor(const struct req *r)
{
	return (struct incident_actor){ .db = r->db,
		.ctx = r->ctx,
		.conf = r->conf,
		.settings = r->settings,
		.now = r->now,
		.person_id = r->person ? r->person->person_id : 0,
		.organisation_id = r->person ? r->person->organisation_id : 0 };
}

void incident_event_as(
	const struct incident_actor *by, int64_t incident_id, const struct incident_event *e)
{
	bool moved = e->kind == EVENT_MOVED;

	Q_RUN(by->db, incident_event_add, .incident_id = incident_id, .at = by->now,
		.person_id = by->person_id, .organisation_id = by->organisation_id,
		.kind = incident_event_code(e->kind),
		.state_from = moved ? incident_states[e->from].code : "",
		.state_to = moved ? incident_states[e->to].code : "",
		.audience = audience_text(by->ctx, e->audience), .request_id = e->request_id,
		.text = e->text ? e->text : "", .detail = json_compact(by->ctx, e->detail));
	json_decref(e->detail);
	Q_RUN(by->db, incident_pending_add, .incident_id = incident_id);
}

void incident_event(struct req *r, int64_t incident_id, const struct incident_event *e)
{
	struct incident_actor by = incident_actor(r);

	incident_event_as(&by, incident_id, e);
}

/* ---- The reporter ---------------------------------------------------------------------------- */

void incident_tell_as(
	const struct incident_actor *by, const struct q_incident_by_ref *in, const char *sentence)
{
	struct q_incident_reporter_active reporter;
	const char *name = setting_text(by->settings, SETTING_NAME);

	incident_event_as(by, in->incident_id,
		&(struct incident_event){ .kind = EVENT_TOLD,
			.audience = FOR_MANAGER | FOR_REPORTER,
			.text = sentence });
	if (!in->reporter_id ||
		!Q_ONE(by->db, incident_reporter_active, &reporter, .person_id = in->reporter_id,
			.organisation_id = in->organisation_id))
		return;
	mail_add(by->db, by->ctx, by->conf,
		&(struct mail){ .kind = "incident",
			.recipient = reporter.email,
			.subject = "News of a report you made",
			.body = text_format(by->ctx,
				"Dear %s,\n\nThere is news of report %s, which you made to %s. "
				"Sign in to read it:\n\n%s/reports/%s\n\n-- \n%s, Soundings\n",
				reporter.name, in->ref, name, conf_get(by->conf, "staff_url", ""),
				in->ref, name) },
		by->now);
}

void incident_tell(struct req *r, const struct q_incident_by_ref *in, const char *sentence)
{
	struct incident_actor by = incident_actor(r);

	incident_tell_as(&by, in, sentence);
}

/* ---- Words and numbers ----------------------------------------------------------------------- */

int64_t incident_urgency(enum incident_state state, bool looked_at, int64_t since)
{
	static const int ranks[INCIDENT_STATES] = {
		[INCIDENT_SUBMITTED] = 1,
		[INCIDENT_REOPENED] = 1,
		[INCIDENT_TRIAGE] = 2,
		[INCIDENT_INVESTIGATING] = 3,
		[INCIDENT_PLANNED] = 3,
		[INCIDENT_INFORMATION] = 4,
		[INCIDENT_PROVIDER] = 4,
		[INCIDENT_HOLD] = 4,
		[INCIDENT_CLOSED] = 5,
		[INCIDENT_DUPLICATE] = 5,
		[INCIDENT_NOT] = 5,
		[INCIDENT_DRAFT] = 6,
	};
	const int64_t room = 100000000000;
	int64_t rank = ranks[state];

	if (!looked_at && !incident_is_over(state) && state != INCIDENT_DRAFT)
		rank = 1;
	/* What is over: the latest first. */
	return rank * room + (rank >= 5 ? room - 1 - since : since);
}

const char *grade_label(int64_t likelihood, int64_t consequence)
{
	int64_t product = likelihood * consequence;

	if (likelihood < 1 || consequence < 1)
		return NULL;
	return product >= 15  ? "Extreme"
	       : product >= 8 ? "High"
	       : product >= 4 ? "Moderate"
			      : "Low";
}
