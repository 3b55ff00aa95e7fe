/* anonymous_progress.c: what came of a report without a name, for whoever has its code; and what
 * they answer or add. The code is typed into a form and stands in no address. */
#include <sodium.h>
#include <string.h>
#include "anonymous.h"
#include "identity_form.h"
#include "incident_state.h"
#include "pages.h"
#include "report.h"
#include "setting.h"

enum { SAYING_KEPT_SECONDS = 7 * 24 * 60 * 60 };

static const struct field code_field = { .type = FIELD_SHORT,
	.name = "progress_code",
	.label = "Your code",
	.hint = "16 letters and numbers, as you were shown when you sent your report. Spaces and "
		"capitals do not matter",
	.required = true,
	.max_length = 40,
	.missing = "Enter your code" };

static const struct field text_fields[] = {
	{ .type = FIELD_LONG,
		.name = "text",
		.label = "Your answer",
		.required = true,
		.max_length = 5000,
		.missing = "Write your answer",
		.hint = "Name nobody, yourself included" },
	{ .type = FIELD_LONG,
		.name = "text",
		.label = "Add something to the report",
		.summary = "What you add",
		.required = true,
		.max_length = 5000,
		.missing = "Write what you would like to add",
		.hint = "What you have learned since, or what was not right. Name nobody, yourself "
			"included" },
};

/* Somebody who knows a code: which, and the form that they may send. */
struct reader {
	uint8_t hash[HASH_BYTES], submission[16];
	int64_t begun;
	json_t *told;
};

static const char *told_text(const struct reader *by, const char *name)
{
	const char *text = json_string_value(json_object_get(by->told, name));

	return text ? text : "";
}

static int64_t told_number(const struct reader *by, const char *name)
{
	return json_integer_value(json_object_get(by->told, name));
}

static int let_go(struct reader *by)
{
	json_decref(by->told);
	return 0;
}

/* NULL: no report has this code. What is no code at all is looked for like one that is. */
static struct reader *find(struct req *r, const uint8_t hash[HASH_BYTES])
{
	struct reader *by = NEW(r->ctx, struct reader);
	struct q_anonymous_told row;

	if (!Q_ONE(r->db, anonymous_told, &row, .code_hash = { hash, HASH_BYTES }) || !row.told)
		return NULL;
	memcpy(by->hash, hash, HASH_BYTES);
	by->told = json_loads(row.told, 0, NULL);
	if (!by->told) /* longer than MariaDB puts into one list: group_concat_max_len */
		return NULL;
	talloc_set_destructor(by, let_go);
	randombytes_buf(by->submission, sizeof by->submission);
	by->begun = r->now;
	return by;
}

/* ---- The state of the form ------------------------------------------------------------------- */

static const char *seal_reader(struct req *r, const struct reader *by)
{
	uint8_t bytes[HASH_BYTES + 16 + sizeof by->begun];

	memcpy(bytes, by->hash, HASH_BYTES);
	memcpy(bytes + HASH_BYTES, by->submission, 16);
	memcpy(bytes + HASH_BYTES + 16, &by->begun, sizeof by->begun);
	return seal(r->ctx, r->conf, "report-progress", bytes, sizeof bytes);
}

static struct reader *open_reader(struct req *r, const char *sealed)
{
	struct reader *by;
	struct bytes bytes;

	if (!seal_open(r->ctx, r->conf, "report-progress", sealed, &bytes) ||
		bytes.len != HASH_BYTES + 16 + sizeof by->begun)
		return NULL;
	by = find(r, bytes.data);
	if (!by)
		return NULL;
	memcpy(by->submission, bytes.data + HASH_BYTES, 16);
	memcpy(&by->begun, bytes.data + HASH_BYTES + 16, sizeof by->begun);
	return by;
}

/* ---- Pages ----------------------------------------------------------------------------------- */

static int show_code(struct req *r, const struct form *f, int status)
{
	form_show(f, 0, 1, r->page, false);
	return page_show(r, status, T_anonymous_progress, "See what came of your report");
}

static const char *event_words(const char *kind)
{
	switch (incident_event_kind_of(kind)) {
	case EVENT_MOVED:
		return "You sent your report, or it moved on";
	case EVENT_QUESTION:
		return "We asked you";
	case EVENT_ANSWER:
		return "You answered";
	case EVENT_ADDED:
		return "You added";
	default:
		return "We told you";
	}
}

/* Gives the last question. */
static const char *show_events(struct req *r, const struct reader *by)
{
	const json_t *event;
	const char *question = "";
	bool first = true;
	size_t i;

	json_array_foreach(json_object_get(by->told, "events"), i, event)
	{
		const char *kind = json_string_value(json_object_get(event, "kind"));
		const char *text = json_string_value(json_object_get(event, "text"));
		struct tpl *line = tpl_add(r->page, M_EVENT);

		if (strcmp(kind, "question") == 0)
			question = text;
		tpl_set(line, M_LABEL,
			first && strcmp(kind, "moved") == 0 ? "You sent your report"
							    : event_words(kind));
		tpl_set(line, M_AT,
			day_text(r->ctx, json_integer_value(json_object_get(event, "at"))));
		tpl_optional(line, M_HAS_TEXT, M_TEXT, text);
		first = false;
	}
	return question;
}

