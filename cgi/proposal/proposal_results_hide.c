/* proposal_results_hide.c: a result as everybody may read it. Pure.
 *
 * A number of a result stands in several sums at once: that of its group and that of its column. So
 * each sum is looked at by itself (suppress.h), again and again, with what the others hide kept
 * hidden, until none of them hides any more; then all of them together (solve.h). Of a group whose
 * responses may all be published by name nothing is hidden: it is taken out of the sums, as whoever
 * reads it can.
 *
 * Who kept what was published before subtracts: so a number that has changed since by a small one
 * is hidden too. */
#include <stdlib.h>
#include <string.h>
#include <talloc.h>
#include "buf.h"
#include "proposal_results.h"
#include "solve.h"
#include "suppress.h"

struct figure {
	const char *key; /* what it is of, in whichever publication */
	json_t *in;      /* an array, or an object; NULL: it is not shown */
	size_t at;       /* place in the array */
	int64_t n;
	bool hidden;
	bool changed; /* by a few since it was published */
	bool named;   /* made of responses alone that may be published by name: nobody's secret */
};

struct hiding {
	TALLOC_CTX *ctx;
	struct figure *figures;
	struct solve_sum *sums;
	size_t n, n_sums;
	size_t n_said; /* figures that people made; themes follow */
};

static const json_t *value_of(json_t *in, size_t at)
{
	return json_is_array(in) ? json_array_get(in, at) : json_object_get(in, "n");
}

