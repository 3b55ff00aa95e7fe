/* survey.c: a survey in public: its start, sending it, sent. The pages in between are those of
 * every visit (visit_pages.c). */
#include "survey.h"

#include <string.h>
#include "access.h"
#include "pages.h"
#include "seal.h"
#include "visit_pages.h"

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

/* v: NULL for who comes new; otherwise somebody who went back to it and loses nothing. */
static int show_start(struct req *r, const struct survey *s, struct visit *v)
{
	set_common(r, s);
	if (v)
		visit_state_show(r, v, NULL);
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

static int send_visit(struct req *r, const struct visit_door *door, struct visit *v)
{
	enum response_outcome outcome;
	uint8_t submission[16];
	json_t *answers = form_answers(v->form);
	const char *sent;

	visit_submission(v, submission);
	outcome = response_add(r, v->survey, submission, answers);
	json_decref(answers);
	sent = text_format(r->ctx, "%c%s", outcome == RESPONSE_ALREADY_OTHER ? 'o' : 's',
		v->survey->reference ? reference(r, submission) : "");
	return redirect(r, "%s/sent/%s", door->home,
		seal(r->ctx, r->conf, sent_purpose(r, v->survey), sent, strlen(sent)));
}

static const struct survey *earlier_version(
	struct req *r, const struct visit_door *door, int64_t version, const char *with)
{
	(void)with;
	return survey_by_id(r->db, door->current->survey_id, version);
}

static int start_again(struct req *r, const struct visit_door *door, struct visit *v)
{
	(void)door;
	return show_start(r, v->survey, v);
}

static int shut(struct req *r, const struct visit_door *door, const struct survey *s)
{
	(void)door;
	return survey_shut(r, s);
}

static const struct visit_door *survey_door(struct req *r, const struct survey *s)
{
	struct visit_door *door = NEW(r->ctx, struct visit_door);

	door->current = s;
	door->purpose = text_format(r->ctx, "survey-%lld", (long long)s->survey_id);
	door->home = text_format(r->ctx, "/s/%s", s->slug);
	door->posts = M_VISIT_SURVEY;
	door->slug = s->slug;
	door->agrees = text_format(r->ctx,
		"By sending your answers you agree that %s may use them in the way that the first "
		"page of this survey describes.",
		s->asked_by);
	door->version = earlier_version;
	door->start = start_again;
	door->shut = shut;
	door->missing = survey_missing;
	door->send = send_visit;
	return door;
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

/* GET /s/SLUG/PAGE */
int survey_page_view(struct req *r)
{
	const struct survey *s = survey_for_all(r);

	if (!s)
		return survey_missing(r);
	if (survey_openness(s, r->now) != SURVEY_OPEN)
		return survey_shut(r, s);
	return visit_page_view(r, survey_door(r, s), r->args[1]);
}

/* POST /s/SLUG/PAGE */
int survey_page_save(struct req *r)
{
	const struct survey *s = survey_for_all(r);

	return s ? visit_page_save(r, survey_door(r, s), r->args[1]) : survey_missing(r);
}
