/* contract_sections.h: what a contract's page is made of. Whoever has something to show there adds
 * a function here and a line to the table in contract_view.c. */
#ifndef CONTRACT_SECTIONS_H
#define CONTRACT_SECTIONS_H

#include "contract.h"

/* Includes its template at {{>SECTION}} of the page. May this person see the contract was asked
 * before; may_change: who keeps the register, and is offered what changes something; not the
 * auditor. */
typedef void contract_section(
	struct req *, const struct q_contract_by_ref *, bool may_change, struct tpl *page);

/* contract_kpis.c, contract_values.c, contract_extensions.c, contract_surveys.c */
contract_section contract_section_kpis;
contract_section contract_section_values;
contract_section contract_section_extensions;
contract_section contract_section_surveys;
/* review_contract.c */
contract_section contract_section_reviews;
/* contract_documents.c, contract_actions.c */
contract_section contract_section_documents;
contract_section contract_section_actions;
/* contract_history.c */
contract_section contract_section_history;
/* monitoring_manage.c */
contract_section contract_section_returns;
/* retention_hold.c */
contract_section contract_section_retention;
/* decision_section.c */
contract_section contract_section_decision;
#endif
