/* incident_letters.c: letters about an incident: begun from a text, edited, printed, sent. What was
 * sent stays as it went. */
#include <stddef.h>
#include <string.h>
#include "access.h"
#include "incident_letters.h"
#include "incident_sections.h"
#include "incident_work.h"
#include "pages.h"
#include "setting.h"

struct typed {
	const char *kind, *whom, *body, *sent_on;
};

#define WHOM                                                                                       \
	{                                                                                          \
		.type = FIELD_LONG, .name = "whom", .label = "To whom",                            \
		.hint = "As it stands above the letter. Never a patient’s name or address: "     \
			"write [name and address], and add it on paper",                           \
		.required = true, .max_length = 500, .missing = "Say to whom the letter goes",     \
		.into = offsetof(struct typed, whom)                                               \
	}

static const struct field new_fields[] = {
	{ .type = FIELD_RADIOS,
		.name = "kind",
		.label = "Which letter",
		.required = true,
		.missing = "Select which letter it is",
		.choices = letter_kinds,
		.n_choices = LETTER_KINDS,
		.into = offsetof(struct typed, kind) },
	WHOM,
};

static const struct field edit_fields[] = {
	WHOM,
	{ .type = FIELD_LONG,
		.name = "body",
		.label = "Letter",
		.hint = "What stands in square brackets is still to be said, or is added on paper",
		.required = true,
		.max_length = 8000,
		.missing = "Write the letter",
		.into = offsetof(struct typed, body) },
};

static const struct field sent_fields[] = {
	{ .type = FIELD_DATE,
		.name = "sent_on",
		.label = "Sent on",
		.required = true,
		.max_date = "today",
		.into = offsetof(struct typed, sent_on) },
};

static const char *kind_label(const char *kind)
{
	return choice_label(letter_kinds, LETTER_KINDS, kind);
}

/* The first line of an address, for lists. */
static const char *first_line(TALLOC_CTX *ctx, const char *text)
{
	return text_copyn(ctx, text, strcspn(text, "\n"));
}

void incident_section_letters(
	struct req *r, const struct q_incident_by_ref *in, bool may_change, struct tpl *page)
{
	struct tpl *t = tpl_include(page, M_SECTION, T_incident_letters), *list = NULL, *line;
	struct db_rows *rows = Q_ROWS(r->db, incident_letters, .incident_id = in->incident_id);
	struct q_incident_letters row;

	while (Q_NEXT(rows, incident_letters, &row)) {
		if (!list)
			list = tpl_add(t, M_LIST);
		line = tpl_add(list, M_LETTER_ROW);
		tpl_set(line, M_LETTER, text_copy(r->ctx, row.ref));
		tpl_set(line, M_KIND, kind_label(row.kind));
		tpl_set(line, M_WHOM, first_line(r->ctx, row.whom));
		tpl_set(line, M_MADE,
			text_format(r->ctx, "%s, %s", day_text(r->ctx, row.made_at), row.made_by));
		tpl_optional(line, M_WAS_SENT, M_SENT,
			row.sent_on ? date_text(r->ctx, row.sent_on) : NULL);
		tpl_show_if(line, M_NOT_SENT, !row.sent_on);
	}
	tpl_show_if(t, M_NONE, !list);
	tpl_show_if(t, M_MAY_ADD, may_change);
}

static void say(struct req *r, const struct q_incident_by_ref *in, enum audit_action action,
	const char *ref, const char *text)
{
	work_done(r, in, action, audit_fact(NULL, "letter", ref),
		&(struct incident_event){
			.kind = EVENT_LETTER, .audience = FOR_MANAGER, .text = text });
}

/* 0, or what the page returns. */
static int find(struct req *r, int refused, const struct q_incident_by_ref *in,
	struct q_incident_letter_by_ref *row)
{
	if (refused)
		return refused;
	return Q_ONE(r->db, incident_letter_by_ref, row, .incident_id = in->incident_id,
		       .ref = r->args[1])
		       ? 0
		       : not_found(r);
}

/* ---- Begin ----------------------------------------------------------------------------------- */

static int show_new(
	struct req *r, const struct q_incident_by_ref *in, const struct form *f, int status)
{
	tpl_set(r->page, M_TOKEN, work_token(r));
	return work_show(r, in, f, status, T_incident_letter_new, "Write a letter");
}

/* GET /incidents/:ref/letters/new */
int incident_letter_new(struct req *r)
{
	struct q_incident_by_ref in;
	int refused = incident_managed(r, &in);

	if (refused)
		return refused;
	return show_new(r, &in, form_new(r->ctx, new_fields, COUNT(new_fields)), 200);
}

