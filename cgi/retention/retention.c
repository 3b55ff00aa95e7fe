/* retention.c: records whose years are over: their list, and what is proposed to be destroyed. */
#include "retention.h"

#include <string.h>
#include "access.h"
#include "audit.h"
#include "csv_file.h"
#include "incident.h"
#include "list.h"
#include "pages.h"

/* Records of one proposal. */
enum { PROPOSED_MOST = 100 };

/* ---- The list -------------------------------------------------------------------------------- */

static const struct choice kinds[] = {
	{ "incident", "Incident reports", NULL, false },
	{ "contract", "Contracts and grants", NULL, false },
	{ "submission", "Plans and bids", NULL, false },
	{ "interest", "Interests", NULL, false },
	{ "breach", "Breaches of the rules on interests", NULL, false },
};
_Static_assert(COUNT(kinds) == RETENTION_KINDS, "a filter for each kind");
static const struct choice serious[] = {
	{ "yes", "Serious", NULL, false },
	{ "no", "Not serious", NULL, false },
};
static const struct field filters[] = {
	{ .type = FIELD_SELECT,
		.name = "kind",
		.label = "Kind",
		.choices = kinds,
		.n_choices = COUNT(kinds) },
	{ .type = FIELD_SELECT,
		.name = "serious",
		.label = "Seriousness",
		.choices = serious,
		.n_choices = COUNT(serious) },
};
static const struct list_column columns[] = {
	{ .label = "Record" },
	{ .label = "Kind" },
	{ .label = "From", .sort = "begun" },
	{ .label = "Ended" },
	{ .label = "Due since", .sort = "due" },
	{ .label = "Where it stands" },
};
static const struct list_def def = { .one = "record",
	.many = "records",
	.filters = filters,
	.n_filters = COUNT(filters),
	.columns = columns,
	.n_columns = COUNT(columns),
	.csv = "/retention.csv" };

static struct q_retention_list_in chosen(const struct list *list)
{
	const char *which = list_filter(list, "serious");

	return (struct q_retention_list_in){ .kind = list_filter(list, "kind"),
		.serious = which && strcmp(which, "yes") == 0 ? which : NULL,
		.ordinary = which && strcmp(which, "no") == 0 ? which : NULL };
}

static const char *kind_of(const char *code)
{
	const struct retention_kind *kind = retention_kind(code);

	return kind ? kind->one : code;
}

static const char *standing(TALLOC_CTX *ctx, const struct q_retention_list *row, int64_t now)
{
	char today[11];

	check_today(now, today);
	if (row->hold_id && !row->held_until)
		return "Held, without end";
	if (row->hold_id && strcmp(row->held_until, today) >= 0)
		return text_format(ctx, "Held until %s", date_text(ctx, row->held_until));
	return row->proposed ? "Proposed for destruction" : "Due";
}

static void show_destructions(struct req *r)
{
	static const struct choice states[] = {
		{ "proposed", "Waits for a second person", NULL, false },
		{ "confirmed", "Confirmed; done within minutes", NULL, false },
		{ "refused", "Refused", NULL, false },
		{ "done", "Done", NULL, false },
	};
	struct db_rows *rows = Q_ROWS(r->db, destructions);
	struct q_destructions row;
	struct tpl *table = NULL, *t;

	while (Q_NEXT(rows, destructions, &row)) {
		if (!table)
			table = tpl_add(r->page, M_DESTRUCTIONS);
		t = tpl_add(table, M_DESTRUCTION);
		tpl_set(t, M_REF, text_copy(r->ctx, row.ref));
		tpl_set(t, M_STATE,
			choice_label(states, COUNT(states), text_copy(r->ctx, row.state)));
		tpl_set(t, M_KIND, kind_of(row.kind));
		tpl_int(t, M_N, strcmp(row.state, "done") == 0 ? row.destroyed : row.n);
		tpl_set(t, M_PROPOSER, text_copy(r->ctx, row.proposed_by));
		tpl_set(t, M_AT, day_text(r->ctx, row.proposed_at));
	}
}

