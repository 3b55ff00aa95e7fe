/* review_contract.c: the reviews of a contract, on its page. */
#include "contract_sections.h"
#include "review.h"
#include "review_scores.h"

void contract_section_reviews(
	struct req *r, const struct q_contract_by_ref *c, bool may_change, struct tpl *page)
{
	struct tpl *t = tpl_include(page, M_SECTION, T_contract_section_reviews), *list = NULL;
	struct db_rows *rows = Q_ROWS(r->db, reviews_of_contract, .contract_id = c->contract_id,
		.person_id = r->person->person_id);
	struct q_review_of_contract hidden;
	struct q_reviews_of_contract row;
	bool open = false;

	while (Q_NEXT(rows, reviews_of_contract, &row)) {
		enum review_state state = review_state_of(row.state);
		struct tpl *line;

		if (!list)
			list = tpl_add(t, M_LIST);
		line = tpl_add(list, M_REVIEW_ROW);
		tpl_set(line, M_REVIEW, text_copy(r->ctx, row.ref));
		tpl_set(line, M_OPENED, day_text(r->ctx, row.opened_at));
		tpl_set(line, M_DUE_ON, date_text(r->ctx, row.due_on));
		tpl_set(line, M_REVIEW_STATE, review_states[state].label);
		tpl_set(line, M_REVIEW_COLOUR, review_state_colour(state));
		tpl_set(line, M_SCORE,
			row.agreed_score ? review_mean_text(r->ctx, row.agreed_score) : "");
		open |= !review_is_over(state);
	}
	tpl_set(t, M_REF, c->ref);
	tpl_show_if(t, M_NONE, !list);
	/* One that is open and hidden from them: nothing is offered that would tell of it. */
	open |= Q_ONE(r->db, review_of_contract, &hidden, .contract_id = c->contract_id,
		.person_id = r->person->person_id);
	tpl_show_if(t, M_MAY_ADD, may_change && !open);
}
