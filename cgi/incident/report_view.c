/* report_view.c: what the practice sees of its report: where it stands, what it was told, what it
 * can still say. */
#include <string.h>
#include "audit.h"
#include "identity_form.h"
#include "incident_sections.h"
#include "incident_state.h"
#include "pages.h"
#include "report.h"
#include "setting.h"

/* ---- Where it stands ------------------------------------------------------------------------- */

const char *const report_stands[INCIDENT_STATES] = {
	[INCIDENT_SUBMITTED] = "We have your report. Nobody has looked at it yet.",
	[INCIDENT_TRIAGE] = "Your report has been looked at, and we are deciding what to do next.",
	[INCIDENT_INFORMATION] = "We have asked you a question, and wait for your answer.",
	[INCIDENT_PROVIDER] = ("We have asked the other organisation to look into it, and wait for "
			       "what it found."),
	[INCIDENT_INVESTIGATING] = "We are looking into what happened, and why.",
	[INCIDENT_PLANNED] = "We know what is to be done, and it is being done.",
	[INCIDENT_CLOSED] = "We have finished with your report. What came of it is below.",
	[INCIDENT_HOLD] = "Your report rests for now. We will take it up again.",
	[INCIDENT_DUPLICATE] =
		"The same event had been reported before. We look after both as one.",
	[INCIDENT_NOT] = "We have looked at your report, and take it no further. Why is below.",
	[INCIDENT_REOPENED] = "We have opened your report again.",
};

static bool may_ask_again(const struct req *r, const struct q_incident_by_ref *in)
{
	return incident_is_over(incident_state_of(in->state)) &&
	       in->closed_at + (int64_t)INCIDENT_REOPEN_DAYS * 24 * 60 * 60 > r->now;
}

static void show_question(struct req *r, const struct q_incident_by_ref *in, struct tpl *page)
{
	struct q_report_question row;
	struct tpl *t;

	if (incident_state_of(in->state) != INCIDENT_INFORMATION)
		return;
	t = tpl_add(page, M_WAITS);
	tpl_set(t, M_QUESTION,
		Q_ONE(r->db, report_question, &row, .incident_id = in->incident_id) ? row.text
										    : "");
}

static void show_head(struct req *r, const struct q_incident_by_ref *in)
{
	enum incident_state state = incident_state_of(in->state);
	bool fresh = state == INCIDENT_SUBMITTED && in->due_at > r->now;

	incident_heading(r, in);
	tpl_set(r->page, M_STANDS, report_stands[state]);
	tpl_optional(r->page, M_HAS_DUE, M_DUE, fresh ? day_text(r->ctx, in->due_at - 1) : NULL);
	tpl_set(r->page, M_AT, time_text(r->ctx, in->submitted_at));
	tpl_set(r->page, M_PRACTICE, in->practice);
	tpl_set(r->page, M_REPORTER, in->reporter ? in->reporter : "somebody without a name");
	tpl_show_if(r->page, M_MAY_ASK_AGAIN, may_ask_again(r, in));
	show_question(r, in, r->page);
}

/* GET /reports/REF */
int report_view(struct req *r)
{
	struct q_incident_by_ref in;
	int status = report_sent(r, &in);

	if (status)
		return status;
	show_head(r, &in);
	report_show(report_of(r, &in), r->page, in.ref, false);
	incident_timeline(r, in.incident_id, 0, FOR_REPORTER, r->page, M_TIMELINE);
	audit(r, AUDIT_LOOK, "incident", in.ref, NULL);
	return page_show(r, 200, T_report_view, text_format(r->ctx, "Report %s", in.ref));
}

/* ---- What the practice says ------------------------------------------------------------------ */

struct saying {
	const char *title, *button, *done;
	enum incident_event_kind event;
	struct field field;
	bool (*may)(const struct req *, const struct q_incident_by_ref *);
};

static bool is_asked(const struct req *r, const struct q_incident_by_ref *in)
{
	(void)r;
	return incident_state_of(in->state) == INCIDENT_INFORMATION;
}

static const struct saying answering = { .title = "Answer our question",
	.button = "Send answer",
	.done = "Thank you. Your answer has been sent.",
	.event = EVENT_ANSWER,
	.field = { .type = FIELD_LONG,
		.name = "text",
		.label = "Your answer",
		.required = true,
		.max_length = 5000,
		.missing = "Write your answer",
		.hint = "Name nobody" },
	.may = is_asked };

