/* call_reviews.c: reviews of what was sent to a call are opened: of all of it that has none yet, or
 * of one. */
#include <sodium.h>
#include <stddef.h>
#include <string.h>
#include "audit.h"
#include "pages.h"
#include "review_open.h"
#include "submission.h"

struct typed {
	const char *criteria, *due_on;
};

enum { CRITERIA, REVIEWERS, DUE_ON, N_FIELDS };
enum { DUE_DAYS = 56, MOST_TITLE = 200 };
/* Choices are put in by form_for(). */
static const struct field all_fields[N_FIELDS] = {
	[CRITERIA] = { .type = FIELD_SELECT,
		.name = "criteria",
		.label = "Criteria",
		.required = true,
		.missing = "Select what they are judged by",
		.into = offsetof(struct typed, criteria) },
	[REVIEWERS] = { .type = FIELD_CHECKBOXES,
		.name = "reviewers",
		.label = "Who scores?",
		.hint = "Each declares their interests first, and scores alone",
		.required = true,
		.missing = "Select who scores" },
	[DUE_ON] = { .type = FIELD_DATE,
		.name = "due_on",
		.label = "Decision by",
		.required = true,
		.min_date = "today",
		.missing = "Enter the day by which the panel is to decide",
		.into = offsetof(struct typed, due_on) },
};

/* What can be judged now: of the whole call, or the one that the address names. */
struct pending {
	struct q_submissions_to_judge *list;
	size_t n;
};

static struct pending find_pending(struct req *r, const struct q_call_by_ref *k)
{
	const char *one = params_get(&r->query, "submission");
	struct pending out = { 0 };
	char ref[REF_LENGTH + 1];
	struct db_rows *rows;

	if (one && !ref_read(one, ref))
		return out;
	rows = Q_ROWS(r->db, submissions_to_judge, .call_id = k->call_id, .ref = one ? ref : NULL,
		.person_id = r->person->person_id);
	out.list = NEW_ARRAY(r->ctx, struct q_submissions_to_judge, db_rows_count(rows) + 1);
	while (Q_NEXT(rows, submissions_to_judge, &out.list[out.n])) {
		out.list[out.n].ref = text_copy(r->ctx, out.list[out.n].ref);
		out.list[out.n].organisation = text_copy(r->ctx, out.list[out.n].organisation);
		out.list[out.n].title = text_copy(r->ctx, out.list[out.n].title);
		out.n++;
	}
	return out;
}

struct offered {
	struct choices criteria, people;
};

static struct form *form_for(struct req *r, struct offered *c)
{
	struct field *fields = NEW_ARRAY(r->ctx, struct field, N_FIELDS);

	c->criteria = review_criteria(r, "submission");
	c->people = review_people(r);
	memcpy(fields, all_fields, sizeof all_fields);
	field_offer(&fields[CRITERIA], &c->criteria);
	field_offer(&fields[REVIEWERS], &c->people);
	return form_new(r->ctx, fields, N_FIELDS);
}

static int show(struct req *r, const struct q_call_by_ref *k, const struct form *f,
	const struct pending *p, const char *token, int status)
{
	bool criteria = f->fields[CRITERIA].n_choices > 0;

	call_heading(r, k);
	tpl_set(r->page, M_SUBMISSION, token);
	tpl_show_if(r->page, M_EMPTY, p->n == 0);
	tpl_show_if(r->page, M_NO_CRITERIA, !criteria);
	tpl_show_if(r->page, M_MAY_OPEN, p->n > 0 && criteria);
	tpl_set(r->page, M_WHAT,
		p->n == 1 ? p->list[0].organisation : text_format(r->ctx, "%zu submissions", p->n));
	if (p->n > 0 && criteria)
		form_show(f, 0, f->n, r->page, false);
	return page_show(r, status, T_call_reviews, "Open reviews");
}

/* GET /calls/:ref/reviews */
int call_reviews(struct req *r)
{
	struct offered c;
	struct q_call_by_ref k;
	struct pending pending;
	struct form *f;
	int refused = call_found(r, &k);

	if (refused)
		return refused;
	pending = find_pending(r, &k);
	f = form_for(r, &c);
	form_put(f, "criteria", 0, k.criteria_ref);
	form_put_date(f, "due_on", review_day_after(r->ctx, r->now, DUE_DAYS));
	return show(r, &k, f, &pending, submission_token(r), 200);
}

