/* submission_begin.c: a call as the organisations read it that it asks, and beginning a plan or a
 * bid. */
#include <string.h>
#include "audit.h"
#include "markdown.h"
#include "pages.h"
#include "setting.h"
#include "submission.h"

/* What the organisation has for this call already. */
struct had {
	const char *ref; /* of its newest that was not withdrawn; NULL: none */
	bool draft;      /* is that one a draft? */
	int64_t number;  /* the highest so far */
};

static struct had find_had(struct req *r, const struct q_call_by_ref *k)
{
	struct db_rows *rows = Q_ROWS(r->db, submission_of_call, .call_id = k->call_id,
		.own = r->person->organisation_id);
	struct q_submission_of_call row;
	struct had had = { 0 };

	while (Q_NEXT(rows, submission_of_call, &row)) {
		if (row.number > had.number)
			had.number = row.number;
		if (had.ref || strcmp(row.state, "withdrawn") == 0)
			continue;
		had.ref = text_copy(r->ctx, row.ref);
		had.draft = strcmp(row.state, "draft") == 0;
	}
	return had;
}

static int show(struct req *r, const struct q_call_by_ref *k, const char *token, int status)
{
	bool open = call_is_open(k->state, k->closes_on, r->now);
	struct submission_form *w = submission_form_new(r->ctx, k->form, k->kind, NULL, NULL);
	struct had had = find_had(r, k);

	call_heading(r, k);
	tpl_set(r->page, M_SUBMISSION, token);
	tpl_set(r->page, M_COMMISSIONER, setting_text(r->settings, SETTING_NAME));
	markdown_show(r->ctx, k->about, 2, r->page, M_MARKDOWN);
	tpl_show_if(r->page, M_HAS_CLOSES, open && k->closes_on);
	tpl_show_if(r->page, M_CLOSED, !open);
	for (size_t i = 0; i < submission_pages(w); i++)
		tpl_set(tpl_add(r->page, M_PART), M_PART_TITLE, submission_page_title(w, i));
	if (had.ref) {
		struct tpl *t = tpl_add(r->page, had.draft ? M_HAS_DRAFT : M_HAS_SENT);

		tpl_set(t, M_MINE, had.ref);
	}
	tpl_show_if(r->page, M_MAY_BEGIN, open && !had.ref);
	tpl_show_if(r->page, M_MAY_BEGIN_MORE, open && had.ref && k->several);
	return page_show(r, status, T_submission_call, k->title);
}

/* GET /submissions/calls/:ref */
int submission_call(struct req *r)
{
	struct q_call_by_ref k;
	int refused = call_asked(r, &k);

	return refused ? refused : show(r, &k, submission_token(r), 200);
}

/* POST /submissions/calls/:ref: begins one. A colleague who began at the same moment has the same
 * number, and so this leads to theirs. */
int submission_begin(struct req *r)
{
	const char *hex = params_get(&r->body, "submission");
	struct q_submission_by_form sent;
	struct q_call_by_ref k;
	char ref[REF_LENGTH + 1];
	uint8_t submission[16];
	int refused = call_asked(r, &k);
	struct had had;

	if (refused)
		return refused;
	if (!submission_token_read(hex, submission) || r->body.restored ||
		!call_is_open(k.state, k.closes_on, r->now))
		return show(r, &k, submission_token(r), 422);
	if (Q_ONE(r->db, submission_by_form, &sent, .submission = (struct bytes){ submission, 16 },
		    .own = r->person->organisation_id))
		return redirect(r, "/submissions/%s", sent.ref);
	had = find_had(r, &k);
	if (had.ref && !k.several) {
		flash_notice(r, "Your organisation had begun already. This is it.");
		return redirect(r, "/submissions/%s", had.ref);
	}
	ref_make(ref);
	if (Q_RUN(r->db, submission_begin, .ref = ref,
		    .submission = (struct bytes){ submission, 16 }, .call_id = k.call_id,
		    .own = r->person->organisation_id, .number = had.number + 1, .title = "",
		    .draft = "{}", .now = r->now,
		    .person_id = r->person->person_id) == DB_DUPLICATE) {
		flash_notice(r, "A colleague had begun one at this moment. It is in the list.");
		return redirect(r, "/submissions");
	}
	audit(r, AUDIT_ADD, "submission", ref, audit_fact(NULL, "call", k.ref));
	return redirect(r, "/submissions/%s/pages/1", ref);
}
