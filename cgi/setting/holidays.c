/* holidays.c: the bank holidays of England, which an administrator keeps up to date: the clock of
 * working days (working_days.c) knows no others. */
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include "access.h"
#include "audit.h"
#include "form.h"
#include "holidays.h"
#include "pages.h"

struct typed {
	const char *day, *name;
};

static const struct field fields[] = {
	{ .type = FIELD_DATE,
		.name = "day",
		.label = "Day",
		.hint = "For instance 27 12 2027",
		.required = true,
		.missing = "Enter the day",
		.min_date = "2020-01-01",
		.max_date = "2099-12-31",
		.into = offsetof(struct typed, day) },
	{ .type = FIELD_SHORT,
		.name = "name",
		.label = "Name",
		.hint = "As GOV.UK calls it, for instance “Boxing Day (substitute day)”",
		.required = true,
		.missing = "Enter its name",
		.max_length = 100,
		.autocomplete = "off",
		.into = offsetof(struct typed, name) },
};

/* "2027-12-27" of an address, and nothing like it. */
static bool holiday_day(const char *text, char out[11])
{
	char year[5] = { 0 }, month[3] = { 0 };

	if (strlen(text) != 10 || text[4] != '-' || text[7] != '-')
		return false;
	memcpy(year, text, 4);
	memcpy(month, text + 5, 2);
	return check_date(text + 8, month, year, out) && strcmp(text, out) == 0;
}

const char *holidays_missing(struct req *r)
{
	char today[11], from[11], until[11];
	int year;

	check_today(r->now, today);
	if (sscanf(today, "%4d", &year) != 1 || year >= 9998)
		return NULL;
	for (int next = year; next <= year + 1; next++) {
		snprintf(from, sizeof from, "%04d-01-01", next);
		snprintf(until, sizeof until, "%04d-12-31", next);
		if (db_rows_count(Q_ROWS(
			    r->db, holidays_between, .first_day = from, .last_day = until)) == 0)
			return text_format(r->ctx, "%d", next);
	}
	return NULL;
}

static const char *weekday(const char *iso)
{
	static const char *const names[] = { "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday",
		"Friday", "Saturday" };
	static const int moved[] = { 0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4 };
	int year, month, day;

	if (sscanf(iso, "%4d-%2d-%2d", &year, &month, &day) != 3 || month < 1 || month > 12)
		return "";
	year -= month < 3;
	return names[(year + year / 4 - year / 100 + year / 400 + moved[month - 1] + day) % 7];
}

/* GET /holidays */
int holidays_list(struct req *r)
{
	struct db_rows *rows = Q_ROWS(r->db, holidays);
	bool may_change = access_runs(r->person);
	struct tpl *year = NULL;
	struct q_holidays row;
	char last[5] = "";

	tpl_show_if(r->page, M_MAY_CHANGE, may_change);
	tpl_show_if(r->page, M_NONE, db_rows_count(rows) == 0);
	while (Q_NEXT(rows, holidays, &row)) {
		struct tpl *t;

		if (strncmp(last, row.day, 4) != 0) {
			memcpy(last, row.day, 4);
			year = tpl_add(r->page, M_YEAR_LIST);
			tpl_set(year, M_YEAR, text_copyn(r->ctx, row.day, 4));
		}
		t = tpl_add(year, M_HOLIDAY);
		tpl_setf(t, M_DAY, "%s %s", weekday(row.day), date_text(r->ctx, row.day));
		tpl_set(t, M_NAME, text_copy(r->ctx, row.name));
		if (may_change)
			tpl_set(tpl_add(t, M_MAY_REMOVE), M_CODE, text_copy(r->ctx, row.day));
	}
	tpl_optional(r->page, M_HOLIDAYS_MISSING, M_YEAR, holidays_missing(r));
	return page_show(r, 200, T_holidays_list, "Bank holidays");
}

static int show_form(struct req *r, const struct form *f, int status)
{
	form_show(f, 0, f->n, r->page, false);
	return page_show(r, status, T_holidays_new, "Add a bank holiday");
}

/* GET /holidays/new */
int holiday_new(struct req *r)
{
	return show_form(r, form_new(r->ctx, fields, COUNT(fields)), 200);
}

/* POST /holidays/new */
int holiday_new_save(struct req *r)
{
	struct form *f = form_new(r->ctx, fields, COUNT(fields));
	struct typed in = { 0 };

	if (!form_fill(f, &r->body, &in))
		return show_form(r, f, 422);
	if (Q_RUN(r->db, holiday_add, .day = in.day, .name = in.name) == DB_DUPLICATE) {
		form_fail(f, "day", "This day is a bank holiday already");
		return show_form(r, f, 422);
	}
	audit(r, AUDIT_ADD, "holiday", in.day, audit_fact(NULL, "name", in.name));
	flash(r, text_format(r->ctx, "%s was added.", date_text(r->ctx, in.day)));
	return redirect(r, "/holidays");
}

/* GET /holidays/:day/remove */
int holiday_remove(struct req *r)
{
	struct q_holiday row;
	char day[11];

	if (!holiday_day(r->args[0], day) || !Q_ONE(r->db, holiday, &row, .day = day))
		return not_found(r);
	tpl_setf(r->page, M_DAY, "%s %s", weekday(row.day), date_text(r->ctx, row.day));
	tpl_set(r->page, M_NAME, row.name);
	return page_show(r, 200, T_holidays_remove, "Remove a bank holiday");
}

/* POST /holidays/:day/remove */
int holiday_remove_save(struct req *r)
{
	struct q_holiday row;
	char day[11];

	if (!holiday_day(r->args[0], day) || !Q_ONE(r->db, holiday, &row, .day = day))
		return not_found(r);
	Q_RUN(r->db, holiday_remove, .day = day);
	audit(r, AUDIT_REMOVE, "holiday", row.day, audit_fact(NULL, "name", row.name));
	flash(r, text_format(r->ctx, "%s was removed.", date_text(r->ctx, row.day)));
	return redirect(r, "/holidays");
}
