/* question_editor.c: questions while an author writes them: the JSON of a form, found, changed and
 * stored. */
#include "question_editor.h"

#include <string.h>
#include "audit.h"

const struct choice question_types[QUESTION_TYPES] = {
	{ "short_text", "One line of text", NULL, false },
	{ "long_text", "Several lines of text", NULL, false },
	{ "yes_no", "Yes or no", NULL, false },
	{ "radios", "One of several options", NULL, false },
	{ "checkboxes", "Any of several options", NULL, false },
	{ "number", "A whole number", NULL, false },
	{ "date", "A date", NULL, false },
	{ "grid", "A table: the same options for each of several lines", NULL, false },
	{ "money", "An amount of money", "The first one is the amount that is asked for", false },
};

int question_editor_open(struct req *r, const struct question_door *door, struct question_editor *e)
{
	int refused;

	*e = (struct question_editor){ .door = door };
	refused = door->open(r, e);
	if (refused)
		return refused;
	e->form = json_open(r->ctx, e->text);
	e->pages = json_object_get(e->form, "pages");
	if (!json_is_array(e->pages)) {
		e->pages = must(json_array());
		json_object_set_new(e->form, "pages", e->pages);
	}
	return 0;
}

void question_editor_link(struct tpl *t, enum tpl_marker section, const char *address)
{
	tpl_set(tpl_add(t, section), M_LIST_LINK, address);
}

const char *question_editor_address(
	TALLOC_CTX *ctx, const struct question_editor *e, const char *code, const char *action)
{
	return text_format(ctx, "%s/questions/%s%s", e->base, code, action);
}

void question_editor_heading(struct req *r, const struct question_editor *e)
{
	e->door->heading(r, e);
	if (e->list)
		question_editor_link(r->page, M_LINK_LIST, e->list);
	tpl_optional(r->page, M_HAS_CAPTION, M_CAPTION, e->title);
}

json_t *question_editor_questions(const struct question_editor *e, size_t page)
{
	return json_object_get(json_array_get(e->pages, page), "questions");
}

static bool is(const json_t *question, const char *key, const char *text)
{
	const char *has = json_string_value(json_object_get(question, key));

	return has && strcmp(has, text) == 0;
}

bool question_editor_find(
	const struct question_editor *e, const char *code, struct question_place *out)
{
	json_t *page, *question;
	size_t p, q;

	json_array_foreach(e->pages, p, page) json_array_foreach(
		json_object_get(page, "questions"), q, question) if (is(question, "code", code))
	{
		*out = (struct question_place){ p, q, question };
		return true;
	}
	return false;
}

const char *question_editor_code(TALLOC_CTX *ctx, const struct question_editor *e)
{
	struct question_place place;
	const char *code;

	for (int n = 1;; n++) {
		code = text_format(ctx, "q%d", n);
		if (!question_editor_find(e, code, &place))
			return code;
	}
}

void question_editor_rename(struct question_editor *e, const char *from, const char *to)
{
	json_t *page, *question, *when;
	size_t p, q;

	json_array_foreach(e->pages, p, page)
		json_array_foreach(json_object_get(page, "questions"), q, question)
	{
		when = json_object_get(question, "when");
		if (is(when, "question", from))
			json_object_set_new(when, "question", json_string(to));
	}
}

enum question_stored question_editor_store(
	struct req *r, struct question_editor *e, const char *done, struct survey_fault *fault)
{
	const char *text;

	for (size_t p = json_array_size(e->pages); p-- > 0;)
		if (json_array_size(question_editor_questions(e, p)) == 0)
			json_array_remove(e->pages, p);
	text = json_compact(r->ctx, e->form);
	if (json_array_size(e->pages) > 0 && !e->door->compile(r->ctx, text, fault))
		return QUESTION_WRONG;
	if (e->door->set(r, e, text) == 0)
		return QUESTION_STALE;
	audit(r, AUDIT_CHANGE, e->door->subject, e->ref, audit_fact(NULL, "questions", done));
	return QUESTION_STORED;
}

const char *question_editor_sentence(
	TALLOC_CTX *ctx, const struct survey_fault *fault, const char **field)
{
	*field = NULL;
	if (strstr(fault->reason, "condition")) {
		*field = "when";
		return "A question can only hang on the answer to another one that is asked "
		       "before it";
	}
	if (strstr(fault->reason, "characters together")) {
		*field = "max_length";
		return "The answers of one page may have 5,000 characters together. Make this "
		       "answer shorter, or put the question on another page";
	}
	return text_format(ctx, "This cannot be saved: %s", fault->reason);
}

bool question_editor_is_version(const struct req *r, const struct question_editor *e)
{
	const char *version = params_get(&r->body, "row_version");
	int64_t sent;

	return version && check_number(version, &sent) && sent == e->row_version;
}
