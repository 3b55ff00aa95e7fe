/* account_token.c: the tokens in mailed links. The table has their hashes alone, so that who reads
 * it (or a backup) cannot follow one. */
#include "account_token.h"

#include <sodium.h>
#include <string.h>
#include "account.h"
#include "seal.h"

enum { TOKEN_LETTERS = 43 }; /* 32 bytes in base64 */

static const char *const purposes[] = {
	[TOKEN_INVITE] = "invite",
	[TOKEN_PASSWORD] = "password",
	[TOKEN_DEVICE] = "device",
};

const char *account_token_make(struct db *db, TALLOC_CTX *ctx, const struct conf *conf,
	int64_t person_id, enum token_purpose purpose, int64_t now, int64_t seconds)
{
	uint8_t random[TOKEN_BYTES], hash[HASH_BYTES];
	struct bytes secret = { 0 };
	const char *token;

	randombytes_buf(random, sizeof random);
	token = base64url(ctx, random, sizeof random);
	hash_bytes(hash, token, strlen(token));
	if (purpose != TOKEN_PASSWORD)
		totp_make(ctx, conf, &secret);
	Q_RUN(db, account_token_spend_earlier, .now = now, .person_id = person_id,
		.purpose = purposes[purpose]);
	Q_RUN(db, account_token_add, .token_hash = { hash, sizeof hash }, .person_id = person_id,
		.purpose = purposes[purpose], .totp_secret = secret, .now = now,
		.expires_at = now + seconds);
	return token;
}

void account_token_invited_by(struct db *db, const char *token, int64_t person_id)
{
	uint8_t hash[HASH_BYTES];

	hash_bytes(hash, token, strlen(token));
	Q_RUN(db, account_token_made_by, .made_by = person_id, .token_hash = { hash, sizeof hash });
}

/* A text of another length is looked up as well, so that it takes as long. */
bool account_token_get(struct db *db, const char *token, enum token_purpose purpose, int64_t now,
	struct q_account_token_get *row)
{
	uint8_t hash[HASH_BYTES];

	hash_bytes(hash, token, strlen(token));
	return Q_ONE(db, account_token_get, row, .token_hash = { hash, sizeof hash },
		       .purpose = purposes[purpose], .now = now) &&
	       strlen(token) == TOKEN_LETTERS;
}

bool account_token_spend(struct db *db, const char *token, int64_t now)
{
	uint8_t hash[HASH_BYTES];
	int64_t spent = 0;

	hash_bytes(hash, token, strlen(token));
	Q_RUN_COUNT(
		db, account_token_spend, &spent, .now = now, .token_hash = { hash, sizeof hash });
	return spent == 1;
}
