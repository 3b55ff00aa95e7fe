/* decision_effects.c: what a confirmed decision does to the contract, and its conditions as
 * actions; all in the transaction that confirms it. */
#include "decision.h"

#include <string.h>
#include "audit.h"
#include "contract.h"

static void add_conditions(struct req *r, const struct q_review_by_ref *v,
	const struct q_decisions *d, const struct decision_terms *terms)
{
	for (size_t i = 0; i < terms->n_conditions; i++) {
		const struct decision_condition *one = &terms->conditions[i];
		char ref[REF_LENGTH + 1];

		ref_make(ref);
		Q_RUN(r->db, decision_action, .ref = ref, .contract_id = v->contract_id,
			.decision_id = d->decision_id, .organisation_id = v->organisation_id,
			.what = one->what,
			.owner = strcmp(one->owner, DECISION_ORGANISATION) == 0 ? "" : one->owner,
			.due_on = one->due_on, .now = r->now);
	}
}

/* Values of the years as they were decided, and none after the end; what changed is in *detail. */
static json_t *change_values(struct req *r, const struct q_contract_by_ref *c,
	const struct decision_terms *terms, json_t *detail)
{
	struct db_rows *rows = Q_ROWS(r->db, decision_values, .contract_id = c->contract_id);
	int64_t last = contract_year(terms->until);
	struct q_decision_values row;
	const char *before[DECISION_YEARS] = { NULL };

	while (Q_NEXT(rows, decision_values, &row)) {
		const char *year = contract_year_text(r->ctx, row.year);

		for (size_t i = 0; i < terms->n_years; i++)
			if (terms->years[i].year == row.year)
				before[i] = money_text(r->ctx, row.pence);
		if (row.year > last)
			detail = audit_changed(detail, text_format(r->ctx, "value %s", year),
				money_text(r->ctx, row.pence), "");
	}
	for (size_t i = 0; i < terms->n_years; i++) {
		detail = audit_changed(detail,
			text_format(r->ctx, "value %s",
				contract_year_text(r->ctx, terms->years[i].year)),
			before[i], money_text(r->ctx, terms->years[i].pence));
		Q_RUN(r->db, decision_value, .contract_id = c->contract_id,
			.year = terms->years[i].year, .pence = terms->years[i].pence);
	}
	Q_RUN(r->db, decision_values_end, .contract_id = c->contract_id, .year = last);
	return detail;
}

static json_t *change_contract(struct req *r, const struct q_contract_by_ref *c,
	const struct q_decisions *d, const struct decision_outcome *outcome,
	const struct decision_terms *terms)
{
	bool notice = outcome->needs & DOES_NOTICE, extends = outcome->needs & DOES_EXTEND;
	const char *status = notice                                        ? "notice"
			     : extends && strcmp(c->status, "notice") == 0 ? "live"
									   : "";
	json_t *detail = audit_changed(
		NULL, "outcome", c->outcome ? decision_label(c->outcome) : "", outcome->label);
	char ref[REF_LENGTH + 1];

	detail = audit_changed(detail, "next_review", c->next_review_on, d->next_review_on);
	if (*status)
		detail = audit_changed(detail, "status",
			choice_label(contract_statuses, CONTRACT_STATUSES, c->status),
			choice_label(contract_statuses, CONTRACT_STATUSES, status));
	if (terms->until)
		detail = audit_changed(detail, "ends_on", c->ends_on, terms->until);
	Q_RUN(r->db, decision_contract, .contract_id = c->contract_id, .outcome = outcome->code,
		.decided_on = d->met_on, .next_review_on = d->next_review_on, .until = terms->until,
		.status = status);
	if (extends) {
		ref_make(ref);
		Q_RUN(r->db, decision_extension, .ref = ref, .contract_id = c->contract_id,
			.ends_on = terms->until);
	}
	return notice ? change_values(r, c, terms, detail) : detail;
}

void decision_effects(struct req *r, const struct q_review_by_ref *v, const struct q_decisions *d)
{
	const struct decision_outcome *outcome = decision_outcome_of(d->outcome);
	struct decision_terms terms;
	struct q_contract_by_ref c;
	json_t *detail;
	char today[11];

	ASSERT(outcome);
	decision_terms_read(r->ctx, d->details, &terms);
	add_conditions(r, v, d, &terms);
	if (!v->contract_ref || !Q_ONE(r->db, contract_by_ref, &c, .ref = v->contract_ref))
		return;
	detail = change_contract(r, &c, d, outcome, &terms);
	audit(r, AUDIT_CHANGE, "contract", c.ref, json_copy(detail));
	/* What is varied stays word for word in the contract's history. */
	contract_event(r, c.contract_id, CONTRACT_REVIEW,
		terms.text ? text_format(r->ctx, "%s: %s", outcome->label, terms.text)
			   : outcome->label,
		detail, v->review_id);
	check_today(r->now, today);
	contract_settle(r->db, c.contract_id, today);
}
