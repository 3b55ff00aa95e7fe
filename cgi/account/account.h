/* account.h: passwords, one-time codes and their secrets. */
#ifndef ACCOUNT_H
#define ACCOUNT_H

#include "db.h"

struct conf;

/* argon2id, 64 MiB, t = 3 (promises.md); about 0.1 s. out: crypto_pwhash_STRBYTES. */
void password_hash(char out[128], const char *password);
/* hash NULL: an unknown account, which takes the same time and is always wrong. */
bool password_fits(const char *hash, const char *password);
/* A new TOTP secret, 160 bits: its base32 text for the person, sealed bytes for the database. */
const char *totp_make(TALLOC_CTX *, const struct conf *, struct bytes *sealed);
/* The secret's base32 text again; NULL when it was sealed with a key we no longer have. */
const char *totp_text(TALLOC_CTX *, const struct conf *, struct bytes sealed);
/* The step (of 30 s) that this code belongs to, now or one either side; 0 when it fits none. */
int64_t totp_step(
	TALLOC_CTX *, const struct conf *, struct bytes sealed, const char *code, int64_t now);

/* `soundings user add`: prints email, password and secret as one TSV line. Exit status. (The verbs
 * of `user` say what is wrong with what they were given; that the database failed, their caller.)
 */
struct account_order {
	const char *email, *name, *roles,
		*organisation; /* organisation: code; NULL: the commissioner */
	const char *password;  /* NULL: a random one */
};
/* The organisation with this code, 0 when there is none; NULL: the commissioner, which is made from
 * the settings of the server when there is none yet. */
int64_t account_organisation(struct db *, TALLOC_CTX *, const struct conf *, const char *code);
int account_add(struct db *, TALLOC_CTX *, const struct conf *, const struct account_order *);
#endif
