/* groups_members.c: many practices at once into, and out of, a locality or peer group. */
#include <string.h>
#include "audit.h"
#include "groups.h"
#include "pages.h"

enum { PRACTICES_A_PAGE = 100 };

/* A practice of the page: where it was when the page was made, and where it is to be. */
struct move {
	struct organisation practice;
	int64_t from, to;
};

struct page {
	struct form *form;
	struct field field;
	struct choice choices[PRACTICES_A_PAGE];
	const char *next; /* the code after which the next page begins; NULL: this is the last */
};

/* ---- The page -------------------------------------------------------------------------------- */

static const char *where(
	struct req *r, const struct group *group, const struct q_group_candidates *row)
{
	const char *closed = row->closed_on ? text_format(r->ctx, "Closed on %s",
						      date_text(r->ctx, row->closed_on))
					    : NULL;

	if (!row->now_id || row->now_id == group->group_id)
		return closed;
	return text_format(r->ctx, "Now in %s", row->now_name);
}

/* The practices of this page as choices of one field, those in the group being ticked. */
static struct page *page_of(struct req *r, const struct group *group)
{
	const char *after = params_get(&r->query, "after");
	struct page *page = NEW(r->ctx, struct page);
	struct organisation last = { 0 };
	struct q_group_candidates row;
	struct db_rows *rows;
	size_t n = 0, ticks = 0;

	if (after)
		organisation_get(r->db, after, &last);
	rows = Q_ROWS(r->db, group_candidates, .kind = group_kind_code(groups_kind(r)),
		.group_id = group->group_id, .after_name = last.name,
		.after_id = last.organisation_id);
	page->field = (struct field){ .type = FIELD_CHECKBOXES,
		.name = "practices",
		.label = "Practices",
		.unmarked = true,
		.choices = page->choices };
	page->form = form_new(r->ctx, &page->field, 1);
	while (Q_NEXT(rows, group_candidates, &row)) {
		struct tpl *was;
		const char *code = text_copy(r->ctx, row.code);

		if (n == PRACTICES_A_PAGE) {
			page->next = page->choices[n - 1].code;
			continue;
		}
		page->choices[n++] = (struct choice){ .code = code,
			.label = text_format(r->ctx, "%s (%s)", row.name, code),
			.hint = where(r, group, &row) };
		was = tpl_add(r->page, M_WAS);
		tpl_setf(was, M_WAS_TEXT, "%s:%lld", code, (long long)row.now_id);
		if (row.now_id == group->group_id)
			form_put(page->form, "practices", ticks++, code);
	}
	page->field.n_choices = n;
	return page;
}

static int show(struct req *r, const struct page *page, const struct group *group, int status)
{
	tpl_show_if(r->page, M_NONE, page->field.n_choices == 0);
	tpl_show_if(r->page, M_SOME, page->field.n_choices > 0);
	if (page->next) {
		struct tpl *next = tpl_add(r->page, M_HAS_NEXT);

		tpl_set(next, M_AFTER, page->next);
		groups_links(r, next);
	}
	form_show(page->form, 0, page->field.n_choices > 0, r->page, false);
	return page_show(
		r, status, T_groups_members, text_format(r->ctx, "Practices of %s", group->name));
}

/* GET /localities/:id/members, /peer-groups/:id/members */
int group_members(struct req *r)
{
	struct group group;

	if (!groups_get(r, &group))
		return not_found(r);
	return show(r, page_of(r, &group), &group, 200);
}

/* ---- Moving ---------------------------------------------------------------------------------- */

static bool ticked(const struct req *r, const char *code)
{
	for (size_t i = 0; i < params_count(&r->body, "practices"); i++)
		if (strcmp(params_nth(&r->body, "practices", i), code) == 0)
			return true;
	return false;
}

static int64_t group_now(enum group_kind kind, const struct organisation *of)
{
	return kind == GROUP_LOCALITY ? of->locality_id : of->peer_group_id;
}

/* "Y00001:3": a practice, and the group that it was in when the page was made. False: it is to stay
 * there. */
static bool to_move(struct req *r, const struct group *group, const char *was, struct move *out)
{
	const char *colon = strchr(was, ':'), *code;

	if (!colon || !check_number(colon + 1, &out->from))
		return false;
	code = text_copyn(r->ctx, was, (size_t)(colon - was));
	if (ticked(r, code))
		out->to = group->group_id;
	else
		out->to = out->from == group->group_id ? 0 : out->from;
	return out->to != out->from && organisation_lock(r->db, code, &out->practice) &&
	       strcmp(out->practice.kind, "practice") == 0;
}

static void move(struct req *r, const struct group *group, const struct move *m)
{
	enum group_kind kind = groups_kind(r);
	const struct organisation *of = &m->practice;

	group_assign(r->db, kind, of->organisation_id, m->to);
	audit(r, AUDIT_CHANGE, "organisation", of->code,
		audit_changed(NULL, group_kind_code(kind),
			kind == GROUP_LOCALITY ? of->locality : of->peer_group,
			m->to ? group->name : NULL));
}

/* What is to move, locked; where somebody else has moved one meanwhile, its name is in *others. */
static struct move *moves_of(
	struct req *r, const struct group *group, size_t *n, struct buf *others)
{
	size_t most = params_count(&r->body, "was");
	struct move *moves = NEW_ARRAY(r->ctx, struct move, most + 1);

	*n = 0;
	for (size_t i = 0; i < most; i++) {
		struct move *m = &moves[*n];

		if (!to_move(r, group, params_nth(&r->body, "was", i), m) ||
			group_now(groups_kind(r), &m->practice) == m->to)
			continue;
		if (group_now(groups_kind(r), &m->practice) != m->from)
			buf_addf(others, "%s%s", others->len ? ", " : "", m->practice.name);
		(*n)++;
	}
	return moves;
}

/* POST /localities/:id/members, /peer-groups/:id/members */
int group_members_save(struct req *r)
{
	struct buf others = { .ctx = r->ctx };
	struct group group;
	struct page *page;
	struct move *moves;
	size_t n;

	if (!groups_lock(r, &group))
		return not_found(r);
	moves = moves_of(r, &group, &n, &others);
	page = page_of(r, &group);
	if (!form_fill(page->form, &r->body, NULL))
		return show(r, page, &group, 422);
	if (others.len) {
		form_fail(page->form, "practices",
			text_format(r->ctx,
				"Somebody else has moved some of these meanwhile: %s. Nothing is "
				"saved yet. Look "
				"where they are now, then save again",
				buf_text(&others)));
		return show(r, page, &group, 422);
	}
	for (size_t i = 0; i < n; i++)
		move(r, &group, &moves[i]);
	flash(r, n == 0 ? "There was nothing to change."
			: text_format(r->ctx, "%zu %s moved.", n,
				  n == 1 ? "practice was" : "practices were"));
	return redirect(r, "%s", groups_path(r));
}
