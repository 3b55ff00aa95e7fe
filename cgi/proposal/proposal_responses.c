/* proposal_responses.c: the responses to a proposal: their list, and what it is narrowed by. */
#include "proposal_responses.h"

#include <string.h>
#include "access.h"
#include "choices.h"
#include "pages.h"
#include "proposal_fold.h"
#include "proposal_results.h"

enum {
	STANCE,
	GROUP,
	POINTS,
	THEME,
	APART,
	SOURCE,
	PUBLICATION,
	CAMPAIGN,
	EVENT,
	ANSWER,
	N_FILTERS
};

static const struct list_column columns[] = {
	{ .label = "Received", .sort = "newest" },
	{ .label = "From" },
	{ .label = "Answer" },
	{ .label = "Gains", .number = true },
	{ .label = "Concerns", .number = true },
	{ .label = "Begins" },
	{ .label = "Counted" },
};

static const struct choice no_stance = { "none", "Did not say", NULL, false };
static const struct choice no_group = { "none", "No group", NULL, false };
static const struct choice counted = { "counted", "Counted", NULL, false };

static const struct choice points_choices[] = {
	{ "gain", "Gains", NULL, false },
	{ "gain_high", "Gains, high", NULL, false },
	{ "gain_medium", "Gains, medium", NULL, false },
	{ "gain_none", "Gains, not graded", NULL, false },
	{ "concern", "Concerns", NULL, false },
	{ "concern_high", "Concerns, high", NULL, false },
	{ "concern_medium", "Concerns, medium", NULL, false },
	{ "concern_none", "Concerns, not graded", NULL, false },
	{ "comment", "Comments", NULL, false },
};

/* ---- Choices ----------------------------------------------------------------------------------
 */

static struct choices stances(struct req *r, const struct q_proposal_by_ref *p)
{
	struct choices out = { 0 };

	for (size_t i = 0; i < STANCES; i++)
		choices_add(r->ctx, &out, stance_codes[i],
			stance_label(stance_codes[i], p->in_favour, p->against, p->unsure), 0);
	choices_add(r->ctx, &out, no_stance.code, no_stance.label, 0);
	return out;
}

static struct choices groups(struct req *r, int64_t proposal_id)
{
	struct choices out = { 0 };

	CHOICES_READ(r, &out, proposal_groups, row.ref, row.name, row.group_id,
		.proposal_id = proposal_id);
	choices_add(r->ctx, &out, no_group.code, no_group.label, 0);
	return out;
}

static struct choices themes(struct req *r, int64_t proposal_id)
{
	struct choices out = { 0 };

	CHOICES_READ(r, &out, proposal_results_themes, row.ref,
		text_format(r->ctx, "%s%s", row.parent_id ? "– " : "", row.name), row.theme_id,
		.proposal_id = proposal_id);
	return out;
}

static struct choices aparts(struct req *r)
{
	struct choices out = { 0 };

	choices_add(r->ctx, &out, counted.code, counted.label, 0);
	for (size_t i = 0; i < PROPOSAL_APARTS; i++)
		choices_add(r->ctx, &out, proposal_aparts[i].code, proposal_aparts[i].label, 0);
	return out;
}

static const char *text_of(const json_t *object, const char *key)
{
	return json_string_value(json_object_get(object, key));
}

/* "where.hospital"; of a table, "how_good.2.bad". label: of the question, or its line. */
static void add_answers(struct req *r, struct choices *to, const json_t *question,
	const json_t *choices, const char *label)
{
	const json_t *choice;
	size_t i;

	json_array_foreach(choices, i, choice) choices_add(r->ctx, to,
		text_format(r->ctx, "%s.%s", text_of(question, "name"), text_of(choice, "code")),
		text_format(r->ctx, "%s: %s", text_opening(r->ctx, label, 40),
			text_of(choice, "label")),
		0);
}

/* The answers to its own questions. */
static struct choices answers(struct req *r, const struct q_proposal_by_ref *p)
{
	json_t *questions = proposal_results_own(r->ctx, p->form, NULL, 0), *question, *row;
	struct choices out = { 0 };
	size_t i, k;

	json_array_foreach(questions, i, question)
	{
		add_answers(r, &out, question, json_object_get(question, "choices"),
			text_of(question, "label"));
		json_array_foreach(json_object_get(question, "rows"), k, row) add_answers(
			r, &out, question, json_object_get(row, "choices"), text_of(row, "label"));
	}
	json_decref(questions);
	return out;
}

