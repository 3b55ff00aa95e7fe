/* bulletin.h: learning bulletins: what everybody can learn from incidents, rewritten so that nobody
 * is recognised.
 *
 * draft → review → published → withdrawn; review → draft when it is sent back. Two people publish
 * one: whoever wrote, changed or sent it cannot approve it, which the database holds them to. What
 * was published stays: a correction is a bulletin of its own, which replaces the first. No reader
 * ever learns from which incidents one was made. */
#ifndef BULLETIN_H
#define BULLETIN_H

#include "access.h"
#include "form.h"
#include "req.h"

enum { BULLETIN_REF = 8, BULLETIN_STATES = 4, BULLETIN_REMIND_DAYS = 7 };
extern const struct choice bulletin_states[BULLETIN_STATES]; /* codes are the table's */
const char *bulletin_state_label(const char *state);
const char *bulletin_state_colour(const char *state); /* of nhsuk-tag */

void bulletin_ref_make(char out[BULLETIN_REF + 1]);
bool bulletin_is_ref(const char *text);
/* "pills-that-look-alike-x7kqm2rf" from a title. `ref` is random, and written when it is "". */
const char *bulletin_slug(TALLOC_CTX *, const char *title, char ref[BULLETIN_REF + 1]);

/* The bulletin of r->args[0] with its rights: 0, or what the page returns. Whoever sees all of them
 * finds one by the end of its address, whatever the title was when they opened it. */
int bulletin_found(struct req *, struct q_bulletin_by_ref *, enum bulletin_access least);
bool bulletin_is(const struct q_bulletin_by_ref *, const char *state);
/* 303 to its page, with a sentence: this is not the time for it. */
int bulletin_not_now(struct req *, const struct q_bulletin_by_ref *, const char *sentence);

enum bulletin_event_kind {
	BULLETIN_WRITTEN,
	BULLETIN_EDITED,
	BULLETIN_SENT,
	BULLETIN_BACK,
	BULLETIN_PUBLISHED,
	BULLETIN_WITHDRAWN,
	BULLETIN_REMINDED,
	BULLETIN_EVENTS
};
/* text: why; NULL for none. */
void bulletin_event(struct req *, int64_t bulletin_id, enum bulletin_event_kind, const char *text);
const char *bulletin_event_label(const char *code);

/* ---- The text ---------------------------------------------------------------------------------
 */

struct bulletin_text {
	const char *title, *summary, *body;
	int64_t published_at;      /* 0: not yet */
	const char *const *themes; /* NULL after the last */
	bool part;                 /* of a page that has a heading of its own */
};
/* Includes it at {{>BULLETIN}} of t, as every reader sees it. */
void bulletin_show(struct req *, const struct bulletin_text *, struct tpl *t);
/* The same of a stored one; staff pool. */
void bulletin_show_row(struct req *, const struct q_bulletin_by_ref *, bool part);

/* ---- Nobody recognised ------------------------------------------------------------------------
 */

/* Does `name` stand in the text, or a word of it that tells (no "Surgery", no "NHS")? The word, or
 * NULL. Letters of any case; whole words. */
const char *bulletin_name_in(TALLOC_CTX *, const char *text, const char *name);
/* Includes at {{>BULLETIN_WARNING}} of t what may give somebody away. bulletin_id, incident_id:
 * whose names are looked for; 0: none. False: nothing was found. */
bool bulletin_warn(struct req *, const struct bulletin_text *, int64_t bulletin_id,
	int64_t incident_id, struct tpl *t);

/* ---- What waits (home.c) ----------------------------------------------------------------------
 */

int64_t bulletins_to_read(struct req *);
int64_t bulletins_to_approve(struct req *);

#include "jobs.h"
job_function bulletin_mail_job;
#endif
