/* multipart.h: multipart/form-data (RFC 7578), pushed through in pieces of any size: files go where
 * the caller wants them, and memory does not grow with them. */
#ifndef MULTIPART_H
#define MULTIPART_H

#include <stdbool.h>
#include "buf.h"

enum {
	MULTIPART_PARTS = 100,
	MULTIPART_HEAD = 4096,     /* bytes of a part's head */
	MULTIPART_NAME = 100,      /* bytes of a field's name */
	MULTIPART_FILE_NAME = 200, /* characters of a file's name; a longer one is cut */
};

struct multipart_part {
	const char *name;
	/* NULL: a field. Otherwise as a person may read it, not as a path: no folders, no control
	 * characters, not too long; "" when no file was chosen. */
	const char *file_name;
	const char *type; /* what the sender says it is; never to be believed; "" when unsaid */
};

/* Called for each part: begin, data (any number of times), end. False stops the reading: it is
 * refused, multipart_fault says nothing then. The part lives until its end. */
struct multipart_events {
	bool (*begin)(void *to, const struct multipart_part *);
	bool (*data)(void *to, const char *bytes, size_t len);
	bool (*end)(void *to);
};

struct multipart;

bool multipart_is(const char *content_type); /* "multipart/form-data; ..."; NULL is not */
/* NULL when the type has no boundary that could be one (RFC 2046: 1 to 70 characters). */
struct multipart *multipart_new(
	TALLOC_CTX *, const char *content_type, const struct multipart_events *, void *to);
/* The next bytes; false for good once something was wrong. */
bool multipart_feed(struct multipart *, const char *bytes, size_t len);
/* After the last byte: was it whole? */
bool multipart_finish(const struct multipart *);
/* What was wrong, for tests and logs; NULL when nothing was. */
const char *multipart_fault(const struct multipart *);
#endif
