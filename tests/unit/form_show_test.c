/* form_show_test.c: forms as HTML: the design system's markup, names for screen readers, and
 * nothing unescaped. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include "form_parts.h"

static const struct choice stances[] = {
	{ .code = "for", .label = "In <favour>", .hint = "All of \"it\"" },
	{ .code = "against", .label = "Against" }
};
static const struct choice buses[] = { { .code = "bus", .label = "By bus" },
	{ .code = "car", .label = "By car" },
	{ .code = "none", .label = "None of these", .exclusive = true } };
static const struct choice rows[] = { { .code = "access", .label = "Access & care" },
	{ .code = "care", .label = "Care" } };
static const struct choice scale[] = { { .code = "1", .label = "Poor" },
	{ .code = "2", .label = "Good" } };

static int load(void **state)
{
	const char *folder = getenv("SOUNDINGS_TEMPLATES");

	(void)state;
	return tpl_load_all(folder ? folder : "build/templates") ? 0 : -1;
}

static int make(void **state)
{
	*state = talloc_new(NULL);
	return 0;
}

static int drop(void **state)
{
	return talloc_free(*state);
}

static const char *render(void *ctx, const struct form *f, size_t first, size_t count, bool heading)
{
	struct tpl *t = tpl_new(ctx);
	struct buf out = { .ctx = ctx };

	form_show(f, first, count, t, heading);
	assert_true(tpl_render(t, T_form_body, &out));
	return buf_text(&out);
}

static struct form *one(void *ctx, const struct field *field, const char *raw)
{
	struct form *f = form_new(ctx, field, 1);

	form_put(f, field->name, 0, raw);
	return f;
}

static const char *shown(void *ctx, const struct field *field, const char *raw, bool check)
{
	struct form *f = one(ctx, field, raw);

	if (check)
		form_check(f, 0, 1);
	return render(ctx, f, 0, 1, false);
}

static void expect(const char *html, const char *part)
{
	if (!strstr(html, part))
		fail_msg("not there: %s\nin: %s", part, html);
}

static void expect_not(const char *html, const char *part)
{
	if (strstr(html, part))
		fail_msg("there: %s\nin: %s", part, html);
}

static size_t times(const char *html, const char *part)
{
	size_t n = 0;

	for (; (html = strstr(html, part)); html += strlen(part))
		n++;
	return n;
}

static const char hostile[] = "\"><script>alert('1')</script>&amp;";

static void short_text(void **state)
{
	struct field field = { .type = FIELD_SHORT,
		.name = "town",
		.label = "Town & <b>",
		.hint = "As in \"Bath\"",
		.required = true,
		.autocomplete = "address-level2" };
	const char *html = shown(*state, &field, hostile, false);

	expect(html, "<label class=\"nhsuk-label nhsuk-label--m\" for=\"town\">Town &amp; "
		     "&lt;b&gt;</label>");
	expect(html, "<div class=\"nhsuk-hint\" id=\"town-hint\">As in &quot;Bath&quot;</div>");
	expect(html, "id=\"town\" name=\"town\" type=\"text\" "
		     "value=\"&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;amp;\" "
		     "aria-describedby=\"town-hint\" autocomplete=\"address-level2\">");
	expect_not(html, "<script");
	expect_not(html, "error");
	html = shown(*state, &field, "", true);
	expect(html, "<div class=\"nhsuk-form-group nhsuk-form-group--error\">");
	expect(html, "class=\"nhsuk-input nhsuk-input--error\"");
	expect(html, "<span class=\"nhsuk-error-message\" id=\"town-error\"><span "
		     "class=\"nhsuk-u-visually-hidden\">Error: "
		     "</span>Enter town &amp; &lt;b&gt;</span>");
	expect(html, "aria-describedby=\"town-hint town-error\"");
	expect(html, "<div class=\"nhsuk-error-summary\" "
		     "data-module=\"nhsuk-error-summary\">\n<div role=\"alert\">");
	expect(html, "There is a problem</h2>");
	expect(html, "<li><a href=\"#town\">Enter town &amp; &lt;b&gt;</a></li>");
	assert_ptr_not_equal(strstr(html, "error-summary"), NULL);
	assert_true(strstr(html, "error-summary") < strstr(html, "nhsuk-form-group"));
}

static void other_inputs(void **state)
{
	struct field field = {
		.type = FIELD_EMAIL, .name = "x", .label = "X", .min = 0, .max = 120
	};

	expect(shown(*state, &field, "a@b.uk", true),
		"type=\"email\" spellcheck=\"false\" value=\"a@b.uk\" autocomplete=\"email\">");
	field.type = FIELD_NUMBER;
	expect(shown(*state, &field, "7", true), "inputmode=\"numeric\"");
	expect(shown(*state, &field, "7", true), "nhsuk-input--width-5");
	field.type = FIELD_NHS_NUMBER;
	expect(shown(*state, &field, "7", true), "inputmode=\"numeric\"");
	expect(shown(*state, &field, "7", true), "value=\"7\"");
	field.type = FIELD_POSTCODE;
	expect(shown(*state, &field, "ba1", true), "autocomplete=\"postal-code\"");
	field.type = FIELD_PASSWORD;
	expect(shown(*state, &field, "topsecret", true), "type=\"password\"");
	expect(shown(*state, &field, "topsecret", true), "autocomplete=\"current-password\"");
	expect_not(shown(*state, &field, "topsecret", true), "topsecret");
	field.type = FIELD_CODE;
	expect(shown(*state, &field, "123456", true), "autocomplete=\"one-time-code\"");
	expect_not(shown(*state, &field, "123456", true), "123456");
}

static void long_text(void **state)
{
	struct field field = {
		.type = FIELD_LONG, .name = "why", .label = "Why?", .max_length = 5
	};
	const char *html = shown(*state, &field, "\n a\n</textarea>", true);

	expect(html,
		"<div class=\"nhsuk-form-group nhsuk-form-group--error nhsuk-character-count\" "
		"data-module=\"nhsuk-character-count\" data-maxlength=\"5\">");
	/* the first line break is the parser's, the second the person's */
	expect(html,
		"aria-describedby=\"why-info why-error\">\n\n a\n&lt;/textarea&gt;</textarea>");
	expect(html, "id=\"why-info\">You can enter up to 5 characters</div>");
	expect(html, "nhsuk-textarea nhsuk-js-character-count nhsuk-textarea--error");
}

