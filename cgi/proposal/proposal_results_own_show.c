/* proposal_results_own_show.c: what was answered to a proposal's own questions, on the page of its
 * results. */
#include "proposal_results_showing.h"

static void show_figures(struct tpl *part, const json_t *figures)
{
	struct tpl *t;

	if (!figures)
		return;
	t = tpl_add(part, M_FIGURES);
	tpl_set(t, M_MEAN, text_of(figures, "mean"));
	tpl_set(t, M_MEDIAN, text_of(figures, "median"));
	if (!json_object_get(figures, "smallest")) /* published: they are somebody's */
		return;
	t = tpl_add(t, M_ENDS);
	tpl_set(t, M_SMALLEST, text_of(figures, "smallest"));
	tpl_set(t, M_LARGEST, text_of(figures, "largest"));
}

static const char *row_percent(struct showing *s, const json_t *n, const json_t *row)
{
	const json_t *base = json_object_get(row, "n");

	return json_is_integer(n) && json_integer_value(base) > 0
		       ? percent_text(s->ctx, json_integer_value(n), json_integer_value(base))
		       : NULL;
}

/* A table: a line for each of its lines, a column for each choice. */
static void show_grid(struct showing *s, struct tpl *part, const json_t *question)
{
	const json_t *rows = json_object_get(question, "rows"), *row, *choice;
	const json_t *scale = json_object_get(json_array_get(rows, 0), "choices");
	struct tpl *table = tpl_add(part, M_GRID);
	size_t i, k;

	json_array_foreach(scale, k, choice)
		tpl_set(tpl_add(table, M_POINT), M_LABEL, text_of(choice, "label"));
	json_array_foreach(rows, i, row)
	{
		struct tpl *line = tpl_add(table, M_GRID_ROW);

		tpl_set(line, M_NAME, text_of(row, "label"));
		json_array_foreach(json_object_get(row, "choices"), k, choice)
		{
			const json_t *n = json_object_get(choice, "n");

			result_figure(s, tpl_add(line, M_CELL), n, "counted",
				text_format(s->ctx, "&answer=%s.%s", text_of(question, "name"),
					text_of(choice, "code")),
				text_format(s->ctx, "%s: %s", text_of(row, "label"),
					text_of(choice, "label")),
				row_percent(s, n, row));
		}
		result_figure(s, tpl_add(line, M_ANSWERED), json_object_get(row, "n"), NULL, NULL,
			NULL, NULL);
	}
}

static bool grid_is_whole(const json_t *rows)
{
	const json_t *row, *choice;
	size_t i, k;

	json_array_foreach(rows, i, row) json_array_foreach(json_object_get(row, "choices"), k,
		choice) if (!json_is_integer(json_object_get(choice, "n"))) return false;
	return true;
}

/* A picture of parts says something only where each of them is known. */
static void grid_chart(struct showing *s, struct tpl *part, const json_t *question, const char *id)
{
	const json_t *rows = json_object_get(question, "rows"), *row, *choice;
	const json_t *scale = json_object_get(json_array_get(rows, 0), "choices");
	size_t n = json_array_size(rows), n_scale = json_array_size(scale), i, k;
	struct chart_row *list = NEW_ARRAY(s->ctx, struct chart_row, n + 1);
	const char **points = NEW_ARRAY(s->ctx, const char *, n_scale + 1);
	struct buf words = { .ctx = s->ctx };

	if (!grid_is_whole(rows) || n_of(question) == 0)
		return;
	json_array_foreach(scale, k, choice) points[k] = text_of(choice, "label");
	json_array_foreach(rows, i, row)
	{
		int64_t *counts = NEW_ARRAY(s->ctx, int64_t, n_scale + 1);

		buf_addf(&words, "%s%s", i ? ". " : "", text_of(row, "label"));
		json_array_foreach(json_object_get(row, "choices"), k, choice)
		{
			counts[k] = n_of(choice);
			buf_addf(&words, "%s%s %s", k ? ", " : ": ", text_of(choice, "label"),
				count_text(s->ctx, counts[k]));
		}
		list[i] = (struct chart_row){ text_of(row, "label"), counts };
	}
	buf_addc(&words, '.');
	chart_stack(s->ctx, part,
		&(struct chart_words){ .id = text_format(s->ctx, "chart-%s", id),
			.title = text_of(question, "label"),
			.description = buf_text(&words) },
		list, n, points, n_scale);
}

