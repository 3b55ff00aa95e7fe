/* import_plan.c: compares a list of organisations with those we have. */
#include "import_plan.h"

#include <sodium.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include "organisation.h"
#include "seal.h"

enum { BATCH = 1000 };

/* What a list may change: where it is in a row of the list and in one of ours, as the trail names
 * it and as people do. */
static const struct {
	const char *field, *label;
	size_t listed, ours;
	bool is_date;
} parts[] = {
#define PART(field, label, is_date)                                                                \
	{                                                                                          \
#field, label, offsetof(struct listed, field),                                     \
			offsetof(struct q_import_existing, field), is_date                         \
	}
	PART(name, "Name", false),
	PART(kind, "Kind", false),
	PART(locality, "Locality", false),
	PART(peer_group, "Peer group", false),
	PART(commissioner_code, "Commissioner code", false),
	PART(address, "Address", false),
	PART(postcode, "Postcode", false),
	PART(telephone, "Telephone", false),
	PART(email, "Email address", false),
	PART(opened_on, "Opened", true),
	PART(closed_on, "Closed", true),
#undef PART
};

static const char *listed_text(const struct listed *row, size_t part)
{
	return *(const char *const *)((const char *)row + parts[part].listed);
}

static const char *our_text(const struct q_import_existing *ours, size_t part)
{
	const char *text =
		ours ? *(const char *const *)((const char *)ours + parts[part].ours) : NULL;

	return text ? text : "";
}

/* The national list is in capitals; who wrote a name as people write it keeps that. An empty cell
 * takes nothing away, but for the day of closing. */
static bool differs(const struct listing *list, size_t part, const char *ours, const char *listed)
{
	if (!listed || (!*listed && strcmp(parts[part].field, "closed_on") != 0))
		return false;
	return list->national ? strcasecmp(ours, listed) != 0 : strcmp(ours, listed) != 0;
}

static void add_change(TALLOC_CTX *ctx, struct import_item *item, const char *field,
	const char *from, const char *to, bool is_date)
{
	item->changes = must(talloc_realloc(
		ctx, item->changes, struct import_change, (unsigned)item->n_changes + 1));
	item->changes[item->n_changes++] = (struct import_change){ field,
		from ? text_copy(ctx, from) : "", text_copy(ctx, to), is_date };
}

static const char *patients_text(TALLOC_CTX *ctx, int64_t patients, const char *counted_on)
{
	return patients < 0 ? ""
			    : text_format(ctx, "%s on %s", count_text(ctx, patients), counted_on);
}

static void compare(TALLOC_CTX *ctx, const struct listing *list, struct import_item *item,
	const struct q_import_existing *ours)
{
	const struct listed *row = item->row;
	int64_t patients = ours ? ours->patients : -1;

	for (size_t i = 0; i < COUNT(parts); i++)
		if (differs(list, i, our_text(ours, i), listed_text(row, i)))
			add_change(ctx, item, parts[i].field, our_text(ours, i),
				listed_text(row, i), parts[i].is_date);
	if (row->patients >= 0 && row->patients != patients)
		add_change(ctx, item, "patients", patients_text(ctx, patients, row->counted_on),
			patients_text(ctx, row->patients, row->counted_on), false);
}

/* ---- What each row would do --------------------------------------------------------------------
 */

static enum import_fate wrong(struct import_plan *plan, const struct import_item *item,
	const char *words, const char *with)
{
	listing_fault(plan->listing, item->row->line, "%s %s%s", item->row->code, words, with);
	if (plan->listing->n_faults > 0)
		plan->listing->faults[plan->listing->n_faults - 1].compared = true;
	return IMPORT_WRONG;
}

/* Groups are of practices: they compare like with like. */
static bool groups_fit(const struct listed *row, const char *kind)
{
	return strcmp(kind, "practice") == 0 || (!row->locality && !row->peer_group);
}

