/* submission_send.c: a plan or a bid checked, sent once, confirmed; and taken back. */
#include <stddef.h>
#include <string.h>
#include "audit.h"
#include "pages.h"
#include "setting.h"
#include "submission.h"

static bool is_open(const struct req *r, const struct q_submission_by_ref *s)
{
	return call_is_open(s->call_state, s->closes_on, r->now);
}

/* ---- Checking -------------------------------------------------------------------------------- */

/* The pages on which something is missing or wrong, each with a link; how many. */
static size_t show_incomplete(
	struct req *r, const struct q_submission_by_ref *s, const struct submission_form *w)
{
	struct tpl *all = NULL, *item;
	size_t first, count, n, wrong = 0;

	for (size_t page = 0; page < submission_pages(w); page++) {
		submission_range(w, page, &first, &count);
		n = form_check(w->form, first, count);
		if (n == 0)
			continue;
		wrong++;
		if (!all)
			all = tpl_add(r->page, M_INCOMPLETE);
		item = tpl_add(all, M_PART);
		tpl_set(item, M_REF, s->ref);
		tpl_int(item, M_NUMBER, (int64_t)page + 1);
		tpl_setf(item, M_PART_TITLE, "%s: %s", submission_page_title(w, page),
			n == 1 ? "1 question to answer or put right"
			       : text_format(r->ctx, "%zu questions to answer or put right", n));
	}
	return wrong;
}

static int show_check(
	struct req *r, const struct q_submission_by_ref *s, struct submission_form *w, int status)
{
	size_t wrong;

	submission_heading(r, s);
	tpl_set(r->page, M_COMMISSIONER, setting_text(r->settings, SETTING_NAME));
	wrong = show_incomplete(r, s, w);
	submission_answers_show(w, r->page, s->ref);
	tpl_show_if(r->page, M_CLOSED, !is_open(r, s));
	tpl_show_if(r->page, M_CHANGED, status != 200 && wrong == 0 && is_open(r, s));
	tpl_show_if(r->page, M_MAY_SEND, wrong == 0 && is_open(r, s));
	return page_show(r, status, T_submission_check, "Check before you send it");
}

/* GET /submissions/:ref/check */
int submission_check(struct req *r)
{
	struct q_submission_by_ref s;
	int refused = submission_drafted(r, &s);

	if (refused)
		return refused;
	return show_check(r, &s, submission_form_new(r->ctx, s.form, s.kind, s.draft, NULL), 200);
}

/* ---- Sending --------------------------------------------------------------------------------- */

static bool is_version(const struct req *r, const struct q_submission_by_ref *s)
{
	const char *version = params_get(&r->body, "row_version");
	int64_t sent;

	return version && check_number(version, &sent) && sent == s->row_version;
}

static bool is_whole(const struct submission_form *w)
{
	return form_check(w->form, 0, w->form->n) == 0;
}

/* False: somebody changed or sent it meanwhile. */
static bool submission_store(
	struct req *r, const struct q_submission_by_ref *s, const struct submission_form *w)
{
	json_t *answers = form_answers(w->form);
	const json_t *amount = json_object_get(answers, "amount");
	int64_t n = 0;

	Q_RUN_COUNT(r->db, submission_send, &n, .title = submission_title(w),
		.answers = json_compact(r->ctx, answers), .amount = json_integer_value(amount),
		.with_amount = json_is_integer(amount), .now = r->now,
		.person_id = r->person->person_id, .submission_id = s->submission_id,
		.row_version = s->row_version);
	json_decref(answers);
	if (n > 0)
		audit(r, AUDIT_CHANGE, "submission", s->ref,
			audit_changed(
				audit_fact(NULL, "call", s->call_ref), "state", "draft", "sent"));
	return n > 0;
}

/* POST /submissions/:ref/check: sends what was shown, once: whoever sends it again comes to the
 * same confirmation. */
