/* proposal_responses_file.c: the list of responses to a proposal as a file: a row each. */
#include <string.h>
#include "audit.h"
#include "csv_file.h"
#include "pages.h"
#include "proposal_responses.h"
#include "xlsx_file.h"

/* The columns, in the order of `heads`. */
enum { N_WORDS = 12, DAY = 1, N_CELLS = 15 };

static const char *const heads[N_CELLS] = { "Reference", "Received", "How it came", "Meeting",
	"Group", "As", "Organisation", "Name", "Answer", "May be published", "Not counted",
	"Asks for", "Gains", "Concerns", "Comments" };

static void words_of(TALLOC_CTX *ctx, const struct q_proposal_by_ref *p,
	const struct q_proposal_responses_list *row, const char *cells[N_WORDS])
{
	const char *const made[N_WORDS] = { row->ref, row->received_on,
		choice_label(proposal_sources, RESPONSE_SOURCES, row->source), row->event,
		row->group_name, choice_label(proposal_capacities, CAPACITIES, row->capacity),
		row->organisation, row->name, proposal_stance_text(p, row->stance),
		choice_label(proposal_publications, PUBLICATIONS, row->publication),
		proposal_apart_text(ctx, row), row->asks };

	memcpy(cells, made, sizeof made);
}

static bool write_csv(struct req *r, struct sink *sink)
{
	const struct q_proposal_by_ref *p = r->stream_data;
	struct csv_file *file = csv_file_begin(r, sink, heads, N_CELLS);
	struct q_proposal_responses_list_in in;
	struct list *list = proposal_responses_open(r, p, &in);
	struct db_rows *rows = list_stream(list, &in);
	struct q_proposal_responses_list row;
	const char *cells[N_WORDS];

	while (CSV_NEXT(file, rows, proposal_responses_list, &row)) {
		words_of(file->row, p, &row, cells);
		for (size_t i = 0; i < N_WORDS; i++)
			csv_words(&file->csv, cells[i]);
		csv_number(&file->csv, row.gains);
		csv_number(&file->csv, row.concerns);
		csv_number(&file->csv, row.comments);
	}
	return csv_file_end(file);
}

static bool write_xlsx(struct req *r, struct sink *sink)
{
	const struct q_proposal_by_ref *p = r->stream_data;
	struct xlsx_file *file = xlsx_file_begin(r, sink, "Responses", heads, N_CELLS);
	struct q_proposal_responses_list_in in;
	struct list *list = proposal_responses_open(r, p, &in);
	struct q_proposal_responses_list row;
	const char *cells[N_WORDS];
	struct db_rows *rows;

	if (!file)
		return false;
	rows = list_stream(list, &in);
	while (Q_NEXT(rows, proposal_responses_list, &row)) {
		words_of(xlsx_row(file), p, &row, cells);
		for (size_t i = 0; i < N_WORDS; i++)
			if (i == DAY)
				xlsx_day(file, cells[i]);
			else
				xlsx_words(file, cells[i]);
		xlsx_number(file, row.gains);
		xlsx_number(file, row.concerns);
		xlsx_number(file, row.comments);
		xlsx_file_row(file);
	}
	return xlsx_file_end(file);
}

static int file(struct req *r, const char *type, const char *name,
	bool (*write)(struct req *, struct sink *))
{
	struct q_proposal_by_ref *p = NEW(r->ctx, struct q_proposal_by_ref);
	int refused = proposal_found(r, p);

	if (refused)
		return refused;
	audit(r, AUDIT_EXPORT, "proposal", p->ref, audit_fact(NULL, "file", name));
	return respond_stream(r, type, name, write, p);
}

/* GET /proposals/REF/responses.csv */
int proposal_responses_csv(struct req *r)
{
	return file(r, CSV_TYPE, "responses.csv", write_csv);
}

/* GET /proposals/REF/responses.xlsx */
int proposal_responses_xlsx(struct req *r)
{
	return file(r, XLSX_TYPE, "responses.xlsx", write_xlsx);
}
