/* organisation_merge.c: one organisation goes on for another; and undoing that. */
#include <stddef.h>
#include <string.h>
#include "audit.h"
#include "organisation_edit.h"
#include "pages.h"

struct merging {
	const char *into, *merged_on;
	bool members;
};

enum { INTO, MERGED_ON, MEMBERS };

static const struct field fields[] = {
	[INTO] = { .type = FIELD_SHORT,
		.name = "into",
		.label = "Which one goes on?",
		.hint = "Its code, or its whole name",
		.required = true,
		.autocomplete = "off",
		.missing = "Enter the code or the name of the one that goes on",
		.into = offsetof(struct merging, into) },
	[MERGED_ON] = { .type = FIELD_DATE,
		.name = "merged_on",
		.label = "Merged on",
		.hint = "The first day on which only the other one is there",
		.required = true,
		.missing = "Enter the day on which they merged",
		.max_date = "today",
		.into = offsetof(struct merging, merged_on) },
	[MEMBERS] = { .type = FIELD_YES_NO,
		.name = "members",
		.label = "Do its people become members of the other one too?",
		.hint = "With the roles that they have now",
		.required = true,
		.missing = "Select yes if its people become members of the other one",
		.into = offsetof(struct merging, members) },
};

/* ---- Whom they mean -------------------------------------------------------------------------- */

/* A beginning for LIKE … ESCAPE '!'. */
static const char *begins(TALLOC_CTX *ctx, const char *typed)
{
	struct buf out = { .ctx = ctx };

	for (const char *c = typed; *c; c++) {
		if (strchr("!%_", *c))
			buf_addc(&out, '!');
		buf_addc(&out, *c);
	}
	buf_addc(&out, '%');
	return buf_text(&out);
}

/* The code of the one with this very name; or NULL, and *sentence says what else there is. */
static const char *code_by_name(
	struct req *r, const char *kind, const char *typed, const char **sentence)
{
	struct db_rows *rows =
		Q_ROWS(r->db, organisation_by_name, .kind = kind, .begins = begins(r->ctx, typed));
	struct q_organisation_by_name row;
	const char *code = NULL;
	struct buf others = { .ctx = r->ctx };
	size_t exact = 0;

	while (Q_NEXT(rows, organisation_by_name, &row)) {
		if (!row.closed_on && strcasecmp(row.name, typed) == 0 && exact++ == 0)
			code = text_copy(r->ctx, row.code);
		buf_addf(&others, "%s%s (%s)", others.len ? ", " : "", row.name, row.code);
	}
	if (exact == 1)
		return code;
	*sentence = others.len ? text_format(r->ctx, "Enter a code. Did you mean one of these: %s?",
					 buf_text(&others))
			       : "There is no organisation of this kind with this code or name";
	return NULL;
}

/* Finds the one that goes on, and locks it; false: a sentence stands at its field. */
static bool find_into(struct req *r, struct form *f, const struct organisation *of,
	const char *typed, struct organisation *into)
{
	const char *sentence = NULL, *code = NULL;
	char canonical[13];

	if (organisation_code(typed, canonical) && organisation_get(r->db, canonical, into))
		code = canonical;
	else
		code = code_by_name(r, of->kind, typed, &sentence);
	if (code && !organisation_lock(r->db, code, into))
		sentence = "There is no organisation with this code";
	else if (!code)
		;
	else if (into->organisation_id == of->organisation_id)
		sentence = "This is the same one. Enter the other one, which goes on";
	else if (strcmp(into->kind, of->kind) != 0)
		sentence = text_format(r->ctx, "%s is of another kind (%s)", into->name,
			organisation_kind_label(into->kind));
	else if (into->successor_id)
		sentence = text_format(r->ctx, "%s was merged itself, into %s (%s)", into->name,
			into->successor, into->successor_code);
	else if (into->closed_on)
		sentence = text_format(
			r->ctx, "%s closed on %s", into->name, date_text(r->ctx, into->closed_on));
	if (sentence)
		form_fail(f, fields[INTO].name, sentence);
	return !sentence;
}

static bool date_fits(
	struct req *r, struct form *f, const char *merged_on, const struct organisation *of)
{
	if (!of->opened_on || strcmp(merged_on, of->opened_on) >= 0)
		return true;
	form_fail(f, fields[MERGED_ON].name,
		text_format(r->ctx, "%s opened on %s, and cannot have merged before", of->name,
			date_text(r->ctx, of->opened_on)));
	return false;
}

/* ---- Merging --------------------------------------------------------------------------------- */

static int cannot_merge(struct req *r, const struct organisation *of)
{
	const char *title = text_format(r->ctx, "%s cannot be merged", of->name);

	if (strcmp(of->kind, "commissioner") == 0)
		return organisation_cannot(
			r, of, title, "It is the commissioner, which runs this installation.");
	if (of->successor_id)
		return organisation_cannot(r, of, title,
			text_format(r->ctx,
				"It was merged into %s already. To merge it into another one, undo "
				"that merge first.",
				of->successor));
	return 0;
}

