/* investigating.c: the investigation of an incident: notes, what was found, five whys. */
#include <stddef.h>
#include <string.h>
#include "access.h"
#include "incident_sections.h"
#include "incident_work.h"
#include "pages.h"

/* Notes of the section; of their own page. */
enum { NOTES_SHOWN = 5, NOTES_MOST = 500 };

/* ---- Notes ----------------------------------------------------------------------------------- */

struct note {
	const char *text;
};

static const struct field note_fields[] = {
	{ .type = FIELD_LONG,
		.name = "text",
		.label = "Note",
		.hint = "For managers and auditors. Leave out names of patients",
		.required = true,
		.max_length = 5000,
		.missing = "Write the note",
		.into = offsetof(struct note, text) },
};

static void show_note(struct req *r, struct tpl *t, const struct q_incident_notes *row, bool change)
{
	tpl_set(t, M_NOTE, text_copy(r->ctx, row->note));
	tpl_set(t, M_AT, time_text(r->ctx, row->at));
	tpl_set(t, M_WHO, text_copy(r->ctx, row->who));
	tpl_set(t, M_NOTE_TEXT, text_copy(r->ctx, row->text));
	tpl_optional(t, M_CORRECTS_ONE, M_CORRECTS,
		row->corrects ? text_copy(r->ctx, row->corrects) : NULL);
	tpl_optional(t, M_WAS_CORRECTED, M_CORRECTED_AT,
		row->corrected_at ? time_text(r->ctx, row->corrected_at) : NULL);
	tpl_show_if(t, M_MAY_CORRECT, change);
}

/* True: there are more. */
static bool show_notes(struct req *r, const struct q_incident_by_ref *in, bool may_change,
	struct tpl *t, int64_t most)
{
	struct db_rows *rows =
		Q_ROWS(r->db, incident_notes, .incident_id = in->incident_id, .most = most + 1);
	struct q_incident_notes row;
	int64_t n = 0;

	while (Q_NEXT(rows, incident_notes, &row))
		if (n++ < most)
			show_note(r, tpl_add(t, M_NOTE_ROW), &row, may_change);
	tpl_set(t, M_REF, in->ref);
	tpl_show_if(t, M_NONE, n == 0);
	return n > most;
}

void incident_section_notes(
	struct req *r, const struct q_incident_by_ref *in, bool may_change, struct tpl *page)
{
	struct tpl *t = tpl_include(page, M_SECTION, T_incident_notes);

	tpl_show_if(t, M_MORE, show_notes(r, in, may_change, t, NOTES_SHOWN));
	tpl_show_if(t, M_MAY_ADD, may_change);
}

/* GET /incidents/:ref/notes */
int incident_notes_view(struct req *r)
{
	struct q_incident_by_ref in;
	int refused = incident_read(r, &in);

	if (refused)
		return refused;
	audit(r, AUDIT_LOOK, "incident", in.ref, audit_fact(NULL, "what", "notes"));
	show_notes(r, &in, access_allows(r->person, MANAGES_INCIDENTS), r->page, NOTES_MOST);
	tpl_set(r->page, M_INCIDENT_TITLE, in.title);
	return page_show(r, 200, T_incident_notes_all, "Notes");
}

static int show_note_form(struct req *r, const struct q_incident_by_ref *in, const struct form *f,
	const struct q_incident_note_by_ref *old, int status)
{
	tpl_set(r->page, M_TOKEN, work_token(r));
	if (old) {
		struct tpl *t = tpl_add(r->page, M_OLD);

		tpl_set(t, M_AT, time_text(r->ctx, old->at));
		tpl_set(t, M_WHO, old->who);
		tpl_set(t, M_NOTE_TEXT, old->text);
	}
	return work_show(r, in, f, status, T_incident_note, old ? "Correct a note" : "Add a note");
}

