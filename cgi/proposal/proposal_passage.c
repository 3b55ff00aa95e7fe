/* proposal_passage.c: one passage of a response, the themes it can be given, and who gave it which.
 */
#include <string.h>
#include "proposal_coding.h"

/* ---- Themes ---------------------------------------------------------------------------------- */

static bool is_among(const int64_t *ids, size_t n, int64_t id)
{
	for (size_t i = 0; i < n; i++)
		if (ids[i] == id)
			return true;
	return false;
}

static bool is_sent(struct req *r, const char *ref)
{
	const char *sent;

	for (size_t i = 0; (sent = params_nth(&r->body, "themes", i)); i++)
		if (strcmp(sent, ref) == 0)
			return true;
	return false;
}

static void put(struct req *r, struct theme_tree *t, const struct q_proposal_theme_choices *row)
{
	t->choices[t->n] = (struct choice){ .code = row->ref,
		.label = row->name,
		.hint = row->ended    ? "Not used any more"
			: *row->about ? row->about
				      : NULL };
	t->ids[t->n] = row->theme_id;
	t->parents[t->n] = row->parent;
	t->below[t->n] = row->parent_id != 0;
	t->ended[t->n] = row->ended != 0;
	t->n++;
	(void)r;
}

struct theme_tree *theme_tree(struct req *r, int64_t proposal_id, const int64_t *suggested,
	size_t n_suggested, const int64_t *has, size_t n_has)
{
	struct db_rows *rows = Q_ROWS(r->db, proposal_theme_choices, .proposal_id = proposal_id);
	size_t most = db_rows_count(rows) + 1, n = 0;
	struct q_proposal_theme_choices *all =
		NEW_ARRAY(r->ctx, struct q_proposal_theme_choices, most);
	struct theme_tree *t = NEW(r->ctx, struct theme_tree);

	t->choices = NEW_ARRAY(r->ctx, struct choice, most);
	t->ids = NEW_ARRAY(r->ctx, int64_t, most);
	t->parents = NEW_ARRAY(r->ctx, const char *, most);
	t->below = NEW_ARRAY(r->ctx, bool, most);
	t->ended = NEW_ARRAY(r->ctx, bool, most);
	while (n < most && Q_NEXT(rows, proposal_theme_choices, &all[n])) {
		struct q_proposal_theme_choices *row = &all[n];

		if (row->ended && !is_among(has, n_has, row->theme_id) && !is_sent(r, row->ref))
			continue;
		row->ref = text_copy(r->ctx, row->ref);
		row->name = text_copy(r->ctx, row->name);
		row->about = text_copy(r->ctx, row->about);
		row->parent = text_copy(r->ctx, row->parent);
		n++;
	}
	for (size_t s = 0; s < n_suggested; s++)
		for (size_t i = 0; i < n; i++)
			if (all[i].theme_id == suggested[s] && !all[i].ended)
				put(r, t, &all[i]);
	t->n_suggested = t->n;
	for (size_t i = 0; i < n; i++)
		if (!is_among(t->ids, t->n_suggested, all[i].theme_id))
			put(r, t, &all[i]);
	t->parents[t->n] = "";
	t->choices[t->n++] = (struct choice){ THEME_NONE, "None of these", NULL, true };
	return t;
}

bool theme_ticked(const struct form *f, size_t field, const char *code)
{
	const struct field_value *value = &f->values[field];

	for (size_t i = 0; i < value->n_parts; i++)
		if (value->parts[i] && strcmp(value->parts[i], code) == 0)
			return true;
	return false;
}

bool theme_ticks(struct req *r, struct form *f, const struct theme_tree *t, const int64_t *has,
	size_t n_has, struct theme_ticks *out)
{
	struct buf json = { .ctx = r->ctx }, words = { .ctx = r->ctx };

	*out = (struct theme_ticks){ .ids = NEW_ARRAY(r->ctx, int64_t, t->n) };
	for (size_t i = 0; i < t->n; i++) {
		if (!t->ids[i] || !theme_ticked(f, 0, t->choices[i].code))
			continue;
		if (t->ended[i] && !is_among(has, n_has, t->ids[i])) {
			form_fail(f, "themes",
				text_format(r->ctx,
					"“%s” is not used any more. Choose another theme",
					t->choices[i].label));
			return false;
		}
		buf_addf(&json, "%s%lld", out->n ? "," : "", (long long)t->ids[i]);
		buf_addf(&words, "%s%s", out->n ? ", " : "", t->choices[i].label);
		out->ids[out->n++] = t->ids[i];
	}
	if (out->n == 0 && !theme_ticked(f, 0, THEME_NONE)) {
		form_fail(f, "themes", "Choose at least one theme, or “None of these”");
		return false;
	}
	out->json = text_format(r->ctx, "[%s]", buf_text(&json));
	out->words = out->n ? buf_text(&words) : "none";
	return true;
}

