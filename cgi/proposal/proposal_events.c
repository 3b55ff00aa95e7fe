/* proposal_events.c: meetings and workshops at which people were heard: their list, one of them,
 * who came. */
#include <ctype.h>
#include <string.h>
#include "access.h"
#include "audit.h"
#include "incident_work.h"
#include "pages.h"
#include "proposal.h"
#include "seal.h"

enum { TITLE, KIND, HELD, PLACE, NOTES, FIRST_GROUP, CAME_MOST = 60000 };

static const struct field own_fields[FIRST_GROUP] = {
	[TITLE] = { .type = FIELD_SHORT,
		.name = "title",
		.label = "Title",
		.required = true,
		.max_length = 200,
		.missing = "Enter a title" },
	[KIND] = { .type = FIELD_RADIOS,
		.name = "kind",
		.label = "Kind",
		.required = true,
		.missing = "Choose what it was",
		.choices = proposal_event_kinds,
		.n_choices = PROPOSAL_EVENT_KINDS },
	[HELD] = { .type = FIELD_DATE,
		.name = "held_on",
		.label = "Day",
		.required = true,
		.min_date = "2000-01-01",
		.max_date = "2099-12-31" },
	[PLACE] = { .type = FIELD_SHORT, .name = "place", .label = "Place", .max_length = 200 },
	[NOTES] = { .type = FIELD_LONG,
		.name = "notes",
		.label = "Notes",
		.hint = "For staff. What people said is typed in as responses",
		.max_length = 10000 },
};

/* "came_7kqf2mxw" */
static const char *came_name(TALLOC_CTX *ctx, const char *ref)
{
	char *name = text_format(ctx, "came_%.4s%.4s", ref, ref + 5);

	for (char *c = name; *c; c++)
		*c = (char)tolower((unsigned char)*c);
	return name;
}

struct meeting {
	struct q_proposal_by_ref p;
	struct q_proposal_event_by_ref row; /* of one that is there */
	struct field *fields;
	int64_t *group_ids;
	size_t n_groups;
	struct form *stored;
};

/* Its form, filled with what is stored. */
static void make_form(struct req *r, struct meeting *m)
{
	struct db_rows *rows = Q_ROWS(r->db, proposal_attendance, .proposal_id = m->p.proposal_id,
		.event_id = m->row.event_id);
	size_t most = FIRST_GROUP + db_rows_count(rows);
	struct q_proposal_attendance group;
	const char **came = NEW_ARRAY(r->ctx, const char *, most);

	m->fields = NEW_ARRAY(r->ctx, struct field, most);
	m->group_ids = NEW_ARRAY(r->ctx, int64_t, most);
	memcpy(m->fields, own_fields, sizeof own_fields);
	while (Q_NEXT(rows, proposal_attendance, &group)) {
		m->fields[FIRST_GROUP + m->n_groups] = (struct field){ .type = FIELD_NUMBER,
			.name = came_name(r->ctx, group.ref),
			.label = text_format(r->ctx, "How many came: %s", group.name),
			.min = 0,
			.max = CAME_MOST };
		came[m->n_groups] =
			group.n ? text_format(r->ctx, "%lld", (long long)group.n) : NULL;
		m->group_ids[m->n_groups++] = group.group_id;
	}
	m->stored = form_new(r->ctx, m->fields, FIRST_GROUP + m->n_groups);
	if (!m->row.event_id)
		return;
	form_put(m->stored, "title", 0, m->row.title);
	form_put(m->stored, "kind", 0, m->row.kind);
	form_put_date(m->stored, "held_on", m->row.held_on);
	form_put(m->stored, "place", 0, m->row.place);
	form_put(m->stored, "notes", 0, m->row.notes);
	for (size_t i = 0; i < m->n_groups; i++)
		form_put(m->stored, m->fields[FIRST_GROUP + i].name, 0, came[i]);
}

/* 0, or what the page returns. */
static int find(struct req *r, struct meeting *m)
{
	int refused = proposal_found(r, &m->p);
	char ref[REF_LENGTH + 1];

	if (refused)
		return refused;
	return ref_read(r->args[1], ref) && Q_ONE(r->db, proposal_event_by_ref, &m->row,
						    .proposal_id = m->p.proposal_id, .ref = ref)
		       ? 0
		       : not_found(r);
}

/* ---- Pages to read ----------------------------------------------------------------------------
 */

