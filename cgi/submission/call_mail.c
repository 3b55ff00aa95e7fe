/* call_mail.c: whoever may answer a call is told by mail that it is open, and, when nothing came
 * from their organisation, once more before it closes. Without content: who signs in reads it. */
#include "audit.h"
#include "conf.h"
#include "jobs.h"
#include "mail.h"
#include "setting.h"
#include "submission.h"

/* SINCE: nobody is reminded of what they were told a day or two ago. */
enum { DAY = 24 * 60 * 60, BEFORE_DAYS = 7, SINCE_DAYS = 2 };

struct letter {
	int64_t call_id;
	const char *ref, *closes_on; /* NULL: it is closed by hand */
	bool again;                  /* to those who have not sent anything */
};

static const char *sentence(TALLOC_CTX *ctx, const struct letter *l, const char *name)
{
	const char *asks = text_format(ctx, "%s asks your organisation for a plan or bid", name);

	return text_format(ctx, "%s%s%s", asks,
		l->closes_on
			? text_format(ctx, ", until the end of %s", date_text(ctx, l->closes_on))
			: "",
		l->again ? ". Nothing has been sent yet" : "");
}

static struct db_rows *members(struct db *db, int64_t call_id, const char *waiting, int64_t now)
{
	char today[11];

	check_today(now, today);
	return Q_ROWS(db, call_members, .call_id = call_id, .today = today, .waiting = waiting);
}

/* Gives how many people it is a first message for. */
static int64_t write_to(struct db *db, TALLOC_CTX *ctx, const struct conf *conf,
	const struct settings *settings, int64_t now, const struct letter *l)
{
	struct db_rows *rows = members(db, l->call_id, l->again ? "yes" : NULL, now);
	const char *name = setting_text(settings, SETTING_NAME), *words = sentence(ctx, l, name);
	const char *about = text_format(ctx, "call %s %s", l->ref, l->again ? "closes" : "opened");
	struct q_call_members row;
	int64_t n = 0;

	while (Q_NEXT(rows, call_members, &row))
		n += mail_add_once(db, ctx, conf,
			&(struct mail){ .kind = "call",
				.recipient = text_copy(ctx, row.email),
				.subject = l->again ? "A call for plans or bids closes soon"
						    : "A call for plans or bids is open",
				.body = text_format(ctx,
					"Dear %s,\n\n%s. Sign in to read it:\n\n"
					"%s/submissions/calls/%s\n\n-- \n%s, Soundings\n",
					row.name, words, conf_get(conf, "staff_url", ""), l->ref,
					name) },
			about, now);
	return n;
}

int64_t call_members_count(struct req *r, const struct q_call_by_ref *k)
{
	return (int64_t)db_rows_count(members(r->db, k->call_id, NULL, r->now));
}

int64_t call_tell(struct req *r, const struct q_call_by_ref *k)
{
	return write_to(r->db, r->ctx, r->conf, r->settings, r->now,
		&(struct letter){
			.call_id = k->call_id, .ref = k->ref, .closes_on = k->closes_on });
}

/* Once for a call: the trail says that it was done. Of two runs at once the outbox takes one's. */
bool calls_remind(struct db *db, TALLOC_CTX *ctx, const struct conf *conf,
	const struct settings *settings, int64_t now)
{
	struct q_calls_to_remind row;
	char today[11], soon[11];
	struct db_rows *rows;

	check_today(now, today);
	check_today(now + (int64_t)BEFORE_DAYS * DAY, soon);
	rows = Q_ROWS(db, calls_to_remind, .today = today, .soon = soon,
		.lately = now - (int64_t)SINCE_DAYS * DAY);
	while (Q_NEXT(rows, calls_to_remind, &row)) {
		const char *ref = text_copy(ctx, row.ref);
		int64_t n = write_to(db, ctx, conf, settings, now,
			&(struct letter){ .call_id = row.call_id,
				.ref = ref,
				.closes_on = text_copy(ctx, row.closes_on),
				.again = true });

		if (n > 0)
			audit_program(db, ctx, AUDIT_CHANGE, "call", ref,
				audit_fact(
					NULL, "reminded", text_format(ctx, "%lld", (long long)n)));
	}
	return db_state(db) == DB_FINE;
}
