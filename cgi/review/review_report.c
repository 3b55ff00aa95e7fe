/* review_report.c: a review as it goes on record, whole: what was judged and how, the scores, the
 * organisation's answer word for word, interests, the panel, the decision, and all that happened,
 * refused attempts too; as a page to print and as a workbook. */
#include "review_report.h"

#include <string.h>
#include "audit.h"
#include "contract.h"
#include "decision.h"
#include "pages.h"
#include "review_scores.h"
#include "submission.h"
#include "xlsx_file.h"

const char *report_score_text(TALLOC_CTX *ctx, int64_t hundredths)
{
	return hundredths < 0 ? "–"
			      : text_format(ctx, "%s of 4", review_mean_number(ctx, hundredths));
}

const char *report_interest_text(const struct q_report_declarations *row)
{
	return strcmp(row->kind, "none") == 0
		       ? "No interest"
		       : choice_label(interest_kinds, INTEREST_KINDS, row->kind);
}

const char *report_event_text(TALLOC_CTX *ctx, const struct q_report_events *row)
{
	const char *label = choice_label(review_event_kinds, REVIEW_EVENTS, row->kind);

	return *row->state_to ? text_format(ctx, "%s: %s", label,
					choice_label(review_states, REVIEW_STATES, row->state_to))
			      : label;
}

/* ---- The page -------------------------------------------------------------------------------- */

static void show_submission(struct req *r, const struct q_review_by_ref *v)
{
	struct q_evidence_submission row;

	if (!Q_ONE(r->db, evidence_submission, &row, .submission_id = v->submission_id))
		return;
	submission_parts_show(submission_form_new(r->ctx, row.form, row.kind, NULL, row.answers),
		tpl_add(r->page, M_SENT), false);
}

static void show_criteria(struct req *r, const struct q_review_by_ref *v)
{
	struct db_rows *rows = Q_ROWS(r->db, report_criteria, .review_id = v->review_id);
	struct q_report_criteria row;
	int64_t whole = 0;

	while (Q_NEXT(rows, report_criteria, &row)) {
		struct tpl *line = tpl_add(r->page, M_CRITERION);

		whole += row.weight;
		tpl_set(line, M_NAME, text_copy(r->ctx, row.name));
		tpl_int(line, M_WEIGHT, row.weight);
		tpl_set(line, M_SCORE,
			row.agreed < 0 ? "–" : text_format(r->ctx, "%lld", (long long)row.agreed));
		tpl_set(line, M_REASON, text_copy(r->ctx, row.reason));
	}
	tpl_int(r->page, M_WHOLE, whole);
	tpl_set(r->page, M_TOTAL,
		v->agreed_score > 0 ? report_score_text(r->ctx, v->agreed_score) : "–");
}

static void show_scores(struct req *r, const struct q_review_by_ref *v)
{
	struct db_rows *rows = Q_ROWS(r->db, report_scores, .review_id = v->review_id);
	struct q_report_scores row;
	struct tpl *list = NULL;

	while (Q_NEXT(rows, report_scores, &row)) {
		struct tpl *line;

		if (!list)
			list = tpl_add(r->page, M_HAS_SCORES);
		line = tpl_add(list, M_SCORE_ROW);
		tpl_set(line, M_CRITERION_NAME, text_copy(r->ctx, row.criterion));
		tpl_set(line, M_NAME, text_copy(r->ctx, row.name));
		tpl_set(line, M_SCORE,
			row.score < 0 ? "–" : text_format(r->ctx, "%lld", (long long)row.score));
		tpl_set(line, M_REASON, text_copy(r->ctx, row.reason));
	}
	tpl_show_if(r->page, M_NO_SCORES, !list);
}

static void show_declarations(struct req *r, const struct q_review_by_ref *v)
{
	struct db_rows *rows = Q_ROWS(r->db, report_declarations, .review_id = v->review_id);
	struct q_report_declarations row;
	struct tpl *list = NULL;

	tpl_show_if(r->page, M_NO_INTERESTS, db_rows_count(rows) == 0);
	while (Q_NEXT(rows, report_declarations, &row)) {
		struct tpl *line;

		if (!list)
			list = tpl_add(r->page, M_INTERESTS);
		line = tpl_add(list, M_DECLARATION);

		tpl_set(line, M_NAME, text_copy(r->ctx, row.name));
		tpl_set(line, M_KIND, report_interest_text(&row));
		tpl_set(line, M_DAY, day_text(r->ctx, row.declared_at));
		tpl_show_if(line, M_EXCLUDED, row.conflict);
		tpl_optional(line, M_LIFTED, M_LIFTED_ON,
			row.lifted_at ? day_text(r->ctx, row.lifted_at) : NULL);
	}
}

