/* monitoring_manage.c: monitoring returns for who looks after contracts: those of one contract,
 * each as it was sent, and what is decided about it. */
#include <stddef.h>
#include <string.h>
#include "access.h"
#include "audit.h"
#include "contract_sections.h"
#include "monitoring.h"
#include "pages.h"

/* ---- Those of one contract ------------------------------------------------------------------- */

enum { SECTION_MOST = 4 };

/* At most so many, at {{#RETURN_ROW}} of t; gives how many there are. */
static size_t show_rows(
	struct req *r, const struct q_contract_by_ref *c, size_t most, struct tpl *t)
{
	struct db_rows *rows = Q_ROWS(r->db, monitoring_of, .contract_id = c->contract_id);
	struct q_monitoring_of row;
	size_t n = 0;

	while (Q_NEXT(rows, monitoring_of, &row)) {
		struct tpl *line;
		const char *ref;

		if (n++ >= most)
			continue;
		line = tpl_add(t, M_RETURN_ROW);
		ref = text_copy(r->ctx, row.ref);
		tpl_set(line, M_CONTRACT, c->ref);
		tpl_set(line, M_RETURN, ref);
		tpl_set(line, M_PERIOD, monitoring_period(r->ctx, row.starts_on, row.ends_on));
		tpl_set(line, M_DUE_ON, date_text(r->ctx, row.due_on));
		tpl_optional(line, M_HAS_SENT, M_SENT,
			row.sent_at ? day_text(r->ctx, row.sent_at) : NULL);
		tpl_show_if(line, M_NOT_SENT, !row.sent_at);
		monitoring_state_show(r, line, row.state, row.due_on, row.sent_at);
		monitoring_rag_show(line, contract_rag_of(row.rag));
		tpl_show_if(line, M_NO_RAG, contract_rag_of(row.rag) == RAG_NONE);
	}
	return n;
}

void contract_section_returns(
	struct req *r, const struct q_contract_by_ref *c, bool may_change, struct tpl *page)
{
	struct tpl *t = tpl_include(page, M_SECTION, T_monitoring_section), *some;
	size_t n;

	(void)may_change;
	some = tpl_add(t, M_SOME);
	n = show_rows(r, c, SECTION_MOST, some);
	tpl_set(t, M_REF, c->ref);
	tpl_set(some, M_REF, c->ref);
	tpl_show_if(some, M_NONE, n == 0);
	tpl_show_if(t, M_NONE, n == 0);
	tpl_show_if(t, M_ALL, n > 0);
}

/* GET /contracts/:ref/returns */
int contract_returns(struct req *r)
{
	struct q_contract_by_ref c;
	int refused = contract_read(r, &c);
	struct tpl *t;

	if (refused)
		return refused;
	contract_heading(r, &c);
	t = tpl_add(r->page, M_SOME);
	tpl_show_if(r->page, M_NONE, show_rows(r, &c, SIZE_MAX, t) == 0);
	tpl_show_if(r->page, M_ALL, monitoring_trends_show(r, c.contract_id, r->page));
	audit(r, AUDIT_LOOK, "contract", c.ref, audit_fact(NULL, "page", "returns"));
	return page_show(r, 200, T_monitoring_periods, "Monitoring returns");
}

/* ---- One return ------------------------------------------------------------------------------ */

/* What can be decided, as a word of the address, from which states. */
struct move {
	const char *code, *title, *lead, *button, *done;
	const struct field *field; /* NULL: nothing is asked */
	unsigned from;
	const char *to; /* NULL: due, or sent when something was sent */
};

static const struct field question_field = { .type = FIELD_LONG,
	.name = "question",
	.label = "What do you ask?",
	.hint = "They read it as you write it",
	.required = true,
	.max_length = 2000,
	.missing = "Write what you ask" };
static const struct field excuse_field = { .type = FIELD_LONG,
	.name = "question",
	.label = "Why is it not wanted?",
	.hint = "They read it as you write it",
	.required = true,
	.max_length = 1000,
	.missing = "Write why it is not wanted" };
static const struct field want_field = { .type = FIELD_LONG,
	.name = "question",
	.label = "Why is it wanted after all?",
	.hint = "For the history",
	.required = true,
	.max_length = 1000,
	.missing = "Write why it is wanted after all" };

