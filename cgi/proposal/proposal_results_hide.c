/* proposal_results_hide.c: a result as everybody may read it. Pure.
 *
 * A number of a result stands in several sums at once: that of its group and that of its column. So
 * each sum is looked at by itself (suppress.h), again and again, with what the others hide kept
 * hidden, until none of them hides any more; then all of them together (solve.h). Of a group whose
 * responses may all be published by name nothing is hidden: it is taken out of the sums, as whoever
 * reads it can.
 *
 * Who kept what was published before subtracts: so a number that has changed since by a small one
 * is hidden too, and so many others of its sum that what is hidden has not, together. Who reads
 * quotations counts them. */
#include <stdlib.h>
#include <string.h>
#include "proposal_results_hiding.h"
#include "suppress.h"

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

	json_array_append_new(h->was, shown);
	hiding_collect(&was, before);
	for (size_t i = 0; i < was.n; i++) {
		const struct figure *f = &was.figures[i];

		if (f->in)
			json_object_set(shown, f->key, (json_t *)figure_value(f->in, f->at));
	}
	for (size_t i = 0; i < h->n; i++) {
		struct figure *f = &h->figures[i];
		bool by_few, differs_here = differs(f, json_object_get(shown, f->key), &by_few);

		said |= i < h->n_said && differs_here;
		f->changed |= by_few && !f->named && (i < h->n_said || said);
	}
	h->said |= said;
}

/* What is hidden of a sum, together, less what it was together before: 0 where nobody can tell. */
static int64_t difference(const struct hiding *h, const struct solve_sum *s, const json_t *was)
{
	int64_t more = 0;

	for (size_t i = 0; i < s->n; i++) {
		const struct figure *f = &h->figures[s->figures[i]];
		const json_t *before = f->in ? json_object_get(was, f->key) : NULL;
		int64_t change = f->n - json_integer_value(before);

		if (i && (f->hidden || !f->in))
			continue;
		if (f->hidden || json_is_null(before))
			return 0;
		more += i ? -change : change;
	}
	return more;
}

/* True: what is hidden of a sum changed by a few since it was published, so more of it is hidden.
 */
static bool look_back(struct hiding *h, const struct solve_sum *s)
{
	const json_t *was;
	size_t i, lowest = h->n;
	bool few = false;

	if (s->n < 2 || (s->figures[0] >= h->n_said && !h->said))
		return false;
	json_array_foreach(h->was, i, was)
	{
		int64_t more = difference(h, s, was);

		few |= more != 0 && llabs(more) < SUPPRESS_BELOW;
	}
	for (i = 1; few && i < s->n; i++) {
		const struct figure *f = &h->figures[s->figures[i]];

		if (!f->hidden && f->in && !f->named && f->n > 0 &&
			(lowest == h->n || f->n < h->figures[lowest].n))
			lowest = s->figures[i];
	}
	if (few)
		h->figures[lowest < h->n ? lowest : s->figures[0]].hidden = true;
	return few;
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
		cells[n] = (struct suppress_cell){ .n = f->n,
			.parent = i ? 0 : SUPPRESS_TOP,
			.keep = f->hidden || f->changed,
			.seen = f->seen };
		n++;
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
			if (!result_is_ranges(question) ||
				!json_equal(json_object_get(was, "name"),
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

/* What of a figure is of those who let us name them. */
static int64_t named_part(const struct hiding *h, size_t of)
{
	int64_t n = 0;

	for (size_t i = 0; n == 0 && i < h->n_sums; i++) {
		const struct solve_sum *s = &h->sums[i];

		for (size_t k = 1; s->figures[0] == of && k < s->n; k++)
			n += h->figures[s->figures[k]].named ? h->figures[s->figures[k]].n : 0;
	}
	return n;
}

/* A number that nobody may find out, in a sum without those who let us name them. */
static bool is_secret(const struct hiding *h, size_t of)
{
	const struct figure *f = &h->figures[of];
	int64_t n = f->n - named_part(h, of);

	return !f->named && (f->changed || (n > 0 && n < SUPPRESS_BELOW));
}

/* Of a secret more can be told than that it is one: at least that, and below the threshold. */
static bool is_narrowed(const struct hiding *h, size_t of, int64_t least, int64_t low, int64_t high)
{
	int64_t named = named_part(h, of);

	if (h->figures[of].n - named >= SUPPRESS_BELOW)
		return high - low < SUPPRESS_BELOW - 1;
	return low > least || high - named < SUPPRESS_BELOW - 1;
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

/* What everybody knows of each figure by itself: nought is shown, so what is hidden is not. */
static void set_bounds(const struct hiding *h, int64_t *low, int64_t *high)
{
	for (size_t i = 0; i < h->n; i++) {
		const struct figure *f = &h->figures[i];
		bool open = f->hidden || !f->in;

		low[i] = !open ? f->n : !f->in ? 0 : f->seen > 1 ? f->seen : 1;
		high[i] = open ? SOLVE_ENDLESS : f->n;
	}
}

/* And of what is hidden by what it is made of: a sum of two that are not nought is two. */
static int64_t *leasts(const struct hiding *h, const int64_t *low)
{
	enum { LEVELS = 3 };
	int64_t *least = NEW_ARRAY(h->ctx, int64_t, h->n);

	memcpy(least, low, h->n * sizeof *least);
	for (size_t i = 0; i < LEVELS * h->n_sums; i++) {
		const struct solve_sum *s = &h->sums[i % h->n_sums];
		int64_t n = 0;

		for (size_t k = 1; k < s->n; k++)
			n += least[s->figures[k]];
		if (n > least[s->figures[0]])
			least[s->figures[0]] = n;
	}
	return least;
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

/* True: more could be told of a secret by what the others can be, and more is hidden than was. */
static bool look_at_bounds(struct hiding *h)
{
	int64_t *low = NEW_ARRAY(h->ctx, int64_t, h->n), *high = NEW_ARRAY(h->ctx, int64_t, h->n);
	int64_t *least;
	bool more = false;

	set_bounds(h, low, high);
	least = leasts(h, low);
	solve_bounds(h->sums, h->n_sums, low, high);
	for (size_t i = 0; i < h->n && !more; i++)
		if ((h->figures[i].hidden || !h->figures[i].in) && is_secret(h, i) &&
			is_narrowed(h, i, least[i], low[i], high[i]))
			more = hide_near(h, i);
	talloc_free(low);
	talloc_free(high);
	talloc_free(least);
	return more;
}

static void hide_all(struct hiding *h)
{
	bool more = true;

	while (more) {
		more = false;
		for (size_t i = 0; i < h->n_sums; i++)
			more |= look(h, &h->sums[i]) | look_back(h, &h->sums[i]);
		if (!more)
			more = look_at_all(h) || look_at_bounds(h);
	}
}

void proposal_results_hide(json_t *results, json_t *before)
{
	struct hiding h = { .ctx = talloc_new(NULL), .was = must(json_array()) };
	json_t *questions = json_object_get(results, "questions");

	for (size_t i = 0; i < json_array_size(before); i++)
		drop_ranges(questions, json_array_get(before, i));
	hiding_collect(&h, results);
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
	json_decref(h.was);
	talloc_free(h.ctx);
}