static void show_events(struct req *r, const struct q_review_by_ref *v)
{
	struct db_rows *rows = Q_ROWS(r->db, report_events, .review_id = v->review_id);
	struct q_report_events row;

	while (Q_NEXT(rows, report_events, &row)) {
		struct tpl *line = tpl_add(r->page, M_EVENT);

		tpl_set(line, M_LABEL, report_event_text(r->ctx, &row));
		tpl_set(line, M_AT, time_text(r->ctx, row.at));
		tpl_set(line, M_WHO, row.name ? text_copy(r->ctx, row.name) : "the program");
		tpl_optional(line, M_HAS_TEXT, M_TEXT, text_copy(r->ctx, row.text));
		tpl_show_if(line, M_REFUSED, strcmp(row.kind, "refused") == 0);
	}
}

static void show_decisions(struct req *r, const struct q_review_by_ref *v)
{
	struct db_rows *rows = Q_ROWS(r->db, decisions, .review_id = v->review_id);
	struct q_decisions row;

	tpl_show_if(r->page, M_UNDECIDED, db_rows_count(rows) == 0);
	while (Q_NEXT(rows, decisions, &row)) {
		row.reasons = text_copy(r->ctx, row.reasons);
		row.returned_why = text_copy(r->ctx, row.returned_why);
		row.maker = text_copy(r->ctx, row.maker);
		row.ender = row.ender ? text_copy(r->ctx, row.ender) : NULL;
		decision_show(r, &row, r->page, true);
	}
}

static void show_subject(struct req *r, const struct q_review_by_ref *v)
{
	struct q_contract_by_ref c;
	struct tpl *t;

	tpl_set(r->page, M_CRITERIA, v->criteria);
	tpl_int(r->page, M_VERSION, v->criteria_number);
	tpl_set(r->page, M_OPENED, day_text(r->ctx, v->opened_at));
	tpl_set(r->page, M_OPENED_BY, v->opened_by ? v->opened_by : "the calendar");
	tpl_set(r->page, M_DUE, date_text(r->ctx, v->due_on));
	tpl_show_if(r->page, M_DRAFT, review_state_of(v->state) != REVIEW_DECIDED);
	if (!v->contract_ref || !Q_ONE(r->db, contract_by_ref, &c, .ref = v->contract_ref)) {
		tpl_show(r->page, v->proposal_id ? M_OF_PROPOSAL : M_OF_SUBMISSION);
		show_submission(r, v);
		return;
	}
	t = tpl_add(r->page, M_OF_CONTRACT);
	tpl_set(t, M_REFERENCE, c.reference);
	tpl_set(t, M_SERVICE, c.service);
	tpl_set(t, M_SERVED, c.served);
	tpl_set(t, M_STARTS, date_text(r->ctx, c.starts_on));
	tpl_set(t, M_ENDS, date_text(r->ctx, c.ends_on));
	tpl_set(t, M_VALUE, money_text(r->ctx, c.value_now));
}

/* A text that is there or not, under a heading that always is. */
static void show_text(struct req *r, enum tpl_marker given, enum tpl_marker none, enum tpl_marker m,
	const char *text)
{
	tpl_optional(r->page, given, m, text);
	tpl_show_if(r->page, none, !text || !*text);
}

