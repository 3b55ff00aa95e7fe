/* call_edit.c: a new call, and its words: what it is for, whom it asks, until when, what it is
 * judged by. Its questions: call_door.c. */
#include <stddef.h>
#include <string.h>
#include "audit.h"
#include "choices.h"
#include "markdown.h"
#include "pages.h"
#include "submission.h"

struct typed {
	const char *title, *kind, *about, *asks, *several, *closes_on, *criteria;
};

static const struct choice severals[] = {
	{ "one", "One", NULL, false },
	{ "several", "As many as they like", NULL, false },
};

enum { TITLE, KIND, ABOUT, ASKS, SEVERAL, CLOSES_ON, CRITERIA, N_FIELDS };
/* Choices of criteria are put in by form_for(). */
static const struct field all_fields[N_FIELDS] = {
	[TITLE] = { .type = FIELD_SHORT,
		.name = "title",
		.label = "Title",
		.hint = "Like “Quality contract 2027/28: your practice’s plan”",
		.required = true,
		.max_length = 200,
		.missing = "Give the call a title",
		.into = offsetof(struct typed, title) },
	[KIND] = { .type = FIELD_RADIOS,
		.name = "kind",
		.label = "What do you ask for?",
		.required = true,
		.choices = call_kinds,
		.n_choices = CALL_KINDS,
		.missing = "Select plans or bids",
		.into = offsetof(struct typed, kind) },
	[ABOUT] = { .type = FIELD_LONG,
		.name = "about",
		.label = "What is it for, and what becomes of it?",
		.hint = "Who answers reads this first. Markdown: an empty line begins a paragraph, "
			"a hyphen a point of a list, ## a heading",
		.max_length = 5000,
		.into = offsetof(struct typed, about) },
	[ASKS] = { .type = FIELD_CHECKBOXES,
		.name = "asks",
		.label = "Who may answer?",
		.required = true,
		.choices = call_asks,
		.n_choices = CALL_ASKS,
		.missing = "Select who may answer" },
	[SEVERAL] = { .type = FIELD_RADIOS,
		.name = "several",
		.label = "How many may an organisation send?",
		.required = true,
		.choices = severals,
		.n_choices = COUNT(severals),
		.missing = "Select how many an organisation may send",
		.into = offsetof(struct typed, several) },
	[CLOSES_ON] = { .type = FIELD_DATE,
		.name = "closes_on",
		.label = "Last day to send",
		.hint = "It closes when that day ends. Leave it empty to close it by hand",
		.into = offsetof(struct typed, closes_on) },
	[CRITERIA] = { .type = FIELD_SELECT,
		.name = "criteria",
		.label = "What are they judged by?",
		.hint = "A template of criteria for submissions, published under Criteria. It can "
			"be chosen later",
		.into = offsetof(struct typed, criteria) },
};

/* ---- The form -------------------------------------------------------------------------------- */

static bool is_draft(const struct q_call_by_ref *k)
{
	return !k || strcmp(k->state, "draft") == 0;
}

/* Once it is open, kind, who may answer and how many stay. */
static struct form *form_for(struct req *r, const struct q_call_by_ref *k)
{
	struct field *fields = NEW_ARRAY(r->ctx, struct field, N_FIELDS);
	struct choices criteria = { 0 };
	size_t n = 0;

	CHOICES_READ(r, &criteria, call_criteria,
		text_format(r->ctx, "%lld", (long long)row.criteria_id), row.name, 0,
		.chosen = k ? k->criteria_id : 0);
	for (size_t i = 0; i < N_FIELDS; i++) {
		if (!is_draft(k) && (i == KIND || i == ASKS || i == SEVERAL))
			continue;
		if (i == CRITERIA && criteria.n == 0)
			continue;
		fields[n] = all_fields[i];
		if (i == CRITERIA)
			field_offer(&fields[n], &criteria);
		n++;
	}
	return form_new(r->ctx, fields, n);
}