/* The beginning of a text, cut between two characters. */
static const char *beginning(TALLOC_CTX *ctx, const char *text, size_t most)
{
	size_t n = 0, at = 0;

	for (; text[at]; at++)
		if (((unsigned char)text[at] & 0xC0) != 0x80 && n++ == most)
			break;
	return text_format(ctx, "%.*s", (int)at, text);
}

/* One form opens many: each has a token of its own, made of the form's. */
static void token_of(const uint8_t form[16], int64_t submission_id, uint8_t out[16])
{
	crypto_generichash(
		out, 16, (const uint8_t *)&submission_id, sizeof submission_id, form, 16);
}

/* One message to each reviewer, however many reviews were opened. */
static void tell(struct req *r, const struct review_opening *like, const char *ref, size_t n)
{
	for (size_t i = 0; i < like->n; i++)
		if (like->reviewers[i] != r->person->person_id)
			review_mail_person(r->db, r->ctx, r->conf, r->settings, r->now,
				&(struct review_mail){ .person_id = like->reviewers[i],
					.ref = ref,
					.subject = n == 1 ? "A review waits for you"
							  : "Reviews wait for you",
					.sentence = text_format(r->ctx,
						n == 1 ? "You are to score in %zu review. Before "
							 "anything else, declare your interests."
						       : "You are to score in %zu reviews, one of "
							 "them below. Before anything else, "
							 "declare your interests in each.",
						n) });
}

static size_t open_all(struct req *r, const struct q_call_by_ref *k, const struct pending *p,
	const struct review_opening *like, const uint8_t form[16])
{
	struct review_opening one = *like;
	char ref[REF_LENGTH + 1], last[REF_LENGTH + 1] = "";
	uint8_t token[16];
	size_t n = 0;

	for (size_t i = 0; i < p->n; i++) {
		const struct q_submissions_to_judge *s = &p->list[i];

		token_of(form, s->submission_id, token);
		one.form = (struct bytes){ token, 16 };
		one.submission_id = s->submission_id;
		one.organisation_id = s->organisation_id;
		one.title = beginning(r->ctx,
			text_format(
				r->ctx, "%s: %s", s->organisation, *s->title ? s->title : k->title),
			MOST_TITLE);
		if (!review_open(r, &one, ref))
			continue;
		n++;
		memcpy(last, ref, sizeof last);
	}
	if (n > 0)
		tell(r, like, text_copy(r->ctx, last), n);
	return n;
}

/* POST /calls/:ref/reviews */
int call_reviews_save(struct req *r)
{
	const char *hex = params_get(&r->body, "submission");
	struct review_opening like = { 0 };
	struct typed in = { 0 };
	struct offered c;
	struct q_call_by_ref k;
	struct pending pending;
	uint8_t form[16];
	struct form *f;
	size_t n;
	int refused = call_found(r, &k);

	if (refused)
		return refused;
	pending = find_pending(r, &k);
	f = form_for(r, &c);
	if (!submission_token_read(hex, form))
		submission_token_read(hex = submission_token(r), form);
	if (!form_fill(f, &r->body, &in))
		return show(r, &k, f, &pending, hex, 422);
	like.reviewers = choices_ticked(r->ctx, &c.people, &f->values[REVIEWERS], &like.n);
	like.version_id = choices_id(&c.criteria, in.criteria);
	like.due_on = in.due_on;
	like.quiet = true;
	n = open_all(r, &k, &pending, &like, form);
	if (n == 0) {
		flash_notice(r, "There was nothing to open a review of: they all have one.");
		return redirect(r, "/calls/%s/submissions", k.ref);
	}
	audit(r, AUDIT_CHANGE, "call", k.ref,
		audit_fact(NULL, "reviews", text_format(r->ctx, "%zu opened", n)));
	flash(r, text_format(r->ctx, n == 1 ? "%zu review was opened." : "%zu reviews were opened.",
			 n));
	return redirect(r, "/calls/%s/submissions", k.ref);
}
