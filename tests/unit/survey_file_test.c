/* survey_file_test.c: the JSON form of a survey: what it becomes, and each refusal with its line.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>
#include "survey_parts.h"

/* Line n of the file is lines[n - 1]. */
static const char *const lines[] = {
	"{ \"slug\": \"tea\", \"title\": \"Tea\", \"kind\": \"survey\",",
	"\"organisation\": { \"code\": \"ZZ9\", \"name\": \"Kettle\", \"kind\": \"other\" },",
	"\"opens\": \"2026-03-29\", \"closes\": \"2026-10-26\", \"anonymity\": \"open\",",
	"\"settings\": { \"check_answers\": false, \"date_kept\": \"month\" },",
	/* 5 */ "\"start\": { \"why\": \"We wonder\", \"minutes\": 2, \"happens\": \"We count\" },",
	"\"confirmation\": { \"next\": \"Tea\" },",
	"\"pages\": [ { \"title\": \"Kinds\", \"questions\": [",
	"{ \"code\": \"kind\", \"type\": \"radios\", \"label\": \"Which?\", \"options\": [",
	"  { \"code\": \"black\", \"label\": \"Black\" },",
	/* 10 */ "  { \"code\": \"green\", \"label\": \"Green\" } ] },",
	"{ \"code\": \"cups\", \"type\": \"number\", \"label\": \"Cups?\",",
	"  \"min\": 1, \"max\": 20,",
	"  \"when\": { \"question\": \"kind\", \"option\": \"green\" } } ] },",
	"{ \"questions\": [",
	/* 15 */ "{ \"code\": \"why\", \"type\": \"long_text\", \"label\": \"Why?\" },",
	"{ \"code\": \"with\", \"type\": \"checkboxes\", \"label\": \"With?\", \"options\": [",
	"  { \"code\": \"milk\", \"label\": \"Milk\" },",
	"  { \"code\": \"none\", \"label\": \"None\", \"exclusive\": true } ] },",
	"{ \"code\": \"rate\", \"type\": \"grid\", \"label\": \"Rate\",",
	/* 20 */ "  \"rows\": [ { \"code\": \"hot\", \"label\": \"Heat\" } ],",
	"  \"options\": [ { \"code\": \"a\", \"label\": \"A\" }, { \"code\": \"b\", \"label\": "
	"\"B\" } ] }",
	"] } ] }",
};

static char *file_with(TALLOC_CTX *ctx, size_t line, const char *text)
{
	struct buf file = { .ctx = ctx };

	for (size_t i = 0; i < COUNT(lines); i++) {
		buf_adds(&file, i + 1 == line ? text : lines[i]);
		buf_addc(&file, '\n');
	}
	return file.data;
}

static void compiles(void **state)
{
	TALLOC_CTX *ctx = talloc_new(NULL);
	struct survey_fault fault = { 0 };
	struct survey_file f;
	const char *json = file_with(ctx, 0, "");
	const struct survey *s = survey_read(ctx, json, strlen(json), &f, &fault);

	(void)state;
	assert_string_equal(fault.reason, "");
	assert_non_null(s);
	assert_string_equal(s->slug, "tea");
	assert_string_equal(s->asked_by, "Kettle");
	assert_true(s->by_month && !s->check_answers && !s->one_page && !s->fft);
	assert_int_equal(s->n_pages, 2);
	assert_int_equal(s->n_fields, 5);
	assert_int_equal(s->pages[1].first, 2);
	assert_int_equal(s->pages[1].count, 3);
	assert_string_equal(s->fields[1].when_name, "kind");
	assert_int_equal(s->fields[1].max, 20);
	assert_int_equal(s->fields[2].max_length, 2000);
	assert_true(s->fields[3].choices[1].exclusive);
	assert_int_equal(s->fields[4].n_rows, 1);
	/* The clocks go forward on 29 March 2026 after midnight, and had gone back by 26 October.
	 */
	assert_int_equal(f.opens_at, 1774742400);
	assert_int_equal(f.closes_at, 1792972800);
	talloc_free(ctx);
}

