/* proposal_code.c: a passage after the other is coded with themes. Who codes one does not see what
 * another gave it until they have coded it themselves. */
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include "access.h"
#include "incident_work.h"
#include "pages.h"
#include "proposal_coding.h"
#include "proposal_fold.h"
#include "theme_suggest.h"

enum { SHOWN_LAST = 20, OPENING = 120 };

/* ---- Where to go on -------------------------------------------------------------------------- */

/* A filter of the address; NULL: none, or none of its choices. */
static const char *filter(
	const struct req *r, const char *name, const struct choice *choices, size_t n)
{
	const char *code = params_get(&r->query, name);

	return code && choice_index(choices, n, code) < n ? code : NULL;
}

static const char *kind_filter(const struct req *r)
{
	return filter(r, "kind", proposal_point_kinds, POINT_KINDS);
}

static const char *grade_filter(const struct req *r)
{
	return filter(r, "grade", proposal_grades, GRADES);
}

/* "?kind=gain&grade=high&behind=1": the filters go along. */
static const char *next_query(struct req *r, int64_t behind)
{
	const char *kind = kind_filter(r), *grade = grade_filter(r);
	struct buf out = { .ctx = r->ctx };

	buf_addf(&out, "?behind=%lld", (long long)behind);
	if (kind)
		buf_addf(&out, "&kind=%s", kind);
	if (grade)
		buf_addf(&out, "&grade=%s", grade);
	return buf_text(&out);
}

static bool find_next(
	struct req *r, int64_t proposal_id, int64_t behind, struct q_proposal_code_next *next)
{
	return Q_ONE(r->db, proposal_code_next, next, .proposal_id = proposal_id,
		.person_id = r->person->person_id, .behind = behind, .kind = kind_filter(r),
		.grade = grade_filter(r));
}

/* GET /proposals/:ref/code/next: behind the last; at the end, what was skipped. */
int proposal_code_next(struct req *r)
{
	int64_t behind = query_int(r, "behind", 0, INT64_MAX, 0);
	struct q_proposal_code_next next;
	struct q_proposal_by_ref p;
	int refused = proposal_found(r, &p);

	if (refused)
		return refused;
	if (!access_allows(r->person, MAKES_PROPOSALS)) /* who only reads codes nothing */
		return redirect(r, "/proposals/%s/code", p.ref);
	if (!find_next(r, p.proposal_id, behind, &next) &&
		(behind == 0 || !find_next(r, p.proposal_id, 0, &next)))
		return proposal_back(r, &p, "code",
			kind_filter(r) || grade_filter(r)
				? "You have coded all of these."
				: "There is nothing left for you to code.");
	if (behind && next.point_id == behind)
		flash_notice(r, "This is the only one left.");
	return redirect(r, "/proposals/%s/code/%s/%lld%s", p.ref, next.response,
		(long long)next.position, next_query(r, 0));
}

/* ---- The overview ---------------------------------------------------------------------------- */

static void show_progress(struct req *r, int64_t proposal_id, struct q_proposal_code_progress *all)
{
	struct tpl *t = tpl_include(r->page, M_PROGRESS, T_proposal_code_progress);

	fold(r->db, r->ctx, &proposal_fold, PROPOSAL_FOLD);
	*all = (struct q_proposal_code_progress){ 0 };
	Q_ONE(r->db, proposal_code_progress, all, .proposal_id = proposal_id,
		.person_id = r->person->person_id);
	tpl_count(t, M_PASSAGES, all->passages);
	tpl_count(t, M_MINE, all->mine);
	tpl_count(t, M_TWICE, all->twice);
	tpl_int(t, M_MOST, all->passages ? all->passages : 1);
	tpl_int(t, M_MINE_DONE, all->mine);
	tpl_int(t, M_TWICE_DONE, all->twice);
}

