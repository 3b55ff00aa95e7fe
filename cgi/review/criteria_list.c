/* criteria_list.c: the templates of criteria, as a list and as a file. */
#include <string.h>
#include "access.h"
#include "audit.h"
#include "criteria.h"
#include "csv_file.h"
#include "list.h"
#include "pages.h"

static const struct choice states[] = {
	{ .code = "offered", .label = "In use" },
	{ .code = "ended", .label = "Ended" },
	{ .code = "all", .label = "All" },
};

static const struct field filters[] = {
	{ .type = FIELD_SELECT,
		.name = "judges",
		.label = "For",
		.choices = criteria_judges,
		.n_choices = CRITERIA_JUDGES },
	{ .type = FIELD_SELECT,
		.name = "state",
		.label = "State",
		.choices = states,
		.n_choices = COUNT(states),
		.required = true },
};

static const struct list_column columns[] = {
	{ .label = "Template", .sort = "name" },
	{ .label = "For" },
	{ .label = "Version" },
	{ .label = "Criteria", .number = true },
	{ .label = "Reviews", .number = true },
};

static const struct list_def def = { .one = "template",
	.many = "templates",
	.filters = filters,
	.n_filters = COUNT(filters),
	.columns = columns,
	.n_columns = COUNT(columns),
	.csv = "/criteria.csv" };

static struct list *open_list(struct req *r, struct q_criteria_list_in *in)
{
	struct list *list = LIST_OPEN(r, criteria_list, &def);
	char state = list_filter(list, "state")[0];

	*in = (struct q_criteria_list_in){ .judges = list_filter(list, "judges"),
		.offered = state == 'o',
		.ended = state == 'e' };
	return list;
}

static const char *version_words(TALLOC_CTX *ctx, const struct q_criteria_list *row)
{
	if (row->published == 0)
		return "Draft";
	return text_format(
		ctx, "%lld%s", (long long)row->published, row->draft ? ", and a draft" : "");
}

/* GET /criteria */
int criteria_list(struct req *r)
{
	struct q_criteria_list_in in;
	struct list *list = open_list(r, &in);
	struct q_criteria_list row;

	list_read(list, &in);
	while (LIST_NEXT(list, criteria_list, &row)) {
		struct tpl *line = list_line(list, M_CRITERIA_ROW);

		tpl_set(line, M_REF, row.ref);
		tpl_set(line, M_NAME, row.name);
		tpl_show_if(line, M_ENDED, row.ended != 0);
		tpl_set(line, M_JUDGES, choice_label(criteria_judges, CRITERIA_JUDGES, row.judges));
		tpl_set(line, M_VERSION, version_words(r->ctx, &row));
		tpl_count(line, M_N, row.criteria);
		tpl_count(line, M_REVIEWS, row.reviews);
	}
	list_show(list);
	tpl_show_if(r->page, M_MAY_ADD, access_allows(r->person, KEEPS_CONTRACTS));
	return page_show(r, 200, T_criteria_list, "Criteria");
}

static bool write_csv(struct req *r, struct sink *sink)
{
	static const char *const heads[] = { "Reference", "Template", "For", "Version", "State",
		"Days to answer", "Criteria", "Reviews" };
	struct csv_file *file = csv_file_begin(r, sink, heads, COUNT(heads));
	struct q_criteria_list_in in;
	struct list *list = open_list(r, &in);
	struct db_rows *rows = list_stream(list, &in);
	struct q_criteria_list row;

	while (CSV_NEXT(file, rows, criteria_list, &row)) {
		const char *const cells[] = { row.ref, row.name,
			choice_label(criteria_judges, CRITERIA_JUDGES, row.judges),
			version_words(file->row, &row), row.ended ? "Ended" : "In use" };

		for (size_t i = 0; i < COUNT(cells); i++)
			csv_words(&file->csv, cells[i]);
		csv_number(&file->csv, row.answer_days);
		csv_number(&file->csv, row.criteria);
		csv_number(&file->csv, row.reviews);
	}
	return csv_file_end(file);
}

/* GET /criteria.csv */
int criteria_csv(struct req *r)
{
	audit(r, AUDIT_EXPORT, "criteria", "", audit_fact(NULL, "file", "criteria.csv"));
	return respond_stream(r, CSV_TYPE, "criteria.csv", write_csv, NULL);
}
