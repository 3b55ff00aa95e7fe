/* public_proposal.c: a proposal for everybody: its page, printed, in other words, its documents,
 * and what came of it. */
#include "public_proposal.h"

#include <string.h>
#include "conf.h"
#include "decision.h"
#include "file_check.h"
#include "markdown.h"
#include "pages.h"
#include "proposal_results.h"
#include "setting.h"
#include "submission.h"

void keep_private(struct req *r)
{
	header_add(r, "X-Robots-Tag", "noindex, nofollow");
}

/* ---- Its parts ------------------------------------------------------------------------------- */

static void show_sections(struct req *r, int64_t proposal_id, struct tpl *t)
{
	struct db_rows *rows = Q_ROWS(r->db, proposal_public_sections, .proposal_id = proposal_id);
	struct q_proposal_public_sections row;

	while (Q_NEXT(rows, proposal_public_sections, &row)) {
		struct tpl *section = tpl_add(t, M_SECTION);

		tpl_set(section, M_REF, text_copy(r->ctx, row.ref));
		tpl_set(section, M_HEADING, text_copy(r->ctx, row.heading));
		markdown_show(r->ctx, row.body, 3, section, M_BODY);
	}
}

static void show_changes(struct req *r, int64_t proposal_id, struct tpl *t)
{
	struct db_rows *rows = Q_ROWS(r->db, proposal_public_changes, .proposal_id = proposal_id);
	struct q_proposal_public_changes row;
	struct tpl *list = NULL, *item;

	while (Q_NEXT(rows, proposal_public_changes, &row)) {
		list = list ? list : tpl_add(t, M_CHANGES);
		item = tpl_add(list, M_CHANGE_ROW);
		tpl_set(item, M_AT, day_text(r->ctx, row.at));
		tpl_set(item, M_WORDS, text_copy(r->ctx, row.text));
	}
}

static void show_questions(struct req *r, int64_t proposal_id, struct tpl *t)
{
	struct db_rows *rows = Q_ROWS(r->db, proposal_public_answers, .proposal_id = proposal_id);
	struct q_proposal_public_answers row;
	struct tpl *list = NULL, *item;

	while (Q_NEXT(rows, proposal_public_answers, &row)) {
		list = list ? list : tpl_add(t, M_QUESTIONS);
		item = tpl_add(list, M_QUESTION_ROW);
		tpl_set(item, M_QUESTION, text_copy(r->ctx, row.question));
		tpl_set(item, M_ANSWER, text_copy(r->ctx, row.answer));
		tpl_set(item, M_AT, day_text(r->ctx, row.answered_at));
	}
}

/* {{>PROPOSAL_BODY}}: all that is the same read and printed. */
static void show_body(struct req *r, const struct q_proposal_public_by_slug *p)
{
	struct tpl *t = tpl_include(r->page, M_PROPOSAL_BODY, T_public_proposal_body), *dates;
	const char *stand = proposal_stand(p->state, p->opens_on, p->closes_on, r->now);

	tpl_set(t, M_DECIDES, p->decides);
	tpl_optional(t, M_DECIDES_ON_GIVEN, M_DECIDES_ON,
		p->decides_on ? date_text(r->ctx, p->decides_on) : NULL);
	dates = p->opens_on && p->closes_on ? tpl_add(t, M_DATES) : NULL;
	if (dates) {
		tpl_set(dates, M_OPENS, date_text(r->ctx, p->opens_on));
		tpl_set(dates, M_CLOSES, date_text(r->ctx, p->closes_on));
		tpl_show(dates, proposal_is(stand, "closed") || proposal_is(stand, "withdrawn")
					? M_IS_OVER
					: M_NOT_OVER);
	}
	tpl_show_if(t, M_GROUPS_ONLY, strcmp(p->audience, "groups") == 0);
	show_sections(r, p->proposal_id, t);
	if (*p->equality)
		markdown_show(r->ctx, p->equality, 3, tpl_add(t, M_EQUALITY_GIVEN), M_EQUALITY);
	if (*p->happens)
		markdown_show(r->ctx, p->happens, 3, tpl_add(t, M_HAPPENS_GIVEN), M_HAPPENS);
	show_questions(r, p->proposal_id, t);
	show_changes(r, p->proposal_id, t);
}

/* Languages that are written from right to left; of "ur-PK" the first part counts. */
static bool is_right_to_left(const char *code)
{
	static const char *const codes[] = { "ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd",
		"ug", "ur", "yi" };
	size_t len = strcspn(code, "-");

	for (size_t i = 0; i < COUNT(codes); i++)
		if (strlen(codes[i]) == len && strncmp(codes[i], code, len) == 0)
			return true;
	return false;
}

