/* review_board.c: all reviews of a financial year on a page, for the board: where each stands, what
 * was decided, totals; to print, and as a file. Without those in which the reader has a conflict of
 * interest. */
#include <stdlib.h>
#include <string.h>
#include "audit.h"
#include "chart.h"
#include "contract.h"
#include "csv_file.h"
#include "decision.h"
#include "pages.h"
#include "review_report.h"

enum { YEARS_MOST = 20 };

struct board {
	int64_t year, first, last; /* what is shown; which can be chosen */
	const char *since, *until;
};

static struct board read_board(struct req *r)
{
	struct q_review_board_years row = { 0 };
	struct board b = { 0 };
	char today[11];
	int64_t now;

	check_today(r->now, today);
	now = contract_year(today);
	Q_ONE(r->db, review_board_years, &row);
	b.first = row.first && contract_year(row.first) < now ? contract_year(row.first) : now;
	b.last = row.last && contract_year(row.last) > now ? contract_year(row.last) : now;
	if (b.last - b.first >= YEARS_MOST)
		b.first = b.last - YEARS_MOST + 1;
	b.year = query_int(r, "year", b.first, b.last, now);
	b.since = text_format(r->ctx, "%lld-04-01", (long long)b.year);
	b.until = text_format(r->ctx, "%lld-03-31 23:59:59", (long long)b.year + 1);
	return b;
}

static struct db_rows *read_rows(struct req *r, const struct board *b)
{
	return Q_ROWS(r->db, review_board, .person_id = r->person->person_id, .since = b->since,
		.until = b->until, .year = b->year);
}

static const char *value_text(TALLOC_CTX *ctx, int64_t pence)
{
	return pence < 0 ? "–" : money_text(ctx, pence);
}

/* ---- Totals ---------------------------------------------------------------------------------- */

struct total {
	const char *label;
	int64_t n, pence;
};

static void count(struct total *total, const struct q_review_board *row)
{
	total->n++;
	total->pence += row->value > 0 ? row->value : 0;
}

static void show_totals(struct req *r, const char *id, const char *heading,
	const struct total *totals, size_t n, int64_t all)
{
	struct tpl *part, *line;
	struct chart_bar *bars = NEW_ARRAY(r->ctx, struct chart_bar, n + 1);
	struct buf said = { .ctx = r->ctx };
	size_t n_bars = 0;

	for (size_t i = 0; i < n; i++) {
		if (totals[i].n == 0)
			continue;
		buf_addf(&said, "%s: %lld. ", totals[i].label, (long long)totals[i].n);
		bars[n_bars++] = (struct chart_bar){ .label = totals[i].label,
			.n = totals[i].n,
			.percent = chart_percent(totals[i].n, all) };
	}
	if (n_bars == 0)
		return;
	part = tpl_include(r->page, M_TOTALS, T_review_board_totals);
	tpl_set(part, M_CODE, id);
	tpl_set(part, M_HEADING, heading);
	chart_bars(r->ctx, part,
		&(struct chart_words){ .id = text_format(r->ctx, "chart-%s", id),
			.title = heading,
			.description = buf_text(&said) },
		bars, n_bars, all);
	for (size_t i = 0; i < n; i++) {
		if (totals[i].n == 0)
			continue;
		line = tpl_add(part, M_ROW);
		tpl_set(line, M_LABEL, totals[i].label);
		tpl_int(line, M_N, totals[i].n);
		tpl_set(line, M_VALUE, money_text(r->ctx, totals[i].pence));
	}
}

/* ---- The page -------------------------------------------------------------------------------- */

static void show_years(struct req *r, const struct board *b)
{
	for (int64_t year = b->last; year >= b->first; year--) {
		struct tpl *option = tpl_add(r->page, M_OPTION);

		tpl_int(option, M_CODE, year);
		tpl_set(option, M_OPTION_LABEL, contract_year_text(r->ctx, year));
		tpl_show_if(option, M_CHECKED, year == b->year);
	}
	tpl_int(r->page, M_YEAR, b->year);
	tpl_set(r->page, M_YEAR_TEXT, contract_year_text(r->ctx, b->year));
}

