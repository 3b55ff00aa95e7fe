/* proposal_results_file.c: the result of a proposal as a file: a row for each number and each
 * quotation. */
#include <string.h>
#include "audit.h"
#include "chart.h"
#include "csv_file.h"
#include "pages.h"
#include "proposal_results.h"
#include "xlsx_file.h"

enum { N_HEADS = 8 };

static const char *const heads[N_HEADS] = { "Part", "Group", "What", "Grade", "Number", "Per cent",
	"In their words", "Who said it" };

struct row {
	const char *part, *group, *what, *grade;
	const json_t *n;    /* NULL: none */
	const char *figure; /* in its place: one that is no count */
	const char *percent, *words, *by;
};

struct file {
	TALLOC_CTX *ctx;
	struct csv_file *csv; /* one of the two */
	struct xlsx_file *xlsx;
	const json_t *results, *groups;
};

static void words(struct file *f, const char *text)
{
	if (f->csv)
		csv_words(&f->csv->csv, text);
	else
		xlsx_words(f->xlsx, text);
}

static void number(struct file *f, const json_t *n)
{
	if (!json_is_integer(n))
		words(f, NULL);
	else if (f->csv)
		csv_number(&f->csv->csv, json_integer_value(n));
	else
		xlsx_number(f->xlsx, json_integer_value(n));
}

static void put(struct file *f, struct row row)
{
	words(f, row.part);
	words(f, row.group);
	words(f, row.what);
	words(f, row.grade);
	if (row.figure)
		words(f, row.figure);
	else
		number(f, row.n);
	words(f, row.percent);
	words(f, row.words);
	words(f, row.by);
	if (f->csv)
		csv_end(&f->csv->csv);
	else
		xlsx_file_row(f->xlsx);
}

static const char *text_of(const json_t *object, const char *key)
{
	const char *text = json_string_value(json_object_get(object, key));

	return text ? text : "";
}

static const json_t *group_at(const struct file *f, size_t i)
{
	return i < json_array_size(f->groups) ? json_array_get(f->groups, i)
					      : json_object_get(f->results, "all");
}

static const char *group_name(const struct file *f, size_t i)
{
	return i < json_array_size(f->groups) ? text_of(group_at(f, i), "name") : "All";
}

static const char *percent_of(TALLOC_CTX *ctx, const json_t *n, const json_t *all)
{
	return percent_text(ctx, json_integer_value(n), json_integer_value(all));
}

static void put_answers(struct file *f)
{
	const json_t *stances = json_object_get(f->results, "stances");

	for (size_t g = 0; g <= json_array_size(f->groups); g++) {
		const json_t *group = group_at(f, g), *n = json_object_get(group, "n");
		const json_t *members = json_object_get(group, "members");
		const json_t *stance = json_object_get(group, "stance");

		if (members)
			put(f, (struct row){ .part = "Answers",
				       .group = group_name(f, g),
				       .what = "Asked",
				       .n = members });
		put(f, (struct row){ .part = "Answers",
			       .group = group_name(f, g),
			       .what = "Answered",
			       .n = n,
			       .percent = proposal_rate_text(f->ctx, n, members) });
		for (size_t i = 0; i < json_array_size(stance); i++)
			put(f, (struct row){ .part = "Answers",
				       .group = group_name(f, g),
				       .what = json_string_value(json_array_get(stances, i)),
				       .n = json_array_get(stance, i),
				       .percent =
					       percent_of(f->ctx, json_array_get(stance, i), n) });
	}
}

static void put_quotes(struct file *f, size_t g, size_t point, struct row row)
{
	const json_t *quotes = json_object_get(group_at(f, g), "quotes"), *quote;
	size_t i;

	row.part = "Quotations";
	row.n = NULL;
	json_array_foreach(quotes, i, quote)
	{
		if (json_integer_value(json_object_get(quote, "point")) != (json_int_t)point)
			continue;
		row.words = text_of(quote, "text");
		row.by = text_of(quote, "by");
		put(f, row);
	}
}

