/* panel.c: the panel that decides: its members, its chair, how many must be there. */
#include <stddef.h>
#include <string.h>
#include "access.h"
#include "audit.h"
#include "choices.h"
#include "form.h"
#include "pages.h"
#include "setting.h"

/* A row of the table of those who sit, or of those who sat. */
static void show_member(
	struct req *r, const struct q_panel_members *row, bool keeps, struct tpl *table)
{
	struct tpl *line = tpl_add(table, row->until ? M_PAST_ROW : M_MEMBER_ROW);

	tpl_set(line, M_PERSON_NAME, text_copy(r->ctx, row->name));
	tpl_set(line, M_SINCE, date_text(r->ctx, row->since));
	if (row->until) {
		tpl_set(line, M_UNTIL, date_text(r->ctx, row->until));
		return;
	}
	tpl_show_if(line, M_CHAIR, row->chair != 0);
	if (!keeps)
		return;
	line = tpl_add(line, M_MAY_CHANGE);
	tpl_set(line, M_PERSON, text_copy(r->ctx, row->person));
	tpl_show_if(line, M_MAY_CHAIR, row->chair == 0);
}

/* GET /panel */
int panel_list(struct req *r)
{
	bool keeps = access_allows(r->person, KEEPS_CONTRACTS);
	int64_t quorum = setting_int(r->settings, SETTING_QUORUM), sits = 0;
	struct db_rows *rows = Q_ROWS(r->db, panel_members);
	struct tpl *now = NULL, *past = NULL;
	struct q_panel_members row;

	tpl_set(r->page, M_CSRF, r->csrf);
	while (Q_NEXT(rows, panel_members, &row)) {
		if (!row.until && !now)
			now = tpl_add(r->page, M_SITTING);
		if (row.until && !past)
			past = tpl_add(r->page, M_PAST);
		show_member(r, &row, keeps, row.until ? past : now);
		sits += row.until == NULL;
	}
	tpl_int(r->page, M_QUORUM, quorum);
	tpl_show_if(r->page, M_NONE, sits == 0);
	tpl_show_if(r->page, M_TOO_FEW, sits < quorum);
	tpl_show_if(r->page, M_MAY_ADD, keeps);
	return page_show(r, 200, T_panel_list, "Panel");
}

/* ---- Adding ---------------------------------------------------------------------------------- */

struct typed {
	const char *person, *since;
};

enum { PERSON, SINCE, FIELDS };

static const struct field all_fields[FIELDS] = {
	[PERSON] = { .type = FIELD_SELECT,
		.name = "person",
		.label = "Who",
		.hint = "Contract reviewers who do not sit yet",
		.required = true,
		.missing = "Select who sits on the panel",
		.into = offsetof(struct typed, person) },
	[SINCE] = { .type = FIELD_DATE,
		.name = "since",
		.label = "From when",
		.required = true,
		.missing = "Enter the first day",
		.min_date = "2000-01-01",
		.max_date = "2099-12-31",
		.into = offsetof(struct typed, since) },
};

static struct form *form_for(struct req *r, struct choices *people)
{
	struct field *fields = NEW_ARRAY(r->ctx, struct field, FIELDS);

	*people = (struct choices){ 0 };
	CHOICES_READ(r, people, panel_people, row.ref, row.name, row.person_id);
	memcpy(fields, all_fields, sizeof all_fields);
	field_offer(&fields[PERSON], people);
	return form_new(r->ctx, fields, FIELDS);
}

static int show_add(struct req *r, const struct form *f, int status)
{
	tpl_set(r->page, M_CSRF, r->csrf);
	form_show(f, 0, f->n, r->page, false);
	return page_show(r, status, T_panel_add, "Add a member");
}

/* GET /panel/add */
int panel_add(struct req *r)
{
	struct choices people;
	struct form *f = form_for(r, &people);
	char today[11];

	check_today(r->now, today);
	form_put_date(f, "since", today);
	return show_add(r, f, 200);
}

/* POST /panel/add */
int panel_add_save(struct req *r)
{
	struct choices people;
	struct form *f = form_for(r, &people);
	struct typed in = { 0 };
	const char *name;

	if (!form_fill(f, &r->body, &in))
		return show_add(r, f, 422);
	name = choice_label(people.list, people.n, in.person);
	if (Q_RUN(r->db, panel_add, .person_id = choices_id(&people, in.person),
		    .since = in.since) == DB_DUPLICATE) {
		form_fail(f, "person", "They sit on the panel already");
		return show_add(r, f, 422);
	}
	audit(r, AUDIT_ADD, "panel", in.person, audit_fact(NULL, "member", name));
	flash(r, text_format(r->ctx, "%s sits on the panel.", name));
	return redirect(r, "/panel");
}

/* ---- The chair, and leaving ------------------------------------------------------------------ */

static int find(struct req *r, struct q_panel_member_of *of)
{
	return Q_ONE(r->db, panel_member_of, of, .person = r->args[0]) ? 0 : not_found(r);
}

/* POST /panel/:person/chair */
int panel_chair(struct req *r)
{
	struct q_panel_member_of of;
	int status = find(r, &of);

	if (status)
		return status;
	Q_RUN(r->db, panel_chair, .member_id = of.member_id);
	audit(r, AUDIT_CHANGE, "panel", of.ref, audit_fact(NULL, "chair", of.name));
	flash(r, text_format(r->ctx, "%s has the chair.", of.name));
	return redirect(r, "/panel");
}

struct ending {
	const char *until;
};

static const struct field end_fields[] = {
	{ .type = FIELD_DATE,
		.name = "until",
		.label = "The last day",
		.required = true,
		.missing = "Enter the last day",
		.min_date = "2000-01-01",
		.max_date = "today",
		.into = offsetof(struct ending, until) },
};

static int show_end(
	struct req *r, const struct q_panel_member_of *of, const struct form *f, int status)
{
	tpl_set(r->page, M_CSRF, r->csrf);
	tpl_set(r->page, M_PERSON_NAME, of->name);
	form_show(f, 0, f->n, r->page, false);
	return page_show(r, status, T_panel_end, "Remove a member from the panel");
}

/* GET /panel/:person/end */
int panel_end(struct req *r)
{
	struct form *f = form_new(r->ctx, end_fields, COUNT(end_fields));
	struct q_panel_member_of of;
	int status = find(r, &of);
	char today[11];

	if (status)
		return status;
	check_today(r->now, today);
	form_put_date(f, "until", today);
	return show_end(r, &of, f, 200);
}

/* POST /panel/:person/end */
int panel_end_save(struct req *r)
{
	struct form *f = form_new(r->ctx, end_fields, COUNT(end_fields));
	struct q_panel_member_of of;
	struct ending in = { 0 };
	int status = find(r, &of);

	if (status)
		return status;
	form_fill(f, &r->body, &in);
	if (in.until && strcmp(in.until, of.since) < 0)
		form_fail(f, "until",
			text_format(r->ctx, "They sit since %s, and cannot have left before",
				date_text(r->ctx, of.since)));
	if (f->n_errors > 0)
		return show_end(r, &of, f, 422);
	Q_RUN(r->db, panel_end, .member_id = of.member_id, .until = in.until);
	audit(r, AUDIT_CHANGE, "panel", of.ref, audit_changed(NULL, "until", NULL, in.until));
	flash(r, text_format(r->ctx, "%s does not sit on the panel any more.", of.name));
	return redirect(r, "/panel");
}
