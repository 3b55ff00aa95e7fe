/* criteria_edit.c: a template of criteria is added, renamed, published, gets its next version,
 * ends. What was published never changes again; the database holds that too. */
#include <stddef.h>
#include <string.h>
#include "audit.h"
#include "criteria.h"
#include "incident_work.h"
#include "pages.h"

struct typed {
	const char *name, *judges;
	int64_t answer_days;
};

enum { NAME, JUDGES, ANSWER_DAYS, FIELDS };

static const struct field all_fields[FIELDS] = {
	[NAME] = { .type = FIELD_SHORT,
		.name = "name",
		.label = "Name",
		.hint = "For instance “Review of a voluntary-sector contract”",
		.required = true,
		.max_length = 150,
		.missing = "Enter its name",
		.autocomplete = "off",
		.into = offsetof(struct typed, name) },
	[JUDGES] = { .type = FIELD_RADIOS,
		.name = "judges",
		.label = "What is judged by it?",
		.hint = "It cannot be changed later",
		.required = true,
		.choices = criteria_judges,
		.n_choices = CRITERIA_JUDGES,
		.missing = "Select what is judged by it",
		.into = offsetof(struct typed, judges) },
	[ANSWER_DAYS] = { .type = FIELD_NUMBER,
		.name = "answer_days",
		.label = "Days the organisation has to answer the draft findings",
		.hint = "0: it does not see them",
		.required = true,
		.min = 0,
		.max = 90,
		.suffix = "days",
		.missing = "Enter the number of days, or 0",
		.into = offsetof(struct typed, answer_days) },
};

/* What is judged is said once. */
static struct form *form_for(struct req *r, bool fresh)
{
	struct field *fields = NEW_ARRAY(r->ctx, struct field, FIELDS);
	size_t n = 0;

	for (size_t i = 0; i < FIELDS; i++)
		if (i != JUDGES || fresh)
			fields[n++] = all_fields[i];
	return form_new(r->ctx, fields, n);
}

static const char name_taken[] = "Another template has this name";

/* ---- New ------------------------------------------------------------------------------------- */

static const struct criteria_form new_page = {
	.heading = "New template of criteria",
	.button = "Add the template",
	.intro = "It begins empty, as a draft: its criteria come next.",
};

/* GET /criteria/new */
int criteria_new(struct req *r)
{
	struct form *f = form_for(r, true);

	form_put(f, "judges", 0, "contract");
	form_put(f, "answer_days", 0, "14");
	return criteria_form_show(r, NULL, f, &new_page, 200);
}

/* POST /criteria/new */
int criteria_new_save(struct req *r)
{
	struct form *f = form_for(r, true);
	const char *ref = work_token(r);
	struct q_criteria_by_ref same;
	struct typed in = { 0 };

	if (!form_fill(f, &r->body, &in))
		return criteria_form_show(r, NULL, f, &new_page, 422);
	if (Q_RUN(r->db, criteria_add, .ref = ref, .name = in.name, .judges = in.judges,
		    .answer_days = in.answer_days) == DB_DUPLICATE) {
		if (Q_ONE(r->db, criteria_by_ref, &same, .ref = ref))
			return redirect(r, "/criteria/%s", ref);
		form_fail(f, "name", name_taken);
		return criteria_form_show(r, NULL, f, &new_page, 422);
	}
	Q_RUN(r->db, criteria_version_add, .criteria_id = db_last_id(r->db), .number = 1);
	audit(r, AUDIT_ADD, "criteria", ref, audit_fact(NULL, "name", in.name));
	flash(r, text_format(r->ctx, "%s was added. Add its criteria next.", in.name));
	return redirect(r, "/criteria/%s", ref);
}

/* ---- Name and days --------------------------------------------------------------------------- */

static const struct criteria_form edit_page = {
	.heading = "Change this template",
	.button = "Save",
	.intro = "This holds for reviews that are open too. Criteria and weights are changed in a "
		 "new version.",
	.existing = true,
};

/* Of the same fields as `like`; NULL: of its own. */
static struct form *stored_form(
	struct req *r, const struct form *like, const struct q_criteria_by_ref *of)
{
	struct form *f = like ? form_new(r->ctx, like->fields, like->n) : form_for(r, false);

	form_put(f, "name", 0, of->name);
	form_put(f, "answer_days", 0, text_format(r->ctx, "%lld", (long long)of->answer_days));
	return f;
}

/* GET /criteria/:ref/edit */
int criteria_edit(struct req *r)
{
	struct q_criteria_by_ref of;
	int status = criteria_found(r, &of);
	struct form *f;

	if (status)
		return status;
	f = stored_form(r, NULL, &of);
	work_carry(r, of.row_version, form_seen(f));
	return criteria_form_show(r, &of, f, &edit_page, 200);
}

