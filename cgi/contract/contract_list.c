/* contract_list.c: what the register can be narrowed by, and words for its cells. */
#include "contract_list.h"

#include <stdio.h>
#include <string.h>
#include "access.h"
#include "choices.h"

enum { STATUS, FLAG, LEAD, KIND, AIM, ORGANISATION, N_FILTERS };

static const struct list_column columns[] = {
	{ .label = "Reference", .sort = "reference" },
	{ .label = "Organisation" },
	{ .label = "Service", .sort = "service" },
	{ .label = "Value this year", .sort = "value", .number = true },
	{ .label = "Ends", .sort = "ends" },
	{ .label = "Next review", .sort = "review" },
	{ .label = "Status" },
	{ .label = "Flags" },
};

const struct choice contract_flags[CONTRACT_FLAGS] = {
	[FLAG_NO_SPECIFICATION] = { "no_specification", "No specification", NULL, false },
	[FLAG_NO_MONITORING] = { "no_monitoring", "No monitoring", NULL, false },
	[FLAG_REVIEW_OVERDUE] = { "review_overdue", "Review overdue", NULL, false },
	[FLAG_ENDS_SOON] = { "ends_soon", "Ends within 6 months", NULL, false },
	[FLAG_RETURNS_MISSING] = { "returns_missing", "Returns missing", NULL, false },
	[FLAG_RED_KPIS] = { "red_kpis", "Red KPIs", NULL, false },
	[FLAG_ENDS_UNREVIEWED] = { "ends_unreviewed", "Ends within 6 months, no review open", NULL,
		false },
};

static const struct choice groups[] = {
	{ "current", "Not ended", NULL, false },
};

static const struct choice whose[] = {
	{ "me", "Me", NULL, false },
	{ "nobody", "Nobody", NULL, false },
};

static const struct choice no_aim[] = { { "none", "None", NULL, false } };

/* ---- Choices ----------------------------------------------------------------------------------
 */

static struct choices status_choices(struct req *r)
{
	struct choices out = { 0 };

	choices_add_all(r->ctx, &out, groups, COUNT(groups));
	choices_add_all(r->ctx, &out, contract_statuses, CONTRACT_STATUSES);
	return out;
}

static struct choices aim_choices(struct req *r)
{
	struct choices out = { 0 };

	CHOICES_READ(r, &out, contract_aim_names, row.ref, row.name, 0);
	choices_add_all(r->ctx, &out, no_aim, COUNT(no_aim));
	return out;
}

static struct choices lead_choices(struct req *r)
{
	struct choices out = { 0 };

	if (access_allows(r->person, KEEPS_CONTRACTS))
		choices_add_all(r->ctx, &out, whose, 1);
	choices_add_all(r->ctx, &out, whose + 1, 1);
	CHOICES_READ(r, &out, contract_leads, row.ref, row.name, 0);
	return out;
}

/* ---- The list ---------------------------------------------------------------------------------
 */

static struct list *open_list(struct req *r)
{
	struct list_def *def = NEW(r->ctx, struct list_def);
	struct field *filters = NEW_ARRAY(r->ctx, struct field, N_FILTERS);
	struct choices statuses = status_choices(r), leads = lead_choices(r), aims = aim_choices(r),
		       organisations = { 0 };

	CHOICES_READ(r, &organisations, contract_organisations, row.code, row.name, 0);
	filters[STATUS] = field_select("status", "Status", statuses.list, statuses.n);
	filters[FLAG] = field_select("flag", "Flag", contract_flags, CONTRACT_FLAGS);
	filters[LEAD] = field_select("lead", "Looked after by", leads.list, leads.n);
	filters[KIND] = field_select("kind", "Kind", contract_kinds, CONTRACT_KINDS);
	filters[AIM] = field_select("aim", "Strategic aim", aims.list, aims.n);
	filters[ORGANISATION] =
		field_select("organisation", "Organisation", organisations.list, organisations.n);
	*def = (struct list_def){ .one = "contract",
		.many = "contracts",
		.search = "Reference, organisation, or words of the service",
		.filters = filters,
		.n_filters = N_FILTERS,
		.n_in_sight = KIND,
		.columns = columns,
		.n_columns = COUNT(columns),
		.csv = "/contracts.csv",
		.xlsx = "/contracts.xlsx" };
	return LIST_OPEN(r, contracts_list, def);
}

