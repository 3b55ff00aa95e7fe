/* proposal_groups.c: the groups that a proposal asks: which, in what order, how many members are
 * known, the link of each. Writing to them: proposal_write.c. */
#include "proposal_groups.h"

#include <sodium.h>
#include <string.h>
#include "access.h"
#include "conf.h"
#include "incident_work.h"
#include "pages.h"
#include "proposal_author.h"
#include "proposal_work.h"
#include "seal.h"

#define LINK_PURPOSE "secret-group-link"

const char *proposal_group_link(struct req *r, const char *slug, const char *sealed)
{
	struct bytes token;

	if (!seal_open(r->ctx, r->conf, LINK_PURPOSE, sealed, &token))
		return NULL;
	return text_format(r->ctx, "%s/p/%s/from/%s", conf_get(r->conf, "public_url", ""), slug,
		(const char *)token.data);
}

/* ---- The page -------------------------------------------------------------------------------- */

/* A group that could be asked, and how many of its members are known. */
static struct form *form_for(struct req *r, const struct q_proposal_by_ref *p)
{
	struct db_rows *rows = Q_ROWS(r->db, proposal_groups_left, .proposal_id = p->proposal_id);
	struct choice *groups = NEW_ARRAY(r->ctx, struct choice, db_rows_count(rows) + 1);
	struct field *fields = NEW_ARRAY(r->ctx, struct field, 2);
	struct q_proposal_groups_left row;
	size_t n = 0;

	for (; Q_NEXT(rows, proposal_groups_left, &row); n++)
		groups[n] = (struct choice){ .code = text_copy(r->ctx, row.ref),
			.label = text_format(r->ctx, "%s (%s address%s)", row.name,
				count_text(r->ctx, row.members), row.members == 1 ? "" : "es") };
	fields[0] = (struct field){ .type = FIELD_SELECT,
		.name = "group",
		.label = "Group",
		.required = true,
		.choices = groups,
		.n_choices = n,
		.missing = "Select a group" };
	fields[1] = (struct field){ .type = FIELD_NUMBER,
		.name = "members",
		.label = "How many people or organisations are asked?",
		.hint = "For the response rate. Leave it empty to count its addresses; 0: it is "
			"not "
			"known",
		.unmarked = true,
		.min = 0,
		.max = 1000000 };
	return form_new(r->ctx, fields, 2);
}

static const char *listed_words(struct req *r, int64_t n)
{
	return n == 0   ? "no address yet"
	       : n == 1 ? "1 address"
			: text_format(r->ctx, "%s addresses", count_text(r->ctx, n));
}

static void show_row(struct req *r, const struct q_proposal_by_ref *p,
	const struct q_proposal_groups *row, struct tpl *line, bool may)
{
	const char *ref = text_copy(r->ctx, row->ref), *link;
	struct tpl *t;

	tpl_set(line, M_GROUP_REF, ref);
	tpl_set(line, M_NAME, text_copy(r->ctx, row->name));
	tpl_optional(line, M_KNOWN, M_MEMBERS,
		row->members_known ? count_text(r->ctx, row->members) : NULL);
	tpl_show_if(line, M_NOT_KNOWN, !row->members_known);
	tpl_set(line, M_LISTED_WORDS, listed_words(r, row->listed));
	tpl_optional(line, M_WRITTEN, M_WRITTEN_ON,
		row->written_at ? day_text(r->ctx, row->written_at) : NULL);
	tpl_optional(line, M_REMINDED, M_REMINDED_ON,
		row->reminded_at ? day_text(r->ctx, row->reminded_at) : NULL);
	if (!may)
		return;
	link = proposal_group_link(r, p->slug, row->token);
	tpl_optional(line, M_HAS_LINK, M_GROUP_LINK, link);
	t = tpl_add(line, M_MAY_CHANGE);
	tpl_set(t, M_REF, p->ref);
	tpl_set(t, M_GROUP_REF, ref);
	if (link && row->listed > 0 && proposal_may_write(r, p))
		tpl_set(tpl_add(t, row->written_at ? M_MAY_REMIND : M_MAY_WRITE), M_REF, p->ref);
	if (proposal_is_draft(p))
		tpl_set(tpl_add(t, M_MAY_REMOVE), M_REF, p->ref);
}

