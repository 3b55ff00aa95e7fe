/* proposal_themes.c: the themes of a proposal: added, changed, moved, merged, ended. */
#include <stddef.h>
#include <string.h>
#include "incident_work.h"
#include "pages.h"
#include "proposal_work.h"

struct typed {
	const char *name, *about, *parent;
};

enum { NAME, ABOUT, PARENT, ENDED, FIELDS };

static const struct choice ended_choices[] = {
	{ "ended", "Not used any more", "Passages that have it keep it", false },
};

/* Choices of `parent` are put in by fields_for(). */
static const struct field all_fields[FIELDS] = {
	[NAME] = { .type = FIELD_SHORT,
		.name = "name",
		.label = "Name",
		.required = true,
		.max_length = 150,
		.missing = "Enter the theme’s name",
		.autocomplete = "off",
		.into = offsetof(struct typed, name) },
	[ABOUT] = { .type = FIELD_LONG,
		.name = "about",
		.label = "What belongs to it",
		.hint = "For coders, so that two of them mean the same by it",
		.max_length = 500,
		.into = offsetof(struct typed, about) },
	[PARENT] = { .type = FIELD_SELECT,
		.name = "parent",
		.label = "Below which theme",
		.hint = "Leave it empty for a theme of its own",
		.into = offsetof(struct typed, parent) },
	[ENDED] = { .type = FIELD_CHECKBOXES,
		.name = "ended",
		.label = "In use",
		.unmarked = true,
		.choices = ended_choices,
		.n_choices = COUNT(ended_choices) },
};

/* Themes of the first level that are in use, but for `except`; and `keep`, where it stands now. */
static const struct field *fields_for(
	struct req *r, const struct q_proposal_by_ref *p, const char *except, const char *keep)
{
	struct db_rows *rows = Q_ROWS(r->db, proposal_theme_choices, .proposal_id = p->proposal_id);
	struct choice *choices = NEW_ARRAY(r->ctx, struct choice, db_rows_count(rows) + 1);
	struct field *fields = NEW_ARRAY(r->ctx, struct field, FIELDS);
	struct q_proposal_theme_choices row;
	size_t n = 0;

	memcpy(fields, all_fields, sizeof all_fields);
	while (Q_NEXT(rows, proposal_theme_choices, &row))
		if (!row.parent_id && strcmp(row.ref, except) != 0 &&
			(!row.ended || strcmp(row.ref, keep) == 0))
			choices[n++] = (struct choice){ text_copy(r->ctx, row.ref),
				text_copy(r->ctx, row.name), NULL, false };
	fields[PARENT].choices = choices;
	fields[PARENT].n_choices = n;
	return fields;
}

static const char taken[] = "There is a theme with this name already";

/* ---- The tree -------------------------------------------------------------------------------- */

static void show_row(
	const struct q_proposal_themes *row, struct tpl *list, bool may, bool rises, bool sinks)
{
	struct tpl *line = tpl_add(list, M_THEME_ROW), *edit;

	tpl_set(line, M_LEVEL, row->parent_id ? "app-theme app-theme--below" : "app-theme");
	tpl_optional(line, M_BELOW, M_PARENT, row->parent);
	tpl_set(line, M_NAME, row->name);
	tpl_set(line, M_THEME_REF, row->ref);
	tpl_count(line, M_POINTS, row->points);
	tpl_show_if(line, M_ENDED, row->ended);
	tpl_optional(line, M_HAS_ABOUT, M_ABOUT, row->about);
	if (!may)
		return;
	edit = tpl_add(line, M_MAY_EDIT);
	tpl_show_if(edit, M_MAY_MERGE, !row->ended);
	tpl_show_if(edit, M_MAY_RISE, rises);
	tpl_show_if(edit, M_MAY_SINK, sinks);
}

/* All of them, so that each knows its neighbours. */
static struct q_proposal_themes *read_all(struct req *r, int64_t proposal_id, size_t *n)
{
	struct db_rows *rows = Q_ROWS(r->db, proposal_themes, .proposal_id = proposal_id);
	struct q_proposal_themes *all =
		NEW_ARRAY(r->ctx, struct q_proposal_themes, db_rows_count(rows) + 1);

	for (*n = 0; Q_NEXT(rows, proposal_themes, &all[*n]); ++*n) {
		struct q_proposal_themes *row = &all[*n];

		row->ref = text_copy(r->ctx, row->ref);
		row->name = text_copy(r->ctx, row->name);
		row->about = text_copy(r->ctx, row->about);
		row->parent = text_copy(r->ctx, row->parent);
	}
	return all;
}

