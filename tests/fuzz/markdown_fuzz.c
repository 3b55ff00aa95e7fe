/* markdown_fuzz.c: any text becomes a page of known elements alone; links go where links may go. */
#include <strings.h>
#include "fuzz.h"
#include "markdown.h"
#include "params.h"

static const char *const tags[] = { "h2", "h3", "h4", "p", "span", "em", "strong", "code", "pre",
	"ul", "ol", "li", "blockquote", "a", "br", "hr" };

static bool begins(const char *text, const char *with)
{
	return strncasecmp(text, with, strlen(with)) == 0;
}

/* At a "<": an element of the list; only a link has an address, and it is one that we let through.
 */
static void element(const char *at)
{
	const char *name = at + 1 + (at[1] == '/'), *end = strchr(at, '>'), *href;
	size_t len = strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789"), i = 0;

	ASSERT(end);
	while (i < sizeof tags / sizeof *tags &&
		(strlen(tags[i]) != len || strncmp(tags[i], name, len) != 0))
		i++;
	ASSERT(i < sizeof tags / sizeof *tags);
	for (const char *attribute = name + len; attribute < end && *attribute == ' ';) {
		attribute++;
		href = begins(attribute, "href=\"") ? attribute + 6 : NULL;
		ASSERT(href || begins(attribute, "class=\"") || begins(attribute, "start=\""));
		ASSERT(!href || begins(href, "http://") || begins(href, "https://") ||
			begins(href, "mailto:") || (href[0] == '/' && href[1] != '/'));
		attribute = strchr(strchr(attribute, '"') + 1, '"') + 1;
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static bool loaded;
	TALLOC_CTX *ctx = must(talloc_new(NULL));
	struct buf out = { .ctx = ctx };
	struct tpl *page = tpl_new(ctx);
	const char *text, *sentence;

	if (!loaded && !tpl_load_all("build/templates"))
		BUG("no templates: run it from the top folder, after make");
	loaded = true;
	text = text_copyn(ctx, (const char *)data, size);
	if (memchr(data, 0, size) == NULL && text_is_utf8(text, size)) {
		(void)markdown_fits(text, &sentence);
		markdown_show(ctx, text, 2, page, M_MARKDOWN);
		ASSERT(tpl_render(page, T_public_privacy, &out));
		for (const char *at = strstr(buf_text(&out), "</h1>") + 5; (at = strchr(at, '<'));
			at++)
			element(at);
	}
	talloc_free(ctx);
	return 0;
}
