/* visit_pages.c: the pages of a visit: questions, check your answers, Continue, Back, Change. */
#include "visit_pages.h"

#include <stdlib.h>
#include <string.h>
#include "pages.h"
#include "setting.h"
#include "stencil.h"

const char visit_cache[] = "private, no-cache";

void visit_state_show(struct req *r, struct visit *v, const struct survey_page *shown)
{
	v->step++;
	v->state = visit_seal(r, v, shown);
	v->mark = visit_mark(r, v);
	tpl_set(r->page, M_STATE, v->state);
	tpl_set(r->page, M_MARK, v->mark);
	tpl_int(r->page, M_STEP, v->step);
	r->cache = visit_cache;
}

static void set_common(struct req *r, const struct visit *v, const char *place)
{
	struct tpl *address = tpl_add(r->page, v->door->posts);

	tpl_set(r->page, M_SURVEY, v->survey->title);
	tpl_set(address, M_VISIT_SLUG, v->door->slug);
	tpl_set(address, M_VISIT_PLACE, place);
}

static size_t due_fields(const struct visit *v, const struct survey_page *page, size_t *only)
{
	size_t n = 0;

	for (size_t i = page->first; i < page->first + page->count; i++)
		if (form_due(v->form, i) || v->survey->one_page) {
			*only = i;
			n++;
		}
	return n;
}

static int show_page(struct req *r, struct visit *v, int64_t number, int status)
{
	const struct survey_page *page = &v->survey->pages[number - 1];
	size_t only = 0;
	bool alone = due_fields(v, page, &only) == 1 && !page->title;
	bool last = !v->checking && visit_next(v, number) == 0;
	const char *heading = page->title ? page->title : v->survey->title;

	set_common(r, v, text_format(r->ctx, "%lld", (long long)number));
	visit_state_show(r, v, page);
	tpl_set(r->page, M_CAPTION, alone || page->title ? v->survey->title : v->survey->asked_by);
	if (v->survey->n_pages > 1 && !v->door->uncounted) {
		struct tpl *progress = tpl_add(r->page, M_PROGRESS);
		tpl_int(progress, M_NUMBER, number);
		tpl_int(progress, M_OF, (int64_t)v->survey->n_pages);
	}
	if (!alone)
		tpl_optional(r->page, M_HEADING_GIVEN, M_HEADING, heading);
	tpl_optional(r->page, M_INTRO_GIVEN, M_INTRO, page->intro);
	tpl_show_if(r->page, M_SEND, last);
	tpl_show_if(r->page, M_CONTINUE, !last);
	form_show(v->form, page->first, page->count, r->page, alone);
	return page_show(r, status, T_survey_page, alone ? v->survey->fields[only].label : heading);
}

int visit_check_show(struct req *r, struct visit *v, const char *notice)
{
	v->checking = false;
	set_common(r, v, "check");
	for (int64_t page = 1; page <= (int64_t)v->survey->n_pages; page++)
		visit_pass(v, page);
	visit_state_show(r, v, NULL);
	visit_first_wrong(v);
	tpl_set(r->page, M_AGREES, v->door->agrees);
	tpl_optional(r->page, M_NOTICE_GIVEN, M_NOTICE, notice);
	for (int64_t page = 1; page <= (int64_t)v->survey->n_pages; page++)
		form_summary(v->form, v->survey->pages[page - 1].first, visit_page_told(v, page),
			r->page, "change", (size_t)page);
	return page_show(
		r, notice ? 422 : 200, T_survey_check, "Check your answers before sending");
}

static int show_place(struct req *r, struct visit *v, int64_t place)
{
	if (place == VISIT_CHECK)
		return visit_check_show(r, v, NULL);
	if (place == VISIT_START)
		return v->door->start(r, v->door, v);
	return show_page(r, v, place, 200);
}

static int send_visit(struct req *r, struct visit *v)
{
	int64_t wrong = visit_first_wrong(v);

	return wrong ? show_page(r, v, wrong, 422) : v->door->send(r, v->door, v);
}

/* "2" -> 2, "check" -> VISIT_CHECK, "start" -> VISIT_START; false when the survey has no such
 * place. */
static bool place_named(const struct survey *s, const char *name, int64_t *place)
{
	*place = strcmp(name, "check") == 0   ? VISIT_CHECK
		 : strcmp(name, "start") == 0 ? VISIT_START
					      : -2;
	if (*place != -2)
		return true;
	if (strlen(name) > 3 || strspn(name, "0123456789") != strlen(name) || *name == '0')
		return false;
	*place = strtoll(name, NULL, 10);
	return *place >= 1 && *place <= (int64_t)s->n_pages;
}

/* Who comes new is shown what everybody is, but for state and mark. It is the page most asked for,
 * and costs more to render than all else together: so it is rendered once a version and process,
 * and again when the settings have changed: the organisation's name is on it. */
static int show_first(struct req *r, struct visit *v)
{
	struct survey_rendered *rendered = v->survey->rendered;
	int status;

	if (!rendered)
		return show_page(r, v, 1, 200);
	if (rendered->first_page && rendered->settings == settings_generation(r->settings)) {
		visit_state_show(r, v, &v->survey->pages[0]);
		stencil_fill(
			rendered->first_page, (const char *[]){ v->state, v->mark }, &r->content);
		return 200;
	}
	status = show_page(r, v, 1, 200);
	talloc_free(rendered->first_page);
	rendered->settings = settings_generation(r->settings);
	rendered->first_page = stencil_cut(rendered, r->content.data, r->content.len,
		(const char *[]){ v->state, v->mark }, 2);
	return status;
}

int visit_page_view(struct req *r, const struct visit_door *door, const char *page)
{
	int64_t place;

	if (!place_named(door->current, page, &place) || place != 1)
		return redirect(r, "%s", door->home);
	return show_first(r, visit_new(r, door));
}

static int continue_from(struct req *r, struct visit *v, int64_t place)
{
	int64_t next;

	if (place == VISIT_CHECK)
		return send_visit(r, v);
	if (place == VISIT_START)
		return show_page(r, v, 1, 200);
	if (visit_page_wrong(v, place) > 0)
		return show_page(r, v, place, 422);
	if (strlen(visit_seal(r, v, NULL)) > VISIT_STATE_MOST) {
		v->form->form_error = "Your answers are longer together than can be sent. Nothing "
				      "is lost: shorten this one, or an earlier one.";
		return show_page(r, v, place, 422);
	}
	visit_pass(v, place);
	next = visit_next(v, place);
	return next == 0 ? send_visit(r, v) : show_place(r, v, next);
}

int visit_go_on(struct req *r, struct visit *v, const char *page)
{
	const char *change = params_get(&r->body, "change"), *go = params_get(&r->body, "go");
	int64_t place, target;

	if (!place_named(v->survey, page, &place))
		return v->door->missing(r);
	if (!visit_may_send(v, r->now))
		return v->door->shut(r, v->door, v->survey);
	if (place > 0)
		visit_take(v, place, &r->body);
	if (change && place == VISIT_CHECK && place_named(v->survey, change, &target) &&
		target > 0) {
		v->checking = true;
		return show_page(r, v, target, 200);
	}
	if (go && strcmp(go, "back") == 0)
		return show_place(r, v, visit_previous(v, place));
	return continue_from(r, v, place);
}

int visit_page_save(struct req *r, const struct visit_door *door, const char *page)
{
	struct visit *v = visit_open(r, door);

	return v ? visit_go_on(r, v, page) : page_error(r, 400);
}