static void show_last(struct req *r, int64_t proposal_id)
{
	struct db_rows *rows = Q_ROWS(r->db, proposal_code_mine, .proposal_id = proposal_id,
		.person_id = r->person->person_id, .most = SHOWN_LAST);
	struct q_proposal_code_mine row;
	struct tpl *list = NULL, *line;

	while (Q_NEXT(rows, proposal_code_mine, &row)) {
		if (!list)
			list = tpl_add(r->page, M_CODED);
		line = tpl_add(list, M_CODED_ROW);
		tpl_set(line, M_RESPONSE, text_copy(r->ctx, row.response));
		tpl_int(line, M_POSITION, row.position);
		tpl_set(line, M_KIND, choice_label(proposal_point_kinds, POINT_KINDS, row.kind));
		tpl_set(line, M_TEXT, text_opening(r->ctx, text_copy(r->ctx, row.text), OPENING));
		tpl_set(line, M_GIVEN_WORDS,
			*row.themes ? text_copy(r->ctx, row.themes) : "None of these");
		tpl_set(line, M_DAY, day_short_text(r->ctx, row.at, r->now));
	}
}

static void show_choices(struct tpl *t, enum tpl_marker at, const struct choice *choices, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct tpl *option = tpl_add(t, at);

		tpl_set(option, M_CODE, choices[i].code);
		tpl_set(option, M_LABEL, choices[i].label);
	}
}

/* GET /proposals/:ref/code */
int proposal_code(struct req *r)
{
	struct q_proposal_code_progress all;
	struct q_proposal_by_ref p;
	int refused = proposal_found(r, &p);
	bool may_change;

	if (refused)
		return refused;
	may_change = proposal_work_heading(r, &p);
	show_progress(r, p.proposal_id, &all);
	if (may_change && all.left_over > 0) {
		struct tpl *may = tpl_add(r->page, M_MAY_CHANGE);

		show_choices(may, M_KIND_CHOICE, proposal_point_kinds, POINT_KINDS);
		show_choices(may, M_GRADE_CHOICE, proposal_grades, GRADES);
	}
	tpl_show_if(r->page, M_NOTHING_LEFT, may_change && all.left_over == 0 && all.passages > 0);
	tpl_show_if(r->page, M_NOTHING_YET, all.passages == 0);
	tpl_show_if(r->page, M_HAS_ONCE, all.once > 0);
	tpl_count(r->page, M_ONCE, all.once);
	tpl_set(r->page, M_ONCE_WORDS, all.once == 1 ? "is" : "are");
	tpl_optional(r->page, M_HAS_APART, M_APART_WORDS,
		all.apart ? text_format(r->ctx,
				    "Passages of duplicates and campaigns are counted apart, and "
				    "not coded: %s.",
				    count_text(r->ctx, all.apart))
			  : NULL);
	tpl_show_if(r->page, M_NO_THEMES,
		db_rows_count(
			Q_ROWS(r->db, proposal_theme_choices, .proposal_id = p.proposal_id)) == 0);
	show_last(r, p.proposal_id);
	return page_show(r, 200, T_proposal_code, "Coding");
}

/* ---- One passage ----------------------------------------------------------------------------- */

struct typed {
	const char *name, *parent;
};

enum { THEMES, NEW_NAME, NEW_PARENT, QUOTE, FIELDS };

static const struct choice quote_choices[] = {
	{ "yes", "Quote this in results", NULL, false },
};

/* What one passage's form is made of. */
struct work {
	struct q_proposal_by_ref p;
	struct q_proposal_passage passage;
	int64_t *has; /* what this person gave it before */
	size_t n_has;
	const struct theme_tree *tree;
	struct field fields[FIELDS];
	size_t n_fields;
};

