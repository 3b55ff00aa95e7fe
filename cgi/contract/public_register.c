/* public_register.c: what everybody may read: the register of contracts with their values and what
 * was decided about them, and the registers of interests and of breaches. The public's database
 * user sees views of what is published, and nothing else. */
#include <string.h>
#include "choices.h"
#include "contract.h"
#include "csv_file.h"
#include "decision.h"
#include "list.h"
#include "pages.h"

/* Nothing in it is about who reads it. */
static const char register_cache[] = "public, max-age=300";

/* ---- The register of contracts --------------------------------------------------------------- */

enum { KIND, ORGANISATION, STATUS, OUTCOME, N_FILTERS };

static const struct list_column columns[] = {
	{ .label = "Service", .sort = "service" },
	{ .label = "Organisation" },
	{ .label = "Value this year", .sort = "value", .number = true },
	{ .label = "Ends", .sort = "ends" },
	{ .label = "Last decision" },
};

static struct list *open_list(struct req *r, struct q_public_register_list_in *in)
{
	struct choices organisations = { 0 }, outcomes = { 0 };
	struct field *filters = NEW_ARRAY(r->ctx, struct field, N_FILTERS);
	struct list_def *def = NEW(r->ctx, struct list_def);
	struct list *list;

	CHOICES_READ(r, &organisations, public_register_organisations, row.organisation,
		row.organisation, 0);
	for (size_t i = 0; i < DECISION_OUTCOMES; i++)
		if (decision_outcomes[i].of_contract)
			choices_add(r->ctx, &outcomes, decision_outcomes[i].code,
				decision_outcomes[i].label, 0);
	filters[KIND] = field_select("kind", "Kind", contract_kinds, CONTRACT_KINDS);
	filters[ORGANISATION] =
		field_select("organisation", "Organisation", organisations.list, organisations.n);
	filters[STATUS] = field_select("status", "Status", contract_statuses, CONTRACT_STATUSES);
	filters[OUTCOME] = field_select("outcome", "Last decision", outcomes.list, outcomes.n);
	*def = (struct list_def){ .one = "contract or grant",
		.many = "contracts and grants",
		.filters = filters,
		.n_filters = N_FILTERS,
		.columns = columns,
		.n_columns = COUNT(columns),
		.csv = "/contracts.csv" };
	list = LIST_OPEN(r, public_register_list, def);
	*in = (struct q_public_register_list_in){ .kind = list_filter(list, "kind"),
		.organisation = list_filter(list, "organisation"),
		.status = list_filter(list, "status"),
		.outcome = list_filter(list, "outcome") };
	return list;
}

/* GET /contracts (public) */
int public_register_list(struct req *r)
{
	struct q_public_register_list_in in;
	struct list *list = open_list(r, &in);
	struct q_public_register_list row;

	list_read(list, &in);
	while (LIST_NEXT(list, public_register_list, &row)) {
		struct tpl *line = list_line(list, M_CONTRACT_ROW);

		tpl_set(line, M_REF, row.ref);
		tpl_set(line, M_SERVICE, row.service);
		tpl_set(line, M_SERVED, row.served);
		tpl_set(line, M_ORGANISATION, row.organisation);
		tpl_set(line, M_VALUE, money_text(r->ctx, row.value_now));
		tpl_set(line, M_ENDS, date_text(r->ctx, row.ends_on));
		tpl_set(line, M_OUTCOME, row.outcome ? decision_label(row.outcome) : "None yet");
		tpl_optional(line, M_DECIDED, M_DECIDED_ON,
			row.decided_on ? date_text(r->ctx, row.decided_on) : NULL);
	}
	list_show(list);
	r->cache = register_cache;
	r->wide = true;
	return page_show(r, 200, T_public_register_list, "Contracts and grants");
}

static bool write_csv(struct req *r, struct sink *sink)
{
	static const char *const heads[] = { "Reference", "Organisation", "Kind", "Service",
		"Who is served", "Where", "Start", "End", "Status", "Value this year",
		"Value by year", "Last decision", "Decided on", "Reasons", "Next review" };
	struct csv_file *file = csv_file_begin(r, sink, heads, COUNT(heads));
	struct q_public_register_list_in in;
	struct list *list = open_list(r, &in);
	struct db_rows *rows = list_stream(list, &in);
	struct q_public_register_list row;

	while (CSV_NEXT(file, rows, public_register_list, &row)) {
		const char *const cells[] = { row.reference, row.organisation,
			choice_label(contract_kinds, CONTRACT_KINDS, row.kind), row.service,
			row.served, row.area, row.starts_on, row.ends_on,
			choice_label(contract_statuses, CONTRACT_STATUSES, row.status),
			decimal_plain(file->row, row.value_now), row.annual,
			decision_label(row.outcome), row.decided_on, row.reasons,
			row.next_review_on };

		for (size_t i = 0; i < COUNT(cells); i++)
			csv_words(&file->csv, cells[i]);
	}
	return csv_file_end(file);
}

/* GET /contracts.csv (public) */
int public_register_csv(struct req *r)
{
	return respond_stream(r, CSV_TYPE, "contracts.csv", write_csv, NULL);
}

static void show_values(struct req *r, int64_t contract_id)
{
	struct db_rows *rows = Q_ROWS(r->db, public_register_values, .contract_id = contract_id);
	struct q_public_register_values row;
	struct tpl *list = NULL;

	while (Q_NEXT(rows, public_register_values, &row)) {
		struct tpl *line;

		if (!list)
			list = tpl_add(r->page, M_LIST);
		line = tpl_add(list, M_YEAR_ROW);
		tpl_set(line, M_YEAR, contract_year_text(r->ctx, row.year));
		tpl_set(line, M_VALUE, money_text(r->ctx, row.pence));
	}
	tpl_show_if(r->page, M_NONE, !list);
}

