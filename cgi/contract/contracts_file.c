/* contracts_file.c: the register as a file, for whoever counts with a spreadsheet. */
#include <string.h>
#include "audit.h"
#include "chart.h"
#include "contract_list.h"
#include "csv_file.h"
#include "pages.h"
#include "xlsx_file.h"

/* The columns, in their order: what a register has (facts.md), then what a reviewer looks at. A
 * workbook tells days and numbers from words. */
enum cell_kind { WORDS, DAY, NUMBER, MONEY };

enum { N_CELLS = 34 };

static const char *const heads[N_CELLS] = { "Reference", "Organisation code", "Organisation",
	"Kind", "Service", "Who is served", "Where", "Route", "Start", "End as signed",
	"Current end", "Extensions", "Years", "Value this year", "Annual values", "Lead",
	"Next review", "Status", "Strategic aim", "Specification agreed on", "Monitoring",
	"Return every n months", "KPIs", "Red KPIs", "Returns missing", "Review every n months",
	"Notice in months", "Last outcome", "Decided on", "Published", "No specification",
	"No monitoring", "Review overdue", "Ends within 6 months" };

struct cell {
	enum cell_kind kind;
	const char *text; /* of words and days; NULL: empty */
	int64_t number;   /* of the others */
};

static const struct choice outcomes[] = {
	{ "continue", "Continue", NULL, false },
	{ "conditions", "Continue with conditions", NULL, false },
	{ "vary", "Vary", NULL, false },
	{ "extend", "Extend", NULL, false },
	{ "taper", "Taper", NULL, false },
	{ "cease", "Cease", NULL, false },
};

static struct cell words(const char *text)
{
	return (struct cell){ WORDS, text, 0 };
}

static struct cell day(const char *iso)
{
	return (struct cell){ DAY, iso, 0 };
}

static struct cell number(int64_t n)
{
	return (struct cell){ NUMBER, NULL, n };
}

static struct cell flag(
	const struct q_contracts_list *row, const struct contract_days *days, enum contract_flag f)
{
	return words(contract_is_flagged(row, days, f) ? "Yes" : "No");
}

/* Contracts whose reviews this person has nothing to do with: what came of them is not for them. */
struct conflicted {
	int64_t *ids;
	size_t n;
};

static struct conflicted conflicted_of(struct req *r)
{
	struct db_rows *rows =
		Q_ROWS(r->db, contracts_conflicted, .person_id = r->person->person_id);
	struct q_contracts_conflicted row;
	struct conflicted out = { 0 };

	out.ids = NEW_ARRAY(r->ctx, int64_t, db_rows_count(rows) + 1);
	while (Q_NEXT(rows, contracts_conflicted, &row))
		out.ids[out.n++] = row.contract_id;
	return out;
}

static void hide(const struct conflicted *of, struct q_contracts_list *row)
{
	for (size_t i = 0; i < of->n; i++)
		if (of->ids[i] == row->contract_id)
			row->outcome = row->decided_on = NULL;
}

/* From the first day to the last, in years of 12 months: "3", "2.5". */
static const char *years(TALLOC_CTX *ctx, const struct q_contracts_list *row)
{
	const char *from = row->starts_on, *to = row->ends_on;
	int64_t months = month_number(to) - month_number(from);

	/* The last day counts: April to the end of March is a year. */
	if (strcmp(date_months_after(ctx, from, (int)months), to) <= 0)
		months++;
	return decimal_plain(ctx, (months * 100 + 6) / 12);
}

