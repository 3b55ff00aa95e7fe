/* proposal_results.c: the result of a proposal, out of its totals. */
#include "proposal_results.h"
#include "submission.h"

#include <stdlib.h>
#include <string.h>
#include "proposal_fold.h"

enum { QUOTES_MOST = 1000 };

const struct result_point result_points[RESULT_POINTS] = {
	{ "gain", "high", "Gains, high" },
	{ "gain", "medium", "Gains, medium" },
	{ "gain", "", "Gains" },
	{ "concern", "high", "Concerns, high" },
	{ "concern", "medium", "Concerns, medium" },
	{ "concern", "", "Concerns" },
	{ "comment", "", "Comments" },
};

const struct choice proposal_aparts[PROPOSAL_APARTS] = {
	{ "late", "Late", NULL, false },
	{ "duplicate", "Sent before by the same people", NULL, false },
	{ "campaign", "Of a campaign", NULL, false },
	{ "withdrawn", "Withdrawn", NULL, false },
};

struct totals {
	struct q_proposal_results_totals *list;
	size_t n;
	int64_t *groups; /* ids, in their order; the last is 0: no group */
	size_t n_groups;
};

/* ---- Totals ------------------------------------------------------------------------------------
 */

static struct totals totals_read(struct req *r, int64_t proposal_id)
{
	struct db_rows *rows = Q_ROWS(r->db, proposal_results_totals, .proposal_id = proposal_id);
	struct q_proposal_results_totals row;
	struct totals t = { .list = NEW_ARRAY(r->ctx, struct q_proposal_results_totals,
				    db_rows_count(rows) + 1) };

	while (Q_NEXT(rows, proposal_results_totals, &row)) {
		row.dimension = text_copy(r->ctx, row.dimension);
		row.value = text_copy(r->ctx, row.value);
		t.list[t.n++] = row;
	}
	return t;
}

/* group -1: of all. A value that ends with "." counts all that begin with it. */
static int64_t sum(const struct totals *t, const char *dimension, const char *value, int64_t group)
{
	size_t len = strlen(value);
	bool begins = len && value[len - 1] == '.';
	int64_t n = 0;

	for (size_t i = 0; i < t->n; i++)
		if ((group < 0 || t->list[i].group_id == group) &&
			strcmp(t->list[i].dimension, dimension) == 0 &&
			(begins ? strncmp(t->list[i].value, value, len)
				: strcmp(t->list[i].value, value)) == 0)
			n += t->list[i].n;
	return n;
}

static json_t *text(const char *s)
{
	return must(json_string(s));
}

static void put(json_t *object, const char *key, json_t *value)
{
	ASSERT(json_object_set_new(object, key, must(value)) == 0);
}

static void put_int(json_t *object, const char *key, int64_t n)
{
	put(object, key, json_integer(n));
}

static void add(json_t *array, json_t *value)
{
	ASSERT(json_array_append_new(array, must(value)) == 0);
}

/* ---- Groups ------------------------------------------------------------------------------------
 */

static bool has_stance_unsaid(const struct totals *t)
{
	return sum(t, "stance", "", -1) > 0;
}

static json_t *stance_labels(const struct q_proposal_by_ref *p, const struct totals *t)
{
	json_t *labels = must(json_array());

	add(labels, text(p->in_favour));
	add(labels, text(p->against));
	add(labels, text(p->unsure));
	if (has_stance_unsaid(t))
		add(labels, text("Did not say"));
	return labels;
}

static void put_counts(json_t *to, const struct totals *t, int64_t group)
{
	json_t *stance = must(json_array()), *points = must(json_array());

	put_int(to, "n", sum(t, "all", "", group));
	for (size_t i = 0; i < STANCES; i++)
		add(stance, json_integer(sum(t, "stance", stance_codes[i], group)));
	if (has_stance_unsaid(t))
		add(stance, json_integer(sum(t, "stance", "", group)));
	for (size_t i = 0; i < RESULT_POINTS; i++)
		add(points,
			json_integer(sum(t, result_points[i].kind, result_points[i].grade, group)));
	put(to, "stance", stance);
	put(to, "points", points);
}

static json_t *group_new(const struct totals *t, int64_t id, const char *ref, const char *name)
{
	json_t *group = must(json_object());

	put(group, "ref", text(ref));
	put(group, "name", text(name));
	put_counts(group, t, id);
	put(group, "named",
		json_boolean(sum(t, "publication", "name", id) == sum(t, "all", "", id)));
	put(group, "quotes", json_array());
	return group;
}