static const struct move moves[] = {
	{ "accept", "Accept the return", "They see that it is accepted. They can still correct it.",
		"Accept", "The return is accepted.", NULL, 1u << RETURN_SENT, "accepted" },
	{ "back", "Ask something back",
		"What they sent stays as it is. They answer with another version, beside it.",
		"Send the question", "The question is sent.", &question_field,
		1u << RETURN_SENT | 1u << RETURN_ACCEPTED, "back" },
	{ "excuse", "Do without this return",
		"It no longer counts as missing, and nobody is reminded of it.", "Do without it",
		"The return is not wanted any more.", &excuse_field,
		1u << RETURN_DUE | 1u << RETURN_BACK, "excused" },
	{ "want", "Ask for it after all", "It is due again, and they are told.", "Ask for it",
		"The return is wanted again.", &want_field, 1u << RETURN_EXCUSED, NULL },
};

static void show_moves(struct req *r, const struct q_monitoring_by_ref *m)
{
	struct tpl *t = NULL, *move;

	for (size_t i = 0; i < COUNT(moves); i++) {
		if (!(1u << monitoring_state_of(m->state) & moves[i].from))
			continue;
		t = t ? t : tpl_add(r->page, M_MOVES);
		move = tpl_add(t, i == 0 ? M_MOVE_FIRST : M_MOVE);
		tpl_set(move, M_CONTRACT, m->contract_ref);
		tpl_set(move, M_REF, m->ref);
		tpl_set(move, M_CODE, moves[i].code);
		tpl_set(move, M_LABEL, moves[i].title);
	}
}

/* GET /contracts/:ref/returns/:return */
int contract_return_view(struct req *r)
{
	struct q_monitoring_by_ref m;
	struct q_contract_by_ref c;
	int refused = contract_read(r, &c);
	enum monitoring_state state;

	if (!refused)
		refused = monitoring_of_contract(r, &c, &m);
	if (refused)
		return refused;
	state = monitoring_state_of(m.state);
	monitoring_heading(r, &m);
	tpl_set(r->page, M_ORGANISATION_CODE, c.organisation_code);
	tpl_set(r->page, M_SINCE, day_text(r->ctx, m.state_at));
	tpl_optional(r->page, M_DECIDED, M_PERSON, m.decided_by);
	tpl_optional(r->page, M_ASKED, M_QUESTION, state == RETURN_BACK ? m.question : NULL);
	tpl_optional(r->page, M_EXCUSED, M_WHY, state == RETURN_EXCUSED ? m.question : NULL);
	tpl_show_if(r->page, M_NOTHING,
		!monitoring_versions_show(r, &m,
			text_format(r->ctx, "/contracts/%s/returns/%s", c.ref, m.ref), r->page));
	if (access_allows(r->person, KEEPS_CONTRACTS))
		show_moves(r, &m);
	audit(r, AUDIT_LOOK, "return", m.ref, audit_fact(NULL, "contract", c.reference));
	return page_show(r, 200, T_monitoring_view,
		text_format(r->ctx, "Return for %s",
			monitoring_period(r->ctx, m.starts_on, m.ends_on)));
}

/* ---- Deciding -------------------------------------------------------------------------------- */

static int find_move(struct req *r, struct q_contract_by_ref *c, struct q_monitoring_by_ref *m,
	const struct move **move)
{
	int refused = contract_kept(r, c);
	size_t i = 0;

	if (!refused)
		refused = monitoring_of_contract(r, c, m);
	if (refused)
		return refused;
	while (i < COUNT(moves) && strcmp(moves[i].code, r->args[2]) != 0)
		i++;
	if (i == COUNT(moves))
		return not_found(r);
	*move = &moves[i];
	if (1u << monitoring_state_of(m->state) & moves[i].from)
		return 0;
	flash_notice(r, text_format(r->ctx, "There is nothing to do: the return is: %s.",
				choice_label(monitoring_states, RETURN_STATES, m->state)));
	return redirect(r, "/contracts/%s/returns/%s", c->ref, m->ref);
}

