/* import_store.c: stores what a plan says, many rows in a statement, and the trail of it. */
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include "import_plan.h"
#include "organisation.h"
#include "search.h"

enum { BATCH = 500 };

/* One letter for each column, as the queries of import.sql read them. */
static const struct {
	const char *field, *key;
} keys[] = {
	{ "name", "n" },
	{ "kind", "k" },
	{ "commissioner_code", "m" },
	{ "address", "a" },
	{ "postcode", "p" },
	{ "telephone", "t" },
	{ "email", "e" },
	{ "opened_on", "o" },
	{ "closed_on", "x" },
};

struct store {
	struct db *db;
	TALLOC_CTX *ctx;
	const struct import_plan *plan;
	const struct audit_actor *actor;
	int64_t now;
	/* the last group of each kind that was looked up: lists are often in their order */
	const char *group_name[2];
	int64_t group_id[2];
};

static int64_t group_id(struct store *s, enum group_kind kind, const char *name)
{
	size_t k = kind == GROUP_PEER;

	if (s->group_name[k] && strcmp(s->group_name[k], name) == 0)
		return s->group_id[k];
	s->group_name[k] = name;
	s->group_id[k] = group_named(s->db, kind, name);
	if (!s->group_id[k])
		s->group_id[k] = group_add(s->db, kind, name);
	return s->group_id[k];
}

static json_t *row_of(struct store *s, const struct import_item *item)
{
	json_t *row = must(json_object());

	if (item->fate == IMPORT_NEW)
		json_object_set_new(row, "c", json_string(item->row->code));
	else {
		json_object_set_new(row, "i", json_integer(item->organisation_id));
		json_object_set_new(row, "v", json_integer(item->row_version));
	}
	for (size_t i = 0; i < item->n_changes; i++) {
		const struct import_change *change = &item->changes[i];

		for (size_t k = 0; k < COUNT(keys); k++)
			if (strcmp(keys[k].field, change->field) == 0)
				json_object_set_new(row, keys[k].key, json_string(change->to));
		if (strcmp(change->field, "locality") == 0)
			json_object_set_new(
				row, "l", json_integer(group_id(s, GROUP_LOCALITY, change->to)));
		else if (strcmp(change->field, "peer_group") == 0)
			json_object_set_new(
				row, "g", json_integer(group_id(s, GROUP_PEER, change->to)));
	}
	return row;
}

static json_t *size_of(struct store *s, const struct import_item *item)
{
	(void)s;
	for (size_t i = 0; i < item->n_changes; i++)
		if (strcmp(item->changes[i].field, "patients") == 0)
			return json_pack("{s:s, s:s, s:I}", "c", item->row->code, "d",
				item->row->counted_on, "s", (json_int_t)item->row->patients);
	return NULL;
}

static json_t *trail_of(struct store *s, const struct import_item *item)
{
	enum audit_action action = item->fate == IMPORT_NEW ? AUDIT_ADD : AUDIT_CHANGE;
	json_t *detail = NULL, *row;
	char *text;

	(void)s;
	for (size_t i = 0; i < item->n_changes; i++)
		detail = action == AUDIT_ADD
				 ? audit_fact(detail, item->changes[i].field, item->changes[i].to)
				 : audit_changed(detail, item->changes[i].field,
					   item->changes[i].from, item->changes[i].to);
	text = must(json_dumps(detail, JSON_COMPACT));
	json_decref(detail);
	row = json_pack(
		"{s:s, s:s, s:s}", "a", audit_action_code(action), "r", item->row->code, "d", text);
	free(text);
	return row;
}

static void add_rows(struct store *s, const char *rows, size_t n)
{
	(void)n;
	Q_RUN(s->db, import_add_many, .rows = rows);
}

/* The plan was made in this transaction, which sees nobody else's changes: a row that has another
 * version now would be a plan of another one. */
static void update_rows(struct store *s, const char *rows, size_t n)
{
	int64_t changed = 0;

	Q_RUN_COUNT(s->db, import_update_many, &changed, .rows = rows);
	ASSERT(db_state(s->db) != DB_FINE || changed == (int64_t)n);
}