static enum import_fate fate_of_new(
	TALLOC_CTX *ctx, struct import_plan *plan, struct import_item *item)
{
	const struct listed *row = item->row;

	item->name = row->name;
	if (row->closed_on && *row->closed_on && plan->listing->national)
		return IMPORT_NEVER_HAD;
	if (!row->name || !row->kind)
		return wrong(plan, item, "is not here yet: a new organisation needs a ",
			row->name ? "kind" : "name");
	if (!groups_fit(row, row->kind))
		return wrong(plan, item,
			"is no practice: ", "only practices have localities and peer groups");
	compare(ctx, plan->listing, item, NULL);
	return IMPORT_NEW;
}

static enum import_fate fate_of_ours(TALLOC_CTX *ctx, struct import_plan *plan,
	struct import_item *item, const struct q_import_existing *ours)
{
	const struct listed *row = item->row;
	bool closes = row->closed_on && *row->closed_on;

	item->name = text_copy(ctx, ours->name);
	item->organisation_id = ours->organisation_id;
	item->row_version = ours->row_version;
	if (row->kind && strcmp(row->kind, ours->kind) != 0 &&
		(plan->listing->national || strcmp(row->kind, "commissioner") == 0 ||
			strcmp(ours->kind, "commissioner") == 0))
		return wrong(plan, item,
			"is here already, as another kind: ", organisation_kind_label(ours->kind));
	if (!groups_fit(row, row->kind ? row->kind : ours->kind))
		return wrong(plan, item,
			"is no practice: ", "only practices have localities and peer groups");
	if (ours->successor_code)
		return plan->listing->national && closes
			       ? IMPORT_SAME
			       : wrong(plan, item, "stays as it is: here it was merged into ",
					 ours->successor_code);
	compare(ctx, plan->listing, item, ours);
	if (item->n_changes == 0)
		return IMPORT_SAME;
	return closes && !ours->closed_on ? IMPORT_CLOSED : IMPORT_CHANGED;
}

static int code_order(const void *code, const void *item)
{
	return strcmp(code, ((const struct import_item *)item)->row->code);
}

/* Asks for what we have of the rows [from, upto), and compares. */
static void compare_rows(
	struct db *db, TALLOC_CTX *ctx, struct import_plan *plan, size_t from, size_t upto)
{
	json_t *list = must(json_array());
	struct q_import_existing ours;
	struct import_item *item;
	struct db_rows *rows;
	char *text;

	for (size_t i = from; i < upto; i++)
		json_array_append_new(list, json_pack("{s:s, s:s*}", "c", plan->items[i].row->code,
						    "d", plan->items[i].row->counted_on));
	text = must(json_dumps(list, JSON_COMPACT));
	json_decref(list);
	rows = Q_ROWS(db, import_existing, .list = text);
	free(text);
	while (Q_NEXT(rows, import_existing, &ours)) {
		item = bsearch(
			ours.code, plan->items + from, upto - from, sizeof *item, code_order);
		if (item)
			item->fate = fate_of_ours(ctx, plan, item, &ours);
	}
	for (size_t i = from; i < upto; i++)
		if (plan->items[i].fate == IMPORT_FATES)
			plan->items[i].fate = fate_of_new(ctx, plan, &plan->items[i]);
}

/* One installation has one commissioner. */
static void check_commissioner(struct db *db, struct import_plan *plan)
{
	struct q_organisation_commissioner there;
	struct import_item *first = NULL;
	bool known = false;

	for (size_t i = 0; i < plan->listing->n; i++) {
		struct import_item *item = &plan->items[i];

		if (item->fate != IMPORT_NEW || strcmp(item->row->kind, "commissioner") != 0)
			continue;
		if (!first)
			known = Q_ONE(db, organisation_commissioner, &there);
		if (first || known)
			item->fate = wrong(plan, item,
				"would be a second commissioner: ", "an installation has one");
		first = item;
	}
}

/* ---- The national list: whose practices --------------------------------------------------------
 */

struct ours {
	const char *commissioner_code;
	struct import_absent *list; /* in order of code */
	size_t n;
	bool found; /* the list has a practice of this commissioner */
};

