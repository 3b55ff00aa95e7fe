/* mail_pages.c: what waits in the outbox, what failed, what was sent lately. Never what a message
 * says: its links are secrets, and the staff pool cannot read them. */
#include <string.h>
#include "access.h"
#include "audit.h"
#include "csv_file.h"
#include "list.h"
#include "mail.h"
#include "pages.h"

/* Seconds. OVERDUE: the jobs run every minute; LONG: waiting for so long is trouble. */
enum { OVERDUE = 10 * 60, LONG = 60 * 60 };

static const struct choice states[] = {
	{ .code = "waiting", .label = "Waiting" },
	{ .code = "failed", .label = "Failed" },
	{ .code = "sent", .label = "Sent" },
	{ .code = "given_up", .label = "Given up" },
};
static const enum tpl_marker state_sections[COUNT(states)] = { M_WAITING, M_FAILED, M_SENT,
	M_GIVEN_UP };

static const struct field filters[] = {
	{ .type = FIELD_SELECT,
		.name = "state",
		.label = "State",
		.choices = states,
		.n_choices = COUNT(states) },
	{ .type = FIELD_EMAIL, .name = "to", .label = "Sent to", .max_length = 254 },
};

static const struct list_column columns[] = {
	{ .label = "To" },
	{ .label = "What" },
	{ .label = "Made", .sort = "made" },
	{ .label = "State" },
};

static const struct list_def def = { .one = "message",
	.many = "messages",
	.filters = filters,
	.n_filters = COUNT(filters),
	.columns = columns,
	.n_columns = COUNT(columns),
	.csv = "/mail.csv" };

static struct q_mail_list_in chosen(const struct list *list)
{
	return (struct q_mail_list_in){ .state = list_filter(list, "state"),
		.recipient = list_filter(list, "to") };
}

static void show_state(struct tpl *t, const char *state)
{
	size_t i = choice_index(states, COUNT(states), state);

	if (i < COUNT(states))
		tpl_show(t, state_sections[i]);
}

/* "Next try 22 November 2026 at 3:04pm", of one that waits; else when it ended. */
static const char *when(struct req *r, const char *state, int64_t next_try_at, int64_t ended_at)
{
	if (strcmp(state, "waiting") != 0)
		return ended_at ? time_text(r->ctx, ended_at) : "";
	return next_try_at <= r->now
		       ? "Next try within a minute"
		       : text_format(r->ctx, "Next try %s", time_text(r->ctx, next_try_at));
}

/* ---- The list -----------------------------------------------------------------------------------
 */

static bool is_without_server(const char *error)
{
	return error && strcmp(error, MAIL_NO_SERVER) == 0;
}

/* What keeps all mail waiting, if something does. */
static void show_trouble(struct req *r)
{
	struct q_mail_due_first first;
	struct q_mail_due_last last;

	if (!Q_ONE(r->db, mail_due_first, &first) || !Q_ONE(r->db, mail_due_last, &last))
		return;
	if (is_without_server(first.last_error))
		tpl_show(r->page, M_NO_SERVER);
	else if (first.next_try_at < r->now - OVERDUE)
		tpl_set(tpl_add(r->page, M_NO_JOBS), M_SINCE, time_text(r->ctx, first.next_try_at));
	else if (*last.last_error)
		tpl_set(tpl_add(r->page, M_TROUBLE), M_ERROR, last.last_error);
}

/* GET /mail */
int mail_list(struct req *r)
{
	struct list *list = LIST_OPEN(r, mail_list, &def);
	struct q_mail_list_in in = chosen(list);
	struct q_mail_list row;

	list_read(list, &in);
	while (LIST_NEXT(list, mail_list, &row)) {
		struct tpl *line = list_line(list, M_MAIL_ROW);

		tpl_set(line, M_MESSAGE, row.message_id);
		tpl_set(line, M_RECIPIENT, row.recipient);
		tpl_set(line, M_SUBJECT, row.subject);
		tpl_set(line, M_MADE, time_text(r->ctx, row.made_at));
		show_state(line, row.state);
		tpl_optional(line, M_HAS_ERROR, M_ERROR, row.last_error);
		tpl_optional(line, M_HAS_TRIES, M_TRIES,
			row.tries > 1 ? count_text(r->ctx, row.tries) : NULL);
		tpl_set(line, M_WHEN, when(r, row.state, row.next_try_at, row.ended_at));
	}
	list_show(list);
	show_trouble(r);
	tpl_show_if(r->page, M_RUNS, access_runs(r->person));
	return page_show(r, 200, T_mail_list, "Mail");
}

