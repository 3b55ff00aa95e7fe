/* proposal_outcome_edit.c: one outcome is added, and changed. */
#include <stddef.h>
#include <string.h>
#include "incident_work.h"
#include "pages.h"
#include "proposal_work.h"

struct typed {
	const char *theme, *said, *did, *what, *why, *progress, *owner, *due_on, *done_on;
};

enum { THEME, SAID, DID, WHAT, WHY, PROGRESS, OWNER, DUE_ON, DONE_ON, FIELDS };

/* Choices of `theme` are put in by fields_for(). */
static const struct field all_fields[FIELDS] = {
	[THEME] = { .type = FIELD_SELECT,
		.name = "theme",
		.label = "Theme",
		.hint = "Leave it empty for something else",
		.into = offsetof(struct typed, theme) },
	[SAID] = { .type = FIELD_LONG,
		.name = "said",
		.label = "You said",
		.hint = "What people said, in their words as far as you can, without names",
		.required = true,
		.max_length = 1000,
		.missing = "Enter what people said",
		.into = offsetof(struct typed, said) },
	[DID] = { .type = FIELD_RADIOS,
		.name = "did",
		.label = "What was decided",
		.choices = proposal_outcome_kinds,
		.n_choices = OUTCOME_KINDS,
		.required = true,
		.missing = "Select what was decided",
		.into = offsetof(struct typed, did) },
	[WHAT] = { .type = FIELD_LONG,
		.name = "what",
		.label = "What we do",
		.required = true,
		.missing = "Enter what is done",
		.into = offsetof(struct typed, what) },
	[WHY] = { .type = FIELD_LONG,
		.name = "why",
		.label = "Why",
		.hint = "Needed if you do it differently, or do not do it",
		.into = offsetof(struct typed, why) },
	[PROGRESS] = { .type = FIELD_LONG,
		.name = "progress",
		.label = "Progress",
		.max_length = 1000,
		.into = offsetof(struct typed, progress) },
	[OWNER] = { .type = FIELD_SHORT,
		.name = "owner",
		.label = "Who does it",
		.hint = "A post, not a person’s name: it is published",
		.max_length = 150,
		.autocomplete = "off",
		.into = offsetof(struct typed, owner) },
	[DUE_ON] = { .type = FIELD_DATE,
		.name = "due_on",
		.label = "By when",
		.min_date = "2000-01-01",
		.max_date = "2099-12-31",
		.into = offsetof(struct typed, due_on) },
	[DONE_ON] = { .type = FIELD_DATE,
		.name = "done_on",
		.label = "Done on",
		.min_date = "2000-01-01",
		.max_date = "today",
		.into = offsetof(struct typed, done_on) },
};

/* Themes that are in use, and `keep`. */
static const struct field *fields_for(
	struct req *r, const struct q_proposal_by_ref *p, const char *keep)
{
	struct db_rows *rows = Q_ROWS(r->db, proposal_theme_choices, .proposal_id = p->proposal_id);
	struct choice *choices = NEW_ARRAY(r->ctx, struct choice, db_rows_count(rows) + 1);
	struct field *fields = NEW_ARRAY(r->ctx, struct field, FIELDS);
	struct q_proposal_theme_choices row;
	size_t n = 0;

	memcpy(fields, all_fields, sizeof all_fields);
	while (Q_NEXT(rows, proposal_theme_choices, &row))
		if (!row.ended || strcmp(row.ref, keep) == 0)
			choices[n++] = (struct choice){ text_copy(r->ctx, row.ref),
				text_format(r->ctx, "%s%s%s", row.parent, *row.parent ? ": " : "",
					row.name),
				NULL, false };
	fields[THEME].choices = choices;
	fields[THEME].n_choices = n;
	return fields;
}

static const struct proposal_work_form new_page = { .heading = "Add an outcome",
	.button = "Add the outcome",
	.back = "outcomes",
	.back_label = "What came of it" };
static const struct proposal_work_form edit_page = { .heading = "Change an outcome",
	.button = "Save",
	.intro = "When it is published already, the day of the change is shown.",
	.back = "outcomes",
	.back_label = "What came of it",
	.existing = true };

/* form_fill(), and what one field says about another. */
static bool fill(struct req *r, struct form *f, struct typed *in)
{
	bool filled = form_fill(f, &r->body, in);

	if (filled && strcmp(in->did, "doing") != 0 && !in->why)
		form_fail(f, "why", "Say why it is done differently, or not");
	return filled && f->n_errors == 0;
}

static int64_t theme_id_of(struct req *r, const struct q_proposal_by_ref *p, const struct typed *in)
{
	struct q_proposal_theme_by_ref theme;

	return in->theme && Q_ONE(r->db, proposal_theme_by_ref, &theme,
				    .proposal_id = p->proposal_id, .ref = in->theme)
		       ? theme.theme_id
		       : 0;
}

static const char *or_empty(const char *text)
{
	return text ? text : "";
}

/* GET /proposals/:ref/outcomes/new */
int proposal_outcome_new(struct req *r)
{
	struct q_proposal_by_ref p;
	int refused = proposal_found(r, &p);
	struct form *f;

	if (refused)
		return refused;
	f = form_new(r->ctx, fields_for(r, &p, ""), FIELDS);
	form_put(f, "theme", 0, params_get(&r->query, "theme"));
	return proposal_form_show(r, &p, f, &new_page, 200);
}

