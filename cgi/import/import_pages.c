/* import_pages.c: lists of organisations in the browser: choose a file, look at what would change,
 * store it. */
#include <ctype.h>
#include <sodium.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include "form.h"
#include "import_plan.h"
#include "pages.h"

/* KEPT_BYTES: a list between two requests must fit its column, and one packet of MariaDB's. */
enum { SHOWN = 100, ID_BYTES = 16, KEPT_BYTES = 12 * 1024 * 1024 };

struct sent {
	const char *commissioner;
};

static const struct field fields[] = {
	{ .type = FIELD_FILE,
		.name = "file",
		.label = "File",
		.required = true,
		.hint = "A CSV file of at most 8 MB" },
	{ .type = FIELD_SHORT,
		.name = "commissioner",
		.label = "Commissioner code",
		.hint = "For the national list: only the practices of this commissioner, for "
			"example 16C. Leave it empty to take every practice in England",
		.max_length = 12,
		.autocomplete = "off",
		.into = offsetof(struct sent, commissioner) },
};

/* ---- The file ----------------------------------------------------------------------------------
 */

static int show_form(struct req *r, const struct form *f, int status)
{
	form_show(f, 0, COUNT(fields), r->page, false);
	return page_show(r, status, T_import_new, "Import a list of organisations");
}

/* GET /organisations/import */
int import_new(struct req *r)
{
	struct form *f = form_new(r->ctx, fields, COUNT(fields));
	struct q_import_last_commissioner last;

	if (Q_ONE(r->db, import_last_commissioner, &last))
		form_put(f, "commissioner", 0, last.code);
	return show_form(r, f, 200);
}

static const char *code_of(struct req *r, const char *typed)
{
	char *code = text_copy(r->ctx, typed ? typed : "");

	for (char *c = code; *c; c++)
		*c = (char)toupper((unsigned char)*c);
	return code;
}

/* Keeps the list until it is stored or a day old; its address, or NULL when it is too long. */
static const char *keep(struct req *r, const struct import_plan *plan, const char *file_name)
{
	json_t *json = listing_json(plan->listing);
	char *text = must(json_dumps(json, JSON_COMPACT)), hex[2 * ID_BYTES + 1];
	size_t len = strlen(text);
	uint8_t id[ID_BYTES];

	randombytes_buf(id, sizeof id);
	if (len <= KEPT_BYTES)
		Q_RUN(r->db, import_keep, .import_id = { id, sizeof id },
			.person_id = r->person->person_id,
			.commissioner_code = plan->commissioner_code, .file_name = file_name,
			.body = { (const uint8_t *)text, len }, .now = r->now);
	json_decref(json);
	free(text);
	sodium_bin2hex(hex, sizeof hex, id, sizeof id);
	return len <= KEPT_BYTES ? text_copy(r->ctx, hex) : NULL;
}

/* POST /organisations/import */
int import_save(struct req *r)
{
	struct form *f = form_new(r->ctx, fields, COUNT(fields));
	const struct upload *file = uploads_get(&r->files, "file");
	struct sent in = { 0 };
	bool filled = form_fill(f, &r->body, &in);
	struct import_plan *plan;
	struct listing *list;
	const char *id;

	if (!file && !r->body.restored)
		form_fail(f, "file", "Choose a file");
	if (!filled || !file)
		return show_form(r, f, 422);
	list = listing_read(r->ctx, (const char *)file->bytes.data, file->bytes.len);
	plan = list->refused ? NULL
			     : import_plan_make(r->db, r->ctx, list, code_of(r, in.commissioner));
	if (list->refused || list->n + list->n_faults == 0)
		form_fail(f, plan && plan->refused ? "commissioner" : "file",
			list->refused           ? list->refused
			: plan && plan->refused ? plan->refused
						: "The file has no organisation in it");
	else if (plan->refused)
		form_fail(f, "commissioner", plan->refused);
	if (f->n_errors > 0)
		return show_form(r, f, 422);
	id = keep(r, plan, file->file_name);
	if (id)
		return redirect(r, "/organisations/import/%s", id);
	form_fail(f, "file", "The list is too long: give the code of a commissioner");
	return show_form(r, f, 422);
}

/* ---- What would change -------------------------------------------------------------------------
 */

struct kept {
	struct bytes id;
	const char *file_name;
	bool stored, of_another; /* of_another: it is there, and another's */
	struct import_plan *plan;
};

