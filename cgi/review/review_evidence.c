/* review_evidence.c: what is known of a contract and its organisation, beside the criteria of a
 * review. Of incidents only counts: never who reported what. */
#include "review_evidence.h"

#include <string.h>
#include "access.h"
#include "contract.h"
#include "review_open.h"
#include "review_sections.h"
#include "submission.h"

enum { YEAR_DAYS = 365, KPI_YEARS = 2, INCIDENT_YEARS = 3, DAY = 24 * 60 * 60 };

static struct tpl *begin(struct tpl *page, const char *heading)
{
	struct tpl *t = tpl_include(page, M_EVIDENCE, T_review_evidence);

	tpl_set(t, M_HEADING, heading);
	return t;
}

static const char *day(struct req *r, const char *iso)
{
	return iso ? date_short_text(r->ctx, iso, r->now) : "";
}

static void show_rag(struct tpl *t, const char *code)
{
	enum rag rag = contract_rag_of(code);

	tpl_set(t, M_RAG, contract_rags[rag].label);
	tpl_set(t, M_RAG_COLOUR, contract_rag_colour(rag));
}

static void show_specification(struct req *r, const struct q_review_by_ref *v, struct tpl *page)
{
	struct db_rows *rows = Q_ROWS(r->db, evidence_specification, .contract_id = v->contract_id);
	struct tpl *t = begin(page, "The specification"), *list = NULL;
	struct q_evidence_specification row;

	while (Q_NEXT(rows, evidence_specification, &row)) {
		struct tpl *line;

		if (!list)
			list = tpl_add(t, M_SPECIFICATION);
		line = tpl_add(list, M_VERSION_ROW);
		tpl_set(line, M_TITLE, text_copy(r->ctx, row.title));
		tpl_int(line, M_NUMBER, row.number);
		tpl_optional(line, M_AGREED, M_AGREED_ON,
			row.agreed_on ? date_text(r->ctx, row.agreed_on) : NULL);
		tpl_show_if(line, M_NOT_AGREED, !row.agreed_on);
	}
	tpl_show_if(t, M_NONE, !list);
}

static const struct choice return_states[] = {
	{ "due", "Not sent", NULL, false },
	{ "sent", "Sent", NULL, false },
	{ "back", "Asked back", NULL, false },
	{ "accepted", "Accepted", NULL, false },
	{ "excused", "Excused", NULL, false },
};

static void show_returns(struct req *r, const struct q_review_by_ref *v, struct tpl *page)
{
	struct tpl *t = begin(page, "Monitoring returns"), *list = NULL;
	struct q_evidence_returns row;
	struct db_rows *rows;
	int64_t n = 0, late = 0;
	char today[11];

	check_today(r->now, today);
	rows = Q_ROWS(r->db, evidence_returns, .contract_id = v->contract_id, .today = today);
	while (Q_NEXT(rows, evidence_returns, &row)) {
		struct tpl *line;

		if (!list)
			list = tpl_add(t, M_RETURNS);
		line = tpl_add(list, M_RETURN_ROW);
		tpl_set(line, M_PERIOD,
			text_format(
				r->ctx, "%s to %s", day(r, row.starts_on), day(r, row.ends_on)));
		tpl_set(line, M_STATE,
			choice_label(return_states, COUNT(return_states), row.state));
		tpl_show_if(line, M_LATE, row.late);
		show_rag(line, row.rag);
		n++;
		late += row.late != 0;
	}
	if (list)
		tpl_set(list, M_WORDS,
			late == 0 ? text_format(
					    r->ctx, "None of the last %lld was late.", (long long)n)
				  : text_format(r->ctx, "%lld of the last %lld %s late.",
					    (long long)late, (long long)n,
					    late == 1 ? "was" : "were"));
	tpl_show_if(t, M_NONE, !list);
}

