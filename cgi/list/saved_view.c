/* saved_view.c: filters and orders of a list that somebody gave a name: their links, and the pages
 * that save, rename and delete them. */
#include "saved_view.h"

#include <stddef.h>
#include <string.h>
#include "access.h"
#include "audit.h"
#include "contract_list.h"
#include "incident_list.h"
#include "pages.h"

enum { NAME_MOST = 60, VIEWS_MOST = 50 };

static const char *incidents_address(struct req *r)
{
	struct q_incidents_list_in in;

	return list_address(incident_list_open(r, &in));
}

static const char *contracts_address(struct req *r)
{
	struct q_contracts_list_in in;

	return list_address(contract_list_open(r, &in));
}

/* A list whose views can be saved: a line here, and the routes below its address. */
static const struct saved_list {
	const char *list, *path, *title;
	unsigned changes; /* who saves views of it */
	const char *(*address)(struct req *);
} lists[] = {
	{ "incidents", "/incidents", "Incidents", MANAGES_INCIDENTS, incidents_address },
	{ "contracts", "/contracts", "Contracts", KEEPS_CONTRACTS, contracts_address },
};

static const struct saved_list *list_of(const struct req *r)
{
	for (size_t i = 0; i < COUNT(lists); i++)
		if (strncmp(r->path, lists[i].path, strlen(lists[i].path)) == 0)
			return &lists[i];
	BUG("a page of saved views belongs to no list");
}

/* ---- Links above the list ---------------------------------------------------------------------
 */

static bool show_link(struct req *r, const char *name, const char *query, const char *here)
{
	struct tpl *t = tpl_add(r->page, M_VIEW);
	bool current = strcmp(query, here) == 0;

	tpl_set(t, M_LIST_LINK, query);
	tpl_set(t, M_VIEW_NAME, name);
	tpl_show_if(t, M_CURRENT, current);
	return current;
}

void saved_views_show(struct req *r, const char *name, const struct list *list,
	const struct saved_view_given *given, size_t n)
{
	const struct saved_list *of = list_of(r);
	const char *here = list_address(list);
	bool known = strcmp(here, "?") == 0;
	struct q_saved_views row;
	struct db_rows *rows;

	for (size_t i = 0; i < n; i++)
		known = show_link(r, given[i].name, given[i].query, here) || known;
	rows = Q_ROWS(r->db, saved_views, .person_id = r->person->person_id, .list = name);
	while (Q_NEXT(rows, saved_views, &row))
		known = show_link(r, text_copy(r->ctx, row.name), text_copy(r->ctx, row.query),
				here) ||
			known;
	tpl_show_if(r->page, M_VIEWS_SAVED, db_rows_count(rows) > 0);
	if (!known && access_allows(r->person, of->changes))
		tpl_setf(tpl_add(r->page, M_SAVE_VIEW), M_LIST_LINK, "%s/views/new%s", of->path,
			here);
}

/* ---- The form ---------------------------------------------------------------------------------
 */

struct typed {
	const char *name;
	bool shared;
};

static const struct field fields[] = {
	{ .type = FIELD_SHORT,
		.name = "name",
		.label = "Name",
		.hint = "As its link is to read, for instance “Medicines, still open”",
		.required = true,
		.missing = "Enter a name for the view",
		.max_length = NAME_MOST,
		.autocomplete = "off",
		.into = offsetof(struct typed, name) },
	{ .type = FIELD_YES_NO,
		.name = "shared",
		.label = "Is it for everybody who opens this list?",
		.hint = "Others see its link beside their own. Only you can change or delete it",
		.required = true,
		.missing = "Select yes if everybody is to see it",
		.into = offsetof(struct typed, shared) },
};

static void show_trail(struct req *r, const struct saved_list *of)
{
	struct tpl *t = tpl_add(r->page, M_TO_LIST);

	tpl_set(t, M_LIST_LINK, of->path);
	tpl_set(t, M_LIST_TITLE, of->title);
	tpl_setf(tpl_add(r->page, M_TO_VIEWS), M_LIST_LINK, "%s/views", of->path);
}

static int show_form(
	struct req *r, const struct form *f, const char *query, const char *ref, int status)
{
	const struct saved_list *of = list_of(r);
	const char *title = ref ? "Change a view" : "Save this view";

	tpl_set(r->page, M_HEADING, title);
	show_trail(r, of);
	tpl_setf(r->page, M_LIST_LINK, "%s%s", of->path, query);
	tpl_set(r->page, M_QUERY, query);
	if (ref)
		tpl_setf(tpl_add(r->page, M_MAY_DELETE), M_LIST_LINK, "%s/views/%s/delete",
			of->path, ref);
	form_show(f, 0, f->n, r->page, false);
	return page_show(r, status, T_saved_view_edit, title);
}

/* GET /incidents/views/new?FILTERS */
int saved_view_new(struct req *r)
{
	return show_form(
		r, form_new(r->ctx, fields, COUNT(fields)), list_of(r)->address(r), NULL, 200);
}

static bool has_room(struct req *r)
{
	struct q_saved_view_count count;

	return Q_ONE(r->db, saved_view_count, &count, .person_id = r->person->person_id,
		       .list = list_of(r)->list) &&
	       count.n < VIEWS_MOST;
}

