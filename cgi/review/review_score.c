/* review_score.c: each reviewer scores alone: every criterion on one page, with its evidence. Saved
 * as often as they like; once sent, the scores are final. */
#include <string.h>
#include "audit.h"
#include "pages.h"
#include "review_evidence.h"
#include "review_scores.h"
#include "reviewers.h"

static const char final[] = "Scores that were sent are final.";
static const char not_theirs_to_score[] = "Only those who review it score.";

static struct form *form_for(struct req *r, const struct review_criteria_list *all, bool required)
{
	struct field *fields = NEW_ARRAY(r->ctx, struct field, 2 * all->n + 1);

	review_score_fields(r->ctx, all, required, fields);
	return form_new(r->ctx, fields, 2 * all->n);
}

/* What they have scored so far, in a form of these fields. */
static struct form *stored_form(struct req *r, const struct q_review_by_ref *v,
	const struct review_criteria_list *all, const struct form *like)
{
	struct db_rows *rows = Q_ROWS(r->db, review_scores_own, .review_id = v->review_id,
		.person_id = r->person->person_id);
	struct form *f = form_new(r->ctx, like->fields, like->n);
	struct q_review_scores_own row;

	while (Q_NEXT(rows, review_scores_own, &row)) {
		size_t i = review_criterion_index(all, row.criterion_id);

		if (i == all->n)
			continue;
		if (row.scored)
			form_put(f, f->fields[2 * i].name, 0,
				text_format(r->ctx, "%lld", (long long)row.score));
		form_put(f, f->fields[2 * i + 1].name, 0, text_copy(r->ctx, row.reason));
	}
	return f;
}

static int show(struct req *r, const struct q_review_by_ref *v,
	const struct review_criteria_list *all, const struct form *f, const char *seen, int status)
{
	review_heading(r, v);
	tpl_set(r->page, M_SEEN, seen ? seen : "");
	tpl_set(r->page, M_DUE_ON, date_text(r->ctx, v->due_on));
	for (size_t i = 0; i < all->n; i++) {
		const struct review_criterion *one = &all->list[i];
		struct tpl *t = tpl_include(r->page, M_SECTION, T_review_score_criterion);

		tpl_int(t, M_NUMBER, (int64_t)i + 1);
		tpl_set(t, M_CRITERION, one->name);
		tpl_setf(t, M_WEIGHT, "%d%%",
			(int)((one->weight * 200 + all->weights) / (2 * all->weights)));
		tpl_optional(t, M_HAS_HELP, M_HELP, one->help);
		form_show(f, 2 * i, 2, t, false);
		review_evidence(r, v, one->evidence, t);
	}
	form_show(f, 0, f->n, r->page, false); /* for the summary of errors */
	return page_show(r, status, T_review_score, text_format(r->ctx, "Score %s", v->title));
}

/* A review that this person scores: 0, or what the page returns. */
static int find(struct req *r, struct q_review_by_ref *v, struct reviewers *n)
{
	int refused = review_worked(r, v), status;
	bool post = r->method == METHOD_POST;

	if (refused)
		return refused;
	*n = reviewers_count(r->db, v->review_id, r->person->person_id);
	if (n->me_sent) {
		if (post)
			return 0; /* the page knows a double tap from another attempt */
		flash_notice(r, "Your scores are sent, and final.");
		return redirect(r, "/reviews/%s", v->ref);
	}
	if (!review_is_in(r, v, REVIEW_SCORING, &status))
		return status;
	if (n->me)
		return 0;
	if (post)
		return review_refused(r, v, not_theirs_to_score);
	flash_notice(r, not_theirs_to_score);
	return redirect(r, "/reviews/%s", v->ref);
}

/* GET /reviews/:ref/score */
int review_score_view(struct req *r)
{
	struct review_criteria_list all;
	struct q_review_by_ref v;
	struct reviewers n;
	int refused = find(r, &v, &n);
	struct form *f;

	if (refused)
		return refused;
	all = review_criteria_of(r, &v);
	f = stored_form(r, &v, &all, form_for(r, &all, false));
	return show(r, &v, &all, f, form_seen(f), 200);
}

static const char *typed(const struct form *f, size_t i)
{
	return f->values[i].text ? f->values[i].text : "";
}