/* By the words of other passages that were coded. */
static size_t suggestions(struct req *r, const struct work *w, int64_t out[PASSAGE_SUGGESTIONS])
{
	struct db_rows *rows = Q_ROWS(r->db, proposal_code_learn, .proposal_id = w->p.proposal_id,
		.point_id = w->passage.point_id, .most = PASSAGE_LEARN_MOST);
	struct suggest *s = suggest_new(r->ctx);
	struct q_proposal_code_learn row;

	while (Q_NEXT(rows, proposal_code_learn, &row)) {
		int64_t ids[64];
		size_t n = 0;

		for (const char *c = row.themes; *c && n < COUNT(ids);) {
			char *end;

			ids[n++] = strtoll(c, &end, 10);
			c = *end == ',' ? end + 1 : "";
		}
		suggest_learn(s, row.text, ids, n);
	}
	return suggest_themes(s, w->passage.text, out, PASSAGE_SUGGESTIONS);
}

static void make_fields(struct req *r, struct work *w)
{
	struct choice *parents = NEW_ARRAY(r->ctx, struct choice, w->tree->n);
	size_t n = 0;

	for (size_t i = 0; i < w->tree->n; i++)
		if (w->tree->ids[i] && !w->tree->below[i] && !w->tree->ended[i]) {
			parents[n] = w->tree->choices[i];
			parents[n++].hint = NULL;
		}
	w->fields[THEMES] = (struct field){ .type = FIELD_CHECKBOXES,
		.name = "themes",
		.label = "Themes",
		.unmarked = true,
		.choices = w->tree->choices,
		.n_choices = w->tree->n };
	w->fields[NEW_NAME] = (struct field){ .type = FIELD_SHORT,
		.name = "new_theme",
		.label = "A new theme",
		.hint = "It is given to this passage too",
		.max_length = 150,
		.autocomplete = "off",
		.into = offsetof(struct typed, name) };
	w->fields[NEW_PARENT] = (struct field){ .type = FIELD_SELECT,
		.name = "new_parent",
		.label = "Below which theme",
		.choices = parents,
		.n_choices = n,
		.into = offsetof(struct typed, parent) };
	w->fields[QUOTE] = (struct field){ .type = FIELD_CHECKBOXES,
		.name = "quote",
		.label = "Quotation",
		.hint = strcmp(w->passage.publication, "name") == 0
				? "It may be published with their name"
				: "It may be published with their group",
		.unmarked = true,
		.choices = quote_choices,
		.n_choices = COUNT(quote_choices) };
	w->n_fields = strcmp(w->passage.publication, "none") == 0 ? QUOTE : FIELDS;
}

static void make_tree(struct req *r, struct work *w)
{
	int64_t suggested[PASSAGE_SUGGESTIONS];
	size_t n = suggestions(r, w, suggested);

	w->tree = theme_tree(r, w->p.proposal_id, suggested, n, w->has, w->n_has);
	make_fields(r, w);
}

static int find(struct req *r, struct work *w)
{
	int refused;

	*w = (struct work){ 0 };
	refused = passage_found(r, &w->p, &w->passage);
	if (refused)
		return refused;
	w->n_has = passage_themes(r, &w->passage, r->person->person_id, &w->has);
	make_tree(r, w);
	return 0;
}

static struct form *stored_form(struct req *r, const struct work *w)
{
	struct form *f = form_new(r->ctx, w->fields, w->n_fields);
	size_t ticks = 0;

	for (size_t i = 0; i < w->tree->n; i++)
		for (size_t k = 0; k < w->n_has; k++)
			if (w->tree->ids[i] == w->has[k])
				form_put(f, "themes", ticks++, w->tree->choices[i].code);
	if (w->passage.coded && ticks == 0)
		form_put(f, "themes", 0, THEME_NONE);
	if (w->n_fields > QUOTE && w->passage.quoted)
		form_put(f, "quote", 0, "yes");
	return f;
}

/* Both only count up, and the form changes both. */
static int64_t version_of(const struct work *w)
{
	return w->passage.row_version + w->passage.point_version;
}