static void show_kpis(struct req *r, const struct q_review_by_ref *v, struct tpl *page)
{
	struct db_rows *rows = Q_ROWS(r->db, evidence_kpis, .contract_id = v->contract_id,
		.since = review_day_after(r->ctx, r->now, -KPI_YEARS * YEAR_DAYS));
	struct tpl *t = begin(page, "KPIs, the newest first"), *list = NULL, *kpi = NULL;
	struct q_evidence_kpis row;
	int64_t last = 0;

	while (Q_NEXT(rows, evidence_kpis, &row)) {
		struct tpl *value;

		if (!list)
			list = tpl_add(t, M_KPIS);
		if (row.kpi_id != last) {
			kpi = tpl_add(list, M_KPI_ROW);
			tpl_set(kpi, M_NAME, text_copy(r->ctx, row.name));
			last = row.kpi_id;
		}
		value = tpl_add(kpi, M_VALUE_ROW);
		tpl_set(value, M_PERIOD, day(r, row.ends_on));
		tpl_set(value, M_TARGET,
			text_format(r->ctx, "%s %s",
				strcmp(row.better, "high") == 0 ? "at least" : "at most",
				contract_figure(r->ctx, row.target, row.unit)));
		tpl_set(value, M_VALUE,
			row.measured ? contract_figure(r->ctx, row.value, row.unit) : "–");
		show_rag(value, row.rag);
	}
	tpl_show_if(t, M_NONE, !list);
}

static void show_spend(struct req *r, const struct q_review_by_ref *v, struct tpl *page)
{
	struct db_rows *rows = Q_ROWS(r->db, evidence_spend, .contract_id = v->contract_id);
	struct tpl *t = begin(page, "Value and spend by year"), *list = NULL;
	struct q_evidence_spend row;

	while (Q_NEXT(rows, evidence_spend, &row)) {
		struct tpl *line;

		if (!list)
			list = tpl_add(t, M_SPEND);
		line = tpl_add(list, M_YEAR_ROW);
		tpl_set(line, M_YEAR, contract_year_text(r->ctx, row.year));
		tpl_set(line, M_VALUE, money_text(r->ctx, row.pence));
		tpl_set(line, M_SPENT, row.told ? money_text(r->ctx, row.spend) : "Not told");
	}
	tpl_show_if(t, M_NONE, !list);
	review_value_show(r, v, page);
}

static void show_incidents(struct req *r, const struct q_review_by_ref *v, struct tpl *page)
{
	static const char *const harms[] = { "Not known", "Fatal", "Severe", "Moderate", "Low",
		"None" };
	struct db_rows *rows =
		Q_ROWS(r->db, evidence_incidents, .organisation_id = v->organisation_id,
			.since = r->now - (int64_t)INCIDENT_YEARS * YEAR_DAYS * DAY);
	struct tpl *t = begin(page, "Incidents about the organisation, last 3 years"), *list = NULL;
	struct q_evidence_incidents row;

	while (Q_NEXT(rows, evidence_incidents, &row)) {
		struct tpl *line;

		if (!list)
			list = tpl_add(t, M_INCIDENTS);
		line = tpl_add(list, M_HARM_ROW);
		tpl_set(line, M_HARM, harms[row.harm >= 1 && row.harm <= 5 ? row.harm : 0]);
		tpl_count(line, M_OPEN, row.open);
		tpl_count(line, M_CLOSED, row.closed);
	}
	tpl_show_if(t, M_NONE, !list);
}

static void show_surveys(struct req *r, const struct q_review_by_ref *v, struct tpl *page)
{
	struct db_rows *rows = Q_ROWS(r->db, evidence_surveys, .contract_id = v->contract_id);
	bool reads = access_allows(r->person, READS_SURVEYS);
	struct tpl *t = begin(page, "Surveys about the service"), *list = NULL;
	struct q_evidence_surveys row;

	while (Q_NEXT(rows, evidence_surveys, &row)) {
		struct tpl *line;

		if (!list)
			list = tpl_add(t, M_SURVEYS);
		line = tpl_add(list, M_SURVEY_ROW);
		tpl_set(line, M_SLUG, text_copy(r->ctx, row.slug));
		tpl_set(line, M_SURVEY, text_copy(r->ctx, row.title));
		tpl_show(line, reads ? M_LINKED : M_PLAIN);
		tpl_count(line, M_N, row.responses);
	}
	tpl_show_if(t, M_NONE, !list);
}

