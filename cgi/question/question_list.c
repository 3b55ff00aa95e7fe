/* question_list.c: questions while an author writes them, page by page: their order, the words
 * above a page, taking one out, how they look to who answers. One question: question_edit.c. */
#include <stddef.h>
#include <string.h>
#include "question_editor.h"

static const char *text_of(const json_t *node, const char *key)
{
	return json_string_value(json_object_get(node, key));
}

static void show_question(struct req *r, struct tpl *t, const struct question_editor *e,
	const json_t *question, size_t at, size_t n)
{
	const char *type = text_of(question, "type"), *code = text_of(question, "code");
	struct tpl *item = tpl_add(t, M_QUESTION_ROW);

	question_editor_link(item, M_LINK_CHANGE, question_editor_address(r->ctx, e, code, ""));
	question_editor_link(
		item, M_LINK_REMOVE, question_editor_address(r->ctx, e, code, "/remove"));
	tpl_set(item, M_CODE, code);
	tpl_set(item, M_QUESTION, text_of(question, "label"));
	tpl_set(item, M_TYPE, choice_label(question_types, QUESTION_TYPES, type ? type : ""));
	tpl_show_if(item, M_REQUIRED, json_is_true(json_object_get(question, "required")));
	tpl_show_if(item, M_CONDITIONAL, json_object_get(question, "when") != NULL);
	if (at > 0)
		tpl_set(tpl_add(item, M_MAY_UP), M_CODE, code);
	if (at + 1 < n)
		tpl_set(tpl_add(item, M_MAY_DOWN), M_CODE, code);
}

static int show(struct req *r, const struct question_editor *e, const char *why, int status)
{
	size_t n = json_array_size(e->pages), p, q;
	json_t *page, *question;
	struct tpl *top;

	question_editor_heading(r, e);
	tpl_optional(r->page, M_REFUSED, M_WHY, why);
	top = tpl_add(r->page, n == 0 ? M_EMPTY : M_HAS_QUESTIONS);
	question_editor_link(top, M_LINK_NEW, question_editor_address(r->ctx, e, "new", ""));
	if (n > 0) {
		question_editor_link(
			top, M_LINK_PREVIEW, text_format(r->ctx, "%s/preview", e->base));
		question_editor_link(top, M_LINK_DONE, e->back);
	}
	json_array_foreach(e->pages, p, page)
	{
		const char *title = text_of(page, "title");
		struct tpl *t = tpl_add(r->page, M_PAGE_ROW);

		question_editor_link(
			t, M_LINK_WORDS, text_format(r->ctx, "%s/pages/%zu", e->base, p + 1));
		question_editor_link(t, M_LINK_NEW,
			question_editor_address(
				r->ctx, e, "new", text_format(r->ctx, "?page=%zu", p + 1)));
		tpl_int(t, M_NUMBER, (int64_t)p + 1);
		tpl_set(t, M_PART_TITLE, title ? title : text_format(r->ctx, "Page %zu", p + 1));
		if (p > 0)
			tpl_int(tpl_add(t, M_PAGE_UP), M_NUMBER, (int64_t)p + 1);
		if (p + 1 < n)
			tpl_int(tpl_add(t, M_PAGE_DOWN), M_NUMBER, (int64_t)p + 1);
		json_array_foreach(json_object_get(page, "questions"), q, question) show_question(
			r, t, e, question, q, json_array_size(json_object_get(page, "questions")));
	}
	return page_show(r, status, T_question_list, "Questions");
}

int question_list(struct req *r, const struct question_door *door)
{
	struct question_editor e;
	int refused = question_editor_open(r, door, &e);

	return refused ? refused : show(r, &e, NULL, 200);
}

/* ---- Their order ----------------------------------------------------------------------------- */

/* Swaps two neighbours; false: one of them is not there. */
static bool swap(json_t *list, size_t at, int step)
{
	size_t other = at + (size_t)step;
	json_t *moved = json_array_get(list, at);

	if (!moved || (step < 0 && at == 0) || other >= json_array_size(list))
		return false;
	json_incref(moved);
	json_array_remove(list, at);
	json_array_insert_new(list, other, moved);
	return true;
}

