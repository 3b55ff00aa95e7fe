/* investigation_answer.c: the answer to a request: saved while it is written, checked, sent once.
 */
#include <stddef.h>
#include <string.h>
#include "audit.h"
#include "identity_form.h"
#include "incident_state.h"
#include "investigation.h"
#include "pages.h"

const struct field investigation_answer_fields[ANSWER_FIELDS] = {
	{ .type = FIELD_LONG,
		.name = "found",
		.label = "What did you find?",
		.hint = "What happened, in its order, as far as you could find out. Write no names "
			"of patients or colleagues",
		.required = true,
		.max_length = 4000,
		.missing = "Write what you found",
		.into = offsetof(struct investigation_answer, found) },
	{ .type = FIELD_LONG,
		.name = "why",
		.label = "Why did it happen?",
		.hint = "What made it possible or likely: how work is organised, equipment, "
			"information, how busy it was",
		.max_length = 3000,
		.into = offsetof(struct investigation_answer, why) },
	{ .type = FIELD_LONG,
		.name = "done",
		.label = "What have you done about it, or what will you do?",
		.required = true,
		.max_length = 3000,
		.missing = "Write what you have done or will do, or that nothing needs to be done",
		.into = offsetof(struct investigation_answer, done) },
	{ .type = FIELD_DATE,
		.name = "done_on",
		.label = "By when will it be done?",
		.hint = "Leave it empty when all is done",
		.into = offsetof(struct investigation_answer, done_on) },
	{ .type = FIELD_LONG,
		.name = "learn",
		.label = "What would you like others to learn from it?",
		.max_length = 2000,
		.into = offsetof(struct investigation_answer, learn) },
};

/* ---- Writing --------------------------------------------------------------------------------- */

static struct form *fresh_form(struct req *r)
{
	return form_new(r->ctx, investigation_answer_fields, ANSWER_FIELDS);
}

/* The answer so far, and why passages of it that look like somebody's identity stay. */
static struct form *drafted_form(
	struct req *r, const struct q_investigation_by_ref *q, json_t **reasons)
{
	json_t *raw = q->draft ? json_loads(q->draft, 0, NULL) : NULL;
	struct form *f = fresh_form(r);

	if (raw)
		form_load_raw(f, raw);
	if (reasons)
		*reasons = identity_reasons_new(r->ctx, json_object_get(raw, "identity_reasons"));
	json_decref(raw);
	return f;
}

/* 0, or what the page returns: one that was sent stays as it was sent. */
static int find_open(struct req *r, struct q_investigation_by_ref *q)
{
	int refused = investigation_found(r, q);

	if (refused || investigation_state_of(q->state) == ASKED)
		return refused;
	flash_notice(r, "The answer was sent already. You can add something more to it.");
	return redirect(r, "/investigations/%s", q->ref);
}

static void carry(struct req *r, const struct q_investigation_by_ref *q, const char *seen)
{
	tpl_set(r->page, M_REF, q->ref);
	tpl_set(r->page, M_SUBJECT, q->subject);
	tpl_set(r->page, M_CSRF, r->csrf);
	tpl_int(r->page, M_ROW_VERSION, q->row_version);
	tpl_set(r->page, M_SEEN, seen);
}

static int show_form(struct req *r, const struct q_investigation_by_ref *q, const struct form *f,
	const char *seen, int status)
{
	carry(r, q, seen);
	tpl_set(r->page, M_ASKED_FOR, q->asked_for);
	tpl_set(r->page, M_QUESTIONS, *q->again ? q->again : q->questions);
	form_show(f, 0, f->n, r->page, false);
	return page_show(r, status, T_investigation_answer, "Your answer");
}

/* GET /investigations/:request/answer */
int investigation_answer(struct req *r)
{
	struct q_investigation_by_ref q;
	int refused = find_open(r, &q);
	struct form *f;

	if (refused)
		return refused;
	f = drafted_form(r, &q, NULL);
	return show_form(r, &q, f, form_seen(f), 200);
}

static bool is_version(const struct req *r, const struct q_investigation_by_ref *q)
{
	const char *version = params_get(&r->body, "row_version");
	int64_t sent;

	return version && check_number(version, &sent) && sent == q->row_version;
}

/* Did somebody else save meanwhile, in a field of it? */
static bool conflicts(
	struct req *r, const struct q_investigation_by_ref *q, struct form *f, const char **seen)
{
	struct form *now = drafted_form(r, q, NULL);

	if (is_version(r, q) || !form_conflict(f, now, *seen))
		return false;
	*seen = form_seen(now);
	form_fail(f, NULL,
		text_format(r->ctx,
			"%s saved this answer while you were writing. Nothing of yours is saved "
			"yet. Look at what they wrote, then save again",
			q->draft_by ? q->draft_by : "A colleague"));
	return true;
}

static const char *raw_text(struct req *r, const struct form *f, const json_t *reasons)
{
	json_t *raw = form_raw_json(f);
	char *text;
	size_t len;

	json_object_set_new(raw, "identity_reasons", identity_reasons_left(f, reasons));
	len = json_dumpb(raw, NULL, 0, JSON_COMPACT);
	text = must(talloc_zero_size(r->ctx, len + 1));
	json_dumpb(raw, text, len, JSON_COMPACT);
	json_decref(raw);
	return text;
}

static void save_draft(struct req *r, const struct q_investigation_by_ref *q, const struct form *f,
	const json_t *reasons)
{
	Q_RUN(r->db, investigation_draft_save, .draft = raw_text(r, f, reasons),
		.person_id = r->person->person_id, .now = r->now, .request_id = q->request_id,
		.row_version = q->row_version);
	audit(r, AUDIT_CHANGE, "investigation", q->ref, audit_fact(NULL, "answer", "saved"));
}