/* POST /incidents/:ref/letters/new */
int incident_letter_new_save(struct req *r)
{
	struct form *f = form_new(r->ctx, new_fields, COUNT(new_fields));
	const char *token = work_token(r);
	struct q_incident_by_ref in;
	struct typed typed = { 0 };
	int refused = incident_managed(r, &in);
	bool filled;

	if (refused)
		return refused;
	filled = form_fill(f, &r->body, &typed);
	if (work_warns(r, f, NULL) || !filled)
		return show_new(r, &in, f, 422);
	if (Q_RUN(r->db, incident_letter_add, .incident_id = in.incident_id, .ref = token,
		    .kind = typed.kind, .whom = typed.whom,
		    .body = letter_begin(r, &in, typed.kind), .made_at = r->now,
		    .made_by = r->person->person_id) == DB_DONE)
		say(r, &in, AUDIT_ADD, token,
			text_format(r->ctx, "%s was begun, to %s", kind_label(typed.kind),
				first_line(r->ctx, typed.whom)));
	return redirect(r, "/incidents/%s/letters/%s/edit", in.ref, token);
}

/* ---- Edit ------------------------------------------------------------------------------------ */

static struct form *stored(struct req *r, const struct q_incident_letter_by_ref *row)
{
	struct form *f = form_new(r->ctx, edit_fields, COUNT(edit_fields));

	form_put(f, "whom", 0, row->whom);
	form_put(f, "body", 0, row->body);
	return f;
}

static int show_edit(struct req *r, const struct q_incident_by_ref *in,
	const struct q_incident_letter_by_ref *row, const struct form *f, int status)
{
	tpl_set(r->page, M_LETTER, row->ref);
	return work_show(r, in, f, status, T_incident_letter_edit, kind_label(row->kind));
}

static int went(struct req *r, const struct q_incident_by_ref *in,
	const struct q_incident_letter_by_ref *row)
{
	flash_notice(r, "This letter was sent, and stays as it went. Write another one instead.");
	return redirect(r, "/incidents/%s/letters/%s", in->ref, row->ref);
}

/* GET /incidents/:ref/letters/:letter/edit */
int incident_letter_edit(struct req *r)
{
	struct q_incident_by_ref in;
	struct q_incident_letter_by_ref row;
	int refused = find(r, incident_managed(r, &in), &in, &row);
	struct form *f;

	if (refused)
		return refused;
	if (row.sent_on)
		return went(r, &in, &row);
	f = stored(r, &row);
	work_carry(r, row.row_version, form_seen(f));
	return show_edit(r, &in, &row, f, 200);
}

/* POST /incidents/:ref/letters/:letter/edit */
int incident_letter_edit_save(struct req *r)
{
	struct form *f = form_new(r->ctx, edit_fields, COUNT(edit_fields));
	struct q_incident_by_ref in;
	struct q_incident_letter_by_ref row;
	struct typed to = { 0 };
	int refused = find(r, incident_managed(r, &in), &in, &row);
	struct buf text = { .ctx = r->ctx };
	bool whom, body;
	int64_t n = 0;

	if (refused)
		return refused;
	if (row.sent_on)
		return went(r, &in, &row);
	form_fill(f, &r->body, &to);
	if (work_again(r, f, stored(r, &row), row.row_version))
		return show_edit(r, &in, &row, f, 422);
	buf_addf(&text, "%s was changed", kind_label(row.kind));
	whom = work_line(&text, "To", row.whom, to.whom);
	body = work_line(&text, "It says now", row.body, to.body);
	if (!whom && !body)
		return redirect(r, "/incidents/%s/letters/%s", in.ref, row.ref);
	Q_RUN_COUNT(r->db, incident_letter_set, &n, .letter_id = row.letter_id,
		.row_version = row.row_version, .whom = to.whom, .body = to.body);
	if (n == 0 && db_state(r->db) == DB_FINE) {
		work_overtaken(r, f);
		return show_edit(r, &in, &row, f, 422);
	}
	say(r, &in, AUDIT_CHANGE, row.ref, buf_text(&text));
	flash(r, "The letter was saved.");
	return redirect(r, "/incidents/%s/letters/%s", in.ref, row.ref);
}

/* ---- On paper -------------------------------------------------------------------------------- */

/* What stands in square brackets, each once. */
enum { BRACKETS_MOST = 30 };
static void show_brackets(struct req *r, const char *text, struct tpl *t, struct tpl **list)
{
	const char *open = text;
	size_t len;

	for (int n = 0; n < BRACKETS_MOST && (open = strchr(open, '[')); open += len, n++) {
		len = strcspn(open, "]\n");
		if (open[len] != ']')
			continue;
		if (!*list)
			*list = tpl_add(t, M_BRACKETS);
		tpl_set(tpl_add(*list, M_BRACKET), M_BRACKET_TEXT,
			text_copyn(r->ctx, open, len + 1));
	}
}