void theme_tree_show(struct req *r, const struct form *f, const struct theme_tree *t)
{
	struct tpl *box = tpl_include(r->page, M_THEMES, T_proposal_code_themes);
	const char *error = f->values[0].error;

	tpl_optional(box, M_WRONG, M_ERROR, error);
	tpl_set(box, M_GROUP_CLASS,
		error ? "nhsuk-form-group nhsuk-form-group--error" : "nhsuk-form-group");
	for (size_t i = 0; i < t->n; i++) {
		const struct choice *choice = &t->choices[i];
		struct tpl *option = tpl_add(box, M_OPTION);
		const char *id = i == 0 ? "themes" : text_format(r->ctx, "themes-%zu", i + 1);
		bool suggested = i < t->n_suggested;

		tpl_show_if(option, M_SUGGESTED_FIRST, suggested && i == 0);
		tpl_show_if(option, M_TREE_FIRST,
			t->n_suggested && i == t->n_suggested && t->ids[i] != 0);
		tpl_show_if(option, M_DIVIDED, t->ids[i] == 0 && i > 0);
		tpl_set(option, M_LEVEL,
			t->below[i] && !suggested ? "app-themes__below" : "app-themes__one");
		tpl_set(option, M_OPTION_ID, id);
		tpl_set(option, M_CODE, choice->code);
		if (t->below[i])
			tpl_set(tpl_add(option, suggested ? M_PARENT_SHOWN : M_PARENT_HIDDEN),
				M_PARENT, t->parents[i]);
		tpl_set(option, M_OPTION_LABEL, choice->label);
		tpl_optional(option, M_OPTION_HINTED, M_OPTION_HINT, choice->hint);
		tpl_show_if(option, M_EXCLUSIVE, choice->exclusive);
		tpl_show_if(option, M_CHECKED, theme_ticked(f, 0, choice->code));
	}
}

/* ---- The passage ----------------------------------------------------------------------------- */

int passage_found(struct req *r, struct q_proposal_by_ref *p, struct q_proposal_passage *passage)
{
	int refused = proposal_found(r, p);
	char ref[REF_LENGTH + 1];
	int64_t position = 0;

	if (refused)
		return refused;
	if (!ref_read(r->args[1], ref) || !check_number(r->args[2], &position) ||
		!Q_ONE(r->db, proposal_passage, passage, .proposal_id = p->proposal_id,
			.response = ref, .position = position, .person_id = r->person->person_id))
		return not_found(r);
	return 0;
}

static void show_point(struct req *r, struct tpl *t, const char *kind, const char *grade,
	const char *section, const char *text)
{
	tpl_set(t, M_KIND, choice_label(proposal_point_kinds, POINT_KINDS, kind));
	tpl_optional(t, M_HAS_GRADE, M_GRADE,
		grade ? choice_label(proposal_grades, GRADES, grade) : NULL);
	tpl_optional(t, M_HAS_SECTION, M_SECTION_NAME, section ? text_copy(r->ctx, section) : NULL);
	tpl_set(t, M_TEXT, text_copy(r->ctx, text));
}

void passage_show(
	struct req *r, const struct q_proposal_by_ref *p, const struct q_proposal_passage *passage)
{
	struct tpl *t = tpl_include(r->page, M_PASSAGE, T_proposal_passage), *fold = NULL;
	struct db_rows *rows = Q_ROWS(r->db, proposal_passages_beside,
		.response_id = passage->response_id, .point_id = passage->point_id);
	size_t n = db_rows_count(rows);
	struct q_proposal_passages_beside row;

	show_point(r, t, passage->kind, passage->grade, passage->section, passage->text);
	tpl_set(t, M_REF, p->ref);
	tpl_set(t, M_RESPONSE, passage->response);
	tpl_optional(t, M_HAS_STANCE, M_STANCE,
		*passage->stance
			? stance_label(passage->stance, p->in_favour, p->against, p->unsure)
			: NULL);
	tpl_optional(t, M_HAS_GROUP, M_GROUP, passage->speaks_for);
	if (n) {
		fold = tpl_add(t, M_BESIDE);
		tpl_setf(fold, M_BESIDE_WORDS, "The rest of this response (%zu)", n);
	}
	while (fold && Q_NEXT(rows, proposal_passages_beside, &row))
		show_point(r, tpl_add(fold, M_POINT), text_copy(r->ctx, row.kind),
			row.grade ? text_copy(r->ctx, row.grade) : NULL, row.section, row.text);
	tpl_show_if(t, M_APART, passage->apart);
	tpl_show_if(t, M_REPLACED, passage->counts == 0);
}

size_t passage_themes(
	struct req *r, const struct q_proposal_passage *passage, int64_t person_id, int64_t **ids)
{
	size_t n = 0;

	if (person_id) {
		struct db_rows *rows = Q_ROWS(r->db, proposal_codes, .point_id = passage->point_id);
		struct q_proposal_codes row;

		*ids = NEW_ARRAY(r->ctx, int64_t, db_rows_count(rows) + 1);
		while (Q_NEXT(rows, proposal_codes, &row))
			if (row.person_id == person_id && row.theme_id)
				(*ids)[n++] = row.theme_id;
	} else {
		struct db_rows *rows =
			Q_ROWS(r->db, proposal_point_themes, .point_id = passage->point_id);
		struct q_proposal_point_themes row;

		*ids = NEW_ARRAY(r->ctx, int64_t, db_rows_count(rows) + 1);
		while (Q_NEXT(rows, proposal_point_themes, &row))
			(*ids)[n++] = row.theme_id;
	}
	return n;
}

void passage_coders(struct req *r, int64_t point_id, int64_t but, struct tpl *t)
{
	struct db_rows *rows = Q_ROWS(r->db, proposal_codes, .point_id = point_id);
	struct q_proposal_codes row;
	struct tpl *coder = NULL;
	int64_t last = 0;

	while (Q_NEXT(rows, proposal_codes, &row)) {
		if (row.person_id == but)
			continue;
		if (row.person_id != last) {
			coder = tpl_add(t, M_CODER);
			tpl_set(coder, M_PERSON, text_copy(r->ctx, row.person));
			last = row.person_id;
		}
		tpl_set(tpl_add(coder, M_GIVEN), M_THEME,
			row.theme_id ? text_copy(r->ctx, row.theme) : "None of these");
	}
}
