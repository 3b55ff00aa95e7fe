/* proposal_author.h: what the forms by which an author changes a proposal share. After it is
 * published each change says in public what was changed, and why. */
#ifndef PROPOSAL_AUTHOR_H
#define PROPOSAL_AUTHOR_H

#include "audit.h"
#include "proposal.h"

/* As proposal_found, of one that is not withdrawn. */
int proposal_writable(struct req *, struct q_proposal_by_ref *);
bool proposal_is_draft(const struct q_proposal_by_ref *);

/* These fields; of a published one the sentence for everybody behind them. */
struct form *author_form(
	struct req *, const struct q_proposal_by_ref *, const struct field *, size_t n);
/* What was typed, after form_fill; NULL and "" where nothing was. */
const char *proposal_typed(const struct form *, const char *field);
const char *proposal_typed_or(const struct form *, const char *field);
/* Markdown that cannot be stored is said beside the field. */
void proposal_check_markdown(struct form *, const char *field);

struct author_page {
	const char *heading, *button;
	const char *intro;   /* or NULL */
	bool of_groups;      /* a page about stakeholder groups */
	bool existing;       /* a row is changed, and work_carry was called */
	int64_t row_version; /* of that row */
	bool multipart, warning;
};
/* A page with a form; p NULL: of no proposal. */
int author_show(struct req *, const struct q_proposal_by_ref *, const struct form *,
	const struct author_page *, int status);

/* Something that belongs to it changes: its row is locked, and still in the state that `p` has.
 * False: it is not; then proposal_overtaken() is the page's answer. */
bool proposal_touch(struct req *, const struct q_proposal_by_ref *);
int proposal_overtaken(struct req *, const struct q_proposal_by_ref *);
/* It was done: in the trail, and, once it is published, for everybody. f: of author_form. */
void proposal_done(struct req *, const struct q_proposal_by_ref *, const struct form *f,
	enum audit_action, json_t *detail);
/* The words by which it is searched, as everything is stored now. */
void proposal_store_words(struct req *, const char *ref);
#endif
