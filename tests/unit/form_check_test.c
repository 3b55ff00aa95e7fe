/* form_check_test.c: the form engine's model: what is kept, what is due, what is wrong and which
 * words say so. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
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

/* A form of one field with one value, checked. */
static const struct field_value *checked(void *ctx, const struct field *field, const char *raw)
{
	struct form *f = form_new(ctx, field, 1);
	size_t errors;

	form_take(f, 0, 1, params(ctx, field->name, raw, NULL));
	errors = form_check(f, 0, 1);
	assert_int_equal(errors, f->n_errors);
	assert_int_equal(errors, f->values[0].error ? 1 : 0);
	return &f->values[0];
}

static void expect_text(void *ctx, const struct field *field, const char *raw, const char *text)
{
	const struct field_value *value = checked(ctx, field, raw);

	if (value->error)
		fail_msg("\"%s\": %s", raw, value->error);
	if (!text)
		assert_null(value->text);
	else
		assert_string_equal(value->text, text);
	assert_string_equal(value->parts[0], raw);
}

static void expect_error(
	void *ctx, const struct field *field, const char *raw, const char *sentence)
{
	const struct field_value *value = checked(ctx, field, raw);

	if (!value->error)
		fail_msg("\"%s\" was taken", raw);
	assert_string_equal(value->error, sentence);
	assert_string_equal(value->error_id, field->name);
	assert_null(value->text);
	assert_string_equal(value->parts[0], raw);
}

static const char *repeat(void *ctx, const char *what, size_t n)
{
	char *text = must(talloc_strdup(ctx, ""));

	while (n--)
		text = must(talloc_strdup_append_buffer(text, what));
	return text;
}

/* ---- Types of one value ---------------------------------------------------------------------- */

static void short_text(void **state)
{
	void *ctx = *state;
	struct field field = { .type = FIELD_SHORT,
		.name = "town",
		.label = "Town",
		.required = true,
		.max_length = 5 };

	expect_text(ctx, &field, "Bath", "Bath");
	expect_text(ctx, &field, "  Bath \r\n", "Bath");
	expect_text(ctx, &field,
		"\xC2\xA0\xE2\x80\x8B"
		"Bath\xE3\x80\x80",
		"Bath");
	expect_text(ctx, &field, "a\nb", "a b");
	expect_text(ctx, &field, "<b>&\"", "<b>&\"");
	expect_text(ctx, &field, "%n%s", "%n%s");
	expect_text(ctx, &field, "😀😀😀😀😀", "😀😀😀😀😀");
	expect_text(ctx, &field,
		"ab\xE2\x80\xAE"
		"cd",
		"ab\xE2\x80\xAE"
		"cd"); /* params drops it; here it counts as one */
	expect_error(ctx, &field, "😀😀😀😀😀😀", "Town must be 5 characters or fewer");
	expect_error(ctx, &field, "", "Enter town");
	expect_error(ctx, &field, "  \xC2\xA0\t", "Enter town");
	field.missing = "Enter the town you live in";
	expect_error(ctx, &field, " ", "Enter the town you live in");
	field.missing = NULL;
	field.label = "Where do you live?";
	expect_error(ctx, &field, "", "Enter an answer");
	expect_error(ctx, &field, "Bristol", "Your answer must be 5 characters or fewer");
	field.summary = "GP practice";
	expect_error(ctx, &field, "", "Enter GP practice");
	field.required = false;
	expect_text(ctx, &field, "", NULL);
	expect_text(ctx, &field, " \n", NULL);
	field.max_length = 0;
	expect_text(ctx, &field, repeat(ctx, "é", 200), repeat(ctx, "é", 200));
	expect_error(
		ctx, &field, repeat(ctx, "é", 201), "GP practice must be 200 characters or fewer");
}

static void long_text(void **state)
{
	void *ctx = *state;
	struct field field = { .type = FIELD_LONG, .name = "why", .label = "Why?" };

	expect_text(ctx, &field, "\n one\r\ntwo\rthree \n\n", "one\ntwo\nthree");
	expect_text(ctx, &field, repeat(ctx, "😀", 2000), repeat(ctx, "😀", 2000));
	expect_error(ctx, &field, repeat(ctx, "😀", 2001),
		"Your answer must be 2,000 characters or fewer");
}

