/* stakeholder.c: groups that proposals ask again and again, and the addresses of their members. An
 * answer is never tied to one of them. */
#include <string.h>
#include "access.h"
#include "incident_work.h"
#include "pages.h"
#include "proposal_author.h"
#include "proposal_work.h"

enum { NAME, ABOUT, ASKED, N_FIELDS };
static const struct field fields[N_FIELDS] = {
	[NAME] = { .type = FIELD_SHORT,
		.name = "name",
		.label = "Name",
		.hint = "Like “GP members” or “Healthwatch”. It is published in results",
		.required = true,
		.max_length = 150,
		.autocomplete = "off",
		.missing = "Enter the group’s name" },
	[ABOUT] = { .type = FIELD_LONG,
		.name = "about",
		.label = "Who belongs to it",
		.max_length = 500 },
	[ASKED] = { .type = FIELD_YES_NO,
		.name = "asked",
		.label = "May proposals ask it?",
		.hint = "No: the group has ended. Proposals that asked it keep what it said",
		.required = true,
		.missing = "Select whether proposals may ask it" },
};
static const char name_taken[] = "Another group has this name";

static int group_found(struct req *r, const char *arg, struct q_stakeholder_group_by_ref *g)
{
	char ref[REF_LENGTH + 1];

	return ref_read(arg, ref) && Q_ONE(r->db, stakeholder_group_by_ref, g, .ref = ref)
		       ? 0
		       : not_found(r);
}

/* GET /proposals/groups */
int stakeholder_groups(struct req *r)
{
	struct db_rows *rows = Q_ROWS(r->db, stakeholder_groups);
	struct q_stakeholder_groups row;
	struct tpl *t = NULL, *line;

	while (Q_NEXT(rows, stakeholder_groups, &row)) {
		if (!t)
			t = tpl_add(r->page, M_ANY);
		line = tpl_add(t, M_GROUP_ROW);
		tpl_set(line, M_REF, text_copy(r->ctx, row.ref));
		tpl_set(line, M_NAME, text_copy(r->ctx, row.name));
		tpl_set(line, M_ABOUT, text_copy(r->ctx, row.about));
		tpl_show_if(line, M_ENDED, row.ended);
		tpl_count(line, M_MEMBERS, row.members);
		tpl_count(line, M_PROPOSALS, row.proposals);
	}
	tpl_show_if(r->page, M_NONE, !t);
	tpl_show_if(r->page, M_MAY_CHANGE, access_allows(r->person, MAKES_PROPOSALS));
	return page_show(r, 200, T_stakeholder_groups, "Stakeholder groups");
}

/* ---- New, and its words ---------------------------------------------------------------------- */

static int show_new(struct req *r, const struct form *f, int status)
{
	return author_show(r, NULL, f,
		&(struct author_page){ .heading = "New stakeholder group",
			.button = "Save and add its members",
			.of_groups = true },
		status);
}

/* GET /proposals/groups/new */
int stakeholder_group_new(struct req *r)
{
	return show_new(r, form_new(r->ctx, fields, ASKED), 200);
}

/* POST /proposals/groups/new */
int stakeholder_group_new_save(struct req *r)
{
	struct form *f = form_new(r->ctx, fields, ASKED);
	struct q_stakeholder_group_there there;
	const char *ref = work_token(r);

	if (!form_fill(f, &r->body, NULL) || f->restored)
		return show_new(r, f, 422);
	if (Q_RUN(r->db, stakeholder_group_new, .ref = ref, .name = proposal_typed_or(f, "name"),
		    .about = proposal_typed_or(f, "about")) == DB_DONE) {
		audit(r, AUDIT_ADD, "stakeholder_group", ref,
			audit_fact(NULL, "name", proposal_typed_or(f, "name")));
		flash(r, "The group is there. Now add its members.");
	} else if (!Q_ONE(r->db, stakeholder_group_there, &there, .ref = ref)) {
		form_fail(f, "name", name_taken);
		return show_new(r, f, 422);
	}
	return redirect(r, "/proposals/groups/%s", ref);
}

static struct form *stored_form(struct req *r, const struct q_stakeholder_group_by_ref *g)
{
	struct form *f = form_new(r->ctx, fields, N_FIELDS);

	form_put(f, "name", 0, g->name);
	form_put(f, "about", 0, g->about);
	form_put(f, "asked", 0, g->ended ? "no" : "yes");
	return f;
}

static int show_edit(
	struct req *r, const struct q_stakeholder_group_by_ref *g, const struct form *f, int status)
{
	return author_show(r, NULL, f,
		&(struct author_page){ .heading = text_format(r->ctx, "Change %s", g->name),
			.button = "Save",
			.of_groups = true,
			.existing = true,
			.row_version = g->row_version },
		status);
}

/* GET /proposals/groups/:group/edit */
int stakeholder_group_edit(struct req *r)
{
	struct q_stakeholder_group_by_ref g;
	int refused = group_found(r, r->args[0], &g);
	struct form *f;

	if (refused)
		return refused;
	f = stored_form(r, &g);
	work_carry(r, g.row_version, form_seen(f));
	return show_edit(r, &g, f, 200);
}

