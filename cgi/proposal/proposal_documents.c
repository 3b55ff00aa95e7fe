/* proposal_documents.c: documents of a proposal: added, opened by staff, removed. One that is
 * published can be added and removed too, which is told in public. */
#include <sodium.h>
#include <string.h>
#include "conf.h"
#include "file_check.h"
#include "incident_work.h"
#include "pages.h"
#include "proposal_author.h"
#include "proposal_work.h"

enum { DOCUMENTS_MOST = 20 };

static const struct field fields[] = {
	{ .type = FIELD_SHORT,
		.name = "title",
		.label = "Title",
		.hint = "As people read it on the proposal’s page",
		.required = true,
		.missing = "Enter its title",
		.max_length = 200,
		.autocomplete = "off" },
	{ .type = FIELD_FILE,
		.name = "file",
		.label = "The file",
		.unmarked = true,
		.hint = "A PDF, a picture (JPEG, PNG or WebP), a Word document, an email (EML or "
			"MSG) or plain text, of at most 10 MB" },
};

static int back(struct req *r, const struct q_proposal_by_ref *p)
{
	return redirect(r, "/proposals/%s#documents", p->ref);
}

/* ---- Adding ---------------------------------------------------------------------------------- */

static int show_new(
	struct req *r, const struct q_proposal_by_ref *p, const struct form *f, int status)
{
	struct tpl *help = tpl_include(r->page, M_BELOW, T_proposal_document_help);

	tpl_show(help, conf_get(r->conf, "clamd.socket", NULL) ? M_SCANNED : M_NOT_SCANNED);
	return author_show(r, p, f,
		&(struct author_page){
			.heading = "Add a document", .button = "Add it", .multipart = true },
		status);
}

/* GET /proposals/:ref/documents/new */
int proposal_document_new(struct req *r)
{
	struct q_proposal_by_ref p;
	int refused = proposal_writable(r, &p);

	return refused ? refused : show_new(r, &p, author_form(r, &p, fields, COUNT(fields)), 200);
}

/* The virus scanner is asked last. False: said beside the field. */
static bool check_file(
	struct req *r, const struct q_proposal_by_ref *p, struct form *f, struct checked_file *out)
{
	const struct upload *file = uploads_get(&r->files, "file");
	const char *wrong;

	if (f->restored)
		return false;
	if (!file)
		form_fail(f, "file", "Choose a file");
	if (f->n_errors > 0)
		return false;
	wrong = file_check(r, file, out);
	if (!wrong)
		wrong = file_scan(r, file->bytes, "proposal", p->ref, &out->scanned);
	if (wrong)
		form_fail(f, "file", wrong);
	return !wrong;
}

static void store_bytes(struct req *r, int64_t document_id, struct bytes bytes)
{
	size_t len;
	int64_t part = 0;

	for (size_t at = 0; at < bytes.len; at += len, part++) {
		len = bytes.len - at < FILE_PART ? bytes.len - at : FILE_PART;
		Q_RUN(r->db, proposal_document_part_add, .document_id = document_id, .part = part,
			.bytes = { bytes.data + at, len });
	}
}

/* False: this form added it already. */
static bool store(struct req *r, const struct q_proposal_by_ref *p, const char *title,
	const struct checked_file *file)
{
	uint8_t hash[crypto_hash_sha256_BYTES];
	char ref[FILE_REF + 1];
	const char *form = text_format(r->ctx, "%s %s", work_token(r), p->ref);

	/* Of one form always the same, so that a double tap adds one. */
	crypto_hash_sha256(hash, (const uint8_t *)form, strlen(form));
	sodium_bin2hex(ref, sizeof ref, hash, FILE_REF / 2);
	crypto_hash_sha256(hash, file->bytes.data, file->bytes.len);
	if (Q_RUN(r->db, proposal_document_add, .ref = ref, .proposal_id = p->proposal_id,
		    .title = title, .name = file->name, .type = file->type->code,
		    .size = (int64_t)file->bytes.len, .sha256 = { hash, sizeof hash },
		    .scan = file->scanned ? "clean" : "unscanned", .now = r->now,
		    .person_id = r->person->person_id) != DB_DONE)
		return false;
	store_bytes(r, db_last_id(r->db), file->bytes);
	return true;
}

static bool is_full(struct req *r, const struct q_proposal_by_ref *p)
{
	return db_rows_count(Q_ROWS(r->db, proposal_documents, .proposal_id = p->proposal_id)) >=
	       DOCUMENTS_MOST;
}

