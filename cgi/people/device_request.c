/* device_request.c: somebody has lost the device with their one-time codes: one administrator asks
 * for a new one, another agrees. The database holds them to it too (a trigger on device_request).
 */
#include <stddef.h>
#include <string.h>
#include "access.h"
#include "account_token.h"
#include "audit.h"
#include "pages.h"
#include "person.h"

static int64_t asked_after(const struct req *r)
{
	return r->now - DEVICE_REQUEST_SECONDS;
}

const char *device_outcome_words(const char *outcome)
{
	static const char *const words[][2] = {
		{ "waiting", "Waits for a second administrator" },
		{ "agreed", "Agreed" },
		{ "refused", "Refused" },
		{ "withdrawn", "Withdrawn" },
		{ "lapsed", "Lapsed: nobody answered within 3 days" },
	};

	for (size_t i = 0; i < COUNT(words); i++)
		if (strcmp(words[i][0], outcome) == 0)
			return words[i][1];
	return "";
}

int64_t device_requests_for_me(struct req *r)
{
	struct q_device_requests_for row;

	return Q_ONE(r->db, device_requests_for, &row, .after = asked_after(r),
		       .person_id = r->person->person_id)
		       ? row.n
		       : 0;
}

/* ---- Asking ---------------------------------------------------------------------------------- */

struct ask {
	const char *reason;
};

static const struct field ask_fields[] = {
	{ .type = FIELD_LONG,
		.name = "reason",
		.label = "What happened, and how you know that it is really them",
		.hint = "The second administrator decides by this",
		.required = true,
		.max_length = 500,
		.missing = "Enter what happened, and how you know that it is really them",
		.into = offsetof(struct ask, reason) },
};

static int show_ask(
	struct req *r, const struct form *f, const struct q_person_by_ref *person, int status)
{
	struct q_device_request_waiting waiting;

	person_show(r, person);
	if (Q_ONE(r->db, device_request_waiting, &waiting, .person_id = person->person_id,
		    .after = asked_after(r)))
		tpl_set(tpl_add(r->page, M_WAITING), M_REQUEST, waiting.ref);
	form_show(f, 0, COUNT(ask_fields), r->page, false);
	return page_show(r, status, T_person_device, "New device");
}

/* Who can get a new device: whoever has one, and is not the one who asks. */
static bool ask_begin(struct req *r, struct q_person_by_ref *person, int *status)
{
	if (!person_find(r, person) || strcmp(person->state, "active") != 0) {
		*status = not_found(r);
		return false;
	}
	if (person_is_own(r, person->person_id)) {
		*status = person_refuse_own(r, person);
		return false;
	}
	return true;
}

/* GET /people/:person/device */
int device_request_new(struct req *r)
{
	struct q_person_by_ref person;
	int status;

	if (!ask_begin(r, &person, &status))
		return status;
	return show_ask(r, form_new(r->ctx, ask_fields, COUNT(ask_fields)), &person, 200);
}

/* POST /people/:person/device */
int device_request_save(struct req *r)
{
	struct form *f = form_new(r->ctx, ask_fields, COUNT(ask_fields));
	struct q_person_by_ref person;
	struct ask in = { 0 };
	int status;

	if (!ask_begin(r, &person, &status))
		return status;
	if (!form_fill(f, &r->body, &in))
		return show_ask(r, f, &person, 422);
	if (Q_RUN(r->db, device_request_add, .person_id = person.person_id,
		    .asked_by = r->person->person_id, .now = r->now,
		    .reason = in.reason) == DB_DUPLICATE) {
		form_fail(f, NULL, "A new device has been asked for already");
		return show_ask(r, f, &person, 422);
	}
	audit(r, AUDIT_CHANGE, "person", person.ref,
		audit_fact(audit_changed(NULL, "new device", "", "waiting"), "reason", in.reason));
	flash(r, "A second administrator can now agree, on the page “Lost devices”.");
	return redirect(r, "/people/%s", person.ref);
}

/* ---- Answering ------------------------------------------------------------------------------- */

