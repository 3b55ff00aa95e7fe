/* surveys.c: the list of surveys, and what one survey is. Staff. */
#include <string.h>
#include "access.h"
#include "audit.h"
#include "conf.h"
#include "csv.h"
#include "pages.h"
#include "results.h"

static const struct {
	enum tpl_marker section;
	const char *words;
} states[] = {
	[SURVEY_NOT_YET] = { M_NOT_YET, "Not yet open" },
	[SURVEY_OPEN] = { M_OPEN, "Open" },
	[SURVEY_CLOSED] = { M_CLOSED, "Closed" },
};

static enum survey_openness openness(const struct req *r, int64_t opens_at, int64_t closes_at)
{
	struct survey dates = { .opens_at = opens_at, .closes_at = closes_at };

	return survey_openness(&dates, r->now);
}

static const char *day_or(struct req *r, int64_t time, const char *otherwise)
{
	return time ? day_text(r->ctx, time) : otherwise;
}

/* It closes at midnight; people say the day that then ends. */
static const char *last_day_or(struct req *r, int64_t closes_at, const char *otherwise)
{
	return closes_at ? day_text(r->ctx, closes_at - 1) : otherwise;
}

static struct db_rows *visible(struct req *r)
{
	return Q_ROWS(r->db, surveys_visible, .organisation_id = r->person->organisation_id,
		.all = access_all_surveys(r->person));
}

/* GET /surveys */
int surveys_list(struct req *r)
{
	struct q_surveys_visible row;
	struct db_rows *rows = visible(r);
	struct tpl *list = NULL;

	while (Q_NEXT(rows, surveys_visible, &row)) {
		struct tpl *line;

		if (!list)
			list = tpl_add(r->page, M_LIST);
		line = tpl_add(list, M_SURVEY);
		tpl_set(line, M_SLUG, text_copy(r->ctx, row.slug));
		tpl_set(line, M_SURVEY_TITLE, text_copy(r->ctx, row.title));
		tpl_set(line, M_ASKED_BY, text_copy(r->ctx, row.asked_by));
		tpl_show(line, states[openness(r, row.opens_at, row.closes_at)].section);
		tpl_set(line, M_OPENS, day_or(r, row.opens_at, "Always open"));
		tpl_set(line, M_CLOSES, last_day_or(r, row.closes_at, "No end"));
		tpl_count(line, M_N, row.responses);
	}
	tpl_show_if(r->page, M_NONE, !list);
	return page_show(r, 200, T_surveys_list, "Surveys");
}

/* GET /surveys.csv */
int surveys_csv(struct req *r)
{
	static const char *const heads[] = { "Title", "Who asks", "Address", "State", "Opens",
		"Closes", "Responses" };
	struct q_surveys_visible row;
	struct db_rows *rows = visible(r);
	struct csv csv = { .out = &r->content };

	audit(r, AUDIT_EXPORT, "survey", "", audit_fact(NULL, "file", "surveys.csv"));
	r->type = CSV_TYPE;
	header_add(r, "Content-Disposition", "attachment; filename=\"surveys.csv\"");
	buf_adds(&r->content, CSV_BOM);
	for (size_t i = 0; i < COUNT(heads); i++)
		csv_words(&csv, heads[i]);
	csv_end(&csv);
	while (Q_NEXT(rows, surveys_visible, &row)) {
		csv_words(&csv, row.title);
		csv_words(&csv, row.asked_by);
		csv_words(&csv, text_format(r->ctx, "%s/s/%s", conf_get(r->conf, "public_url", ""),
					row.slug));
		csv_words(&csv, states[openness(r, row.opens_at, row.closes_at)].words);
		csv_words(&csv, day_or(r, row.opens_at, ""));
		csv_words(&csv, last_day_or(r, row.closes_at, ""));
		csv_number(&csv, row.responses);
		csv_end(&csv);
	}
	return 200;
}

static const char *anonymity_sentence(enum anonymity anonymity)
{
	switch (anonymity) {
	case ANONYMITY_UNLINKABLE:
		return "Invited and anonymous: nobody can tell which invitation an answer came "
		       "from.";
	case ANONYMITY_CONFIDENTIAL:
		return "Confidential, not anonymous: who answered is kept, and only named people "
		       "see it.";
	default:
		return "Anonymous: nothing is kept that says who answered.";
	}
}