/* GET /incidents/:ref/letters/:letter: as it is printed. */
int incident_letter_view(struct req *r)
{
	struct q_incident_by_ref in;
	struct q_incident_letter_by_ref row;
	int refused = find(r, incident_read(r, &in), &in, &row);
	bool may_change;
	struct tpl *list = NULL;

	if (refused)
		return refused;
	may_change = access_allows(r->person, MANAGES_INCIDENTS) && !row.sent_on;
	audit(r, AUDIT_LOOK, "incident", in.ref, audit_fact(NULL, "letter", row.ref));
	tpl_set(r->page, M_LETTER, row.ref);
	tpl_set(r->page, M_ORGANISATION, setting_text(r->settings, SETTING_NAME));
	tpl_set(r->page, M_WHOM, row.whom);
	tpl_set(r->page, M_BODY, row.body);
	tpl_set(r->page, M_DAY,
		row.sent_on ? date_text(r->ctx, row.sent_on) : day_text(r->ctx, r->now));
	tpl_show_if(r->page, M_MAY_CHANGE, may_change);
	tpl_optional(
		r->page, M_WAS_SENT, M_SENT, row.sent_on ? date_text(r->ctx, row.sent_on) : NULL);
	show_brackets(r, row.whom, r->page, &list);
	show_brackets(r, row.body, r->page, &list);
	return work_show(r, &in, NULL, 200, T_incident_letter, kind_label(row.kind));
}

/* ---- Sent ------------------------------------------------------------------------------------ */

static int show_sent(struct req *r, const struct q_incident_by_ref *in,
	const struct q_incident_letter_by_ref *row, const struct form *f, int status)
{
	tpl_set(r->page, M_LETTER, row->ref);
	tpl_set(r->page, M_KIND, kind_label(row->kind));
	tpl_set(r->page, M_WHOM, first_line(r->ctx, row->whom));
	tpl_int(r->page, M_ROW_VERSION, row->row_version);
	return work_show(r, in, f, status, T_incident_letter_sent, "The letter was sent");
}

/* GET /incidents/:ref/letters/:letter/sent */
int incident_letter_sent(struct req *r)
{
	struct q_incident_by_ref in;
	struct q_incident_letter_by_ref row;
	int refused = find(r, incident_managed(r, &in), &in, &row);
	struct form *f;
	char today[11];

	if (refused)
		return refused;
	if (row.sent_on)
		return went(r, &in, &row);
	f = form_new(r->ctx, sent_fields, COUNT(sent_fields));
	check_today(r->now, today);
	form_put_date(f, "sent_on", today);
	return show_sent(r, &in, &row, f, 200);
}

/* POST /incidents/:ref/letters/:letter/sent. It freezes what its sender saw: another version by now
 * is shown to them first. */
int incident_letter_sent_save(struct req *r)
{
	struct form *f = form_new(r->ctx, sent_fields, COUNT(sent_fields));
	const char *version = params_get(&r->body, "row_version");
	struct q_incident_by_ref in;
	struct q_incident_letter_by_ref row;
	struct typed to = { 0 };
	int refused = find(r, incident_managed(r, &in), &in, &row);
	int64_t n = 0, seen = 0;

	if (refused)
		return refused;
	if (row.sent_on)
		return went(r, &in, &row);
	form_fill(f, &r->body, &to);
	if (f->n_errors == 0 &&
		(!version || !check_number(version, &seen) || seen != row.row_version))
		form_fail(f, NULL,
			"Somebody else changed this letter meanwhile. Look at it, and whether it "
			"is "
			"the one that was sent");
	if (f->n_errors > 0)
		return show_sent(r, &in, &row, f, 422);
	Q_RUN_COUNT(r->db, incident_letter_sent, &n, .letter_id = row.letter_id,
		.row_version = row.row_version, .sent_on = to.sent_on);
	if (n == 0 && db_state(r->db) == DB_FINE) {
		work_overtaken(r, f);
		return show_sent(r, &in, &row, f, 422);
	}
	say(r, &in, AUDIT_CHANGE, row.ref,
		text_format(r->ctx, "%s, to %s: sent on %s", kind_label(row.kind),
			first_line(r->ctx, row.whom), date_text(r->ctx, to.sent_on)));
	flash(r, strcmp(row.kind, "candour") == 0
			 ? "The letter stays as it was sent. Write its day down under the duty of "
			   "candour, too."
			 : "The letter stays as it was sent.");
	return redirect(r, "/incidents/%s/letters/%s", in.ref, row.ref);
}
