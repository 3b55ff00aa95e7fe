/* contract_action_change.c: an action of a contract is added, changed, done or cancelled. */
#include <stddef.h>
#include <string.h>
#include "choices.h"
#include "contract_work.h"
#include "incident_work.h"
#include "pages.h"

/* ---- Add ------------------------------------------------------------------------------------- */

struct typed {
	const char *what, *owner, *due_on, *why;
};

/* A form that adds one has all but the last. */
enum { WHAT, OWNER, DUE_ON, WHY, FIELDS };

#define THEIRS "organisation" /* the organisation itself does it */

/* Choices of `owner` are put in by fields_for(). */
static const struct field all_fields[WHY] = {
	{ .type = FIELD_LONG,
		.name = "what",
		.label = "What is to be done",
		.hint = "One thing, so that everybody can tell when it is done",
		.required = true,
		.max_length = 500,
		.missing = "Say what is to be done",
		.into = offsetof(struct typed, what) },
	{ .type = FIELD_SELECT,
		.name = "owner",
		.label = "Who does it",
		.required = true,
		.missing = "Select who does it",
		.into = offsetof(struct typed, owner) },
	{ .type = FIELD_DATE,
		.name = "due_on",
		.label = "Due on",
		.hint = "Whoever does it is written to 7 days before, and once more when it is "
			"overdue",
		.required = true,
		.missing = "Enter the day by which it is to be done",
		.min_date = "2000-01-01",
		.max_date = "2099-12-31",
		.into = offsetof(struct typed, due_on) },
};

/* person_id: who looks after the contract, or owns the action, though they have left. */
static const struct field *fields_for(struct req *r, int64_t person_id, const char *organisation)
{
	struct field *fields = NEW_ARRAY(r->ctx, struct field, FIELDS);
	struct choices owners = contract_people(r, person_id);

	memcpy(fields, all_fields, sizeof all_fields);
	choices_add(r->ctx, &owners, THEIRS, organisation, 0);
	field_offer(&fields[OWNER], &owners);
	fields[WHY] = contract_why;
	fields[WHY].into = offsetof(struct typed, why);
	fields[WHY].hint = "For the history, which everybody reads who may see it";
	return fields;
}

static struct form *form_of(struct req *r, const struct q_contract_by_ref *c)
{
	return form_new(r->ctx, fields_for(r, c->lead_id, c->organisation), WHY);
}

static int show_new(
	struct req *r, const struct q_contract_by_ref *c, const struct form *f, int status)
{
	return contract_form_show(r, c, f,
		&(struct contract_form){ .heading = "Add an action", .button = "Add the action" },
		status);
}

/* GET /contracts/:ref/actions/new */
int contract_action_new(struct req *r)
{
	struct q_contract_by_ref c;
	int refused = contract_kept(r, &c);

	return refused ? refused : show_new(r, &c, form_of(r, &c), 200);
}

/* POST /contracts/:ref/actions/new */
int contract_action_new_save(struct req *r)
{
	struct q_contract_by_ref c;
	struct typed in = { 0 };
	int refused = contract_kept(r, &c);
	const char *owner = NULL;
	int64_t owner_id = 0;
	struct form *f;

	if (refused)
		return refused;
	f = form_of(r, &c);
	if (!form_fill(f, &r->body, &in))
		return show_new(r, &c, f, 422);
	if (strcmp(in.owner, THEIRS) != 0)
		owner_id = contract_person(r, c.lead_id, in.owner, &owner);
	if (Q_RUN(r->db, contract_action_add, .ref = work_token(r), .contract_id = c.contract_id,
		    .organisation_id = c.organisation_id, .what = in.what, .owner_id = owner_id,
		    .due_on = in.due_on, .made_at = r->now) == DB_DONE)
		contract_done(r, &c, CONTRACT_ACTION, AUDIT_ADD, NULL,
			audit_fact(audit_fact(audit_fact(NULL, "planned", in.what), "owner",
					   owner ? owner : c.organisation),
				"due", date_text(r->ctx, in.due_on)));
	flash(r, "The action was added.");
	return redirect(r, "/contracts/%s#actions", c.ref);
}

