/* organisation_close.c: an organisation closes, or opens again; and how many patients it has. */
#include <stddef.h>
#include <string.h>
#include "audit.h"
#include "organisation_edit.h"
#include "pages.h"

int organisation_cannot(
	struct req *r, const struct organisation *of, const char *title, const char *sentence)
{
	organisation_show(r, of);
	tpl_set(r->page, M_HEADING, title);
	tpl_set(r->page, M_SENTENCE, sentence);
	return page_show(r, 422, T_organisation_cannot, title);
}

static int64_t people_of(struct req *r, const struct organisation *of)
{
	struct q_organisation_members row = { 0 };

	Q_ONE(r->db, organisation_members, &row, .organisation_id = of->organisation_id);
	return row.people;
}

static void put_today(struct req *r, struct form *f, const char *field)
{
	char today[11];

	check_today(r->now, today);
	form_put_date(f, field, today);
}

/* ---- Closing --------------------------------------------------------------------------------- */

struct closing {
	const char *closed_on, *reason;
};

static const struct field closing_fields[] = {
	{ .type = FIELD_DATE,
		.name = "closed_on",
		.label = "Closed on",
		.hint = "Its last day",
		.required = true,
		.missing = "Enter the day on which it closed",
		.max_date = "today",
		.into = offsetof(struct closing, closed_on) },
	{ .type = FIELD_LONG,
		.name = "reason",
		.label = "Reason",
		.hint = "For the audit trail. Do not name patients",
		.required = true,
		.max_length = 500,
		.missing = "Enter why it closed",
		.into = offsetof(struct closing, reason) },
};

static int show_close(
	struct req *r, const struct form *f, const struct organisation *of, int status)
{
	organisation_show(r, of);
	tpl_int(r->page, M_PEOPLE, people_of(r, of));
	form_show(f, 0, f->n, r->page, false);
	return page_show(
		r, status, T_organisation_close, text_format(r->ctx, "Close %s", of->name));
}

/* 0, or the status of the page that says why it cannot be closed. */
static int cannot_close(struct req *r, const struct organisation *of)
{
	const char *title = text_format(r->ctx, "%s cannot be closed", of->name);

	if (strcmp(of->kind, "commissioner") == 0)
		return organisation_cannot(r, of, title,
			"It is the commissioner, which runs this installation: without it nobody "
			"could look after Soundings.");
	if (of->closed_on)
		return organisation_cannot(r, of, title,
			text_format(r->ctx, "It has been closed since %s.",
				date_text(r->ctx, of->closed_on)));
	return 0;
}

/* GET /organisations/:code/close */
int organisation_close_view(struct req *r)
{
	struct form *f = form_new(r->ctx, closing_fields, COUNT(closing_fields));
	struct organisation of;
	int status;

	if (!organisation_get(r->db, r->args[0], &of))
		return not_found(r);
	status = cannot_close(r, &of);
	if (status)
		return status;
	put_today(r, f, "closed_on");
	return show_close(r, f, &of, 200);
}

/* POST /organisations/:code/close */
int organisation_close_save(struct req *r)
{
	struct form *f = form_new(r->ctx, closing_fields, COUNT(closing_fields));
	struct organisation of;
	struct closing in = { 0 };
	json_t *detail;
	int status;

	if (!organisation_lock(r->db, r->args[0], &of))
		return not_found(r);
	status = cannot_close(r, &of);
	if (status)
		return status;
	if (!form_fill(f, &r->body, &in))
		return show_close(r, f, &of, 422);
	if (of.opened_on && strcmp(in.closed_on, of.opened_on) < 0) {
		form_fail(f, "closed_on",
			text_format(r->ctx, "It opened on %s, and cannot have closed before",
				date_text(r->ctx, of.opened_on)));
		return show_close(r, f, &of, 422);
	}
	organisation_close(r->db, of.organisation_id, in.closed_on);
	detail = audit_changed(NULL, "closed_on", NULL, in.closed_on);
	audit(r, AUDIT_CHANGE, "organisation", of.code, audit_fact(detail, "reason", in.reason));
	flash(r, text_format(r->ctx, "%s is closed.", of.name));
	return redirect(r, "/organisations/%s", of.code);
}

/* ---- Opening again --------------------------------------------------------------------------- */

struct reopening {
	const char *reason;
};

static const struct field reopening_fields[] = {
	{ .type = FIELD_LONG,
		.name = "reason",
		.label = "Reason",
		.hint = "For the audit trail. Do not name patients",
		.required = true,
		.max_length = 500,
		.missing = "Enter why it is open again",
		.into = offsetof(struct reopening, reason) },
};

static int show_reopen(
	struct req *r, const struct form *f, const struct organisation *of, int status)
{
	organisation_show(r, of);
	tpl_set(r->page, M_CLOSED_ON, date_text(r->ctx, of->closed_on));
	form_show(f, 0, f->n, r->page, false);
	return page_show(
		r, status, T_organisation_reopen, text_format(r->ctx, "Reopen %s", of->name));
}

static int cannot_reopen(struct req *r, const struct organisation *of)
{
	return organisation_cannot(r, of, text_format(r->ctx, "%s is open", of->name),
		"It is not closed, so there is nothing to undo. Perhaps somebody else has just "
		"opened it again.");
}

/* GET /organisations/:code/reopen */
int organisation_reopen_view(struct req *r)
{
	struct form *f = form_new(r->ctx, reopening_fields, COUNT(reopening_fields));
	struct organisation of;

	if (!organisation_get(r->db, r->args[0], &of))
		return not_found(r);
	if (of.successor_id)
		return organisation_unmerge_view(r, &of);
	return of.closed_on ? show_reopen(r, f, &of, 200) : cannot_reopen(r, &of);
}

