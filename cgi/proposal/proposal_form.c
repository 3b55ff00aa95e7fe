/* proposal_form.c: the form by which people answer a proposal, made of the proposal. */
#include "proposal_form.h"

#include <string.h>
#include "form_parts.h"
#include "submission.h"
#include "survey_parts.h"

enum { RADIOS_MOST = 10, OWN_PAGES = 50 };

/* ---- Fields ---------------------------------------------------------------------------------- */

struct maker {
	TALLOC_CTX *ctx;
	const struct proposal_asks *asks;
	struct survey *s;
	bool typed_in;
};

static struct field *add(struct maker *m, const struct field *as)
{
	struct field *field = &m->s->fields[m->s->n_fields++];

	*field = *as;
	field->required &= !m->typed_in;
	return field;
}

static void begin_page(struct maker *m, const char *title, const char *intro)
{
	m->s->pages[m->s->n_pages++] =
		(struct survey_page){ .title = title, .intro = intro, .first = m->s->n_fields };
}

static void end_page(struct maker *m)
{
	struct survey_page *page = &m->s->pages[m->s->n_pages - 1];

	page->count = m->s->n_fields - page->first;
}

static struct choice *part_choices(struct maker *m, const struct proposal_part *parts, size_t n)
{
	struct choice *choices = NEW_ARRAY(m->ctx, struct choice, n + 2);

	for (size_t i = 0; i < n; i++)
		choices[i] = (struct choice){ .code = parts[i].ref, .label = parts[i].name };
	return choices;
}

static void add_stance(struct maker *m)
{
	const struct proposal_asks *a = m->asks;
	struct choice *choices = NEW_ARRAY(m->ctx, struct choice, STANCES);

	for (size_t i = 0; i < STANCES; i++)
		choices[i] = (struct choice){ .code = stance_codes[i],
			.label = stance_label(
				stance_codes[i], a->in_favour, a->against, a->unsure) };
	begin_page(m, NULL, NULL);
	add(m, &(struct field){ .type = FIELD_RADIOS,
		       .name = "stance",
		       .label = m->typed_in ? "What they think of this proposal"
					    : "What do you think of this proposal?",
		       .summary = "What you think of it",
		       .missing = "Choose what you think of this proposal",
		       .required = true,
		       .unmarked = m->typed_in,
		       .choices = choices,
		       .n_choices = STANCES });
	end_page(m);
}

/* Gains and concerns are asked alike, in other words. */
static const struct asked {
	const char *code, *name, *title, *another, *label, *hint, *grade, *more;
} gains = { "gain", "Gain", "Gains", "Another gain", "What would get better, and for whom?",
	"One gain on this page: you can add more. Leave it empty if you see none.",
	"How important is this gain?", "Do you want to add another gain?" },
  concerns = { "concern", "Concern", "Concerns", "Another concern",
	  "What could get worse, and for whom?",
	  "One concern on this page: you can add more. Leave it empty if you have none.",
	  "How serious is this concern?", "Do you want to add another concern?" };

