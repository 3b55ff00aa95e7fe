/* submission_write.c: a plan or a bid while it is written: page by page, kept at every step, by
 * every colleague; nobody's text is lost when two write at once. */
#include <string.h>
#include "audit.h"
#include "pages.h"
#include "setting.h"
#include "submission.h"

/* The page of the address, from 0; false: there is none. */
static bool page_of(const struct req *r, const struct submission_form *w, size_t *page)
{
	int64_t n;

	if (!check_number(r->args[1], &n) || n < 1 || n > (int64_t)submission_pages(w))
		return false;
	*page = (size_t)n - 1;
	return true;
}

static struct submission_form *drafted(struct req *r, const struct q_submission_by_ref *s)
{
	return submission_form_new(r->ctx, s->form, s->kind, s->draft, NULL);
}

/* A page's fields as a form of their own, with what the whole one holds: to compare two. */
static struct form *part_of(const struct form *whole, size_t first, size_t count)
{
	struct form *f = form_new(whole->ctx, whole->fields + first, count);
	json_t *raw = form_raw_json(whole);

	form_load_raw(f, raw);
	json_decref(raw);
	return f;
}

static bool is_open(const struct req *r, const struct q_submission_by_ref *s)
{
	return call_is_open(s->call_state, s->closes_on, r->now);
}

/* 0, or what the page returns: one whose call has closed is read on its own page. */
static int find(
	struct req *r, struct q_submission_by_ref *s, size_t *page, struct submission_form **w)
{
	int refused = submission_drafted(r, s);

	if (refused)
		return refused;
	*w = drafted(r, s);
	if (!page_of(r, *w, page))
		return not_found(r);
	if (is_open(r, s) || r->method == METHOD_POST)
		return 0;
	return redirect(r, "/submissions/%s", s->ref);
}

static int show(struct req *r, const struct q_submission_by_ref *s, const struct submission_form *w,
	size_t page, const char *seen, int status)
{
	size_t first, count;
	const char *title = submission_page_title(w, page);

	submission_range(w, page, &first, &count);
	submission_heading(r, s);
	tpl_set(r->page, M_SEEN, seen ? seen : "");
	tpl_set(r->page, M_HEADING, title);
	tpl_int(r->page, M_NUMBER, (int64_t)page + 1);
	tpl_int(r->page, M_PAGES, (int64_t)submission_pages(w));
	tpl_optional(r->page, M_HAS_CLOSES, M_CLOSES,
		s->closes_on ? date_text(r->ctx, s->closes_on) : NULL);
	tpl_optional(r->page, M_HAS_INTRO, M_INTRO, w->questions->pages[page].intro);
	tpl_show_if(r->page, M_BACK_BUTTON, page > 0);
	tpl_show_if(r->page, M_BACK_LINK, page == 0);
	tpl_show_if(r->page, M_CLOSED, !is_open(r, s));
	form_show(w->form, first, count, r->page, false);
	return page_show(r, status, T_submission_page, title);
}

/* GET /submissions/:ref/pages/:page */
int submission_page(struct req *r)
{
	struct q_submission_by_ref s;
	struct submission_form *w;
	size_t page, first, count;
	int refused = find(r, &s, &page, &w);

	if (refused)
		return refused;
	submission_range(w, page, &first, &count);
	return show(r, &s, w, page, form_seen(part_of(w->form, first, count)), 200);
}

/* ---- Two at once ----------------------------------------------------------------------------- */

static bool is_version(const struct req *r, const struct q_submission_by_ref *s)
{
	const char *version = params_get(&r->body, "row_version");
	int64_t sent;

	return version && check_number(version, &sent) && sent == s->row_version;
}

/* Did a colleague save something else on this page meanwhile? Then the form has both, each where it
 * belongs, and says so. */