static int show(struct req *r, const struct q_proposal_by_ref *p, const struct form *f, int status)
{
	bool may = access_allows(r->person, MAKES_PROPOSALS) && strcmp(p->state, "withdrawn") != 0;
	struct db_rows *rows = Q_ROWS(r->db, proposal_groups, .proposal_id = p->proposal_id);
	size_t n = db_rows_count(rows), at = 0;
	struct q_proposal_groups row;
	struct tpl *t = NULL, *line;

	proposal_heading(r, p);
	for (; Q_NEXT(rows, proposal_groups, &row); at++) {
		if (!t)
			t = tpl_add(r->page, M_ANY);
		line = tpl_add(t, M_GROUP_ROW);
		show_row(r, p, &row, line, may);
		if (may && at > 0)
			tpl_show(line, M_MAY_UP);
		if (may && at + 1 < n)
			tpl_show(line, M_MAY_DOWN);
	}
	tpl_show_if(r->page, M_NONE, !t);
	if (may && f->fields[0].n_choices > 0) {
		t = tpl_add(r->page, M_MAY_ADD);
		tpl_set(t, M_CSRF, r->csrf);
		form_show(f, 0, f->n, t, false);
		form_show_errors(f, 0, f->n, r->page);
	}
	tpl_show_if(r->page, M_NO_MORE, may && f->fields[0].n_choices == 0);
	return page_show(r, status, T_proposal_groups, "Who it asks");
}

/* GET /proposals/:ref/groups */
int proposal_groups_view(struct req *r)
{
	struct q_proposal_by_ref p;
	int refused = proposal_found(r, &p);

	return refused ? refused : show(r, &p, form_for(r, &p), 200);
}

/* ---- Asking one more ------------------------------------------------------------------------- */

static bool ask(struct req *r, const struct q_proposal_by_ref *p,
	const struct q_stakeholder_group_by_ref *g, const char *typed)
{
	uint8_t random[TOKEN_BYTES], hash[HASH_BYTES];
	int64_t members = g->members;
	const char *token;

	if (typed)
		check_number(typed, &members);
	randombytes_buf(random, sizeof random);
	token = base64url(r->ctx, random, sizeof random);
	hash_bytes(hash, token, strlen(token));
	return Q_RUN(r->db, proposal_group_ask, .proposal_id = p->proposal_id,
		       .group_id = g->group_id, .members = members, .members_known = members > 0,
		       .token_hash = { hash, sizeof hash },
		       .token = seal(r->ctx, r->conf, LINK_PURPOSE, token, strlen(token))) ==
	       DB_DONE;
}

struct groups {
	struct q_proposal_groups *list;
	size_t n;
};

static struct groups all_of(struct req *r, int64_t proposal_id)
{
	struct db_rows *rows = Q_ROWS(r->db, proposal_groups, .proposal_id = proposal_id);
	struct groups all = { .list = NEW_ARRAY(
				      r->ctx, struct q_proposal_groups, db_rows_count(rows) + 1) };

	for (; Q_NEXT(rows, proposal_groups, &all.list[all.n]); all.n++)
		all.list[all.n].ref = text_copy(r->ctx, all.list[all.n].ref);
	return all;
}

static int move(struct req *r, const struct q_proposal_by_ref *p, const char *ref, bool up)
{
	struct groups all;
	size_t at = 0, to;

	if (!proposal_touch(r, p))
		return proposal_overtaken(r, p);
	all = all_of(r, p->proposal_id);
	while (at < all.n && strcmp(all.list[at].ref, ref) != 0)
		at++;
	to = up ? at - 1 : at + 1;
	if (at == all.n || to >= all.n) {
		flash_notice(r, "It cannot be moved there.");
		return redirect(r, "/proposals/%s/groups", p->ref);
	}
	for (size_t i = 0; i < all.n; i++)
		Q_RUN(r->db, proposal_group_put, .proposal_id = p->proposal_id,
			.group_id = all.list[i == at     ? to
					       : i == to ? at
							 : i]
					    .group_id,
			.position = (int64_t)i + 1);
	audit(r, AUDIT_CHANGE, "proposal", p->ref, audit_fact(NULL, "group moved", ref));
	return redirect(r, "/proposals/%s/groups", p->ref);
}

/* POST /proposals/:ref/groups: one more, or a button of one, "up" or "down". */
int proposal_groups_save(struct req *r)
{
	const char *up = params_get(&r->body, "up"), *down = params_get(&r->body, "down");
	struct q_stakeholder_group_by_ref g;
	struct q_proposal_by_ref p;
	int refused = proposal_writable(r, &p);
	struct form *f;

	if (refused)
		return refused;
	if ((up || down) && !r->body.restored)
		return move(r, &p, up ? up : down, up != NULL);
	f = form_for(r, &p);
	if (!form_fill(f, &r->body, NULL) || f->restored)
		return show(r, &p, f, 422);
	if (!proposal_touch(r, &p))
		return proposal_overtaken(r, &p);
	if (Q_ONE(r->db, stakeholder_group_by_ref, &g, .ref = proposal_typed_or(f, "group")) &&
		ask(r, &p, &g, proposal_typed(f, "members"))) {
		audit(r, AUDIT_CHANGE, "proposal", p.ref, audit_fact(NULL, "group asked", g.name));
		flash(r, text_format(r->ctx, "Added: %s.", g.name));
	}
	return redirect(r, "/proposals/%s/groups", p.ref);
}

