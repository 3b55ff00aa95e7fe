/* identity_form.h: a warning beside a field whose text looks like a person's identity: "Remove it",
 * or "It is needed, because". It never blocks: who sends the form again has seen it.
 *
 *	bool filled = form_fill(f, &r->body, &in);
 *	json_t *reasons = identity_reasons_new(r->ctx, NULL);
 *
 *	if (identity_warns(r, f, 0, f->n, reasons) || !filled)
 *		return show_form(r, f, 422);
 *
 * The page shows its form by form_show, and needs nothing else. Ask first, and then whether the
 *form was filled: "Remove it" works in a form that has other slips, too. */
#ifndef IDENTITY_FORM_H
#define IDENTITY_FORM_H

#include "form.h"
#include "req.h"

/* Looks at the texts (FIELD_SHORT, FIELD_LONG) among the fields [first, first + count) as they were
 * typed. True: the form is to be shown again. False: nothing was found, or it was all seen; then
 * {"field": name, "passage": text, "reason": text, perhaps ""} is added to `reasons` for each that
 * stays. What `reasons` has is not warned of again; NULL: they are not kept. */
bool identity_warns(struct req *, struct form *, size_t first, size_t count, json_t *reasons);
/* Reasons to begin with, kept by ctx: those of `had` (an array; NULL and anything else: none). */
json_t *identity_reasons_new(TALLOC_CTX *ctx, const json_t *had);
/* Why passages stay, put into the detail of an event, for managers; without any, `detail` as it is.
 */
json_t *identity_detail(TALLOC_CTX *ctx, json_t *detail, const json_t *reasons);
/* The reasons whose passage is still in its field, for what is stored in the end: a new array. */
json_t *identity_reasons_left(const struct form *, const json_t *reasons);
#endif
