/* contract.c: a contract as every page of it needs it: its words, finding one, who may, what is
 * written down about it, and the figures that are kept beside it. */
#include "contract.h"

#include <stdlib.h>
#include <string.h>
#include "access.h"
#include "search.h"

const struct choice contract_kinds[CONTRACT_KINDS] = {
	{ "contract", "Contract", NULL, false },
	{ "grant", "Grant", NULL, false },
};

const struct choice contract_routes[CONTRACT_ROUTES] = {
	{ "open", "Open competition", NULL, false },
	{ "restricted", "Restricted competition", NULL, false },
	{ "direct", "Direct award", NULL, false },
	{ "framework", "Call-off from a framework", NULL, false },
	{ "bid", "Innovation bid", NULL, false },
	{ "grant", "Grant application", NULL, false },
	{ "inherited", "Inherited from an earlier body", NULL, false },
	{ "unknown", "Not known", NULL, false },
};

const struct choice contract_statuses[CONTRACT_STATUSES] = {
	{ "planned", "Planned", NULL, false },
	{ "live", "Live", NULL, false },
	{ "notice", "Notice given", NULL, false },
	{ "ended", "Ended", NULL, false },
};

const struct choice contract_units[CONTRACT_UNITS] = {
	{ "number", "Number", NULL, false },
	{ "percent", "Per cent", NULL, false },
	{ "pounds", "Pounds", NULL, false },
	{ "days", "Days", NULL, false },
	{ "hours", "Hours", NULL, false },
	{ "score", "Score", NULL, false },
};

const struct choice contract_better[CONTRACT_BETTER] = {
	{ "high", "More is better", NULL, false },
	{ "low", "Less is better", NULL, false },
};

const struct choice contract_document_kinds[CONTRACT_DOCUMENT_KINDS] = {
	{ "specification", "Specification", NULL, false },
	{ "agreement", "Signed agreement", NULL, false },
	{ "variation", "Variation", NULL, false },
	{ "other", "Other document", NULL, false },
};

const struct choice contract_rags[4] = {
	[RAG_NONE] = { "", "Not measured", NULL, false },
	[RAG_GREEN] = { "green", "Green", NULL, false },
	[RAG_AMBER] = { "amber", "Amber", NULL, false },
	[RAG_RED] = { "red", "Red", NULL, false },
};

const struct choice contract_event_kinds[CONTRACT_EVENTS] = {
	[CONTRACT_ADDED] = { "added", "Added to the register", NULL, false },
	[CONTRACT_EDITED] = { "edited", "Edited", NULL, false },
	[CONTRACT_VALUES] = { "values", "Annual values", NULL, false },
	[CONTRACT_KPI] = { "kpi", "KPI", NULL, false },
	[CONTRACT_EXTENDED] = { "extended", "Extension", NULL, false },
	[CONTRACT_DOCUMENT] = { "document", "Document", NULL, false },
	[CONTRACT_RETURN] = { "return", "Monitoring return", NULL, false },
	[CONTRACT_REVIEW] = { "review", "Review", NULL, false },
	[CONTRACT_ACTION] = { "action", "Action", NULL, false },
	[CONTRACT_SURVEY] = { "survey", "Survey", NULL, false },
	[CONTRACT_IMPORTED] = { "imported", "Imported", NULL, false },
};

const char *contract_status_colour(const char *status)
{
	return strcmp(status, "live") == 0     ? "green"
	       : strcmp(status, "notice") == 0 ? "orange"
	       : strcmp(status, "ended") == 0  ? "grey"
					       : "blue";
}

enum rag contract_rag_of(const char *code)
{
	size_t i = code ? choice_index(contract_rags, COUNT(contract_rags), code) : 0;

	return i < COUNT(contract_rags) ? (enum rag)i : RAG_NONE;
}

const char *contract_rag_colour(enum rag rag)
{
	static const char *const colours[] = { "grey", "green", "yellow", "red" };

	return colours[rag];
}

enum rag contract_rag(int64_t value, int64_t target, bool high, int64_t amber)
{
	int64_t missed = high ? target - value : value - target;

	if (missed <= 0)
		return RAG_GREEN;
	return missed * 100 <= llabs(target) * amber ? RAG_AMBER : RAG_RED;
}

