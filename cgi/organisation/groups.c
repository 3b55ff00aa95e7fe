/* groups.c: localities and peer groups: one module for both; the address says which. */
#include <stddef.h>
#include <string.h>
#include "access.h"
#include "audit.h"
#include "groups.h"
#include "pages.h"

static const struct words {
	const char *one, *many, *title, *path, *hint;
} words[] = {
	[GROUP_LOCALITY] = { "locality", "localities", "Localities", "/localities",
		"Practices that are near each other" },
	[GROUP_PEER] = { "peer group", "peer groups", "Peer groups", "/peer-groups",
		"Practices whose patients are alike, so that like is compared with like" },
};

enum group_kind groups_kind(const struct req *r)
{
	size_t len = strlen(words[GROUP_LOCALITY].path);

	return strncmp(r->path, words[GROUP_LOCALITY].path, len) == 0 ? GROUP_LOCALITY : GROUP_PEER;
}

static const struct words *words_of(const struct req *r)
{
	return &words[groups_kind(r)];
}

const char *groups_path(const struct req *r)
{
	return words_of(r)->path;
}

/* For the links of a part of the page: sections are not inherited. */
struct tpl *groups_links(const struct req *r, struct tpl *t)
{
	return tpl_add(t, groups_kind(r) == GROUP_LOCALITY ? M_IS_LOCALITY : M_IS_PEER);
}

static void show_words(struct req *r)
{
	const struct words *w = words_of(r);

	tpl_set(r->page, M_ONE_GROUP, w->one);
	tpl_set(r->page, M_MANY_GROUPS, w->many);
	tpl_set(r->page, M_GROUPS_TITLE, w->title);
	groups_links(r, r->page);
	tpl_set(r->page, M_GROUPS_HINT, w->hint);
}

/* The group of the address; false: there is none. */
bool groups_get(struct req *r, struct group *out)
{
	int64_t id;

	if (!check_number(r->args[0], &id) || !group_get(r->db, groups_kind(r), id, out))
		return false;
	show_words(r);
	tpl_int(r->page, M_GROUP_ID, out->group_id);
	tpl_set(r->page, M_GROUP_NAME, out->name);
	return true;
}

bool groups_lock(struct req *r, struct group *out)
{
	int64_t id;

	return check_number(r->args[0], &id) && group_lock(r->db, groups_kind(r), id) &&
	       groups_get(r, out);
}

/* ---- The list -------------------------------------------------------------------------------- */

static void show_group(struct req *r, struct tpl *list, const struct q_localities *row, bool runs)
{
	struct tpl *line = tpl_add(list, M_GROUP), *actions;

	tpl_int(line, M_GROUP_ID, row->group_id);
	tpl_set(line, M_GROUP_NAME, text_copy(r->ctx, row->name));
	tpl_count(line, M_PRACTICES, row->practices);
	tpl_count(line, M_PATIENTS, row->patients);
	if (row->closed > 0)
		tpl_count(tpl_add(line, M_HAS_CLOSED), M_CLOSED, row->closed);
	if (!runs)
		return;
	actions = tpl_add(line, M_ACTIONS);
	tpl_show_if(groups_links(r, actions), M_EMPTY, row->practices + row->closed == 0);
}

static struct tpl *begin_list(struct req *r, bool runs)
{
	struct tpl *list = tpl_add(r->page, M_LIST);

	tpl_show_if(list, M_MAY_CHANGE, runs);
	return list;
}

/* GET /localities, /peer-groups */
int groups_list(struct req *r)
{
	bool runs = access_runs(r->person), localities = groups_kind(r) == GROUP_LOCALITY;
	struct db_rows *rows = localities ? Q_ROWS(r->db, localities) : Q_ROWS(r->db, peer_groups);
	struct q_localities row;
	struct q_peer_groups peer;
	struct tpl *list = NULL;

	show_words(r);
	if (runs)
		groups_links(r, tpl_add(r->page, M_RUNS));
	while (localities ? Q_NEXT(rows, localities, &row) : Q_NEXT(rows, peer_groups, &peer)) {
		if (!localities)
			row = (struct q_localities){ peer.group_id, peer.name, peer.practices,
				peer.closed, peer.patients };
		if (!list)
			list = begin_list(r, runs);
		show_group(r, list, &row, runs);
	}
	tpl_show_if(r->page, M_NONE, !list);
	return page_show(r, 200, T_groups_list, words_of(r)->title);
}

/* ---- New, and another name ------------------------------------------------------------------- */

struct naming {
	const char *name;
};

static const struct field name_fields[] = {
	{ .type = FIELD_SHORT,
		.name = "name",
		.label = "Name",
		.required = true,
		.max_length = 100,
		.autocomplete = "off",
		.into = offsetof(struct naming, name) },
};

static int show_name(struct req *r, const struct form *f, const struct group *group, int status)
{
	const struct words *w = words_of(r);
	const char *title = group ? text_format(r->ctx, "Rename %s", group->name)
				  : text_format(r->ctx, "New %s", w->one);

	show_words(r);
	tpl_set(r->page, M_HEADING, title);
	tpl_show(r->page, group ? M_EXISTING : M_FRESH);
	form_show(f, 0, f->n, r->page, false);
	return page_show(r, status, T_groups_edit, title);
}

