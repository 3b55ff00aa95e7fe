/* incident_state.c: the table of moves, and the one function that moves an incident. */
#include "incident_state.h"

#include <string.h>
#include "audit.h"
#include "jobs.h"

enum { DAY_SECONDS = 24 * 60 * 60, HOLDS_A_RUN = 200 };

const struct choice incident_movers[INCIDENT_MOVERS] = {
	[MOVER_MANAGER] = { "manager", "The incident manager", NULL, false },
	[MOVER_REPORTER] = { "reporter", "The practice that reported it", NULL, false },
	[MOVER_PROVIDER] = { "provider", "The organisation that was asked", NULL, false },
	[MOVER_PROGRAM] = { "program", "Soundings itself", NULL, false },
};

#define OF(state) (1u << INCIDENT_##state)
/* Nobody waits for anybody else: a manager has it in hand. */
#define FRESH     (OF(SUBMITTED) | OF(REOPENED))
#define AT_WORK   (FRESH | OF(TRIAGE) | OF(INVESTIGATING) | OF(PLANNED))
#define OVER      (OF(CLOSED) | OF(DUPLICATE) | OF(NOT))

const struct incident_way incident_ways[] = {
	{ OF(DRAFT), INCIDENT_SUBMITTED, MOVER_REPORTER, NEEDS_REPORT, "Send the report", NULL },

	{ FRESH, INCIDENT_TRIAGE, MOVER_MANAGER, 0, "I have looked at this",
		"Your report has been looked at, and we are deciding what to do next." },
	{ OF(INFORMATION), INCIDENT_TRIAGE, MOVER_REPORTER, NEEDS_ANSWER, "Answer the question",
		NULL },
	{ OF(INFORMATION), INCIDENT_TRIAGE, MOVER_MANAGER, NEEDS_REASON, "Go on without the answer",
		"We go on with your report without waiting for an answer to our question. You can "
		"still add to your report." },
	{ OF(HOLD), INCIDENT_TRIAGE, MOVER_MANAGER, 0, "Take it up again",
		"We have taken up your report again." },
	{ OF(HOLD), INCIDENT_TRIAGE, MOVER_PROGRAM, NEEDS_DAY_COME, "The day has come",
		"The day until which your report waited has come, and we look at it again." },

	{ AT_WORK, INCIDENT_INFORMATION, MOVER_MANAGER, NEEDS_QUESTION, "Ask the reporter",
		"We have a question about your report. Please answer it on the page of your "
		"report." },

	{ AT_WORK, INCIDENT_PROVIDER, MOVER_MANAGER, NEEDS_REQUEST,
		"Ask an organisation to look into it",
		"We have asked another organisation to look into what you reported." },
	{ OF(PROVIDER), INCIDENT_INVESTIGATING, MOVER_PROVIDER, NEEDS_ANSWER, "Send the answer",
		"The organisation that we asked has answered, and we are reading its answer." },
	{ OF(PROVIDER), INCIDENT_INVESTIGATING, MOVER_MANAGER, NEEDS_REASON,
		"Go on without the provider’s answer",
		"We go on looking into what you reported, without waiting for the other "
		"organisation." },

	{ FRESH | OF(TRIAGE) | OF(PLANNED) | OF(HOLD), INCIDENT_INVESTIGATING, MOVER_MANAGER, 0,
		"Start investigating",
		"We are looking into what happened, and what can be learned from it." },
	{ FRESH | OF(TRIAGE) | OF(INVESTIGATING) | OF(HOLD), INCIDENT_PLANNED, MOVER_MANAGER, 0,
		"Action is planned",
		"We have decided what should be done so that it does not happen again, and it is "
		"being done." },

	{ AT_WORK | OF(INFORMATION) | OF(HOLD), INCIDENT_CLOSED, MOVER_MANAGER,
		NEEDS_REASON | NEEDS_TELL, "Close the incident", NULL },
	{ AT_WORK, INCIDENT_HOLD, MOVER_MANAGER, NEEDS_REASON | NEEDS_UNTIL, "Put on hold",
		"Your report has to wait. We look at it again on {until} at the latest." },
	{ AT_WORK | OF(INFORMATION) | OF(HOLD), INCIDENT_DUPLICATE, MOVER_MANAGER, NEEDS_OF_WHICH,
		"It is a duplicate",
		"We had been told of this already. We deal with both reports together, under the "
		"other one, and yours is kept with it. Thank you for telling us." },
	{ AT_WORK | OF(INFORMATION) | OF(HOLD), INCIDENT_NOT, MOVER_MANAGER,
		NEEDS_REASON | NEEDS_TELL, "It is not an incident", NULL },

	{ OVER, INCIDENT_REOPENED, MOVER_MANAGER, NEEDS_REASON, "Reopen",
		"We have opened your report again, to look into it further." },
	{ OVER, INCIDENT_REOPENED, MOVER_REPORTER, NEEDS_REASON | NEEDS_SOON,
		"Ask us to look again", NULL },
};
const size_t n_incident_ways = COUNT(incident_ways);

