/* survey_visit.c: the sealed state of a visit, and which page comes next. */
#include "survey_visit.h"

#include <sodium.h>
#include <string.h>
#include "seal.h"

static struct visit *with_form(
	struct req *r, const struct visit_door *door, const struct survey *survey)
{
	struct visit *v = NEW(r->ctx, struct visit);

	v->door = door;
	v->survey = survey;
	v->form = form_new(r->ctx, survey->fields, survey->n_fields);
	return v;
}

struct visit *visit_new(struct req *r, const struct visit_door *door)
{
	struct visit *v = with_form(r, door, door->current);

	randombytes_buf(v->token, sizeof v->token);
	v->begun = r->now;
	return v;
}

static int64_t number(const json_t *state, const char *key)
{
	return json_integer_value(json_object_get(state, key));
}

static bool bit(const uint64_t set[4], int64_t i)
{
	return set[i / 64] >> (i % 64) & 1;
}

static void load_seen(struct visit *v, const json_t *pages)
{
	size_t i;
	json_t *page;

	json_array_foreach(pages, i, page)
	{
		int64_t n = json_integer_value(page);
		if (n > 0 && n <= (int64_t)v->survey->n_pages)
			visit_pass(v, n);
	}
}

static struct visit *from_json(struct req *r, const struct visit_door *door, const json_t *state)
{
	int64_t version = number(state, "version");
	const char *token = json_string_value(json_object_get(state, "token"));
	const char *with = json_string_value(json_object_get(state, "with"));
	const struct survey *survey = door->current;
	struct bytes bytes;
	struct visit *v;

	if (version != survey->version || with)
		survey = door->version(r, door, version, with);
	if (!survey || !token || !base64url_open(r->ctx, token, &bytes) ||
		bytes.len != VISIT_TOKEN_BYTES)
		return NULL;
	v = with_form(r, door, survey);
	v->with = with ? text_copy(r->ctx, with) : NULL;
	memcpy(v->token, bytes.data, VISIT_TOKEN_BYTES);
	v->begun = number(state, "begun");
	v->step = number(state, "step");
	v->checking = json_is_true(json_object_get(state, "checking"));
	load_seen(v, json_object_get(state, "seen"));
	form_load_raw(v->form, json_object_get(state, "typed"));
	return v;
}

struct visit *visit_open(struct req *r, const struct visit_door *door)
{
	const char *sealed = params_get(&r->body, "state");
	struct bytes plain;
	struct visit *v;
	json_t *state;

	if (!sealed || !seal_open(r->ctx, r->conf, door->purpose, sealed, &plain))
		return NULL;
	state = json_loadb((const char *)plain.data, plain.len, 0, NULL);
	v = from_json(r, door, state);
	json_decref(state);
	return v;
}

static json_t *typed_elsewhere(const struct visit *v, const struct survey_page *shown)
{
	json_t *typed = form_raw_json(v->form);

	for (size_t i = 0; shown && i < shown->count; i++)
		if (form_shown(v->form, shown->first + i, shown->first, shown->count))
			json_object_del(typed, v->survey->fields[shown->first + i].name);
	return typed;
}

const char *visit_seal(struct req *r, const struct visit *v, const struct survey_page *shown)
{
	json_t *seen = json_array(), *state;
	const char *sealed;
	char *text;

	for (size_t i = 1; i <= v->survey->n_pages; i++)
		if (bit(v->seen, (int64_t)i))
			json_array_append_new(seen, json_integer((json_int_t)i));
	state = json_pack("{sI ss sI sI sb so so}", "version", (json_int_t)v->survey->version,
		"token", base64url(r->ctx, v->token, sizeof v->token), "begun",
		(json_int_t)v->begun, "step", (json_int_t)v->step, "checking", v->checking, "seen",
		seen, "typed", typed_elsewhere(v, shown));
	if (v->with)
		json_object_set_new(must(state), "with", json_string(v->with));
	text = must(json_dumps(must(state), JSON_COMPACT));
	sealed = seal(r->ctx, r->conf, v->door->purpose, text, strlen(text));
	free(text);
	json_decref(state);
	return sealed;
}

