/* contract_view.c: the page of one contract: what it is, what it lacks, and its sections. */
#include <string.h>
#include "access.h"
#include "audit.h"
#include "contract_sections.h"
#include "pages.h"

/* In the order of the page. */
static contract_section *const sections[] = {
	contract_section_actions,
	contract_section_documents,
	contract_section_kpis,
	contract_section_returns,
	contract_section_values,
	contract_section_extensions,
	contract_section_surveys,
	contract_section_reviews,
	contract_section_decision,
	contract_section_history,
	contract_section_retention,
};

/* Ends soon: within so many months, as the register says it. */
enum { SOON_MONTHS = 6 };

static const char *every_words(TALLOC_CTX *ctx, int64_t months)
{
	return months == 1       ? "every month"
	       : months % 12     ? text_format(ctx, "every %lld months", (long long)months)
	       : months / 12 > 1 ? text_format(ctx, "every %lld years", (long long)months / 12)
				 : "every year";
}

/* ---- What it lacks --------------------------------------------------------------------------- */

static void flag(struct req *r, const char *colour, const char *words)
{
	struct tpl *t = tpl_add(r->page, M_FLAG);

	tpl_set(t, M_FLAG_COLOUR, colour);
	tpl_set(t, M_FLAG_WORDS, words);
}

static const char *counted(TALLOC_CTX *ctx, int64_t n, const char *one, const char *many)
{
	return text_format(ctx, "%lld %s", (long long)n, n == 1 ? one : many);
}

static void show_flags(struct req *r, const struct q_contract_by_ref *c)
{
	struct q_contract_soon soon = { 0 };
	char today[11];

	if (strcmp(c->status, "ended") == 0)
		return;
	check_today(r->now, today);
	Q_ONE(r->db, contract_soon, &soon, .today = today, .months = SOON_MONTHS);
	if (!c->specified)
		flag(r, "red", "No specification");
	if (!c->monitored)
		flag(r, "red", "No monitoring");
	if (c->next_review_on && strcmp(c->next_review_on, today) < 0)
		flag(r, "red", "Review overdue");
	if (strcmp(c->ends_on, today) < 0)
		flag(r, "red", "Past its end");
	else if (soon.day && strcmp(c->ends_on, soon.day) <= 0)
		flag(r, "orange", "Ends within 6 months");
	if (c->returns_missing)
		flag(r, "red",
			counted(r->ctx, c->returns_missing, "return missing", "returns missing"));
	if (c->red_kpis)
		flag(r, "red", counted(r->ctx, c->red_kpis, "red KPI", "red KPIs"));
}

/* ---- At a glance ----------------------------------------------------------------------------- */

static const struct choice outcomes[] = {
	{ "continue", "Continue", NULL, false },
	{ "conditions", "Continue with conditions", NULL, false },
	{ "vary", "Vary", NULL, false },
	{ "extend", "Extend", NULL, false },
	{ "taper", "Taper", NULL, false },
	{ "cease", "Cease", NULL, false },
};

static void show_facts(struct req *r, const struct q_contract_by_ref *c)
{
	struct tpl *t = r->page;
	char today[11];

	check_today(r->now, today);
	tpl_set(t, M_KIND, choice_label(contract_kinds, CONTRACT_KINDS, c->kind));
	tpl_set(t, M_ORGANISATION_CODE, c->organisation_code);
	tpl_set(t, M_STARTS_ON, date_text(r->ctx, c->starts_on));
	tpl_set(t, M_ENDS_ON, date_text(r->ctx, c->ends_on));
	tpl_optional(t, M_WAS_EXTENDED, M_FIRST_ENDS_ON,
		strcmp(c->first_ends_on, c->ends_on) != 0 ? date_text(r->ctx, c->first_ends_on)
							  : NULL);
	tpl_optional(t, M_HAS_NOTICE, M_NOTICE,
		c->notice_months ? counted(r->ctx, c->notice_months, "month", "months") : NULL);
	tpl_set(t, M_VALUE, money_text(r->ctx, c->value_now));
	tpl_set(t, M_YEAR, contract_year_text(r->ctx, contract_year(today)));
	tpl_optional(t, M_HAS_AIM, M_AIM, c->aim);
	tpl_optional(t, M_HAS_LEAD, M_LEAD, c->lead);
	tpl_show_if(t, M_NO_LEAD, !c->lead);
	tpl_set(t, M_ROUTE, choice_label(contract_routes, CONTRACT_ROUTES, c->route));
	tpl_optional(t, M_HAS_SERVED, M_SERVED, c->served);
	tpl_optional(t, M_HAS_AREA, M_AREA, c->area);
	tpl_optional(t, M_HAS_MONITORING, M_MONITORING, c->monitoring);
	tpl_set(t, M_RETURNS,
		c->return_months ? every_words(r->ctx, c->return_months) : "none asked for");
	tpl_optional(t, M_HAS_RETURNS_FROM, M_RETURNS_FROM,
		c->return_months && c->returns_from ? date_text(r->ctx, c->returns_from) : NULL);
	tpl_set(t, M_REVIEWS,
		c->review_months ? every_words(r->ctx, c->review_months) : "not planned");
	tpl_optional(t, M_HAS_NEXT_REVIEW, M_NEXT_REVIEW,
		c->next_review_on ? date_text(r->ctx, c->next_review_on) : NULL);
	if (c->outcome) {
		struct tpl *decided = tpl_add(t, M_DECIDED);

		tpl_set(decided, M_OUTCOME, choice_label(outcomes, COUNT(outcomes), c->outcome));
		tpl_optional(decided, M_HAS_DECIDED_ON, M_DECIDED_ON,
			c->decided_on ? date_text(r->ctx, c->decided_on) : NULL);
	}
	tpl_show(t, c->public ? M_PUBLIC : M_NOT_PUBLIC);
}

/* GET /contracts/:ref */
int contract_view(struct req *r)
{
	struct q_contract_by_ref c;
	int refused = contract_read(r, &c);
	bool may_change;

	if (refused)
		return refused;
	may_change = access_allows(r->person, KEEPS_CONTRACTS);
	contract_heading(r, &c);
	show_facts(r, &c);
	show_flags(r, &c);
	tpl_show_if(r->page, M_MAY_CHANGE, may_change);
	for (size_t i = 0; i < COUNT(sections); i++)
		sections[i](r, &c, may_change, r->page);
	audit(r, AUDIT_LOOK, "contract", c.ref, NULL);
	return page_show(r, 200, T_contract_view, c.service);
}
