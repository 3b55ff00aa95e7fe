/* proposal_view.c: a proposal's page for staff: where it stands, what is missing, its texts, whom
 * it asks, what was changed in public; and the ways to everything that belongs to it. */
#include <string.h>
#include "access.h"
#include "conf.h"
#include "file_check.h"
#include "markdown.h"
#include "pages.h"
#include "proposal_form.h"
#include "proposal_publish.h"
#include "proposal_texts.h"
#include "proposal_author.h"

static void show_sections(
	struct req *r, const struct q_proposal_by_ref *p, bool may_change, bool may_move)
{
	struct db_rows *rows = Q_ROWS(r->db, proposal_sections, .proposal_id = p->proposal_id);
	size_t n = db_rows_count(rows), at = 0;
	struct q_proposal_sections row;

	tpl_show_if(r->page, M_NO_SECTIONS, n == 0);
	for (; Q_NEXT(rows, proposal_sections, &row); at++) {
		struct tpl *t = tpl_add(r->page, M_SECTION), *may;
		const char *ref = text_copy(r->ctx, row.ref);

		tpl_set(t, M_HEADING, text_copy(r->ctx, row.heading));
		markdown_show(r->ctx, row.body, 4, t, M_BODY);
		if (!may_change)
			continue;
		may = tpl_add(t, M_MAY_CHANGE);
		tpl_set(may, M_REF, p->ref);
		tpl_set(may, M_SECTION_REF, ref);
		if (!may_move)
			continue;
		if (at > 0)
			tpl_set(tpl_add(may, M_MAY_UP), M_SECTION_REF, ref);
		if (at + 1 < n)
			tpl_set(tpl_add(may, M_MAY_DOWN), M_SECTION_REF, ref);
		may = tpl_add(may, M_MAY_REMOVE);
		tpl_set(may, M_REF, p->ref);
		tpl_set(may, M_SECTION_REF, ref);
	}
}

static void show_translations(struct req *r, const struct q_proposal_by_ref *p, bool may_change)
{
	struct db_rows *rows = Q_ROWS(r->db, proposal_texts, .proposal_id = p->proposal_id);
	struct q_proposal_texts row;
	struct tpl *t, *may;
	bool any = false;

	for (; Q_NEXT(rows, proposal_texts, &row); any = true) {
		const char *code = text_copy(r->ctx, row.code);

		t = tpl_add(r->page, M_TRANSLATION);
		tpl_set(t, M_LANGUAGE, choice_label(proposal_languages, PROPOSAL_LANGUAGES, code));
		tpl_set(t, M_TEXT_TITLE, text_copy(r->ctx, row.title));
		if (!may_change)
			continue;
		may = tpl_add(t, M_MAY_CHANGE);
		tpl_set(may, M_REF, p->ref);
		tpl_set(may, M_CODE, code);
	}
	tpl_show_if(r->page, M_NO_TRANSLATIONS, !any);
	tpl_show_if(r->page, M_MAY_TRANSLATE, may_change);
}

static void name_document(
	struct tpl *t, const char *proposal, const char *document, const char *title)
{
	tpl_set(t, M_REF, proposal);
	tpl_set(t, M_DOCUMENT, document);
	tpl_set(t, M_DOCUMENT_TITLE, title);
}

static void show_documents(struct req *r, const struct q_proposal_by_ref *p, bool may_change)
{
	struct db_rows *rows = Q_ROWS(r->db, proposal_documents, .proposal_id = p->proposal_id);
	struct q_proposal_documents row;
	bool any = false;

	for (; Q_NEXT(rows, proposal_documents, &row); any = true) {
		struct tpl *t = tpl_add(r->page, M_DOCUMENT_ROW);
		const char *ref = text_copy(r->ctx, row.ref), *title = text_copy(r->ctx, row.title);

		tpl_setf(t, M_DOCUMENT_IS, "%s, %s%s", file_type_label(row.type),
			file_size_words(r->ctx, row.size),
			strcmp(row.scan, "clean") == 0 ? "" : ", not scanned for viruses");
		name_document(t, p->ref, ref, title);
		if (may_change)
			name_document(tpl_add(t, M_MAY_CHANGE), p->ref, ref, title);
	}
	tpl_show_if(r->page, M_NO_DOCUMENTS, !any);
	tpl_show_if(r->page, M_MAY_ADD_FILE, may_change);
}

