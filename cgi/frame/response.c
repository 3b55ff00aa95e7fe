/* response.c: the parts of a response that need no page: headers, redirects, streams; and numbers
 * from a query. */
#include "req.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

void header_add(struct req *r, const char *name, const char *value)
{
	ASSERT(!strpbrk(value, "\r\n"));
	buf_addf(&r->headers, "%s: %s\r\n", name, value);
}

int redirect(struct req *r, const char *format, ...)
{
	va_list args;
	char *path;

	va_start(args, format);
	path = must(talloc_vasprintf(r, format, args));
	va_end(args);
	ASSERT(path[0] == '/' && path[1] != '/');
	header_add(r, "Location", path);
	return 303;
}

int respond_stream(struct req *r, const char *type, const char *filename,
	bool (*write)(struct req *, struct sink *), void *data)
{
	r->type = type;
	r->stream = write;
	r->stream_data = data;
	header_add(
		r, "Content-Disposition", text_format(r, "attachment; filename=\"%s\"", filename));
	return 200;
}

int64_t query_int(
	const struct req *r, const char *name, int64_t min, int64_t max, int64_t otherwise)
{
	const char *text = params_get(&r->query, name);
	long long number;
	char *end;

	if (!text || !*text || strlen(text) > 18 || strspn(text, "0123456789") != strlen(text))
		return otherwise;
	errno = 0;
	number = strtoll(text, &end, 10);
	return errno || number < min || number > max ? otherwise : number;
}
