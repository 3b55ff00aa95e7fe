/* incident_file_add.c: a file is looked at, cleaned, scanned, and only then stored. */
#include <sodium.h>
#include <stddef.h>
#include <string.h>
#include "audit.h"
#include "file_type.h"
#include "incident_file.h"
#include "investigation.h"

enum { REQUESTS_MOST = 30 };

struct sent {
	const char *opened_by; /* "managers", "practice", or the reference of a request */
};

/* ---- The form --------------------------------------------------------------------------------
 */

static const struct field file_field = { .type = FIELD_FILE,
	.name = "file",
	.label = "Add a file",
	.required = true,
	.hint = "A PDF, a picture (JPEG, PNG or WebP), a Word document, an e-mail (EML or MSG) or "
		"plain text, of at most 10 MB" };

/* Managers alone; the practice; or one of those who were asked. */
static void who_field(struct req *r, const struct files_place *place, struct field *out)
{
	struct choice *choices = NEW_ARRAY(r->ctx, struct choice, REQUESTS_MOST + 2);
	struct db_rows *rows =
		Q_ROWS(r->db, incident_file_requests, .incident_id = place->incident_id);
	struct q_incident_file_requests row;
	size_t n = 0;

	choices[n++] = (struct choice){ "managers", "Incident managers only", NULL, false };
	choices[n++] = (struct choice){ "practice", "The practice that reported, too",
		"They are told that there is a file", false };
	while (n < REQUESTS_MOST + 2 && Q_NEXT(rows, incident_file_requests, &row))
		choices[n++] = (struct choice){ text_copy(r->ctx, row.ref),
			text_format(r->ctx, "%s, too", row.organisation),
			text_format(r->ctx, "Asked on %s", day_text(r->ctx, row.asked_at)), false };
	*out = (struct field){ .type = FIELD_RADIOS,
		.name = "opened_by",
		.label = "Who may open it",
		.missing = "Choose who may open it",
		.required = true,
		.choices = choices,
		.n_choices = n,
		.into = offsetof(struct sent, opened_by) };
}

struct form *incident_file_form(struct req *r, const struct files_place *place)
{
	struct field *fields = NEW_ARRAY(r->ctx, struct field, 2);
	size_t n = 1;

	fields[0] = file_field;
	if (place->audience == FOR_MANAGER)
		who_field(r, place, &fields[n++]);
	return form_new(r->ctx, fields, n);
}

/* Is there room for it? */
static const char *check_room(struct req *r, const struct files_place *place, size_t len)
{
	struct q_incident_file_room row = { 0 };

	Q_ONE(r->db, incident_file_room, &row, .incident_id = place->incident_id,
		.organisation_id = r->person->organisation_id);
	if (row.n >= FILES_OF_ONE)
		return "There are 10 files already, which is the most";
	if (row.bytes + (int64_t)len > FILES_BYTES_MOST)
		return "Together the files would be larger than 30 MB, which is the most";
	return NULL;
}

/* ---- Storing it ------------------------------------------------------------------------------
 */

/* Who may open it: the words of the column. A request that is none of this incident's was refused
 * by the form, whose choices they are. */
static unsigned audience_of(struct req *r, struct files_place *place, const struct sent *in)
{
	struct db_rows *rows;
	struct q_incident_file_requests row;

	if (place->audience != FOR_MANAGER)
		return FOR_MANAGER | place->audience;
	if (strcmp(in->opened_by, "managers") == 0)
		return FOR_MANAGER;
	if (strcmp(in->opened_by, "practice") == 0)
		return FOR_MANAGER | FOR_REPORTER;
	rows = Q_ROWS(r->db, incident_file_requests, .incident_id = place->incident_id);
	while (Q_NEXT(rows, incident_file_requests, &row))
		if (strcmp(row.ref, in->opened_by) == 0)
			place->request_id = row.request_id;
	return place->request_id ? FOR_MANAGER | FOR_PROVIDER : FOR_MANAGER;
}

static void store_bytes(struct req *r, int64_t file_id, struct bytes bytes)
{
	size_t len;
	int64_t part = 0;

	for (size_t at = 0; at < bytes.len; at += len, part++) {
		len = bytes.len - at < FILE_PART ? bytes.len - at : FILE_PART;
		Q_RUN(r->db, incident_file_part_add, .file_id = file_id, .part = part,
			.bytes = { bytes.data + at, len });
	}
}

enum stored { STORED, STORED_BEFORE, NO_ROOM };

