/* criteria.c: templates of criteria: what their pages share, one template with its versions, and a
 * version as a reviewer sees it. */
#include "criteria.h"

#include <string.h>
#include "access.h"
#include "incident_work.h"
#include "pages.h"

const struct choice criteria_judges[CRITERIA_JUDGES] = {
	{ "contract", "A contract or grant", NULL, false },
	{ "submission", "A plan or bid that was sent in", NULL, false },
	{ "proposal", "A proposal on which people were heard", NULL, false },
};

const struct choice criteria_evidence[CRITERIA_EVIDENCE] = {
	{ "", "None", NULL, false },
	{ "specification", "The specification", NULL, false },
	{ "returns", "Monitoring returns", NULL, false },
	{ "kpis", "KPIs and their trends", NULL, false },
	{ "spend", "Spend and value for money", NULL, false },
	{ "incidents", "Incidents about the organisation", NULL, false },
	{ "surveys", "Survey results", NULL, false },
	{ "submission", "What was sent in", NULL, false },
	{ "proposal", "What people said", NULL, false },
};

/* ---- What the pages share -------------------------------------------------------------------- */

int criteria_found(struct req *r, struct q_criteria_by_ref *of)
{
	char ref[REF_LENGTH + 1];

	if (!ref_read(r->args[0], ref) || !Q_ONE(r->db, criteria_by_ref, of, .ref = ref))
		return not_found(r);
	return 0;
}

void criteria_heading(struct req *r, const struct q_criteria_by_ref *of)
{
	tpl_set(r->page, M_CSRF, r->csrf);
	tpl_set(r->page, M_REF, of->ref);
	tpl_set(r->page, M_NAME, of->name);
}

const char *criteria_share(TALLOC_CTX *ctx, int64_t share)
{
	return text_format(ctx, "%s%%", decimal_text(ctx, (share + 5) / 10 * 10));
}

int criteria_back(struct req *r, const struct q_criteria_by_ref *of, const char *sentence)
{
	flash(r, sentence);
	return redirect(r, "/criteria/%s", of->ref);
}

int criteria_not_done(struct req *r, const struct q_criteria_by_ref *of, const char *sentence)
{
	flash_notice(r, sentence);
	return redirect(r, "/criteria/%s", of->ref);
}

int criteria_form_show(struct req *r, const struct q_criteria_by_ref *of, const struct form *f,
	const struct criteria_form *page, int status)
{
	struct tpl *t;

	tpl_set(r->page, M_CSRF, r->csrf);
	if (of) {
		t = tpl_add(r->page, M_OF_TEMPLATE);
		tpl_set(t, M_REF, of->ref);
		tpl_set(t, M_NAME, of->name);
	}
	tpl_set(r->page, M_HEADING, page->heading);
	tpl_set(r->page, M_BUTTON, page->button);
	tpl_optional(r->page, M_HAS_INTRO, M_INTRO, page->intro);
	if (page->existing)
		tpl_show(r->page, M_EXISTING);
	else
		tpl_set(tpl_add(r->page, M_FRESH), M_TOKEN, work_token(r));
	form_show(f, 0, f->n, r->page, false);
	return page_show(r, status, T_criteria_form, page->heading);
}

static void show_criterion(struct req *r, const struct q_criteria_of *row, struct tpl *t)
{
	const char *const scale[CRITERIA_SCORES] = { row->scale_0, row->scale_1, row->scale_2,
		row->scale_3, row->scale_4 };

	tpl_int(t, M_POSITION, row->position);
	tpl_set(t, M_CRITERION_NAME, text_copy(r->ctx, row->name));
	tpl_set(t, M_SHARE, criteria_share(r->ctx, row->share));
	tpl_optional(t, M_HAS_HELP, M_CRITERION_HELP, text_copy(r->ctx, row->help));
	if (*row->evidence)
		tpl_set(tpl_add(t, M_HAS_EVIDENCE), M_EVIDENCE,
			choice_label(criteria_evidence, CRITERIA_EVIDENCE, row->evidence));
	for (size_t i = CRITERIA_SCORES; i-- > 0;) {
		struct tpl *line = tpl_add(t, M_SCALE_ROW);

		tpl_int(line, M_SCORE, (int64_t)i);
		tpl_set(line, M_MEANS, text_copy(r->ctx, scale[i]));
	}
}

size_t criteria_show(struct req *r, int64_t version_id, struct tpl *page)
{
	struct db_rows *rows = Q_ROWS(r->db, criteria_of, .version_id = version_id);
	struct q_criteria_of row;
	size_t n = 0;

	for (; Q_NEXT(rows, criteria_of, &row); n++)
		show_criterion(r, &row, tpl_include(page, M_CRITERION, T_criteria_criterion));
	return n;
}

/* ---- One template ---------------------------------------------------------------------------- */

