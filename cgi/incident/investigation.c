/* investigation.c: requests to the organisation that somebody acts for: their list, each as it was
 * asked, and something more to say about one. */
#include "investigation.h"

#include <string.h>
#include "access.h"
#include "audit.h"
#include "csv_file.h"
#include "identity_form.h"
#include "list.h"
#include "pages.h"

const struct choice investigation_states[INVESTIGATION_STATES] = {
	[ASKED] = { "asked", "Waiting for an answer", NULL, false },
	[ANSWERED] = { "answered", "Answered", NULL, false },
	[ACCEPTED] = { "accepted", "Accepted", NULL, false },
	[WITHDRAWN] = { "withdrawn", "Taken back", NULL, false },
};

/* For who answers; one that was taken back is gone. */
static const struct choice own_states[] = {
	{ "asked", "Waiting for your answer", NULL, false },
	{ "answered", "Answered", NULL, false },
	{ "accepted", "Answer accepted", NULL, false },
};

enum investigation_state investigation_state_of(const char *code)
{
	return (enum investigation_state)choice_index(
		investigation_states, INVESTIGATION_STATES, code);
}

bool investigation_is_overdue(int64_t now, const char *state, const char *due_on)
{
	char today[11];

	check_today(now, today);
	return strcmp(state, "asked") == 0 && strcmp(due_on, today) < 0;
}

const char *investigation_due(struct req *r, int working_days)
{
	char day[11];

	check_today(working_days_after(r->db, r->now, working_days) - 1, day);
	return text_copy(r->ctx, day);
}

/* ---- Finding one ----------------------------------------------------------------------------- */

int investigation_found(struct req *r, struct q_investigation_by_ref *q)
{
	char ref[REF_LENGTH + 1];

	if (!ref_read(r->args[0], ref) || !Q_ONE(r->db, investigation_by_ref, q, .ref = ref))
		return not_found(r);
	if (!access_investigation(r->person, q->organisation_id, q->successor_id))
		return not_theirs(r, "another organisation's investigation request");
	if (investigation_state_of(q->state) != WITHDRAWN)
		return 0;
	tpl_set(r->page, M_REF, q->ref);
	tpl_set(r->page, M_DAY, day_text(r->ctx, q->state_at));
	tpl_set(r->page, M_ASKED_FOR, q->asked_for);
	return page_show(r, 404, T_investigation_withdrawn, "This request was taken back");
}

int64_t investigations_for_me(struct req *r)
{
	struct q_investigation_open_count row = { 0 };

	Q_ONE(r->db, investigation_open_count, &row, .own = r->person->organisation_id);
	return row.n;
}

/* ---- The list -------------------------------------------------------------------------------- */

static const struct field filters[] = {
	{ .type = FIELD_SELECT,
		.name = "state",
		.label = "State",
		.choices = own_states,
		.n_choices = COUNT(own_states) },
};

static const struct list_column columns[] = {
	{ .label = "What it is about" },
	{ .label = "Reference" },
	{ .label = "Asked", .sort = "asked" },
	{ .label = "Answer by", .sort = "due" },
	{ .label = "State", .sort = "place" },
};

static const struct list_def def = { .one = "request",
	.many = "requests",
	.filters = filters,
	.n_filters = COUNT(filters),
	.columns = columns,
	.n_columns = COUNT(columns),
	.csv = "/investigations.csv" };

static struct q_investigation_list_in chosen(const struct req *r, const struct list *list)
{
	return (struct q_investigation_list_in){ .own = r->person->organisation_id,
		.state = list_filter(list, "state") };
}

/* GET /investigations */
int investigations_list(struct req *r)
{
	struct list *list = LIST_OPEN(r, investigation_list, &def);
	struct q_investigation_list_in in = chosen(r, list);
	struct q_investigation_list row;

	list_read(list, &in);
	while (LIST_NEXT(list, investigation_list, &row)) {
		struct tpl *line = list_line(list, M_REQUEST_ROW);
		enum investigation_state state = investigation_state_of(row.state);
		bool overdue = investigation_is_overdue(r->now, row.state, row.due_on);

		tpl_set(line, M_REF, row.ref);
		tpl_set(line, M_SUBJECT, row.subject);
		tpl_optional(line, M_HAS_FOR, M_FOR,
			row.organisation_id != r->person->organisation_id ? row.organisation
									  : NULL);
		tpl_set(line, M_ASKED_AT, day_text(r->ctx, row.asked_at));
		tpl_set(line, M_DUE_ON, date_text(r->ctx, row.due_on));
		tpl_show_if(line, M_OVERDUE, overdue);
		tpl_show_if(line, M_WAITS, state == ASKED && !overdue);
		tpl_show_if(line, M_DRAFTED, row.draft);
		tpl_show_if(line, M_ANSWERED, state == ANSWERED);
		tpl_show_if(line, M_ACCEPTED, state == ACCEPTED);
	}
	list_show(list);
	return page_show(r, 200, T_investigations_list, "Investigations");
}