static void cells_of(TALLOC_CTX *ctx, const struct q_contracts_list *row,
	const struct contract_days *days, struct cell cells[N_CELLS])
{
	const struct cell made[N_CELLS] = { words(row->reference), words(row->organisation_code),
		words(row->organisation),
		words(choice_label(contract_kinds, CONTRACT_KINDS, row->kind)), words(row->service),
		words(row->served), words(row->area),
		words(choice_label(contract_routes, CONTRACT_ROUTES, row->route)),
		day(row->starts_on), day(row->first_ends_on), day(row->ends_on),
		words(row->extensions), words(years(ctx, row)),
		{ MONEY, decimal_plain(ctx, row->value_now), row->value_now }, words(row->annual),
		words(row->lead), day(row->next_review_on),
		words(choice_label(contract_statuses, CONTRACT_STATUSES, row->status)),
		words(row->aim), day(row->specified_on), words(row->monitoring),
		number(row->return_months), number(row->kpis), number(row->red_kpis),
		number(row->returns_missing), number(row->review_months),
		number(row->notice_months),
		words(row->outcome ? choice_label(outcomes, COUNT(outcomes), row->outcome) : NULL),
		day(row->decided_on), words(row->public ? "Yes" : "No"),
		flag(row, days, FLAG_NO_SPECIFICATION), flag(row, days, FLAG_NO_MONITORING),
		flag(row, days, FLAG_REVIEW_OVERDUE), flag(row, days, FLAG_ENDS_SOON) };

	memcpy(cells, made, sizeof made);
}

static bool write_csv(struct req *r, struct sink *sink)
{
	struct contract_days days = contract_days(r->ctx, r->now);
	struct csv_file *file = csv_file_begin(r, sink, heads, N_CELLS);
	struct conflicted conflicts = conflicted_of(r);
	struct q_contracts_list_in in;
	struct list *list = contract_list_open(r, &in);
	struct db_rows *rows = list_stream(list, &in);
	struct q_contracts_list row;
	struct cell cells[N_CELLS];

	while (CSV_NEXT(file, rows, contracts_list, &row)) {
		hide(&conflicts, &row);
		cells_of(file->row, &row, &days, cells);
		for (size_t i = 0; i < N_CELLS; i++)
			if (cells[i].kind == NUMBER)
				csv_number(&file->csv, cells[i].number);
			else
				csv_words(&file->csv, cells[i].text);
	}
	return csv_file_end(file);
}

static void write_cell(struct xlsx_file *file, const struct cell *cell)
{
	switch (cell->kind) {
	case WORDS:
		xlsx_words(file, cell->text);
		break;
	case DAY:
		xlsx_day(file, cell->text);
		break;
	case NUMBER:
		xlsx_number(file, cell->number);
		break;
	case MONEY:
		xlsx_money(file, cell->number);
		break;
	}
}

static bool write_xlsx(struct req *r, struct sink *sink)
{
	struct contract_days days = contract_days(r->ctx, r->now);
	struct xlsx_file *file = xlsx_file_begin(r, sink, "Contracts", heads, N_CELLS);
	struct conflicted conflicts = conflicted_of(r);
	struct q_contracts_list_in in;
	struct list *list = contract_list_open(r, &in);
	struct q_contracts_list row;
	struct db_rows *rows;
	struct cell cells[N_CELLS];

	if (!file)
		return false;
	rows = list_stream(list, &in);
	while (Q_NEXT(rows, contracts_list, &row)) {
		hide(&conflicts, &row);
		cells_of(xlsx_row(file), &row, &days, cells);
		for (size_t i = 0; i < N_CELLS; i++)
			write_cell(file, &cells[i]);
		xlsx_file_row(file);
	}
	return xlsx_file_end(file);
}

/* GET /contracts.csv */
int contracts_csv(struct req *r)
{
	audit(r, AUDIT_EXPORT, "contract", "", audit_fact(NULL, "file", "contracts.csv"));
	return respond_stream(r, CSV_TYPE, "contracts.csv", write_csv, NULL);
}

/* GET /contracts.xlsx */
int contracts_xlsx(struct req *r)
{
	audit(r, AUDIT_EXPORT, "contract", "", audit_fact(NULL, "file", "contracts.xlsx"));
	return respond_stream(r, XLSX_TYPE, "contracts.xlsx", write_xlsx, NULL);
}
