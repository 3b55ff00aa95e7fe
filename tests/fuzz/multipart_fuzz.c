/* multipart_fuzz.c: bodies of any bytes in pieces of any size: the same parts as when they come
 * whole, names that are safe to show, and events in their order. Input: the size of a piece, then
 * the body; its boundary is "b". */
#include "fuzz.h"
#include "multipart.h"
#include "upload.h"

static const char type[] = "multipart/form-data; boundary=b";

struct seen {
	struct buf text;
	size_t parts;
	bool open;
};

static bool on_begin(void *to, const struct multipart_part *part)
{
	struct seen *s = to;

	ASSERT(!s->open && ++s->parts <= MULTIPART_PARTS);
	s->open = true;
	ASSERT(*part->name && strlen(part->name) <= MULTIPART_NAME && text_is_plain(part->name));
	ASSERT(text_is_plain(part->type));
	if (part->file_name)
		ASSERT(text_is_plain(part->file_name) && !strpbrk(part->file_name, "/\\") &&
			text_length(part->file_name) <= MULTIPART_FILE_NAME);
	buf_addf(&s->text, "<%s|%s>", part->name, part->file_name ? part->file_name : "");
	return true;
}

static bool on_data(void *to, const char *bytes, size_t len)
{
	struct seen *s = to;

	ASSERT(s->open && len > 0);
	buf_add(&s->text, bytes, len);
	return true;
}

static bool on_end(void *to)
{
	struct seen *s = to;

	ASSERT(s->open);
	s->open = false;
	buf_adds(&s->text, "</>");
	return true;
}

static bool read_by(TALLOC_CTX *ctx, const char *body, size_t len, size_t step, struct seen *s)
{
	static const struct multipart_events events = { on_begin, on_data, on_end };
	struct multipart *m = must(multipart_new(ctx, type, &events, s));
	bool fine = true;

	*s = (struct seen){ .text.ctx = ctx };
	for (size_t i = 0; i < len && fine; i += step)
		fine = multipart_feed(m, body + i, len - i < step ? len - i : step);
	ASSERT(fine == !multipart_fault(m));
	fine = multipart_finish(m);
	ASSERT(!fine || !s->open);
	return fine;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	TALLOC_CTX *ctx;
	struct seen whole, pieces;
	struct params fields;
	struct uploads files;
	char *body, *any;

	if (size == 0)
		return 0;
	ctx = talloc_new(NULL);
	body = fuzz_string(data + 1, size - 1);
	ASSERT(read_by(ctx, body, size - 1, size, &whole) ==
		read_by(ctx, body, size - 1, data[0] % 64 + 1U, &pieces));
	ASSERT(whole.parts == pieces.parts && whole.text.len == pieces.text.len);
	ASSERT(whole.text.len == 0 ||
		memcmp(whole.text.data, pieces.text.data, whole.text.len) == 0);
	if (uploads_read(ctx, type, body, size - 1, &fields, &files))
		for (size_t i = 0; i < fields.n; i++)
			ASSERT(fuzz_is_clean(fields.list[i].value));
	any = text_format(ctx, "multipart/form-data;%s", body);
	multipart_new(ctx, any, &(struct multipart_events){ on_begin, on_data, on_end }, &whole);
	talloc_free(ctx);
	free(body);
	return 0;
}
