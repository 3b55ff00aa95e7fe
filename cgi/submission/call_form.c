/* call_form.c: the form that a call's questions make: compiled as a survey's is, filled with what
 * was typed or sent, shown and told in words. */
#include <string.h>
#include "submission.h"
#include "survey_compile.h"

static const struct field title_field = { .type = FIELD_SHORT,
	.name = "title",
	.label = "What do you call your bid?",
	.hint = "A few words by which everybody knows it, like “Warm rooms in libraries”",
	.summary = "Title",
	.required = true,
	.max_length = 200,
	.missing = "Give your bid a title" };

/* ---- JSON ------------------------------------------------------------------------------------ */

static int let_go(json_t **held)
{
	json_decref(*held);
	return 0;
}

json_t *json_open(TALLOC_CTX *ctx, const char *text)
{
	json_t **held = NEW(ctx, json_t *);

	*held = text ? json_loads(text, 0, NULL) : NULL;
	if (!*held)
		*held = must(json_object());
	talloc_set_destructor(held, let_go);
	return *held;
}

/* The amount asked for is a column of its own, so its question is one of money. */
static void check_amount(struct compiler *c, const struct json_node *root)
{
	for (size_t i = 0; i < c->s->n_fields; i++)
		if (strcmp(c->s->fields[i].name, "amount") == 0 &&
			c->s->fields[i].type != FIELD_DECIMAL)
			json_refuse(
				&c->r, root->line, "the question \"amount\" is of type \"money\"");
}

const struct survey *call_compile(TALLOC_CTX *ctx, const char *json, struct survey_fault *fault)
{
	static const char *const keys[] = { "pages", NULL };
	struct survey *s = NEW(ctx, struct survey);
	struct compiler c = {
		.r = { .ctx = s, .scratch = talloc_new(s), .fault = fault }, .s = s, .kept = true
	};
	const struct json_node *root = json_lines_read(&c.r, json, strlen(json));

	if (root) {
		json_keys(&c.r, root, keys);
		survey_pages_read(&c, root);
	}
	if (root && !c.r.failed)
		check_amount(&c, root);
	talloc_free(c.r.scratch);
	if (root && !c.r.failed)
		return s;
	talloc_free(s);
	return NULL;
}

/* ---- Filled ---------------------------------------------------------------------------------- */

/* What was sent has its dates in one piece, its numbers as numbers, its grids by rows. */
static void load_sent(struct form *f, const json_t *answers)
{
	form_load_raw(f, answers);
	for (size_t i = 0; i < f->n; i++) {
		const struct field *field = &f->fields[i];
		const json_t *value = json_object_get(answers, field->name);

		if (field->type == FIELD_DATE && json_is_string(value))
			form_put_date(f, field->name, json_string_value(value));
		else if (field->type == FIELD_DECIMAL && json_is_integer(value))
			form_put(f, field->name, 0,
				decimal_plain(f->ctx, json_integer_value(value)));
		else if (json_is_integer(value))
			form_put(f, field->name, 0,
				text_format(f->ctx, "%lld", (long long)json_integer_value(value)));
		for (size_t row = 0; field->type == FIELD_GRID && row < field->n_rows; row++)
			form_put(f, field->name, row,
				json_string_value(json_object_get(value, field->rows[row].code)));
	}
	form_check(f, 0, f->n);
}

struct submission_form *submission_form_new(
	TALLOC_CTX *ctx, const char *json, const char *kind, const char *draft, const char *answers)
{
	struct submission_form *w = NEW(ctx, struct submission_form);
	struct survey_fault fault = { 0 };
	struct field *fields;

	w->questions = call_compile(w, json, &fault);
	if (!w->questions) /* it was checked before the call was opened */
		BUG(text_format(w, "a call's form is not whole: %s", fault.reason));
	w->titled = strcmp(kind, "bid") == 0;
	fields = NEW_ARRAY(w, struct field, w->questions->n_fields + 1);
	if (w->titled)
		fields[0] = title_field;
	memcpy(fields + w->titled, w->questions->fields, w->questions->n_fields * sizeof *fields);
	w->form = form_new(w, fields, w->questions->n_fields + w->titled);
	if (answers)
		load_sent(w->form, json_open(w, answers));
	else if (draft)
		form_load_raw(w->form, json_open(w, draft));
	return w;
}