/* What is far too long is cut between two characters, and is still too long. */
static void a_flood_is_cut(void **state)
{
	void *ctx = *state;
	struct field field = {
		.type = FIELD_SHORT, .name = "town", .label = "Town", .max_length = 5
	};
	const struct field_value *value = checked(ctx, &field, repeat(ctx, "€", 1000));

	assert_string_equal(value->error, "Town must be 5 characters or fewer");
	assert_string_equal(value->parts[0], repeat(ctx, "€", 13));
}

static void email(void **state)
{
	struct field field = {
		.type = FIELD_EMAIL, .name = "email", .label = "Email address", .required = true
	};

	expect_text(*state, &field, " A.Person@NHS.net ", "A.Person@NHS.net");
	expect_error(*state, &field, "", "Enter your email address");
	expect_error(*state, &field, "a@b",
		"Enter an email address in the correct format, like name@example.com");
	expect_error(*state, &field, repeat(*state, "a", 255),
		"Email address must be 254 characters or fewer");
}

static void number(void **state)
{
	struct field field = { .type = FIELD_NUMBER,
		.name = "age",
		.label = "How old are you?",
		.min = 0,
		.max = 120,
		.required = true };

	expect_text(*state, &field, " 42 ", "42");
	expect_text(*state, &field, "0", "0");
	expect_text(*state, &field, "120", "120");
	expect_error(*state, &field, "121", "Your answer must be between 0 and 120");
	expect_error(*state, &field, "-1", "Your answer must be between 0 and 120");
	expect_error(*state, &field, "forty", "Your answer must be a whole number, like 30");
	expect_error(*state, &field, "9223372036854775808",
		"Your answer must be a whole number, like 30");
	expect_error(*state, &field, "", "Enter a number");
	field.label = "Age";
	expect_error(*state, &field, "", "Enter age");
	expect_error(*state, &field, "121", "Age must be between 0 and 120");
	field.min = field.max = 0;
	expect_text(*state, &field, "1,200", "1200");
}

static void nhs_number(void **state)
{
	struct field field = { .type = FIELD_NHS_NUMBER,
		.name = "nhs",
		.label = "What is your NHS number?",
		.required = true };

	expect_text(*state, &field, "943 476 5919", "9434765919");
	expect_error(*state, &field, "943 476 5918",
		"Enter an NHS number in the correct format, like 943 476 5919");
	expect_error(*state, &field, " ", "Enter your NHS number");
}

static void postcode(void **state)
{
	struct field field = { .type = FIELD_POSTCODE,
		.name = "postcode",
		.label = "Your postcode",
		.required = true };

	expect_text(*state, &field, "w1a0ax", "W1A 0AX");
	expect_error(*state, &field, "BA1", "Enter a full UK postcode, like BA1 1AA");
	expect_error(*state, &field, "", "Enter your postcode");
}

static void secrets(void **state)
{
	struct field password = {
		.type = FIELD_PASSWORD, .name = "password", .label = "Password", .required = true
	};
	struct field code = {
		.type = FIELD_CODE, .name = "code", .label = "One-time code", .required = true
	};

	expect_text(*state, &password, " with spaces ", " with spaces ");
	expect_error(*state, &password, "", "Enter your password");
	expect_error(*state, &password, repeat(*state, "x", 201),
		"Password must be 200 characters or fewer");
	expect_text(*state, &code, " 123 456 ", "123456");
	expect_error(*state, &code, "", "Enter your one-time code");
	expect_error(*state, &code, "12345", "Your one-time code must be 6 numbers");
	expect_error(*state, &code, "12345x", "Your one-time code must be 6 numbers");
}

/* ---- Choices --------------------------------------------------------------------------------- */

