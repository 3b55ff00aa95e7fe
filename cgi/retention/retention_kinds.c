/* retention_kinds.c: the kinds of records that are kept for years: how long, who may hold one, and
 * what goes with it. */
#include "retention.h"

#include <string.h>
#include "access.h"
#include "incident_fold.h"

/* ---- Incidents ------------------------------------------------------------------------------- */

static const struct db_query *const incident_steps[] = {
	&q_retention_incident_original_def,
	&q_retention_incident_words_def,
	&q_retention_incident_answers_def,
	&q_retention_incident_requests_def,
	&q_retention_incident_bodies_def,
	&q_retention_incident_files_def,
	&q_retention_incident_events_def,
	&q_retention_incident_said_def,
	&q_retention_incident_pending_def,
	&q_retention_incident_themes_def,
	&q_retention_incident_bulletins_def,
	&q_retention_incident_notes_def,
	&q_retention_incident_found_def,
	&q_retention_incident_steps_def,
	&q_retention_incident_actions_def,
	&q_retention_incident_candour_def,
	&q_retention_incident_letters_def,
	&q_retention_incident_end_def,
	NULL,
};

/* ---- Contracts, plans and bids --------------------------------------------------------------- */

static const struct db_query *const contract_steps[] = {
	&q_retention_contract_actions_def,
	&q_retention_contract_members_def,
	&q_retention_contract_decision_def,
	&q_retention_contract_review_agreed_def,
	&q_retention_contract_review_score_def,
	&q_retention_contract_review_reviewer_def,
	&q_retention_contract_review_declaration_def,
	&q_retention_contract_review_event_def,
	&q_retention_contract_review_words_def,
	&q_retention_contract_reviews_def,
	&q_retention_contract_monitoring_value_def,
	&q_retention_contract_monitoring_version_def,
	&q_retention_contract_returns_def,
	&q_retention_contract_kpi_def,
	&q_retention_contract_bodies_def,
	&q_retention_contract_versions_def,
	&q_retention_contract_document_def,
	&q_retention_contract_survey_def,
	&q_retention_contract_value_def,
	&q_retention_contract_extension_def,
	&q_retention_contract_event_def,
	&q_retention_contract_words_def,
	&q_retention_contract_end_def,
	NULL,
};
static const struct db_query *const submission_steps[] = {
	&q_retention_submission_actions_def,
	&q_retention_submission_members_def,
	&q_retention_submission_decision_def,
	&q_retention_submission_review_agreed_def,
	&q_retention_submission_review_score_def,
	&q_retention_submission_review_reviewer_def,
	&q_retention_submission_review_declaration_def,
	&q_retention_submission_review_event_def,
	&q_retention_submission_review_words_def,
	&q_retention_submission_reviews_def,
	&q_retention_submission_words_def,
	&q_retention_submission_end_def,
	NULL,
};

/* ---- Interests ------------------------------------------------------------------------------- */

static const struct db_query *const interest_steps[] = { &q_retention_interest_end_def, NULL };
static const struct db_query *const breach_steps[] = { &q_retention_breach_end_def, NULL };

const struct retention_kind retention_kinds[RETENTION_KINDS] = {
	{ .code = "incident",
		.one = "Incident report",
		.many = "Incident reports",
		.from = "from the day they were closed; from the day they were sent, where they "
			"never were",
		.goes = "the reports with their history, files, requests and answers, notes, "
			"actions, letters and duty of candour, and what they were found by and "
			"counted as",
		.years = SETTING_KEEP_INCIDENTS,
		.serious_years = SETTING_KEEP_SERIOUS_INCIDENTS,
		.holds = HOLDS_INCIDENTS,
		.reads = READS_INCIDENTS,
		.path = "/incidents",
		.trail = M_OF_INCIDENT,
		.lock = &q_retention_incident_lock_def,
		.fold = &incident_fold,
		.steps = incident_steps },
	{ .code = "contract",
		.one = "Contract",
		.many = "Contracts and grants",
		.from = "from their end, or from their last review, return or action where that "
			"was later",
		.goes = "the contracts with their returns, reviews, decisions, actions, documents "
			"and history",
		.years = SETTING_KEEP_CONTRACTS,
		.serious_years = SETTING_KEEP_CONTRACTS,
		.holds = HOLDS_CONTRACTS,
		.reads = READS_CONTRACTS,
		.path = "/contracts",
		.trail = M_OF_CONTRACT,
		.lock = &q_retention_contract_lock_def,
		.steps = contract_steps },
	{ .code = "submission",
		.one = "Plan or bid",
		.many = "Plans and bids",
		.from = "from the day they were sent, or from their review or last action where "
			"that was later",
		.goes = "the plans and bids with their answers, reviews, decisions, actions and "
			"history",
		.years = SETTING_KEEP_CONTRACTS,
		.serious_years = SETTING_KEEP_CONTRACTS,
		.holds = RUNS,
		.lock = &q_retention_submission_lock_def,
		.steps = submission_steps },
	{ .code = "interest",
		.one = "Interest",
		.many = "Interests",
		.from = "from the day they ended, and as long as a declaration for a review that "
			"is kept refers to them",
		.goes = "the interests as they were declared",
		.years = SETTING_KEEP_INTERESTS,
		.serious_years = SETTING_KEEP_INTERESTS,
		.holds = RUNS,
		.lock = &q_retention_interest_lock_def,
		.steps = interest_steps },
	{ .code = "breach",
		.one = "Breach of the rules on interests",
		.many = "Breaches of the rules on interests",
		.from = "from the day they were recorded",
		.goes = "the breaches as they were recorded",
		.years = SETTING_KEEP_INTERESTS,
		.serious_years = SETTING_KEEP_INTERESTS,
		.holds = RUNS,
		.lock = &q_retention_breach_lock_def,
		.steps = breach_steps },
};

const struct retention_kind *retention_kind(const char *code)
{
	for (size_t i = 0; i < RETENTION_KINDS; i++)
		if (strcmp(retention_kinds[i].code, code) == 0)
			return &retention_kinds[i];
	return NULL;
}

struct retention_years retention_years(const struct settings *s, const struct retention_kind *kind)
{
	return (struct retention_years){ .ordinary = setting_int(s, kind->years),
		.serious = setting_int(s, kind->serious_years) };
}

const char *retention_rule(
	TALLOC_CTX *ctx, const struct settings *s, const struct retention_kind *kind)
{
	struct retention_years years = retention_years(s, kind);
	const char *serious =
		kind->serious_years == kind->years
			? ""
			: text_format(ctx, ", serious ones for %lld", (long long)years.serious);

	return text_format(ctx, "%s are kept for %lld years%s, %s.", kind->many,
		(long long)years.ordinary, serious, kind->from);
}
