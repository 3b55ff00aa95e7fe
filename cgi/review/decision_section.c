/* decision_section.c: what was decided, on the pages of a review and of a contract. */
#include <string.h>
#include "contract_sections.h"
#include "decision.h"
#include "review_sections.h"

void review_section_decision(
	struct req *r, const struct q_review_by_ref *v, bool may_change, struct tpl *page)
{
	struct tpl *t = tpl_include(page, M_SECTION, T_review_section_decision);
	struct db_rows *rows = Q_ROWS(r->db, decisions, .review_id = v->review_id);
	enum review_state state = review_state_of(v->state);
	struct q_decisions row;

	tpl_set(t, M_REF, v->ref);
	tpl_show_if(t, M_UNDECIDED, db_rows_count(rows) == 0);
	while (Q_NEXT(rows, decisions, &row)) {
		row.reasons = text_copy(r->ctx, row.reasons);
		row.returned_why = text_copy(r->ctx, row.returned_why);
		row.maker = text_copy(r->ctx, row.maker);
		row.ender = row.ender ? text_copy(r->ctx, row.ender) : NULL;
		decision_show(r, &row, t, true);
	}
	tpl_show_if(t, M_MAY_DECIDE, may_change && state == REVIEW_PANEL);
	if (may_change && state == REVIEW_MADE) {
		enum decision_offer offer = decision_offer(r, v->review_id);

		tpl_show_if(t, M_MAY_CONFIRM, offer == DECISION_CONFIRMS);
		tpl_show_if(t, M_MAY_RETURN, offer == DECISION_RETURNS);
	}
	tpl_show_if(t, M_HAS_LETTER, state == REVIEW_DECIDED);
}

/* On a contract's page: the last decision, unless the reader has a conflict of interest there. */
void contract_section_decision(
	struct req *r, const struct q_contract_by_ref *c, bool may_change, struct tpl *page)
{
	struct q_decision_of_contract row;
	struct decision_terms terms;
	struct tpl *t;

	(void)may_change;
	if (!Q_ONE(r->db, decision_of_contract, &row, .contract_id = c->contract_id,
		    .person_id = r->person->person_id))
		return;
	t = tpl_include(page, M_SECTION, T_contract_section_decision);
	decision_terms_read(r->ctx, row.details, &terms);
	tpl_set(t, M_REVIEW_REF, row.review_ref);
	tpl_set(t, M_OUTCOME, decision_label(row.outcome));
	tpl_set(t, M_OUTCOME_COLOUR, decision_colour(row.outcome));
	tpl_set(t, M_MET, date_text(r->ctx, row.met_on));
	tpl_set(t, M_REASONS, row.reasons);
	tpl_optional(t, M_TERMS_GIVEN, M_TERMS,
		decision_terms_text(r->ctx, decision_outcome_of(row.outcome), &terms));
	tpl_optional(t, M_NEXT_REVIEW_GIVEN, M_NEXT_REVIEW,
		row.next_review_on ? date_text(r->ctx, row.next_review_on) : NULL);
	if (terms.n_conditions)
		t = tpl_add(t, M_HAS_CONDITIONS);
	for (size_t i = 0; i < terms.n_conditions; i++)
		tpl_set(tpl_add(t, M_CONDITION), M_WHAT, terms.conditions[i].what);
}
