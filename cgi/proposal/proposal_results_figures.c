/* proposal_results_figures.c: the numbers of a result, and the sums that they stand in. Pure. */
#include <string.h>
#include "proposal_results_hiding.h"

const json_t *figure_value(json_t *in, size_t at)
{
	return json_is_array(in) ? json_array_get(in, at) : json_object_get(in, "n");
}

static size_t figure(struct hiding *h, const char *key, json_t *in, size_t at)
{
	h->figures = must(talloc_realloc_size(h->ctx, h->figures, (h->n + 1) * sizeof *h->figures));
	h->figures[h->n] = (struct figure){
		.key = key, .in = in, .at = at, .n = json_integer_value(figure_value(in, at))
	};
	return h->n++;
}

static const char *named(struct hiding *h, const char *what, const json_t *of, const char *by)
{
	const char *name = json_string_value(json_object_get(of, by));

	return text_format(h->ctx, "%s %s", what, name ? name : "");
}

static struct solve_sum *sum_new(struct hiding *h, size_t total)
{
	struct solve_sum *s;

	h->sums = must(talloc_realloc_size(h->ctx, h->sums, (h->n_sums + 1) * sizeof *h->sums));
	s = &h->sums[h->n_sums++];
	*s = (struct solve_sum){ .figures = NEW(h->ctx, size_t), .n = 1 };
	s->figures[0] = total;
	return s;
}

static void sum_add(struct hiding *h, struct solve_sum *s, size_t of)
{
	s->figures = must(talloc_realloc_size(h->ctx, s->figures, (s->n + 1) * sizeof *s->figures));
	s->figures[s->n++] = of;
}

/* A number for each of a list, and their sum; of: what each belongs to, by its "ref"; NULL: its
 * place. */
static void sum_of(struct hiding *h, size_t total, const char *key, json_t *list, const json_t *of)
{
	struct solve_sum *s = sum_new(h, total);

	for (size_t i = 0; i < json_array_size(list); i++)
		sum_add(h, s,
			figure(h,
				of ? named(h, key, json_array_get(of, i), "ref")
				   : text_format(h->ctx, "%s %zu", key, i),
				list, i));
}

/* The same, of objects with "n". */
static void sum_of_objects(
	struct hiding *h, size_t total, const char *key, json_t *list, const char *by)
{
	struct solve_sum *s = sum_new(h, total);

	for (size_t i = 0; i < json_array_size(list); i++) {
		json_t *one = json_array_get(list, i);

		sum_add(h, s, figure(h, named(h, key, one, by), one, 0));
	}
}

/* Of checkboxes each by itself: who ticked it, and who did not. */
static void ticks(struct hiding *h, size_t total, const char *key, json_t *choices)
{
	for (size_t i = 0; i < json_array_size(choices); i++) {
		json_t *choice = json_array_get(choices, i);
		size_t ticked = figure(h, named(h, key, choice, "code"), choice, 0);
		size_t others =
			figure(h, text_format(h->ctx, "%s not", h->figures[ticked].key), NULL, 0);
		struct solve_sum *s = sum_new(h, total);

		h->figures[others].n = h->figures[total].n - h->figures[ticked].n;
		sum_add(h, s, ticked);
		sum_add(h, s, others);
	}
}

static bool is_named(const json_t *groups, size_t g)
{
	return json_is_true(json_object_get(json_array_get(groups, g), "named"));
}

/* Quotations of one kind of points that are shown beside a group's number of them. */
static int64_t quoted(const json_t *group, size_t point)
{
	const json_t *quotes = json_object_get(group, "quotes"), *quote;
	int64_t n = 0;
	size_t i;

	json_array_foreach(quotes, i, quote) n +=
		json_integer_value(json_object_get(quote, "point")) == (json_int_t)point;
	return n;
}

/* People whom a group's quotations name. */
static int64_t names(const json_t *group)
{
	const json_t *quotes = json_object_get(group, "quotes"), *quote;
	json_t *all = must(json_object());
	int64_t n;
	size_t i;

	json_array_foreach(quotes, i, quote)
	{
		const char *by = json_string_value(json_object_get(quote, "by"));

		if (by && *by)
			json_object_set_new(all, by, must(json_true()));
	}
	n = (int64_t)json_object_size(all);
	json_decref(all);
	return n;
}

/* Rows of groups, the last of them all; `key`: a list of numbers of each. With `total`, "n" of a
 * row is the sum of its list. */
