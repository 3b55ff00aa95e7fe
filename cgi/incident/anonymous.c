/* anonymous.c: a report without a name: the first page, a page at a time, the check, sending it,
 * once, and what comes then. */
#include "anonymous.h"

#include <sodium.h>
#include <string.h>
#include "incident_report.h"
#include "pages.h"
#include "report.h"
#include "setting.h"

/* As a survey's pages: Back works, and who opens the address anew is asked again. */
static const char form_cache[] = "private, no-cache";

/* No search engine shows a practice's link to anybody. */
static void keep_unlisted(struct req *r)
{
	header_add(r, "X-Robots-Tag", "noindex, nofollow");
}

static int missing(struct req *r)
{
	buf_reset(&r->content);
	r->page = tpl_new(r->ctx);
	return page_show(r, 404, T_anonymous_missing, "This link does not work");
}

static void set_common(struct req *r, const struct anonymous_link *link)
{
	tpl_set(r->page, M_LINK_TOKEN, link->token);
	tpl_set(r->page, M_PRACTICE, link->practice);
	tpl_set(r->page, M_COMMISSIONER, setting_text(r->settings, SETTING_NAME));
}

static void set_state(struct req *r, const struct anonymous *a, const struct report_step *shown)
{
	set_common(r, a->link);
	tpl_set(r->page, M_STATE, anonymous_seal(r, a, shown));
	r->cache = form_cache;
}

/* ---- Pages ----------------------------------------------------------------------------------- */

/* a: NULL for who comes new; otherwise somebody who went back to it and loses nothing. */
static int show_start(struct req *r, const struct anonymous_link *link, const struct anonymous *a)
{
	set_common(r, link);
	if (a)
		set_state(r, a, NULL);
	tpl_show(r->page, a ? M_RESUME : M_BEGIN);
	return page_show(r, 200, T_anonymous_start, "Report something without your name");
}

static int show_step(struct req *r, struct anonymous *a, const struct report_step *step, int status)
{
	set_state(r, a, step);
	tpl_set(r->page, M_STEP, step->name);
	tpl_set(r->page, M_HEADING, step->title);
	report_step_show(r, a->report, step);
	return page_show(r, status, T_anonymous_step, step->title);
}

static int show_person(
	struct req *r, struct anonymous *a, struct form *person, size_t number, int status)
{
	const char *title = report_person_title(r, number);

	set_state(r, a, NULL);
	tpl_set(r->page, M_HEADING, title);
	tpl_int(r->page, M_NUMBER, (int64_t)number);
	tpl_show_if(r->page, M_MAY_REMOVE, number > 1);
	form_show(person, 0, person->n, r->page, false);
	return page_show(r, status, T_anonymous_person, title);
}

/* To where a step is asked: harm, of each person. */
static int show_due(struct req *r, struct anonymous *a, const struct report_step *step, int status)
{
	size_t person = step->first ? 0 : report_person_incomplete(a->report);

	return person > 1 ? show_person(r, a, a->report->people[person - 1], person, status)
			  : show_step(r, a, step, status);
}

static int show_check(struct req *r, struct anonymous *a, bool again)
{
	const struct report_step *next = report_step_next(a->report);

	if (next)
		return show_due(r, a, next, 200);
	set_state(r, a, NULL);
	tpl_show_if(r->page, M_AGAIN, again);
	report_show(a->report, r->page, NULL, true);
	return page_show(
		r, again ? 422 : 200, T_anonymous_check, "Check your report before you send it");
}

static int show_next(struct req *r, struct anonymous *a, const struct report_step *step)
{
	return step ? show_due(r, a, step, 200) : show_check(r, a, false);
}

/* ---- Sending --------------------------------------------------------------------------------- */

enum sent { SENT_NOT, SENT_THIS, SENT_OTHER };

static enum db_outcome store(struct req *r, const struct anonymous *a, const json_t *report,
	const char *text, const uint8_t hash[HASH_BYTES])
{
	int64_t due_at = working_days_after(r->db, r->now, INCIDENT_WORKING_DAYS);
	char ref[REF_LENGTH + 1];
	struct incident_columns c;
	uint8_t submission[16];

	incident_columns(r->ctx, report, &c);
	anonymous_ref(a->token, ref);
	anonymous_submission(a->token, submission);
	return Q_RUN(r->db, anonymous_send, .ref = ref, .submission = { submission, 16 },
		.organisation_id = a->link->organisation_id, .code_hash = { hash, HASH_BYTES },
		.today = anonymous_day(r->now), .due_at = due_at, .report = text, .title = c.title,
		.kind = c.kind, .about = c.about, .about_code = c.about_code,
		.about_name = c.about_name, .about_service = c.about_service,
		.happened_on = c.happened_on, .physical = c.physical,
		.psychological = c.psychological, .worry = c.worry, .share = c.share,
		.candour = c.candour, .serious = c.serious,
		.urgency = incident_urgency(INCIDENT_SUBMITTED, false, due_at));
}