static void show_settled(struct req *r, const struct work *w)
{
	struct db_rows *rows =
		Q_ROWS(r->db, proposal_point_themes, .point_id = w->passage.point_id);
	struct buf words = { .ctx = r->ctx };
	struct q_proposal_point_themes row;
	struct tpl *t;

	if (!w->passage.settled_at)
		return;
	while (Q_NEXT(rows, proposal_point_themes, &row))
		buf_addf(&words, "%s%s", words.len ? ", " : "", row.theme);
	t = tpl_add(r->page, M_SETTLED);
	tpl_set(t, M_WHO, w->passage.settled_by);
	tpl_set(t, M_DAY, day_text(r->ctx, w->passage.settled_at));
	tpl_set(t, M_COUNTS, words.len ? buf_text(&words) : "none of the themes");
}

static int show(struct req *r, struct work *w, const struct form *f, int status)
{
	struct q_proposal_code_progress all;
	const char *title = w->passage.coded ? "Code a passage again" : "Code a passage";

	proposal_work_heading(r, &w->p);
	tpl_set(r->page, M_HEADING, title);
	show_progress(r, w->p.proposal_id, &all);
	passage_show(r, &w->p, &w->passage);
	theme_tree_show(r, f, w->tree);
	form_show_errors(f, 0, f->n, r->page);
	form_show(f, NEW_NAME, f->n - NEW_NAME, r->page, false);
	tpl_show_if(r->page, M_NOT_QUOTED, w->n_fields == QUOTE);
	tpl_int(r->page, M_BEHIND, w->passage.point_id);
	tpl_set(r->page, M_KIND_CODE, kind_filter(r));
	tpl_set(r->page, M_GRADE_CODE, grade_filter(r));
	if (w->passage.coded) {
		show_settled(r, w);
		if (w->passage.coders > 1)
			passage_coders(r, w->passage.point_id, r->person->person_id,
				tpl_add(r->page, M_OTHERS));
	}
	return page_show(r, status, T_proposal_code_passage, title);
}

/* GET /proposals/:ref/code/:response/:position */
int proposal_passage(struct req *r)
{
	struct form *f;
	struct work w;
	int refused = find(r, &w);

	if (refused)
		return refused;
	f = stored_form(r, &w);
	work_carry(r, version_of(&w), form_seen(f));
	return show(r, &w, f, 200);
}

/* The theme that was typed, added, or found when it is there already; 0: the form says why not. */
static int64_t new_theme(struct req *r, struct form *f, struct work *w, const struct typed *in)
{
	struct q_proposal_theme_by_ref parent = { 0 };
	struct q_proposal_theme_by_name same;
	int64_t id;

	if (Q_ONE(r->db, proposal_theme_by_name, &same, .proposal_id = w->p.proposal_id,
		    .name = in->name)) {
		if (same.ended)
			form_fail(f, "new_theme", "This theme is not used any more");
		return same.ended ? 0 : same.theme_id;
	}
	if (in->parent)
		Q_ONE(r->db, proposal_theme_by_ref, &parent, .proposal_id = w->p.proposal_id,
			.ref = in->parent);
	id = proposal_theme_new(r, &w->p, in->name, "", parent.theme_id);
	if (!id)
		form_fail(f, "new_theme", "There is a theme with this name already");
	return id;
}

/* The same form, with the new theme among its choices, and ticked. */
static struct form *with_theme(struct req *r, struct work *w, const struct form *f, int64_t id)
{
	const struct field_value *themes = &f->values[THEMES];
	struct form *out;
	size_t n = 0;

	make_tree(r, w);
	out = form_new(r->ctx, w->fields, w->n_fields);
	for (size_t i = 0; i < themes->n_parts; i++)
		if (themes->parts[i] && strcmp(themes->parts[i], THEME_NONE) != 0)
			form_put(out, "themes", n++, themes->parts[i]);
	for (size_t i = 0; i < w->tree->n; i++)
		if (w->tree->ids[i] == id && !theme_ticked(out, THEMES, w->tree->choices[i].code))
			form_put(out, "themes", n++, w->tree->choices[i].code);
	if (w->n_fields > QUOTE)
		form_put(out, "quote", 0, f->values[QUOTE].parts[0]);
	return out;
}

