/* investigation_manage.c: requests to other organisations, as incident managers look after them,
 * and as the auditor reads them. */
#include <stddef.h>
#include <string.h>
#include "access.h"
#include "audit.h"
#include "incident_state.h"
#include "investigation.h"
#include "pages.h"

/* ---- On the incident's page ------------------------------------------------------------------ */

static void show_state(struct tpl *t, int64_t now, const char *code, const char *due_on)
{
	static const char *const colours[INVESTIGATION_STATES + 1] = { [ASKED] = "yellow",
		[ANSWERED] = "blue",
		[ACCEPTED] = "green",
		[WITHDRAWN] = "grey",
		[INVESTIGATION_STATES] = "grey" };
	bool overdue = investigation_is_overdue(now, code, due_on);

	tpl_set(t, M_REQUEST_STATE,
		overdue ? "Overdue"
			: choice_label(investigation_states, INVESTIGATION_STATES, code));
	tpl_set(t, M_REQUEST_COLOUR, overdue ? "red" : colours[investigation_state_of(code)]);
}

void incident_section_investigations(
	struct req *r, const struct q_incident_by_ref *in, bool may_change, struct tpl *page)
{
	struct db_rows *rows = Q_ROWS(r->db, investigations_of, .incident_id = in->incident_id);
	bool may_ask = may_change && investigation_may_ask(in);
	struct tpl *t, *list = NULL, *line;
	struct q_investigations_of row;

	if (db_rows_count(rows) == 0 && !may_ask)
		return;
	t = tpl_include(page, M_SECTION, T_investigation_section);
	tpl_show_if(t, M_MAY_ASK, may_ask);
	tpl_show_if(t, M_NONE, db_rows_count(rows) == 0);
	while (Q_NEXT(rows, investigations_of, &row)) {
		if (!list)
			list = tpl_add(t, M_REQUESTS);
		line = tpl_add(list, M_REQUEST_ROW);
		tpl_set(line, M_REQUEST, text_copy(r->ctx, row.ref));
		tpl_set(line, M_SUBJECT, text_copy(r->ctx, row.subject));
		tpl_set(line, M_ORGANISATION, text_copy(r->ctx, row.organisation));
		tpl_set(line, M_ASKED_AT, day_text(r->ctx, row.asked_at));
		tpl_set(line, M_DUE_ON, date_text(r->ctx, text_copy(r->ctx, row.due_on)));
		show_state(
			line, r->now, text_copy(r->ctx, row.state), text_copy(r->ctx, row.due_on));
	}
}

/* ---- One request ----------------------------------------------------------------------------- */

struct asked {
	struct q_incident_by_ref in;
	struct q_investigation_by_ref q;
	enum investigation_state state;
};

static int find(
	struct req *r, struct asked *a, int (*incident)(struct req *, struct q_incident_by_ref *))
{
	int refused = incident(r, &a->in);
	char ref[REF_LENGTH + 1];

	if (refused)
		return refused;
	if (!ref_read(r->args[1], ref) || !Q_ONE(r->db, investigation_by_ref, &a->q, .ref = ref) ||
		a->q.incident_id != a->in.incident_id)
		return not_found(r);
	a->state = investigation_state_of(a->q.state);
	return 0;
}

static void show_heading(struct req *r, const struct asked *a)
{
	incident_heading(r, &a->in);
	tpl_set(r->page, M_REQUEST, a->q.ref);
	tpl_set(r->page, M_SUBJECT, a->q.subject);
	tpl_set(r->page, M_ORGANISATION, a->q.organisation);
	tpl_set(r->page, M_ORGANISATION_CODE, a->q.organisation_code);
	tpl_int(r->page, M_ROW_VERSION, a->q.row_version);
}

static bool has_members(struct req *r, const struct asked *a)
{
	return db_rows_count(Q_ROWS(
		       r->db, investigation_members, .organisation_id = a->q.organisation_id)) > 0;
}