static int show_move(struct req *r, const struct q_monitoring_by_ref *m, const struct move *move,
	const struct form *f, int status)
{
	monitoring_heading(r, m);
	tpl_int(r->page, M_ROW_VERSION, m->row_version);
	tpl_set(r->page, M_HEADING, move->title);
	tpl_set(r->page, M_LEAD, move->lead);
	tpl_set(r->page, M_BUTTON, move->button);
	form_show(f, 0, f->n, r->page, false);
	return page_show(r, status, T_monitoring_decide, move->title);
}

static struct form *move_form(struct req *r, const struct move *move)
{
	return form_new(r->ctx, move->field, move->field ? 1 : 0);
}

/* GET /contracts/:ref/returns/:return/:move */
int contract_return_move(struct req *r)
{
	struct q_monitoring_by_ref m;
	struct q_contract_by_ref c;
	const struct move *move;
	int refused = find_move(r, &c, &m, &move);

	return refused ? refused : show_move(r, &m, move, move_form(r, move), 200);
}

/* What they are told; NULL: they see it when they look. */
static void tell_them(struct req *r, const struct q_monitoring_by_ref *m, const struct move *move)
{
	const char *sentence = NULL, *subject = NULL;

	if (strcmp(move->code, "back") == 0) {
		subject = "A question about a monitoring return";
		sentence = "There is a question about a monitoring return that your organisation "
			   "sent.";
	} else if (strcmp(move->code, "excuse") == 0) {
		subject = "A monitoring return is not wanted";
		sentence = "A monitoring return of your organisation is not wanted any more.";
	} else if (strcmp(move->code, "want") == 0) {
		subject = "A monitoring return is due";
		sentence = "A monitoring return of your organisation is due after all.";
	}
	if (sentence)
		monitoring_mail_members(r->db, r->ctx, r->conf, r->settings, r->now,
			&(struct monitoring_mail){ .organisation_id = m->organisation_id,
				.subject = subject,
				.sentence = sentence,
				.path = text_format(r->ctx, "/returns/%s", m->ref) });
}

static void decide(struct req *r, const struct q_monitoring_by_ref *m, const struct move *move,
	const char *words)
{
	const char *to = move->to ? move->to : m->version > 0 ? "sent" : "due";
	const char *period = monitoring_period(r->ctx, m->starts_on, m->ends_on);
	json_t *detail = audit_fact(NULL, "return", m->ref);
	char today[11];

	Q_RUN(r->db, monitoring_decide, .state = to, .now = r->now,
		.question = strcmp(to, "back") == 0 || strcmp(to, "excused") == 0 ? words : "",
		.person_id = r->person->person_id, .return_id = m->return_id,
		.row_version = m->row_version);
	detail = audit_fact(detail, "period", period);
	contract_event(r, m->contract_id, CONTRACT_RETURN, words,
		audit_changed(detail, "state",
			choice_label(monitoring_states, RETURN_STATES, m->state),
			choice_label(monitoring_states, RETURN_STATES, to)),
		0);
	detail = audit_fact(NULL, "contract", m->contract_ref);
	audit(r, AUDIT_CHANGE, "return", m->ref,
		audit_changed(audit_fact(detail, "period", period), "state", m->state, to));
	check_today(r->now, today);
	contract_settle(r->db, m->contract_id, today);
	tell_them(r, m, move);
}

/* POST /contracts/:ref/returns/:return/:move */
int contract_return_move_save(struct req *r)
{
	const char *version = params_get(&r->body, "row_version");
	struct q_monitoring_by_ref m;
	struct q_contract_by_ref c;
	const struct move *move;
	int refused = find_move(r, &c, &m, &move);
	struct form *f;
	int64_t sent;

	if (refused)
		return refused;
	f = move_form(r, move);
	form_fill(f, &r->body, NULL);
	if (f->n_errors == 0 &&
		(!version || !check_number(version, &sent) || sent != m.row_version))
		form_fail(f, NULL,
			"This return changed while you were looking at it. Look at it in another "
			"window, then send this again");
	if (f->n_errors > 0 || r->body.restored)
		return show_move(r, &m, move, f, 422);
	decide(r, &m, move, move->field ? f->values[0].text : "");
	flash(r, move->done);
	return redirect(r, "/contracts/%s/returns/%s", c.ref, m.ref);
}