/* Its text is never changed: another note names the one that it corrects. */
static int save_note(struct req *r, const struct q_incident_by_ref *in, const char *corrects,
	const struct q_incident_note_by_ref *old)
{
	struct form *f = form_new(r->ctx, note_fields, COUNT(note_fields));
	const char *token = work_token(r);
	struct note note;
	json_t *detail;
	bool filled = form_fill(f, &r->body, &note);

	if (work_warns(r, f, NULL) || !filled)
		return show_note_form(r, in, f, old, 422);
	if (Q_RUN(r->db, incident_note_add, .incident_id = in->incident_id, .ref = token,
		    .at = r->now, .person_id = r->person->person_id, .text = note.text,
		    .corrects = corrects) == DB_DONE) {
		detail = audit_fact(NULL, "note", token);
		if (corrects)
			audit_fact(detail, "corrects", corrects);
		work_done(r, in, AUDIT_ADD, detail,
			&(struct incident_event){ .kind = EVENT_NOTE,
				.audience = FOR_MANAGER,
				.text = note.text,
				.detail = corrects ? audit_fact(NULL, "corrects the note of",
							     time_text(r->ctx, old->at))
						   : NULL });
	}
	flash(r, corrects ? "The correction was added." : "The note was added.");
	return redirect(r, "/incidents/%s#note-%s", in->ref, token);
}

/* GET /incidents/:ref/notes/new */
int incident_note_new(struct req *r)
{
	struct q_incident_by_ref in;
	int refused = incident_managed(r, &in);

	if (refused)
		return refused;
	return show_note_form(r, &in, form_new(r->ctx, note_fields, COUNT(note_fields)), NULL, 200);
}

/* POST /incidents/:ref/notes/new */
int incident_note_new_save(struct req *r)
{
	struct q_incident_by_ref in;
	int refused = incident_managed(r, &in);

	return refused ? refused : save_note(r, &in, NULL, NULL);
}

/* 0, or what the page returns. */
static int find_note(
	struct req *r, struct q_incident_by_ref *in, struct q_incident_note_by_ref *note)
{
	int refused = incident_managed(r, in);

	if (refused)
		return refused;
	return Q_ONE(r->db, incident_note_by_ref, note, .incident_id = in->incident_id,
		       .note = r->args[1])
		       ? 0
		       : not_found(r);
}

/* GET /incidents/:ref/notes/:note/correct */
int incident_note_correct(struct req *r)
{
	struct q_incident_by_ref in;
	struct q_incident_note_by_ref note;
	int refused = find_note(r, &in, &note);
	struct form *f;

	if (refused)
		return refused;
	f = form_new(r->ctx, note_fields, COUNT(note_fields));
	form_put(f, "text", 0, note.text);
	return show_note_form(r, &in, f, &note, 200);
}

/* POST /incidents/:ref/notes/:note/correct */
int incident_note_correct_save(struct req *r)
{
	struct q_incident_by_ref in;
	struct q_incident_note_by_ref note;
	int refused = find_note(r, &in, &note);

	return refused ? refused : save_note(r, &in, r->args[1], &note);
}

/* ---- What was found, and why ----------------------------------------------------------------- */

enum { WHYS = 5 };

struct found {
	const char *found, *why[WHYS];
};

#define WHY(n, text, more)                                                                         \
	{                                                                                          \
		.type = FIELD_LONG, .name = "why_" #n, .label = (text), .hint = (more),            \
		.summary = "Why " #n, .max_length = 600, .unmarked = true,                         \
		.into = offsetof(struct found, why[(n)-1])                                         \
	}

static const struct field found_fields[] = {
	{ .type = FIELD_LONG,
		.name = "found",
		.label = "What we found",
		.hint = "What happened and how it came about, in a few sentences that somebody "
			"who was not there understands",
		.max_length = 6000,
		.unmarked = true,
		.into = offsetof(struct found, found) },
	WHY(1, "Why did it happen?", "Ask about systems, not about people: what made it possible?"),
	WHY(2, "And why was that?", NULL),
	WHY(3, "And why was that? (3 of 5)", NULL),
	WHY(4, "And why was that? (4 of 5)", NULL),
	WHY(5, "And why was that? (5 of 5)",
		"The last answer is often something that an action can change"),
};

static struct form *stored_found(struct req *r, const struct q_incident_investigation *row)
{
	struct form *f = form_new(r->ctx, found_fields, COUNT(found_fields));
	const char *const values[] = { row->found, row->why_1, row->why_2, row->why_3, row->why_4,
		row->why_5 };