/* GET /contracts/:ref (public) */
int public_register_view(struct req *r)
{
	struct q_public_register_by_ref row;
	char ref[REF_LENGTH + 1];

	if (!ref_read(r->args[0], ref) || !Q_ONE(r->db, public_register_by_ref, &row, .ref = ref))
		return not_found(r);
	tpl_set(r->page, M_SERVICE, row.service);
	tpl_set(r->page, M_ORGANISATION, row.organisation);
	tpl_set(r->page, M_REFERENCE, row.reference);
	tpl_set(r->page, M_KIND, choice_label(contract_kinds, CONTRACT_KINDS, row.kind));
	tpl_set(r->page, M_STATE, choice_label(contract_statuses, CONTRACT_STATUSES, row.status));
	tpl_optional(r->page, M_HAS_SERVED, M_SERVED, row.served);
	tpl_optional(r->page, M_HAS_AREA, M_AREA, row.area);
	tpl_set(r->page, M_ROUTE, choice_label(contract_routes, CONTRACT_ROUTES, row.route));
	tpl_set(r->page, M_STARTS, date_text(r->ctx, row.starts_on));
	tpl_set(r->page, M_ENDS, date_text(r->ctx, row.ends_on));
	tpl_optional(r->page, M_NEXT_REVIEW_GIVEN, M_NEXT_REVIEW,
		row.next_review_on ? date_text(r->ctx, row.next_review_on) : NULL);
	show_values(r, row.contract_id);
	if (row.outcome) {
		struct tpl *t = tpl_add(r->page, M_DECIDED);

		tpl_set(t, M_OUTCOME, decision_label(row.outcome));
		tpl_set(t, M_OUTCOME_COLOUR, decision_colour(row.outcome));
		tpl_set(t, M_DAY, row.decided_on ? date_text(r->ctx, row.decided_on) : "");
		tpl_optional(t, M_REASONS_GIVEN, M_REASONS, row.reasons);
	}
	tpl_show_if(r->page, M_UNDECIDED, !row.outcome);
	r->cache = register_cache;
	return page_show(r, 200, T_public_register_view, row.service);
}

/* ---- Interests and breaches ------------------------------------------------------------------ */

static const char *held_text(TALLOC_CTX *ctx, const char *from, const char *until)
{
	if (from && until)
		return text_format(ctx, "%s to %s", date_text(ctx, from), date_text(ctx, until));
	if (until)
		return text_format(ctx, "until %s", date_text(ctx, until));
	return from ? text_format(ctx, "since %s", date_text(ctx, from)) : "";
}

static void show_interests(struct req *r)
{
	struct db_rows *rows = Q_ROWS(r->db, public_register_interests);
	struct q_public_register_interests row;
	struct tpl *list = NULL;

	while (Q_NEXT(rows, public_register_interests, &row)) {
		struct tpl *line;

		if (!list)
			list = tpl_add(r->page, M_LIST);
		line = tpl_add(list, M_INTEREST_ROW);
		tpl_set(line, M_NAME, text_copy(r->ctx, row.name));
		tpl_set(line, M_KIND, choice_label(interest_kinds, INTEREST_KINDS, row.kind));
		tpl_set(line, M_ORGANISATION, text_copy(r->ctx, row.organisation));
		tpl_set(line, M_DESCRIPTION, text_copy(r->ctx, row.description));
		tpl_set(line, M_HELD, held_text(r->ctx, row.began_on, row.ended_on));
		tpl_set(line, M_DAY, day_text(r->ctx, row.declared_at));
	}
	tpl_show_if(r->page, M_NONE, !list);
}

/* GET /interests (public) */
int public_register_interests(struct req *r)
{
	struct db_rows *rows;
	struct q_public_register_breaches row;

	show_interests(r);
	rows = Q_ROWS(r->db, public_register_breaches);
	tpl_show_if(r->page, M_NO_BREACHES, db_rows_count(rows) == 0);
	while (Q_NEXT(rows, public_register_breaches, &row)) {
		struct tpl *line = tpl_add(r->page, M_BREACH);

		tpl_set(line, M_DAY, date_text(r->ctx, row.happened_on));
		tpl_set(line, M_WHAT, text_copy(r->ctx, row.what));
		tpl_set(line, M_DONE_ABOUT, text_copy(r->ctx, row.done));
	}
	r->cache = register_cache;
	return page_show(r, 200, T_public_register_interests, "Register of interests");
}

static bool write_interests(struct req *r, struct sink *sink)
{
	static const char *const heads[] = { "Name", "Kind", "Organisation", "Interest", "From",
		"Until", "Declared" };
	struct csv_file *file = csv_file_begin(r, sink, heads, COUNT(heads));
	struct db_rows *rows = Q_ROWS(r->db, public_register_interests);
	struct q_public_register_interests row;

	while (CSV_NEXT(file, rows, public_register_interests, &row)) {
		char declared[11];

		check_today(row.declared_at, declared);
		const char *const cells[] = { row.name,
			choice_label(interest_kinds, INTEREST_KINDS, row.kind), row.organisation,
			row.description, row.began_on, row.ended_on, declared };

		for (size_t i = 0; i < COUNT(cells); i++)
			csv_words(&file->csv, cells[i]);
	}
	return csv_file_end(file);
}

/* GET /interests.csv (public) */
int public_register_interests_csv(struct req *r)
{
	return respond_stream(r, CSV_TYPE, "interests.csv", write_interests, NULL);
}
