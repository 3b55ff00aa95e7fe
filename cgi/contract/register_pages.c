/* register_pages.c: the register out of a file in the browser: choose one, look at what would
 * change, store it. */
#include <sodium.h>
#include <string.h>
#include "pages.h"
#include "register_import.h"
#include "xlsx_read.h"

enum { SHOWN = 100, ID_BYTES = 16 };

static const struct field fields[] = {
	{ .type = FIELD_FILE,
		.name = "file",
		.label = "File",
		.required = true,
		.hint = "An Excel workbook (.xlsx) or a CSV file of at most 8 MB" },
};

static int show_form(struct req *r, const struct form *f, int status)
{
	for (size_t k = 0; k < REGISTER_COLUMNS; k++)
		tpl_set(tpl_add(r->page, M_COLUMN), M_COLUMN_NAME, register_headings[k]);
	form_show(f, 0, COUNT(fields), r->page, false);
	return page_show(r, status, T_register_import, "Import contracts");
}

/* GET /contracts/import */
int register_import_new(struct req *r)
{
	return show_form(r, form_new(r->ctx, fields, COUNT(fields)), 200);
}

/* The file as CSV; NULL with a sentence in *refused. */
static const char *as_csv(struct req *r, struct bytes file, size_t *len, const char **refused)
{
	struct buf text = { .ctx = r->ctx };

	*refused = NULL;
	if (file.len > REGISTER_FILE) {
		*refused = "The file is larger than 8 MB";
		return NULL;
	}
	if (!xlsx_looks_like(file)) {
		*len = file.len;
		return (const char *)file.data;
	}
	*refused = xlsx_read(r->ctx, file, &text);
	*len = text.len;
	return *refused ? NULL : buf_text(&text);
}

/* Keeps it until it is stored or a day old; its address. */
static const char *keep(struct req *r, const char *text, size_t len, const char *file_name)
{
	char hex[2 * ID_BYTES + 1];
	uint8_t id[ID_BYTES];

	randombytes_buf(id, sizeof id);
	Q_RUN(r->db, register_keep, .import_id = { id, sizeof id },
		.person_id = r->person->person_id, .file_name = file_name,
		.body = { (const uint8_t *)text, len }, .now = r->now);
	sodium_bin2hex(hex, sizeof hex, id, sizeof id);
	return text_copy(r->ctx, hex);
}

/* POST /contracts/import */
int register_import_save(struct req *r)
{
	struct form *f = form_new(r->ctx, fields, COUNT(fields));
	const struct upload *upload = uploads_get(&r->files, "file");
	const char *text, *refused = "Choose a file";
	struct register_file *file = NULL;
	size_t len;

	form_take(f, 0, COUNT(fields), &r->body);
	text = upload ? as_csv(r, upload->bytes, &len, &refused) : NULL;
	if (text)
		file = register_read(r->ctx, text, len);
	if (file)
		refused = file->refused                   ? file->refused
			  : file->n + file->n_faults == 0 ? "The file has no contract in it"
							  : NULL;
	if (!refused && !r->body.restored)
		return redirect(r, "/contracts/import/%s", keep(r, text, len, upload->file_name));
	if (refused && !r->body.restored)
		form_fail(f, "file", refused);
	return show_form(r, f, 422);
}

/* ---- What would change -------------------------------------------------------------------------
 */

struct kept {
	struct bytes id;
	const char *file_name;
	bool stored, of_another; /* of_another: it is there, and another's */
	struct register_plan *plan;
};

