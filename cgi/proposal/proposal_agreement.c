/* proposal_agreement.c: how far coders agree, where they differ, and what was settled. */
#include <stddef.h>
#include "access.h"
#include "incident_work.h"
#include "kappa.h"
#include "pages.h"
#include "proposal_coding.h"

enum { CODERS_MOST = 6, DIFFERENCES_MOST = 50, OPENING = 80 };

/* ---- Figures --------------------------------------------------------------------------------- */

/* "0.62", "–0.05", "–" for none; a kappa that is shown as nothing has no sign. */
static const char *kappa_text(struct req *r, bool any, double k)
{
	const char *text = text_format(r->ctx, "%.2f", k < 0 ? -k : k);

	if (!any)
		return "–";
	return k < -0.005 ? text_format(r->ctx, "−%s", text) : text;
}

static void show_theme(struct req *r, struct tpl *t, const struct q_proposal_coders_themes *row,
	const struct kappa_table *table)
{
	struct tpl *line = tpl_add(t, M_THEME_ROW);
	double k = 0;
	bool any = kappa(table, &k);

	tpl_setf(line, M_NAME, "%s%s%s", row->parent, *row->parent ? ": " : "", row->name);
	tpl_count(line, M_BOTH, table->both);
	tpl_count(line, M_ONLY_FIRST, table->first);
	tpl_count(line, M_ONLY_SECOND, table->second);
	tpl_setf(line, M_PERCENT, "%d%%", kappa_percent(table));
	tpl_set(line, M_KAPPA, kappa_text(r, any, k));
	tpl_set(line, M_KAPPA_WORDS, any ? kappa_words(k) : "");
}

/* Of two who have coded the same passages. */
static bool show_pair(struct req *r, int64_t proposal_id, const struct q_proposal_coders *one,
	const struct q_proposal_coders *other)
{
	struct q_proposal_coders_shared shared;
	struct q_proposal_coders_themes row;
	struct kappa_table *tables;
	struct tpl *t, *list = NULL;
	struct db_rows *rows;
	size_t n = 0;
	double k = 0;
	bool any;

	if (!Q_ONE(r->db, proposal_coders_shared, &shared, .proposal_id = proposal_id,
		    .one = one->person_id, .other = other->person_id) ||
		shared.n == 0)
		return false;
	t = tpl_add(r->page, M_PAIR);
	tpl_set(t, M_FIRST, one->person);
	tpl_set(t, M_SECOND, other->person);
	rows = Q_ROWS(r->db, proposal_coders_themes, .proposal_id = proposal_id,
		.one = one->person_id, .other = other->person_id);
	tables = NEW_ARRAY(r->ctx, struct kappa_table, db_rows_count(rows) + 1);
	while (Q_NEXT(rows, proposal_coders_themes, &row)) {
		tables[n] = (struct kappa_table){ row.both_gave, row.first_gave, row.second_gave,
			shared.n - row.both_gave - row.first_gave - row.second_gave };
		if (!list)
			list = tpl_add(t, M_THEMES);
		show_theme(r, list, &row, &tables[n++]);
	}
	any = kappa_pooled(tables, n, &k);
	tpl_setf(t, M_SUMMARY, "Both coded %s %s; of %s they said exactly the same (%d%%). %s",
		count_text(r->ctx, shared.n), shared.n == 1 ? "passage" : "passages",
		count_text(r->ctx, shared.same),
		(int)((shared.same * 200 + shared.n) / (2 * shared.n)),
		any ? text_format(r->ctx, "Kappa over all themes is %s: %s agreement.",
			      kappa_text(r, any, k), kappa_words(k))
		    : "There is no kappa: both always said the same.");
	return true;
}

static void show_pairs(struct req *r, int64_t proposal_id)
{
	struct db_rows *rows = Q_ROWS(r->db, proposal_coders, .proposal_id = proposal_id);
	struct q_proposal_coders list[CODERS_MOST];
	bool any = false;
	size_t n = 0;

	while (n < CODERS_MOST && Q_NEXT(rows, proposal_coders, &list[n])) {
		list[n].person = text_copy(r->ctx, list[n].person);
		n++;
	}
	db_rows_close(rows);
	for (size_t i = 0; i < n; i++)
		for (size_t k = i + 1; k < n; k++)
			any |= show_pair(r, proposal_id, &list[i], &list[k]);
	tpl_show_if(r->page, M_NOBODY, !any);
	tpl_show_if(r->page, M_EXPLAINED, any);
}

/* ---- Differences ----------------------------------------------------------------------------- */

