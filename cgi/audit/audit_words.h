/* audit_words.h: rows of the trail in words that people read. */
#ifndef AUDIT_WORDS_H
#define AUDIT_WORDS_H

#include "audit.h"
#include "form.h"

/* Kinds of records, for a filter. */
const struct choice *audit_subjects(size_t *n);
/* "Person" of "person"; "Signed in" of "sign_in"; a code that nobody knows stays one. */
const char *audit_subject_label(const char *code);
const char *audit_action_words(const char *code);

/* What a row's detail says. */
struct audit_part {
	const char *field, *from, *to; /* from NULL: a plain fact */
};
struct audit_parts {
	struct audit_part *list;
	size_t n;
};
/* whole: long texts too. */
struct audit_parts audit_parts(TALLOC_CTX *, const char *detail, bool whole);
/* "Name: North → South; Postcode: BA1 1AA". */
const char *audit_detail_text(TALLOC_CTX *, const char *detail);
#endif
