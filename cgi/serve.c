/* serve.c: the road of every request: parse, route, session, access, CSRF, page, commit, response.
 */
#include "serve.h"

#include <sodium.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include "access.h"
#include "audit.h"
#include "conf.h"
#include "kept.h"
#include "multipart.h"
#include "routes.h"
#include "session.h"
#include "setting.h"

enum { TRIES = 5 };

static struct req *begin(struct server *s, TALLOC_CTX *ctx, const struct input *in)
{
	struct req *r = NEW(ctx, struct req);

	r->ctx = r;
	r->conf = s->conf;
	r->run_by = in->run_by;
	r->settings = settings_last(s->conf);
	r->db = s->db;
	r->pool = s->pool;
	r->now = time(NULL);
	r->headers.ctx = r->content.ctx = r;
	r->type = "text/html; charset=utf-8";
	r->path = "/";
	r->page = tpl_new(r);
	db_use(s->db, r);
	return r;
}

static bool is_form(const char *type)
{
	static const char form[] = "application/x-www-form-urlencoded";

	return type && strncmp(type, form, sizeof form - 1) == 0 &&
	       (type[sizeof form - 1] == '\0' || strchr("; \t", type[sizeof form - 1]));
}

/* Does an address take multipart/form-data, for files? Everybody else's is refused unread. */
static bool takes_files(enum pool pool, TALLOC_CTX *ctx, const char *uri)
{
	const char *path = path_decode(ctx, uri, strcspn(uri, "?")), *args[4];
	const struct route *route;
	bool other;

	route = path ? route_find(pool, METHOD_POST, ctx, path, args, &other) : NULL;
	return route && route->pools & TAKES_FILES;
}

size_t serve_body_most(const struct server *s, TALLOC_CTX *ctx, const struct input *in)
{
	return strcmp(in->method, "POST") == 0 && multipart_is(in->content_type) &&
			       takes_files(s->pool, ctx, in->uri)
		       ? FILES_MOST
		       : BODY_MOST;
}

/* Takes the request apart; 0, or the status that it deserves. */
static int parse(struct req *r, const struct input *in)
{
	const char *query = strchr(in->uri, '?');
	size_t path_len = query ? (size_t)(query - in->uri) : strlen(in->uri);
	const char *path = path_decode(r, in->uri, path_len);

	if (strcmp(in->method, "GET") == 0 || strcmp(in->method, "HEAD") == 0)
		r->method = METHOD_GET;
	else if (strcmp(in->method, "POST") == 0)
		r->method = METHOD_POST;
	else
		return 405;
	if (!path || (query && !params_parse(r, query + 1, strlen(query + 1), &r->query)))
		return 400;
	r->path = path;
	r->address = in->address;
	if (in->cookie && r->pool == POOL_STAFF) /* the public pool knows nobody */
		cookies_parse(r, in->cookie, &r->cookies);
	if (in->refused)
		return in->refused;
	if (r->method != METHOD_POST)
		return 0;
	if (multipart_is(in->content_type) && takes_files(r->pool, r, in->uri))
		return uploads_read(
			       r, in->content_type, in->body, in->body_len, &r->body, &r->files)
			       ? 0
			       : 400;
	if (!is_form(in->content_type))
		return 415;
	return params_parse(r, in->body, in->body_len, &r->body) ? 0 : 400;
}

/* Drops what the page made, for an error page instead of it. */
static void start_over(struct req *r)
{
	buf_reset(&r->headers);
	buf_reset(&r->content);
	r->type = "text/html; charset=utf-8";
	r->cache = NULL;
	r->stream = NULL;
	r->page = tpl_new(r);
}

/* A form of a session that is over, or of another one. Signing in has no session yet. */
static bool is_late(const struct req *r)
{
	return r->route->who != WHO_EVERYONE && (!r->person || !session_csrf_fits(r));
}

/* Phases that belong to the route, not to the page: who may, and CSRF. */
static int allowed(struct req *r, const struct input *in)
{
	if (r->pool == POOL_STAFF)
		session_open(r);
	if (in->as)
		r->person = in->as;
	if (db_state(r->db) != DB_FINE)
		return 503;
	if (r->method == METHOD_POST && r->pool == POOL_STAFF && !in->as && is_late(r))
		return kept_take(r);
	if (!access_allows(r->person, r->route->who)) {
		if (r->person) {
			audit_refused(r, "not in their role");
			return page_error(r, 403);
		}
		return redirect(r, "/sign-in");
	}
	if (r->method == METHOD_POST && r->pool == POOL_STAFF && !in->as && !session_csrf_fits(r)) {
		audit_refused(r, "the form's token does not fit");
		return form_refused(r);
	}
	return 0;
}

/* GET of a form with what was typed when its session ended: the page answers as if that were sent,
 * nothing of which is stored (finish() rolls back), and shows its form. One that acts without a
 * form of its own is offered as a button. */
