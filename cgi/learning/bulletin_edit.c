/* bulletin_edit.c: writing a learning bulletin: a new one (from an incident, from nothing, or to
 * correct one that was published), and changing a draft. */
#include <stddef.h>
#include <string.h>
#include "audit.h"
#include "bulletin.h"
#include "incident.h"
#include "markdown.h"
#include "pages.h"
#include "search.h"

struct typed {
	const char *title, *summary, *body, *audience;
};

static const struct choice audiences[] = {
	{ "practices", "Practices, and everybody else who signs in here", NULL, false },
	{ "public", "Everybody: it is also published on the public site", NULL, false },
};

enum { TITLE, LEAD, BODY, THEMES, AUDIENCE, N_FIELDS };
static const struct field all_fields[N_FIELDS] = {
	[TITLE] = { .type = FIELD_SHORT,
		.name = "title",
		.label = "Title",
		.hint = "What it is about, in a few words. Everybody sees it",
		.required = true,
		.max_length = 150,
		.autocomplete = "off",
		.missing = "Enter a title",
		.into = offsetof(struct typed, title) },
	[LEAD] = { .type = FIELD_LONG,
		.name = "summary",
		.label = "Summary",
		.hint = "One or two sentences: who reads no more should know the most important "
			"thing",
		.required = true,
		.max_length = 400,
		.missing = "Enter a summary",
		.into = offsetof(struct typed, summary) },
	[BODY] = { .type = FIELD_LONG,
		.name = "body",
		.label = "Text",
		.hint = "Begin a heading with #, a line of a list with -, and leave an empty line "
			"between "
			"paragraphs. Nobody must be recognised: no names, no dates, no ages, "
			"nothing "
			"rare",
		.required = true,
		.max_length = 20000,
		.missing = "Enter what happened, what we learnt and what to do",
		.into = offsetof(struct typed, body) },
	[THEMES] = { .type = FIELD_CHECKBOXES,
		.name = "themes",
		.label = "Themes",
		.into = SIZE_MAX },
	[AUDIENCE] = { .type = FIELD_RADIOS,
		.name = "audience",
		.label = "Who is it for?",
		.required = true,
		.choices = audiences,
		.n_choices = COUNT(audiences),
		.missing = "Select who it is for",
		.into = offsetof(struct typed, audience) },
};

static const char skeleton[] = "# What happened\n\n\n\n# What we learnt\n\n\n\n# What to do\n\n";

/* Where a new one comes from. */
struct source {
	int64_t bulletin_id, incident_id;
	const char *slug, *title; /* of the one that is changed */
};

/* ---- The form ---------------------------------------------------------------------------------
 */

/* Its themes, ticked where the bulletin has them. */
static struct form *form_for(struct req *r, const struct form *like, int64_t bulletin_id)
{
	struct field *fields = NEW_ARRAY(r->ctx, struct field, N_FIELDS);
	struct db_rows *rows = Q_ROWS(r->db, bulletin_theme_choices, .bulletin_id = bulletin_id);
	struct choice *themes = NEW_ARRAY(r->ctx, struct choice, db_rows_count(rows) + 1);
	const char **chosen = NEW_ARRAY(r->ctx, const char *, db_rows_count(rows) + 1);
	struct q_bulletin_theme_choices row;
	struct form *f;
	size_t n = 0, n_chosen = 0;

	for (; Q_NEXT(rows, bulletin_theme_choices, &row); n++) {
		themes[n].code = text_format(r->ctx, "%lld", (long long)row.theme_id);
		themes[n].label = text_copy(r->ctx, row.name);
		if (row.chosen)
			chosen[n_chosen++] = themes[n].code;
	}
	memcpy(fields, all_fields, sizeof all_fields);
	fields[THEMES].choices = themes;
	fields[THEMES].n_choices = n;
	f = form_new(r->ctx, like ? like->fields : fields, N_FIELDS);
	for (size_t i = 0; i < n_chosen; i++)
		form_put(f, "themes", i, chosen[i]);
	return f;
}

/* What is stored; `like`: a form with the same fields, or NULL. */
static struct form *stored_form(
	struct req *r, const struct form *like, const struct q_bulletin_by_ref *b)
{
	struct form *f = form_for(r, like, b->bulletin_id);

	form_put(f, "title", 0, b->title);
	form_put(f, "summary", 0, b->summary);
	form_put(f, "body", 0, b->body);
	form_put(f, "audience", 0, b->public ? "public" : "practices");
	return f;
}

