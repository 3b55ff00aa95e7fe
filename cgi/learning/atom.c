/* atom.c: a feed of what is published on the public site. */
#include "atom.h"

#include <time.h>
#include "conf.h"
#include "setting.h"
#include "xml.h"

/* RFC 3339, in UTC. */
static const char *moment(TALLOC_CTX *ctx, int64_t at)
{
	time_t t = (time_t)at;
	struct tm tm = { 0 };

	gmtime_r(&t, &tm);
	return text_format(ctx, "%04d-%02d-%02dT%02d:%02d:%02dZ", tm.tm_year + 1900, tm.tm_mon + 1,
		tm.tm_mday, tm.tm_hour, tm.tm_min, tm.tm_sec);
}

static const char *address(struct req *r, const char *path, const char *more)
{
	return text_format(r->ctx, "%s%s%s", conf_get(r->conf, "public_url", ""), path, more);
}

void atom_begin(struct req *r, const char *path, const char *title, int64_t updated)
{
	const char *own = address(r, path, ".atom");
	const char *name = setting_text(r->settings, SETTING_NAME);
	struct buf *out = &r->content;

	r->type = "application/atom+xml; charset=utf-8";
	r->cache = "public, max-age=300";
	xml_begin(out);
	xml_open_with(out, "feed", "xmlns", "http://www.w3.org/2005/Atom");
	xml_element(out, "id", own);
	xml_element(out, "title", text_format(r->ctx, "%s: %s", title, name));
	xml_empty(out, "link", "rel", "self", "type", "application/atom+xml", "href", own, NULL);
	xml_empty(out, "link", "rel", "alternate", "type", "text/html", "href",
		address(r, path, ""), NULL);
	/* Without an entry it was never changed. */
	xml_element(out, "updated", moment(r->ctx, updated));
	xml_open(out, "author");
	xml_element(out, "name", name);
	xml_close(out, "author");
}

void atom_entry(struct req *r, const struct atom_entry *e)
{
	const char *at = address(r, e->path, "");
	struct buf *out = &r->content;

	xml_open(out, "entry");
	xml_element(out, "id", at);
	xml_element(out, "title", e->title);
	xml_empty(out, "link", "rel", "alternate", "type", "text/html", "href", at, NULL);
	xml_element(out, "published", moment(r->ctx, e->published_at));
	xml_element(out, "updated", moment(r->ctx, e->updated_at));
	xml_element(out, "summary", e->summary);
	xml_close(out, "entry");
}

int atom_end(struct req *r)
{
	xml_close(&r->content, "feed");
	return 200;
}