/* POST /organisations/:code/reopen */
int organisation_reopen_save(struct req *r)
{
	struct form *f = form_new(r->ctx, reopening_fields, COUNT(reopening_fields));
	struct organisation of;
	struct reopening in = { 0 };
	json_t *detail;

	if (!organisation_lock(r->db, r->args[0], &of))
		return not_found(r);
	if (of.successor_id)
		return organisation_unmerge_save(r, &of);
	if (!of.closed_on)
		return cannot_reopen(r, &of);
	if (!form_fill(f, &r->body, &in))
		return show_reopen(r, f, &of, 422);
	organisation_reopen(r->db, of.organisation_id);
	detail = audit_changed(NULL, "closed_on", of.closed_on, NULL);
	audit(r, AUDIT_CHANGE, "organisation", of.code, audit_fact(detail, "reason", in.reason));
	flash(r, text_format(r->ctx, "%s is open again.", of.name));
	return redirect(r, "/organisations/%s", of.code);
}

/* ---- List sizes ------------------------------------------------------------------------------ */

struct counted {
	const char *counted_on;
	int64_t patients;
};

static const struct field counted_fields[] = {
	{ .type = FIELD_DATE,
		.name = "counted_on",
		.label = "Counted on",
		.required = true,
		.missing = "Enter the day on which they were counted",
		.max_date = "today",
		.into = offsetof(struct counted, counted_on) },
	{ .type = FIELD_NUMBER,
		.name = "patients",
		.label = "Registered patients",
		.required = true,
		.min = 0,
		.max = 10000000,
		.missing = "Enter how many patients were registered",
		.into = offsetof(struct counted, patients) },
};

static int show_sizes(
	struct req *r, const struct form *f, const struct organisation *of, int status)
{
	struct db_rows *rows = Q_ROWS(r->db, list_sizes, .organisation_id = of->organisation_id);
	struct q_list_sizes row;
	struct tpl *list = NULL;

	organisation_show(r, of);
	while (Q_NEXT(rows, list_sizes, &row)) {
		bool newest = !list;
		struct tpl *line;

		if (!list)
			list = tpl_add(r->page, M_LIST);
		line = tpl_add(list, M_SIZE);
		tpl_set(line, M_COUNTED, date_text(r->ctx, row.counted_on));
		tpl_set(line, M_COUNTED_ON, text_copy(r->ctx, row.counted_on));
		tpl_count(line, M_PATIENTS, row.patients);
		tpl_show_if(line, M_NEWEST, newest);
	}
	tpl_show_if(r->page, M_NONE, !list);
	form_show(f, 0, f->n, r->page, false);
	return page_show(
		r, status, T_organisation_sizes, text_format(r->ctx, "List size of %s", of->name));
}

static bool has_patients(const struct organisation *of)
{
	return strcmp(of->kind, "practice") == 0;
}

/* GET /organisations/:code/list-size */
int list_size_view(struct req *r)
{
	struct organisation of;

	if (!organisation_get(r->db, r->args[0], &of) || !has_patients(&of))
		return not_found(r);
	return show_sizes(r, form_new(r->ctx, counted_fields, COUNT(counted_fields)), &of, 200);
}

/* The figure of that day so far, as text; NULL: there is none. */
static const char *size_on(struct req *r, const struct organisation *of, const char *date)
{
	struct q_list_size_on row;

	if (!Q_ONE(r->db, list_size_on, &row, .organisation_id = of->organisation_id,
		    .counted_on = date))
		return NULL;
	return count_text(r->ctx, row.patients);
}

static int sized(struct req *r, const struct organisation *of, const char *date, const char *from,
	const char *to)
{
	json_t *detail = audit_changed(NULL, text_format(r->ctx, "patients on %s", date), from, to);

	if (detail)
		audit(r, AUDIT_CHANGE, "organisation", of->code, detail);
	return redirect(r, "/organisations/%s/list-size", of->code);
}

static int remove_size(struct req *r, const struct organisation *of, const char *date)
{
	char canonical[11], year[5] = "";
	const char *from;

	if (strlen(date) == 10)
		memcpy(year, date, 4);
	if (strlen(date) != 10 || date[4] != '-' || date[7] != '-' ||
		!check_date(date + 8, text_copyn(r->ctx, date + 5, 2), year, canonical))
		return page_error(r, 400);
	from = size_on(r, of, canonical);
	if (!from) {
		flash(r, "That list size had been removed already.");
		return redirect(r, "/organisations/%s/list-size", of->code);
	}
	list_size_remove(r->db, of->organisation_id, canonical);
	flash(r, text_format(r->ctx, "The list size on %s (%s) was removed.",
			 date_text(r->ctx, canonical), from));
	return sized(r, of, canonical, from, NULL);
}

/* POST /organisations/:code/list-size */
int list_size_save(struct req *r)
{
	struct form *f = form_new(r->ctx, counted_fields, COUNT(counted_fields));
	const char *removed = params_get(&r->body, "remove"), *from, *to;
	struct organisation of;
	struct counted in = { 0 };

	if (!organisation_lock(r->db, r->args[0], &of) || !has_patients(&of))
		return not_found(r);
	if (removed)
		return remove_size(r, &of, removed);
	if (!form_fill(f, &r->body, &in))
		return show_sizes(r, f, &of, 422);
	from = size_on(r, &of, in.counted_on);
	to = count_text(r->ctx, in.patients);
	list_size_put(r->db, of.organisation_id, in.counted_on, in.patients);
	flash(r, from ? text_format(r->ctx, "The list size on %s is now %s. It was %s.",
				date_text(r->ctx, in.counted_on), to, from)
		      : text_format(r->ctx, "The list size on %s is %s.",
				date_text(r->ctx, in.counted_on), to));
	return sized(r, &of, in.counted_on, from, to);
}
