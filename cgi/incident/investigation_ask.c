/* investigation_ask.c: an incident manager asks another organisation to look into an incident. */
#include <sodium.h>
#include <stddef.h>
#include <string.h>
#include "audit.h"
#include "choices.h"
#include "identity_form.h"
#include "incident_report.h"
#include "incident_state.h"
#include "investigation.h"
#include "pages.h"

struct ask {
	const char *organisation, *subject, *brief, *questions, *shown, *due_on;
	const json_t *reasons; /* why passages that look like somebody's identity stay */
};

enum { SHOWN = 4, ASK_FIELDS = 6 };

/* The choices of organisation and of what is shown are put in by form_for(). */
static const struct field ask_fields[ASK_FIELDS] = {
	{ .type = FIELD_SELECT,
		.name = "organisation",
		.label = "Who is asked?",
		.required = true,
		.missing = "Select an organisation",
		.into = offsetof(struct ask, organisation) },
	{ .type = FIELD_SHORT,
		.name = "subject",
		.label = "What it is about",
		.hint = "A few words, for their list of requests",
		.required = true,
		.max_length = 150,
		.autocomplete = "off",
		.missing = "Write in a few words what it is about",
		.into = offsetof(struct ask, subject) },
	{ .type = FIELD_LONG,
		.name = "brief",
		.label = "What happened",
		.hint = "They read this instead of the report. Write what they need to find the "
			"case, and no more",
		.required = true,
		.max_length = 6000,
		.missing = "Write what happened",
		.into = offsetof(struct ask, brief) },
	{ .type = FIELD_LONG,
		.name = "questions",
		.label = "What do you want to know?",
		.required = true,
		.max_length = 2000,
		.missing = "Write what you want to know",
		.into = offsetof(struct ask, questions) },
	[SHOWN] = { .type = FIELD_RADIOS,
		.name = "shown",
		.label = "What may they know of who reported it?",
		.required = true,
		.missing = "Select what they may know of who reported it",
		.into = offsetof(struct ask, shown) },
	{ .type = FIELD_DATE,
		.name = "due_on",
		.label = "Answer by",
		.hint = "20 working days, unless you say otherwise",
		.required = true,
		.min_date = "today",
		.missing = "Enter the day by which you need an answer",
		.into = offsetof(struct ask, due_on) },
};

/* ---- What is never told ---------------------------------------------------------------------- */

struct told {
	const char *at, *what; /* where in a text, and what it is */
	size_t len;
};

/* The first words of a text that say who reported, where that is not shown. */
static bool find_told(
	const struct q_incident_by_ref *in, const char *shown, const char *text, struct told *out)
{
	bool practice = strcmp(shown, "nobody") != 0, name = strcmp(shown, "name") == 0;
	const struct {
		bool shown;
		const char *words, *what;
	} list[] = {
		{ practice, in->practice, "the name of the practice" },
		{ practice, in->practice_code, "the code of the practice" },
		{ name, in->reporter, "the name of the reporter" },
		{ name, in->reporter_email, "the email address of the reporter" },
	};

	for (size_t i = 0; i < COUNT(list); i++) {
		if (list[i].shown || !list[i].words || !*list[i].words)
			continue;
		*out = (struct told){ .at = strcasestr(text, list[i].words),
			.what = list[i].what,
			.len = strlen(list[i].words) };
		if (out->at)
			return true;
	}
	return false;
}

const char *investigation_reveals(
	TALLOC_CTX *ctx, const struct q_incident_by_ref *in, const char *shown, const char *text)
{
	struct told told;

	return text && find_told(in, shown, text, &told)
		       ? text_format(ctx, "Take out %s: they are not to know it", told.what)
		       : NULL;
}

/* The reporter's words as a beginning for the manager's, without what is not shown. */
static const char *without_told(
	TALLOC_CTX *ctx, const struct q_incident_by_ref *in, const char *text)
{
	struct buf out = { .ctx = ctx };
	struct told told;

	while (find_told(in, in->share, text, &told)) {
		buf_add(&out, text, (size_t)(told.at - text));
		buf_adds(&out, "[…]");
		text = told.at + told.len;
	}
	buf_adds(&out, text);
	return buf_text(&out);
}

/* ---- The incident waits ---------------------------------------------------------------------- */

bool investigation_may_ask(const struct q_incident_by_ref *in)
{
	enum incident_state state = incident_state_of(in->state);

	return state == INCIDENT_PROVIDER || incident_way(state, INCIDENT_PROVIDER, MOVER_MANAGER);
}

