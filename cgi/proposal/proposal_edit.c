/* proposal_edit.c: the words of a proposal: what is proposed, who decides and when, until when
 * people are heard, and what becomes of what they say. */
#include <string.h>
#include "incident_work.h"
#include "pages.h"
#include "proposal_author.h"

#define MARKDOWN_HINT "An empty line begins a paragraph, a hyphen a point of a list, ## a heading"

enum {
	TITLE,
	LEAD,
	DECIDES,
	DECIDES_ON,
	OPENS_ON,
	CLOSES_ON,
	HAPPENS,
	EQUALITY,
	IN_FAVOUR,
	AGAINST,
	UNSURE,
	AUDIENCE,
	N_FIELDS
};
static const struct field all_fields[N_FIELDS] = {
	[TITLE] = { .type = FIELD_SHORT,
		.name = "title",
		.label = "Title",
		.required = true,
		.max_length = 200,
		.autocomplete = "off",
		.missing = "Give the proposal a title" },
	[LEAD] = { .type = FIELD_LONG,
		.name = "summary",
		.label = "Summary",
		.hint = "In plain English: what would change, for whom, and why",
		.unmarked = true,
		.missing = "Enter a summary",
		.max_length = 2000 },
	[DECIDES] = { .type = FIELD_SHORT,
		.name = "decides",
		.label = "Who decides?",
		.hint = "Like “The governing body”",
		.unmarked = true,
		.missing = "Say who decides",
		.autocomplete = "off",
		.max_length = 200 },
	[DECIDES_ON] = { .type = FIELD_DATE, .name = "decides_on", .label = "When?" },
	[OPENS_ON] = { .type = FIELD_DATE,
		.name = "opens_on",
		.label = "First day to answer",
		.unmarked = true },
	[CLOSES_ON] = { .type = FIELD_DATE,
		.name = "closes_on",
		.label = "Last day to answer",
		.hint = "It closes when that day ends",
		.unmarked = true,
		.missing = "Enter the last day to answer" },
	[HAPPENS] = { .type = FIELD_LONG,
		.name = "happens",
		.label = "What happens to responses?",
		.hint = "Who reads them, what is published, how long they are kept, and how people "
			"hear what came of it. " MARKDOWN_HINT,
		.unmarked = true,
		.missing = "Say what happens to responses",
		.max_length = 5000 },
	[EQUALITY] = { .type = FIELD_LONG,
		.name = "equality",
		.label = "Equality statement",
		.hint = "Who it would affect more than others, and what you looked at",
		.max_length = 5000 },
	[IN_FAVOUR] = { .type = FIELD_SHORT,
		.name = "in_favour",
		.label = "Words for being in favour",
		.hint = "People choose one of three. These are the words they read",
		.required = true,
		.autocomplete = "off",
		.missing = "Enter words for being in favour",
		.max_length = 60 },
	[AGAINST] = { .type = FIELD_SHORT,
		.name = "against",
		.label = "Words for being against",
		.required = true,
		.autocomplete = "off",
		.missing = "Enter words for being against",
		.max_length = 60 },
	[UNSURE] = { .type = FIELD_SHORT,
		.name = "unsure",
		.label = "Words for not knowing",
		.required = true,
		.autocomplete = "off",
		.missing = "Enter words for not knowing",
		.max_length = 60 },
	[AUDIENCE] = { .type = FIELD_RADIOS,
		.name = "audience",
		.label = "Who may answer?",
		.required = true,
		.choices = proposal_audiences,
		.n_choices = PROPOSAL_AUDIENCES,
		.missing = "Select who may answer" },
};

/* Once it is published, what people answer to stays: its first day, its words for the stances, who
 * may answer. What was needed for it cannot be emptied. */
static bool stays(size_t i)
{
	return i == OPENS_ON || (i >= IN_FAVOUR && i <= AUDIENCE);
}