static const char *state_label(const char *state)
{
	size_t i = choice_index(states, COUNT(states), state);

	return i < COUNT(states) ? states[i].label : state;
}

static const char *time_or_empty(TALLOC_CTX *ctx, int64_t time)
{
	return time ? time_text(ctx, time) : "";
}

static void write_cells(struct csv_file *file, const struct q_mail_list *row)
{
	bool waits = strcmp(row->state, "waiting") == 0;
	struct csv *csv = &file->csv;

	csv_words(csv, row->recipient);
	csv_words(csv, row->kind);
	csv_words(csv, row->subject);
	csv_words(csv, time_or_empty(file->row, row->made_at));
	csv_words(csv, state_label(row->state));
	csv_number(csv, row->tries);
	csv_words(csv, waits ? time_or_empty(file->row, row->next_try_at) : "");
	csv_words(csv, time_or_empty(file->row, row->ended_at));
	csv_words(csv, row->last_error);
}

static bool write_csv(struct req *r, struct sink *sink)
{
	static const char *const heads[] = { "To", "Kind", "Subject", "Made", "State", "Tries",
		"Next try", "Ended", "Error" };
	struct csv_file *file = csv_file_begin(r, sink, heads, COUNT(heads));
	struct list *list = LIST_OPEN(r, mail_list, &def);
	struct q_mail_list_in in = chosen(list);
	struct db_rows *rows = list_stream(list, &in);
	struct q_mail_list row;

	while (CSV_NEXT(file, rows, mail_list, &row))
		write_cells(file, &row);
	return csv_file_end(file);
}

/* GET /mail.csv */
int mail_csv(struct req *r)
{
	audit(r, AUDIT_EXPORT, "mail", "", audit_fact(NULL, "file", "mail.csv"));
	return respond_stream(r, CSV_TYPE, "mail.csv", write_csv, NULL);
}

/* ---- One message --------------------------------------------------------------------------------
 */

/* GET /mail/:message */
int mail_view(struct req *r)
{
	struct q_mail_get row;
	bool waits;

	if (!Q_ONE(r->db, mail_get, &row, .message_id = r->args[0]))
		return not_found(r);
	waits = strcmp(row.state, "waiting") == 0;
	tpl_set(r->page, M_MESSAGE, r->args[0]);
	tpl_set(r->page, M_RECIPIENT, row.recipient);
	tpl_set(r->page, M_SUBJECT, row.subject);
	tpl_set(r->page, M_MADE, time_text(r->ctx, row.made_at));
	show_state(r->page, row.state);
	tpl_count(r->page, M_TRIES, row.tries);
	tpl_optional(r->page, M_HAS_ERROR, M_ERROR, row.last_error);
	tpl_set(r->page, M_WHEN, when(r, row.state, row.next_try_at, row.ended_at));
	tpl_optional(r->page, M_GIVES_UP, M_GIVE_UP_AT,
		waits ? time_text(r->ctx, row.give_up_at) : NULL);
	if (access_runs(r->person)) {
		tpl_show_if(r->page, M_MAY_RETRY, waits || (row.state[0] == 'f' && row.has_text));
		tpl_show_if(r->page, M_MAY_GIVE_UP, waits || row.state[0] == 'f');
	}
	return page_show(r, 200, T_mail_view, "Message");
}