static void add_point(struct maker *m, const struct asked *as, size_t i, size_t most)
{
	const char *name = text_format(m->ctx, "%s_%zu", as->code, i);
	const char *called = text_format(m->ctx, "%s %zu", as->name, i);
	struct field due = { 0 };

	if (i > 1 && !m->typed_in) {
		due.when_name = text_format(m->ctx, "%s_%zu_more", as->code, i - 1);
		due.when_code = "yes";
	}
	begin_page(m, i == 1 ? as->title : text_format(m->ctx, "%s (%zu)", as->another, i), NULL);
	m->s->pages[m->s->n_pages - 1].of_first = true;
	m->s->pages[m->s->n_pages - 1].if_given = i > 1;
	due.type = FIELD_LONG;
	due.name = name;
	due.label = m->typed_in ? called : as->label;
	due.hint = m->typed_in ? NULL : as->hint;
	due.summary = called;
	due.unmarked = true;
	due.max_length = POINT_LENGTH;
	add(m, &due);
	due.type = m->typed_in ? FIELD_SELECT : FIELD_RADIOS; /* there are many on that page */
	due.name = text_format(m->ctx, "%s_grade", name);
	due.label = m->typed_in ? text_format(m->ctx, "%s: grade", called) : as->grade;
	due.hint = NULL;
	due.summary = "Graded";
	due.beneath = true;
	due.unmarked = m->typed_in;
	due.max_length = 0;
	due.choices = proposal_grades;
	due.n_choices = GRADES;
	add(m, &due);
	if (m->asks->n_sections > 0) {
		due.type = FIELD_SELECT;
		due.name = text_format(m->ctx, "%s_section", name);
		due.label = m->typed_in ? text_format(m->ctx, "%s: section", called)
					: "Which part of the proposal is this about?";
		due.summary = "About";
		due.choices = part_choices(m, m->asks->sections, m->asks->n_sections);
		due.n_choices = m->asks->n_sections;
		add(m, &due);
	}
	if (i < most && !m->typed_in) {
		due.type = FIELD_YES_NO;
		due.name = text_format(m->ctx, "%s_more", name);
		due.label = as->more;
		due.summary = NULL;
		due.beneath = false;
		due.unmarked = true;
		due.choices = NULL;
		due.n_choices = 0;
		add(m, &due);
		m->s->pages[m->s->n_pages - 1].aside = 1;
	}
	end_page(m);
}

/* Under "own_", so that no code of an author meets a name of ours. */
static const struct survey *own_questions(struct maker *m)
{
	json_t *form = json_open(m->ctx, m->asks->form);
	struct survey_fault fault = { 0 };
	const struct survey *own;

	if (json_array_size(json_object_get(form, "pages")) == 0)
		return NULL;
	own = call_compile(m->ctx, m->asks->form, &fault);
	if (!own) /* it was checked before the proposal was published */
		BUG(text_format(m->ctx, "a proposal's questions are not whole: %s", fault.reason));
	return own;
}

static void add_own(struct maker *m, const struct survey *own)
{
	for (size_t p = 0; own && p < own->n_pages; p++) {
		const struct survey_page *page = &own->pages[p];

		begin_page(m, page->title, page->intro);
		for (size_t i = page->first; i < page->first + page->count; i++) {
			struct field *field = add(m, &own->fields[i]);

			field->name = text_format(m->ctx, "own_%s", field->name);
			if (field->when_name)
				field->when_name = text_format(m->ctx, "own_%s", field->when_name);
		}
		end_page(m);
	}
}

static void add_words(struct maker *m)
{
	begin_page(m, "Anything else", NULL);
	add(m, &(struct field){ .type = FIELD_LONG,
		       .name = "comment",
		       .label = m->typed_in ? "Comment" : "Is there anything else you want to say?",
		       .summary = "Comment",
		       .unmarked = m->typed_in,
		       .max_length = COMMENT_LENGTH });
	add(m, &(struct field){ .type = FIELD_LONG,
		       .name = "asks",
		       .label = m->typed_in ? "Request for more information"
					    : "Do you need more information? Ask for it here",
		       .hint = m->typed_in ? NULL
					   : "What we answer may be published, if it helps others; "
					     "your name is not.",
		       .summary = "Request for more information",
		       .unmarked = m->typed_in,
		       .max_length = ASKS_LENGTH });
	end_page(m);
}

static void add_group(struct maker *m)
{
	const struct proposal_asks *a = m->asks;
	struct choice *choices = part_choices(m, a->groups, a->n_groups);

	if (a->n_groups == 0 || a->group)
		return;
	choices[a->n_groups] = (struct choice){ .code = GROUP_NONE, .label = "None of these" };
	add(m, &(struct field){ .type = a->n_groups > RADIOS_MOST || m->typed_in ? FIELD_SELECT
										 : FIELD_RADIOS,
		       .name = "group",
		       .label = m->typed_in ? "Group" : "Which of these do you speak for?",
		       .summary = "Who you speak for",
		       .missing = "Choose who you speak for, or “None of these”",
		       .required = true,
		       .unmarked = m->typed_in,
		       .choices = choices,
		       .n_choices = a->n_groups + 1 });
}