int submission_send(struct req *r)
{
	struct q_submission_by_ref s;
	struct submission_form *w;
	int refused = submission_found(r, &s);

	if (refused)
		return refused;
	if (strcmp(s.state, "draft") != 0)
		return redirect(r, "/submissions/%s/sent", s.ref);
	w = submission_form_new(r->ctx, s.form, s.kind, s.draft, NULL);
	if (!is_whole(w) || !is_open(r, &s) || !is_version(r, &s) || r->body.restored ||
		!submission_store(r, &s, w))
		return show_check(r, &s, w, 422);
	return redirect(r, "/submissions/%s/sent", s.ref);
}

/* GET /submissions/:ref/sent */
int submission_sent(struct req *r)
{
	struct q_submission_by_ref s;
	int refused = submission_found(r, &s);

	if (refused)
		return refused;
	if (strcmp(s.state, "sent") != 0)
		return redirect(r, "/submissions/%s", s.ref);
	submission_heading(r, &s);
	tpl_set(r->page, M_COMMISSIONER, setting_text(r->settings, SETTING_NAME));
	tpl_set(r->page, M_KIND, choice_label(call_kinds, CALL_KINDS, s.kind));
	tpl_set(r->page, M_AT, time_text(r->ctx, s.sent_at));
	return page_show(r, 200, T_submission_sent, "Sent");
}

/* ---- Taken back ------------------------------------------------------------------------------ */

struct withdrawn {
	const char *why;
};
static const struct field why_fields[] = {
	{ .type = FIELD_LONG,
		.name = "why",
		.label = "Why do you withdraw it?",
		.required = true,
		.max_length = 500,
		.missing = "Say why you withdraw it",
		.into = offsetof(struct withdrawn, why) },
};

/* 0, or what the page returns. */
static int find_to_withdraw(struct req *r, struct q_submission_by_ref *s)
{
	int refused = submission_found(r, s);

	if (refused)
		return refused;
	if (strcmp(s->state, "sent") == 0 && !s->review_id)
		return 0;
	flash_notice(r,
		strcmp(s->state, "draft") == 0 ? "It was not sent, so there is nothing to withdraw."
		: s->review_id && strcmp(s->review_state, "decided") == 0
			? "It was decided on, and cannot be withdrawn any more."
		: s->review_id ? "It is being judged, and cannot be withdrawn here any more."
			       : "It was withdrawn already.");
	return redirect(r, "/submissions/%s", s->ref);
}

static int show_withdraw(
	struct req *r, const struct q_submission_by_ref *s, const struct form *f, int status)
{
	submission_heading(r, s);
	tpl_show_if(r->page, M_CLOSED, !is_open(r, s));
	form_show(f, 0, f->n, r->page, false);
	return page_show(r, status, T_submission_withdraw, "Withdraw it?");
}

/* GET /submissions/:ref/withdraw */
int submission_withdraw(struct req *r)
{
	struct q_submission_by_ref s;
	int refused = find_to_withdraw(r, &s);

	return refused ? refused
		       : show_withdraw(r, &s, form_new(r->ctx, why_fields, COUNT(why_fields)), 200);
}

/* POST /submissions/:ref/withdraw */
int submission_withdraw_save(struct req *r)
{
	struct form *f = form_new(r->ctx, why_fields, COUNT(why_fields));
	struct withdrawn in = { 0 };
	struct q_submission_by_ref s;
	int refused = find_to_withdraw(r, &s);
	int64_t n = 0;

	if (refused)
		return refused;
	if (!form_fill(f, &r->body, &in))
		return show_withdraw(r, &s, f, 422);
	Q_RUN_COUNT(r->db, submission_withdraw, &n, .why = in.why, .now = r->now,
		.submission_id = s.submission_id, .row_version = s.row_version);
	if (n == 0) {
		form_fail(f, NULL, "Somebody began to judge it, or withdrew it, at this moment");
		return show_withdraw(r, &s, f, 422);
	}
	audit(r, AUDIT_CHANGE, "submission", s.ref,
		audit_changed(NULL, "state", "sent", "withdrawn"));
	flash(r, "It was withdrawn. Nobody judges it.");
	return redirect(r, "/submissions/%s", s.ref);
}