static bool store_quote(struct req *r, const struct work *w, bool quoted)
{
	int64_t changed = 0;

	if (w->n_fields == QUOTE || quoted == (w->passage.quoted != 0))
		return true;
	Q_RUN_COUNT(r->db, proposal_point_quote, &changed, .point_id = w->passage.point_id,
		.quoted = quoted, .row_version = w->passage.point_version);
	return changed > 0;
}

/* False: somebody, in another tab or about the quotation, was quicker. */
static bool store(struct req *r, const struct work *w, const struct theme_ticks *given, bool quoted)
{
	int64_t person_id = r->person->person_id, point_id = w->passage.point_id, changed = 0;

	if (!store_quote(r, w, quoted))
		return false;
	if (!w->passage.coded) {
		if (Q_RUN(r->db, proposal_coded_add, .point_id = point_id, .person_id = person_id,
			    .proposal_id = w->p.proposal_id, .now = r->now) == DB_DUPLICATE)
			return false;
	} else {
		Q_RUN_COUNT(r->db, proposal_coded_touch, &changed, .point_id = point_id,
			.person_id = person_id, .row_version = w->passage.row_version,
			.now = r->now);
		if (changed == 0)
			return false;
	}
	Q_RUN(r->db, proposal_code_clear, .point_id = point_id, .person_id = person_id);
	if (given->n)
		Q_RUN(r->db, proposal_code_add, .point_id = point_id, .person_id = person_id,
			.ids = given->json);
	Q_RUN(r->db, proposal_point_theme_clear, .point_id = point_id);
	Q_RUN(r->db, proposal_point_theme_agree, .point_id = point_id);
	Q_RUN(r->db, proposal_pending_add, .response_id = w->passage.response_id);
	return true;
}

static void tell(struct req *r, const struct work *w, const struct theme_ticks *given, bool quoted)
{
	json_t *detail = audit_fact(NULL, "coded",
		text_format(
			r->ctx, "%s/%lld", w->passage.response, (long long)w->passage.position));

	detail = audit_fact(detail, "themes", given->words);
	if (w->n_fields > QUOTE)
		detail = audit_changed(
			detail, "quoted", w->passage.quoted ? "yes" : "no", quoted ? "yes" : "no");
	proposal_told(r, &w->p, AUDIT_CHANGE, detail);
}

/* POST /proposals/:ref/code/:response/:position */
int proposal_passage_save(struct req *r)
{
	const char *what = params_get(&r->body, "do");
	struct typed in = { 0 };
	struct theme_ticks given;
	struct form *f;
	struct work w;
	int refused = find(r, &w);
	bool filled, quoted;
	int64_t id;

	if (refused)
		return refused;
	f = form_new(r->ctx, w.fields, w.n_fields);
	filled = form_fill(f, &r->body, &in);
	if (work_conflict(r, f, stored_form(r, &w), version_of(&w)) || !filled)
		return show(r, &w, f, 422);
	if (in.name) {
		id = new_theme(r, f, &w, &in);
		if (!id)
			return show(r, &w, f, 422);
		f = with_theme(r, &w, f, id);
		work_carry(r, version_of(&w), form_seen(stored_form(r, &w)));
	}
	if (what && strcmp(what, "add") == 0) {
		if (!in.name)
			form_fail(f, "new_theme", "Enter the new theme’s name");
		return show(r, &w, f, in.name ? 200 : 422);
	}
	if (!theme_ticks(r, f, w.tree, w.has, w.n_has, &given))
		return show(r, &w, f, 422);
	quoted = w.n_fields > QUOTE && theme_ticked(f, QUOTE, "yes");
	if (!store(r, &w, &given, quoted)) {
		work_overtaken(r, f);
		return show(r, &w, f, 422);
	}
	tell(r, &w, &given, quoted);
	flash(r, text_format(r->ctx, "Saved: %s.", given.words));
	return redirect(r, "/proposals/%s/code/next%s", w.p.ref, next_query(r, w.passage.point_id));
}
