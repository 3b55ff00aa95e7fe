/* audit_anchor.c: once a day, the end of the chain is stored and mailed to the auditors: what they
 * hold nobody can change here. */
#include <inttypes.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include "audit_chain.h"
#include "buf.h"
#include "conf.h"
#include "mail.h"
#include "req.h"
#include "setting.h"

static void today(char out[11], int64_t now)
{
	time_t seconds = (time_t)now;
	struct tm tm;

	localtime_r(&seconds, &tm);
	strftime(out, 11, "%Y-%m-%d", &tm);
}

static const char *letter(TALLOC_CTX *ctx, const struct conf *conf, const char *name,
	const char *day, int64_t seq, const char *hex)
{
	return text_format(ctx,
		"Dear %s,\n\n"
		"Keep this message. It is the anchor of the audit trail of %s:\n\n"
		"  Rows:   %s\n"
		"  Anchor: %" PRId64 ":%s\n\n"
		"Whoever changes, removes or adds a row before this point can no longer make the "
		"trail end\nin this anchor. To check it, ask whoever runs the server to type this "
		"while you watch:\n\n"
		"  soundings audit verify --anchor %" PRId64 ":%s\n\n"
		"It says that the trail is whole, or what is wrong with it. The anchors of all "
		"days are at\n%s/audit/anchors\n",
		name, day, count_text(ctx, seq), seq, hex, seq, hex,
		conf_get(conf, "staff_url", ""));
}

static void mail_anchor(struct db *db, TALLOC_CTX *ctx, const struct conf *conf,
	const struct settings *settings, const char *day, struct audit_end end, int64_t now)
{
	struct db_rows *rows = Q_ROWS(db, audit_auditors);
	const char *date = date_text(ctx, day);
	char hex[2 * HASH_BYTES + 1];
	struct q_audit_auditors row;

	sodium_bin2hex(hex, sizeof hex, end.hash, HASH_BYTES);
	while (Q_NEXT(rows, audit_auditors, &row))
		mail_add(db, ctx, conf,
			&(struct mail){ .kind = "anchor",
				.recipient = row.email,
				.subject = text_format(ctx, "%s: anchor of the audit trail, %s",
					setting_text(settings, SETTING_NAME), date),
				.body = letter(ctx, conf, row.name, date, end.seq, hex) },
			now);
}

/* Anchor and letters in one transaction: both or neither. The chain's end is that of its snapshot,
 * committed by then. */
static bool anchor(struct db *db, TALLOC_CTX *ctx, const struct conf *conf,
	const struct settings *settings, const char *day, int64_t now)
{
	struct audit_end end = audit_chain_end(db);

	if (end.seq == 0)
		return true;
	if (Q_RUN(db, audit_anchor_add, .anchor_on = day, .seq = end.seq,
		    .hash = { end.hash, HASH_BYTES }, .now = now) == DB_DONE)
		mail_anchor(db, ctx, conf, settings, day, end, now);
	return db_commit(db);
}

bool audit_job(struct db *db, TALLOC_CTX *ctx, const struct conf *conf,
	const struct settings *settings, int64_t now)
{
	struct q_audit_anchor_has row;
	char day[11];
	bool due, fine;

	today(day, now);
	due = !Q_ONE(db, audit_anchor_has, &row, .anchor_on = day);
	if (!db_commit(db))
		return false;
	fine = audit_link_all(db, ctx, due);
	if (due)
		fine &= anchor(db, ctx, conf, settings, day, now);
	return fine;
}