static int absent_order(const void *a, const void *b)
{
	return strcmp(
		((const struct import_absent *)a)->code, ((const struct import_absent *)b)->code);
}

/* Those of the commissioner, and those that we have of it: they may have moved to another. */
static bool is_wanted(const struct listed *row, void *with)
{
	struct ours *ours = with;
	struct import_absent key = { row->code, NULL };

	if (strcmp(row->commissioner_code, ours->commissioner_code) == 0) {
		ours->found = true;
		return true;
	}
	return ours->n > 0 && bsearch(&key, ours->list, ours->n, sizeof key, absent_order);
}

static int row_order(const void *code, const void *row)
{
	return strcmp(code, ((const struct listed *)row)->code);
}

static void narrow(struct db *db, TALLOC_CTX *ctx, struct import_plan *plan)
{
	struct ours ours = { .commissioner_code = plan->commissioner_code };
	struct listing *list = plan->listing;
	struct q_import_practices_of row;
	struct db_rows *rows =
		Q_ROWS(db, import_practices_of, .commissioner = plan->commissioner_code);

	while (Q_NEXT(rows, import_practices_of, &row)) {
		ours.list = must(
			talloc_realloc(ctx, ours.list, struct import_absent, (unsigned)ours.n + 1));
		ours.list[ours.n++] = (struct import_absent){ text_copy(ctx, row.code),
			text_copy(ctx, row.name) };
	}
	if (ours.n > 0)
		qsort(ours.list, ours.n, sizeof *ours.list, absent_order);
	if (*plan->commissioner_code) {
		listing_filter(list, is_wanted, &ours);
		/* With lines that could not be read, those are what to look at. */
		if (!ours.found && list->n_faults == 0)
			plan->refused = text_format(ctx,
				"The list has no general practice of the commissioner “%s”",
				plan->commissioner_code);
	}
	for (size_t i = 0; i < ours.n; i++)
		if (!list->n || !bsearch(ours.list[i].code, list->rows, list->n, sizeof *list->rows,
					row_order))
			ours.list[plan->n_absent++] = ours.list[i];
	plan->absent = ours.list;
}

/* ---- The plan ----------------------------------------------------------------------------------
 */

/* Names of groups that are in the list and not here yet, each once. */
static void find_groups(struct db *db, TALLOC_CTX *ctx, struct import_plan *plan)
{
	const char *last[2] = { "", "" };

	for (size_t i = 0; i < plan->listing->n; i++)
		for (size_t k = 0; k < 2; k++) {
			const struct listed *row = plan->items[i].row;
			const char *name = k ? row->peer_group : row->locality;
			enum group_kind kind = k ? GROUP_PEER : GROUP_LOCALITY;
			size_t g = 0;

			if (!name || strcmp(name, last[k]) == 0 ||
				plan->items[i].fate == IMPORT_WRONG)
				continue;
			last[k] = name;
			while (g < plan->n_groups && strcasecmp(plan->groups[g], name) != 0)
				g++;
			if (g < plan->n_groups || group_named(db, kind, name))
				continue;
			plan->groups = must(talloc_realloc(
				ctx, plan->groups, const char *, (unsigned)plan->n_groups + 1));
			plan->groups[plan->n_groups++] = text_copy(ctx, name);
		}
}

static void set_mark(TALLOC_CTX *ctx, struct import_plan *plan)
{
	struct buf all = { .ctx = ctx };
	uint8_t hash[HASH_BYTES];

	buf_addf(&all, "%s\n", plan->refused ? plan->refused : "");
	for (size_t i = 0; i < plan->listing->n; i++) {
		const struct import_item *item = &plan->items[i];

		buf_addf(&all, "%s %d %lld %lld\n", item->row->code, (int)item->fate,
			(long long)item->organisation_id, (long long)item->row_version);
		for (size_t k = 0; k < item->n_changes; k++)
			buf_addf(&all, "%s\n%s\n%s\n", item->changes[k].field,
				item->changes[k].from, item->changes[k].to);
	}
	for (size_t i = 0; i < plan->n_groups; i++)
		buf_addf(&all, "%s\n", plan->groups[i]);
	hash_bytes(hash, buf_text(&all), all.len);
	sodium_bin2hex(plan->mark, sizeof plan->mark, hash, sizeof hash);
}

