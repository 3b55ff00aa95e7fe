/* mail.h: the outbox. A message is stored in the transaction of what it tells of, and sent by
 * `soundings jobs` after the commit, over SMTP with TLS (libcurl). */
#ifndef MAIL_H
#define MAIL_H

#include <stdbool.h>
#include "db.h"

struct conf;

struct mail {
	const char *kind; /* what for: "invite", "password", "device", "anchor": [a-z_]{1,30} */
	const char *recipient; /* an address that check_email() took */
	const char *subject;   /* one line */
	const char *body;      /* plain text, UTF-8, lines ended by LF; sealed in the table */
};
/* The message that shows whether mail works. */
#define MAIL_TEST         "test"
#define MAIL_TEST_SUBJECT "Soundings: a test message"
#define MAIL_TEST_TEXT                                                                             \
	"This message was sent to try the mail server of Soundings.\n\n"                           \
	"You can read it, so mail works.\n"
void mail_add(struct db *, TALLOC_CTX *, const struct conf *, const struct mail *, int64_t now);
/* The same, once for each recipient as long as the outbox knows of it (MAIL_ROW_SECONDS): `about`
 * names what it tells of, "call XXXX-XXXX opened". False: it was there already. */
bool mail_add_once(struct db *, TALLOC_CTX *, const struct conf *, const struct mail *,
	const char *about, int64_t now);

/* {{#MAIL_TROUBLE}} of "my work", where mail has failed or waits: for who can do something. */
struct req;
struct tpl;
void mail_trouble(struct req *, struct tpl *page);

/* Tried for so long, then failed. */
enum { MAIL_TRIED_SECONDS = 3 * 24 * 60 * 60 };
/* When to try again after so many tries (1 or more): 1, 2, 5, 15, 60 minutes, then hourly. */
int64_t mail_pause(int64_t tries);

/* Texts of failed messages are kept for so long, in case somebody wants them tried again; all that
 * is known of a message, for so long after its end. */
enum { MAIL_TEXT_SECONDS = 7 * 24 * 60 * 60, MAIL_ROW_SECONDS = 90 * 24 * 60 * 60 };

/* Why messages wait when the settings file names no server (last_error). */
#define MAIL_NO_SERVER "The settings file names no mail server (smtp.url)."

/* A message as it goes over the wire. Addresses are ones that check_email() took. */
struct mail_message {
	const char *from_name; /* may be "" */
	const char *from, *to;
	const char *reply_to; /* "" for none */
	const char *subject, *body;
	const char *id; /* of the Message-ID: before the @ */
	const char *host;
	int64_t made_at;
};
/* RFC 5322 and 2045: headers and body, every line ended by CR LF. Whatever the parts hold, no line
 * of theirs becomes a header: controls in a header are spaces, and what is not ASCII is encoded
 * (RFC 2047). Lines have 76 characters at most, but for those with an address. */
char *mail_compose(TALLOC_CTX *, const struct mail_message *);
#endif
