/* contract_documents.c: documents of a contract: which there are, and their versions. */
#include "contract_document.h"

#include <string.h>
#include "access.h"
#include "contract_sections.h"
#include "pages.h"

static const char *version_file(struct req *r, const struct q_contract_versions *row)
{
	return text_format(r->ctx, "%s, %s%s", file_type_label(row->type),
		file_size_words(r->ctx, row->size),
		strcmp(row->scan, "clean") == 0 ? "" : ", not scanned for viruses");
}

static void show_version(struct req *r, const struct q_contract_by_ref *c,
	const struct q_contract_versions *row, enum documents_for whom, bool newest, struct tpl *t)
{
	bool here = row->held_at[0] == '\0';
	struct tpl *line = tpl_add(t, M_VERSION), *file;

	tpl_int(line, M_NUMBER, row->number);
	tpl_show_if(line, M_NEWEST, newest);
	tpl_optional(line, M_AGREED, M_AGREED_ON,
		row->agreed_on ? date_text(r->ctx, row->agreed_on) : NULL);
	tpl_show_if(line, M_DRAFT, !row->agreed_on);
	tpl_optional(line, M_HAS_WHY, M_WHY, text_copy(r->ctx, row->why));
	tpl_optional(line, M_ELSEWHERE, M_HELD_AT, here ? NULL : text_copy(r->ctx, row->held_at));
	tpl_set(line, M_ADDED_AT, day_text(r->ctx, row->added_at));
	tpl_optional(line, M_HAS_WHO, M_WHO,
		whom == DOCUMENTS_ALL ? text_copy(r->ctx, row->person) : NULL);
	if (!here)
		return;
	file = tpl_add(line, M_FILE);
	tpl_set(file, M_FILE_NAME, text_copy(r->ctx, row->name));
	tpl_set(file, M_TYPE, version_file(r, row));
	file = tpl_add(file, whom == DOCUMENTS_ALL ? M_FOR_STAFF : M_FOR_PARTY);
	tpl_set(file, M_REF, c->ref);
	tpl_set(file, M_DOCUMENT_REF, text_copy(r->ctx, row->document));
	tpl_set(file, M_FILE_REF, text_copy(r->ctx, row->ref));
}

size_t contract_documents_show(struct req *r, const struct q_contract_by_ref *c,
	const char *document, enum documents_for whom, struct tpl *page)
{
	bool may_change = whom == DOCUMENTS_ALL && access_allows(r->person, KEEPS_CONTRACTS),
	     agreed = false;
	struct db_rows *rows = Q_ROWS(r->db, contract_versions, .contract_id = c->contract_id,
		.document = document, .agreed = whom == DOCUMENTS_AGREED);
	struct q_contract_versions row;
	struct tpl *t = NULL;
	int64_t last = 0;
	size_t n = 0;

	while (Q_NEXT(rows, contract_versions, &row)) {
		if (row.document_id != last) {
			last = row.document_id;
			agreed = false;
			n++;
			t = tpl_include(page, M_DOCUMENTS, T_contract_versions);
			tpl_set(t, M_TITLE, text_copy(r->ctx, row.title));
			tpl_set(t, M_KIND,
				choice_label(contract_document_kinds, CONTRACT_DOCUMENT_KINDS,
					text_copy(r->ctx, row.kind)));
			tpl_set(t, M_DOCUMENT_REF, text_copy(r->ctx, row.document));
			if (may_change && !document)
				tpl_set(tpl_add(t, M_MAY_ADD), M_REF, c->ref);
		}
		show_version(r, c, &row, whom, row.agreed_on && !agreed, t);
		agreed |= row.agreed_on != NULL;
	}
	return n;
}

/* GET /contracts/:ref/documents */
int contract_documents_view(struct req *r)
{
	struct q_contract_by_ref c;
	int refused = contract_read(r, &c);

	if (refused)
		return refused;
	contract_heading(r, &c);
	tpl_show_if(
		r->page, M_NONE, contract_documents_show(r, &c, NULL, DOCUMENTS_ALL, r->page) == 0);
	if (access_allows(r->person, KEEPS_CONTRACTS))
		tpl_set(tpl_add(r->page, M_MAY_CHANGE), M_REF, c.ref);
	return page_show(r, 200, T_contract_documents, "Documents");
}

/* A line for each document: its newest agreed version, or that there is a draft only. */
void contract_section_documents(
	struct req *r, const struct q_contract_by_ref *c, bool may_change, struct tpl *page)
{
	struct tpl *t = tpl_include(page, M_SECTION, T_contract_section_documents), *line;
	struct db_rows *rows = Q_ROWS(r->db, contract_documents, .contract_id = c->contract_id);
	struct q_contract_documents row;
	bool any = false;

	tpl_set(t, M_REF, c->ref);
	while (Q_NEXT(rows, contract_documents, &row)) {
		line = tpl_add(t, M_DOCUMENT);
		tpl_set(line, M_TITLE, text_copy(r->ctx, row.title));
		tpl_set(line, M_KIND,
			choice_label(contract_document_kinds, CONTRACT_DOCUMENT_KINDS,
				text_copy(r->ctx, row.kind)));
		if (row.agreed) {
			struct tpl *agreed = tpl_add(line, M_AGREED);

			tpl_int(agreed, M_NUMBER, row.agreed);
			tpl_set(agreed, M_AGREED_ON, date_text(r->ctx, row.agreed_on));
		}
		if (row.newest > row.agreed)
			tpl_int(tpl_add(line, M_DRAFT), M_NUMBER, row.newest);
		any = true;
	}
	tpl_show_if(t, M_NONE, !any);
	tpl_show_if(t, M_ANY, any);
	tpl_show_if(t, M_MAY_CHANGE, may_change);
}
