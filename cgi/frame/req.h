/* req.h: one request and its response: what every page function is given. */
#ifndef REQ_H
#define REQ_H

#include <stdbool.h>
#include <stdint.h>
#include "buf.h"
#include "db.h"
#include "params.h"
#include "tpl.h"
#include "upload.h"

enum method { METHOD_GET = 1, METHOD_POST = 2 }; /* HEAD is served as GET, its body left out */

/* Who is signed in; NULL in a request for nobody. */
struct person {
	int64_t person_id, organisation_id;
	const char *email, *name, *organisation;
	unsigned roles;       /* ROLE_ bits, access.h */
	bool of_commissioner; /* member of the organisation that runs this installation */
	const char *role;     /* acts in this role alone; NULL: in all they have there */
	bool may_choose;      /* has several roles or organisations to act for */
};

/* Writes part of a streamed body; false when the reader has gone (stop, nothing else to do). */
struct sink;
bool sink_write(struct sink *, const void *bytes, size_t len);

struct req {
	TALLOC_CTX *ctx; /* the request's memory: everything a page makes hangs on it */
	const struct conf *conf;
	const struct settings *settings; /* setting.h */
	struct db *db;
	enum pool pool;
	enum method method;
	const char *path; /* decoded, valid UTF-8, begins with / */
	struct params query, body, cookies;
	struct uploads files; /* of a route that takes some */
	const struct route *route;
	const char *args[4]; /* the :parts of the route's path, in order */
	const struct person *person;
	const char *address; /* the peer's, to limit signing in; never stored; NULL on the public
				pool */
	const char *csrf;    /* token of this session's forms (staff) */
	int64_t now;         /* seconds since 1970, UTC */

	/* the response */
	int status;
	struct tpl *page;   /* values of the page's template; page_show() renders it */
	struct buf headers; /* extra lines, each ended by CR LF */
	struct buf content; /* the body */
	const char *type;   /* Content-Type */
	const char *cache;  /* Cache-Control; NULL: no-store */
	bool (*stream)(struct req *, struct sink *); /* see respond_stream; false: broken off */
	void *stream_data;
	const char *run_by; /* the operating system's user, where the request came from the command
			       line */
	bool wide;          /* a public page of tables: as wide as there is room */
	bool audited;       /* rows of the trail were added, and are to be chained */
};

/* Page functions return an HTTP status; these give one. */

/* Renders `file` with r->page inside the layout of the pool. */
int page_show(struct req *, int status, enum tpl_file file, const char *title);
/* 303 to a path of ours; format as printf. Parts of a path that a person typed must have been
 * checked before. */
int redirect(struct req *, const char *format, ...) __attribute__((format(printf, 2, 3)));
int not_found(struct req *); /* 404: not there, or not theirs */
/* The same 404, of a record that is there and is another's: the trail has it. */
int not_theirs(struct req *, const char *why);
int form_refused(struct req *);           /* 403: its token is not this session's */
int page_kept(struct req *);              /* what was typed, in a form with one button */
int page_error(struct req *, int status); /* 400 403 404 405 413 429 500 503 in plain words */
/* 200 whose body is made after the headers are sent, by `write`, in constant memory (exports). Its
 * database work is read-only. */
int respond_stream(struct req *, const char *type, const char *filename,
	bool (*write)(struct req *, struct sink *), void *data);
void header_add(struct req *, const char *name, const char *value);
/* One sentence shown at the top of the next page (staff): "Signed out." */
void flash(struct req *, const char *sentence);
/* The same for what they did not do themselves: "You were signed out." */
void flash_notice(struct req *, const char *sentence);
/* A whole number from a query parameter, within min..max; `otherwise` when absent or not one. */
int64_t query_int(
	const struct req *, const char *name, int64_t min, int64_t max, int64_t otherwise);

/* Dates for people, Europe/London, owned by ctx: "22 November 2026", "22 November 2026 at 3:04pm",
 * "November 2026". */
const char *day_text(TALLOC_CTX *, int64_t time);
const char *time_text(TALLOC_CTX *, int64_t time);
const char *date_text(TALLOC_CTX *, const char *iso_date);
const char *month_text(TALLOC_CTX *, const char *iso_date);
/* For lists: "24 Nov", and of another year than `now` "24 Nov 2025"; "Tue 24 Nov". */
const char *day_short_text(TALLOC_CTX *, int64_t time, int64_t now);
const char *weekday_text(TALLOC_CTX *, int64_t time, int64_t now);
const char *date_short_text(TALLOC_CTX *, const char *iso_date, int64_t now);
#endif
