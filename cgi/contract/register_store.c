/* register_store.c: stores what a file changes in the register, with histories and the trail. */
#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include "audit.h"
#include "register_import.h"

static int64_t aim_of(struct req *r, const char *name)
{
	struct q_register_aim row;

	if (!*name)
		return 0;
	if (Q_ONE(r->db, register_aim, &row, .name = name))
		return row.aim_id;
	Q_RUN(r->db, register_aim_add, .name = name);
	return Q_ONE(r->db, register_aim, &row, .name = name) ? row.aim_id : 0;
}

static void store_values(struct req *r, const struct register_item *item, int64_t contract_id)
{
	const char *annual = item->values[REGISTER_ANNUAL];
	const char *now = item->row->values[REGISTER_VALUE_NOW];
	char today[11], amount[40];
	int64_t pence;

	while (annual && *annual) {
		size_t len = strcspn(annual, ";");

		memset(amount, 0, sizeof amount);
		if (len > 5 && len - 5 < sizeof amount)
			memcpy(amount, annual + 5, len - 5);
		if (check_decimal(amount, &pence))
			Q_RUN(r->db, register_value, .contract_id = contract_id,
				.year = strtoll(annual, NULL, 10), .pence = pence);
		annual += len + (annual[len] == ';');
	}
	check_today(r->now, today);
	if (now && check_decimal(now, &pence))
		Q_RUN(r->db, register_value, .contract_id = contract_id,
			.year = contract_year(today), .pence = pence);
}

/* False: somebody else added or changed it just now; the whole page is made again. */
static bool store_item(struct req *r, struct register_item *item, int64_t aim_id)
{
	const char **v = item->values;
	struct q_register_by_reference stored;
	char ref[REF_LENGTH + 1];
	uint8_t submission[16];
	int64_t changed = 0;

	if (item->fate == REGISTER_CHANGED) {
		Q_RUN_COUNT(r->db, register_change, &changed, .contract_id = item->contract_id,
			.row_version = item->row_version, .organisation_id = item->organisation_id,
			.kind = v[REGISTER_KIND], .service = v[REGISTER_SERVICE],
			.served = v[REGISTER_SERVED], .area = v[REGISTER_AREA],
			.route = v[REGISTER_ROUTE], .starts_on = v[REGISTER_STARTS],
			.first_ends_on = v[REGISTER_FIRST_ENDS], .ends_on = v[REGISTER_ENDS],
			.lead_id = item->lead_id, .next_review_on = v[REGISTER_NEXT_REVIEW],
			.status = v[REGISTER_STATUS], .aim_id = aim_id,
			.monitoring = v[REGISTER_MONITORING],
			.return_months = v[REGISTER_RETURN_MONTHS],
			.returns_from = v[REGISTER_RETURNS_FROM],
			.review_months = v[REGISTER_REVIEW_MONTHS],
			.notice_months = v[REGISTER_NOTICE], .public = v[REGISTER_PUBLIC]);
		return changed == 1;
	}
	ref_make(ref);
	randombytes_buf(submission, sizeof submission);
	item->ref = text_copy(r->ctx, ref);
	if (Q_RUN(r->db, register_add, .ref = ref, .submission = { submission, sizeof submission },
		    .reference = v[REGISTER_REFERENCE], .organisation_id = item->organisation_id,
		    .kind = v[REGISTER_KIND], .service = v[REGISTER_SERVICE],
		    .served = v[REGISTER_SERVED], .area = v[REGISTER_AREA],
		    .route = v[REGISTER_ROUTE], .starts_on = v[REGISTER_STARTS],
		    .first_ends_on = v[REGISTER_FIRST_ENDS], .ends_on = v[REGISTER_ENDS],
		    .lead_id = item->lead_id, .next_review_on = v[REGISTER_NEXT_REVIEW],
		    .status = v[REGISTER_STATUS], .aim_id = aim_id,
		    .monitoring = v[REGISTER_MONITORING],
		    .return_months = v[REGISTER_RETURN_MONTHS],
		    .returns_from = v[REGISTER_RETURNS_FROM],
		    .review_months = v[REGISTER_REVIEW_MONTHS], .notice_months = v[REGISTER_NOTICE],
		    .public = v[REGISTER_PUBLIC]) == DB_DUPLICATE)
		return false;
	if (Q_ONE(r->db, register_by_reference, &stored, .reference = v[REGISTER_REFERENCE],
		    .year = 0))
		item->contract_id = stored.contract_id;
	return true;
}

static json_t *change_detail(const struct register_item *item)
{
	json_t *detail = NULL;

	for (size_t i = 0; i < item->n_changes; i++)
		detail = audit_changed(detail, register_headings[item->changes[i].column],
			item->fate == REGISTER_NEW ? "" : item->changes[i].from,
			item->changes[i].to);
	return detail;
}

bool register_plan_store(struct req *r, const struct register_plan *plan, const char *file_name)
{
	char today[11];

	check_today(r->now, today);
	for (size_t i = 0; i < plan->n; i++) {
		struct register_item *item = &plan->items[i];

		if (item->fate != REGISTER_NEW && item->fate != REGISTER_CHANGED)
			continue;
		if (!store_item(r, item, aim_of(r, item->values[REGISTER_AIM])))
			return false;
		store_values(r, item, item->contract_id);
		contract_event(
			r, item->contract_id, CONTRACT_IMPORTED, file_name, change_detail(item), 0);
		audit(r, item->fate == REGISTER_NEW ? AUDIT_ADD : AUDIT_CHANGE, "contract",
			item->ref, change_detail(item));
		contract_settle(r->db, item->contract_id, today);
		contract_words(r->db, r->ctx, item->contract_id);
	}
	audit(r, AUDIT_IMPORT, "contract", "",
		audit_fact(audit_fact(audit_fact(NULL, "file", file_name), "new",
				   text_format(r->ctx, "%zu", plan->counts[REGISTER_NEW])),
			"changed", text_format(r->ctx, "%zu", plan->counts[REGISTER_CHANGED])));
	return true;
}
