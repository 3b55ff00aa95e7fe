/* account_token.h: links that are mailed to one person: an invitation, a new password, a new
 * device. Each works once and not for long; spent, expired, cut and foreign ones look the same. */
#ifndef ACCOUNT_TOKEN_H
#define ACCOUNT_TOKEN_H

#include "req.h"

enum token_purpose { TOKEN_INVITE, TOKEN_PASSWORD, TOKEN_DEVICE };

/* A new link's token (43 characters), every earlier one of this purpose and person spent. invite
 * and device carry a new one-time-code secret, made here. */
const char *account_token_make(struct db *, TALLOC_CTX *, const struct conf *, int64_t person_id,
	enum token_purpose, int64_t now, int64_t seconds);

/* The three messages, each with its link: make the token and put the message into the outbox. The
 * organisation is named in the invitation. Used by pages and by the command line. */
struct account_mail {
	int64_t person_id;
	const char *email, *name, *organisation;
};
void account_mail_invite(struct db *, TALLOC_CTX *, const struct conf *, const struct settings *,
	const struct account_mail *, int64_t now);
void account_mail_password(struct db *, TALLOC_CTX *, const struct conf *, const struct settings *,
	const struct account_mail *, int64_t now);
void account_mail_device(struct db *, TALLOC_CTX *, const struct conf *, const struct settings *,
	const struct account_mail *, int64_t now);
#endif