/* ---- The list ---------------------------------------------------------------------------------
 */

static void choose_apart(const char *code, struct q_proposal_responses_list_in *in)
{
	if (!code)
		return;
	in->counted = strcmp(code, "counted") == 0;
	in->late = strcmp(code, "late") == 0;
	in->duplicate = strcmp(code, "duplicate") == 0;
	in->campaigns = strcmp(code, "campaign") == 0;
	in->withdrawn = strcmp(code, "withdrawn") == 0;
}

/* "gain_high" into "gain" and "high"; "gain" into "gain" and NULL (of any grade). */
static void split_points(TALLOC_CTX *ctx, const char *code, const char **kind, const char **grade)
{
	const char *line = strchr(code, '_');

	*kind = line ? text_copyn(ctx, code, (size_t)(line - code)) : code;
	*grade = !line ? NULL : strcmp(line + 1, "none") == 0 ? "" : line + 1;
}

/* Gains, concerns and themes as the fold writes them, so that the list has what a number counts. */
static void choose_points(
	TALLOC_CTX *ctx, const char *points, int64_t theme, struct q_proposal_responses_list_in *in)
{
	const char *kind = NULL, *grade = NULL;

	if (points)
		split_points(ctx, points, &kind, &grade);
	if (theme && kind)
		in->theme_cell = text_format(ctx, "[\"theme\", \"%lld.%s.%s", (long long)theme,
			kind, grade ? text_format(ctx, "%s\"", grade) : "");
	else if (theme)
		in->theme_cell = text_format(ctx, "[\"theme\", \"%lld.", (long long)theme);
	else if (kind)
		in->points_cell = text_format(
			ctx, "[\"%s\", \"%s", kind, grade ? text_format(ctx, "%s\"", grade) : "");
}

static void choose_answer(
	TALLOC_CTX *ctx, const char *answer, struct q_proposal_responses_list_in *in)
{
	const char *dot = answer ? strchr(answer, '.') : NULL;

	if (dot)
		in->answer_cell = text_format(
			ctx, "[\"q:%.*s\", \"%s\"]", (int)(dot - answer), answer, dot + 1);
}

static void choose(struct req *r, struct list *list, const struct choices *group,
	const struct choices *theme, struct q_proposal_responses_list_in *in)
{
	const char *stance = list_filter(list, "stance"), *of = list_filter(list, "group");

	if (stance && strcmp(stance, no_stance.code) == 0)
		in->no_stance = 1;
	else
		in->stance = stance;
	if (of && strcmp(of, no_group.code) == 0)
		in->no_group = 1;
	else
		in->group_id = choices_id(group, of);
	choose_apart(list_filter(list, "apart"), in);
	in->source = list_filter(list, "source");
	in->publication = list_filter(list, "publication");
	in->campaign = list_filter(list, "campaign");
	in->event = list_filter(list, "event");
	choose_points(r->ctx, list_filter(list, "points"),
		choices_id(theme, list_filter(list, "theme")), in);
	choose_answer(r->ctx, list_filter(list, "answer"), in);
	if (in->points_cell || in->theme_cell || in->answer_cell)
		list_is_sparse(list);
}

struct list *proposal_responses_open(
	struct req *r, const struct q_proposal_by_ref *p, struct q_proposal_responses_list_in *in)
{
	struct list_def *def = NEW(r->ctx, struct list_def);
	struct field *filters = NEW_ARRAY(r->ctx, struct field, N_FILTERS);
	struct choices stance = stances(r, p), group = groups(r, p->proposal_id),
		       theme = themes(r, p->proposal_id), apart = aparts(r), campaign = { 0 },
		       event = { 0 }, answer = answers(r, p);
	const char *typed;
	char ref[REF_LENGTH + 1];
	struct list *list;

