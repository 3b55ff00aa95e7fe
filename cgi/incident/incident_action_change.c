/* incident_action_change.c: an action is added, changed, done, cancelled or opened again. */
#include <stddef.h>
#include <string.h>
#include "choices.h"
#include "incident_actions.h"
#include "incident_work.h"
#include "pages.h"

struct typed {
	const char *what, *owner, *owner_name, *owner_organisation, *due_on;
};

enum { WHAT, OWNER, OWNER_NAME, OWNER_ORGANISATION, DUE_ON, FIELDS };

/* Choices of `owner` are put in by fields_for(). */
static const struct field all_fields[FIELDS] = {
	[WHAT] = { .type = FIELD_LONG,
		.name = "what",
		.label = "What is to be done",
		.hint = "One thing, so that everybody can tell when it is done",
		.required = true,
		.max_length = 500,
		.missing = "Say what is to be done",
		.into = offsetof(struct typed, what) },
	[OWNER] = { .type = FIELD_SELECT,
		.name = "owner",
		.label = "Who does it",
		.required = true,
		.missing = "Select who does it",
		.into = offsetof(struct typed, owner) },
	[OWNER_NAME] = { .type = FIELD_SHORT,
		.name = "owner_name",
		.label = "Their name or role",
		.required = true,
		.max_length = 200,
		.missing = "Enter their name or role",
		.autocomplete = "off",
		.when_name = "owner",
		.when_code = "elsewhere",
		.into = offsetof(struct typed, owner_name) },
	[OWNER_ORGANISATION] = { .type = FIELD_SHORT,
		.name = "owner_organisation",
		.label = "Their organisation",
		.max_length = 200,
		.autocomplete = "off",
		.when_name = "owner",
		.when_code = "elsewhere",
		.into = offsetof(struct typed, owner_organisation) },
	[DUE_ON] = { .type = FIELD_DATE,
		.name = "due_on",
		.label = "Due on",
		.hint = "The owner is reminded 3 working days before, and once more when it is "
			"overdue",
		.required = true,
		.min_date = "2000-01-01",
		.max_date = "2099-12-31",
		.into = offsetof(struct typed, due_on) },
};

/* Active people of the commissioner; who owns it already though they have left; "elsewhere". */
static const struct field *fields_for(struct req *r, const struct q_incident_action_by_ref *of)
{
	struct field *fields = NEW_ARRAY(r->ctx, struct field, FIELDS);
	struct choices owners = { 0 };

	memcpy(fields, all_fields, sizeof all_fields);
	CHOICES_READ(r, &owners, incident_action_owners, row.ref, row.name, 0,
		.organisation_id = r->person->organisation_id);
	if (of && of->owner_ref && choice_index(owners.list, owners.n, of->owner_ref) == owners.n)
		choices_add(r->ctx, &owners, of->owner_ref, of->owner, 0);
	choices_add(r->ctx, &owners, "elsewhere", "Somebody elsewhere", 0);
	field_offer(&fields[OWNER], &owners);
	return fields;
}

static struct form *stored(
	struct req *r, const struct field *fields, const struct q_incident_action_by_ref *row)
{
	struct form *f = form_new(r->ctx, fields, FIELDS);

	form_put(f, "what", 0, row->what);
	form_put(f, "owner", 0, row->owner_ref ? row->owner_ref : "elsewhere");
	form_put(f, "owner_name", 0, row->owner_name);
	form_put(f, "owner_organisation", 0, row->owner_organisation);
	form_put_date(f, "due_on", row->due_on);
	return f;
}

/* What the row will say. `name`: the owner's, for people. */
struct action {
	const char *what, *owner_name, *owner_organisation, *due_on, *name;
	int64_t owner_id;
};

/* False, with a sentence at the field: whoever was chosen has left meanwhile. */
static bool take(
	struct req *r, struct form *f, const struct typed *in, int64_t owner_id, struct action *out)
{
	struct q_incident_owner_by_ref owner;