const struct incident_way *incident_way(
	enum incident_state from, enum incident_state to, enum incident_mover mover)
{
	for (size_t i = 0; i < COUNT(incident_ways); i++)
		if (incident_ways[i].from & 1u << from && incident_ways[i].to == to &&
			incident_ways[i].mover == mover)
			return &incident_ways[i];
	return NULL;
}

const char *incident_needs_words(TALLOC_CTX *ctx, unsigned needs)
{
	static const struct {
		unsigned need;
		const char *words;
	} list[] = {
		{ NEEDS_REPORT, "the report" },
		{ NEEDS_QUESTION, "a question" },
		{ NEEDS_REQUEST, "a request to the provider" },
		{ NEEDS_ANSWER, "the answer" },
		{ NEEDS_REASON, "why" },
		{ NEEDS_UNTIL, "until when" },
		{ NEEDS_OF_WHICH, "of which" },
		{ NEEDS_TELL, "an answer to the reporter" },
		{ NEEDS_SOON, "within 90 days" },
		{ NEEDS_DAY_COME, "the day that was set" },
	};
	struct buf out = { .ctx = ctx };

	for (size_t i = 0; i < COUNT(list); i++)
		if (needs & list[i].need)
			buf_addf(&out, "%s%s", out.len ? ", " : "", list[i].words);
	return buf_text(&out);
}

const char *incident_state_colour(enum incident_state state)
{
	static const char *const colours[INCIDENT_STATES] = {
		[INCIDENT_DRAFT] = "grey",
		[INCIDENT_SUBMITTED] = "red",
		[INCIDENT_TRIAGE] = "blue",
		[INCIDENT_INFORMATION] = "yellow",
		[INCIDENT_PROVIDER] = "yellow",
		[INCIDENT_INVESTIGATING] = "blue",
		[INCIDENT_PLANNED] = "purple",
		[INCIDENT_CLOSED] = "green",
		[INCIDENT_HOLD] = "yellow",
		[INCIDENT_DUPLICATE] = "grey",
		[INCIDENT_NOT] = "grey",
		[INCIDENT_REOPENED] = "red",
	};

	return colours[state];
}

/* ---- Moving ---------------------------------------------------------------------------------- */

static bool given(const char *text)
{
	return text && *text;
}

/* Is there all that this move needs? What a page of its own sees to is not looked at again. */
static bool has_needs(const struct incident_actor *by, const struct q_incident_by_ref *in,
	const struct incident_way *way, const struct incident_move *m)
{
	struct q_incident_state_lock other;
	char today[11];

	check_today(by->now, today);
	if (way->needs & NEEDS_REPORT || (way->needs & NEEDS_REASON && !given(m->reason)) ||
		(way->needs & NEEDS_QUESTION && !given(m->question)) ||
		(way->needs & NEEDS_TELL && !given(m->tell)))
		return false;
	if (way->needs & NEEDS_UNTIL && (!given(m->until) || strcmp(m->until, today) <= 0))
		return false;
	if (way->needs & NEEDS_SOON &&
		in->closed_at < by->now - (int64_t)INCIDENT_REOPEN_DAYS * DAY_SECONDS)
		return false;
	if (way->needs & NEEDS_DAY_COME && (!in->hold_until || strcmp(in->hold_until, today) > 0))
		return false;
	if (!(way->needs & NEEDS_OF_WHICH))
		return true;
	/* Locked, so that no two become duplicates of each other at the same time. */
	return m->duplicate_of && m->duplicate_of != in->incident_id &&
	       Q_ONE(by->db, incident_state_lock, &other, .incident_id = m->duplicate_of) &&
	       strcmp(other.state, "draft") != 0 && strcmp(other.state, "duplicate") != 0;
}

/* The table's words with the day put in. */
static const char *told_words(TALLOC_CTX *ctx, const char *told, const char *until)
{
	const char *at = strstr(told, "{until}");

	return at ? text_format(ctx, "%.*s%s%s", (int)(at - told), told, date_text(ctx, until),
			    at + strlen("{until}"))
		  : told;
}

int64_t incident_place(const struct incident_actor *by, const struct q_incident_by_ref *in,
	enum incident_state state, int64_t state_at, bool looked)
{
	int64_t since = state_at;

