/* calls.c: calls for plans and bids, for staff: their list, and the same as a file. */
#include <string.h>
#include "access.h"
#include "audit.h"
#include "csv_file.h"
#include "list.h"
#include "pages.h"
#include "submission.h"

static const struct field filters[] = {
	{ .type = FIELD_SELECT,
		.name = "state",
		.label = "State",
		.choices = call_states,
		.n_choices = CALL_STATES },
};

static const struct list_column columns[] = {
	{ .label = "Call", .sort = "title" },
	{ .label = "Kind" },
	{ .label = "Asks" },
	{ .label = "State" },
	{ .label = "Closes", .sort = "closes" },
	{ .label = "Sent", .number = true },
	{ .label = "Drafts", .number = true },
};

static const struct list_def def = { .one = "call",
	.many = "calls",
	.filters = filters,
	.n_filters = COUNT(filters),
	.columns = columns,
	.n_columns = COUNT(columns),
	.csv = "/calls.csv" };

/* GET /calls */
int calls_list(struct req *r)
{
	struct list *list = LIST_OPEN(r, calls_list, &def);
	struct q_calls_list row;

	LIST_READ(list, calls_list, .state = list_filter(list, "state"));
	while (LIST_NEXT(list, calls_list, &row)) {
		struct tpl *line = list_line(list, M_CALL_ROW);

		tpl_set(line, M_REF, row.ref);
		tpl_set(line, M_CALL_TITLE, row.title);
		tpl_set(line, M_KIND, choice_label(call_kinds, CALL_KINDS, row.kind));
		tpl_set(line, M_ASKS, call_asks_text(r->ctx, row.asks));
		call_stands(r, line, row.state, row.closes_on);
		tpl_set(line, M_CLOSES, row.closes_on ? date_text(r->ctx, row.closes_on) : "");
		tpl_count(line, M_SENT, row.sent);
		tpl_count(line, M_DRAFTS, row.drafts);
	}
	list_show(list);
	tpl_show_if(r->page, M_MAY_CHANGE, access_allows(r->person, KEEPS_CONTRACTS));
	return page_show(r, 200, T_calls_list, "Plans and bids");
}

static bool write_csv(struct req *r, struct sink *sink)
{
	static const char *const heads[] = { "Reference", "Call", "Kind", "Asks", "State", "Closes",
		"Sent", "Drafts" };
	struct csv_file *file = csv_file_begin(r, sink, heads, COUNT(heads));
	struct list *list = LIST_OPEN(r, calls_list, &def);
	struct db_rows *rows = LIST_STREAM(list, calls_list, .state = list_filter(list, "state"));
	struct q_calls_list row;

	while (CSV_NEXT(file, rows, calls_list, &row)) {
		bool open = call_is_open(row.state, row.closes_on, r->now);

		csv_words(&file->csv, row.ref);
		csv_words(&file->csv, row.title);
		csv_words(&file->csv, choice_label(call_kinds, CALL_KINDS, row.kind));
		csv_words(&file->csv, call_asks_text(file->row, row.asks));
		csv_words(&file->csv, strcmp(row.state, "draft") == 0 ? "Draft"
				      : open                          ? "Open"
								      : "Closed");
		csv_words(&file->csv, row.closes_on);
		csv_number(&file->csv, row.sent);
		csv_number(&file->csv, row.drafts);
	}
	return csv_file_end(file);
}

/* GET /calls.csv */
int calls_csv(struct req *r)
{
	audit(r, AUDIT_EXPORT, "call", "", audit_fact(NULL, "file", "calls.csv"));
	return respond_stream(r, CSV_TYPE, "calls.csv", write_csv, NULL);
}