/* POST /proposals/groups/:group/edit */
int stakeholder_group_edit_save(struct req *r)
{
	struct form *f = form_new(r->ctx, fields, N_FIELDS);
	struct q_stakeholder_group_by_ref g;
	int refused = group_found(r, r->args[0], &g);
	enum db_outcome outcome;
	const char *name;
	json_t *detail;
	int64_t n = 0, ended;

	if (refused)
		return refused;
	form_fill(f, &r->body, NULL);
	if (work_conflict(r, f, stored_form(r, &g), g.row_version) || f->n_errors > 0 ||
		f->restored)
		return show_edit(r, &g, f, 422);
	name = proposal_typed_or(f, "name");
	ended = strcmp(proposal_typed_or(f, "asked"), "no") == 0;
	detail = audit_changed(NULL, "name", g.name, name);
	detail = audit_changed(detail, "about", g.about, proposal_typed_or(f, "about"));
	detail = audit_changed(detail, "ended", g.ended ? "yes" : "no", ended ? "yes" : "no");
	if (detail) {
		outcome = Q_RUN_COUNT(r->db, stakeholder_group_update, &n, .group_id = g.group_id,
			.row_version = g.row_version, .name = name,
			.about = proposal_typed_or(f, "about"), .ended = ended);
		if (outcome == DB_DUPLICATE)
			form_fail(f, "name", name_taken);
		else if (n == 0)
			work_overtaken(r, f);
		if (f->n_errors > 0 || f->form_error)
			return show_edit(r, &g, f, 422);
		audit(r, AUDIT_CHANGE, "stakeholder_group", g.ref, detail);
	}
	flash(r, detail ? "The group was changed." : "There was nothing to change.");
	return redirect(r, "/proposals/groups/%s", g.ref);
}

/* ---- Members --------------------------------------------------------------------------------- */

static const struct field pasted[] = {
	{ .type = FIELD_LONG,
		.name = "members",
		.label = "Add members",
		.hint = "One a line: an address, or a name and the address in pointed brackets. "
			"Addresses that are there already are left out",
		.required = true,
		.max_length = 20000,
		.missing = "Enter at least one address" },
};

static void show_members(struct req *r, const struct q_stakeholder_group_by_ref *g, bool may)
{
	struct db_rows *rows = Q_ROWS(r->db, stakeholder_members, .group_id = g->group_id);
	struct q_stakeholder_members row;
	struct tpl *t = NULL, *line;

	while (Q_NEXT(rows, stakeholder_members, &row)) {
		const char *email = text_copy(r->ctx, row.email);

		if (!t)
			t = tpl_add(r->page, M_ANY);
		line = tpl_add(t, M_MEMBER_ROW);
		tpl_set(line, M_EMAIL, email);
		tpl_set(line, M_NAME, text_copy(r->ctx, row.name));
		if (!may)
			continue;
		line = tpl_add(line, M_MAY_REMOVE);
		tpl_set(line, M_REF, g->ref);
		tpl_set(line, M_MEMBER_REF, text_copy(r->ctx, row.ref));
		tpl_set(line, M_EMAIL, email);
	}
	tpl_show_if(r->page, M_NONE, !t);
}

static int show_group(
	struct req *r, const struct q_stakeholder_group_by_ref *g, const struct form *f, int status)
{
	bool may = access_allows(r->person, MAKES_PROPOSALS);
	struct tpl *t = r->page;

	tpl_set(t, M_REF, g->ref);
	tpl_set(t, M_NAME, g->name);
	tpl_optional(t, M_HAS_ABOUT, M_ABOUT, g->about);
	tpl_show_if(t, M_ENDED, g->ended);
	tpl_count(t, M_MEMBERS, g->members);
	show_members(r, g, may);
	if (may) {
		t = tpl_add(t, M_MAY_CHANGE);
		tpl_set(t, M_REF, g->ref);
		tpl_set(t, M_CSRF, r->csrf);
		form_show(f, 0, f->n, t, false);
		form_show_errors(f, 0, f->n, r->page);
	}
	return page_show(r, status, T_stakeholder_group, g->name);
}

/* GET /proposals/groups/:group */
int stakeholder_group_view(struct req *r)
{
	struct q_stakeholder_group_by_ref g;
	int refused = group_found(r, r->args[0], &g);

	return refused ? refused : show_group(r, &g, form_new(r->ctx, pasted, COUNT(pasted)), 200);
}