size_t submission_pages(const struct submission_form *w)
{
	return w->questions->n_pages;
}

void submission_range(const struct submission_form *w, size_t page, size_t *first, size_t *count)
{
	const struct survey_page *of = &w->questions->pages[page];

	ASSERT(page < w->questions->n_pages);
	*first = of->first + (w->titled && page > 0);
	*count = of->count + (w->titled && page == 0);
}

const char *submission_page_title(const struct submission_form *w, size_t page)
{
	const char *title = w->questions->pages[page].title;

	return title ? title : text_format(w->form->ctx, "Page %zu", page + 1);
}

static bool is_given(const struct field_value *value)
{
	for (size_t p = 0; p < value->n_parts; p++)
		if (value->parts[p] && *value->parts[p])
			return true;
	return false;
}

bool submission_page_given(const struct submission_form *w, size_t page)
{
	size_t first, count;

	submission_range(w, page, &first, &count);
	for (size_t i = first; i < first + count; i++)
		if (is_given(&w->form->values[i]))
			return true;
	return false;
}

const char *submission_title(const struct submission_form *w)
{
	const struct field_value *value = &w->form->values[0];

	return w->titled && value->n_parts > 0 && value->parts[0] ? value->parts[0] : "";
}

/* ---- In words -------------------------------------------------------------------------------- */

static struct tpl *add_part(
	const struct submission_form *w, size_t page, struct tpl *t, bool folded)
{
	struct tpl *part = tpl_add(t, M_PART);
	size_t first, count;

	tpl_set(part, M_PART_TITLE, submission_page_title(w, page));
	submission_range(w, page, &first, &count);
	if (folded)
		form_beside(w->form, first, count, part);
	else
		form_summary(w->form, first, count, part, NULL, 0);
	return part;
}

void submission_parts_show(const struct submission_form *w, struct tpl *t, bool folded)
{
	for (size_t page = 0; page < submission_pages(w); page++)
		add_part(w, page, t, folded);
}

void submission_answers_show(const struct submission_form *w, struct tpl *t, const char *change)
{
	struct tpl *all = tpl_include(t, M_ANSWERS, T_submission_answers), *link;

	for (size_t page = 0; page < submission_pages(w); page++) {
		struct tpl *part = add_part(w, page, all, false);

		if (!change)
			continue;
		link = tpl_add(part, M_PART_CHANGE);
		tpl_set(link, M_REF, change);
		tpl_int(link, M_NUMBER, (int64_t)page + 1);
	}
}

static const char *label(const struct field *field, const char *code)
{
	return field->n_choices && code ? choice_label(field->choices, field->n_choices, code)
					: code;
}

const char *submission_words(
	TALLOC_CTX *ctx, const struct field *field, const json_t *answers, size_t row)
{
	const json_t *value = json_object_get(answers, field->name);
	struct buf out = { .ctx = ctx };

	if (json_is_integer(value))
		return field->type == FIELD_DECIMAL
			       ? decimal_plain(ctx, json_integer_value(value))
			       : text_format(ctx, "%lld", (long long)json_integer_value(value));
	if (json_is_object(value) && row < field->n_rows)
		return label(
			field, json_string_value(json_object_get(value, field->rows[row].code)));
	if (!json_is_array(value))
		return label(field, json_string_value(value));
	for (size_t i = 0; i < json_array_size(value); i++)
		buf_addf(&out, "%s%s", i ? "; " : "",
			label(field, json_string_value(json_array_get(value, i))));
	return buf_text(&out);
}
