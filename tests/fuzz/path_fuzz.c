/* path_fuzz.c: a raw path, any bytes: what is decoded stays inside, and a route's parts are whole
 * segments. */
#include "fuzz.h"
#include "routes.h"

static void find(TALLOC_CTX *ctx, enum pool pool, enum method method, const char *path)
{
	const char *args[4] = { 0 };
	bool other = true;
	const struct route *route = route_find(pool, method, ctx, path, args, &other);

	if (!route)
		return;
	ASSERT((route->pools & (unsigned)pool) && route->method == method && route->page);
	for (size_t i = 0, n = 0; route->path[i]; i++)
		if (route->path[i] == ':')
			ASSERT(args[n] && *args[n] && !strchr(args[n], '/') &&
				strstr(path, args[n]) && ++n <= 4);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	TALLOC_CTX *ctx = talloc_new(NULL);
	char *raw = must(malloc(size ? size : 1)), *path;

	memcpy(raw, data, size);
	path = path_decode(ctx, raw, size);
	if (path) {
		ASSERT(path[0] == '/' && text_is_utf8(path, strlen(path)));
		for (const unsigned char *s = (const unsigned char *)path; *s; s++)
			ASSERT(*s >= 0x20 && *s != 0x7f);
		ASSERT(!strstr(path, "/../") && !strstr(path, "//") && !strchr(path, '\\') &&
			!strchr(path, '\n'));
		ASSERT(strlen(path) < 3 || strcmp(path + strlen(path) - 3, "/..") != 0);
		for (int i = 0; i < 4; i++)
			find(ctx, i & 1 ? POOL_PUBLIC : POOL_STAFF,
				i & 2 ? METHOD_GET : METHOD_POST, path);
	}
	free(raw);
	talloc_free(ctx);
	return 0;
}