/* What both do with one that is no more in their reach: it was sent, perhaps a moment ago. */
static int done(
	struct req *r, int64_t changed, const char *from, const char *to, const char *sentence)
{
	if (changed == 1) {
		json_t *detail = audit_changed(NULL, "state", from, to);

		audit(r, AUDIT_CHANGE, "mail", r->args[0],
			detail ? detail : audit_fact(NULL, "state", to));
		flash(r, sentence);
	} else {
		flash(r, "Nothing was changed: this message does not wait any more.");
	}
	return redirect(r, "/mail/%s", r->args[0]);
}

/* POST /mail/:message/retry */
int mail_retry(struct req *r)
{
	struct q_mail_get row;
	int64_t changed = 0;

	if (!Q_ONE(r->db, mail_get, &row, .message_id = r->args[0]))
		return not_found(r);
	Q_RUN_COUNT(r->db, mail_retry, &changed, .message_id = r->args[0], .now = r->now,
		.give_up_at = r->now + MAIL_TRIED_SECONDS);
	return done(r, changed, row.state, "waiting", "It is tried again within a minute.");
}

/* POST /mail/:message/give-up */
int mail_give_up(struct req *r)
{
	struct q_mail_get row;
	int64_t changed = 0;

	if (!Q_ONE(r->db, mail_get, &row, .message_id = r->args[0]))
		return not_found(r);
	Q_RUN_COUNT(r->db, mail_give_up, &changed, .message_id = r->args[0], .now = r->now);
	return done(r, changed, row.state, "given_up", "The message was given up.");
}

/* ---- A test message -----------------------------------------------------------------------------
 */

struct test {
	const char *email;
};

static const struct field test_fields[] = {
	{ .type = FIELD_EMAIL,
		.name = "email",
		.label = "Email address",
		.required = true,
		.missing = "Enter an email address",
		.into = offsetof(struct test, email) },
};

static int show_test(struct req *r, struct form *f, int status)
{
	form_show(f, 0, COUNT(test_fields), r->page, false);
	return page_show(r, status, T_mail_test, "Send a test message");
}

/* GET /mail/test */
int mail_test(struct req *r)
{
	struct form *f = form_new(r->ctx, test_fields, COUNT(test_fields));

	form_put(f, "email", 0, r->person->email);
	return show_test(r, f, 200);
}

/* POST /mail/test */
int mail_test_save(struct req *r)
{
	struct form *f = form_new(r->ctx, test_fields, COUNT(test_fields));
	struct mail m = { .kind = MAIL_TEST, .subject = MAIL_TEST_SUBJECT, .body = MAIL_TEST_TEXT };
	struct test in = { 0 };

	if (!form_fill(f, &r->body, &in))
		return show_test(r, f, 422);
	m.recipient = in.email;
	mail_add(r->db, r->ctx, r->conf, &m, r->now);
	audit(r, AUDIT_ADD, "mail", "", audit_fact(NULL, "recipient", in.email));
	flash(r, text_format(r->ctx, "A test message to %s waits; it is sent within a minute.",
			 in.email));
	return redirect(r, "/mail");
}

/* ---- "My work" ----------------------------------------------------------------------------------
 */

void mail_trouble(struct req *r, struct tpl *page)
{
	struct q_mail_waits_longest longest = { 0 };
	struct q_mail_due_first first = { 0 };
	struct q_mail_failures failures = { 0 };
	bool waits;
	struct tpl *t;

	if (!access_runs(r->person))
		return;
	waits = Q_ONE(r->db, mail_waits_longest, &longest) &&
		Q_ONE(r->db, mail_due_first, &first) &&
		(longest.made_at < r->now - LONG || is_without_server(first.last_error));
	Q_ONE(r->db, mail_failures, &failures, .ended_after = r->now - MAIL_TEXT_SECONDS);
	if (!waits && failures.n == 0)
		return;
	t = tpl_add(page, M_MAIL_TROUBLE);
	if (waits)
		tpl_set(tpl_add(t, M_MAIL_WAITS), M_MAIL_SINCE, time_text(r->ctx, longest.made_at));
	if (failures.n)
		tpl_count(tpl_add(t, M_MAIL_FAILED), M_N, failures.n);
}
