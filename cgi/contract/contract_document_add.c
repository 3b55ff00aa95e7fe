/* contract_document_add.c: a document of a contract, and another version of one: a file, or where
 * it lies. */
#include <sodium.h>
#include <stddef.h>
#include <string.h>
#include "conf.h"
#include "contract_document.h"
#include "contract_work.h"
#include "incident_work.h"
#include "pages.h"

struct typed {
	const char *kind, *title, *held_at, *agreed_on, *why;
};

/* The first two of a new document alone. */
enum { OF_DOCUMENT = 2, FIELDS = 6 };
static const struct field fields[FIELDS] = {
	{ .type = FIELD_SELECT,
		.name = "kind",
		.label = "What kind of document is it?",
		.required = true,
		.missing = "Select what kind of document it is",
		.choices = contract_document_kinds,
		.n_choices = CONTRACT_DOCUMENT_KINDS,
		.into = offsetof(struct typed, kind) },
	{ .type = FIELD_SHORT,
		.name = "title",
		.label = "Title",
		.required = true,
		.missing = "Enter its title",
		.max_length = 200,
		.autocomplete = "off",
		.into = offsetof(struct typed, title) },
	{ .type = FIELD_FILE,
		.name = "file",
		.label = "The file",
		.unmarked = true,
		.hint = "A PDF, a picture (JPEG, PNG or WebP), a Word document, an e-mail (EML or "
			"MSG) or plain text, of at most 10 MB" },
	{ .type = FIELD_SHORT,
		.name = "held_at",
		.label = "Or where it lies",
		.hint = "If its file is not to be here: a folder, a cabinet, another system",
		.unmarked = true,
		.max_length = 300,
		.autocomplete = "off",
		.into = offsetof(struct typed, held_at) },
	{ .type = FIELD_DATE,
		.name = "agreed_on",
		.label = "Agreed by both sides on",
		.hint = "Leave it empty for a draft",
		.unmarked = true,
		.min_date = "1990-01-01",
		.max_date = "today",
		.into = offsetof(struct typed, agreed_on) },
	{ .type = FIELD_SHORT,
		.name = "why",
		.label = "What is new in it",
		.max_length = 500,
		.autocomplete = "off",
		.into = offsetof(struct typed, why) },
};

/* document NULL: a new one. */
static int show(struct req *r, const struct q_contract_by_ref *c,
	const struct q_contract_document_by_ref *document, const struct form *f, int status)
{
	struct tpl *t = r->page, *help = tpl_include(t, M_BELOW, T_contract_document_help);

	tpl_show(help, conf_get(r->conf, "clamd.socket", NULL) ? M_SCANNED : M_NOT_SCANNED);
	if (document) {
		tpl_set(tpl_add(t, M_COUNTED), M_NEWEST_NUMBER,
			text_format(r->ctx, "%lld", (long long)document->newest));
		contract_documents_show(r, c, document->ref, DOCUMENTS_ALL, t);
	}
	return contract_form_show(r, c, f,
		&(struct contract_form){
			.heading =
				document ? text_format(r->ctx, "New version of %s", document->title)
					 : "Add a document",
			.button = document ? "Add this version" : "Add the document",
			.multipart = true },
		status);
}

/* ---- Checking -------------------------------------------------------------------------------- */

/* Looks at the file, or at where it lies: exactly one of them. The virus scanner is asked last.
 * False: said beside the field. */
static bool check_body(struct req *r, const struct q_contract_by_ref *c, struct form *f,
	const struct upload *file, struct checked_file *out)
{
	const char *held_at = contract_typed(f, "held_at"), *wrong = NULL;

	if (f->restored)
		return false;
	if (file && held_at)
		form_fail(f, "held_at", "Choose a file or say where it lies, not both");
	if (!file && !held_at)
		form_fail(f, "file", "Choose a file, or say where it lies");
	if (f->n_errors > 0)
		return false;
	if (!file)
		return true;
	wrong = file_check(r, file, out);
	if (!wrong)
		wrong = file_scan(r, file->bytes, "contract", c->ref, &out->scanned);
	if (wrong)
		form_fail(f, "file", wrong);
	return !wrong;
}

/* ---- Storing --------------------------------------------------------------------------------- */

/* Of one form always the same, so that a double tap adds one. */
static void version_ref(struct req *r, const char *document, char out[FILE_REF + 1])
{
	const char *text = text_format(r->ctx, "%s %s", work_token(r), document);
	uint8_t hash[crypto_hash_sha256_BYTES];

	crypto_hash_sha256(hash, (const uint8_t *)text, strlen(text));
	sodium_bin2hex(out, FILE_REF + 1, hash, FILE_REF / 2);
}

static void store_bytes(struct req *r, int64_t version_id, struct bytes bytes)
{
	size_t len;
	int64_t part = 0;

	for (size_t at = 0; at < bytes.len; at += len, part++) {
		len = bytes.len - at < FILE_PART ? bytes.len - at : FILE_PART;
		Q_RUN(r->db, contract_version_part_add, .version_id = version_id, .part = part,
			.bytes = { bytes.data + at, len });
	}
}