const char *contract_figure(TALLOC_CTX *ctx, int64_t hundredths, const char *unit)
{
	const char *number = decimal_text(ctx, hundredths);

	if (strcmp(unit, "pounds") == 0)
		return money_text(ctx, hundredths);
	if (strcmp(unit, "percent") == 0)
		return text_format(ctx, "%s%%", number);
	if (strcmp(unit, "days") == 0 || strcmp(unit, "hours") == 0)
		return text_format(
			ctx, "%s %.*s", number, (int)strlen(unit) - (hundredths == 100), unit);
	return number;
}

int contract_year(const char *iso_date)
{
	int year = (int)strtol(iso_date, NULL, 10);

	return strcmp(iso_date + 5, "04-01") < 0 ? year - 1 : year;
}

const char *contract_year_text(TALLOC_CTX *ctx, int64_t year)
{
	return text_format(ctx, "%lld/%02lld", (long long)year, (long long)(year + 1) % 100);
}

/* ---- Finding one ----------------------------------------------------------------------------- */

static bool find(struct req *r, struct q_contract_by_ref *c)
{
	char ref[REF_LENGTH + 1];

	return ref_read(r->args[0], ref) && Q_ONE(r->db, contract_by_ref, c, .ref = ref);
}

int contract_kept(struct req *r, struct q_contract_by_ref *c)
{
	return find(r, c) && access_allows(r->person, KEEPS_CONTRACTS) ? 0 : not_found(r);
}

int contract_read(struct req *r, struct q_contract_by_ref *c)
{
	return find(r, c) && access_allows(r->person, READS_CONTRACTS) ? 0 : not_found(r);
}

int contract_party(struct req *r, struct q_contract_by_ref *c)
{
	if (!find(r, c))
		return not_found(r);
	return access_contract_party(r->person, c->organisation_id, c->successor_id)
		       ? 0
		       : not_theirs(r, "another organisation's contract");
}

/* ---- What is written down -------------------------------------------------------------------- */

void contract_event_as(struct db *db, int64_t person_id, int64_t now, int64_t contract_id,
	enum contract_event_kind kind, const char *why, const char *detail, int64_t review_id)
{
	Q_RUN(db, contract_event_add, .contract_id = contract_id, .at = now, .person_id = person_id,
		.kind = contract_event_kinds[kind].code, .review_id = review_id,
		.text = why ? why : "", .detail = detail ? detail : "{}");
}

void contract_event(struct req *r, int64_t contract_id, enum contract_event_kind kind,
	const char *why, json_t *detail, int64_t review_id)
{
	const char *text = json_compact(r->ctx, detail);

	json_decref(detail);
	contract_event_as(
		r->db, r->person->person_id, r->now, contract_id, kind, why, text, review_id);
}

void contract_settle(struct db *db, int64_t contract_id, const char *today)
{
	Q_RUN(db, contract_settle, .contract_id = contract_id, .today = today,
		.year = contract_year(today));
}

void contract_words(struct db *db, TALLOC_CTX *ctx, int64_t contract_id)
{
	struct q_contract_words row;

	if (Q_ONE(db, contract_words, &row, .contract_id = contract_id))
		search_store(db, ctx, "contract", contract_id, row.reference, row.service,
			row.served, row.area, row.organisation, row.ref, NULL);
}

void contract_words_of(struct db *db, TALLOC_CTX *ctx, int64_t organisation_id)
{
	struct db_rows *rows = Q_ROWS(db, contract_ids_of, .organisation_id = organisation_id);
	struct q_contract_ids_of row;

	while (Q_NEXT(rows, contract_ids_of, &row))
		contract_words(db, ctx, row.contract_id);
}

void contract_heading(struct req *r, const struct q_contract_by_ref *c)
{
	tpl_set(r->page, M_CSRF, r->csrf);
	tpl_set(r->page, M_REF, c->ref);
	tpl_set(r->page, M_REFERENCE, c->reference);
	tpl_set(r->page, M_SERVICE, c->service);
	tpl_set(r->page, M_ORGANISATION, c->organisation);
	tpl_set(r->page, M_STATE, choice_label(contract_statuses, CONTRACT_STATUSES, c->status));
	tpl_set(r->page, M_STATE_COLOUR, contract_status_colour(c->status));
}
