/* tpl.h: templates. A page fills a tree of values; a template of templates/ turns it into HTML.
 *
 * Names come from the template files themselves (build/gen/tpl_names.h): T_survey_start is
 * templates/survey_start.tpl, M_TITLE is its {{TITLE}}, {{#TITLE}} or {{>TITLE}}; a misspelt one
 * does not compile. A value is seen by the section it was set in and by every section and include
 * inside it. In a sanitizer build a marker that is reached but was never set ends the process. */
#ifndef TPL_H
#define TPL_H

#include <stdbool.h>
#include <stdint.h>
#include "buf.h"
#include "tpl_names.h"

#ifdef __cplusplus
extern "C" {
#endif

struct tpl;

/* Reads every template of `folder`, for good; false (said on stderr) when one is missing,
 * does not parse or does not begin with the AUTOESCAPE line. Once per process, before the first
 * request. */
bool tpl_load_all(const char *folder);

/* An empty tree, owned by ctx (the request). */
struct tpl *tpl_new(TALLOC_CTX *ctx);

/* Values. Text is not copied: it must live as long as the tree (request memory, or a literal). NULL
 * counts as "". */
void tpl_set(struct tpl *, enum tpl_marker, const char *text);
void tpl_setf(struct tpl *, enum tpl_marker, const char *format, ...)
	__attribute__((format(printf, 3, 4)));
void tpl_int(struct tpl *, enum tpl_marker, int64_t number);
void tpl_count(
	struct tpl *, enum tpl_marker, int64_t number); /* with thousands separators: 299,956 */
/* Sections are hidden until shown. add: one more repetition, with values of its own. show: once, no
 * values of its own. */
struct tpl *tpl_add(struct tpl *, enum tpl_marker section);
void tpl_show(struct tpl *, enum tpl_marker section);
/* show when `condition`, and set nothing otherwise. */
void tpl_show_if(struct tpl *, enum tpl_marker section, bool condition);
/* One more template at {{>MARKER}}, with values of its own. */
struct tpl *tpl_include(struct tpl *, enum tpl_marker include, enum tpl_file);
/* The same with a tree that was made before its place was known (a page, then its layout). */
void tpl_adopt(struct tpl *parent, enum tpl_marker include, struct tpl *child, enum tpl_file);
/* {{#SECTION}} shown with {{MARKER}} = text, when text is neither NULL nor "". */
void tpl_optional(struct tpl *, enum tpl_marker section, enum tpl_marker, const char *text);

/* Appends the whole page to out; false when a template is missing (nothing that was appended may be
 * sent). */
bool tpl_render(struct tpl *, enum tpl_file, struct buf *out);

#ifdef __cplusplus
}
#endif
#endif