static void table(struct hiding *h, json_t *groups, json_t *all, size_t all_n, const size_t *ns,
	const char *key, bool total)
{
	size_t n_groups = json_array_size(groups);
	json_t *last = json_object_get(all, key);
	size_t width = json_array_size(last), first = h->n;

	for (size_t g = 0; g <= n_groups; g++) {
		json_t *list =
			g < n_groups ? json_object_get(json_array_get(groups, g), key) : last;

		for (size_t i = 0; i < width; i++) {
			/* It may move them. */
			const char *row = h->figures[g < n_groups ? ns[g] : all_n].key;
			size_t at =
				figure(h, text_format(h->ctx, "%s %s %zu", row, key, i), list, i);

			h->figures[at].named = g < n_groups && is_named(groups, g);
			/* Points are no sum of anything, but what quotations stand beside. */
			if (!total && g < n_groups)
				h->figures[at].seen = quoted(json_array_get(groups, g), i);
		}
	}
	for (size_t g = 0; total && g <= n_groups; g++) {
		struct solve_sum *s = sum_new(h, g < n_groups ? ns[g] : all_n);

		for (size_t i = 0; i < width; i++)
			sum_add(h, s, first + g * width + i);
	}
	for (size_t i = 0; i < width; i++) {
		struct solve_sum *s = sum_new(h, first + n_groups * width + i);

		for (size_t g = 0; g < n_groups; g++)
			sum_add(h, s, first + g * width + i);
	}
}

static void collect_themes(struct hiding *h, json_t *themes, const json_t *groups)
{
	for (size_t i = 0; i < json_array_size(themes); i++) {
		json_t *theme = json_array_get(themes, i);
		const char *key = named(h, "theme", theme, "ref");
		size_t n = figure(h, key, theme, 0);

		sum_of(h, n, key, json_object_get(theme, "kinds"), NULL);
		sum_of(h, n, text_format(h->ctx, "%s group", key), json_object_get(theme, "groups"),
			groups);
	}
}

/* Of numbers and dates, whose ranges follow what was answered. */
bool result_is_ranges(const json_t *question)
{
	return json_is_true(json_object_get(question, "read"));
}

/* Who must answer does: then it is the same number once more. */
static void same(struct hiding *h, size_t total, size_t of)
{
	if (h->figures[total].n == h->figures[of].n)
		sum_add(h, sum_new(h, total), of);
}

/* A table: each of its lines by itself. */
static void collect_rows(struct hiding *h, size_t answered, const char *key, json_t *rows)
{
	for (size_t i = 0; i < json_array_size(rows); i++) {
		json_t *row = json_array_get(rows, i);
		const char *line = text_format(h->ctx, "%s row %zu", key, i);
		size_t n = figure(h, line, row, 0);

		same(h, answered, n);
		sum_of_objects(h, n, line, json_object_get(row, "choices"), "code");
	}
}

static void collect_questions(struct hiding *h, size_t all_n, json_t *questions)
{
	for (size_t i = 0; i < json_array_size(questions); i++) {
		json_t *question = json_array_get(questions, i);
		json_t *choices = json_object_get(question, "choices");
		const char *key = named(h, "question", question, "name");
		size_t n = figure(h, key, question, 0);

		same(h, all_n, n);
		if (json_is_true(json_object_get(question, "many")))
			ticks(h, n, key, choices);
		else
			sum_of_objects(
				h, n, key, choices, result_is_ranges(question) ? "label" : "code");
		collect_rows(h, n, key, json_object_get(question, "rows"));
	}
}

/* Each reason by itself; but campaigns are the sum of what is apart as theirs. */
static void collect_apart(struct hiding *h, json_t *apart, json_t *campaigns)
{
	for (size_t i = 0; i < json_array_size(apart); i++) {
		json_t *one = json_array_get(apart, i);
		const char *code = json_string_value(json_object_get(one, "code"));
		size_t n = figure(h, named(h, "apart", one, "code"), one, 0);

		if (code && strcmp(code, "campaign") == 0)
			sum_of_objects(h, n, "campaign", campaigns, "ref");
		else
			sum_new(h, n);
	}
}

/* What people said first, then what staff made of it. */
void hiding_collect(struct hiding *h, json_t *results)
{
	json_t *groups = json_object_get(results, "groups"), *all = json_object_get(results, "all");
	size_t n_groups = json_array_size(groups), all_n = figure(h, "all", all, 0);
	size_t *ns = NEW_ARRAY(h->ctx, size_t, n_groups + 1);
	struct solve_sum *s;

	for (size_t g = 0; g < n_groups; g++) {
		json_t *group = json_array_get(groups, g);

		ns[g] = figure(h, named(h, "group", group, "ref"), group, 0);
		h->figures[ns[g]].named = is_named(groups, g);
		h->figures[ns[g]].seen = names(group);
	}
	s = sum_new(h, all_n);
	for (size_t g = 0; g < n_groups; g++)
		sum_add(h, s, ns[g]);
	table(h, groups, all, all_n, ns, "stance", true);
	table(h, groups, all, all_n, ns, "points", false);
	collect_questions(h, all_n, json_object_get(results, "questions"));
	sum_of_objects(h, all_n, "source", json_object_get(results, "sources"), "code");
	collect_apart(h, json_object_get(results, "apart"), json_object_get(results, "campaigns"));
	h->n_said = h->n;
	collect_themes(h, json_object_get(results, "themes"), groups);
}