static void add_sizes(struct store *s, const char *rows, size_t n)
{
	(void)n;
	Q_RUN(s->db, import_list_sizes, .rows = rows);
	Q_RUN(s->db, import_newest_sizes, .rows = rows);
}

static json_t *code_of(struct store *s, const struct import_item *item)
{
	(void)s;
	return json_pack("{s:s}", "c", item->row->code);
}

static void add_words(struct store *s, const char *rows, size_t n)
{
	struct search_batch *batch = search_begin(s->ctx, s->db, "organisation");
	struct db_rows *found = Q_ROWS(s->db, import_found_by, .rows = rows);
	struct q_import_found_by row;

	(void)n;
	while (Q_NEXT(found, import_found_by, &row))
		search_put(batch, row.organisation_id, row.code, row.name, row.postcode, NULL);
	search_end(batch);
}

static void add_trail(struct store *s, const char *rows, size_t n)
{
	(void)n;
	Q_RUN(s->db, import_audit_many, .now = s->now, .person_id = s->actor->person_id,
		.who = s->actor->who ? s->actor->who : "soundings",
		.organisation_id = s->actor->organisation_id, .rows = rows);
}

/* Makes a row of each item that is new, or of each that is not (or both), and runs them in batches;
 * items of which no row is made are left out. */
static void each_batch(struct store *s, bool fresh, bool known,
	json_t *(*row)(struct store *, const struct import_item *),
	void (*run)(struct store *, const char *rows, size_t n))
{
	json_t *list = must(json_array());

	for (size_t i = 0; i <= s->plan->listing->n; i++) {
		const struct import_item *item = &s->plan->items[i];
		bool last = i == s->plan->listing->n;
		json_t *one = NULL;

		if (!last && ((fresh && item->fate == IMPORT_NEW) ||
				     (known && (item->fate == IMPORT_CHANGED ||
						       item->fate == IMPORT_CLOSED))))
			one = row(s, item);
		if (one)
			json_array_append_new(list, one);
		if (json_array_size(list) == BATCH || (last && json_array_size(list) > 0)) {
			char *text = must(json_dumps(list, JSON_COMPACT));

			run(s, text, json_array_size(list));
			free(text);
			json_array_clear(list);
		}
	}
	json_decref(list);
}

static void add_summary(struct store *s, struct req *r, const char *file_name)
{
	static const struct {
		enum import_fate fate;
		const char *field;
	} counts[] = { { IMPORT_NEW, "new" }, { IMPORT_CHANGED, "changed" },
		{ IMPORT_CLOSED, "closed" }, { IMPORT_SAME, "unchanged" } };
	json_t *detail = audit_fact(NULL, "file", file_name);

	for (size_t i = 0; i < COUNT(counts); i++)
		detail = audit_fact(detail, counts[i].field,
			text_format(s->ctx, "%zu", s->plan->counts[counts[i].fate]));
	detail = audit_fact(
		detail, "wrong_lines", text_format(s->ctx, "%zu", s->plan->listing->n_faults));
	if (r)
		audit_as(s->db, r, s->actor, AUDIT_IMPORT, "import", s->plan->commissioner_code,
			detail);
	else
		audit_program(
			s->db, s->ctx, AUDIT_IMPORT, "import", s->plan->commissioner_code, detail);
}

void import_plan_store(struct db *db, struct req *r, TALLOC_CTX *ctx,
	const struct audit_actor *actor, const struct import_plan *plan, const char *file_name)
{
	struct store s = {
		.db = db, .ctx = ctx, .plan = plan, .actor = actor, .now = r ? r->now : time(NULL)
	};

	ASSERT(!plan->refused);
	each_batch(&s, true, false, row_of, add_rows);
	each_batch(&s, false, true, row_of, update_rows);
	each_batch(&s, true, true, size_of, add_sizes);
	each_batch(&s, true, true, code_of, add_words);
	add_summary(&s, r, file_name);
	each_batch(&s, true, true, trail_of, add_trail);
}