bool investigation_wait(struct req *r, const struct q_incident_by_ref *in, const char *tell)
{
	int64_t touched = 0;

	if (incident_state_of(in->state) != INCIDENT_PROVIDER)
		return incident_move(r, in, MOVER_MANAGER,
			&(struct incident_move){ .to = INCIDENT_PROVIDER, .tell = tell });
	Q_RUN_COUNT(r->db, investigation_incident_touch, &touched, .incident_id = in->incident_id,
		.row_version = in->row_version);
	return touched > 0;
}

/* ---- The form -------------------------------------------------------------------------------- */

static struct choices organisation_choices(struct req *r, const struct q_incident_by_ref *in)
{
	struct choices out = { 0 };

	CHOICES_READ(r, &out, investigation_organisations, row.code,
		row.members ? row.name : text_format(r->ctx, "%s (nobody can sign in)", row.name),
		0, .practice_id = in->organisation_id);
	return out;
}

/* No more than the reporter allowed. */
static const struct choice *shown_choices(
	struct req *r, const struct q_incident_by_ref *in, size_t *n)
{
	struct choice *list = NEW_ARRAY(r->ctx, struct choice, INCIDENT_SHARES);

	*n = 0;
	if (strcmp(in->share, "name") == 0 && in->reporter)
		list[(*n)++] = (struct choice){ .code = "name",
			.label = text_format(r->ctx, "%s, %s", in->reporter, in->practice) };
	if (strcmp(in->share, "nobody") != 0)
		list[(*n)++] = (struct choice){ .code = "practice",
			.label = text_format(r->ctx, "%s, and no name", in->practice) };
	list[(*n)++] = (struct choice){ .code = "nobody", .label = "Neither" };
	return list;
}

static struct form *form_for(struct req *r, const struct q_incident_by_ref *in)
{
	struct field *fields = NEW_ARRAY(r->ctx, struct field, ASK_FIELDS);
	struct choices organisations = organisation_choices(r, in);

	memcpy(fields, ask_fields, sizeof ask_fields);
	field_offer(&fields[0], &organisations);
	fields[SHOWN].choices = shown_choices(r, in, &fields[SHOWN].n_choices);
	if (fields[SHOWN].n_choices == 1)
		fields[SHOWN].hint = "The reporter does not want their name or their practice to "
				     "be shown";
	return form_new(r->ctx, fields, ASK_FIELDS);
}

/* What is known so far, for the manager to change. */
static void begin(struct req *r, const struct q_incident_by_ref *in, struct form *f)
{
	const json_t *report = report_open(r->ctx, in->report);
	struct buf brief = { .ctx = r->ctx };

	if (in->happened_on)
		buf_addf(&brief, "It happened on %s.\n\n", date_text(r->ctx, in->happened_on));
	buf_adds(&brief, report_text(report, "what_happened"));
	form_put(f, "organisation", 0, in->about_code);
	form_put(f, "subject", 0, without_told(r->ctx, in, in->title));
	form_put(f, "brief", 0, without_told(r->ctx, in, buf_text(&brief)));
	form_put(f, "shown", 0,
		f->fields[SHOWN].choices[0].code); /* as much as the reporter allowed */
	form_put_date(f, "due_on", investigation_due(r, INVESTIGATION_DAYS));
}

static int show(struct req *r, const struct q_incident_by_ref *in, const struct form *f,
	const char *submission, int status)
{
	incident_heading(r, in);
	tpl_set(r->page, M_SUBMISSION, submission);
	tpl_show_if(r->page, M_MORE, incident_state_of(in->state) == INCIDENT_PROVIDER);
	form_show(f, 0, f->n, r->page, false);
	return page_show(r, status, T_investigation_ask, "Ask an organisation to look into it");
}

static const char *fresh_submission(struct req *r)
{
	char *hex = NEW_ARRAY(r->ctx, char, 33);
	uint8_t bytes[16];

	randombytes_buf(bytes, sizeof bytes);
	return sodium_bin2hex(hex, 33, bytes, sizeof bytes);
}

static bool read_submission(const char *hex, uint8_t out[16])
{
	size_t len;

	return hex && strlen(hex) == 32 &&
	       sodium_hex2bin(out, 16, hex, 32, NULL, &len, NULL) == 0 && len == 16;
}

/* 0, or what the page returns. */
static int find(struct req *r, struct q_incident_by_ref *in)
{
	int refused = incident_managed(r, in);

	if (refused || investigation_may_ask(in))
		return refused;
	flash_notice(r,
		text_format(r->ctx, "Nobody can be asked while the incident is: %s. Move it first.",
			choice_label(incident_states, INCIDENT_STATES, in->state)));
	return redirect(r, "/incidents/%s", in->ref);
}