static void show_versions(struct req *r, const struct q_criteria_by_ref *of)
{
	struct db_rows *rows = Q_ROWS(r->db, criteria_versions, .criteria_id = of->criteria_id);
	struct q_criteria_versions row;

	while (Q_NEXT(rows, criteria_versions, &row)) {
		struct tpl *line = tpl_add(r->page, M_VERSION_ROW);
		bool draft = strcmp(row.state, "draft") == 0;

		tpl_int(line, M_NUMBER, row.number);
		tpl_show_if(line, M_DRAFT, draft);
		tpl_show_if(line, M_PUBLISHED, !draft);
		tpl_set(line, M_DAY, draft ? "" : day_text(r->ctx, row.published_at));
		tpl_set(line, M_WHO, draft ? "" : text_copy(r->ctx, row.published_by));
		tpl_count(line, M_REVIEWS, row.reviews);
	}
}

/* The draft, with what can be done to each of its criteria. */
static void show_draft(struct req *r, const struct q_criteria_by_ref *of, bool keeps)
{
	struct db_rows *rows = Q_ROWS(r->db, criteria_of, .version_id = of->draft_id);
	size_t n = db_rows_count(rows);
	struct tpl *draft = tpl_add(r->page, M_DRAFT_GIVEN), *list = NULL;
	struct q_criteria_of row;

	tpl_int(draft, M_NUMBER, of->draft);
	tpl_show_if(draft, M_MAY_ADD, keeps);
	tpl_show_if(draft, M_MAY_PUBLISH, keeps && n > 0);
	tpl_show_if(draft, M_NONE, n == 0);
	for (size_t i = 0; Q_NEXT(rows, criteria_of, &row); i++) {
		struct tpl *line, *may;

		if (!list)
			list = tpl_add(draft, M_CRITERIA);
		tpl_show_if(list, M_MAY_CHANGE, keeps);
		line = tpl_add(list, M_CRITERION_ROW);
		tpl_int(line, M_POSITION, row.position);
		tpl_set(line, M_CRITERION_NAME, text_copy(r->ctx, row.name));
		tpl_int(line, M_WEIGHT, row.weight);
		tpl_set(line, M_SHARE, criteria_share(r->ctx, row.share));
		if (!keeps)
			continue;
		may = tpl_add(line, M_MAY_EDIT);
		tpl_set(may, M_ITEM, text_copy(r->ctx, row.ref));
		tpl_int(may, M_ROW_VERSION, of->draft_row_version);
		tpl_show_if(may, M_MAY_RISE, i > 0);
		tpl_show_if(may, M_MAY_SINK, i + 1 < n);
	}
}

/* GET /criteria/:ref */
int criteria_view(struct req *r)
{
	struct q_criteria_by_ref of;
	int status = criteria_found(r, &of);
	bool keeps = access_allows(r->person, KEEPS_CONTRACTS);

	if (status)
		return status;
	criteria_heading(r, &of);
	tpl_set(r->page, M_JUDGES, choice_label(criteria_judges, CRITERIA_JUDGES, of.judges));
	tpl_set(r->page, M_ANSWER,
		of.answer_days == 0 ? "The organisation does not see the draft findings"
				    : text_format(r->ctx, "The organisation has %s days",
					      count_text(r->ctx, of.answer_days)));
	tpl_show_if(r->page, M_ENDED, of.ended != 0);
	tpl_show_if(r->page, M_MAY_CHANGE, keeps);
	if (keeps)
		tpl_show(r->page, of.ended ? M_MAY_OFFER : M_MAY_END);
	show_versions(r, &of);
	if (of.draft_id)
		show_draft(r, &of, keeps);
	else if (keeps)
		tpl_int(tpl_add(r->page, M_MAY_BEGIN), M_NUMBER, of.published + 1);
	return page_show(r, 200, T_criteria_view, of.name);
}

/* GET /criteria/:ref/versions/:number: as a reviewer sees it. */
int criteria_version_view(struct req *r)
{
	struct q_criteria_by_ref of;
	struct q_criteria_version row;
	int status = criteria_found(r, &of);
	int64_t number = 0;
	bool draft;

	if (status)
		return status;
	if (!check_number(r->args[1], &number) || number < 1 ||
		!Q_ONE(r->db, criteria_version, &row, .criteria_id = of.criteria_id,
			.number = number))
		return not_found(r);
	criteria_heading(r, &of);
	draft = strcmp(row.state, "draft") == 0;
	tpl_int(r->page, M_NUMBER, number);
	tpl_show_if(r->page, M_DRAFT, draft);
	if (!draft) {
		struct tpl *t = tpl_add(r->page, M_PUBLISHED);

		tpl_set(t, M_DAY, day_text(r->ctx, row.published_at));
		tpl_set(t, M_WHO, row.published_by);
	}
	tpl_show_if(r->page, M_NONE, criteria_show(r, row.version_id, r->page) == 0);
	return page_show(r, 200, T_criteria_version,
		text_format(r->ctx, "%s, version %lld", of.name, (long long)number));
}
