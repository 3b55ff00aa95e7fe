/* returns.c: monitoring returns for the organisation that sends them: their list, and each as it
 * stands. */
#include <string.h>
#include "audit.h"
#include "csv_file.h"
#include "list.h"
#include "monitoring.h"
#include "pages.h"
#include "setting.h"

/* ---- The list -------------------------------------------------------------------------------- */

static const struct field filters[] = {
	{ .type = FIELD_SELECT,
		.name = "state",
		.label = "State",
		.choices = monitoring_states,
		.n_choices = RETURN_STATES },
};

static const struct list_column columns[] = {
	{ .label = "Period" },
	{ .label = "Service" },
	{ .label = "Due", .sort = "due" },
	{ .label = "State" },
};

static const struct list_def def = { .one = "return",
	.many = "returns",
	.filters = filters,
	.n_filters = COUNT(filters),
	.columns = columns,
	.n_columns = COUNT(columns),
	.csv = "/returns.csv" };

static struct q_monitoring_list_in chosen(const struct req *r, const struct list *list)
{
	return (struct q_monitoring_list_in){ .own = r->person->organisation_id,
		.state = list_filter(list, "state") };
}

/* GET /returns */
int returns_list(struct req *r)
{
	struct list *list = LIST_OPEN(r, monitoring_list, &def);
	struct q_monitoring_list_in in = chosen(r, list);
	struct q_monitoring_list row;

	list_read(list, &in);
	while (LIST_NEXT(list, monitoring_list, &row)) {
		struct tpl *line = list_line(list, M_RETURN_ROW);

		tpl_set(line, M_REF, row.ref);
		tpl_set(line, M_PERIOD, monitoring_period(r->ctx, row.starts_on, row.ends_on));
		tpl_set(line, M_SERVICE, row.service);
		tpl_optional(line, M_HAS_FOR, M_FOR,
			row.organisation_id != r->person->organisation_id ? row.organisation
									  : NULL);
		tpl_set(line, M_DUE_ON, date_text(r->ctx, row.due_on));
		monitoring_state_show(r, line, row.state, row.due_on, row.sent_at);
		tpl_show_if(line, M_DRAFTED, row.begun);
	}
	list_show(list);
	return page_show(r, 200, T_returns_list, "Monitoring returns");
}

static bool write_csv(struct req *r, struct sink *sink)
{
	static const char *const heads[] = { "Reference", "Contract", "Service", "Organisation",
		"From", "To", "Due", "State", "Sent", "Days late", "Version", "Result" };
	struct csv_file *file = csv_file_begin(r, sink, heads, COUNT(heads));
	struct list *list = LIST_OPEN(r, monitoring_list, &def);
	struct q_monitoring_list_in in = chosen(r, list);
	struct db_rows *rows = list_stream(list, &in);
	struct q_monitoring_list row;

	while (CSV_NEXT(file, rows, monitoring_list, &row)) {
		csv_words(&file->csv, row.ref);
		csv_words(&file->csv, row.reference);
		csv_words(&file->csv, row.service);
		csv_words(&file->csv, row.organisation);
		csv_words(&file->csv, row.starts_on);
		csv_words(&file->csv, row.ends_on);
		csv_words(&file->csv, row.due_on);
		csv_words(&file->csv, choice_label(monitoring_states, RETURN_STATES, row.state));
		csv_words(&file->csv, row.sent_at ? day_text(file->row, row.sent_at) : "");
		csv_number(&file->csv, monitoring_days_late(row.due_on, row.sent_at));
		csv_number(&file->csv, row.version);
		csv_words(&file->csv, contract_rags[contract_rag_of(row.rag)].label);
	}
	return csv_file_end(file);
}

/* GET /returns.csv */
int returns_csv(struct req *r)
{
	audit(r, AUDIT_EXPORT, "return", "", audit_fact(NULL, "file", "returns.csv"));
	return respond_stream(r, CSV_TYPE, "returns.csv", write_csv, NULL);
}

/* ---- One return ------------------------------------------------------------------------------ */

static void show_open(struct req *r, const struct q_monitoring_by_ref *m, bool sent)
{
	enum monitoring_state state = monitoring_state_of(m->state);
	struct q_monitoring_draft draft;
	struct tpl *t;

	if (state == RETURN_EXCUSED)
		return;
	t = tpl_add(r->page, M_OPEN);
	tpl_set(t, M_REF, m->ref);
	if (Q_ONE(r->db, monitoring_draft, &draft, .return_id = m->return_id)) {
		struct tpl *drafted = tpl_add(t, M_DRAFTED);

		tpl_set(drafted, M_DRAFT_BY, draft.draft_by ? draft.draft_by : "A colleague");
		tpl_set(drafted, M_DRAFT_AT, time_text(r->ctx, draft.draft_at));
		tpl_show(t, M_GO_ON);
	} else if (state == RETURN_BACK) {
		tpl_show(t, M_REPLY);
	} else {
		tpl_show(t, sent ? M_CORRECT : M_BEGIN);
	}
}

/* GET /returns/:ref */
int return_view(struct req *r)
{
	struct q_monitoring_by_ref m;
	int refused = monitoring_own(r, &m);
	enum monitoring_state state;
	bool sent;

	if (refused)
		return refused;
	state = monitoring_state_of(m.state);
	monitoring_heading(r, &m);
	sent = monitoring_versions_show(r, &m, text_format(r->ctx, "/returns/%s", m.ref), r->page);
	tpl_show_if(r->page, M_NOTHING, !sent && state != RETURN_EXCUSED);
	tpl_optional(r->page, M_ASKED, M_QUESTION, state == RETURN_BACK ? m.question : NULL);
	tpl_optional(r->page, M_EXCUSED, M_WHY, state == RETURN_EXCUSED ? m.question : NULL);
	tpl_optional(r->page, M_HAS_FOR, M_FOR,
		m.organisation_id != r->person->organisation_id ? m.organisation : NULL);
	tpl_set(r->page, M_COMMISSIONER, setting_text(r->settings, SETTING_NAME));
	show_open(r, &m, sent);
	audit(r, AUDIT_LOOK, "return", m.ref, NULL);
	return page_show(r, 200, T_return_view,
		text_format(r->ctx, "Return for %s",
			monitoring_period(r->ctx, m.starts_on, m.ends_on)));
}
