/* review_scores.c: the criteria of a review, what each scored alone, and what was agreed on. */
#include "review_scores.h"

#include "review_sections.h"

struct review_criteria_list review_criteria_of(struct req *r, const struct q_review_by_ref *v)
{
	struct db_rows *rows = Q_ROWS(r->db, review_criteria_of, .version_id = v->version_id);
	struct review_criteria_list out = { 0 };
	struct q_review_criteria_of row;

	out.list = NEW_ARRAY(r->ctx, struct review_criterion, db_rows_count(rows) + 1);
	while (Q_NEXT(rows, review_criteria_of, &row)) {
		const char *const scale[] = { row.scale_0, row.scale_1, row.scale_2, row.scale_3,
			row.scale_4 };
		struct review_criterion *one = &out.list[out.n++];

		*one = (struct review_criterion){ .id = row.criterion_id,
			.weight = row.weight,
			.name = text_copy(r->ctx, row.name),
			.help = text_copy(r->ctx, row.help),
			.evidence = text_copy(r->ctx, row.evidence) };
		for (size_t i = 0; i < COUNT(scale); i++)
			one->scale[i] = text_copy(r->ctx, scale[i]);
		out.weights += row.weight;
	}
	return out;
}

size_t review_criterion_index(const struct review_criteria_list *all, int64_t id)
{
	size_t i = 0;

	while (i < all->n && all->list[i].id != id)
		i++;
	return i;
}

struct review_agreed_list review_agreed_of(
	struct req *r, const struct q_review_by_ref *v, const struct review_criteria_list *all)
{
	struct review_agreed_list out = { .list = NEW_ARRAY(
						  r->ctx, struct review_agreed, all->n + 1) };
	struct review_weighted *weighted = NEW_ARRAY(r->ctx, struct review_weighted, all->n + 1);
	struct db_rows *rows = Q_ROWS(r->db, review_agreed_list, .review_id = v->review_id);
	struct q_review_agreed_list row;

	for (size_t i = 0; i < all->n; i++)
		out.list[i] = (struct review_agreed){ -1, "", "" };
	while (Q_NEXT(rows, review_agreed_list, &row)) {
		size_t i = review_criterion_index(all, row.criterion_id);

		if (i < all->n)
			out.list[i] = (struct review_agreed){ (int)row.score,
				text_copy(r->ctx, row.reason), text_copy(r->ctx, row.who) };
	}
	for (size_t i = 0; i < all->n; i++)
		weighted[i] = (struct review_weighted){ all->list[i].weight, out.list[i].score };
	out.mean = review_mean(weighted, all->n);
	return out;
}

const char *review_mean_number(TALLOC_CTX *ctx, int64_t mean)
{
	return text_format(ctx, "%lld.%02lld", (long long)mean / 100, (long long)mean % 100);
}

const char *review_mean_text(TALLOC_CTX *ctx, int64_t mean)
{
	return mean < 0 ? ""
			: text_format(ctx, "%s of 4 (%d%%)", review_mean_number(ctx, mean),
				  review_mean_percent(mean));
}

const char *review_score_words(TALLOC_CTX *ctx, const struct review_criterion *one, int score)
{
	return score < 0 || score > REVIEW_SCORE_MOST
		       ? ""
		       : text_format(ctx, "%d: %s", score, one->scale[score]);
}

const struct choice *review_score_choices(TALLOC_CTX *ctx, const struct review_criterion *one)
{
	static const char *const codes[] = { "0", "1", "2", "3", "4" };
	struct choice *choices = NEW_ARRAY(ctx, struct choice, COUNT(codes));

	for (size_t i = 0; i < COUNT(codes); i++)
		choices[i] = (struct choice){ .code = codes[REVIEW_SCORE_MOST - i],
			.label = review_score_words(ctx, one, (int)(REVIEW_SCORE_MOST - i)) };
	return choices;
}