static void show_submission(struct req *r, const struct q_review_by_ref *v, struct tpl *page)
{
	struct tpl *t = begin(page, "What they sent"), *sent;
	struct q_evidence_submission row;

	if (!Q_ONE(r->db, evidence_submission, &row, .submission_id = v->submission_id)) {
		tpl_show(t, M_NONE);
		return;
	}
	sent = tpl_add(t, M_SUBMISSION_SENT);
	tpl_set(sent, M_CALL, row.call_ref);
	tpl_set(sent, M_SUBMISSION_REF, row.ref);
	tpl_set(sent, M_TITLE, *row.title ? row.title : row.call_title);
	tpl_set(sent, M_SENT_AT, row.sent_at ? day_text(r->ctx, row.sent_at) : "");
	tpl_optional(
		sent, M_HAS_AMOUNT, M_VALUE, row.amount ? money_text(r->ctx, row.amount) : NULL);
	submission_parts_show(
		submission_form_new(r->ctx, row.form, row.kind, NULL, row.answers), sent, true);
}

static void show_proposal(struct req *r, const struct q_review_by_ref *v, struct tpl *page)
{
	struct db_rows *rows = Q_ROWS(r->db, evidence_proposal, .proposal_id = v->proposal_id);
	bool reads = access_allows(r->person, READS_PROPOSALS);
	struct tpl *t = begin(page, "What people said"), *said;
	struct q_evidence_proposal row;

	if (db_rows_count(rows) == 0) {
		tpl_show(t, M_NONE);
		return;
	}
	said = tpl_add(t, M_PROPOSAL_SAID);
	while (Q_NEXT(rows, evidence_proposal, &row)) {
		struct tpl *line = tpl_add(said, M_SAID_ROW);

		tpl_set(line, M_LABEL, text_copy(r->ctx, row.label));
		tpl_count(line, M_N, row.n);
	}
	tpl_optional(said, M_RESULTS_LINKED, M_PROPOSAL_REF, reads ? v->proposal_ref : NULL);
}

enum { OF_CONTRACT = 1, OF_SUBMISSION = 2, OF_BOTH = 3, OF_PROPOSAL = 4 };
static const struct kind {
	const char *code;
	void (*show)(struct req *, const struct q_review_by_ref *, struct tpl *);
	unsigned of;
} kinds[] = {
	{ "submission", show_submission, OF_SUBMISSION },
	{ "proposal", show_proposal, OF_PROPOSAL },
	{ "specification", show_specification, OF_CONTRACT },
	{ "returns", show_returns, OF_CONTRACT },
	{ "kpis", show_kpis, OF_CONTRACT },
	{ "spend", show_spend, OF_CONTRACT },
	{ "incidents", show_incidents, OF_BOTH },
	{ "surveys", show_surveys, OF_CONTRACT },
};

static bool is_of(const struct q_review_by_ref *v, const struct kind *kind)
{
	return kind->of & (v->contract_id          ? OF_CONTRACT
				  : v->proposal_id ? OF_PROPOSAL
						   : OF_SUBMISSION);
}

void review_evidence(
	struct req *r, const struct q_review_by_ref *v, const char *code, struct tpl *page)
{
	for (size_t i = 0; i < COUNT(kinds); i++)
		if (strcmp(kinds[i].code, code) == 0 && is_of(v, &kinds[i]))
			kinds[i].show(r, v, page);
}

void review_section_evidence(
	struct req *r, const struct q_review_by_ref *v, bool may_change, struct tpl *page)
{
	struct tpl *t = tpl_include(page, M_SECTION, T_review_section_evidence);

	(void)may_change;
	tpl_optional(t, M_OF_CONTRACT, M_CONTRACT_REF, v->contract_ref);
	for (size_t i = 0; i < COUNT(kinds); i++)
		if (is_of(v, &kinds[i]))
			kinds[i].show(r, v, t);
}