static void radios(void **state)
{
	struct field field = { .type = FIELD_RADIOS,
		.name = "stance",
		.label = "Are you?",
		.hint = "Choose",
		.required = true,
		.choices = stances,
		.n_choices = 2 };
	const char *html = shown(*state, &field, "against", true);

	expect(html, "<fieldset class=\"nhsuk-fieldset\" aria-describedby=\"stance-hint\">");
	expect(html, "<legend class=\"nhsuk-fieldset__legend nhsuk-fieldset__legend--m\">Are "
		     "you?</legend>");
	expect(html, "<div class=\"nhsuk-radios\" data-module=\"nhsuk-radios\">");
	expect(html, "id=\"stance\" name=\"stance\" type=\"radio\" value=\"for\" "
		     "aria-describedby=\"stance-item-hint\">");
	expect(html, "for=\"stance\">In &lt;favour&gt;</label>");
	expect(html, "id=\"stance-item-hint\">All of &quot;it&quot;</div>");
	expect(html, "id=\"stance-2\" name=\"stance\" type=\"radio\" value=\"against\" checked>");
	html = shown(*state, &field, "", true);
	expect(html, "aria-describedby=\"stance-hint stance-error\"");
	expect(html, "<a href=\"#stance\">Select an option</a>");
	expect_not(html, "checked");
	field.type = FIELD_YES_NO;
	field.n_choices = 0;
	html = shown(*state, &field, "yes", true);
	expect(html, "nhsuk-radios--inline");
	expect(html, "value=\"yes\" checked>");
	assert_int_equal(times(html, " checked"), 1);
}

static void headings(void **state)
{
	struct field field = { .type = FIELD_RADIOS,
		.name = "stance",
		.label = "Are you?",
		.choices = stances,
		.n_choices = 2 };

	expect(render(*state, one(*state, &field, NULL), 0, 1, true),
		"<legend class=\"nhsuk-fieldset__legend nhsuk-fieldset__legend--l\">"
		"<h1 class=\"nhsuk-fieldset__heading\">Are you? (optional)</h1></legend>");
	field.type = FIELD_LONG;
	expect(render(*state, one(*state, &field, NULL), 0, 1, true),
		"<h1 class=\"nhsuk-label-wrapper\"><label class=\"nhsuk-label nhsuk-label--l\" "
		"for=\"stance\">Are you? (optional)</label></h1>");
}