/* Headings alone, as the form begins with them. */
static bool says_nothing(const char *body)
{
	for (size_t len; *body; body += len + (body[len] == '\n')) {
		len = strcspn(body, "\n");
		if (*body != '#' && strspn(body, " \t\r") < len)
			return false;
	}
	return true;
}

/* What the form engine does not know. */
static bool fill(struct req *r, struct form *f, struct typed *in)
{
	const char *why;

	form_take(f, 0, f->n, &r->body);
	form_check(f, 0, f->n);
	if (f->values[BODY].text && !markdown_fits(f->values[BODY].text, &why))
		form_fail(f, "body", why);
	else if (f->values[BODY].text && says_nothing(f->values[BODY].text))
		form_fail(f, "body", all_fields[BODY].missing);
	in->title = f->values[TITLE].text;
	in->summary = f->values[LEAD].text;
	in->body = f->values[BODY].text;
	in->audience = f->values[AUDIENCE].text;
	return f->n_errors == 0 && !f->restored;
}

static void show_preview(struct req *r, const struct form *f, const struct source *from)
{
	const struct field *field = &f->fields[THEMES];
	const struct field_value *ticked = &f->values[THEMES];
	const char **themes = NEW_ARRAY(r->ctx, const char *, field->n_choices + 1);
	struct bulletin_text text = { .title = f->values[TITLE].text,
		.summary = f->values[LEAD].text,
		.body = f->values[BODY].text,
		.themes = themes,
		.part = true };
	size_t n = 0;
	struct tpl *t = tpl_add(r->page, M_PREVIEW);

	for (size_t i = 0; i < field->n_choices; i++)
		for (size_t p = 0; p < ticked->n_parts; p++)
			if (ticked->parts[p] &&
				strcmp(ticked->parts[p], field->choices[i].code) == 0) {
				themes[n++] = field->choices[i].label;
				break;
			}
	if (!text.title)
		text.title = "";
	if (!text.summary)
		text.summary = "";
	if (!text.body)
		text.body = "";
	if (!bulletin_warn(r, &text, from->bulletin_id, from->incident_id, r->page))
		tpl_show(r->page, M_NO_WARNING);
	bulletin_show(r, &text, t);
}

static int show_form(struct req *r, const struct form *f, const struct source *from, int status)
{
	const char *heading = from->slug ? "Change the bulletin" : "Write a learning bulletin";
	struct tpl *t;

	tpl_set(r->page, M_CSRF, r->csrf);
	tpl_set(r->page, M_HEADING, heading);
	if (from->slug) {
		t = tpl_add(r->page, M_EXISTING);
		tpl_set(t, M_SLUG, from->slug);
		tpl_set(t, M_BULLETIN_TITLE, from->title);
	} else
		tpl_show(r->page, M_FRESH);
	form_show(f, 0, f->n, r->page, false);
	return page_show(r, status, T_bulletin_edit, heading);
}

static void store_themes(struct req *r, const struct form *f, int64_t bulletin_id)
{
	const struct field_value *ticked = &f->values[THEMES];
	int64_t theme_id;

	Q_RUN(r->db, bulletin_theme_remove, .bulletin_id = bulletin_id);
	for (size_t p = 0; p < ticked->n_parts; p++)
		if (ticked->parts[p] && check_number(ticked->parts[p], &theme_id))
			Q_RUN(r->db, bulletin_theme_add, .bulletin_id = bulletin_id,
				.theme_id = theme_id);
}

static void store_words(struct req *r, int64_t bulletin_id, const struct typed *in)
{
	search_store(
		r->db, r->ctx, "bulletin", bulletin_id, in->title, in->summary, in->body, NULL);
}

/* ---- New --------------------------------------------------------------------------------------
 */

/* ?incident=REF: the closed one that it is made from. */
static bool source_of(struct req *r, struct source *from, struct q_incident_by_ref *incident)
{
	const char *typed = params_get(&r->query, "incident");
	char ref[REF_LENGTH + 1];

	*from = (struct source){ 0 };
	if (!typed)
		return true;
	if (!ref_read(typed, ref) || !Q_ONE(r->db, incident_by_ref, incident, .ref = ref) ||
		!access_incident(r->person, incident->organisation_id, incident->reporter_id,
			strcmp(incident->state, "draft") == 0, incident->anonymous))
		return false;
	if (strcmp(incident->state, "closed") != 0)
		return false;
	from->incident_id = incident->incident_id;
	tpl_set(tpl_add(r->page, M_FROM_INCIDENT), M_REF, incident->ref);
	return true;
}

static void carry(struct req *r, const char *row_version, const char *seen)
{
	tpl_set(r->page, M_ROW_VERSION, row_version ? row_version : "");
	tpl_set(r->page, M_SEEN, seen ? seen : "");
}