/* GET /people/devices */
int device_requests_list(struct req *r)
{
	struct db_rows *rows = Q_ROWS(r->db, device_requests_waiting, .after = asked_after(r));
	struct q_device_requests_waiting row;
	struct tpl *list = NULL;

	while (Q_NEXT(rows, device_requests_waiting, &row)) {
		struct tpl *t;

		if (!list)
			list = tpl_add(r->page, M_LIST);
		t = tpl_add(list, M_DEVICE);
		tpl_set(t, M_REQUEST, text_copy(r->ctx, row.ref));
		tpl_set(t, M_PERSON_NAME, text_copy(r->ctx, row.name));
		tpl_set(t, M_ASKED_BY, text_copy(r->ctx, row.asked_by_name));
		tpl_set(t, M_AT, time_text(r->ctx, row.asked_at));
		tpl_set(t, M_UNTIL, time_text(r->ctx, row.asked_at + DEVICE_REQUEST_SECONDS));
	}
	tpl_show_if(r->page, M_NONE, !list);
	return page_show(r, 200, T_people_devices, "Lost devices");
}

static bool request_find(struct req *r, struct q_device_request_by_ref *d)
{
	return Q_ONE(r->db, device_request_by_ref, d, .ref = r->args[0]) &&
	       strcmp(d->ref, r->args[0]) == 0;
}

static bool is_waiting(const struct req *r, const struct q_device_request_by_ref *d)
{
	return strcmp(d->outcome, "waiting") == 0 && d->asked_at > asked_after(r);
}

static void show_facts(struct req *r, const struct q_device_request_by_ref *d)
{
	bool lapsed = strcmp(d->outcome, "waiting") == 0 && !is_waiting(r, d);

	tpl_set(r->page, M_CSRF, r->csrf);
	tpl_set(r->page, M_REQUEST, d->ref);
	tpl_set(r->page, M_REF, d->person_ref);
	tpl_set(r->page, M_PERSON_NAME, d->name);
	tpl_set(r->page, M_EMAIL, d->email);
	tpl_set(r->page, M_ASKED_BY, d->asked_by_name);
	tpl_set(r->page, M_AT, time_text(r->ctx, d->asked_at));
	tpl_set(r->page, M_REASON, d->reason);
	tpl_set(r->page, M_OUTCOME, device_outcome_words(lapsed ? "lapsed" : d->outcome));
	tpl_optional(r->page, M_ENDED, M_ENDED_BY, d->ended_by_name);
	tpl_show_if(r->page, M_WAITS, is_waiting(r, d) && access_runs(r->person));
	audit(r, AUDIT_LOOK, "person", d->person_ref, audit_fact(NULL, "page", "lost device"));
}

/* GET /people/devices/:request */
int device_request_view(struct req *r)
{
	struct q_device_request_by_ref d;

	if (!request_find(r, &d))
		return not_found(r);
	show_facts(r, &d);
	return page_show(r, 200, T_people_device, "Lost device");
}

/* Who asked may take it back; whom it is about may do nothing; every other administrator decides.
 */
static int show_answer(
	struct req *r, const struct q_device_request_by_ref *d, const char *error, int status)
{
	bool waits = is_waiting(r, d), asked = person_is_own(r, d->asked_by),
	     about = person_is_own(r, d->person_id);
	struct tpl *summary;

	if (error) {
		summary = tpl_include(r->page, M_ERROR_SUMMARY, T_error_summary);
		tpl_set(summary, M_SUMMARY_HEADING, "There is a problem");
		tpl_set(tpl_add(summary, M_FORM_PROBLEM), M_ERROR, error);
	}
	show_facts(r, d);
	tpl_show_if(r->page, M_OVER, !waits);
	tpl_show_if(r->page, M_MAY_ANSWER, waits && !asked && !about);
	tpl_show_if(r->page, M_MAY_WITHDRAW, waits && asked);
	tpl_show_if(r->page, M_ABOUT_YOU, waits && about);
	return page_show(r, status, T_people_device_answer, "Agree or refuse");
}