/* GET /incidents/:ref/requests/:request */
int investigation_read(struct req *r)
{
	struct asked a;
	int refused = find(r, &a, incident_read);
	struct tpl *t;

	if (refused)
		return refused;
	show_heading(r, &a);
	show_state(r->page, r->now, a.q.state, a.q.due_on);
	tpl_set(r->page, M_STATE_SINCE, day_text(r->ctx, a.q.state_at));
	tpl_show_if(r->page, M_NO_MEMBERS, a.state == ASKED && !has_members(r, &a));
	tpl_optional(r->page, M_REMINDED, M_REMINDED_AT,
		a.q.overdue_at    ? day_text(r->ctx, a.q.overdue_at)
		: a.q.reminded_at ? day_text(r->ctx, a.q.reminded_at)
				  : NULL);
	tpl_show_if(r->page, M_DRAFTED, a.q.draft != NULL);
	if (access_allows(r->person, MANAGES_INCIDENTS) && a.state != WITHDRAWN) {
		t = tpl_add(r->page, M_ACTIONS);
		tpl_show_if(t, M_MAY_ACCEPT, a.state == ANSWERED);
		tpl_show_if(t, M_MAY_ASK, a.state != ASKED && investigation_may_ask(&a.in));
		tpl_show_if(t, M_OPEN, a.state == ASKED);
	}
	investigation_show(r, &a.q, r->page);
	investigation_files_show(r, &a.q, FOR_MANAGER, r->page);
	incident_timeline(r, a.in.incident_id, a.q.request_id,
		FOR_MANAGER | FOR_REPORTER | FOR_PROVIDER, r->page, M_TIMELINE);
	audit(r, AUDIT_LOOK, "investigation", a.q.ref, audit_fact(NULL, "incident", a.in.ref));
	return page_show(r, 200, T_investigation_read, a.q.subject);
}

/* ---- Changing one ---------------------------------------------------------------------------- */

/* A page with a form that does one thing to a request in one of some states. */
struct change {
	const char *heading, *lead, *button;
	const struct field *fields;
	size_t n;
	unsigned when; /* 1 << enum investigation_state, several */
	bool unread;   /* what is typed is not for who was asked */
};

static int show_change(struct req *r, const struct asked *a, const struct change *c,
	const struct form *f, int status)
{
	show_heading(r, a);
	tpl_set(r->page, M_HEADING, c->heading);
	tpl_set(r->page, M_LEAD, c->lead);
	tpl_set(r->page, M_BUTTON, c->button);
	form_show(f, 0, f->n, r->page, false);
	return page_show(r, status, T_investigation_change, c->heading);
}

/* 0, or what the page returns: in another state there is nothing to do. */
static int find_change(struct req *r, struct asked *a, const struct change *c)
{
	int refused = find(r, a, incident_managed);

	if (refused || 1u << a->state & c->when)
		return refused;
	flash_notice(
		r, text_format(r->ctx, "There is nothing to do: the request is: %s.",
			   choice_label(investigation_states, INVESTIGATION_STATES, a->q.state)));
	return redirect(r, "/incidents/%s/requests/%s", a->in.ref, a->q.ref);
}

static int view_change(
	struct req *r, const struct change *c, void (*begin)(struct req *, struct form *))
{
	struct asked a;
	int refused = find_change(r, &a, c);
	struct form *f;

	if (refused)
		return refused;
	f = form_new(r->ctx, c->fields, c->n);
	if (begin)
		begin(r, f);
	return show_change(r, &a, c, f, 200);
}

/* Reads the form, into `out` too. 0, or what the page returns. What goes to who was asked is looked
 * through for what they are not to know. */
static int take_change(
	struct req *r, struct asked *a, const struct change *c, struct form **out, void *into)
{
	int refused = find_change(r, a, c);
	const char *version = params_get(&r->body, "row_version");
	struct form *f;
	int64_t sent;

	if (refused)
		return refused;
	*out = f = form_new(r->ctx, c->fields, c->n);
	form_fill(f, &r->body, into);
	for (size_t i = 0; !c->unread && i < f->n; i++) {
		const char *told =
			investigation_reveals(r->ctx, &a->in, a->q.shown, f->values[i].text);

		if (told)
			form_fail(f, f->fields[i].name, told);
	}
	if (f->n_errors == 0 &&
		(!version || !check_number(version, &sent) || sent != a->q.row_version))
		form_fail(f, NULL,
			"Something was added to this request, or somebody changed it, while you "
			"were typing. Look at it in another window, then send this again");
	return f->n_errors > 0 ? show_change(r, a, c, f, 422) : 0;
}

static int changed(struct req *r, const struct asked *a, const char *sentence)
{
	flash(r, sentence);
	return redirect(r, "/incidents/%s/requests/%s", a->in.ref, a->q.ref);
}

static void note(struct req *r, const struct asked *a, enum incident_event_kind kind,
	unsigned audience, const char *text, json_t *detail)
{
	incident_event(r, a->in.incident_id,
		&(struct incident_event){ .kind = kind,
			.audience = audience,
			.text = text,
			.detail = detail,
			.request_id = a->q.request_id });
}

static void move(struct req *r, const struct asked *a, const char *state)
{
	Q_RUN(r->db, investigation_move, .state = state, .now = r->now,
		.request_id = a->q.request_id, .row_version = a->q.row_version);
	audit(r, AUDIT_CHANGE, "investigation", a->q.ref,
		audit_changed(audit_fact(NULL, "incident", a->in.ref), "state", a->q.state, state));
}

/* ---- Taken back ------------------------------------------------------------------------------ */

