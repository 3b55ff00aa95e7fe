/* mail.c: messages into the outbox. */
#include "mail.h"

#include <sodium.h>
#include <string.h>
#include "buf.h"
#include "conf.h"
#include "seal.h"

void mail_add(
	struct db *db, TALLOC_CTX *ctx, const struct conf *conf, const struct mail *m, int64_t now)
{
	const char *body = seal(ctx, conf, "secret-mail", m->body, strlen(m->body));
	uint8_t id[16];
	char message_id[2 * sizeof id + 1];

	randombytes_buf(id, sizeof id);
	sodium_bin2hex(message_id, sizeof message_id, id, sizeof id);
	Q_RUN(db, mail_add, .kind = m->kind, .recipient = m->recipient, .subject = m->subject,
		.body = { (const uint8_t *)body, strlen(body) }, .message_id = message_id,
		.now = now);
}
