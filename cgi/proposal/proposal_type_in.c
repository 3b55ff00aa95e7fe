/* proposal_type_in.c: a response out of a letter, an email, a telephone call or a meeting is typed
 * in: the form by which people answer online, on one page, and how it came. */
#include <string.h>
#include "audit.h"
#include "choices.h"
#include "form_parts.h"
#include "identity_form.h"
#include "incident_work.h"
#include "pages.h"
#include "proposal_form.h"
#include "seal.h"

enum { RECEIVED, SOURCE, EVENT, FIRST };

/* What no respondent is asked. Online is the first source, and no way to type one in. */
static const struct field came_fields[FIRST] = {
	[RECEIVED] = { .type = FIELD_DATE,
		.name = "received_on",
		.label = "When it came",
		.hint = "For a meeting, its day",
		.required = true,
		.min_date = "2000-01-01",
		.max_date = "today" },
	[SOURCE] = { .type = FIELD_RADIOS,
		.name = "source",
		.label = "How it came",
		.required = true,
		.missing = "Choose how it came",
		.choices = proposal_sources + 1,
		.n_choices = RESPONSE_SOURCES - 1 },
	[EVENT] = { .type = FIELD_SELECT,
		.name = "event",
		.label = "Which meeting",
		.when_name = "source",
		.when_code = "meeting" },
};

struct typing {
	struct q_proposal_by_ref p;
	struct proposal_form *w;
	struct form *f;
};

static void add_events(struct req *r, struct typing *t, struct field *field)
{
	struct choices events = { 0 };

	CHOICES_READ(r, &events, proposal_responses_events, row.ref, row.title, 0,
		.proposal_id = t->p.proposal_id);
	field_offer(field, &events);
}

/* 0, or what the page returns. */
static int begin(struct req *r, struct typing *t)
{
	int refused = proposal_found(r, &t->p);
	struct field *fields;
	size_t n;

	if (refused)
		return refused;
	if (strcmp(t->p.state, "published") != 0) {
		flash_notice(
			r, strcmp(t->p.state, "draft") == 0
				   ? "This proposal is a draft. Nobody can answer it yet."
				   : "This proposal is withdrawn. Nobody can answer it any more.");
		return redirect(r, "/proposals/%s", t->p.ref);
	}
	t->w = proposal_form_new(r->ctx, proposal_asks_staff(r, &t->p), true);
	n = t->w->survey->n_fields;
	fields = NEW_ARRAY(r->ctx, struct field, FIRST + n);
	memcpy(fields, came_fields, sizeof came_fields);
	memcpy(fields + FIRST, t->w->survey->fields, n * sizeof *fields);
	add_events(r, t, &fields[EVENT]);
	t->f = form_new(r->ctx, fields, FIRST + n);
	return 0;
}

static bool anything_in(const struct form *f, size_t first, size_t count)
{
	for (size_t i = first; i < first + count; i++)
		if (f->values[i].error || *value_part(&f->values[i], 0))
			return true;
	return false;
}

/* Fields as far as the page before `to`; the pages before `folded` stay folded until there is
 * something in them. */
static size_t show_pages(
	struct req *r, struct typing *t, size_t first, size_t to, size_t folded, const char *more)
{
	const struct survey *s = t->w->survey;
	size_t fold = FIRST + s->pages[to].first, end = FIRST + s->pages[folded].first;
	struct tpl *part = tpl_add(r->page, M_PART), *fold_in;

	form_show(t->f, first, fold - first, part, false);
	fold_in = tpl_add(part, M_MORE);
	tpl_set(fold_in, M_WORDS, more);
	tpl_show_if(fold_in, M_OPEN, anything_in(t->f, fold, end - fold));
	form_show(t->f, fold, end - fold, fold_in, false);
	return end;
}

/* Few letters name more than one gain and one concern, so that the others would only be in the
 * way. The first page asks for the stance, then come those of the gains, then of the concerns. */
static int show(struct req *r, struct typing *t, int status)
{
	size_t most = t->w->points, at;

	proposal_heading(r, &t->p);
	tpl_set(r->page, M_TOKEN, work_token(r));
	at = show_pages(r, t, 0, 2, 1 + most, "More gains");
	at = show_pages(r, t, at, 2 + most, 1 + 2 * most, "More concerns");
	form_show(t->f, at, t->f->n - at, tpl_add(r->page, M_PART), false);
	form_show_errors(t->f, 0, t->f->n, r->page);
	return page_show(r, status, T_proposal_type_in, "Type in a response");
}

