/* markdown.c: the safe subset of CommonMark, as a tree of templates. */
#include "markdown.h"

#include <cmark.h>
#include <string.h>
#include "form.h"

/* Where we are in the text: `place` is the tpl whose {{>MARKDOWN}} takes the children. */
struct walk {
	TALLOC_CTX *ctx;
	size_t nodes;
	bool cut;
	int first; /* level of heading */
};

static void show_children(struct walk *, cmark_node *, struct tpl *, enum tpl_marker, size_t);

static const char *kept(struct walk *w, const char *text)
{
	return text_copy(w->ctx, text ? text : "");
}

static void show_words(struct walk *w, const char *text, struct tpl *t, enum tpl_marker include)
{
	struct tpl *node = tpl_include(t, include, T_markdown);

	tpl_set(tpl_add(node, M_MD_WORDS), M_MD_TEXT, kept(w, text));
}

/* A path of this site: one slash, and no second one or backslash, with which it would name another
 * host. */
static bool is_own_path(const char *url)
{
	return url[0] == '/' && url[1] != '/' && url[1] != '\\';
}

static bool has_scheme(const char *url, const char *scheme)
{
	size_t len = strlen(scheme);

	return strncasecmp(url, scheme, len) == 0 && url[len] != '\0';
}

/* Characters no address has unescaped; browsers drop some of them while they look for the scheme.
 */
static bool is_clean(const char *url)
{
	for (; *url; url++)
		if ((unsigned char)*url <= 0x20 || *url == 0x7f || strchr("\\\"<>`{}|^", *url))
			return false;
	return true;
}

/* The section of a link that may be one, its address set; NULL for any other. */
static struct tpl *link_section(struct walk *w, const char *url, struct tpl *t)
{
	struct tpl *section;

	if (!url || !is_clean(url))
		return NULL;
	if (has_scheme(url, "mailto:") && check_email(url + 7)) {
		section = tpl_add(t, M_MD_MAIL);
		tpl_set(section, M_MD_ADDRESS, kept(w, url + 7));
		return section;
	}
	if (!is_own_path(url) && !has_scheme(url, "https://") && !has_scheme(url, "http://"))
		return NULL;
	section = tpl_add(t, M_MD_LINK);
	tpl_set(section, M_MD_URL, kept(w, url));
	return section;
}

/* A link to anywhere else: its words, and where it would have gone, for the author to see. */
static void show_link(
	struct walk *w, cmark_node *n, struct tpl *t, enum tpl_marker include, size_t depth)
{
	const char *url = cmark_node_get_url(n);
	struct tpl *node = tpl_include(t, include, T_markdown),
		   *section = link_section(w, url, node);

	if (section) {
		show_children(w, n, section, M_MARKDOWN, depth);
		return;
	}
	show_children(w, n, tpl_add(node, M_MD_SPAN), M_MARKDOWN, depth);
	if (url && *url)
		show_words(w, text_format(w->ctx, " (%s)", url), t, include);
}

/* "## " of the text is of the first level, "# " too: the page has its h1 already. */
static enum tpl_marker heading_section(const struct walk *w, int level)
{
	level = w->first + (level > 2 ? level - 2 : 0);
	return level <= 2 ? M_MD_H2 : level == 3 ? M_MD_H3 : M_MD_H4;
}

static struct tpl *list_section(cmark_node *n, struct tpl *t)
{
	struct tpl *section;

	if (cmark_node_get_list_type(n) != CMARK_ORDERED_LIST)
		return tpl_add(t, M_MD_BULLETS);
	section = tpl_add(t, M_MD_NUMBERS);
	tpl_int(section, M_MD_START, cmark_node_get_list_start(n));
	return section;
}

/* A paragraph of a list whose items follow each other closely has no space of its own. */
static bool is_tight(cmark_node *n)
{
	cmark_node *item = cmark_node_parent(n), *list = item ? cmark_node_parent(item) : NULL;

	return list && cmark_node_get_type(list) == CMARK_NODE_LIST &&
	       cmark_node_get_list_tight(list);
}