/* The list at this address, compared with what is here now; false: there is none of theirs. */
static bool open_kept(struct req *r, struct kept *kept)
{
	uint8_t *id = must(talloc_size(r->ctx, ID_BYTES));
	struct q_import_exists other;
	struct q_import_get row;
	struct listing *list;
	json_t *json;
	size_t len;

	if (sodium_hex2bin(id, ID_BYTES, r->args[0], strlen(r->args[0]), NULL, &len, NULL) != 0 ||
		len != ID_BYTES || strlen(r->args[0]) != 2 * ID_BYTES)
		return false;
	kept->id = (struct bytes){ id, ID_BYTES };
	if (!Q_ONE(r->db, import_get, &row, .import_id = kept->id,
		    .person_id = r->person->person_id)) {
		kept->of_another = Q_ONE(r->db, import_exists, &other, .import_id = kept->id);
		return false;
	}
	kept->file_name = row.file_name;
	kept->stored = row.stored_at != 0;
	json = json_loadb((const char *)row.body.data, row.body.len, 0, NULL);
	list = json ? listing_load(r->ctx, json) : NULL;
	json_decref(json);
	if (!list)
		return false;
	kept->plan = import_plan_make(r->db, r->ctx, list, row.commissioner_code);
	return true;
}

static size_t shown(const struct req *r, size_t n)
{
	return n <= SHOWN + 1 || query_int(r, "all", 0, 1, 0) ? n : SHOWN;
}

static void show_rest(const struct req *r, struct tpl *t, size_t n)
{
	if (shown(r, n) < n)
		tpl_count(tpl_add(t, M_REST), M_REST_N, (int64_t)(n - shown(r, n)));
}

static const struct {
	enum import_fate fate;
	const char *id, *label; /* id NULL: no list of them */
	const char *what;
} fates[] = {
	{ IMPORT_NEW, "new", "New", "Details" },
	{ IMPORT_CHANGED, "changed", "Changed", "Changes" },
	{ IMPORT_CLOSED, "closed", "Closed", "Changes" },
	{ IMPORT_SAME, NULL, "As they were", NULL },
	{ IMPORT_NEVER_HAD, NULL, "Closed before we had them, left out", NULL },
};

static void show_total(struct tpl *page, const char *label, const char *id, size_t n)
{
	struct tpl *t;

	if (n == 0)
		return;
	t = tpl_add(page, M_TOTAL);
	tpl_set(t, M_TOTAL_LABEL, label);
	tpl_optional(t, M_TOTAL_LINK, M_TOTAL_ID, id);
	tpl_show_if(t, M_TOTAL_PLAIN, !id);
	tpl_count(t, M_N, (int64_t)n);
}

static void show_item(struct req *r, bool national, const struct import_item *item, struct tpl *t)
{
	const struct listed *row = item->row;

	tpl_set(t, M_NAME, item->name);
	tpl_set(t, M_CODE, item->row->code);
	if (item->fate == IMPORT_NEW && national) {
		tpl_set(tpl_add(t, M_CHANGE_LINE), M_CHANGE_TEXT,
			text_format(r->ctx, "%s%s%s", row->address,
				*row->address && *row->postcode ? ", " : "", row->postcode));
		return;
	}
	for (size_t i = 0; i < item->n_changes; i++)
		if (item->fate != IMPORT_NEW || strcmp(item->changes[i].field, "name") != 0)
			tpl_set(tpl_add(t, M_CHANGE_LINE), M_CHANGE_TEXT,
				import_change_text(r->ctx, &item->changes[i]));
}

static void show_items(struct req *r, const struct import_plan *plan, size_t kind)
{
	size_t all = plan->counts[fates[kind].fate], n = 0;
	struct tpl *items;

	if (all == 0 || !fates[kind].id)
		return;
	items = tpl_add(r->page, M_ITEMS);
	tpl_set(items, M_ITEMS_ID, fates[kind].id);
	tpl_set(items, M_ITEMS_HEADING, fates[kind].label);
	tpl_set(items, M_WHAT_HEADING, fates[kind].what);
	for (size_t i = 0; i < plan->listing->n && n < shown(r, all); i++)
		if (plan->items[i].fate == fates[kind].fate) {
			show_item(r, plan->listing->national, &plan->items[i],
				tpl_add(items, M_ITEM));
			n++;
		}
	show_rest(r, items, all);
}