static struct form *form_for(struct req *r, const struct q_proposal_by_ref *p)
{
	struct field *fields = NEW_ARRAY(r->ctx, struct field, N_FIELDS);
	size_t n = 0;

	for (size_t i = 0; i < N_FIELDS; i++) {
		if (!proposal_is_draft(p) && stays(i))
			continue;
		fields[n] = all_fields[i];
		if (!proposal_is_draft(p) && fields[n].missing)
			fields[n].required = true;
		n++;
	}
	return author_form(r, p, fields, n);
}

/* As it is stored, in a form with the same fields. */
static struct form *stored_form(
	struct req *r, const struct form *like, const struct q_proposal_by_ref *p)
{
	struct form *f = form_new(r->ctx, like->fields, like->n);

	form_put(f, "title", 0, p->title);
	form_put(f, "summary", 0, p->summary);
	form_put(f, "decides", 0, p->decides);
	form_put_date(f, "decides_on", p->decides_on);
	form_put_date(f, "closes_on", p->closes_on);
	form_put(f, "happens", 0, p->happens);
	form_put(f, "equality", 0, p->equality);
	if (!proposal_is_draft(p))
		return f;
	form_put_date(f, "opens_on", p->opens_on);
	form_put(f, "in_favour", 0, p->in_favour);
	form_put(f, "against", 0, p->against);
	form_put(f, "unsure", 0, p->unsure);
	form_put(f, "audience", 0, p->audience);
	return f;
}

/* What is to be stored: of the form, or as it was. */
struct typed {
	const char *title, *summary, *decides, *decides_on, *opens_on, *closes_on, *happens,
		*equality, *in_favour, *against, *unsure, *audience;
};

static struct typed typed_of(const struct form *f, const struct q_proposal_by_ref *p)
{
	bool draft = proposal_is_draft(p);

	return (struct typed){ .title = proposal_typed_or(f, "title"),
		.summary = proposal_typed_or(f, "summary"),
		.decides = proposal_typed_or(f, "decides"),
		.decides_on = proposal_typed(f, "decides_on"),
		.opens_on = draft ? proposal_typed(f, "opens_on") : p->opens_on,
		.closes_on = proposal_typed(f, "closes_on"),
		.happens = proposal_typed_or(f, "happens"),
		.equality = proposal_typed_or(f, "equality"),
		.in_favour = draft ? proposal_typed_or(f, "in_favour") : p->in_favour,
		.against = draft ? proposal_typed_or(f, "against") : p->against,
		.unsure = draft ? proposal_typed_or(f, "unsure") : p->unsure,
		.audience = draft ? proposal_typed_or(f, "audience") : p->audience };
}

/* Who was told a last day may rely on it: it only moves on, and not to a day that is over. */
static void check_days(
	struct req *r, struct form *f, const struct q_proposal_by_ref *p, const struct typed *in)
{
	char today[11];

	check_today(r->now, today);
	if (in->opens_on && in->closes_on && strcmp(in->closes_on, in->opens_on) < 0)
		form_fail(f, "closes_on", "The last day is before the first");
	else if (!proposal_is_draft(p) && in->closes_on &&
		 strcmp(in->closes_on, p->closes_on) != 0) {
		if (strcmp(in->closes_on, p->closes_on) < 0)
			form_fail(f, "closes_on",
				text_format(r->ctx,
					"People were told %s. The last day can only be later",
					date_text(r->ctx, p->closes_on)));
		else if (strcmp(in->closes_on, today) < 0)
			form_fail(f, "closes_on", "The new last day is over already");
		else if (p->results_at)
			form_fail(f, "closes_on",
				"The results are published. The last day stays as it is");
	}
}

static void check_stances(struct form *f, const struct typed *in)
{
	if (strcasecmp(in->in_favour, in->against) == 0 ||
		strcasecmp(in->unsure, in->in_favour) == 0)
		form_fail(f, "in_favour", "These are the words of another stance");
	else if (strcasecmp(in->unsure, in->against) == 0)
		form_fail(f, "against", "These are the words of another stance");
}