/* False: it is there already, or somebody else has just added one. */
static bool store(struct req *r, int64_t document_id, const char *document, const struct typed *in,
	const struct checked_file *file)
{
	uint8_t hash[crypto_hash_sha256_BYTES] = { 0 };
	char ref[FILE_REF + 1];
	bool here = file->type != NULL;

	version_ref(r, document, ref);
	if (here)
		crypto_hash_sha256(hash, file->bytes.data, file->bytes.len);
	if (Q_RUN(r->db, contract_version_add, .ref = ref, .document_id = document_id,
		    .agreed_on = in->agreed_on, .why = in->why ? in->why : "",
		    .held_at = here ? "" : in->held_at, .name = here ? file->name : "",
		    .type = here ? file->type->code : "",
		    .size = here ? (int64_t)file->bytes.len : 0,
		    .sha256 = { here ? hash : NULL, here ? sizeof hash : 0 },
		    .scan = !here           ? NULL
			    : file->scanned ? "clean"
					    : "unscanned",
		    .now = r->now, .person_id = r->person->person_id) != DB_DONE)
		return false;
	if (here)
		store_bytes(r, db_last_id(r->db), file->bytes);
	return true;
}

static json_t *told(struct req *r, const char *title, int64_t number, const struct typed *in,
	const struct checked_file *file)
{
	json_t *detail = audit_fact(NULL, "document", title);

	detail = audit_fact(detail, "version", text_format(r->ctx, "%lld", (long long)number));
	detail = audit_fact(
		detail, "agreed on", in->agreed_on ? date_text(r->ctx, in->agreed_on) : "a draft");
	return audit_fact(detail, file->type ? "file" : "held at",
		file->type ? text_format(r->ctx, "%s, %s", file->type->label,
				     file_size_words(r->ctx, (int64_t)file->bytes.len))
			   : in->held_at);
}

/* ---- A new document ---------------------------------------------------------------------------
 */

/* GET /contracts/:ref/documents/new */
int contract_document_new(struct req *r)
{
	struct q_contract_by_ref c;
	int refused = contract_kept(r, &c);

	return refused ? refused : show(r, &c, NULL, form_new(r->ctx, fields, FIELDS), 200);
}

/* POST /contracts/:ref/documents/new */
int contract_document_new_save(struct req *r)
{
	const struct upload *file = uploads_get(&r->files, "file");
	struct checked_file checked = { 0 };
	struct q_contract_by_ref c;
	struct typed in = { 0 };
	int refused = contract_kept(r, &c);
	const char *ref;
	struct form *f;

	if (refused)
		return refused;
	f = form_new(r->ctx, fields, FIELDS);
	form_fill(f, &r->body, &in);
	if (!check_body(r, &c, f, file, &checked))
		return show(r, &c, NULL, f, 422);
	refused = contract_kept(r, &c);
	if (refused)
		return refused;
	ref = work_token(r);
	if (Q_RUN(r->db, contract_document_add, .ref = ref, .contract_id = c.contract_id,
		    .kind = in.kind, .title = in.title) == DB_DONE) {
		store(r, db_last_id(r->db), ref, &in, &checked);
		contract_done(r, &c, CONTRACT_DOCUMENT, AUDIT_ADD, in.why,
			told(r, in.title, 1, &in, &checked));
	}
	flash(r, text_format(r->ctx, "%s was added.", in.title));
	return redirect(r, "/contracts/%s#documents", c.ref);
}

/* ---- Another version --------------------------------------------------------------------------
 */

/* 0, or what the page returns. */
static int find(
	struct req *r, struct q_contract_by_ref *c, struct q_contract_document_by_ref *document)
{
	int refused = contract_kept(r, c);

	if (refused)
		return refused;
	return Q_ONE(r->db, contract_document_by_ref, document, .contract_id = c->contract_id,
		       .ref = r->args[1])
		       ? 0
		       : not_found(r);
}

/* GET /contracts/:ref/documents/:document */
int contract_version_new(struct req *r)
{
	struct q_contract_by_ref c;
	struct q_contract_document_by_ref document;
	int refused = find(r, &c, &document);

	if (refused)
		return refused;
	return show(r, &c, &document, form_new(r->ctx, fields + OF_DOCUMENT, FIELDS - OF_DOCUMENT),
		200);
}

/* Was a version added since the form was made? Not by this form itself. */
static bool overtaken(struct req *r, const struct q_contract_document_by_ref *document)
{
	const char *typed = params_get(&r->body, "newest");
	int64_t newest = -1;

	return !typed || !check_number(typed, &newest) || newest != document->newest;
}

/* POST /contracts/:ref/documents/:document */
int contract_version_new_save(struct req *r)
{
	const struct upload *file = uploads_get(&r->files, "file");
	struct checked_file checked = { 0 };
	struct q_contract_by_ref c;
	struct q_contract_document_by_ref document;
	struct q_contract_version_there there;
	struct typed in = { 0 };
	int refused = find(r, &c, &document);
	char ref[FILE_REF + 1];
	struct form *f;

	if (refused)
		return refused;
	f = form_new(r->ctx, fields + OF_DOCUMENT, FIELDS - OF_DOCUMENT);
	form_fill(f, &r->body, &in);
	if (!check_body(r, &c, f, file, &checked))
		return show(r, &c, &document, f, 422);
	refused = find(r, &c, &document);
	if (refused)
		return refused;
	version_ref(r, document.ref, ref);
	if (!Q_ONE(r->db, contract_version_there, &there, .ref = ref)) {
		if (overtaken(r, &document)) {
			form_fail(f, NULL,
				"Somebody else added a version while you were typing. Yours is "
				"not stored yet: look at theirs, then choose your file again");
			return show(r, &c, &document, f, 422);
		}
		if (store(r, document.document_id, document.ref, &in, &checked))
			contract_done(r, &c, CONTRACT_DOCUMENT, AUDIT_ADD, in.why,
				told(r, document.title, document.newest + 1, &in, &checked));
	}
	flash(r, text_format(r->ctx, "A version of %s was added.", document.title));
	return redirect(r, "/contracts/%s#documents", c.ref);
}
