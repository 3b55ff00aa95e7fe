/* call_submissions.c: what was sent to a call, for staff: the list; files with every answer; one of
 * them. Who has a conflict of interest in the review of one finds nothing of it here. */
#include <string.h>
#include "access.h"
#include "audit.h"
#include "csv_file.h"
#include "list.h"
#include "pages.h"
#include "review.h"
#include "submission.h"
#include "xlsx_file.h"

static const struct choice sent_states[] = {
	{ "sent", "Sent", NULL, false },
	{ "withdrawn", "Withdrawn", NULL, false },
};
static const struct choice reviewed[] = {
	{ "yes", "With a review", NULL, false },
	{ "no", "Without a review", NULL, false },
};

static const struct field filters[] = {
	{ .type = FIELD_SELECT,
		.name = "state",
		.label = "State",
		.choices = sent_states,
		.n_choices = COUNT(sent_states) },
	{ .type = FIELD_SELECT,
		.name = "review",
		.label = "Review",
		.choices = reviewed,
		.n_choices = COUNT(reviewed) },
};

static const struct list_column columns[] = {
	{ .label = "From" },
	{ .label = "Reference" },
	{ .label = "Sent", .sort = "sent" },
	{ .label = "Asked for", .number = true },
	{ .label = "Review" },
};

/* The files of a call have its reference in their addresses. */
static const struct list_def *def_for(struct req *r, const struct q_call_by_ref *k)
{
	struct list_def *def = NEW(r->ctx, struct list_def);

	*def = (struct list_def){ .one = "submission",
		.many = "submissions",
		.filters = filters,
		.n_filters = COUNT(filters),
		.columns = columns,
		.n_columns = COUNT(columns),
		.csv = text_format(r->ctx, "/calls/%s/submissions.csv", k->ref),
		.xlsx = text_format(r->ctx, "/calls/%s/submissions.xlsx", k->ref) };
	return def;
}

static struct q_call_submissions_in chosen(
	const struct req *r, const struct q_call_by_ref *k, const struct list *list)
{
	const char *review = list_filter(list, "review");

	return (struct q_call_submissions_in){ .call_id = k->call_id,
		.person_id = r->person->person_id,
		.state = list_filter(list, "state"),
		.judged = review && strcmp(review, "yes") == 0 ? "yes" : NULL,
		.unjudged = review && strcmp(review, "no") == 0 ? "yes" : NULL };
}

static void show_line(struct req *r, struct tpl *line, const struct q_call_submissions *row)
{
	enum review_state state =
		row->review_ref ? review_state_of(row->review_state) : REVIEW_STATES;
	bool withdrawn = strcmp(row->state, "withdrawn") == 0;

	tpl_set(line, M_REF, row->ref);
	tpl_set(line, M_ORGANISATION, row->organisation);
	tpl_optional(line, M_HAS_TITLE, M_TITLE, row->title);
	tpl_set(line, M_AT, day_text(r->ctx, row->sent_at));
	tpl_set(line, M_AMOUNT, row->has_amount ? money_text(r->ctx, row->amount) : "");
	tpl_show_if(line, M_WITHDRAWN, withdrawn);
	tpl_show_if(line, M_NO_REVIEW, !withdrawn && !row->review_ref);
	if (!row->review_ref)
		return;
	line = tpl_add(line, M_HAS_REVIEW);
	tpl_set(line, M_REVIEW, row->review_ref);
	tpl_set(line, M_STATE, review_states[state].label);
	tpl_set(line, M_STATE_COLOUR, review_state_colour(state));
}

