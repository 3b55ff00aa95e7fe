/* people.c: lists of people: everybody with an account, and who is signed in now. */
#include <string.h>
#include "access.h"
#include "audit.h"
#include "csv_file.h"
#include "list.h"
#include "pages.h"
#include "person.h"
#include "setting.h"

/* GET /people/signed-in */
int people_signed_in(struct req *r)
{
	struct db_rows *rows = Q_ROWS(r->db, people_signed_in, .seen_after = session_seen_after(r),
		.created_after = session_created_after(r));
	struct q_people_signed_in row;
	int64_t n = 0;

	while (Q_NEXT(rows, people_signed_in, &row)) {
		struct tpl *t = tpl_add(r->page, M_SESSION);

		tpl_set(t, M_REF, text_copy(r->ctx, row.ref));
		tpl_set(t, M_PERSON_NAME, text_copy(r->ctx, row.name));
		tpl_set(t, M_BEGAN, time_text(r->ctx, row.created_at));
		tpl_set(t, M_SEEN, time_text(r->ctx, row.seen_at));
		tpl_set(t, M_ORGANISATION, text_copy(r->ctx, row.organisation));
		tpl_optional(t, M_HAS_ROLE, M_ROLE, row.role ? role_name(row.role) : NULL);
		n++;
	}
	tpl_setf(r->page, M_N, n == 1 ? "%s session is" : "%s sessions are", count_text(r->ctx, n));
	tpl_int(r->page, M_IDLE, setting_int(r->settings, SETTING_IDLE_MINUTES));
	tpl_int(r->page, M_HOURS, setting_int(r->settings, SETTING_SESSION_HOURS));
	return page_show(r, 200, T_people_signed_in, "Signed in now");
}

/* ---- Everybody ------------------------------------------------------------------------------- */

/* FEW: so many people of a role or an organisation are looked up by it, not along the order. */
enum { FEW = 1000 };

static const struct choice states[] = {
	{ .code = "active", .label = "Active" },
	{ .code = "invited", .label = "Invited" },
	{ .code = "disabled", .label = "Disabled" },
	{ .code = "all", .label = "All" },
};

static const struct list_column columns[] = {
	{ .label = "Name", .sort = "name" },
	{ .label = "Email address" },
	{ .label = "Organisations and roles" },
	{ .label = "State" },
	{ .label = "Last seen", .sort = "seen" },
};

static const struct field filters[] = {
	{ .type = FIELD_SELECT,
		.name = "state",
		.label = "State",
		.required = true,
		.choices = states,
		.n_choices = COUNT(states) },
	{ .type = FIELD_SELECT,
		.name = "role",
		.label = "Role",
		.choices = role_choices,
		.n_choices = ROLE_CHOICES },
	{ .type = FIELD_SHORT,
		.name = "organisation",
		.label = "Organisation (code)",
		.max_length = 12 },
};

static const struct list_def people = { .one = "person",
	.many = "people",
	.search = "Name or email address",
	.filters = filters,
	.n_filters = COUNT(filters),
	.columns = columns,
	.n_columns = COUNT(columns),
	.csv = "/people.csv" };

/* A code that nobody has finds nobody: no organisation has the id -1. */
static struct q_people_list_in chosen(struct req *r, struct list *list)
{
	const char *state = list_filter(list, "state"), *code = list_filter(list, "organisation");
	struct q_people_list_in in = { 0 };
	struct q_organisation_by_code row;
	struct q_people_of of;
	int64_t organisation_id = 0;
	const char *role = list_filter(list, "role");

	if (state && strcmp(state, "all") != 0)
		in.state = state;
	if (code)
		organisation_id = Q_ONE(r->db, organisation_by_code, &row, .code = code)
					  ? row.organisation_id
					  : -1;
	if ((!role && !code) || !Q_ONE(r->db, people_of, &of, .role = role,
					.organisation_id = organisation_id, .most = FEW + 1))
		return in;
	if (of.of_role > FEW || of.of_organisation > FEW)
		list_is_sparse(list);
	*(of.of_role > FEW ? &in.common_role : &in.role) = role;
	*(of.of_organisation > FEW ? &in.large_organisation_id : &in.organisation_id) =
		organisation_id;
	return in;
}

