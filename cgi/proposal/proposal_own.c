/* proposal_own.c: questions of a proposal's own, in the editor of questions. They are changed while
 * it is a draft, and frozen once it is published: what people answered to stays what it was. */
#include <string.h>
#include "access.h"
#include "pages.h"
#include "proposal_form.h"
#include "question_editor.h"
#include "survey_parts.h"

/* Who types in a letter has all of it on one page, with the proposal's own fields. */
enum { BOXES_OF_OURS = 100, MOST_BOXES = PARAMS_MAX - BOXES_OF_OURS };

const struct survey *proposal_own_compile(
	TALLOC_CTX *ctx, const char *json, struct survey_fault *fault)
{
	const struct survey *own = call_compile(ctx, json, fault);
	struct survey_size size = { 0 };

	for (size_t i = 0; own && i < own->n_fields; i++) {
		survey_size_add(&size, &own->fields[i]);
		if (own->fields[i].type == FIELD_DECIMAL) {
			snprintf(fault->reason, sizeof fault->reason,
				"a proposal asks for no amount of money");
			return NULL;
		}
	}
	if (size.boxes <= MOST_BOXES)
		return own;
	snprintf(fault->reason, sizeof fault->reason,
		"the questions have %zu boxes together; %d are the most", size.boxes, MOST_BOXES);
	return NULL;
}

size_t proposal_own_count(TALLOC_CTX *ctx, const char *json)
{
	struct survey_fault fault = { 0 };
	const struct survey *own = call_compile(ctx, json, &fault);

	return own ? own->n_fields : 0;
}

static int open_proposal(struct req *r, struct question_editor *e)
{
	struct q_proposal_by_ref *p = NEW(r->ctx, struct q_proposal_by_ref);
	int refused = proposal_drafted(r, p);

	if (refused)
		return refused;
	e->record = p;
	e->ref = p->ref;
	e->back = text_format(r->ctx, "/proposals/%s", p->ref);
	e->list = e->base = text_format(r->ctx, "%s/form", e->back);
	e->text = p->form;
	e->row_version = p->row_version;
	return 0;
}

static void heading(struct req *r, const struct question_editor *e)
{
	proposal_heading(r, e->record);
	tpl_show(r->page, M_OF_PROPOSAL);
}

static int64_t set(struct req *r, const struct question_editor *e, const char *json)
{
	const struct q_proposal_by_ref *p = e->record;
	int64_t n = 0;

	Q_RUN_COUNT(r->db, proposal_form_set, &n, .form = json, .proposal_id = p->proposal_id,
		.row_version = p->row_version);
	return n;
}

static const struct question_door door = {
	.subject = "proposal",
	.open = open_proposal,
	.heading = heading,
	.compile = proposal_own_compile,
	.set = set,
};

/* GET /proposals/:ref/form */
int proposal_own(struct req *r)
{
	return question_list(r, &door);
}

/* POST /proposals/:ref/form */
int proposal_own_move(struct req *r)
{
	return question_list_move(r, &door);
}

/* GET /proposals/:ref/form/questions/:question */
int proposal_own_question(struct req *r)
{
	return question_edit(r, &door);
}

/* POST /proposals/:ref/form/questions/:question */
int proposal_own_question_save(struct req *r)
{
	return question_edit_save(r, &door);
}

/* GET /proposals/:ref/form/questions/:question/remove */
int proposal_own_question_remove(struct req *r)
{
	return question_remove(r, &door);
}

/* POST /proposals/:ref/form/questions/:question/remove */
int proposal_own_question_remove_save(struct req *r)
{
	return question_remove_save(r, &door);
}

/* GET /proposals/:ref/form/pages/:page */
int proposal_own_page(struct req *r)
{
	return question_page(r, &door);
}

/* POST /proposals/:ref/form/pages/:page */
int proposal_own_page_save(struct req *r)
{
	return question_page_save(r, &door);
}

/* GET /proposals/:ref/form/preview: in every state, for who may read it. */
int proposal_own_preview(struct req *r)
{
	struct survey_fault fault = { 0 };
	struct q_proposal_by_ref p;
	int refused = proposal_found(r, &p);

	if (refused)
		return refused;
	proposal_heading(r, &p);
	if (strcmp(p.state, "draft") == 0 && access_allows(r->person, MAKES_PROPOSALS))
		question_editor_link(
			r->page, M_LINK_LIST, text_format(r->ctx, "/proposals/%s/form", p.ref));
	return question_preview(r, call_compile(r->ctx, p.form, &fault)
					   ? submission_form_new(r->ctx, p.form, "", NULL, NULL)
					   : NULL);
}
