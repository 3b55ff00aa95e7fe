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
void mail_add(struct db *, TALLOC_CTX *, const struct conf *, const struct mail *, int64_t now);
#endif
