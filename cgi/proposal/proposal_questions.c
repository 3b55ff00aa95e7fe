/* proposal_questions.c: requests for more information, and their answers: in public, without names,
 * or for who asked alone. */
#include <stddef.h>
#include "access.h"
#include "conf.h"
#include "incident_work.h"
#include "mail.h"
#include "pages.h"
#include "proposal_work.h"
#include "setting.h"

enum { QUESTIONS_MOST = 200 };

/* GET /proposals/:ref/questions */
int proposal_questions(struct req *r)
{
	struct q_proposal_by_ref p;
	int refused = proposal_found(r, &p);
	struct q_proposal_questions row;
	struct db_rows *rows;
	struct tpl *t, *part;
	bool may;

	if (refused)
		return refused;
	may = proposal_work_heading(r, &p);
	rows = Q_ROWS(
		r->db, proposal_questions, .proposal_id = p.proposal_id, .most = QUESTIONS_MOST);
	tpl_show_if(r->page, M_NONE, db_rows_count(rows) == 0);
	while (Q_NEXT(rows, proposal_questions, &row)) {
		t = tpl_add(r->page, M_QUESTION);
		tpl_set(t, M_RESPONSE, text_copy(r->ctx, row.ref));
		tpl_optional(t, M_HAS_GROUP, M_GROUP, text_copy(r->ctx, row.speaks_for));
		tpl_set(t, M_ASKS, text_copy(r->ctx, row.asks));
		tpl_show_if(t, M_WAITS, !row.answered_at);
		if (row.answered_at) {
			tpl_set(tpl_add(t, M_ANSWERED), M_HOW,
				row.public ? "Answered in public" : "Answered privately");
			part = tpl_add(t, M_GIVEN_ANSWER);
			tpl_optional(part, M_HAS_QUESTION, M_PUBLISHED_QUESTION,
				text_copy(r->ctx, row.question));
			tpl_set(part, M_ANSWER, text_copy(r->ctx, row.answer));
		}
		if (may)
			tpl_set(tpl_add(t, M_MAY_ANSWER), M_ANSWER_WORDS,
				row.answered_at ? "Change the answer to" : "Answer");
	}
	return page_show(r, 200, T_proposal_questions, "Questions asked");
}

/* ---- One of them ----------------------------------------------------------------------------- */

struct typed {
	const char *answer, *question;
	bool public;
};

static const struct field fields[] = {
	{ .type = FIELD_LONG,
		.name = "answer",
		.label = "Answer",
		.required = true,
		.max_length = 4000,
		.missing = "Enter the answer",
		.into = offsetof(struct typed, answer) },
	{ .type = FIELD_YES_NO,
		.name = "public",
		.label = "Publish the question and the answer on the proposal’s page?",
		.required = true,
		.missing = "Select yes if everybody may read it",
		.into = offsetof(struct typed, public) },
	{ .type = FIELD_LONG,
		.name = "question",
		.label = "The question as it is published",
		.hint = "In your words, without names and without what tells who asked",
		.required = true,
		.max_length = 1000,
		.missing = "Enter the question as it is published",
		.when_name = "public",
		.when_code = "yes",
		.into = offsetof(struct typed, question) },
};

static int find(struct req *r, struct q_proposal_by_ref *p, struct q_proposal_question *q)
{
	int refused = proposal_found(r, p);
	char ref[REF_LENGTH + 1];

	if (refused)
		return refused;
	return ref_read(r->args[1], ref) && Q_ONE(r->db, proposal_question, q,
						    .proposal_id = p->proposal_id, .ref = ref)
		       ? 0
		       : not_found(r);
}

static struct form *stored_form(struct req *r, const struct q_proposal_question *q)
{
	struct form *f = form_new(r->ctx, fields, COUNT(fields));

	form_put(f, "answer", 0, q->answer);
	form_put(f, "public", 0, !q->answered ? NULL : q->public ? "yes" : "no");
	form_put(f, "question", 0, q->question);
	return f;
}

static int show(struct req *r, const struct q_proposal_by_ref *p,
	const struct q_proposal_question *q, const struct form *f, int status)
{
	proposal_work_heading(r, p);
	tpl_set(r->page, M_ASKS, q->asks);
	tpl_set(r->page, M_TOLD,
		*q->email ? "They left an address, and are told that there is an answer. It is on "
			    "the proposal’s page, or behind their private link."
			  : "They left no address. They find the answer on the proposal’s page, or "
			    "behind their private link.");
	form_show(f, 0, f->n, r->page, false);
	return page_show(r, status, T_proposal_question, "Answer a question");
}

/* GET /proposals/:ref/questions/:response */
int proposal_question(struct req *r)
{
	struct q_proposal_question q;
	struct q_proposal_by_ref p;
	int refused = find(r, &p, &q);
	struct form *f;

	if (refused)
		return refused;
	f = stored_form(r, &q);
	work_carry(r, q.row_version, form_seen(f));
	return show(r, &p, &q, f, 200);
}

/* Without content: mail is read by others too. */
static void write_to(
	struct req *r, const struct q_proposal_by_ref *p, const struct q_proposal_question *q)
{
	if (!*q->email)
		return;
	mail_add(r->db, r->ctx, r->conf,
		&(struct mail){ .kind = "proposal",
			.recipient = q->email,
			.subject = "There is an answer to your question",
			.body = text_format(r->ctx,
				"You asked something about “%s”. There is an answer now, on its "
				"page or behind the private link that you were given:\n\n"
				"%s/p/%s\n\n-- \n%s, Soundings\n",
				p->title, conf_get(r->conf, "public_url", ""), p->slug,
				setting_text(r->settings, SETTING_NAME)) },
		r->now);
}

static bool store(struct req *r, const struct q_proposal_by_ref *p,
	const struct q_proposal_question *q, const struct typed *in)
{
	const char *question = in->public ? in->question : "";
	int64_t changed = 0;

	if (!q->answered)
		return Q_RUN(r->db, proposal_answer_add, .response_id = q->response_id,
			       .proposal_id = p->proposal_id, .question = question,
			       .answer = in->answer, .public = in->public, .now = r->now,
			       .person_id = r->person->person_id) == DB_DONE;
	Q_RUN_COUNT(r->db, proposal_answer_update, &changed, .response_id = q->response_id,
		.question = question, .answer = in->answer, .public = in->public, .now = r->now,
		.person_id = r->person->person_id, .row_version = q->row_version);
	return changed > 0;
}

/* POST /proposals/:ref/questions/:response */
int proposal_question_save(struct req *r)
{
	struct q_proposal_question q;
	struct q_proposal_by_ref p;
	int refused = find(r, &p, &q);
	struct typed in = { 0 };
	struct form *f;
	bool filled;

	if (refused)
		return refused;
	f = form_new(r->ctx, fields, COUNT(fields));
	filled = form_fill(f, &r->body, &in);
	if (work_again(r, f, stored_form(r, &q), q.row_version) || !filled)
		return show(r, &p, &q, f, 422);
	if (!store(r, &p, &q, &in)) {
		work_overtaken(r, f);
		return show(r, &p, &q, f, 422);
	}
	if (!q.answered)
		write_to(r, &p, &q);
	proposal_told(r, &p, AUDIT_CHANGE,
		audit_fact(audit_fact(NULL, q.answered ? "answer_changed" : "answered", q.ref),
			"public", in.public ? "yes" : "no"));
	return proposal_back(r, &p, "questions",
		in.public ? "The question and its answer are published."
			  : "The answer is there, for who asked alone.");
}