const char *date_months_after(TALLOC_CTX *ctx, const char *iso_date, int months)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	int year = 0, month = 0, day = 0, last;

	if (sscanf(iso_date, "%4d-%2d-%2d", &year, &month, &day) != 3)
		return iso_date;
	month += months - 1;
	year += month / 12 - (month % 12 < 0);
	month = (month % 12 + 12) % 12;
	last = days[month] + (month == 1 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
	return text_format(ctx, "%04d-%02d-%02d", year, month + 1, day < last ? day : last);
}

struct contract_days contract_days(TALLOC_CTX *ctx, int64_t now)
{
	char today[11];

	check_today(now, today);
	return (struct contract_days){ .today = text_copy(ctx, today),
		.soon = date_months_after(ctx, today, CONTRACTS_SOON) };
}

static void choose_status(const char *status, struct q_contracts_list_in *in)
{
	if (!status)
		return;
	if (choice_index(groups, COUNT(groups), status) < COUNT(groups))
		in->current = 1;
	else
		in->status = status;
}

static void choose_flag(struct req *r, const char *flag, struct q_contracts_list_in *in)
{
	struct contract_days days = contract_days(r->ctx, r->now);

	if (!flag)
		return;
	switch ((enum contract_flag)choice_index(contract_flags, CONTRACT_FLAGS, flag)) {
	case FLAG_NO_SPECIFICATION:
		in->no_specification = 1;
		break;
	case FLAG_NO_MONITORING:
		in->no_monitoring = 1;
		break;
	case FLAG_REVIEW_OVERDUE:
		in->review_before = days.today;
		break;
	case FLAG_ENDS_UNREVIEWED:
		in->unreviewed = 1;
		in->ends_before = days.soon;
		break;
	case FLAG_ENDS_SOON:
		in->ends_before = days.soon;
		break;
	case FLAG_RETURNS_MISSING:
		in->has_missing = 1;
		break;
	case FLAG_RED_KPIS:
		in->has_red = 1;
		break;
	case CONTRACT_FLAGS:
		break;
	}
}

static void choose_lead(struct req *r, const char *lead, struct q_contracts_list_in *in)
{
	if (!lead)
		return;
	if (strcmp(lead, "me") == 0)
		in->me = r->person->person_id;
	else if (strcmp(lead, "nobody") == 0)
		in->nobody = 1;
	else
		in->lead = lead;
}

struct list *contract_list_open(struct req *r, struct q_contracts_list_in *in)
{
	struct list *list = open_list(r);
	const char *typed = list_typed(list), *aim;
	char ref[REF_LENGTH + 1];

	*in = (struct q_contracts_list_in){ 0 };
	/* Who types a reference means that contract, wherever it stands. */
	if (typed && ref_read(typed, ref)) {
		list_without_words(list);
		in->ref = text_copy(r->ctx, ref);
		return list;
	}
	choose_status(list_filter(list, "status"), in);
	choose_flag(r, list_filter(list, "flag"), in);
	choose_lead(r, list_filter(list, "lead"), in);
	in->kind = list_filter(list, "kind");
	in->organisation = list_filter(list, "organisation");
	aim = list_filter(list, "aim");
	if (aim && strcmp(aim, no_aim[0].code) == 0)
		in->no_aim = 1;
	else
		in->aim = aim;
	return list;
}

/* ---- Flags ------------------------------------------------------------------------------------
 */

bool contract_is_flagged(const struct q_contracts_list *row, const struct contract_days *days,
	enum contract_flag flag)
{
	if (strcmp(row->status, "ended") == 0)
		return false;
	switch (flag) {
	case FLAG_NO_SPECIFICATION:
		return !row->specified;
	case FLAG_NO_MONITORING:
		return !row->monitored;
	case FLAG_REVIEW_OVERDUE:
		return row->next_review_on && strcmp(row->next_review_on, days->today) < 0;
	case FLAG_ENDS_SOON:
		return strcmp(row->ends_on, days->soon) < 0;
	case FLAG_RETURNS_MISSING:
		return row->returns_missing > 0;
	case FLAG_RED_KPIS:
		return row->red_kpis > 0;
	default:
		return false;
	}
}
