/* monitoring.c: monitoring returns as the pages of both sides need them: their states and words,
 * and finding one. */
#include "monitoring.h"

#include <string.h>
#include "access.h"
#include "conf.h"
#include "mail.h"
#include "setting.h"

const struct choice monitoring_states[RETURN_STATES] = {
	[RETURN_DUE] = { "due", "Due", NULL, false },
	[RETURN_SENT] = { "sent", "Sent", NULL, false },
	[RETURN_BACK] = { "back", "Question asked", NULL, false },
	[RETURN_ACCEPTED] = { "accepted", "Accepted", NULL, false },
	[RETURN_EXCUSED] = { "excused", "Not wanted", NULL, false },
};

enum monitoring_state monitoring_state_of(const char *code)
{
	return (enum monitoring_state)choice_index(monitoring_states, RETURN_STATES, code);
}

/* ---- Words ----------------------------------------------------------------------------------- */

int64_t monitoring_days_late(const char *due_on, int64_t sent_at)
{
	char day[11];
	int64_t days;

	if (!sent_at)
		return 0;
	check_today(sent_at, day);
	days = return_days(due_on, day);
	return days > 0 ? days : 0;
}

static const char *days_text(TALLOC_CTX *ctx, int64_t n)
{
	return text_format(ctx, "%s day%s", count_text(ctx, n), n == 1 ? "" : "s");
}

const char *monitoring_late(
	struct req *r, TALLOC_CTX *ctx, const char *state, const char *due_on, int64_t sent_at)
{
	int64_t days = sent_at ? monitoring_days_late(due_on, sent_at)
			       : monitoring_days_late(due_on, r->now);

	if (days == 0 || (!sent_at && monitoring_state_of(state) != RETURN_DUE))
		return NULL;
	return text_format(ctx, sent_at ? "Sent %s late" : "%s overdue", days_text(ctx, days));
}

void monitoring_state_show(
	struct req *r, struct tpl *t, const char *state, const char *due_on, int64_t sent_at)
{
	static const char *const colours[] = { "white", "blue", "yellow", "green", "grey" };
	enum monitoring_state now = monitoring_state_of(state);
	const char *late = monitoring_late(r, r->ctx, state, due_on, sent_at);

	tpl_set(t, M_STATE, monitoring_states[now].label);
	tpl_set(t, M_STATE_COLOUR, now == RETURN_DUE && late ? "red" : colours[now]);
	tpl_optional(t, M_LATE, M_LATE_WORDS, late);
}

/* "April 2026" -> "April" or "Apr": the year is said once. */
static const char *period(TALLOC_CTX *ctx, const char *starts_on, const char *ends_on, int letters)
{
	const char *from = month_text(ctx, starts_on), *until = month_text(ctx, ends_on);
	int from_length = (int)strcspn(from, " "), until_length = (int)strcspn(until, " ");
	const char *from_year = from + from_length, *until_year = until + until_length;

	if (letters && from_length > letters)
		from_length = letters;
	if (letters && until_length > letters)
		until_length = letters;
	if (strncmp(starts_on, ends_on, 7) == 0)
		return text_format(ctx, "%.*s%s", until_length, until, until_year);
	return text_format(ctx, "%.*s%s to %.*s%s", from_length, from,
		strcmp(from_year, until_year) == 0 ? "" : from_year, until_length, until,
		until_year);
}

const char *monitoring_period(TALLOC_CTX *ctx, const char *starts_on, const char *ends_on)
{
	if (return_is_of_months(starts_on, ends_on))
		return period(ctx, starts_on, ends_on, 0);
	return text_format(ctx, "%s to %s", date_text(ctx, starts_on), date_text(ctx, ends_on));
}

const char *monitoring_period_short(TALLOC_CTX *ctx, const char *starts_on, const char *ends_on)
{
	return period(ctx, starts_on, ends_on, 3);
}

