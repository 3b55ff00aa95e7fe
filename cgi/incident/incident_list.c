/* incident_list.c: what the queue of incidents can be narrowed by, and words for its cells. */
#include "incident_list.h"

#include <stdio.h>
#include <string.h>
#include <time.h>
#include "access.h"
#include "choices.h"

enum { STATE, KIND, PRACTICE, MANAGER, ABOUT, PROVIDER, HARM, THEME, FROM, UNTIL, N_FILTERS };

static const struct list_column columns[] = {
	{ .label = "Report", .sort = "title" },
	{ .label = "Practice" },
	{ .label = "Kind and harm" },
	{ .label = "State", .sort = "urgency" },
	{ .label = "Happened", .sort = "happened" },
	{ .label = "Sent", .sort = "newest" },
	{ .label = "Looked after by" },
};

static const struct choice abouts[INCIDENT_ABOUTS] = {
	{ "own", "The practice itself", NULL, false },
	{ "other", "Another organisation", NULL, false },
	{ "unknown", "Not known", NULL, false },
};

static const struct choice kinds[INCIDENT_KINDS] = {
	{ "incident", "Incident", NULL, false },
	{ "outcome", "Poor outcome", NULL, false },
	{ "risk", "Risk", NULL, false },
	{ "good_care", "Good care", NULL, false },
};

/* What the column `harm` counts: LFPSE's physical harm, 1 to 5. */
static const struct {
	struct choice choice;
	int64_t exact, most;
} harms[] = {
	{ { "moderate_or_worse", "Moderate or worse", NULL, false }, 0, 3 },
	{ { "severe_or_fatal", "Severe or fatal", NULL, false }, 0, 2 },
	{ { "fatal", "Fatal", NULL, false }, 1, 0 },
	{ { "severe", "Severe", NULL, false }, 2, 0 },
	{ { "moderate", "Moderate", NULL, false }, 3, 0 },
	{ { "low", "Low", NULL, false }, 4, 0 },
	{ { "none", "None", NULL, false }, 5, 0 },
};
enum { FIRST_EXACT = 2 };

static const struct choice groups[] = {
	{ "open", "Open", NULL, false },
	{ "unseen", "Not looked at", NULL, false },
	{ "overdue", "Overdue", NULL, false },
};

static const struct choice whose[] = {
	{ "me", "Me", NULL, false },
	{ "nobody", "Nobody", NULL, false },
};

/* ---- Choices ----------------------------------------------------------------------------------
 */

static struct choices state_choices(struct req *r)
{
	struct choices out = { 0 };

	choices_add_all(r->ctx, &out, groups, COUNT(groups));
	choices_add_all(r->ctx, &out, incident_states + 1, INCIDENT_STATES - 1);
	return out;
}

/* Those who may look after one now, and those who still do. */
static struct choices manager_choices(struct req *r)
{
	struct choices out = { 0 };
	struct q_incident_lookers_after does;
	struct db_rows *rows;

	if (access_allows(r->person, MANAGES_INCIDENTS))
		choices_add_all(r->ctx, &out, whose, 1);
	choices_add_all(r->ctx, &out, whose + 1, 1);
	CHOICES_READ(r, &out, incident_managers, row.ref, row.name, 0);
	rows = Q_ROWS(r->db, incident_lookers_after);
	while (Q_NEXT(rows, incident_lookers_after, &does))
		if (choice_index(out.list, out.n, does.ref) == out.n)
			choices_add(r->ctx, &out, does.ref, does.name, 0);
	return out;
}

static struct choices harm_choices(struct req *r)
{
	struct choices out = { 0 };

	for (size_t i = 0; i < COUNT(harms); i++)
		choices_add_all(r->ctx, &out, &harms[i].choice, 1);
	return out;
}

/* ---- The list ---------------------------------------------------------------------------------
 */

static struct list *open_list(struct req *r)
{
	struct list_def *def = NEW(r->ctx, struct list_def);
	struct field *filters = NEW_ARRAY(r->ctx, struct field, N_FILTERS);
	struct choices state = state_choices(r), manager = manager_choices(r),
		       harm = harm_choices(r), practice = { 0 }, provider = { 0 }, theme = { 0 };

