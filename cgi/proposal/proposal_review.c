/* proposal_review.c: a panel is asked to decide on a proposal: a review of it is opened, with
 * criteria, interests, quorum and a second person as every other has them. */
#include "access.h"
#include "audit.h"
#include "pages.h"
#include "proposal.h"
#include "review.h"
#include "review_open.h"

/* One at a time, and only of what people were asked: 0, or what the page returns. */
static int find(struct req *r, struct q_proposal_by_ref *p)
{
	int refused = proposal_found(r, p);
	struct q_proposal_review open;

	if (refused)
		return refused;
	if (!p->published_at) {
		flash_notice(r, "A draft is not decided on. Publish it, and hear people first.");
		return redirect(r, "/proposals/%s", p->ref);
	}
	if (!Q_ONE(r->db, proposal_review, &open, .proposal_id = p->proposal_id))
		return 0;
	flash_notice(r, "A review of this proposal is open already.");
	return redirect(r, "/proposals/%s", p->ref);
}

static int show(struct req *r, const struct q_proposal_by_ref *p, const struct review_open_form *o,
	const char *token, int status)
{
	proposal_heading(r, p);
	tpl_set(r->page, M_SUBMISSION, token);
	tpl_show(r->page, o->criteria.n == 0 ? M_NO_CRITERIA : M_SOME);
	if (o->criteria.n > 0)
		form_show(o->f, 0, o->f->n, r->page, false);
	return page_show(r, status, T_proposal_review, "Ask the panel to decide");
}

/* GET /proposals/REF/review */
int proposal_review(struct req *r)
{
	struct q_proposal_by_ref p;
	int refused = find(r, &p);
	struct review_open_form o;

	if (refused)
		return refused;
	o = review_open_form(r, "proposal");
	review_open_begin(r, &o);
	return show(r, &p, &o, review_form_fresh(r), 200);
}

/* POST /proposals/REF/review */
int proposal_review_save(struct req *r)
{
	const char *hex = params_get(&r->body, "submission");
	struct review_opening opening;
	struct review_open_form o;
	struct q_proposal_by_ref p;
	int refused = find(r, &p);
	char ref[REF_LENGTH + 1];
	uint8_t token[16];

	if (refused)
		return refused;
	o = review_open_form(r, "proposal");
	if (!review_form_read(hex, token))
		review_form_read(hex = review_form_fresh(r), token);
	if (!form_fill(o.f, &r->body, NULL) || o.criteria.n == 0)
		return show(r, &p, &o, hex, 422);
	opening = (struct review_opening){ .form = { token, sizeof token },
		.proposal_id = p.proposal_id,
		.organisation_id = r->person->organisation_id,
		.title = p.title };
	review_open_take(r, &o, &opening);
	if (!review_open(r, &opening, ref)) {
		form_fail(o.f, NULL, "Somebody else has just opened a review of this proposal");
		return show(r, &p, &o, hex, 422);
	}
	audit(r, AUDIT_CHANGE, "proposal", p.ref, audit_fact(NULL, "review", ref));
	flash(r, "The review is open. Reviewers are told by email.");
	return redirect(r, "/proposals/%s", p.ref);
}

void proposal_review_show(struct req *r, const struct q_proposal_by_ref *p, bool may_open)
{
	struct tpl *part = tpl_include(r->page, M_PROPOSAL_PANEL, T_proposal_panel), *t;
	struct q_proposal_review row;

	if (!Q_ONE(r->db, proposal_review, &row, .proposal_id = p->proposal_id)) {
		tpl_optional(part, M_ASK_PANEL, M_REF, may_open && p->published_at ? p->ref : NULL);
		return;
	}
	t = tpl_add(part, M_PANEL_REVIEW);
	tpl_set(t, M_STATE, review_states[review_state_of(row.state)].label);
	tpl_set(t, M_STATE_COLOUR, review_state_colour(review_state_of(row.state)));
	tpl_optional(t, M_WAITS, M_DUE_ON,
		review_is_over(review_state_of(row.state)) ? NULL : date_text(r->ctx, row.due_on));
	tpl_optional(t, M_LINKED, M_REVIEW_REF,
		access_allows(r->person, READS_CONTRACTS) ? text_copy(r->ctx, row.ref) : NULL);
}
