/* breaches.c: the register of breaches of the rules about conflicts of interest. */
#include <stddef.h>
#include <string.h>
#include "access.h"
#include "audit.h"
#include "csv_file.h"
#include "incident_work.h"
#include "list.h"
#include "pages.h"
#include "ref.h"

/* ---- The list -------------------------------------------------------------------------------- */

static const struct choice shown[] = {
	{ .code = "public", .label = "Published" },
	{ .code = "kept", .label = "Not published" },
};

static const struct field filters[] = {
	{ .type = FIELD_SELECT,
		.name = "public",
		.label = "Published",
		.choices = shown,
		.n_choices = COUNT(shown) },
};

static const struct list_column columns[] = {
	{ .label = "Happened", .sort = "newest" },
	{ .label = "What happened" },
	{ .label = "What was done" },
	{ .label = "Published" },
};

static const struct list_def def = { .one = "breach",
	.many = "breaches",
	.filters = filters,
	.n_filters = COUNT(filters),
	.columns = columns,
	.n_columns = COUNT(columns),
	.csv = "/interests/breaches.csv" };

static struct list *open_list(struct req *r, struct q_breaches_list_in *in)
{
	struct list *list = LIST_OPEN(r, breaches_list, &def);
	const char *which = list_filter(list, "public");

	*in = (struct q_breaches_list_in){ .public = which && strcmp(which, "public") == 0,
		.kept = which && strcmp(which, "kept") == 0 };
	return list;
}

/* GET /interests/breaches */
int breaches_list(struct req *r)
{
	bool keeps = access_allows(r->person, KEEPS_CONTRACTS);
	struct q_breaches_list_in in;
	struct list *list = open_list(r, &in);
	struct q_breaches_list row;

	list_read(list, &in);
	while (LIST_NEXT(list, breaches_list, &row)) {
		struct tpl *line = list_line(list, M_BREACH_ROW);

		tpl_set(line, M_DAY, date_text(r->ctx, row.happened_on));
		tpl_set(line, M_WHAT, row.what);
		tpl_set(line, M_DONE, row.done);
		tpl_optional(line, M_HAS_NOTES, M_NOTES, row.notes);
		tpl_set(line, M_PUBLISHED, row.public ? "Yes" : "No");
		if (keeps)
			tpl_set(tpl_add(line, M_MAY_EDIT), M_REF, row.ref);
	}
	list_show(list);
	tpl_show_if(r->page, M_MAY_ADD, keeps);
	return page_show(r, 200, T_breaches_list, "Breaches");
}

static bool write_csv(struct req *r, struct sink *sink)
{
	static const char *const heads[] = { "Reference", "Happened", "What happened",
		"What was done", "Notes for staff", "Published", "Recorded by", "Recorded" };
	struct csv_file *file = csv_file_begin(r, sink, heads, COUNT(heads));
	struct q_breaches_list_in in;
	struct list *list = open_list(r, &in);
	struct db_rows *rows = list_stream(list, &in);
	struct q_breaches_list row;
	char recorded[11];

	while (CSV_NEXT(file, rows, breaches_list, &row)) {
		const char *const cells[] = { row.ref, row.happened_on, row.what, row.done,
			row.notes, row.public ? "Yes" : "No", row.recorded_by, recorded };

		check_today(row.recorded_at, recorded);
		for (size_t i = 0; i < COUNT(cells); i++)
			csv_words(&file->csv, cells[i]);
	}
	return csv_file_end(file);
}

/* GET /interests/breaches.csv */
int breaches_csv(struct req *r)
{
	audit(r, AUDIT_EXPORT, "interest", "", audit_fact(NULL, "file", "breaches.csv"));
	return respond_stream(r, CSV_TYPE, "breaches.csv", write_csv, NULL);
}

/* ---- Recording and changing one -------------------------------------------------------------- */

struct typed {
	const char *happened_on, *what, *done, *notes;
	bool public;
};

static const struct field fields[] = {
	{ .type = FIELD_DATE,
		.name = "happened_on",
		.label = "When did it happen?",
		.required = true,
		.missing = "Enter the day on which it happened",
		.min_date = "2000-01-01",
		.max_date = "today",
		.into = offsetof(struct typed, happened_on) },
	{ .type = FIELD_LONG,
		.name = "what",
		.label = "What happened?",
		.hint = "Without names of people: this is published",
		.required = true,
		.max_length = 4000,
		.missing = "Say what happened",
		.into = offsetof(struct typed, what) },
	{ .type = FIELD_LONG,
		.name = "done",
		.label = "What was done about it, and what was learned?",
		.hint = "Without names of people: this is published too",
		.required = true,
		.max_length = 4000,
		.missing = "Say what was done about it",
		.into = offsetof(struct typed, done) },
	{ .type = FIELD_LONG,
		.name = "notes",
		.label = "Notes for staff alone",
		.max_length = 4000,
		.into = offsetof(struct typed, notes) },
	{ .type = FIELD_YES_NO,
		.name = "public",
		.label = "Is it in the published list?",
		.required = true,
		.missing = "Say whether it is published",
		.into = offsetof(struct typed, public) },
};