/* Those that were asked, answered they or not; and those who speak for none, if there are any. */
static json_t *groups_of(struct req *r, int64_t proposal_id, struct totals *t)
{
	struct db_rows *rows = Q_ROWS(r->db, proposal_groups, .proposal_id = proposal_id);
	json_t *groups = must(json_array());
	struct q_proposal_groups row;

	t->groups = NEW_ARRAY(r->ctx, int64_t, db_rows_count(rows) + 1);
	while (Q_NEXT(rows, proposal_groups, &row)) {
		json_t *group = group_new(t, row.group_id, row.ref, row.name);

		if (row.members_known)
			put_int(group, "members", row.members);
		add(groups, group);
		t->groups[t->n_groups++] = row.group_id;
	}
	if (sum(t, "all", "", 0) > 0) {
		add(groups, group_new(t, 0, "none", t->n_groups ? "No group" : "Everybody"));
		t->groups[t->n_groups++] = 0;
	}
	return groups;
}

static size_t point_index(const char *kind, const char *grade)
{
	size_t i = 0;

	while (i < RESULT_POINTS && (strcmp(result_points[i].kind, kind) != 0 ||
					    strcmp(result_points[i].grade, grade) != 0))
		i++;
	/* A comment that was graded is a comment. */
	return i < RESULT_POINTS ? i : RESULT_POINTS - 1;
}

/* By whom, as their writer lets us say it; "": by nobody who is named. */
static const char *quoted_by(const struct q_proposal_results_quotes *row)
{
	if (strcmp(row->publication, "name") != 0)
		return "";
	return *row->organisation ? row->organisation : row->name;
}

static void put_quotes(struct req *r, int64_t proposal_id, const struct totals *t, json_t *groups)
{
	struct db_rows *rows = Q_ROWS(
		r->db, proposal_results_quotes, .proposal_id = proposal_id, .most = QUOTES_MOST);
	struct q_proposal_results_quotes row;

	while (Q_NEXT(rows, proposal_results_quotes, &row)) {
		size_t i = 0;
		json_t *quote;

		while (i < t->n_groups && t->groups[i] != row.group_id)
			i++;
		if (i == t->n_groups)
			continue;
		quote = must(json_object());
		put_int(quote, "point", (int64_t)point_index(row.kind, row.grade));
		put(quote, "text", text(row.text));
		put(quote, "by", text(quoted_by(&row)));
		add(json_object_get(json_array_get(groups, i), "quotes"), quote);
	}
}

/* ---- Themes, questions, what is apart ----------------------------------------------------------
 */

static json_t *theme_new(
	TALLOC_CTX *ctx, const struct totals *t, const struct q_proposal_results_themes *row)
{
	json_t *theme = must(json_object()), *kinds = must(json_array()),
	       *groups = must(json_array());
	const char *all = text_format(ctx, "%lld.", (long long)row->theme_id);

	put(theme, "ref", text(row->ref));
	put(theme, "name", text(row->name));
	put(theme, "under", json_boolean(row->parent_id));
	put_int(theme, "n", sum(t, "theme", all, -1));
	for (size_t i = 0; i < POINT_KINDS; i++)
		add(kinds,
			json_integer(sum(t, "theme",
				text_format(ctx, "%s%s.", all, proposal_point_kinds[i].code), -1)));
	for (size_t i = 0; i < t->n_groups; i++)
		add(groups, json_integer(sum(t, "theme", all, t->groups[i])));
	put(theme, "kinds", kinds);
	put(theme, "groups", groups);
	return theme;
}

static json_t *themes_of(struct req *r, int64_t proposal_id, const struct totals *t)
{
	struct db_rows *rows = Q_ROWS(r->db, proposal_results_themes, .proposal_id = proposal_id);
	json_t *themes = must(json_array());
	struct q_proposal_results_themes row;

	while (Q_NEXT(rows, proposal_results_themes, &row))
		add(themes, theme_new(r->ctx, t, &row));
	return themes;
}

static void put_choice(json_t *choices, const struct totals *t, const char *dimension,
	const char *code, const char *label)
{
	json_t *choice = must(json_object());

	put(choice, "code", text(code));
	put(choice, "label", text(label));
	put_int(choice, "n", sum(t, dimension, code, -1));
	add(choices, choice);
}