/* GET /incidents/:ref/ask */
int investigation_ask(struct req *r)
{
	struct q_incident_by_ref in;
	int refused = find(r, &in);
	struct form *f;

	if (refused)
		return refused;
	f = form_for(r, &in);
	begin(r, &in, f);
	return show(r, &in, f, fresh_submission(r), 200);
}

/* ---- Asking ---------------------------------------------------------------------------------- */

static void check_told(struct req *r, const struct q_incident_by_ref *in, struct form *f)
{
	const char *shown = f->values[SHOWN].text;

	for (size_t i = 1; shown && i < SHOWN; i++) {
		const char *sentence = investigation_reveals(r->ctx, in, shown, f->values[i].text);

		if (sentence)
			form_fail(f, f->fields[i].name, sentence);
	}
}

/* Why passages stay is for managers: nobody looks through it for who reported. */
static void keep_reasons(struct req *r, const struct q_incident_by_ref *in, int64_t request_id,
	const json_t *reasons)
{
	json_t *detail = identity_detail(r->ctx, NULL, reasons);

	if (detail)
		incident_event(r, in->incident_id,
			&(struct incident_event){ .kind = EVENT_NOTE,
				.audience = FOR_MANAGER,
				.detail = detail,
				.request_id = request_id });
}

static int64_t store(struct req *r, const struct q_incident_by_ref *in, const struct ask *ask,
	const char *ref, const uint8_t submission[16])
{
	struct q_organisation_by_code asked;
	int64_t request_id;

	if (!Q_ONE(r->db, organisation_by_code, &asked, .code = ask->organisation) ||
		Q_RUN(r->db, investigation_add, .ref = ref,
			.submission = (struct bytes){ submission, 16 },
			.incident_id = in->incident_id, .organisation_id = asked.organisation_id,
			.person_id = r->person->person_id, .now = r->now, .due_on = ask->due_on,
			.subject = ask->subject, .brief = ask->brief, .questions = ask->questions,
			.shown = ask->shown) != DB_DONE)
		return 0;
	request_id = db_last_id(r->db);
	incident_event(r, in->incident_id,
		&(struct incident_event){ .kind = EVENT_QUESTION,
			.audience = FOR_MANAGER | FOR_PROVIDER,
			.text = ask->questions,
			.detail = audit_fact(NULL, "asked", asked.name),
			.request_id = request_id });
	keep_reasons(r, in, request_id, ask->reasons);
	audit(r, AUDIT_ADD, "investigation", ref,
		audit_fact(audit_fact(audit_fact(NULL, "incident", in->ref), "asked",
				   ask->organisation),
			"shown", ask->shown));
	investigation_mail_members(r->db, r->ctx, r->conf, r->settings, r->now,
		&(struct investigation_mail){ .organisation_id = asked.organisation_id,
			.ref = ref,
			.subject = "A request waits for your organisation",
			.sentence = text_format(r->ctx,
				"A request waits for %s: to look into something that happened, "
				"and to answer by %s.",
				asked.name, date_text(r->ctx, ask->due_on)) });
	return request_id;
}

/* POST /incidents/:ref/ask */
int investigation_ask_save(struct req *r)
{
	const char *hex = params_get(&r->body, "submission");
	struct q_investigation_by_submission sent;
	struct q_incident_by_ref in;
	char ref[REF_LENGTH + 1];
	struct ask ask = { 0 };
	uint8_t submission[16];
	int refused = incident_managed(r, &in);
	bool known = read_submission(hex, submission), warned;
	json_t *reasons = identity_reasons_new(r->ctx, NULL);
	struct form *f;

	if (refused)
		return refused;
	if (known && Q_ONE(r->db, investigation_by_submission, &sent,
			     .submission = (struct bytes){ submission, 16 },
			     .incident_id = in.incident_id))
		return redirect(r, "/incidents/%s/requests/%s", in.ref, sent.ref);
	refused = find(r, &in);
	if (refused)
		return refused;
	f = form_for(r, &in);
	if (!known)
		read_submission(hex = fresh_submission(r), submission);
	form_fill(f, &r->body, &ask);
	check_told(r, &in, f);
	warned = identity_warns(r, f, 0, f->n, reasons);
	ask.reasons = reasons;
	if (!warned && f->n_errors == 0 && !investigation_wait(r, &in, NULL))
		form_fail(f, NULL, "Somebody else moved this incident meanwhile. Look at it first");
	if (warned || f->n_errors > 0)
		return show(r, &in, f, hex, 422);
	ref_make(ref);
	if (!store(r, &in, &ask, ref, submission))
		return page_error(r, 503); /* rolled back */
	flash(r, "The request was sent.");
	return redirect(r, "/incidents/%s/requests/%s", in.ref, ref);
}
