/* findings.c: the organisation's door: draft findings of reviews of its contracts, plans and bids,
 * with the agreed scores and nobody's own; and its answer, written as a draft, sent once. */
#include <string.h>
#include "audit.h"
#include "csv_file.h"
#include "decision.h"
#include "incident_work.h"
#include "list.h"
#include "pages.h"
#include "review_findings.h"
#include "review_open.h"

/* ---- The list -------------------------------------------------------------------------------- */

static const struct choice own_states[] = {
	{ "waiting", "Waiting for your answer", NULL, false },
};

static const struct field filters[] = {
	{ .type = FIELD_SELECT,
		.name = "state",
		.label = "State",
		.choices = own_states,
		.n_choices = COUNT(own_states) },
};

static const struct list_column columns[] = {
	{ .label = "What was reviewed", .sort = "title" },
	{ .label = "Sent", .sort = "sent" },
	{ .label = "Answer by" },
	{ .label = "State" },
};

static const struct list_def def = { .one = "review",
	.many = "reviews",
	.filters = filters,
	.n_filters = COUNT(filters),
	.columns = columns,
	.n_columns = COUNT(columns),
	.csv = "/findings.csv" };

static struct q_findings_list_in chosen(const struct req *r, const struct list *list)
{
	return (struct q_findings_list_in){ .own = r->person->organisation_id,
		.person_id = r->person->person_id,
		.waiting = list_filter(list, "state") != NULL };
}

/* GET /findings */
int findings_list(struct req *r)
{
	struct list *list = LIST_OPEN(r, findings_list, &def);
	struct q_findings_list_in in = chosen(r, list);
	struct q_findings_list row;

	list_read(list, &in);
	while (LIST_NEXT(list, findings_list, &row)) {
		struct tpl *line = list_line(list, M_FINDINGS_ROW);
		bool waits = review_state_of(row.state) == REVIEW_FINDINGS;

		tpl_set(line, M_REF, row.ref);
		tpl_set(line, M_TITLE, row.title);
		tpl_optional(line, M_HAS_REFERENCE, M_REFERENCE, row.reference);
		tpl_optional(line, M_HAS_FOR, M_FOR,
			row.organisation_id != r->person->organisation_id ? row.organisation
									  : NULL);
		tpl_set(line, M_SENT_AT, day_text(r->ctx, row.findings_at));
		tpl_set(line, M_DUE_ON, row.answer_by ? date_text(r->ctx, row.answer_by) : "");
		tpl_show_if(line, M_WAITS, waits);
		tpl_show_if(line, M_DRAFTED, waits && row.drafted);
		tpl_show_if(line, M_ANSWERED, row.answered_at != 0);
		tpl_show_if(line, M_NO_ANSWER, !waits && !row.answered_at);
	}
	list_show(list);
	return page_show(r, 200, T_findings_list, "Findings");
}

static bool write_csv(struct req *r, struct sink *sink)
{
	static const char *const heads[] = { "Review", "What was reviewed", "Contract",
		"Organisation", "Sent on", "Answer by", "Answered on" };
	struct csv_file *file = csv_file_begin(r, sink, heads, COUNT(heads));
	struct list *list = LIST_OPEN(r, findings_list, &def);
	struct q_findings_list_in in = chosen(r, list);
	struct db_rows *rows = list_stream(list, &in);
	struct q_findings_list row;
	char day[11];

	while (CSV_NEXT(file, rows, findings_list, &row)) {
		csv_words(&file->csv, row.ref);
		csv_words(&file->csv, row.title);
		csv_words(&file->csv, row.reference);
		csv_words(&file->csv, row.organisation);
		check_today(row.findings_at, day);
		csv_words(&file->csv, day);
		csv_words(&file->csv, row.answer_by);
		if (row.answered_at)
			check_today(row.answered_at, day);
		csv_words(&file->csv, row.answered_at ? day : "");
	}
	return csv_file_end(file);
}

