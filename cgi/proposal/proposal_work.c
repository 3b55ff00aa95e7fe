/* proposal_work.c: what the pages share on which staff work with what people said. */
#include "proposal_work.h"

#include "access.h"
#include "incident_work.h"

int proposal_form_show(struct req *r, const struct q_proposal_by_ref *p, const struct form *f,
	const struct proposal_work_form *page, int status)
{
	proposal_head_show(r, p);
	tpl_set(r->page, M_HEADING, page->heading);
	tpl_set(r->page, M_BUTTON, page->button);
	tpl_set(r->page, M_BACK, page->back);
	tpl_set(r->page, M_BACK_LABEL, page->back_label);
	tpl_optional(r->page, M_HAS_INTRO, M_INTRO, page->intro);
	if (page->existing)
		tpl_show(r->page, M_EXISTING);
	else
		tpl_set(tpl_add(r->page, M_FRESH), M_TOKEN, work_token(r));
	form_show(f, 0, f->n, r->page, false);
	return page_show(r, status, T_proposal_work_form, page->heading);
}

int proposal_back(
	struct req *r, const struct q_proposal_by_ref *p, const char *where, const char *sentence)
{
	flash(r, sentence);
	return redirect(r, "/proposals/%s/%s", p->ref, where);
}

void proposal_told(
	struct req *r, const struct q_proposal_by_ref *p, enum audit_action action, json_t *detail)
{
	if (detail)
		audit(r, action, "proposal", p->ref, detail);
}

bool proposal_version_is(const struct req *r, int64_t row_version)
{
	const char *typed = params_get(&r->body, "row_version");
	int64_t version = -1;

	return typed && check_number(typed, &version) && version == row_version;
}

bool proposal_work_heading(struct req *r, const struct q_proposal_by_ref *p)
{
	proposal_head_show(r, p);
	return access_allows(r->person, MAKES_PROPOSALS);
}
