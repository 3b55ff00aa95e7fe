/* session.h: who is signed in, the token of their forms, and the sentence for their next page. */
#ifndef SESSION_H
#define SESSION_H

#include "req.h"

enum { SESSION_IDLE_SECONDS = 15 * 60, SESSION_MOST_SECONDS = 8 * 60 * 60 };

/* Fills r->person and r->csrf from the request's cookie; gives a visitor without one a cookie of no
 * meaning, so that the sign-in form has a token too. Staff pool only. */
void session_open(struct req *);
/* A new session for this person: new cookie, new token. */
void session_start(struct req *, int64_t person_id);
void session_stop(struct req *);
/* Is the form's csrf parameter this session's? */
bool session_csrf_fits(const struct req *);
/* The sentence that flash() left for this page, once; or NULL. */
const char *session_flash(struct req *);
struct person *person_get(struct db *, TALLOC_CTX *, int64_t person_id);
#endif
