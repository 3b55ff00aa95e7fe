/* contract_totals.c: what contracts cost: by strategic aim, by status, by financial year. */
#include <string.h>
#include "audit.h"
#include "chart.h"
#include "contract_list.h"
#include "csv_file.h"
#include "pages.h"

enum { YEARS_BACK = 2, YEARS_AHEAD = 3 };

struct line {
	const char *label, *link;
	int64_t n, pence;
};

struct lines {
	struct line *list;
	size_t n;
};

static struct line *line_of(struct req *r, struct lines *lines, const char *label)
{
	for (size_t i = 0; i < lines->n; i++)
		if (strcmp(lines->list[i].label, label) == 0)
			return &lines->list[i];
	lines->list = must(
		talloc_realloc_size(r->ctx, lines->list, (lines->n + 1) * sizeof *lines->list));
	lines->list[lines->n] = (struct line){ .label = text_copy(r->ctx, label) };
	return &lines->list[lines->n++];
}

static void add(struct line *line, int64_t n, int64_t pence)
{
	line->n += n;
	line->pence += pence;
}

/* What the picture says to somebody who cannot see it. */
static const char *describe(struct req *r, const struct lines *lines)
{
	struct buf out = { .ctx = r->ctx };

	for (size_t i = 0; i < lines->n; i++)
		buf_addf(&out, "%s%s: %s", i ? ". " : "", lines->list[i].label,
			money_text(r->ctx, lines->list[i].pence));
	buf_addc(&out, '.');
	return buf_text(&out);
}

static void show_table(struct req *r, struct tpl *part, const struct lines *lines, int64_t all)
{
	for (size_t i = 0; i < lines->n; i++) {
		const struct line *line = &lines->list[i];
		struct tpl *row = tpl_add(part, M_ROW), *name;

		name = tpl_add(row, line->link ? M_LINKED : M_PLAIN);
		tpl_set(name, M_LABEL, line->label);
		if (line->link)
			tpl_set(name, M_LIST_LINK, line->link);
		tpl_count(row, M_N, line->n);
		tpl_set(row, M_VALUE, money_text(r->ctx, line->pence));
		if (all >= 0)
			tpl_set(tpl_add(row, M_SECOND_GIVEN), M_PERCENT,
				percent_text(r->ctx, line->pence, all));
	}
}

/* shares: the lines are parts of a whole. */
static void show_section(struct req *r, const char *id, const char *heading, const char *sentence,
	const char *column, const struct lines *lines, bool shares)
{
	struct tpl *part = tpl_include(r->page, M_SECTION, T_contracts_totals_section);
	struct chart_bar *bars = NEW_ARRAY(r->ctx, struct chart_bar, lines->n + 1);
	int64_t all = 0, most = 0;

	for (size_t i = 0; i < lines->n; i++) {
		all += lines->list[i].pence;
		most = lines->list[i].pence > most ? lines->list[i].pence : most;
	}
	tpl_set(part, M_CODE, id);
	tpl_set(part, M_HEADING, heading);
	tpl_set(part, M_SENTENCE, sentence);
	tpl_show_if(part, M_NOTHING, lines->n == 0);
	if (lines->n == 0)
		return;
	for (size_t i = 0; i < lines->n; i++)
		bars[i] =
			(struct chart_bar){ lines->list[i].label, (lines->list[i].pence + 50) / 100,
				shares ? chart_percent(lines->list[i].pence, all) : -1,
				money_text(r->ctx, (lines->list[i].pence + 50) / 100 * 100) };
	part = tpl_add(part, M_SOME);
	tpl_set(part, M_COLUMN, column);
	tpl_show_if(part, M_SHARES, shares);
	chart_bars(r->ctx, part,
		&(struct chart_words){ .id = id,
			.title = text_format(r->ctx, "%s, in pounds", heading),
			.description = describe(r, lines) },
		bars, lines->n, ((shares ? all : most) + 50) / 100);
	show_table(r, part, lines, shares ? all : -1);
}

/* Both out of one reading; what has ended counts only by status. */
static int64_t read_money(struct req *r, struct lines *aims, struct lines *statuses)
{
	struct db_rows *rows = Q_ROWS(r->db, contract_money);
	struct q_contract_money row;
	int64_t current = 0;

	for (size_t i = 0; i < CONTRACT_STATUSES; i++)
		line_of(r, statuses, contract_statuses[i].label)->link =
			text_format(r->ctx, "/contracts?status=%s", contract_statuses[i].code);
	while (Q_NEXT(rows, contract_money, &row)) {
		struct line *line;

		add(line_of(r, statuses,
			    choice_label(contract_statuses, CONTRACT_STATUSES, row.status)),
			row.n, row.pence);
		if (strcmp(row.status, "ended") == 0)
			continue;
		line = line_of(r, aims, row.aim ? row.aim : "No aim");
		line->link = text_format(r->ctx, "/contracts?status=current&aim=%s",
			row.aim_ref ? row.aim_ref : "none");
		add(line, row.n, row.pence);
		current += row.pence;
	}
	return current;
}

static struct lines read_years(struct req *r, int year)
{
	struct db_rows *rows = Q_ROWS(
		r->db, contract_years, .since = year - YEARS_BACK, .until = year + YEARS_AHEAD);
	struct q_contract_years row;
	struct lines out = { 0 };

	while (Q_NEXT(rows, contract_years, &row))
		add(line_of(r, &out, contract_year_text(r->ctx, row.year)), row.n, row.pence);
	return out;
}

/* GET /contracts/totals */
int contracts_totals(struct req *r)
{
	struct contract_days days = contract_days(r->ctx, r->now);
	int year = contract_year(days.today);
	struct lines aims = { 0 }, statuses = { 0 }, years;
	const char *this_year = contract_year_text(r->ctx, year);

	tpl_set(r->page, M_VALUE, money_text(r->ctx, read_money(r, &aims, &statuses)));
	tpl_set(r->page, M_YEAR, this_year);
	years = read_years(r, year);
	show_section(r, "aims", "By strategic aim",
		text_format(r->ctx, "Value in %s of contracts and grants that have not ended.",
			this_year),
		"Aim", &aims, true);
	show_section(r, "statuses", "By status",
		text_format(r->ctx, "Value in %s of every contract and grant.", this_year),
		"Status", &statuses, true);
	show_section(r, "years", "By financial year",
		"Value agreed for each year, April to March, of every contract and grant.", "Year",
		&years, false);
	return page_show(r, 200, T_contracts_totals, "Money by aim and status");
}

static const char *const heads[] = { "Strategic aim", "Status", "Contracts", "Value this year" };

static bool write_csv(struct req *r, struct sink *sink)
{
	struct csv_file *file = csv_file_begin(r, sink, heads, COUNT(heads));
	struct db_rows *rows = Q_STREAM(r->db, contract_money);
	struct q_contract_money row;

	while (CSV_NEXT(file, rows, contract_money, &row)) {
		csv_words(&file->csv, row.aim ? row.aim : "No aim");
		csv_words(
			&file->csv, choice_label(contract_statuses, CONTRACT_STATUSES, row.status));
		csv_number(&file->csv, row.n);
		csv_words(&file->csv, decimal_plain(file->row, row.pence));
	}
	return csv_file_end(file);
}

/* GET /contracts/totals.csv */
int contracts_totals_csv(struct req *r)
{
	audit(r, AUDIT_EXPORT, "contract", "", audit_fact(NULL, "file", "contract-totals.csv"));
	return respond_stream(r, CSV_TYPE, "contract-totals.csv", write_csv, NULL);
}