/* Choices lead to the responses that gave them; ranges of numbers and months to nothing. */
static void show_choices(struct showing *s, struct tpl *part, const json_t *question)
{
	const json_t *choices = json_object_get(question, "choices"), *one;
	struct tpl *table;
	size_t i;

	if (json_array_size(choices) == 0)
		return;
	table = tpl_add(part, M_ANSWERS);
	json_array_foreach(choices, i, one)
	{
		struct tpl *row = tpl_add(table, M_ROW);

		tpl_set(row, M_NAME, text_of(one, "label"));
		result_figure(s, tpl_add(row, M_CELL), json_object_get(one, "n"), "counted",
			json_object_get(one, "code")
				? text_format(s->ctx, "&answer=%s.%s", text_of(question, "name"),
					  text_of(one, "code"))
				: NULL,
			text_of(one, "label"), NULL);
	}
}

static void show_read(struct showing *s, struct tpl *part, const json_t *question)
{
	struct tpl *t;

	if (!s->responses || !json_is_true(json_object_get(question, "read")) ||
		n_of(question) == 0)
		return;
	t = tpl_add(part, M_READ);
	tpl_setf(t, M_LIST_LINK, "%s/answers/%s", s->results_page, text_of(question, "name"));
	tpl_count(t, M_N, n_of(question));
	tpl_show(t, n_of(question) == 1 ? M_ONE : M_SEVERAL);
}

/* Ranges of numbers and months, with the empty ones between them; where each of them is known. */
static void range_chart(struct showing *s, struct tpl *part, const json_t *question, const char *id)
{
	const json_t *choices = json_object_get(question, "choices"), *one;
	size_t n = json_array_size(choices), i;
	struct chart_bar *list = NEW_ARRAY(s->ctx, struct chart_bar, n + 1);
	struct buf words = { .ctx = s->ctx };

	json_array_foreach(choices, i, one)
	{
		if (!json_is_integer(json_object_get(one, "n")))
			return;
		list[i] = (struct chart_bar){ text_of(one, "label"), n_of(one), -1, NULL };
		buf_addf(&words, "%s%s: %s", i ? ". " : "", list[i].label,
			count_text(s->ctx, list[i].n));
	}
	buf_addc(&words, '.');
	if (n > 0)
		chart_ranges(s->ctx, part,
			&(struct chart_words){ .id = id,
				.title = text_of(question, "label"),
				.description = buf_text(&words) },
			list, n);
}

void result_question_show(struct showing *s, struct tpl *t, const json_t *question)
{
	const char *id = text_format(s->ctx, "answer-%s", text_of(question, "name"));
	struct tpl *part = tpl_add(t, M_OWN);

	tpl_set(part, M_CODE, id);
	tpl_set(part, M_HEADING, text_of(question, "label"));
	tpl_show_if(part, M_MANY, json_is_true(json_object_get(question, "many")));
	result_figure(s, tpl_add(part, M_ANSWERED), json_object_get(question, "n"), NULL, NULL,
		NULL, NULL);
	show_figures(part, json_object_get(question, "figures"));
	show_read(s, part, question);
	if (json_is_true(json_object_get(question, "read")))
		range_chart(s, part, question, text_format(s->ctx, "chart-%s", id));
	else
		result_bars(s, part, text_format(s->ctx, "chart-%s", id),
			text_of(question, "label"), json_object_get(question, "choices"), "label");
	show_choices(s, part, question);
	if (json_object_get(question, "rows")) {
		grid_chart(s, part, question, id);
		show_grid(s, part, question);
	}
}
