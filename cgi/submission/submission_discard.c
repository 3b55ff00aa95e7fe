/* submission_discard.c: a plan or a bid that was never sent is thrown away. */
#include "audit.h"
#include "pages.h"
#include "submission.h"

static int show(struct req *r, const struct q_submission_by_ref *s, bool changed)
{
	submission_heading(r, s);
	tpl_set(tpl_add(r->page, M_OF_SUBMISSION), M_REF, s->ref);
	tpl_set(r->page, M_NAME, *s->title ? s->title : s->call_title);
	tpl_set(r->page, M_WHO, s->person);
	tpl_set(r->page, M_AT, time_text(r->ctx, s->saved_at));
	tpl_set(r->page, M_STAYS,
		call_is_open(s->call_state, s->closes_on, r->now)
			? "Another one can be begun as long as the call is open."
			: "The call has closed, so it cannot be sent any more.");
	tpl_show_if(r->page, M_CHANGED, changed);
	return page_show(r, changed ? 422 : 200, T_draft_discard, "Discard this draft?");
}

/* GET /submissions/:ref/discard */
int submission_discard_view(struct req *r)
{
	struct q_submission_by_ref s;
	int refused = submission_drafted(r, &s);

	return refused ? refused : show(r, &s, false);
}

/* POST /submissions/:ref/discard */
int submission_discard(struct req *r)
{
	struct q_submission_by_ref s;
	int refused = submission_drafted(r, &s);
	const char *typed = params_get(&r->body, "row_version");
	int64_t seen = 0, n = 0;

	if (refused)
		return refused;
	if (r->body.restored)
		return show(r, &s, false);
	if (typed && check_number(typed, &seen))
		Q_RUN_COUNT(r->db, submission_discard, &n, .submission_id = s.submission_id,
			.organisation_id = s.organisation_id, .row_version = seen);
	if (n == 0)
		return show(r, &s, true);
	audit(r, AUDIT_REMOVE, "submission", s.ref, audit_fact(NULL, "draft", "discarded"));
	flash(r, "The draft was discarded.");
	return redirect(r, "/submissions");
}
