/* incident_steps.c: what happened in an incident, step by step, as the investigation puts it
 * together. Every change leaves what it said before in the incident's history. */
#include <stddef.h>
#include "incident_sections.h"
#include "incident_work.h"
#include "pages.h"

struct step {
	const char *happened_on, *about, *what;
};

static const struct field fields[] = {
	{ .type = FIELD_DATE,
		.name = "happened_on",
		.label = "Day",
		.required = true,
		.max_date = "today",
		.into = offsetof(struct step, happened_on) },
	{ .type = FIELD_SHORT,
		.name = "about",
		.label = "Time",
		.hint = "As well as you know it, like 10:30, about 2pm, or after lunch",
		.max_length = 60,
		.autocomplete = "off",
		.into = offsetof(struct step, about) },
	{ .type = FIELD_LONG,
		.name = "what",
		.label = "What happened",
		.hint = "What was done or seen, not who did it",
		.required = true,
		.max_length = 2000,
		.missing = "Say what happened",
		.into = offsetof(struct step, what) },
};

static const char *when_words(TALLOC_CTX *ctx, const char *day, const char *about)
{
	return about && *about ? text_format(ctx, "%s, %s", date_text(ctx, day), about)
			       : date_text(ctx, day);
}

void incident_section_steps(
	struct req *r, const struct q_incident_by_ref *in, bool may_change, struct tpl *page)
{
	struct tpl *t = tpl_include(page, M_SECTION, T_incident_steps), *list = NULL, *line;
	struct db_rows *rows = Q_ROWS(r->db, incident_steps, .incident_id = in->incident_id);
	struct q_incident_steps row;

	tpl_show_if(t, M_MAY_ADD, may_change);
	while (Q_NEXT(rows, incident_steps, &row)) {
		if (!list)
			list = tpl_add(t, M_LIST);
		tpl_show_if(list, M_MAY_ADD, may_change);
		line = tpl_add(list, M_STEP_ROW);
		tpl_show_if(line, M_MAY_ADD, may_change);
		tpl_set(line, M_STEP, text_copy(r->ctx, row.ref));
		tpl_set(line, M_WHEN,
			text_copy(r->ctx, when_words(r->ctx, row.happened_on, row.about)));
		tpl_set(line, M_STEP_TEXT, text_copy(r->ctx, row.what));
	}
	tpl_show_if(t, M_NONE, !list);
}

static int show(struct req *r, const struct q_incident_by_ref *in, const struct form *f,
	bool existing, int status)
{
	tpl_show(r->page, existing ? M_EXISTING : M_FRESH);
	tpl_set(r->page, M_TOKEN, work_token(r));
	return work_show(
		r, in, f, status, T_incident_step, existing ? "Change a step" : "Add a step");
}

/* ---- Add ------------------------------------------------------------------------------------- */

/* GET /incidents/:ref/steps/new */
int incident_step_new(struct req *r)
{
	struct q_incident_by_ref in;
	int refused = incident_managed(r, &in);

	if (refused)
		return refused;
	return show(r, &in, form_new(r->ctx, fields, COUNT(fields)), false, 200);
}

static void say(struct req *r, const struct q_incident_by_ref *in, enum audit_action action,
	const char *ref, const char *text)
{
	work_done(r, in, action, audit_fact(NULL, "step", ref),
		&(struct incident_event){
			.kind = EVENT_NOTE, .audience = FOR_MANAGER, .text = text });
}

static const char *step_words(struct req *r, const struct step *step)
{
	return text_format(
		r->ctx, "%s: %s", when_words(r->ctx, step->happened_on, step->about), step->what);
}

/* POST /incidents/:ref/steps/new */
int incident_step_new_save(struct req *r)
{
	struct form *f = form_new(r->ctx, fields, COUNT(fields));
	const char *token = work_token(r);
	struct q_incident_by_ref in;
	struct step step = { 0 };
	int refused = incident_managed(r, &in);
	bool filled;

	if (refused)
		return refused;
	filled = form_fill(f, &r->body, &step);
	if (work_warns(r, f, NULL) || !filled)
		return show(r, &in, f, false, 422);
	if (Q_RUN(r->db, incident_step_add, .incident_id = in.incident_id, .ref = token,
		    .happened_on = step.happened_on, .about = step.about ? step.about : "",
		    .minute = work_minute(step.about), .what = step.what,
		    .made_at = r->now) == DB_DONE)
		say(r, &in, AUDIT_ADD, token,
			text_format(r->ctx, "A step was added. %s", step_words(r, &step)));
	flash(r, "The step was added.");
	return redirect(r, "/incidents/%s#steps", in.ref);
}

