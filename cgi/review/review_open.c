/* review_open.c: a review is opened: by hand, of a contract or of a submission, or by the calendar.
 */
#include "review_open.h"

#include <sodium.h>
#include <string.h>
#include "audit.h"
#include "conf.h"
#include "contract.h"
#include "mail.h"
#include "pages.h"
#include "params.h"
#include "review.h"
#include "search.h"

enum { DAY = 24 * 60 * 60, TITLE_LONGEST = 200 };

/* ---- For every form that opens some ---------------------------------------------------------- */

struct choices review_criteria(struct req *r, const char *judges)
{
	struct db_rows *rows = Q_ROWS(r->db, review_criteria_choices, .judges = judges);
	struct choices out = { 0 };
	struct q_review_criteria_choices row;

	while (Q_NEXT(rows, review_criteria_choices, &row)) {
		choices_add(r->ctx, &out, row.ref, row.name, row.version_id);
		out.list[out.n - 1].hint = text_format(
			r->ctx, "%lld criteri%s", (long long)row.n, row.n == 1 ? "on" : "a");
	}
	return out;
}

struct choices review_people(struct req *r)
{
	struct choices out = { 0 };

	CHOICES_READ(r, &out, review_people, row.ref, choices_person(r, row.person_id, row.name),
		row.person_id);
	return out;
}

/* "Review of seven dementia cafés": its first letter small, unless it begins with "GP" or "NHS". As
 * long as the column: a service's name may fill it alone. */
const char *review_title(TALLOC_CTX *ctx, const char *service)
{
	char *title = text_format(ctx, "Review of %s", service),
	     *first = title + strlen("Review of ");

	if (text_length(title) > TITLE_LONGEST)
		return text_copy(ctx, service);
	if (*first >= 'A' && *first <= 'Z' &&
		((first[1] >= 'a' && first[1] <= 'z') || first[1] == ' '))
		*first = (char)(*first - 'A' + 'a');
	return title;
}

const char *review_day_after(TALLOC_CTX *ctx, int64_t now, int days)
{
	char out[11];

	check_today(now + (int64_t)days * DAY, out);
	return text_copy(ctx, out);
}

const char *review_form_fresh(struct req *r)
{
	char *hex = NEW_ARRAY(r->ctx, char, 33);
	uint8_t bytes[16];

	randombytes_buf(bytes, sizeof bytes);
	return sodium_bin2hex(hex, 33, bytes, sizeof bytes);
}

bool review_form_read(const char *hex, uint8_t out[16])
{
	size_t len;

	return hex && strlen(hex) == 32 &&
	       sodium_hex2bin(out, 16, hex, 32, NULL, &len, NULL) == 0 && len == 16;
}

void review_mail_person(struct db *db, TALLOC_CTX *ctx, const struct conf *conf,
	const struct settings *settings, int64_t now, const struct review_mail *m)
{
	struct q_review_person row;

	if (!Q_ONE(db, review_person, &row, .person_id = m->person_id))
		return;
	mail_add(db, ctx, conf,
		&(struct mail){ .kind = "review",
			.recipient = row.email,
			.subject = m->subject,
			.body = text_format(ctx,
				"Dear %s,\n\n%s Sign in to read it:\n\n%s/reviews/%s\n\n-- \n%s, "
				"Soundings\n",
				row.name, m->sentence, conf_get(conf, "staff_url", ""), m->ref,
				setting_text(settings, SETTING_NAME)) },
		now);
}

/* ---- Opening --------------------------------------------------------------------------------- */

/* Who opens it: a person, or the program (person_id 0). */
struct opener {
	struct db *db;
	TALLOC_CTX *ctx;
	const struct conf *conf;
	const struct settings *settings;
	int64_t now, person_id;
};

static void add_reviewers(
	const struct opener *by, int64_t review_id, const struct review_opening *o, const char *ref)
{
	for (size_t i = 0; i < o->n; i++) {
		Q_RUN(by->db, review_reviewer_add, .review_id = review_id,
			.person_id = o->reviewers[i], .now = by->now);
		if (!o->quiet && o->reviewers[i] != by->person_id)
			review_mail_person(by->db, by->ctx, by->conf, by->settings, by->now,
				&(struct review_mail){ .person_id = o->reviewers[i],
					.ref = ref,
					.subject = "A review waits for you",
					.sentence = "You are to score in a review. Before anything "
						    "else, declare your interests." });
	}
}

