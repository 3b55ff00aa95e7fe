/* account.c: passwords by libsodium's argon2id, one-time codes by liboath (RFC 6238), accounts made
 * from the command line. */
#include "account.h"

#include <liboath/oath.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include "access.h"
#include "audit.h"
#include "conf.h"
#include "form.h"
#include "organisation.h"
#include "password.h"
#include "person.h"
#include "seal.h"
#include "search.h"
#include "setting.h"

enum { TOTP_SECONDS = 30, TOTP_BYTES = 20 };

#define ARGON_MEMORY ((size_t)64 << 20)
#define ARGON_PASSES 3

void password_hash(char out[128], const char *password)
{
	_Static_assert(crypto_pwhash_STRBYTES <= 128, "the column is 128 wide");
	if (crypto_pwhash_str(out, password, strlen(password), ARGON_PASSES, ARGON_MEMORY) != 0)
		BUG("no memory for argon2id");
}

bool password_fits(const char *hash, const char *password)
{
	/* Of a random text that nobody has. */
	static const char nobody[] =
		"$argon2id$v=19$m=65536,t=3,p=1$"
		"c291bmRpbmdzLW5vYm9keQ$PaWgkrBo6hV4xIhSXkVyTyPWW7cjYXp9SNWwyHAhWno";
	bool fits = crypto_pwhash_str_verify(hash ? hash : nobody, password, strlen(password)) == 0;

	return hash && fits;
}

static const char *base32_text(TALLOC_CTX *ctx, const void *secret, size_t size)
{
	char *base32, *text;
	size_t len;

	if (oath_base32_encode(secret, size, &base32, &len) != OATH_OK)
		BUG("no memory");
	text = text_copy(ctx, base32);
	free(base32);
	return text;
}

const char *totp_text(TALLOC_CTX *ctx, const struct conf *conf, struct bytes sealed)
{
	struct bytes secret;

	if (!seal_open(ctx, conf, "secret-totp",
		    text_copyn(ctx, (const char *)sealed.data, sealed.len), &secret))
		return NULL;
	return base32_text(ctx, secret.data, secret.len);
}

const char *totp_make(TALLOC_CTX *ctx, const struct conf *conf, struct bytes *sealed)
{
	char secret[TOTP_BYTES];
	const char *text;

	randombytes_buf(secret, sizeof secret);
	text = base32_text(ctx, secret, sizeof secret);
	sealed->data = (const uint8_t *)seal(ctx, conf, "secret-totp", secret, sizeof secret);
	sealed->len = strlen((const char *)sealed->data);
	return text;
}

int64_t totp_step(TALLOC_CTX *ctx, const struct conf *conf, struct bytes sealed, const char *code,
	int64_t now)
{
	struct bytes secret;
	int position = 0;

	if (!seal_open(ctx, conf, "secret-totp",
		    text_copyn(ctx, (const char *)sealed.data, sealed.len), &secret))
		return 0;
	if (oath_totp_validate2((const char *)secret.data, secret.len, (time_t)now, TOTP_SECONDS, 0,
		    1, &position, code) < 0)
		return 0;
	return now / TOTP_SECONDS + position;
}

static const char *random_password(TALLOC_CTX *ctx)
{
	static const char letters[] = "abcdefghjkmnpqrstuvwxyz23456789";
	char text[24];

	for (size_t i = 0; i < sizeof text - 1; i++)
		text[i] = i % 6 == 5 ? '-' : letters[randombytes_uniform(sizeof letters - 1)];
	text[sizeof text - 1] = '\0';
	return text_copy(ctx, text);
}

static int complain(const char *sentence)
{
	fprintf(stderr, "soundings: user add: %s\n", sentence);
	return 1;
}

static bool store(struct db *db, TALLOC_CTX *ctx, const struct account_order *order,
	int64_t organisation_id, const char *password, struct bytes secret)
{
	char hash[128];
	json_t *detail;
	int64_t id;

	password_hash(hash, password);
	if (Q_RUN(db, person_add, .organisation_id = organisation_id, .email = order->email,
		    .name = order->name, .password_hash = hash, .totp_secret = secret,
		    .now = time(NULL)) != DB_DONE)
		return false;
	id = db_last_id(db);
	search_store(db, ctx, "person", id, order->name, order->email, NULL);
	person_give(db, id, organisation_id, roles_from_text(order->roles));
	detail = audit_fact(NULL, "name", order->name);
	detail = audit_fact(detail, "email", order->email);
	detail = audit_fact(detail, "roles", order->roles);
	audit_program(db, ctx, AUDIT_ADD, "person", person_ref_of(db, id), detail);
	return true;
}

/* The organisation's id; the commissioner is made from the settings when there is none yet. 0: no
 * such code. */
int64_t account_organisation(
	struct db *db, TALLOC_CTX *ctx, const struct conf *conf, const char *code)
{
	struct q_organisation_by_code by_code;
	struct q_organisation_commissioner commissioner;
	struct organisation made = { .code = "COMMISSIONER", .kind = "commissioner" };

	if (code)
		return Q_ONE(db, organisation_by_code, &by_code, .code = code)
			       ? by_code.organisation_id
			       : 0;
	if (Q_ONE(db, organisation_commissioner, &commissioner))
		return commissioner.organisation_id;
	made.name = conf_get(conf, "organisation", "The commissioner");
	organisation_add(db, &made);
	audit_program(
		db, ctx, AUDIT_ADD, "organisation", made.code, audit_fact(NULL, "name", made.name));
	return made.organisation_id;
}

/* The rules of the pages hold here too; a random one needs none. */
static const char *password_wrong(
	struct db *db, TALLOC_CTX *ctx, const struct conf *conf, const struct account_order *order)
{
	struct password_owner owner = { .name = order->name,
		.email = order->email,
		.organisation = order->organisation,
		.installation = setting_text(settings_get(db, conf, time(NULL)), SETTING_NAME) };

	return password_refusal(ctx, order->password, &owner);
}

int account_add(
	struct db *db, TALLOC_CTX *ctx, const struct conf *conf, const struct account_order *order)
{
	const char *password = order->password ? order->password : random_password(ctx), *base32,
		   *wrong;
	int64_t organisation_id;
	struct bytes secret;

	if (!check_email(order->email) || !text_is_plain(order->name) ||
		text_length(order->name) > 200)
		return complain("the e-mail address or the name is not one");
	if (!roles_from_text(order->roles))
		return complain("one of the roles does not exist (soundings --help lists them)");
	if (!conf_get(conf, "secret.key", NULL))
		return complain("the settings have no secret.key");
	organisation_id = account_organisation(db, ctx, conf, order->organisation);
	if (organisation_id == 0)
		return db_state(db) == DB_FINE ? complain("there is no organisation with this code")
					       : 1;
	wrong = order->password ? password_wrong(db, ctx, conf, order) : NULL;
	if (wrong)
		return complain(wrong);
	base32 = totp_make(ctx, conf, &secret);
	if (!store(db, ctx, order, organisation_id, password, secret) || !db_commit(db)) {
		db_rollback(db);
		return db_state(db) == DB_FINE
			       ? complain("this e-mail address has an account already")
			       : 1;
	}
	printf("%s\t%s\t%s\n", order->email, password, base32);
	return 0;
}
