/* contract_actions.c: what is to be done about contracts: of one on its page, of all as a list and
 * a file, one's own. */
#include "contract_actions.h"

#include <string.h>
#include "audit.h"
#include "choices.h"
#include "contract_sections.h"
#include "contract_work.h"
#include "csv_file.h"
#include "incident_actions.h"
#include "list.h"
#include "pages.h"

/* The organisation itself, where nobody of the commissioner does it. */
static const char *owner_words(TALLOC_CTX *ctx, const char *owner, const char *organisation)
{
	return text_copy(ctx, owner ? owner : organisation);
}

/* ---- Of one contract ------------------------------------------------------------------------- */

void contract_section_actions(
	struct req *r, const struct q_contract_by_ref *c, bool may_change, struct tpl *page)
{
	struct tpl *t = tpl_include(page, M_SECTION, T_contract_section_actions), *list = NULL;
	struct db_rows *rows = Q_ROWS(r->db, contract_actions_of, .contract_id = c->contract_id,
		.person_id = r->person->person_id);
	struct q_contract_actions_of row;

	tpl_set(t, M_REF, c->ref);
	while (Q_NEXT(rows, contract_actions_of, &row)) {
		bool open = strcmp(row.state, "open") == 0;
		struct tpl *line;

		if (!list) {
			list = tpl_add(t, M_LIST);
			tpl_show_if(list, M_MAY_CHANGE, may_change);
		}
		line = tpl_add(list, M_ACTION_ROW);
		tpl_set(line, M_WHAT, text_copy(r->ctx, row.what));
		tpl_set(line, M_OWNER, owner_words(r->ctx, row.owner, c->organisation));
		tpl_set(line, M_DUE_ON, date_text(r->ctx, row.due_on));
		tpl_show_if(line, M_CONDITION, row.is_condition);
		action_show_state(r, line, row.state, row.due_on);
		tpl_optional(line, M_HAS_EVIDENCE, M_EVIDENCE, text_copy(r->ctx, row.evidence));
		if (!may_change)
			continue;
		line = tpl_add(line, M_CHANGES);
		if (open)
			tpl_set(tpl_add(line, M_MAY_END), M_ACTION, text_copy(r->ctx, row.ref));
	}
	tpl_show_if(t, M_NONE, !list);
	tpl_show_if(t, M_MAY_ADD, may_change);
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
	{ .label = "What it is about" },
	{ .label = "Owner" },
	{ .label = "Due", .sort = "due" },
	{ .label = "State" },
};

enum { STATE, OWNER, N_FILTERS };

static struct list *open_list(struct req *r, struct q_contract_actions_list_in *in)
{
	struct list_def *def = NEW(r->ctx, struct list_def);
	struct field *filters = NEW_ARRAY(r->ctx, struct field, N_FILTERS);
	struct choices owners = { 0 }, people = contract_people(r, 0);
	const char *state, *owner;
	char *today = NEW_ARRAY(r->ctx, char, 11);
	struct list *list;

	choices_add(r->ctx, &owners, "me", "Me", r->person->person_id);
	for (size_t i = 0; i < people.n; i++)
		choices_add(
			r->ctx, &owners, people.list[i].code, people.list[i].label, people.ids[i]);
	choices_add(r->ctx, &owners, "organisation", "The organisation", 0);
	filters[STATE] = field_select("state", "State", shown_states, COUNT(shown_states));
	filters[STATE].required = true;
	filters[OWNER] = field_select("owner", "Owner", owners.list, owners.n);
	*def = (struct list_def){ .one = "action",
		.many = "actions",
		.filters = filters,
		.n_filters = N_FILTERS,
		.columns = columns,
		.n_columns = COUNT(columns),
		.csv = "/contracts/actions.csv" };
	list = LIST_OPEN(r, contract_actions_list, def);
	state = list_filter(list, "state");
	owner = list_filter(list, "owner");
	*in = (struct q_contract_actions_list_in){ .person_id = r->person->person_id };
	check_today(r->now, today);
	if (strcmp(state, "overdue") == 0)
		in->overdue = today;
	else if (strcmp(state, "all") != 0)
		in->state = state;
	if (owner && strcmp(owner, "organisation") == 0)
		in->others = 1;
	else
		in->owner_id = choices_id(&owners, owner);
	return list;
}

/* GET /contracts/actions */
int contract_actions_list(struct req *r)
{
	struct q_contract_actions_list_in in;
	struct list *list = open_list(r, &in);
	struct q_contract_actions_list row;

	list_read(list, &in);
	while (LIST_NEXT(list, contract_actions_list, &row)) {
		struct tpl *line = list_line(list, M_ACTION_ROW), *contract;

		tpl_set(line, M_WHAT, row.what);
		tpl_set(line, M_ORGANISATION, row.organisation);
		if (row.contract) {
			contract = tpl_add(line, M_OF_CONTRACT);
			tpl_set(contract, M_REF, row.contract);
			tpl_set(contract, M_SERVICE, row.service);
		} else if (row.review) {
			contract = tpl_add(line, M_OF_REVIEW);
			tpl_set(contract, M_REF, row.review);
			tpl_set(contract, M_TITLE, row.service);
		}
		tpl_set(line, M_OWNER, owner_words(r->ctx, row.owner, row.organisation));
		tpl_set(line, M_DUE_ON, date_text(r->ctx, row.due_on));
		action_show_state(r, line, row.state, row.due_on);
	}
	list_show(list);
	return page_show(r, 200, T_contract_actions, "Actions of contracts");
}

static bool write_csv(struct req *r, struct sink *sink)
{
	static const char *const heads[] = { "Contract", "Service", "Organisation", "Action",
		"Owner", "Due", "State", "Ended", "How we know, or why not" };
	struct csv_file *file = csv_file_begin(r, sink, heads, COUNT(heads));
	struct q_contract_actions_list_in in;
	struct list *list = open_list(r, &in);
	struct db_rows *rows = list_stream(list, &in);
	struct q_contract_actions_list row;

	while (CSV_NEXT(file, rows, contract_actions_list, &row)) {
		const char *const cells[] = { row.reference, row.service, row.organisation,
			row.what, row.owner ? row.owner : row.organisation, row.due_on,
			choice_label(action_states, ACTION_STATES, row.state),
			row.ended_at ? day_text(file->row, row.ended_at) : NULL, row.evidence };

		for (size_t i = 0; i < COUNT(cells); i++)
			csv_words(&file->csv, cells[i]);
	}
	return csv_file_end(file);
}

/* GET /contracts/actions.csv */
int contract_actions_csv(struct req *r)
{
	audit(r, AUDIT_EXPORT, "contract", "", audit_fact(NULL, "file", "contract-actions.csv"));
	return respond_stream(r, CSV_TYPE, "contract-actions.csv", write_csv, NULL);
}

/* ---- One's own ------------------------------------------------------------------------------- */

int64_t contract_actions_for_me(struct req *r)
{
	struct q_contract_actions_mine row;

	return Q_ONE(r->db, contract_actions_mine, &row, .owner_id = r->person->person_id) ? row.n
											   : 0;
}

int64_t contract_actions_late_for_me(struct req *r)
{
	struct q_contract_actions_mine row;
	char today[11];

	check_today(r->now, today);
	return Q_ONE(r->db, contract_actions_mine, &row, .owner_id = r->person->person_id,
		       .overdue = today)
		       ? row.n
		       : 0;
}