static void checkboxes_and_select(void **state)
{
	struct field field = { .type = FIELD_CHECKBOXES,
		.name = "travel",
		.label = "How?",
		.choices = buses,
		.n_choices = 3 };
	struct form *f = form_new(*state, &field, 1);
	const char *html;

	form_put(f, "travel", 0, "car");
	form_put(f, "travel", 1, "none");
	form_check(f, 0, 1);
	html = render(*state, f, 0, 1, false);
	expect(html, "id=\"travel-2\" name=\"travel\" type=\"checkbox\" value=\"car\" checked>");
	expect(html, "<div class=\"nhsuk-checkboxes__divider\">or</div>");
	expect(html, "value=\"none\" checked data-behaviour=\"exclusive\">");
	expect(html, "<a href=\"#travel\">Select ‘By car’ or ‘None of these’, not both</a>");
	field.type = FIELD_SELECT;
	html = shown(*state, &field, "car", true);
	expect(html, "<option value=\"\">Select an option</option>");
	expect(html, "<option value=\"car\" selected>By car</option>");
	assert_int_equal(times(html, "selected"), 1);
}

static void dates(void **state)
{
	struct field field = {
		.type = FIELD_DATE, .name = "born", .label = "Born", .autocomplete = "bday"
	};
	struct form *f = form_new(*state, &field, 1);
	const char *html;

	form_put(f, "born", 0, "3");
	form_put(f, "born", 1, "<i>");
	form_put(f, "born", 2, "1970");
	form_check(f, 0, 1);
	html = render(*state, f, 0, 1, false);
	expect(html, "<fieldset class=\"nhsuk-fieldset\" role=\"group\" "
		     "aria-describedby=\"born-error\">");
	expect(html, "<label class=\"nhsuk-label nhsuk-date-input__label\" "
		     "for=\"born-month\">Month</label>");
	expect(html, "nhsuk-date-input__input nhsuk-input--error\" id=\"born-month\" "
		     "name=\"born-month\" type=\"text\" "
		     "inputmode=\"numeric\" value=\"&lt;i&gt;\" autocomplete=\"bday-month\">");
	assert_int_equal(times(html, "nhsuk-input--error"), 1);
	expect(html, "<a href=\"#born-month\">");
	form_put(f, "born", 1, "2");
	form_fail(f, "born", "Not then");
	assert_int_equal(times(render(*state, f, 0, 1, false), "nhsuk-input--error"), 3);
}

static void grid(void **state)
{
	struct field field = { .type = FIELD_GRID,
		.name = "views",
		.label = "Views?",
		.rows = rows,
		.n_rows = 2,
		.choices = scale,
		.n_choices = 2,
		.required = true };
	struct form *f = form_new(*state, &field, 1);
	const char *html;

	form_put(f, "views", 0, "2");
	form_check(f, 0, 1);
	html = render(*state, f, 0, 1, false);
	assert_int_equal(times(html, "<fieldset"), 3);
	assert_int_equal(times(html, "</fieldset>"), 3);
	expect(html, "<legend class=\"app-grid__label\">Access &amp; care</legend>");
	expect(html, "id=\"views-row-access-2\" name=\"views-access\" type=\"radio\" value=\"2\" "
		     "checked>");
	expect(html, "<label class=\"nhsuk-label nhsuk-radios__label\" "
		     "for=\"views-row-access-2\">Good</label>");
	expect(html, "<a href=\"#views-row-care\">Select an option for ‘Care’</a>");
	expect(html, "id=\"views-row-care\"");
	assert_int_equal(times(html, "app-grid__row--error"), 1);
	assert_int_equal(times(html, " checked"), 1);
}

static const struct field conditional[] = {
	{ .type = FIELD_RADIOS,
		.name = "stance",
		.label = "Stance",
		.required = true,
		.choices = stances,
		.n_choices = 2 },
	{ .type = FIELD_LONG,
		.name = "why",
		.label = "Why?",
		.hint = "In short",
		.required = true,
		.when_name = "stance",
		.when_code = "against" },
	{ .type = FIELD_SHORT,
		.name = "route",
		.label = "Route",
		.when_name = "stance",
		.when_code = "for" },
};

