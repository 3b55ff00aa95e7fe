/* session.h: who is signed in, the token of their forms, and the sentence for their next page. */
#ifndef SESSION_H
#define SESSION_H

#include "req.h"
#include "seal.h"

enum { SESSION_KEPT_SECONDS = 24 * 60 * 60 }; /* the row of one that is over, see kept.c */

/* Fills r->person and r->csrf from the request's cookie; gives a visitor without one a cookie of no
 * meaning, so that the sign-in form has a token too. Staff pool only. */
void session_open(struct req *);
/* A new session for this person: new cookie, new token. */
void session_start(struct req *, int64_t person_id);
void session_stop(struct req *);
/* What the table knows this session by; false when the request has none. */
bool session_hash(const struct req *, uint8_t hash[HASH_BYTES]);
/* Other cookies: HttpOnly, for this host alone, for so long. NULL when the browser has none. */
const char *cookie_get(const struct req *, const char *name);
void cookie_set(struct req *, const char *name, const char *value, int64_t seconds);
/* From the next request on. The person is a member of it, in that role (NULL: in all). */
void session_act_for(struct req *, int64_t organisation_id, const char *role);
/* Is the form's csrf parameter this session's? */
bool session_csrf_fits(const struct req *);
/* The sentence that flash() or flash_notice() left for this page, once; or NULL. *notice: it tells
 * of something that they did not do. */
const char *session_flash(struct req *, bool *notice);
/* An active person acting for organisation_id (0: where they last did), in one role or, NULL, in
 * all they have there. NULL: unknown, invited or disabled. */
struct person *person_get(
	struct db *, TALLOC_CTX *, int64_t person_id, int64_t organisation_id, const char *role);
#endif