/* The file at this address, compared with what is here now; false: there is none of theirs. */
static bool open_kept(struct req *r, struct kept *kept)
{
	uint8_t *id = must(talloc_size(r->ctx, ID_BYTES));
	struct q_import_exists other;
	struct register_file *file;
	struct q_register_kept row;
	size_t len;

	if (strlen(r->args[0]) != 2 * ID_BYTES ||
		sodium_hex2bin(id, ID_BYTES, r->args[0], 2 * ID_BYTES, NULL, &len, NULL) != 0 ||
		len != ID_BYTES)
		return false;
	kept->id = (struct bytes){ id, ID_BYTES };
	if (!Q_ONE(r->db, register_kept, &row, .import_id = kept->id,
		    .person_id = r->person->person_id)) {
		kept->of_another = Q_ONE(r->db, import_exists, &other, .import_id = kept->id);
		return false;
	}
	kept->file_name = text_copy(r->ctx, row.file_name);
	kept->stored = row.stored_at != 0;
	file = register_read(r->ctx,
		text_format(r->ctx, "%.*s", (int)row.body.len, (const char *)row.body.data),
		row.body.len);
	kept->plan = register_plan_make(r, file);
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
	const char *id, *label; /* id NULL: no list of them */
	const char *what;
} fates[] = {
	[REGISTER_NEW] = { "new", "New", "Details" },
	[REGISTER_CHANGED] = { "changed", "Changed", "Changes" },
	[REGISTER_SAME] = { NULL, "As they were", NULL },
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

static void show_item(struct req *r, const struct register_item *item, struct tpl *t)
{
	tpl_set(t, M_NAME, item->values[REGISTER_SERVICE]);
	tpl_set(t, M_REFERENCE, item->values[REGISTER_REFERENCE]);
	tpl_set(t, M_ORGANISATION, item->values[REGISTER_ORGANISATION]);
	for (size_t i = 0; i < item->n_changes; i++) {
		const struct register_change *c = &item->changes[i];

		if (item->fate == REGISTER_NEW &&
			(c->column == REGISTER_REFERENCE || c->column == REGISTER_SERVICE ||
				c->column == REGISTER_ORGANISATION_CODE))
			continue;
		tpl_set(tpl_add(t, M_CHANGE_LINE), M_CHANGE_TEXT,
			item->fate == REGISTER_NEW || c->column == REGISTER_ANNUAL
				? text_format(r->ctx, "%s: %s", register_headings[c->column], c->to)
				: text_format(r->ctx, "%s: %s → %s", register_headings[c->column],
					  c->from, c->to));
	}
}

static void show_items(struct req *r, const struct register_plan *plan, enum register_fate fate)
{
	size_t all = plan->counts[fate], n = 0;
	struct tpl *items;

	if (all == 0 || !fates[fate].id)
		return;
	items = tpl_add(r->page, M_ITEMS);
	tpl_set(items, M_ITEMS_ID, fates[fate].id);
	tpl_set(items, M_ITEMS_HEADING, fates[fate].label);
	tpl_set(items, M_WHAT_HEADING, fates[fate].what);
	for (size_t i = 0; i < plan->n && n < shown(r, all); i++)
		if (plan->items[i].fate == fate) {
			show_item(r, &plan->items[i], tpl_add(items, M_ITEM));
			n++;
		}
	show_rest(r, items, all);
}

static void show_faults(struct req *r, const struct register_file *file)
{
	struct tpl *t = file->n_faults ? tpl_add(r->page, M_FAULTS) : NULL, *one;

	for (size_t i = 0; i < shown(r, file->n_faults); i++) {
		one = tpl_add(t, M_FAULT);
		tpl_int(one, M_LINE, file->faults[i].line);
		tpl_set(one, M_REASON, file->faults[i].reason);
	}
	if (t)
		show_rest(r, t, file->n_faults);
}

static bool is_empty(const struct register_plan *plan)
{
	return plan->counts[REGISTER_NEW] + plan->counts[REGISTER_CHANGED] == 0;
}

/* Every line is wrong: nothing of it "is here already". */
static bool is_useless(const struct register_plan *plan)
{
	return is_empty(plan) && plan->counts[REGISTER_SAME] == 0 && plan->file->n_faults > 0;
}

static int show_plan(struct req *r, const struct kept *kept, const char *problem)
{
	const struct register_plan *plan = kept->plan;
	const char *heading = is_useless(plan) ? "Nothing can be used"
			      : is_empty(plan) ? "Nothing to do"
					       : "What would change";

	if (problem) {
		struct form *f = form_new(r->ctx, fields, COUNT(fields));

		form_fail(f, NULL, problem);
		form_show(f, 0, 0, r->page, false);
	}
	tpl_set(r->page, M_HEADING, heading);
	tpl_set(r->page, M_FILE_NAME, kept->file_name);
	tpl_show_if(r->page, M_USELESS, is_useless(plan));
	tpl_show_if(r->page, M_NOTHING, is_empty(plan) && !is_useless(plan));
	if (!is_empty(plan))
		tpl_set(tpl_add(r->page, M_SOMETHING), M_MARK, plan->mark);
	for (size_t i = 0; i < COUNT(fates); i++)
		show_total(r->page, fates[i].label, fates[i].id, plan->counts[i]);
	show_total(r->page, "Lines that are left out", "faults", plan->file->n_faults);
	tpl_optional(r->page, M_UNREAD, M_UNREAD_COLUMNS, plan->file->unread);
	show_items(r, plan, REGISTER_NEW);
	show_items(r, plan, REGISTER_CHANGED);
	show_faults(r, plan->file);
	return page_show(r, problem ? 422 : 200, T_register_plan, heading);
}

/* 0: it is theirs, and not stored yet; otherwise what the page returns. */
static int kept_or(struct req *r, struct kept *kept)
{
	if (!open_kept(r, kept))
		return kept->of_another ? not_theirs(r, "another person's") : not_found(r);
	if (!kept->stored)
		return 0;
	flash_notice(r, "This file is stored already.");
	return redirect(r, "/contracts");
}

/* GET /contracts/import/:id */
int register_import_view(struct req *r)
{
	struct kept kept = { 0 };
	int refused = kept_or(r, &kept);

	return refused ? refused : show_plan(r, &kept, NULL);
}

static const char *stored_words(struct req *r, const struct register_plan *plan)
{
	size_t added = plan->counts[REGISTER_NEW], changed = plan->counts[REGISTER_CHANGED];

	return text_format(r->ctx, "Stored: %zu new, %zu changed%s.", added, changed,
		plan->file->n_faults ? "; the lines that are wrong were left out" : "");
}

/* POST /contracts/import/:id */
int register_import_store(struct req *r)
{
	const char *mark = params_get(&r->body, "mark");
	struct kept kept = { 0 };
	int refused = kept_or(r, &kept);
	int64_t first = 0;

	if (refused)
		return refused;
	if (is_empty(kept.plan))
		return show_plan(r, &kept, NULL);
	if (!mark || strcmp(mark, kept.plan->mark) != 0)
		return show_plan(r, &kept,
			"Somebody changed the register while you were looking. This is what would "
			"change now: look at it, and store it");
	Q_RUN_COUNT(r->db, import_stored, &first, .now = r->now, .import_id = kept.id,
		.person_id = r->person->person_id);
	if (first == 1 && !register_plan_store(r, kept.plan, kept.file_name))
		return page_error(r, 503); /* everything is rolled back */
	flash(r, stored_words(r, kept.plan));
	return redirect(r, "/contracts");
}