	if (state == INCIDENT_REOPENED) /* somebody is to look at it again, as if it were new */
		since = working_days_after(by->db, state_at, INCIDENT_WORKING_DAYS);
	else if (in->due_at && (!looked || state == INCIDENT_SUBMITTED))
		since = in->due_at;
	return incident_urgency(state, looked, since);
}

static void write_down(const struct incident_actor *by, const struct q_incident_by_ref *in,
	enum incident_state from, const struct incident_way *way, const struct incident_move *m)
{
	const char *told = given(m->tell) ? m->tell : way->told;
	json_t *detail = NULL;

	if (way->needs & NEEDS_UNTIL)
		detail = audit_fact(detail, "until", m->until);
	incident_event_as(by, in->incident_id,
		&(struct incident_event){ .kind = EVENT_MOVED,
			.audience = way->mover == MOVER_REPORTER ? FOR_MANAGER | FOR_REPORTER
								 : FOR_MANAGER,
			.text = m->reason,
			.detail = detail,
			.from = from,
			.to = way->to });
	if (way->needs & NEEDS_QUESTION)
		incident_event_as(by, in->incident_id,
			&(struct incident_event){ .kind = EVENT_QUESTION,
				.audience = FOR_MANAGER | FOR_REPORTER,
				.text = m->question });
	if (told)
		incident_tell_as(by, in, told_words(by->ctx, told, m->until));
}

/* Whoever reported the same is told the same, when the answer comes. */
static void tell_duplicates(
	const struct incident_actor *by, const struct q_incident_by_ref *in, const char *tell)
{
	struct db_rows *rows = Q_ROWS(by->db, incident_duplicates, .incident_id = in->incident_id);
	struct q_incident_duplicates row;
	struct q_incident_by_ref duplicate;

	while (Q_NEXT(rows, incident_duplicates, &row))
		if (Q_ONE(by->db, incident_by_ref, &duplicate, .ref = row.ref))
			incident_tell_as(by, &duplicate, tell);
}

bool incident_move_as(const struct incident_actor *by, const struct q_incident_by_ref *in,
	enum incident_mover mover, const struct incident_move *m)
{
	enum incident_state from = incident_state_of(in->state);
	const struct incident_way *way = incident_way(from, m->to, mover);
	bool looks = mover == MOVER_MANAGER;
	int64_t moved = 0;

	if (!way || !has_needs(by, in, way, m))
		return false;
	Q_RUN_COUNT(by->db, incident_move, &moved, .state_to = incident_states[m->to].code,
		.at = by->now, .looked_at = looks ? by->now : 0,
		.closed_at = incident_is_over(m->to) ? by->now : 0,
		.hold_until = way->needs & NEEDS_UNTIL ? m->until : NULL,
		.duplicate_of = way->needs & NEEDS_OF_WHICH ? m->duplicate_of : 0,
		.urgency = incident_place(by, in, m->to, by->now, looks || in->looked_at),
		.incident_id = in->incident_id, .state_from = in->state,
		.row_version = in->row_version);
	if (moved == 0)
		return false;
	write_down(by, in, from, way, m);
	if (way->needs & NEEDS_TELL)
		tell_duplicates(by, in, m->tell);
	return true;
}

bool incident_move(struct req *r, const struct q_incident_by_ref *in, enum incident_mover mover,
	const struct incident_move *m)
{
	struct incident_actor by = incident_actor(r);

	if (!incident_move_as(&by, in, mover, m))
		return false;
	audit(r, AUDIT_CHANGE, "incident", in->ref,
		audit_changed(NULL, "state", in->state, incident_states[m->to].code));
	return true;
}

/* ---- By the clock ---------------------------------------------------------------------------- */

/* Reports whose day has come are looked at again. More than a run takes wait for the next. */
bool incident_holds_over(struct db *db, TALLOC_CTX *ctx, const struct conf *conf,
	const struct settings *settings, int64_t now)
{
	struct incident_actor by = {
		.db = db, .ctx = ctx, .conf = conf, .settings = settings, .now = now
	};
	struct q_incident_holds_over row;
	struct q_incident_by_ref in;
	struct db_rows *rows;
	char today[11];

	check_today(now, today);
	rows = Q_ROWS(db, incident_holds_over, .today = today, .most = HOLDS_A_RUN);
	while (Q_NEXT(rows, incident_holds_over, &row))
		if (Q_ONE(db, incident_by_ref, &in, .ref = row.ref) &&
			incident_move_as(&by, &in, MOVER_PROGRAM,
				&(struct incident_move){ .to = INCIDENT_TRIAGE }))
			audit_program(db, ctx, AUDIT_CHANGE, "incident", in.ref,
				audit_changed(NULL, "state", in.state, "triage"));
	return true;
}
