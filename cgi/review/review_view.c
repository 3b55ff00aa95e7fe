/* review_view.c: the page of one review: where it stands, what to do next, and its sections. */
#include <string.h>
#include "access.h"
#include "audit.h"
#include "contract.h"
#include "decision.h"
#include "pages.h"
#include "review_findings.h"
#include "review_scores.h"
#include "review_sections.h"
#include "reviewers.h"

/* In the order of the page. */
static review_section *const sections[] = {
	review_section_reviewers,
	review_section_scores,
	review_section_findings,
	review_section_evidence,
	review_section_decision,
	review_section_history,
};

/* ---- Where it stands ------------------------------------------------------------------------- */

enum { STEP_INTERESTS, STEP_SCORES, STEP_MODERATION, STEP_FINDINGS, STEP_PANEL, STEP_DECISION };
static const char *const steps[] = {
	[STEP_INTERESTS] = "Interests",
	[STEP_SCORES] = "Scores",
	[STEP_MODERATION] = "Moderation",
	[STEP_FINDINGS] = "Draft findings",
	[STEP_PANEL] = "Panel",
	[STEP_DECISION] = "Decision",
};

/* How many steps are done in a state; the next is the one at hand. */
static size_t steps_done(enum review_state state, const struct reviewers *n)
{
	switch (state) {
	case REVIEW_SCORING:
		return n->n > 0 && n->declared == n->n ? STEP_SCORES : STEP_INTERESTS;
	case REVIEW_MODERATION:
		return STEP_MODERATION;
	case REVIEW_FINDINGS:
		return STEP_FINDINGS;
	case REVIEW_PANEL:
		return STEP_PANEL;
	case REVIEW_MADE:
		return STEP_DECISION;
	default:
		return COUNT(steps);
	}
}

/* What is said beside a step; "": nothing. */
static const char *step_note(
	struct req *r, const struct q_review_by_ref *v, const struct reviewers *n, size_t step)
{
	enum review_state state = review_state_of(v->state);

	if (step == STEP_INTERESTS && state == REVIEW_SCORING)
		return text_format(r->ctx, "%zu of %zu declared", n->declared, n->n);
	if (step == STEP_SCORES && state == REVIEW_SCORING)
		return text_format(r->ctx, "%zu of %zu sent", n->sent, n->n);
	if (step == STEP_FINDINGS && state == REVIEW_FINDINGS && v->answer_by)
		return text_format(
			r->ctx, "An answer may come until %s", date_text(r->ctx, v->answer_by));
	if (step == STEP_FINDINGS && state > REVIEW_FINDINGS)
		return v->answered_at   ? "Answered"
		       : v->findings_at ? "No answer came"
					: "Not sent to the organisation";
	if (step == STEP_DECISION && state == REVIEW_MADE)
		return "A second person is to confirm it";
	return "";
}

static void show_steps(
	struct req *r, const struct q_review_by_ref *v, const struct reviewers *n, struct tpl *t)
{
	enum review_state state = review_state_of(v->state);
	size_t done = steps_done(state, n);

	if (state == REVIEW_CANCELLED) {
		tpl_set(tpl_add(t, M_CANCELLED), M_WHY, v->cancelled_why);
		return;
	}
	t = tpl_add(t, M_STEPS);
	for (size_t i = 0; i < COUNT(steps); i++) {
		struct tpl *step = tpl_add(t, M_STEP);

		tpl_set(step, M_LABEL, steps[i]);
		tpl_set(step, M_CODE, i < done ? "done" : i == done ? "now" : "later");
		tpl_show(step, i < done ? M_DONE : i == done ? M_NOW : M_LATER);
		tpl_optional(step, M_NOTED, M_NOTE, step_note(r, v, n, i));
	}
}

/* ---- What to do next ------------------------------------------------------------------------- */

struct next {
	const char *words;
	const char *path, *label; /* below the review; NULL: nothing */
};