const char *visit_mark(struct req *r, const struct visit *v)
{
	uint8_t mac[HASH_BYTES];

	mac_bytes(r->conf, "visit", mac, v->token, sizeof v->token);
	return base64url(r->ctx, mac, 9);
}

bool visit_may_send(const struct visit *v, int64_t now)
{
	enum survey_openness state = survey_openness(v->survey, now);

	return state == SURVEY_OPEN || (state == SURVEY_CLOSED && v->begun < v->survey->closes_at &&
					       now < v->survey->closes_at + VISIT_GRACE_SECONDS);
}

bool visit_page_due(const struct visit *v, int64_t page)
{
	const struct survey_page *p = &v->survey->pages[page - 1];

	for (size_t i = p->first; i < p->first + p->count; i++)
		if (form_due(v->form, i))
			return true;
	return false;
}

void visit_pass(struct visit *v, int64_t page)
{
	v->seen[page / 64] |= UINT64_C(1) << (page % 64);
}

void visit_take(struct visit *v, int64_t page, const struct params *body)
{
	const struct survey *s = v->survey;
	const struct survey_page *typed = &s->pages[page - 1];
	bool *due = NEW_ARRAY(v, bool, s->n_fields);

	for (size_t i = 0; i < s->n_fields; i++)
		due[i] = form_due(v->form, i);
	form_take(v->form, typed->first, typed->count, body);
	for (size_t p = 0; p < s->n_pages; p++)
		for (size_t i = s->pages[p].first; i < s->pages[p].first + s->pages[p].count; i++)
			if (form_due(v->form, i) && !due[i])
				v->seen[(p + 1) / 64] &= ~(UINT64_C(1) << ((p + 1) % 64));
}

/* After a Change: pages that a changed answer made due and that nobody has seen yet come before the
 * check page. */
static int64_t next_unseen(const struct visit *v)
{
	for (int64_t page = 1; page <= (int64_t)v->survey->n_pages; page++)
		if (visit_page_due(v, page) && !bit(v->seen, page))
			return page;
	return VISIT_CHECK;
}

int64_t visit_next(struct visit *v, int64_t page)
{
	if (v->checking)
		return next_unseen(v);
	for (page++; page <= (int64_t)v->survey->n_pages; page++)
		if (visit_page_due(v, page))
			return page;
	return v->survey->check_answers ? VISIT_CHECK : 0;
}

int64_t visit_previous(const struct visit *v, int64_t page)
{
	if (page == VISIT_CHECK)
		page = (int64_t)v->survey->n_pages + 1;
	for (page--; page > 0; page--)
		if (visit_page_due(v, page))
			return page;
	return VISIT_START;
}

size_t visit_page_told(const struct visit *v, int64_t page)
{
	const struct survey_page *p = &v->survey->pages[page - 1];
	const struct field_value *first = &v->form->values[p->first];
	bool given = first->n_parts > 0 && first->parts[0] && *first->parts[0];

	if (p->of_first && !given)
		return p->if_given ? 0 : 1;
	return p->count - p->aside;
}

size_t visit_page_wrong(struct visit *v, int64_t page)
{
	const struct survey_page *p = &v->survey->pages[page - 1];
	size_t n = form_check(v->form, p->first, p->count);

	if (v->survey->also)
		n += v->survey->also(v->form, p->first, p->count);
	return n;
}

int64_t visit_first_wrong(struct visit *v)
{
	for (int64_t page = 1; page <= (int64_t)v->survey->n_pages; page++)
		if (visit_page_wrong(v, page) > 0)
			return page;
	return 0;
}

void visit_submission(const struct visit *v, uint8_t submission[16])
{
	uint8_t hash[HASH_BYTES];

	hash_bytes(hash, v->token, sizeof v->token);
	memcpy(submission, hash, 16);
}
