/* submissions.c: plans and bids of the organisation that somebody acts for: calls that are open to
 * it, what it has begun and sent, as a list and as a file. */
#include <string.h>
#include "audit.h"
#include "csv_file.h"
#include "list.h"
#include "pages.h"
#include "review.h"
#include "submission.h"

/* ---- Open calls ------------------------------------------------------------------------------ */

static void show_open(struct req *r)
{
	struct q_submission_calls_open row;
	struct tpl *list = NULL, *item;
	struct db_rows *rows;
	char today[11];

	check_today(r->now, today);
	rows = Q_ROWS(
		r->db, submission_calls_open, .own = r->person->organisation_id, .today = today);
	while (Q_NEXT(rows, submission_calls_open, &row)) {
		if (!list)
			list = tpl_add(r->page, M_OPEN_CALLS);
		item = tpl_add(list, M_CALL_ROW);
		tpl_set(item, M_REF, text_copy(r->ctx, row.ref));
		tpl_set(item, M_CALL_TITLE, text_copy(r->ctx, row.title));
		tpl_set(item, M_KIND, choice_label(call_kinds, CALL_KINDS, row.kind));
		tpl_optional(item, M_HAS_CLOSES, M_CLOSES,
			row.closes_on ? date_text(r->ctx, text_copy(r->ctx, row.closes_on)) : NULL);
		tpl_show_if(item, M_ANSWERED, row.mine > 0);
	}
	tpl_show_if(r->page, M_NO_CALLS, !list);
}

/* ---- The list -------------------------------------------------------------------------------- */

static const struct field filters[] = {
	{ .type = FIELD_SELECT,
		.name = "state",
		.label = "State",
		.choices = submission_states,
		.n_choices = SUBMISSION_STATES },
};

static const struct list_column columns[] = {
	{ .label = "Plan or bid" },
	{ .label = "Reference" },
	{ .label = "State" },
	{ .label = "Last saved", .sort = "saved" },
	{ .label = "By" },
};

static const struct list_def def = { .one = "plan or bid",
	.many = "plans and bids",
	.filters = filters,
	.n_filters = COUNT(filters),
	.columns = columns,
	.n_columns = COUNT(columns),
	.csv = "/submissions.csv" };

static struct q_submissions_own_in chosen(const struct req *r, const struct list *list)
{
	return (struct q_submissions_own_in){ .own = r->person->organisation_id,
		.state = list_filter(list, "state") };
}

/* What it is in, in words for who sent it: nothing of who judges, nor of scores. */
static const char *stands(
	const struct req *r, const struct q_submissions_own *row, const char **colour)
{
	*colour = "grey";
	if (strcmp(row->state, "withdrawn") == 0)
		return "Withdrawn";
	if (strcmp(row->state, "draft") == 0) {
		if (!call_is_open(row->call_state, row->closes_on, r->now))
			return "Not sent in time";
		*colour = "yellow";
		return "Draft";
	}
	*colour = "blue";
	if (!row->review_state)
		return "Sent";
	if (strcmp(row->review_state, "decided") != 0)
		return "Being judged";
	*colour = "green";
	return "Decided";
}

/* GET /submissions */
int submissions_list(struct req *r)
{
	struct list *list = LIST_OPEN(r, submissions_own, &def);
	struct q_submissions_own_in in = chosen(r, list);
	struct q_submissions_own row;
	const char *colour;

	list_read(list, &in);
	while (LIST_NEXT(list, submissions_own, &row)) {
		struct tpl *line = list_line(list, M_SUBMISSION_ROW);

		tpl_set(line, M_REF, row.ref);
		tpl_set(line, M_TITLE, *row.title ? row.title : row.call_title);
		tpl_optional(line, M_HAS_CALL, M_CALL_TITLE, *row.title ? row.call_title : NULL);
		tpl_optional(line, M_HAS_FOR, M_FOR,
			row.organisation_id != r->person->organisation_id ? row.organisation
									  : NULL);
		tpl_set(line, M_STATE, stands(r, &row, &colour));
		tpl_set(line, M_STATE_COLOUR, colour);
		tpl_set(line, M_AT, day_text(r->ctx, row.saved_at));
		tpl_set(line, M_PERSON_NAME, row.person);
	}
	list_show(list);
	show_open(r);
	return page_show(r, 200, T_submissions_list, "Plans and bids");
}

static bool write_csv(struct req *r, struct sink *sink)
{
	static const char *const heads[] = { "Reference", "Call", "Title", "Organisation", "State",
		"Last saved", "By", "Sent" };
	struct csv_file *file = csv_file_begin(r, sink, heads, COUNT(heads));
	struct list *list = LIST_OPEN(r, submissions_own, &def);
	struct q_submissions_own_in in = chosen(r, list);
	struct db_rows *rows = list_stream(list, &in);
	struct q_submissions_own row;
	const char *colour;

	while (CSV_NEXT(file, rows, submissions_own, &row)) {
		csv_words(&file->csv, row.ref);
		csv_words(&file->csv, row.call_title);
		csv_words(&file->csv, row.title);
		csv_words(&file->csv, row.organisation);
		csv_words(&file->csv, stands(r, &row, &colour));
		csv_words(&file->csv, day_text(file->row, row.saved_at));
		csv_words(&file->csv, row.person);
		csv_words(&file->csv, row.sent_at ? day_text(file->row, row.sent_at) : NULL);
	}
	return csv_file_end(file);
}

/* GET /submissions.csv */
int submissions_csv(struct req *r)
{
	audit(r, AUDIT_EXPORT, "submission", "", audit_fact(NULL, "file", "submissions.csv"));
	return respond_stream(r, CSV_TYPE, "plans-and-bids.csv", write_csv, NULL);
}
