/* form_test.c: the form engine's model: what is kept, what is due, what is wrong and which words
 * say so. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include "form_parts.h"

static const struct choice stances[] = { { .code = "for", .label = "In favour" },
	{ .code = "against", .label = "Against" } };
static const struct choice buses[] = { { .code = "bus", .label = "By bus" },
	{ .code = "car", .label = "By car" }, { .code = "foot", .label = "On foot" },
	{ .code = "none", .label = "None of these", .exclusive = true },
	{ .code = "unsure", .label = "Not sure", .exclusive = true } };
static const struct choice rows[] = { { .code = "access", .label = "Access" },
	{ .code = "care", .label = "Care" } };
static const struct choice scale[] = { { .code = "1", .label = "Poor" },
	{ .code = "2", .label = "Good" } };

static int make(void **state)
{
	*state = talloc_new(NULL);
	return 0;
}

static int drop(void **state)
{
	return talloc_free(*state);
}

/* name, value, name, value, …, NULL */
static struct params *params(void *ctx, const char *name, ...)
{
	struct params *p = NEW(ctx, struct params);
	va_list args;

	p->list = NEW_ARRAY(p, struct param, 40);
	va_start(args, name);
	for (; name; name = va_arg(args, const char *))
		p->list[p->n++] = (struct param){ name, va_arg(args, const char *) };
	va_end(args);
	return p;
}

/* ---- Conditions, errors, JSON ---------------------------------------------------------------- */

static const struct field survey[] = {
	{ .type = FIELD_RADIOS,
		.name = "stance",
		.label = "Stance",
		.required = true,
		.choices = stances,
		.n_choices = 2 },
	{ .type = FIELD_YES_NO,
		.name = "more",
		.label = "May we ask more?",
		.required = true,
		.when_name = "stance",
		.when_code = "against" },
	{ .type = FIELD_LONG,
		.name = "why",
		.label = "Why?",
		.required = true,
		.when_name = "more",
		.when_code = "yes" },
	{ .type = FIELD_CHECKBOXES,
		.name = "travel",
		.label = "Travel",
		.choices = buses,
		.n_choices = 5 },
	{ .type = FIELD_SHORT,
		.name = "route",
		.label = "Route",
		.when_name = "travel",
		.when_code = "bus" },
	{ .type = FIELD_GRID,
		.name = "views",
		.label = "Views",
		.rows = rows,
		.n_rows = 2,
		.choices = scale,
		.n_choices = 2 },
	{ .type = FIELD_DATE, .name = "seen", .label = "Seen" },
	{ .type = FIELD_NUMBER, .name = "age", .label = "Age" },
	{ .type = FIELD_PASSWORD, .name = "password", .label = "Password" },
};
enum { STANCE, MORE, WHY, TRAVEL, ROUTE, VIEWS, SEEN, AGE, PASSWORD };

static void nested_conditions(void **state)
{
	void *ctx = *state;
	struct form *f = form_new(ctx, survey, COUNT(survey));

	assert_true(form_due(f, STANCE));
	assert_false(form_due(f, MORE));
	form_put(f, "more", 0, "yes");
	assert_false(form_due(f, WHY)); /* its condition holds, but was not itself asked */
	form_put(f, "stance", 0, "against");
	assert_true(form_due(f, MORE));
	assert_true(form_due(f, WHY));
	assert_int_equal(form_check(f, 0, f->n), 1);
	assert_string_equal(f->values[WHY].error, "Enter an answer");
	form_put(f, "why", 0, "Because");
	form_put(f, "stance", 0, "for");
	assert_int_equal(form_check(f, 0, f->n), 0);
	assert_int_equal(f->n_errors, 0);
	assert_null(f->values[WHY].text); /* ignored, but kept as it was typed */
	assert_string_equal(f->values[WHY].parts[0], "Because");
	form_put(f, "travel", 1, "bus");
	assert_true(form_due(f, ROUTE));
}

static void a_ring_of_conditions_is_never_due(void **state)
{
	static const struct field ring[] = {
		{ .type = FIELD_SHORT,
			.name = "a",
			.label = "A",
			.when_name = "b",
			.when_code = "x" },
		{ .type = FIELD_SHORT,
			.name = "b",
			.label = "B",
			.when_name = "a",
			.when_code = "x" },
		{ .type = FIELD_SHORT,
			.name = "c",
			.label = "C",
			.when_name = "nobody",
			.when_code = "x" },
	};
	struct form *f = form_new(*state, ring, COUNT(ring));

	for (size_t i = 0; i < 3; i++)
		form_put(f, ring[i].name, 0, "x");
	for (size_t i = 0; i < 3; i++)
		assert_false(form_due(f, i));
}

static void errors_are_counted_once(void **state)
{
	struct form *f = form_new(*state, survey, COUNT(survey));

	assert_int_equal(form_check(f, 0, 1), 1);
	assert_int_equal(form_check(f, 0, 1), 1);
	assert_int_equal(f->n_errors, 1);
	form_fail(f, "stance", "Choose again");
	form_fail(f, "age", "Too old");
	assert_int_equal(f->n_errors, 2);
	assert_string_equal(f->values[AGE].error_id, "age");
	form_fail(f, "seen", "Not then");
	assert_string_equal(f->values[SEEN].error_id, "seen-day");
	form_fail(f, NULL, "Somebody else was faster");
	form_fail(f, NULL, "Somebody else was faster");
	assert_int_equal(f->n_errors, 4);
	assert_string_equal(f->form_error, "Somebody else was faster");
}

static struct form *filled(void *ctx)
{
	struct form *f = form_new(ctx, survey, COUNT(survey));

