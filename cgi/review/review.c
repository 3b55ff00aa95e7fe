/* review.c: a review as every page of it needs it: its states, finding one, who may, what is
 * written down about it, attempts that were refused too. */
#include "review.h"

#include <stdlib.h>
#include <string.h>
#include "access.h"
#include "audit.h"

const struct choice review_states[REVIEW_STATES] = {
	[REVIEW_SCORING] = { "scoring", "Scoring", NULL, false },
	[REVIEW_MODERATION] = { "moderation", "Moderation", NULL, false },
	[REVIEW_FINDINGS] = { "findings", "With the organisation", NULL, false },
	[REVIEW_PANEL] = { "panel", "Before the panel", NULL, false },
	[REVIEW_MADE] = { "made", "To be confirmed", NULL, false },
	[REVIEW_DECIDED] = { "decided", "Decided", NULL, false },
	[REVIEW_CANCELLED] = { "cancelled", "Cancelled", NULL, false },
};

const struct choice interest_kinds[INTEREST_KINDS] = {
	{ "financial", "Financial interest",
		"You may gain or lose money by the decision: a job, shares, a contract", false },
	{ "professional", "Non-financial professional interest",
		"It may help your career or standing: a role with them, paid or not", false },
	{ "personal", "Non-financial personal interest",
		"It may benefit you otherwise: you are a trustee, a volunteer, a user", false },
	{ "indirect", "Indirect interest",
		"Somebody close to you has one: a partner, family, a friend, a business partner",
		false },
};

const struct choice review_event_kinds[REVIEW_EVENTS] = {
	[REVIEW_EVENT_OPENED] = { "opened", "Opened", NULL, false },
	[REVIEW_EVENT_MOVED] = { "moved", "Moved on", NULL, false },
	[REVIEW_EVENT_REVIEWER] = { "reviewer", "Reviewers", NULL, false },
	[REVIEW_EVENT_DECLARED] = { "declared", "Declaration of interests", NULL, false },
	[REVIEW_EVENT_LIFTED] = { "lifted", "Declaration lifted", NULL, false },
	[REVIEW_EVENT_SCORED] = { "scored", "Scores sent", NULL, false },
	[REVIEW_EVENT_AGREED] = { "agreed", "Score agreed", NULL, false },
	[REVIEW_EVENT_FINDINGS] = { "findings", "Findings", NULL, false },
	[REVIEW_EVENT_ANSWERED] = { "answered", "The organisation answered", NULL, false },
	[REVIEW_EVENT_DECISION] = { "decision", "Decision", NULL, false },
	[REVIEW_EVENT_REFUSED] = { "refused", "Attempt refused", NULL, false },
	[REVIEW_EVENT_EDITED] = { "edited", "Edited", NULL, false },
};

enum review_state review_state_of(const char *code)
{
	return (enum review_state)choice_index(review_states, REVIEW_STATES, code);
}

const char *review_state_colour(enum review_state state)
{
	static const char *const colours[REVIEW_STATES] = { "blue", "purple", "yellow", "orange",
		"orange", "green", "grey" };

	return state < REVIEW_STATES ? colours[state] : "grey";
}

bool review_is_over(enum review_state state)
{
	return state == REVIEW_DECIDED || state == REVIEW_CANCELLED;
}

/* ---- Finding one ----------------------------------------------------------------------------- */

static int found(struct req *r, struct q_review_by_ref *v, enum review_access least)
{
	char ref[REF_LENGTH + 1];
	enum review_access may;

	if (!ref_read(r->args[0], ref) ||
		!Q_ONE(r->db, review_by_ref, v, .ref = ref, .person_id = r->person->person_id))
		return not_found(r);
	may = access_review(r->person, v->declared, v->conflict);
	if (may & least)
		return 0;
	if (may & REVIEW_DECLARES) {
		/* They were shown no form: one that comes all the same is an attempt. */
		review_refuse(r, v, "Nothing is done in a review before interests are declared");
		return redirect(r, "/reviews/%s/declare", v->ref);
	}
	return not_theirs(
		r, v->conflict ? "a review in which they have a conflict of interest" : "a review");
}

int review_worked(struct req *r, struct q_review_by_ref *v)
{
	return found(r, v, REVIEW_WORKS);
}

int review_read(struct req *r, struct q_review_by_ref *v)
{
	return found(r, v, REVIEW_READS);
}