static void add_who(struct maker *m)
{
	const struct proposal_asks *a = m->asks;

	begin_page(m, "Who you are",
		a->group ? text_format(m->ctx, "You answer for this group: %s.", a->group->name)
			 : NULL);
	add_group(m);
	add(m, &(struct field){ .type = FIELD_RADIOS,
		       .name = "capacity",
		       .label = m->typed_in
					? "As a person or for an organisation"
					: "Are you answering as a person, or for an organisation?",
		       .summary = "How you answer",
		       .missing = "Choose whether you answer as a person or for an organisation",
		       .required = true,
		       .unmarked = m->typed_in,
		       .choices = proposal_capacities,
		       .n_choices = CAPACITIES });
	add(m, &(struct field){ .type = FIELD_SHORT,
		       .name = "organisation",
		       .label = "Which organisation?",
		       .summary = "Organisation",
		       .missing = "Enter the name of the organisation",
		       .required = true,
		       .unmarked = m->typed_in,
		       .autocomplete = m->typed_in ? NULL : "organization",
		       .max_length = 200,
		       .when_name = "capacity",
		       .when_code = "organisation" });
	end_page(m);
}

/* proposal_publications in the words of who types in what somebody else said. */
static const struct choice typed_in_publications[PUBLICATIONS] = {
	{ "name", "Yes, with their name, or their organisation's", NULL, false },
	{ "group", "Yes, saying only which group they speak for", NULL, false },
	{ "none", "No, count them, and do not publish their words", NULL, false },
};

/* Without groups "saying only which group" would say nothing. */
static const struct choice *publications(struct maker *m)
{
	struct choice *choices = NEW_ARRAY(m->ctx, struct choice, PUBLICATIONS);

	memcpy(choices, m->typed_in ? typed_in_publications : proposal_publications,
		sizeof proposal_publications);
	if (m->asks->n_groups == 0 && !m->asks->group)
		choices[1].label = m->typed_in ? "Yes, without their name" : "Yes, without my name";
	return choices;
}

static void add_publication(struct maker *m)
{
	begin_page(m, "What we may publish", NULL);
	add(m, &(struct field){ .type = FIELD_RADIOS,
		       .name = "publication",
		       .label = m->typed_in ? "May we publish what they wrote?"
					    : "May we publish what you wrote?",
		       .hint = m->typed_in
				       ? NULL
				       : "What you think is counted in any case. We never publish "
					 "your email address.",
		       .summary = "May we publish it?",
		       .missing = "Choose whether we may publish what you wrote",
		       .required = true,
		       .unmarked = m->typed_in,
		       .choices = publications(m),
		       .n_choices = PUBLICATIONS });
	add(m, &(struct field){ .type = FIELD_SHORT,
		       .name = "name",
		       .label = "Which name shall we publish?",
		       .summary = "Name to publish",
		       .missing = "Enter the name that we may publish",
		       .required = true,
		       .unmarked = m->typed_in,
		       .autocomplete = m->typed_in ? NULL : "name",
		       .max_length = 150,
		       .when_name = "publication",
		       .when_code = "name" });
	end_page(m);
}

static const struct choice wanted[] = {
	{ "copy", "Send me a copy of my answers", NULL, false },
	{ "outcome", "Tell me what was decided", NULL, false },
};