static void set_language(struct req *r, struct tpl *t, const char *code)
{
	bool easy = strcmp(code, "easy-read") == 0;

	tpl_set(t, M_LANGUAGE, easy ? "en-GB" : text_copy(r->ctx, code));
	tpl_set(t, M_DIRECTION, is_right_to_left(code) ? "rtl" : "ltr");
	tpl_show_if(t, M_IS_EASY, easy);
}

static void show_other_ways(struct req *r, const struct q_proposal_public_by_slug *p)
{
	struct db_rows *texts = Q_ROWS(r->db, proposal_public_texts, .proposal_id = p->proposal_id);
	struct q_proposal_public_documents file;
	struct q_proposal_public_texts text;
	struct db_rows *files;
	struct tpl *t;

	while (Q_NEXT(texts, proposal_public_texts, &text)) {
		t = tpl_add(r->page, M_TEXT_ROW);
		tpl_set(t, M_CODE, text_copy(r->ctx, text.code));
		tpl_set(t, M_TEXT_TITLE, text_copy(r->ctx, text.title));
		set_language(r, t, text.code);
	}
	files = Q_ROWS(r->db, proposal_public_documents, .proposal_id = p->proposal_id);
	while (Q_NEXT(files, proposal_public_documents, &file)) {
		t = tpl_add(r->page, M_DOCUMENT_ROW);
		tpl_set(t, M_DOCUMENT, text_copy(r->ctx, file.ref));
		tpl_set(t, M_DOCUMENT_TITLE, text_copy(r->ctx, file.title));
		tpl_setf(t, M_DOCUMENT_IS, "%s, %s", file_type_label(file.type),
			file_size_words(r->ctx, file.size));
	}
}

/* ---- Its page -------------------------------------------------------------------------------- */

static const char *stand_of(struct req *r, const struct q_proposal_public_by_slug *p)
{
	return proposal_stand(p->state, p->opens_on, p->closes_on, r->now);
}

/* How one answers it today. */
static void show_way_in(struct req *r, const struct q_proposal_public_by_slug *p, struct visit *v,
	const char *stand, bool resume)
{
	if (v) {
		visit_state_show(r, v, NULL);
		tpl_show(r->page, resume ? M_RESUME : M_BEGIN_FOR_GROUP);
	} else if (proposal_is(stand, "open")) {
		tpl_show(r->page, strcmp(p->audience, "groups") == 0 ? M_BY_LINK_ALONE : M_BEGIN);
	} else if (proposal_is(stand, "coming")) {
		tpl_set(tpl_add(r->page, M_IS_COMING), M_OPENS, date_text(r->ctx, p->opens_on));
	} else if (proposal_is(stand, "closed")) {
		tpl_set(tpl_add(r->page, M_IS_CLOSED), M_CLOSES, date_text(r->ctx, p->closes_on));
	}
}

int public_proposal_show(
	struct req *r, const struct q_proposal_public_by_slug *p, struct visit *v, bool resume)
{
	const char *stand = stand_of(r, p);

	tpl_set(r->page, M_SLUG, p->slug);
	tpl_set(r->page, M_PROPOSAL, p->title);
	tpl_set(r->page, M_SUMMARY_TEXT, p->summary);
	proposal_stand_show(r->page, stand);
	tpl_optional(r->page, M_UNTIL_GIVEN, M_UNTIL,
		proposal_is(stand, "open") ? date_text(r->ctx, p->closes_on) : NULL);
	tpl_optional(r->page, M_WITHDRAWN_GIVEN, M_WITHDRAWN,
		proposal_is(stand, "withdrawn") ? p->withdrawn_why : NULL);
	tpl_show_if(r->page, M_DECIDED, p->decided_at && !proposal_is(stand, "withdrawn"));
	tpl_show_if(r->page, M_RESULTS_GIVEN, p->results != NULL);
	show_way_in(r, p, v, stand, resume);
	show_body(r, p);
	show_other_ways(r, p);
	return page_show(r, 200, T_public_proposal, p->title);
}

/* GET /p/SLUG */
int public_proposal(struct req *r)
{
	struct q_proposal_public_by_slug *p = NEW(r->ctx, struct q_proposal_public_by_slug);
	int refused = proposal_open_to_all(r, p);

	if (refused)
		return refused;
	r->cache = proposal_cache;
	return public_proposal_show(r, p, NULL, false);
}

