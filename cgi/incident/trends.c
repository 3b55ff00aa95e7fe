/* trends.c: trends of incident reports: which are asked for, and their pages. Staff. */
#include "trends.h"

#include <string.h>
#include <time.h>
#include "access.h"
#include "incident_fold.h"
#include "pages.h"

enum { MONTHS_OFFERED = 48 };

static int64_t this_month(const struct req *r)
{
	time_t seconds = (time_t)r->now;
	struct tm tm;

	localtime_r(&seconds, &tm);
	return (int64_t)(tm.tm_year + 1900) * 12 + tm.tm_mon;
}

/* "2026-11"; what makes no sense counts as not said. */
static int64_t month_asked(const struct req *r, const char *name, int64_t otherwise)
{
	const char *typed = params_get(&r->query, name);
	int64_t month = typed ? month_number(typed) : -1;

	return month < 0 ? otherwise : month;
}

static void read_months(const struct req *r, struct trends *t)
{
	int64_t earliest = t->now - MONTHS_OFFERED + 1;

	t->last = month_asked(r, "until", t->now);
	if (t->last > t->now || t->last < earliest)
		t->last = t->now;
	t->first = month_asked(r, "from", t->last - TRENDS_MONTHS + 1);
	if (t->first > t->last)
		t->first = t->last;
	if (t->last - t->first >= TRENDS_MONTHS_MOST)
		t->first = t->last - TRENDS_MONTHS_MOST + 1;
	t->since = month_iso(r->ctx, t->first);
	t->until = month_iso(r->ctx, t->last);
}

static void read_organisation(struct req *r, struct trends *t)
{
	const char *code = params_get(&r->query, "of");
	struct q_trends_of row;

	if (!code || !*code || !Q_ONE(r->db, trends_of, &row, .code = code))
		return;
	t->of = text_copy(r->ctx, code);
	t->of_name = row.name;
	t->of_practice = strcmp(row.kind, "practice") == 0;
	t->scope = t->of_practice ? "practice" : "about";
	t->scope_id = row.organisation_id;
}

struct trends trends_read(struct req *r)
{
	struct trends t = { .scope = "all", .of = "", .of_name = "" };

	t.manager = access_allows(r->person, READS_INCIDENTS);
	t.now = this_month(r);
	read_months(r, &t);
	if (t.manager)
		read_organisation(r, &t);
	return t;
}

void trends_own(struct req *r, struct trends *t)
{
	t->manager = false;
	t->of = "";
	t->scope = "practice";
	t->scope_id = r->person->organisation_id;
}

const char *trends_query(struct req *r, const struct trends *t, const char *name, const char *value)
{
	const char *address = text_format(r->ctx, "?from=%.7s&until=%.7s", t->since, t->until);

	if (*t->of)
		address = text_format(r->ctx, "%s&of=%s", address, t->of);
	return name ? text_format(r->ctx, "%s&%s=%s", address, name, value) : address;
}

const char *trends_last_day(TALLOC_CTX *ctx, int64_t month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	int64_t year = month / 12;
	bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

	return text_format(ctx, "%04d-%02d-%02d", (int)year, (int)(month % 12) + 1,
		days[month % 12] + (month % 12 == 1 && leap));
}

/* A row's text goes with the row: it is copied. */
static void option(
	struct req *r, struct tpl *field, const char *code, const char *label, bool chosen)
{
	struct tpl *t = tpl_add(field, M_OPTION);

	tpl_set(t, M_CODE, text_copy(r->ctx, code));
	tpl_set(t, M_OPTION_LABEL, text_copy(r->ctx, label));
	tpl_show_if(t, M_CHECKED, chosen);
}

static void month_field(struct req *r, struct tpl *form, const struct trends *t, const char *name,
	const char *label, int64_t chosen)
{
	struct tpl *field = tpl_add(form, M_FILTER);

	tpl_set(field, M_NAME, name);
	tpl_set(field, M_LABEL, label);
	for (int64_t month = t->now; month > t->now - MONTHS_OFFERED; month--)
		option(r, field, text_format(r->ctx, "%.7s", month_iso(r->ctx, month)),
			month_text(r->ctx, month_iso(r->ctx, month)), month == chosen);
}

static void organisation_field(struct req *r, struct tpl *form, const struct trends *t)
{
	struct tpl *field = tpl_add(form, M_FILTER), *group;
	struct db_rows *rows = Q_ROWS(r->db, incident_practices);
	struct q_incident_practices practice;
	struct q_incident_providers provider;

	tpl_set(field, M_NAME, "of");
	tpl_set(field, M_LABEL, "Reports");
	option(r, field, "", "All", !*t->of);
	group = tpl_add(field, M_GROUP);
	tpl_set(group, M_LABEL, "Of one practice");
	while (Q_NEXT(rows, incident_practices, &practice))
		option(r, group, practice.code, practice.name, strcmp(practice.code, t->of) == 0);
	group = tpl_add(field, M_GROUP);
	tpl_set(group, M_LABEL, "About another organisation");
	rows = Q_ROWS(r->db, incident_providers);
	while (Q_NEXT(rows, incident_providers, &provider))
		option(r, group, provider.code, provider.name, strcmp(provider.code, t->of) == 0);
}

void trends_form(struct req *r, const struct trends *t, bool organisations)
{
	struct tpl *form = tpl_include(r->page, M_FORM, T_trends_form);

	month_field(r, form, t, "from", "From", t->first);
	month_field(r, form, t, "until", "Until", t->last);
	if (organisations)
		organisation_field(r, form, t);
	tpl_setf(r->page, M_PERIOD, "%s to %s", month_text(r->ctx, t->since),
		month_text(r->ctx, t->until));
	tpl_show_if(r->page, M_SO_FAR, t->last == t->now);
}

/* GET /reports/trends: of the practice that the reader acts for. */
int report_trends(struct req *r)
{
	struct trends t = trends_read(r);

	trends_own(r, &t);
	fold(r->db, r->ctx, &incident_fold, TRENDS_FOLD);
	trends_form(r, &t, false);
	tpl_set(tpl_add(r->page, M_NARROWED), M_SENTENCE,
		text_format(r->ctx, "Reports of %s.", r->person->organisation));
	tpl_show(r->page, M_PRACTICE_DOOR);
	trends_show_months(r, &t);
	trends_show_values(r, &t);
	trends_show_peers(r, &t);
	return page_show(r, 200, T_trends_view, "Trends of your reports");
}

/* GET /incidents/trends */
int incident_trends(struct req *r)
{
	struct trends t = trends_read(r);

	fold(r->db, r->ctx, &incident_fold, TRENDS_FOLD);
	trends_form(r, &t, true);
	if (*t.of)
		tpl_setf(tpl_add(r->page, M_NARROWED), M_SENTENCE, "%s %s.",
			t.of_practice ? "Reports of" : "Reports about", t.of_name);
	tpl_show(r->page, M_MANAGERS);
	trends_show_months(r, &t);
	trends_show_values(r, &t);
	return page_show(r, 200, T_trends_view, "Trends of incidents");
}