static void put(struct req *r, struct form *f, const struct q_call_by_ref *k)
{
	size_t n = 0;

	form_put(f, "title", 0, k->title);
	form_put(f, "kind", 0, k->kind);
	form_put(f, "about", 0, k->about);
	for (size_t i = 0; is_draft(k) && i < CALL_ASKS; i++)
		if (strstr(k->asks, call_asks[i].code))
			form_put(f, "asks", n++, call_asks[i].code);
	form_put(f, "several", 0, severals[k->several != 0].code);
	form_put_date(f, "closes_on", k->closes_on);
	form_put(f, "criteria", 0,
		k->criteria_id ? text_format(r->ctx, "%lld", (long long)k->criteria_id) : NULL);
}

/* The column `asks`, in the order of its words. */
static const char *ticked(struct req *r, const struct form *f)
{
	struct buf out = { .ctx = r->ctx };
	size_t i;

	if (!form_field_index(f, "asks", &i))
		return NULL;
	for (size_t c = 0; c < CALL_ASKS; c++)
		for (size_t p = 0; p < f->values[i].n_parts; p++)
			if (f->values[i].parts[p] &&
				strcmp(f->values[i].parts[p], call_asks[c].code) == 0) {
				buf_addf(&out, "%s%s", out.len ? "," : "", call_asks[c].code);
				break;
			}
	return buf_text(&out);
}

static void check_more(struct form *f, const struct typed *in)
{
	const char *sentence;

	if (in->about && !markdown_fits(in->about, &sentence))
		form_fail(f, "about", sentence);
}

static int show(struct req *r, const struct form *f, const struct q_call_by_ref *k, int status)
{
	const char *title = k ? "Change the call" : "New call for plans or bids";

	tpl_set(r->page, M_CSRF, r->csrf);
	tpl_set(r->page, M_HEADING, title);
	if (k) {
		tpl_show(r->page, M_EXISTING);
		tpl_set(r->page, M_REF, k->ref);
		tpl_set(r->page, M_CALL_TITLE, k->title);
		tpl_show_if(r->page, M_IS_OPEN, !is_draft(k));
	} else {
		tpl_show(r->page, M_FRESH);
	}
	form_show(f, 0, f->n, r->page, false);
	return page_show(r, status, T_call_edit, title);
}

static int64_t number(const char *text)
{
	int64_t n;

	return text && check_number(text, &n) ? n : 0;
}

/* ---- New ------------------------------------------------------------------------------------- */

/* GET /calls/new */
int call_new(struct req *r)
{
	struct form *f = form_for(r, NULL);

	tpl_set(r->page, M_SUBMISSION, submission_token(r));
	form_put(f, "several", 0, "one");
	return show(r, f, NULL, 200);
}

/* POST /calls/new */
int call_new_save(struct req *r)
{
	const char *hex = params_get(&r->body, "submission");
	struct q_call_by_submission sent;
	struct form *f = form_for(r, NULL);
	struct typed in = { 0 };
	char ref[REF_LENGTH + 1];
	uint8_t submission[16];

	if (!submission_token_read(hex, submission))
		submission_token_read(hex = submission_token(r), submission);
	else if (Q_ONE(r->db, call_by_submission, &sent,
			 .submission = (struct bytes){ submission, 16 }))
		return redirect(r, "/calls/%s", sent.ref);
	if (form_fill(f, &r->body, &in))
		check_more(f, &in);
	if (f->n_errors == 0 && !f->restored) {
		ref_make(ref);
		if (Q_RUN(r->db, call_add, .ref = ref,
			    .submission = (struct bytes){ submission, 16 }, .kind = in.kind,
			    .title = in.title, .about = in.about ? in.about : "",
			    .asks = ticked(r, f), .several = strcmp(in.several, "several") == 0,
			    .criteria_id = number(in.criteria),
			    .closes_on = in.closes_on) == DB_DONE) {
			audit(r, AUDIT_ADD, "call", ref, audit_fact(NULL, "title", in.title));
			flash(r, "The call is there, as a draft. Now write its questions.");
			return redirect(r, "/calls/%s/questions", ref);
		}
		form_fail(f, NULL, "It was being added at this moment. Look at the list of calls");
	}
	tpl_set(r->page, M_SUBMISSION, hex);
	return show(r, f, NULL, 422);
}

