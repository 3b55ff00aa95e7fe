/* export.c: every response of a survey as CSV, streamed in constant memory. Staff.
 *
 * A million responses pass through here, so a row is not made into a tree: its answers are walked
 * over (answers.h), and cells of known words (choices) were made once before the first row. */
#include <stdio.h>
#include <string.h>
#include "answers.h"
#include "audit.h"
#include "csv.h"
#include "pages.h"
#include "results.h"

enum { CHUNK = 64 * 1024 };

enum cell_kind {
	CELL_EMPTY,
	CELL_MADE,    /* CSV already: a choice's label, a number */
	CELL_TEXT,    /* somebody's words */
	CELL_ESCAPED, /* the same, with JSON's escapes */
};

struct cell {
	enum cell_kind kind;
	struct slice text;
};

/* A question and its columns: one, or one for each choice of checkboxes, or one for each row of a
 * grid. */
struct export_field {
	const struct field *field;
	struct slice name;
	size_t first, count;
	struct slice *choices; /* their labels as CSV */
	struct slice *choice_codes, *row_codes;
};

struct export
{
	const struct staff_survey *survey;
	struct export_field *fields;
	size_t n_fields, n_columns;
	struct cell *cells; /* of the row at hand */
	struct buf out, scratch;
};

static struct slice made_cell(TALLOC_CTX *ctx, const char *words)
{
	struct buf out = { .ctx = ctx };
	struct csv csv = { .out = &out };

	csv_words(&csv, words);
	return (struct slice){ buf_text(&out), out.len };
}

static struct slice *codes(TALLOC_CTX *ctx, const struct choice *list, size_t n)
{
	struct slice *out = NEW_ARRAY(ctx, struct slice, n + 1);

	for (size_t i = 0; i < n; i++)
		out[i] = (struct slice){ list[i].code, strlen(list[i].code) };
	return out;
}

static struct export *export_new(struct req *r, const struct staff_survey *s)
{
	struct export *e = NEW(r->ctx, struct export);

	e->survey = s;
	e->out.ctx = e->scratch.ctx = e;
	e->n_fields = s->n_fields;
	e->fields = NEW_ARRAY(e, struct export_field, s->n_fields + 1);
	for (size_t i = 0; i < s->n_fields; i++) {
		const struct field *f = &s->fields[i];
		struct export_field *to = &e->fields[i];

		*to = (struct export_field){ .field = f,
			.name = { f->name, strlen(f->name) },
			.first = e->n_columns,
			.count = 1 };
		if (f->type == FIELD_CHECKBOXES)
			to->count = f->n_choices;
		if (f->type == FIELD_GRID)
			to->count = f->n_rows;
		to->choice_codes = codes(e, f->choices, f->n_choices);
		to->row_codes = codes(e, f->rows, f->n_rows);
		to->choices = NEW_ARRAY(e, struct slice, f->n_choices + 1);
		for (size_t c = 0; c < f->n_choices; c++)
			to->choices[c] = made_cell(e, f->choices[c].label);
		e->n_columns += to->count;
	}
	e->cells = NEW_ARRAY(e, struct cell, e->n_columns + 1);
	return e;
}

/* "Which of these? – Better integrated (gains.integrated)" */
static void headings(struct req *r, struct export *e)
{
	struct csv csv = { .out = &e->out };

	buf_adds(&e->out, CSV_BOM);
	csv_words(&csv, e->survey->survey->by_month ? "Month of response" : "Week of response");
	csv_words(&csv, "Version");
	for (size_t i = 0; i < e->n_fields; i++) {
		const struct field *f = e->fields[i].field;
		const struct choice *parts = f->type == FIELD_CHECKBOXES ? f->choices
					     : f->type == FIELD_GRID     ? f->rows
									 : NULL;

		for (size_t c = 0; parts && c < e->fields[i].count; c++)
			csv_words(&csv, text_format(r->ctx, "%s – %s (%s.%s)", f->label,
						parts[c].label, f->name, parts[c].code));
		if (!parts)
			csv_words(&csv, text_format(r->ctx, "%s (%s)", f->label, f->name));
	}
	csv_end(&csv);
}

static inline bool same(struct slice a, struct slice b)
{
	return a.len == b.len && memcmp(a.at, b.at, a.len) == 0;
}

static size_t code_index(const struct slice *list, size_t n, struct slice code)
{
	size_t i = 0;

	while (i < n && !same(list[i], code))
		i++;
	return i;
}

/* A choice by its label; a code that no version knows stays a code. */
static struct cell choice_cell(const struct export_field *f, struct slice code)
{
	size_t i = code_index(f->choice_codes, f->field->n_choices, code);

	return i < f->field->n_choices ? (struct cell){ CELL_MADE, f->choices[i] }
				       : (struct cell){ CELL_TEXT, code };
}

static void fill_ticks(
	const struct export_field *f, const struct answer *answer, struct cell *cells)
{
	struct answers in = answers_inside(answer);
	struct answer item;

	for (size_t i = 0; i < f->count; i++)
		cells[i] = (struct cell){ CELL_MADE, { "0", 1 } };
	while (answers_next(&in, &item)) {
		size_t i = code_index(f->choice_codes, f->field->n_choices, item.value);

		if (i < f->count)
			cells[i].text.at = "1";
	}
}

static void fill_rows(const struct export_field *f, const struct answer *answer, struct cell *cells)
{
	struct answers in = answers_inside(answer);
	struct answer item;

	while (answers_next(&in, &item)) {
		size_t i = code_index(f->row_codes, f->field->n_rows, item.name);

		if (i < f->count)
			cells[i] = choice_cell(f, item.value);
	}
}