static void one_of_several(void **state)
{
	void *ctx = *state;
	struct field field = { .type = FIELD_RADIOS,
		.name = "stance",
		.label = "Are you in favour?",
		.required = true,
		.choices = stances,
		.n_choices = COUNT(stances) };
	struct field yes_no = {
		.type = FIELD_YES_NO, .name = "carer", .label = "Are you a carer?", .required = true
	};
	struct form *f = form_new(ctx, &field, 1);

	expect_text(ctx, &field, "against", "against");
	expect_error(ctx, &field, "", "Select an option");
	expect_error(ctx, &field, "admin", "Select one of the options");
	expect_error(ctx, &field, "for ", "Select one of the options");
	field.type = FIELD_SELECT;
	field.summary = "Stance";
	expect_text(ctx, &field, "for", "for");
	expect_error(ctx, &field, "", "Select an option for ‘Stance’");
	expect_text(ctx, &yes_no, "no", "no");
	expect_error(ctx, &yes_no, "", "Select yes or no");
	expect_error(ctx, &yes_no, "maybe", "Select one of the options");
	form_take(f, 0, 1, params(ctx, "stance", "for", "stance", "against", NULL));
	assert_int_equal(form_check(f, 0, 1), 1); /* two equal parameters are a trick */
}

static const struct field_value *tick(
	void *ctx, const struct field *field, const char *a, const char *b, const char *c)
{
	struct form *f = form_new(ctx, field, 1);
	struct params *p = params(ctx, field->name, a, field->name, b, field->name, c, NULL);

	p->n = !a ? 0 : !b ? 1 : !c ? 2 : 3;
	form_take(f, 0, 1, p);
	form_check(f, 0, 1);
	return &f->values[0];
}

static void checkboxes(void **state)
{
	void *ctx = *state;
	struct field field = { .type = FIELD_CHECKBOXES,
		.name = "travel",
		.label = "How do you travel?",
		.required = true,
		.choices = buses,
		.n_choices = COUNT(buses) };

	assert_null(tick(ctx, &field, "bus", "car", NULL)->error);
	assert_null(tick(ctx, &field, "none", NULL, NULL)->error);
	assert_null(tick(ctx, &field, "bus", "bus", NULL)->error);
	assert_string_equal(tick(ctx, &field, NULL, NULL, NULL)->error, "Select an option");
	assert_string_equal(
		tick(ctx, &field, "bus", "boat", NULL)->error, "Select one of the options");
	assert_string_equal(tick(ctx, &field, "none", "bus", NULL)->error,
		"Select ‘By bus’ or ‘None of these’, not both");
	assert_string_equal(tick(ctx, &field, "unsure", "none", NULL)->error,
		"Select ‘Not sure’ or ‘None of these’, not both");
	assert_string_equal(tick(ctx, &field, "car", "none", "bus")->error,
		"Select other options or ‘None of these’, not both");
	field.max = 2;
	assert_string_equal(
		tick(ctx, &field, "car", "foot", "bus")->error, "Select no more than 2 options");
	assert_null(tick(ctx, &field, "car", "car", "bus")->error);
	field.required = false;
	assert_null(tick(ctx, &field, NULL, NULL, NULL)->error);
}

static void grid(void **state)
{
	void *ctx = *state;
	struct field field = { .type = FIELD_GRID,
		.name = "views",
		.label = "What do you think of these?",
		.required = true,
		.rows = rows,
		.n_rows = COUNT(rows),
		.choices = scale,
		.n_choices = COUNT(scale) };
	struct form *f = form_new(ctx, &field, 1);
	const struct field_value *value = &f->values[0];

	form_take(f, 0, 1, params(ctx, "views-access", "2", "views-other", "1", NULL));
	assert_int_equal(form_check(f, 0, 1), 1);
	assert_string_equal(value->error, "Select an option for ‘Care’");
	assert_string_equal(value->error_id, "views-row-care");
	form_take(f, 0, 1, params(ctx, "views-access", "9", "views-care", "1", NULL));
	form_check(f, 0, 1);
	assert_string_equal(value->error, "Select one of the options");
	assert_string_equal(value->error_id, "views-row-access");
	form_take(f, 0, 1, params(ctx, "views-access", "2", "views-care", "1", NULL));
	assert_int_equal(form_check(f, 0, 1), 0);
	field.required = false;
	form_take(f, 0, 1, params(ctx, "views-care", "1", NULL));
	assert_int_equal(form_check(f, 0, 1), 0);
}

