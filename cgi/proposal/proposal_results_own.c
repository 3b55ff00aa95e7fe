/* proposal_results_own.c: what people answered to a proposal's own questions: the figures of a
 * survey's results (results.h), out of the proposal's totals; and each answer to one question, with
 * the response that it is of. */
#include <string.h>
#include "audit.h"
#include "list.h"
#include "pages.h"
#include "proposal_fold.h"
#include "proposal_results.h"
#include "results.h"
#include "submission.h"

static void put(json_t *object, const char *key, json_t *value)
{
	ASSERT(json_object_set_new(object, key, must(value)) == 0);
}

static void put_text(json_t *object, const char *key, const char *text)
{
	put(object, key, json_string(text));
}

/* ---- Totals as a survey's ----------------------------------------------------------------------
 */

static const struct field *field_of(const struct survey *own, const char *name)
{
	for (size_t i = 0; i < own->n_fields; i++)
		if (strcmp(own->fields[i].name, name) == 0)
			return &own->fields[i];
	return NULL;
}

/* Of a table the fold writes "2.good": the choice of its second line. */
static bool grid_row(TALLOC_CTX *ctx, const struct field *f, struct tally_row *row)
{
	char *end;
	long line = strtol(row->choice, &end, 10);

	if (*end != '.' || line < 1 || (size_t)line > f->n_rows)
		return false;
	row->question = text_format(ctx, "%s.%s", f->name, f->rows[line - 1].code);
	row->choice = end + 1;
	return true;
}

static bool tally_row(TALLOC_CTX *ctx, const struct survey *own,
	const struct q_proposal_results_totals *t, struct tally_row *out)
{
	bool given = strcmp(t->dimension, "q") == 0;
	const char *name = given ? t->value : t->dimension + 2;
	const struct field *f;

	if (!given && strncmp(t->dimension, "q:", 2) != 0)
		return false;
	f = field_of(own, name);
	if (!f)
		return false;
	*out = (struct tally_row){
		.question = name, .choice = given ? "*" : t->value, .month = "", .n = t->n
	};
	/* Who answered is counted by itself, where it does not follow from what was answered. */
	if (given)
		return f->type == FIELD_CHECKBOXES || is_text(f);
	return f->type != FIELD_GRID || grid_row(ctx, f, out);
}

static const struct results *figures_of(TALLOC_CTX *ctx, const struct survey *own,
	const struct q_proposal_results_totals *totals, size_t n)
{
	struct tally tally = { .rows = NEW_ARRAY(ctx, struct tally_row, n + 1) };

	for (size_t i = 0; i < n; i++)
		tally.n += tally_row(ctx, own, &totals[i], &tally.rows[tally.n]);
	return results_make(ctx, own, own->fields, own->n_fields, &tally, 0);
}

/* ---- As JSON -----------------------------------------------------------------------------------
 */

/* code NULL: no list of responses is narrowed to it. */
static void add_choice(json_t *choices, const char *code, const char *label, int64_t n)
{
	json_t *choice = must(json_object());

	if (code)
		put_text(choice, "code", code);
	put_text(choice, "label", label);
	put(choice, "n", json_integer(n));
	ASSERT(json_array_append_new(choices, choice) == 0);
}

static json_t *choices_of(const struct result *result)
{
	const struct field *f = result->field;
	json_t *choices = must(json_array());

	for (size_t i = 0; i < f->n_choices; i++)
		add_choice(choices, f->choices[i].code, f->choices[i].label, result->counts[i]);
	return choices;
}

static json_t *grid_of(TALLOC_CTX *ctx, const struct result *result)
{
	const struct field *f = result->field;
	json_t *rows = must(json_array());

	for (size_t i = 0; i < f->n_rows; i++) {
		json_t *row = must(json_object()), *choices = must(json_array());

		for (size_t k = 0; k < f->n_choices; k++)
			add_choice(choices, text_format(ctx, "%zu.%s", i + 1, f->choices[k].code),
				f->choices[k].label, result->counts[i * f->n_choices + k]);
		put_text(row, "label", f->rows[i].label);
		put(row, "n", json_integer(result->row_bases[i]));
		put(row, "choices", choices);
		ASSERT(json_array_append_new(rows, row) == 0);
	}
	return rows;
}

static json_t *ranges_of(TALLOC_CTX *ctx, const struct result *result)
{
	size_t n;
	const struct chart_bar *bars = value_bars(ctx, result, &n);
	json_t *choices = must(json_array());

	for (size_t i = 0; i < n; i++)
		add_choice(choices, NULL, bars[i].label, bars[i].n);
	return choices;
}

