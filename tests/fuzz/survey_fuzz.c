/* survey_fuzz.c: a survey's file, any bytes: refused with a line and a reason, or compiled into
 * what the form engine can trust. */
#include "fuzz.h"
#include "survey.h"

static bool is_code(const char *text)
{
	return *text >= 'a' && *text <= 'z' && strlen(text) <= 32 &&
	       strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789_") == strlen(text);
}

static void check_text(const char *text)
{
	ASSERT(!text || (*text && fuzz_is_clean(text)));
}

static void check_choices(const struct choice *choices, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		ASSERT(is_code(choices[i].code) && choices[i].label);
		check_text(choices[i].label);
		check_text(choices[i].hint);
		for (size_t j = 0; j < i; j++)
			ASSERT(strcmp(choices[i].code, choices[j].code) != 0);
	}
}

static void check_field(const struct survey *s, size_t i)
{
	const struct field *f = &s->fields[i];
	size_t earlier = 0;

	ASSERT(is_code(f->name) && f->label);
	check_text(f->label);
	check_text(f->summary);
	check_text(f->hint);
	check_text(f->missing);
	check_choices(f->choices, f->n_choices);
	check_choices(f->rows, f->n_rows);
	ASSERT(f->type != FIELD_PASSWORD && f->type != FIELD_CODE);
	ASSERT(f->type != FIELD_GRID || (f->n_rows && f->n_choices));
	for (size_t j = 0; j < i; j++) {
		ASSERT(strcmp(s->fields[j].name, f->name) != 0);
		earlier += f->when_name && strcmp(s->fields[j].name, f->when_name) == 0;
	}
	ASSERT(!f->when_name || (earlier == 1 && f->when_code));
}

static void check_pages(const struct survey *s)
{
	size_t next = 0;

	ASSERT(s->n_pages >= 1 && s->n_pages < 256); /* a visit keeps a bit a page */
	for (size_t i = 0; i < s->n_pages; i++) {
		ASSERT(s->pages[i].first == next && s->pages[i].count >= 1);
		check_text(s->pages[i].title);
		check_text(s->pages[i].intro);
		next += s->pages[i].count;
	}
	ASSERT(next == s->n_fields && (!s->one_page || s->n_pages == 1));
}

/* Nothing typed: only what is required is wrong, and nothing is answered. */
static void check_empty(TALLOC_CTX *ctx, const struct survey *s)
{
	struct form *form = form_new(ctx, s->fields, s->n_fields);
	json_t *answers;
	size_t wrong = 0;

	form_check(form, 0, s->n_fields);
	for (size_t i = 0; i < s->n_fields; i++)
		wrong += s->fields[i].required && form_due(form, i);
	ASSERT(wrong == form->n_errors);
	answers = form_answers(form);
	ASSERT(json_object_size(answers) == 0);
	json_decref(answers);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	TALLOC_CTX *ctx = talloc_new(NULL);
	char *json = must(malloc(size ? size : 1));
	struct survey_fault fault = { 0 };
	struct survey *s;

	memcpy(json, data, size);
	s = survey_compile(ctx, json, size, &fault);
	if (s) {
		ASSERT(s->slug && s->title && s->why && s->happens);
		check_text(s->title);
		check_text(s->why);
		check_text(s->happens);
		check_text(s->next);
		check_pages(s);
		for (size_t i = 0; i < s->n_fields; i++)
			check_field(s, i);
		check_empty(ctx, s);
	} else {
		size_t lines = 1;

		for (size_t i = 0; i < size; i++)
			lines += data[i] == '\n';
		ASSERT(fault.line >= 1 && (size_t)fault.line <= lines && *fault.reason);
		ASSERT(memchr(fault.reason, '\0', sizeof fault.reason));
		ASSERT(text_is_utf8(fault.reason, strlen(fault.reason)) &&
			!strchr(fault.reason, '\n'));
	}
	free(json);
	talloc_free(ctx);
	return 0;
}