static void show_others(struct req *r, const struct import_plan *plan)
{
	const struct listing *list = plan->listing;
	struct tpl *t = plan->n_absent ? tpl_add(r->page, M_ABSENT) : NULL, *one;

	for (size_t i = 0; i < shown(r, plan->n_absent); i++) {
		one = tpl_add(t, M_ABSENT_ITEM);
		tpl_set(one, M_CODE, plan->absent[i].code);
		tpl_set(one, M_NAME, plan->absent[i].name);
	}
	if (t)
		show_rest(r, t, plan->n_absent);
	t = list->n_faults ? tpl_add(r->page, M_FAULTS) : NULL;
	for (size_t i = 0; i < shown(r, list->n_faults); i++) {
		one = tpl_add(t, M_FAULT);
		tpl_int(one, M_LINE, list->faults[i].line);
		tpl_set(one, M_REASON, list->faults[i].reason);
	}
	if (t)
		show_rest(r, t, list->n_faults);
}

static int show_plan(struct req *r, const struct kept *kept, const char *problem)
{
	const struct import_plan *plan = kept->plan;
	const char *heading = import_plan_is_useless(plan) ? "Nothing can be used"
			      : import_plan_is_empty(plan) ? "Nothing to do"
							   : "What would change";
	struct buf groups = { .ctx = r->ctx };
	struct tpl *t;

	if (problem) {
		struct form *f = form_new(r->ctx, fields, COUNT(fields));

		form_fail(f, NULL, problem);
		form_show(f, 0, 0, r->page, false);
	}
	tpl_set(r->page, M_HEADING, heading);
	tpl_set(r->page, M_FILE_NAME, kept->file_name);
	tpl_optional(r->page, M_OF_COMMISSIONER, M_COMMISSIONER_CODE,
		plan->listing->national ? plan->commissioner_code : NULL);
	tpl_show_if(r->page, M_USELESS, import_plan_is_useless(plan));
	tpl_show_if(
		r->page, M_NOTHING, import_plan_is_empty(plan) && !import_plan_is_useless(plan));
	if (!import_plan_is_empty(plan)) {
		t = tpl_add(r->page, M_SOMETHING);
		tpl_set(t, M_MARK, plan->mark);
	}
	for (size_t i = 0; i < COUNT(fates); i++)
		show_total(r->page, fates[i].label, fates[i].id, plan->counts[fates[i].fate]);
	show_total(r->page, "Here, and not in this file", "absent", plan->n_absent);
	show_total(r->page, "Lines that are left out", "faults", plan->listing->n_faults);
	for (size_t i = 0; i < plan->n_groups; i++)
		buf_addf(&groups, "%s%s", i ? "; " : "", plan->groups[i]);
	tpl_optional(r->page, M_GROUPS, M_GROUP_NAMES, buf_text(&groups));
	tpl_optional(r->page, M_UNREAD, M_UNREAD_COLUMNS, plan->listing->unread);
	for (size_t i = 0; i < COUNT(fates); i++)
		show_items(r, plan, i);
	show_others(r, plan);
	return page_show(r, problem ? 422 : 200, T_import_plan, heading);
}

/* open_kept() said no. */
static int no_kept(struct req *r, const struct kept *kept)
{
	return kept->of_another ? not_theirs(r, "another person's") : not_found(r);
}

/* GET /organisations/import/:id */
int import_view(struct req *r)
{
	struct kept kept = { 0 };

	if (!open_kept(r, &kept))
		return no_kept(r, &kept);
	if (kept.stored) {
		flash_notice(r, "This list is stored already.");
		return redirect(r, "/organisations");
	}
	return show_plan(r, &kept, NULL);
}

/* POST /organisations/import/:id */
int import_store(struct req *r)
{
	const char *mark = params_get(&r->body, "mark");
	struct audit_actor actor;
	struct kept kept = { 0 };
	int64_t first = 0;

	if (!open_kept(r, &kept))
		return no_kept(r, &kept);
	if (kept.stored) {
		flash_notice(r, "This list is stored already.");
		return redirect(r, "/organisations");
	}
	if (import_plan_is_empty(kept.plan))
		return show_plan(r, &kept, NULL);
	if (!mark || strcmp(mark, kept.plan->mark) != 0)
		return show_plan(r, &kept,
			"Somebody changed organisations while you were looking. This is what would "
			"change now: look at it, and store it");
	Q_RUN_COUNT(r->db, import_stored, &first, .now = r->now, .import_id = kept.id,
		.person_id = r->person->person_id);
	if (first == 1) {
		actor = (struct audit_actor){ r->person->person_id, r->person->organisation_id,
			r->person->email };
		import_plan_store(r->db, r, r->ctx, &actor, kept.plan, kept.file_name);
	}
	flash(r, text_format(r->ctx, "Stored: %s.", import_summary(r->ctx, kept.plan)));
	return redirect(r, "/organisations");
}
