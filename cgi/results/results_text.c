/* results_text.c: what people wrote to one question, fifty a page. Staff. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include "answers.h"
#include "audit.h"
#include "list.h"
#include "pages.h"
#include "results.h"

/* GROUP_LEAST: what fewer people answered is not put beside what they wrote. */
enum { PAGE = 50, ID = 16, GROUP_LEAST = 5 };
#define LAST_MONTH "9999-12-01"

struct quote {
	const char *month, *text;
	const char *beside; /* what the same person answered to quotes.beside; NULL: not said */
	uint8_t id[ID];
};

struct quotes {
	const char *question;        /* whose texts they are */
	const struct result *beside; /* the survey's first question of one choice; may be NULL */
	int64_t named_from;          /* an answer is named that as many people gave */
	struct quote *list;
	size_t n;
	bool more; /* there are more behind the last */
};

/* A place in the list, "2026-03-01-" and the id in hexadecimal; false when that is not what it is.
 */
static bool place_read(TALLOC_CTX *ctx, const char *text, const char **month, uint8_t id[ID])
{
	if (!text || strlen(text) != 11 + 2 * ID || month_number(text) < 0)
		return false;
	for (size_t i = 0; i < 2 * ID; i++) {
		char c = text[11 + i];
		int digit = c >= '0' && c <= '9'   ? c - '0'
			    : c >= 'a' && c <= 'f' ? c - 'a' + 10
						   : -1;

		if (digit < 0)
			return false;
		id[i / 2] = (uint8_t)(i % 2 ? id[i / 2] | digit : digit << 4);
	}
	*month = month_iso(ctx, month_number(text));
	return true;
}

static const char *place_text(TALLOC_CTX *ctx, const struct quote *quote)
{
	char hex[2 * ID + 1];

	for (size_t i = 0; i < ID; i++) {
		hex[2 * i] = "0123456789abcdef"[quote->id[i] >> 4];
		hex[2 * i + 1] = "0123456789abcdef"[quote->id[i] & 15];
	}
	hex[2 * ID] = '\0';
	return text_format(ctx, "%.10s-%s", quote->month, hex);
}

/* The answer to one question out of a response; NULL when there is none. */
static const char *answer_text(TALLOC_CTX *ctx, const char *json, const char *question)
{
	struct answers in = answers_open(json, strlen(json));
	struct answer answer;
	size_t len = strlen(question);

	while (answers_next(&in, &answer)) {
		char *text;

		if (answer.kind != ANSWER_TEXT || answer.name.len != len ||
			memcmp(answer.name.at, question, len) != 0)
			continue;
		text = must(talloc_size(ctx, answer.value.len + 1));
		if (!answer_unescape(answer.value, text, &len))
			return NULL;
		text[len] = '\0';
		return text;
	}
	return NULL;
}

/* Who stands there without a name must be one of GROUP_LEAST too, or no name tells which it is: so
 * that the smallest groups are left out together. */
static int64_t named_from(const struct result *beside)
{
	int64_t least = GROUP_LEAST, hidden, next;

	for (;; least = next + 1) {
		hidden = 0;
		next = INT64_MAX;
		for (size_t i = 0; i < beside->field->n_choices; i++)
			if (beside->counts[i] < least)
				hidden += beside->counts[i];
			else if (beside->counts[i] < next)
				next = beside->counts[i];
		if (hidden == 0 || hidden >= GROUP_LEAST || next == INT64_MAX)
			return least;
	}
}

/* What the same person answered to the question beside. */
static const char *beside_text(TALLOC_CTX *ctx, const struct quotes *quotes, const char *json)
{
	const struct result *beside = quotes->beside;
	const struct field *f = beside ? beside->field : NULL;
	const char *code = f ? answer_text(ctx, json, f->name) : NULL;
	size_t choice = code ? choice_index(f->choices, f->n_choices, code) : 0;

	if (!code || choice == f->n_choices || beside->counts[choice] < quotes->named_from)
		return NULL;
	return f->choices[choice].label;
}

static void keep(TALLOC_CTX *ctx, struct quotes *quotes, const char *month, struct bytes id,
	const char *json)
{
	const char *text = answer_text(ctx, json, quotes->question);
	struct quote *quote;

	if (!text || month_number(month) < 0)
		return;
	quotes->list =
		must(talloc_realloc(ctx, quotes->list, struct quote, (unsigned)(quotes->n + 1)));
	quote = &quotes->list[quotes->n++];
	*quote = (struct quote){ .month = month_iso(ctx, month_number(month)),
		.text = text,
		.beside = beside_text(ctx, quotes, json) };
	if (id.len == ID)
		memcpy(quote->id, id.data, ID);
}

static void read_after(
	struct req *r, int64_t survey_id, const char *month, const uint8_t *id, struct quotes *out)
{
	struct q_results_texts row;
	struct db_rows *rows = Q_ROWS(r->db, results_texts, .survey_id = survey_id,
		.question = out->question, .month = month, .after = { id, ID }, .most = PAGE + 1);

	while (Q_NEXT(rows, results_texts, &row)) {
		out->more = out->n == PAGE;
		if (!out->more)
			keep(r->ctx, out, row.month, row.response_id, row.answers);
	}
}

static void read_before(
	struct req *r, int64_t survey_id, const char *month, const uint8_t *id, struct quotes *out)
{
	struct q_results_texts_back row;
	struct db_rows *rows = Q_ROWS(r->db, results_texts_back, .survey_id = survey_id,
		.question = out->question, .month = month, .before = { id, ID }, .most = PAGE + 1);