/* ---- Edit ------------------------------------------------------------------------------------ */

static void carry(struct req *r, const struct q_call_by_ref *k, const char *seen)
{
	tpl_int(r->page, M_ROW_VERSION, k->row_version);
	tpl_set(r->page, M_SEEN, seen ? seen : "");
}

static struct form *stored_form(
	struct req *r, const struct form *like, const struct q_call_by_ref *k)
{
	struct form *f = form_new(r->ctx, like->fields, like->n);

	put(r, f, k);
	return f;
}

/* GET /calls/:ref/edit */
int call_edit(struct req *r)
{
	struct q_call_by_ref k;
	int refused = call_found(r, &k);
	struct form *f;

	if (refused)
		return refused;
	f = stored_form(r, form_for(r, &k), &k);
	carry(r, &k, form_seen(f));
	return show(r, f, &k, 200);
}

static bool conflicts(
	struct req *r, const struct q_call_by_ref *k, struct form *f, const char **seen)
{
	const char *version = params_get(&r->body, "row_version");
	struct form *now = stored_form(r, f, k);

	if ((version && number(version) == k->row_version) || !form_conflict(f, now, *seen))
		return false;
	*seen = form_seen(now);
	form_fail(f, NULL,
		"Somebody else changed this call while you were typing. Nothing of yours is saved "
		"yet. Look at what they changed, then save again");
	return true;
}

static json_t *changes(struct req *r, const struct q_call_by_ref *k, const struct typed *in,
	const char *asks, int64_t several)
{
	json_t *detail = audit_changed(NULL, "title", k->title, in->title);

	detail = audit_changed(detail, "kind", k->kind, in->kind);
	detail = audit_changed(detail, "asks", k->asks, asks);
	detail =
		audit_changed(detail, "several", k->several ? "yes" : "no", several ? "yes" : "no");
	detail = audit_changed(detail, "closes_on", k->closes_on, in->closes_on);
	detail = audit_changed(detail, "criteria",
		k->criteria_id ? text_format(r->ctx, "%lld", (long long)k->criteria_id) : NULL,
		in->criteria);
	if (strcmp(k->about, in->about ? in->about : "") != 0)
		detail = audit_fact(detail, "about", "changed");
	return detail;
}

/* POST /calls/:ref/edit */
int call_edit_save(struct req *r)
{
	const char *seen = params_get(&r->body, "seen"), *asks;
	struct typed in = { 0 };
	struct q_call_by_ref k;
	int refused = call_found(r, &k);
	int64_t several, n = 0;
	json_t *detail;
	struct form *f;

	if (refused)
		return refused;
	f = form_for(r, &k);
	if (form_fill(f, &r->body, &in))
		check_more(f, &in);
	if (f->n_errors > 0 || f->restored || conflicts(r, &k, f, &seen)) {
		carry(r, &k, seen);
		return show(r, f, &k, 422);
	}
	asks = is_draft(&k) ? ticked(r, f) : k.asks;
	several = is_draft(&k) ? strcmp(in.several, "several") == 0 : k.several;
	in.kind = is_draft(&k) ? in.kind : k.kind;
	detail = changes(r, &k, &in, asks, several);
	if (!detail) {
		flash_notice(r, "There was nothing to change.");
		return redirect(r, "/calls/%s", k.ref);
	}
	Q_RUN_COUNT(r->db, call_update, &n, .kind = in.kind, .title = in.title,
		.about = in.about ? in.about : "", .asks = asks, .several = several,
		.criteria_id = number(in.criteria), .closes_on = in.closes_on, .call_id = k.call_id,
		.row_version = k.row_version);
	if (n == 0) {
		form_fail(f, NULL, "Somebody changed it at the same moment. Save again");
		carry(r, &k, seen);
		return show(r, f, &k, 422);
	}
	audit(r, AUDIT_CHANGE, "call", k.ref, detail);
	flash(r, "The call was changed.");
	return redirect(r, "/calls/%s", k.ref);
}