void review_score_fields(TALLOC_CTX *ctx, const struct review_criteria_list *all, bool required,
	struct field *fields)
{
	for (size_t i = 0; i < all->n; i++) {
		const struct review_criterion *one = &all->list[i];

		fields[2 * i] = (struct field){ .type = FIELD_RADIOS,
			.name = text_format(ctx, "score_%zu", i + 1),
			.label = "Score",
			.required = required,
			.unmarked = true,
			.missing = text_format(ctx, "Score %s", one->name),
			.choices = review_score_choices(ctx, one),
			.n_choices = REVIEW_SCORE_MOST + 1 };
		fields[2 * i + 1] = (struct field){ .type = FIELD_LONG,
			.name = text_format(ctx, "reason_%zu", i + 1),
			.label = "Why this score?",
			.required = required,
			.unmarked = true,
			.max_length = REVIEW_REASON_LENGTH,
			.missing = text_format(ctx, "Write why you score %s so", one->name) };
	}
}

/* ---- Side by side ---------------------------------------------------------------------------- */

struct review_given *review_given_of(struct req *r, int64_t review_id, size_t *n)
{
	struct db_rows *rows = Q_ROWS(r->db, review_scores_all, .review_id = review_id);
	struct review_given *out = NEW_ARRAY(r->ctx, struct review_given, db_rows_count(rows) + 1);
	struct q_review_scores_all row;

	*n = 0;
	while (Q_NEXT(rows, review_scores_all, &row))
		out[(*n)++] = (struct review_given){ .criterion_id = row.criterion_id,
			.name = text_copy(r->ctx, row.name),
			.reason = text_copy(r->ctx, row.reason),
			.score = (int)row.score };
	return out;
}

void review_given_show(struct req *r, const struct review_criterion *one,
	const struct review_given *given, size_t n, struct tpl *t)
{
	int least = REVIEW_SCORE_MOST, most = 0;
	struct tpl *table = NULL;

	for (size_t i = 0; i < n; i++) {
		struct tpl *row;

		if (given[i].criterion_id != one->id)
			continue;
		if (!table)
			table = tpl_add(t, M_SCORES);
		row = tpl_add(table, M_SCORE_ROW);
		tpl_set(row, M_NAME, given[i].name);
		tpl_set(row, M_SCORE, review_score_words(r->ctx, one, given[i].score));
		tpl_set(row, M_REASON, given[i].reason);
		least = given[i].score < least ? given[i].score : least;
		most = given[i].score > most ? given[i].score : most;
	}
	tpl_show_if(t, M_DIFFERS, table && review_differs(least, most));
}

static void show_criterion(struct req *r, const struct review_criteria_list *all, size_t i,
	const struct review_agreed *agreed, struct tpl *row)
{
	const struct review_criterion *one = &all->list[i];

	tpl_set(row, M_CRITERION, one->name);
	tpl_setf(row, M_WEIGHT, "%d%%",
		(int)((one->weight * 200 + all->weights) / (2 * all->weights)));
	if (agreed->score >= 0) {
		struct tpl *t = tpl_add(row, M_AGREED);

		tpl_set(t, M_SCORE, review_score_words(r->ctx, one, agreed->score));
		tpl_set(t, M_REASON, agreed->reason);
	} else {
		tpl_show(row, M_NOT_AGREED);
	}
}

void review_section_scores(
	struct req *r, const struct q_review_by_ref *v, bool may_change, struct tpl *page)
{
	struct review_criteria_list all = review_criteria_of(r, v);
	struct review_agreed_list agreed;
	struct review_given *given;
	struct tpl *t;
	size_t n;

	(void)may_change;
	given = review_given_of(r, v->review_id, &n);
	agreed = review_agreed_of(r, v, &all);
	t = tpl_include(page, M_SECTION, T_review_section_scores);
	if (review_state_of(v->state) == REVIEW_SCORING || all.n == 0) {
		tpl_show(t, M_NONE);
		return;
	}
	t = tpl_add(t, M_LIST);
	tpl_optional(t, M_HAS_MEAN, M_MEAN, review_mean_text(r->ctx, agreed.mean));
	for (size_t i = 0; i < all.n; i++) {
		struct tpl *row = tpl_add(t, M_CRITERION_ROW);

		show_criterion(r, &all, i, &agreed.list[i], row);
		review_given_show(r, &all.list[i], given, n, row);
	}
}

/* ---- What the rules refuse ------------------------------------------------------------------- */

int review_refused(struct req *r, const struct q_review_by_ref *v, const char *why)
{
	review_refuse(r, v, why);
	review_heading(r, v);
	tpl_set(r->page, M_WHY, why);
	return page_show(r, 422, T_review_refused, "Not now");
}