/* The neighbour of all[i] on its level, above or below; n: none. */
static size_t neighbour(const struct q_proposal_themes *all, size_t n, size_t i, bool up)
{
	for (size_t k = i; up ? k-- > 0 : ++k < n;)
		if (all[k].parent_id == all[i].parent_id)
			return k;
	return n;
}

static int show_all(
	struct req *r, const struct q_proposal_by_ref *p, const struct form *f, int status)
{
	size_t n;
	struct q_proposal_themes *all = read_all(r, p->proposal_id, &n);
	bool may = proposal_work_heading(r, p);
	struct tpl *list = n ? tpl_add(r->page, M_THEMES) : NULL;

	tpl_show_if(r->page, M_NONE, n == 0);
	if (list)
		tpl_show_if(list, M_MAY_CHANGE, may);
	for (size_t i = 0; i < n; i++)
		show_row(&all[i], list, may, neighbour(all, n, i, true) < n,
			neighbour(all, n, i, false) < n);
	form_show_errors(f, 0, f->n, r->page);
	if (may) {
		struct tpl *add = tpl_include(r->page, M_ADD_FORM, T_proposal_theme_add);

		tpl_set(add, M_CSRF, r->csrf);
		form_show(f, 0, f->n, add, false);
	}
	return page_show(r, status, T_proposal_themes, "Themes");
}

/* GET /proposals/:ref/themes */
int proposal_themes(struct req *r)
{
	struct q_proposal_by_ref p;
	int refused = proposal_found(r, &p);

	return refused ? refused
		       : show_all(r, &p, form_new(r->ctx, fields_for(r, &p, "", ""), ENDED), 200);
}

int64_t proposal_theme_new(struct req *r, const struct q_proposal_by_ref *p, const char *name,
	const char *about, int64_t parent_id)
{
	char ref[REF_LENGTH + 1];
	int64_t id;

	ref_make(ref);
	if (Q_RUN(r->db, proposal_theme_add, .ref = ref, .proposal_id = p->proposal_id,
		    .parent_id = parent_id, .name = name, .about = about) != DB_DONE)
		return 0;
	id = db_last_id(r->db); /* of the theme, not of its row in the trail */
	proposal_told(r, p, AUDIT_CHANGE, audit_fact(NULL, "theme_added", name));
	return id;
}

/* A theme of the first level that is in use; false: the name was none of a theme that may be one.
 */
static bool parent_of(
	struct req *r, const struct q_proposal_by_ref *p, const char *ref, int64_t *parent_id)
{
	struct q_proposal_theme_by_ref parent;

	*parent_id = 0;
	if (!ref)
		return true;
	if (!Q_ONE(r->db, proposal_theme_by_ref, &parent, .proposal_id = p->proposal_id,
		    .ref = ref) ||
		parent.parent_id)
		return false;
	*parent_id = parent.theme_id;
	return true;
}

/* POST /proposals/:ref/themes */
int proposal_themes_add(struct req *r)
{
	struct q_proposal_by_ref p;
	int refused = proposal_found(r, &p);
	struct typed in = { 0 };
	int64_t parent_id;
	struct form *f;

	if (refused)
		return refused;
	f = form_new(r->ctx, fields_for(r, &p, "", ""), ENDED);
	if (!form_fill(f, &r->body, &in))
		return show_all(r, &p, f, 422);
	if (!parent_of(r, &p, in.parent, &parent_id))
		form_fail(f, "parent", "Choose a theme that stands on its own");
	else if (!proposal_theme_new(r, &p, in.name, in.about ? in.about : "", parent_id))
		form_fail(f, "name", taken);
	if (f->n_errors)
		return show_all(r, &p, f, 422);
	return proposal_back(r, &p, "themes", text_format(r->ctx, "“%s” was added.", in.name));
}

/* ---- One of them ----------------------------------------------------------------------------- */

static int find(struct req *r, struct q_proposal_by_ref *p, struct q_proposal_theme_by_ref *t)
{
	int refused = proposal_found(r, p);

	if (refused)
		return refused;
	return Q_ONE(r->db, proposal_theme_by_ref, t, .proposal_id = p->proposal_id,
		       .ref = r->args[1])
		       ? 0
		       : not_found(r);
}

static const struct proposal_work_form edit_page = { .heading = "Change a theme",
	.button = "Save",
	.back = "themes",
	.back_label = "Themes",
	.existing = true };

static struct form *stored_form(
	struct req *r, const struct field *fields, const struct q_proposal_theme_by_ref *t)
{
	struct form *f = form_new(r->ctx, fields, FIELDS);

	form_put(f, "name", 0, t->name);
	form_put(f, "about", 0, t->about);
	form_put(f, "parent", 0, *t->parent_ref ? t->parent_ref : NULL);
	form_put(f, "ended", 0, t->ended ? "ended" : NULL);
	return f;
}