/* ---- Dates ----------------------------------------------------------------------------------- */

static const struct field_value *date(
	void *ctx, const struct field *field, const char *d, const char *m, const char *y)
{
	struct form *f = form_new(ctx, field, 1);

	form_take(f, 0, 1, params(ctx, "born-day", d, "born-month", m, "born-year", y, NULL));
	form_check(f, 0, 1);
	return &f->values[0];
}

static void expect_date_error(const struct field_value *value, const char *sentence, const char *id)
{
	assert_non_null(value->error);
	assert_string_equal(value->error, sentence);
	assert_string_equal(value->error_id, id);
	assert_null(value->text);
}

static void dates(void **state)
{
	void *ctx = *state;
	struct field field = {
		.type = FIELD_DATE, .name = "born", .label = "Date of birth", .required = true
	};

	assert_string_equal(date(ctx, &field, " 3", "jan", "1970")->text, "1970-01-03");
	expect_date_error(date(ctx, &field, "", "", ""), "Enter date of birth", "born-day");
	expect_date_error(
		date(ctx, &field, "1", "2", " "), "Date of birth must include a year", "born-year");
	expect_date_error(
		date(ctx, &field, "", "x", "1970"), "Date of birth must include a day", "born-day");
	expect_date_error(date(ctx, &field, "1", "", ""),
		"Date of birth must include a month and year", "born-month");
	expect_date_error(date(ctx, &field, "1", "2", "70"),
		"Date of birth must include a year of 4 numbers, like 2026", "born-year");
	expect_date_error(date(ctx, &field, "1", "13", "1970"),
		"Date of birth must be a real date, like 31 3 2026", "born-month");
	expect_date_error(date(ctx, &field, "31", "2", "1970"),
		"Date of birth must be a real date, like 31 3 2026", "born-day");
	assert_string_equal(date(ctx, &field, "<b>", "2", "1970")->parts[0], "<b>");
	field.label = "When were you born?";
	expect_date_error(date(ctx, &field, "", "", ""), "Enter a date", "born-day");
	expect_date_error(date(ctx, &field, "30", "2", "1970"),
		"The date must be a real date, like 31 3 2026", "born-day");
	field.required = false;
	assert_null(date(ctx, &field, "", " ", "")->error);
	expect_date_error(
		date(ctx, &field, "", "2", ""), "The date must include a day and year", "born-day");
}

static void date_limits(void **state)
{
	void *ctx = *state;
	struct field field = { .type = FIELD_DATE,
		.name = "born",
		.label = "Review date",
		.min_date = "2026-01-31",
		.max_date = "2026-12-31" };
	char today[11], year[5] = "", month[3] = "", day[3] = "";

	assert_null(date(ctx, &field, "31", "1", "2026")->error);
	assert_null(date(ctx, &field, "31", "12", "2026")->error);
	expect_date_error(date(ctx, &field, "30", "1", "2026"),
		"Review date must be on or after 31 January 2026", "born-day");
	expect_date_error(date(ctx, &field, "1", "1", "2027"),
		"Review date must be on or before 31 December 2026", "born-day");
	check_today(time(NULL), today);
	memcpy(year, today, 4);
	memcpy(month, today + 5, 2);
	memcpy(day, today + 8, 2);
	field.min_date = field.max_date = "today";
	assert_null(date(ctx, &field, day, month, year)->error);
	expect_date_error(date(ctx, &field, "1", "1", "9999"),
		"Review date must be today or in the past", "born-day");
	expect_date_error(date(ctx, &field, "1", "1", "1000"),
		"Review date must be today or in the future", "born-day");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, make, drop)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(short_text),
		TEST(long_text),
		TEST(a_flood_is_cut),
		TEST(email),
		TEST(number),
		TEST(nhs_number),
		TEST(postcode),
		TEST(secrets),
		TEST(one_of_several),
		TEST(checkboxes),
		TEST(grid),
		TEST(dates),
		TEST(date_limits),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