/* One transaction: the report, and the note that it is to have in its history. Sent again it finds
 * itself; a reference that another report has by chance (once in millions) stores nothing. */
static enum sent send_once(struct req *r, struct anonymous *a)
{
	json_t *report = report_sent_json(a->report);
	const char *text = report_json_text(r->ctx, json_incref(report));
	char code[ANONYMOUS_CODE_LETTERS + 1];
	struct q_anonymous_is_sent had;
	uint8_t hash[HASH_BYTES], submission[16];
	enum db_outcome outcome;

	anonymous_code(a->token, code);
	anonymous_code_hash(code, hash);
	anonymous_submission(a->token, submission);
	outcome = store(r, a, report, text, hash);
	json_decref(report);
	if (outcome == DB_DONE) {
		Q_RUN(r->db, anonymous_said, .submission = { submission, 16 },
			.code_hash = { hash, HASH_BYTES }, .kind = "sent", .text = "",
			.detail = "{}", .today = anonymous_day(r->now));
		return SENT_THIS;
	}
	if (outcome != DB_DUPLICATE || !Q_ONE(r->db, anonymous_is_sent, &had,
					       .code_hash = { hash, HASH_BYTES }, .report = text))
		return SENT_NOT;
	return had.which == 1 ? SENT_THIS : had.which == 2 ? SENT_OTHER : SENT_NOT;
}

static const char *sent_purpose(struct req *r, const struct anonymous_link *link)
{
	return text_format(r->ctx, "report-sent-%lld", (long long)link->organisation_id);
}

static int send_report(struct req *r, struct anonymous *a)
{
	const struct report_step *next = report_step_next(a->report);
	enum sent sent;
	const char *text;

	if (next)
		return show_due(r, a, next, 422);
	sent = send_once(r, a);
	if (db_state(r->db) != DB_FINE)
		return 503;
	if (sent == SENT_NOT) {
		randombytes_buf(a->token, sizeof a->token);
		return show_check(r, a, true);
	}
	text = report_json_text(r->ctx,
		must(json_pack("{ss sI sI sb}", "token",
			base64url(r->ctx, a->token, sizeof a->token), "due",
			(json_int_t)working_days_after(r->db, r->now, INCIDENT_WORKING_DAYS), "at",
			(json_int_t)r->now, "other", sent == SENT_OTHER)));
	return redirect(r, "/r/%s/sent/%s", a->link->token,
		seal(r->ctx, r->conf, sent_purpose(r, a->link), text, strlen(text)));
}

/* GET /r/TOKEN/sent/SEALED: the same for whoever reloads it; a day later the code is not shown any
 * more, since a shared computer's browser remembers addresses. */
int anonymous_sent(struct req *r)
{
	const struct anonymous_link *link = anonymous_link_find(r, r->args[0]);
	char ref[REF_LENGTH + 1], code[ANONYMOUS_CODE_LETTERS + 1];
	struct bytes text, token;
	json_t *sent;
	bool fine;

	keep_unlisted(r);
	if (!link || !seal_open(r->ctx, r->conf, sent_purpose(r, link), r->args[1], &text))
		return missing(r);
	sent = must(json_loadb((const char *)text.data, text.len, 0, NULL));
	fine = base64url_open(r->ctx, json_string_value(json_object_get(sent, "token")), &token) &&
	       token.len == ANONYMOUS_TOKEN_BYTES;
	if (fine) {
		int64_t at = json_integer_value(json_object_get(sent, "at"));
		bool late = at + ANONYMOUS_SENT_SECONDS < r->now;

		anonymous_ref(token.data, ref);
		anonymous_code(token.data, code);
		set_common(r, link);
		tpl_set(r->page, M_REF, text_copy(r->ctx, ref));
		tpl_show_if(r->page, M_ALREADY, json_is_true(json_object_get(sent, "other")));
		tpl_set(r->page, M_DUE,
			day_text(r->ctx, json_integer_value(json_object_get(sent, "due")) - 1));
		tpl_optional(r->page, M_HAS_CODE, M_CODE,
			late ? NULL : anonymous_code_words(r->ctx, code));
		tpl_show_if(r->page, M_NO_CODE, late);
	}
	json_decref(sent);
	return fine ? page_show(r, 200, T_anonymous_sent, "Report sent") : missing(r);
}

/* ---- Requests -------------------------------------------------------------------------------- */

/* GET /r/TOKEN */
int anonymous_start(struct req *r)
{
	const struct anonymous_link *link = anonymous_link_find(r, r->args[0]);

	keep_unlisted(r);
	return link && !link->ended_at ? show_start(r, link, NULL) : missing(r);
}