static bool move_page(struct question_editor *e, const char *number, int step)
{
	int64_t n;

	return check_number(number, &n) && n >= 1 && n <= (int64_t)json_array_size(e->pages) &&
	       swap(e->pages, (size_t)n - 1, step);
}

static bool move_question(struct question_editor *e, const char *code, int step)
{
	struct question_place at;

	return question_editor_find(e, code, &at) &&
	       swap(question_editor_questions(e, at.page), at.at, step);
}

/* What the button says; false: there is nothing to move. */
static bool move(struct req *r, struct question_editor *e)
{
	static const struct {
		const char *name;
		bool (*move)(struct question_editor *, const char *, int);
		int step;
	} buttons[] = { { "up", move_question, -1 }, { "down", move_question, 1 },
		{ "page_up", move_page, -1 }, { "page_down", move_page, 1 } };

	for (size_t i = 0; i < COUNT(buttons); i++) {
		const char *value = params_get(&r->body, buttons[i].name);

		if (value)
			return buttons[i].move(e, value, buttons[i].step);
	}
	return false;
}

int question_list_move(struct req *r, const struct question_door *door)
{
	static const char changed[] = "Somebody changed the questions since you saw them. This is "
				      "how they are now.";
	struct survey_fault fault = { 0 };
	struct question_editor e;
	const char *field;
	int refused = question_editor_open(r, door, &e);

	if (refused)
		return refused;
	if (!question_editor_is_version(r, &e) || r->body.restored)
		return show(r, &e, changed, 422);
	if (!move(r, &e))
		return show(r, &e, "It cannot be moved there.", 422);
	switch (question_editor_store(r, &e, "moved", &fault)) {
	case QUESTION_STORED:
		return redirect(r, "%s", e.list);
	case QUESTION_STALE:
		return show(r, &e, changed, 422);
	default:
		break;
	}
	refused = question_editor_open(r, door, &e);
	return refused ? refused
		       : show(r, &e, question_editor_sentence(r->ctx, &fault, &field), 422);
}

/* ---- A page's words -------------------------------------------------------------------------- */

struct typed {
	const char *title, *intro;
};
static const struct field fields[] = {
	{ .type = FIELD_SHORT,
		.name = "title",
		.label = "Title of the page",
		.max_length = 200,
		.into = offsetof(struct typed, title) },
	{ .type = FIELD_LONG,
		.name = "intro",
		.label = "What to say above its questions",
		.max_length = 1000,
		.into = offsetof(struct typed, intro) },
};

static struct form *stored_form(struct req *r, const json_t *page)
{
	struct form *f = form_new(r->ctx, fields, COUNT(fields));

	form_put(f, "title", 0, text_of(page, "title"));
	form_put(f, "intro", 0, text_of(page, "intro"));
	return f;
}

/* 0, or what the page returns. */
static int find_page(
	struct req *r, const struct question_door *door, struct question_editor *e, json_t **page)
{
	int refused = question_editor_open(r, door, e);
	int64_t n;

	if (refused)
		return refused;
	if (!check_number(r->args[1], &n) || n < 1 || n > (int64_t)json_array_size(e->pages))
		return not_found(r);
	*page = json_array_get(e->pages, (size_t)n - 1);
	return 0;
}

static int show_page(struct req *r, const struct question_editor *e, const struct form *f,
	const char *seen, int status)
{
	const char *title = text_format(r->ctx, "Page %s", r->args[1]);

	question_editor_heading(r, e);
	tpl_set(r->page, M_HEADING, title);
	tpl_set(r->page, M_SEEN, seen ? seen : "");
	form_show(f, 0, f->n, r->page, false);
	return page_show(r, status, T_question_page, title);
}

int question_page(struct req *r, const struct question_door *door)
{
	struct question_editor e;
	struct form *f;
	json_t *page;
	int refused = find_page(r, door, &e, &page);

	if (refused)
		return refused;
	f = stored_form(r, page);
	return show_page(r, &e, f, form_seen(f), 200);
}

static void set(json_t *node, const char *key, const char *text)
{
	if (text)
		json_object_set_new(node, key, json_string(text));
	else
		json_object_del(node, key);
}

