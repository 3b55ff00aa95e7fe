/* proposal_results_show.c: a result on a page, of staff or of everybody: pictures, tables of the
 * same numbers, and what people said. */
#include <string.h>
#include "chart.h"
#include "proposal_results_showing.h"

enum { BARS = 12 };

static const json_t *group_at(const struct showing *s, size_t i)
{
	return i < s->n_groups ? json_array_get(s->groups, i) : s->all;
}

static const char *group_name(const struct showing *s, size_t i)
{
	return i < s->n_groups ? text_of(group_at(s, i), "name") : "All";
}

/* What narrows the list to a group: "&group=7KQF-2MXW"; "" for all. */
static const char *group_link(const struct showing *s, size_t i)
{
	return i < s->n_groups ? text_format(s->ctx, "&group=%s", text_of(group_at(s, i), "ref"))
			       : "";
}

void result_figure(struct showing *s, struct tpl *cell, const json_t *n, const char *apart,
	const char *filters, const char *label, const char *percent)
{
	struct tpl *t = tpl_include(cell, M_FIGURE, T_proposal_figure);
	int64_t number = json_integer_value(n);

	if (!n || json_is_null(n)) {
		tpl_show(t, M_HIDDEN);
		s->hidden = true;
		return;
	}
	if (s->responses && filters && number > 0) {
		struct tpl *linked = tpl_add(t, M_LINKED);

		tpl_setf(linked, M_LIST_LINK, "%s?apart=%s%s", s->responses, apart, filters);
		tpl_set(linked, M_LABEL, label);
		tpl_count(linked, M_N, number);
	} else {
		tpl_count(tpl_add(t, M_PLAIN), M_N, number);
	}
	tpl_optional(t, M_PERCENT_GIVEN, M_PERCENT, percent);
}

static void head(struct tpl *t, const char *label)
{
	tpl_set(tpl_add(t, M_HEAD), M_LABEL, label);
}

/* ---- Stances -----------------------------------------------------------------------------------
 */

const char *proposal_rate_text(TALLOC_CTX *ctx, const json_t *n, const json_t *members)
{
	int64_t asked = json_integer_value(members), tenths;

	if (!json_is_integer(n) || !json_is_integer(members) || asked < 1)
		return "";
	if (json_integer_value(n) == 0 || json_integer_value(n) == asked)
		return json_integer_value(n) == 0 ? "0%" : "100%";
	tenths = (json_integer_value(n) * 2000 + asked) / (2 * asked);
	return text_format(ctx, "%lld.%lld%%", (long long)(tenths / 10), (long long)(tenths % 10));
}

static const char *stance_percent(TALLOC_CTX *ctx, const json_t *n, const json_t *all)
{
	if (!json_is_integer(n) || !json_is_integer(all) || json_integer_value(all) == 0)
		return "";
	return percent_text(ctx, json_integer_value(n), json_integer_value(all));
}

static const char *stance_code(size_t i)
{
	return i < STANCES ? stance_codes[i] : "none";
}

static void stance_row(struct showing *s, struct tpl *part, size_t g)
{
	const json_t *group = group_at(s, g), *stance = json_object_get(group, "stance");
	const json_t *n = json_object_get(group, "n"), *members = json_object_get(group, "members");
	struct tpl *row = tpl_add(part, M_GROUP);

	tpl_set(row, M_NAME, group_name(s, g));
	tpl_set(row, M_MEMBERS,
		json_is_integer(members) ? count_text(s->ctx, json_integer_value(members)) : "");
	result_figure(s, tpl_add(row, M_CELL), n, "counted", group_link(s, g),
		text_format(s->ctx, "answered, %s", group_name(s, g)),
		proposal_rate_text(s->ctx, n, members));
	for (size_t i = 0; i < json_array_size(stance); i++) {
		const json_t *value = json_array_get(stance, i);
		const char *label = json_string_value(json_array_get(s->stances, i));

		result_figure(s, tpl_add(row, M_CELL), value, "counted",
			text_format(s->ctx, "%s&stance=%s", group_link(s, g), stance_code(i)),
			text_format(s->ctx, "%s, %s", label, group_name(s, g)),
			stance_percent(s->ctx, value, n));
	}
}

/* False: some of it is hidden, or there is none. */
static bool chart_row_of(struct showing *s, size_t g, struct chart_row *row, bool *hidden)
{
	const json_t *stance = json_object_get(group_at(s, g), "stance");
	size_t n = json_array_size(stance);
	int64_t *counts = NEW_ARRAY(s->ctx, int64_t, n + 1), all = 0;

	for (size_t i = 0; i < n; i++) {
		*hidden = !json_is_integer(json_array_get(stance, i));
		if (*hidden)
			return false;
		all += counts[i] = json_integer_value(json_array_get(stance, i));
	}
	*row = (struct chart_row){ group_name(s, g), counts };
	return all > 0;
}

