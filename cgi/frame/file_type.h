/* file_type.h: which files are taken, and what a file is by its content (libmagic). */
#ifndef FILE_TYPE_H
#define FILE_TYPE_H

#include <stdbool.h>
#include "buf.h"
#include "db.h"

struct file_type {
	const char *code;       /* of the column: "pdf" */
	const char *label;      /* "PDF" */
	const char *words;      /* in a sentence: "a PDF" */
	const char *endings[4]; /* of names; the first is given to one that has none */
	bool (*clean)(struct bytes, struct buf *); /* file_clean.h; NULL: nothing is taken out */
};

/* "a PDF, a picture (JPEG, PNG or WebP), …": what is taken, for hints and refusals. */
extern const char file_types_words[];
/* For the file picker: ".pdf,.jpg,…" */
extern const char file_types_accept[];
const struct file_type *file_type_of(const char *code); /* NULL: none */

/* What libmagic says: "application/pdf"; NULL when it could not look (said on stderr). It looks in
 * a process of its own, for a few seconds at most: its database and what it allocates (9 MB) never
 * burden a worker, and a file made to break it breaks nothing here. */
const char *file_magic(TALLOC_CTX *, struct bytes);

/* Pure: what it is, by libmagic's word, its bytes and its name together; NULL with a sentence to
 * the person in *refused. */
const struct file_type *file_type_decide(
	TALLOC_CTX *, const char *magic, struct bytes, const char *name, const char **refused);

/* The name it is kept under: without spaces and dots around it, with its type's ending, at most
 * FILE_NAME characters. `name` is one line (multipart.h). */
enum { FILE_NAME = 200 };
const char *file_name_clean(TALLOC_CTX *, const char *name, const struct file_type *);
/* RFC 6266 and 8187: attachment, with the name in ASCII and in full. */
const char *file_disposition(TALLOC_CTX *, const char *name);
#endif
