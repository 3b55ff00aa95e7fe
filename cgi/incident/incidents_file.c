/* incidents_file.c: the queue of incidents as a file, for whoever counts with a spreadsheet. */
#include <string.h>
#include "audit.h"
#include "csv_file.h"
#include "incident_list.h"
#include "pages.h"
#include "xlsx_file.h"

/* A day as a spreadsheet sorts it; NULL for none. */
static const char *day(TALLOC_CTX *ctx, int64_t at)
{
	char out[11];

	if (!at)
		return NULL;
	check_today(at, out);
	return text_copy(ctx, out);
}

static const char *level(const struct choice *list, size_t n, int64_t code)
{
	char text[2] = { (char)('0' + (code > 9 ? 0 : code)), '\0' };
	size_t i = choice_index(list, n, text);

	return i < n ? list[i].label : NULL;
}

/* The columns, in the order of `heads`: days are told from words by the workbook. */
enum { N_CELLS = 19, FIRST_DAY = 10, LAST_DAY = 15 };

static const char *const heads[N_CELLS] = { "Reference", "Title", "Practice code", "Practice",
	"About", "About: code", "Kind", "Physical harm", "Psychological harm", "State", "Since",
	"Happened", "Sent", "Look by", "Looked at", "Closed", "Looked after by", "Grade",
	"Grade after action" };

static void cells_of(
	TALLOC_CTX *ctx, const struct q_incidents_list *row, const char *cells[N_CELLS])
{
	const char *const made[N_CELLS] = { row->ref, row->title, row->practice_code, row->practice,
		incident_list_about(row), row->about_code, incident_list_kind(row->kind),
		level(lfpse_level_of_physical_harm, N_LFPSE_LEVEL_OF_PHYSICAL_HARM, row->physical),
		level(lfpse_level_of_psychological_harm, N_LFPSE_LEVEL_OF_PSYCHOLOGICAL_HARM,
			row->psychological),
		choice_label(incident_states, INCIDENT_STATES, row->state), day(ctx, row->state_at),
		row->happened_on, day(ctx, row->submitted_at),
		day(ctx, row->due_at ? row->due_at - 1 : 0), day(ctx, row->looked_at),
		day(ctx, row->closed_at), row->manager,
		grade_label(row->likelihood, row->consequence),
		grade_label(row->likelihood_after, row->consequence_after) };

	memcpy(cells, made, sizeof made);
}

static bool write_csv(struct req *r, struct sink *sink)
{
	struct csv_file *file = csv_file_begin(r, sink, heads, N_CELLS);
	struct q_incidents_list_in in;
	struct list *list = incident_list_open(r, &in);
	struct db_rows *rows = list_stream(list, &in);
	struct q_incidents_list row;
	const char *cells[N_CELLS];

	while (CSV_NEXT(file, rows, incidents_list, &row)) {
		cells_of(file->row, &row, cells);
		for (size_t i = 0; i < N_CELLS; i++)
			csv_words(&file->csv, cells[i]);
	}
	return csv_file_end(file);
}

static bool write_xlsx(struct req *r, struct sink *sink)
{
	struct xlsx_file *file = xlsx_file_begin(r, sink, "Incidents", heads, N_CELLS);
	struct q_incidents_list_in in;
	struct list *list = incident_list_open(r, &in);
	struct q_incidents_list row;
	struct db_rows *rows;
	const char *cells[N_CELLS];

	if (!file)
		return false;
	rows = list_stream(list, &in);
	while (Q_NEXT(rows, incidents_list, &row)) {
		cells_of(xlsx_row(file), &row, cells);
		for (size_t i = 0; i < N_CELLS; i++)
			if (i >= FIRST_DAY && i <= LAST_DAY)
				xlsx_day(file, cells[i]);
			else
				xlsx_words(file, cells[i]);
		xlsx_file_row(file);
	}
	return xlsx_file_end(file);
}

/* GET /incidents.csv */
int incidents_csv(struct req *r)
{
	audit(r, AUDIT_EXPORT, "incident", "", audit_fact(NULL, "file", "incidents.csv"));
	return respond_stream(r, CSV_TYPE, "incidents.csv", write_csv, NULL);
}

/* GET /incidents.xlsx */
int incidents_xlsx(struct req *r)
{
	audit(r, AUDIT_EXPORT, "incident", "", audit_fact(NULL, "file", "incidents.xlsx"));
	return respond_stream(r, XLSX_TYPE, "incidents.xlsx", write_xlsx, NULL);
}
