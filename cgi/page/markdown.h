/* markdown.h: texts that people write with a little formatting: the safe subset of CommonMark.
 *
 * Headings, paragraphs, lists, emphasis, links, quotations, code, line breaks. No HTML: what looks
 * like it is shown as it was typed. A picture is its description. A link goes to http, https,
 * mailto or a path of this site; any other is shown as words. libcmark reads the text; what it read
 * becomes a tree of templates (markdown.tpl), so ctemplate escapes every letter of it, and there is
 * no place where HTML could come from. */
#ifndef MARKDOWN_H
#define MARKDOWN_H

#include "tpl.h"

enum { MARKDOWN_DEPTH = 20, MARKDOWN_NODES = 5000, MARKDOWN_BYTES = 100000 };

/* Includes the text at {{>INCLUDE}} of t, which needs nothing else set. first: the first level
 * of heading, the one below what it stands under: 2 below the page's own. What goes beyond the
 * limits is left out, and "…" says so. `text` may go afterwards; everything is copied to ctx. */
void markdown_show(
	TALLOC_CTX *ctx, const char *text, int first, struct tpl *t, enum tpl_marker include);
/* May it be stored? Otherwise *sentence says why not, to who wrote it. */
bool markdown_fits(const char *text, const char **sentence);
/* Words that mean nothing to Markdown: a name for the middle of such a text. */
const char *markdown_plain(TALLOC_CTX *, const char *words);

#endif
