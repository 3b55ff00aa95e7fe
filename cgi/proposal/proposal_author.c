/* proposal_author.c: what the forms by which an author changes a proposal share. */
#include "proposal_author.h"

#include <string.h>
#include "incident_work.h"
#include "markdown.h"
#include "search.h"

static const struct field why = { .type = FIELD_LONG,
	.name = "why",
	.label = "What was changed, and why?",
	.hint = "One or two sentences. Everybody reads them on the proposal’s page",
	.required = true,
	.max_length = 500,
	.missing = "Say what was changed, and why",
	.into = SIZE_MAX };

bool proposal_is_draft(const struct q_proposal_by_ref *p)
{
	return strcmp(p->state, "draft") == 0;
}

int proposal_writable(struct req *r, struct q_proposal_by_ref *p)
{
	int refused = proposal_found(r, p);

	if (refused)
		return refused;
	if (strcmp(p->state, "withdrawn") != 0)
		return 0;
	flash_notice(r, "This proposal was withdrawn. It stays as it is.");
	return redirect(r, "/proposals/%s", p->ref);
}

struct form *author_form(
	struct req *r, const struct q_proposal_by_ref *p, const struct field *fields, size_t n)
{
	struct field *all = NEW_ARRAY(r->ctx, struct field, n + 1);

	if (n)
		memcpy(all, fields, n * sizeof *fields);
	all[n] = why;
	return form_new(r->ctx, all, p && !proposal_is_draft(p) ? n + 1 : n);
}

const char *proposal_typed(const struct form *f, const char *field)
{
	size_t i;

	return form_field_index(f, field, &i) ? f->values[i].text : NULL;
}

const char *proposal_typed_or(const struct form *f, const char *field)
{
	const char *text = proposal_typed(f, field);

	return text ? text : "";
}

void proposal_check_markdown(struct form *f, const char *field)
{
	const char *text = proposal_typed(f, field), *sentence;

	if (text && !markdown_fits(text, &sentence))
		form_fail(f, field, sentence);
}

int author_show(struct req *r, const struct q_proposal_by_ref *p, const struct form *f,
	const struct author_page *about, int status)
{
	struct tpl *t = r->page, *trail;

	if (p)
		proposal_heading(r, p);
	else {
		trail = tpl_add(t, M_TRAIL);
		tpl_show_if(trail, M_OF_GROUPS, about->of_groups);
		tpl_set(t, M_CSRF, r->csrf);
	}
	tpl_set(t, M_HEADING, about->heading);
	tpl_set(t, M_BUTTON, about->button);
	tpl_optional(t, M_HAS_INTRO, M_INTRO, about->intro);
	tpl_show(t, about->existing ? M_EXISTING : M_FRESH);
	if (about->existing)
		tpl_int(t, M_ROW_VERSION, about->row_version);
	else
		tpl_set(t, M_TOKEN, work_token(r));
	tpl_show_if(t, M_WARNS, about->warning);
	tpl_show_if(t, M_MULTIPART, about->multipart);
	form_show(f, 0, f->n, t, false);
	return page_show(r, status, T_proposal_author, about->heading);
}

bool proposal_touch(struct req *r, const struct q_proposal_by_ref *p)
{
	int64_t n = 0;

	Q_RUN_COUNT(r->db, proposal_touch, &n, .proposal_id = p->proposal_id, .state = p->state);
	return n > 0;
}

int proposal_overtaken(struct req *r, const struct q_proposal_by_ref *p)
{
	flash_notice(r, "Somebody else published or withdrew this proposal at this moment.");
	return redirect(r, "/proposals/%s", p->ref);
}

void proposal_done(struct req *r, const struct q_proposal_by_ref *p, const struct form *f,
	enum audit_action action, json_t *detail)
{
	const char *said = proposal_typed(f, why.name);

	if (said) {
		Q_RUN(r->db, proposal_change_add, .proposal_id = p->proposal_id, .now = r->now,
			.person_id = r->person->person_id, .text = said);
		detail = audit_fact(detail, "told everybody", said);
	}
	audit(r, action, "proposal", p->ref, detail);
}

void proposal_store_words(struct req *r, const char *ref)
{
	struct buf text = { .ctx = r->ctx };
	struct q_proposal_sections row;
	struct q_proposal_by_ref p;
	struct db_rows *rows;

	if (!Q_ONE(r->db, proposal_by_ref, &p, .ref = ref))
		return;
	rows = Q_ROWS(r->db, proposal_sections, .proposal_id = p.proposal_id);
	while (Q_NEXT(rows, proposal_sections, &row))
		buf_addf(&text, "%s\n%s\n", row.heading, row.body);
	search_store(r->db, r->ctx, "proposal", p.proposal_id, p.title, p.summary, buf_text(&text),
		p.ref, NULL);
}