/* POST /proposals/:ref/outcomes/new */
int proposal_outcome_new_save(struct req *r)
{
	struct q_proposal_by_ref p;
	int refused = proposal_found(r, &p);
	struct typed in = { 0 };
	struct form *f;

	if (refused)
		return refused;
	f = form_new(r->ctx, fields_for(r, &p, ""), FIELDS);
	if (!fill(r, f, &in) || work_warns(r, f, NULL))
		return proposal_form_show(r, &p, f, &new_page, 422);
	if (Q_RUN(r->db, proposal_outcome_add, .ref = work_token(r), .proposal_id = p.proposal_id,
		    .theme_id = theme_id_of(r, &p, &in), .said = in.said, .did = in.did,
		    .what = in.what, .why = or_empty(in.why), .progress = or_empty(in.progress),
		    .owner = or_empty(in.owner), .due_on = in.due_on, .done_on = in.done_on,
		    .now = r->now) == DB_DONE)
		proposal_told(r, &p, AUDIT_CHANGE,
			audit_fact(audit_fact(NULL, "outcome_added", in.what), "did", in.did));
	return proposal_back(r, &p, "outcomes", "The outcome was added.");
}

/* ---- Changing -------------------------------------------------------------------------------- */

static int find(struct req *r, struct q_proposal_by_ref *p, struct q_proposal_outcome_by_ref *o)
{
	int refused = proposal_found(r, p);

	if (refused)
		return refused;
	return Q_ONE(r->db, proposal_outcome_by_ref, o, .proposal_id = p->proposal_id,
		       .ref = r->args[1])
		       ? 0
		       : not_found(r);
}

static struct form *stored_form(
	struct req *r, const struct field *fields, const struct q_proposal_outcome_by_ref *o)
{
	struct form *f = form_new(r->ctx, fields, FIELDS);

	form_put(f, "theme", 0, *o->theme_ref ? o->theme_ref : NULL);
	form_put(f, "said", 0, o->said);
	form_put(f, "did", 0, o->did);
	form_put(f, "what", 0, o->what);
	form_put(f, "why", 0, o->why);
	form_put(f, "progress", 0, o->progress);
	form_put(f, "owner", 0, o->owner);
	form_put_date(f, "due_on", o->due_on);
	form_put_date(f, "done_on", o->done_on);
	return f;
}

/* GET /proposals/:ref/outcomes/:outcome/edit */
int proposal_outcome_edit(struct req *r)
{
	struct q_proposal_outcome_by_ref o;
	struct q_proposal_by_ref p;
	int refused = find(r, &p, &o);
	struct form *f;

	if (refused)
		return refused;
	f = stored_form(r, fields_for(r, &p, o.theme_ref), &o);
	work_carry(r, o.row_version, form_seen(f));
	return proposal_form_show(r, &p, f, &edit_page, 200);
}

static json_t *changes(const struct q_proposal_outcome_by_ref *o, const struct typed *in)
{
	json_t *detail = audit_changed(NULL, "theme", o->theme_ref, in->theme);

	detail = audit_changed(detail, "said", o->said, in->said);
	detail = audit_changed(detail, "did", o->did, in->did);
	detail = audit_changed(detail, "what", o->what, in->what);
	detail = audit_changed(detail, "why", o->why, in->why);
	detail = audit_changed(detail, "progress", o->progress, in->progress);
	detail = audit_changed(detail, "owner", o->owner, in->owner);
	detail = audit_changed(detail, "due", o->due_on, in->due_on);
	return audit_changed(detail, "done", o->done_on, in->done_on);
}

/* POST /proposals/:ref/outcomes/:outcome/edit */
int proposal_outcome_save(struct req *r)
{
	struct q_proposal_outcome_by_ref o;
	struct q_proposal_by_ref p;
	int refused = find(r, &p, &o);
	const struct field *fields;
	struct form *f, *now;
	struct typed in = { 0 };
	int64_t changed = 0;
	json_t *detail;
	bool filled;

	if (refused)
		return refused;
	fields = fields_for(r, &p, o.theme_ref);
	f = form_new(r->ctx, fields, FIELDS);
	now = stored_form(r, fields, &o);
	filled = fill(r, f, &in);
	if (work_again(r, f, now, o.row_version) || !filled)
		return proposal_form_show(r, &p, f, &edit_page, 422);
	detail = changes(&o, &in);
	if (!detail)
		return proposal_back(r, &p, "outcomes", "There was nothing to change.");
	Q_RUN_COUNT(r->db, proposal_outcome_update, &changed, .outcome_id = o.outcome_id,
		.theme_id = theme_id_of(r, &p, &in), .said = in.said, .did = in.did,
		.what = in.what, .why = or_empty(in.why), .progress = or_empty(in.progress),
		.owner = or_empty(in.owner), .due_on = in.due_on, .done_on = in.done_on,
		.now = r->now, .row_version = o.row_version);
	if (changed == 0) {
		json_decref(detail);
		work_overtaken(r, f);
		return proposal_form_show(r, &p, f, &edit_page, 422);
	}
	proposal_told(r, &p, AUDIT_CHANGE, audit_fact(detail, "outcome", o.ref));
	return proposal_back(r, &p, "outcomes", "The outcome was changed.");
}