/* ---- One of them ----------------------------------------------------------------------------- */

static void show_heading(struct req *r, const struct q_contract_action_by_ref *row,
	const char *heading, const char *button)
{
	struct tpl *t = r->page, *contract;

	tpl_set(t, M_CSRF, r->csrf);
	tpl_set(t, M_HEADING, heading);
	tpl_set(t, M_BUTTON, button);
	tpl_set(t, M_WHAT, row->what);
	tpl_set(t, M_OWNER, row->owner ? row->owner : row->organisation);
	tpl_set(t, M_DUE_ON, date_text(r->ctx, row->due_on));
	if (row->contract) {
		contract = tpl_add(t, M_OF_CONTRACT);
		tpl_set(contract, M_REF, row->contract);
		tpl_set(contract, M_REFERENCE, row->reference);
	}
}

static int back(struct req *r, const struct q_contract_action_by_ref *row)
{
	return row->contract ? redirect(r, "/contracts/%s#actions", row->contract)
			     : redirect(r, "/contracts/actions");
}

/* 0, or what the page returns: one that has ended is not changed. */
static int find(struct req *r, struct q_contract_action_by_ref *row)
{
	if (!Q_ONE(r->db, contract_action_by_ref, row, .ref = r->args[0],
		    .person_id = r->person->person_id))
		return not_found(r);
	if (strcmp(row->state, "open") == 0)
		return 0;
	flash_notice(r, strcmp(row->state, "done") == 0 ? "This action is done."
							: "This action was cancelled.");
	return back(r, row);
}

/* In the trail and in the history, where a condition of a decision stands as its review does: not
 * for everybody. Both details are taken over. */
static void tell(struct req *r, const struct q_contract_action_by_ref *row, const char *words,
	json_t *history, json_t *trail)
{
	if (row->contract_id)
		contract_event(
			r, row->contract_id, CONTRACT_ACTION, words, history, row->review_id);
	else
		json_decref(history);
	audit(r, AUDIT_CHANGE, row->contract ? "contract" : "submission",
		row->contract ? row->contract : "", audit_fact(trail, "action", row->ref));
}

/* ---- Change ---------------------------------------------------------------------------------- */

static int show_edit(
	struct req *r, const struct q_contract_action_by_ref *row, const struct form *f, int status)
{
	show_heading(r, row, "Change an action", "Save");
	tpl_show(r->page, M_EXISTING);
	form_show(f, 0, f->n, r->page, false);
	return page_show(r, status, T_contract_action_end, "Change an action");
}

static struct form *stored(
	struct req *r, const struct field *fields, const struct q_contract_action_by_ref *row)
{
	struct form *f = form_new(r->ctx, fields, FIELDS);

	form_put(f, "what", 0, row->what);
	form_put(f, "owner", 0, row->owner_ref ? row->owner_ref : THEIRS);
	form_put_date(f, "due_on", row->due_on);
	return f;
}

/* GET /contracts/actions/:action/edit */
int contract_action_edit(struct req *r)
{
	struct q_contract_action_by_ref row;
	int refused = find(r, &row);
	struct form *f;

	if (refused)
		return refused;
	f = stored(r, fields_for(r, row.owner_id, row.organisation), &row);
	work_carry(r, row.row_version, form_seen(f));
	return show_edit(r, &row, f, 200);
}

/* False: somebody was quicker. */
static bool store(struct req *r, const struct q_contract_action_by_ref *row, const struct typed *in)
{
	const char *name;
	int64_t n = 0, owner_id = strcmp(in->owner, THEIRS) == 0
					  ? 0
					  : contract_person(r, row->owner_id, in->owner, &name);

	Q_RUN_COUNT(r->db, contract_action_edit, &n, .action_id = row->action_id,
		.row_version = row->row_version, .what = in->what, .owner_id = owner_id,
		.due_on = in->due_on,
		.anew = owner_id != row->owner_id || strcmp(in->due_on, row->due_on) != 0);
	return n == 1 || db_state(r->db) != DB_FINE;
}

