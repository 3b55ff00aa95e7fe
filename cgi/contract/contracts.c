/* contracts.c: the register of contracts and grants: what is there, what it costs, what it lacks.
 * Who keeps it, and the auditor. */
#include <string.h>
#include "access.h"
#include "contract_list.h"
#include "pages.h"
#include "saved_view.h"

static const char *flag_colour(enum contract_flag flag)
{
	return flag == FLAG_NO_SPECIFICATION || flag == FLAG_NO_MONITORING ? "orange"
	       : flag == FLAG_ENDS_SOON                                    ? "yellow"
									   : "red";
}

/* With how many, where that is known; what is past is said as past. */
static const char *flag_words(struct req *r, const struct q_contracts_list *row,
	const struct contract_days *days, enum contract_flag flag)
{
	if (flag == FLAG_RETURNS_MISSING)
		return text_format(r->ctx,
			row->returns_missing == 1 ? "%s return missing" : "%s returns missing",
			count_text(r->ctx, row->returns_missing));
	if (flag == FLAG_RED_KPIS)
		return text_format(r->ctx, row->red_kpis == 1 ? "%s red KPI" : "%s red KPIs",
			count_text(r->ctx, row->red_kpis));
	if (flag == FLAG_ENDS_SOON)
		return strcmp(row->ends_on, days->today) < 0 ? "End has passed" : "Ends soon";
	return contract_flags[flag].label;
}

static void show_flags(struct req *r, const struct q_contracts_list *row,
	const struct contract_days *days, struct tpl *line)
{
	bool any = false;

	for (enum contract_flag flag = 0; flag < FLAG_ENDS_UNREVIEWED; flag++)
		if (contract_is_flagged(row, days, flag)) {
			struct tpl *t = tpl_add(line, M_FLAG);

			tpl_set(t, M_FLAG_COLOUR, flag_colour(flag));
			tpl_set(t, M_FLAG_WORDS, flag_words(r, row, days, flag));
			any = true;
		}
	tpl_show_if(line, M_NO_FLAG, !any);
}

static void show_row(struct req *r, const struct q_contracts_list *row,
	const struct contract_days *days, struct tpl *line)
{
	tpl_set(line, M_REF, row->ref);
	tpl_set(line, M_REFERENCE, row->reference);
	tpl_set(line, M_KIND, choice_label(contract_kinds, CONTRACT_KINDS, row->kind));
	tpl_set(line, M_ORGANISATION, row->organisation);
	tpl_set(line, M_SERVICE, row->service);
	tpl_optional(line, M_AIM_GIVEN, M_AIM, row->aim);
	tpl_set(line, M_VALUE, money_text(r->ctx, row->value_now));
	tpl_set(line, M_ENDS, date_short_text(r->ctx, row->ends_on, 0));
	tpl_set(line, M_NEXT_REVIEW,
		row->next_review_on ? date_short_text(r->ctx, row->next_review_on, 0) : "None set");
	tpl_set(line, M_STATE, choice_label(contract_statuses, CONTRACT_STATUSES, row->status));
	tpl_set(line, M_STATE_COLOUR, contract_status_colour(row->status));
	show_flags(r, row, days, line);
}

/* ---- At a glance ------------------------------------------------------------------------------
 */

static void show_box(struct req *r, enum contract_flag flag, int64_t n)
{
	struct tpl *t = tpl_add(r->page, M_GLANCE);

	tpl_set(t, M_LABEL, contract_flags[flag].label);
	tpl_setf(t, M_N, n >= GLANCE_MOST ? "%s or more" : "%s", count_text(r->ctx, n));
	if (n > 0)
		tpl_setf(tpl_add(t, M_LINKED), M_LIST_LINK, "?flag=%s", contract_flags[flag].code);
	else
		tpl_show(t, M_PLAIN);
}

static void show_glance(struct req *r, const struct contract_days *days)
{
	struct q_contracts_glance n;

	if (!Q_ONE(r->db, contracts_glance, &n, .today = days->today, .soon = days->soon,
		    .most = GLANCE_MOST))
		return;
	show_box(r, FLAG_NO_SPECIFICATION, n.no_specification);
	show_box(r, FLAG_NO_MONITORING, n.no_monitoring);
	show_box(r, FLAG_REVIEW_OVERDUE, n.review_overdue);
	show_box(r, FLAG_ENDS_SOON, n.ends_soon);
	show_box(r, FLAG_RETURNS_MISSING, n.missing);
	show_box(r, FLAG_RED_KPIS, n.red);
}

/* The last is of who looks after some. */
static const struct saved_view_given given_views[] = {
	{ "All", "?" },
	{ "Not ended", "?status=current" },
	{ "Largest", "?status=current&sort=value" },
	{ "Next to be reviewed", "?status=current&sort=review" },
	{ "Nobody looks after", "?status=current&lead=nobody" },
	{ "Mine", "?status=current&lead=me" },
};

/* GET /contracts */
int contracts_list(struct req *r)
{
	struct contract_days days = contract_days(r->ctx, r->now);
	bool keeps = access_allows(r->person, KEEPS_CONTRACTS);
	struct q_contracts_list_in in;
	struct list *list = contract_list_open(r, &in);
	struct q_contracts_list row;

	list_read(list, &in);
	while (LIST_NEXT(list, contracts_list, &row))
		show_row(r, &row, &days, list_line(list, M_CONTRACT_ROW));
	list_show(list);
	show_glance(r, &days);
	saved_views_show(r, "contracts", list, given_views,
		keeps ? COUNT(given_views) : COUNT(given_views) - 1);
	tpl_show_if(r->page, M_MAY_CHANGE, keeps);
	return page_show(r, 200, T_contracts_list, "Contracts");
}

/* ---- What waits, for My work ------------------------------------------------------------------
 */

static struct q_contracts_waiting waiting(struct req *r)
{
	struct contract_days days = contract_days(r->ctx, r->now);
	struct q_contracts_waiting n;

	if (!Q_ONE(r->db, contracts_waiting, &n, .person_id = r->person->person_id,
		    .today = days.today, .soon = days.soon))
		return (struct q_contracts_waiting){ 0 };
	return n;
}

int64_t contracts_review_overdue(struct req *r)
{
	return waiting(r).review_overdue;
}

int64_t contracts_returns_missing(struct req *r)
{
	return waiting(r).missing;
}

int64_t contracts_ends_unreviewed(struct req *r)
{
	return waiting(r).ends_unreviewed;
}
