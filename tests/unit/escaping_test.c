/* escaping_test.c: promise 6: no text of a user runs in a browser. Every value of every template is
 * given every hostile text; the page's tree must be the one that a harmless word makes, and the
 * text must come out as it went in. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include "hostile_texts.h"
#include "html_shape.h"
#include "tpl.h"

static const char WORD[] = "zqharmlesszq";

static char *read_template(TALLOC_CTX *ctx, const char *folder, int file)
{
	char *name = text_format(ctx, "%s/%s", folder, tpl_file_names[file]), *text;
	FILE *stream = fopen(name, "re");
	size_t len;

	talloc_free(name);
	assert_non_null(stream);
	text = talloc_zero_size(ctx, 256 * 1024);
	len = fread(text, 1, 256 * 1024 - 1, stream);
	assert_true(len > 0);
	fclose(stream);
	return text;
}

static enum tpl_marker marker_of(const char *name, size_t len)
{
	for (int i = 0; i < M_COUNT; i++)
		if (strlen(tpl_marker_names[i]) == len &&
			memcmp(tpl_marker_names[i], name, len) == 0)
			return (enum tpl_marker)i;
	fail_msg("no marker %.*s", (int)len, name);
	return M_COUNT;
}

/* Sections that are there already: a section that occurs twice in one place is shown once. */
struct shown {
	struct tpl *parent, *node;
	enum tpl_marker marker;
};

/* Shows every section of the template, however deep. */
static void show_sections(TALLOC_CTX *ctx, struct tpl *root, const char *text)
{
	struct shown *shown = NEW_ARRAY(ctx, struct shown, 1000);
	struct tpl *stack[20] = { root };
	size_t depth = 0, n = 0, k;

	for (const char *at = text; (at = strstr(at, "{{")); at += 2) {
		if (at[2] == '/')
			depth--;
		if (at[2] != '#')
			continue;
		enum tpl_marker marker = marker_of(at + 3, strcspn(at + 3, "}"));

		for (k = 0; k < n && (shown[k].parent != stack[depth] || shown[k].marker != marker);
			k++)
			;
		if (k == n)
			shown[n++] = (struct shown){ stack[depth], tpl_add(stack[depth], marker),
				marker };
		assert_true(n < 1000 && depth + 1 < COUNT(stack));
		stack[++depth] = shown[k].node;
	}
	assert_int_equal(depth, 0);
}

/* Whole addresses: not anybody's text, but literals of ours, or looked at before they are set
 * (lint_templates.mjs has the same list, with the reasons). */
static bool is_address(enum tpl_marker marker)
{
	return marker == M_MENU_PATH || marker == M_LIST_LINK || marker == M_MD_URL ||
	       marker == M_MD_ADDRESS; /* tpl.cc escapes it: markdown_test.c */
}

/* The template with every value "word" but one. */
static struct html *render(
	TALLOC_CTX *ctx, int file, const char *text, enum tpl_marker marker, const char *value)
{
	struct tpl *root = tpl_new(ctx);
	struct buf out = { .ctx = ctx };

	for (unsigned i = 0; i < tpl_use_count; i++)
		if ((int)tpl_uses[i].file == file && tpl_uses[i].kind == 'v')
			tpl_set(root, tpl_uses[i].marker,
				is_address(tpl_uses[i].marker) ? "/word" : "word");
	tpl_set(root, marker, value);
	show_sections(ctx, root, text);
	if (!tpl_render(root, (enum tpl_file)file, &out))
		fail_msg("%s cannot be rendered", tpl_file_names[file]);
	return html_read(ctx, buf_text(&out));
}

/* What the words must be: those of the harmless page, with the text where its word was. */
static const char *expected(TALLOC_CTX *ctx, const char *words, const char *text)
{
	struct buf out = { .ctx = ctx };
	const char *found;

	for (; (found = strstr(words, WORD)); words = found + sizeof WORD - 1) {
		buf_add(&out, words, (size_t)(found - words));
		for (const char *s = text; *s; s++)
			buf_addc(&out, html_space(*s) ? ' ' : *s);
	}
	buf_adds(&out, words);
	return buf_text(&out);
}