static const struct saying adding = { .title = "Add something to the report",
	.button = "Add to report",
	.done = "Thank you. It has been added to the report.",
	.event = EVENT_ADDED,
	.field = { .type = FIELD_LONG,
		.name = "text",
		.label = "What would you like to add?",
		.summary = "What you add",
		.required = true,
		.max_length = 5000,
		.missing = "Write what you would like to add",
		.hint = "What you have learned since, what has been done, or what was not right. "
			"Name nobody" } };

static const struct saying asking_again = { .title = "Ask us to look again",
	.button = "Ask us to look again",
	.done = "We will look at your report again.",
	.event = EVENT_MOVED,
	.field = { .type = FIELD_LONG,
		.name = "text",
		.label = "Why should we look again?",
		.summary = "Why",
		.required = true,
		.max_length = 2000,
		.missing = "Say why we should look again",
		.hint = "What has changed, or what we have missed. Name nobody" },
	.may = may_ask_again };

static int show_saying(struct req *r, const struct saying *s, const struct q_incident_by_ref *in,
	const struct form *f, int status)
{
	tpl_set(r->page, M_CSRF, r->csrf);
	tpl_set(r->page, M_REF, in->ref);
	tpl_set(r->page, M_HEADING, s->title);
	tpl_set(r->page, M_BUTTON, s->button);
	show_question(r, in, r->page);
	form_show(f, 0, f->n, r->page, false);
	return page_show(r, status, T_report_say, s->title);
}

static int saying_view(struct req *r, const struct saying *s)
{
	struct q_incident_by_ref in;
	int status = report_sent(r, &in);

	if (status)
		return status;
	if (s->may && !s->may(r, &in))
		return redirect(r, "/reports/%s", in.ref);
	return show_saying(r, s, &in, form_new(r->ctx, &s->field, 1), 200);
}

static void say(struct req *r, const struct saying *s, const struct q_incident_by_ref *in,
	const char *text, json_t *detail)
{
	struct incident_move move = { .to = s->event == EVENT_ANSWER ? INCIDENT_TRIAGE
								     : INCIDENT_REOPENED,
		.reason = s->event == EVENT_MOVED ? text : NULL };

	if (s->event != EVENT_MOVED)
		incident_event(r, in->incident_id,
			&(struct incident_event){ .kind = s->event,
				.audience = FOR_MANAGER | FOR_REPORTER,
				.text = text,
				.detail = detail });
	else
		json_decref(detail);
	if (s->event == EVENT_ADDED)
		Q_RUN(r->db, report_touch, .incident_id = in->incident_id,
			.organisation_id = in->organisation_id);
	else
		incident_move(r, in, MOVER_REPORTER, &move);
	audit(r, AUDIT_CHANGE, "incident", in->ref,
		audit_fact(NULL, "the practice", incident_event_label(s->event)));
}

static int saying_save(struct req *r, const struct saying *s)
{
	struct form *f = form_new(r->ctx, &s->field, 1);
	json_t *reasons = identity_reasons_new(r->ctx, NULL);
	struct q_report_said said;
	struct q_incident_by_ref in;
	const char *text = NULL;
	bool filled, again;
	int status = report_sent(r, &in);

	if (status)
		return status;
	filled = form_fill(f, &r->body, &text);
	/* Sent twice: said once, and the same answer. */
	if (filled &&
		Q_ONE(r->db, report_said, &said, .incident_id = in.incident_id,
			.person_id = r->person->person_id, .kind = incident_event_code(s->event),
			.text = text, .since = r->now - 60 * 60)) {
		flash(r, s->done);
		return redirect(r, "/reports/%s", in.ref);
	}
	again = identity_warns(r, f, 0, f->n, reasons) || !filled;
	if (again || (s->may && !s->may(r, &in))) {
		if (!again)
			form_fail(f, NULL,
				"This is not possible any more: the report has moved on. Your text "
				"is below; you can add it to the report instead");
		return show_saying(r, s, &in, f, 422);
	}
	say(r, s, &in, text, identity_detail(r->ctx, NULL, reasons));
	flash(r, s->done);
	return redirect(r, "/reports/%s", in.ref);
}

/* GET and POST /reports/REF/answer */
int report_answer_view(struct req *r)
{
	return saying_view(r, &answering);
}

int report_answer(struct req *r)
{
	return saying_save(r, &answering);
}

/* GET and POST /reports/REF/add */
int report_add_view(struct req *r)
{
	return saying_view(r, &adding);
}

int report_add(struct req *r)
{
	return saying_save(r, &adding);
}

/* GET and POST /reports/REF/look-again */
int report_look_again_view(struct req *r)
{
	return saying_view(r, &asking_again);
}

int report_look_again(struct req *r)
{
	return saying_save(r, &asking_again);
}
