/* seal.h: what travels through somebody else's hands and must come back unread and unaltered
 * (libsodium, XChaCha20-Poly1305). */
#ifndef SEAL_H
#define SEAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <talloc.h>
#include "db.h"

struct conf;

/* `purpose` ("survey", "sent", "flash") is bound into the seal, so that one thing can never be
 * handed in as another. Returns base64url text, owned by ctx. */
char *seal(TALLOC_CTX *, const struct conf *, const char *purpose, const void *plain, size_t len);
/* False when it was altered, cut, or sealed for another purpose or with a key we no longer have.
 * Result NUL-terminated, owned by ctx. */
bool seal_open(TALLOC_CTX *, const struct conf *, const char *purpose, const char *sealed,
	struct bytes *plain);

enum { HASH_BYTES = 32, TOKEN_BYTES = 32 };
void hash_bytes(uint8_t out[HASH_BYTES], const void *bytes, size_t len);
/* Keyed with the newest seal key, for values that outsiders must not be able to make. */
void mac_bytes(const struct conf *, const char *purpose, uint8_t out[HASH_BYTES], const void *bytes,
	size_t len);
char *base64url(TALLOC_CTX *, const void *bytes, size_t len);
bool base64url_open(TALLOC_CTX *, const char *text, struct bytes *out);
#endif