static void show_rules(struct req *r)
{
	for (size_t i = 0; i < RETENTION_KINDS; i++)
		tpl_set(tpl_add(r->page, M_RULE_ROW), M_RULE,
			retention_rule(r->ctx, r->settings, &retention_kinds[i]));
}

/* GET /retention */
int retention_list(struct req *r)
{
	struct list *list = LIST_OPEN(r, retention_list, &def);
	struct q_retention_list_in in = chosen(list);
	struct q_retention_list row;
	bool runs = access_runs(r->person);

	list_read(list, &in);
	while (LIST_NEXT(list, retention_list, &row)) {
		struct tpl *line = list_line(list, M_RECORD_ROW);

		tpl_set(line, M_REF, row.ref);
		tpl_set(line, M_KIND, kind_of(row.kind));
		tpl_show_if(line, M_SERIOUS, row.serious);
		tpl_set(line, M_BEGUN_ON, date_text(r->ctx, row.begun_on));
		tpl_set(line, M_ENDED_ON, row.ended_on ? date_text(r->ctx, row.ended_on) : "–");
		tpl_set(line, M_DUE_DAY, date_text(r->ctx, row.due_on));
		tpl_set(line, M_STANDING, standing(r->ctx, &row, r->now));
		if (runs)
			tpl_set(tpl_add(line, M_MAY_CHANGE), M_REF, row.ref);
	}
	list_show(list);
	show_rules(r);
	tpl_show_if(r->page, M_RUNS, runs);
	show_destructions(r);
	return page_show(r, 200, T_retention_list, "Retention");
}

static bool write_csv(struct req *r, struct sink *sink)
{
	static const char *const heads[] = { "Record", "Kind", "From", "Ended", "Serious",
		"Due since", "Where it stands" };
	struct csv_file *file = csv_file_begin(r, sink, heads, COUNT(heads));
	struct list *list = LIST_OPEN(r, retention_list, &def);
	struct q_retention_list_in in = chosen(list);
	struct db_rows *rows = list_stream(list, &in);
	struct q_retention_list row;

	while (CSV_NEXT(file, rows, retention_list, &row)) {
		csv_words(&file->csv, row.ref);
		csv_words(&file->csv, kind_of(row.kind));
		csv_words(&file->csv, row.begun_on);
		csv_words(&file->csv, row.ended_on);
		csv_words(&file->csv, row.serious ? "yes" : "no");
		csv_words(&file->csv, row.due_on);
		csv_words(&file->csv, standing(file->row, &row, r->now));
	}
	return csv_file_end(file);
}

/* GET /retention.csv */
int retention_csv(struct req *r)
{
	audit(r, AUDIT_EXPORT, "retention", "", audit_fact(NULL, "file", "retention.csv"));
	return respond_stream(r, CSV_TYPE, "retention.csv", write_csv, NULL);
}

/* ---- A proposal ------------------------------------------------------------------------------ */

struct free_one {
	const char *ref, *kind;
};

/* Those that are due, which nobody holds or has proposed: the oldest, PROPOSED_MOST at most. Both
 * arrays are filled. */
static size_t free_ones(struct req *r, struct free_one *all, struct choice *choices)
{
	struct db_rows *rows = Q_ROWS(r->db, retention_free, .now = r->now, .most = PROPOSED_MOST);
	struct q_retention_free row;
	size_t n = 0;

	while (Q_NEXT(rows, retention_free, &row)) {
		const struct retention_kind *kind = retention_kind(row.kind);

		if (!kind)
			continue;
		all[n] = (struct free_one){ text_copy(r->ctx, row.ref), kind->code };
		choices[n] = (struct choice){ .code = all[n].ref,
			.label = text_format(r->ctx, "%s %s%s, from %s%s", kind->one, row.ref,
				row.serious ? " (serious)" : "", date_text(r->ctx, row.begun_on),
				row.ended_on ? text_format(r->ctx, ", ended %s",
						       date_text(r->ctx, row.ended_on))
					     : "") };
		n++;
	}
	return n;
}

int64_t retention_due(struct req *r)
{
	return (int64_t)free_ones(r, NEW_ARRAY(r->ctx, struct free_one, PROPOSED_MOST),
		NEW_ARRAY(r->ctx, struct choice, PROPOSED_MOST));
}