static int give_back(struct req *r)
{
	const struct route *get = r->route;
	bool other_method;
	int status;

	r->route = route_find(r->pool, METHOD_POST, r, r->path, r->args, &other_method);
	if (!r->route || !access_allows(r->person, r->route->who) || !kept_open(r)) {
		r->route = get;
		return r->route->page(r);
	}
	r->body.restored = true;
	r->method = METHOD_POST;
	status = r->route->page(r);
	if (status == 200 || status >= 500)
		return status;
	start_over(r);
	return page_kept(r);
}

static int run_page(struct req *r)
{
	int status;

	if (r->person && params_get(&r->query, "kept") && r->method == METHOD_GET)
		return give_back(r);
	status = r->route->page(r);
	if (r->person && r->method == METHOD_POST && status == 303)
		kept_close(r);
	return status;
}

/* "/surveys/": people type it, and mean "/surveys". */
static bool ends_in_slash(const char *path)
{
	return path[1] && path[strlen(path) - 1] == '/';
}

static int answer(struct req *r, const struct input *in)
{
	bool other_method = false;
	int status = parse(r, in);

	if (status)
		return page_error(r, status);
	r->route = route_find(r->pool, r->method, r, r->path, r->args, &other_method);
	if (!r->route && r->method == METHOD_GET && ends_in_slash(r->path))
		return redirect(r, "%.*s", (int)strcspn(in->uri, "?") - 1, in->uri);
	r->settings = settings_get(r->db, r->conf, r->now);
	if (!r->route) {
		if (r->pool == POOL_STAFF)
			session_open(r); /* the error page has their menu */
		return page_error(r, other_method ? 405 : 404);
	}
	status = allowed(r, in);
	return status ? status : run_page(r);
}

void serve_instead(struct req *r, int status)
{
	start_over(r);
	r->status = page_error(r, status);
	db_clear(r->db);
}

/* Ends the transaction: true when the answer may be sent as it is. A stream begins a transaction of
 * its own: what tells of it in the trail is committed before its first byte. */
static bool finish(struct req *r)
{
	if (r->body.restored && db_state(r->db) == DB_FINE) {
		db_rollback(r->db);
		if (!r->audited)
			return true;
		/* What the page would have told of was not done, but perhaps seen. */
		audit(r, AUDIT_LOOK, "page", r->path,
			audit_fact(NULL, "with", "what was typed before"));
	}
	/* Promise 10: a page that changes something and does not tell of it is a fault of ours. */
	if (r->status < 500 && r->pool == POOL_STAFF && !r->audited && db_changed_by(r->db))
		BUG(text_format(r, "no row of the trail tells of %s", db_changed_by(r->db)));
	if (r->status < 500 && db_commit(r->db)) {
		/* It is committed: whether it can be chained now or later changes no answer. */
		if (r->audited)
			audit_link(r->db, r);
		return true;
	}
	if (r->status >= 500 && db_state(r->db) == DB_FINE) {
		db_rollback(r->db);
		return true;
	}
	return false;
}

struct req *serve(struct server *s, TALLOC_CTX *ctx, const struct input *in)
{
	struct req *r;

	for (int tries = 1;; tries++) {
		r = begin(s, ctx, in);
		r->status = answer(r, in);
		if (finish(r))
			return r;
		if (db_state(s->db) != DB_AGAIN || tries == TRIES)
			break;
		db_clear(s->db);
		talloc_free(r);
		usleep(1000 + randombytes_uniform(20000) * (unsigned)tries);
	}
	db_give_up(s->db);
	serve_instead(r, 503);
	return r;
}

static const char *reason(int status)
{
	switch (status) {
	case 200:
		return "OK";
	case 303:
		return "See Other";
	case 400:
		return "Bad Request";
	case 403:
		return "Forbidden";
	case 404:
		return "Not Found";
	case 405:
		return "Method Not Allowed";
	case 411:
		return "Length Required";
	case 413:
		return "Content Too Large";
	case 415:
		return "Unsupported Media Type";
	case 422:
		return "Unprocessable Content";
	case 429:
		return "Too Many Requests";
	case 503:
		return "Service Unavailable";
	default:
		return "Internal Server Error";
	}
}

void serve_head(struct req *r, struct buf *out)
{
	buf_addf(out, "Status: %d %s\r\nContent-Type: %s\r\nCache-Control: %s\r\n", r->status,
		reason(r->status), r->type, r->cache ? r->cache : "no-store");
	if (!r->stream)
		buf_addf(out, "Content-Length: %zu\r\n", r->content.len);
	buf_add(out, buf_text(&r->headers), r->headers.len);
	buf_adds(out, "\r\n");
}

bool sink_write(struct sink *sink, const void *bytes, size_t len)
{
	return sink->write(sink, bytes, len);
}

bool serve_stream(struct req *r, struct sink *sink)
{
	bool whole = r->stream(r, sink) && db_state(r->db) == DB_FINE;

	db_clear(r->db);
	return whole;
}
