/* contract_document.h: documents of a contract and their versions. */
#ifndef CONTRACT_DOCUMENT_H
#define CONTRACT_DOCUMENT_H

#include "contract.h"
#include "file_check.h"

/* Which are shown: all of them to staff; to the organisation what both sides agreed on. */
enum documents_for { DOCUMENTS_ALL, DOCUMENTS_AGREED };
/* A table of versions for each document, at {{>DOCUMENTS}} of t: of one document (its reference) or
 * of all (NULL). How many documents there are. */
size_t contract_documents_show(struct req *, const struct q_contract_by_ref *, const char *document,
	enum documents_for, struct tpl *t);
#endif