static void one_page(void **state)
{
	TALLOC_CTX *ctx = talloc_new(NULL);
	struct survey_fault fault = { 0 };
	const char *json = file_with(ctx, 4, "\"settings\": { \"one_page\": true },");
	const struct survey *s = survey_compile(ctx, json, strlen(json), &fault);

	(void)state;
	assert_non_null(s);
	assert_int_equal(s->n_pages, 1);
	assert_int_equal(s->pages[0].count, 5);
	talloc_free(ctx);
}

static const struct refusal {
	size_t line; /* that is replaced */
	const char *text;
	int at;            /* line that is named */
	const char *words; /* part of the reason */
} refusals[] = {
	{ 1, "{ \"slug\": \"tea\", \"title\": \"Tea\",, ", 1, "not JSON" },
	{ 6, "\"confirmation\": { \"next\": \"Tea\" ", 7, "not JSON" },
	{ 6, "\"confirmation\": { \"next\": \"Te\xff\" },", 6, "not JSON" },
	{ 6, "\"confirmation\": { \"next\": \"a\", \"next\": \"b\" },", 6, "duplicate" },
	{ 6, "\"confirmation\": [[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]],", 6, "deeper" },
	{ 6, "\"confirmation\": { \"next\": \"\\u202e\" },", 6, "cannot be seen" },
	{ 6, "\"confirmation\": { \"next\": \"\\u0007\" },", 6, "cannot be seen" },
	{ 6, "\"confirmaton\": { \"next\": \"Tea\" },", 6, "did you mean \"confirmation\"" },
	{ 6, "\"zebra\": 1,", 6, "unknown key \"zebra\"" },
	{ 6, "\"confirmation\": {},", 6, "\"next\" is missing" },
	{ 6, "", 1, "\"confirmation\" is missing" },
	{ 1, "{ \"slug\": \"Tea!\", \"title\": \"Tea\",", 1, "slug" },
	{ 1, "{ \"slug\": \"tea\", \"title\": 7,", 1, "\"title\" must be text" },
	{ 1, "{ \"slug\": \"tea\", \"title\": \" \",", 1, "\"title\" is empty" },
	{ 1, "{ \"slug\": \"tea\", \"title\": \"T\", \"kind\": \"ftt\",", 1, "\"kind\" cannot be" },
	{ 1, "{ \"slug\": \"tea\", \"title\": \"T\", \"kind\": \"fft\",", 1, "very_good, good" },
	{ 2, "\"organisation\": { \"name\": \"Kettle\" },", 2, "\"code\" is missing" },
	{ 2, "\"organisation\": {},", 2, "\"code\" is missing" },
	{ 2, "\"organisation\": { \"code\": \"zz\", \"name\": \"K\" },", 2, "capital" },
	{ 3, "\"opens\": \"2026-02-30\",", 3, "\"opens\" must be a day" },
	{ 3, "\"opens\": \"2026-02-02\", \"closes\": \"2026-02-02\",", 3, "after \"opens\"" },
	{ 3, "\"opens\": \"1960-02-02\",", 3, "1970" },
	{ 3, "\"anonymity\": \"unlinkable\",", 3, "needs invitations" },
	{ 4, "\"settings\": { \"one_page\": 1 },", 4, "true or false" },
	{ 5, "\"start\": { \"why\": \"W\", \"minutes\": 2.5, \"happens\": \"H\" },", 5,
		"whole number" },
	{ 5, "\"start\": { \"why\": \"W\", \"minutes\": 0, \"happens\": \"H\" },", 5, "between" },
	{ 8, "{ \"code\": \"state\", \"type\": \"radios\", \"label\": \"L\", \"options\": [", 8,
		"form itself" },
	{ 8, "{ \"code\": \"Kind\", \"type\": \"radios\", \"label\": \"L\", \"options\": [", 8,
		"small letters" },
	{ 8, "{ \"code\": \"a-day\", \"type\": \"radios\", \"label\": \"L\", \"options\": [", 8,
		"small letters" },
	{ 8, "{ \"code\": \"kind\", \"type\": \"radio\", \"label\": \"L\", \"options\": [", 8,
		"did you mean \"radios\"" },
	{ 8, "{ \"code\": \"kind\", \"label\": \"L\", \"options\": [", 8, "\"type\" is missing" },
	{ 8, "{ \"code\": \"kind\", \"type\": \"radios\", \"options\": [", 8,
		"\"label\" is missing" },
	{ 8,
		"{ \"code\": \"kind\", \"type\": \"radios\", \"label\": \"L\", \"max\": 3, "
		"\"options\": [",
		8, "has no \"max\"" },
	{ 10, "  { \"code\": \"black\", \"label\": \"Green\" } ] },", 10,
		"\"black\" is there twice" },
	{ 10, "  { \"code\": \"green\" } ] },", 10, "\"label\" is missing" },
	{ 10, "  { \"code\": \"green\", \"label\": \"G\", \"exclusive\": true } ] },", 10,
		"unknown key \"exclusive\"" },
	{ 10, "  7 ] },", 10, "must be an object" },
	{ 11, "{ \"code\": \"kind\", \"type\": \"number\", \"label\": \"Cups?\",", 11,
		"there twice" },
	{ 12, "  \"min\": 20, \"max\": 20,", 12, "limits contradict" },
	{ 12, "  \"max_length\": 20,", 12, "has no \"max_length\"" },
	{ 13, "  \"when\": { \"question\": \"kin\", \"option\": \"green\" } } ] },", 13,
		"not an earlier question" },
	{ 13, "  \"when\": { \"question\": \"with\", \"option\": \"milk\" } } ] },", 13,
		"not an earlier question" },
	{ 13, "  \"when\": { \"question\": \"kind\", \"option\": \"grey\" } } ] },", 13,
		"not an option" },
	{ 14, "{ \"questions\": [] }, { \"questions\": [", 14, "is empty" },
	{ 15,
		"{ \"code\": \"why\", \"type\": \"long_text\", \"label\": \"W\", \"max_length\": "
		"5001 },",
		15, "between 1 and 5000" },
	{ 15,
		"{ \"code\": \"w\", \"type\": \"long_text\", \"label\": \"W\", \"max_length\": "
		"4000 },\n"
		"{ \"code\": \"x\", \"type\": \"long_text\", \"label\": \"W\", \"max_length\": "
		"1001 },",
		16, "5001 characters together" },
	{ 15,
		"{ \"code\": \"d\", \"type\": \"date\", \"label\": \"D\",\n\"min_date\": "
		"\"2026-02-02\",\n"
		"\"max_date\": \"2026-01-01\" },",
		17, "limits contradict" },
	{ 15, "{ \"code\": \"q\", \"type\": \"select\", \"label\": \"S\" },", 15,
		"\"options\" is missing" },
	{ 18, "  { \"code\": \"none\", \"label\": \"N\" } ], \"max\": 3 },", 18,
		"limits contradict" },
	{ 20, "  \"rows\": [],", 20, "\"rows\" is empty" },
	{ 20, "", 19, "\"rows\" is missing" },
	{ 22, "] } ], \"pages\": [] }", 22, "duplicate" },
	{ 22, "] } ] } x", 22, "not JSON" },
};