static bool conflicts(struct req *r, const struct q_submission_by_ref *s, struct submission_form *w,
	size_t page, const char **seen)
{
	struct form *mine, *now;
	size_t first, count;
	json_t *raw;

	if (is_version(r, s))
		return false;
	submission_range(w, page, &first, &count);
	mine = part_of(w->form, first, count);
	now = form_new(r->ctx, mine->fields, mine->n);
	form_load_raw(now, json_open(r->ctx, s->draft));
	if (!form_conflict(mine, now, *seen))
		return false;
	*seen = form_seen(now);
	raw = form_raw_json(mine);
	form_load_raw(w->form, raw);
	json_decref(raw);
	for (size_t i = 0; i < count; i++)
		if (mine->values[i].error)
			form_fail(w->form, mine->fields[i].name, mine->values[i].error);
	form_fail(w->form, NULL,
		text_format(r->ctx,
			"%s saved this page while you were writing. Nothing of yours is saved "
			"yet. Look at what they wrote, then save again",
			s->person));
	return true;
}

/* ---- Saving ---------------------------------------------------------------------------------- */

/* False: a colleague was quicker by a moment. */
static bool draft_keep(
	struct req *r, const struct q_submission_by_ref *s, const struct submission_form *w)
{
	json_t *raw = form_raw_json(w->form);
	const char *draft = json_compact(r->ctx, raw);
	int64_t saved = 0;

	json_decref(raw);
	if (s->draft && strcmp(draft, s->draft) == 0)
		return true;
	Q_RUN_COUNT(r->db, submission_save, &saved, .title = submission_title(w), .draft = draft,
		.now = r->now, .person_id = r->person->person_id, .submission_id = s->submission_id,
		.row_version = s->row_version);
	if (saved > 0)
		audit(r, AUDIT_CHANGE, "submission", s->ref, audit_fact(NULL, "draft", "saved"));
	return saved > 0;
}

static int go_on(struct req *r, const struct q_submission_by_ref *s,
	const struct submission_form *w, size_t page, const char *go)
{
	const char *from = params_get(&r->query, "from");

	if (strcmp(go, "back") == 0 && page > 0)
		return redirect(r, "/submissions/%s/pages/%zu", s->ref, page);
	if (strcmp(go, "later") == 0) {
		flash(r, "Saved. You or a colleague can carry on at any time until it is sent.");
		return redirect(r, "/submissions/%s", s->ref);
	}
	if ((from && strcmp(from, "check") == 0) || page + 1 == submission_pages(w))
		return redirect(r, "/submissions/%s/check", s->ref);
	return redirect(r, "/submissions/%s/pages/%zu", s->ref, page + 2);
}

/* POST /submissions/:ref/pages/:page: right or wrong, what was typed is kept; only "Continue" minds
 * what is wrong. */
int submission_page_save(struct req *r)
{
	const char *go = params_get(&r->body, "go"), *seen = params_get(&r->body, "seen");
	struct q_submission_by_ref s;
	struct submission_form *w;
	size_t page, first, count, wrong;
	int refused = find(r, &s, &page, &w);

	if (refused)
		return refused;
	go = go ? go : "on";
	submission_range(w, page, &first, &count);
	form_take(w->form, first, count, &r->body);
	if (r->body.restored || !is_open(r, &s) || conflicts(r, &s, w, page, &seen))
		return show(r, &s, w, page, seen, 422);
	if (!draft_keep(r, &s, w)) {
		form_fail(w->form, NULL, "A colleague saved at the same moment. Save again");
		return show(r, &s, w, page, seen, 422);
	}
	wrong = strcmp(go, "on") == 0 ? form_check(w->form, first, count) : 0;
	if (wrong == 0)
		return go_on(r, &s, w, page, go);
	/* It is kept already: what comes next is compared with that. */
	if (!Q_ONE(r->db, submission_by_ref, &s, .ref = s.ref, .person_id = r->person->person_id))
		return not_found(r);
	return show(r, &s, w, page, form_seen(part_of(w->form, first, count)), 422);
}
