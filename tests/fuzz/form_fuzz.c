/* form_fuzz.c: a form with every type of field, given any urlencoded text: what is accepted fits
 * its declaration, and what was typed survives the journey through JSON. */
#include "fuzz.h"
#include "form.h"

static const struct choice choices[] = {
	{ .code = "for", .label = "In favour" },
	{ .code = "against", .label = "Against" },
	{ .code = "none", .label = "None of these", .exclusive = true },
};
static const struct choice rows[] = { { .code = "care", .label = "Care" },
	{ .code = "cost", .label = "Cost" } };
static const struct field fields[] = {
	{ .type = FIELD_RADIOS,
		.name = "stance",
		.label = "Stance",
		.required = true,
		.choices = choices,
		.n_choices = 3 },
	{ .type = FIELD_SHORT, .name = "a", .label = "Short", .max_length = 10 },
	{ .type = FIELD_LONG,
		.name = "b",
		.label = "Long",
		.max_length = 30,
		.when_name = "stance",
		.when_code = "against" },
	{ .type = FIELD_EMAIL, .name = "c", .label = "E-mail" },
	{ .type = FIELD_NUMBER, .name = "d", .label = "Number", .min = -5, .max = 1200 },
	{ .type = FIELD_DATE,
		.name = "e",
		.label = "Date",
		.min_date = "1900-01-01",
		.max_date = "today" },
	{ .type = FIELD_CHECKBOXES,
		.name = "f",
		.label = "Boxes",
		.max = 2,
		.choices = choices,
		.n_choices = 3 },
	{ .type = FIELD_SELECT,
		.name = "g",
		.label = "Select",
		.choices = choices,
		.n_choices = 3 },
	{ .type = FIELD_YES_NO,
		.name = "h",
		.label = "Yes or no",
		.when_name = "b",
		.when_code = "x" },
	{ .type = FIELD_GRID,
		.name = "i",
		.label = "Grid",
		.choices = choices,
		.n_choices = 3,
		.rows = rows,
		.n_rows = 2 },
	{ .type = FIELD_NHS_NUMBER, .name = "j", .label = "NHS number" },
	{ .type = FIELD_POSTCODE, .name = "k", .label = "Postcode" },
	{ .type = FIELD_PASSWORD, .name = "l", .label = "Password" },
	{ .type = FIELD_CODE, .name = "m", .label = "Code" },
};

static bool is_choice(const json_t *value)
{
	const char *code = json_string_value(value);

	for (size_t i = 0; code && i < COUNT(choices); i++)
		if (strcmp(choices[i].code, code) == 0)
			return true;
	return false;
}

static void check_ticks(const json_t *answer)
{
	ASSERT(json_array_size(answer) >= 1 && json_array_size(answer) <= 2);
	for (size_t i = 0; i < json_array_size(answer); i++)
		ASSERT(is_choice(json_array_get(answer, i)));
	for (size_t i = 0; i < json_array_size(answer) && json_array_size(answer) > 1; i++)
		ASSERT(strcmp(json_string_value(json_array_get(answer, i)), "none") != 0);
}

static void check_answer(const struct field *field, json_t *answer)
{
	const char *text = json_string_value(answer), *row;
	json_t *value;

	switch (field->type) {
	case FIELD_RADIOS:
	case FIELD_SELECT:
		ASSERT(is_choice(answer));
		return;
	case FIELD_YES_NO:
		ASSERT(strcmp(text, "yes") == 0 || strcmp(text, "no") == 0);
		return;
	case FIELD_NUMBER:
		ASSERT(json_integer_value(answer) >= field->min &&
			json_integer_value(answer) <= field->max);
		return;
	case FIELD_CHECKBOXES:
		check_ticks(answer);
		return;
	case FIELD_GRID:
		json_object_foreach(answer, row, value) ASSERT(
			(strcmp(row, "care") == 0 || strcmp(row, "cost") == 0) && is_choice(value));
		return;
	case FIELD_DATE:
		ASSERT(strlen(text) == 10 && strcmp(text, "1900-01-01") >= 0);
		return;
	case FIELD_PASSWORD:
	case FIELD_CODE:
		BUG("a secret among the answers");
	default:
		ASSERT(text && *text && fuzz_is_clean(text));
		ASSERT(text_length(text) <= (field->max_length ? field->max_length : 254));
		ASSERT(field->type == FIELD_LONG || !strpbrk(text, "\n\t"));
	}
}

static void check_answers(const struct form *f)
{
	json_t *answers = form_answers(f), *value;
	const char *name;
	size_t i;

	json_object_foreach(answers, name, value)
	{
		ASSERT(form_field_index(f, name, &i) && form_due(f, i) && !f->values[i].error);
		check_answer(&fields[i], value);
	}
	json_decref(answers);
}

/* A page is left and comes back: the same was typed, the same is wrong. */
static void check_journey(TALLOC_CTX *ctx, struct form *f)
{
	struct form *again = form_new(ctx, fields, COUNT(fields));
	json_t *raw = form_raw_json(f), *raw_again;

	form_load_raw(again, raw);
	raw_again = form_raw_json(again);
	ASSERT(json_equal(raw, raw_again));
	form_check(again, 0, COUNT(fields) - 2); /* secrets do not travel */
	for (size_t i = 0; i < COUNT(fields) - 2; i++) {
		const struct field_value *a = &f->values[i], *b = &again->values[i];

		ASSERT(!a->error == !b->error && !a->text == !b->text);
		ASSERT(!a->text || strcmp(a->text, b->text) == 0);
	}
	json_decref(raw);
	json_decref(raw_again);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	TALLOC_CTX *ctx = talloc_new(NULL);
	struct params params;
	struct form *f;
	size_t errors = 0;

	if (params_parse(ctx, (const char *)data, size, &params)) {
		f = form_new(ctx, fields, COUNT(fields));
		form_take(f, 0, COUNT(fields), &params);
		ASSERT(form_check(f, 0, COUNT(fields)) == f->n_errors);
		for (size_t i = 0; i < COUNT(fields); i++) {
			errors += f->values[i].error != NULL;
			ASSERT(!f->values[i].error ||
				(!f->values[i].text && *f->values[i].error_id));
			ASSERT(!f->values[i].text || form_due(f, i));
		}
		ASSERT(errors == f->n_errors);
		check_answers(f);
		check_journey(ctx, f);
	}
	talloc_free(ctx);
	return 0;
}