	for (size_t i = 0; i < COUNT(values); i++)
		form_put(f, found_fields[i].name, 0, values[i]);
	return f;
}

int64_t incident_investigation_row(
	struct req *r, int64_t incident_id, struct q_incident_investigation *row)
{
	*row = (struct q_incident_investigation){ .found = "",
		.why_1 = "",
		.why_2 = "",
		.why_3 = "",
		.why_4 = "",
		.why_5 = "",
		.factors = "{}",
		.other_factors = "" };
	if (!Q_ONE(r->db, incident_investigation, row, .incident_id = incident_id))
		return 0;
	return row->row_version;
}

int64_t incident_investigation_ready(struct req *r, int64_t incident_id, int64_t row_version)
{
	if (row_version > 0)
		return row_version;
	return Q_RUN(r->db, incident_investigation_begin, .incident_id = incident_id) == DB_DONE;
}

static bool store_found(
	struct req *r, int64_t incident_id, int64_t row_version, const struct found *in)
{
	int64_t n = 0;

	row_version = incident_investigation_ready(r, incident_id, row_version);
	if (row_version == 0)
		return false;
#define GIVEN(text) ((text) ? (text) : "")
	Q_RUN_COUNT(r->db, incident_found_set, &n, .incident_id = incident_id,
		.row_version = row_version, .found = GIVEN(in->found), .why_1 = GIVEN(in->why[0]),
		.why_2 = GIVEN(in->why[1]), .why_3 = GIVEN(in->why[2]), .why_4 = GIVEN(in->why[3]),
		.why_5 = GIVEN(in->why[4]));
#undef GIVEN
	return n == 1 || db_state(r->db) != DB_FINE;
}

/* GET /incidents/:ref/investigation */
int incident_found_edit(struct req *r)
{
	struct q_incident_by_ref in;
	struct q_incident_investigation row;
	int refused = incident_managed(r, &in);
	struct form *f;
	int64_t version;

	if (refused)
		return refused;
	version = incident_investigation_row(r, in.incident_id, &row);
	f = stored_found(r, &row);
	work_carry(r, version, form_seen(f));
	return work_show(r, &in, f, 200, T_incident_found, "What we found, and why");
}

static const char *found_changes(
	struct req *r, const struct q_incident_investigation *row, const struct found *to)
{
	const char *const from[] = { row->why_1, row->why_2, row->why_3, row->why_4, row->why_5 };
	struct buf text = { .ctx = r->ctx };

	work_line(&text, "What we found", row->found, to->found);
	for (size_t i = 0; i < WHYS; i++)
		work_line(&text, found_fields[i + 1].summary, from[i], to->why[i]);
	return buf_text(&text);
}

/* POST /incidents/:ref/investigation */
int incident_found_save(struct req *r)
{
	struct form *f = form_new(r->ctx, found_fields, COUNT(found_fields));
	struct q_incident_by_ref in;
	struct q_incident_investigation row;
	struct found to = { 0 };
	int refused = incident_managed(r, &in);
	int64_t version;
	const char *changes;

	if (refused)
		return refused;
	version = incident_investigation_row(r, in.incident_id, &row);
	form_fill(f, &r->body, &to);
	if (work_again(r, f, stored_found(r, &row), version))
		return work_show(r, &in, f, 422, T_incident_found, "What we found, and why");
	changes = found_changes(r, &row, &to);
	if (!*changes) {
		flash_notice(r, "There was nothing to change.");
		return redirect(r, "/incidents/%s#investigation", in.ref);
	}
	if (!store_found(r, in.incident_id, version, &to)) {
		work_overtaken(r, f);
		return work_show(r, &in, f, 422, T_incident_found, "What we found, and why");
	}
	work_done(r, &in, AUDIT_CHANGE, audit_fact(NULL, "what", "investigation"),
		&(struct incident_event){
			.kind = EVENT_NOTE, .audience = FOR_MANAGER, .text = changes });
	flash(r, "The investigation was saved.");
	return redirect(r, "/incidents/%s#investigation", in.ref);
}