static json_t *changes(const struct q_proposal_by_ref *p, const struct typed *in)
{
	json_t *detail = audit_changed(NULL, "title", p->title, in->title);

	detail = audit_changed(detail, "decides", p->decides, in->decides);
	detail = audit_changed(detail, "decides_on", p->decides_on, in->decides_on);
	detail = audit_changed(detail, "opens_on", p->opens_on, in->opens_on);
	detail = audit_changed(detail, "closes_on", p->closes_on, in->closes_on);
	detail = audit_changed(detail, "in_favour", p->in_favour, in->in_favour);
	detail = audit_changed(detail, "against", p->against, in->against);
	detail = audit_changed(detail, "unsure", p->unsure, in->unsure);
	detail = audit_changed(detail, "who may answer", p->audience, in->audience);
	if (strcmp(p->summary, in->summary) != 0)
		detail = audit_fact(detail, "summary", "changed");
	if (strcmp(p->happens, in->happens) != 0)
		detail = audit_fact(detail, "what happens to responses", "changed");
	if (strcmp(p->equality, in->equality) != 0)
		detail = audit_fact(detail, "equality statement", "changed");
	return detail;
}

static int show(struct req *r, const struct q_proposal_by_ref *p, const struct form *f, int status)
{
	return author_show(r, p, f,
		&(struct author_page){ .heading = "Change the proposal",
			.button = "Save",
			.intro = proposal_is_draft(p) ? NULL
						      : "It is published: its first day, the words "
							"for the stances "
							"and who may answer stay as they were.",
			.existing = true,
			.row_version = p->row_version },
		status);
}

/* GET /proposals/:ref/edit */
int proposal_edit(struct req *r)
{
	struct q_proposal_by_ref p;
	int refused = proposal_writable(r, &p);
	struct form *f;

	if (refused)
		return refused;
	f = stored_form(r, form_for(r, &p), &p);
	work_carry(r, p.row_version, form_seen(f));
	return show(r, &p, f, 200);
}

static bool store(struct req *r, const struct q_proposal_by_ref *p, const struct typed *in)
{
	int64_t n = 0;

	Q_RUN_COUNT(r->db, proposal_update, &n, .proposal_id = p->proposal_id,
		.row_version = p->row_version, .title = in->title, .summary = in->summary,
		.happens = in->happens, .equality = in->equality, .decides = in->decides,
		.decides_on = in->decides_on, .opens_on = in->opens_on, .closes_on = in->closes_on,
		.audience = in->audience, .in_favour = in->in_favour, .against = in->against,
		.unsure = in->unsure);
	return n > 0;
}

/* POST /proposals/:ref/edit */
int proposal_edit_save(struct req *r)
{
	struct q_proposal_by_ref p;
	int refused = proposal_writable(r, &p);
	struct typed in = { 0 };
	json_t *detail;
	struct form *f;

	if (refused)
		return refused;
	f = form_for(r, &p);
	if (form_fill(f, &r->body, NULL)) {
		in = typed_of(f, &p);
		check_days(r, f, &p, &in);
		check_stances(f, &in);
		proposal_check_markdown(f, "happens");
		proposal_check_markdown(f, "equality");
	}
	if (work_conflict(r, f, stored_form(r, f, &p), p.row_version) || f->n_errors > 0)
		return show(r, &p, f, 422);
	in = typed_of(f, &p);
	detail = changes(&p, &in);
	if (!detail) {
		flash_notice(r, "There was nothing to change.");
		return redirect(r, "/proposals/%s", p.ref);
	}
	if (!store(r, &p, &in)) {
		work_overtaken(r, f);
		return show(r, &p, f, 422);
	}
	proposal_store_words(r, p.ref);
	proposal_done(r, &p, f, AUDIT_CHANGE, detail);
	flash(r, "The proposal was changed.");
	return redirect(r, "/proposals/%s", p.ref);
}