/* POST /criteria/:ref/edit */
int criteria_edit_save(struct req *r)
{
	struct q_criteria_by_ref of;
	int status = criteria_found(r, &of);
	struct form *f = form_for(r, false);
	struct typed in = { 0 };
	int64_t changed = 0;
	json_t *detail;
	bool filled;

	if (status)
		return status;
	filled = form_fill(f, &r->body, &in);
	if (work_conflict(r, f, stored_form(r, f, &of), of.row_version) || !filled)
		return criteria_form_show(r, &of, f, &edit_page, 422);
	detail = audit_changed(NULL, "name", of.name, in.name);
	detail = audit_changed(detail, "answer_days",
		text_format(r->ctx, "%lld", (long long)of.answer_days),
		text_format(r->ctx, "%lld", (long long)in.answer_days));
	if (!detail)
		return criteria_not_done(r, &of, "There was nothing to change.");
	if (Q_RUN_COUNT(r->db, criteria_update, &changed, .criteria_id = of.criteria_id,
		    .name = in.name, .answer_days = in.answer_days,
		    .row_version = of.row_version) == DB_DUPLICATE)
		form_fail(f, "name", name_taken);
	else if (changed == 0)
		work_overtaken(r, f);
	if (f->n_errors > 0 || f->form_error) {
		json_decref(detail);
		return criteria_form_show(r, &of, f, &edit_page, 422);
	}
	audit(r, AUDIT_CHANGE, "criteria", of.ref, detail);
	return criteria_back(r, &of, text_format(r->ctx, "%s was changed.", in.name));
}

/* ---- Publishing, the next version ------------------------------------------------------------ */

static int show_publish(struct req *r, const struct q_criteria_by_ref *of, int status)
{
	criteria_heading(r, of);
	tpl_int(r->page, M_NUMBER, of->draft);
	tpl_int(r->page, M_ROW_VERSION, of->draft_row_version);
	tpl_show_if(r->page, M_CHANGED, status == 422);
	criteria_show(r, of->draft_id, r->page);
	return page_show(r, status, T_criteria_publish, "Publish this version");
}

/* A draft with at least one criterion; otherwise what the page returns. */
static int publishable(struct req *r, struct q_criteria_by_ref *of)
{
	int status = criteria_found(r, of);

	if (status)
		return status;
	if (!of->draft_id)
		return criteria_not_done(r, of, "It has no draft to publish.");
	if (db_rows_count(Q_ROWS(r->db, criteria_of, .version_id = of->draft_id)) == 0)
		return criteria_not_done(r, of, "Add a criterion before you publish it.");
	return 0;
}

/* GET /criteria/:ref/publish */
int criteria_publish(struct req *r)
{
	struct q_criteria_by_ref of;
	int status = publishable(r, &of);

	return status ? status : show_publish(r, &of, 200);
}

/* POST /criteria/:ref/publish: what they saw, and nothing else. */
int criteria_publish_save(struct req *r)
{
	const char *typed = params_get(&r->body, "row_version");
	struct q_criteria_by_ref of;
	int status = publishable(r, &of);
	int64_t version = -1, changed = 0;

	if (status)
		return status;
	if (typed && check_number(typed, &version) && version == of.draft_row_version)
		Q_RUN_COUNT(r->db, criteria_publish, &changed, .version_id = of.draft_id,
			.person_id = r->person->person_id, .now = r->now,
			.row_version = of.draft_row_version);
	if (changed == 0)
		return show_publish(r, &of, 422);
	audit(r, AUDIT_PUBLISH, "criteria", of.ref,
		audit_fact(NULL, "version", text_format(r->ctx, "%lld", (long long)of.draft)));
	return criteria_back(r, &of,
		text_format(r->ctx, "Version %lld was published. It stays as it is.",
			(long long)of.draft));
}

/* POST /criteria/:ref/next: a draft like the last version. */
int criteria_next(struct req *r)
{
	struct q_criteria_by_ref of;
	int status = criteria_found(r, &of);

	if (status)
		return status;
	if (of.draft_id || Q_RUN(r->db, criteria_version_add, .criteria_id = of.criteria_id,
				   .number = of.published + 1) == DB_DUPLICATE)
		return criteria_not_done(r, &of, "There is a draft already. Change that one.");
	Q_RUN(r->db, criteria_copy, .version_id = of.published_id, .draft_id = db_last_id(r->db));
	audit(r, AUDIT_CHANGE, "criteria", of.ref,
		audit_fact(NULL, "begun",
			text_format(r->ctx, "version %lld", (long long)of.published + 1)));
	return criteria_back(r, &of,
		"A draft was begun. It holds what the last version holds; change it, then publish "
		"it.");
}

/* ---- Its end --------------------------------------------------------------------------------- */

/* GET /criteria/:ref/end: no review begins with it any more, or with it again. */
int criteria_end(struct req *r)
{
	struct q_criteria_by_ref of;
	int status = criteria_found(r, &of);

	if (status)
		return status;
	criteria_heading(r, &of);
	tpl_int(r->page, M_ROW_VERSION, of.row_version);
	tpl_show(r->page, of.ended ? M_AGAIN : M_ENDS);
	return page_show(
		r, 200, T_criteria_end, of.ended ? "Use this template again" : "End this template");
}

/* POST /criteria/:ref/end */
int criteria_end_save(struct req *r)
{
	const char *typed = params_get(&r->body, "row_version");
	struct q_criteria_by_ref of;
	int status = criteria_found(r, &of);
	int64_t version = -1, changed = 0;

	if (status)
		return status;
	if (typed && check_number(typed, &version) && version == of.row_version)
		Q_RUN_COUNT(r->db, criteria_end, &changed, .criteria_id = of.criteria_id,
			.ended = !of.ended, .row_version = of.row_version);
	if (changed == 0)
		return criteria_not_done(
			r, &of, "Somebody else has just changed it. Look at it, then decide.");
	audit(r, AUDIT_CHANGE, "criteria", of.ref,
		audit_changed(NULL, "offered", of.ended ? "no" : "yes", of.ended ? "yes" : "no"));
	return criteria_back(r, &of,
		of.ended ? "Reviews can begin with it again."
			 : "It was ended. Reviews that began with it go on with it.");
}