/* GET /calls/:ref/submissions */
int call_submissions(struct req *r)
{
	struct q_call_counts counts = { 0 };
	struct q_call_submissions_in in;
	struct q_call_submissions row;
	struct q_call_by_ref k;
	struct list *list;
	int refused = call_found(r, &k);

	if (refused)
		return refused;
	list = LIST_OPEN(r, call_submissions, def_for(r, &k));
	in = chosen(r, &k, list);
	list_read(list, &in);
	while (LIST_NEXT(list, call_submissions, &row)) {
		struct tpl *line = list_line(list, M_SUBMISSION_ROW);

		tpl_set(line, M_CALL, k.ref);
		show_line(r, line, &row);
	}
	list_show(list);
	call_heading(r, &k);
	Q_ONE(r->db, call_counts, &counts, .call_id = k.call_id, .person_id = r->person->person_id);
	if (counts.unreviewed > 0 && access_allows(r->person, KEEPS_CONTRACTS))
		tpl_count(tpl_add(r->page, M_MAY_OPEN), M_UNREVIEWED, counts.unreviewed);
	return page_show(r, 200, T_call_submissions, "What was sent");
}

/* ---- Files ----------------------------------------------------------------------------------- */

/* A column of the file: a question, of a grid one of its rows. */
struct column {
	const struct field *field;
	size_t row;
};
struct table {
	struct q_call_by_ref k;
	struct column *columns;
	const char **heads; /* those before the questions, then the questions */
	size_t n;           /* of columns */
};
enum { N_BEFORE = 8 };

/* Made before the first row: no query runs while they are read. */
static struct table *table_for(struct req *r, const struct q_call_by_ref *k)
{
	static const char *const before[N_BEFORE] = { "Reference", "Organisation code",
		"Organisation", "Number", "Title", "State", "Sent", "Review" };
	struct submission_form *w = submission_form_new(r->ctx, k->form, k->kind, NULL, NULL);
	struct table *t = NEW(r->ctx, struct table);
	size_t n = 0;

	t->k = *k;
	for (size_t i = w->titled; i < w->form->n; i++)
		n += w->form->fields[i].n_rows ? w->form->fields[i].n_rows : 1;
	t->columns = NEW_ARRAY(t, struct column, n + 1);
	t->heads = NEW_ARRAY(t, const char *, n + N_BEFORE);
	memcpy(t->heads, before, sizeof before);
	for (size_t i = w->titled; i < w->form->n; i++) {
		const struct field *field = &w->form->fields[i];

		for (size_t row = 0; row < (field->n_rows ? field->n_rows : 1); row++) {
			t->columns[t->n] = (struct column){ field, row };
			t->heads[N_BEFORE + t->n++] =
				field->n_rows ? text_format(t, "%s: %s", field->label,
							field->rows[row].label)
					      : field->label;
		}
	}
	return t;
}

static void before_of(
	TALLOC_CTX *ctx, const struct q_call_submissions *row, const char *cells[N_BEFORE])
{
	char day[11];

	check_today(row->sent_at, day);
	const char *const made[N_BEFORE] = { row->ref, row->organisation_code, row->organisation,
		text_format(ctx, "%lld", (long long)row->number), row->title,
		choice_label(submission_states, SUBMISSION_STATES, row->state), text_copy(ctx, day),
		row->review_ref ? choice_label(review_states, REVIEW_STATES, row->review_state)
				: NULL };

	memcpy(cells, made, sizeof made);
}

static bool write_csv(struct req *r, struct sink *sink)
{
	const struct table *t = r->stream_data;
	struct csv_file *file = csv_file_begin(r, sink, t->heads, N_BEFORE + t->n);
	struct list *list = LIST_OPEN(r, call_submissions, def_for(r, &t->k));
	struct q_call_submissions_in in = chosen(r, &t->k, list);
	struct db_rows *rows = list_stream(list, &in);
	const char *cells[N_BEFORE];
	struct q_call_submissions row;

	while (CSV_NEXT(file, rows, call_submissions, &row)) {
		const json_t *answers = json_open(file->row, row.answers);

		before_of(file->row, &row, cells);
		for (size_t i = 0; i < N_BEFORE; i++)
			csv_words(&file->csv, cells[i]);
		for (size_t i = 0; i < t->n; i++)
			csv_words(&file->csv, submission_words(file->row, t->columns[i].field,
						      answers, t->columns[i].row));
	}
	return csv_file_end(file);
}

