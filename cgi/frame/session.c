/* session.c: sessions are random cookies whose hash is a row; nothing else about a person is in the
 * browser. */
#include "session.h"

#include <sodium.h>
#include <string.h>
#include "access.h"
#include "conf.h"
#include "seal.h"
#include "setting.h"

/* The first letter of the flash cookie. */
enum { FLASH_DONE = 'd', FLASH_NOTICE = 'n' };

static bool over_tls(const struct req *r)
{
	return strncmp(conf_get(r->conf, "staff_url", ""), "https:", 6) == 0;
}

/* __Host- binds a cookie to this host over TLS; browsers refuse the name without it (development).
 */
static const char *cookie_name(const struct req *r, const char *name)
{
	return over_tls(r) ? text_format(r->ctx, "__Host-%s", name) : name;
}

static void set_cookie(struct req *r, const char *name, const char *value)
{
	header_add(r, "Set-Cookie",
		text_format(r->ctx, "%s=%s; Path=/; HttpOnly; SameSite=Strict%s%s",
			cookie_name(r, name), value, over_tls(r) ? "; Secure" : "",
			*value ? "" : "; Max-Age=0"));
}

const char *cookie_get(const struct req *r, const char *name)
{
	return params_get(&r->cookies, cookie_name(r, name));
}

void cookie_set(struct req *r, const char *name, const char *value, int64_t seconds)
{
	header_add(r, "Set-Cookie",
		text_format(r->ctx, "%s=%s; Path=/; HttpOnly; SameSite=Strict%s; Max-Age=%lld",
			cookie_name(r, name), value, over_tls(r) ? "; Secure" : "",
			(long long)seconds));
}

static const char *csrf_of(struct req *r, const char *cookie)
{
	uint8_t mac[HASH_BYTES];

	mac_bytes(r->conf, "csrf", mac, cookie, strlen(cookie));
	return base64url(r->ctx, mac, sizeof mac);
}

static const char *new_token(struct req *r)
{
	uint8_t token[TOKEN_BYTES];

	randombytes_buf(token, sizeof token);
	return base64url(r->ctx, token, sizeof token);
}

struct person *person_get(struct db *db, TALLOC_CTX *ctx, int64_t person_id,
	int64_t organisation_id, const char *role)
{
	struct q_person_acting row;
	struct person *person;

	if (!Q_ONE(db, person_acting, &row, .person_id = person_id,
		    .organisation_id = organisation_id, .role = role))
		return NULL;
	person = NEW(ctx, struct person);
	person->person_id = person_id;
	person->organisation_id = row.organisation_id;
	person->email = row.email;
	person->name = row.name;
	person->organisation = row.organisation;
	person->of_commissioner = strcmp(row.kind, "commissioner") == 0;
	person->roles = roles_from_text(row.roles);
	person->role = role;
	person->may_choose = row.choices > 1;
	return person;
}

void session_open(struct req *r)
{
	const char *cookie = params_get(&r->cookies, cookie_name(r, "session"));
	uint8_t hash[HASH_BYTES];
	struct q_session_get row;

	if (!cookie || strlen(cookie) != 43) { /* 32 bytes in base64 */
		cookie = new_token(r);
		set_cookie(r, "session", cookie);
		r->csrf = csrf_of(r, cookie);
		return;
	}
	r->csrf = csrf_of(r, cookie);
	hash_bytes(hash, cookie, strlen(cookie));
	if (!Q_ONE(r->db, session_get, &row, .token_hash = { hash, sizeof hash },
		    .seen_after = r->now - 60 * setting_int(r->settings, SETTING_IDLE_MINUTES),
		    .created_after =
			    r->now - 3600 * setting_int(r->settings, SETTING_SESSION_HOURS)))
		return;
	r->person = person_get(r->db, r->ctx, row.person_id, row.organisation_id, row.role);
	if (row.seen_at >= r->now - 60)
		return;
	Q_RUN(r->db, session_seen, .now = r->now, .token_hash = { hash, sizeof hash });
	Q_RUN(r->db, person_seen, .now = r->now, .person_id = row.person_id);
}

bool session_hash(const struct req *r, uint8_t hash[HASH_BYTES])
{
	const char *cookie = cookie_get(r, "session");

	hash_bytes(hash, cookie ? cookie : "", cookie ? strlen(cookie) : 0);
	return cookie;
}

static void end_row(struct req *r)
{
	const char *cookie = params_get(&r->cookies, cookie_name(r, "session"));
	uint8_t hash[HASH_BYTES];

	if (!cookie)
		return;
	hash_bytes(hash, cookie, strlen(cookie));
	Q_RUN(r->db, session_end, .now = r->now, .token_hash = { hash, sizeof hash });
}

void session_start(struct req *r, int64_t person_id)
{
	const char *cookie = new_token(r), *csrf = csrf_of(r, cookie);
	uint8_t hash[HASH_BYTES], csrf_hash[HASH_BYTES];

	end_row(r); /* of who signed in here before */
	hash_bytes(hash, cookie, strlen(cookie));
	hash_bytes(csrf_hash, csrf, strlen(csrf));
	Q_RUN(r->db, session_add, .token_hash = { hash, sizeof hash },
		.csrf_hash = { csrf_hash, sizeof csrf_hash }, .person_id = person_id, .now = r->now,
		.kept_after = r->now - SESSION_KEPT_SECONDS);
	Q_RUN(r->db, person_seen, .now = r->now, .person_id = person_id);
	set_cookie(r, "session", cookie);
}

void session_act_for(struct req *r, int64_t organisation_id, const char *role)
{
	const char *cookie = params_get(&r->cookies, cookie_name(r, "session"));
	uint8_t hash[HASH_BYTES];

	ASSERT(r->person);
	Q_RUN(r->db, person_act_for, .person_id = r->person->person_id,
		.organisation_id = organisation_id);
	if (!cookie)
		return; /* the command line */
	hash_bytes(hash, cookie, strlen(cookie));
	Q_RUN(r->db, session_act_for, .token_hash = { hash, sizeof hash },
		.organisation_id = organisation_id, .role = role);
}

void session_stop(struct req *r)
{
	end_row(r);
	set_cookie(r, "session", "");
}

bool session_csrf_fits(const struct req *r)
{
	const char *given = params_get(&r->body, "csrf");

	return given && r->csrf && strlen(given) == strlen(r->csrf) &&
	       sodium_memcmp(given, r->csrf, strlen(given)) == 0;
}

static void leave(struct req *r, char kind, const char *sentence)
{
	const char *text = text_format(r->ctx, "%c%s", kind, sentence);

	set_cookie(r, "flash", seal(r->ctx, r->conf, "flash", text, strlen(text)));
}

void flash(struct req *r, const char *sentence)
{
	leave(r, FLASH_DONE, sentence);
}

void flash_notice(struct req *r, const char *sentence)
{
	leave(r, FLASH_NOTICE, sentence);
}

const char *session_flash(struct req *r, bool *notice)
{
	const char *cookie = params_get(&r->cookies, cookie_name(r, "flash"));
	struct bytes sentence;

	if (!cookie || !*cookie)
		return NULL;
	set_cookie(r, "flash", "");
	if (!seal_open(r->ctx, r->conf, "flash", cookie, &sentence) || sentence.len < 1)
		return NULL;
	*notice = sentence.data[0] == FLASH_NOTICE;
	return (const char *)sentence.data + 1;
}
