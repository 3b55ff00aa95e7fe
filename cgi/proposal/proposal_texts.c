/* proposal_texts.c: the same in easy words, and in other languages: one text each, added, changed,
 * removed. After it is published each of these says in public what was changed. */
#include <string.h>
#include "incident_work.h"
#include "pages.h"
#include "proposal_author.h"
#include "proposal_texts.h"
#include "proposal_work.h"

const struct choice proposal_languages[PROPOSAL_LANGUAGES] = {
	{ "easy-read", "Easy read", NULL, false },
	{ "sq", "Shqip (Albanian)", NULL, false },
	{ "ar", "العربية (Arabic)", NULL, false },
	{ "bn", "বাংলা (Bengali)", NULL, false },
	{ "bg", "Български (Bulgarian)", NULL, false },
	{ "zh-Hans", "简体中文 (Chinese, simplified)", NULL, false },
	{ "zh-Hant", "繁體中文 (Chinese, traditional)", NULL, false },
	{ "fr", "Français (French)", NULL, false },
	{ "gu", "ગુજરાતી (Gujarati)", NULL, false },
	{ "hu", "Magyar (Hungarian)", NULL, false },
	{ "it", "Italiano (Italian)", NULL, false },
	{ "ckb", "کوردیی ناوەندی (Kurdish, Sorani)", NULL, false },
	{ "lt", "Lietuvių (Lithuanian)", NULL, false },
	{ "ps", "پښتو (Pashto)", NULL, false },
	{ "fa", "فارسی (Persian)", NULL, false },
	{ "pl", "Polski (Polish)", NULL, false },
	{ "pt", "Português (Portuguese)", NULL, false },
	{ "pa", "ਪੰਜਾਬੀ (Punjabi)", NULL, false },
	{ "ro", "Română (Romanian)", NULL, false },
	{ "ru", "Русский (Russian)", NULL, false },
	{ "sk", "Slovenčina (Slovak)", NULL, false },
	{ "so", "Soomaali (Somali)", NULL, false },
	{ "es", "Español (Spanish)", NULL, false },
	{ "ta", "தமிழ் (Tamil)", NULL, false },
	{ "ti", "ትግርኛ (Tigrinya)", NULL, false },
	{ "tr", "Türkçe (Turkish)", NULL, false },
	{ "uk", "Українська (Ukrainian)", NULL, false },
	{ "ur", "اردو (Urdu)", NULL, false },
	{ "vi", "Tiếng Việt (Vietnamese)", NULL, false },
	{ "cy", "Cymraeg (Welsh)", NULL, false },
};

enum { CODE, N_FIELDS = 3 };
static const struct field fields[N_FIELDS] = {
	[CODE] = { .type = FIELD_SELECT,
		.name = "code",
		.label = "Easy read, or which language?",
		.required = true,
		.choices = proposal_languages,
		.n_choices = PROPOSAL_LANGUAGES,
		.missing = "Select easy read or a language" },
	{ .type = FIELD_SHORT,
		.name = "title",
		.label = "Title",
		.hint = "In that language",
		.required = true,
		.max_length = 200,
		.autocomplete = "off",
		.missing = "Enter its title" },
	{ .type = FIELD_LONG,
		.name = "body",
		.label = "Text",
		.hint = "An empty line begins a paragraph, a hyphen a point of a list, ## a "
			"heading",
		.required = true,
		.max_length = 20000,
		.missing = "Enter the text" },
};

static int back(struct req *r, const struct q_proposal_by_ref *p)
{
	return redirect(r, "/proposals/%s#texts", p->ref);
}

static const char *label(const char *code)
{
	return choice_label(proposal_languages, PROPOSAL_LANGUAGES, code);
}

/* ---- Adding ---------------------------------------------------------------------------------- */

static int show_new(
	struct req *r, const struct q_proposal_by_ref *p, const struct form *f, int status)
{
	return author_show(r, p, f,
		&(struct author_page){
			.heading = "Add easy read or a translation", .button = "Add it" },
		status);
}

/* GET /proposals/:ref/texts/new */
int proposal_text_new(struct req *r)
{
	struct q_proposal_by_ref p;
	int refused = proposal_writable(r, &p);

	return refused ? refused : show_new(r, &p, author_form(r, &p, fields, N_FIELDS), 200);
}

/* POST /proposals/:ref/texts/new: there is one of a language, so a double tap adds one. */
int proposal_text_new_save(struct req *r)
{
	struct q_proposal_by_ref p;
	int refused = proposal_writable(r, &p);
	const char *code;
	struct form *f;

	if (refused)
		return refused;
	f = author_form(r, &p, fields, N_FIELDS);
	if (form_fill(f, &r->body, NULL))
		proposal_check_markdown(f, "body");
	if (f->n_errors > 0 || f->restored)
		return show_new(r, &p, f, 422);
	if (!proposal_touch(r, &p))
		return proposal_overtaken(r, &p);
	code = proposal_typed_or(f, "code");
	if (Q_RUN(r->db, proposal_text_add, .proposal_id = p.proposal_id, .code = code,
		    .title = proposal_typed_or(f, "title"),
		    .body = proposal_typed_or(f, "body")) != DB_DONE) {
		form_fail(f, "code", "It is there already. Change that one");
		return show_new(r, &p, f, 422);
	}
	proposal_done(r, &p, f, AUDIT_CHANGE, audit_fact(NULL, "text added", label(code)));
	flash(r, text_format(r->ctx, "%s was added.", label(code)));
	return back(r, &p);
}

