/* call_door.c: a call's questions, in the editor of questions. */
#include <string.h>
#include "access.h"
#include "pages.h"
#include "question_editor.h"
#include "submission.h"

static int open_call(struct req *r, struct question_editor *e)
{
	struct q_call_by_ref *k = NEW(r->ctx, struct q_call_by_ref);
	int refused = call_drafted(r, k);

	if (refused)
		return refused;
	e->record = k;
	e->ref = k->ref;
	e->title = k->title;
	e->back = e->base = text_format(r->ctx, "/calls/%s", k->ref);
	e->list = text_format(r->ctx, "%s/questions", e->base);
	e->text = k->form;
	e->row_version = k->row_version;
	return 0;
}

static void heading(struct req *r, const struct question_editor *e)
{
	const struct q_call_by_ref *k = e->record;
	struct tpl *head = tpl_include(r->page, M_CALL_HEAD, T_call_head);

	tpl_set(head, M_REF, k->ref);
	tpl_set(head, M_CALL_TITLE, k->title);
	tpl_set(r->page, M_CSRF, r->csrf);
	tpl_int(r->page, M_ROW_VERSION, k->row_version);
}

static int64_t set(struct req *r, const struct question_editor *e, const char *json)
{
	const struct q_call_by_ref *k = e->record;
	int64_t n = 0;

	Q_RUN_COUNT(r->db, call_form_set, &n, .form = json, .call_id = k->call_id,
		.row_version = k->row_version);
	return n;
}

static const struct question_door door = {
	.subject = "call",
	.money = true,
	.open = open_call,
	.heading = heading,
	.compile = call_compile,
	.set = set,
};

/* GET /calls/:ref/questions */
int call_questions(struct req *r)
{
	return question_list(r, &door);
}

/* POST /calls/:ref/questions */
int call_questions_move(struct req *r)
{
	return question_list_move(r, &door);
}

/* GET /calls/:ref/questions/:question */
int call_question(struct req *r)
{
	return question_edit(r, &door);
}

/* POST /calls/:ref/questions/:question */
int call_question_save(struct req *r)
{
	return question_edit_save(r, &door);
}

/* GET /calls/:ref/questions/:question/remove */
int call_question_remove(struct req *r)
{
	return question_remove(r, &door);
}

/* POST /calls/:ref/questions/:question/remove */
int call_question_remove_save(struct req *r)
{
	return question_remove_save(r, &door);
}

/* GET /calls/:ref/pages/:page */
int call_page(struct req *r)
{
	return question_page(r, &door);
}

/* POST /calls/:ref/pages/:page */
int call_page_save(struct req *r)
{
	return question_page_save(r, &door);
}

/* GET /calls/:ref/preview */
int call_preview(struct req *r)
{
	struct survey_fault fault = { 0 };
	struct question_editor e = { .door = &door };
	struct q_call_by_ref k;
	int refused = call_found(r, &k);

	if (refused)
		return refused;
	e.record = &k;
	e.title = k.title;
	if (strcmp(k.state, "draft") == 0 && access_allows(r->person, KEEPS_CONTRACTS))
		e.list = text_format(r->ctx, "/calls/%s/questions", k.ref);
	question_editor_heading(r, &e);
	return question_preview(r, call_compile(r->ctx, k.form, &fault)
					   ? submission_form_new(r->ctx, k.form, k.kind, NULL, NULL)
					   : NULL);
}
