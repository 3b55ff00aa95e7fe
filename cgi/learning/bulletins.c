/* bulletins.c: the list of learning bulletins, and the same as a file. Everybody who signs in reads
 * what is published; who looks after bulletins sees all of them. */
#include <stdlib.h>
#include <string.h>
#include "audit.h"
#include "bulletin.h"
#include "csv_file.h"
#include "list.h"
#include "pages.h"

static const struct choice unread_choices[] = {
	{ .code = "yes", .label = "Not read by us yet" },
};

static const struct list_column columns[] = {
	{ .label = "Bulletin", .sort = "title" },
	{ .label = "State" },
	{ .label = "Date", .sort = "date" },
};

static bool sees_all(const struct req *r)
{
	return access_bulletin(r->person, false) & BULLETIN_SEES;
}

static bool gives_receipts(const struct req *r)
{
	return access_allows(r->person, REPORTS_INCIDENTS | ANSWERS_INVESTIGATIONS);
}

static const struct choice *theme_choices(struct req *r, size_t *n)
{
	struct db_rows *rows = Q_ROWS(r->db, bulletin_theme_filter);
	struct choice *choices = NEW_ARRAY(r->ctx, struct choice, db_rows_count(rows) + 1);
	struct q_bulletin_theme_filter row;

	for (*n = 0; Q_NEXT(rows, bulletin_theme_filter, &row); (*n)++)
		choices[*n] = (struct choice){
			.code = text_format(r->ctx, "%lld", (long long)row.theme_id),
			.label = text_copy(r->ctx, row.name),
		};
	return choices;
}

static struct list *open_list(struct req *r)
{
	struct list_def *def = NEW(r->ctx, struct list_def);
	struct field *filters = NEW_ARRAY(r->ctx, struct field, 3);
	size_t n = 0, n_themes;
	const struct choice *themes = theme_choices(r, &n_themes);

	filters[n++] = (struct field){ .type = FIELD_SELECT,
		.name = "theme",
		.label = "Theme",
		.choices = themes,
		.n_choices = n_themes };
	if (sees_all(r))
		filters[n++] = (struct field){ .type = FIELD_SELECT,
			.name = "state",
			.label = "State",
			.choices = bulletin_states,
			.n_choices = BULLETIN_STATES };
	if (gives_receipts(r))
		filters[n++] = (struct field){ .type = FIELD_SELECT,
			.name = "unread",
			.label = "Read",
			.choices = unread_choices,
			.n_choices = COUNT(unread_choices) };
	*def = (struct list_def){ .one = "bulletin",
		.many = "bulletins",
		.search = "Words of a bulletin",
		.filters = filters,
		.n_filters = n,
		.columns = columns,
		.n_columns = COUNT(columns),
		.csv = "/bulletins.csv" };
	return LIST_OPEN(r, bulletins_list, def);
}

static struct q_bulletins_list_in chosen(const struct req *r, const struct list *list)
{
	const char *theme = list_filter(list, "theme");

	return (struct q_bulletins_list_in){ .published = !sees_all(r),
		.state = sees_all(r) ? list_filter(list, "state") : NULL,
		.theme_id = theme ? strtoll(theme, NULL, 10) : 0,
		.unread_by = gives_receipts(r) && list_filter(list, "unread")
				     ? r->person->organisation_id
				     : 0 };
}

/* When the reader's organisation said that it has read each: in order of the ids. */
struct receipts {
	struct q_bulletin_receipts_of *list;
	size_t n;
};

static struct receipts receipts_of(struct req *r)
{
	struct db_rows *rows;
	struct receipts all = { 0 };

	if (!gives_receipts(r))
		return all;
	rows = Q_ROWS(r->db, bulletin_receipts_of, .organisation_id = r->person->organisation_id);
	all.list = NEW_ARRAY(r->ctx, struct q_bulletin_receipts_of, db_rows_count(rows) + 1);
	while (Q_NEXT(rows, bulletin_receipts_of, &all.list[all.n]))
		all.n++;
	return all;
}

static int64_t read_at(const struct receipts *all, int64_t bulletin_id)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->list[i].bulletin_id == bulletin_id)
			return all->list[i].at;
	return 0;
}

static void show_line(struct req *r, struct tpl *line, const struct q_bulletins_list *row,
	const struct receipts *receipts)
{
	int64_t at = read_at(receipts, row->bulletin_id);
	bool published = strcmp(row->state, "published") == 0;
	struct tpl *state;

	tpl_set(line, M_SLUG, row->slug);
	tpl_set(line, M_BULLETIN_TITLE, row->title);
	tpl_set(line, M_BULLETIN_SUMMARY, row->summary);
	tpl_set(line, M_DATE, day_text(r->ctx, row->state_at));
	if (gives_receipts(r)) {
		tpl_show_if(line, M_UNREAD, published && !at);
		tpl_optional(line, M_HAS_READ, M_READ_ON, at ? day_text(r->ctx, at) : NULL);
	}
	if (sees_all(r)) {
		state = tpl_add(line, M_STATES);
		tpl_set(state, M_STATE, bulletin_state_label(row->state));
		tpl_set(state, M_STATE_COLOUR, bulletin_state_colour(row->state));
		tpl_show_if(state, M_IS_PUBLIC, row->public && published);
	}
}

/* GET /bulletins */
int bulletins_list(struct req *r)
{
	struct list *list = open_list(r);
	struct q_bulletins_list_in in = chosen(r, list);
	struct receipts receipts = receipts_of(r);
	struct q_bulletins_list row;

	list_read(list, &in);
	while (LIST_NEXT(list, bulletins_list, &row))
		show_line(r, list_line(list, M_BULLETIN_ROW), &row, &receipts);
	list_show(list);
	tpl_show_if(r->page, M_MAY_CHANGE, access_allows(r->person, MANAGES_INCIDENTS));
	return page_show(r, 200, T_bulletin_list, "Learning bulletins");
}

static bool write_csv(struct req *r, struct sink *sink)
{
	static const char *const heads[] = { "Title", "Summary", "State", "Date", "Public",
		"Address" };
	struct csv_file *file = csv_file_begin(r, sink, heads, COUNT(heads));
	struct list *list = open_list(r);
	struct q_bulletins_list_in in = chosen(r, list);
	struct db_rows *rows = list_stream(list, &in);
	struct q_bulletins_list row;

	while (CSV_NEXT(file, rows, bulletins_list, &row)) {
		csv_words(&file->csv, row.title);
		csv_words(&file->csv, row.summary);
		csv_words(&file->csv, bulletin_state_label(row.state));
		csv_words(&file->csv, day_text(file->row, row.state_at));
		csv_words(&file->csv, row.public ? "Yes" : "No");
		csv_words(&file->csv, text_format(file->row, "/bulletins/%s", row.slug));
	}
	return csv_file_end(file);
}

/* GET /bulletins.csv */
int bulletins_csv(struct req *r)
{
	audit(r, AUDIT_EXPORT, "bulletin", "", audit_fact(NULL, "file", "bulletins.csv"));
	return respond_stream(r, CSV_TYPE, "bulletins.csv", write_csv, NULL);
}