static bool store(const struct opener *by, const struct review_opening *o, const char *ref)
{
	struct q_review_words words;
	int64_t id;

	if (Q_RUN(by->db, review_add, .ref = ref, .submission = o->form,
		    .contract_id = o->contract_id, .submission_id = o->submission_id,
		    .proposal_id = o->proposal_id, .organisation_id = o->organisation_id,
		    .version_id = o->version_id, .title = o->title, .person_id = by->person_id,
		    .now = by->now, .due_on = o->due_on) != DB_DONE)
		return false;
	id = db_last_id(by->db);
	Q_RUN(by->db, review_event_add, .review_id = id, .at = by->now, .person_id = by->person_id,
		.kind = review_event_kinds[REVIEW_EVENT_OPENED].code, .state_from = "",
		.state_to = review_states[REVIEW_SCORING].code,
		.text = by->person_id ? "" : "Its day in the calendar has come.", .detail = "{}");
	if (o->contract_id)
		contract_event_as(by->db, by->person_id, by->now, o->contract_id, CONTRACT_REVIEW,
			by->person_id ? "A review was opened."
				      : "A review was opened by the calendar.",
			NULL, id);
	add_reviewers(by, id, o, ref);
	if (Q_ONE(by->db, review_words, &words, .review_id = id))
		search_store(by->db, by->ctx, "review", id, words.title, words.organisation,
			words.reference ? words.reference : "", words.ref, NULL);
	return true;
}

bool review_open(struct req *r, const struct review_opening *o, char ref[REF_LENGTH + 1])
{
	struct opener by = { r->db, r->ctx, r->conf, r->settings, r->now, r->person->person_id };

	ref_make(ref);
	if (!store(&by, o, text_copy(r->ctx, ref)))
		return false;
	audit(r, AUDIT_ADD, "review", text_copy(r->ctx, ref),
		audit_fact(audit_fact(NULL, "title", o->title), "due", o->due_on));
	return true;
}

bool review_open_by_calendar(struct db *db, TALLOC_CTX *ctx, const struct conf *conf,
	const struct settings *settings, int64_t now, const struct review_opening *o)
{
	struct opener by = { db, ctx, conf, settings, now, 0 };
	char ref[REF_LENGTH + 1];

	ref_make(ref);
	if (!store(&by, o, text_copy(ctx, ref)))
		return false;
	audit_program(db, ctx, AUDIT_ADD, "review", text_copy(ctx, ref),
		audit_fact(audit_fact(NULL, "title", o->title), "due", o->due_on));
	return true;
}

/* ---- By hand, of a contract ------------------------------------------------------------------ */

enum { CRITERIA, REVIEWERS, DUE, N_FIELDS };

struct review_open_form review_open_form(struct req *r, const char *judges)
{
	struct field *fields = NEW_ARRAY(r->ctx, struct field, N_FIELDS);
	struct review_open_form out = { .criteria = review_criteria(r, judges),
		.people = review_people(r) };

	fields[CRITERIA] = (struct field){ .type = FIELD_RADIOS,
		.name = "criteria",
		.label = "By which criteria?",
		.hint = "The review keeps them as they are today",
		.required = true,
		.missing = "Select the criteria",
		.choices = out.criteria.list,
		.n_choices = out.criteria.n };
	fields[REVIEWERS] = (struct field){ .type = FIELD_CHECKBOXES,
		.name = "reviewers",
		.label = "Who reviews?",
		.hint = "Two or more, so that scores can be compared. Each declares interests "
			"first, and scores alone",
		.required = true,
		.missing = "Select who reviews",
		.choices = out.people.list,
		.n_choices = out.people.n };
	fields[DUE] = (struct field){ .type = FIELD_DATE,
		.name = "due_on",
		.label = "By when is the decision due?",
		.required = true,
		.min_date = "today",
		.missing = "Enter by when the decision is due" };
	out.f = form_new(r->ctx, fields, N_FIELDS);
	return out;
}

