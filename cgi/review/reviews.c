/* reviews.c: the list of reviews, and what waits in them for somebody. A review in which somebody
 * has a conflict of interest is on none of their lists. */
#include "reviews.h"

#include <string.h>
#include "access.h"
#include "audit.h"
#include "choices.h"
#include "csv_file.h"
#include "list.h"
#include "pages.h"
#include "review.h"
#include "review_scores.h"

enum { STATE, WAITS, JUDGES, ORGANISATION, N_FILTERS };

static const struct list_column columns[] = {
	{ .label = "Review", .sort = "title" },
	{ .label = "Organisation" },
	{ .label = "State" },
	{ .label = "Due", .sort = "due" },
	{ .label = "Agreed score", .number = true },
	{ .label = "Opened", .sort = "opened" },
};

static const struct choice groups[] = {
	{ "open", "Open", NULL, false },
	{ "overdue", "Overdue", NULL, false },
};

static const struct choice waits[] = {
	{ "mine", "You review it", NULL, false },
	{ "declare", "To declare interests", NULL, false },
	{ "score", "To score", NULL, false },
	{ "moderate", "To moderate", NULL, false },
	{ "panel", "For your panel to decide", NULL, false },
	{ "confirm", "To confirm the decision", NULL, false },
};

static const struct choice judges[] = {
	{ "contract", "Contracts and grants", NULL, false },
	{ "submission", "Plans and bids", NULL, false },
	{ "proposal", "Proposals", NULL, false },
};

static struct list *open_list(struct req *r)
{
	struct list_def *def = NEW(r->ctx, struct list_def);
	struct field *filters = NEW_ARRAY(r->ctx, struct field, N_FILTERS);
	struct choices states = { 0 }, organisations = { 0 };

	choices_add_all(r->ctx, &states, groups, COUNT(groups));
	choices_add_all(r->ctx, &states, review_states, REVIEW_STATES);
	choices_add(r->ctx, &states, "all", "All", 0);
	CHOICES_READ(r, &organisations, review_organisations, row.code, row.name, 0,
		.person_id = r->person->person_id);
	/* What is open, the next due first: what is decided is looked for when it is needed. */
	filters[STATE] = field_select("state", "State", states.list, states.n);
	filters[STATE].required = true;
	filters[WAITS] = field_select("waits", "Waits for you", waits, COUNT(waits));
	filters[JUDGES] = field_select("of", "Review of", judges, COUNT(judges));
	filters[ORGANISATION] =
		field_select("organisation", "Organisation", organisations.list, organisations.n);
	*def = (struct list_def){ .one = "review",
		.many = "reviews",
		.search = "Title, organisation or reference",
		.filters = filters,
		.n_filters = N_FILTERS,
		.columns = columns,
		.n_columns = COUNT(columns),
		.csv = "/reviews.csv" };
	return LIST_OPEN(r, reviews_list, def);
}

static void choose(struct req *r, const struct list *list, struct q_reviews_list_in *in)
{
	const char *state = list_filter(list, "state"), *mine = list_filter(list, "waits"),
		   *of = list_filter(list, "of");
	int64_t me = r->person->person_id;
	char today[11];

	check_today(r->now, today);
	if (strcmp(state, "open") == 0)
		in->open = 1;
	else if (strcmp(state, "overdue") == 0)
		in->late_before = text_copy(r->ctx, today);
	else if (strcmp(state, "all") != 0)
		in->state = state;
	switch (mine ? choice_index(waits, COUNT(waits), mine) : COUNT(waits)) {
	case 0:
		in->reviewer = me;
		break;
	case 1:
		in->declare = me;
		break;
	case 2:
		in->score = me;
		break;
	case 3:
		in->moderate = me;
		break;
	case 4:
		in->panel = me;
		break;
	case 5:
		in->confirm = me;
		break;
	default:
		break;
	}
	if (of)
		*(strcmp(of, "contract") == 0         ? &in->contract
			: strcmp(of, "proposal") == 0 ? &in->proposal
						      : &in->submission) = 1;
	in->organisation = list_filter(list, "organisation");
}

static struct list *open_chosen(struct req *r, struct q_reviews_list_in *in)
{
	struct list *list = open_list(r);
	const char *typed = list_typed(list);
	char ref[REF_LENGTH + 1];

	*in = (struct q_reviews_list_in){ .person_id = r->person->person_id };
	/* Who types a reference means that review, wherever it stands. */
	if (typed && ref_read(typed, ref)) {
		list_without_words(list);
		in->ref = text_copy(r->ctx, ref);
	} else {
		choose(r, list, in);
	}
	return list;
}