	*out = (struct action){
		.what = in->what, .owner_name = "", .owner_organisation = "", .due_on = in->due_on
	};
	if (strcmp(in->owner, "elsewhere") == 0) {
		out->owner_name = in->owner_name;
		out->owner_organisation = in->owner_organisation ? in->owner_organisation : "";
		out->name = action_owner(r->ctx, NULL, out->owner_name, out->owner_organisation);
		return true;
	}
	if (!Q_ONE(r->db, incident_owner_by_ref, &owner,
		    .organisation_id = r->person->organisation_id, .ref = in->owner,
		    .owner_id = owner_id)) {
		form_fail(f, "owner", "This person has just left. Select somebody else");
		return false;
	}
	out->owner_id = owner.person_id;
	out->name = owner.name;
	return true;
}

static int show(struct req *r, const struct q_incident_by_ref *in, const struct form *f,
	bool existing, int status)
{
	tpl_show(r->page, existing ? M_EXISTING : M_FRESH);
	tpl_set(r->page, M_TOKEN, work_token(r));
	return work_show(r, in, f, status, T_incident_action,
		existing ? "Change an action" : "Add an action");
}

static void say(struct req *r, const struct q_incident_by_ref *in, enum audit_action action,
	json_t *detail, const char *text)
{
	work_done(r, in, action, detail,
		&(struct incident_event){
			.kind = EVENT_ACTION, .audience = FOR_MANAGER, .text = text });
}

/* ---- Add ------------------------------------------------------------------------------------- */

/* GET /incidents/:ref/actions/new */
int incident_action_new(struct req *r)
{
	struct q_incident_by_ref in;
	int refused = incident_managed(r, &in);

	if (refused)
		return refused;
	return show(r, &in, form_new(r->ctx, fields_for(r, NULL), FIELDS), false, 200);
}

/* POST /incidents/:ref/actions/new */
int incident_action_new_save(struct req *r)
{
	const char *token = work_token(r);
	struct q_incident_by_ref in;
	struct typed typed = { 0 };
	struct action to;
	int refused = incident_managed(r, &in);
	struct form *f;
	bool filled;

	if (refused)
		return refused;
	f = form_new(r->ctx, fields_for(r, NULL), FIELDS);
	filled = form_fill(f, &r->body, &typed);
	if (work_warns(r, f, NULL) || !filled || !take(r, f, &typed, 0, &to))
		return show(r, &in, f, false, 422);
	if (Q_RUN(r->db, incident_action_add, .incident_id = in.incident_id, .ref = token,
		    .what = to.what, .owner_id = to.owner_id, .owner_name = to.owner_name,
		    .owner_organisation = to.owner_organisation, .due_on = to.due_on,
		    .made_at = r->now) == DB_DONE)
		say(r, &in, AUDIT_ADD, audit_fact(NULL, "action", token),
			text_format(r->ctx, "Planned: %s\nOwner: %s\nDue: %s", to.what, to.name,
				date_text(r->ctx, to.due_on)));
	flash(r, "The action was added.");
	return redirect(r, "/incidents/%s#actions", in.ref);
}

/* ---- Change ---------------------------------------------------------------------------------- */

/* 0, or what the page returns. */
static int find(struct req *r, struct q_incident_by_ref *in, struct q_incident_action_by_ref *row)
{
	int refused = incident_managed(r, in);

	if (refused)
		return refused;
	return Q_ONE(r->db, incident_action_by_ref, row, .incident_id = in->incident_id,
		       .ref = r->args[1])
		       ? 0
		       : not_found(r);
}

/* It ended meanwhile, or has not ended: nothing to do here. */
static int passed(struct req *r, const struct q_incident_by_ref *in, const char *state)
{
	flash_notice(r, strcmp(state, "open") == 0 ? "This action is open."
			: strcmp(state, "done") == 0
				? "This action is done. Reopen it to change it."
				: "This action was cancelled. Reopen it to "
				  "change it.");
	return redirect(r, "/incidents/%s#actions", in->ref);
}

