/* question_edit.c: one question while an author writes it: added, changed, moved to another page.
 */
#include <stddef.h>
#include <string.h>
#include "form_parts.h"
#include "question_editor.h"

enum { LABEL, TYPE, HINT, OPTIONS, ROWS, LENGTH, REQUIRED, WHEN, PAGE, PAGE_TITLE, N_FIELDS };
/* Choices of pages and conditions are put in by form_for(). */
static const struct field all_fields[N_FIELDS] = {
	[TYPE] = { .type = FIELD_RADIOS,
		.name = "type",
		.label = "What is the answer?",
		.required = true,
		.choices = question_types,
		.n_choices = QUESTION_TYPES,
		.missing = "Select what the answer is",
		.into = offsetof(struct question_typed, type) },
	[LABEL] = { .type = FIELD_SHORT,
		.name = "label",
		.label = "Question",
		.required = true,
		.max_length = 300,
		.missing = "Write the question",
		.into = offsetof(struct question_typed, label) },
	[HINT] = { .type = FIELD_SHORT,
		.name = "hint",
		.label = "Hint",
		.hint = "Stands below the question in grey",
		.max_length = 500,
		.into = offsetof(struct question_typed, hint) },
	[OPTIONS] = { .type = FIELD_LONG,
		.name = "options",
		.label = "Options",
		.hint = "One a line. Only where the answer is one or any of several options, or a "
			"table",
		.max_length = 10000,
		.into = offsetof(struct question_typed, options) },
	[ROWS] = { .type = FIELD_LONG,
		.name = "rows",
		.label = "Lines of the table",
		.hint = "One a line. Only of a table: each of them is answered by one of the "
			"options",
		.max_length = 10000,
		.into = offsetof(struct question_typed, rows) },
	[LENGTH] = { .type = FIELD_NUMBER,
		.name = "max_length",
		.label = "Longest answer, in characters",
		.hint = "Only of text. Up to 200 for one line, 5,000 for several lines; the "
			"answers "
			"of one page have 5,000 together",
		.min = 1,
		.max = 5000,
		.into = offsetof(struct question_typed, max_length) },
	[REQUIRED] = { .type = FIELD_YES_NO,
		.name = "required",
		.label = "Must it be answered?",
		.required = true,
		.missing = "Say whether it must be answered",
		.into = offsetof(struct question_typed, required) },
	[WHEN] = { .type = FIELD_SELECT,
		.name = "when",
		.label = "Ask it only when",
		.hint = "An earlier question was answered so. Leave it empty to ask it always",
		.into = offsetof(struct question_typed, when) },
	[PAGE] = { .type = FIELD_SELECT,
		.name = "page",
		.label = "On which page?",
		.required = true,
		.missing = "Select the page",
		.into = offsetof(struct question_typed, page) },
	[PAGE_TITLE] = { .type = FIELD_SHORT,
		.name = "page_title",
		.label = "Title of the new page",
		.max_length = 200,
		.when_name = "page",
		.when_code = "new",
		.into = offsetof(struct question_typed, page_title) },
};

static const char *text_of(const json_t *node, const char *key)
{
	return json_string_value(json_object_get(node, key));
}

/* ---- The form -------------------------------------------------------------------------------- */

static const struct choice yes_no[] = { { "yes", "Yes", NULL, false },
	{ "no", "No", NULL, false } };

/* Each option of each question but this one: "q2=yes". */
static struct choice *conditions(
	struct req *r, const struct question_editor *e, const char *code, size_t *n)
{
	struct choice *list = NULL;
	json_t *page, *question, *option;
	size_t p, q, o;

