/* report_steps.c: a report is written: begun, a step at a time, and who was affected. Every step
 * saves the draft, right or not; the same person carries on anywhere. */
#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include "audit.h"
#include "incident_report.h"
#include "pages.h"
#include "report.h"
#include "seal.h"

enum { SUBMISSION_BYTES = 16 };
enum go { GO_ON, GO_BACK, GO_LATER, GO_REMOVE };

/* Which button. What was kept while a session ended is shown, whatever was pressed. */
static enum go pressed(const struct req *r)
{
	const char *go = r->body.restored ? NULL : params_get(&r->body, "go");

	return !go                         ? GO_ON
	       : strcmp(go, "back") == 0   ? GO_BACK
	       : strcmp(go, "later") == 0  ? GO_LATER
	       : strcmp(go, "remove") == 0 ? GO_REMOVE
					   : GO_ON;
}

static int finish_later(struct req *r)
{
	flash(r, "Your report is kept as a draft. Carry on when it suits you, on any device.");
	return redirect(r, "/reports");
}

static int back_from(
	struct req *r, const char *ref, struct report *w, const struct report_step *step)
{
	const struct report_step *previous = report_step_before(w, step);

	return previous ? redirect(r, "/reports/%s/draft/%s", ref, previous->name)
			: redirect(r, "/reports/%s/check", ref);
}

/* ---- A step ---------------------------------------------------------------------------------- */

static int show(struct req *r, struct report *w, const struct report_step *step, const char *ref,
	int status)
{
	const char *title = ref ? step->title : "Report something";

	tpl_set(r->page, M_CSRF, r->csrf);
	tpl_set(r->page, M_HEADING, title);
	tpl_show_if(r->page, M_BACK_LINK, !ref);
	tpl_show_if(r->page, M_BACK_BUTTON, ref != NULL);
	tpl_optional(r->page, M_HAS_REF, M_REF, ref);
	report_step_show(r, w, step);
	return page_show(r, status, T_report_step, title);
}

/* GET /reports/REF/draft/STEP */
int report_step_view(struct req *r)
{
	const struct report_step *step = report_step_named(r->args[1]);
	struct q_incident_by_ref in;
	struct report *w;
	int status = report_draft(r, &in, &w);

	if (status)
		return status;
	if (!step)
		return not_found(r);
	if (!report_step_due(w, step))
		return redirect(r, "/reports/%s/check", in.ref);
	return show(r, w, step, in.ref, 200);
}

static int save_step(struct req *r, const struct q_incident_by_ref *in, struct report *w,
	const struct report_step *step)
{
	enum go go = pressed(r);
	bool fine = report_step_take(r, w, step);

	report_save(r, in, w);
	if (go == GO_LATER)
		return finish_later(r);
	if (go == GO_BACK)
		return back_from(r, in->ref, w, step);
	if (!fine)
		return show(r, w, step, in->ref, 422);
	return report_to_step(r, in->ref, w, report_step_after(w, step));
}

/* POST /reports/REF/draft/STEP */
int report_step_save(struct req *r)
{
	const struct report_step *step = report_step_named(r->args[1]);
	struct q_incident_by_ref in;
	struct report *w;
	int status = report_draft(r, &in, &w);

	if (status)
		return status;
	if (!step)
		return not_found(r);
	if (!report_step_due(w, step))
		return redirect(r, "/reports/%s/check", in.ref);
	return save_step(r, &in, w, step);
}

/* ---- It begins ------------------------------------------------------------------------------- */

static int show_new(struct req *r, struct report *w, const char *submission, int status)
{
	tpl_optional(r->page, M_BEGINS, M_SUBMISSION, submission);
	return show(r, w, &report_steps[0], NULL, status);
}

static const char *new_submission(struct req *r)
{
	uint8_t bytes[SUBMISSION_BYTES];

	randombytes_buf(bytes, sizeof bytes);
	return base64url(r->ctx, bytes, sizeof bytes);
}

static struct report *new_report(struct req *r)
{
	return report_new(r->ctx, NULL, NULL, 0);
}

/* GET /reports/new */
int report_new_view(struct req *r)
{
	return show_new(r, new_report(r), new_submission(r), 200);
}

static bool anything_typed(const struct req *r)
{
	const char *text = params_get(&r->body, "what_happened"),
		   *kind = params_get(&r->body, "kind");

	return (text && text[strspn(text, " \t\r\n")]) || (kind && *kind);
}

/* The reference of the draft that this form began, now or before; NULL: it is none of theirs. */
static const char *begin(struct req *r, struct bytes submission, const struct report *w)
{
	struct q_report_by_submission_now had;
	json_t *draft = report_draft_json(w);
	char ref[REF_LENGTH + 1];
	struct incident_columns columns;

	ref_make(ref);
	incident_columns(r->ctx, draft, &columns);
	if (Q_RUN(r->db, report_begin, .ref = ref, .submission = submission,
		    .organisation_id = r->person->organisation_id,
		    .reporter_id = r->person->person_id, .now = r->now, .title = columns.title,
		    .draft = report_json_text(r->ctx, draft)) == DB_DUPLICATE)
		return Q_ONE(r->db, report_by_submission_now, &had, .submission = submission,
			       .organisation_id = r->person->organisation_id,
			       .reporter_id = r->person->person_id)
			       ? had.ref
			       : NULL;
	audit(r, AUDIT_ADD, "incident", ref, audit_fact(NULL, "draft", "begun"));
	return text_copy(r->ctx, ref);
}