static bool is_asked(const struct reader *by)
{
	return incident_state_of(told_text(by, "state")) == INCIDENT_INFORMATION &&
	       told_number(by, "waiting") == 0;
}

static int show_report(
	struct req *r, const struct reader *by, const struct form *f, bool thanks, int status)
{
	enum incident_state state = incident_state_of(told_text(by, "state"));
	bool fresh = state == INCIDENT_SUBMITTED && told_number(by, "due") > r->now;
	const char *question = show_events(r, by);

	ASSERT(state < INCIDENT_STATES);
	tpl_set(r->page, M_REF, told_text(by, "ref"));
	tpl_set(r->page, M_PRACTICE, told_text(by, "practice"));
	tpl_set(r->page, M_SENT, day_text(r->ctx, told_number(by, "sent")));
	tpl_set(r->page, M_STANDS, report_stands[state]);
	tpl_optional(r->page, M_HAS_DUE, M_DUE,
		fresh ? day_text(r->ctx, told_number(by, "due") - 1) : NULL);
	tpl_optional(r->page, M_WAITS, M_QUESTION, is_asked(by) ? question : NULL);
	tpl_show_if(r->page, M_ON_ITS_WAY, told_number(by, "waiting") > 0);
	tpl_show_if(r->page, M_THANKS, thanks);
	tpl_set(r->page, M_STATE, seal_reader(r, by));
	tpl_set(r->page, M_BUTTON, is_asked(by) ? "Send answer" : "Add to report");
	form_show(f, 0, 1, r->page, false);
	return page_show(r, status, T_anonymous_report, "Your report");
}

static struct form *saying_form(struct req *r, const struct reader *by)
{
	return form_new(r->ctx, &text_fields[is_asked(by) ? 0 : 1], 1);
}

/* ---- What they say --------------------------------------------------------------------------- */

/* The rows of what somebody says wait for the program: incident_said_take(). */
static void say(struct req *r, const struct reader *by, const char *text, json_t *detail)
{
	Q_RUN(r->db, anonymous_said, .submission = { by->submission, 16 },
		.code_hash = { by->hash, HASH_BYTES }, .kind = is_asked(by) ? "answer" : "added",
		.text = text, .detail = detail ? report_json_text(r->ctx, detail) : "{}",
		.today = anonymous_day(r->now));
}

static int save_saying(struct req *r, const struct reader *by)
{
	struct form *f = saying_form(r, by);
	json_t *reasons = identity_reasons_new(r->ctx, NULL);
	const char *text = NULL;
	bool fine = form_fill(f, &r->body, &text);
	struct reader *now;

	if (fine && by->begun + SAYING_KEPT_SECONDS < r->now) {
		form_fail(f, NULL,
			"This page was open for more than a week. Look again, and send "
			"it once more");
		fine = false;
	}
	if (identity_warns(r, f, 0, 1, reasons) || !fine) {
		struct reader *next = find(r, by->hash); /* a form that is too old has a new one */

		if (next && by->begun + SAYING_KEPT_SECONDS >= r->now)
			memcpy(next->submission, by->submission, 16);
		return show_report(r, next ? next : by, f, false, 422);
	}
	say(r, by, text, identity_detail(r->ctx, NULL, reasons));
	now = find(r, by->hash);
	if (!now)
		return 503;
	return show_report(r, now, saying_form(r, now), true, 200);
}

/* ---- Requests -------------------------------------------------------------------------------- */

/* GET /r/progress */
int anonymous_progress(struct req *r)
{
	header_add(r, "X-Robots-Tag", "noindex, nofollow");
	return show_code(r, form_new(r->ctx, &code_field, 1), 200);
}

/* POST /r/progress: with the code, or with what they say. A wrong code, and one of a report that is
 * gone, have the same answer. */
int anonymous_progress_save(struct req *r)
{
	const char *sealed = params_get(&r->body, "state"), *code = NULL;
	struct form *f = form_new(r->ctx, &code_field, 1);
	struct reader *by;
	uint8_t hash[HASH_BYTES];

	header_add(r, "X-Robots-Tag", "noindex, nofollow");
	by = sealed ? open_reader(r, sealed) : NULL;
	if (by)
		return save_saying(r, by);
	if (sealed || !form_fill(f, &r->body, &code))
		return show_code(r, f, 422);
	anonymous_code_hash(code, hash);
	by = find(r, hash);
	if (by)
		return show_report(r, by, saying_form(r, by), false, 200);
	form_fail(f, "progress_code",
		"No report has this code. Check each letter; there is no O, I, L, 0 or 1 in it");
	return show_code(r, f, 422);
}
