/* incident_actions.c: actions: those of an incident on its page, those of all incidents as a list
 * and a file, one's own. */
#include "incident_actions.h"

#include <string.h>
#include "access.h"
#include "audit.h"
#include "choices.h"
#include "csv_file.h"
#include "incident_sections.h"
#include "incident_state.h"
#include "list.h"
#include "pages.h"

const struct choice action_states[ACTION_STATES] = {
	[ACTION_OPEN] = { "open", "Open", NULL, false },
	[ACTION_DONE] = { "done", "Done", NULL, false },
	[ACTION_CANCELLED] = { "cancelled", "Cancelled", NULL, false },
};

const char *action_owner(
	TALLOC_CTX *ctx, const char *owner, const char *owner_name, const char *owner_organisation)
{
	if (owner)
		return text_copy(ctx, owner);
	return *owner_organisation ? text_format(ctx, "%s, %s", owner_name, owner_organisation)
				   : text_copy(ctx, owner_name);
}

static bool is_late(const struct req *r, const char *due_on)
{
	char today[11];

	check_today(r->now, today);
	return strcmp(due_on, today) < 0;
}

void action_show_state(struct req *r, struct tpl *line, const char *state, const char *due_on)
{
	bool open = strcmp(state, "open") == 0, late = open && is_late(r, due_on);

	tpl_show_if(line, M_OPEN, open && !late);
	tpl_show_if(line, M_OVERDUE, late);
	tpl_show_if(line, M_DONE, strcmp(state, "done") == 0);
	tpl_show_if(line, M_CANCELLED, strcmp(state, "cancelled") == 0);
}

/* ---- Of one incident ------------------------------------------------------------------------- */

static void show_action(
	struct req *r, const struct q_incident_actions *row, bool may_change, struct tpl *line)
{
	bool open = strcmp(row->state, "open") == 0;

	tpl_set(line, M_ACTION, text_copy(r->ctx, row->ref));
	tpl_set(line, M_WHAT, text_copy(r->ctx, row->what));
	tpl_set(line, M_OWNER,
		action_owner(r->ctx, row->owner, row->owner_name, row->owner_organisation));
	tpl_set(line, M_DUE_ON, date_text(r->ctx, row->due_on));
	action_show_state(r, line, row->state, row->due_on);
	tpl_optional(
		line, M_HAS_ENDED, M_ENDED, row->ended_at ? day_text(r->ctx, row->ended_at) : NULL);
	tpl_optional(line, M_HAS_EVIDENCE, M_EVIDENCE, text_copy(r->ctx, row->evidence));
	tpl_optional(line, M_HAS_WHY, M_WHY, text_copy(r->ctx, row->why));
	tpl_show_if(line, M_MAY_END, may_change && open);
	tpl_show_if(line, M_MAY_REOPEN, may_change && !open);
}

void incident_section_actions(
	struct req *r, const struct q_incident_by_ref *in, bool may_change, struct tpl *page)
{
	struct tpl *t = tpl_include(page, M_SECTION, T_incident_actions), *list = NULL;
	struct db_rows *rows = Q_ROWS(r->db, incident_actions, .incident_id = in->incident_id);
	struct q_incident_actions row;
	bool open = false;

	while (Q_NEXT(rows, incident_actions, &row)) {
		if (!list)
			list = tpl_add(t, M_LIST);
		tpl_show_if(list, M_MAY_CHANGE, may_change);
		show_action(r, &row, may_change, tpl_add(list, M_ACTION_ROW));
		open |= strcmp(row.state, "open") == 0;
	}
	tpl_show_if(t, M_NONE, !list);
	tpl_show_if(t, M_MAY_ADD, may_change);
	tpl_show_if(t, M_MAY_CLOSE,
		may_change && list && !open && strcmp(in->state, "planned") == 0 &&
			incident_way(INCIDENT_PLANNED, INCIDENT_CLOSED, MOVER_MANAGER));
}

/* ---- Of all ---------------------------------------------------------------------------------- */

static const struct choice shown_states[] = {
	{ .code = "open", .label = "Open" },
	{ .code = "overdue", .label = "Overdue" },
	{ .code = "done", .label = "Done" },
	{ .code = "cancelled", .label = "Cancelled" },
	{ .code = "all", .label = "All" },
};

static const struct list_column columns[] = {
	{ .label = "Action" },
	{ .label = "Incident" },
	{ .label = "Owner" },
	{ .label = "Due", .sort = "due" },
	{ .label = "State", .sort = "order" },
};

enum { STATE, OWNER, N_FILTERS };

static struct list *open_list(struct req *r, struct q_actions_list_in *in)
{
	struct list_def *def = NEW(r->ctx, struct list_def);
	struct field *filters = NEW_ARRAY(r->ctx, struct field, N_FILTERS);
	struct choices owners = { 0 };
	struct list *list;
	const char *state, *owner;
	char *today = NEW_ARRAY(r->ctx, char, 11);