/* POST /contracts/actions/:action/edit */
int contract_action_edit_save(struct req *r)
{
	struct q_contract_action_by_ref row;
	struct typed in = { 0 };
	int refused = find(r, &row);
	const struct field *fields;
	struct form *f, *now;
	json_t *changed;

	if (refused)
		return refused;
	fields = fields_for(r, row.owner_id, row.organisation);
	f = form_new(r->ctx, fields, FIELDS);
	now = stored(r, fields, &row);
	if (contract_again(r, f, form_fill(f, &r->body, &in), now, row.row_version))
		return show_edit(r, &row, f, 422);
	changed = contract_changes(r, now, f);
	if (!changed) {
		flash_notice(r, "There was nothing to change.");
		return back(r, &row);
	}
	if (!store(r, &row, &in)) {
		json_decref(changed);
		work_overtaken(r, f);
		return show_edit(r, &row, f, 422);
	}
	tell(r, &row, in.why, audit_fact(json_deep_copy(changed), "action", in.what), changed);
	flash(r, "The action was changed.");
	return back(r, &row);
}

/* ---- Done, cancelled --------------------------------------------------------------------------
 */

/* By the last part of the address. */
static const struct move {
	const char *path, *state, *heading, *button, *told;
	struct field field;
} moves[] = {
	{ "done", "done", "An action is done", "It is done", "The action is done.",
		{ .type = FIELD_LONG,
			.name = "words",
			.label = "How do you know that it was done?",
			.hint = "What shows it, and where it can be found",
			.required = true,
			.max_length = 2000,
			.missing = "Say how you know that it was done" } },
	{ "cancel", "cancelled", "Cancel an action", "Cancel the action",
		"The action was cancelled.",
		{ .type = FIELD_LONG,
			.name = "words",
			.label = "Why is it not needed?",
			.required = true,
			.max_length = 2000,
			.missing = "Say why it is not needed" } },
};

static int show_move(struct req *r, const struct q_contract_action_by_ref *row,
	const struct move *move, const struct form *f, int status)
{
	show_heading(r, row, move->heading, move->button);
	tpl_show(r->page, M_AS_IT_IS);
	form_show(f, 0, f->n, r->page, false);
	return page_show(r, status, T_contract_action_end, move->heading);
}

/* 0, or what the page returns. */
static int find_move(struct req *r, struct q_contract_action_by_ref *row, const struct move **move)
{
	*move = NULL;
	for (size_t i = 0; i < COUNT(moves); i++)
		if (strcmp(moves[i].path, r->args[1]) == 0)
			*move = &moves[i];
	return *move ? find(r, row) : not_found(r);
}

/* GET /contracts/actions/:action/:move */
int contract_action_move(struct req *r)
{
	struct q_contract_action_by_ref row;
	const struct move *move;
	int refused = find_move(r, &row, &move);

	if (refused)
		return refused;
	return show_move(r, &row, move, form_new(r->ctx, &move->field, 1), 200);
}

/* POST /contracts/actions/:action/:move */
int contract_action_move_save(struct req *r)
{
	struct q_contract_action_by_ref row;
	const struct move *move;
	int refused = find_move(r, &row, &move);
	struct form *f;
	int64_t n = 0;

	if (refused)
		return refused;
	f = form_new(r->ctx, &move->field, 1);
	form_take(f, 0, 1, &r->body);
	if (form_check(f, 0, 1) > 0)
		return show_move(r, &row, move, f, 422);
	Q_RUN_COUNT(r->db, contract_action_set, &n, .action_id = row.action_id,
		.row_version = row.row_version, .state = move->state, .evidence = f->values[0].text,
		.ended_at = r->now);
	if (n == 0 && db_state(r->db) == DB_FINE) {
		work_overtaken(r, f);
		return show_move(r, &row, move, f, 422);
	}
	tell(r, &row, f->values[0].text, audit_fact(NULL, move->state, row.what),
		audit_changed(NULL, "state", "open", move->state));
	flash(r, move->told);
	return back(r, &row);
}