static const char *kind_words(TALLOC_CTX *ctx, const struct field *f)
{
	switch (f->type) {
	case FIELD_SHORT:
		return "Short text";
	case FIELD_LONG:
		return "Long text";
	case FIELD_EMAIL:
		return "E-mail address";
	case FIELD_NUMBER:
		return f->min < f->max ? text_format(ctx, "Whole number, %s to %s",
						 count_text(ctx, f->min), count_text(ctx, f->max))
				       : "Whole number";
	case FIELD_DATE:
		return "Date";
	case FIELD_CHECKBOXES:
		return "Any of";
	case FIELD_GRID:
		return text_format(ctx, "%zu rows, each one of", f->n_rows);
	case FIELD_NHS_NUMBER:
		return "NHS number";
	case FIELD_POSTCODE:
		return "Postcode";
	default:
		return "One of";
	}
}

static const char *joined(TALLOC_CTX *ctx, const struct choice *list, size_t n)
{
	struct buf out = { .ctx = ctx };

	for (size_t i = 0; i < n; i++)
		buf_addf(&out, "%s%s", i ? " · " : "", list[i].label);
	return buf_text(&out);
}

/* "Only when question 1 is answered “Against”." */
static const char *condition(TALLOC_CTX *ctx, const struct survey *survey, const struct field *f)
{
	for (size_t i = 0; f->when_name && i < survey->n_fields; i++) {
		const struct field *on = &survey->fields[i];

		for (size_t c = 0; strcmp(on->name, f->when_name) == 0 && c < on->n_choices; c++)
			if (strcmp(on->choices[c].code, f->when_code) == 0)
				return text_format(ctx, "Only when question %zu is answered “%s”",
					i + 1, on->choices[c].label);
	}
	return NULL;
}

static void show_question(struct req *r, const struct survey *survey, size_t i, struct tpl *page)
{
	const struct field *f = &survey->fields[i];
	struct tpl *t = tpl_add(page, M_ASKS);

	tpl_int(t, M_NUMBER, (int64_t)i + 1);
	tpl_set(t, M_QUESTION_LABEL, f->label);
	tpl_set(t, M_CODE, f->name);
	tpl_set(t, M_KIND, kind_words(r->ctx, f));
	tpl_optional(t, M_HAS_ROWS, M_ROWS, f->n_rows ? joined(r->ctx, f->rows, f->n_rows) : NULL);
	tpl_optional(t, M_HAS_CHOICES, M_CHOICES,
		f->n_choices ? joined(r->ctx, f->choices, f->n_choices) : NULL);
	tpl_optional(t, M_HAS_CONDITION, M_CONDITION, condition(r->ctx, survey, f));
	tpl_show(t, f->required ? M_REQUIRED : M_OPTIONAL);
}

/* GET /surveys/:slug */
int survey_view(struct req *r)
{
	struct staff_survey s;

	if (!staff_survey_get(r, &s))
		return not_found(r);
	const struct survey *survey = s.survey;

	tpl_set(r->page, M_SLUG, s.slug);
	tpl_set(r->page, M_SURVEY_TITLE, s.title);
	tpl_set(r->page, M_ASKED_BY, s.asked_by);
	tpl_show(r->page, states[openness(r, s.opens_at, s.closes_at)].section);
	tpl_set(r->page, M_OPENS, day_or(r, s.opens_at, "Always open, since it was published"));
	tpl_set(r->page, M_CLOSES,
		s.closes_at
			? text_format(r->ctx, "At the end of %s", last_day_or(r, s.closes_at, ""))
			: "No end");
	tpl_int(r->page, M_VERSION, s.version);
	tpl_set(r->page, M_PUBLISHED, day_text(r->ctx, s.published_at));
	tpl_setf(r->page, M_ADDRESS, "%s/s/%s", conf_get(r->conf, "public_url", ""), s.slug);
	tpl_set(r->page, M_ANONYMITY, anonymity_sentence(survey->anonymity));
	tpl_show(r->page, survey->by_month ? M_BY_MONTH : M_BY_WEEK);
	tpl_show(r->page, survey->check_answers ? M_CHECKS : M_CHECKS_NOT);
	tpl_show_if(r->page, M_REFERENCE, survey->reference);
	tpl_show_if(r->page, M_FFT, survey->fft);
	for (size_t p = 0; p < survey->n_pages; p++) {
		struct tpl *page = tpl_add(r->page, M_PAGE);

		tpl_int(page, M_PAGE_NUMBER, (int64_t)p + 1);
		tpl_optional(page, M_HAS_PAGE_TITLE, M_PAGE_TITLE, survey->pages[p].title);
		for (size_t i = 0; i < survey->pages[p].count; i++)
			show_question(r, survey, survey->pages[p].first + i, page);
	}
	return page_show(r, 200, T_surveys_view, s.title);
}
