/* call_view.c: a call on its own page, for staff: what it says, who has sent, who has not; what it
 * asks as those who answer will see it; opening it, and closing it. */
#include <string.h>
#include "access.h"
#include "audit.h"
#include "markdown.h"
#include "pages.h"
#include "submission.h"

enum { MOST_NAMED = 300 }; /* call_waiting's LIMIT */

static const char *people(TALLOC_CTX *ctx, int64_t n)
{
	return n == 0 ? "Nobody"
		      : text_format(ctx, "%s %s", count_text(ctx, n), n == 1 ? "person" : "people");
}

static void show_told(struct req *r, const struct q_call_by_ref *k, struct tpl *t)
{
	struct q_call_told row = { 0 };

	Q_ONE(r->db, call_told, &row, .ref = k->ref);
	if (row.told_n > 0)
		tpl_setf(tpl_add(t, M_TOLD), M_WORDS, "%s %s told by mail that it is open%s.",
			people(r->ctx, row.told), row.told == 1 || row.told == 0 ? "was" : "were",
			row.reminded == 0 ? ""
					  : text_format(r->ctx, ", %s reminded before its last day",
						    count_text(r->ctx, row.reminded)));
}

static void show_counts(struct req *r, const struct q_call_by_ref *k)
{
	struct tpl *t = tpl_add(r->page, M_COUNTS), *all = NULL, *item;
	struct q_call_counts counts = { 0 };
	struct q_call_waiting row;
	int64_t waiting = 0;
	struct db_rows *rows;
	char today[11];

	check_today(r->now, today);
	Q_ONE(r->db, call_counts, &counts, .call_id = k->call_id,
		.person_id = r->person->person_id);
	rows = Q_ROWS(r->db, call_waiting, .call_id = k->call_id, .today = today);
	while (Q_NEXT(rows, call_waiting, &row)) {
		if (!all)
			all = tpl_add(t, M_WAITING);
		item = tpl_add(all, M_WAITING_ROW);
		tpl_set(item, M_CODE, text_copy(r->ctx, row.code));
		tpl_set(item, M_ORGANISATION, text_copy(r->ctx, row.name));
		tpl_show_if(item, M_BEGUN, row.begun);
		waiting++;
	}
	if (all)
		tpl_setf(all, M_WAITING_WORDS, "%s%s %s not sent anything",
			waiting == MOST_NAMED ? "At least " : "", count_text(r->ctx, waiting),
			waiting == 1 ? "organisation has" : "organisations have");
	show_told(r, k, t);
	tpl_set(t, M_REF, k->ref);
	tpl_count(t, M_SENT, counts.sent);
	tpl_count(t, M_DRAFTS, counts.drafts);
	tpl_count(t, M_WITHDRAWN, counts.withdrawn);
	tpl_count(t, M_UNREVIEWED, counts.unreviewed);
}

/* GET /calls/:ref */
int call_view(struct req *r)
{
	bool keeps = access_allows(r->person, KEEPS_CONTRACTS), draft;
	struct survey_fault fault = { 0 };
	const struct survey *questions;
	struct q_call_by_ref k;
	struct tpl *may;
	int refused = call_found(r, &k);

	if (refused)
		return refused;
	draft = strcmp(k.state, "draft") == 0;
	questions = call_compile(r->ctx, k.form, &fault);
	call_heading(r, &k);
	tpl_set(r->page, M_KIND, choice_label(call_kinds, CALL_KINDS, k.kind));
	tpl_set(r->page, M_ASKS, call_asks_text(r->ctx, k.asks));
	tpl_set(r->page, M_SEVERAL, k.several ? "As many as they like" : "One");
	tpl_optional(r->page, M_HAS_CRITERIA, M_CRITERIA, k.criteria);
	tpl_show_if(r->page, M_NO_CRITERIA, !k.criteria);
	tpl_show_if(r->page, M_HAS_CLOSES, k.closes_on != NULL);
	tpl_show_if(r->page, M_NO_CLOSES, !k.closes_on);
	tpl_int(r->page, M_QUESTIONS, questions ? (int64_t)questions->n_fields : 0);
	tpl_set(r->page, M_PAGES,
		questions ? text_format(r->ctx, "%zu page%s", questions->n_pages,
				    questions->n_pages == 1 ? "" : "s")
			  : "");
	markdown_show(r->ctx, k.about, 2, r->page, M_MARKDOWN);
	if (keeps) {
		may = tpl_add(r->page, M_MAY_CHANGE);
		tpl_show_if(may, M_MAY_ASK, draft);
		tpl_show_if(may, M_MAY_OPEN, draft && questions);
		tpl_show_if(may, M_MAY_CLOSE, strcmp(k.state, "open") == 0);
	}
	tpl_show_if(r->page, M_HAS_QUESTIONS, questions != NULL);
	if (!draft)
		show_counts(r, &k);
	return page_show(r, 200, T_call_view, k.title);
}