static void refuses(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(refusals); i++) {
		const struct refusal *r = &refusals[i];
		TALLOC_CTX *ctx = talloc_new(NULL);
		struct survey_fault fault = { 0 };
		const char *json = file_with(ctx, r->line, r->text);

		if (survey_compile(ctx, json, strlen(json), &fault) || fault.line != r->at ||
			!strstr(fault.reason, r->words)) {
			print_error("%s\nexpected %d: …%s…\ngot      %d: %s\n", r->text, r->at,
				r->words, fault.line, fault.reason);
			fail();
		}
		talloc_free(ctx);
	}
}

/* Too many of a thing, made rather than typed. */
static void refuses_too_many(void **state)
{
	TALLOC_CTX *ctx = talloc_new(NULL);
	struct buf options = { .ctx = ctx }, questions = { .ctx = ctx };
	struct survey_fault fault = { 0 };
	const char *json;

	(void)state;
	for (int i = 0; i < 101; i++)
		buf_addf(&options, "%s{ \"code\": \"c%d\", \"label\": \"L\" }", i ? "," : "", i);
	buf_adds(&options, "] },");
	json = file_with(ctx, 9, "");
	json = file_with(ctx, 10, text_format(ctx, ",%s", options.data));
	assert_null(survey_compile(ctx, json, strlen(json), &fault));
	json = file_with(ctx, 17, "");
	for (int i = 0; i < 201; i++)
		buf_addf(&questions,
			"{ \"code\": \"q%d\", \"type\": \"yes_no\", \"label\": \"L\" },\n", i);
	json = file_with(ctx, 15, questions.data);
	fault = (struct survey_fault){ 0 };
	assert_null(survey_compile(ctx, json, strlen(json), &fault));
	assert_non_null(strstr(fault.reason, "200 are the most"));
	talloc_free(ctx);
}

