/* seal.c: sealed text, hashes and keyed hashes (libsodium: the primitives and their safe defaults
 * are not our trade). */
#include "seal.h"

#include <sodium.h>
#include <string.h>
#include "buf.h"
#include "conf.h"

enum {
	KEY = crypto_aead_xchacha20poly1305_ietf_KEYBYTES,
	NONCE = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES,
	TAG = crypto_aead_xchacha20poly1305_ietf_ABYTES
};

/* A key for this purpose, derived from the i-th seal.key (what is kept in the database under
 * "secret-…": secret.key, which the public pool does not have); false after the last. */
static bool purpose_key(const struct conf *conf, const char *purpose, size_t i, uint8_t key[KEY])
{
	bool kept = strncmp(purpose, "secret-", 7) == 0;
	const char *hex = conf_nth(conf, kept ? "secret.key" : "seal.key", i);
	uint8_t master[KEY];
	size_t len;

	if (!hex)
		return false;
	if (sodium_hex2bin(master, sizeof master, hex, strlen(hex), NULL, &len, NULL) != 0 ||
		len != sizeof master)
		BUG("a key of the settings is not 64 hex digits");
	crypto_generichash(
		key, KEY, (const uint8_t *)purpose, strlen(purpose), master, sizeof master);
	sodium_memzero(master, sizeof master);
	return true;
}

char *base64url(TALLOC_CTX *ctx, const void *bytes, size_t len)
{
	size_t size = sodium_base64_encoded_len(len, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
	char *text = must(talloc_size(ctx, size));

	return sodium_bin2base64(text, size, bytes, len, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

bool base64url_open(TALLOC_CTX *ctx, const char *text, struct bytes *out)
{
	/* libsodium also takes some bytes beyond ASCII (0xc1 for A): one value would have two
	 * spellings. */
	static const char letters[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
	size_t len = strlen(text);
	uint8_t *bytes = must(talloc_size(ctx, len + 1));

	if (strspn(text, letters) != len ||
		sodium_base642bin(bytes, len, text, len, NULL, &out->len, NULL,
			sodium_base64_VARIANT_URLSAFE_NO_PADDING) != 0)
		return false;
	out->data = bytes;
	return true;
}

char *seal(TALLOC_CTX *ctx, const struct conf *conf, const char *purpose, const void *plain,
	size_t len)
{
	uint8_t key[KEY], *box = must(talloc_size(ctx, NONCE + len + TAG));
	char *text;

	if (!purpose_key(conf, purpose, 0, key))
		BUG("the settings lack a key");
	randombytes_buf(box, NONCE);
	crypto_aead_xchacha20poly1305_ietf_encrypt(
		box + NONCE, NULL, plain, len, NULL, 0, NULL, box, key);
	text = base64url(ctx, box, NONCE + len + TAG);
	talloc_free(box);
	sodium_memzero(key, sizeof key);
	return text;
}

bool seal_open(TALLOC_CTX *ctx, const struct conf *conf, const char *purpose, const char *sealed,
	struct bytes *plain)
{
	uint8_t key[KEY], *out;
	struct bytes box;

	if (!base64url_open(ctx, sealed, &box) || box.len < NONCE + TAG)
		return false;
	out = must(talloc_zero_size(ctx, box.len - NONCE - TAG + 1));
	for (size_t i = 0; purpose_key(conf, purpose, i, key); i++) {
		if (crypto_aead_xchacha20poly1305_ietf_decrypt(out, NULL, NULL, box.data + NONCE,
			    box.len - NONCE, NULL, 0, box.data, key) != 0)
			continue;
		plain->data = out;
		plain->len = box.len - NONCE - TAG;
		return true;
	}
	return false;
}

void hash_bytes(uint8_t out[HASH_BYTES], const void *bytes, size_t len)
{
	crypto_generichash(out, HASH_BYTES, bytes, len, NULL, 0);
}

void mac_bytes(const struct conf *conf, const char *purpose, uint8_t out[HASH_BYTES],
	const void *bytes, size_t len)
{
	uint8_t key[KEY];

	if (!purpose_key(conf, purpose, 0, key))
		BUG("the settings lack a key");
	crypto_generichash(out, HASH_BYTES, bytes, len, key, sizeof key);
	sodium_memzero(key, sizeof key);
}
