/* session.c: sessions are random cookies whose hash is a row; nothing else about a person is in the
 * browser. */
#include "session.h"

#include <sodium.h>
#include <string.h>
#include "access.h"
#include "conf.h"
#include "seal.h"

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

static void set_csrf(struct req *r, const char *cookie)
{
	uint8_t mac[HASH_BYTES];

	mac_bytes(r->conf, "csrf", mac, cookie, strlen(cookie));
	r->csrf = base64url(r->ctx, mac, sizeof mac);
}

static const char *new_token(struct req *r)
{
	uint8_t token[TOKEN_BYTES];

	randombytes_buf(token, sizeof token);
	return base64url(r->ctx, token, sizeof token);
}

struct person *person_get(struct db *db, TALLOC_CTX *ctx, int64_t person_id)
{
	struct q_person_view row;
	struct person *person;

	if (!Q_ONE(db, person_view, &row, .person_id = person_id))
		return NULL;
	person = NEW(ctx, struct person);
	person->person_id = person_id;
	person->organisation_id = row.organisation_id;
	person->email = row.email;
	person->name = row.name;
	person->organisation = row.organisation;
	person->of_commissioner = strcmp(row.kind, "commissioner") == 0;
	person->roles = roles_from_text(row.roles);
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
		set_csrf(r, cookie);
		return;
	}
	set_csrf(r, cookie);
	hash_bytes(hash, cookie, strlen(cookie));
	if (!Q_ONE(r->db, session_get, &row, .token_hash = { hash, sizeof hash },
		    .seen_after = r->now - SESSION_IDLE_SECONDS,
		    .created_after = r->now - SESSION_MOST_SECONDS))
		return;
	r->person = person_get(r->db, r->ctx, row.person_id);
	if (row.seen_at < r->now - 60)
		Q_RUN(r->db, session_seen, .now = r->now, .token_hash = { hash, sizeof hash });
}

static void end_row(struct req *r)
{
	const char *cookie = params_get(&r->cookies, cookie_name(r, "session"));
	uint8_t hash[HASH_BYTES];

	if (!cookie)
		return;
	hash_bytes(hash, cookie, strlen(cookie));
	Q_RUN(r->db, session_end, .token_hash = { hash, sizeof hash });
}

void session_start(struct req *r, int64_t person_id)
{
	const char *cookie = new_token(r);
	uint8_t hash[HASH_BYTES];

	end_row(r); /* of who signed in here before */
	hash_bytes(hash, cookie, strlen(cookie));
	Q_RUN(r->db, session_add, .token_hash = { hash, sizeof hash }, .person_id = person_id,
		.now = r->now);
	set_cookie(r, "session", cookie);
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

void flash(struct req *r, const char *sentence)
{
	set_cookie(r, "flash", seal(r->ctx, r->conf, "flash", sentence, strlen(sentence)));
}

const char *session_flash(struct req *r)
{
	const char *cookie = params_get(&r->cookies, cookie_name(r, "flash"));
	struct bytes sentence;

	if (!cookie || !*cookie)
		return NULL;
	set_cookie(r, "flash", "");
	return seal_open(r->ctx, r->conf, "flash", cookie, &sentence) ? (const char *)sentence.data
								      : NULL;
}