static const char *version_text(struct req *r, const struct q_bulletin_by_ref *b)
{
	return text_format(r->ctx, "%lld", (long long)b->row_version);
}

/* The reference that a new one gets stands in its form already: a double tap writes one. */
static const char *token(struct req *r)
{
	const char *typed = r->method == METHOD_POST ? params_get(&r->body, "token") : NULL;
	char ref[BULLETIN_REF + 1];

	if (bulletin_is_ref(typed))
		return typed;
	bulletin_ref_make(ref);
	return text_copy(r->ctx, ref);
}

/* GET /bulletins/new */
int bulletin_new(struct req *r)
{
	struct q_bulletin_theme_of_incident row;
	struct q_incident_by_ref incident;
	struct source from;
	struct form *f;

	if (!source_of(r, &from, &incident))
		return not_found(r);
	f = form_for(r, NULL, 0);
	form_put(f, "body", 0, skeleton);
	if (from.incident_id) {
		struct db_rows *rows =
			Q_ROWS(r->db, bulletin_theme_of_incident, .incident_id = from.incident_id);

		for (size_t part = 0; Q_NEXT(rows, bulletin_theme_of_incident, &row); part++)
			form_put(f, "themes", part,
				text_format(r->ctx, "%lld", (long long)row.theme_id));
	}
	tpl_set(r->page, M_TOKEN, token(r));
	carry(r, NULL, NULL);
	return show_form(r, f, &from, 200);
}

static bool wants_preview(const struct req *r)
{
	return params_get(&r->body, "preview") != NULL;
}

/* 0: there is one of this reference. */
static int64_t add(struct req *r, const struct typed *in, char ref[BULLETIN_REF + 1],
	int64_t replaces_id, const char **slug)
{
	int64_t id;

	*slug = bulletin_slug(r->ctx, in->title, ref);
	if (Q_RUN(r->db, bulletin_add, .ref = ref, .slug = *slug, .title = in->title,
		    .summary = in->summary, .body = in->body,
		    .public = strcmp(in->audience, "public") == 0, .now = r->now,
		    .written_by = r->person->person_id, .replaces_id = replaces_id) == DB_DUPLICATE)
		return 0;
	id = db_last_id(r->db);
	store_words(r, id, in);
	bulletin_event(r, id, BULLETIN_WRITTEN, NULL);
	return id;
}

/* POST /bulletins/new */
int bulletin_new_save(struct req *r)
{
	struct q_incident_by_ref incident;
	struct source from;
	struct typed in;
	struct form *f;
	const char *slug;
	char *ref;
	int64_t id;

	if (!source_of(r, &from, &incident))
		return not_found(r);
	f = form_for(r, NULL, 0);
	ref = text_copy(r->ctx, token(r));
	tpl_set(r->page, M_TOKEN, ref);
	carry(r, NULL, NULL);
	if (!fill(r, f, &in))
		return show_form(r, f, &from, 422);
	if (wants_preview(r)) {
		show_preview(r, f, &from);
		return show_form(r, f, &from, 200);
	}
	id = add(r, &in, ref, 0, &slug);
	if (!id)
		return redirect(r, "/bulletins/%s", ref);
	store_themes(r, f, id);
	audit(r, AUDIT_ADD, "bulletin", slug, audit_fact(NULL, "title", in.title));
	if (from.incident_id) {
		Q_RUN(r->db, bulletin_incident_add, .bulletin_id = id,
			.incident_id = from.incident_id);
		incident_event(r, from.incident_id,
			&(struct incident_event){ .kind = EVENT_BULLETIN,
				.audience = FOR_MANAGER,
				.text = in.title });
	}
	flash(r, "The draft is saved. Read it once more, then send it for approval.");
	return redirect(r, "/bulletins/%s", slug);
}

