/* question_compose.c: what was typed about a question, as JSON in its form. */
#include <string.h>
#include "form_parts.h"
#include "question_editor.h"

enum { MOST_OPTIONS = 100 };

static const char *text_of(const json_t *node, const char *key)
{
	return json_string_value(json_object_get(node, key));
}

/* The option that has this label already, so that conditions on it stay; or a new one. */
static json_t *option_of(json_t *had, const char *label, size_t *fresh)
{
	json_t *option;
	char code[16];
	bool taken;
	size_t o;

	json_array_foreach(had, o, option) if (strcmp(text_of(option, "label"), label) ==
					       0) return json_incref(option);
	do {
		snprintf(code, sizeof code, "o%zu", ++*fresh);
		taken = false;
		json_array_foreach(had, o, option) taken |=
			strcmp(text_of(option, "code"), code) == 0;
	} while (taken);
	return must(json_pack("{ss ss}", "code", code, "label", label));
}

/* A field whose lines are options, or those that a table asks about. */
struct lines {
	const char *field; /* and the question's key */
	size_t least;
	const char *too_few;
};
static const struct lines options = { "options", 2, "Write at least two options, one a line" };
static const struct lines rows = { "rows", 1, "Write the lines of the table" };

/* The lines of a text as options; NULL, with a sentence: they are none. */
static json_t *read_lines(
	struct req *r, const struct lines *of, const char *text, json_t *had, const char **sentence)
{
	json_t *list = must(json_array()), *other;
	size_t fresh = 0, o;

	*sentence = NULL;
	for (const char *at = text ? text : ""; *at && !*sentence;) {
		size_t len = strcspn(at, "\n");
		const char *line = text_trim(r->ctx, talloc_strndup(r->ctx, at, len));

		at += len + (at[len] == '\n');
		if (!line)
			continue;
		json_array_foreach(
			list, o, other) if (strcmp(text_of(other, "label"), line) == 0) *sentence =
			text_format(r->ctx, "“%s” is there twice", line);
		if (text_length(line) > 200)
			*sentence = "A line may have 200 characters";
		json_array_append_new(list, option_of(had, line, &fresh));
	}
	if (!*sentence && json_array_size(list) < of->least)
		*sentence = of->too_few;
	if (!*sentence && json_array_size(list) > MOST_OPTIONS)
		*sentence = "There may be 100 lines";
	if (!*sentence)
		return list;
	json_decref(list);
	return NULL;
}

static void set(json_t *node, const char *key, json_t *value)
{
	if (value)
		json_object_set_new(node, key, value);
	else
		json_object_del(node, key);
}

static json_t *text_or_null(const char *text)
{
	return text ? json_string(text) : NULL;
}

static json_t *condition(struct req *r, const char *when)
{
	size_t len = when ? strcspn(when, "=") : 0;

	return when ? must(json_pack("{ss ss}", "question", talloc_strndup(r->ctx, when, len),
			      "option", when + len + 1))
		    : NULL;
}

static bool is_one_of(const char *type, const char *const *list)
{
	while (*list && strcmp(*list, type) != 0)
		list++;
	return *list != NULL;
}

/* NULL: the field says why not. */
static json_t *take_lines(struct req *r, struct form *f, const struct lines *of, const char *text,
	const json_t *question)
{
	const char *sentence;
	json_t *list = read_lines(r, of, text, json_object_get(question, of->field), &sentence);

	if (!list)
		form_fail(f, of->field, sentence);
	return list;
}

bool question_compose(
	struct req *r, struct form *f, const struct question_typed *in, json_t *question)
{
	static const char *const idle[] = { "min", "max", "min_date", "max_date", "rows", "options",
		"max_length" };
	static const char *const choosing[] = { "radios", "checkboxes", "select", "grid", NULL };
	static const char *const writing[] = { "short_text", "long_text", NULL };
	const char *was = text_of(question, "type");
	bool length = is_one_of(in->type, writing), grid = strcmp(in->type, "grid") == 0;
	json_t *asked = NULL, *about = NULL;

	if (length && strcmp(in->type, "short_text") == 0 && in->max_length > 200)
		form_fail(f, "max_length", "One line of text may have 200 characters");
	if (is_one_of(in->type, choosing))
		asked = take_lines(r, f, &options, in->options, question);
	if (grid)
		about = take_lines(r, f, &rows, in->rows, question);
	if (f->n_errors > 0) {
		json_decref(asked);
		json_decref(about);
		return false;
	}
	for (size_t i = 0; (!was || strcmp(was, in->type) != 0) && i < COUNT(idle); i++)
		json_object_del(question, idle[i]);
	set(question, "type", json_string(in->type));
	set(question, "label", json_string(in->label));
	set(question, "hint", text_or_null(in->hint));
	set(question, "required", in->required ? json_true() : NULL);
	if (asked)
		set(question, options.field, asked);
	if (about)
		set(question, rows.field, about);
	if (length)
		set(question, "max_length", in->max_length ? json_integer(in->max_length) : NULL);
	set(question, "when", condition(r, in->when));
	return true;
}

void question_name(struct req *r, struct question_editor *e, json_t *question)
{
	const char *code = text_of(question, "code");
	bool money = strcmp(text_of(question, "type"), "money") == 0,
	     amount = code && strcmp(code, "amount") == 0;
	struct question_place other;
	const char *fresh;

	if (code && money == amount)
		return;
	if (code && money && question_editor_find(e, "amount", &other))
		return;
	fresh = money && !question_editor_find(e, "amount", &other)
			? "amount"
			: question_editor_code(r->ctx, e);
	if (code)
		question_editor_rename(e, text_copy(r->ctx, code), fresh);
	json_object_set_new(question, "code", json_string(fresh));
}

void question_put(struct question_editor *e, const struct question_typed *in,
	const struct question_place *at, json_t *question)
{
	size_t n = json_array_size(e->pages);
	int64_t number = 0;
	json_t *page;

	check_number(in->page, &number);
	if (at->question && number == (int64_t)at->page + 1)
		return;
	json_incref(question);
	if (at->question)
		json_array_remove(question_editor_questions(e, at->page), at->at);
	if (number >= 1 && number <= (int64_t)n) {
		json_array_append_new(question_editor_questions(e, (size_t)number - 1), question);
		return;
	}
	page = must(json_object());
	if (in->page_title)
		json_object_set_new(page, "title", json_string(in->page_title));
	json_object_set_new(page, "questions", must(json_pack("[o]", question)));
	json_array_append_new(e->pages, page);
}