static void add_contact(struct maker *m)
{
	begin_page(m, "If you want to hear from us",
		"You can leave an email address. We keep it apart from your answers, use it for "
		"nothing else, and delete it afterwards.");
	add(m, &(struct field){ .type = FIELD_EMAIL,
		       .name = "email",
		       .label = "Your email address",
		       .summary = "Email address" });
	add(m, &(struct field){ .type = FIELD_CHECKBOXES,
		       .name = "wants",
		       .label = "What shall we send you?",
		       .summary = "What to send you",
		       .choices = wanted,
		       .n_choices = COUNT(wanted) });
	end_page(m);
}

/* ---- The form -------------------------------------------------------------------------------- */

/* An address and what it is for belong together. */
static size_t contact_wrong(struct form *f, size_t first, size_t count)
{
	size_t email, wants;

	if (!form_field_index(f, "email", &email) || email < first || email >= first + count ||
		!form_field_index(f, "wants", &wants) || f->values[email].error ||
		f->values[wants].error)
		return 0;
	if (f->values[wants].n_parts > 0 && !f->values[email].text) {
		form_fail(f, "email", "Enter your email address, or untick what to send you");
		return 1;
	}
	if (f->values[email].text && f->values[wants].n_parts == 0) {
		form_fail(f, "wants", "Choose what to send you, or leave out the email address");
		return 1;
	}
	return 0;
}

static void make_online(struct maker *m, const struct survey *own)
{
	add_stance(m);
	for (size_t i = 1; i <= POINTS_ONLINE; i++)
		add_point(m, &gains, i, POINTS_ONLINE);
	for (size_t i = 1; i <= POINTS_ONLINE; i++)
		add_point(m, &concerns, i, POINTS_ONLINE);
	add_own(m, own);
	add_words(m);
	add_who(m);
	add_publication(m);
	add_contact(m);
}

static void make_typed_in(struct maker *m, const struct survey *own)
{
	add_stance(m);
	for (size_t i = 1; i <= POINTS_TYPED_IN; i++)
		add_point(m, &gains, i, POINTS_TYPED_IN);
	for (size_t i = 1; i <= POINTS_TYPED_IN; i++)
		add_point(m, &concerns, i, POINTS_TYPED_IN);
	add_own(m, own);
	add_words(m);
	add_who(m);
	add_publication(m);
	m->s->pages[0] = (struct survey_page){ .count = m->s->n_fields };
	m->s->n_pages = 1;
}

/* Midnight after the last day, London's. */
static int64_t end_of(const char *last_day)
{
	char next[11];

	check_today(london_midnight(last_day) + (int64_t)36 * 60 * 60, next);
	return london_midnight(next);
}

struct proposal_form *proposal_form_new(
	TALLOC_CTX *ctx, const struct proposal_asks *asks, bool typed_in)
{
	struct proposal_form *w = NEW(ctx, struct proposal_form);
	struct survey *s = NEW(w, struct survey);
	struct maker m = { .ctx = w, .asks = asks, .s = s, .typed_in = typed_in };
	const struct survey *own = own_questions(&m);
	size_t own_fields = own ? own->n_fields : 0, own_pages = own ? own->n_pages : 0;

	w->survey = s;
	w->asks = asks;
	w->points = typed_in ? POINTS_TYPED_IN : POINTS_ONLINE;
	s->survey_id = asks->proposal_id;
	s->version = 1;
	s->slug = asks->slug;
	s->title = asks->title;
	s->asked_by = asks->asked_by;
	s->one_page = typed_in;
	s->check_answers = !typed_in;
	s->opens_at = asks->opens_on ? london_midnight(asks->opens_on) : 0;
	s->closes_at = asks->closes_on ? end_of(asks->closes_on) : 0;
	s->also = contact_wrong;
	/* A point has four fields at most; besides there are ten. */
	s->fields = NEW_ARRAY(w, struct field, 2 * w->points * 4 + 10 + own_fields);
	s->pages = NEW_ARRAY(w, struct survey_page, 2 * w->points + 5 + own_pages);
	if (typed_in)
		make_typed_in(&m, own);
	else
		make_online(&m, own);
	return w;
}