/* POST /incidents/views/new */
int saved_view_new_save(struct req *r)
{
	const struct saved_list *of = list_of(r);
	const char *query = params_get(&r->body, "query");
	struct form *f = form_new(r->ctx, fields, COUNT(fields));
	struct q_saved_view_named saved;
	struct typed in = { 0 };

	if (!list_is_address(query))
		query = of->address(r);
	if (!form_fill(f, &r->body, &in))
		return show_form(r, f, query, NULL, 422);
	if (!has_room(r))
		form_fail(f, NULL,
			"You have as many views as there can be. Delete one that you do not need");
	else if (Q_RUN(r->db, saved_view_add, .person_id = r->person->person_id, .list = of->list,
			 .name = in.name, .query = query, .shared = in.shared) == DB_DUPLICATE)
		form_fail(f, "name", "You have a view of this name already");
	if (f->n_errors > 0)
		return show_form(r, f, query, NULL, 422);
	if (Q_ONE(r->db, saved_view_named, &saved, .person_id = r->person->person_id,
		    .list = of->list, .name = in.name))
		audit(r, AUDIT_ADD, "saved_view", saved.ref, audit_fact(NULL, "name", in.name));
	flash(r, text_format(r->ctx, "The view “%s” was saved.", in.name));
	return redirect(r, "%s%s", of->path, query);
}

/* ---- The list of them, and one ----------------------------------------------------------------
 */

/* GET /incidents/views */
int saved_views_list(struct req *r)
{
	const struct saved_list *of = list_of(r);
	struct db_rows *rows =
		Q_ROWS(r->db, saved_views, .person_id = r->person->person_id, .list = of->list);
	struct q_saved_views row;
	struct tpl *table = NULL;

	show_trail(r, of);
	tpl_show_if(r->page, M_MAY_CHANGE, access_allows(r->person, of->changes));
	tpl_show_if(r->page, M_NONE, db_rows_count(rows) == 0);
	while (Q_NEXT(rows, saved_views, &row)) {
		struct tpl *t;

		table = table ? table : tpl_add(r->page, M_LIST);
		t = tpl_add(table, M_VIEW);
		tpl_setf(t, M_LIST_LINK, "%s%s", of->path, row.query);
		tpl_set(t, M_VIEW_NAME, text_copy(r->ctx, row.name));
		tpl_set(t, M_OWNER, row.own ? "You" : text_copy(r->ctx, row.owner));
		tpl_set(t, M_SEEN_BY, row.shared ? "Everybody who opens the list" : "You");
		if (row.own)
			tpl_setf(tpl_add(t, M_OWN), M_LIST_LINK, "%s/views/%s/edit", of->path,
				row.ref);
	}
	return page_show(r, 200, T_saved_view_list, "Saved views");
}

static bool find(struct req *r, struct q_saved_view_own *out)
{
	return Q_ONE(r->db, saved_view_own, out, .ref = r->args[0],
		.person_id = r->person->person_id, .list = list_of(r)->list);
}

/* GET /incidents/views/:view/edit */
int saved_view_edit(struct req *r)
{
	struct form *f = form_new(r->ctx, fields, COUNT(fields));
	struct q_saved_view_own view;

	if (!find(r, &view))
		return not_found(r);
	form_put(f, "name", 0, view.name);
	form_put(f, "shared", 0, view.shared ? "yes" : "no");
	return show_form(r, f, view.query, view.ref, 200);
}

/* POST /incidents/views/:view/edit */
int saved_view_edit_save(struct req *r)
{
	struct form *f = form_new(r->ctx, fields, COUNT(fields));
	struct q_saved_view_own view;
	struct typed in = { 0 };
	json_t *detail;

	if (!find(r, &view))
		return not_found(r);
	if (!form_fill(f, &r->body, &in))
		return show_form(r, f, view.query, view.ref, 422);
	detail = audit_changed(NULL, "name", view.name, in.name);
	detail = audit_changed(
		detail, "shared", view.shared ? "yes" : "no", in.shared ? "yes" : "no");
	if (!detail) {
		flash_notice(r, "There was nothing to change.");
		return redirect(r, "%s/views", list_of(r)->path);
	}
	if (Q_RUN(r->db, saved_view_change, .name = in.name, .shared = in.shared,
		    .view_id = view.view_id, .person_id = r->person->person_id) == DB_DUPLICATE) {
		json_decref(detail);
		form_fail(f, "name", "You have another view of this name");
		return show_form(r, f, view.query, view.ref, 422);
	}
	audit(r, AUDIT_CHANGE, "saved_view", view.ref, detail);
	flash(r, text_format(r->ctx, "The view “%s” was changed.", in.name));
	return redirect(r, "%s/views", list_of(r)->path);
}

/* GET /incidents/views/:view/delete */
int saved_view_delete(struct req *r)
{
	struct q_saved_view_own view;

	if (!find(r, &view))
		return not_found(r);
	tpl_set(r->page, M_VIEW_NAME, view.name);
	show_trail(r, list_of(r));
	tpl_show_if(r->page, M_SHARED, view.shared);
	return page_show(r, 200, T_saved_view_delete,
		text_format(r->ctx, "Delete the view “%s”", view.name));
}

/* POST /incidents/views/:view/delete */
int saved_view_delete_save(struct req *r)
{
	struct q_saved_view_own view;

	if (!find(r, &view))
		return not_found(r);
	Q_RUN(r->db, saved_view_delete, .view_id = view.view_id, .person_id = r->person->person_id);
	audit(r, AUDIT_REMOVE, "saved_view", view.ref, audit_fact(NULL, "name", view.name));
	flash(r, text_format(r->ctx, "The view “%s” was deleted.", view.name));
	return redirect(r, "%s/views", list_of(r)->path);
}