/* ---- Change, remove -------------------------------------------------------------------------- */

static struct form *stored(struct req *r, const struct q_incident_step_by_ref *row)
{
	struct form *f = form_new(r->ctx, fields, COUNT(fields));

	form_put_date(f, "happened_on", row->happened_on);
	form_put(f, "about", 0, row->about);
	form_put(f, "what", 0, row->what);
	return f;
}

/* 0, or what the page returns. */
static int find(struct req *r, struct q_incident_by_ref *in, struct q_incident_step_by_ref *row)
{
	int refused = incident_managed(r, in);

	if (refused)
		return refused;
	return Q_ONE(r->db, incident_step_by_ref, row, .incident_id = in->incident_id,
		       .ref = r->args[1])
		       ? 0
		       : not_found(r);
}

/* GET /incidents/:ref/steps/:step/edit */
int incident_step_edit(struct req *r)
{
	struct q_incident_by_ref in;
	struct q_incident_step_by_ref row;
	int refused = find(r, &in, &row);
	struct form *f;

	if (refused)
		return refused;
	f = stored(r, &row);
	work_carry(r, row.row_version, form_seen(f));
	return show(r, &in, f, true, 200);
}

static bool store(struct req *r, const struct q_incident_step_by_ref *row, const struct step *step)
{
	int64_t n = 0;

	Q_RUN_COUNT(r->db, incident_step_set, &n, .step_id = row->step_id,
		.row_version = row->row_version, .happened_on = step->happened_on,
		.about = step->about ? step->about : "", .minute = work_minute(step->about),
		.what = step->what);
	return n == 1 || db_state(r->db) != DB_FINE;
}

/* POST /incidents/:ref/steps/:step/edit */
int incident_step_edit_save(struct req *r)
{
	struct form *f = form_new(r->ctx, fields, COUNT(fields));
	struct q_incident_by_ref in;
	struct q_incident_step_by_ref row;
	struct step to = { 0 };
	int refused = find(r, &in, &row);
	const char *before;

	if (refused)
		return refused;
	form_fill(f, &r->body, &to);
	if (work_again(r, f, stored(r, &row), row.row_version))
		return show(r, &in, f, true, 422);
	before = step_words(r, &(struct step){ row.happened_on, row.about, row.what });
	if (!store(r, &row, &to)) {
		work_overtaken(r, f);
		return show(r, &in, f, true, 422);
	}
	say(r, &in, AUDIT_CHANGE, row.ref,
		text_format(r->ctx, "A step was changed. Before: %s\nNow: %s", before,
			step_words(r, &to)));
	flash(r, "The step was changed.");
	return redirect(r, "/incidents/%s#steps", in.ref);
}

/* GET /incidents/:ref/steps/:step/remove */
int incident_step_remove(struct req *r)
{
	struct q_incident_by_ref in;
	struct q_incident_step_by_ref row;
	int refused = find(r, &in, &row);

	if (refused)
		return refused;
	tpl_set(r->page, M_WHEN, when_words(r->ctx, row.happened_on, row.about));
	tpl_set(r->page, M_STEP_TEXT, row.what);
	return work_show(r, &in, NULL, 200, T_incident_step_remove, "Remove a step");
}

/* POST /incidents/:ref/steps/:step/remove */
int incident_step_remove_save(struct req *r)
{
	struct q_incident_by_ref in;
	struct q_incident_step_by_ref row;
	int refused = find(r, &in, &row);

	if (refused)
		return refused;
	Q_RUN(r->db, incident_step_remove, .step_id = row.step_id, .removed_at = r->now);
	say(r, &in, AUDIT_REMOVE, row.ref,
		text_format(r->ctx, "A step was removed. It said: %s",
			step_words(r, &(struct step){ row.happened_on, row.about, row.what })));
	flash(r, "The step was removed.");
	return redirect(r, "/incidents/%s#steps", in.ref);
}