static const char *taken(struct req *r)
{
	return text_format(r->ctx, "There is a %s with this name already", words_of(r)->one);
}

/* GET /localities/new, /peer-groups/new */
int group_new(struct req *r)
{
	return show_name(r, form_new(r->ctx, name_fields, COUNT(name_fields)), NULL, 200);
}

/* POST /localities/new, /peer-groups/new */
int group_new_save(struct req *r)
{
	struct form *f = form_new(r->ctx, name_fields, COUNT(name_fields));
	struct naming in = { 0 };

	if (!form_fill(f, &r->body, &in))
		return show_name(r, f, NULL, 422);
	if (group_add(r->db, groups_kind(r), in.name) == 0) {
		form_fail(f, "name", taken(r));
		return show_name(r, f, NULL, 422);
	}
	audit(r, AUDIT_ADD, group_kind_code(groups_kind(r)), in.name, NULL);
	flash(r, text_format(r->ctx, "%s was added.", in.name));
	return redirect(r, "%s", words_of(r)->path);
}

static void carry(struct req *r, const char *row_version, const char *seen)
{
	tpl_set(r->page, M_ROW_VERSION, row_version ? row_version : "");
	tpl_set(r->page, M_SEEN, seen ? seen : "");
}

static const char *version_text(struct req *r, const struct group *group)
{
	return text_format(r->ctx, "%lld", (long long)group->row_version);
}

/* GET /localities/:id/edit, /peer-groups/:id/edit */
int group_rename_view(struct req *r)
{
	struct form *f = form_new(r->ctx, name_fields, COUNT(name_fields));
	struct group group;

	if (!groups_get(r, &group))
		return not_found(r);
	form_put(f, "name", 0, group.name);
	carry(r, version_text(r, &group), form_seen(f));
	return show_name(r, f, &group, 200);
}

/* POST /localities/:id/edit, /peer-groups/:id/edit */
int group_rename_save(struct req *r)
{
	struct form *f = form_new(r->ctx, name_fields, COUNT(name_fields)), *now;
	const char *version = params_get(&r->body, "row_version"),
		   *seen = params_get(&r->body, "seen");
	struct naming in = { 0 };
	struct group group, out;

	if (!groups_lock(r, &group))
		return not_found(r);
	if (form_fill(f, &r->body, &in) &&
		(!version || strcmp(version, version_text(r, &group)) != 0)) {
		now = form_new(r->ctx, name_fields, COUNT(name_fields));
		form_put(now, "name", 0, group.name);
		if (form_conflict(f, now, seen)) {
			version = version_text(r, &group);
			seen = form_seen(now);
		}
	}
	out = group;
	out.name = in.name;
	if (f->n_errors == 0 && group_rename(r->db, &out) == GROUP_NAME_TAKEN)
		form_fail(f, "name", taken(r));
	if (f->n_errors > 0) {
		carry(r, version, seen);
		return show_name(r, f, &group, 422);
	}
	if (strcmp(group.name, in.name) != 0)
		audit(r, AUDIT_CHANGE, group_kind_code(groups_kind(r)), group.name,
			audit_changed(NULL, "name", group.name, in.name));
	flash(r, text_format(r->ctx, "%s is now called %s.", group.name, in.name));
	return redirect(r, "%s", words_of(r)->path);
}

/* ---- Deleting -------------------------------------------------------------------------------- */

static int show_delete(struct req *r, const struct group *group, int status)
{
	struct tpl *full;

	if (group->practices + group->closed > 0) {
		full = tpl_add(r->page, M_FULL);
		groups_links(r, full);
		tpl_count(full, M_PRACTICES, group->practices);
		tpl_show(full, group->practices == 1 ? M_ONE : M_SEVERAL);
		if (group->closed > 0)
			tpl_count(tpl_add(full, M_HAS_CLOSED), M_CLOSED, group->closed);
	} else {
		tpl_show(r->page, M_EMPTY);
	}
	return page_show(r, status, T_groups_delete, text_format(r->ctx, "Delete %s", group->name));
}

/* GET /localities/:id/delete, /peer-groups/:id/delete */
int group_delete_view(struct req *r)
{
	struct group group;

	if (!groups_get(r, &group))
		return not_found(r);
	return show_delete(r, &group, 200);
}

/* POST /localities/:id/delete, /peer-groups/:id/delete */
int group_delete_save(struct req *r)
{
	struct group group;

	if (!groups_lock(r, &group))
		return not_found(r);
	if (group.practices + group.closed > 0 ||
		!group_delete(r->db, groups_kind(r), group.group_id))
		return show_delete(r, &group, 422);
	audit(r, AUDIT_REMOVE, group_kind_code(groups_kind(r)), group.name, NULL);
	flash(r, text_format(r->ctx, "%s was deleted.", group.name));
	return redirect(r, "%s", words_of(r)->path);
}