int public_proposal_shut(struct req *r, const struct q_proposal_public_by_slug *p)
{
	const char *stand = stand_of(r, p);
	const char *title = proposal_is(stand, "coming")      ? "It is not open yet"
			    : proposal_is(stand, "closed")    ? "It has closed"
			    : proposal_is(stand, "withdrawn") ? "It was withdrawn"
							      : "Please use your group’s link";

	tpl_set(r->page, M_SLUG, p->slug);
	tpl_set(r->page, M_PROPOSAL, p->title);
	if (proposal_is(stand, "coming"))
		tpl_set(tpl_add(r->page, M_IS_COMING), M_OPENS, date_text(r->ctx, p->opens_on));
	else if (proposal_is(stand, "closed"))
		tpl_set(tpl_add(r->page, M_IS_CLOSED), M_CLOSES, date_text(r->ctx, p->closes_on));
	else
		tpl_show(r->page,
			proposal_is(stand, "withdrawn") ? M_IS_WITHDRAWN : M_BY_LINK_ALONE);
	return page_show(r, 200, T_public_proposal_shut, title);
}

/* GET /p/SLUG/print */
int public_proposal_print(struct req *r)
{
	struct q_proposal_public_by_slug p;
	int refused = proposal_open_to_all(r, &p);

	if (refused)
		return refused;
	tpl_set(r->page, M_SLUG, p.slug);
	tpl_set(r->page, M_PROPOSAL, p.title);
	tpl_set(r->page, M_SUMMARY_TEXT, p.summary);
	proposal_stand_show(r->page, stand_of(r, &p));
	tpl_set(r->page, M_COMMISSIONER, setting_text(r->settings, SETTING_NAME));
	tpl_setf(r->page, M_ADDRESS, "%s/p/%s", conf_get(r->conf, "public_url", ""), p.slug);
	tpl_set(r->page, M_PRINTED, day_text(r->ctx, r->now));
	show_body(r, &p);
	r->cache = proposal_cache;
	return page_show(r, 200, T_public_proposal_print, p.title);
}

/* GET /p/SLUG/text/CODE */
int public_proposal_text(struct req *r)
{
	struct q_proposal_public_by_slug p;
	struct q_proposal_public_text_by_code row;
	int refused = proposal_open_to_all(r, &p);

	if (refused)
		return refused;
	if (!Q_ONE(r->db, proposal_public_text_by_code, &row, .proposal_id = p.proposal_id,
		    .code = r->args[1]))
		return not_found(r);
	tpl_set(r->page, M_SLUG, p.slug);
	tpl_set(r->page, M_PROPOSAL, p.title);
	tpl_set(r->page, M_TEXT_TITLE, row.title);
	set_language(r, r->page, row.code);
	markdown_show(r->ctx, row.body, 2, r->page, M_BODY);
	r->cache = proposal_cache;
	return page_show(r, 200, T_public_proposal_text, row.title);
}

/* ---- Its documents --------------------------------------------------------------------------- */

static bool write_bytes(struct req *r, struct sink *sink)
{
	const struct q_proposal_public_document_by_ref *file = r->stream_data;
	struct db_rows *rows =
		Q_STREAM(r->db, proposal_public_document_parts, .document_id = file->document_id);
	struct q_proposal_public_document_parts row;
	int64_t sent = 0;

	while (Q_NEXT(rows, proposal_public_document_parts, &row)) {
		if (!sink_write(sink, row.bytes.data, row.bytes.len))
			return false;
		sent += (int64_t)row.bytes.len;
	}
	return sent == file->size;
}

/* GET /p/SLUG/files/REF */
int public_proposal_file(struct req *r)
{
	struct q_proposal_public_document_by_ref *file =
		NEW(r->ctx, struct q_proposal_public_document_by_ref);
	struct q_proposal_public_by_slug p;
	int refused = proposal_open_to_all(r, &p);

	if (refused)
		return refused;
	if (!file_is_ref(r->args[1]) || !Q_ONE(r->db, proposal_public_document_by_ref, file,
						.proposal_id = p.proposal_id, .ref = r->args[1]))
		return not_found(r);
	return file_stream(r, file->name, file->size, write_bytes, file);
}

/* ---- What came of it ------------------------------------------------------------------------- */