/* GET /people/devices/:request/answer */
int device_request_answer(struct req *r)
{
	struct q_device_request_by_ref d;

	if (!request_find(r, &d))
		return not_found(r);
	return show_answer(r, &d, NULL, 200);
}

static bool agree(struct req *r, const struct q_device_request_by_ref *d)
{
	int64_t changed = 0;

	Q_RUN_COUNT(r->db, device_request_agree, &changed, .person_id = r->person->person_id,
		.now = r->now, .request_id = d->request_id);
	if (changed != 1)
		return false;
	person_sign_out(r, d->person_id);
	account_mail_device(r->db, r->ctx, r->conf, r->settings,
		&(struct account_mail){
			.person_id = d->person_id, .email = d->email, .name = d->name },
		r->now);
	flash(r, text_format(
			 r->ctx, "A link to set up a new device is on its way to %s.", d->email));
	return true;
}

static bool end(struct req *r, const struct q_device_request_by_ref *d, const char *outcome)
{
	int64_t changed = 0;

	Q_RUN_COUNT(r->db, device_request_end, &changed, .outcome = outcome,
		.ended_by = r->person->person_id, .now = r->now, .request_id = d->request_id);
	flash(r, strcmp(outcome, "refused") == 0 ? "You have refused the new device."
						 : "You have withdrawn the request.");
	return changed == 1;
}

static const struct {
	const char *answer, *outcome;
	bool by_who_asked;
} answers[] = {
	{ "agree", "agreed", false },
	{ "refuse", "refused", false },
	{ "withdraw", "withdrawn", true },
};

/* What is wrong with this answer from this person, or NULL; *outcome is what it comes to. */
static const char *answer_fault(
	struct req *r, const struct q_device_request_by_ref *d, const char **outcome)
{
	const char *answer = params_get(&r->body, "answer");
	size_t i = 0;

	if (!is_waiting(r, d) || strcmp(d->state, "active") != 0)
		return "This request does not wait for an answer any more";
	while (i < COUNT(answers) && !(answer && strcmp(answers[i].answer, answer) == 0))
		i++;
	if (i == COUNT(answers))
		return "Choose whether to agree";
	*outcome = answers[i].outcome;
	if (answers[i].by_who_asked
			? person_is_own(r, d->asked_by)
			: !person_is_own(r, d->asked_by) && !person_is_own(r, d->person_id))
		return NULL;
	audit_refused(r, "another administrator's to answer");
	return answers[i].by_who_asked
		       ? "Only who asked can withdraw"
		       : "Another administrator answers: neither who asked, nor who it is about";
}

/* POST /people/devices/:request/answer */
int device_request_answer_save(struct req *r)
{
	struct q_device_request_by_ref d;
	const char *outcome = "", *fault;
	bool done;

	if (!request_find(r, &d))
		return not_found(r);
	fault = answer_fault(r, &d, &outcome);
	if (fault)
		return show_answer(r, &d, fault, 422);
	done = strcmp(outcome, "agreed") == 0 ? agree(r, &d) : end(r, &d, outcome);
	if (!done)
		return show_answer(r, &d, "Somebody else has just answered this request", 422);
	audit(r, AUDIT_CHANGE, "person", d.person_ref,
		audit_changed(NULL, "new device", "waiting", outcome));
	return redirect(r, "/people/%s", d.person_ref);
}

bool device_requests_lapse(struct db *db, TALLOC_CTX *ctx, const struct conf *conf,
	const struct settings *settings, int64_t now)
{
	struct db_rows *rows =
		Q_ROWS(db, device_requests_stale, .before = now - DEVICE_REQUEST_SECONDS);
	struct q_device_requests_stale row;

	(void)conf, (void)settings;
	while (Q_NEXT(rows, device_requests_stale, &row)) {
		Q_RUN(db, device_request_end, .outcome = "lapsed", .now = now,
			.request_id = row.request_id);
		audit_program(db, ctx, AUDIT_CHANGE, "person", row.person_ref,
			audit_changed(NULL, "new device", "waiting", "lapsed"));
	}
	return true;
}