void review_open_begin(struct req *r, const struct review_open_form *o)
{
	if (o->criteria.n == 1)
		form_put(o->f, "criteria", 0, o->criteria.list[0].code);
	form_put_date(o->f, "due_on", review_day_after(r->ctx, r->now, REVIEW_DUE_DAYS));
}

void review_open_take(
	struct req *r, const struct review_open_form *o, struct review_opening *opening)
{
	const struct field_value *values = o->f->values;

	opening->version_id =
		o->criteria
			.ids[choice_index(o->criteria.list, o->criteria.n, values[CRITERIA].text)];
	opening->reviewers = choices_ticked(r->ctx, &o->people, &values[REVIEWERS], &opening->n);
	opening->due_on = values[DUE].text;
}

/* The criteria of the last review, or the only ones; the lead; in eight weeks. */
static void begin(
	struct req *r, const struct review_open_form *o, const struct q_contract_by_ref *c)
{
	struct db_rows *rows = Q_ROWS(r->db, review_criteria_choices, .judges = "contract");
	struct q_review_last_criteria last = { 0 };
	struct q_review_criteria_choices row;

	Q_ONE(r->db, review_last_criteria, &last, .contract_id = c->contract_id);
	while (Q_NEXT(rows, review_criteria_choices, &row))
		if (row.criteria_id == last.criteria_id)
			form_put(o->f, "criteria", 0, text_copy(r->ctx, row.ref));
	for (size_t i = 0; i < o->people.n; i++)
		if (o->people.ids[i] == c->lead_id)
			form_put(o->f, "reviewers", 0, o->people.list[i].code);
}

static int show(struct req *r, const struct q_contract_by_ref *c, const struct review_open_form *o,
	const char *submission, int status)
{
	contract_heading(r, c);
	tpl_set(r->page, M_SUBMISSION, submission);
	tpl_show(r->page, o->criteria.n == 0 ? M_NO_CRITERIA : M_SOME);
	if (o->criteria.n > 0)
		form_show(o->f, 0, N_FIELDS, r->page, false);
	return page_show(r, status, T_review_open, "Open a review");
}

/* One open review of a contract at a time: 0, or what the page returns. */
static int find(struct req *r, struct q_contract_by_ref *c)
{
	struct q_review_of_contract open;
	int refused = contract_kept(r, c);

	if (refused)
		return refused;
	if (!Q_ONE(r->db, review_of_contract, &open, .contract_id = c->contract_id,
		    .person_id = r->person->person_id))
		return 0;
	if (open.conflict)
		return not_theirs(r, "a review in which they have a conflict of interest");
	flash_notice(r, "This contract has an open review already. It is this one.");
	return redirect(r, "/reviews/%s", open.ref);
}

/* GET /contracts/:ref/review */
int review_open_view(struct req *r)
{
	struct q_contract_by_ref c;
	int refused = find(r, &c);
	struct review_open_form o;

	if (refused)
		return refused;
	o = review_open_form(r, "contract");
	review_open_begin(r, &o);
	begin(r, &o, &c);
	return show(r, &c, &o, review_form_fresh(r), 200);
}

/* POST /contracts/:ref/review */
int review_open_save(struct req *r)
{
	const char *hex = params_get(&r->body, "submission");
	struct q_contract_by_ref c;
	int refused = find(r, &c);
	struct review_opening opening;
	struct review_open_form o;
	char ref[REF_LENGTH + 1];
	uint8_t submission[16];

	if (refused)
		return refused;
	o = review_open_form(r, "contract");
	if (!review_form_read(hex, submission))
		review_form_read(hex = review_form_fresh(r), submission);
	if (!form_fill(o.f, &r->body, NULL) || o.criteria.n == 0)
		return show(r, &c, &o, hex, 422);
	opening = (struct review_opening){ .form = { submission, sizeof submission },
		.contract_id = c.contract_id,
		.organisation_id = c.organisation_id,
		.title = review_title(r->ctx, c.service) };
	review_open_take(r, &o, &opening);
	if (!review_open(r, &opening, ref)) {
		form_fail(o.f, NULL, "Somebody else has just opened a review of this contract");
		return show(r, &c, &o, hex, 422);
	}
	flash(r, "The review is open. Reviewers are told by mail.");
	return redirect(r, "/reviews/%s", ref);
}