/* GET /incidents/:ref/actions/:action/edit */
int incident_action_edit(struct req *r)
{
	struct q_incident_by_ref in;
	struct q_incident_action_by_ref row;
	int refused = find(r, &in, &row);
	struct form *f;

	if (refused)
		return refused;
	if (strcmp(row.state, "open") != 0)
		return passed(r, &in, row.state);
	f = stored(r, fields_for(r, &row), &row);
	work_carry(r, row.row_version, form_seen(f));
	return show(r, &in, f, true, 200);
}

static bool store(
	struct req *r, const struct q_incident_action_by_ref *row, const struct action *to)
{
	bool anew = to->owner_id != row->owner_id || strcmp(to->due_on, row->due_on) != 0;
	int64_t n = 0;

	Q_RUN_COUNT(r->db, incident_action_set, &n, .action_id = row->action_id,
		.row_version = row->row_version, .what = to->what, .owner_id = to->owner_id,
		.owner_name = to->owner_name, .owner_organisation = to->owner_organisation,
		.due_on = to->due_on, .anew = anew);
	return n == 1 || db_state(r->db) != DB_FINE;
}

static const char *changes(
	struct req *r, const struct q_incident_action_by_ref *row, const struct action *to)
{
	struct buf text = { .ctx = r->ctx };
	bool any;

	buf_addf(&text, "Changed: %s", row->what);
	any = work_line(&text, "Now", row->what, to->what);
	any |= work_line(&text, "Owner",
		action_owner(r->ctx, row->owner, row->owner_name, row->owner_organisation),
		to->name);
	any |= work_line(
		&text, "Due", date_text(r->ctx, row->due_on), date_text(r->ctx, to->due_on));
	return any ? buf_text(&text) : NULL;
}

/* POST /incidents/:ref/actions/:action/edit */
int incident_action_edit_save(struct req *r)
{
	struct q_incident_by_ref in;
	struct q_incident_action_by_ref row;
	struct typed typed = { 0 };
	struct action to;
	int refused = find(r, &in, &row);
	const struct field *fields;
	const char *changed;
	struct form *f;

	if (refused)
		return refused;
	if (strcmp(row.state, "open") != 0)
		return passed(r, &in, row.state);
	fields = fields_for(r, &row);
	f = form_new(r->ctx, fields, FIELDS);
	form_fill(f, &r->body, &typed);
	if (work_again(r, f, stored(r, fields, &row), row.row_version) ||
		!take(r, f, &typed, row.owner_id, &to))
		return show(r, &in, f, true, 422);
	changed = changes(r, &row, &to);
	if (changed && !store(r, &row, &to)) {
		work_overtaken(r, f);
		return show(r, &in, f, true, 422);
	}
	if (changed)
		say(r, &in, AUDIT_CHANGE, audit_fact(NULL, "action", row.ref), changed);
	flash(r, changed ? "The action was changed." : "There was nothing to change.");
	return redirect(r, "/incidents/%s#actions", in.ref);
}

/* ---- Done, cancelled, open again ------------------------------------------------------------- */

struct ending {
	const char *words;
};

/* By the last part of the address. */
static const struct move {
	const char *path;
	enum action_state from, to; /* from ACTION_DONE: from cancelled too */
	const char *title, *button, *told, *was, *why;
	struct field field;
} moves[] = {
	{ "done", ACTION_OPEN, ACTION_DONE, "An action is done", "It is done",
		"The action is done.", "Done", "How we know",
		{ .type = FIELD_LONG,
			.name = "words",
			.label = "How do you know that it was done?",
			.hint = "What shows it, and where it can be found, like a document or the "
				"minutes of a meeting",
			.required = true,
			.max_length = 2000,
			.missing = "Say how you know that it was done",
			.into = offsetof(struct ending, words) } },
	{ "cancel", ACTION_OPEN, ACTION_CANCELLED, "Cancel an action", "Cancel the action",
		"The action was cancelled.", "Cancelled", "Why",
		{ .type = FIELD_LONG,
			.name = "words",
			.label = "Why is it not needed?",
			.required = true,
			.max_length = 2000,
			.missing = "Say why it is not needed",
			.into = offsetof(struct ending, words) } },
	{ "reopen", ACTION_DONE, ACTION_OPEN, "Reopen an action", "Reopen the action",
		"The action is open again.", "Open again", "Why",
		{ .type = FIELD_LONG,
			.name = "words",
			.label = "Why is it open again?",
			.required = true,
			.max_length = 2000,
			.missing = "Say why it is open again",
			.into = offsetof(struct ending, words) } },
};