/* A group after the other, as the table has them. */
static void put_points(struct file *f)
{
	for (size_t g = 0; g <= json_array_size(f->groups); g++)
		for (size_t i = 0; i < RESULT_POINTS; i++) {
			const struct result_point *point = &result_points[i];
			struct row row = { .part = "Gains and concerns",
				.group = group_name(f, g),
				.what = choice_label(
					proposal_point_kinds, POINT_KINDS, point->kind),
				.grade = *point->grade ? choice_label(proposal_grades, GRADES,
								 point->grade)
						       : NULL,
				.n = json_array_get(json_object_get(group_at(f, g), "points"), i) };

			if (json_integer_value(row.n) == 0)
				continue;
			put(f, row);
			put_quotes(f, g, i, row);
		}
}

static void put_themes(struct file *f)
{
	const json_t *themes = json_object_get(f->results, "themes"), *theme;
	size_t i;

	json_array_foreach(themes, i, theme)
	{
		const json_t *groups = json_object_get(theme, "groups");

		for (size_t g = 0; g <= json_array_size(groups); g++)
			put(f, (struct row){ .part = "Themes",
				       .group = group_name(f, g),
				       .what = text_of(theme, "name"),
				       .n = g < json_array_size(groups)
						    ? json_array_get(groups, g)
						    : json_object_get(theme, "n") });
	}
}

static void put_list(struct file *f, const char *part, const json_t *list, const char *label)
{
	const json_t *one;
	size_t i;

	json_array_foreach(list, i, one) put(f, (struct row){ .part = part,
							.what = text_of(one, label),
							.n = json_object_get(one, "n") });
}

static void put_question(struct file *f, const json_t *question)
{
	static const char *const names[][2] = { { "mean", "Mean" }, { "median", "Median" },
		{ "smallest", "Smallest" }, { "largest", "Largest" } };
	const json_t *rows = json_object_get(question, "rows"), *row;
	const json_t *figures = json_object_get(question, "figures");
	const char *label = text_of(question, "label");
	size_t i;

	put(f, (struct row){
		       .part = label, .what = "Answered", .n = json_object_get(question, "n") });
	put_list(f, label, json_object_get(question, "choices"), "label");
	json_array_foreach(rows, i, row)
		put_list(f, text_format(f->ctx, "%s: %s", label, text_of(row, "label")),
			json_object_get(row, "choices"), "label");
	for (i = 0; figures && i < COUNT(names); i++)
		put(f, (struct row){ .part = label,
			       .what = names[i][1],
			       .figure = text_of(figures, names[i][0]) });
}

static void put_all(struct file *f)
{
	const json_t *questions = json_object_get(f->results, "questions"), *question;
	size_t i;

	put_answers(f);
	put_points(f);
	put_themes(f);
	json_array_foreach(questions, i, question) put_question(f, question);
	put_list(f, "How people answered", json_object_get(f->results, "sources"), "label");
	put_list(f, "Counted apart", json_object_get(f->results, "apart"), "label");
	put_list(f, "Campaigns", json_object_get(f->results, "campaigns"), "name");
}

static struct file file_of(struct req *r)
{
	const json_t *results = r->stream_data;

	return (struct file){
		.ctx = r->ctx, .results = results, .groups = json_object_get(results, "groups")
	};
}

static bool write_csv(struct req *r, struct sink *sink)
{
	struct file f = file_of(r);

	f.csv = csv_file_begin(r, sink, heads, N_HEADS);
	put_all(&f);
	return csv_file_end(f.csv);
}

static bool write_xlsx(struct req *r, struct sink *sink)
{
	struct file f = file_of(r);

	f.xlsx = xlsx_file_begin(r, sink, "Results", heads, N_HEADS);
	if (!f.xlsx)
		return false;
	put_all(&f);
	return xlsx_file_end(f.xlsx);
}

static int file(struct req *r, const char *type, const char *name,
	bool (*write)(struct req *, struct sink *))
{
	struct q_proposal_by_ref p;
	int refused = proposal_found(r, &p);

	if (refused)
		return refused;
	audit(r, AUDIT_EXPORT, "proposal", p.ref, audit_fact(NULL, "file", name));
	return respond_stream(r, type, name, write, proposal_results_make(r, &p));
}

/* GET /proposals/REF/results.csv */
int proposal_results_csv(struct req *r)
{
	return file(r, CSV_TYPE, "results.csv", write_csv);
}

/* GET /proposals/REF/results.xlsx */
int proposal_results_xlsx(struct req *r)
{
	return file(r, XLSX_TYPE, "results.xlsx", write_xlsx);
}