static struct next next_of_scoring(const struct q_review_by_ref *v, const struct reviewers *n)
{
	(void)v;
	if (n->n == 0)
		return (struct next){ "Nobody reviews it yet.", "reviewers", "Add reviewers" };
	if (n->me && !n->me_sent)
		return (struct next){ "It waits for your scores. You score alone; nobody sees any "
				      "before all are there.",
			"score", n->me_begun ? "Go on scoring" : "Score" };
	return n->me && n->me_sent
		       ? (struct next){ "Your scores are sent. It waits for the others; nobody "
					"sees any scores before all are there.",
				 NULL, NULL }
		       : (struct next){ "It waits for the scores of its reviewers; nobody sees any "
					"scores before all are there.",
				 NULL, NULL };
}

static struct next next_of_moderation(struct req *r, const struct q_review_by_ref *v)
{
	size_t n_missing;

	review_findings_missing(r, v, &n_missing);
	return n_missing == 0
		       ? (struct next){ "Everything is agreed on and written.", "findings",
				 "Check the findings" }
		       : (struct next){ "All scores are there. Agree on one for each criterion, "
					"and write down what the review found.",
				 "moderate", "Moderate" };
}

/* What was decided is what people open such a review for. */
static const char *decided_words(struct req *r, const struct q_review_by_ref *v)
{
	struct db_rows *rows = Q_ROWS(r->db, decisions, .review_id = v->review_id);
	struct q_decisions row;
	const char *words = "It is decided.";

	while (Q_NEXT(rows, decisions, &row))
		if (strcmp(row.state, "confirmed") == 0)
			words = text_format(
				r->ctx, "The panel decided: %s.", decision_label(row.outcome));
	return words;
}

static struct next next_of_made(struct req *r, const struct q_review_by_ref *v)
{
	switch (decision_offer(r, v->review_id)) {
	case DECISION_NOTHING:
		return (struct next){ "You wrote the decision down. Somebody else who was there is "
				      "to confirm it.",
			NULL, NULL };
	case DECISION_RETURNS:
		return (struct next){ "The panel decided. Somebody else who was there is to "
				      "confirm it; you can return it to the panel.",
			"confirm", "Return it" };
	default:
		return (struct next){ "The panel decided. A second person is to confirm it.",
			"confirm", "Confirm or return it" };
	}
}

static struct next next_of(
	struct req *r, const struct q_review_by_ref *v, const struct reviewers *n)
{
	switch (review_state_of(v->state)) {
	case REVIEW_SCORING:
		return next_of_scoring(v, n);
	case REVIEW_MODERATION:
		return next_of_moderation(r, v);
	case REVIEW_FINDINGS:
		return (struct next){ "The organisation reads the draft findings and may answer.",
			NULL, NULL };
	case REVIEW_PANEL:
		return (struct next){ "The panel may decide.", "decide", "Record the decision" };
	case REVIEW_MADE:
		return next_of_made(r, v);
	case REVIEW_DECIDED:
		return v->proposal_id
			       ? (struct next){ decided_words(r, v), "report", "Read the report" }
			       : (struct next){ decided_words(r, v), "letter", "Read the letter" };
	default:
		return (struct next){ "It was cancelled.", NULL, NULL };
	}
}

static void show_next(
	struct req *r, const struct q_review_by_ref *v, const struct reviewers *n, bool may_change)
{
	struct next next = next_of(r, v, n);
	struct tpl *t = tpl_add(r->page, M_WAITS), *way;

	tpl_set(t, M_WAITS_WORDS, next.words);
	if (!may_change || !next.path)
		return;
	way = tpl_add(t, M_NEXT);
	tpl_set(way, M_PATH, next.path);
	tpl_set(way, M_WAY_LABEL, next.label);
}

/* ---- The page -------------------------------------------------------------------------------- */