	CHOICES_READ(r, &practice, incident_practices, row.code, row.name, 0);
	CHOICES_READ(r, &provider, incident_providers, row.code, row.name, 0);
	CHOICES_READ(r, &theme, incident_themes_used, row.ref, row.name, 0);
	filters[STATE] = field_select("state", "State", state.list, state.n);
	filters[KIND] = field_select("kind", "Kind", kinds, INCIDENT_KINDS);
	filters[ABOUT] = field_select("about", "About", abouts, INCIDENT_ABOUTS);
	filters[PRACTICE] = field_select("practice", "Practice", practice.list, practice.n);
	filters[PROVIDER] =
		field_select("provider", "Other organisation", provider.list, provider.n);
	filters[MANAGER] = field_select("manager", "Looked after by", manager.list, manager.n);
	filters[HARM] = field_select("harm", "Harm", harm.list, harm.n);
	filters[THEME] = field_select("theme", "Theme", theme.list, theme.n);
	filters[FROM] = (struct field){ .type = FIELD_DATE, .name = "from", .label = "Sent from" };
	filters[UNTIL] =
		(struct field){ .type = FIELD_DATE, .name = "until", .label = "Sent until" };
	*def = (struct list_def){ .one = "report",
		.many = "reports",
		.search = "Reference, or words of the report",
		.filters = filters,
		.n_filters = N_FILTERS,
		.n_in_sight = ABOUT,
		.columns = columns,
		.n_columns = COUNT(columns),
		.csv = "/incidents.csv",
		.xlsx = "/incidents.xlsx" };
	return LIST_OPEN(r, incidents_list, def);
}

/* When a day begins in London, so many days after this one. */
static int64_t day_begins(const char *iso, int days)
{
	struct tm tm = { .tm_isdst = -1 };

	if (!iso || sscanf(iso, "%4d-%2d-%2d", &tm.tm_year, &tm.tm_mon, &tm.tm_mday) != 3)
		return 0;
	tm.tm_year -= 1900;
	tm.tm_mon--;
	tm.tm_mday += days;
	return mktime(&tm);
}

static void choose_state(struct req *r, const char *state, struct q_incidents_list_in *in)
{
	if (!state)
		return;
	switch (choice_index(groups, COUNT(groups), state)) {
	case 0:
		in->open = 1;
		break;
	case 1:
		in->unseen = 1;
		break;
	case 2:
		in->due_before = r->now;
		break;
	default:
		in->state = state;
	}
}

static void choose_manager(struct req *r, const char *manager, struct q_incidents_list_in *in)
{
	if (!manager)
		return;
	if (strcmp(manager, "me") == 0)
		in->me = r->person->person_id;
	else if (strcmp(manager, "nobody") == 0)
		in->nobody = 1;
	else
		in->manager = manager;
}

static void choose_harm(const char *harm, struct q_incidents_list_in *in)
{
	for (size_t i = 0; harm && i < COUNT(harms); i++)
		if (strcmp(harms[i].choice.code, harm) == 0) {
			in->harm = harms[i].exact;
			in->harm_most = harms[i].most;
		}
}

struct list *incident_list_open(struct req *r, struct q_incidents_list_in *in)
{
	struct list *list = open_list(r);
	const char *typed = list_typed(list);
	char ref[REF_LENGTH + 1];

	*in = (struct q_incidents_list_in){ 0 };
	/* Who types a reference means that report, wherever it stands. */
	if (typed && ref_read(typed, ref)) {
		list_without_words(list);
		in->ref = text_copy(r->ctx, ref);
		return list;
	}
	choose_state(r, list_filter(list, "state"), in);
	choose_manager(r, list_filter(list, "manager"), in);
	choose_harm(list_filter(list, "harm"), in);
	in->kind = list_filter(list, "kind");
	in->about = list_filter(list, "about");
	in->practice = list_filter(list, "practice");
	in->provider = list_filter(list, "provider");
	in->theme = list_filter(list, "theme");
	in->since = day_begins(list_filter(list, "from"), 0);
	in->before = day_begins(list_filter(list, "until"), 1);
	return list;
}

/* ---- Words ------------------------------------------------------------------------------------
 */

const char *incident_list_about(const struct q_incidents_list *row)
{
	if (row->about_organisation)
		return row->about_organisation;
	if (row->about_name && *row->about_name)
		return row->about_name;
	return choice_label(abouts, INCIDENT_ABOUTS, row->about);
}

const char *incident_list_whom(TALLOC_CTX *ctx, const struct q_incidents_list *row)
{
	if (row->about_organisation || (row->about_name && *row->about_name))
		return text_format(ctx, "about %s", incident_list_about(row));
	return strcmp(row->about, "own") == 0     ? "about itself"
	       : strcmp(row->about, "other") == 0 ? "about another organisation"
						  : "about whom is not known";
}

const char *incident_list_kind(const char *code)
{
	return choice_label(kinds, INCIDENT_KINDS, code);
}

const char *incident_list_harm(TALLOC_CTX *ctx, const struct q_incidents_list *row)
{
	const char *label;

	if (row->harm < 1 || row->harm > 5)
		return "";
	label = harms[FIRST_EXACT + (size_t)row->harm - 1].choice.label;
	if (row->harm == 1)
		return label;
	return text_format(ctx, "%s %sharm", label,
		row->harm < 5 && row->physical != row->harm ? "psychological " : "");
}
