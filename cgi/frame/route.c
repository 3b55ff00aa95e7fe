/* route.c: finds the route of a path. */
#include "routes.h"

#include <string.h>

static bool bad_path(const char *path, size_t len)
{
	if (path[0] != '/' || strlen(path) != len || !text_is_utf8(path, len))
		return true;
	for (size_t i = 0; i < len; i++)
		if ((unsigned char)path[i] < 0x20 || path[i] == 0x7f || path[i] == '\\')
			return true;
	return strstr(path, "//") || strstr(path, "/./") || strstr(path, "/../") ||
	       (len >= 2 && strcmp(path + len - 2, "/.") == 0) ||
	       (len >= 3 && strcmp(path + len - 3, "/..") == 0);
}

static int hex(char c)
{
	const char *digits = "0123456789abcdef", *at = c ? strchr(digits, c | 0x20) : NULL;

	return at ? (int)(at - digits) : -1;
}

char *path_decode(TALLOC_CTX *ctx, const char *raw, size_t len)
{
	char *path = must(talloc_size(ctx, len + 1));
	size_t n = 0;

	for (size_t i = 0; i < len; i++) {
		path[n] = raw[i];
		if (raw[i] == '%') {
			if (len - i < 3 || hex(raw[i + 1]) < 0 || hex(raw[i + 2]) < 0)
				return NULL;
			path[n] = (char)(hex(raw[i + 1]) * 16 + hex(raw[i + 2]));
			if (path[n] == '/')
				return NULL;
			i += 2;
		}
		n++;
	}
	path[n] = '\0';
	return bad_path(path, n) ? NULL : path;
}

/* What names something in an address is ASCII, as its column is: MariaDB fails to compare that with
 * anything else, and the page would answer as if the database were away. */
static bool is_ascii(const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if ((unsigned char)text[i] >= 0x80)
			return false;
	return true;
}

/* Does the path fit the pattern? Fills args with its :parts. */
static bool fits(TALLOC_CTX *ctx, const char *pattern, const char *path, const char *args[4])
{
	size_t n = 0, len;

	for (;;) {
		if (*pattern == ':') {
			len = strcspn(path, "/");
			if (len == 0 || !is_ascii(path, len))
				return false;
			ASSERT(n < 4);
			args[n++] = text_copyn(ctx, path, len);
			path += len;
			pattern += strcspn(pattern, "/");
		}
		if (*pattern != *path)
			return false;
		if (!*path)
			return true;
		pattern++;
		path++;
	}
}

const struct route *route_find(enum pool pool, enum method method, TALLOC_CTX *ctx,
	const char *path, const char *args[4], bool *other_method)
{
	*other_method = false;
	for (size_t i = 0; i < n_routes; i++) {
		if (!(routes[i].pools & pool) || !fits(ctx, routes[i].path, path, args))
			continue;
		if (routes[i].method == method)
			return &routes[i];
		*other_method = true;
	}
	return NULL;
}
