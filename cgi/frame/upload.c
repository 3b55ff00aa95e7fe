/* upload.c: puts the parts of a multipart form where a page looks for them. */
#include "upload.h"

#include <string.h>
#include "multipart.h"

struct collector {
	TALLOC_CTX *ctx;
	struct params *fields;
	struct uploads *files;
	const struct multipart_part *part;
	struct buf value;
	size_t field_bytes;
};

static bool part_begin(void *to, const struct multipart_part *part)
{
	struct collector *c = to;

	c->part = part;
	c->value = (struct buf){ .ctx = c->ctx };
	return true;
}

static bool part_data(void *to, const char *bytes, size_t len)
{
	struct collector *c = to;

	if (!c->part->file_name)
		c->field_bytes += len;
	if (c->field_bytes > UPLOAD_FIELD_BYTES)
		return false;
	buf_add(&c->value, bytes, len);
	return true;
}

static bool part_end(void *to)
{
	struct collector *c = to;
	struct uploads *files = c->files;

	if (!c->part->file_name)
		return params_add(
			c->ctx, c->fields, c->part->name, buf_text(&c->value), c->value.len);
	if (!*c->part->file_name && c->value.len == 0)
		return true; /* what browsers send where nothing was chosen */
	if (files->n == UPLOAD_FILES)
		return false;
	files->list[files->n++] = (struct upload){
		.name = text_copy(c->ctx, c->part->name),
		.file_name = text_copy(c->ctx, c->part->file_name),
		.bytes = { (const uint8_t *)buf_text(&c->value), c->value.len },
	};
	return true;
}

bool uploads_read(TALLOC_CTX *ctx, const char *content_type, const char *body, size_t len,
	struct params *fields, struct uploads *files)
{
	static const struct multipart_events events = { part_begin, part_data, part_end };
	struct collector c = { .ctx = ctx, .fields = fields, .files = files };
	struct multipart *m = multipart_new(ctx, content_type, &events, &c);

	*fields = (struct params){ 0 };
	files->list = NEW_ARRAY(ctx, struct upload, UPLOAD_FILES);
	files->n = 0;
	return m && multipart_feed(m, body, len) && multipart_finish(m);
}

const struct upload *uploads_get(const struct uploads *files, const char *name)
{
	const struct upload *found = NULL;

	for (size_t i = 0; i < files->n; i++)
		if (strcmp(files->list[i].name, name) == 0) {
			if (found)
				return NULL;
			found = &files->list[i];
		}
	return found;
}