/* GET /proposals/:ref/themes/:theme/edit */
int proposal_theme_edit(struct req *r)
{
	struct q_proposal_theme_by_ref t;
	struct q_proposal_by_ref p;
	int refused = find(r, &p, &t);
	struct form *f;

	if (refused)
		return refused;
	f = stored_form(r, fields_for(r, &p, t.ref, t.parent_ref), &t);
	work_carry(r, t.row_version, form_seen(f));
	return proposal_form_show(r, &p, f, &edit_page, 200);
}

/* What a theme with others below it cannot be; and its row. */
static void store(struct req *r, struct form *f, const struct q_proposal_by_ref *p,
	const struct q_proposal_theme_by_ref *t, const struct typed *in, bool ended)
{
	int64_t parent_id, changed = 0;

	if (!parent_of(r, p, in->parent, &parent_id))
		form_fail(f, "parent", "Choose a theme that stands on its own");
	else if (parent_id && t->below)
		form_fail(f, "parent", "Other themes stand below this one. Move them first");
	else if (Q_RUN_COUNT(r->db, proposal_theme_update, &changed, .theme_id = t->theme_id,
			 .parent_id = parent_id, .name = in->name,
			 .about = in->about ? in->about : "", .ended = ended,
			 .row_version = t->row_version) == DB_DUPLICATE)
		form_fail(f, "name", taken);
	else if (changed == 0)
		work_overtaken(r, f);
}

/* POST /proposals/:ref/themes/:theme/edit */
int proposal_theme_save(struct req *r)
{
	bool ended = params_get(&r->body, "ended") != NULL, filled;
	struct q_proposal_theme_by_ref t;
	struct q_proposal_by_ref p;
	int refused = find(r, &p, &t);
	const struct field *fields;
	struct typed in = { 0 };
	struct form *f;
	json_t *detail;

	if (refused)
		return refused;
	fields = fields_for(r, &p, t.ref, t.parent_ref);
	f = form_new(r->ctx, fields, FIELDS);
	filled = form_fill(f, &r->body, &in);
	if (work_conflict(r, f, stored_form(r, fields, &t), t.row_version) || !filled)
		return proposal_form_show(r, &p, f, &edit_page, 422);
	detail = audit_changed(NULL, "theme", t.name, in.name);
	detail = audit_changed(detail, "about", t.about, in.about);
	detail = audit_changed(detail, "below", t.parent_ref, in.parent);
	detail = audit_changed(detail, "offered", t.ended ? "no" : "yes", ended ? "no" : "yes");
	if (!detail)
		return proposal_back(r, &p, "themes", "There was nothing to change.");
	store(r, f, &p, &t, &in, ended);
	if (f->n_errors || f->form_error) {
		json_decref(detail);
		return proposal_form_show(r, &p, f, &edit_page, 422);
	}
	proposal_told(r, &p, AUDIT_CHANGE, audit_fact(detail, "of", t.name));
	return proposal_back(r, &p, "themes", text_format(r->ctx, "“%s” was changed.", in.name));
}

/* POST /proposals/:ref/themes/:theme/move: among those of its level. */
int proposal_theme_move(struct req *r)
{
	const char *to = params_get(&r->body, "to");
	struct q_proposal_theme_by_ref t;
	struct q_proposal_by_ref p;
	int refused = find(r, &p, &t);
	struct q_proposal_themes *all;
	size_t n, i = 0, other;

	if (refused)
		return refused;
	all = read_all(r, p.proposal_id, &n);
	while (i < n && all[i].theme_id != t.theme_id)
		i++;
	other = to && i < n ? neighbour(all, n, i, strcmp(to, "up") == 0) : n;
	if (other < n) {
		Q_RUN(r->db, proposal_theme_place, .theme_id = t.theme_id,
			.position = all[other].position, .was = all[i].position);
		Q_RUN(r->db, proposal_theme_place, .theme_id = all[other].theme_id,
			.position = all[i].position, .was = all[other].position);
		proposal_told(r, &p, AUDIT_CHANGE, audit_fact(NULL, "theme_moved", t.name));
	}
	return redirect(r, "/proposals/%s/themes", p.ref);
}

/* ---- Merging --------------------------------------------------------------------------------- */

struct merging {
	const char *into;
};

/* Themes that are in use, but for this one. */
static struct form *merge_form(struct req *r, const struct q_proposal_by_ref *p, const char *except)
{
	struct db_rows *rows = Q_ROWS(r->db, proposal_theme_choices, .proposal_id = p->proposal_id);
	struct choice *choices = NEW_ARRAY(r->ctx, struct choice, db_rows_count(rows) + 1);
	struct field *field = NEW(r->ctx, struct field);
	struct q_proposal_theme_choices row;
	size_t n = 0;