static json_t *choices_of(
	const struct totals *t, const char *dimension, const struct choice *list, size_t n)
{
	json_t *out = must(json_array());

	for (size_t i = 0; i < n; i++)
		put_choice(out, t, dimension, list[i].code, list[i].label);
	return out;
}

static json_t *campaigns_of(struct req *r, int64_t proposal_id, const struct totals *t)
{
	struct db_rows *rows =
		Q_ROWS(r->db, proposal_results_campaigns, .proposal_id = proposal_id);
	json_t *out = must(json_array());
	struct q_proposal_results_campaigns row;

	while (Q_NEXT(rows, proposal_results_campaigns, &row)) {
		json_t *campaign = must(json_object());

		put(campaign, "ref", text(row.ref));
		put(campaign, "name", text(row.name));
		put_int(campaign, "n",
			sum(t, "campaign", text_format(r->ctx, "%lld", (long long)row.campaign_id),
				-1));
		add(out, campaign);
	}
	return out;
}

static int let_go(json_t **held)
{
	json_decref(*held);
	return 0;
}

json_t *proposal_results_make(struct req *r, const struct q_proposal_by_ref *p)
{
	json_t **held = NEW(r->ctx, json_t *), *out = must(json_object());
	json_t *all = must(json_object()), *groups;
	struct totals t;

	*held = out;
	talloc_set_destructor(held, let_go);
	fold(r->db, r->ctx, &proposal_fold, PROPOSAL_FOLD);
	t = totals_read(r, p->proposal_id);
	groups = groups_of(r, p->proposal_id, &t);
	put_quotes(r, p->proposal_id, &t, groups);
	put_counts(all, &t, -1);
	put(out, "stances", stance_labels(p, &t));
	put(out, "all", all);
	put(out, "groups", groups);
	put(out, "themes", themes_of(r, p->proposal_id, &t));
	put(out, "questions", proposal_results_own(r->ctx, p->form, t.list, t.n));
	put(out, "sources", choices_of(&t, "source", proposal_sources, RESPONSE_SOURCES));
	put(out, "apart", choices_of(&t, "apart", proposal_aparts, PROPOSAL_APARTS));
	put(out, "campaigns", campaigns_of(r, p->proposal_id, &t));
	return out;
}

/* ---- Words that are taken back -----------------------------------------------------------------
 */

/* Names one quotation: two that say the same in one name are the same. */
static const char *quote_key(TALLOC_CTX *ctx, const char *by, const char *words)
{
	return text_format(ctx, "%s\n%s", by, words);
}

/* What may be quoted now. Owned by the caller. */
static json_t *quotable(struct db *db, TALLOC_CTX *ctx, int64_t proposal_id)
{
	struct db_rows *rows = Q_ROWS(
		db, proposal_results_quotes, .proposal_id = proposal_id, .most = QUOTES_MOST);
	struct q_proposal_results_quotes row;
	json_t *keys = must(json_object());

	while (Q_NEXT(rows, proposal_results_quotes, &row))
		put(keys, quote_key(ctx, quoted_by(&row), row.text), json_true());
	return keys;
}

void proposal_results_take_back(struct db *db, TALLOC_CTX *ctx, int64_t proposal_id)
{
	struct q_proposal_results_published published;
	json_t *results, *keys, *group;
	bool any = false;
	size_t g;

	if (!Q_ONE(db, proposal_results_published, &published, .proposal_id = proposal_id))
		return;
	results = json_open(ctx, published.results);
	keys = quotable(db, ctx, proposal_id);
	json_array_foreach(json_object_get(results, "groups"), g, group)
	{
		json_t *quotes = json_object_get(group, "quotes");

		for (size_t i = json_array_size(quotes); i-- > 0;) {
			const json_t *quote = json_array_get(quotes, i);
			const char *key =
				quote_key(ctx, json_string_value(json_object_get(quote, "by")),
					json_string_value(json_object_get(quote, "text")));

			if (!json_object_get(keys, key)) {
				json_array_remove(quotes, i);
				any = true;
			}
		}
	}
	if (any)
		Q_RUN(db, proposal_results_take_back, .proposal_id = proposal_id,
			.results = json_compact(ctx, results));
	json_decref(keys);
}