int review_declares(struct req *r, struct q_review_by_ref *v)
{
	return found(r, v, REVIEW_DECLARES);
}

int review_party(struct req *r, struct q_review_by_ref *v)
{
	char ref[REF_LENGTH + 1];

	if (!ref_read(r->args[0], ref) ||
		!Q_ONE(r->db, review_by_ref, v, .ref = ref, .person_id = r->person->person_id))
		return not_found(r);
	if (v->findings_at && !v->conflict &&
		(access_contract_party(r->person, v->organisation_id, v->successor_id) ||
			access_submission(r->person, v->organisation_id, v->successor_id)))
		return 0;
	return not_theirs(r, "another organisation's review");
}

/* ---- What is written down -------------------------------------------------------------------- */

static void event_add(struct req *r, int64_t review_id, enum review_event_kind kind,
	const char *from, const char *to, const char *text, json_t *detail)
{
	Q_RUN(r->db, review_event_add, .review_id = review_id, .at = r->now,
		.person_id = r->person->person_id, .kind = review_event_kinds[kind].code,
		.state_from = from, .state_to = to, .text = text ? text : "",
		.detail = json_compact(r->ctx, detail));
	json_decref(detail);
}

void review_event(struct req *r, int64_t review_id, enum review_event_kind kind, const char *text,
	json_t *detail)
{
	event_add(r, review_id, kind, "", "", text, detail);
}

void review_refuse(struct req *r, const struct q_review_by_ref *v, const char *why)
{
	size_t len = strlen(why);

	if (r->method != METHOD_POST)
		return;
	/* A form's sentence about a slip has no full stop; in the history it is one among others.
	 */
	if (len > 0 && why[len - 1] != '.')
		why = text_format(r->ctx, "%s.", why);
	review_event(r, v->review_id, REVIEW_EVENT_REFUSED, why, NULL);
	audit_refused(r, why);
}

bool review_move(
	struct req *r, const struct q_review_by_ref *v, enum review_state to, const char *text)
{
	const char *from = review_states[review_state_of(v->state)].label;
	int64_t moved = 0;

	Q_RUN_COUNT(r->db, review_move, &moved, .review_id = v->review_id,
		.state = review_states[to].code, .now = r->now, .row_version = v->row_version);
	if (moved == 0)
		return false;
	event_add(
		r, v->review_id, REVIEW_EVENT_MOVED, v->state, review_states[to].code, text, NULL);
	audit(r, AUDIT_CHANGE, "review", v->ref,
		audit_changed(NULL, "state", from, review_states[to].label));
	return true;
}

bool review_is_in(
	struct req *r, const struct q_review_by_ref *v, enum review_state state, int *status)
{
	enum review_state now = review_state_of(v->state);

	if (now == state)
		return true;
	review_refuse(r, v,
		text_format(r->ctx, "This needs the state “%s”, and the review is in “%s”.",
			review_states[state].label, review_states[now].label));
	*status = review_out_of_order(r, v, state);
	return false;
}

void review_heading(struct req *r, const struct q_review_by_ref *v)
{
	enum review_state state = review_state_of(v->state);

	tpl_set(r->page, M_CSRF, r->csrf);
	tpl_set(r->page, M_REF, v->ref);
	tpl_set(r->page, M_TITLE, v->title);
	tpl_set(r->page, M_ORGANISATION, v->organisation);
	tpl_set(r->page, M_STATE, review_states[state].label);
	tpl_set(r->page, M_STATE_COLOUR, review_state_colour(state));
}

/* Reasons and findings that were typed, to be copied from: nobody writes them twice because
 * somebody else moved the review on. Codes and hidden fields have no blank. */
static void show_typed(struct req *r)
{
	struct tpl *all = NULL;

	for (size_t i = 0; i < r->body.n; i++) {
		const struct param *one = &r->body.list[i];

		if (params_is_secret(one->name) || strcmp(one->name, "seen") == 0 ||
			!strpbrk(one->value, " \n"))
			continue;
		if (!all)
			all = tpl_add(r->page, M_TYPED);
		tpl_set(tpl_add(all, M_TYPED_ROW), M_TEXT, one->value);
	}
}

int review_out_of_order(struct req *r, const struct q_review_by_ref *v, enum review_state wanted)
{
	review_heading(r, v);
	tpl_set(r->page, M_WANTED, review_states[wanted].label);
	if (r->method == METHOD_POST)
		show_typed(r);
	return page_show(r, 422, T_review_out_of_order, "Not now");
}
