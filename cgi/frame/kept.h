/* kept.h: what somebody typed while their session ended is kept, and given back to them alone.
 *
 * A form's token says whose session the form was made in, ended or not (session.csrf_hash). A form
 * that comes late is stored for that person, sealed, without its secrets; after they have signed in
 * again they get the same page with everything in it. serve() does all of this: every form has it,
 * as long as it posts to its own address. */
#ifndef KEPT_H
#define KEPT_H

#include "req.h"

/* Answers a POST whose session is over or whose token is of another one: keeps what was typed, and
 * sends to sign in, or back to the form when they are signed in already. Returns an HTTP status. */
int kept_take(struct req *);
/* GET ?kept=ID: fills r->body with what was typed, when it is this person's, acting for the same
 * organisation. */
bool kept_open(struct req *);
/* It has been sent now: forgets it. */
void kept_close(struct req *);
/* To the newest kept form of who has just signed in, or else to "/". */
int kept_redirect(struct req *, int64_t person_id);
/* A list of them at {{#KEPT}} of My work. */
void kept_list(struct req *, struct tpl *);
#endif
