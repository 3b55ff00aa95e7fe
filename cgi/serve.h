/* serve.h: the road of a request, the same for nginx and for the command line. */
#ifndef SERVE_H
#define SERVE_H

#include "req.h"

/* A form's body, and that of one with files where a route takes some: 10 MB of file, and the form
 * around it (nginx has the same limits). */
enum { BODY_MOST = 64 * 1024, FILES_MOST = 11 * 1024 * 1024 };

/* A request as it came, not yet believed. */
struct input {
	const char *method, *uri; /* uri: raw path with ?query */
	const char *content_type; /* or NULL */
	const char *cookie;       /* or NULL */
	const char *address;      /* the peer's, for limits of signing in; never stored; NULL on the
				     public pool */
	const char *body;
	size_t body_len;
	int refused;             /* a status, when the body could not be taken: 400, 411, 413 */
	const struct person *as; /* the command line's --as: signed in as, without a session */
	const char *run_by;      /* the command line's: the operating system's user */
};

/* Where a streamed body goes. */
struct sink {
	bool (*write)(struct sink *, const void *bytes, size_t len);
	void *to;
};

struct server {
	const struct conf *conf;
	struct db *db;
	enum pool pool;
};

/* How long a body may be, known before it is read: `in` has method, uri and content type. */
size_t serve_body_most(const struct server *, TALLOC_CTX *, const struct input *in);
/* Runs the page, again after a conflict, commits, and returns the finished request; owned by ctx.
 * When its `stream` is set, the caller sends head and then calls serve_stream(). */
struct req *serve(struct server *, TALLOC_CTX *ctx, const struct input *);
/* The response's head: "Status: 200\r\n...\r\n\r\n". */
void serve_head(struct req *, struct buf *out);
/* An error page instead of what the page made; what it did to the database is rolled back. */
void serve_instead(struct req *, int status);
bool serve_stream(struct req *, struct sink *);
#endif
