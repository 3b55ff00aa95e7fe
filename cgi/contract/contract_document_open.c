/* contract_document_open.c: a version of a document is opened: as a download and nothing else. */
#include <string.h>
#include "audit.h"
#include "contract_document.h"
#include "pages.h"

static bool write_bytes(struct req *r, struct sink *sink)
{
	const struct q_contract_version_by_ref *version = r->stream_data;
	struct db_rows *rows =
		Q_STREAM(r->db, contract_version_parts, .version_id = version->version_id);
	struct q_contract_version_parts row;
	int64_t sent = 0;

	while (Q_NEXT(rows, contract_version_parts, &row)) {
		if (!sink_write(sink, row.bytes.data, row.bytes.len))
			return false;
		sent += (int64_t)row.bytes.len;
	}
	return sent == version->size;
}

static int open_version(
	struct req *r, const struct q_contract_by_ref *c, const char *ref, enum documents_for whom)
{
	struct q_contract_version_by_ref *version = NEW(r->ctx, struct q_contract_version_by_ref);

	if (!file_is_ref(ref) || !Q_ONE(r->db, contract_version_by_ref, version, .ref = ref,
					 .contract_id = c->contract_id))
		return not_found(r);
	if (whom == DOCUMENTS_AGREED &&
		(!version->agreed_on || strcmp(version->kind, "other") == 0))
		return not_theirs(r, "a draft of a contract's document");
	audit(r, AUDIT_EXPORT, "contract", c->ref,
		audit_fact(audit_fact(NULL, "document", version->title), "file",
			text_format(r->ctx, "%s, %s", file_type_label(version->type),
				file_size_words(r->ctx, version->size))));
	return file_stream(r, version->name, version->size, write_bytes, version);
}

/* GET /contracts/:ref/documents/:document/:version */
int contract_version_view(struct req *r)
{
	struct q_contract_document_by_ref document;
	struct q_contract_by_ref c;
	int refused = contract_read(r, &c);

	if (refused)
		return refused;
	if (!Q_ONE(r->db, contract_document_by_ref, &document, .contract_id = c.contract_id,
		    .ref = r->args[1]))
		return not_found(r);
	return open_version(r, &c, r->args[2], DOCUMENTS_ALL);
}

/* GET /our-contracts/:ref/documents/:version */
int our_contract_version_view(struct req *r)
{
	struct q_contract_by_ref c;
	int refused = contract_party(r, &c);

	return refused ? refused : open_version(r, &c, r->args[1], DOCUMENTS_AGREED);
}