static void show_facts(struct req *r, const struct q_review_by_ref *v)
{
	enum review_state state = review_state_of(v->state);
	struct tpl *t = r->page;
	char today[11];

	check_today(r->now, today);
	tpl_set(t, M_SINCE, day_text(r->ctx, v->state_at));
	tpl_set(t, M_DUE_ON, date_text(r->ctx, v->due_on));
	tpl_show_if(t, M_OVERDUE, !review_is_over(state) && strcmp(v->due_on, today) < 0);
	tpl_set(t, M_ORGANISATION_CODE, v->organisation_code);
	tpl_optional(t, M_OF_CONTRACT, M_REFERENCE, v->reference);
	tpl_set(t, M_CONTRACT_REF, v->contract_ref);
	tpl_set(t, M_CRITERIA,
		text_format(
			r->ctx, "%s, version %lld", v->criteria, (long long)v->criteria_number));
	tpl_set(t, M_OPENED, day_text(r->ctx, v->opened_at));
	tpl_set(t, M_OPENED_BY, v->opened_by ? v->opened_by : "the calendar");
	tpl_optional(t, M_HAS_SCORE, M_SCORE,
		v->agreed_score ? text_format(r->ctx, "%s of 4",
					  review_mean_number(r->ctx, v->agreed_score))
				: NULL);
}

/* GET /reviews/:ref */
int review_view(struct req *r)
{
	struct q_review_by_ref v;
	int refused = review_read(r, &v);
	struct reviewers n;
	bool may_change;

	if (refused)
		return refused;
	may_change = access_review(r->person, v.declared, v.conflict) & REVIEW_WORKS;
	n = reviewers_count(r->db, v.review_id, r->person->person_id);
	review_heading(r, &v);
	show_facts(r, &v);
	show_next(r, &v, &n, may_change);
	show_steps(r, &v, &n, r->page);
	tpl_show_if(r->page, M_MAY_CANCEL, may_change && !review_is_over(review_state_of(v.state)));
	for (size_t i = 0; i < COUNT(sections); i++)
		sections[i](r, &v, may_change, r->page);
	audit(r, AUDIT_LOOK, "review", v.ref, NULL);
	return page_show(r, 200, T_review_view, v.title);
}

/* ---- Cancelling ------------------------------------------------------------------------------ */

static const struct field cancel_fields[] = {
	{ .type = FIELD_LONG,
		.name = "why",
		.label = "Why is it cancelled?",
		.hint = "It is part of the record. What was scored stays there",
		.required = true,
		.max_length = 1000,
		.missing = "Enter why it is cancelled" },
};

static int show_cancel(
	struct req *r, const struct q_review_by_ref *v, const struct form *f, int status)
{
	review_heading(r, v);
	form_show(f, 0, f->n, r->page, false);
	return page_show(r, status, T_review_cancel, "Cancel the review");
}

/* One that is open: 0, or what the page returns. */
static int find_open(struct req *r, struct q_review_by_ref *v)
{
	int refused = review_worked(r, v);

	if (refused || !review_is_over(review_state_of(v->state)))
		return refused;
	review_refuse(r, v, "A review that is over cannot be cancelled");
	return review_out_of_order(r, v, REVIEW_SCORING);
}

/* GET /reviews/:ref/cancel */
int review_cancel_view(struct req *r)
{
	struct q_review_by_ref v;
	int refused = find_open(r, &v);

	return refused ? refused
		       : show_cancel(
				 r, &v, form_new(r->ctx, cancel_fields, COUNT(cancel_fields)), 200);
}

/* POST /reviews/:ref/cancel */
int review_cancel_save(struct req *r)
{
	struct form *f = form_new(r->ctx, cancel_fields, COUNT(cancel_fields));
	struct q_review_by_ref v;
	int refused = find_open(r, &v);

	if (refused)
		return refused;
	if (!form_fill(f, &r->body, NULL))
		return show_cancel(r, &v, f, 422);
	Q_RUN(r->db, review_cancel, .review_id = v.review_id, .why = f->values[0].text);
	if (!review_move(r, &v, REVIEW_CANCELLED, f->values[0].text))
		return page_error(r, 503);
	if (v.contract_id)
		contract_event(r, v.contract_id, CONTRACT_REVIEW, "The review was cancelled.", NULL,
			v.review_id);
	flash(r, "The review is cancelled.");
	return redirect(r, "/reviews/%s", v.ref);
}
