/* tries.h: how often somebody may be wrong. Tries are counted under marks (keyed hashes: the table
 * says neither who nor from where), ten in a quarter of an hour. */
#ifndef TRIES_H
#define TRIES_H

#include "req.h"
#include "seal.h"

struct mark {
	uint8_t hash[HASH_BYTES];
};

/* `what` is tried ("sign-in", "codes"), for this account (as typed; in any case), from here or,
 * `from` NULL, from anywhere. */
struct mark tries_mark(struct req *, const char *what, const char *email, const char *from);
/* From where: this browser, when it carries the cookie of an earlier sign-in to this account; else
 * the address, of an IPv6 one the network (/64) that one subscriber has. */
const char *tries_from(struct req *, const char *email);
bool tries_over(struct req *, const struct mark *);
void tries_add(struct req *, const struct mark *);
/* After signing in: this browser is known from now on. */
void tries_know_browser(struct req *, const char *email);
#endif
