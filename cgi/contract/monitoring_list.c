/* monitoring_list.c: the monitoring returns of every contract, for who looks after them: those to
 * look at first. */
#include <string.h>
#include "audit.h"
#include "csv_file.h"
#include "list.h"
#include "monitoring.h"
#include "pages.h"

/* The first one counts where none is chosen. "overdue" is no state of the table: due, and before
 * today. */
static const struct choice states[] = {
	{ "sent", "Sent, to look at", NULL, false },
	{ "overdue", "Overdue", NULL, false },
	{ "due", "Due", NULL, false },
	{ "back", "Question asked", NULL, false },
	{ "accepted", "Accepted", NULL, false },
	{ "excused", "Not wanted", NULL, false },
	{ "all", "All", NULL, false },
};

static const struct field filters[] = {
	{ .type = FIELD_SELECT,
		.name = "state",
		.label = "State",
		.choices = states,
		.n_choices = COUNT(states),
		.required = true },
};

static const struct list_column columns[] = {
	{ .label = "Period" },
	{ .label = "Service" },
	{ .label = "Organisation" },
	{ .label = "Due", .sort = "due" },
	{ .label = "State" },
	{ .label = "Result" },
};

static const struct list_def def = { .one = "return",
	.many = "returns",
	.filters = filters,
	.n_filters = COUNT(filters),
	.columns = columns,
	.n_columns = COUNT(columns),
	.csv = "/contracts/returns.csv" };

static struct q_monitoring_all_in chosen(const struct req *r, const struct list *list)
{
	const char *state = list_filter(list, "state");
	bool overdue = strcmp(state, "overdue") == 0;
	char today[11];

	check_today(r->now, today);
	return (struct q_monitoring_all_in){ .state = overdue                     ? "due"
						      : strcmp(state, "all") == 0 ? NULL
										  : state,
		.before = overdue ? text_copy(r->ctx, today) : NULL };
}

/* GET /contracts/returns */
int contracts_returns(struct req *r)
{
	struct list *list = LIST_OPEN(r, monitoring_all, &def);
	struct q_monitoring_all_in in = chosen(r, list);
	struct q_monitoring_all row;

	list_read(list, &in);
	while (LIST_NEXT(list, monitoring_all, &row)) {
		struct tpl *line = list_line(list, M_RETURN_ROW);

		tpl_set(line, M_CONTRACT, row.contract_ref);
		tpl_set(line, M_RETURN, row.ref);
		tpl_set(line, M_PERIOD, monitoring_period(r->ctx, row.starts_on, row.ends_on));
		tpl_set(line, M_SERVICE, row.service);
		tpl_set(line, M_ORGANISATION, row.organisation);
		tpl_set(line, M_DUE_ON, date_text(r->ctx, row.due_on));
		monitoring_state_show(r, line, row.state, row.due_on, row.sent_at);
		monitoring_rag_show(line, contract_rag_of(row.rag));
		tpl_show_if(line, M_NO_RAG, contract_rag_of(row.rag) == RAG_NONE);
	}
	list_show(list);
	return page_show(r, 200, T_monitoring_list, "Monitoring returns");
}

static bool write_csv(struct req *r, struct sink *sink)
{
	static const char *const heads[] = { "Reference", "Contract", "Service", "Organisation",
		"From", "To", "Due", "State", "Sent", "Days late", "Version", "Result" };
	struct csv_file *file = csv_file_begin(r, sink, heads, COUNT(heads));
	struct list *list = LIST_OPEN(r, monitoring_all, &def);
	struct q_monitoring_all_in in = chosen(r, list);
	struct db_rows *rows = list_stream(list, &in);
	struct q_monitoring_all row;

	while (CSV_NEXT(file, rows, monitoring_all, &row)) {
		csv_words(&file->csv, row.ref);
		csv_words(&file->csv, row.reference);
		csv_words(&file->csv, row.service);
		csv_words(&file->csv, row.organisation);
		csv_words(&file->csv, row.starts_on);
		csv_words(&file->csv, row.ends_on);
		csv_words(&file->csv, row.due_on);
		csv_words(&file->csv, choice_label(monitoring_states, RETURN_STATES, row.state));
		csv_words(&file->csv, row.sent_at ? day_text(file->row, row.sent_at) : "");
		csv_number(&file->csv, monitoring_days_late(row.due_on, row.sent_at));
		csv_number(&file->csv, row.version);
		csv_words(&file->csv, contract_rags[contract_rag_of(row.rag)].label);
	}
	return csv_file_end(file);
}

/* GET /contracts/returns.csv */
int contracts_returns_csv(struct req *r)
{
	audit(r, AUDIT_EXPORT, "return", "", audit_fact(NULL, "file", "returns.csv"));
	return respond_stream(r, CSV_TYPE, "returns.csv", write_csv, NULL);
}