/* GET /findings.csv */
int findings_csv(struct req *r)
{
	audit(r, AUDIT_EXPORT, "review", "", audit_fact(NULL, "file", "findings.csv"));
	return respond_stream(r, CSV_TYPE, "findings.csv", write_csv, NULL);
}

int64_t findings_waiting(struct req *r)
{
	struct q_findings_waiting row;

	return Q_ONE(r->db, findings_waiting, &row, .own = r->person->organisation_id,
		       .person_id = r->person->person_id)
		       ? row.n
		       : 0;
}

/* ---- One ------------------------------------------------------------------------------------- */

static void heading(struct req *r, const struct q_review_by_ref *v)
{
	tpl_set(r->page, M_CSRF, r->csrf);
	tpl_set(r->page, M_REF, v->ref);
	tpl_set(r->page, M_TITLE, v->title);
	tpl_set(r->page, M_ORGANISATION, v->organisation);
	tpl_set(r->page, M_DUE_ON, v->answer_by ? date_text(r->ctx, v->answer_by) : "");
}

static bool may_answer(const struct q_review_by_ref *v)
{
	return review_state_of(v->state) == REVIEW_FINDINGS && !v->answered_at;
}

/* GET /findings/:ref */
int findings_view(struct req *r)
{
	struct q_review_by_ref v;
	struct q_submission_decision decision;
	int refused = review_party(r, &v);

	if (refused)
		return refused;
	heading(r, &v);
	tpl_optional(r->page, M_OF_CONTRACT, M_REFERENCE, v.reference);
	tpl_set(r->page, M_SENT_AT, day_text(r->ctx, v.findings_at));
	tpl_show(r->page, review_state_of(v.state) == REVIEW_DECIDED ? M_CLOSED : M_OPEN);
	if (may_answer(&v)) {
		tpl_show(tpl_add(r->page, M_MAY_ANSWER), *v.answer_draft ? M_DRAFTED : M_FRESH);
	} else if (v.answered_at) {
		struct tpl *answer = tpl_add(r->page, M_ANSWERED);

		tpl_set(answer, M_ANSWER, v.answer);
		tpl_set(answer, M_WHO, v.answered_by ? v.answered_by : "");
		tpl_set(answer, M_AT, time_text(r->ctx, v.answered_at));
	} else {
		tpl_show(r->page, M_NO_ANSWER);
	}
	if (review_state_of(v.state) == REVIEW_DECIDED &&
		Q_ONE(r->db, submission_decision, &decision, .review_id = v.review_id))
		tpl_optional(r->page, M_DECIDED, M_OUTCOME, decision_label(decision.outcome));
	review_findings_show(r, &v, r->page);
	audit(r, AUDIT_LOOK, "review", v.ref, NULL);
	return page_show(r, 200, T_findings_view, v.title);
}

/* ---- The answer ------------------------------------------------------------------------------ */

static struct form *form_for(struct req *r, bool required)
{
	struct field *field = NEW(r->ctx, struct field);

	*field = (struct field){ .type = FIELD_LONG,
		.name = "answer",
		.label = "Your organisation’s answer",
		.hint = "What is wrong or missing in the findings, and what the panel should know. "
			"Name no service users",
		.required = required,
		.unmarked = true,
		.max_length = 10000,
		.missing = "Write your answer" };
	return form_new(r->ctx, field, 1);
}

static struct form *stored_form(
	struct req *r, const struct q_review_by_ref *v, const struct form *like)
{
	struct form *f = form_new(r->ctx, like->fields, like->n);

	form_put(f, "answer", 0, *v->answer_draft ? v->answer_draft : NULL);
	return f;
}

static int show(struct req *r, const struct q_review_by_ref *v, const struct form *f, int status)
{
	heading(r, v);
	form_show(f, 0, f->n, r->page, false);
	return page_show(r, status, T_findings_answer, "Answer the findings");
}