static void conditions(void **state)
{
	struct form *f = form_new(*state, conditional, 3);
	const char *html = render(*state, f, 0, 2, false);

	expect(html,
		"<div class=\"app-when\" data-when-name=\"stance\" data-when-value=\"against\">");
	expect(html, "id=\"why-when\">Answer this only if you chose “Against” above.</p>");
	expect(html, "aria-describedby=\"why-info why-when why-hint\"");
	assert_int_equal(times(html, "<div"), times(html, "</div>"));
	form_put(f, "stance", 0, "for");
	assert_int_equal(form_check(f, 0, 2), 0);
	html = render(*state, f, 0, 2, false);
	expect(html, "id=\"why\"");
	expect_not(html, "error");
	/* asked on an earlier page */
	expect_not(render(*state, f, 1, 1, false), "id=\"why\"");
	html = render(*state, f, 2, 1, false);
	expect(html, "id=\"route\"");
	expect_not(html, "data-when-name");
}

static void errors_of_the_form_come_first(void **state)
{
	struct form *f = form_new(*state, conditional, 3);
	const char *html;

	form_check(f, 0, 3);
	form_fail(f, NULL, "Somebody <else> was faster");
	html = render(*state, f, 0, 3, false);
	expect(html, "<ul class=\"nhsuk-list nhsuk-error-summary__list\">\n<li>Somebody "
		     "&lt;else&gt; was faster</li>");
	expect(html, "<li><a href=\"#stance\">Select an option for ‘Stance’</a></li>");
	expect_not(
		render(*state, f, 2, 1, false), "#stance"); /* no link to what is not on the page */
}

static void answers_to_check(void **state)
{
	static const struct field fields[] = {
		{ .type = FIELD_LONG, .name = "why", .label = "Why is it?", .summary = "Why" },
		{ .type = FIELD_CHECKBOXES,
			.name = "travel",
			.label = "Travel",
			.choices = buses,
			.n_choices = 3 },
		{ .type = FIELD_GRID,
			.name = "views",
			.label = "Views",
			.rows = rows,
			.n_rows = 2,
			.choices = scale,
			.n_choices = 2 },
		{ .type = FIELD_DATE, .name = "seen", .label = "Seen" },
		{ .type = FIELD_YES_NO, .name = "carer", .label = "Carer" },
		{ .type = FIELD_SHORT, .name = "town", .label = "Town" },
		{ .type = FIELD_PASSWORD, .name = "password", .label = "Password" },
		{ .type = FIELD_SHORT,
			.name = "route",
			.label = "Route",
			.when_name = "travel",
			.when_code = "car" },
	};
	struct form *f = form_new(*state, fields, COUNT(fields));
	struct tpl *t = tpl_new(*state);
	struct buf out = { .ctx = *state };
	const char *html;

	form_put(f, "why", 0, "<b>\ntwo");
	form_put(f, "travel", 0, "bus");
	form_put(f, "views", 1, "2");
	form_put(f, "seen", 0, "31");
	form_put(f, "seen", 1, "3");
	form_put(f, "seen", 2, "2026");
	form_put(f, "carer", 0, "no");
	form_put(f, "password", 0, "topsecret");
	form_check(f, 0, f->n);
	form_summary(f, 0, f->n, t, "change", 3);
	assert_true(tpl_render(t, T_form_body, &out));
	html = buf_text(&out);
	expect(html, "<dt class=\"nhsuk-summary-list__key\">Why</dt>");
	expect(html, "<div class=\"app-text\">&lt;b&gt;\ntwo</div>");
	expect(html, "<div class=\"app-text\">By bus</div>");
	expect(html, "<div class=\"app-text\">Care: Good</div>");
	expect(html, "<div class=\"app-text\">31 March 2026</div>");
	expect(html, "<div class=\"app-text\">No</div>");
	assert_int_equal(times(html, "Not answered"), 1);
	expect(html, "<button class=\"app-link-button\" type=\"submit\" name=\"change\" "
		     "value=\"3\">Change"
		     "<span class=\"nhsuk-u-visually-hidden\"> Why</span></button>");
	expect_not(html, "assword");
	expect_not(html, "Route");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, make, drop)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(short_text),
		TEST(other_inputs),
		TEST(long_text),
		TEST(radios),
		TEST(headings),
		TEST(checkboxes_and_select),
		TEST(dates),
		TEST(grid),
		TEST(conditions),
		TEST(errors_of_the_form_come_first),
		TEST(answers_to_check),
	};

	return cmocka_run_group_tests(tests, load, NULL);
}
