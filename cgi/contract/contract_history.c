/* contract_history.c: every change of a contract, with who and why, from and to. */
#include "audit_words.h"
#include "contract_sections.h"

enum { EVENTS_MOST = 200 };

void contract_section_history(
	struct req *r, const struct q_contract_by_ref *c, bool may_change, struct tpl *page)
{
	struct tpl *t = tpl_include(page, M_SECTION, T_contract_section_history), *line;
	struct db_rows *rows = Q_ROWS(r->db, contract_events, .contract_id = c->contract_id,
		.person_id = r->person->person_id, .most = EVENTS_MOST + 1);
	struct q_contract_events row;
	int n = 0;

	(void)may_change;
	while (Q_NEXT(rows, contract_events, &row)) {
		if (n++ == EVENTS_MOST)
			continue;
		line = tpl_add(t, M_EVENT);
		tpl_set(line, M_LABEL,
			choice_label(contract_event_kinds, CONTRACT_EVENTS,
				text_copy(r->ctx, row.kind)));
		tpl_set(line, M_AT, time_text(r->ctx, row.at));
		tpl_set(line, M_WHO, row.person ? text_copy(r->ctx, row.person) : "The program");
		tpl_optional(line, M_HAS_DETAIL, M_DETAIL, audit_detail_text(r->ctx, row.detail));
		tpl_optional(line, M_HAS_TEXT, M_TEXT, text_copy(r->ctx, row.text));
	}
	tpl_show_if(t, M_NONE, n == 0);
	if (n > EVENTS_MOST)
		tpl_int(tpl_add(t, M_MORE), M_N, EVENTS_MOST);
}