static const struct move *move_of(const char *path)
{
	for (size_t i = 0; i < COUNT(moves); i++)
		if (strcmp(moves[i].path, path) == 0)
			return &moves[i];
	return NULL;
}

static bool may(const struct move *move, const char *state)
{
	return (strcmp(state, "open") == 0) == (move->from == ACTION_OPEN);
}

static int show_move(struct req *r, const struct q_incident_by_ref *in,
	const struct q_incident_action_by_ref *row, const struct move *move, const struct form *f,
	int status)
{
	tpl_set(r->page, M_WHAT, row->what);
	tpl_set(r->page, M_OWNER,
		action_owner(r->ctx, row->owner, row->owner_name, row->owner_organisation));
	tpl_set(r->page, M_DUE_ON, date_text(r->ctx, row->due_on));
	tpl_set(r->page, M_BUTTON, move->button);
	return work_show(r, in, f, status, T_incident_action_end, move->title);
}

/* GET /incidents/:ref/actions/:action/:move */
int incident_action_move(struct req *r)
{
	const struct move *move = move_of(r->args[2]);
	struct q_incident_by_ref in;
	struct q_incident_action_by_ref row;
	int refused = find(r, &in, &row);

	if (refused || !move)
		return refused ? refused : not_found(r);
	if (!may(move, row.state))
		return passed(r, &in, row.state);
	return show_move(r, &in, &row, move, form_new(r->ctx, &move->field, 1), 200);
}

static void flash_move(struct req *r, const struct q_incident_by_ref *in, const struct move *move)
{
	struct q_incident_actions_open open;

	if (move->to != ACTION_OPEN && strcmp(in->state, "planned") == 0 &&
		Q_ONE(r->db, incident_actions_open, &open, .incident_id = in->incident_id) &&
		open.n == 0)
		flash(r, text_format(r->ctx, "%s It was the last one: the incident can be closed.",
				 move->told));
	else
		flash(r, move->told);
}

/* POST /incidents/:ref/actions/:action/:move */
int incident_action_move_save(struct req *r)
{
	const struct move *move = move_of(r->args[2]);
	struct q_incident_by_ref in;
	struct q_incident_action_by_ref row;
	struct ending ending = { 0 };
	int refused = find(r, &in, &row);
	struct form *f;
	int64_t n = 0;
	bool filled;

	if (refused || !move)
		return refused ? refused : not_found(r);
	if (!may(move, row.state))
		return passed(r, &in, row.state);
	f = form_new(r->ctx, &move->field, 1);
	filled = form_fill(f, &r->body, &ending);
	if (work_warns(r, f, NULL) || !filled)
		return show_move(r, &in, &row, move, f, 422);
	Q_RUN_COUNT(r->db, incident_action_move, &n, .action_id = row.action_id,
		.row_version = row.row_version, .state = action_states[move->to].code,
		.evidence = move->to == ACTION_DONE ? ending.words : "",
		.why = move->to == ACTION_CANCELLED ? ending.words : "",
		.ended_at = move->to == ACTION_OPEN ? 0 : r->now);
	if (n == 0 && db_state(r->db) == DB_FINE) {
		work_overtaken(r, f);
		return show_move(r, &in, &row, move, f, 422);
	}
	say(r, &in, AUDIT_CHANGE,
		audit_changed(audit_fact(NULL, "action", row.ref), "state", row.state,
			action_states[move->to].code),
		text_format(
			r->ctx, "%s: %s\n%s: %s", move->was, row.what, move->why, ending.words));
	flash_move(r, &in, move);
	return redirect(r, "/incidents/%s#actions", in.ref);
}
