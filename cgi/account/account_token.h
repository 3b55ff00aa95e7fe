/* account_token.h: links that are mailed to one person: an invitation, a new password, a new
 * device. Each works once and not for long; spent, expired, cut and foreign ones look the same. */
#ifndef ACCOUNT_TOKEN_H
#define ACCOUNT_TOKEN_H

#include "req.h"
#include "setting.h"

enum token_purpose { TOKEN_INVITE, TOKEN_PASSWORD, TOKEN_DEVICE };

/* A new link's token (43 characters), every earlier one of this purpose and person spent. invite
 * and device carry a new one-time-code secret, made here. */
const char *account_token_make(struct db *, TALLOC_CTX *, const struct conf *, int64_t person_id,
	enum token_purpose, int64_t now, int64_t seconds);
/* Who invites with this link: the page behind it says so. */
void account_token_invited_by(struct db *, const char *token, int64_t person_id);
/* Whose link this is, while it works. False for all others, whatever is the matter with them. */
bool account_token_get(struct db *, const char *token, enum token_purpose, int64_t now,
	struct q_account_token_get *);
/* Used up; false when somebody was quicker. */
bool account_token_spend(struct db *, const char *token, int64_t now);

/* The three messages, each with its link: make the token and put the message into the outbox. The
 * organisation is named in the invitation. Used by pages and by the command line. */
struct account_mail {
	int64_t person_id;
	const char *email, *name, *organisation;
	int64_t invited_by;          /* person_id; 0: the command line */
	const char *invited_by_name; /* NULL: the command line */
};
void account_mail_invite(struct db *, TALLOC_CTX *, const struct conf *, const struct settings *,
	const struct account_mail *, int64_t now);
void account_mail_password(struct db *, TALLOC_CTX *, const struct conf *, const struct settings *,
	const struct account_mail *, int64_t now);
void account_mail_device(struct db *, TALLOC_CTX *, const struct conf *, const struct settings *,
	const struct account_mail *, int64_t now);

/* Messages without a link: what happened to the account, so that who did not do it hears of it. */
enum account_news { NEWS_JOINED, NEWS_PASSWORD, NEWS_DEVICE, NEWS_CODES, NEWS_USE_INVITATION };
void account_mail_news(struct db *, TALLOC_CTX *, const struct conf *, const struct settings *,
	const struct account_mail *, enum account_news, int64_t now);

/* For the jobs: answers the requests for a new password that came since, by message; forgets links
 * that are long over. Its own transactions; false when the database did not answer. */
bool account_requests_answer(struct db *, TALLOC_CTX *, const struct conf *, int64_t now);
#endif
