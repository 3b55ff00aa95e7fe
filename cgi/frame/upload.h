/* upload.h: the fields and the files of a multipart form, in the request's memory. */
#ifndef UPLOAD_H
#define UPLOAD_H

#include "db.h"
#include "params.h"

enum {
	UPLOAD_FILES = 10,            /* of one form */
	UPLOAD_FIELD_BYTES = 1 << 16, /* of all fields that are not files */
};

struct upload {
	const char *name;      /* the field's */
	const char *file_name; /* as people read it (multipart.h); never a path */
	struct bytes bytes;
};
struct uploads {
	struct upload *list;
	size_t n;
};

/* Fields are as strict as params_parse's. A file field in which nothing was chosen is left out.
 * False when it is no such form, or more than it may be. */
bool uploads_read(TALLOC_CTX *, const char *content_type, const char *body, size_t len,
	struct params *fields, struct uploads *files);
/* The file of a field that takes one; NULL when there is none, or several. */
const struct upload *uploads_get(const struct uploads *, const char *name);
#endif
