/* decision_confirm.c: a second person, who was at the meeting too, confirms what the panel decided,
 * and it takes effect; or somebody returns it to the panel. Never who made it. The database holds
 * all of this too (the trigger decision_stays). */
#include <stddef.h>
#include <string.h>
#include "audit.h"
#include "contract.h"
#include "decision.h"
#include "pages.h"

static const struct choice answers[] = {
	{ "confirm", "Confirm it", "It takes effect at once", false },
	{ "return", "Return it to the panel", "Nothing takes effect; the panel decides again",
		false },
};

struct typed {
	const char *answer, *why;
};

static const struct field all_fields[] = {
	{ .type = FIELD_RADIOS,
		.name = "answer",
		.label = "Is this what the panel decided?",
		.required = true,
		.missing = "Select whether to confirm or to return it",
		.choices = answers,
		.n_choices = COUNT(answers),
		.into = offsetof(struct typed, answer) },
	{ .type = FIELD_LONG,
		.name = "why",
		.label = "Why is it returned?",
		.required = true,
		.max_length = 1000,
		.missing = "Enter why it is returned",
		.when_name = "answer",
		.when_code = "return",
		.into = offsetof(struct typed, why) },
};

/* ---- What is refused, and recorded -----------------------------------------------------------
 */

/* Was this person there; and does somebody who was have a conflict of interest by now? */
static void look_at_members(
	struct req *r, const struct q_decisions *d, bool *present, const char **conflicted)
{
	struct db_rows *rows = Q_ROWS(r->db, decision_members, .decision_id = d->decision_id);
	struct q_decision_members row;

	*present = false;
	*conflicted = NULL;
	while (Q_NEXT(rows, decision_members, &row)) {
		if (strcmp(row.part, "present") != 0)
			continue;
		*present |= row.person_id == r->person->person_id;
		if (row.conflict)
			*conflicted = text_copy(r->ctx, row.name);
	}
}

/* NULL: they may. */
static const char *refusal(struct req *r, const struct q_decisions *d, bool returns)
{
	struct decision_tally tally = decision_count(r, d->decision_id);
	const char *conflicted;
	bool present;

	look_at_members(r, d, &present, &conflicted);
	if (d->made_by == r->person->person_id)
		return "You wrote this decision down, so somebody else confirms or returns it";
	if (returns)
		return NULL;
	if (!present)
		return "Only somebody who was at the panel's meeting can confirm the decision";
	if (conflicted)
		return text_format(r->ctx,
			"%s, who was there, has a conflict of interest now, so the decision cannot "
			"be confirmed; return it to the panel",
			conflicted);
	return decision_fault_text(r->ctx, decision_fault(&tally, d->quorum), &tally, d->quorum);
}

/* ---- What is offered ---------------------------------------------------------------------------
 */

static enum decision_offer offer_of(
	struct req *r, const struct q_decisions *d, const char *not_confirmed)
{
	return !not_confirmed        ? DECISION_CONFIRMS
	       : refusal(r, d, true) ? DECISION_NOTHING
				     : DECISION_RETURNS;
}

enum decision_offer decision_offer(struct req *r, int64_t review_id)
{
	struct q_decisions d;

	return decision_newest(r, review_id, &d) ? offer_of(r, &d, refusal(r, &d, false))
						 : DECISION_NOTHING;
}

/* Who can only return it is asked why alone. */
static void show_fields(struct form *f, enum decision_offer offer, struct tpl *t)
{
	if (offer == DECISION_RETURNS)
		form_put(f, "answer", 0, "return");
	form_show(f, offer == DECISION_RETURNS, f->n - (offer == DECISION_RETURNS), t, false);
}

static int show(struct req *r, const struct q_review_by_ref *v, const struct q_decisions *d,
	struct form *f, int status)
{
	const char *why = refusal(r, d, false);
	enum decision_offer offer = offer_of(r, d, why);

	review_heading(r, v);
	decision_show(r, d, r->page, true);
	tpl_set(r->page, M_DECISION_REF, d->ref);
	form_show_errors(f, 0, f->n, r->page);
	if (offer == DECISION_NOTHING) {
		tpl_show(r->page, M_OWN);
	} else {
		tpl_show(tpl_add(r->page, M_NOT_OWN),
			offer == DECISION_CONFIRMS ? M_EITHER : M_RETURNS);
		show_fields(f, offer, tpl_include(r->page, M_DECISION_FIELDS, T_decision_part));
	}
	if (offer == DECISION_RETURNS && !f->form_error)
		tpl_optional(r->page, M_RETURNS_ONLY, M_WHY, why);
	return page_show(r, status, T_decision_confirm, "Confirm the decision");
}

