/* contract_ours.c: contracts as their organisation sees them: what was agreed, and nothing of what
 * the commissioner thinks of it. And the contracts of an organisation on its page. */
#include <string.h>
#include "access.h"
#include "audit.h"
#include "contract_document.h"
#include "contract_sections.h"
#include "incident_actions.h"
#include "organisation_sections.h"
#include "pages.h"

/* A line for each contract at {{#CONTRACT}} of t: how many. */
static size_t show_list(struct req *r, int64_t organisation_id, bool successor, struct tpl *t)
{
	struct db_rows *rows = Q_ROWS(r->db, contracts_of_organisation,
		.organisation_id = organisation_id, .successor = successor);
	bool reads = access_allows(r->person, READS_CONTRACTS);
	struct q_contracts_of_organisation row;
	struct tpl *list = NULL, *line;
	size_t n = 0;

	while (Q_NEXT(rows, contracts_of_organisation, &row)) {
		const char *status = text_copy(r->ctx, row.status);

		if (!list)
			list = tpl_add(t, M_LIST);
		line = tpl_add(list, M_CONTRACT);
		tpl_set(tpl_add(line, reads ? M_FOR_STAFF : M_FOR_PARTY), M_REF,
			text_copy(r->ctx, row.ref));
		tpl_set(line, M_SERVICE, text_copy(r->ctx, row.service));
		tpl_set(line, M_REFERENCE, text_copy(r->ctx, row.reference));
		tpl_set(line, M_STARTS_ON, date_text(r->ctx, row.starts_on));
		tpl_set(line, M_ENDS_ON, date_text(r->ctx, row.ends_on));
		tpl_set(line, M_VALUE, money_text(r->ctx, row.value_now));
		tpl_set(line, M_STATE, choice_label(contract_statuses, CONTRACT_STATUSES, status));
		tpl_set(line, M_STATE_COLOUR, contract_status_colour(status));
		n++;
	}
	return n;
}

void organisation_contracts(
	struct req *r, const struct organisation *organisation, struct tpl *page)
{
	struct tpl *t = tpl_new(r->ctx);

	if (show_list(r, organisation->organisation_id, false, t) > 0)
		tpl_adopt(page, M_SECTION, t, T_organisation_contracts);
}

/* GET /our-contracts */
int our_contracts_view(struct req *r)
{
	tpl_show_if(r->page, M_NONE, show_list(r, r->person->organisation_id, true, r->page) == 0);
	return page_show(r, 200, T_our_contracts, "Our contracts");
}

/* What the organisation itself is to do. */
static void show_actions(struct req *r, const struct q_contract_by_ref *c)
{
	struct db_rows *rows = Q_ROWS(r->db, contract_actions_ours, .contract_id = c->contract_id);
	struct q_contract_actions_ours row;
	struct tpl *list = NULL, *line;

	while (Q_NEXT(rows, contract_actions_ours, &row)) {
		if (!list)
			list = tpl_add(r->page, M_ACTIONS);
		line = tpl_add(list, M_ACTION_ROW);
		tpl_set(line, M_WHAT, text_copy(r->ctx, row.what));
		tpl_set(line, M_DUE_ON, date_text(r->ctx, row.due_on));
		action_show_state(r, line, row.state, row.due_on);
	}
}

/* GET /our-contracts/:ref */
int our_contract_view(struct req *r)
{
	struct q_contract_by_ref c;
	int refused = contract_party(r, &c);
	struct tpl *t = r->page;

	if (refused)
		return refused;
	contract_heading(r, &c);
	tpl_set(t, M_KIND, choice_label(contract_kinds, CONTRACT_KINDS, c.kind));
	tpl_set(t, M_STARTS_ON, date_text(r->ctx, c.starts_on));
	tpl_set(t, M_ENDS_ON, date_text(r->ctx, c.ends_on));
	tpl_optional(t, M_HAS_NOTICE, M_NOTICE,
		c.notice_months ? text_format(r->ctx, "%lld month%s", (long long)c.notice_months,
					  c.notice_months == 1 ? "" : "s")
				: NULL);
	tpl_optional(t, M_HAS_SERVED, M_SERVED, c.served);
	tpl_optional(t, M_HAS_AREA, M_AREA, c.area);
	tpl_optional(t, M_HAS_LEAD, M_LEAD, c.lead);
	tpl_optional(t, M_HAS_MONITORING, M_MONITORING, c.monitoring);
	show_actions(r, &c);
	contract_section_kpis(r, &c, false, t);
	contract_section_values(r, &c, false, t);
	tpl_show_if(t, M_NONE, contract_documents_show(r, &c, NULL, DOCUMENTS_AGREED, t) == 0);
	return page_show(r, 200, T_our_contract, c.service);
}
