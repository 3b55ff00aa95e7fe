/* tries.c: how often somebody may be wrong, counted so that a stranger's tries are not the owner's:
 * by account and address together, and, in a browser where the owner has signed in before, by that
 * browser instead: a whole hospital may share the address, with the stranger in it. */
#include "tries.h"

#include <arpa/inet.h>
#include <ctype.h>
#include <sodium.h>
#include <string.h>
#include "session.h"

enum {
	TRIES_MOST = 10,
	TRIES_SECONDS = 15 * 60,
	BROWSER_SECONDS = 400 * 24 * 60 * 60, /* what browsers keep a cookie at most */
	BROWSER_BYTES = 16,
	NETWORK_BYTES = 8
};

static char *lower(struct req *r, const char *text)
{
	char *copy = text_copy(r->ctx, text);

	for (char *c = copy; *c; c++)
		*c = (char)tolower((unsigned char)*c);
	return copy;
}

struct mark tries_mark(struct req *r, const char *what, const char *email, const char *from)
{
	const char *text = text_format(r->ctx, "%s %s", lower(r, email), from ? from : "");
	struct mark mark;

	mac_bytes(r->conf, what, mark.hash, text, strlen(text));
	return mark;
}

static const char *network(struct req *r)
{
	struct in6_addr address;
	char hex[2 * NETWORK_BYTES + 1];

	if (!r->address || inet_pton(AF_INET6, r->address, &address) != 1 ||
		IN6_IS_ADDR_V4MAPPED(&address))
		return r->address ? r->address : "";
	return text_copy(r->ctx, sodium_bin2hex(hex, sizeof hex, address.s6_addr, NETWORK_BYTES));
}

/* The cookie: whose account (a keyed hash), and which browser (random). */
struct browser {
	uint8_t account[HASH_BYTES], id[BROWSER_BYTES];
};

const char *tries_from(struct req *r, const char *email)
{
	const char *cookie = cookie_get(r, "browser");
	struct mark account = tries_mark(r, "browser", email, NULL);
	char hex[2 * BROWSER_BYTES + 1];
	struct browser known;
	struct bytes plain;

	if (!cookie || !seal_open(r->ctx, r->conf, "browser", cookie, &plain) ||
		plain.len != sizeof known)
		return network(r);
	memcpy(&known, plain.data, sizeof known);
	if (sodium_memcmp(known.account, account.hash, sizeof known.account) != 0)
		return network(r);
	sodium_bin2hex(hex, sizeof hex, known.id, sizeof known.id);
	return text_format(r->ctx, "browser %s", hex);
}

void tries_know_browser(struct req *r, const char *email)
{
	struct mark account = tries_mark(r, "browser", email, NULL);
	struct browser known;

	memcpy(known.account, account.hash, sizeof known.account);
	randombytes_buf(known.id, sizeof known.id);
	cookie_set(r, "browser", seal(r->ctx, r->conf, "browser", &known, sizeof known),
		BROWSER_SECONDS);
}

bool tries_over(struct req *r, const struct mark *mark)
{
	struct q_failure_count row;

	return Q_ONE(r->db, failure_count, &row, .account_hash = { mark->hash, HASH_BYTES },
		       .after = r->now - TRIES_SECONDS) &&
	       row.n >= TRIES_MOST;
}

void tries_add(struct req *r, const struct mark *mark)
{
	Q_RUN(r->db, failure_add, .account_hash = { mark->hash, HASH_BYTES }, .now = r->now);
}