static bool write_xlsx(struct req *r, struct sink *sink)
{
	const struct table *t = r->stream_data;
	struct xlsx_file *file = xlsx_file_begin(r, sink, "Submissions", t->heads, N_BEFORE + t->n);
	struct list *list = LIST_OPEN(r, call_submissions, def_for(r, &t->k));
	struct q_call_submissions_in in = chosen(r, &t->k, list);
	const char *cells[N_BEFORE];
	struct q_call_submissions row;
	struct db_rows *rows;

	if (!file)
		return false;
	rows = list_stream(list, &in);
	while (Q_NEXT(rows, call_submissions, &row)) {
		const json_t *answers = json_open(xlsx_row(file), row.answers);

		before_of(xlsx_row(file), &row, cells);
		for (size_t i = 0; i < N_BEFORE; i++)
			xlsx_words(file, cells[i]);
		for (size_t i = 0; i < t->n; i++)
			xlsx_words(file, submission_words(xlsx_row(file), t->columns[i].field,
						 answers, t->columns[i].row));
		xlsx_file_row(file);
	}
	return xlsx_file_end(file);
}

/* 0, or what the page returns: a draft has nothing to tell. */
static int export(struct req *r, const char *name, struct table **t)
{
	struct survey_fault fault = { 0 };
	struct q_call_by_ref k;
	int refused = call_found(r, &k);

	if (refused)
		return refused;
	if (!call_compile(r->ctx, k.form, &fault))
		return not_found(r);
	*t = table_for(r, &k);
	audit(r, AUDIT_EXPORT, "call", k.ref, audit_fact(NULL, "file", name));
	return 0;
}

/* GET /calls/:ref/submissions.csv */
int call_submissions_csv(struct req *r)
{
	struct table *t;
	int refused = export(r, "submissions.csv", &t);

	return refused ? refused : respond_stream(r, CSV_TYPE, "submissions.csv", write_csv, t);
}

/* GET /calls/:ref/submissions.xlsx */
int call_submissions_xlsx(struct req *r)
{
	struct table *t;
	int refused = export(r, "submissions.xlsx", &t);

	return refused ? refused : respond_stream(r, XLSX_TYPE, "submissions.xlsx", write_xlsx, t);
}

/* ---- One ------------------------------------------------------------------------------------- */

/* GET /calls/:ref/submissions/:submission */
int call_submission(struct req *r)
{
	struct q_submission_by_ref s;
	struct submission_form *w;
	bool withdrawn;
	int refused = submission_read(r, &s);

	if (refused)
		return refused;
	withdrawn = strcmp(s.state, "withdrawn") == 0;
	w = submission_form_new(r->ctx, s.form, s.kind, NULL, s.answers);
	submission_heading(r, &s);
	tpl_set(r->page, M_CALL, s.call_ref);
	tpl_set(r->page, M_ORGANISATION, s.organisation);
	tpl_set(r->page, M_STATE, withdrawn ? "Withdrawn" : "Sent");
	tpl_set(r->page, M_STATE_COLOUR, withdrawn ? "grey" : "blue");
	tpl_set(r->page, M_PERSON_NAME, s.person);
	tpl_set(r->page, M_AT, time_text(r->ctx, s.sent_at));
	tpl_optional(r->page, M_HAS_AMOUNT, M_AMOUNT,
		s.has_amount ? money_text(r->ctx, s.amount) : NULL);
	tpl_optional(r->page, M_WITHDRAWN, M_WITHDRAWN_WHY, withdrawn ? s.withdrawn_why : NULL);
	tpl_optional(r->page, M_HAS_REVIEW, M_REVIEW, s.review_ref);
	tpl_show_if(r->page, M_MAY_OPEN,
		!withdrawn && !s.review_id && access_allows(r->person, KEEPS_CONTRACTS));
	submission_answers_show(w, r->page, NULL);
	audit(r, AUDIT_LOOK, "submission", s.ref, NULL);
	return page_show(r, 200, T_call_submission, *s.title ? s.title : s.call_title);
}