/* It was sent before (a double tap, or Back to it): the draft that it began takes what is typed. */
static int save_again(struct req *r, const char *ref)
{
	struct q_incident_by_ref in;
	struct report *w;
	int status;

	tpl_optional(r->page, M_BEGINS, M_SUBMISSION, params_get(&r->body, "submission"));
	r->args[0] = ref;
	status = report_draft(r, &in, &w);
	return status ? status : save_step(r, &in, w, &report_steps[0]);
}

/* POST /reports/new */
int report_new_save(struct req *r)
{
	const char *token = params_get(&r->body, "submission"), *ref;
	struct q_report_by_submission had;
	struct report *w = new_report(r);
	struct bytes submission;
	bool fine;

	if (!token || !base64url_open(r->ctx, token, &submission) ||
		submission.len != SUBMISSION_BYTES) {
		report_step_take(r, w, &report_steps[0]);
		return show_new(r, w, new_submission(r), 422);
	}
	if (Q_ONE(r->db, report_by_submission, &had, .submission = submission,
		    .organisation_id = r->person->organisation_id,
		    .reporter_id = r->person->person_id))
		return save_again(r, had.ref);
	fine = report_step_take(r, w, &report_steps[0]);
	if (r->body.restored || !anything_typed(r))
		return show_new(r, w, token, 422);
	ref = begin(r, submission, w);
	if (!ref) /* another person's form, or a reference that was drawn twice */
		return db_state(r->db) == DB_FINE ? show_new(r, w, new_submission(r), 422) : 503;
	if (pressed(r) == GO_LATER)
		return finish_later(r);
	return fine ? report_to_step(r, ref, w, report_step_next(w)) : show_new(r, w, token, 422);
}

/* ---- Who was affected ------------------------------------------------------------------------ */

static int show_person(
	struct req *r, struct form *person, const char *ref, size_t number, int status)
{
	const char *title = report_person_title(r, number);

	tpl_set(r->page, M_CSRF, r->csrf);
	tpl_set(r->page, M_HEADING, title);
	tpl_set(r->page, M_REF, ref);
	tpl_show_if(r->page, M_MAY_REMOVE, number > 1);
	form_show(person, 0, person->n, r->page, false);
	return page_show(r, status, T_report_person, title);
}

/* GET /reports/REF/people/NUMBER */
int report_person_view(struct req *r)
{
	struct q_incident_by_ref in;
	struct report *w;
	int status = report_draft(r, &in, &w);
	size_t n;

	if (status)
		return status;
	n = report_person_number(w, r->args[1]);
	if (!n)
		return not_found(r);
	return show_person(
		r, n > w->n_people ? report_person_add(w) : w->people[n - 1], in.ref, n, 200);
}

/* Back: to the answers, or while they are not complete to the person before, as from a step. */
static int back_from_person(struct req *r, const char *ref, struct report *w, size_t n)
{
	if (!report_step_next(w))
		return redirect(r, "/reports/%s/check", ref);
	return n > 2 ? redirect(r, "/reports/%s/people/%zu", ref, n - 1)
		     : redirect(r, "/reports/%s/draft/harm", ref);
}

static int save_person(
	struct req *r, const struct q_incident_by_ref *in, struct report *w, size_t n, enum go go)
{
	bool is_new = n > w->n_people, fine;
	struct form *person = is_new ? report_person_add(w) : w->people[n - 1];

	form_take(person, 0, person->n, &r->body);
	/* Who was only looked for is nobody. */
	if (go == GO_BACK && is_new && !report_person_given(person))
		report_person_remove(w, n - 1);
	report_settle(w);
	report_save(r, in, w);
	if (go == GO_BACK)
		return back_from_person(r, in->ref, w, n);
	fine = form_check(person, 0, person->n) == 0;
	return fine ? report_to_step(r, in->ref, w, report_step_next(w))
		    : show_person(r, person, in->ref, n, 422);
}

/* POST /reports/REF/people/NUMBER */
int report_person_save(struct req *r)
{
	enum go go = pressed(r);
	struct q_incident_by_ref in;
	struct report *w;
	int status = report_draft(r, &in, &w);
	size_t n;

	if (status)
		return status;
	n = report_person_number(w, r->args[1]);
	if (!n)
		return not_found(r);
	if (go == GO_REMOVE) {
		if (n > 1 && n <= w->n_people)
			report_person_remove(w, n - 1);
		report_save(r, &in, w);
		return redirect(r, "/reports/%s/check", in.ref);
	}
	return save_person(r, &in, w, n, go);
}
