/* interests.c: the standing register of interests, as a list and as a file. What ended longer ago
 * than the register is kept is left out. */
#include <string.h>
#include "access.h"
#include "audit.h"
#include "choices.h"
#include "csv_file.h"
#include "list.h"
#include "pages.h"
#include "review.h"
#include "setting.h"

static const struct choice states[] = {
	{ .code = "held", .label = "Held now" },
	{ .code = "over", .label = "Ended" },
	{ .code = "all", .label = "All" },
};

enum { WHOSE, KIND, ORGANISATION, STATE, N_FILTERS };

static const struct list_column columns[] = {
	{ .label = "Who" },
	{ .label = "In" },
	{ .label = "Interest" },
	{ .label = "Since" },
	{ .label = "Declared", .sort = "newest" },
};

static struct list *open_list(struct req *r, struct q_interests_list_in *in)
{
	struct list_def *def = NEW(r->ctx, struct list_def);
	struct field *filters = NEW_ARRAY(r->ctx, struct field, N_FILTERS);
	struct choices people = { 0 }, organisations = { 0 };
	char *today = NEW_ARRAY(r->ctx, char, 11);
	const char *who, *state;
	struct list *list;

	choices_add(r->ctx, &people, "me", "Me", 0);
	CHOICES_READ(r, &people, interest_people, row.ref, row.name, 0);
	CHOICES_READ(r, &organisations, interest_organisations, row.code, row.name, 0);
	filters[WHOSE] = field_select("who", "Who", people.list, people.n);
	filters[KIND] = field_select("kind", "Kind", interest_kinds, INTEREST_KINDS);
	filters[ORGANISATION] =
		field_select("organisation", "Organisation", organisations.list, organisations.n);
	filters[STATE] = field_select("state", "State", states, COUNT(states));
	filters[STATE].required = true;
	*def = (struct list_def){ .one = "interest",
		.many = "interests",
		.filters = filters,
		.n_filters = N_FILTERS,
		.columns = columns,
		.n_columns = COUNT(columns),
		.csv = "/interests.csv" };
	list = LIST_OPEN(r, interests_list, def);
	check_today(r->now, today);
	who = list_filter(list, "who");
	state = list_filter(list, "state");
	*in = (struct q_interests_list_in){ .kind = list_filter(list, "kind"),
		.organisation = list_filter(list, "organisation"),
		.held = strcmp(state, "held") == 0 ? today : NULL,
		.over = strcmp(state, "over") == 0 ? today : NULL,
		.today = today,
		.years = setting_int(r->settings, SETTING_KEEP_INTERESTS) };
	if (who && strcmp(who, "me") == 0)
		in->person_id = r->person->person_id;
	else
		in->person = who;
	return list;
}

static const char *since_words(TALLOC_CTX *ctx, const struct q_interests_list *row)
{
	return row->began_on ? date_text(ctx, row->began_on) : "";
}

/* GET /interests */
int interests_list(struct req *r)
{
	bool declares = access_allows(r->person, DECLARES_INTERESTS);
	struct q_interests_list_in in;
	struct list *list = open_list(r, &in);
	struct q_interests_list row;

	list_read(list, &in);
	while (LIST_NEXT(list, interests_list, &row)) {
		struct tpl *line = list_line(list, M_INTEREST_ROW);

		tpl_set(line, M_PERSON_NAME, row.person);
		tpl_set(line, M_ORGANISATION, row.organisation);
		tpl_set(line, M_KIND, choice_label(interest_kinds, INTEREST_KINDS, row.kind));
		tpl_set(line, M_DESCRIPTION, row.description);
		tpl_set(line, M_SINCE, since_words(r->ctx, &row));
		tpl_set(line, M_DECLARED, day_text(r->ctx, row.declared_at));
		tpl_optional(line, M_OVER, M_ENDED_ON,
			row.ended_on ? date_text(r->ctx, row.ended_on) : NULL);
		if (declares && !row.ended_on && row.person_id == r->person->person_id)
			tpl_set(tpl_add(line, M_MAY_END), M_INTEREST, row.ref);
	}
	list_show(list);
	tpl_int(r->page, M_YEARS, in.years);
	tpl_show_if(r->page, M_MAY_ADD, declares);
	tpl_show_if(r->page, M_READS, access_allows(r->person, READS_CONTRACTS));
	return page_show(r, 200, T_interests_list, "Interests");
}

static bool write_csv(struct req *r, struct sink *sink)
{
	static const char *const heads[] = { "Name", "Organisation", "Organisation: code", "Kind",
		"Interest", "Since", "Ended", "Declared" };
	struct csv_file *file = csv_file_begin(r, sink, heads, COUNT(heads));
	struct q_interests_list_in in;
	struct list *list = open_list(r, &in);
	struct db_rows *rows = list_stream(list, &in);
	struct q_interests_list row;
	char declared[11];

	while (CSV_NEXT(file, rows, interests_list, &row)) {
		const char *const cells[] = { row.person, row.organisation, row.organisation_code,
			choice_label(interest_kinds, INTEREST_KINDS, row.kind), row.description,
			row.began_on, row.ended_on, declared };

		check_today(row.declared_at, declared);
		for (size_t i = 0; i < COUNT(cells); i++)
			csv_words(&file->csv, cells[i]);
	}
	return csv_file_end(file);
}

/* GET /interests.csv */
int interests_csv(struct req *r)
{
	audit(r, AUDIT_EXPORT, "interest", "", audit_fact(NULL, "file", "interests.csv"));
	return respond_stream(r, CSV_TYPE, "interests.csv", write_csv, NULL);
}
