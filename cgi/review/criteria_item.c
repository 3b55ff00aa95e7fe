/* criteria_item.c: a criterion of a draft is added, changed, moved, removed. The version's row
 * version counts all of that, and its row is locked before anything of it changes. */
#include <stddef.h>
#include <string.h>
#include "audit.h"
#include "criteria.h"
#include "incident_work.h"
#include "pages.h"

struct typed {
	const char *name, *help, *evidence, *scale[CRITERIA_SCORES];
	int64_t weight;
};

#define SCALE(number, words)                                                                       \
	{                                                                                          \
		.type = FIELD_LONG, .name = "scale_" #number, .label = "What " #number " means",   \
		.hint = (words), .required = true, .max_length = 300,                              \
		.missing = "Say what a score of " #number " means",                                \
		.into = offsetof(struct typed, scale[number])                                      \
	}

static const struct field fields[] = {
	{ .type = FIELD_SHORT,
		.name = "name",
		.label = "Name",
		.required = true,
		.max_length = 150,
		.missing = "Enter the criterion’s name",
		.autocomplete = "off",
		.into = offsetof(struct typed, name) },
	{ .type = FIELD_LONG,
		.name = "help",
		.label = "What to look at",
		.max_length = 1000,
		.into = offsetof(struct typed, help) },
	{ .type = FIELD_NUMBER,
		.name = "weight",
		.label = "Weight",
		.hint = "From 1 to 100. What weighs 20 counts twice as much as what weighs 10",
		.required = true,
		.min = 1,
		.max = 100,
		.missing = "Enter a weight from 1 to 100",
		.into = offsetof(struct typed, weight) },
	{ .type = FIELD_SELECT,
		.name = "evidence",
		.label = "Evidence beside it",
		.choices = criteria_evidence + 1,
		.n_choices = CRITERIA_EVIDENCE - 1,
		.into = offsetof(struct typed, evidence) },
	SCALE(0, "The worst"),
	SCALE(1, NULL),
	SCALE(2, NULL),
	SCALE(3, NULL),
	SCALE(4, "The best"),
};

/* What a new one begins with. */
static const char *const usual[CRITERIA_SCORES] = { "No evidence, or none of it is met",
	"A little of it is met", "About half of it is met", "Most of it is met",
	"All of it is met, with good evidence" };

static const char *scale_name(size_t score)
{
	return fields[COUNT(fields) - CRITERIA_SCORES + score].name;
}

/* The draft of a template; or what the page returns. */
static int draft_of(struct req *r, struct q_criteria_by_ref *of)
{
	int status = criteria_found(r, of);

	if (status)
		return status;
	if (!of->draft_id)
		return criteria_not_done(
			r, of, "A published version stays as it is. Begin the next one.");
	return 0;
}

static int find(struct req *r, struct q_criteria_by_ref *of, struct q_criterion_by_ref *row)
{
	int status = draft_of(r, of);

	if (status)
		return status;
	if (!Q_ONE(r->db, criterion_by_ref, row, .version_id = of->draft_id, .ref = r->args[1]))
		return not_found(r);
	return 0;
}

/* Counts the draft's version on. False: somebody else was quicker. */
static bool touch(struct req *r, const struct q_criteria_by_ref *of)
{
	int64_t touched = 0;

	Q_RUN_COUNT(r->db, criteria_touch, &touched, .version_id = of->draft_id,
		.row_version = of->draft_row_version);
	return touched > 0;
}

/* ---- Adding ---------------------------------------------------------------------------------- */

static const struct criteria_form add_page = { .heading = "Add a criterion", .button = "Add" };

/* GET /criteria/:ref/add */
int criterion_add(struct req *r)
{
	struct form *f = form_new(r->ctx, fields, COUNT(fields));
	struct q_criteria_by_ref of;
	int status = draft_of(r, &of);

	if (status)
		return status;
	for (size_t i = 0; i < CRITERIA_SCORES; i++)
		form_put(f, scale_name(i), 0, usual[i]);
	return criteria_form_show(r, &of, f, &add_page, 200);
}

/* POST /criteria/:ref/add */
int criterion_add_save(struct req *r)
{
	struct form *f = form_new(r->ctx, fields, COUNT(fields));
	struct q_criteria_by_ref of;
	struct typed in = { 0 };
	int status = draft_of(r, &of);

	if (status)
		return status;
	if (!form_fill(f, &r->body, &in))
		return criteria_form_show(r, &of, f, &add_page, 422);
	if (!touch(r, &of)) {
		work_overtaken(r, f);
		return criteria_form_show(r, &of, f, &add_page, 422);
	}
	if (Q_RUN(r->db, criterion_add, .version_id = of.draft_id, .ref = work_token(r),
		    .name = in.name, .help = in.help ? in.help : "", .weight = in.weight,
		    .scale_0 = in.scale[0], .scale_1 = in.scale[1], .scale_2 = in.scale[2],
		    .scale_3 = in.scale[3], .scale_4 = in.scale[4],
		    .evidence = in.evidence ? in.evidence : "") != DB_DUPLICATE)
		flash(r, text_format(r->ctx, "“%s” was added.", in.name));
	audit(r, AUDIT_CHANGE, "criteria", of.ref, audit_fact(NULL, "added", in.name));
	return redirect(r, "/criteria/%s", of.ref);
}

/* ---- Changing -------------------------------------------------------------------------------- */

static const struct criteria_form edit_page = {
	.heading = "Change a criterion", .button = "Save", .existing = true
};

static struct form *stored_form(struct req *r, const struct q_criterion_by_ref *row)
{
	struct form *f = form_new(r->ctx, fields, COUNT(fields));
	const char *const scale[CRITERIA_SCORES] = { row->scale_0, row->scale_1, row->scale_2,
		row->scale_3, row->scale_4 };