int question_page_save(struct req *r, const struct question_door *door)
{
	const char *seen = params_get(&r->body, "seen"), *field;
	struct survey_fault fault = { 0 };
	struct typed in = { 0 };
	struct question_editor e;
	struct form *f = form_new(r->ctx, fields, COUNT(fields)), *now;
	json_t *page;
	int refused = find_page(r, door, &e, &page);
	enum question_stored stored;

	if (refused)
		return refused;
	if (!form_fill(f, &r->body, &in))
		return show_page(r, &e, f, seen, 422);
	now = stored_form(r, page);
	if (!question_editor_is_version(r, &e) && form_conflict(f, now, seen)) {
		form_fail(f, NULL, "Somebody else changed this page while you were typing");
		return show_page(r, &e, f, form_seen(now), 422);
	}
	set(page, "title", in.title);
	set(page, "intro", in.intro);
	stored = question_editor_store(r, &e, "a page’s words", &fault);
	if (stored == QUESTION_STORED)
		return redirect(r, "%s", e.list);
	form_fail(f, NULL,
		stored == QUESTION_WRONG ? question_editor_sentence(r->ctx, &fault, &field)
					 : "Somebody else saved at the same moment. Save again");
	return show_page(r, &e, f, seen, 422);
}

/* ---- Removing -------------------------------------------------------------------------------- */

static int find_to_remove(struct req *r, const struct question_door *door,
	struct question_editor *e, struct question_place *at)
{
	int refused = question_editor_open(r, door, e);

	if (refused)
		return refused;
	return question_editor_find(e, r->args[1], at) ? 0 : not_found(r);
}

static int show_remove(struct req *r, const struct question_editor *e,
	const struct question_place *at, const char *why, int status)
{
	question_editor_heading(r, e);
	tpl_set(r->page, M_QUESTION, text_of(at->question, "label"));
	question_editor_link(r->page, M_LINK_KEEP, e->list);
	tpl_optional(r->page, M_REFUSED, M_WHY, why);
	return page_show(r, status, T_question_remove, "Remove this question?");
}

int question_remove(struct req *r, const struct question_door *door)
{
	struct question_editor e;
	struct question_place at;
	int refused = find_to_remove(r, door, &e, &at);

	return refused ? refused : show_remove(r, &e, &at, NULL, 200);
}

int question_remove_save(struct req *r, const struct question_door *door)
{
	struct survey_fault fault = { 0 };
	struct question_editor e;
	struct question_place at;
	int refused = find_to_remove(r, door, &e, &at);
	enum question_stored stored;

	if (refused)
		return refused;
	if (!question_editor_is_version(r, &e) || r->body.restored)
		return show_remove(r, &e, &at,
			"Somebody changed the questions since you saw this page. Look at them "
			"again first.",
			422);
	json_array_remove(question_editor_questions(&e, at.page), at.at);
	stored =
		question_editor_store(r, &e, text_format(r->ctx, "removed %s", r->args[1]), &fault);
	if (stored == QUESTION_STORED) {
		flash(r, "The question was removed.");
		return redirect(r, "%s", e.list);
	}
	refused = find_to_remove(r, door, &e, &at);
	if (refused)
		return refused;
	return show_remove(r, &e, &at,
		stored == QUESTION_WRONG
			? "Another question is asked depending on the answer to this "
			  "one. Change that one first."
			: "Somebody changed the questions at this moment.",
		422);
}

/* ---- Preview --------------------------------------------------------------------------------- */

int question_preview(struct req *r, const struct submission_form *w)
{
	size_t first, count;

	tpl_show_if(r->page, M_EMPTY, !w);
	for (size_t page = 0; w && page < submission_pages(w); page++) {
		struct tpl *part = tpl_add(r->page, M_PART);

		tpl_set(part, M_PART_TITLE, submission_page_title(w, page));
		tpl_optional(part, M_HAS_INTRO, M_INTRO, w->questions->pages[page].intro);
		submission_range(w, page, &first, &count);
		form_show(w->form, first, count, part, false);
	}
	return page_show(r, 200, T_question_preview, "Preview");
}
