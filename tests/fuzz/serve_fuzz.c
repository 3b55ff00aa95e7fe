/* serve_fuzz.c: whole requests, any bytes, on both pools, without a database: always an honest
 * answer, never a broken head. Input: lines METHOD, URI, content type, cookie, then the body. First
 * byte even: public pool. */
#include "fuzz.h"
#include "serve.h"

static struct server servers[2];

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	const struct conf *conf = fuzz_conf();

	(void)argc, (void)argv;
	ASSERT(tpl_load_all("build/templates"));
	for (int i = 0; i < 2; i++) {
		servers[i].conf = conf;
		servers[i].pool = i ? POOL_STAFF : POOL_PUBLIC;
		servers[i].db = db_new(NULL, conf, servers[i].pool);
	}
	return 0;
}

static char *line(char **at)
{
	char *begin = *at, *end = strchr(begin, '\n');

	if (!end)
		end = begin + strlen(begin);
	*at = *end ? end + 1 : end;
	*end = '\0';
	return begin;
}

/* "Name: value" lines ended by CR LF, one empty line at the very end. */
static void check_head(const struct buf *head)
{
	const char *text = buf_text(head), *end;

	ASSERT(strlen(text) == head->len && strncmp(text, "Status: ", 8) == 0);
	for (; *text != '\r'; text = end + 2) {
		end = strstr(text, "\r\n");
		ASSERT(end && end > text);
		for (const char *s = text; s < end; s++)
			ASSERT((unsigned char)*s >= 0x20 && *s != 0x7f);
		ASSERT(strcspn(text, ":") < (size_t)(end - text));
	}
	ASSERT(strcmp(text, "\r\n") == 0);
}

static bool is_status(int status)
{
	static const int ours[] = { 200, 303, 400, 403, 404, 405, 411, 413, 415, 422, 429, 503 };

	for (size_t i = 0; i < COUNT(ours); i++)
		if (ours[i] == status)
			return true;
	return false;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	TALLOC_CTX *ctx;
	char *copy, *at;
	struct input in = { .address = "192.0.2.1" };
	struct buf head = { 0 };
	struct req *r;

	if (size == 0)
		return 0;
	ctx = head.ctx = talloc_new(NULL);
	at = copy = fuzz_string(data + 1, size - 1);
	in.method = line(&at);
	in.uri = line(&at);
	in.content_type = line(&at);
	in.cookie = line(&at);
	in.body = at;
	in.body_len = size - 1 - (size_t)(at - copy);
	r = serve(&servers[data[0] & 1], ctx, &in);
	ASSERT(is_status(r->status));
	serve_head(r, &head);
	check_head(&head);
	ASSERT(text_is_utf8(buf_text(&r->content), r->content.len) || r->stream);
	talloc_free(ctx);
	free(copy);
	return 0;
}