/* GET /proposals/REF/events */
int proposal_events(struct req *r)
{
	struct q_proposal_by_ref p;
	int refused = proposal_found(r, &p);
	struct q_proposal_events row;
	struct tpl *table = NULL;
	struct db_rows *rows;

	if (refused)
		return refused;
	rows = Q_ROWS(r->db, proposal_events, .proposal_id = p.proposal_id);
	while (Q_NEXT(rows, proposal_events, &row)) {
		struct tpl *t;

		table = table ? table : tpl_add(r->page, M_EVENTS);
		t = tpl_add(table, M_EVENT_ROW);
		tpl_set(t, M_EVENT, text_copy(r->ctx, row.ref));
		tpl_set(t, M_NAME, text_copy(r->ctx, row.title));
		tpl_set(t, M_KIND_WORDS,
			choice_label(proposal_event_kinds, PROPOSAL_EVENT_KINDS,
				text_copy(r->ctx, row.kind)));
		tpl_set(t, M_PLACE, text_copy(r->ctx, row.place));
		tpl_set(t, M_HELD, date_text(r->ctx, row.held_on));
		tpl_count(t, M_CAME, row.came);
		tpl_count(t, M_N, row.responses);
	}
	tpl_show_if(r->page, M_NONE, !table);
	proposal_heading(r, &p);
	tpl_show_if(r->page, M_MAY_CHANGE, access_allows(r->person, MAKES_PROPOSALS));
	return page_show(r, 200, T_proposal_events, text_format(r->ctx, "Meetings: %s", p.title));
}

static void show_attendance(struct req *r, const struct meeting *m)
{
	struct db_rows *rows = Q_ROWS(r->db, proposal_attendance, .proposal_id = m->p.proposal_id,
		.event_id = m->row.event_id);
	struct q_proposal_attendance row;
	struct tpl *table = NULL;

	while (Q_NEXT(rows, proposal_attendance, &row)) {
		struct tpl *t;

		if (!row.n)
			continue;
		table = table ? table : tpl_add(r->page, M_ATTENDANCE);
		t = tpl_add(table, M_GROUP);
		tpl_set(t, M_NAME, text_copy(r->ctx, row.name));
		tpl_count(t, M_CAME, row.n);
	}
}

/* GET /proposals/REF/events/EVENT */
int proposal_event_view(struct req *r)
{
	struct meeting m = { 0 };
	int refused = find(r, &m);

	if (refused)
		return refused;
	proposal_heading(r, &m.p);
	tpl_set(r->page, M_EVENT, m.row.ref);
	tpl_set(r->page, M_NAME, m.row.title);
	tpl_set(r->page, M_KIND_WORDS,
		choice_label(proposal_event_kinds, PROPOSAL_EVENT_KINDS, m.row.kind));
	tpl_set(r->page, M_HELD, date_text(r->ctx, m.row.held_on));
	tpl_optional(r->page, M_PLACE_GIVEN, M_PLACE, m.row.place);
	tpl_optional(r->page, M_NOTES_GIVEN, M_NOTES, m.row.notes);
	tpl_count(r->page, M_N, m.row.responses);
	show_attendance(r, &m);
	tpl_show_if(r->page, M_MAY_CHANGE, access_allows(r->person, MAKES_PROPOSALS));
	tpl_show_if(r->page, M_MAY_TYPE,
		access_allows(r->person, MAKES_PROPOSALS) && strcmp(m.p.state, "published") == 0);
	return page_show(r, 200, T_proposal_event, m.row.title);
}

/* ---- Forms ------------------------------------------------------------------------------------
 */

static int show_form(struct req *r, const struct meeting *m, const struct form *f, int status)
{
	const char *title = m->row.event_id ? "Change a meeting" : "Add a meeting";

	proposal_heading(r, &m->p);
	tpl_set(r->page, M_HEADING, title);
	tpl_set(r->page, M_TOKEN, work_token(r));
	tpl_show(r->page, m->row.event_id ? M_EXISTING : M_FRESH);
	form_show(f, 0, f->n, r->page, false);
	return page_show(r, status, T_proposal_event_form, title);
}

static const char *text_or_none(const struct form *f, size_t i)
{
	return f->values[i].text ? f->values[i].text : "";
}

static void store_attendance(
	struct req *r, const struct meeting *m, const struct form *f, int64_t event_id)
{
	struct buf rows = { .ctx = r->ctx };

