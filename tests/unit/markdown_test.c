/* markdown_test.c: the safe subset of Markdown: what is in it, and that nothing else ever is. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>
#include "hostile_texts.h"
#include "markdown.h"

static TALLOC_CTX *ctx;

static const char *shown(const char *text)
{
	struct buf out = { .ctx = ctx };
	struct tpl *page = tpl_new(ctx);

	markdown_show(ctx, text, 2, page, M_MARKDOWN);
	assert_true(tpl_render(page, T_public_privacy, &out));
	return strstr(buf_text(&out), "</h1>") + strlen("</h1>\n");
}

static void becomes(const char *text, const char *html)
{
	const char *got = shown(text);
	size_t len = strlen(html);

	if (strncmp(got, html, len) != 0 || got[len + strspn(got + len, "\n")] != '\0')
		fail_msg("%s became %s, not %s", text, got, html);
}

static void each_construct(void **state)
{
	(void)state;
	becomes("# A", "<h2 class=\"nhsuk-heading-m\">A</h2>");
	becomes("## A", "<h2 class=\"nhsuk-heading-m\">A</h2>");
	becomes("### A", "<h3 class=\"nhsuk-heading-s\">A</h3>");
	becomes("###### A", "<h4 class=\"nhsuk-heading-xs\">A</h4>");
	becomes("a*b*c **d** `e`", "<p>a<em>b</em>c <strong>d</strong> <code>e</code></p>");
	becomes("a\nb  \nc", "<p>a b<br>c</p>");
	becomes("> a", "<blockquote class=\"nhsuk-inset-text\"><p>a</p></blockquote>");
	becomes("- a\n  - b\n- c",
		"<ul class=\"nhsuk-list nhsuk-list--bullet\"><li><span>a</span><ul class=\""
		"nhsuk-list nhsuk-list--bullet\"><li><span>b</span></li></ul></li><li><span>c"
		"</span></li></ul>");
	becomes("3. a\n\n4. b",
		"<ol class=\"nhsuk-list nhsuk-list--number\" start=\"3\"><li><p>a</p></li><li><p>b"
		"</p></li></ol>");
	becomes("    a < b\n    c", "<pre class=\"app-text\"><code>a &lt; b\nc\n</code></pre>");
	becomes("a\n\n---\n\nb", "<p>a</p><hr><p>b</p>");
	becomes("![a *kitten*](/k.png)", "<p><span>a <em>kitten</em></span></p>");
	becomes("| a | b |\n|---|---|", "<p>| a | b | |---|---|</p>");
	becomes("", "");
}

static void links_that_may_be(void **state)
{
	(void)state;
	becomes("[a](/privacy)", "<p><a href=\"/privacy\">a</a></p>");
	becomes("[a](https://a.example/b?c=d&e=f)",
		"<p><a href=\"https://a.example/b?c=d&amp;e=f\">a</a></p>");
	becomes("[a](HTTP://a.example)", "<p><a href=\"HTTP://a.example\">a</a></p>");
	becomes("<a.b@c.example>", "<p><a href=\"mailto:a.b@c.example\">a.b@c.example</a></p>");
	becomes("[a](mailto:o'x@c.example)", "<p><a href=\"mailto:o%27x@c.example\">a</a></p>");
}

static void links_that_may_not(void **state)
{
	static const char *const texts[] = { "[x](javascript:alert(1))", "[x](JAVASCRIPT:alert(1))",
		"[x](javascript&#58;alert(1))", "[x](javascript&colon;alert(1))",
		"[x](<java\tscript:alert(1)>)", "[x](&#1;javascript:alert(1))",
		"[x](java&#10;script:alert(1))", "[x](java&Tab;script:alert(1))",
		"[x](data:text/html,<script>alert(1)</script>)", "[x](vbscript:a)",
		"[x](//evil.example/)", "[x](/\\evil.example/)", "[x](\\\\evil.example)",
		"[x](/&Tab;/evil.example)", "[x](ftp://a.example)", "[x](file:///etc/passwd)",
		"[x](https:)", "[x](mailto:)", "[x](mailto:a@b.example?bcc=c@d.example)",
		"[x](a.html)", "[x](?a)", "[x](#a)", "[x]()", "<javascript:alert(1)>",
		"[x]: javascript:alert(1)\n\n[x]", "[x](blob:a)", "![x](javascript:alert(1))",
		"[![x](javascript:a)](javascript:b)" };

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++)
		if (strstr(shown(texts[i]), "href"))
			fail_msg("%s became %s", texts[i], shown(texts[i]));
	becomes("[x](ftp://a.example)", "<p><span>x</span> (ftp://a.example)</p>");
}

/* Only tags of markdown.tpl, whatever the text and wherever in it. */
static void no_html(const char *text)
{
	static const char *const ours[] = { "span>", "em>", "strong>", "code>", "a href=\"http",
		"a href=\"/", "a href=\"mailto:", "a>", "br>", "p>",
		"h2 class=\"nhsuk-heading-m\">", "h2>", "h3 class=\"nhsuk-heading-s\">", "h3>",
		"h4 class=\"nhsuk-heading-xs\">", "h4>",
		"ul class=\"nhsuk-list nhsuk-list--bullet\">", "ul>",
		"ol class=\"nhsuk-list nhsuk-list--number\" start=\"", "ol>", "li>",
		"blockquote class=\"nhsuk-inset-text\">", "blockquote>", "pre class=\"app-text\">",
		"pre>", "p class=\"app-text\">", "hr>" };

	for (const char *at = shown(text); (at = strchr(at, '<')); at++) {
		const char *tag = at + 1 + (at[1] == '/');
		size_t i = 0;

		while (i < COUNT(ours) && strncasecmp(tag, ours[i], strlen(ours[i])) != 0)
			i++;
		if (i == COUNT(ours))
			fail_msg("%s became %.60s", text, at);
	}
}