static void put_figures(TALLOC_CTX *ctx, const struct result *result, json_t *question)
{
	struct number_figures figures;
	json_t *to;

	if (!number_figures(result, &figures))
		return;
	to = must(json_object());
	put_text(to, "mean", number_text(ctx, figures.mean));
	put_text(to, "median", number_text(ctx, figures.median));
	put_text(to, "smallest", count_text(ctx, figures.smallest));
	put_text(to, "largest", count_text(ctx, figures.largest));
	put(question, "figures", to);
}

static json_t *question_of(TALLOC_CTX *ctx, const struct result *result, int64_t answered)
{
	const struct field *f = result->field;
	json_t *question = must(json_object());

	put_text(question, "name", f->name);
	put_text(question, "label", f->label);
	put(question, "many", json_boolean(f->type == FIELD_CHECKBOXES));
	put(question, "n", json_integer(answered));
	if (has_choices(f)) {
		put(question, "choices", choices_of(result));
		return question;
	}
	if (f->type == FIELD_GRID) {
		put(question, "rows", grid_of(ctx, result));
		return question;
	}
	put(question, "read", json_true());
	if (is_number(f) || f->type == FIELD_DATE)
		put(question, "choices", ranges_of(ctx, result));
	if (is_number(f))
		put_figures(ctx, result, question);
	return question;
}

json_t *proposal_results_own(
	TALLOC_CTX *ctx, const char *form, const struct q_proposal_results_totals *totals, size_t n)
{
	struct survey_fault fault = { 0 };
	const struct survey *own = call_compile(ctx, form, &fault);
	const struct results *figures = own ? figures_of(ctx, own, totals, n) : NULL;
	json_t *out = must(json_array());

	for (size_t i = 0; own && i < figures->n; i++) {
		const struct result *result = &figures->list[i];
		int64_t answered = 0;

		for (size_t k = 0; k < n; k++)
			if (strcmp(totals[k].dimension, "q") == 0 &&
				strcmp(totals[k].value, result->field->name) == 0)
				answered += totals[k].n;
		ASSERT(json_array_append_new(out, question_of(ctx, result, answered)) == 0);
	}
	return out;
}

/* ---- Each answer to one question ---------------------------------------------------------------
 */

static const struct list_column columns[] = {
	{ .label = "Received", .sort = "newest" },
	{ .label = "Answer" },
};

/* 0, or what the page returns: a question whose answers are read one by one. */
static int find(struct req *r, struct q_proposal_by_ref *p, const struct field **f)
{
	struct survey_fault fault = { 0 };
	const struct survey *own;
	int refused = proposal_found(r, p);

	if (refused)
		return refused;
	own = call_compile(r->ctx, p->form, &fault);
	*f = own ? field_of(own, r->args[1]) : NULL;
	return *f && !has_choices(*f) && (*f)->type != FIELD_GRID ? 0 : not_found(r);
}

static const char *answer_words(struct req *r, const struct field *f, const char *answers)
{
	const json_t *all = json_open(r->ctx, answers), *value = json_object_get(all, f->name);
	const char *words = f->type == FIELD_DATE && json_is_string(value)
				    ? date_text(r->ctx, json_string_value(value))
				    : submission_words(r->ctx, f, all, 0);

	return words ? words : "";
}

/* GET /proposals/REF/results/answers/QUESTION */
int proposal_results_answers(struct req *r)
{
	struct list_def *def = NEW(r->ctx, struct list_def);
	struct q_proposal_results_answers row;
	struct q_proposal_by_ref p;
	const struct field *f;
	struct list *list;
	int refused = find(r, &p, &f);

	if (refused)
		return refused;
	/* What replaces another takes its place */
	fold(r->db, r->ctx, &proposal_fold, PROPOSAL_FOLD);
	audit(r, AUDIT_LOOK, "proposal", p.ref, audit_fact(NULL, "question", f->name));
	*def = (struct list_def){
		.one = "answer", .many = "answers", .columns = columns, .n_columns = COUNT(columns)
	};
	list = LIST_OPEN(r, proposal_results_answers, def);
	list_is_sparse(list);
	LIST_READ(list, proposal_results_answers, .proposal_id = p.proposal_id,
		.path = text_format(r->ctx, "$.%s", f->name));
	while (LIST_NEXT(list, proposal_results_answers, &row)) {
		struct tpl *line = list_line(list, M_ANSWER_ROW);

		tpl_set(line, M_REF, p.ref);
		tpl_set(line, M_RESPONSE, row.ref);
		tpl_set(line, M_RECEIVED, date_short_text(r->ctx, row.received_on, r->now));
		tpl_set(line, M_TEXT, answer_words(r, f, row.answers));
	}
	list_show(list);
	proposal_heading(r, &p);
	tpl_set(r->page, M_HEADING, f->label);
	return page_show(r, 200, T_proposal_results_answers,
		text_format(r->ctx, "%s – what people answered", f->label));
}
