/* organisations.c: the list of organisations, and the same as a file. Staff of the commissioner. */
#include <stdlib.h>
#include "access.h"
#include "audit.h"
#include "choices.h"
#include "csv_file.h"
#include "list.h"
#include "organisation.h"
#include "pages.h"

static const struct choice states[] = {
	{ .code = "open", .label = "Open" },
	{ .code = "closed", .label = "Closed" },
	{ .code = "all", .label = "All" },
};

enum { KIND, LOCALITY, PEER_GROUP, STATE, N_FILTERS };

static const struct list_column columns[] = {
	{ .label = "Name", .sort = "name" },
	{ .label = "Code", .sort = "code" },
	{ .label = "Kind" },
	{ .label = "Locality" },
	{ .label = "Peer group" },
	{ .label = "Opened", .sort = "opened" },
	{ .label = "Patients", .sort = "patients", .number = true },
};

static struct list *open_list(struct req *r)
{
	struct list_def *def = NEW(r->ctx, struct list_def);
	struct field *filters = NEW_ARRAY(r->ctx, struct field, N_FILTERS);
	const struct choice *groups;
	size_t n;

	filters[KIND] = field_select("kind", "Kind", organisation_kinds, n_organisation_kinds);
	groups = group_choices(r->db, r->ctx, GROUP_LOCALITY, &n);
	filters[LOCALITY] = field_select("locality", "Locality", groups, n);
	groups = group_choices(r->db, r->ctx, GROUP_PEER, &n);
	filters[PEER_GROUP] = field_select("peer_group", "Peer group", groups, n);
	filters[STATE] = field_select("state", "State", states, COUNT(states));
	filters[STATE].required = true;
	*def = (struct list_def){ .one = "organisation",
		.many = "organisations",
		.search = "Name, code or postcode",
		.filters = filters,
		.n_filters = N_FILTERS,
		.columns = columns,
		.n_columns = COUNT(columns),
		.csv = "/organisations.csv" };
	return LIST_OPEN(r, organisations_list, def);
}

static struct q_organisations_list_in chosen(const struct list *list)
{
	const char *locality = list_filter(list, "locality");
	const char *peer_group = list_filter(list, "peer_group");
	char state = list_filter(list, "state")[0];

	return (struct q_organisations_list_in){ .kind = list_filter(list, "kind"),
		.locality_id = locality ? strtoll(locality, NULL, 10) : 0,
		.peer_group_id = peer_group ? strtoll(peer_group, NULL, 10) : 0,
		.open = state == 'o',
		.closed = state == 'c' };
}

/* GET /organisations */
int organisations_list(struct req *r)
{
	struct list *list = open_list(r);
	struct q_organisations_list_in in = chosen(list);
	struct q_organisations_list row;

	list_read(list, &in);
	while (LIST_NEXT(list, organisations_list, &row)) {
		struct tpl *line = list_line(list, M_ORGANISATION_ROW);

		tpl_set(line, M_CODE, row.code);
		tpl_set(line, M_NAME, row.name);
		tpl_set(line, M_KIND, organisation_kind_label(row.kind));
		tpl_set(line, M_LOCALITY, row.locality);
		tpl_set(line, M_PEER_GROUP, row.peer_group);
		tpl_set(line, M_OPENED, row.opened_on ? date_text(r->ctx, row.opened_on) : "");
		tpl_set(line, M_PATIENTS,
			row.patients >= 0 ? count_text(r->ctx, row.patients) : "");
		tpl_show_if(line, M_CLOSED, row.closed_on != NULL);
	}
	list_show(list);
	tpl_show_if(r->page, M_MAY_CHANGE, access_runs(r->person));
	return page_show(r, 200, T_organisations_list, "Organisations");
}

static void write_cells(struct csv *csv, const struct q_organisations_list *row)
{
	const char *const cells[] = { row->code, row->name, organisation_kind_label(row->kind),
		row->locality, row->peer_group, row->commissioner_code, row->address, row->postcode,
		row->telephone, row->email, row->opened_on, row->closed_on };

	for (size_t i = 0; i < COUNT(cells); i++)
		csv_words(csv, cells[i]);
	if (row->patients >= 0)
		csv_number(csv, row->patients);
	else
		csv_empty(csv);
}

static bool write_csv(struct req *r, struct sink *sink)
{
	static const char *const heads[] = { "Code", "Name", "Kind", "Locality", "Peer group",
		"Commissioner", "Address", "Postcode", "Telephone", "E-mail", "Opened", "Closed",
		"Patients" };
	struct csv_file *file = csv_file_begin(r, sink, heads, COUNT(heads));
	struct list *list = open_list(r);
	struct q_organisations_list_in in = chosen(list);
	struct db_rows *rows = list_stream(list, &in);
	struct q_organisations_list row;

	while (CSV_NEXT(file, rows, organisations_list, &row))
		write_cells(&file->csv, &row);
	return csv_file_end(file);
}

/* GET /organisations.csv */
int organisations_csv(struct req *r)
{
	audit(r, AUDIT_EXPORT, "organisation", "", audit_fact(NULL, "file", "organisations.csv"));
	return respond_stream(r, CSV_TYPE, "organisations.csv", write_csv, NULL);
}