/* POST /bulletins/:slug/correct: a draft with the same text, which will replace it. */
int bulletin_correct(struct req *r)
{
	struct q_bulletin_by_ref b;
	struct q_bulletin_correction other;
	int refused = bulletin_found(r, &b, BULLETIN_MANAGES);
	char ref[BULLETIN_REF + 1] = "";
	const char *slug;
	int64_t id, touched = 0;

	if (refused)
		return refused;
	if (!bulletin_is(&b, "published"))
		return bulletin_not_now(r, &b, "Only a published bulletin is corrected.");
	if (Q_ONE(r->db, bulletin_correction, &other, .bulletin_id = b.bulletin_id))
		return redirect(r, "/bulletins/%s", other.slug);
	Q_RUN_COUNT(r->db, bulletin_touch, &touched, .bulletin_id = b.bulletin_id,
		.row_version = b.row_version);
	id = touched ? add(r,
			       &(struct typed){ b.title, b.summary, b.body,
				       b.public ? "public" : "practices" },
			       ref, b.bulletin_id, &slug)
		     : 0;
	if (!id)
		return bulletin_not_now(
			r, &b, "Somebody else has just changed it. Look at it again.");
	Q_RUN(r->db, bulletin_theme_copy, .bulletin_id = id, .from_id = b.bulletin_id);
	Q_RUN(r->db, bulletin_incident_copy, .bulletin_id = id, .from_id = b.bulletin_id);
	audit(r, AUDIT_ADD, "bulletin", slug, audit_fact(NULL, "corrects", b.slug));
	flash(r, "This is a copy. Correct it and send it for approval: when it is published, the "
		 "first version is withdrawn, and practices that have read it are told.");
	return redirect(r, "/bulletins/%s/edit", slug);
}

/* ---- Edit -------------------------------------------------------------------------------------
 */

/* Of a draft; 0, or what the page returns. */
static int draft_of(struct req *r, struct q_bulletin_by_ref *b, struct source *from)
{
	int refused = bulletin_found(r, b, BULLETIN_MANAGES);

	if (refused)
		return refused;
	tpl_set(r->page, M_TOKEN, "");
	*from = (struct source){
		.bulletin_id = b->bulletin_id, .slug = b->slug, .title = b->title
	};
	if (bulletin_is(b, "review"))
		return bulletin_not_now(
			r, b, "It waits for approval. Send it back first, then change it.");
	if (!bulletin_is(b, "draft"))
		return bulletin_not_now(
			r, b, "What was published stays as it is. Write a corrected version.");
	return 0;
}

/* GET /bulletins/:slug/edit */
int bulletin_edit(struct req *r)
{
	struct q_bulletin_by_ref b;
	struct source from;
	int refused = draft_of(r, &b, &from);
	struct form *f;

	if (refused)
		return refused;
	f = stored_form(r, NULL, &b);
	carry(r, version_text(r, &b), form_seen(f));
	return show_form(r, f, &from, 200);
}

static int conflict(
	struct req *r, struct form *f, const struct q_bulletin_by_ref *b, const struct source *from)
{
	form_fail(f, NULL,
		"Somebody else changed this bulletin while you were typing. Nothing of yours is "
		"saved yet. Look at what they changed, then save again");
	carry(r, version_text(r, b), form_seen(stored_form(r, f, b)));
	return show_form(r, f, from, 422);
}

/* POST /bulletins/:slug/edit */
int bulletin_edit_save(struct req *r)
{
	const char *version = params_get(&r->body, "row_version"),
		   *seen = params_get(&r->body, "seen"), *slug;
	struct q_bulletin_by_ref b;
	struct source from;
	struct typed in;
	int refused = draft_of(r, &b, &from);
	int64_t changed = 0;
	struct form *f;

	if (refused)
		return refused;
	f = form_for(r, NULL, b.bulletin_id);
	if (!fill(r, f, &in) || wants_preview(r)) {
		if (f->n_errors == 0 && wants_preview(r))
			show_preview(r, f, &from);
		carry(r, version, seen);
		return show_form(r, f, &from, f->n_errors || f->restored ? 422 : 200);
	}
	if ((!version || strcmp(version, version_text(r, &b)) != 0) &&
		form_conflict(f, stored_form(r, f, &b), seen))
		return conflict(r, f, &b, &from);
	in = (struct typed){ f->values[TITLE].text, f->values[LEAD].text, f->values[BODY].text,
		f->values[AUDIENCE].text };
	slug = bulletin_slug(r->ctx, in.title, text_copy(r->ctx, b.ref));
	Q_RUN_COUNT(r->db, bulletin_edit, &changed, .bulletin_id = b.bulletin_id,
		.row_version = b.row_version, .slug = slug, .title = in.title,
		.summary = in.summary, .body = in.body,
		.public = strcmp(in.audience, "public") == 0, .edited_by = r->person->person_id);
	if (changed == 0)
		return conflict(r, f, &b, &from);
	store_themes(r, f, b.bulletin_id);
	store_words(r, b.bulletin_id, &in);
	bulletin_event(r, b.bulletin_id, BULLETIN_EDITED, NULL);
	audit(r, AUDIT_CHANGE, "bulletin", slug, audit_changed(NULL, "title", b.title, in.title));
	flash(r, "The draft is saved.");
	return redirect(r, "/bulletins/%s", slug);
}