static bool write_csv(struct req *r, struct sink *sink)
{
	static const char *const heads[] = { "Reference", "What it is about", "Organisation",
		"Asked on", "Answer by", "State", "State since" };
	struct csv_file *file = csv_file_begin(r, sink, heads, COUNT(heads));
	struct list *list = LIST_OPEN(r, investigation_list, &def);
	struct q_investigation_list_in in = chosen(r, list);
	struct db_rows *rows = list_stream(list, &in);
	struct q_investigation_list row;

	while (CSV_NEXT(file, rows, investigation_list, &row)) {
		csv_words(&file->csv, row.ref);
		csv_words(&file->csv, row.subject);
		csv_words(&file->csv, row.organisation);
		csv_words(&file->csv, day_text(file->row, row.asked_at));
		csv_words(&file->csv, row.due_on);
		csv_words(&file->csv, choice_label(own_states, COUNT(own_states), row.state));
		csv_words(&file->csv, day_text(file->row, row.state_at));
	}
	return csv_file_end(file);
}

/* GET /investigations.csv */
int investigations_csv(struct req *r)
{
	audit(r, AUDIT_EXPORT, "investigation", "", audit_fact(NULL, "file", "investigations.csv"));
	return respond_stream(r, CSV_TYPE, "investigations.csv", write_csv, NULL);
}

/* ---- One request ----------------------------------------------------------------------------- */

static const struct choice channels[] = {
	{ "here", "Sent here", NULL, false },
	{ "letter", "Came by letter", NULL, false },
	{ "email", "Came by email", NULL, false },
	{ "telephone", "Came by telephone", NULL, false },
	{ "meeting", "Said in a meeting", NULL, false },
};

static void show_answers(struct req *r, const struct q_investigation_by_ref *q, struct tpl *t)
{
	struct db_rows *rows = Q_ROWS(r->db, investigation_answers, .request_id = q->request_id);
	struct q_investigation_answers row;

	while (Q_NEXT(rows, investigation_answers, &row)) {
		struct tpl *answer = tpl_add(t, M_ANSWER);
		const char *channel = text_copy(r->ctx, row.channel);

		tpl_int(answer, M_ROUND, row.round);
		tpl_show(answer, q->round > 1 ? M_ROUNDS : M_ONLY);
		tpl_set(answer, M_CHANNEL, choice_label(channels, COUNT(channels), channel));
		tpl_show_if(answer, M_WRITTEN_DOWN, strcmp(channel, "here") != 0);
		tpl_set(answer, M_AT, time_text(r->ctx, row.answered_at));
		tpl_set(answer, M_PERSON, text_copy(r->ctx, row.person));
		tpl_set(answer, M_ORGANISATION, text_copy(r->ctx, row.organisation));
		tpl_set(answer, M_FOUND, text_copy(r->ctx, row.found));
		tpl_optional(answer, M_HAS_WHY, M_WHY, text_copy(r->ctx, row.why));
		tpl_set(answer, M_DONE, text_copy(r->ctx, row.done));
		tpl_optional(answer, M_HAS_DONE_ON, M_DONE_ON,
			row.done_on ? date_text(r->ctx, text_copy(r->ctx, row.done_on)) : NULL);
		tpl_optional(answer, M_HAS_LEARN, M_LEARN, text_copy(r->ctx, row.learn));
	}
}

void investigation_show(struct req *r, const struct q_investigation_by_ref *q, struct tpl *page)
{
	struct tpl *t = tpl_include(page, M_BODY, T_investigation_body);

	tpl_set(t, M_ASKED_BY, q->asked_by);
	tpl_set(t, M_ASKED_FOR, q->asked_for);
	tpl_set(t, M_ASKED_AT, day_text(r->ctx, q->asked_at));
	tpl_set(t, M_DUE_ON, date_text(r->ctx, q->due_on));
	tpl_show_if(t, M_WAITS, investigation_state_of(q->state) == ASKED);
	tpl_show_if(t, M_OVERDUE, investigation_is_overdue(r->now, q->state, q->due_on));
	tpl_optional(t, M_HAS_PRACTICE, M_PRACTICE, q->practice);
	tpl_optional(t, M_HAS_REPORTER, M_REPORTER, q->reporter);
	tpl_show_if(t, M_NO_PRACTICE, !q->practice);
	tpl_set(t, M_BRIEF, q->brief);
	tpl_set(t, M_QUESTIONS, q->questions);
	tpl_optional(t, M_HAS_AGAIN, M_AGAIN, q->again);
	show_answers(r, q, t);
}

