/* survey.c: the public pages of a survey: start, questions, check your answers, sent. */
#include "survey.h"

#include <stdlib.h>
#include <string.h>
#include "access.h"
#include "pages.h"
#include "seal.h"
#include "setting.h"
#include "stencil.h"
#include "survey_visit.h"

/* The page is only its respondent's own, and says nothing that they did not type. no-store would
 * turn the browser's Back button into "Confirm form resubmission"; no-cache keeps it working and is
 * still asked for again when the address is opened. */
static const char form_cache[] = "private, no-cache";

static int survey_missing(struct req *r)
{
	return page_show(r, 404, T_survey_missing, "There is no survey at this address");
}

/* The survey of the address, when it is for everybody; the other two modes are reached by
 * invitation alone. */
static const struct survey *survey_for_all(struct req *r)
{
	const struct survey *s = survey_get(r, r->args[0]);

	return s && s->anonymity == ANONYMITY_OPEN ? s : NULL;
}

static int survey_shut(struct req *r, const struct survey *s)
{
	bool soon = survey_openness(s, r->now) == SURVEY_NOT_YET;
	struct tpl *t = tpl_add(r->page, soon ? M_NOT_YET : M_CLOSED);

	tpl_set(t, M_SURVEY, s->title);
	tpl_set(t, M_DATE, day_text(r->ctx, soon ? s->opens_at : s->closes_at - 1));
	return page_show(r, 200, T_survey_shut,
		soon ? "This survey is not open yet" : "This survey has closed");
}

static void set_common(struct req *r, const struct survey *s)
{
	tpl_set(r->page, M_SURVEY, s->title);
	tpl_set(r->page, M_SLUG, s->slug);
	tpl_set(r->page, M_ASKED_BY, s->asked_by);
}

static void set_state(struct req *r, struct visit *v, const struct survey_page *shown)
{
	v->step++;
	v->state = visit_seal(r, v, shown);
	v->mark = visit_mark(r, v);
	tpl_set(r->page, M_STATE, v->state);
	tpl_set(r->page, M_MARK, v->mark);
	tpl_int(r->page, M_STEP, v->step);
	r->cache = form_cache;
}