int64_t retention_waiting(struct req *r)
{
	struct q_destructions_waiting row = { 0 };

	Q_ONE(r->db, destructions_waiting, &row, .person_id = r->person->person_id);
	return row.n;
}

struct proposal {
	struct form *f;
	struct free_one *all;
	size_t n;
};

static struct proposal proposal(struct req *r)
{
	struct choice *choices = NEW_ARRAY(r->ctx, struct choice, PROPOSED_MOST);
	struct field *field = NEW(r->ctx, struct field);
	struct proposal p = { .all = NEW_ARRAY(r->ctx, struct free_one, PROPOSED_MOST) };

	p.n = free_ones(r, p.all, choices);
	*field = (struct field){ .type = FIELD_CHECKBOXES,
		.name = "records",
		.label = "Which records are to be destroyed?",
		.required = true,
		.missing = "Choose at least one record",
		.choices = choices,
		.n_choices = p.n };
	p.f = form_new(r->ctx, field, p.n ? 1 : 0);
	return p;
}

static int show_proposal(struct req *r, const struct form *f, int status)
{
	tpl_set(r->page, M_CSRF, r->csrf);
	show_rules(r);
	tpl_show_if(r->page, M_NONE, f->n == 0);
	tpl_show_if(r->page, M_ANY, f->n > 0);
	form_show(f, 0, f->n, r->page, false);
	return page_show(r, status, T_retention_propose, "Propose a destruction");
}

/* GET /retention/propose */
int retention_propose(struct req *r)
{
	return show_proposal(r, proposal(r).f, 200);
}

static bool is_chosen(const struct proposal *p, size_t i)
{
	const struct field_value *v = &p->f->values[0];

	for (size_t k = 0; k < v->n_parts; k++)
		if (strcmp(v->parts[k], p->all[i].ref) == 0)
			return true;
	return false;
}

/* A destruction is of one kind, so that its certificate has one rule. Its reference; NULL: nothing
 * of this kind was chosen. */
static const char *propose_kind(
	struct req *r, const struct proposal *p, const struct retention_kind *kind)
{
	struct retention_years years = retention_years(r->settings, kind);
	char *ref = NULL;
	int64_t id = 0, n, all = 0;

	for (size_t i = 0; i < p->n; i++) {
		if (strcmp(p->all[i].kind, kind->code) != 0 || !is_chosen(p, i))
			continue;
		if (!ref) {
			ref_make(ref = talloc_zero_size(r->ctx, REF_LENGTH + 1));
			Q_RUN(r->db, destruction_add, .ref = ref, .kind = kind->code,
				.person_id = r->person->person_id, .now = r->now);
			id = db_last_id(r->db);
		}
		Q_RUN_COUNT(r->db, destruction_item_add, &n, .destruction_id = id,
			.ref = p->all[i].ref, .kind = kind->code, .now = r->now,
			.years = years.ordinary, .serious_years = years.serious);
		all += n;
	}
	if (ref)
		audit(r, AUDIT_ADD, "retention", ref,
			audit_fact(NULL, "records", text_format(r->ctx, "%lld", (long long)all)));
	return ref;
}

/* POST /retention/propose: what is not due, or held, is no choice of this form. */
int retention_propose_save(struct req *r)
{
	struct proposal p = proposal(r);
	const char *ref, *last = NULL;
	int n = 0;

	if (p.f->n)
		form_take(p.f, 0, p.f->n, &r->body);
	if (p.f->n == 0 || p.f->restored || form_check(p.f, 0, p.f->n))
		return show_proposal(r, p.f, 422);
	for (size_t i = 0; i < RETENTION_KINDS; i++)
		if ((ref = propose_kind(r, &p, &retention_kinds[i]))) {
			last = ref;
			n++;
		}
	flash(r, n == 1 ? "The destruction is proposed. Another administrator confirms or refuses "
			  "it."
			: "The destructions are proposed, one of each kind of records. Another "
			  "administrator confirms or refuses them.");
	return n == 1 ? redirect(r, "/retention/certificates/%s", last) : redirect(r, "/retention");
}