static void show_row(struct req *r, const struct q_review_board *row, struct tpl *list)
{
	struct tpl *line = tpl_add(list, M_REVIEW_ROW);
	enum review_state state = review_state_of(row->state);

	tpl_set(line, M_REF, text_copy(r->ctx, row->ref));
	tpl_set(line, M_TITLE, text_copy(r->ctx, row->title));
	tpl_set(line, M_ORGANISATION, text_copy(r->ctx, row->organisation));
	tpl_set(line, M_STATE, review_states[state].label);
	tpl_set(line, M_STATE_COLOUR, review_state_colour(state));
	tpl_set(line, M_OUTCOME,
		row->outcome ? text_format(r->ctx, "%s, %s", decision_label(row->outcome),
				       date_short_text(r->ctx, row->met_on, r->now))
			     : "–");
	tpl_set(line, M_SCORE, report_score_text(r->ctx, row->agreed_score));
	tpl_set(line, M_VALUE, value_text(r->ctx, row->value));
	tpl_set(line, M_DUE, date_short_text(r->ctx, row->due_on, r->now));
}

/* GET /reviews/board */
int review_board(struct req *r)
{
	struct board b = read_board(r);
	struct db_rows *rows = read_rows(r, &b);
	struct q_review_board row;
	struct total states[REVIEW_STATES] = { 0 }, outcomes[DECISION_OUTCOMES] = { 0 };
	int64_t all = 0, decided = 0, pence = 0;
	struct tpl *list = NULL;

	for (size_t i = 0; i < REVIEW_STATES; i++)
		states[i].label = review_states[i].label;
	for (size_t i = 0; i < DECISION_OUTCOMES; i++)
		outcomes[i].label = decision_outcomes[i].label;
	while (Q_NEXT(rows, review_board, &row)) {
		const struct decision_outcome *outcome = decision_outcome_of(row.outcome);

		if (all++ == 0)
			list = tpl_add(r->page, M_LIST);
		pence += row.value > 0 ? row.value : 0;
		count(&states[review_state_of(row.state)], &row);
		if (outcome && ++decided)
			count(&outcomes[outcome - decision_outcomes], &row);
		show_row(r, &row, list);
	}
	show_years(r, &b);
	tpl_show_if(r->page, M_NONE, all == 0);
	tpl_int(r->page, M_N, all);
	tpl_int(r->page, M_DECIDED, decided);
	tpl_set(r->page, M_VALUE, money_text(r->ctx, pence));
	show_totals(r, "states", "Where they stand", states, REVIEW_STATES, all);
	show_totals(r, "outcomes", "What was decided", outcomes, DECISION_OUTCOMES, decided);
	return page_show(r, 200, T_review_board, "Reviews: summary for the board");
}

static bool write_csv(struct req *r, struct sink *sink)
{
	static const char *const heads[] = { "Reference", "Review", "Organisation", "Judged",
		"State", "Due", "Score of 4", "Value", "Outcome", "Decided" };
	struct csv_file *file = csv_file_begin(r, sink, heads, COUNT(heads));
	struct board b = read_board(r);
	struct db_rows *rows = read_rows(r, &b);
	struct q_review_board row;

	while (CSV_NEXT(file, rows, review_board, &row)) {
		const char *const cells[] = { row.ref, row.title, row.organisation, row.judged,
			choice_label(review_states, REVIEW_STATES, row.state), row.due_on,
			row.agreed_score < 0 ? "" : decimal_plain(file->row, row.agreed_score),
			row.value < 0 ? "" : decimal_plain(file->row, row.value),
			decision_label(row.outcome), row.met_on };

		for (size_t i = 0; i < COUNT(cells); i++)
			csv_words(&file->csv, cells[i]);
	}
	return csv_file_end(file);
}

/* GET /reviews/board.csv */
int review_board_csv(struct req *r)
{
	audit(r, AUDIT_EXPORT, "review", "", audit_fact(NULL, "file", "reviews-board.csv"));
	return respond_stream(r, CSV_TYPE, "reviews-board.csv", write_csv, NULL);
}