/* The section of markdown.tpl that this node is; NULL when it has no children to show. */
static struct tpl *section_of(struct walk *w, cmark_node *n, struct tpl *t)
{
	switch (cmark_node_get_type(n)) {
	case CMARK_NODE_PARAGRAPH:
		return tpl_add(t, is_tight(n) ? M_MD_SPAN : M_MD_PARAGRAPH);
	case CMARK_NODE_HEADING:
		return tpl_add(t, heading_section(w, cmark_node_get_heading_level(n)));
	case CMARK_NODE_BLOCK_QUOTE:
		return tpl_add(t, M_MD_QUOTE);
	case CMARK_NODE_LIST:
		return list_section(n, t);
	case CMARK_NODE_ITEM:
		return tpl_add(t, M_MD_ITEM);
	case CMARK_NODE_EMPH:
		return tpl_add(t, M_MD_EMPHASIS);
	case CMARK_NODE_STRONG:
		return tpl_add(t, M_MD_STRONG);
	case CMARK_NODE_IMAGE: /* its description */
		return tpl_add(t, M_MD_SPAN);
	case CMARK_NODE_CODE_BLOCK:
		tpl_set(tpl_add(t, M_MD_BLOCK), M_MD_TEXT, kept(w, cmark_node_get_literal(n)));
		return NULL;
	case CMARK_NODE_HTML_BLOCK: /* no HTML: as it was typed */
		tpl_set(tpl_add(t, M_MD_TYPED), M_MD_TEXT, kept(w, cmark_node_get_literal(n)));
		return NULL;
	case CMARK_NODE_CODE:
		tpl_set(tpl_add(t, M_MD_CODE), M_MD_TEXT, kept(w, cmark_node_get_literal(n)));
		return NULL;
	case CMARK_NODE_LINEBREAK:
		tpl_show(t, M_MD_BREAK);
		return NULL;
	case CMARK_NODE_THEMATIC_BREAK:
		tpl_show(t, M_MD_RULE);
		return NULL;
	case CMARK_NODE_SOFTBREAK:
		tpl_set(tpl_add(t, M_MD_WORDS), M_MD_TEXT, " ");
		return NULL;
	default: /* words, and HTML within words */
		tpl_set(tpl_add(t, M_MD_WORDS), M_MD_TEXT, kept(w, cmark_node_get_literal(n)));
		return NULL;
	}
}

static void show_children(
	struct walk *w, cmark_node *parent, struct tpl *t, enum tpl_marker include, size_t depth)
{
	for (cmark_node *n = cmark_node_first_child(parent); n && !w->cut; n = cmark_node_next(n)) {
		struct tpl *section;

		if (++w->nodes > MARKDOWN_NODES || depth >= MARKDOWN_DEPTH) {
			show_words(w, "…", t, include);
			w->cut = w->nodes > MARKDOWN_NODES;
			return;
		}
		if (cmark_node_get_type(n) == CMARK_NODE_LINK) {
			show_link(w, n, t, include, depth + 1);
			continue;
		}
		section = section_of(w, n, tpl_include(t, include, T_markdown));
		if (section)
			show_children(w, n, section, M_MARKDOWN, depth + 1);
	}
}

static cmark_node *parsed(const char *text)
{
	return cmark_parse_document(text, strnlen(text, MARKDOWN_BYTES), CMARK_OPT_VALIDATE_UTF8);
}

void markdown_show(
	TALLOC_CTX *ctx, const char *text, int first, struct tpl *t, enum tpl_marker include)
{
	struct walk w = { .ctx = ctx, .first = first };
	cmark_node *document = parsed(text);

	show_children(&w, document, t, include, 0);
	if (strnlen(text, MARKDOWN_BYTES + 1) > MARKDOWN_BYTES && !w.cut)
		show_words(&w, "…", t, include);
	cmark_node_free(document);
}

bool markdown_fits(const char *text, const char **sentence)
{
	size_t depth = 0, deepest = 0, nodes = 0;
	cmark_node *document;
	cmark_iter *iter;
	cmark_event_type event;

	*sentence = "Text must be shorter";
	if (strnlen(text, MARKDOWN_BYTES + 1) > MARKDOWN_BYTES)
		return false;
	document = parsed(text);
	iter = cmark_iter_new(document);
	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *n = cmark_iter_get_node(iter);

		nodes += event == CMARK_EVENT_ENTER;
		if (!cmark_node_first_child(n) && n != document)
			continue; /* it is entered and never left, or both at once */
		depth += event == CMARK_EVENT_ENTER ? 1 : (size_t)-1;
		deepest = depth > deepest ? depth : deepest;
	}
	cmark_iter_free(iter);
	cmark_node_free(document);
	if (deepest > MARKDOWN_DEPTH)
		*sentence = "Lists and quotations must not be nested so deeply";
	else if (nodes > MARKDOWN_NODES)
		*sentence = "Text must have less formatting";
	return deepest <= MARKDOWN_DEPTH && nodes <= MARKDOWN_NODES;
}

const char *markdown_plain(TALLOC_CTX *ctx, const char *words)
{
	struct buf out = { .ctx = ctx };

	for (; *words; words++) {
		if (strchr("\\`*_[]<>&#!", *words))
			buf_addc(&out, '\\');
		buf_addc(&out, *words == '\n' ? ' ' : *words);
	}
	return buf_text(&out);
}