static const char *describe_stances(const struct showing *s, const struct chart_row *rows,
	size_t n_rows, const char *const *scale, size_t n_scale)
{
	struct buf out = { .ctx = s->ctx };

	for (size_t i = 0; i < n_rows; i++) {
		buf_addf(&out, "%s%s", i ? ". " : "", rows[i].label);
		for (size_t k = 0; k < n_scale; k++)
			buf_addf(&out, "%s%s %lld", k ? ", " : ": ", scale[k],
				(long long)rows[i].counts[k]);
	}
	buf_addc(&out, '.');
	return buf_text(&out);
}

static void stance_chart(struct showing *s, struct tpl *part)
{
	size_t n_scale = json_array_size(s->stances), n = 0;
	const char **scale = NEW_ARRAY(s->ctx, const char *, n_scale + 1);
	struct chart_row *rows = NEW_ARRAY(s->ctx, struct chart_row, s->n_groups + 2);
	struct chart_words words = { .id = "chart-stances", .title = "Answers by group" };
	struct buf left_out = { .ctx = s->ctx };

	for (size_t i = 0; i < n_scale; i++)
		scale[i] = json_string_value(json_array_get(s->stances, i));
	for (size_t g = s->n_groups == 1; g <= s->n_groups; g++) {
		bool hidden = false;

		n += chart_row_of(s, g, &rows[n], &hidden);
		if (hidden)
			buf_addf(&left_out, "%s%s", left_out.len ? ", " : "", group_name(s, g));
	}
	if (n == 0)
		return;
	tpl_optional(part, M_LEFT_OUT, M_GROUPS, left_out.len ? buf_text(&left_out) : NULL);
	words.unsaid = n_scale > STANCES ? scale[STANCES] : NULL;
	words.description = describe_stances(s, rows, n, scale, n_scale);
	chart_stack(s->ctx, part, &words, rows, n, scale, n_scale);
}

static void show_stances(struct showing *s, struct tpl *t)
{
	struct tpl *part = tpl_add(t, M_STANCES);

	head(part, "Answered");
	for (size_t i = 0; i < json_array_size(s->stances); i++)
		head(part, json_string_value(json_array_get(s->stances, i)));
	stance_chart(s, part);
	for (size_t g = 0; g <= s->n_groups; g++)
		stance_row(s, part, g);
}

/* ---- Gains and concerns ------------------------------------------------------------------------
 */

static void show_quotes(const json_t *group, size_t point, struct tpl *kind)
{
	const json_t *quotes = json_object_get(group, "quotes"), *quote;
	struct tpl *list = NULL;
	size_t i;

	json_array_foreach(quotes, i, quote)
	{
		struct tpl *t;

		if (json_integer_value(json_object_get(quote, "point")) != (json_int_t)point)
			continue;
		list = list ? list : tpl_add(kind, M_QUOTED);
		t = tpl_add(list, M_QUOTE);
		tpl_set(t, M_TEXT, text_of(quote, "text"));
		tpl_optional(t, M_BY_GIVEN, M_BY, text_of(quote, "by"));
	}
}

static const char *grade_label(const char *grade)
{
	return *grade ? choice_label(proposal_grades, GRADES, grade) : "Not graded";
}

/* As the list's filter has it. */
static const char *points_code(const struct showing *s, const struct result_point *of)
{
	if (strcmp(of->kind, "comment") == 0)
		return of->kind;
	return text_format(s->ctx, "%s_%s", of->kind, *of->grade ? of->grade : "none");
}

/* The points of one kind that a group named. */
static void point_cell(
	struct showing *s, struct tpl *row, size_t g, const struct choice *kind, const char *label)
{
	const json_t *group = group_at(s, g), *points = json_object_get(group, "points");
	struct tpl *cell = tpl_add(row, M_CELL);
	bool any = false;

	tpl_set(cell, M_LABEL, label);
	for (size_t i = 0; i < RESULT_POINTS; i++) {
		const struct result_point *of = &result_points[i];
		const json_t *n = json_array_get(points, i);
		struct tpl *t;

		if (strcmp(of->kind, kind->code) != 0 ||
			(json_is_integer(n) && json_integer_value(n) == 0))
			continue;
		t = tpl_add(cell, M_KIND);
		tpl_set(t, M_GRADE, strcmp(of->kind, "comment") == 0 ? "" : grade_label(of->grade));
		result_figure(s, t, n, "counted",
			text_format(s->ctx, "%s&points=%s", group_link(s, g), points_code(s, of)),
			text_format(s->ctx, "%s, %s", of->label, group_name(s, g)), NULL);
		show_quotes(group, i, t);
		any = true;
	}
	tpl_show_if(cell, M_NONE, !any);
}