static const char *opening(struct req *r, const char *text)
{
	return text_opening(r->ctx, text_copy(r->ctx, text), OPENING);
}

static void show_differences(struct req *r, const struct q_proposal_by_ref *p, bool may)
{
	struct db_rows *rows = Q_ROWS(r->db, proposal_differences, .proposal_id = p->proposal_id,
		.settled = 0, .most = DIFFERENCES_MOST + 1);
	size_t n = db_rows_count(rows);
	struct tpl *list = n ? tpl_add(r->page, M_DIFFERENCES) : NULL, *t, *settle;
	struct q_proposal_differences row;

	tpl_show_if(r->page, M_NO_DIFFERENCE, n == 0);
	if (n > DIFFERENCES_MOST)
		tpl_int(tpl_add(list, M_MORE), M_N, DIFFERENCES_MOST);
	for (size_t i = 0; Q_NEXT(rows, proposal_differences, &row); i++) {
		if (i == DIFFERENCES_MOST)
			continue;
		t = tpl_add(list, M_DIFFERENCE);
		tpl_set(t, M_KIND, choice_label(proposal_point_kinds, POINT_KINDS, row.kind));
		tpl_optional(t, M_HAS_GRADE, M_GRADE,
			row.grade ? choice_label(proposal_grades, GRADES, row.grade) : NULL);
		tpl_set(t, M_TEXT, text_copy(r->ctx, row.text));
		if (may) {
			settle = tpl_add(t, M_MAY_SETTLE);
			tpl_set(settle, M_RESPONSE, text_copy(r->ctx, row.response));
			tpl_int(settle, M_POSITION, row.position);
			tpl_set(settle, M_OPENING, opening(r, row.text));
		}
		passage_coders(r, row.point_id, 0, t);
	}
}

static const char *what_counts(struct req *r, int64_t point_id)
{
	struct db_rows *rows = Q_ROWS(r->db, proposal_point_themes, .point_id = point_id);
	struct q_proposal_point_themes row;
	struct buf words = { .ctx = r->ctx };

	while (Q_NEXT(rows, proposal_point_themes, &row))
		buf_addf(&words, "%s%s", words.len ? ", " : "", row.theme);
	return words.len ? buf_text(&words) : "None of these";
}

static void show_settled(struct req *r, const struct q_proposal_by_ref *p, bool may)
{
	struct db_rows *rows = Q_ROWS(r->db, proposal_differences, .proposal_id = p->proposal_id,
		.settled = 1, .most = DIFFERENCES_MOST);
	struct tpl *list = NULL, *line, *settle;
	struct q_proposal_differences row;

	while (Q_NEXT(rows, proposal_differences, &row)) {
		if (!list)
			list = tpl_add(r->page, M_SETTLED_LIST);
		line = tpl_add(list, M_SETTLED_ROW);
		settle = tpl_add(line, may ? M_MAY_SETTLE : M_READS_ONLY);
		tpl_set(settle, M_RESPONSE, text_copy(r->ctx, row.response));
		tpl_int(settle, M_POSITION, row.position);
		tpl_set(settle, M_OPENING, opening(r, row.text));
		tpl_set(line, M_COUNTS, what_counts(r, row.point_id));
		tpl_set(line, M_WHY, text_copy(r->ctx, row.why));
		tpl_set(line, M_WHO, text_copy(r->ctx, row.settled_by));
		tpl_set(line, M_DAY, day_short_text(r->ctx, row.settled_at, r->now));
	}
}

/* GET /proposals/:ref/agreement */
int proposal_agreement(struct req *r)
{
	struct q_proposal_by_ref p;
	int refused = proposal_found(r, &p);
	bool may;

	if (refused)
		return refused;
	may = proposal_work_heading(r, &p);
	show_pairs(r, p.proposal_id);
	show_differences(r, &p, may);
	show_settled(r, &p, may);
	return page_show(r, 200, T_proposal_agreement, "Agreement between coders");
}

/* ---- Settling -------------------------------------------------------------------------------- */

struct typed {
	const char *why;
};

enum { THEMES, WHY, FIELDS };

struct work {
	struct q_proposal_by_ref p;
	struct q_proposal_passage passage;
	int64_t *has; /* what counts now */
	size_t n_has;
	const struct theme_tree *tree;
	struct field fields[FIELDS];
};