	form_put(f, "name", 0, row->name);
	form_put(f, "help", 0, row->help);
	form_put(f, "weight", 0, text_format(r->ctx, "%lld", (long long)row->weight));
	form_put(f, "evidence", 0, *row->evidence ? row->evidence : NULL);
	for (size_t i = 0; i < CRITERIA_SCORES; i++)
		form_put(f, scale_name(i), 0, scale[i]);
	return f;
}

/* GET /criteria/:ref/:criterion/edit */
int criterion_edit(struct req *r)
{
	struct q_criterion_by_ref row;
	struct q_criteria_by_ref of;
	int status = find(r, &of, &row);
	struct form *f;

	if (status)
		return status;
	f = stored_form(r, &row);
	work_carry(r, of.draft_row_version, form_seen(f));
	return criteria_form_show(r, &of, f, &edit_page, 200);
}

/* POST /criteria/:ref/:criterion/edit */
int criterion_edit_save(struct req *r)
{
	struct form *f = form_new(r->ctx, fields, COUNT(fields));
	struct q_criterion_by_ref row;
	struct q_criteria_by_ref of;
	struct typed in = { 0 };
	int status = find(r, &of, &row);
	bool filled;

	if (status)
		return status;
	filled = form_fill(f, &r->body, &in);
	if (work_conflict(r, f, stored_form(r, &row), of.draft_row_version) || !filled)
		return criteria_form_show(r, &of, f, &edit_page, 422);
	if (!touch(r, &of)) {
		work_overtaken(r, f);
		return criteria_form_show(r, &of, f, &edit_page, 422);
	}
	Q_RUN(r->db, criterion_update, .criterion_id = row.criterion_id, .name = in.name,
		.help = in.help ? in.help : "", .weight = in.weight, .scale_0 = in.scale[0],
		.scale_1 = in.scale[1], .scale_2 = in.scale[2], .scale_3 = in.scale[3],
		.scale_4 = in.scale[4], .evidence = in.evidence ? in.evidence : "");
	audit(r, AUDIT_CHANGE, "criteria", of.ref, audit_fact(NULL, "changed", in.name));
	return criteria_back(r, &of, text_format(r->ctx, "“%s” was changed.", in.name));
}

/* ---- Moving and removing --------------------------------------------------------------------- */

/* Two neighbours change places, by way of one that nobody has. */
static void change_places(
	struct req *r, const struct q_criterion_by_ref *one, int64_t other_id, int64_t other)
{
	Q_RUN(r->db, criterion_place, .criterion_id = one->criterion_id, .position = 0);
	Q_RUN(r->db, criterion_place, .criterion_id = other_id, .position = one->position);
	Q_RUN(r->db, criterion_place, .criterion_id = one->criterion_id, .position = other);
}

/* POST /criteria/:ref/:criterion/move, to: "up" or "down". */
int criterion_move(struct req *r)
{
	const char *to = params_get(&r->body, "to");
	struct q_criterion_by_ref row;
	struct q_criteria_by_ref of;
	struct q_criteria_of each;
	int status = find(r, &of, &row);
	int64_t step = !to ? 0 : strcmp(to, "up") == 0 ? -1 : strcmp(to, "down") == 0 ? 1 : 0;
	int64_t other_id = 0;
	struct db_rows *rows;

	if (status)
		return status;
	rows = Q_ROWS(r->db, criteria_of, .version_id = of.draft_id);
	while (Q_NEXT(rows, criteria_of, &each))
		if (each.position == row.position + step)
			other_id = each.criterion_id;
	if (step == 0 || other_id == 0)
		return redirect(r, "/criteria/%s", of.ref);
	if (!touch(r, &of))
		return criteria_not_done(r, &of, "Somebody else has just changed this draft.");
	change_places(r, &row, other_id, row.position + step);
	audit(r, AUDIT_CHANGE, "criteria", of.ref, audit_fact(NULL, "moved", row.name));
	return criteria_back(r, &of,
		text_format(r->ctx, "“%s” was moved %s.", row.name, step < 0 ? "up" : "down"));
}

/* GET /criteria/:ref/:criterion/remove */
int criterion_remove(struct req *r)
{
	struct q_criterion_by_ref row;
	struct q_criteria_by_ref of;
	int status = find(r, &of, &row);

	if (status)
		return status;
	criteria_heading(r, &of);
	tpl_set(r->page, M_CRITERION_NAME, row.name);
	return page_show(r, 200, T_criteria_remove, "Remove a criterion");
}

/* POST /criteria/:ref/:criterion/remove: those behind it move up. */
int criterion_remove_save(struct req *r)
{
	struct q_criterion_by_ref row;
	struct q_criteria_by_ref of;
	struct q_criteria_of each;
	int status = find(r, &of, &row);
	struct db_rows *rows;

	if (status)
		return status;
	if (!touch(r, &of))
		return criteria_not_done(r, &of, "Somebody else has just changed this draft.");
	rows = Q_ROWS(r->db, criteria_of, .version_id = of.draft_id);
	Q_RUN(r->db, criterion_remove, .criterion_id = row.criterion_id);
	while (Q_NEXT(rows, criteria_of, &each))
		if (each.position > row.position)
			Q_RUN(r->db, criterion_place, .criterion_id = each.criterion_id,
				.position = each.position - 1);
	audit(r, AUDIT_CHANGE, "criteria", of.ref, audit_fact(NULL, "removed", row.name));
	return criteria_back(r, &of, text_format(r->ctx, "“%s” was removed.", row.name));
}