/* A sentence about what is wrong, or NULL. */
static const char *compare(
	TALLOC_CTX *ctx, const struct html *harmless, const struct html *hostile, const char *text)
{
	if (hostile->bad_url)
		return text_format(ctx, "an address: %s", hostile->bad_url);
	if (strcmp(buf_text(&harmless->shape), buf_text(&hostile->shape)) != 0)
		return "other tags";
	if (strcmp(expected(ctx, buf_text(&harmless->words), text), buf_text(&hostile->words)) != 0)
		return "other words";
	return NULL;
}

/* How many of this value's pages are wrong; says which when `loud`. */
static unsigned check_use(const struct tpl_use *use, const char *template, bool loud)
{
	TALLOC_CTX *ctx = talloc_new(NULL), *one;
	struct html *harmless = render(ctx, (int)use->file, template, use->marker, WORD);
	unsigned wrong = 0;

	if (!strstr(buf_text(&harmless->words), WORD)) {
		fprintf(stderr, "%s: {{%s}} is not on the page\n", tpl_file_names[use->file],
			tpl_marker_names[use->marker]);
		wrong++;
	}
	for (size_t i = 0; i < COUNT(hostile_texts); i++) {
		one = talloc_new(ctx);
		const char *fault = compare(one, harmless,
			render(one, (int)use->file, template, use->marker, hostile_texts[i]),
			hostile_texts[i]);

		if (fault && loud)
			fprintf(stderr, "%s: {{%s}} = %s: %s\n", tpl_file_names[use->file],
				tpl_marker_names[use->marker], hostile_texts[i], fault);
		wrong += fault != NULL;
		talloc_free(one);
	}
	talloc_free(ctx);
	return wrong;
}

static void every_value_of_every_template(void **state)
{
	unsigned wrong = 0, values = 0;
	char *template = NULL;
	int file = -1;

	(void)state;
	assert_true(COUNT(hostile_texts) >= 60);
	for (unsigned i = 0; i < tpl_use_count; i++) {
		if (tpl_uses[i].kind != 'v' || is_address(tpl_uses[i].marker))
			continue;
		if ((int)tpl_uses[i].file != file) {
			talloc_free(template);
			file = (int)tpl_uses[i].file;
			template = read_template(NULL, "build/templates", file);
		}
		wrong += check_use(&tpl_uses[i], template, true);
		values++;
	}
	talloc_free(template);
	assert_true(values > 0);
	assert_int_equal(wrong, 0);
}

/* ---- Controls: the test must be able to fail ------------------------------------------------- */

static const struct tpl_use *first_value(void)
{
	for (unsigned i = 0; i < tpl_use_count; i++)
		if (tpl_uses[i].kind == 'v')
			return &tpl_uses[i];
	return NULL;
}

/* A copy of all templates in a folder of its own, the first that has a value followed by `more`, or
 * `more` instead of it.
 * @ in `more` is the value's name. */
static const char *copy_templates(TALLOC_CTX *ctx, const char *more, bool instead)
{
	char *folder = text_copy(ctx, "build/escaping-XXXXXX");
	const struct tpl_use *use = first_value();

	assert_non_null(mkdtemp(folder));
	for (int i = 0; i < T_COUNT; i++) {
		FILE *out = fopen(text_format(ctx, "%s/%s", folder, tpl_file_names[i]), "we");

		assert_non_null(out);
		if (!instead || i != (int)use->file)
			fputs(read_template(ctx, "build/templates", i), out);
		for (const char *s = more; i == (int)use->file && *s; s++)
			*s == '@' ? fputs(tpl_marker_names[use->marker], out) : fputc(*s, out);
		fclose(out);
	}
	return folder;
}