/* v: NULL for who comes new; otherwise somebody who went back to it and loses nothing. */
static int show_start(struct req *r, const struct survey *s, struct visit *v)
{
	set_common(r, s);
	if (v)
		set_state(r, v, NULL);
	tpl_show(r->page, v ? M_RESUME : M_BEGIN);
	tpl_optional(r->page, M_WHY_GIVEN, M_WHY, s->why);
	tpl_optional(r->page, M_HAPPENS_GIVEN, M_HAPPENS, s->happens);
	tpl_int(r->page, M_MINUTES, s->minutes);
	tpl_show_if(r->page, M_ONE_MINUTE, s->minutes == 1);
	tpl_show_if(r->page, M_MORE_MINUTES, s->minutes != 1);
	tpl_show_if(r->page, M_OPEN_ANONYMOUS, s->anonymity == ANONYMITY_OPEN);
	tpl_optional(r->page, M_CLOSES_GIVEN, M_CLOSES,
		s->closes_at ? day_text(r->ctx, s->closes_at - 1) : NULL);
	return page_show(r, 200, T_survey_start, s->title);
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

	set_common(r, v->survey);
	set_state(r, v, page);
	tpl_int(r->page, M_PAGE, number);
	tpl_set(r->page, M_CAPTION, alone || page->title ? v->survey->title : v->survey->asked_by);
	if (v->survey->n_pages > 1) {
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

static int show_check(struct req *r, struct visit *v)
{
	v->checking = false;
	set_common(r, v->survey);
	for (int64_t page = 1; page <= (int64_t)v->survey->n_pages; page++)
		visit_pass(v, page);
	set_state(r, v, NULL);
	visit_first_wrong(v);
	for (size_t i = 0; i < v->survey->n_pages; i++)
		form_summary(v->form, v->survey->pages[i].first, v->survey->pages[i].count, r->page,
			"change", i + 1);
	return page_show(r, 200, T_survey_check, "Check your answers before sending");
}

static int show_place(struct req *r, struct visit *v, int64_t place)
{
	if (place == VISIT_CHECK)
		return show_check(r, v);
	if (place == VISIT_START)
		return show_start(r, v->survey, v);
	return show_page(r, v, place, 200);
}

/* Eight characters that nobody confuses (Crockford's base 32), made from the submission: it never
 * counts up. */
static const char *reference(struct req *r, const uint8_t submission[16])
{
	static const char digits[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
	uint64_t bits = 0;
	char text[10];

	for (int i = 0; i < 5; i++)
		bits = bits << 8 | submission[i];
	for (int i = 0, out = 0; out < 9; out++)
		text[out] = out == 4 ? '-' : digits[bits >> (35 - 5 * i++) & 31];
	text[9] = '\0';
	return text_copy(r->ctx, text);
}

static const char *sent_purpose(struct req *r, const struct survey *s)
{
	return text_format(r->ctx, "sent-%lld", (long long)s->survey_id);
}

static int send_visit(struct req *r, struct visit *v)
{
	int64_t wrong = visit_first_wrong(v);
	enum response_outcome outcome;
	uint8_t submission[16];
	json_t *answers;
	const char *sent;

	if (wrong)
		return show_page(r, v, wrong, 422);
	answers = form_answers(v->form);
	visit_submission(v, submission);
	outcome = response_add(r, v->survey, submission, answers);
	json_decref(answers);
	sent = text_format(r->ctx, "%c%s", outcome == RESPONSE_ALREADY_OTHER ? 'o' : 's',
		v->survey->reference ? reference(r, submission) : "");
	return redirect(r, "/s/%s/sent/%s", v->survey->slug,
		seal(r->ctx, r->conf, sent_purpose(r, v->survey), sent, strlen(sent)));
}

int survey_sent(struct req *r)
{
	const struct survey *s = survey_for_all(r);
	struct bytes sent;

	if (!s)
		return survey_missing(r);
	if (!seal_open(r->ctx, r->conf, sent_purpose(r, s), r->args[1], &sent) || sent.len < 1)
		return survey_missing(r);
	set_common(r, s);
	tpl_optional(r->page, M_REFERENCE_GIVEN, M_REFERENCE, (const char *)sent.data + 1);
	tpl_show_if(r->page, M_ALREADY, sent.data[0] == 'o');
	tpl_optional(r->page, M_NEXT_GIVEN, M_NEXT, s->next);
	return page_show(r, 200, T_survey_sent, "Thank you. We have your answers");
}

/* A telephone begins with a capital: /s/FFT is /s/fft. */
static const char *small_letters(struct req *r, const char *text)
{
	char *small = text_copy(r->ctx, text);

	for (char *c = small; *c; c++)
		if (*c >= 'A' && *c <= 'Z')
			*c = (char)(*c + 'a' - 'A');
	return small;
}

int survey_start(struct req *r)
{
	const struct survey *s = survey_for_all(r);
	const char *small = small_letters(r, r->args[0]);

	if (!s && strcmp(small, r->args[0]) != 0 && survey_get(r, small))
		return redirect(r, "/s/%s", small);
	if (!s)
		return survey_missing(r);
	if (survey_openness(s, r->now) != SURVEY_OPEN)
		return survey_shut(r, s);
	return show_start(r, s, NULL);
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
	*place = atoi(name);
	return *place >= 1 && *place <= (int64_t)s->n_pages;
}

/* Who comes new is shown what everybody is, but for state and mark. It is the page most asked for,
 * and costs more to render than all else together: so it is rendered once a version and process,
 * and again when the settings have changed: the organisation's name is on it. */
static int show_first(struct req *r, struct visit *v)
{
	struct survey_rendered *rendered = v->survey->rendered;
	int status;

	if (rendered->first_page && rendered->settings == settings_generation(r->settings)) {
		set_state(r, v, &v->survey->pages[0]);
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

/* GET: only the first page begins without answers; any other is reached by answering. */
int survey_page_view(struct req *r)
{
	const struct survey *s = survey_for_all(r);
	int64_t place;

	if (!s)
		return survey_missing(r);
	if (survey_openness(s, r->now) != SURVEY_OPEN)
		return survey_shut(r, s);
	if (!place_named(s, r->args[1], &place) || place != 1)
		return redirect(r, "/s/%s", s->slug);
	return show_first(r, visit_new(r, s));
}

static int continue_from(struct req *r, struct visit *v, int64_t place)
{
	const struct survey_page *page;
	int64_t next;

	if (place == VISIT_CHECK)
		return send_visit(r, v);
	if (place == VISIT_START)
		return show_page(r, v, 1, 200);
	page = &v->survey->pages[place - 1];
	if (form_check(v->form, page->first, page->count) > 0)
		return show_page(r, v, place, 422);
	visit_pass(v, place);
	next = visit_next(v, place);
	return next == 0 ? send_visit(r, v) : show_place(r, v, next);
}

int survey_page_save(struct req *r)
{
	const struct survey *s = survey_for_all(r);
	struct visit *v = s ? visit_open(r, s) : NULL;
	const char *change = params_get(&r->body, "change"), *go = params_get(&r->body, "go");
	int64_t place, target;

	if (!s)
		return survey_missing(r);
	if (!v)
		return page_error(r, 400);
	if (!place_named(v->survey, r->args[1], &place))
		return survey_missing(r);
	if (!visit_may_send(v, r->now))
		return survey_shut(r, v->survey);
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
