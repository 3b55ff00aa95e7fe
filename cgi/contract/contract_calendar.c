/* contract_calendar.c: the months ahead: what ends, what is to be reviewed, returned and decided,
 * and until when notice can be given. */
#include "contract_calendar.h"

#include <string.h>
#include "access.h"
#include "chart.h"
#include "pages.h"

enum { DAYS_MOST = 600, LATE_MONTHS = 12 };

const struct choice calendar_kinds[CALENDAR_KINDS] = {
	{ "ends", "Ends", NULL, false },
	{ "notice", "Last day to give notice", NULL, false },
	{ "review", "Review due", NULL, false },
	{ "decision", "Decision on a review due", NULL, false },
	{ "return", "Monitoring return due", NULL, false },
};

static const struct choice whose[] = {
	{ "all", "All contracts", NULL, false },
	{ "mine", "Those that I look after", NULL, false },
};

static const struct choice reaches[] = {
	{ "3", "3 months", NULL, false },
	{ "6", "6 months", NULL, false },
	{ "12", "12 months", NULL, false },
	{ "24", "24 months", NULL, false },
};
static const int reach_months[] = { 3, 6, 12, 24 };

/* A select of the address; nonsense counts as not said. */
static size_t chosen(struct req *r, const char *name, const struct choice *list, size_t n,
	enum tpl_marker section, size_t otherwise)
{
	const char *typed = params_get(&r->query, name);
	size_t at = typed ? choice_index(list, n, typed) : n;

	at = at < n ? at : otherwise;
	for (size_t i = 0; i < n; i++) {
		struct tpl *option = tpl_add(r->page, section);

		tpl_set(option, M_CODE, list[i].code);
		tpl_set(option, M_OPTION_LABEL, list[i].label);
		tpl_show_if(option, M_CHECKED, i == at);
	}
	return at;
}

static void show_day(struct req *r, const struct q_contract_calendar *row, struct tpl *line)
{
	bool review = strcmp(row->kind, "decision") == 0;
	struct tpl *link = tpl_add(line, review ? M_REVIEW : M_CONTRACT);

	tpl_set(line, M_DAY, text_copy(r->ctx, date_text(r->ctx, row->day)));
	tpl_set(line, M_WHAT, choice_label(calendar_kinds, CALENDAR_KINDS, row->kind));
	tpl_set(link, M_REF, text_copy(r->ctx, review ? row->item_ref : row->ref));
	tpl_set(link, M_LABEL, text_copy(r->ctx, row->title));
	tpl_optional(line, M_REFERENCE_GIVEN, M_REFERENCE, text_copy(r->ctx, row->reference));
	tpl_set(line, M_ORGANISATION, text_copy(r->ctx, row->organisation));
}

static struct tpl *begin_month(struct req *r, const char *id, const char *heading)
{
	struct tpl *month = tpl_add(r->page, M_MONTH);

	tpl_set(month, M_CODE, id);
	tpl_set(month, M_HEADING, heading);
	return month;
}

/* In the rows' order: what is late, then month by month. */
static size_t show_days(struct req *r, struct db_rows *rows, const char *today)
{
	struct q_contract_calendar row;
	struct tpl *month = NULL;
	int64_t of = 0; /* -1: late */
	size_t n = 0;

	while (n < DAYS_MOST && Q_NEXT(rows, contract_calendar, &row)) {
		bool late = strcmp(row.day, today) < 0;
		int64_t in = late ? -1 : month_number(row.day);

		if (!month || in != of)
			month = late ? begin_month(r, "late", "Before today")
				     : begin_month(r, text_format(r->ctx, "m%lld", (long long)in),
					       month_text(r->ctx, month_iso(r->ctx, in)));
		of = in;
		show_day(r, &row, tpl_add(month, M_ROW));
		n++;
	}
	return n;
}

/* GET /contracts/calendar */
int contract_calendar_view(struct req *r)
{
	static const struct choice any = { "", "Everything", NULL, false };
	struct contract_days days = contract_days(r->ctx, r->now);
	bool keeps = access_allows(r->person, KEEPS_CONTRACTS);
	struct choice kinds[CALENDAR_KINDS + 1] = { any };
	size_t kind, reach, n;
	bool mine = false;
	struct db_rows *rows;

	memcpy(kinds + 1, calendar_kinds, sizeof calendar_kinds);
	mine = chosen(r, "whose", whose, keeps ? COUNT(whose) : 1, M_WHOSE, 0) == 1;
	kind = chosen(r, "kind", kinds, COUNT(kinds), M_KIND, 0);
	reach = chosen(r, "months", reaches, COUNT(reaches), M_REACH, 1);
	rows = Q_ROWS(r->db, contract_calendar, .person_id = r->person->person_id,
		.today = days.today, .since = date_months_after(r->ctx, days.today, -LATE_MONTHS),
		.until = date_months_after(r->ctx, days.today, reach_months[reach]),
		.lead = mine ? r->person->person_id : 0, .kind = kind ? kinds[kind].code : NULL,
		.most = DAYS_MOST + 1);
	n = show_days(r, rows, days.today);
	tpl_show_if(r->page, M_NONE, n == 0);
	tpl_show_if(r->page, M_CUT, n == DAYS_MOST && db_rows_count(rows) > DAYS_MOST);
	tpl_show_if(r->page, M_MAY_CHANGE, keeps);
	return page_show(r, 200, T_contract_calendar, "Calendar of contracts");
}