static const struct field withdraw_fields[] = {
	{ .type = FIELD_LONG,
		.name = "reason",
		.label = "Why?",
		.hint = "For the history. They are told that it was taken back, and not why",
		.required = true,
		.max_length = 1000,
		.missing = "Write why it is taken back" },
};
static const struct change withdraw = { "Take the request back",
	"They can no longer read it, and are told that they need not answer.", "Take it back",
	withdraw_fields, COUNT(withdraw_fields), 1u << ASKED, true };

/* GET /incidents/:ref/requests/:request/withdraw */
int investigation_withdraw(struct req *r)
{
	return view_change(r, &withdraw, NULL);
}

/* POST /incidents/:ref/requests/:request/withdraw */
int investigation_withdraw_save(struct req *r)
{
	struct asked a;
	struct form *f;
	int refused = take_change(r, &a, &withdraw, &f, NULL);

	if (refused)
		return refused;
	move(r, &a, "withdrawn");
	note(r, &a, EVENT_NOTE, FOR_MANAGER, f->values[0].text,
		audit_fact(NULL, "taken back from", a.q.organisation));
	investigation_mail_asked(r, &a.q, "A request to your organisation was taken back",
		"A request to your organisation was taken back. You need not answer it.");
	if (investigation_is_last(r, &a.q))
		incident_move(r, &a.in, MOVER_MANAGER,
			&(struct incident_move){
				.to = INCIDENT_INVESTIGATING, .reason = f->values[0].text });
	return changed(r, &a, "The request was taken back.");
}

/* ---- Accepted -------------------------------------------------------------------------------- */

static const struct field accept_fields[] = {
	{ .type = FIELD_LONG,
		.name = "thanks",
		.label = "A word of thanks",
		.hint = "They read it with their answer",
		.required = true,
		.max_length = 1000,
		.missing = "Write a word of thanks" },
};
static const struct change accept_answer = { "Accept the answer",
	"They are told that nothing more is needed.", "Accept and thank them", accept_fields,
	COUNT(accept_fields), 1u << ANSWERED, false };

static void begin_thanks(struct req *r, struct form *f)
{
	(void)r;
	form_put(f, "thanks", 0,
		"Thank you for looking into this, and for what you have written. It helps us to "
		"make care safer.");
}

/* GET /incidents/:ref/requests/:request/accept */
int investigation_accept(struct req *r)
{
	return view_change(r, &accept_answer, begin_thanks);
}

/* POST /incidents/:ref/requests/:request/accept */
int investigation_accept_save(struct req *r)
{
	struct asked a;
	struct form *f;
	int refused = take_change(r, &a, &accept_answer, &f, NULL);

	if (refused)
		return refused;
	move(r, &a, "accepted");
	note(r, &a, EVENT_NOTE, FOR_MANAGER | FOR_PROVIDER, f->values[0].text, NULL);
	investigation_mail_asked(r, &a.q, "Thank you for your organisation's answer",
		"Your organisation's answer to a request was read, and nothing more is needed.");
	return changed(r, &a, "The answer was accepted, and they are thanked.");
}

/* ---- Asked again ----------------------------------------------------------------------------- */

struct again {
	const char *question, *due_on;
};
static const struct field again_fields[] = {
	{ .type = FIELD_LONG,
		.name = "question",
		.label = "What more do you want to know?",
		.required = true,
		.max_length = 2000,
		.missing = "Write what more you want to know",
		.into = offsetof(struct again, question) },
	{ .type = FIELD_DATE,
		.name = "due_on",
		.label = "Answer by",
		.hint = "10 working days, unless you say otherwise",
		.required = true,
		.min_date = "today",
		.missing = "Enter the day by which you need an answer",
		.into = offsetof(struct again, due_on) },
};
static const struct change again = { "Ask something more",
	"Their answer stays as it is. They answer once more, beside it.", "Send the question",
	again_fields, COUNT(again_fields), 1u << ANSWERED | 1u << ACCEPTED, false };

static void begin_again(struct req *r, struct form *f)
{
	form_put_date(f, "due_on", investigation_due(r, INVESTIGATION_AGAIN_DAYS));
}

/* GET /incidents/:ref/requests/:request/again */
int investigation_again(struct req *r)
{
	return view_change(r, &again, begin_again);
}

