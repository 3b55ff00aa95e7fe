/* proposal_form.h: the form by which people answer a proposal: made of the proposal, so that
 *whoever answers online and whoever types in a letter fill in the same.
 *
 * Online it is a survey of many pages for the visit engine (visit_pages.h). Typed in it is one
 *page:
 *
 *	struct proposal_form *w = proposal_form_new(r->ctx, proposal_asks_staff(r, &p), true);
 *	struct form *f = form_new(r->ctx, w->survey->fields, w->survey->n_fields);
 *
 *	form_take(f, 0, f->n, &r->body);                      // POST
 *	if (form_check(f, 0, f->n) == 0) {
 *		struct proposal_sent in = { .submission = …, .source = "letter", .typed_by = …,
 *			.received_on = …, .late = … };           // what no form asks
 *
 *		proposal_form_sent(w, f, &in);                // all the rest
 *		proposal_store(r->db, r->ctx, r->conf, &in, ref, &response_id);
 *	}
 *	form_show(f, 0, f->n, r->page, false);                // {{>FIELD}}, {{>ERROR_SUMMARY}}
 *
 * Fields, by name: stance; gain_1, gain_1_grade, gain_1_section (and gain_1_more online), …;
 * concern_1, …; own_CODE for each of the proposal's own questions; comment; asks; group (a
 * reference; GROUP_NONE); capacity, organisation; publication, name; online email, wants. */
#ifndef PROPOSAL_FORM_H
#define PROPOSAL_FORM_H

#include "proposal.h"
#include "proposal_store.h"
#include "survey.h"

enum {
	POINTS_ONLINE = 20,  /* gains at most, and concerns */
	POINTS_TYPED_IN = 6, /* on the one page */
	POINT_LENGTH = 1000, /* characters */
	COMMENT_LENGTH = 2000,
	ASKS_LENGTH = 1000,
};
#define GROUP_NONE "none"

/* A section or a group that can be chosen. */
struct proposal_part {
	int64_t id;
	const char *ref, *name;
};

/* What the form is made of. */
struct proposal_asks {
	int64_t proposal_id;
	const char *slug, *title, *in_favour, *against, *unsure, *form, *opens_on, *closes_on;
	const char *asked_by; /* the commissioner */
	const struct proposal_part *sections, *groups;
	size_t n_sections, n_groups;
	const struct proposal_part *group; /* they came by its link, and are not asked; or NULL */
};
struct proposal_asks *proposal_asks_public(struct req *, const struct q_proposal_public_by_slug *);
struct proposal_asks *proposal_asks_made(struct db *, TALLOC_CTX *, const struct settings *,
	const struct q_proposal_public_by_slug *);
struct proposal_asks *proposal_asks_staff(struct req *, const struct q_proposal_by_ref *);

/* proposal_own.c: questions of its own, out of their JSON; NULL: a proposal cannot ask them, and
 * *fault says why. */
const struct survey *proposal_own_compile(
	TALLOC_CTX *, const char *json, struct survey_fault *fault);
/* How many there are. */
size_t proposal_own_count(TALLOC_CTX *, const char *json);

struct proposal_form {
	const struct survey *survey; /* its fields and pages; times as a survey's */
	const struct proposal_asks *asks;
	size_t points; /* how many gains can be given, and how many concerns */
};
/* typed_in: by staff: all on one page, nothing required, no e-mail address. */
struct proposal_form *proposal_form_new(TALLOC_CTX *, const struct proposal_asks *, bool typed_in);
/* Checked answers into what proposal_store() takes: everything but submission, source, event_id,
 * typed_by, received_on, late, edit_hash, replaces and withdrawn, which are the caller's. Texts
 * live as long as the form. */
void proposal_form_sent(const struct proposal_form *, struct form *, struct proposal_sent *out);
/* The checked text of a field that is due; NULL: none. */
const char *proposal_form_text(const struct form *, const char *name);
/* All that was answered, in plain words for a message: a question, its answer below it. */
const char *proposal_form_words(TALLOC_CTX *, const struct proposal_form *, const struct form *);
#endif
