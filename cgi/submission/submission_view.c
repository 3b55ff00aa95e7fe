/* submission_view.c: a plan or a bid on its own page, for who writes and sends it: how far it is,
 * what was answered, what came of it. */
#include <string.h>
#include "decision.h"
#include "pages.h"
#include "review.h"
#include "setting.h"
#include "submission.h"

static bool is_open(const struct req *r, const struct q_submission_by_ref *s)
{
	return call_is_open(s->call_state, s->closes_on, r->now);
}

/* The pages of a draft, each with how far it is. */
static void show_pages(
	struct req *r, const struct q_submission_by_ref *s, const struct submission_form *w)
{
	struct tpl *all = tpl_add(r->page, M_WRITING), *item;
	size_t first, count;

	tpl_set(all, M_REF, s->ref);
	for (size_t page = 0; page < submission_pages(w); page++) {
		bool given = submission_page_given(w, page), complete;

		submission_range(w, page, &first, &count);
		complete = form_check(w->form, first, count) == 0;
		item = tpl_add(all, M_PAGE_ROW);
		tpl_int(item, M_NUMBER, (int64_t)page + 1);
		tpl_set(item, M_PART_TITLE, submission_page_title(w, page));
		tpl_show_if(item, M_COMPLETE, given && complete);
		tpl_show_if(item, M_BEGUN, given && !complete);
		tpl_show_if(item, M_NOT_BEGUN, !given);
	}
}

struct stand {
	const char *label, *colour, *words;
};

static struct stand draft_stands(struct req *r, const struct q_submission_by_ref *s)
{
	if (!is_open(r, s))
		return (struct stand){ "Not sent in time", "grey",
			"The call closed before it was sent. You can still read it here; nobody "
			"else does." };
	return (struct stand){ "Draft", "yellow",
		s->closes_on
			? text_format(r->ctx,
				  "Not sent yet. Send it by the end of %s. You and your colleagues "
				  "can all write in it.",
				  date_text(r->ctx, s->closes_on))
			: "Not sent yet. You and your colleagues can all write in it." };
}

static struct stand stands(struct req *r, const struct q_submission_by_ref *s)
{
	const char *who = setting_text(r->settings, SETTING_NAME);

	if (strcmp(s->state, "draft") == 0)
		return draft_stands(r, s);
	if (strcmp(s->state, "withdrawn") == 0)
		return (struct stand){ "Withdrawn", "grey",
			text_format(
				r->ctx, "Your organisation withdrew it: %s", s->withdrawn_why) };
	if (!s->review_id)
		return (struct stand){ "Sent", "blue",
			text_format(r->ctx, "%s has it. It is not judged yet.", who) };
	if (review_state_of(s->review_state) == REVIEW_DECIDED)
		return (struct stand){ "Decided", "green",
			text_format(r->ctx, "The panel of %s has decided.", who) };
	return (struct stand){ "Being judged", "blue",
		text_format(r->ctx,
			"%s judges it by the same criteria as all others. The outcome will be "
			"here.",
			who) };
}

/* What came of it, once a second person confirmed it. */
static void show_outcome(struct req *r, const struct q_submission_by_ref *s)
{
	const struct decision_outcome *outcome;
	struct q_submission_decision d;
	struct decision_terms terms;
	struct tpl *t, *list, *item;

	if (!s->review_id || !Q_ONE(r->db, submission_decision, &d, .review_id = s->review_id))
		return;
	outcome = decision_outcome_of(d.outcome);
	decision_terms_read(r->ctx, d.details, &terms);
	t = tpl_add(r->page, M_OUTCOME_PART);
	tpl_set(t, M_OUTCOME, decision_label(d.outcome));
	tpl_set(t, M_OUTCOME_WORDS, outcome ? outcome->letter : "");
	tpl_set(t, M_DECIDED_ON, day_text(r->ctx, d.ended_at));
	tpl_set(t, M_REASONS, d.reasons);
	if (outcome)
		tpl_optional(
			t, M_TERMS_GIVEN, M_TERMS, decision_terms_text(r->ctx, outcome, &terms));
	if (terms.n_conditions == 0)
		return;
	list = tpl_add(t, M_HAS_CONDITIONS);
	for (size_t i = 0; i < terms.n_conditions; i++) {
		item = tpl_add(list, M_CONDITION);
		tpl_set(item, M_WHAT, terms.conditions[i].what);
		tpl_set(item, M_DUE, date_text(r->ctx, terms.conditions[i].due_on));
	}
}

/* GET /submissions/:ref */
int submission_view(struct req *r)
{
	struct q_submission_by_ref s;
	struct submission_form *w;
	struct stand stand;
	int refused = submission_found(r, &s);
	bool draft;

	if (refused)
		return refused;
	draft = strcmp(s.state, "draft") == 0;
	w = submission_form_new(r->ctx, s.form, s.kind, s.draft, s.answers);
	stand = stands(r, &s);
	submission_heading(r, &s);
	tpl_set(r->page, M_ORGANISATION, s.organisation);
	tpl_show_if(r->page, M_HAS_CALL, *s.title);
	tpl_set(r->page, M_STATE, stand.label);
	tpl_set(r->page, M_STATE_COLOUR, stand.colour);
	tpl_set(r->page, M_STANDS, stand.words);
	show_outcome(r, &s);
	if (draft && is_open(r, &s))
		show_pages(r, &s, w);
	else
		submission_answers_show(w, r->page, NULL);
	tpl_setf(r->page, M_SAVED, "%s by %s, %s.",
		draft                          ? "Saved last"
		: strcmp(s.state, "sent") == 0 ? "Sent"
					       : "Written and sent",
		s.person, time_text(r->ctx, draft ? s.saved_at : s.sent_at));
	tpl_show_if(r->page, M_MAY_DISCARD, draft);
	tpl_show_if(r->page, M_MAY_WITHDRAW, strcmp(s.state, "sent") == 0 && !s.review_id);
	return page_show(r, 200, T_submission_view, *s.title ? s.title : s.call_title);
}