/* GET /investigations/:request */
int investigation_view(struct req *r)
{
	struct q_investigation_by_ref q;
	int refused = investigation_found(r, &q);
	enum investigation_state state;
	struct tpl *t;

	if (refused)
		return refused;
	state = investigation_state_of(q.state);
	tpl_set(r->page, M_REF, q.ref);
	tpl_set(r->page, M_SUBJECT, q.subject);
	tpl_set(r->page, M_STATE, choice_label(own_states, COUNT(own_states), q.state));
	tpl_set(r->page, M_STATE_COLOUR,
		state == ASKED      ? "yellow"
		: state == ANSWERED ? "blue"
				    : "green");
	tpl_optional(r->page, M_HAS_FOR, M_FOR,
		q.organisation_id != r->person->organisation_id ? q.organisation : NULL);
	if (state == ASKED) {
		t = tpl_add(r->page, M_OPEN);
		tpl_show(t, q.draft ? M_GO_ON : M_BEGIN);
		if (q.draft) {
			t = tpl_add(t, M_DRAFTED);
			tpl_set(t, M_DRAFT_BY, q.draft_by ? q.draft_by : "");
			tpl_set(t, M_DRAFT_AT, time_text(r->ctx, q.draft_at));
		}
	} else {
		tpl_show(r->page, M_SENT);
	}
	investigation_show(r, &q, r->page);
	investigation_files_show(r, &q, FOR_PROVIDER, r->page);
	incident_timeline(r, q.incident_id, q.request_id, FOR_PROVIDER, r->page, M_TIMELINE);
	audit(r, AUDIT_LOOK, "investigation", q.ref, NULL);
	return page_show(r, 200, T_investigation_view, q.subject);
}

/* ---- Something more -------------------------------------------------------------------------- */

/* A message before there is an answer ("we need more time"), an addition to it later. */
static const struct field add_fields[] = {
	{ .type = FIELD_LONG,
		.name = "more",
		.label = "What do you want to say?",
		.required = true,
		.max_length = 4000,
		.missing = "Write what you want to say" },
};

static int show_add(
	struct req *r, const struct q_investigation_by_ref *q, const struct form *f, int status)
{
	bool sent = investigation_state_of(q->state) != ASKED;
	const char *title = sent ? "Add something more" : "Write to who asked";

	tpl_set(r->page, M_REF, q->ref);
	tpl_set(r->page, M_SUBJECT, q->subject);
	tpl_set(r->page, M_ASKED_FOR, q->asked_for);
	tpl_set(r->page, M_CSRF, r->csrf);
	tpl_int(r->page, M_ROW_VERSION, q->row_version);
	tpl_set(r->page, M_HEADING, title);
	tpl_show_if(r->page, M_SENT, sent);
	tpl_show_if(r->page, M_OPEN, !sent);
	form_show(f, 0, f->n, r->page, false);
	return page_show(r, status, T_investigation_add, title);
}

/* GET /investigations/:request/add */
int investigation_add(struct req *r)
{
	struct q_investigation_by_ref q;
	int refused = investigation_found(r, &q);

	return refused ? refused
		       : show_add(r, &q, form_new(r->ctx, add_fields, COUNT(add_fields)), 200);
}

/* A second tap sends the version that the first has changed, with the same text. */
static bool is_added(struct req *r, const struct q_investigation_by_ref *q, const char *text)
{
	struct q_investigation_added row;
	const char *version = params_get(&r->body, "row_version");
	int64_t sent;

	return version && check_number(version, &sent) && sent != q->row_version &&
	       Q_ONE(r->db, investigation_added, &row, .request_id = q->request_id, .text = text);
}

/* POST /investigations/:request/add */
int investigation_add_save(struct req *r)
{
	struct form *f = form_new(r->ctx, add_fields, COUNT(add_fields));
	struct q_investigation_by_ref q;
	json_t *reasons = identity_reasons_new(r->ctx, NULL);
	int refused = investigation_found(r, &q);
	bool filled;

	if (refused)
		return refused;
	filled = form_fill(f, &r->body, NULL);
	if (identity_warns(r, f, 0, f->n, reasons) || !filled)
		return show_add(r, &q, f, 422);
	if (!is_added(r, &q, f->values[0].text)) {
		Q_RUN(r->db, investigation_touch, .request_id = q.request_id,
			.row_version = q.row_version);
		incident_event(r, q.incident_id,
			&(struct incident_event){ .kind = EVENT_ANSWER,
				.audience = FOR_MANAGER | FOR_PROVIDER,
				.text = f->values[0].text,
				.detail = identity_detail(r->ctx, NULL, reasons),
				.request_id = q.request_id });
		audit(r, AUDIT_CHANGE, "investigation", q.ref,
			audit_fact(NULL, "added", "something more"));
		investigation_mail_manager(r, &q);
	}
	flash(r, text_format(r->ctx, "%s can read it now.", q.asked_for));
	return redirect(r, "/investigations/%s", q.ref);
}