/* GET /findings/:ref/answer */
int findings_answer(struct req *r)
{
	struct q_review_by_ref v;
	int refused = review_party(r, &v);
	struct form *f;

	if (refused)
		return refused;
	if (!may_answer(&v)) {
		flash_notice(r, v.answered_at ? "The answer was sent already, and is final."
					      : "The time to answer is over.");
		return redirect(r, "/findings/%s", v.ref);
	}
	f = stored_form(r, &v, form_for(r, false));
	work_carry(r, v.row_version, form_seen(f));
	return show(r, &v, f, 200);
}

/* The same answer once more is a double tap; another one, or one that comes too late, is refused.
 */
static int too_late(struct req *r, const struct q_review_by_ref *v)
{
	struct form *f = form_for(r, false);

	if (v->answered_at && form_fill(f, &r->body, NULL) && f->values[0].text &&
		strcmp(f->values[0].text, v->answer) == 0)
		return redirect(r, "/findings/%s", v->ref);
	review_refuse(r, v,
		v->answered_at ? "The organisation’s answer was sent, and is final."
			       : "The organisation answered when the time for it was over.");
	heading(r, v);
	tpl_show(r->page, v->answered_at ? M_ANSWERED : M_LATE);
	return page_show(r, 422, T_findings_late, "Not now");
}

static bool send_answer(struct req *r, const struct q_review_by_ref *v, const char *answer)
{
	struct db_rows *rows;
	struct q_review_reviewers row;
	int64_t n = 0;

	Q_RUN_COUNT(r->db, review_answer_send, &n, .review_id = v->review_id,
		.row_version = v->row_version, .answer = answer, .person_id = r->person->person_id,
		.now = r->now);
	if (n == 0)
		return false;
	review_event(r, v->review_id, REVIEW_EVENT_ANSWERED, NULL, NULL);
	if (!review_move(r, v, REVIEW_PANEL, "The organisation has answered."))
		return false;
	rows = Q_ROWS(r->db, review_reviewers, .review_id = v->review_id);
	while (Q_NEXT(rows, review_reviewers, &row))
		review_mail_person(r->db, r->ctx, r->conf, r->settings, r->now,
			&(struct review_mail){ .person_id = row.person_id,
				.ref = v->ref,
				.subject = "An organisation has answered",
				.sentence = "The organisation has answered the draft findings of a "
					    "review of yours." });
	return true;
}

/* POST /findings/:ref/answer: save and come back, or send. */
int findings_answer_save(struct req *r)
{
	const char *go = params_get(&r->body, "go");
	bool sends = go && strcmp(go, "send") == 0, conflict;
	struct q_review_by_ref v;
	int refused = review_party(r, &v);
	int64_t n = 0;
	struct form *f;

	if (refused)
		return refused;
	if (!may_answer(&v))
		return too_late(r, &v);
	f = form_for(r, sends);
	form_fill(f, &r->body, NULL);
	conflict = work_conflict(r, f, stored_form(r, &v, f), v.row_version);
	if (conflict || f->n_errors > 0 || f->restored)
		return show(r, &v, f, 422);
	if (sends) {
		if (!send_answer(r, &v, f->values[0].text))
			return page_error(r, 503);
		flash(r, "Your answer is sent. It is part of the record. Thank you.");
		return redirect(r, "/findings/%s", v.ref);
	}
	Q_RUN_COUNT(r->db, review_answer_save, &n, .review_id = v.review_id,
		.row_version = v.row_version, .draft = f->values[0].text ? f->values[0].text : "");
	audit(r, AUDIT_CHANGE, "review", v.ref, audit_fact(NULL, "answer", "saved"));
	if (n == 0)
		return page_error(r, 503);
	flash(r, "Your answer is saved. Nobody outside your organisation reads it before it is "
		 "sent.");
	return redirect(r, "/findings/%s", v.ref);
}
