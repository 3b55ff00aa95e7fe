/* return_discard.c: what was begun of a return, a correction above all, is thrown away; what was
 * sent stays. */
#include "audit.h"
#include "monitoring.h"
#include "pages.h"

/* 0, or what the page returns. */
static int find_draft(
	struct req *r, struct q_monitoring_by_ref *m, struct q_monitoring_draft *draft)
{
	int refused = monitoring_own(r, m);

	if (refused)
		return refused;
	if (monitoring_state_of(m->state) != RETURN_EXCUSED &&
		Q_ONE(r->db, monitoring_draft, draft, .return_id = m->return_id))
		return 0;
	flash_notice(r, "There is no draft to discard.");
	return redirect(r, "/returns/%s", m->ref);
}

static int show(struct req *r, const struct q_monitoring_by_ref *m,
	const struct q_monitoring_draft *draft, bool changed)
{
	monitoring_heading(r, m);
	tpl_set(tpl_add(r->page, M_OF_RETURN), M_REF, m->ref);
	tpl_set(r->page, M_NAME,
		text_format(r->ctx, "Return for %s",
			monitoring_period(r->ctx, m->starts_on, m->ends_on)));
	tpl_set(r->page, M_WHO, draft->draft_by ? draft->draft_by : "A colleague");
	tpl_set(r->page, M_AT, time_text(r->ctx, draft->draft_at));
	tpl_set(r->page, M_STAYS,
		m->version ? "What was sent stays as it is." : "The return is still to be sent.");
	tpl_int(r->page, M_ROW_VERSION, m->row_version);
	tpl_show_if(r->page, M_CHANGED, changed);
	return page_show(r, changed ? 422 : 200, T_draft_discard, "Discard this draft?");
}

/* GET /returns/:ref/discard */
int return_discard_view(struct req *r)
{
	struct q_monitoring_by_ref m;
	struct q_monitoring_draft draft;
	int refused = find_draft(r, &m, &draft);

	return refused ? refused : show(r, &m, &draft, false);
}

/* POST /returns/:ref/discard */
int return_discard(struct req *r)
{
	struct q_monitoring_by_ref m;
	struct q_monitoring_draft draft;
	int refused = find_draft(r, &m, &draft);
	const char *typed = params_get(&r->body, "row_version");
	int64_t seen = 0, n = 0;

	if (refused)
		return refused;
	if (r->body.restored)
		return show(r, &m, &draft, false);
	if (typed && check_number(typed, &seen))
		Q_RUN_COUNT(r->db, monitoring_discard, &n, .return_id = m.return_id,
			.row_version = seen);
	if (n == 0)
		return show(r, &m, &draft, true);
	audit(r, AUDIT_REMOVE, "return", m.ref, audit_fact(NULL, "draft", "discarded"));
	flash(r, "The draft was discarded.");
	return redirect(r, "/returns/%s", m.ref);
}
