/* stencil.h: a page that is the same for everybody but for a few texts, kept as it was rendered,
 * with holes where those texts were. */
#ifndef STENCIL_H
#define STENCIL_H

#include "buf.h"

struct stencil;

/* Cuts the given texts out of a rendered page. Each must stand in it exactly once: NULL when one
 * does not. Owned by ctx. */
struct stencil *stencil_cut(
	TALLOC_CTX *ctx, const char *page, size_t len, const char *const texts[], size_t n);
/* Appends the page with other texts in the holes, in the order that they were cut. They are not
 * escaped: letters, digits, - and _ alone. */
void stencil_fill(const struct stencil *, const char *const texts[], struct buf *out);

#endif