static void hostile(void **state)
{
	static const char *const around[] = { "%s", "[x](%s)", "[%s](/a)", "![%s](%s)", "<%s>",
		"`%s`", "    %s", "> - %s", "# %s", "*%s*", "[x]: %s\n\n[x]", "```%s\n%s\n```",
		"[x](/a \"%s\")", "<div>%s", "&lt;%s", "\\%s" };

	(void)state;
	for (size_t i = 0; i < COUNT(hostile_texts); i++)
		for (size_t j = 0; j < COUNT(around); j++) {
			struct buf text = { .ctx = ctx };

			for (const char *at = around[j]; *at; at++)
				if (at[0] == '%' && at[1] == 's') {
					buf_adds(&text, hostile_texts[i]);
					at++;
				} else {
					buf_addc(&text, *at);
				}
			no_html(buf_text(&text));
		}
}

static char *repeated(const char *what, size_t n)
{
	struct buf text = { .ctx = ctx };

	while (n--)
		buf_adds(&text, what);
	return text_copy(ctx, buf_text(&text));
}

static void limits(void **state)
{
	static const char *const pieces[] = { "> ", "- ", "*", "[", "![", "<", "`", "a\n\n", "&",
		"1. ", "**a", "_a ", "[a](b", "\\", "](/a)" };
	const char *sentence;

	(void)state;
	for (size_t i = 0; i < COUNT(pieces); i++) { /* 1 MB of each: shown in part, refused */
		const char *text = repeated(pieces[i], 1000000 / strlen(pieces[i]));

		assert_false(markdown_fits(text, &sentence));
		no_html(text);
		no_html(repeated(pieces[i], 19000 / strlen(pieces[i])));
	}
	assert_true(markdown_fits("> > - a *b*", &sentence));
	assert_false(markdown_fits(repeated("> ", 30), &sentence));
	assert_non_null(strstr(sentence, "nested"));
	assert_false(markdown_fits(repeated("*a* ", 4000), &sentence));
	assert_non_null(strstr(shown(text_format(ctx, "%sdeep", repeated("> ", 30))), "…"));
}

static void plain_words(void **state)
{
	(void)state;
	becomes(markdown_plain(ctx, "St_John*s & <b>[Co](/x)\n# `A`"),
		"<p>St_John*s &amp; &lt;b&gt;[Co](/x) # `A`</p>");
}

static int begin(void **state)
{
	(void)state;
	ctx = talloc_new(NULL);
	return 0;
}

static int end(void **state)
{
	(void)state;
	talloc_free(ctx);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(each_construct, begin, end),
		cmocka_unit_test_setup_teardown(links_that_may_be, begin, end),
		cmocka_unit_test_setup_teardown(links_that_may_not, begin, end),
		cmocka_unit_test_setup_teardown(hostile, begin, end),
		cmocka_unit_test_setup_teardown(limits, begin, end),
		cmocka_unit_test_setup_teardown(plain_words, begin, end),
	};

	if (!tpl_load_all("build/templates"))
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