static void fill(const struct export_field *f, const struct answer *answer, struct cell *cells)
{
	switch (answer->kind) {
	case ANSWER_LIST:
		if (f->field->type == FIELD_CHECKBOXES)
			fill_ticks(f, answer, cells);
		break;
	case ANSWER_ROWS:
		if (f->field->type == FIELD_GRID)
			fill_rows(f, answer, cells);
		break;
	case ANSWER_NUMBER:
		if (f->count == 1)
			cells[0] = (struct cell){ CELL_MADE, answer->value };
		break;
	case ANSWER_TEXT:
		if (f->count == 1)
			cells[0] =
				has_choices(f->field)
					? choice_cell(f, answer->value)
					: (struct cell){ answer->escaped ? CELL_ESCAPED : CELL_TEXT,
						  answer->value };
		break;
	}
}

/* Answers usually come in the questions' order, so the search begins behind the last one found. */
static const struct export_field *find(const struct export *e, struct slice name, size_t *next)
{
	for (size_t n = 0; n < e->n_fields; n++) {
		size_t i = *next + n < e->n_fields ? *next + n : *next + n - e->n_fields;

		if (same(e->fields[i].name, name)) {
			*next = i + 1 < e->n_fields ? i + 1 : 0;
			return &e->fields[i];
		}
	}
	return NULL;
}

static bool scan(struct export *e, const char *json, size_t len)
{
	struct answers in = answers_open(json, len);
	struct answer answer;
	size_t next = 0;

	memset(e->cells, 0, e->n_columns * sizeof *e->cells);
	while (answers_next(&in, &answer)) {
		const struct export_field *f = find(e, answer.name, &next);

		if (f)
			fill(f, &answer, e->cells + f->first);
	}
	return !in.broken;
}

static bool write_cell(struct export *e, struct csv *csv, const struct cell *cell)
{
	size_t len;

	switch (cell->kind) {
	case CELL_EMPTY:
		csv_empty(csv);
		return true;
	case CELL_MADE:
		csv_made(csv, cell->text.at, cell->text.len);
		return true;
	case CELL_TEXT:
		csv_text(csv, cell->text.at, cell->text.len);
		return true;
	case CELL_ESCAPED:
		buf_reset(&e->scratch);
		buf_add(&e->scratch, cell->text.at, cell->text.len);
		if (!answer_unescape(cell->text, e->scratch.data, &len))
			return false;
		csv_text(csv, e->scratch.data, len);
		return true;
	}
	return false;
}

/* Valid JSON in another dress (somebody's own INSERT): jansson reads it and writes it as we do. */
static bool scan_again(struct export *e, TALLOC_CTX *ctx, struct bytes json)
{
	json_t *tree = json_loadb((const char *)json.data, json.len, 0, NULL);
	size_t size = tree ? json_dumpb(tree, NULL, 0, JSON_COMPACT) : 0;
	char *again = must(talloc_size(ctx, size + 1));

	if (tree)
		json_dumpb(tree, again, size, JSON_COMPACT);
	json_decref(tree);
	return scan(e, again, size);
}

static bool row(struct export *e, const struct q_results_responses *response)
{
	TALLOC_CTX *ctx = NULL;
	struct csv csv = { .out = &e->out };
	bool fine = scan(e, (const char *)response->answers.data, response->answers.len);

	if (!fine) {
		ctx = must(talloc_new(e));
		fine = scan_again(e, ctx, response->answers);
	}
	csv_words(&csv, response->received_on);
	csv_number(&csv, response->version);
	for (size_t i = 0; fine && i < e->n_columns; i++)
		fine = write_cell(e, &csv, &e->cells[i]);
	csv_end(&csv);
	talloc_free(ctx);
	if (!fine)
		fprintf(stderr,
			"soundings: export of %s: a response cannot be read; the file was broken "
			"off\n",
			e->survey->slug);
	return fine;
}

/* A file that ends early is cut where everybody sees it (the connection breaks): better than one
 * that is short in silence. */
static bool write_responses(struct req *r, struct sink *sink)
{
	struct export *e = r->stream_data;
	struct q_results_responses response;
	struct db_rows *rows;

	headings(r, e);
	if (!sink_write(sink, e->out.data, e->out.len))
		return false;
	buf_reset(&e->out);
	rows = Q_STREAM(r->db, results_responses, .survey_id = e->survey->survey_id);
	while (Q_NEXT(rows, results_responses, &response)) {
		if (!row(e, &response)) {
			db_rows_close(rows);
			return false;
		}
		if (e->out.len < CHUNK)
			continue;
		if (!sink_write(sink, e->out.data, e->out.len)) {
			db_rows_close(rows);
			return false;
		}
		buf_reset(&e->out);
	}
	return db_state(r->db) == DB_FINE &&
	       (e->out.len == 0 || sink_write(sink, e->out.data, e->out.len));
}

/* GET /surveys/:slug/responses.csv */
int responses_csv(struct req *r)
{
	struct staff_survey *s = NEW(r->ctx, struct staff_survey);

	if (!staff_survey_get(r, s))
		return not_found(r);
	audit(r, AUDIT_EXPORT, "survey", s->slug, audit_fact(NULL, "file", "responses.csv"));
	return respond_stream(r, CSV_TYPE, text_format(r->ctx, "%s-responses.csv", s->slug),
		write_responses, export_new(r, s));
}