/* GET /reviews/:ref/report */
int review_report(struct req *r)
{
	struct q_review_by_ref v;
	int status = review_read(r, &v);

	if (status)
		return status;
	review_heading(r, &v);
	show_subject(r, &v);
	show_decisions(r, &v);
	show_criteria(r, &v);
	show_scores(r, &v);
	show_text(r, M_VFM_GIVEN, M_NO_VFM, M_VFM, v.value_for_money);
	show_text(r, M_EQUALITY_GIVEN, M_NO_EQUALITY, M_EQUALITY, v.equality);
	show_text(r, M_FINDINGS_GIVEN, M_NO_FINDINGS, M_FINDINGS, v.findings);
	if (v.answered_at) {
		struct tpl *t = tpl_add(r->page, M_ANSWERED);

		tpl_set(t, M_ANSWER, v.answer);
		tpl_set(t, M_ANSWERER, v.answered_by ? v.answered_by : "");
		tpl_set(t, M_DAY, day_text(r->ctx, v.answered_at));
	}
	tpl_show_if(r->page, M_HAS_ORGANISATION, !v.proposal_id);
	tpl_show_if(r->page, M_NO_ANSWER, !v.answered_at && !v.proposal_id);
	show_declarations(r, &v);
	show_events(r, &v);
	audit(r, AUDIT_LOOK, "review", v.ref, audit_fact(NULL, "page", "report"));
	return page_show(r, 200, T_review_report, text_format(r->ctx, "Report: %s", v.title));
}

/* ---- The workbook ---------------------------------------------------------------------------- */

struct line {
	const char *part, *what, *who, *day, *words;
	int64_t weight; /* 0: none */
	bool scored;
	int64_t score; /* -1: none after all */
};

static void write_line(struct xlsx_file *file, const struct line *line)
{
	xlsx_words(file, line->part);
	xlsx_words(file, line->what);
	xlsx_words(file, line->who);
	if (line->weight)
		xlsx_number(file, line->weight);
	else
		xlsx_words(file, NULL);
	if (line->scored && line->score >= 0)
		xlsx_number(file, line->score);
	else
		xlsx_words(file, NULL);
	xlsx_day(file, line->day);
	xlsx_words(file, line->words);
	xlsx_file_row(file);
}

static const char *iso_day(TALLOC_CTX *ctx, int64_t at)
{
	char day[11];

	if (!at)
		return NULL;
	check_today(at, day);
	return text_copy(ctx, day);
}

#define LINE(file, ...) write_line((file), &(struct line){ __VA_ARGS__ })

static void write_submission(struct req *r, struct xlsx_file *file, const struct q_review_by_ref *v)
{
	const struct submission_form *w;
	struct q_evidence_submission row;
	const json_t *answers;

	if (!Q_ONE(r->db, evidence_submission, &row, .submission_id = v->submission_id))
		return;
	w = submission_form_new(r->ctx, row.form, row.kind, NULL, row.answers);
	answers = json_open(r->ctx, row.answers);
	for (size_t i = 0; i < w->form->n; i++) {
		const struct field *field = &w->form->fields[i];

		for (size_t k = 0; form_due(w->form, i) && k < (field->n_rows ? field->n_rows : 1);
			k++)
			LINE(file, .part = "What they sent",
				.what = field->n_rows ? text_format(r->ctx, "%s: %s", field->label,
								field->rows[k].label)
						      : field->label,
				.words = submission_words(r->ctx, field, answers, k));
	}
}

static void write_scores(struct req *r, struct xlsx_file *file, const struct q_review_by_ref *v)
{
	struct db_rows *rows = Q_ROWS(r->db, report_criteria, .review_id = v->review_id);
	struct q_report_criteria criterion;
	struct q_report_scores score;

	while (Q_NEXT(rows, report_criteria, &criterion))
		LINE(file, .part = "Agreed score", .what = criterion.name,
			.weight = criterion.weight, .scored = true, .score = criterion.agreed,
			.words = criterion.reason);
	rows = Q_ROWS(r->db, report_scores, .review_id = v->review_id);
	while (Q_NEXT(rows, report_scores, &score))
		LINE(file, .part = "Reviewer's score", .what = score.criterion, .who = score.name,
			.scored = true, .score = score.score, .words = score.reason);
}

static void write_panel(struct req *r, struct xlsx_file *file, const struct q_decisions *d)
{
	struct db_rows *rows = Q_ROWS(r->db, decision_members, .decision_id = d->decision_id);
	struct q_decision_members row;

	while (Q_NEXT(rows, decision_members, &row))
		LINE(file, .part = "Panel", .what = row.vote ? "There" : row.part, .who = row.name,
			.day = d->met_on, .words = row.vote);
}

