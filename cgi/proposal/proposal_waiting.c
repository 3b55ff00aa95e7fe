/* proposal_waiting.c: what waits in proposals, for My work; and telling people what was decided. */
#include "proposal_waiting.h"

#include "conf.h"
#include "form.h"
#include "mail.h"
#include "pages.h"

/* So many are written to in one run of the jobs; the next takes the others. Passages of a proposal
 * are counted no further than PASSAGES_MOST. */
enum { TOLD_MOST = 500, PASSAGES_MOST = 200 };

/* ---- My work --------------------------------------------------------------------------------- */

static struct db_rows *waiting(struct req *r)
{
	char today[11];

	check_today(r->now, today);
	return Q_ROWS(r->db, proposals_waiting, .today = today);
}

static int64_t passages_left(struct req *r, const struct q_proposals_waiting *of)
{
	struct q_proposal_passages_left left = { 0 };

	if (of->coding)
		Q_ONE(r->db, proposal_passages_left, &left, .proposal_id = of->proposal_id,
			.person_id = r->person->person_id, .most = PASSAGES_MOST);
	return left.n;
}

int64_t proposal_questions_waiting(struct req *r)
{
	struct db_rows *rows = waiting(r);
	struct q_proposals_waiting row;
	int64_t n = 0;

	while (Q_NEXT(rows, proposals_waiting, &row))
		n += row.questions;
	return n;
}

int64_t proposal_passages_waiting(struct req *r)
{
	struct db_rows *rows = waiting(r);
	struct q_proposals_waiting row;
	int64_t n = 0;

	while (Q_NEXT(rows, proposals_waiting, &row))
		n += passages_left(r, &row);
	return n;
}

int64_t proposal_outcomes_late(struct req *r)
{
	struct db_rows *rows = waiting(r);
	struct q_proposals_waiting row;
	int64_t n = 0;

	while (Q_NEXT(rows, proposals_waiting, &row))
		n += row.late;
	return n;
}

static void show_part(struct req *r, struct tpl *t, enum tpl_marker section, int64_t n,
	const char *one, const char *many)
{
	if (n)
		tpl_setf(tpl_add(t, section), M_WORDS, "%s %s", count_text(r->ctx, n),
			n == 1 ? one : many);
}

/* GET /proposals/waiting */
int proposals_waiting(struct req *r)
{
	struct db_rows *rows = waiting(r);
	struct q_proposals_waiting row;
	bool some = false;
	struct tpl *t;

	while (Q_NEXT(rows, proposals_waiting, &row)) {
		int64_t passages = passages_left(r, &row);

		if (!row.questions && !row.late && !passages)
			continue;
		some = true;
		t = tpl_add(r->page, M_PROPOSAL_ROW);
		tpl_set(t, M_REF, text_copy(r->ctx, row.ref));
		tpl_set(t, M_TITLE, text_copy(r->ctx, row.title));
		show_part(r, t, M_QUESTIONS, row.questions, "question waits for an answer",
			"questions wait for an answer");
		show_part(r, t, M_PASSAGES_WAIT, passages, "passage to code",
			passages == PASSAGES_MOST ? "passages or more to code"
						  : "passages to code");
		show_part(r, t, M_LATE, row.late, "outcome is past its day",
			"outcomes are past their day");
	}
	tpl_show_if(r->page, M_NONE, !some);
	return page_show(r, 200, T_proposals_waiting, "What waits in proposals");
}

/* ---- Telling people -------------------------------------------------------------------------- */

static void write_to(struct db *db, TALLOC_CTX *ctx, const struct conf *conf,
	const struct settings *settings, int64_t now, const struct q_proposal_to_tell *row)
{
	mail_add_once(db, ctx, conf,
		&(struct mail){ .kind = "proposal",
			.recipient = text_copy(ctx, row->email),
			.subject = "What came of your response",
			.body = text_format(ctx,
				"You answered “%s”, and asked to be told what came of it. %s\n\n"
				"%s/p/%s\n\nThis is the only message, and your address is "
				"removed.\n\n-- \n%s, Soundings\n",
				row->title,
				row->stopped ? "It was withdrawn, and is not decided on. Why is "
					       "said on its page:"
					     : "What was decided is published:",
				conf_get(conf, "public_url", ""), row->slug,
				setting_text(settings, SETTING_NAME)) },
		text_format(
			ctx, "proposal %s %s", row->slug, row->stopped ? "withdrawn" : "decided"),
		now);
}

bool proposal_tell(struct db *db, TALLOC_CTX *ctx, const struct conf *conf,
	const struct settings *settings, int64_t now)
{
	struct db_rows *rows = Q_ROWS(db, proposal_to_tell, .most = TOLD_MOST);
	struct q_proposal_to_tell row;

	while (Q_NEXT(rows, proposal_to_tell, &row)) {
		int64_t first = 0;

		/* Whoever changes the row is the one who writes. */
		Q_RUN_COUNT(db, proposal_contact_told, &first, .response_id = row.response_id,
			.now = now);
		if (first && !row.withdrawn)
			write_to(db, ctx, conf, settings, now, &row);
	}
	Q_RUN(db, proposal_contact_forget);
	return db_state(db) == DB_FINE;
}