/* ---- Opening and closing --------------------------------------------------------------------- */

struct move {
	const char *was, *to, *title;
	enum tpl_file page;
};
static const struct move opening = { "draft", "open", "Open this call?", T_call_open };
static const struct move closing = { "open", "closed", "Close this call?", T_call_close };

static int show_move(struct req *r, const struct q_call_by_ref *k, const struct move *move,
	const char *why, int status)
{
	struct submission_form *w = submission_form_new(r->ctx, k->form, k->kind, NULL, NULL);

	call_heading(r, k);
	tpl_set(r->page, M_ASKS, call_asks_text(r->ctx, k->asks));
	tpl_int(r->page, M_QUESTIONS, (int64_t)w->questions->n_fields);
	tpl_show_if(r->page, M_HAS_CLOSES, k->closes_on != NULL);
	tpl_show_if(r->page, M_NO_CLOSES, !k->closes_on);
	tpl_show_if(r->page, M_NO_CRITERIA, !k->criteria_id);
	if (move == &opening)
		tpl_set(r->page, M_PEOPLE, people(r->ctx, call_members_count(r, k)));
	tpl_optional(r->page, M_REFUSED, M_WHY, why);
	return page_show(r, status, move->page, move->title);
}

/* 0, or what the page returns: it is in that state, and can be answered. */
static int find(struct req *r, struct q_call_by_ref *k, const struct move *move)
{
	struct survey_fault fault = { 0 };
	int refused = call_found(r, k);

	if (refused)
		return refused;
	if (strcmp(k->state, move->was) != 0)
		flash_notice(r, "Somebody has done that already.");
	else if (!call_compile(r->ctx, k->form, &fault))
		flash_notice(r, "Write its questions first.");
	else
		return 0;
	return redirect(r, "/calls/%s", k->ref);
}

static int view(struct req *r, const struct move *move)
{
	struct q_call_by_ref k;
	int refused = find(r, &k, move);

	return refused ? refused : show_move(r, &k, move, NULL, 200);
}

static int call_move_save(struct req *r, const struct move *move)
{
	const char *version = params_get(&r->body, "row_version");
	struct q_call_by_ref k;
	int64_t sent, moved = 0;
	int refused = find(r, &k, move);
	json_t *detail;

	if (refused)
		return refused;
	if (move == &opening && k.closes_on && !call_is_open("open", k.closes_on, r->now))
		return show_move(
			r, &k, move, "Its last day is over. Change that first, then open it.", 422);
	if (!version || !check_number(version, &sent) || sent != k.row_version || r->body.restored)
		return show_move(r, &k, move,
			"The call was changed since you saw this page. Look at it again first.",
			422);
	Q_RUN_COUNT(r->db, call_move, &moved, .state = move->to, .was = move->was,
		.call_id = k.call_id, .row_version = k.row_version);
	if (moved == 0)
		return show_move(r, &k, move, "Somebody changed it at this moment.", 422);
	detail = audit_changed(NULL, "state", move->was, move->to);
	if (move == &opening)
		detail = audit_fact(
			detail, "told", text_format(r->ctx, "%lld", (long long)call_tell(r, &k)));
	audit(r, AUDIT_CHANGE, "call", k.ref, detail);
	flash(r, move == &opening ? "The call is open." : "The call is closed.");
	return redirect(r, "/calls/%s", k.ref);
}

/* GET /calls/:ref/open */
int call_open(struct req *r)
{
	return view(r, &opening);
}

/* POST /calls/:ref/open */
int call_open_save(struct req *r)
{
	return call_move_save(r, &opening);
}

/* GET /calls/:ref/close */
int call_close(struct req *r)
{
	return view(r, &closing);
}

/* POST /calls/:ref/close */
int call_close_save(struct req *r)
{
	return call_move_save(r, &closing);
}
