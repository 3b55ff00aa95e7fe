/* survey_file.c: the JSON form of a survey (sql/demo/README.md): checks it and compiles it. No
 * database, no clock. */
#include <string.h>
#include "form_parts.h"
#include "survey_compile.h"

/* NHS England's guidance on the Friends and Family Test: this question, these answers, then free
 * text; by month. */
static void check_fft(struct compiler *c, const struct json_node *root)
{
	static const char *const codes[] = { "very_good", "good", "neither", "poor", "very_poor",
		"dont_know" };
	const struct field *overall = NULL;
	const struct survey *s = c->s;
	bool same, text = false;

	for (size_t i = 0; i < s->n_fields; i++) {
		if (!strcmp(s->fields[i].name, "overall"))
			overall = &s->fields[i];
		if (s->fields[i].type == FIELD_LONG || s->fields[i].type == FIELD_SHORT)
			text = true;
	}
	same = overall && overall->type == FIELD_RADIOS && !overall->when_name &&
	       overall->n_choices == COUNT(codes);
	for (size_t i = 0; same && i < COUNT(codes); i++)
		same = !strcmp(overall->choices[i].code, codes[i]);
	int line = json_part(root, "kind")->line;
	if (!same)
		json_refuse(&c->r, line,
			"a survey of kind \"fft\" has a question \"overall\" of type \"radios\", "
			"asked "
			"always, with the options very_good, good, neither, poor, very_poor, "
			"dont_know in "
			"this order");
	else if (!text)
		json_refuse(&c->r, line, "a survey of kind \"fft\" has a free-text question");
	else if (!s->by_month)
		json_refuse(&c->r, line,
			"a survey of kind \"fft\" is returned by month: settings need "
			"\"date_kept\": "
			"\"month\"");
}

static bool is_slug(const char *text)
{
	size_t length = strlen(text);

	return length >= 1 && length <= 60 && text[0] != '-' && text[length - 1] != '-' &&
	       strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789-") == length;
}

static void read_about(struct compiler *c, const struct json_node *root, struct survey_file *file)
{
	static const char *const kinds[] = { "survey", "fft", NULL };
	static const char *const modes[] = { "open", "unlinkable", "confidential", NULL };
	static const char *const asker_kinds[] = { "commissioner", "practice", "provider",
		"voluntary", "council", "other", NULL };
	static const char *const asker_keys[] = { "code", "name", "kind", NULL };
	struct json_reader *r = &c->r;
	struct survey *s = c->s;
	const struct json_node *asker;
	int kind;

	s->slug = json_text(r, root, "slug", 100, true);
	if (s->slug && !is_slug(s->slug))
		json_refuse(r, json_part(root, "slug")->line,
			"slug \"%s\": small letters, digits and hyphens inside are allowed, 60 at "
			"most",
			json_quote(r, s->slug));
	s->title = json_text(r, root, "title", 200, true);
	kind = json_word(r, root, "kind", kinds, 0);
	s->fft = kind == 1;
	s->anonymity = (enum anonymity)(json_word(r, root, "anonymity", modes, 0) + 1);
	if (s->anonymity != ANONYMITY_OPEN)
		json_refuse(r, json_part(root, "anonymity")->line,
			"\"%s\" needs invitations, which are not there yet; only \"open\" is",
			modes[s->anonymity - 1]);
	asker = json_object_part(r, root, "organisation", true);
	json_keys(r, asker, asker_keys);
	file->organisation_code = json_text(r, asker, "code", 12, asker->line > 0);
	file->organisation_name = json_text(r, asker, "name", 200, asker->line > 0);
	if (file->organisation_code &&
		strspn(file->organisation_code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") !=
			strlen(file->organisation_code))
		json_refuse(r, json_part(asker, "code")->line,
			"an organisation's code has capital letters and digits");
	file->organisation_kind = asker_kinds[json_word(r, asker, "kind", asker_kinds, 5)];
	file->slug = s->slug;
	file->title = s->title;
	file->kind = kinds[kind];
	file->anonymity = modes[s->anonymity - 1];
	s->asked_by = file->organisation_name;
}

/* A midnight's 0 means that there is no limit, so it cannot be that of 1970. */
static const char *read_midnight(
	struct json_reader *r, const struct json_node *root, const char *key, int64_t *out)
{
	const char *date = json_date(r, root, key);

	*out = london_midnight(date);
	if (date && *out <= 0)
		json_refuse(r, json_part(root, key)->line, "\"%s\" must be after 1970", key);
	return date;
}

static void read_settings(
	struct compiler *c, const struct json_node *root, struct survey_file *file)
{
	static const char *const setting_keys[] = { "one_page", "check_answers", "reference",
		"date_kept", NULL };
	static const char *const start_keys[] = { "why", "minutes", "happens", NULL };
	static const char *const confirmation_keys[] = { "next", NULL };
	static const char *const kept[] = { "week", "month", NULL };
	struct json_reader *r = &c->r;
	struct survey *s = c->s;
	const struct json_node *node = json_object_part(r, root, "settings", false);
	const char *opens, *closes;

	json_keys(r, node, setting_keys);
	s->one_page = json_flag(r, node, "one_page", false);
	s->check_answers = json_flag(r, node, "check_answers", true);
	s->reference = json_flag(r, node, "reference", false);
	s->by_month = json_word(r, node, "date_kept", kept, 0) == 1;
	node = json_object_part(r, root, "start", true);
	json_keys(r, node, start_keys);
	s->why = json_text(r, node, "why", 2000, node->line > 0);
	s->happens = json_text(r, node, "happens", 2000, node->line > 0);
	s->minutes = json_int(r, node, "minutes", 1, 120, 5);
	node = json_object_part(r, root, "confirmation", true);
	json_keys(r, node, confirmation_keys);
	s->next = json_text(r, node, "next", 2000, node->line > 0);
	opens = read_midnight(r, root, "opens", &file->opens_at);
	closes = read_midnight(r, root, "closes", &file->closes_at);
	if (opens && closes && strcmp(opens, closes) >= 0)
		json_refuse(
			r, json_part(root, "closes")->line, "\"closes\" must be after \"opens\"");
}

struct survey *survey_read(TALLOC_CTX *ctx, const char *json, size_t len, struct survey_file *file,
	struct survey_fault *fault)
{
	static const char *const keys[] = { "slug", "kind", "title", "organisation", "opens",
		"closes", "anonymity", "settings", "start", "confirmation", "pages", NULL };
	struct survey *s = NEW(ctx, struct survey);
	struct compiler c = { .r = { .ctx = s, .scratch = talloc_new(s), .fault = fault }, .s = s };
	const struct json_node *root = json_lines_read(&c.r, json, len);

	*file = (struct survey_file){ 0 };
	s->rendered = NEW(s, struct survey_rendered);
	if (root) {
		json_keys(&c.r, root, keys);
		read_about(&c, root, file);
		read_settings(&c, root, file);
		if (!c.r.failed)
			survey_pages_read(&c, root);
		if (!c.r.failed && s->fft)
			check_fft(&c, root);
	}
	talloc_free(c.r.scratch);
	if (!c.r.failed)
		return s;
	talloc_free(s);
	return NULL;
}

struct survey *survey_compile(
	TALLOC_CTX *ctx, const char *json, size_t len, struct survey_fault *fault)
{
	struct survey_file file;

	return survey_read(ctx, json, len, &file, fault);
}