	while (Q_NEXT(rows, results_texts_back, &row)) {
		out->more = out->n == PAGE;
		if (!out->more)
			keep(r->ctx, out, row.month, row.response_id, row.answers);
	}
	for (size_t i = 0; i < out->n / 2; i++) {
		struct quote swap = out->list[i];

		out->list[i] = out->list[out->n - 1 - i];
		out->list[out->n - 1 - i] = swap;
	}
}

static int by_month(const void *a, const void *b)
{
	const struct quote *left = a, *right = b;
	int order = strcmp(right->month, left->month);

	return order ? order : memcmp(right->id, left->id, ID);
}

/* What no fold has noted yet belongs to the first page too. */
static void add_pending(struct req *r, int64_t survey_id, struct quotes *out)
{
	struct q_tally_pending row;
	struct db_rows *rows = Q_ROWS(r->db, tally_pending, .survey_id = survey_id);

	while (Q_NEXT(rows, tally_pending, &row))
		keep(r->ctx, out, row.received_on, (struct bytes){ 0 }, row.answers);
	if (out->n > 1)
		qsort(out->list, out->n, sizeof *out->list, by_month);
}

static void show(struct req *r, const struct quotes *quotes)
{
	const char *month = "";

	for (size_t i = 0; i < quotes->n; i++) {
		const struct quote *quote = &quotes->list[i];
		struct tpl *t = tpl_add(r->page, M_QUOTE);

		if (strcmp(month, quote->month) != 0)
			tpl_set(tpl_add(t, M_NEW_MONTH), M_LABEL, month_text(r->ctx, quote->month));
		month = quote->month;
		tpl_optional(t, M_HAS_BESIDE, M_BESIDE, quote->beside);
		tpl_set(t, M_TEXT, quote->text);
	}
}

static const struct result *question_of(const struct results *all, const char *name)
{
	for (size_t i = 0; i < all->n; i++)
		if (strcmp(all->list[i].field->name, name) == 0)
			return is_text(all->list[i].field) ? &all->list[i] : NULL;
	return NULL;
}

/* A question of one choice: in the Friends and Family Test "overall", in a consultation mostly
 * whether one is in favour. */
static const struct result *first_choice(const struct results *all)
{
	for (size_t i = 0; i < all->n; i++)
		if (has_choices(all->list[i].field) && all->list[i].field->type != FIELD_CHECKBOXES)
			return &all->list[i];
	return NULL;
}

/* The page that the query asks for: its quotes, and links to the ones beside it. */
static void read_page(struct req *r, int64_t survey_id, struct quotes *out)
{
	const char *back = NULL, *next = NULL, *month;
	uint8_t id[ID] = { 0 };
	bool first = false;

	if (place_read(r->ctx, params_get(&r->query, "before"), &month, id)) {
		read_before(r, survey_id, month, id, out);
		back = out->more ? place_text(r->ctx, &out->list[0]) : NULL;
		next = out->n ? place_text(r->ctx, &out->list[out->n - 1]) : NULL;
		first = !out->more;
	} else if (place_read(r->ctx, params_get(&r->query, "after"), &month, id)) {
		read_after(r, survey_id, month, id, out);
		back = out->n ? place_text(r->ctx, &out->list[0]) : NULL;
		next = out->more ? place_text(r->ctx, &out->list[out->n - 1]) : NULL;
	} else
		first = true;
	if (first) {
		*out = (struct quotes){ .question = out->question,
			.beside = out->beside,
			.named_from = out->named_from };
		read_after(r, survey_id, LAST_MONTH, id, out);
		next = out->more ? place_text(r->ctx, &out->list[out->n - 1]) : NULL;
		add_pending(r, survey_id, out);
	}
	pager_show(r->page, back ? text_format(r->ctx, "?before=%s", back) : NULL,
		next ? text_format(r->ctx, "?after=%s", next) : NULL);
}

/* GET /surveys/:slug/results/:question */
int results_text(struct req *r)
{
	struct staff_survey s;
	struct quotes quotes = { 0 };

	if (!staff_survey_get(r, &s))
		return not_found(r);
	/* Folded at fifty already, since what is pending is shown on the first page whatever its
	 * number. */
	staff_survey_fold(r, &s, PAGE);
	const struct results *all = results_read(r, &s);
	const struct result *result = question_of(all, r->args[1]);

	if (!result)
		return not_found(r);
	audit(r, AUDIT_LOOK, "survey", s.slug, audit_fact(NULL, "question", result->field->name));
	quotes.question = result->field->name;
	quotes.beside = first_choice(all);
	quotes.named_from = quotes.beside ? named_from(quotes.beside) : 0;
	read_page(r, s.survey_id, &quotes);
	tpl_set(r->page, M_SLUG, s.slug);
	tpl_set(r->page, M_SURVEY_TITLE, s.title);
	tpl_set(r->page, M_QUESTION_LABEL, result->field->label);
	tpl_set(r->page, M_BASE_SENTENCE, base_sentence(r->ctx, all, result));
	if (quotes.beside && quotes.n)
		tpl_set(tpl_add(r->page, M_ABOVE), M_ABOVE_LABEL, quotes.beside->field->label);
	tpl_show_if(r->page, M_NONE, quotes.n == 0);
	show(r, &quotes);
	return page_show(r, 200, T_results_text,
		text_format(r->ctx, "%s – what people wrote", result->field->label));
}