static void show_outcome(struct req *r, const struct q_proposal_public_outcomes *row, struct tpl *t)
{
	static const char *const colours[OUTCOME_KINDS] = { "green", "yellow", "grey" };
	size_t i = choice_index(proposal_outcome_kinds, OUTCOME_KINDS, row->did);

	ASSERT(i < OUTCOME_KINDS);
	tpl_optional(t, M_THEME_GIVEN, M_THEME, row->theme ? text_copy(r->ctx, row->theme) : NULL);
	tpl_show_if(t, M_NO_THEME, !row->theme);
	tpl_set(t, M_SAID, text_copy(r->ctx, row->said));
	tpl_set(t, M_DID, proposal_outcome_kinds[i].label);
	tpl_set(t, M_DID_COLOUR, colours[i]);
	tpl_set(t, M_WHAT, text_copy(r->ctx, row->what));
	tpl_optional(t, M_WHY_GIVEN, M_WHY, text_copy(r->ctx, row->why));
	tpl_optional(t, M_PROGRESS_GIVEN, M_PROGRESS, text_copy(r->ctx, row->progress));
	tpl_optional(t, M_OWNER_GIVEN, M_OWNER, text_copy(r->ctx, row->owner));
	tpl_optional(t, M_DUE_GIVEN, M_DUE,
		row->due_on && !row->done_on ? date_text(r->ctx, row->due_on) : NULL);
	tpl_optional(
		t, M_DONE_GIVEN, M_DONE, row->done_on ? date_text(r->ctx, row->done_on) : NULL);
}

/* GET /p/SLUG/results: what was frozen when it was published. */
int public_proposal_results(struct req *r)
{
	struct q_proposal_public_by_slug p;
	int refused = proposal_open_to_all(r, &p);

	if (refused)
		return refused;
	if (!p.results)
		return not_found(r);
	tpl_set(r->page, M_SLUG, p.slug);
	tpl_set(r->page, M_PROPOSAL, p.title);
	tpl_set(r->page, M_AT, day_text(r->ctx, p.results_at));
	tpl_show_if(r->page, M_DECIDED, p.decided_at != 0);
	proposal_results_show(r, json_open(r->ctx, p.results), NULL, r->page);
	r->cache = proposal_cache;
	r->wide = true;
	return page_show(r, 200, T_public_proposal_results, "What people told us");
}

/* A panel's decision, and that whoever had an interest took no part; nobody is named. */
static void show_panel(struct req *r, int64_t proposal_id)
{
	struct q_proposal_public_panel row;
	struct tpl *t;

	if (!Q_ONE(r->db, proposal_public_panel, &row, .proposal_id = proposal_id))
		return;
	t = tpl_add(r->page, M_PANEL);
	tpl_set(t, M_OUTCOME_TEXT, decision_label(row.outcome));
	tpl_set(t, M_MET_ON, date_text(r->ctx, row.met_on));
	tpl_set(t, M_REASONS, row.reasons);
	tpl_int(t, M_PRESENT, row.present);
	tpl_int(t, M_QUORUM, row.quorum);
	if (row.conflicts == 1)
		tpl_show(t, M_ONE_CONFLICT);
	else if (row.conflicts > 1)
		tpl_int(tpl_add(t, M_SOME_CONFLICTS), M_CONFLICTS, row.conflicts);
	else
		tpl_show(t, M_NO_CONFLICT);
}

/* GET /p/SLUG/decided */
int public_proposal_decided(struct req *r)
{
	struct q_proposal_public_by_slug p;
	struct q_proposal_public_outcomes row;
	struct db_rows *rows;
	int refused = proposal_open_to_all(r, &p);

	if (refused)
		return refused;
	if (!p.decided_at || proposal_is(stand_of(r, &p), "withdrawn"))
		return not_found(r);
	tpl_set(r->page, M_SLUG, p.slug);
	tpl_set(r->page, M_PROPOSAL, p.title);
	tpl_set(r->page, M_SUMMARY_TEXT, p.summary);
	tpl_set(r->page, M_DECIDES, p.decides);
	tpl_set(r->page, M_AT, day_text(r->ctx, p.decided_at));
	tpl_show_if(r->page, M_RESULTS_GIVEN, p.results != NULL);
	show_panel(r, p.proposal_id);
	rows = Q_ROWS(r->db, proposal_public_outcomes, .proposal_id = p.proposal_id);
	tpl_show_if(r->page, M_EMPTY, db_rows_count(rows) == 0);
	while (Q_NEXT(rows, proposal_public_outcomes, &row))
		show_outcome(r, &row, tpl_add(r->page, M_OUTCOME));
	show_questions(r, p.proposal_id, r->page);
	r->cache = proposal_cache;
	return page_show(r, 200, T_public_proposal_decided, "We asked, you said, we did");
}
