/* reports.c: a practice's reports, their file, one's own drafts, and what waits for the practice.
 */
#include <string.h>
#include "audit.h"
#include "csv_file.h"
#include "incident_state.h"
#include "list.h"
#include "pages.h"
#include "report.h"

static const struct list_column columns[] = {
	{ .label = "What happened" },
	{ .label = "Reference", .sort = "ref" },
	{ .label = "Kind" },
	{ .label = "Where" },
	{ .label = "Sent", .sort = "sent" },
	{ .label = "Where it stands" },
};

static const struct field filters[] = {
	/* A draft is no report yet. */
	{ .type = FIELD_SELECT,
		.name = "state",
		.label = "Where it stands",
		.choices = incident_states + 1,
		.n_choices = INCIDENT_STATES - 1 },
	{ .type = FIELD_SELECT,
		.name = "kind",
		.label = "Kind",
		.choices = incident_kinds,
		.n_choices = INCIDENT_KINDS },
};

static const struct list_def def = { .one = "report",
	.many = "reports",
	.search = "Words or reference",
	.filters = filters,
	.n_filters = COUNT(filters),
	.columns = columns,
	.n_columns = COUNT(columns),
	.csv = "/reports.csv" };

static struct q_reports_list_in chosen(const struct req *r, const struct list *list)
{
	return (struct q_reports_list_in){ .organisation_id = r->person->organisation_id,
		.state = list_filter(list, "state"),
		.kind = list_filter(list, "kind") };
}

static const char *where(const struct q_reports_list *row)
{
	if (row->about_organisation)
		return row->about_organisation;
	if (row->about_name && *row->about_name)
		return row->about_name;
	return choice_label(incident_abouts, INCIDENT_ABOUTS, row->about);
}

static void show_drafts(struct req *r)
{
	struct db_rows *rows = Q_ROWS(r->db, report_drafts,
		.organisation_id = r->person->organisation_id, .reporter_id = r->person->person_id);
	struct tpl *list = NULL, *item;
	struct q_report_drafts row;

	while (Q_NEXT(rows, report_drafts, &row)) {
		if (!list)
			list = tpl_add(r->page, M_DRAFTS);
		item = tpl_add(list, M_DRAFT);
		tpl_set(item, M_REF, text_copy(r->ctx, row.ref));
		tpl_set(item, M_REPORT_TITLE,
			*row.title ? text_copy(r->ctx, row.title) : "Nothing written yet");
		tpl_set(item, M_AT, time_text(r->ctx, row.saved_at));
	}
}

/* GET /reports */
int reports_list(struct req *r)
{
	struct list *list = LIST_OPEN(r, reports_list, &def);
	struct q_reports_list_in in = chosen(r, list);
	struct q_reports_list row;

	show_drafts(r);
	list_read(list, &in);
	while (LIST_NEXT(list, reports_list, &row)) {
		struct tpl *line = list_line(list, M_REPORT_ROW);
		enum incident_state state = incident_state_of(row.state);

		tpl_set(line, M_REF, row.ref);
		tpl_set(line, M_REPORT_TITLE, row.title);
		tpl_set(line, M_KIND, choice_label(incident_kinds, INCIDENT_KINDS, row.kind));
		tpl_set(line, M_WHERE, where(&row));
		tpl_set(line, M_SENT, day_text(r->ctx, row.submitted_at));
		tpl_set(line, M_STATE, incident_states[state].label);
		tpl_set(line, M_STATE_COLOUR, incident_state_colour(state));
	}
	list_show(list);
	return page_show(r, 200, T_reports_list, "Reports");
}

static bool write_csv(struct req *r, struct sink *sink)
{
	static const char *const heads[] = { "Reference", "What happened", "Kind", "Happened on",
		"Where", "Sent", "State", "Reported by" };
	struct csv_file *file = csv_file_begin(r, sink, heads, COUNT(heads));
	struct list *list = LIST_OPEN(r, reports_list, &def);
	struct q_reports_list_in in = chosen(r, list);
	struct db_rows *rows = list_stream(list, &in);
	struct q_reports_list row;

	while (CSV_NEXT(file, rows, reports_list, &row)) {
		const char *const cells[] = { row.ref, row.title,
			choice_label(incident_kinds, INCIDENT_KINDS, row.kind), row.happened_on,
			where(&row), day_text(r->ctx, row.submitted_at),
			choice_label(incident_states, INCIDENT_STATES, row.state), row.reporter };

		for (size_t i = 0; i < COUNT(cells); i++)
			csv_words(&file->csv, cells[i]);
	}
	return csv_file_end(file);
}

/* GET /reports.csv */
int reports_csv(struct req *r)
{
	audit(r, AUDIT_EXPORT, "incident", "", audit_fact(NULL, "file", "reports.csv"));
	return respond_stream(r, CSV_TYPE, "reports.csv", write_csv, NULL);
}

int64_t report_drafts_waiting(struct req *r)
{
	struct q_report_drafts_count row = { 0 };

	Q_ONE(r->db, report_drafts_count, &row, .organisation_id = r->person->organisation_id,
		.reporter_id = r->person->person_id);
	return row.n;
}

int64_t report_questions_waiting(struct req *r)
{
	struct q_report_questions_count row = { 0 };

	Q_ONE(r->db, report_questions_count, &row, .organisation_id = r->person->organisation_id);
	return row.n;
}
