/* contract_values.c: what a contract is worth in each financial year. */
#include <string.h>
#include "contract_sections.h"
#include "contract_work.h"
#include "incident_work.h"
#include "pages.h"

/* YEARS_MOST: of one form; most_pence: what the table takes. */
enum { YEARS_MOST = 40 };
static const int64_t most_pence = 100000000000;

/* ---- The section ----------------------------------------------------------------------------- */

void contract_section_values(
	struct req *r, const struct q_contract_by_ref *c, bool may_change, struct tpl *page)
{
	struct tpl *t = tpl_include(page, M_SECTION, T_contract_section_values), *list = NULL;
	struct db_rows *rows = Q_ROWS(r->db, contract_values, .contract_id = c->contract_id);
	struct q_contract_values row;
	int64_t total = 0;
	char today[11];

	check_today(r->now, today);
	while (Q_NEXT(rows, contract_values, &row)) {
		struct tpl *line;

		if (!list)
			list = tpl_add(t, M_LIST);
		line = tpl_add(list, M_VALUE_ROW);
		tpl_set(line, M_YEAR, contract_year_text(r->ctx, row.year));
		tpl_set(line, M_VALUE, money_text(r->ctx, row.pence));
		tpl_show_if(line, M_THIS_YEAR, row.year == contract_year(today));
		total += row.pence;
	}
	if (list)
		tpl_set(list, M_TOTAL, money_text(r->ctx, total));
	tpl_show_if(t, M_NONE, !list);
	if (may_change)
		tpl_set(tpl_add(t, M_MAY_CHANGE), M_REF, c->ref);
}

/* ---- The form: a field for each year ----------------------------------------------------------
 */

/* The years of its time, one more, and those that have a value already. */
static void years_of(
	struct req *r, const struct q_contract_by_ref *c, int64_t *first, int64_t *last)
{
	struct q_contract_value_years has = { 0 };
	char today[11];
	int64_t now;

	check_today(r->now, today);
	now = contract_year(today);
	*first = contract_year(c->starts_on);
	*last = contract_year(c->ends_on);
	if (*last < now && strcmp(c->status, "ended") != 0)
		*last = now;
	if (strcmp(c->status, "ended") != 0)
		*last += 1;
	if (Q_ONE(r->db, contract_value_years, &has, .contract_id = c->contract_id) && has.first) {
		*first = has.first < *first ? has.first : *first;
		*last = has.last > *last ? has.last : *last;
	}
	if (*last - *first >= YEARS_MOST)
		*first = *last - YEARS_MOST + 1;
}

static struct form *form_of(struct req *r, const struct q_contract_by_ref *c)
{
	struct field *fields = NEW_ARRAY(r->ctx, struct field, YEARS_MOST + 1);
	int64_t first, last;
	size_t n = 0;

	years_of(r, c, &first, &last);
	for (int64_t year = first; year <= last; year++)
		fields[n++] = (struct field){ .type = FIELD_DECIMAL,
			.name = text_format(r->ctx, "y%lld", (long long)year),
			.label = contract_year_text(r->ctx, year),
			.prefix = "£",
			.unmarked = true,
			.min = 0,
			.max = most_pence };
	fields[n] = contract_why;
	fields[n].required = false;
	fields[n].hint = "Needed where a value is changed or taken away";
	return form_new(r->ctx, fields, n + 1);
}

static struct form *stored(
	struct req *r, const struct form *like, const struct q_contract_by_ref *c)
{
	struct form *f = form_new(r->ctx, like->fields, like->n);
	struct db_rows *rows = Q_ROWS(r->db, contract_values, .contract_id = c->contract_id);
	struct q_contract_values row;

	while (Q_NEXT(rows, contract_values, &row))
		form_put(f, text_format(r->ctx, "y%lld", (long long)row.year), 0,
			decimal_plain(r->ctx, row.pence));
	return f;
}

static int show(struct req *r, const struct q_contract_by_ref *c, const struct form *f, int status)
{
	return contract_form_show(r, c, f,
		&(struct contract_form){ .heading = "Annual values",
			.button = "Save values",
			.intro = "What the contract is worth in each financial year, April to "
				 "March. Leave a year empty that has no value.",
			.existing = true },
		status);
}

/* GET /contracts/:ref/values */
int contract_values_edit(struct req *r)
{
	struct q_contract_by_ref c;
	int refused = contract_kept(r, &c);
	struct form *f;

	if (refused)
		return refused;
	f = form_of(r, &c);
	f = stored(r, f, &c);
	work_carry(r, c.row_version, form_seen(f));
	return show(r, &c, f, 200);
}

/* Is a value changed or taken away that was there? Then it is asked why. */
static bool changes_old(const struct form *f, const struct form *now)
{
	for (size_t i = 0; i + 1 < f->n; i++) {
		const char *was = now->values[i].parts[0], *is = f->values[i].text;

		if (was && *was && strcmp(was, is ? is : "") != 0)
			return true;
	}
	return false;
}

static void store(struct req *r, const struct q_contract_by_ref *c, const struct form *f,
	const struct form *now)
{
	for (size_t i = 0; i + 1 < f->n; i++) {
		const char *was = now->values[i].parts[0], *is = f->values[i].text;
		int64_t pence = 0, year = 0;

		if (strcmp(was ? was : "", is ? is : "") == 0)
			continue;
		check_number(f->fields[i].name + 1, &year);
		if (is && check_decimal(is, &pence))
			Q_RUN(r->db, contract_value_set, .contract_id = c->contract_id,
				.year = year, .pence = pence);
		else
			Q_RUN(r->db, contract_value_remove, .contract_id = c->contract_id,
				.year = year);
	}
}

/* POST /contracts/:ref/values */
int contract_values_save(struct req *r)
{
	struct q_contract_by_ref c;
	int refused = contract_kept(r, &c);
	struct form *f, *now;
	bool filled;
	int64_t n = 0;
	json_t *detail;

	if (refused)
		return refused;
	f = form_of(r, &c);
	now = stored(r, f, &c);
	form_take(f, 0, f->n, &r->body);
	filled = form_check(f, 0, f->n) == 0;
	if (filled && changes_old(f, now) && !contract_typed(f, "why"))
		form_fail(f, "why", contract_why.missing);
	if (contract_again(r, f, filled, now, c.row_version))
		return show(r, &c, f, 422);
	detail = contract_changes(r, now, f);
	if (!detail) {
		flash_notice(r, "There was nothing to change.");
		return redirect(r, "/contracts/%s#values", c.ref);
	}
	Q_RUN_COUNT(r->db, contract_touch, &n, .contract_id = c.contract_id,
		.row_version = c.row_version);
	if (n == 0 && db_state(r->db) == DB_FINE) {
		json_decref(detail);
		work_overtaken(r, f);
		return show(r, &c, f, 422);
	}
	store(r, &c, f, now);
	contract_done(r, &c, CONTRACT_VALUES, AUDIT_CHANGE, contract_typed(f, "why"), detail);
	flash(r, "The values were saved.");
	return redirect(r, "/contracts/%s#values", c.ref);
}