	CHOICES_READ(r, &campaign, proposal_results_campaigns, row.ref, row.name, 0,
		.proposal_id = p->proposal_id);
	CHOICES_READ(r, &event, proposal_responses_events, row.ref, row.title, 0,
		.proposal_id = p->proposal_id);
	filters[STANCE] = field_select("stance", "Answer", stance.list, stance.n);
	filters[GROUP] = field_select("group", "Group", group.list, group.n);
	filters[POINTS] = field_select("points", "Named", points_choices, COUNT(points_choices));
	filters[THEME] = field_select("theme", "Theme", theme.list, theme.n);
	filters[APART] = field_select("apart", "Counted", apart.list, apart.n);
	filters[SOURCE] = field_select("source", "How it came", proposal_sources, RESPONSE_SOURCES);
	filters[PUBLICATION] = field_select(
		"publication", "May be published", proposal_publications, PUBLICATIONS);
	filters[CAMPAIGN] = field_select("campaign", "Campaign", campaign.list, campaign.n);
	filters[EVENT] = field_select("event", "Meeting", event.list, event.n);
	filters[ANSWER] = field_select("answer", "Answered", answer.list, answer.n);
	*def = (struct list_def){ .one = "response",
		.many = "responses",
		.search = "Words, name or reference",
		.filters = filters,
		.n_filters = N_FILTERS,
		.n_in_sight = APART,
		.columns = columns,
		.n_columns = COUNT(columns),
		.csv = text_format(r->ctx, "/proposals/%s/responses.csv", p->ref),
		.xlsx = text_format(r->ctx, "/proposals/%s/responses.xlsx", p->ref) };
	list = LIST_OPEN(r, proposal_responses_list, def);
	*in = (struct q_proposal_responses_list_in){ .proposal_id = p->proposal_id };
	typed = list_typed(list);
	if (typed && ref_read(typed, ref)) {
		list_without_words(list);
		in->ref = text_copy(r->ctx, ref);
	} else {
		choose(r, list, &group, &theme, in);
	}
	return list;
}

const char *proposal_apart_text(TALLOC_CTX *ctx, const struct q_proposal_responses_list *row)
{
	if (row->withdrawn)
		return "Withdrawn";
	if (row->campaign)
		return text_format(ctx, "Campaign: %s", row->campaign);
	if (row->duplicate_of)
		return "Duplicate";
	return row->late ? "Late" : NULL;
}

const char *proposal_stance_text(const struct q_proposal_by_ref *p, const char *stance)
{
	return stance ? stance_label(stance, p->in_favour, p->against, p->unsure) : no_stance.label;
}

static void show_row(struct req *r, const struct q_proposal_by_ref *p,
	const struct q_proposal_responses_list *row, struct tpl *line)
{
	const char *apart = proposal_apart_text(r->ctx, row);

	tpl_set(line, M_RESPONSE, row->ref);
	tpl_set(line, M_RECEIVED, date_short_text(r->ctx, row->received_on, r->now));
	tpl_set(line, M_SOURCE,
		row->event ? row->event
			   : choice_label(proposal_sources, RESPONSE_SOURCES, row->source));
	tpl_set(line, M_GROUP_NAME, row->group_name ? row->group_name : no_group.label);
	tpl_optional(
		line, M_NAME_GIVEN, M_NAME, *row->organisation ? row->organisation : row->name);
	tpl_set(line, M_STANCE, proposal_stance_text(p, row->stance));
	tpl_count(line, M_GAINS, row->gains);
	tpl_count(line, M_CONCERNS, row->concerns);
	tpl_set(line, M_OPENING, row->opening ? text_opening(r->ctx, row->opening, 120) : "");
	tpl_show_if(line, M_ASKED, *row->asks);
	if (apart)
		tpl_set(tpl_add(line, M_APART), M_WHY, apart);
	else
		tpl_show(line, M_COUNTED);
}

/* GET /proposals/REF/responses */
int proposal_responses(struct req *r)
{
	struct q_proposal_responses_list_in in;
	struct q_proposal_responses_list row;
	struct q_proposal_by_ref p;
	int refused = proposal_found(r, &p);
	struct list *list;

	if (refused)
		return refused;
	fold(r->db, r->ctx, &proposal_fold, PROPOSAL_FOLD);
	list = proposal_responses_open(r, &p, &in);
	list_read(list, &in);
	while (LIST_NEXT(list, proposal_responses_list, &row))
		show_row(r, &p, &row, list_line(list, M_RESPONSE_ROW));
	list_show(list);
	tpl_show_if(r->page, M_SEVERAL, list_filter(list, "points") || list_filter(list, "theme"));
	proposal_heading(r, &p);
	tpl_show_if(r->page, M_MAY_CHANGE,
		access_allows(r->person, MAKES_PROPOSALS) && strcmp(p.state, "draft") != 0);
	return page_show(
		r, 200, T_proposal_responses, text_format(r->ctx, "Responses: %s", p.title));
}