/* GET /r/TOKEN/PAGE: only the first page begins without answers. */
int anonymous_page_view(struct req *r)
{
	const struct anonymous_link *link = anonymous_link_find(r, r->args[0]);

	keep_unlisted(r);
	if (!link || link->ended_at)
		return missing(r);
	if (strcmp(r->args[1], report_steps[0].name) == 0)
		return show_step(r, anonymous_new(r, link), &report_steps[0], 200);
	return redirect(r, "/r/%s", link->token);
}

static const struct report_step *last_step(struct report *w)
{
	for (size_t i = n_report_steps; i-- > 0;)
		if (report_steps[i].ordinary && report_step_due(w, &report_steps[i]))
			return &report_steps[i];
	return &report_steps[0];
}

/* A button that leads to a part: "to-STEP", "to-person-NUMBER". */
static int go_to(struct req *r, struct anonymous *a, const char *name)
{
	const struct report_step *step = report_step_named(name);
	size_t n = strncmp(name, "person-", 7) == 0 ? report_person_number(a->report, name + 7) : 0;

	if (n)
		return show_person(r, a,
			n > a->report->n_people ? report_person_add(a->report)
						: a->report->people[n - 1],
			n, 200);
	return step && report_step_due(a->report, step) ? show_step(r, a, step, 200)
							: show_check(r, a, false);
}

static int step_save(
	struct req *r, struct anonymous *a, const struct report_step *step, const char *go)
{
	bool fine = report_step_take(r, a->report, step);
	const struct report_step *before;

	if (strcmp(go, "back") == 0) {
		before = report_step_before(a->report, step);
		return before ? show_step(r, a, before, 200)
		       : step == &report_steps[0] || report_step_next(a->report)
			       ? show_start(r, a->link, a)
			       : show_check(r, a, false);
	}
	return fine ? show_next(r, a, report_step_after(a->report, step))
		    : show_step(r, a, step, 422);
}

/* Back: to the answers, or while they are not complete to the person before. */
static int back_from_person(struct req *r, struct anonymous *a, size_t n)
{
	if (!report_step_next(a->report))
		return show_check(r, a, false);
	return n > 2 && n - 2 < a->report->n_people
		       ? show_person(r, a, a->report->people[n - 2], n - 1, 200)
		       : show_step(r, a, report_step_named("harm"), 200);
}

static int person_save(struct req *r, struct anonymous *a, size_t n, const char *go)
{
	bool is_new = n > a->report->n_people, back = strcmp(go, "back") == 0;
	struct report *w = a->report;
	struct form *person;

	if (strcmp(go, "remove") == 0) {
		if (n > 1 && !is_new)
			report_person_remove(w, n - 1);
		return show_check(r, a, false);
	}
	person = is_new ? report_person_add(w) : w->people[n - 1];
	form_take(person, 0, person->n, &r->body);
	/* Who was only looked for is nobody. */
	if (back && is_new && !report_person_given(person))
		report_person_remove(w, n - 1);
	report_settle(w);
	if (back)
		return back_from_person(r, a, n);
	return form_check(person, 0, person->n) == 0 ? show_check(r, a, false)
						     : show_person(r, a, person, n, 422);
}

/* What was typed at /r/TOKEN/PAGE. */
static int page_save(struct req *r, struct anonymous *a, const char *page, const char *go)
{
	const struct report_step *step = report_step_named(page);
	size_t n = strncmp(page, "person-", 7) == 0 ? report_person_number(a->report, page + 7) : 0;

	if (step)
		return report_step_due(a->report, step) ? step_save(r, a, step, go)
							: show_check(r, a, false);
	if (n)
		return person_save(r, a, n, go);
	if (strcmp(page, "start") == 0)
		return show_step(r, a, &report_steps[0], 200);
	if (strcmp(page, "check") != 0)
		return missing(r);
	if (strcmp(go, "back") == 0)
		return show_step(r, a, last_step(a->report), 200);
	return strncmp(go, "to-", 3) == 0 ? go_to(r, a, go + 3) : send_report(r, a);
}

/* POST /r/TOKEN/PAGE */
int anonymous_page_save(struct req *r)
{
	const struct anonymous_link *link = anonymous_link_find(r, r->args[0]);
	const char *go = params_get(&r->body, "go");
	struct anonymous *a;

	keep_unlisted(r);
	if (!link)
		return missing(r);
	a = anonymous_open(r, link);
	if (!a)
		return link->ended_at ? missing(r) : page_error(r, 400);
	if (link->ended_at &&
		(a->begun > link->ended_at || r->now >= link->ended_at + ANONYMOUS_GRACE_SECONDS))
		return missing(r);
	return page_save(r, a, r->args[1], go ? go : "on");
}