const char *monitoring_target(TALLOC_CTX *ctx, int64_t target, const char *better, const char *unit)
{
	return text_format(ctx, "%s %s", strcmp(better, "low") == 0 ? "at most" : "at least",
		contract_figure(ctx, target, unit));
}

void monitoring_rag_show(struct tpl *t, enum rag rag)
{
	if (rag == RAG_NONE)
		return;
	t = tpl_add(t, M_RAG);
	tpl_set(t, M_RAG_WORD, contract_rags[rag].label);
	tpl_set(t, M_RAG_COLOUR, contract_rag_colour(rag));
}

/* ---- Finding one ----------------------------------------------------------------------------- */

static bool find(struct req *r, size_t arg, struct q_monitoring_by_ref *m)
{
	char ref[REF_LENGTH + 1];

	return ref_read(r->args[arg], ref) && Q_ONE(r->db, monitoring_by_ref, m, .ref = ref);
}

int monitoring_own(struct req *r, struct q_monitoring_by_ref *m)
{
	if (!find(r, 0, m))
		return not_found(r);
	return access_contract_party(r->person, m->organisation_id, m->successor_id)
		       ? 0
		       : not_theirs(r, "another organisation's monitoring return");
}

int monitoring_of_contract(
	struct req *r, const struct q_contract_by_ref *c, struct q_monitoring_by_ref *m)
{
	return find(r, 1, m) && m->contract_id == c->contract_id ? 0 : not_found(r);
}

void monitoring_heading(struct req *r, const struct q_monitoring_by_ref *m)
{
	tpl_set(r->page, M_REF, m->ref);
	tpl_set(r->page, M_CONTRACT, m->contract_ref);
	tpl_set(r->page, M_REFERENCE, m->reference);
	tpl_set(r->page, M_SERVICE, m->service);
	tpl_set(r->page, M_ORGANISATION, m->organisation);
	tpl_set(r->page, M_PERIOD, monitoring_period(r->ctx, m->starts_on, m->ends_on));
	tpl_set(r->page, M_DUE_ON, date_text(r->ctx, m->due_on));
	tpl_set(r->page, M_CSRF, r->csrf);
	monitoring_state_show(r, r->page, m->state, m->due_on, m->sent_at);
}

/* ---- Messages -------------------------------------------------------------------------------- */

void monitoring_mail_members(struct db *db, TALLOC_CTX *ctx, const struct conf *conf,
	const struct settings *settings, int64_t now, const struct monitoring_mail *m)
{
	struct db_rows *rows =
		Q_ROWS(db, investigation_members, .organisation_id = m->organisation_id);
	const char *name = setting_text(settings, SETTING_NAME);
	struct q_investigation_members row;

	while (Q_NEXT(rows, investigation_members, &row))
		mail_add(db, ctx, conf,
			&(struct mail){ .kind = "return",
				.recipient = text_copy(ctx, row.email),
				.subject = m->subject,
				.body = text_format(ctx,
					"Dear %s,\n\n%s Sign in to see to it:\n\n%s%s\n\n-- \n"
					"%s, Soundings\n",
					row.name, m->sentence, conf_get(conf, "staff_url", ""),
					m->path, name) },
			now);
}

/* ---- What waits ------------------------------------------------------------------------------ */

static struct q_monitoring_waiting waiting(struct req *r)
{
	struct q_monitoring_waiting row = { 0 };
	char today[11];

	check_today(r->now, today);
	Q_ONE(r->db, monitoring_waiting, &row, .own = r->person->organisation_id, .today = today);
	return row;
}

int64_t monitoring_to_send(struct req *r)
{
	return waiting(r).n;
}

int64_t monitoring_asked_back(struct req *r)
{
	return waiting(r).back;
}

int64_t monitoring_to_look_at(struct req *r)
{
	struct q_monitoring_to_look_at row = { 0 };

	Q_ONE(r->db, monitoring_to_look_at, &row, 0);
	return row.n;
}