struct import_plan *import_plan_make(
	struct db *db, TALLOC_CTX *ctx, struct listing *list, const char *commissioner_code)
{
	struct import_plan *plan = NEW(ctx, struct import_plan);

	plan->listing = list;
	plan->refused = list->refused;
	plan->commissioner_code = text_copy(plan, commissioner_code ? commissioner_code : "");
	if (list->national && !plan->refused)
		narrow(db, plan, plan);
	plan->items = NEW_ARRAY(plan, struct import_item, list->n + 1);
	for (size_t i = 0; i < list->n; i++)
		plan->items[i] =
			(struct import_item){ .row = &list->rows[i], .fate = IMPORT_FATES };
	for (size_t i = 0; i < list->n && !plan->refused; i += BATCH)
		compare_rows(db, plan, plan, i, list->n - i < BATCH ? list->n : i + BATCH);
	if (!list->national && !plan->refused) {
		check_commissioner(db, plan);
		find_groups(db, plan, plan);
	}
	for (size_t i = 0; i < list->n && !plan->refused; i++)
		plan->counts[plan->items[i].fate]++;
	listing_finish(list);
	set_mark(plan, plan);
	return plan;
}

bool import_plan_is_empty(const struct import_plan *plan)
{
	return plan->refused || plan->counts[IMPORT_NEW] + plan->counts[IMPORT_CHANGED] +
						plan->counts[IMPORT_CLOSED] ==
					0;
}

bool import_plan_is_useless(const struct import_plan *plan)
{
	return import_plan_is_empty(plan) && plan->listing->n_faults > 0 &&
	       plan->counts[IMPORT_SAME] + plan->counts[IMPORT_NEVER_HAD] == 0;
}

/* ---- Words ------------------------------------------------------------------------------------
 */

static const char *value_text(TALLOC_CTX *ctx, const struct import_change *change, const char *text)
{
	if (!*text)
		return "nothing";
	if (strcmp(change->field, "kind") == 0)
		return organisation_kind_label(text);
	if (strcmp(change->field, "patients") == 0) /* "5,925 on 2026-10-01" */
		return text_format(ctx, "%.*s on %s", (int)strcspn(text, " "), text,
			date_text(ctx, strrchr(text, ' ') + 1));
	return change->is_date ? date_text(ctx, text) : text;
}

const char *import_change_text(TALLOC_CTX *ctx, const struct import_change *change)
{
	const char *label = "List size", *from = value_text(ctx, change, change->from),
		   *to = value_text(ctx, change, change->to);

	for (size_t i = 0; i < COUNT(parts); i++)
		if (strcmp(parts[i].field, change->field) == 0)
			label = parts[i].label;
	if (strcmp(change->field, "closed_on") == 0)
		return *change->to ? text_format(ctx, "Closed on %s", to)
				   : text_format(ctx, "Open again: it was closed on %s", from);
	return *change->from ? text_format(ctx, "%s: %s → %s", label, from, to)
			     : text_format(ctx, "%s: %s", label, to);
}

const char *import_summary(TALLOC_CTX *ctx, const struct import_plan *plan)
{
	static const struct {
		enum import_fate fate;
		const char *words;
	} kinds[] = { { IMPORT_NEW, "new" }, { IMPORT_CHANGED, "changed" },
		{ IMPORT_CLOSED, "closed" } };
	struct buf out = { .ctx = ctx };

	if (import_plan_is_useless(plan))
		return "Nothing can be used";
	if (import_plan_is_empty(plan))
		return "Nothing to do";
	for (size_t i = 0; i < COUNT(kinds); i++)
		if (plan->counts[kinds[i].fate] > 0)
			buf_addf(&out, "%s%s %s", out.len ? ", " : "",
				count_text(ctx, (int64_t)plan->counts[kinds[i].fate]),
				kinds[i].words);
	return buf_text(&out);
}