/* Others of the same organisation may send files at this moment: the insert itself asks for room
 * once more, with what they sent. */
static enum stored store(struct req *r, const struct files_place *place, unsigned audience,
	const struct checked_file *file)
{
	uint8_t hash[crypto_hash_sha256_BYTES];
	char ref[FILE_REF + 1];
	int64_t added = 0;

	file_ref_make(ref);
	crypto_hash_sha256(hash, file->bytes.data, file->bytes.len);
	if (Q_RUN_COUNT(r->db, incident_file_add, &added, .ref = ref,
		    .incident_id = place->incident_id, .request_id = place->request_id,
		    .name = file->name, .type = file->type->code, .size = (int64_t)file->bytes.len,
		    .sha256 = { hash, sizeof hash }, .now = r->now,
		    .person_id = r->person->person_id,
		    .organisation_id = r->person->organisation_id,
		    .audience = audience & FOR_PROVIDER   ? "manager,provider"
				: audience & FOR_REPORTER ? "manager,reporter"
							  : "manager",
		    .scan = file->scanned ? "clean" : "unscanned", .most = FILES_OF_ONE,
		    .most_bytes = FILES_BYTES_MOST) == DB_DUPLICATE)
		return STORED_BEFORE;
	if (added == 0)
		return NO_ROOM;
	store_bytes(r, db_last_id(r->db), file->bytes);
	audit(r, AUDIT_ADD, "incident", place->incident_ref,
		audit_fact(incident_file_fact(r->ctx, file->type->code, (int64_t)file->bytes.len),
			"reference of the file", ref));
	return STORED;
}

/* The history has it, and who should know is told; nothing of a draft. */
static void tell(struct req *r, const struct files_place *place, unsigned audience,
	const struct checked_file *file, const char *request)
{
	struct q_investigation_by_ref q;
	struct q_incident_by_ref in;
	bool told = place->audience == FOR_MANAGER && audience & FOR_REPORTER;

	if (place->draft)
		return;
	incident_event(r, place->incident_id,
		&(struct incident_event){ .kind = EVENT_FILE,
			.audience = told ? FOR_MANAGER : audience,
			.detail = incident_file_fact(
				r->ctx, file->type->code, (int64_t)file->bytes.len),
			.request_id = place->request_id });
	if (told && Q_ONE(r->db, incident_by_ref, &in, .ref = place->incident_ref))
		incident_tell(r, &in, "There is a new file for you.");
	if (!place->request_id || !Q_ONE(r->db, investigation_by_ref, &q, .ref = request))
		return;
	if (place->audience == FOR_PROVIDER)
		investigation_mail_manager(r, &q);
	else
		investigation_mail_asked(r, &q, "A file for your organisation",
			"There is a new file with a request to your organisation.");
}

int incident_file_add(struct req *r, files_door *door)
{
	const struct upload *file = uploads_get(&r->files, "file");
	struct files_place place;
	struct checked_file checked = { 0 };
	struct sent in = { 0 };
	const char *wrong = NULL;
	int refused = door(r, &place);
	unsigned audience;
	struct form *f;

	if (refused)
		return refused;
	f = incident_file_form(r, &place);
	if (!form_fill(f, &r->body, &in) || !file) {
		if (!file && !r->body.restored)
			form_fail(f, "file", "Choose a file");
		return incident_files_page(r, &place, f, 422);
	}
	wrong = file_check(r, file, &checked);
	if (!wrong)
		wrong = check_room(r, &place, checked.bytes.len);
	if (!wrong) {
		wrong = file_scan(r, file->bytes, "incident", place.incident_ref, &checked.scanned);
		refused = wrong ? 0 : door(r, &place);
	}
	if (refused)
		return refused;
	if (wrong) {
		form_fail(f, "file", wrong);
		return incident_files_page(r, &place, f, 422);
	}
	audience = audience_of(r, &place, &in);
	switch (store(r, &place, audience, &checked)) {
	case NO_ROOM:
		form_fail(f, "file",
			"Somebody has just added another file, and now there is no "
			"room for this one");
		return incident_files_page(r, &place, f, 422);
	case STORED_BEFORE:
		flash_notice(r, "This file is here already.");
		break;
	case STORED:
		tell(r, &place, audience, &checked,
			place.audience == FOR_PROVIDER ? place.ref : in.opened_by);
		flash(r, text_format(r->ctx, "Added: %s.", checked.name));
	}
	return redirect(r, "%s/files", place.base);
}