/* POST /investigations/:request/answer: save and come back, or save and check. */
int investigation_answer_save(struct req *r)
{
	const char *go = params_get(&r->body, "go"), *seen = params_get(&r->body, "seen");
	bool check = !go || strcmp(go, "save") != 0;
	struct form *f = fresh_form(r);
	struct q_investigation_by_ref q;
	int refused = find_open(r, &q);
	json_t *reasons;
	bool warned;

	if (refused)
		return refused;
	drafted_form(r, &q, &reasons);
	form_take(f, 0, f->n, &r->body);
	if (check || f->restored)
		form_check(f, 0, f->n);
	warned = check && identity_warns(r, f, 0, f->n, reasons);
	if (warned || f->n_errors > 0 || f->restored)
		return show_form(r, &q, f, seen ? seen : "", 422);
	if (conflicts(r, &q, f, &seen))
		return show_form(r, &q, f, seen, 422);
	save_draft(r, &q, f, reasons);
	if (check)
		return redirect(r, "/investigations/%s/check", q.ref);
	flash(r, text_format(r->ctx,
			 "Your answer is saved. %s reads it when you send it, and not before.",
			 q.asked_for));
	return redirect(r, "/investigations/%s", q.ref);
}

/* ---- Checking and sending -------------------------------------------------------------------- */

static int show_check(
	struct req *r, const struct q_investigation_by_ref *q, struct form *f, int status)
{
	carry(r, q, "");
	tpl_set(r->page, M_ASKED_FOR, q->asked_for);
	form_summary(f, 0, f->n, r->page, NULL, 0);
	tpl_show_if(r->page, M_CHANGED, status != 200);
	return page_show(r, status, T_investigation_check, "Check your answer before sending");
}

/* GET /investigations/:request/check */
int investigation_check(struct req *r)
{
	struct q_investigation_by_ref q;
	int refused = find_open(r, &q);
	struct form *f;

	if (refused)
		return refused;
	f = drafted_form(r, &q, NULL);
	if (!q.draft || form_check(f, 0, f->n) > 0)
		return redirect(r, "/investigations/%s/answer", q.ref);
	return show_check(r, &q, f, 200);
}

/* POST /investigations/:request/check: sends what was shown, once. */
int investigation_check_send(struct req *r)
{
	struct investigation_answer in;
	struct q_investigation_by_ref q;
	int refused = find_open(r, &q);
	json_t *reasons;
	struct form *f;

	if (refused)
		return refused;
	f = drafted_form(r, &q, &reasons);
	if (!q.draft || form_check(f, 0, f->n) > 0)
		return show_form(r, &q, f, form_seen(f), 422);
	if (!is_version(r, &q) || r->body.restored)
		return show_check(r, &q, f, 422);
	in = (struct investigation_answer){ .channel = "here",
		.found = f->values[0].text,
		.why = f->values[1].text,
		.done = f->values[2].text,
		.done_on = f->values[3].text,
		.learn = f->values[4].text,
		.reasons = reasons };
	investigation_answer_store(r, &q, &in);
	flash(r, text_format(r->ctx, "Your answer was sent to %s. Thank you.", q.asked_for));
	return redirect(r, "/investigations/%s", q.ref);
}

/* ---- Storing --------------------------------------------------------------------------------- */

bool investigation_is_last(struct req *r, const struct q_investigation_by_ref *q)
{
	struct db_rows *rows = Q_ROWS(r->db, investigation_others, .incident_id = q->incident_id,
		.request_id = q->request_id);
	struct q_investigation_others row;
	struct q_investigation_state_now now;
	bool last = true;

	while (Q_NEXT(rows, investigation_others, &row))
		if (Q_ONE(r->db, investigation_state_now, &now, .request_id = row.request_id) &&
			strcmp(now.state, "asked") == 0)
			last = false;
	return last;
}

static const char *or_empty(const char *text)
{
	return text ? text : "";
}

bool investigation_answer_store(
	struct req *r, const struct q_investigation_by_ref *q, const struct investigation_answer *a)
{
	struct q_incident_by_ref in;

	if (Q_RUN(r->db, investigation_answer_add, .request_id = q->request_id, .round = q->round,
		    .person_id = r->person->person_id,
		    .organisation_id = r->person->organisation_id, .now = r->now,
		    .channel = a->channel, .found = a->found, .why = or_empty(a->why),
		    .done = a->done, .done_on = a->done_on,
		    .learn = or_empty(a->learn)) == DB_DUPLICATE)
		return false;
	Q_RUN(r->db, investigation_move, .state = "answered", .now = r->now,
		.request_id = q->request_id, .row_version = q->row_version);
	incident_event(r, q->incident_id,
		&(struct incident_event){ .kind = EVENT_ANSWER,
			.audience = FOR_MANAGER | FOR_PROVIDER,
			.text = NULL,
			.detail = identity_detail(
				r->ctx, audit_fact(NULL, "answer to", q->subject), a->reasons),
			.request_id = q->request_id });
	audit(r, AUDIT_CHANGE, "investigation", q->ref,
		audit_changed(audit_fact(NULL, "incident", q->incident_ref), "state", q->state,
			"answered"));
	investigation_mail_manager(r, q);
	/* The incident itself is read here to move it, and nothing of it is shown: the page that
	 * follows is another request's. */
	if (investigation_is_last(r, q) &&
		Q_ONE(r->db, incident_by_ref, &in, .ref = q->incident_ref))
		incident_move(r, &in, MOVER_PROVIDER,
			&(struct incident_move){ .to = INCIDENT_INVESTIGATING });
	return true;
}