	while (Q_NEXT(rows, proposal_theme_choices, &row))
		if (!row.ended && strcmp(row.ref, except) != 0)
			choices[n++] = (struct choice){ text_copy(r->ctx, row.ref),
				text_format(r->ctx, "%s%s%s", row.parent, *row.parent ? ": " : "",
					row.name),
				NULL, false };
	*field = (struct field){ .type = FIELD_SELECT,
		.name = "into",
		.label = "Into which theme",
		.required = true,
		.missing = "Select a theme",
		.choices = choices,
		.n_choices = n,
		.into = offsetof(struct merging, into) };
	return form_new(r->ctx, field, 1);
}

static int show_merge(struct req *r, const struct q_proposal_by_ref *p,
	const struct q_proposal_theme_by_ref *t, const struct form *f, int status)
{
	work_carry(r, t->row_version, NULL);
	return proposal_form_show(r, p, f,
		&(struct proposal_work_form){
			.heading = text_format(r->ctx, "Merge “%s” into another theme", t->name),
			.button = "Merge",
			.intro = "Every passage that has it gets the other instead, from whoever "
				 "gave it. This cannot be undone.",
			.back = "themes",
			.back_label = "Themes",
			.existing = true },
		status);
}

/* One that is in use, with none below it. */
static int mergeable(struct req *r, struct q_proposal_by_ref *p, struct q_proposal_theme_by_ref *t)
{
	int refused = find(r, p, t);

	if (refused)
		return refused;
	if (t->ended)
		return proposal_back(r, p, "themes", "This theme is not used any more.");
	if (t->below)
		return proposal_back(r, p, "themes",
			"Other themes stand below this one. Move or merge them first.");
	return 0;
}

/* GET /proposals/:ref/themes/:theme/merge */
int proposal_theme_merge(struct req *r)
{
	struct q_proposal_theme_by_ref t;
	struct q_proposal_by_ref p;
	int refused = mergeable(r, &p, &t);

	return refused ? refused : show_merge(r, &p, &t, merge_form(r, &p, t.ref), 200);
}

static void merge(struct req *r, int64_t theme_id, int64_t into_id)
{
	Q_RUN(r->db, proposal_theme_coded_touch, .theme_id = theme_id);
	Q_RUN(r->db, proposal_theme_codes_move, .theme_id = theme_id, .into_id = into_id);
	Q_RUN(r->db, proposal_theme_codes_remove, .theme_id = theme_id);
	Q_RUN(r->db, proposal_theme_points_move, .theme_id = theme_id, .into_id = into_id);
	Q_RUN(r->db, proposal_theme_points_remove, .theme_id = theme_id);
	Q_RUN(r->db, proposal_theme_points_agree, .into_id = into_id);
	Q_RUN(r->db, proposal_theme_pending, .theme_id = into_id);
	Q_RUN(r->db, proposal_theme_outcomes_move, .theme_id = theme_id, .into_id = into_id);
}

/* POST /proposals/:ref/themes/:theme/merge */
int proposal_theme_merge_save(struct req *r)
{
	struct q_proposal_theme_by_ref t, into;
	struct q_proposal_theme_hold held;
	struct q_proposal_by_ref p;
	int refused = mergeable(r, &p, &t);
	struct merging in = { 0 };
	int64_t changed = 0;
	struct form *f;

	if (refused)
		return refused;
	f = merge_form(r, &p, t.ref);
	if (!form_fill(f, &r->body, &in) || !Q_ONE(r->db, proposal_theme_by_ref, &into,
						    .proposal_id = p.proposal_id, .ref = in.into))
		return show_merge(r, &p, &t, f, 422);
	/* Two that are merged into each other at once: the second finds the first gone. */
	if (proposal_version_is(r, t.row_version) &&
		Q_ONE(r->db, proposal_theme_hold, &held, .theme_id = into.theme_id))
		Q_RUN_COUNT(r->db, proposal_theme_update, &changed, .theme_id = t.theme_id,
			.parent_id = t.parent_id, .name = t.name, .about = t.about, .ended = true,
			.row_version = t.row_version);
	if (changed == 0) {
		work_overtaken(r, f);
		return show_merge(r, &p, &t, f, 422);
	}
	merge(r, t.theme_id, into.theme_id);
	proposal_told(r, &p, AUDIT_CHANGE,
		audit_fact(audit_fact(NULL, "theme_merged", t.name), "into", into.name));
	return proposal_back(r, &p, "themes",
		text_format(r->ctx, "“%s” was merged into “%s”.", t.name, into.name));
}