static int show_form(
	struct req *r, const struct form *f, const struct q_breach_by_ref *of, int status)
{
	const char *heading = of ? "Change a breach" : "Record a breach";

	tpl_set(r->page, M_CSRF, r->csrf);
	tpl_set(r->page, M_HEADING, heading);
	if (of)
		tpl_show(r->page, M_EXISTING);
	else
		tpl_set(tpl_add(r->page, M_FRESH), M_TOKEN, work_token(r));
	form_show(f, 0, f->n, r->page, false);
	return page_show(r, status, T_breach_form, heading);
}

/* GET /interests/breaches/new */
int breach_new(struct req *r)
{
	struct form *f = form_new(r->ctx, fields, COUNT(fields));

	form_put(f, "public", 0, "yes");
	return show_form(r, f, NULL, 200);
}

/* POST /interests/breaches/new */
int breach_new_save(struct req *r)
{
	struct form *f = form_new(r->ctx, fields, COUNT(fields));
	const char *ref = work_token(r);
	struct typed in = { 0 };

	if (!form_fill(f, &r->body, &in))
		return show_form(r, f, NULL, 422);
	if (Q_RUN(r->db, breach_add, .ref = ref, .happened_on = in.happened_on, .what = in.what,
		    .done = in.done, .notes = in.notes ? in.notes : "", .public = in.public,
		    .person_id = r->person->person_id, .now = r->now) != DB_DUPLICATE)
		flash(r, "The breach was recorded.");
	audit(r, AUDIT_ADD, "interest", ref, audit_fact(NULL, "breach_on", in.happened_on));
	return redirect(r, "/interests/breaches");
}

static int find(struct req *r, struct q_breach_by_ref *of)
{
	char ref[REF_LENGTH + 1];

	if (!ref_read(r->args[0], ref) || !Q_ONE(r->db, breach_by_ref, of, .ref = ref))
		return not_found(r);
	return 0;
}

static struct form *stored_form(struct req *r, const struct q_breach_by_ref *of)
{
	struct form *f = form_new(r->ctx, fields, COUNT(fields));

	form_put_date(f, "happened_on", of->happened_on);
	form_put(f, "what", 0, of->what);
	form_put(f, "done", 0, of->done);
	form_put(f, "notes", 0, of->notes);
	form_put(f, "public", 0, of->public ? "yes" : "no");
	return f;
}

/* GET /interests/breaches/:breach/edit */
int breach_edit(struct req *r)
{
	struct q_breach_by_ref of;
	int status = find(r, &of);
	struct form *f;

	if (status)
		return status;
	f = stored_form(r, &of);
	work_carry(r, of.row_version, form_seen(f));
	return show_form(r, f, &of, 200);
}

/* POST /interests/breaches/:breach/edit */
int breach_edit_save(struct req *r)
{
	struct form *f = form_new(r->ctx, fields, COUNT(fields));
	struct q_breach_by_ref of;
	struct typed in = { 0 };
	int status = find(r, &of);
	int64_t changed = 0;
	bool filled;

	if (status)
		return status;
	filled = form_fill(f, &r->body, &in);
	if (work_conflict(r, f, stored_form(r, &of), of.row_version) || !filled)
		return show_form(r, f, &of, 422);
	Q_RUN_COUNT(r->db, breach_update, &changed, .breach_id = of.breach_id,
		.happened_on = in.happened_on, .what = in.what, .done = in.done,
		.notes = in.notes ? in.notes : "", .public = in.public,
		.row_version = of.row_version);
	if (changed == 0) {
		work_overtaken(r, f);
		return show_form(r, f, &of, 422);
	}
	audit(r, AUDIT_CHANGE, "interest", of.ref,
		audit_changed(audit_fact(NULL, "breach_on", in.happened_on), "published",
			of.public ? "yes" : "no", in.public ? "yes" : "no"));
	flash(r, "The breach was changed.");
	return redirect(r, "/interests/breaches");
}