/* Only what is new, so that the trail has no rows of nothing. */
static void save_own_scores(struct req *r, const struct q_review_by_ref *v,
	const struct review_criteria_list *all, const struct form *f, const struct form *now)
{
	bool any = false;

	for (size_t i = 0; i < all->n; i++) {
		const char *score = typed(f, 2 * i), *reason = typed(f, 2 * i + 1);
		const char *was = now->values[2 * i].parts[0],
			   *why = now->values[2 * i + 1].parts[0];

		if (strcmp(score, was ? was : "") == 0 && strcmp(reason, why ? why : "") == 0)
			continue;
		Q_RUN(r->db, review_score_save, .review_id = v->review_id,
			.person_id = r->person->person_id, .criterion_id = all->list[i].id,
			.score = *score ? *score - '0' : -1, .reason = reason);
		any = true;
	}
	if (any)
		audit(r, AUDIT_CHANGE, "review", v->ref, audit_fact(NULL, "own scores", "saved"));
}

/* After all are sent, the review goes on by itself. False: somebody else was quicker. */
static bool send_own_scores(struct req *r, const struct q_review_by_ref *v, bool *all_sent)
{
	int64_t n = 0;

	Q_RUN_COUNT(r->db, review_scores_send, &n, .review_id = v->review_id,
		.person_id = r->person->person_id, .now = r->now);
	if (n == 0)
		return false;
	review_event(r, v->review_id, REVIEW_EVENT_SCORED, NULL, NULL);
	audit(r, AUDIT_CHANGE, "review", v->ref, audit_fact(NULL, "own scores", "sent"));
	*all_sent = review_all_sent(r, v);
	if (*all_sent)
		return true;
	/* Two who send at once: the second of them sees the first one's. */
	Q_RUN_COUNT(
		r->db, review_touch, &n, .review_id = v->review_id, .row_version = v->row_version);
	return n > 0;
}

/* Theirs are sent already: the same once more is a double tap; anything else is refused. */
static int sent_before(struct req *r, const struct q_review_by_ref *v, const struct form *f,
	const struct form *now)
{
	for (size_t i = 0; i < f->n; i++)
		if (strcmp(typed(f, i), now->values[i].parts[0] ? now->values[i].parts[0] : "") !=
			0)
			return review_refused(r, v, final);
	return redirect(r, "/reviews/%s", v->ref);
}

/* POST /reviews/:ref/score: save and go on, or send. */
int review_score_save(struct req *r)
{
	const char *go = params_get(&r->body, "go"), *seen = params_get(&r->body, "seen");
	bool sends = go && strcmp(go, "send") == 0, fits, all_sent = false;
	struct review_criteria_list all;
	struct q_review_by_ref v;
	struct reviewers n;
	int refused = find(r, &v, &n);
	struct form *f, *now, *lax;

	if (refused)
		return refused;
	all = review_criteria_of(r, &v);
	f = form_for(r, &all, sends);
	now = stored_form(r, &v, &all, f);
	fits = form_fill(f, &r->body, NULL);
	if (n.me_sent)
		return sent_before(r, &v, f, now);
	/* Another window of theirs may have saved meanwhile. */
	if (!r->body.restored && form_conflict(f, now, seen))
		return show(r, &v, &all, f, form_seen(now), 422);
	if (fits) {
		save_own_scores(r, &v, &all, f, now);
	} else if (sends && !r->body.restored) {
		/* What is missing is said; what is there is saved all the same. */
		lax = form_for(r, &all, false);
		if (form_fill(lax, &r->body, NULL)) {
			save_own_scores(r, &v, &all, lax, now);
			seen = form_seen(stored_form(r, &v, &all, f));
		}
	}
	if (!fits)
		return show(r, &v, &all, f, seen, 422);
	if (!sends) {
		flash(r, "Your scores are saved. Nobody else sees them.");
		return redirect(r, "/reviews/%s/score", v.ref);
	}
	if (!send_own_scores(r, &v, &all_sent))
		return page_error(r, 503);
	flash(r, all_sent ? "Your scores are sent. All are there now."
			  : "Your scores are sent. You see the others’ when all are there.");
	return redirect(r, "/reviews/%s", v.ref);
}