static bool has_points(const json_t *group, const char *kind)
{
	const json_t *points = json_object_get(group, "points");

	for (size_t i = 0; i < RESULT_POINTS; i++) {
		const json_t *n = json_array_get(points, i);

		if ((!kind || strcmp(result_points[i].kind, kind) == 0) &&
			(json_is_null(n) || json_integer_value(n) > 0))
			return true;
	}
	return false;
}

static void show_points(struct showing *s, struct tpl *t)
{
	static const char *const heads[POINT_KINDS] = { "Gains", "Concerns", "Comments" };
	struct tpl *part = tpl_add(t, M_POINTS);
	size_t n_kinds = has_points(s->all, "comment") ? POINT_KINDS : POINT_KINDS - 1;

	for (size_t i = 0; i < n_kinds; i++)
		head(part, heads[i]);
	for (size_t g = 0; g <= s->n_groups; g++) {
		struct tpl *row;

		if (!has_points(group_at(s, g), NULL))
			continue;
		row = tpl_add(part, M_GROUP);
		tpl_set(row, M_NAME, group_name(s, g));
		for (size_t i = 0; i < n_kinds; i++)
			point_cell(s, row, g, &proposal_point_kinds[i], heads[i]);
	}
}

/* ---- Themes ------------------------------------------------------------------------------------
 */

/* Nothing was given to this theme itself, only to those below it: noughts would read as a count of
 * all of them. */
static bool only_heads(const json_t *themes, size_t i)
{
	const json_t *theme = json_array_get(themes, i), *n = json_object_get(theme, "n");

	return !json_is_true(json_object_get(theme, "under")) && json_is_integer(n) &&
	       json_integer_value(n) == 0 &&
	       json_is_true(json_object_get(json_array_get(themes, i + 1), "under"));
}

static void theme_row(struct showing *s, struct tpl *part, const json_t *themes, size_t at)
{
	const json_t *theme = json_array_get(themes, at);
	const json_t *kinds = json_object_get(theme, "kinds");
	const json_t *groups = json_object_get(theme, "groups");
	const char *name = text_of(theme, "name");
	const char *link = text_format(s->ctx, "&theme=%s", text_of(theme, "ref"));
	struct tpl *row = tpl_add(part, M_THEME);

	tpl_set(row, M_NAME, name);
	tpl_show_if(row, M_UNDER, json_is_true(json_object_get(theme, "under")));
	if (only_heads(themes, at)) {
		tpl_int(tpl_add(row, M_ABOVE), M_COLUMNS, (int64_t)(2 + POINT_KINDS + s->n_groups));
		return;
	}
	result_figure(
		s, tpl_add(row, M_CELL), json_object_get(theme, "n"), "counted", link, name, NULL);
	for (size_t i = 0; i < POINT_KINDS; i++)
		result_figure(s, tpl_add(row, M_CELL), json_array_get(kinds, i), "counted",
			text_format(s->ctx, "%s&points=%s", link, proposal_point_kinds[i].code),
			text_format(s->ctx, "%s, %s", name, proposal_point_kinds[i].label), NULL);
	for (size_t g = 0; g < s->n_groups; g++)
		result_figure(s, tpl_add(row, M_CELL), json_array_get(groups, g), "counted",
			text_format(s->ctx, "%s%s", link, group_link(s, g)),
			text_format(s->ctx, "%s, %s", name, group_name(s, g)), NULL);
}

/* What a picture says to somebody who cannot see it. */
static const char *describe(TALLOC_CTX *ctx, const struct chart_bar *bars, size_t n)
{
	struct buf out = { .ctx = ctx };

	for (size_t i = 0; i < n; i++)
		buf_addf(
			&out, "%s%s: %s", i ? ". " : "", bars[i].label, count_text(ctx, bars[i].n));
	buf_addc(&out, '.');
	return buf_text(&out);
}