/* "Ann Lee <ann@example.org>", or the address alone. False: it is neither. */
static bool member_of(TALLOC_CTX *ctx, const char *line, size_t len, char **name, char **email)
{
	static const char around[] = " \t\r,;\"";
	char *text = text_copyn(ctx, line, len), *open, *close;

	while (*text && strchr(around, *text))
		text++;
	for (size_t n = strlen(text); n > 0 && strchr(around, text[n - 1]); n--)
		text[n - 1] = '\0';
	open = strrchr(text, '<');
	close = open ? strchr(open, '>') : NULL;
	if (open && (!close || close[1] != '\0'))
		return false;
	*name = open ? text_copyn(ctx, text, (size_t)(open - text)) : text_copy(ctx, "");
	for (size_t n = strlen(*name); n > 0 && strchr(around, (*name)[n - 1]); n--)
		(*name)[n - 1] = '\0';
	*email = open ? text_copyn(ctx, open + 1, (size_t)(close - open - 1)) : text;
	return strlen(*name) <= 150 && check_email(*email);
}

static bool is_blank(const char *line, size_t len)
{
	return strspn(line, " \t\r,;") >= len;
}

/* All of them, or, with a sentence at the field, none. */
static bool add_members(struct req *r, const struct q_stakeholder_group_by_ref *g, struct form *f,
	int64_t *added, int64_t *there)
{
	const char *text = proposal_typed_or(f, "members");
	char ref[REF_LENGTH + 1], *name, *email;
	int64_t number = 1;
	size_t len;

	for (int pass = 0; pass < 2; pass++, number = 1)
		for (const char *line = text; *line; line += len + (line[len] == '\n'), number++) {
			len = strcspn(line, "\n");
			if (is_blank(line, len))
				continue;
			if (!member_of(r->ctx, line, len, &name, &email)) {
				form_fail(f, "members",
					text_format(r->ctx,
						"Line %lld is not an address, nor a name and an "
						"address in pointed brackets. Nothing is stored "
						"yet",
						(long long)number));
				return false;
			}
			if (pass == 0)
				continue;
			ref_make(ref);
			if (Q_RUN(r->db, stakeholder_member_add, .ref = ref,
				    .group_id = g->group_id, .name = name,
				    .email = email) == DB_DUPLICATE)
				(*there)++;
			else
				(*added)++;
		}
	return true;
}

static const char *number(struct req *r, int64_t n)
{
	return text_format(r->ctx, "%lld", (long long)n);
}

/* POST /proposals/groups/:group */
int stakeholder_members_add(struct req *r)
{
	struct form *f = form_new(r->ctx, pasted, COUNT(pasted));
	struct q_stakeholder_group_by_ref g;
	int refused = group_found(r, r->args[0], &g);
	int64_t added = 0, there = 0;

	if (refused)
		return refused;
	if (!form_fill(f, &r->body, NULL) || f->restored || !add_members(r, &g, f, &added, &there))
		return show_group(r, &g, f, 422);
	if (added > 0)
		audit(r, AUDIT_CHANGE, "stakeholder_group", g.ref,
			audit_fact(NULL, "members added", number(r, added)));
	flash(r, text_format(r->ctx, "%s %s added%s.", count_text(r->ctx, added),
			 added == 1 ? "address was" : "addresses were",
			 there == 0 ? ""
				    : text_format(r->ctx, "; %s %s there already",
					      count_text(r->ctx, there),
					      there == 1 ? "was" : "were")));
	return redirect(r, "/proposals/groups/%s", g.ref);
}

/* 0, or what the page returns. */
static int find_member(
	struct req *r, struct q_stakeholder_group_by_ref *g, struct q_stakeholder_member_by_ref *m)
{
	int refused = group_found(r, r->args[0], g);
	char ref[REF_LENGTH + 1];

	if (refused)
		return refused;
	return ref_read(r->args[1], ref) && Q_ONE(r->db, stakeholder_member_by_ref, m,
						    .group_id = g->group_id, .ref = ref)
		       ? 0
		       : not_found(r);
}

/* GET /proposals/groups/:group/members/:member/remove */
int stakeholder_member_remove(struct req *r)
{
	struct q_stakeholder_group_by_ref g;
	struct q_stakeholder_member_by_ref m;
	int refused = find_member(r, &g, &m);

	if (refused)
		return refused;
	return author_show(r, NULL, form_new(r->ctx, fields, 0),
		&(struct author_page){ .heading = "Remove this address?",
			.intro = text_format(r->ctx,
				"%s goes from %s. What they answered stays: nobody can tell which "
				"answer was theirs.",
				m.email, g.name),
			.button = "Remove it",
			.of_groups = true,
			.warning = true },
		200);
}

/* POST /proposals/groups/:group/members/:member/remove */
int stakeholder_member_remove_save(struct req *r)
{
	struct q_stakeholder_group_by_ref g;
	struct q_stakeholder_member_by_ref m;
	int refused = find_member(r, &g, &m);

	if (refused)
		return refused;
	if (!r->body.restored) {
		Q_RUN(r->db, stakeholder_member_remove, .member_id = m.member_id);
		audit(r, AUDIT_CHANGE, "stakeholder_group", g.ref,
			audit_fact(NULL, "members removed", "1"));
		flash(r, "The address was removed.");
	}
	return redirect(r, "/proposals/groups/%s", g.ref);
}