/* The review, and the decision that waits there. 0, or what the page returns. */
static int waiting(struct req *r, struct q_review_by_ref *v, struct q_decisions *d)
{
	int status = review_worked(r, v);

	if (status || !review_is_in(r, v, REVIEW_MADE, &status))
		return status;
	return decision_newest(r, v->review_id, d) ? 0 : not_found(r);
}

/* GET /reviews/:ref/confirm */
int decision_confirm(struct req *r)
{
	struct q_review_by_ref v;
	struct q_decisions d;
	int status = waiting(r, &v, &d);

	return status ? status
		      : show(r, &v, &d, form_new(r->ctx, all_fields, COUNT(all_fields)), 200);
}

/* ---- Ending it ------------------------------------------------------------------------------- */

static int end_decision(struct req *r, const struct q_review_by_ref *v, const struct q_decisions *d,
	const char *why)
{
	const char *label = decision_label(d->outcome);
	bool confirms = why == NULL;
	int64_t ended = 0;

	Q_RUN_COUNT(r->db, decision_end, &ended, .decision_id = d->decision_id,
		.state = confirms ? "confirmed" : "returned", .ended_by = r->person->person_id,
		.now = r->now, .returned_why = why ? why : "");
	/* Both were read in this transaction: nobody else can have changed them meanwhile. */
	if (ended == 0 || !review_move(r, v, confirms ? REVIEW_DECIDED : REVIEW_PANEL, why))
		return page_error(r, 503);
	review_event(r, v->review_id, REVIEW_EVENT_DECISION,
		confirms ? text_format(r->ctx, "Confirmed: %s", label)
			 : text_format(r->ctx, "Returned to the panel: %s", why),
		NULL);
	audit(r, AUDIT_CHANGE, "decision", d->ref,
		audit_changed(NULL, "state", "made", confirms ? "confirmed" : "returned"));
	if (confirms)
		decision_effects(r, v, d);
	flash(r, confirms ? "The decision is confirmed and has taken effect."
			  : "The decision is returned: the panel decides again.");
	return redirect(r, "/reviews/%s", v->ref);
}

/* A double tap: they have ended this very decision, with this answer. */
static bool was_ended(struct req *r, const struct q_review_by_ref *v)
{
	const char *ref = params_get(&r->body, "decision"),
		   *answer = params_get(&r->body, "answer");
	const char *state = answer && strcmp(answer, "return") == 0 ? "returned" : "confirmed";
	struct db_rows *rows = Q_ROWS(r->db, decisions, .review_id = v->review_id);
	struct q_decisions row;
	bool found = false;

	while (Q_NEXT(rows, decisions, &row))
		found |= ref && strcmp(row.ref, ref) == 0 && strcmp(row.state, state) == 0 &&
			 row.ended_by == r->person->person_id;
	return found;
}

/* Somebody else ended it meanwhile: what was typed stays in the form. */
static int refuse_late(
	struct req *r, const struct q_review_by_ref *v, const struct q_decisions *d, struct form *f)
{
	const char *why = text_format(r->ctx,
		"This needs the state “%s”, and the review is in “%s”",
		review_states[REVIEW_MADE].label, review_states[review_state_of(v->state)].label);

	review_refuse(r, v, why);
	form_fail(f, NULL, why);
	return show(r, v, d, f, 422);
}

/* POST /reviews/:ref/confirm */
int decision_confirm_save(struct req *r)
{
	struct form *f = form_new(r->ctx, all_fields, COUNT(all_fields));
	const char *refused, *shown = params_get(&r->body, "decision");
	struct q_review_by_ref v;
	struct q_decisions d;
	struct typed in = { 0 };
	int status = review_worked(r, &v);

	if (status)
		return status;
	if (was_ended(r, &v))
		return redirect(r, "/reviews/%s", v.ref);
	form_fill(f, &r->body, &in);
	if (review_state_of(v.state) != REVIEW_MADE && decision_newest(r, v.review_id, &d) &&
		!f->restored)
		return refuse_late(r, &v, &d, f);
	if ((status = waiting(r, &v, &d)))
		return status;
	if (!f->restored && f->values[0].text) {
		refused = refusal(r, &d, strcmp(f->values[0].text, "return") == 0);
		if (refused) {
			review_refuse(r, &v, refused);
			form_fail(f, NULL, refused);
		} else if (!shown || strcmp(shown, d.ref) != 0) {
			form_fail(f, NULL,
				"This decision is not the one you were looking at. Read it, then "
				"answer again");
		}
	}
	if (f->n_errors > 0 || f->restored)
		return show(r, &v, &d, f, 422);
	return end_decision(r, &v, &d, strcmp(in.answer, "return") == 0 ? in.why : NULL);
}
