/* kept.c: what somebody typed while their session ended, until they have it back. */
#include "kept.h"

#include <jansson.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include "audit.h"
#include "pages.h"
#include "routes.h"
#include "seal.h"
#include "session.h"

enum { KEPT_BYTES = 16, KEPT_MOST = 20, KEPT_DAY = 24 * 60 * 60 };

/* The typed values as JSON: [["name", "value"], ...]; NULL when there is nothing worth keeping. */
static char *typed_json(const struct req *r)
{
	json_t *list = must(json_array());
	char *text = NULL;

	for (size_t i = 0; i < r->body.n; i++)
		if (!params_is_secret(r->body.list[i].name))
			json_array_append_new(list,
				json_pack("[s, s]", r->body.list[i].name, r->body.list[i].value));
	if (json_array_size(list) > 0)
		text = json_dumps(list, JSON_COMPACT);
	json_decref(list);
	return text;
}

/* A path as it stands in an address: everything but the plainest characters escaped. */
static const char *path_encode(TALLOC_CTX *ctx, const char *path)
{
	struct buf out = { .ctx = ctx };

	for (; *path; path++)
		if (strchr("/-_.~", *path) || (*path >= '0' && *path <= '9') ||
			((*path | 0x20) >= 'a' && (*path | 0x20) <= 'z'))
			buf_add(&out, path, 1);
		else
			buf_addf(&out, "%%%02X", (unsigned char)*path);
	return buf_text(&out);
}

/* Stores the form for who it came from; its id as text, or NULL when there is nothing to keep. */
static const char *store(struct req *r, const struct q_session_of_form *from)
{
	struct q_kept_count count = { 0 };
	char *text = typed_json(r);
	uint8_t id[KEPT_BYTES];
	const char *sealed;

	if (!text || strlen(r->path) > 500) {
		free(text);
		return NULL;
	}
	sealed = seal(r->ctx, r->conf, "kept", text, strlen(text));
	free(text);
	if (Q_ONE(r->db, kept_count, &count, .person_id = from->person_id) && count.n >= KEPT_MOST)
		Q_RUN(r->db, kept_drop_oldest, .person_id = from->person_id);
	randombytes_buf(id, sizeof id);
	Q_RUN(r->db, kept_add, .kept_id = { id, sizeof id }, .person_id = from->person_id,
		.organisation_id = from->organisation_id, .path = r->path,
		.body = { (const uint8_t *)sealed, strlen(sealed) }, .now = r->now);
	return base64url(r->ctx, id, sizeof id);
}

int kept_take(struct req *r)
{
	const char *token = params_get(&r->body, "csrf"), *id = NULL;
	struct q_session_of_form from = { 0 };
	uint8_t hash[HASH_BYTES];
	bool other_method;
	const char *args[4];

	/* A button without a form of its own, like signing out, has nothing to give back. */
	if (token && route_find(r->pool, METHOD_GET, r->ctx, r->path, args, &other_method)) {
		hash_bytes(hash, token, strlen(token));
		if (Q_ONE(r->db, session_of_form, &from, .csrf_hash = { hash, sizeof hash }))
			id = store(r, &from);
	}
	if (!r->person) {
		if (id)
			flash_notice(r,
				"You were signed out. What you typed has been kept: sign in, and "
				"you have it back.");
		return redirect(r, "/sign-in");
	}
	if (id && from.person_id == r->person->person_id &&
		from.organisation_id == r->person->organisation_id)
		return redirect(r, "%s?kept=%s", path_encode(r->ctx, r->path), id);
	audit_refused(r, "the form's token does not fit");
	return form_refused(r);
}

static bool kept_id(const struct req *r, const char *text, struct bytes *id)
{
	return text && base64url_open(r->ctx, text, id) && id->len == KEPT_BYTES;
}

/* Takes the JSON of typed_json() apart. */
static bool read_typed(struct req *r, struct bytes json)
{
	json_t *list = json_loadb((const char *)json.data, json.len, 0, NULL), *pair;
	struct params *body = &r->body;
	const char *name, *value;
	size_t i;

	*body = (struct params){ .list = NEW_ARRAY(
					 r->ctx, struct param, json_array_size(list) + 1) };
	json_array_foreach(list, i, pair) if (json_unpack(pair, "[s, s]", &name, &value) == 0)
		body->list[body->n++] =
		(struct param){ text_copy(r->ctx, name), text_copy(r->ctx, value) };
	json_decref(list);
	return body->n > 0;
}

bool kept_open(struct req *r)
{
	struct q_kept_get row;
	struct bytes id, json;

	return kept_id(r, params_get(&r->query, "kept"), &id) &&
	       Q_ONE(r->db, kept_get, &row, .kept_id = id, .person_id = r->person->person_id,
		       .organisation_id = r->person->organisation_id, .path = r->path) &&
	       seal_open(r->ctx, r->conf, "kept",
		       text_copyn(r->ctx, (const char *)row.body.data, row.body.len), &json) &&
	       read_typed(r, json);
}

void kept_close(struct req *r)
{
	struct bytes id;

	if (r->person && kept_id(r, params_get(&r->query, "kept"), &id))
		Q_RUN(r->db, kept_drop, .kept_id = id, .person_id = r->person->person_id);
}

static int to_form(struct req *r, const char *path, struct bytes id)
{
	return redirect(
		r, "%s?kept=%s", path_encode(r->ctx, path), base64url(r->ctx, id.data, id.len));
}

int kept_redirect(struct req *r, int64_t person_id)
{
	struct q_kept_newest row;

	if (!Q_ONE(r->db, kept_newest, &row, .person_id = person_id, .after = r->now - KEPT_DAY))
		return redirect(r, "/");
	flash(r, "You are signed in again.");
	return to_form(r, row.path, row.kept_id);
}

void kept_list(struct req *r, struct tpl *page)
{
	struct db_rows *rows = Q_ROWS(r->db, kept_all, .person_id = r->person->person_id,
		.organisation_id = r->person->organisation_id);
	struct q_kept_all row;
	struct tpl *list = NULL, *item;

	while (Q_NEXT(rows, kept_all, &row)) {
		if (!list)
			list = tpl_add(page, M_KEPT);
		item = tpl_add(list, M_KEPT_ROW);
		tpl_set(item, M_KEPT_ID, base64url(r->ctx, row.kept_id.data, row.kept_id.len));
		tpl_set(item, M_KEPT_AT, time_text(r->ctx, row.kept_at));
	}
}

/* It is not there, or it is another's (or typed for another organisation of theirs). */
static int no_kept(struct req *r, struct bytes id)
{
	struct q_kept_exists other;

	return Q_ONE(r->db, kept_exists, &other, .kept_id = id)
		       ? not_theirs(r, "not what they typed for this organisation")
		       : not_found(r);
}

/* GET /kept/:id */
int kept_view(struct req *r)
{
	struct q_kept_path row;
	struct bytes id;

	if (!kept_id(r, r->args[0], &id))
		return not_found(r);
	if (!Q_ONE(r->db, kept_path, &row, .kept_id = id, .person_id = r->person->person_id,
		    .organisation_id = r->person->organisation_id))
		return no_kept(r, id);
	return to_form(r, row.path, id);
}

/* POST /kept/:id/remove */
int kept_remove(struct req *r)
{
	struct bytes id;
	int64_t n = 0;

	if (!kept_id(r, r->args[0], &id))
		return not_found(r);
	Q_RUN_COUNT(r->db, kept_drop, &n, .kept_id = id, .person_id = r->person->person_id);
	if (n == 0)
		return no_kept(r, id);
	flash(r, "Thrown away.");
	return redirect(r, "/");
}