	*n = 0;
	json_array_foreach(e->pages, p, page)
		json_array_foreach(json_object_get(page, "questions"), q, question)
	{
		const char *type = text_of(question, "type"), *name = text_of(question, "code"),
			   *label = text_of(question, "label");
		json_t *options = json_object_get(question, "options");
		bool yes = strcmp(type, "yes_no") == 0;

		if (strcmp(name, code) == 0 || strcmp(type, "grid") == 0)
			continue;
		list = must(talloc_realloc(r->ctx, list, struct choice,
			(unsigned)(*n + json_array_size(options) + 2)));
		for (o = 0; yes && o < 2; o++)
			list[(*n)++] = (struct choice){ .code = text_format(r->ctx, "%s=%s", name,
								yes_no[o].code),
				.label = text_format(r->ctx, "%s: %s", label, yes_no[o].label) };
		json_array_foreach(options, o, option) list[(*n)++] = (struct choice){
			.code = text_format(r->ctx, "%s=%s", name, text_of(option, "code")),
			.label = text_format(r->ctx, "%s: %s", label, text_of(option, "label"))
		};
	}
	return list;
}

static struct choice *page_choices(struct req *r, const struct question_editor *e, size_t *n)
{
	struct choice *list = NEW_ARRAY(r->ctx, struct choice, json_array_size(e->pages) + 1);
	json_t *page;
	size_t p;

	json_array_foreach(e->pages, p, page)
	{
		const char *title = text_of(page, "title");

		list[p] = (struct choice){ .code = text_format(r->ctx, "%zu", p + 1),
			.label = title ? text_format(r->ctx, "%zu. %s", p + 1, title)
				       : text_format(r->ctx, "Page %zu", p + 1) };
	}
	list[p] = (struct choice){ .code = "new", .label = "A new page" };
	*n = p + 1;
	return list;
}

/* code: of this question, "" for a new one. One of a type that the editor does not make keeps it.
 */
static struct form *form_for(
	struct req *r, const struct question_editor *e, const char *code, const json_t *question)
{
	struct field *fields = NEW_ARRAY(r->ctx, struct field, N_FIELDS);
	struct choice *types = NEW_ARRAY(r->ctx, struct choice, QUESTION_TYPES + 1);
	const char *type = text_of(question, "type");
	size_t n = 0, n_types = QUESTION_TYPES - !e->door->money;

	memcpy(types, question_types, sizeof question_types);
	for (size_t i = 0; i < N_FIELDS; i++) {
		struct field *field = &fields[n];

		*field = all_fields[i];
		if (i == TYPE) {
			field->choices = types;
			field->n_choices = n_types;
			if (type && choice_index(question_types, n_types, type) == n_types)
				types[field->n_choices++] = (struct choice){ .code = type,
					.label = "As it is: of another kind" };
		} else if (i == WHEN) {
			field->choices = conditions(r, e, code, &field->n_choices);
			if (field->n_choices == 0)
				continue;
		} else if (i == PAGE) {
			field->choices = page_choices(r, e, &field->n_choices);
		}
		n++;
	}
	return form_new(r->ctx, fields, n);
}

static const char *lines_text(TALLOC_CTX *ctx, const json_t *list)
{
	struct buf out = { .ctx = ctx };
	const json_t *line;
	size_t i;

	json_array_foreach(list, i, line)
		buf_addf(&out, "%s%s", i ? "\n" : "", text_of(line, "label"));
	return buf_text(&out);
}

static void put(struct req *r, struct form *f, const struct question_place *at)
{
	const json_t *q = at->question, *when = json_object_get(q, "when"),
		     *length = json_object_get(q, "max_length");
	form_put(f, "type", 0, text_of(q, "type"));
	form_put(f, "label", 0, text_of(q, "label"));
	form_put(f, "hint", 0, text_of(q, "hint"));
	form_put(f, "options", 0, lines_text(r->ctx, json_object_get(q, "options")));
	form_put(f, "rows", 0, lines_text(r->ctx, json_object_get(q, "rows")));
	if (length)
		form_put(f, "max_length", 0,
			text_format(r->ctx, "%lld", (long long)json_integer_value(length)));
	form_put(f, "required", 0, json_is_true(json_object_get(q, "required")) ? "yes" : "no");
	if (when)
		form_put(f, "when", 0,
			text_format(r->ctx, "%s=%s", text_of(when, "question"),
				text_of(when, "option")));
	form_put(f, "page", 0, text_format(r->ctx, "%zu", at->page + 1));
}

