/* identity.h: passages of a text that look like a person's identity. Pure, and takes no memory: one
 * look from left to right, whatever the text. It warns; it never decides.
 *
 * For a field of a form, use identity_form.h. */
#ifndef IDENTITY_H
#define IDENTITY_H

#include <stddef.h>

enum identity_kind {
	IDENTITY_NHS_NUMBER, /* ten digits that satisfy modulus 11, with spaces or hyphens or not */
	IDENTITY_BIRTH,      /* a full date beside "born" or "DOB", or more than two years ago */
	IDENTITY_TELEPHONE,  /* of the United Kingdom */
	IDENTITY_EMAIL,
	IDENTITY_NAME, /* a title and a name: "Mrs Ada Smith", "Dr Jones" */
	IDENTITY_POSTCODE,
	IDENTITY_KINDS
};

struct identity_passage {
	size_t start, length; /* bytes of the text */
	enum identity_kind kind;
};

/* More in one text are found when these are gone. */
enum { IDENTITY_MOST = 20 };
struct identity {
	struct identity_passage
		list[IDENTITY_MOST]; /* in the order of the text, none within another */
	size_t n;
};

/* text: UTF-8. today: "2026-11-22", what "two years ago" counts from. */
void identity_find(const char *text, const char *today, struct identity *out);
/* "looks like an NHS number" */
const char *identity_words(enum identity_kind);
#endif
