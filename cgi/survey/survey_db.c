/* survey_db.c: published surveys, compiled once a process and kept. */
#include <string.h>
#include <time.h>
#include "survey_parts.h"

enum {
	KEPT = 32,        /* versions; more are kept while they are in use */
	UNUSED_FOR = 600, /* seconds: no request lasts as long, so nobody can hold the version any
			     more */
	ASKED = 256, /* addresses whose current version is remembered, those that do not exist too
		      */
	ASK_AFTER = 1000, /* milliseconds */
};

/* A published version never changes; only its survey's dates do. */
struct kept {
	struct kept *next;
	struct survey *survey;
	int64_t used; /* milliseconds */
};

/* What the database said of an address. */
struct asked {
	char slug[61];
	int64_t at; /* milliseconds; 0: never */
	struct survey *survey;
};

/* The process's cache: public definitions alone, nothing of anybody's request. */
static struct kept *all;
static size_t n_kept;
static struct asked addresses[ASKED];

static int64_t milliseconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000 + 1;
}

static void forget_unused(int64_t now)
{
	for (struct kept **at = &all, *k; n_kept > KEPT && (k = *at);) {
		if (now - k->used < UNUSED_FOR * (int64_t)1000) {
			at = &k->next;
			continue;
		}
		for (size_t i = 0; i < ASKED; i++)
			if (addresses[i].survey == k->survey)
				addresses[i] = (struct asked){ 0 };
		*at = k->next;
		n_kept--;
		talloc_free(k);
	}
}

static struct survey *find(int64_t survey_id, int64_t version, int64_t now)
{
	for (struct kept *k = all; k; k = k->next)
		if (k->survey->survey_id == survey_id && k->survey->version == version) {
			k->used = now;
			return k->survey;
		}
	return NULL;
}

static struct survey *load(struct db *db, int64_t survey_id, int64_t version)
{
	int64_t now = milliseconds();
	struct survey *found = find(survey_id, version, now);
	struct survey_fault fault = { 0 };
	struct q_survey_definition row;
	struct kept *k;

	if (found ||
		!Q_ONE(db, survey_definition, &row, .survey_id = survey_id, .version = version))
		return found;
	forget_unused(now);
	k = NEW(NULL, struct kept);
	k->survey = survey_compile(k, row.definition, strlen(row.definition), &fault);
	/* It was checked before it was stored. */
	ASSERT(k->survey);
	k->survey->survey_id = survey_id;
	k->survey->version = version;
	k->survey->asked_by = text_copy(k, row.asked_by);
	k->survey->opens_at = row.opens_at;
	k->survey->closes_at = row.closes_at;
	k->used = now;
	k->next = all;
	all = k;
	n_kept++;
	return k->survey;
}

const struct survey *survey_by_id(struct db *db, int64_t survey_id, int64_t version)
{
	return load(db, survey_id, version);
}

/* Of every version that is kept: who began with an older one must not answer a survey that has
 * closed. */
static void set_dates(int64_t survey_id, int64_t opens_at, int64_t closes_at)
{
	for (struct kept *k = all; k; k = k->next)
		if (k->survey->survey_id == survey_id) {
			k->survey->opens_at = opens_at;
			k->survey->closes_at = closes_at;
		}
}

/* FNV-1a. An address that shares a place with another only makes both be asked for more often. */
static struct asked *place(const char *slug)
{
	uint32_t hash = 2166136261U;

	for (; *slug; slug++)
		hash = (hash ^ (unsigned char)*slug) * 16777619U;
	return &addresses[hash % ASKED];
}

const struct survey *survey_get(struct req *r, const char *slug)
{
	struct asked *a = place(slug);
	int64_t now = milliseconds();
	struct q_survey_current row;
	struct survey *s = NULL;
	bool known;

	/* Addresses of another shape have no survey, and need no query. */
	if (strlen(slug) > 60 ||
		slug[strspn(slug, "abcdefghijklmnopqrstuvwxyz0123456789-")] != '\0')
		return NULL;
	known = a->at && !strcmp(a->slug, slug);
	if (known && now - a->at < ASK_AFTER) {
		if (a->survey)
			find(a->survey->survey_id, a->survey->version, now);
		return a->survey;
	}
	if (Q_ONE(r->db, survey_current, &row, .slug = slug))
		s = load(r->db, row.survey_id, row.version);
	/* Without a database the last that was known can still show the form again, with what was
	 * typed. */
	if (db_state(r->db) != DB_FINE)
		return known ? a->survey : NULL;
	if (s)
		set_dates(row.survey_id, row.opens_at, row.closes_at);
	memcpy(a->slug, slug, strlen(slug) + 1);
	a->at = now;
	a->survey = s;
	return s;
}

enum survey_openness survey_openness(const struct survey *s, int64_t now)
{
	if (s->opens_at && now < s->opens_at)
		return SURVEY_NOT_YET;
	return s->closes_at && now >= s->closes_at ? SURVEY_CLOSED : SURVEY_OPEN;
}

struct survey_versions survey_all_versions(struct db *db, TALLOC_CTX *ctx, int64_t survey_id)
{
	struct survey_versions out = { NEW_ARRAY(ctx, const struct survey *, 1), 1 };
	struct db_rows *rows = Q_ROWS(db, survey_versions, .survey_id = survey_id);
	struct q_survey_versions row;

	while (Q_NEXT(rows, survey_versions, &row))
		out.n = (size_t)row.version + 1;
	out.version =
		must(talloc_realloc(ctx, out.version, const struct survey *, (unsigned)out.n));
	for (size_t i = 1; i < out.n; i++)
		out.version[i] = survey_by_id(db, survey_id, (int64_t)i);
	return out;
}

const struct survey *survey_of(const struct survey_versions *all_of, int64_t version)
{
	return version > 0 && (size_t)version < all_of->n ? all_of->version[version] : NULL;
}