/* The next line of "Practice A<TAB>author"; what it says of the same organisation after it is added
 * to its roles. False after the last. */
static bool next_member(TALLOC_CTX *ctx, const char **text, const char **name, unsigned *roles)
{
	const char *organisation = NULL;
	size_t len = 0;

	*roles = 0;
	while (*text && **text) {
		const char *tab = strchr(*text, '\t'), *end;

		if (!tab)
			return false;
		if (organisation &&
			((size_t)(tab - *text) != len || memcmp(*text, organisation, len) != 0))
			break;
		organisation = *text;
		len = (size_t)(tab - *text);
		end = tab + strcspn(tab, "\n");
		*roles |= roles_from_text(text_copyn(ctx, tab + 1, (size_t)(end - tab - 1)));
		*text = *end ? end + 1 : end;
	}
	*name = organisation ? text_copyn(ctx, organisation, len) : NULL;
	return organisation != NULL;
}

static const char *state_label(const char *code)
{
	return states[choice_index(states, COUNT(states) - 1, code)].label;
}

/* GET /people */
int people_list(struct req *r)
{
	struct list *list = LIST_OPEN(r, people_list, &people);
	struct q_people_list_in in = chosen(r, list);
	struct q_people_list row;

	list_read(list, &in);
	while (LIST_NEXT(list, people_list, &row)) {
		struct tpl *line = list_line(list, M_PERSON_ROW);
		const char *text = row.memberships, *name;
		unsigned roles;

		tpl_set(line, M_REF, row.ref);
		tpl_set(line, M_PERSON_NAME, row.name);
		tpl_set(line, M_EMAIL, row.email);
		while (next_member(r->ctx, &text, &name, &roles)) {
			struct tpl *t = tpl_add(line, M_MEMBERSHIP);

			tpl_set(t, M_ORGANISATION, name);
			tpl_set(t, M_ROLES, roles_words(r->ctx, roles));
		}
		tpl_show_if(line, M_INVITED, strcmp(row.state, "invited") == 0);
		tpl_show_if(line, M_ACTIVE, strcmp(row.state, "active") == 0);
		tpl_show_if(line, M_DISABLED, strcmp(row.state, "disabled") == 0);
		tpl_set(line, M_LAST_SEEN,
			row.last_seen_at ? day_text(r->ctx, row.last_seen_at) : "Never");
	}
	list_show(list);
	tpl_show_if(r->page, M_MAY_INVITE, access_runs(r->person));
	return page_show(r, 200, T_people_list, "People");
}

static void write_cells(struct csv_file *file, const struct q_people_list *row)
{
	struct csv *csv = &file->csv;
	TALLOC_CTX *ctx = file->row;
	const char *text = row->memberships, *name;
	struct buf all = { .ctx = ctx };
	unsigned roles;

	csv_words(csv, row->name);
	csv_words(csv, row->email);
	while (next_member(ctx, &text, &name, &roles))
		buf_addf(&all, "%s%s: %s", all.len ? "; " : "", name, roles_words(ctx, roles));
	csv_words(csv, buf_text(&all));
	csv_words(csv, state_label(row->state));
	csv_words(csv, row->last_seen_at ? time_text(ctx, row->last_seen_at) : "");
	csv_words(csv, day_text(ctx, row->created_at));
}

static bool write_csv(struct req *r, struct sink *sink)
{
	static const char *const heads[] = { "Name", "E-mail", "Organisations and roles", "State",
		"Last seen", "Account since" };
	struct csv_file *file = csv_file_begin(r, sink, heads, COUNT(heads));
	struct list *list = LIST_OPEN(r, people_list, &people);
	struct q_people_list_in in = chosen(r, list);
	struct db_rows *rows = list_stream(list, &in);
	struct q_people_list row;

	while (CSV_NEXT(file, rows, people_list, &row))
		write_cells(file, &row);
	return csv_file_end(file);
}

/* GET /people.csv */
int people_csv(struct req *r)
{
	audit(r, AUDIT_EXPORT, "person", "", audit_fact(NULL, "file", "people.csv"));
	return respond_stream(r, CSV_TYPE, "people.csv", write_csv, NULL);
}