	form_take(f, 0, f->n,
		params(ctx, "stance", "against", "more", "yes", "why", " It\r\n\"matters\" 😀 ",
			"travel", "car", "travel", "bus", "views-care", "2", "seen-day", "31",
			"seen-month", "mar", "seen-year", "2026", "age", " 42", "password",
			"secret", "role", "admin", NULL));
	return f;
}

static void raw_values_travel_as_json(void **state)
{
	void *ctx = *state;
	struct form *f = filled(ctx), *again = form_new(ctx, survey, COUNT(survey));
	json_t *raw = form_raw_json(f), *back, *copy;
	char *text = json_dumps(raw, JSON_COMPACT);

	assert_null(strstr(text, "secret"));
	assert_null(strstr(text, "admin"));
	copy = json_loads(text, 0, NULL);
	form_load_raw(again, copy);
	json_decref(copy); /* nothing of it is kept */
	back = form_raw_json(again);
	assert_true(json_equal(raw, back));
	for (size_t i = 0; i < PASSWORD; i++)
		for (size_t p = 0; p < f->values[i].n_parts; p++)
			assert_string_equal(
				value_part(&f->values[i], p), value_part(&again->values[i], p));
	json_decref(raw);
	json_decref(back);
	free(text);
}

static void hostile_json_does_no_harm(void **state)
{
	static const char *const texts[] = { "[]", "{}", "3", "{\"stance\":{\"a\":1}}",
		"{\"stance\":[\"for\",\"against\"]}", "{\"travel\":[null,3,[\"x\"],\"bus\"]}",
		"{\"seen\":[\"1\",\"2\",\"3\",\"4\"]}", "{\"views\":\"1\"}", "{\"nobody\":\"x\"}",
		"{\"seen\":\"1\"}", "{\"password\":\"x\"}" };

	for (size_t i = 0; i < COUNT(texts); i++) {
		struct form *f = form_new(*state, survey, COUNT(survey));
		json_t *raw = json_loads(texts[i], 0, NULL), *answers;

		form_load_raw(f, raw);
		form_check(f, 0, f->n);
		answers = form_answers(f);
		assert_non_null(answers);
		assert_null(f->values[PASSWORD].parts[0]);
		json_decref(answers);
		json_decref(raw);
	}
}

static void answers_are_checked_and_due(void **state)
{
	struct form *f = filled(*state);
	json_t *answers, *want;

	assert_int_equal(form_check(f, 0, f->n), 0);
	answers = form_answers(f);
	want = json_loads(
		"{\"stance\":\"against\",\"more\":\"yes\",\"why\":\"It\\n\\\"matters\\\" 😀\","
		"\"travel\":[\"bus\",\"car\"],\"views\":{\"care\":\"2\"},\"seen\":\"2026-03-31\","
		"\"age\":42}",
		0, NULL);
	assert_non_null(want);
	assert_true(json_equal(answers, want));
	json_decref(answers);
	json_decref(want);
	form_put(f, "stance", 0, "for");
	form_put(f, "age", 0, "old");
	form_check(f, 0, f->n);
	answers = form_answers(f);
	assert_null(json_object_get(answers, "more"));
	assert_null(json_object_get(answers, "why"));
	assert_null(json_object_get(answers, "age"));
	json_decref(answers);
}

static void a_struct_is_filled_or_untouched(void **state)
{
	struct order {
		const char *town, *stance, *born;
		int64_t age;
		bool carer;
	} order = { .age = 7 };
	const struct field fields[] = {
		{ .type = FIELD_SHORT,
			.name = "town",
			.label = "Town",
			.into = offsetof(struct order, town) },
		{ .type = FIELD_RADIOS,
			.name = "stance",
			.label = "Stance",
			.choices = stances,
			.n_choices = 2,
			.into = offsetof(struct order, stance) },
		{ .type = FIELD_DATE,
			.name = "born",
			.label = "Born",
			.into = offsetof(struct order, born) },
		{ .type = FIELD_NUMBER,
			.name = "age",
			.label = "Age",
			.required = true,
			.into = offsetof(struct order, age) },
		{ .type = FIELD_YES_NO,
			.name = "carer",
			.label = "Carer",
			.into = offsetof(struct order, carer) },
	};
	struct form *f = form_new(*state, fields, COUNT(fields));

	assert_false(form_fill(f, params(*state, "town", "Bath", NULL), &order));
	assert_int_equal(order.age, 7);
	assert_null(order.town);
	assert_true(form_fill(f,
		params(*state, "town", " Bath", "age", "1,000", "carer", "yes", "born-day", "1",
			"born-month", "1", "born-year", "2000", NULL),
		&order));
	assert_string_equal(order.town, "Bath");
	assert_null(order.stance);
	assert_string_equal(order.born, "2000-01-01");
	assert_int_equal(order.age, 1000);
	assert_true(order.carer);
}

/* What came is in the request's files; a field of a form has no member for it. */
static void a_file_fills_nothing(void **state)
{
	struct order {
		const char *town;
	} order = { .town = NULL };
	const struct field fields[] = {
		{ .type = FIELD_SHORT, .name = "town", .label = "Town" },
		{ .type = FIELD_FILE, .name = "plan", .label = "Plan" },
	};
	struct form *f = form_new(*state, fields, COUNT(fields));

	assert_true(form_fill(f, params(*state, "town", "Bath", "plan", "x", NULL), &order));
	assert_string_equal(order.town, "Bath");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, make, drop)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(nested_conditions),
		TEST(a_ring_of_conditions_is_never_due),
		TEST(errors_are_counted_once),
		TEST(raw_values_travel_as_json),
		TEST(hostile_json_does_no_harm),
		TEST(answers_are_checked_and_due),
		TEST(a_struct_is_filled_or_untouched),
		TEST(a_file_fills_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