/* POST /proposals/:ref/documents/new */
int proposal_document_new_save(struct req *r)
{
	struct checked_file file = { 0 };
	struct q_proposal_by_ref p;
	int refused = proposal_writable(r, &p);
	const char *title;
	struct form *f;

	if (refused)
		return refused;
	f = author_form(r, &p, fields, COUNT(fields));
	form_fill(f, &r->body, NULL);
	if (f->n_errors == 0 && is_full(r, &p))
		form_fail(f, "file",
			text_format(r->ctx, "A proposal has at most %d documents", DOCUMENTS_MOST));
	if (!check_file(r, &p, f, &file))
		return show_new(r, &p, f, 422);
	refused = proposal_writable(r, &p); /* nothing was held while the scanner looked */
	if (refused)
		return refused;
	if (!proposal_touch(r, &p))
		return proposal_overtaken(r, &p);
	title = proposal_typed_or(f, "title");
	if (store(r, &p, title, &file))
		proposal_done(r, &p, f, AUDIT_CHANGE,
			audit_fact(audit_fact(NULL, "document added", title), "file",
				text_format(r->ctx, "%s, %s", file.type->label,
					file_size_words(r->ctx, (int64_t)file.bytes.len))));
	flash(r, "The document was added.");
	return back(r, &p);
}

/* ---- Opening --------------------------------------------------------------------------------- */

/* 0, or what the page returns. */
static int find(
	struct req *r, struct q_proposal_by_ref *p, struct q_proposal_document_by_ref *document)
{
	int refused = proposal_found(r, p);

	if (refused)
		return refused;
	return file_is_ref(r->args[1]) && Q_ONE(r->db, proposal_document_by_ref, document,
						  .proposal_id = p->proposal_id, .ref = r->args[1])
		       ? 0
		       : not_found(r);
}

static bool write_bytes(struct req *r, struct sink *sink)
{
	const struct q_proposal_document_by_ref *document = r->stream_data;
	struct db_rows *rows =
		Q_STREAM(r->db, proposal_document_parts, .document_id = document->document_id);
	struct q_proposal_document_parts row;
	int64_t sent = 0;

	while (Q_NEXT(rows, proposal_document_parts, &row)) {
		if (!sink_write(sink, row.bytes.data, row.bytes.len))
			return false;
		sent += (int64_t)row.bytes.len;
	}
	return sent == document->size;
}

/* GET /proposals/:ref/documents/:document */
int proposal_document_open(struct req *r)
{
	struct q_proposal_document_by_ref *document =
		NEW(r->ctx, struct q_proposal_document_by_ref);
	struct q_proposal_by_ref p;
	int refused = find(r, &p, document);

	return refused ? refused
		       : file_stream(r, document->name, document->size, write_bytes, document);
}

/* ---- Removing -------------------------------------------------------------------------------- */

static int find_to_remove(
	struct req *r, struct q_proposal_by_ref *p, struct q_proposal_document_by_ref *document)
{
	int refused = find(r, p, document);

	return refused ? refused : proposal_writable(r, p);
}

static int show_remove(struct req *r, const struct q_proposal_by_ref *p,
	const struct q_proposal_document_by_ref *document, const struct form *f, int status)
{
	return author_show(r, p, f,
		&(struct author_page){ .heading = "Remove this document?",
			.intro = text_format(r->ctx, "“%s” goes for good, and its file with it.",
				document->title),
			.button = "Remove it",
			.warning = true },
		status);
}

/* GET /proposals/:ref/documents/:document/remove */
int proposal_document_remove(struct req *r)
{
	struct q_proposal_document_by_ref document;
	struct q_proposal_by_ref p;
	int refused = find_to_remove(r, &p, &document);

	return refused ? refused
		       : show_remove(r, &p, &document, author_form(r, &p, fields, 0), 200);
}

/* POST /proposals/:ref/documents/:document/remove */
int proposal_document_remove_save(struct req *r)
{
	struct q_proposal_document_by_ref document;
	struct q_proposal_by_ref p;
	int refused = find_to_remove(r, &p, &document);
	int64_t gone = 0;
	struct form *f;

	if (refused)
		return refused;
	f = author_form(r, &p, fields, 0);
	form_fill(f, &r->body, NULL);
	if (f->n_errors > 0 || f->restored)
		return show_remove(r, &p, &document, f, 422);
	if (!proposal_touch(r, &p))
		return proposal_overtaken(r, &p);
	Q_RUN_COUNT(r->db, proposal_document_remove, &gone, .now = r->now,
		.document_id = document.document_id);
	if (gone) {
		Q_RUN(r->db, proposal_document_bytes_remove, .document_id = document.document_id);
		proposal_done(r, &p, f, AUDIT_CHANGE,
			audit_fact(NULL, "document removed", document.title));
	}
	flash(r, "The document was removed.");
	return back(r, &p);
}