void result_bars(struct showing *s, struct tpl *part, const char *id, const char *title,
	const json_t *list, const char *label)
{
	struct chart_bar *all = NEW_ARRAY(s->ctx, struct chart_bar, BARS);
	const json_t *one;
	int64_t most = 0;
	size_t n = 0, i;

	json_array_foreach(list, i, one)
	{
		if (n == BARS || n_of(one) == 0)
			continue;
		all[n++] = (struct chart_bar){ text_of(one, label), n_of(one), -1, NULL };
		most = n_of(one) > most ? n_of(one) : most;
	}
	if (n > 0)
		chart_bars(s->ctx, part,
			&(struct chart_words){
				.id = id, .title = title, .description = describe(s->ctx, all, n) },
			all, n, most);
}

static void show_themes(struct showing *s, struct tpl *t)
{
	static const char *const heads[] = { "All", "Gains", "Concerns", "Comments" };
	const json_t *themes = json_object_get(s->results, "themes");
	struct tpl *part = tpl_add(t, M_THEMES);
	size_t i;

	for (i = 0; i < COUNT(heads); i++)
		head(part, heads[i]);
	for (i = 0; i < s->n_groups; i++)
		head(part, group_name(s, i));
	result_bars(s, part, "chart-themes", "Themes", themes, "name");
	for (i = 0; i < json_array_size(themes); i++)
		theme_row(s, part, themes, i);
}

/* ---- Lists of one number each ------------------------------------------------------------------
 */

static struct tpl *list_new(struct tpl *t, const char *code, const char *heading,
	const char *column, const char *sentence)
{
	struct tpl *part = tpl_add(t, M_LIST_OF);

	tpl_set(part, M_CODE, code);
	tpl_set(part, M_HEADING, heading);
	tpl_set(part, M_COLUMN, column);
	tpl_optional(part, M_SENTENCE_GIVEN, M_SENTENCE, sentence);
	return part;
}

static void list_row(struct showing *s, struct tpl *part, const json_t *one, const char *label,
	const char *apart, const char *filters)
{
	struct tpl *row = tpl_add(part, M_ROW);

	tpl_set(row, M_NAME, text_of(one, label));
	result_figure(s, tpl_add(row, M_CELL), json_object_get(one, "n"), apart, filters,
		text_of(one, label), NULL);
}

static bool any_in(const json_t *list)
{
	const json_t *one;
	size_t i;

	json_array_foreach(list, i, one)
	{
		const json_t *n = json_object_get(one, "n");

		if (json_is_null(n) || json_integer_value(n) > 0)
			return true;
	}
	return false;
}

static void show_sources(struct showing *s, struct tpl *t)
{
	const json_t *sources = json_object_get(s->results, "sources"), *one;
	struct tpl *part = list_new(t, "sources", "How people answered", "How", NULL);
	size_t i;

	json_array_foreach(sources, i, one) list_row(s, part, one, "label", "counted",
		text_format(s->ctx, "&source=%s", text_of(one, "code")));
}

static void show_apart(struct showing *s, struct tpl *t)
{
	const json_t *apart = json_object_get(s->results, "apart"), *one;
	const json_t *campaigns = json_object_get(s->results, "campaigns");
	struct tpl *part = list_new(
		t, "apart", "Counted apart", "Why", "They are in none of the other figures.");
	size_t i;

	json_array_foreach(apart, i, one) list_row(s, part, one, "label", text_of(one, "code"), "");
	json_array_foreach(campaigns, i, one) list_row(s, part, one, "name", "campaign",
		text_format(s->ctx, "&campaign=%s", text_of(one, "ref")));
}

void proposal_results_show(
	struct req *r, const json_t *results, const char *responses, struct tpl *page)
{
	struct tpl *t = tpl_include(page, M_RESULTS, T_proposal_results_part);
	struct showing s = { .ctx = r->ctx,
		.results = results,
		.groups = json_object_get(results, "groups"),
		.all = json_object_get(results, "all"),
		.stances = json_object_get(results, "stances"),
		.responses = responses,
		.results_page = text_format(r->ctx, "/proposals/%s/results", r->args[0]) };
	const json_t *n = json_object_get(s.all, "n"), *question;
	size_t i;

	s.n_groups = json_array_size(s.groups);
	tpl_show_if(t, M_NOTHING, json_is_integer(n) && json_integer_value(n) == 0);
	show_stances(&s, t);
	if (has_points(s.all, NULL))
		show_points(&s, t);
	if (any_in(json_object_get(results, "themes")))
		show_themes(&s, t);
	json_array_foreach(json_object_get(results, "questions"), i, question)
		result_question_show(&s, t, question);
	if (any_in(json_object_get(results, "sources")))
		show_sources(&s, t);
	if (any_in(json_object_get(results, "apart")))
		show_apart(&s, t);
	tpl_show_if(t, M_SOME_HIDDEN, s.hidden);
}