/* POST /incidents/:ref/requests/:request/again */
int investigation_again_save(struct req *r)
{
	struct again in = { 0 };
	struct asked a;
	struct form *f;
	int refused = take_change(r, &a, &again, &f, &in);

	if (refused)
		return refused;
	if (!investigation_may_ask(&a.in) ||
		!investigation_wait(r, &a.in,
			"We have asked the other organisation something more about what you "
			"reported.")) {
		form_fail(f, NULL,
			text_format(r->ctx,
				"Nobody can be asked while the incident is: %s. Move it first",
				choice_label(incident_states, INCIDENT_STATES, a.in.state)));
		return show_change(r, &a, &again, f, 422);
	}
	Q_RUN(r->db, investigation_ask_again, .again = in.question, .due_on = in.due_on,
		.now = r->now, .request_id = a.q.request_id, .row_version = a.q.row_version);
	note(r, &a, EVENT_QUESTION, FOR_MANAGER | FOR_PROVIDER, in.question, NULL);
	audit(r, AUDIT_CHANGE, "investigation", a.q.ref,
		audit_changed(audit_fact(NULL, "incident", a.in.ref), "state", a.q.state, "asked"));
	investigation_mail_asked(r, &a.q, "A question waits for your organisation",
		"There is one more question about a request that your organisation answered.");
	return changed(r, &a, "The question was sent.");
}

/* ---- Another day ----------------------------------------------------------------------------- */

static const struct field due_fields[] = {
	{ .type = FIELD_DATE,
		.name = "due_on",
		.label = "Answer by",
		.required = true,
		.min_date = "today",
		.missing = "Enter the day by which you need an answer" },
};
static const struct change due = { "Change the day",
	"They are told of the new day, and reminded before it.", "Save", due_fields,
	COUNT(due_fields), 1u << ASKED, false };

/* GET /incidents/:ref/requests/:request/due */
int investigation_due_view(struct req *r)
{
	return view_change(r, &due, NULL);
}

/* POST /incidents/:ref/requests/:request/due */
int investigation_due_save(struct req *r)
{
	struct asked a;
	struct form *f;
	int refused = take_change(r, &a, &due, &f, NULL);
	const char *day;

	if (refused)
		return refused;
	day = f->values[0].text;
	if (strcmp(day, a.q.due_on) == 0)
		return changed(r, &a, "There was nothing to change.");
	Q_RUN(r->db, investigation_due_set, .due_on = day, .request_id = a.q.request_id,
		.row_version = a.q.row_version);
	note(r, &a, EVENT_EDITED, FOR_MANAGER | FOR_PROVIDER, NULL,
		audit_changed(NULL, "answer by", a.q.due_on, day));
	audit(r, AUDIT_CHANGE, "investigation", a.q.ref,
		audit_changed(
			audit_fact(NULL, "incident", a.in.ref), "answer by", a.q.due_on, day));
	investigation_mail_asked(r, &a.q, "A request to your organisation: another day",
		text_format(r->ctx, "A request to %s is now to be answered by %s.",
			a.q.organisation, date_text(r->ctx, day)));
	return changed(r, &a, "The day was changed.");
}

/* ---- An answer that came another way --------------------------------------------------------- */

static const struct choice channels[] = {
	{ "letter", "By letter", NULL, false },
	{ "email", "By email", NULL, false },
	{ "telephone", "By telephone", NULL, false },
	{ "meeting", "In a meeting", NULL, false },
};

enum { RECORD_FIELDS = ANSWER_FIELDS + 1 };

static struct change record(struct req *r)
{
	struct field *fields = NEW_ARRAY(r->ctx, struct field, RECORD_FIELDS);
	static const char *const labels[ANSWER_FIELDS] = { "What did they find?",
		"Why did it happen?", "What have they done about it, or what will they do?",
		"By when will it be done?", "What would they like others to learn from it?" };

	fields[0] = (struct field){ .type = FIELD_RADIOS,
		.name = "channel",
		.label = "How did the answer come?",
		.required = true,
		.missing = "Select how the answer came",
		.choices = channels,
		.n_choices = COUNT(channels),
		.into = offsetof(struct investigation_answer, channel) };
	for (size_t i = 0; i < ANSWER_FIELDS; i++) {
		fields[i + 1] = investigation_answer_fields[i];
		fields[i + 1].label = labels[i];
		fields[i + 1].hint = NULL;
	}
	return (struct change){ "Write down an answer",
		"For an answer that came by letter, by telephone or in a meeting. A letter itself "
		"can be added to the incident as a file.",
		"Save the answer", fields, RECORD_FIELDS, 1u << ASKED, false };
}

/* GET /incidents/:ref/requests/:request/record */
int investigation_record(struct req *r)
{
	struct change c = record(r);

	return view_change(r, &c, NULL);
}

/* POST /incidents/:ref/requests/:request/record */
int investigation_record_save(struct req *r)
{
	struct investigation_answer in = { 0 };
	struct change c = record(r);
	struct asked a;
	struct form *f;
	int refused = take_change(r, &a, &c, &f, &in);

	if (refused)
		return refused;
	investigation_answer_store(r, &a.q, &in);
	return changed(r, &a, "The answer was written down.");
}