/* ---- One of them ----------------------------------------------------------------------------- */

int proposal_group_found(
	struct req *r, struct q_proposal_by_ref *p, struct q_proposal_group_by_ref *g)
{
	int refused = proposal_found(r, p);
	char ref[REF_LENGTH + 1];

	if (refused)
		return refused;
	if (!ref_read(r->args[1], ref) ||
		!Q_ONE(r->db, proposal_group_by_ref, g, .proposal_id = p->proposal_id, .ref = ref))
		return not_found(r);
	return proposal_writable(r, p);
}

static const struct field known[] = {
	{ .type = FIELD_NUMBER,
		.name = "members",
		.label = "How many people or organisations are asked?",
		.hint = "For the response rate. Leave it empty when it is not known",
		.unmarked = true,
		.min = 1,
		.max = 1000000 },
};

static struct form *stored_form(struct req *r, const struct q_proposal_group_by_ref *g)
{
	struct form *f = form_new(r->ctx, known, COUNT(known));

	if (g->members_known)
		form_put(f, "members", 0, text_format(r->ctx, "%lld", (long long)g->members));
	return f;
}

static int show_edit(struct req *r, const struct q_proposal_by_ref *p,
	const struct q_proposal_group_by_ref *g, const struct form *f, int status)
{
	return author_show(r, p, f,
		&(struct author_page){ .heading = g->name,
			.button = "Save",
			.intro = text_format(r->ctx, "%s in its list of addresses now.",
				count_text(r->ctx, g->listed)),
			.existing = true,
			.row_version = p->row_version },
		status);
}

/* GET /proposals/:ref/groups/:group */
int proposal_group_edit(struct req *r)
{
	struct q_proposal_group_by_ref g;
	struct q_proposal_by_ref p;
	int refused = proposal_group_found(r, &p, &g);
	struct form *f;

	if (refused)
		return refused;
	f = stored_form(r, &g);
	work_carry(r, p.row_version, form_seen(f));
	return show_edit(r, &p, &g, f, 200);
}

/* POST /proposals/:ref/groups/:group */
int proposal_group_edit_save(struct req *r)
{
	struct form *f = form_new(r->ctx, known, COUNT(known));
	struct q_proposal_group_by_ref g;
	struct q_proposal_by_ref p;
	int refused = proposal_group_found(r, &p, &g);
	int64_t members = 0;
	const char *typed;

	if (refused)
		return refused;
	form_fill(f, &r->body, NULL);
	if (work_conflict(r, f, stored_form(r, &g), p.row_version) || f->n_errors > 0 ||
		f->restored)
		return show_edit(r, &p, &g, f, 422);
	typed = proposal_typed(f, "members");
	if (typed)
		check_number(typed, &members);
	if (!proposal_touch(r, &p))
		return proposal_overtaken(r, &p);
	Q_RUN(r->db, proposal_group_known, .proposal_id = p.proposal_id, .group_id = g.group_id,
		.members = members, .members_known = typed != NULL);
	audit(r, AUDIT_CHANGE, "proposal", p.ref,
		audit_fact(
			audit_fact(NULL, "group", g.name), "members", typed ? typed : "not known"));
	flash(r, "It was changed.");
	return redirect(r, "/proposals/%s/groups", p.ref);
}

static int find_to_remove(
	struct req *r, struct q_proposal_by_ref *p, struct q_proposal_group_by_ref *g)
{
	int refused = proposal_group_found(r, p, g);

	return refused ? refused : proposal_drafted(r, p);
}

/* GET /proposals/:ref/groups/:group/remove */
int proposal_group_remove(struct req *r)
{
	struct q_proposal_group_by_ref g;
	struct q_proposal_by_ref p;
	int refused = find_to_remove(r, &p, &g);

	if (refused)
		return refused;
	return author_show(r, &p, form_new(r->ctx, known, 0),
		&(struct author_page){ .heading = text_format(r->ctx, "Do not ask %s?", g.name),
			.intro = "Its link does not work any more.",
			.button = "Do not ask it",
			.warning = true },
		200);
}

/* POST /proposals/:ref/groups/:group/remove */
int proposal_group_remove_save(struct req *r)
{
	struct q_proposal_group_by_ref g;
	struct q_proposal_by_ref p;
	int refused = find_to_remove(r, &p, &g);

	if (refused)
		return refused;
	if (!proposal_touch(r, &p))
		return proposal_overtaken(r, &p);
	if (!r->body.restored) {
		Q_RUN(r->db, proposal_group_remove, .proposal_id = p.proposal_id,
			.group_id = g.group_id);
		audit(r, AUDIT_CHANGE, "proposal", p.ref,
			audit_fact(NULL, "group not asked", g.name));
		flash(r, text_format(r->ctx, "%s is not asked.", g.name));
	}
	return redirect(r, "/proposals/%s/groups", p.ref);
}