static void show_changes(struct req *r, int64_t proposal_id)
{
	struct db_rows *rows = Q_ROWS(r->db, proposal_changes, .proposal_id = proposal_id);
	struct q_proposal_changes row;
	struct tpl *t = NULL, *item;

	while (Q_NEXT(rows, proposal_changes, &row)) {
		if (!t)
			t = tpl_add(r->page, M_CHANGES);
		item = tpl_add(t, M_CHANGE_ROW);
		tpl_set(item, M_AT, time_text(r->ctx, row.at));
		tpl_set(item, M_WHO, text_copy(r->ctx, row.person));
		tpl_set(item, M_TEXT, text_copy(r->ctx, row.text));
	}
}

/* At a glance. */
static void show_facts(struct req *r, const struct q_proposal_by_ref *p)
{
	struct tpl *t = r->page;

	tpl_optional(t, M_HAS_OPENS, M_OPENS, p->opens_on ? date_text(r->ctx, p->opens_on) : NULL);
	tpl_optional(
		t, M_HAS_CLOSES, M_CLOSES, p->closes_on ? date_text(r->ctx, p->closes_on) : NULL);
	tpl_show_if(t, M_NO_DAYS, !p->opens_on && !p->closes_on);
	tpl_optional(t, M_HAS_DECIDES, M_DECIDES, p->decides);
	tpl_optional(t, M_HAS_DECIDES_ON, M_DECIDES_ON,
		p->decides_on ? date_text(r->ctx, p->decides_on) : NULL);
	tpl_set(t, M_AUDIENCE, choice_label(proposal_audiences, PROPOSAL_AUDIENCES, p->audience));
	tpl_set(t, M_IN_FAVOUR, p->in_favour);
	tpl_set(t, M_AGAINST, p->against);
	tpl_set(t, M_UNSURE, p->unsure);
	tpl_set(t, M_MAKER, p->maker);
	tpl_set(t, M_MADE, day_text(r->ctx, p->made_at));
	tpl_optional(t, M_HAS_PUBLISHED, M_PUBLISHED,
		p->published_at ? time_text(r->ctx, p->published_at) : NULL);
	tpl_optional(t, M_IS_WITHDRAWN, M_WHY,
		strcmp(p->state, "withdrawn") == 0 ? p->withdrawn_why : NULL);
}

static void show_texts(struct req *r, const struct q_proposal_by_ref *p)
{
	tpl_set(r->page, M_TITLE, p->title);
	tpl_optional(r->page, M_HAS_SUMMARY, M_SUMMARY_TEXT, p->summary);
	if (*p->happens)
		markdown_show(r->ctx, p->happens, 3, tpl_add(r->page, M_HAS_HAPPENS), M_BODY);
	if (*p->equality)
		markdown_show(r->ctx, p->equality, 3, tpl_add(r->page, M_HAS_EQUALITY), M_BODY);
}

static void show_actions(struct req *r, const struct q_proposal_by_ref *p, bool draft)
{
	struct tpl *t = tpl_add(r->page, M_ACTIONS);

	tpl_set(t, M_REF, p->ref);
	if (draft)
		tpl_show_if(tpl_add(t, M_MAY_PUBLISH), M_LACKS, proposal_needs(r, p, NULL) > 0);
	tpl_show_if(t, M_MAY_WITHDRAW, !draft);
}

/* What a draft still lacks. */
static void show_needs(struct req *r, const struct q_proposal_by_ref *p)
{
	struct tpl *t = tpl_add(r->page, M_DRAFT);
	bool lacks = proposal_needs(r, p, t) > 0;

	tpl_show_if(t, M_LACKS, lacks);
	tpl_show_if(t, M_READY, !lacks);
}

/* GET /proposals/REF */
int proposal_view(struct req *r)
{
	struct q_proposal_by_ref p;
	int refused = proposal_found(r, &p);
	bool draft, may_change;

	if (refused)
		return refused;
	draft = proposal_is_draft(&p);
	may_change = access_allows(r->person, MAKES_PROPOSALS) && strcmp(p.state, "withdrawn") != 0;
	proposal_heading(r, &p);
	show_facts(r, &p);
	show_texts(r, &p);
	show_sections(r, &p, may_change, may_change && draft);
	show_translations(r, &p, may_change);
	show_documents(r, &p, may_change);
	show_changes(r, p.proposal_id);
	tpl_show_if(r->page, M_MAY_ADD, may_change && draft);
	proposal_review_show(r, &p, access_allows(r->person, MAKES_PROPOSALS));
	if (may_change)
		show_actions(r, &p, draft);
	if (draft)
		show_needs(r, &p);
	else
		tpl_set(tpl_add(r->page, M_IN_PUBLIC), M_PUBLIC_ADDRESS,
			text_format(
				r->ctx, "%s/p/%s", conf_get(r->conf, "public_url", ""), p.slug));
	return page_show(r, 200, T_proposal_view, p.title);
}