static size_t figure(struct hiding *h, const char *key, json_t *in, size_t at)
{
	h->figures = must(talloc_realloc_size(h->ctx, h->figures, (h->n + 1) * sizeof *h->figures));
	h->figures[h->n] = (struct figure){
		.key = key, .in = in, .at = at, .n = json_integer_value(value_of(in, at))
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
static bool is_ranges(const json_t *question)
{
	return json_is_true(json_object_get(question, "read"));
}

/* A table: each of its lines by itself. */
static void collect_rows(struct hiding *h, const char *key, json_t *rows)
{
	for (size_t i = 0; i < json_array_size(rows); i++) {
		json_t *row = json_array_get(rows, i);
		const char *line = text_format(h->ctx, "%s row %zu", key, i);

		sum_of_objects(
			h, figure(h, line, row, 0), line, json_object_get(row, "choices"), "code");
	}
}

static void collect_questions(struct hiding *h, json_t *questions)
{
	for (size_t i = 0; i < json_array_size(questions); i++) {
		json_t *question = json_array_get(questions, i);
		json_t *choices = json_object_get(question, "choices");
		const char *key = named(h, "question", question, "name");
		size_t n = figure(h, key, question, 0);

		if (json_is_true(json_object_get(question, "many")))
			ticks(h, n, key, choices);
		else
			sum_of_objects(h, n, key, choices, is_ranges(question) ? "label" : "code");
		collect_rows(h, key, json_object_get(question, "rows"));
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
static void collect(struct hiding *h, json_t *results)
{
	json_t *groups = json_object_get(results, "groups"), *all = json_object_get(results, "all");
	size_t n_groups = json_array_size(groups), all_n = figure(h, "all", all, 0);
	size_t *ns = NEW_ARRAY(h->ctx, size_t, n_groups + 1);
	struct solve_sum *s;

	for (size_t g = 0; g < n_groups; g++) {
		json_t *group = json_array_get(groups, g);

		ns[g] = figure(h, named(h, "group", group, "ref"), group, 0);
		h->figures[ns[g]].named = is_named(groups, g);
	}
	s = sum_new(h, all_n);
	for (size_t g = 0; g < n_groups; g++)
		sum_add(h, s, ns[g]);
	table(h, groups, all, all_n, ns, "stance", true);
	table(h, groups, all, all_n, ns, "points", false);
	collect_questions(h, json_object_get(results, "questions"));
	sum_of_objects(h, all_n, "source", json_object_get(results, "sources"), "code");
	collect_apart(h, json_object_get(results, "apart"), json_object_get(results, "campaigns"));
	h->n_said = h->n;
	collect_themes(h, json_object_get(results, "themes"), groups);
}

/* ---- What was published before --------------------------------------------------------------- */

static bool differs(const struct figure *f, const json_t *was, bool *by_few)
{
	int64_t more = json_is_integer(was) ? f->n - json_integer_value(was) : 0;

	*by_few = more != 0 && llabs(more) < SUPPRESS_BELOW;
	return more != 0;
}

/* Where people said nothing else since, themes changed because staff coded them: that is nobody's
 * secret. */
static void compare(struct hiding *h, json_t *before)
{
	struct hiding was = { .ctx = h->ctx };
	json_t *shown = must(json_object());
	bool said = false;

	collect(&was, before);
	for (size_t i = 0; i < was.n; i++) {
		const struct figure *f = &was.figures[i];

		if (f->in)
			json_object_set(shown, f->key, (json_t *)value_of(f->in, f->at));
	}
	for (size_t i = 0; i < h->n; i++) {
		struct figure *f = &h->figures[i];
		bool by_few, differs_here = differs(f, json_object_get(shown, f->key), &by_few);

		said |= i < h->n_said && differs_here;
		f->changed |= by_few && !f->named && (i < h->n_said || said);
	}
	json_decref(shown);
}

/* True: it hides more than was hidden. */
static bool look(struct hiding *h, const struct solve_sum *s)
{
	struct suppress_cell *cells = NEW_ARRAY(h->ctx, struct suppress_cell, s->n);
	bool more = false, own = h->figures[s->figures[0]].named;
	size_t n = 0;

	for (size_t i = 0; i < s->n; i++) {
		const struct figure *f = &h->figures[s->figures[i]];

		if (f->named && !own) {
			cells[0].n -= f->n;
			continue;
		}
		cells[n++] = (struct suppress_cell){
			.n = f->n, .parent = i ? 0 : SUPPRESS_TOP, .keep = f->hidden || f->changed
		};
	}
	if (!own)
		suppress(cells, n, SUPPRESS_BELOW);
	n = 0;
	for (size_t i = 0; i < s->n; i++) {
		struct figure *f = &h->figures[s->figures[i]];

		if (f->named)
			continue;
		more |= cells[n].hidden && !f->hidden;
		f->hidden |= cells[n++].hidden;
	}
	talloc_free(cells);
	return more;
}

/* ---- Numbers and dates ------------------------------------------------------------------------
 */

static bool same_labels(const json_t *a, const json_t *b)
{
	size_t n = json_array_size(a);

	for (size_t i = 0; i < n && n == json_array_size(b); i++)
		if (!json_equal(json_object_get(json_array_get(a, i), "label"),
			    json_object_get(json_array_get(b, i), "label")))
			return false;
	return n == json_array_size(b);
}

/* Other ranges than were published before would be subtracted from them: they go. */
static void drop_ranges(json_t *questions, const json_t *before)
{
	for (size_t i = 0; i < json_array_size(questions); i++) {
		json_t *question = json_array_get(questions, i);
		const json_t *list = json_object_get(before, "questions"), *was;
		size_t k;

		json_array_foreach(list, k, was)
		{
			if (!is_ranges(question) || !json_equal(json_object_get(was, "name"),
							    json_object_get(question, "name")))
				continue;
			json_object_del(question, "figures");
			if (!same_labels(json_object_get(was, "choices"),
				    json_object_get(question, "choices")))
				json_object_del(question, "choices");
		}
	}
}

/* The smallest and the largest number are somebody's; and the mean gives away what is hidden. */
static void hide_figures(json_t *questions)
{
	json_t *question, *choice;
	size_t i, k;

	json_array_foreach(questions, i, question)
	{
		json_t *figures = json_object_get(question, "figures");
		bool hidden = json_is_null(json_object_get(question, "n"));

		json_array_foreach(json_object_get(question, "choices"), k, choice) hidden |=
			json_is_null(json_object_get(choice, "n"));
		if (figures) {
			json_object_del(figures, "smallest");
			json_object_del(figures, "largest");
		}
		if (hidden)
			json_object_del(question, "figures");
	}
}

/* ---- All sums together ------------------------------------------------------------------------
 */

/* A number that nobody may find out, in a sum without those who let us name them. */
static bool is_secret(const struct hiding *h, size_t of)
{
	const struct figure *f = &h->figures[of];
	int64_t n = f->n;

	for (size_t i = 0; i < h->n_sums; i++) {
		const struct solve_sum *s = &h->sums[i];

		if (s->figures[0] != of)
			continue;
		n = f->n;
		for (size_t k = 1; k < s->n; k++)
			if (h->figures[s->figures[k]].named)
				n -= h->figures[s->figures[k]].n;
		if (n != f->n)
			break;
	}
	return !f->named && (f->changed || (n > 0 && n < SUPPRESS_BELOW));
}

/* The lowest that is shown in a sum with one of `near`, and could be hidden; h->n: none. Makes
 * `near` all that are in such a sum. */
static size_t lowest_near(const struct hiding *h, bool *near, bool *wider)
{
	bool *next = NEW_ARRAY(h->ctx, bool, h->n);
	size_t at = h->n;

	*wider = false;
	for (size_t i = 0; i < h->n_sums; i++) {
		const struct solve_sum *s = &h->sums[i];
		bool touches = false;

		for (size_t k = 0; k < s->n; k++)
			touches |= near[s->figures[k]];
		for (size_t k = 0; touches && k < s->n; k++) {
			const struct figure *f = &h->figures[s->figures[k]];

			next[s->figures[k]] = true;
			if (f->in && !f->hidden && !f->named && f->n > 0 &&
				(at == h->n || f->n < h->figures[at].n))
				at = s->figures[k];
		}
	}
	for (size_t i = 0; i < h->n; i++) {
		*wider |= next[i] && !near[i];
		near[i] |= next[i];
	}
	talloc_free(next);
	return at;
}

/* One more is hidden, as near as there is one. */
static bool hide_near(struct hiding *h, size_t of)
{
	bool *near = NEW_ARRAY(h->ctx, bool, h->n);
	bool wider = true;
	size_t at = h->n;

	near[of] = true;
	while (at == h->n && wider)
		at = lowest_near(h, near, &wider);
	talloc_free(near);
	if (at < h->n)
		h->figures[at].hidden = true;
	return at < h->n;
}

/* True: a secret could be worked out, and more is hidden than was. */
static bool look_at_all(struct hiding *h)
{
	bool *hidden = NEW_ARRAY(h->ctx, bool, h->n), *known = NEW_ARRAY(h->ctx, bool, h->n);
	bool more = false;

	for (size_t i = 0; i < h->n; i++)
		hidden[i] = h->figures[i].hidden || !h->figures[i].in;
	solve(h->ctx, h->sums, h->n_sums, hidden, known, h->n);
	for (size_t i = 0; i < h->n; i++)
		if (known[i] && is_secret(h, i))
			more |= hide_near(h, i);
	talloc_free(hidden);
	talloc_free(known);
	return more;
}

static void hide_all(struct hiding *h)
{
	bool more = true;

	while (more) {
		more = false;
		for (size_t i = 0; i < h->n_sums; i++)
			more |= look(h, &h->sums[i]);
		if (!more)
			more = look_at_all(h);
	}
}

void proposal_results_hide(json_t *results, json_t *before)
{
	struct hiding h = { .ctx = talloc_new(NULL) };
	json_t *questions = json_object_get(results, "questions");

	for (size_t i = 0; i < json_array_size(before); i++)
		drop_ranges(questions, json_array_get(before, i));
	collect(&h, results);
	for (size_t i = 0; i < json_array_size(before); i++)
		compare(&h, json_array_get(before, i));
	hide_all(&h);
	for (size_t i = 0; i < h.n; i++) {
		const struct figure *f = &h.figures[i];

		if (!f->hidden || !f->in)
			continue;
		if (json_is_array(f->in))
			json_array_set_new(f->in, f->at, json_null());
		else
			json_object_set_new(f->in, "n", json_null());
	}
	hide_figures(questions);
	talloc_free(h.ctx);
}
