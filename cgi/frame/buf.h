/* buf.h: bytes that grow; what a response is written into before anybody sees it. */
#ifndef BUF_H
#define BUF_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <talloc.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Zero-initialised is empty; `ctx` owns the data (set it before the first byte). Always
 * NUL-terminated once something was added, so that data may be read as a string. */
struct buf {
	TALLOC_CTX *ctx;
	char *data;
	size_t len, size;
};

void buf_add(struct buf *, const void *bytes, size_t len);
void buf_adds(struct buf *, const char *string);
void buf_addc(struct buf *, char);
void buf_addf(struct buf *, const char *format, ...) __attribute__((format(printf, 2, 3)));
void buf_reset(struct buf *);             /* empty again, keeps its memory */
const char *buf_text(const struct buf *); /* never NULL */

/* Memory that must be there: prints what is missing and ends the process (its supervisor starts
 * another, MariaDB rolls back), so callers never test for NULL. */
void *must(void *pointer);
/* A promise of the code is broken: says where, ends the process. */
__attribute__((noreturn)) void bug(const char *file, int line, const char *what);
#define BUG(what)         bug(__FILE__, __LINE__, (what))
#define ASSERT(condition) ((condition) ? (void)0 : BUG(#condition))

#define NEW(ctx, type)          ((type *)must(talloc_zero((ctx), type)))
#define NEW_ARRAY(ctx, type, n) ((type *)must(talloc_zero_array((ctx), type, (unsigned)(n))))
char *text_copy(TALLOC_CTX *, const char *);
char *text_copyn(TALLOC_CTX *, const char *, size_t);
char *text_format(TALLOC_CTX *, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* The first `most` characters, and "…" for the rest. Gives `text` itself when there is none. */
const char *text_opening(TALLOC_CTX *, const char *text, size_t most);
/* "pills-that-look-alike-x7kqm2rf": the words of a title for an address, of at most 80 letters;
 * `otherwise` when it has none in our alphabet; and `end` (of at most 18), which makes it one. */
const char *text_slug(TALLOC_CTX *, const char *title, const char *otherwise, const char *end);
/* "299,956" */
const char *count_text(TALLOC_CTX *, int64_t);
#define COUNT(array) (sizeof(array) / sizeof(array)[0])

#ifdef __cplusplus
}
#endif
#endif