static void write_decisions(struct req *r, struct xlsx_file *file, const struct q_review_by_ref *v)
{
	struct db_rows *rows = Q_ROWS(r->db, decisions, .review_id = v->review_id);
	struct q_decisions row;

	while (Q_NEXT(rows, decisions, &row)) {
		struct decision_terms terms;
		const char *text;

		decision_terms_read(r->ctx, row.details, &terms);
		text = decision_terms_text(r->ctx, decision_outcome_of(row.outcome), &terms);
		LINE(file, .part = "Decision", .what = decision_label(row.outcome),
			.who = row.maker, .day = row.met_on, .words = row.reasons);
		LINE(file, .part = "Decision", .what = "State", .who = row.ender,
			.day = iso_day(r->ctx, row.ended_at),
			.words = *row.returned_why ? row.returned_why : row.state);
		if (*text)
			LINE(file, .part = "Decision", .what = "Terms", .words = text);
		LINE(file, .part = "Decision", .what = "Quorum", .scored = true,
			.score = row.quorum);
		if (row.next_review_on)
			LINE(file, .part = "Decision", .what = "Next review",
				.day = row.next_review_on);
		for (size_t i = 0; i < terms.n_conditions; i++)
			LINE(file, .part = "Condition", .what = terms.conditions[i].what,
				.who = terms.conditions[i].owner_name,
				.day = terms.conditions[i].due_on);
		write_panel(r, file, &row);
	}
}

static void write_history(struct req *r, struct xlsx_file *file, const struct q_review_by_ref *v)
{
	struct db_rows *rows = Q_ROWS(r->db, report_declarations, .review_id = v->review_id);
	struct q_report_declarations declared;
	struct q_report_events event;

	while (Q_NEXT(rows, report_declarations, &declared))
		LINE(file, .part = "Interests", .what = report_interest_text(&declared),
			.who = declared.name, .day = iso_day(r->ctx, declared.declared_at),
			.words = declared.conflict    ? "Excluded"
				 : declared.lifted_at ? "Lifted"
						      : NULL);
	rows = Q_ROWS(r->db, report_events, .review_id = v->review_id);
	while (Q_NEXT(rows, report_events, &event))
		LINE(file, .part = "History", .what = report_event_text(r->ctx, &event),
			.who = event.name, .day = iso_day(r->ctx, event.at), .words = event.text);
}

static bool write_xlsx(struct req *r, struct sink *sink)
{
	static const char *const heads[] = { "Part", "What", "Who", "Weight", "Score", "Day",
		"Words" };
	const struct q_review_by_ref *v = r->stream_data;
	struct xlsx_file *file = xlsx_file_begin(r, sink, "Review", heads, COUNT(heads));

	if (!file)
		return false;
	LINE(file, .part = "Review", .what = v->title, .who = v->organisation, .day = v->due_on,
		.words = choice_label(review_states, REVIEW_STATES, v->state));
	LINE(file, .part = "Review", .what = "Criteria", .words = v->criteria, .scored = true,
		.score = v->criteria_number);
	write_decisions(r, file, v);
	write_submission(r, file, v);
	write_scores(r, file, v);
	LINE(file, .part = "Value for money", .words = v->value_for_money);
	LINE(file, .part = "Effect on equality", .words = v->equality);
	LINE(file, .part = "Findings", .day = iso_day(r->ctx, v->findings_at),
		.words = v->findings);
	LINE(file, .part = "The organisation's answer", .who = v->answered_by,
		.day = iso_day(r->ctx, v->answered_at), .words = v->answer);
	write_history(r, file, v);
	return xlsx_file_end(file);
}

/* GET /reviews/:ref/report.xlsx */
int review_report_xlsx(struct req *r)
{
	struct q_review_by_ref *v = NEW(r->ctx, struct q_review_by_ref);
	int status = review_read(r, v);

	if (status)
		return status;
	audit(r, AUDIT_EXPORT, "review", v->ref, audit_fact(NULL, "file", "report.xlsx"));
	return respond_stream(
		r, XLSX_TYPE, text_format(r->ctx, "review-%s.xlsx", v->ref), write_xlsx, v);
}