/* GET /proposals/REF/responses/new; ?event=REF: of a meeting */
int proposal_type_in(struct req *r)
{
	const char *of = params_get(&r->query, "event");
	struct q_proposal_event_by_ref event;
	struct typing t = { 0 };
	int refused = begin(r, &t);

	if (refused)
		return refused;
	if (of && Q_ONE(r->db, proposal_event_by_ref, &event, .proposal_id = t.p.proposal_id,
			  .ref = of)) {
		form_put(t.f, "source", 0, "meeting");
		form_put(t.f, "event", 0, event.ref);
		form_put_date(t.f, "received_on", event.held_on);
	}
	return show(r, &t, 200);
}

static int64_t event_id(struct req *r, const struct typing *t)
{
	const char *ref = proposal_form_text(t->f, "event");
	struct q_proposal_event_by_ref event;

	return ref && Q_ONE(r->db, proposal_event_by_ref, &event, .proposal_id = t->p.proposal_id,
			      .ref = ref)
		       ? event.event_id
		       : 0;
}

static enum response_outcome store(struct req *r, struct typing *t, char *ref)
{
	const char *token = work_token(r), *received = proposal_form_text(t->f, "received_on");
	struct proposal_sent in = { 0 };
	uint8_t submission[HASH_BYTES];
	int64_t id;

	hash_bytes(submission, token, strlen(token));
	in.submission = submission;
	in.source = proposal_form_text(t->f, "source");
	in.event_id = event_id(r, t);
	in.typed_by = r->person->person_id;
	in.received_on = received;
	in.late = t->p.closes_on && strcmp(received, t->p.closes_on) > 0;
	proposal_form_sent(t->w, t->f, &in);
	return proposal_store(r->db, r->ctx, r->conf, &in, ref, &id);
}

static bool says_nothing(const struct typing *t)
{
	struct proposal_sent in = { 0 };

	proposal_form_sent(t->w, t->f, &in);
	return !in.stance && in.n_points == 0 && !*in.asks && json_object_size(in.answers) == 0;
}

/* What they said, not who they are: a name may be given to be published. */
static bool warns(struct req *r, struct typing *t)
{
	size_t who;

	if (!form_field_index(t->f, "capacity", &who))
		BUG("a response's form does not ask who answers");
	return identity_warns(r, t->f, FIRST, who - FIRST, NULL);
}

/* POST /proposals/REF/responses/new */
int proposal_type_in_save(struct req *r)
{
	char ref[REF_LENGTH + 1] = "";
	struct typing t = { 0 };
	int refused = begin(r, &t);

	if (refused)
		return refused;
	t.f->restored = r->body.restored;
	form_take(t.f, 0, t.f->n, &r->body);
	if (form_check(t.f, 0, t.f->n) == 0 && says_nothing(&t))
		form_fail(t.f, "stance",
			"Enter what they said: an answer, a gain, a concern, or a comment");
	if (warns(r, &t) || t.f->n_errors > 0 || r->body.restored)
		return show(r, &t, 422);
	switch (store(r, &t, ref)) {
	case RESPONSE_STORED:
		audit(r, AUDIT_ADD, "proposal", t.p.ref, audit_fact(NULL, "response", ref));
		flash(r, text_format(r->ctx, "Stored as %s.", ref));
		break;
	case RESPONSE_ALREADY_SAME:
		flash(r, text_format(r->ctx, "Stored as %s.", ref));
		break;
	default:
		flash_notice(r, "This form was stored before. What you changed since then is not.");
		break;
	}
	if (params_get(&r->body, "another") || !*ref) {
		const char *of = event_id(r, &t) ? proposal_form_text(t.f, "event") : NULL;

		/* of one meeting many are typed in */
		return redirect(r, "/proposals/%s/responses/new%s%s", t.p.ref, of ? "?event=" : "",
			of ? of : "");
	}
	return redirect(r, "/proposals/%s/responses/%s", t.p.ref, ref);
}