/* "3.25" of hundredths. */
static const char *score_text(TALLOC_CTX *ctx, const struct q_reviews_list *row)
{
	bool agreed = row->agreed_score > 0 || strcmp(row->state, "panel") == 0 ||
		      strcmp(row->state, "made") == 0 || row->decided;

	return agreed ? review_mean_number(ctx, row->agreed_score) : "";
}

static void show_row(struct req *r, const struct q_reviews_list *row, struct tpl *line)
{
	enum review_state state = review_state_of(row->state);
	char today[11];

	check_today(r->now, today);
	tpl_set(line, M_REF, row->ref);
	tpl_set(line, M_TITLE, row->title);
	tpl_optional(line, M_HAS_REFERENCE, M_REFERENCE, row->reference);
	tpl_set(line, M_ORGANISATION, row->organisation);
	tpl_set(line, M_STATE, review_states[state].label);
	tpl_set(line, M_STATE_COLOUR, review_state_colour(state));
	tpl_set(line, M_DUE_ON, date_short_text(r->ctx, row->due_on, r->now));
	tpl_show_if(line, M_OVERDUE, !review_is_over(state) && strcmp(row->due_on, today) < 0);
	tpl_set(line, M_SCORE, score_text(r->ctx, row));
	tpl_set(line, M_OPENED, day_short_text(r->ctx, row->opened_at, r->now));
}

/* GET /reviews */
int reviews_list(struct req *r)
{
	struct q_reviews_list_in in;
	struct list *list = open_chosen(r, &in);
	struct q_reviews_list row;

	list_read(list, &in);
	while (LIST_NEXT(list, reviews_list, &row))
		show_row(r, &row, list_line(list, M_REVIEW_ROW));
	list_show(list);
	return page_show(r, 200, T_reviews_list, "Reviews");
}

static bool write_csv(struct req *r, struct sink *sink)
{
	static const char *const heads[] = { "Review", "Title", "Contract", "Organisation code",
		"Organisation", "Criteria", "State", "State since", "Opened", "Due",
		"Agreed score (of 4)" };
	struct csv_file *file = csv_file_begin(r, sink, heads, COUNT(heads));
	struct q_reviews_list_in in;
	struct list *list = open_chosen(r, &in);
	struct db_rows *rows = list_stream(list, &in);
	struct q_reviews_list row;
	char day[11];

	while (CSV_NEXT(file, rows, reviews_list, &row)) {
		csv_words(&file->csv, row.ref);
		csv_words(&file->csv, row.title);
		csv_words(&file->csv, row.reference);
		csv_words(&file->csv, row.organisation_code);
		csv_words(&file->csv, row.organisation);
		csv_words(&file->csv, row.criteria);
		csv_words(&file->csv, choice_label(review_states, REVIEW_STATES, row.state));
		check_today(row.state_at, day);
		csv_words(&file->csv, day);
		check_today(row.opened_at, day);
		csv_words(&file->csv, day);
		csv_words(&file->csv, row.due_on);
		csv_words(&file->csv, score_text(file->row, &row));
	}
	return csv_file_end(file);
}

/* GET /reviews.csv */
int reviews_csv(struct req *r)
{
	audit(r, AUDIT_EXPORT, "review", "", audit_fact(NULL, "file", "reviews.csv"));
	return respond_stream(r, CSV_TYPE, "reviews.csv", write_csv, NULL);
}

/* ---- What waits, for My work ----------------------------------------------------------------- */

static struct q_reviews_waiting waiting(struct req *r)
{
	struct q_reviews_waiting n = { 0 };
	char today[11];

	check_today(r->now, today);
	Q_ONE(r->db, reviews_waiting, &n, .person_id = r->person->person_id, .today = today);
	return n;
}

int64_t reviews_to_declare(struct req *r)
{
	return waiting(r).declares;
}

int64_t reviews_to_score(struct req *r)
{
	return waiting(r).scores;
}

int64_t reviews_to_moderate(struct req *r)
{
	return waiting(r).moderates;
}

int64_t reviews_before_panel(struct req *r)
{
	struct q_reviews_before_panel row = { 0 };

	Q_ONE(r->db, reviews_before_panel, &row, .person_id = r->person->person_id);
	return row.n;
}

int64_t reviews_to_confirm(struct req *r)
{
	struct q_reviews_to_confirm row = { 0 };

	Q_ONE(r->db, reviews_to_confirm, &row, .person_id = r->person->person_id);
	return row.n;
}

int64_t reviews_late(struct req *r)
{
	return waiting(r).late;
}