static int show(struct req *r, const struct question_editor *e, const struct form *f,
	const char *code, const char *seen, int status)
{
	const char *title = *code ? "Change a question" : "Add a question";

	question_editor_heading(r, e);
	tpl_set(r->page, M_HEADING, title);
	tpl_set(r->page, M_SEEN, seen ? seen : "");
	if (*code)
		question_editor_link(r->page, M_LINK_REMOVE,
			question_editor_address(r->ctx, e, code, "/remove"));
	form_show(f, 0, f->n, r->page, false);
	return page_show(r, status, T_question_edit, title);
}

/* 0, or what the page returns. *code: "" for a new one; of one that somebody removed while it was
 * being changed, so that it becomes a new one and nothing is lost. */
static int find(struct req *r, const struct question_door *door, struct question_editor *e,
	struct question_place *at, const char **code)
{
	int refused = question_editor_open(r, door, e);

	*at = (struct question_place){ 0 };
	*code = "";
	if (refused || strcmp(r->args[1], "new") == 0)
		return refused;
	if (question_editor_find(e, r->args[1], at)) {
		*code = r->args[1];
		return 0;
	}
	return r->method == METHOD_POST && params_get(&r->body, "label") ? 0 : not_found(r);
}

int question_edit(struct req *r, const struct question_door *door)
{
	struct question_editor e;
	struct question_place at;
	const char *code;
	struct form *f;
	int refused = find(r, door, &e, &at, &code);
	int64_t last = 0;

	if (refused)
		return refused;
	f = form_for(r, &e, code, at.question);
	if (at.question) {
		put(r, f, &at);
		return show(r, &e, f, code, form_seen(f), 200);
	}
	last = (int64_t)json_array_size(e.pages);
	form_put(f, "page", 0,
		last ? text_format(r->ctx, "%lld", (long long)query_int(r, "page", 1, last, last))
		     : "new");
	return show(r, &e, f, code, "", 200);
}

/* ---- Saving ---------------------------------------------------------------------------------- */

static bool conflicts(struct req *r, const struct question_editor *e,
	const struct question_place *at, struct form *f, const char **seen)
{
	struct form *now = form_new(r->ctx, f->fields, f->n);

	if (!at->question || question_editor_is_version(r, e))
		return false;
	put(r, now, at);
	if (!form_conflict(f, now, *seen))
		return false;
	*seen = form_seen(now);
	form_fail(f, NULL,
		"Somebody else changed this question while you were typing. Nothing of yours is "
		"saved yet. Look at what they changed, then save again");
	return true;
}

int question_edit_save(struct req *r, const struct question_door *door)
{
	const char *seen = params_get(&r->body, "seen"), *code, *field, *sentence;
	struct survey_fault fault = { 0 };
	struct question_typed in = { 0 };
	struct question_editor e;
	struct question_place at;
	struct form *f;
	int refused = find(r, door, &e, &at, &code);
	enum question_stored stored;
	json_t *question;

	if (refused)
		return refused;
	f = form_for(r, &e, code, at.question);
	question = at.question ? at.question : json_open(r->ctx, NULL);
	if (!form_fill(f, &r->body, &in) || conflicts(r, &e, &at, f, &seen) ||
		!question_compose(r, f, &in, question))
		return show(r, &e, f, code, seen, 422);
	question_name(r, &e, question);
	question_put(&e, &in, &at, question);
	stored = question_editor_store(r, &e,
		text_format(
			r->ctx, "%s %s", *code ? "changed" : "added", text_of(question, "code")),
		&fault);
	if (stored == QUESTION_STORED) {
		if (!*code && strcmp(r->args[1], "new") != 0)
			flash_notice(r, "Somebody had removed this question meanwhile. It was "
					"added again, as a new one.");
		else
			flash(r, *code ? "The question was changed." : "The question was added.");
		return redirect(r, "%s", e.list);
	}
	sentence = stored == QUESTION_WRONG ? question_editor_sentence(r->ctx, &fault, &field)
					    : "Somebody else saved at the same moment. Save again";
	form_fail(f, stored == QUESTION_WRONG ? field : NULL, sentence);
	return show(r, &e, f, code, seen, 422);
}
