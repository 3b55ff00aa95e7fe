/* file_check.c: a file that somebody sends is looked at, cleaned and scanned before it is stored;
 * opened, it is a download and nothing else. */
#include "file_check.h"

#include <sodium.h>
#include <string.h>
#include "audit.h"
#include "conf.h"
#include "scanner.h"

enum { REF_BYTES = FILE_REF / 2 };

const char *file_check(struct req *r, const struct upload *file, struct checked_file *out)
{
	struct buf clean = { .ctx = r->ctx };
	const char *magic, *refused = NULL;

	if (file->bytes.len == 0)
		return "The file is empty";
	if (file->bytes.len > FILE_BYTES_MOST)
		return "The file is larger than 10 MB";
	magic = file_magic(r->ctx, file->bytes);
	if (!magic)
		return "We could not look at the file just now. It was not stored: try again";
	out->type = file_type_decide(r->ctx, magic, file->bytes, file->file_name, &refused);
	if (!out->type)
		return refused;
	out->name = file_name_clean(r->ctx, file->file_name, out->type);
	out->bytes = file->bytes;
	if (!out->type->clean)
		return NULL;
	if (!out->type->clean(file->bytes, &clean))
		return "The picture is damaged: we cannot read it from beginning to end. Open it, "
		       "save it again, then choose that";
	out->bytes = (struct bytes){ (const uint8_t *)clean.data, clean.len };
	return NULL;
}

const char *file_scan(
	struct req *r, struct bytes bytes, const char *subject, const char *ref, bool *scanned)
{
	const char *virus = NULL;

	*scanned = false;
	if (!conf_get(r->conf, "clamd.socket", NULL))
		return NULL;
	if (!db_commit(r->db))
		return NULL; /* serve() answers for it */
	switch (scanner_scan(r->conf, r->ctx, bytes, &virus)) {
	case SCAN_CLEAN:
		*scanned = true;
		return NULL;
	case SCAN_FOUND:
		audit(r, AUDIT_REFUSED, subject, ref,
			audit_fact(audit_fact(NULL, "why", "a virus in a file"), "virus", virus));
		return text_format(r->ctx,
			"The virus scanner found %s in this file. It was not stored. Tell whoever "
			"looks after your computer",
			virus);
	default:
		return "The virus scanner does not answer just now, so the file was not stored. "
		       "Try "
		       "again in a few minutes";
	}
}

void file_ref_make(char out[FILE_REF + 1])
{
	uint8_t random[REF_BYTES];

	randombytes_buf(random, sizeof random);
	sodium_bin2hex(out, FILE_REF + 1, random, sizeof random);
}

bool file_is_ref(const char *text)
{
	return strlen(text) == FILE_REF && strspn(text, "0123456789abcdef") == FILE_REF;
}

const char *file_size_words(TALLOC_CTX *ctx, int64_t bytes)
{
	if (bytes < 1024)
		return text_format(ctx, "%lld byte%s", (long long)bytes, bytes == 1 ? "" : "s");
	if (bytes < 1024 * 1024)
		return text_format(ctx, "%lld KB", (long long)((bytes + 512) / 1024));
	return text_format(ctx, "%.1f MB", (double)bytes / (1024 * 1024));
}

const char *file_type_label(const char *code)
{
	const struct file_type *type = file_type_of(code);

	return type ? type->label : "File";
}

int file_stream(struct req *r, const char *name, int64_t size,
	bool (*write)(struct req *, struct sink *), void *data)
{
	r->type = "application/octet-stream";
	r->stream = write;
	r->stream_data = data;
	header_add(r, "Content-Disposition", file_disposition(r->ctx, name));
	header_add(r, "Content-Length", text_format(r->ctx, "%lld", (long long)size));
	header_add(r, "Content-Security-Policy", "sandbox");
	return 200;
}