static int show(struct req *r, const struct form *f, const struct organisation *of, int status)
{
	organisation_show(r, of);
	tpl_optional(r->page, M_HAS_CLOSED, M_CLOSED_ON,
		of->closed_on ? date_text(r->ctx, of->closed_on) : NULL);
	form_show(f, 0, f->n, r->page, false);
	return page_show(
		r, status, T_organisation_merge, text_format(r->ctx, "Merge %s", of->name));
}

/* GET /organisations/:code/merge */
int organisation_merge_view(struct req *r)
{
	struct form *f = form_new(r->ctx, fields, COUNT(fields));
	struct organisation of;
	char today[11];
	int status;

	if (!organisation_get(r->db, r->args[0], &of))
		return not_found(r);
	status = cannot_merge(r, &of);
	if (status)
		return status;
	check_today(r->now, today);
	form_put_date(f, fields[MERGED_ON].name, of.closed_on ? of.closed_on : today);
	form_put(f, fields[MEMBERS].name, 0, "yes");
	return show(r, f, &of, 200);
}

static const char *size_text(struct req *r, const struct organisation *of)
{
	return of->patients < 0
		       ? "not known"
		       : text_format(r->ctx, "%s patients", count_text(r->ctx, of->patients));
}

static int64_t people_of(struct req *r, const struct organisation *of)
{
	struct q_organisation_members row = { 0 };

	Q_ONE(r->db, organisation_members, &row, .organisation_id = of->organisation_id);
	return row.people;
}

/* What will happen, to be agreed to; the same address takes the answer. */
static int show_check(struct req *r, const struct organisation *of, const struct organisation *into,
	const char *merged_on, bool members)
{
	struct db_rows *rows =
		Q_ROWS(r->db, organisation_predecessors, .organisation_id = of->organisation_id);
	struct q_organisation_predecessors row;
	struct q_organisation_records records = { 0 };

	organisation_show(r, of);
	tpl_set(r->page, M_INTO_CODE, into->code);
	tpl_set(r->page, M_INTO_NAME, into->name);
	tpl_set(r->page, M_DAY, text_copyn(r->ctx, merged_on + 8, 2));
	tpl_set(r->page, M_MONTH, text_copyn(r->ctx, merged_on + 5, 2));
	tpl_set(r->page, M_YEAR, text_copyn(r->ctx, merged_on, 4));
	tpl_set(r->page, M_MERGED_ON, date_text(r->ctx, merged_on));
	tpl_set(r->page, M_MEMBERS_CODE, members ? "yes" : "no");
	tpl_show_if(r->page, M_MEMBERS, members);
	tpl_show_if(r->page, M_MEMBERS_NOT, !members);
	tpl_count(r->page, M_PEOPLE, people_of(r, of));
	tpl_count(r->page, M_INTO_PEOPLE, people_of(r, into));
	tpl_set(r->page, M_PATIENTS, size_text(r, of));
	tpl_set(r->page, M_INTO_PATIENTS, size_text(r, into));
	Q_ONE(r->db, organisation_records, &records, .organisation_id = of->organisation_id);
	tpl_count(r->page, M_SIZES, records.sizes);
	tpl_count(r->page, M_SURVEYS, records.surveys);
	while (Q_NEXT(rows, organisation_predecessors, &row)) {
		struct tpl *line = tpl_add(r->page, M_EARLIER);

		tpl_set(line, M_EARLIER_NAME, text_copy(r->ctx, row.name));
		tpl_set(line, M_EARLIER_CODE, text_copy(r->ctx, row.code));
	}
	return page_show(r, 200, T_organisation_merge_check,
		text_format(r->ctx, "Merge %s into %s?", of->name, into->name));
}

static const char *named(struct req *r, const char *name, const char *code)
{
	return name ? text_format(r->ctx, "%s (%s)", name, code) : NULL;
}

/* One row for the one that ends, one for the one that goes on: who looks at either finds it. */
static void note(struct req *r, const struct organisation *of, const struct organisation *into,
	const char *closed_on, const char *people)
{
	json_t *detail = audit_changed(NULL, "merged_into", NULL, named(r, into->name, into->code));

	detail = audit_changed(detail, "closed_on", of->closed_on, closed_on);
	audit(r, AUDIT_CHANGE, "organisation", of->code,
		audit_fact(detail, "people given membership", people));
	audit(r, AUDIT_CHANGE, "organisation", into->code,
		audit_fact(audit_fact(NULL, "goes on for", named(r, of->name, of->code)),
			"people given membership", people));
}

/* Two that are being merged into each other at once wait for each other's lock: the database ends
 * one of them, its page runs again, and finds the other closed. */
static bool read(struct req *r, struct form *f, const struct organisation *of, struct merging *in,
	struct organisation *into)
{
	return form_fill(f, &r->body, in) && find_into(r, f, of, in->into, into) &&
	       date_fits(r, f, in->merged_on, of) && date_fits(r, f, in->merged_on, into);
}