	buf_addc(&rows, '[');
	for (size_t i = 0; i < m->n_groups; i++) {
		const char *text = f->values[FIRST_GROUP + i].text;
		int64_t n;

		if (text && check_number(text, &n) && n > 0)
			buf_addf(&rows, "%s[%lld,%lld]", rows.len > 1 ? "," : "",
				(long long)m->group_ids[i], (long long)n);
	}
	buf_addc(&rows, ']');
	Q_RUN(r->db, proposal_attendance_clear, .event_id = event_id);
	Q_RUN(r->db, proposal_attendance_add, .event_id = event_id, .rows = buf_text(&rows));
}

/* GET /proposals/REF/events/new */
int proposal_event_new(struct req *r)
{
	struct meeting m = { 0 };
	int refused = proposal_found(r, &m.p);

	if (refused)
		return refused;
	make_form(r, &m);
	return show_form(r, &m, m.stored, 200);
}

static struct form *typed(struct req *r, const struct meeting *m)
{
	struct form *f = form_new(r->ctx, m->fields, FIRST_GROUP + m->n_groups);

	f->restored = r->body.restored;
	form_take(f, 0, f->n, &r->body);
	form_check(f, 0, f->n);
	return f;
}

/* POST /proposals/REF/events/new */
int proposal_event_new_save(struct req *r)
{
	const char *token = work_token(r);
	uint8_t submission[HASH_BYTES];
	char ref[REF_LENGTH + 1];
	struct meeting m = { 0 };
	int refused = proposal_found(r, &m.p);
	struct form *f;

	if (refused)
		return refused;
	make_form(r, &m);
	f = typed(r, &m);
	if (f->n_errors > 0 || f->restored)
		return show_form(r, &m, f, 422);
	hash_bytes(submission, token, strlen(token));
	ref_make(ref);
	if (Q_RUN(r->db, proposal_event_add, .ref = ref, .submission = { submission, 16 },
		    .proposal_id = m.p.proposal_id, .kind = f->values[KIND].text,
		    .title = f->values[TITLE].text, .place = text_or_none(f, PLACE),
		    .held_on = f->values[HELD].text, .notes = text_or_none(f, NOTES)) == DB_DONE) {
		store_attendance(r, &m, f, db_last_id(r->db));
		audit(r, AUDIT_ADD, "proposal", m.p.ref,
			audit_fact(NULL, "meeting", f->values[TITLE].text));
	}
	flash(r, "The meeting was added.");
	return redirect(r, "/proposals/%s/events", m.p.ref);
}

/* GET /proposals/REF/events/EVENT/edit */
int proposal_event_edit(struct req *r)
{
	struct meeting m = { 0 };
	int refused = find(r, &m);

	if (refused)
		return refused;
	make_form(r, &m);
	work_carry(r, m.row.row_version, form_seen(m.stored));
	return show_form(r, &m, m.stored, 200);
}

/* What was changed, for the trail. */
static json_t *changed(const struct meeting *m, struct form *f)
{
	json_t *detail = NULL;

	form_check(m->stored, 0, m->stored->n);
	for (size_t i = 0; i < f->n; i++)
		detail = audit_changed(
			detail, f->fields[i].name, m->stored->values[i].text, f->values[i].text);
	return detail;
}

/* POST /proposals/REF/events/EVENT/edit */
int proposal_event_edit_save(struct req *r)
{
	struct meeting m = { 0 };
	int refused = find(r, &m);
	struct form *f;
	int64_t done;
	json_t *detail;

	if (refused)
		return refused;
	make_form(r, &m);
	f = typed(r, &m);
	if (work_conflict(r, f, m.stored, m.row.row_version) || f->n_errors > 0 || f->restored)
		return show_form(r, &m, f, 422);
	detail = changed(&m, f);
	Q_RUN_COUNT(r->db, proposal_event_change, &done, .event_id = m.row.event_id,
		.row_version = m.row.row_version, .kind = f->values[KIND].text,
		.title = f->values[TITLE].text, .place = text_or_none(f, PLACE),
		.held_on = f->values[HELD].text, .notes = text_or_none(f, NOTES));
	store_attendance(r, &m, f, m.row.event_id);
	audit(r, AUDIT_CHANGE, "proposal", m.p.ref,
		audit_fact(detail, "meeting", f->values[TITLE].text));
	flash(r, "The meeting was changed.");
	return redirect(r, "/proposals/%s/events/%s", m.p.ref, m.row.ref);
}