/* One that two have coded. */
static int find(struct req *r, struct work *w)
{
	int refused;

	*w = (struct work){ 0 };
	refused = passage_found(r, &w->p, &w->passage);
	if (refused)
		return refused;
	if (w->passage.coders < 2)
		return proposal_back(
			r, &w->p, "agreement", "Two people code a passage before it is settled.");
	w->n_has = passage_themes(r, &w->passage, 0, &w->has);
	w->tree = theme_tree(r, w->p.proposal_id, NULL, 0, w->has, w->n_has);
	w->fields[THEMES] = (struct field){ .type = FIELD_CHECKBOXES,
		.name = "themes",
		.label = "Themes",
		.unmarked = true,
		.choices = w->tree->choices,
		.n_choices = w->tree->n };
	w->fields[WHY] = (struct field){ .type = FIELD_LONG,
		.name = "why",
		.label = "Why",
		.hint = "In a sentence, so that the next passage like it is coded alike",
		.required = true,
		.max_length = 500,
		.missing = "Say why",
		.into = offsetof(struct typed, why) };
	return 0;
}

static struct form *stored_form(struct req *r, const struct work *w)
{
	struct form *f = form_new(r->ctx, w->fields, FIELDS);
	size_t ticks = 0;

	for (size_t i = 0; i < w->tree->n; i++)
		for (size_t k = 0; k < w->n_has; k++)
			if (w->tree->ids[i] == w->has[k])
				form_put(f, "themes", ticks++, w->tree->choices[i].code);
	if (w->passage.settled_at && ticks == 0)
		form_put(f, "themes", 0, THEME_NONE);
	form_put(f, "why", 0, w->passage.settled_why);
	return f;
}

static int show(struct req *r, const struct work *w, const struct form *f, int status)
{
	proposal_work_heading(r, &w->p);
	passage_show(r, &w->p, &w->passage);
	passage_coders(r, w->passage.point_id, 0, r->page);
	theme_tree_show(r, f, w->tree);
	form_show_errors(f, 0, f->n, r->page);
	form_show(f, WHY, 1, r->page, false);
	return page_show(r, status, T_proposal_settle, "Settle a passage");
}

/* GET /proposals/:ref/agreement/:response/:position */
int proposal_settle(struct req *r)
{
	struct form *f;
	struct work w;
	int refused = find(r, &w);

	if (refused)
		return refused;
	f = stored_form(r, &w);
	work_carry(r, w.passage.settled_at, form_seen(f));
	return show(r, &w, f, 200);
}

/* False: somebody was quicker. */
static bool store(
	struct req *r, const struct work *w, const struct theme_ticks *given, const char *why)
{
	int64_t point_id = w->passage.point_id, changed = 0;

	if (!w->passage.settled_at) {
		if (Q_RUN(r->db, proposal_settled_add, .point_id = point_id,
			    .person_id = r->person->person_id, .now = r->now,
			    .why = why) == DB_DUPLICATE)
			return false;
	} else {
		Q_RUN_COUNT(r->db, proposal_settled_update, &changed, .point_id = point_id,
			.person_id = r->person->person_id, .now = r->now, .why = why,
			.was = w->passage.settled_at);
		if (changed == 0)
			return false;
	}
	Q_RUN(r->db, proposal_settled_themes_clear, .point_id = point_id);
	if (given->n)
		Q_RUN(r->db, proposal_settled_themes_add, .point_id = point_id, .ids = given->json);
	Q_RUN(r->db, proposal_pending_add, .response_id = w->passage.response_id);
	return true;
}

/* POST /proposals/:ref/agreement/:response/:position */
int proposal_settle_save(struct req *r)
{
	struct typed in = { 0 };
	struct theme_ticks given;
	struct form *f;
	struct work w;
	int refused = find(r, &w);
	bool filled;

	if (refused)
		return refused;
	f = form_new(r->ctx, w.fields, FIELDS);
	filled = form_fill(f, &r->body, &in);
	if (work_conflict(r, f, stored_form(r, &w), w.passage.settled_at) || !filled ||
		!theme_ticks(r, f, w.tree, w.has, w.n_has, &given))
		return show(r, &w, f, 422);
	if (!store(r, &w, &given, in.why)) {
		work_overtaken(r, f);
		return show(r, &w, f, 422);
	}
	proposal_told(r, &w.p, AUDIT_CHANGE,
		audit_fact(audit_fact(audit_fact(NULL, "settled",
					      text_format(r->ctx, "%s/%lld", w.passage.response,
						      (long long)w.passage.position)),
				   "themes", given.words),
			"why", in.why));
	return proposal_back(
		r, &w.p, "agreement", text_format(r->ctx, "Settled: %s.", given.words));
}