static void remove_templates(TALLOC_CTX *ctx, const char *folder)
{
	for (int i = 0; i < T_COUNT; i++)
		unlink(text_format(ctx, "%s/%s", folder, tpl_file_names[i]));
	rmdir(folder);
}

enum outcome { CLEAN, CAUGHT, REFUSED };

/* Loads the copy and checks its first value, in a process of its own: templates are loaded once a
 * process. */
static enum outcome check_copy(const char *more, bool instead)
{
	TALLOC_CTX *ctx = talloc_new(NULL);
	const char *folder = copy_templates(ctx, more, instead);
	const struct tpl_use *use = first_value();
	pid_t child = fork();
	int status;

	assert_true(child >= 0);
	if (child == 0) {
		if (!freopen("/dev/null", "w", stderr) || !tpl_load_all(folder))
			_exit(REFUSED);
		_exit(check_use(use, read_template(ctx, folder, (int)use->file), false) ? CAUGHT
											: CLEAN);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	remove_templates(ctx, folder);
	talloc_free(ctx);
	return (enum outcome)WEXITSTATUS(status);
}

static void a_template_with_a_hole_is_caught(void **state)
{
	(void)state;
	assert_int_equal(check_copy("<p>{{@}}</p>", false), CLEAN);
	assert_int_equal(check_copy("<p>{{@:none}}</p>", false), CAUGHT);
	assert_int_equal(check_copy("<a href=\" {{@}}\">a</a>", false), CAUGHT);
	assert_int_equal(check_copy("<button formaction=\"{{@}}\">a</button>", false), CAUGHT);
	assert_int_equal(check_copy("<a xlink:href=\"{{@}}\">a</a>", false), CAUGHT);
	assert_int_equal(check_copy("<p id={{@}}>a</p>", false), CAUGHT);
	assert_int_equal(check_copy("<a href=\"/s/{{@}}\">a</a>", false), CLEAN);
}

static void a_template_that_is_not_escaped_is_refused(void **state)
{
	(void)state;
	assert_int_equal(check_copy("<p>{{@}}</p>", true), REFUSED);
	assert_int_equal(
		check_copy(" {{%AUTOESCAPE context=\"HTML\"}}<p>{{@}}</p>", true), REFUSED);
}

static void the_reader_sees_what_a_browser_sees(void **state)
{
	TALLOC_CTX *ctx = talloc_new(NULL);

	(void)state;
	assert_string_equal(buf_text(&html_read(ctx, "<p id=\"a\">b</p>")->shape), "<p id></p>");
	assert_string_equal(
		buf_text(&html_read(ctx, "<p id=\"a\" onclick='x'>b")->shape), "<p id onclick>");
	assert_string_equal(buf_text(&html_read(ctx, "<p id=a/onclick=x>b")->shape), "<p id=>");
	assert_string_equal(buf_text(&html_read(ctx, "<svg/onload=x>")->shape), "<svg onload=>");
	assert_string_equal(buf_text(&html_read(ctx, "<textarea><b></textarea><b>")->shape),
		"<textarea></textarea><b>");
	assert_string_equal(buf_text(&html_read(ctx, "a < b <!-- <i> --> <i>")->shape), "<!><i>");
	assert_string_equal(buf_text(&html_read(ctx, "&lt;b&gt; &amp;amp;")->words), "<b> &amp;");
	assert_non_null(html_read(ctx, "<a href=\"javascript:x\">")->bad_url);
	assert_non_null(html_read(ctx, "<a href=\"&#106;avascript:x\">")->bad_url);
	assert_non_null(html_read(ctx, "<form action=\"//evil.example\">")->bad_url);
	assert_null(html_read(ctx, "<a href=\"/s/javascript:x\">")->bad_url);
	talloc_free(ctx);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_reader_sees_what_a_browser_sees),
		cmocka_unit_test(a_template_with_a_hole_is_caught),
		cmocka_unit_test(a_template_that_is_not_escaped_is_refused),
		cmocka_unit_test(every_value_of_every_template),
	};

	if (!tpl_load_all("build/templates"))
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