/* ---- Changing -------------------------------------------------------------------------------- */

/* 0, or what the page returns. */
static int find(struct req *r, struct q_proposal_by_ref *p, struct q_proposal_text_by_code *text)
{
	int refused = proposal_found(r, p);

	if (refused)
		return refused;
	if (!Q_ONE(r->db, proposal_text_by_code, text, .proposal_id = p->proposal_id,
		    .code = r->args[1]))
		return not_found(r);
	return proposal_writable(r, p);
}

static struct form *stored_form(
	struct req *r, const struct form *like, const struct q_proposal_text_by_code *text)
{
	struct form *f = form_new(r->ctx, like->fields, like->n);

	form_put(f, "title", 0, text->title);
	form_put(f, "body", 0, text->body);
	return f;
}

static int show_edit(struct req *r, const struct q_proposal_by_ref *p,
	const struct q_proposal_text_by_code *text, const struct form *f, int status)
{
	return author_show(r, p, f,
		&(struct author_page){
			.heading = text_format(r->ctx, "Change %s", label(text->code)),
			.button = "Save",
			.existing = true,
			.row_version = text->row_version },
		status);
}

/* GET /proposals/:ref/texts/:code */
int proposal_text_edit(struct req *r)
{
	struct q_proposal_text_by_code text;
	struct q_proposal_by_ref p;
	int refused = find(r, &p, &text);
	struct form *f;

	if (refused)
		return refused;
	f = stored_form(r, author_form(r, &p, fields + 1, N_FIELDS - 1), &text);
	work_carry(r, text.row_version, form_seen(f));
	return show_edit(r, &p, &text, f, 200);
}

/* POST /proposals/:ref/texts/:code */
int proposal_text_edit_save(struct req *r)
{
	struct q_proposal_text_by_code text;
	struct q_proposal_by_ref p;
	int refused = find(r, &p, &text);
	int64_t n = 0;
	struct form *f;

	if (refused)
		return refused;
	f = author_form(r, &p, fields + 1, N_FIELDS - 1);
	if (form_fill(f, &r->body, NULL))
		proposal_check_markdown(f, "body");
	if (work_conflict(r, f, stored_form(r, f, &text), text.row_version) || f->n_errors > 0)
		return show_edit(r, &p, &text, f, 422);
	if (!proposal_touch(r, &p))
		return proposal_overtaken(r, &p);
	Q_RUN_COUNT(r->db, proposal_text_update, &n, .text_id = text.text_id,
		.row_version = text.row_version, .title = proposal_typed_or(f, "title"),
		.body = proposal_typed_or(f, "body"));
	if (n == 0) {
		work_overtaken(r, f);
		return show_edit(r, &p, &text, f, 422);
	}
	proposal_done(r, &p, f, AUDIT_CHANGE, audit_fact(NULL, "text changed", label(text.code)));
	flash(r, text_format(r->ctx, "%s was changed.", label(text.code)));
	return back(r, &p);
}

/* ---- Removing -------------------------------------------------------------------------------- */

static int show_remove(struct req *r, const struct q_proposal_by_ref *p,
	const struct q_proposal_text_by_code *text, const struct form *f, int status)
{
	work_carry(r, text->row_version, NULL);
	return author_show(r, p, f,
		&(struct author_page){
			.heading = text_format(r->ctx, "Remove %s?", label(text->code)),
			.button = "Remove it",
			.existing = true,
			.row_version = text->row_version,
			.warning = true },
		status);
}

/* GET /proposals/:ref/texts/:code/remove */
int proposal_text_remove(struct req *r)
{
	struct q_proposal_text_by_code text;
	struct q_proposal_by_ref p;
	int refused = find(r, &p, &text);

	return refused ? refused : show_remove(r, &p, &text, author_form(r, &p, fields, 0), 200);
}

/* POST /proposals/:ref/texts/:code/remove */
int proposal_text_remove_save(struct req *r)
{
	struct q_proposal_text_by_code text;
	struct q_proposal_by_ref p;
	int refused = find(r, &p, &text);
	struct form *f;

	if (refused)
		return refused;
	f = author_form(r, &p, fields, 0);
	if (form_fill(f, &r->body, NULL) && !proposal_version_is(r, text.row_version))
		form_fail(f, NULL,
			"Somebody changed this text since you saw it. Look at it again first");
	if (f->n_errors > 0 || f->restored)
		return show_remove(r, &p, &text, f, 422);
	if (!proposal_touch(r, &p))
		return proposal_overtaken(r, &p);
	Q_RUN(r->db, proposal_text_remove, .text_id = text.text_id);
	proposal_done(r, &p, f, AUDIT_CHANGE, audit_fact(NULL, "text removed", label(text.code)));
	flash(r, text_format(r->ctx, "%s was removed.", label(text.code)));
	return back(r, &p);
}