	choices_add(r->ctx, &owners, "me", "Me", r->person->person_id);
	CHOICES_READ(r, &owners, action_owners, row.ref, row.name, row.person_id);
	choices_add(r->ctx, &owners, "elsewhere", "Somebody elsewhere", 0);
	filters[STATE] = field_select("state", "State", shown_states, COUNT(shown_states));
	filters[STATE].required = true;
	filters[OWNER] = field_select("owner", "Owner", owners.list, owners.n);
	*def = (struct list_def){ .one = "action",
		.many = "actions",
		.filters = filters,
		.n_filters = N_FILTERS,
		.columns = columns,
		.n_columns = COUNT(columns),
		.csv = "/actions.csv" };
	list = LIST_OPEN(r, actions_list, def);
	state = list_filter(list, "state");
	owner = list_filter(list, "owner");
	*in = (struct q_actions_list_in){ 0 };
	check_today(r->now, today);
	if (strcmp(state, "overdue") == 0)
		in->overdue = today;
	else if (strcmp(state, "all") != 0)
		in->state = state;
	if (owner && strcmp(owner, "elsewhere") == 0)
		in->others = 1;
	else
		in->owner_id = choices_id(&owners, owner);
	return list;
}

/* GET /actions */
int actions_list(struct req *r)
{
	struct q_actions_list_in in;
	struct list *list = open_list(r, &in);
	struct q_actions_list row;

	list_read(list, &in);
	while (LIST_NEXT(list, actions_list, &row)) {
		struct tpl *line = list_line(list, M_ACTION_ROW);

		tpl_set(line, M_WHAT, row.what);
		tpl_set(line, M_REF, row.incident_ref);
		tpl_set(line, M_INCIDENT_TITLE, row.incident_title);
		tpl_set(line, M_OWNER,
			action_owner(r->ctx, row.owner, row.owner_name, row.owner_organisation));
		tpl_set(line, M_DUE_ON, date_text(r->ctx, row.due_on));
		action_show_state(r, line, row.state, row.due_on);
	}
	list_show(list);
	return page_show(r, 200, T_actions_list, "Actions");
}

static bool write_csv(struct req *r, struct sink *sink)
{
	static const char *const heads[] = { "Incident", "Title", "Action", "Owner", "Organisation",
		"Due", "State", "Ended", "How we know", "Why" };
	struct csv_file *file = csv_file_begin(r, sink, heads, COUNT(heads));
	struct q_actions_list_in in;
	struct list *list = open_list(r, &in);
	struct db_rows *rows = list_stream(list, &in);
	struct q_actions_list row;

	while (CSV_NEXT(file, rows, actions_list, &row)) {
		const char *const cells[] = { row.incident_ref, row.incident_title, row.what,
			row.owner ? row.owner : row.owner_name, row.owner_organisation, row.due_on,
			choice_label(action_states, ACTION_STATES, row.state),
			row.ended_at ? day_text(file->row, row.ended_at) : NULL, row.evidence,
			row.why };

		for (size_t i = 0; i < COUNT(cells); i++)
			csv_words(&file->csv, cells[i]);
	}
	return csv_file_end(file);
}

/* GET /actions.csv */
int actions_csv(struct req *r)
{
	audit(r, AUDIT_EXPORT, "incident", "", audit_fact(NULL, "file", "actions.csv"));
	return respond_stream(r, CSV_TYPE, "actions.csv", write_csv, NULL);
}

/* ---- One's own ------------------------------------------------------------------------------- */

int64_t actions_open_for_me(struct req *r)
{
	struct q_actions_of row;

	return Q_ONE(r->db, actions_of, &row, .owner_id = r->person->person_id) ? row.n : 0;
}

int64_t actions_late_for_me(struct req *r)
{
	struct q_actions_of row;
	char today[11];

	check_today(r->now, today);
	return Q_ONE(r->db, actions_of, &row, .owner_id = r->person->person_id, .overdue = today)
		       ? row.n
		       : 0;
}

/* GET /actions/mine. An owner may be anybody of the commissioner: who does not read incidents sees
 * what they are to do, and no more of them. */
int actions_mine(struct req *r)
{
	struct db_rows *rows = Q_ROWS(r->db, actions_own, .owner_id = r->person->person_id);
	bool reads = access_allows(r->person, READS_INCIDENTS);
	struct q_actions_own row;
	struct tpl *list = NULL;

	while (Q_NEXT(rows, actions_own, &row)) {
		struct tpl *line;

		if (!list) {
			list = tpl_add(r->page, M_LIST);
			tpl_show_if(list, M_MAY_READ, reads);
		}
		line = tpl_add(list, M_ACTION_ROW);
		tpl_set(line, M_WHAT, text_copy(r->ctx, row.what));
		tpl_set(line, M_DUE_ON, date_text(r->ctx, row.due_on));
		tpl_set(line, M_REF, text_copy(r->ctx, row.incident_ref));
		tpl_show_if(line, M_MAY_READ, reads);
		tpl_show_if(line, M_MAY_NOT_READ, !reads);
		action_show_state(r, line, "open", row.due_on);
	}
	tpl_show_if(r->page, M_NONE, !list);
	return page_show(r, 200, T_actions_mine, "My actions");
}
