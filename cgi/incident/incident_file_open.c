/* incident_file_open.c: one file: opened, as a download and as nothing else; removed. */
#include <stddef.h>
#include <string.h>
#include "access.h"
#include "audit.h"
#include "file_type.h"
#include "incident_file.h"
#include "pages.h"

/* The file of this address and what they may do with it: 0, or what the page returns. */
static int find(struct req *r, struct q_incident_file_by_ref *file, unsigned least)
{
	struct file_for who;

	if (!file_is_ref(r->args[0]) ||
		!Q_ONE(r->db, incident_file_by_ref, file, .ref = r->args[0]))
		return not_found(r);
	who = (struct file_for){ .organisation_id = file->practice_id,
		.reporter_id = file->reporter_id,
		.draft = file->draft,
		.anonymous = file->anonymous,
		.by_them = file->person_id == r->person->person_id,
		.practice = file->audience & FOR_REPORTER,
		.asked = file->audience & FOR_PROVIDER && file->request_id && !file->withdrawn,
		.asked_id = file->asked_id,
		.successor_id = file->successor_id };
	if (!(access_incident_file(r->person, &who) & least))
		return not_theirs(r, "a file of an incident");
	return file->removed_at ? not_found(r) : 0;
}

/* ---- Opening ---------------------------------------------------------------------------------
 */

static bool write_bytes(struct req *r, struct sink *sink)
{
	const struct q_incident_file_by_ref *file = r->stream_data;
	struct db_rows *rows = Q_STREAM(r->db, incident_file_parts, .file_id = file->file_id);
	struct q_incident_file_parts row;
	int64_t sent = 0;

	while (Q_NEXT(rows, incident_file_parts, &row)) {
		if (!sink_write(sink, row.bytes.data, row.bytes.len))
			return false;
		sent += (int64_t)row.bytes.len;
	}
	return sent == file->size;
}

/* GET /files/:file */
int incident_file_view(struct req *r)
{
	struct q_incident_file_by_ref *file = NEW(r->ctx, struct q_incident_file_by_ref);
	int refused = find(r, file, FILE_OPENS);

	if (refused)
		return refused;
	audit(r, AUDIT_EXPORT, "incident", file->incident_ref,
		audit_fact(incident_file_fact(r->ctx, file->type, file->size),
			"reference of the file", file->ref));
	return file_stream(r, file->name, file->size, write_bytes, file);
}

/* ---- Removing --------------------------------------------------------------------------------
 */

struct sent {
	const char *why;
};

static const struct field why_field[] = {
	{ .type = FIELD_SHORT,
		.name = "why",
		.label = "Why it is removed",
		.hint = "For incident managers and the auditor. For example: it shows who the "
			"patient is",
		.missing = "Say why it is removed",
		.required = true,
		.max_length = 500,
		.into = offsetof(struct sent, why) },
};

/* Out of a draft its writer takes it without a word. */
static struct form *remove_form(struct req *r, const struct q_incident_file_by_ref *file)
{
	return form_new(r->ctx, why_field, file->draft ? 0 : COUNT(why_field));
}

static int show_remove(
	struct req *r, const struct q_incident_file_by_ref *file, struct form *f, int status)
{
	tpl_set(r->page, M_CSRF, r->csrf);
	tpl_set(r->page, M_REF, file->incident_ref);
	tpl_set(r->page, M_FILE_NAME, file->name);
	tpl_show_if(r->page, M_IS_DRAFT, file->draft);
	tpl_show_if(r->page, M_IS_SENT, !file->draft);
	form_show(f, 0, f->n, r->page, false);
	return page_show(r, status, T_incident_file_remove, "Remove a file");
}

/* GET /files/:file/remove */
int incident_file_remove(struct req *r)
{
	struct q_incident_file_by_ref file;
	int refused = find(r, &file, FILE_REMOVES);

	return refused ? refused : show_remove(r, &file, remove_form(r, &file), 200);
}

/* POST /files/:file/remove */
int incident_file_remove_save(struct req *r)
{
	struct q_incident_file_by_ref file;
	int refused = find(r, &file, FILE_REMOVES);
	struct sent in = { .why = "" };
	struct form *f;
	int64_t gone;

	if (refused)
		return refused;
	f = remove_form(r, &file);
	if (!form_fill(f, &r->body, &in))
		return show_remove(r, &file, f, 422);
	Q_RUN_COUNT(r->db, incident_file_remove, &gone, .now = r->now,
		.person_id = r->person->person_id, .why = in.why, .file_id = file.file_id);
	if (gone) {
		Q_RUN(r->db, incident_file_bytes_remove, .file_id = file.file_id);
		audit(r, AUDIT_REMOVE, "incident", file.incident_ref,
			audit_fact(incident_file_fact(r->ctx, file.type, file.size),
				"reference of the file", file.ref));
	}
	if (gone && !file.draft)
		incident_event(r, file.incident_id,
			&(struct incident_event){ .kind = EVENT_FILE,
				.audience = FOR_MANAGER,
				.text = text_format(r->ctx, "Removed: %s", in.why),
				.detail = incident_file_fact(r->ctx, file.type, file.size),
				.request_id = file.request_id });
	flash(r, text_format(r->ctx, "Removed: %s.", file.name));
	return redirect(r, "/%s/%s/files", file.draft ? "reports" : "incidents", file.incident_ref);
}
