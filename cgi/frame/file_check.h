/* file_check.h: a file that somebody sends is looked at, cleaned and scanned before it is stored;
 * opened, it is a download and nothing else. What incidents and contracts share. */
#ifndef FILE_CHECK_H
#define FILE_CHECK_H

#include "file_type.h"
#include "req.h"

/* FILE_PART: bytes of one row: what a worker's connection to MariaDB keeps room for afterwards. */
enum { FILE_BYTES_MOST = 10 * 1024 * 1024, FILE_PART = 128 * 1024, FILE_REF = 32 };

struct checked_file {
	const struct file_type *type;
	struct bytes bytes; /* cleaned */
	const char *name;
	bool scanned;
};

/* What of the file itself keeps it from being stored, as a sentence; NULL: nothing. Fills *out but
 * for `scanned`. */
const char *file_check(struct req *, const struct upload *, struct checked_file *out);
/* Asks the virus scanner, if there is one; a sentence when the file is not to be stored. Nothing of
 * the database is held meanwhile: what the frame noted (when they were last seen) is committed, and
 * the caller looks again afterwards. subject, ref: of the trail, where a virus is told of. */
const char *file_scan(
	struct req *, struct bytes, const char *subject, const char *ref, bool *scanned);

/* Random: names a file in addresses. */
void file_ref_make(char out[FILE_REF + 1]);
bool file_is_ref(const char *);
/* "1.2 MB", "34 KB", "812 bytes". */
const char *file_size_words(TALLOC_CTX *, int64_t bytes);
/* "PDF" of "pdf"; "File" of a code that nobody knows. */
const char *file_type_label(const char *code);

/* The response is this file: an attachment of no type, never shown by a browser as a page of ours,
 * in a sandbox should one do so all the same. (nosniff comes from nginx, as everywhere.) */
int file_stream(struct req *, const char *name, int64_t size,
	bool (*write)(struct req *, struct sink *), void *data);
#endif