static void keeps_the_week_or_the_month(void **state)
{
	static const struct {
		bool by_month;
		const char *date, *kept;
	} cases[] = { { false, "2026-11-22", "2026-11-16" }, { false, "2026-11-16", "2026-11-16" },
		{ false, "2027-01-01", "2026-12-28" }, { false, "2024-03-01", "2024-02-26" },
		{ true, "2026-11-22", "2026-11-01" }, { true, "2024-02-29", "2024-02-01" } };
	char kept[11];

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct survey s = { .by_month = cases[i].by_month };

		survey_kept_date(&s, cases[i].date, kept);
		assert_string_equal(kept, cases[i].kept);
	}
	assert_int_equal(london_midnight("2026-03-30"), 1774825200); /* summer time */
	assert_int_equal(london_midnight("2026-10-25"), 1792882800); /* still */
	assert_int_equal(london_midnight("2026-01-01"), 1767225600);
}

static void counts(void **state)
{
	TALLOC_CTX *ctx = talloc_new(NULL);
	struct survey_fault fault = { 0 };
	const char *json = file_with(ctx, 0, "");
	const struct survey *s = survey_compile(ctx, json, strlen(json), &fault);
	struct counts *c = counts_new(ctx);
	const struct tally *t;

	(void)state;
	assert_true(counts_response(c, s,
		"{\"kind\":\"green\",\"cups\":3,\"why\":\"a "
		"\\\"b\\\"\",\"with\":[\"milk\",\"none\"],"
		"\"rate\":{\"hot\":\"b\"}}",
		"2026-05-04", NULL, NULL));
	assert_true(counts_response(c, s, "{\"kind\":\"black\"}", "2026-05-11", NULL, NULL));
	assert_true(counts_response(c, s, "{}", "2026-06-01", NULL, NULL));
	assert_false(counts_response(c, s, "{\"kind\"", "2026-06-01", NULL, NULL));
	t = counts_rows(c);
	assert_int_equal(tally_sum(t, "", "", NULL), 4);
	assert_int_equal(tally_sum(t, "", "", "2026-05-01"), 2);
	assert_int_equal(tally_sum(t, "kind", "green", NULL), 1);
	assert_int_equal(tally_sum(t, "kind", "", "2026-06-01"), 1);
	/* Asked of one, who answered: nobody counts as not answering. */
	assert_int_equal(tally_sum(t, "cups", "3", NULL), 1);
	assert_int_equal(tally_sum(t, "cups", "", NULL), 0);
	assert_int_equal(tally_sum(t, "why", "answered", NULL), 1);
	assert_int_equal(tally_sum(t, "with", "milk", NULL), 1);
	assert_int_equal(tally_sum(t, "with", "none", NULL), 1);
	assert_int_equal(tally_sum(t, "with", "", NULL), 2);
	assert_int_equal(tally_sum(t, "rate.hot", "b", NULL), 1);
	assert_int_equal(tally_sum(t, "rate.hot", "", NULL), 2);
	talloc_free(ctx);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(compiles),
		cmocka_unit_test(one_page),
		cmocka_unit_test(refuses),
		cmocka_unit_test(refuses_too_many),
		cmocka_unit_test(keeps_the_week_or_the_month),
		cmocka_unit_test(counts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
