/* contract_surveys.c: the surveys that ask about a contract's service: evidence for its reviews. */
#include <string.h>
#include "access.h"
#include "contract_sections.h"
#include "contract_work.h"
#include "incident_work.h"
#include "pages.h"

void contract_section_surveys(
	struct req *r, const struct q_contract_by_ref *c, bool may_change, struct tpl *page)
{
	struct tpl *t = tpl_include(page, M_SECTION, T_contract_section_surveys), *line;
	struct db_rows *rows =
		Q_ROWS(r->db, contract_surveys, .contract_id = c->contract_id, .linked = 1);
	bool opens = access_allows(r->person, READS_SURVEYS), any = false;
	struct q_contract_surveys row;

	while (Q_NEXT(rows, contract_surveys, &row)) {
		line = tpl_add(t, M_SURVEY);
		tpl_set(line, M_SURVEY_TITLE, text_copy(r->ctx, row.title));
		if (opens)
			tpl_set(tpl_add(line, M_OPENS), M_SLUG, text_copy(r->ctx, row.slug));
		tpl_show_if(line, M_SHUT, !opens);
		any = true;
	}
	tpl_show_if(t, M_NONE, !any);
	if (may_change)
		tpl_set(tpl_add(t, M_MAY_CHANGE), M_REF, c->ref);
}

/* The form: a box for each survey; what is ticked, as it is stored. */
static struct form *form_of(struct req *r, const struct q_contract_by_ref *c, struct form **now)
{
	struct field *field = NEW(r->ctx, struct field);
	struct db_rows *rows = Q_ROWS(r->db, contract_surveys, .contract_id = c->contract_id);
	size_t most = db_rows_count(rows), n = 0, ticked = 0;
	struct choice *choices = NEW_ARRAY(r->ctx, struct choice, most + 1);
	bool *linked = NEW_ARRAY(r->ctx, bool, most + 1);
	struct q_contract_surveys row;
	struct form *f;

	while (Q_NEXT(rows, contract_surveys, &row)) {
		linked[n] = row.is_linked;
		choices[n++] = (struct choice){ text_copy(r->ctx, row.slug),
			text_copy(r->ctx, row.title), NULL, false };
	}
	*field = (struct field){ .type = FIELD_CHECKBOXES,
		.name = "surveys",
		.label = "Surveys about this service",
		.unmarked = true,
		.choices = choices,
		.n_choices = n };
	f = form_new(r->ctx, field, 1);
	*now = form_new(r->ctx, field, 1);
	for (size_t i = 0; i < n; i++)
		if (linked[i])
			form_put(*now, "surveys", ticked++, choices[i].code);
	return f;
}

static int show(struct req *r, const struct q_contract_by_ref *c, const struct form *f, int status)
{
	return contract_form_show(r, c, f,
		&(struct contract_form){ .heading = "Surveys",
			.button = "Save",
			.intro = f->fields[0].n_choices
					 ? "Their results stand beside the criteria when the "
					   "contract is reviewed."
					 : "There is no survey yet.",
			.existing = true },
		status);
}

/* GET /contracts/:ref/surveys */
int contract_surveys_edit(struct req *r)
{
	struct q_contract_by_ref c;
	int refused = contract_kept(r, &c);
	struct form *now;

	if (refused)
		return refused;
	form_of(r, &c, &now);
	work_carry(r, c.row_version, form_seen(now));
	return show(r, &c, now, 200);
}

static bool has(const struct form *f, const char *code)
{
	for (size_t i = 0; i < f->values[0].n_parts; i++)
		if (f->values[0].parts[i] && strcmp(f->values[0].parts[i], code) == 0)
			return true;
	return false;
}

/* Links and unlinks; what changed, NULL for nothing. */
static json_t *store(struct req *r, const struct q_contract_by_ref *c, const struct form *f,
	const struct form *now)
{
	json_t *detail = NULL;

	for (size_t i = 0; i < f->fields[0].n_choices; i++) {
		const struct choice *choice = &f->fields[0].choices[i];
		bool was = has(now, choice->code), is = has(f, choice->code);

		if (was == is)
			continue;
		if (is)
			Q_RUN(r->db, contract_survey_add, .contract_id = c->contract_id,
				.slug = choice->code);
		else
			Q_RUN(r->db, contract_survey_remove, .contract_id = c->contract_id,
				.slug = choice->code);
		detail = audit_changed(detail, choice->label, was ? "linked" : "not linked",
			is ? "linked" : "not linked");
	}
	return detail;
}

static bool differs(const struct form *f, const struct form *now)
{
	for (size_t i = 0; i < f->fields[0].n_choices; i++)
		if (has(now, f->fields[0].choices[i].code) != has(f, f->fields[0].choices[i].code))
			return true;
	return false;
}

/* POST /contracts/:ref/surveys */
int contract_surveys_save(struct req *r)
{
	struct q_contract_by_ref c;
	int refused = contract_kept(r, &c);
	struct form *f, *now;
	int64_t n = 0;

	if (refused)
		return refused;
	f = form_of(r, &c, &now);
	form_take(f, 0, 1, &r->body);
	if (contract_again(r, f, form_check(f, 0, 1) == 0, now, c.row_version))
		return show(r, &c, f, 422);
	if (!differs(f, now)) {
		flash_notice(r, "There was nothing to change.");
		return redirect(r, "/contracts/%s#surveys", c.ref);
	}
	Q_RUN_COUNT(r->db, contract_touch, &n, .contract_id = c.contract_id,
		.row_version = c.row_version);
	if (n == 0 && db_state(r->db) == DB_FINE) {
		work_overtaken(r, f);
		return show(r, &c, f, 422);
	}
	contract_done(r, &c, CONTRACT_SURVEY, AUDIT_CHANGE, NULL, store(r, &c, f, now));
	flash(r, "The surveys were saved.");
	return redirect(r, "/contracts/%s#surveys", c.ref);
}