/* POST /organisations/:code/merge */
int organisation_merge_save(struct req *r)
{
	struct form *f = form_new(r->ctx, fields, COUNT(fields));
	const char *agreed = params_get(&r->body, "agreed");
	struct organisation of, into;
	struct merging in = { 0 };
	int64_t people;
	int status;

	if (!organisation_lock(r->db, r->args[0], &of))
		return not_found(r);
	status = cannot_merge(r, &of);
	if (status)
		return status;
	if (!read(r, f, &of, &in, &into))
		return show(r, f, &of, 422);
	if (!agreed || strcmp(agreed, "yes") != 0)
		return agreed ? show(r, f, &of, 200)
			      : show_check(r, &of, &into, in.merged_on, in.members);
	people = organisation_merge(
		r->db, of.organisation_id, into.organisation_id, in.merged_on, in.members);
	note(r, &of, &into, of.closed_on ? of.closed_on : in.merged_on, count_text(r->ctx, people));
	flash(r, text_format(r->ctx, "%s was merged into %s.", of.name, into.name));
	return redirect(r, "/organisations/%s", of.code);
}

/* ---- Undoing --------------------------------------------------------------------------------- */

struct undoing {
	const char *reason;
	bool take;
};

enum { REASON, TAKE };

static const struct field undo_fields[] = {
	[REASON] = { .type = FIELD_LONG,
		.name = "reason",
		.label = "Reason",
		.hint = "For the audit trail. Do not name patients",
		.required = true,
		.max_length = 500,
		.missing = "Enter why this merge is undone",
		.into = offsetof(struct undoing, reason) },
	[TAKE] = { .type = FIELD_YES_NO,
		.name = "take",
		.label = "Take away the memberships that the merge gave?",
		.required = true,
		.missing = "Select yes to take them away",
		.into = offsetof(struct undoing, take) },
};

/* The question of memberships is asked where there are some. */
static struct form *undo_form(struct req *r, const struct q_organisation_merge_get *merge)
{
	return form_new(r->ctx, undo_fields, COUNT(undo_fields) - (merge->people == 0));
}

static int show_undo(struct req *r, const struct form *f, const struct organisation *of,
	const struct q_organisation_merge_get *merge, int status)
{
	struct tpl *given;

	organisation_show(r, of);
	tpl_set(r->page, M_INTO_CODE, merge->into_code);
	tpl_set(r->page, M_INTO_NAME, merge->into_name);
	tpl_set(r->page, M_MERGED_ON, date_text(r->ctx, merge->merged_on));
	tpl_optional(r->page, M_HAS_CLOSED, M_CLOSED_ON,
		merge->closed_before ? date_text(r->ctx, merge->closed_before) : NULL);
	tpl_show_if(r->page, M_OPENS, !merge->closed_before);
	if (merge->people > 0) {
		given = tpl_add(r->page, M_GIVEN);
		tpl_count(given, M_PEOPLE, merge->people);
	}
	form_show(f, 0, f->n, r->page, false);
	return page_show(r, status, T_organisation_unmerge,
		text_format(r->ctx, "Undo the merge of %s", of->name));
}

int organisation_unmerge_view(struct req *r, const struct organisation *of)
{
	struct q_organisation_merge_get merge;
	struct form *f;

	if (!Q_ONE(r->db, organisation_merge_get, &merge, .organisation_id = of->organisation_id))
		return not_found(r);
	f = undo_form(r, &merge);
	form_put(f, "take", 0, "yes");
	return show_undo(r, f, of, &merge, 200);
}

int organisation_unmerge_save(struct req *r, const struct organisation *of)
{
	struct q_organisation_merge_get merge;
	struct organisation into;
	struct undoing in = { 0 };
	struct form *f;
	json_t *detail;
	bool take;

	if (!Q_ONE(r->db, organisation_merge_get, &merge, .organisation_id = of->organisation_id) ||
		!organisation_lock(r->db, merge.into_code, &into))
		return not_found(r);
	f = undo_form(r, &merge);
	if (!form_fill(f, &r->body, &in))
		return show_undo(r, f, of, &merge, 422);
	take = merge.people > 0 && in.take;
	organisation_unmerge(r->db, of->organisation_id, take);
	detail = audit_changed(NULL, "merged_into", named(r, into.name, into.code), NULL);
	detail = audit_changed(detail, "closed_on", of->closed_on, merge.closed_before);
	if (take)
		detail = audit_fact(detail, "people whose membership was taken away",
			count_text(r->ctx, merge.people));
	audit(r, AUDIT_CHANGE, "organisation", of->code, audit_fact(detail, "reason", in.reason));
	audit(r, AUDIT_CHANGE, "organisation", into.code,
		audit_fact(NULL, "no longer goes on for", named(r, of->name, of->code)));
	flash(r, text_format(r->ctx, "The merge of %s into %s was undone.", of->name, into.name));
	return redirect(r, "/organisations/%s", of->code);
}
