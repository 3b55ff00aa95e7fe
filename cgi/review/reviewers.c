/* reviewers.c: who scores in a review: added, taken out. What they score is nobody's to see before
 * all have sent: here is only whether they have. */
#include "reviewers.h"

#include <string.h>
#include "audit.h"
#include "incident_work.h"
#include "pages.h"
#include "review_open.h"
#include "review_sections.h"

struct reviewers reviewers_count(struct db *db, int64_t review_id, int64_t person_id)
{
	struct db_rows *rows = Q_ROWS(db, review_reviewers, .review_id = review_id);
	struct reviewers out = { 0 };
	struct q_review_reviewers row;

	while (Q_NEXT(rows, review_reviewers, &row)) {
		out.n++;
		out.declared += row.declared != 0;
		out.sent += row.sent_at != 0;
		if (row.person_id != person_id)
			continue;
		out.me = true;
		out.me_sent = row.sent_at != 0;
		out.me_begun = row.begun != 0;
	}
	return out;
}

void review_section_reviewers(
	struct req *r, const struct q_review_by_ref *v, bool may_change, struct tpl *page)
{
	struct tpl *t = tpl_include(page, M_SECTION, T_review_section_reviewers), *list = NULL;
	struct db_rows *rows = Q_ROWS(r->db, review_reviewers, .review_id = v->review_id);
	bool open = review_state_of(v->state) == REVIEW_SCORING;
	struct q_review_reviewers row;

	while (Q_NEXT(rows, review_reviewers, &row)) {
		struct tpl *line;

		if (!list)
			list = tpl_add(t, M_LIST);
		line = tpl_add(list, M_REVIEWER_ROW);
		tpl_set(line, M_NAME, text_copy(r->ctx, row.name));
		tpl_show(line, row.declared ? M_DECLARED : M_NOT_DECLARED);
		tpl_optional(line, M_SENT, M_SENT_AT,
			row.sent_at ? day_text(r->ctx, row.sent_at) : NULL);
		tpl_show_if(line, M_NOT_SENT, !row.sent_at);
		if (may_change && open && !row.sent_at) {
			struct tpl *remove = tpl_add(line, M_MAY_REMOVE);

			tpl_set(remove, M_PERSON, text_copy(r->ctx, row.ref));
		}
	}
	tpl_set(t, M_REF, v->ref);
	tpl_show_if(t, M_NONE, !list);
	tpl_show_if(t, M_MAY_ADD, may_change && open);
}

/* ---- Adding ---------------------------------------------------------------------------------- */

/* Contract reviewers who do not score in it yet, and have no conflict of interest that they have
 * declared. */
static struct choices others(struct req *r, const struct q_review_by_ref *v)
{
	struct choices all = review_people(r), out = all;

	out.n = 0;
	for (size_t i = 0; i < all.n; i++) {
		struct q_review_may_join row;

		if (!Q_ONE(r->db, review_may_join, &row, .review_id = v->review_id,
			    .person_id = all.ids[i]) ||
			!row.may)
			continue;
		out.list[out.n] = all.list[i];
		out.ids[out.n++] = all.ids[i];
	}
	return out;
}

static struct form *form_for(struct req *r, const struct choices *people)
{
	struct field *field = NEW(r->ctx, struct field);

	*field = (struct field){ .type = FIELD_CHECKBOXES,
		.name = "reviewers",
		.label = "Who else reviews?",
		.hint = "They are told by mail. Each declares interests first",
		.required = true,
		.missing = "Select who else reviews",
		.choices = people->list,
		.n_choices = people->n };
	return form_new(r->ctx, field, 1);
}

static int show_add(struct req *r, const struct q_review_by_ref *v, const struct form *f,
	const struct choices *people, int status)
{
	review_heading(r, v);
	tpl_show(r->page, people->n ? M_SOME : M_NONE);
	if (people->n)
		form_show(f, 0, f->n, r->page, false);
	return page_show(r, status, T_review_reviewers, "Add reviewers");
}

/* A review in which scores are still given: 0, or what the page returns. */
static int find_open(struct req *r, struct q_review_by_ref *v)
{
	int refused = review_worked(r, v), status;

	if (refused)
		return refused;
	return review_is_in(r, v, REVIEW_SCORING, &status) ? 0 : status;
}

/* GET /reviews/:ref/reviewers */
int review_reviewers_view(struct req *r)
{
	struct q_review_by_ref v;
	int refused = find_open(r, &v);
	struct choices people;

	if (refused)
		return refused;
	people = others(r, &v);
	return show_add(r, &v, form_for(r, &people), &people, 200);
}

/* Whoever reads the review at the same moment starts again; false: somebody else was quicker. */
static bool touch(struct req *r, const struct q_review_by_ref *v)
{
	int64_t n = 0;

	Q_RUN_COUNT(
		r->db, review_touch, &n, .review_id = v->review_id, .row_version = v->row_version);
	return n > 0;
}

/* POST /reviews/:ref/reviewers */
int review_reviewers_save(struct req *r)
{
	struct q_review_by_ref v;
	int refused = find_open(r, &v);
	struct choices people;
	struct form *f;
	int64_t *ids;
	size_t n;

	if (refused)
		return refused;
	people = others(r, &v);
	f = form_for(r, &people);
	if (!form_fill(f, &r->body, NULL))
		return show_add(r, &v, f, &people, 422);
	if (!touch(r, &v)) {
		work_overtaken(r, f);
		return show_add(r, &v, f, &people, 422);
	}
	ids = choices_ticked(r->ctx, &people, &f->values[0], &n);
	for (size_t i = 0; i < n; i++) {
		size_t at = 0;

		while (people.ids[at] != ids[i])
			at++;
		Q_RUN(r->db, review_reviewer_add, .review_id = v.review_id, .person_id = ids[i],
			.now = r->now);
		review_event(r, v.review_id, REVIEW_EVENT_REVIEWER, NULL,
			audit_fact(NULL, "added", people.list[at].label));
		audit(r, AUDIT_CHANGE, "review", v.ref,
			audit_fact(NULL, "reviewer added", people.list[at].label));
		if (ids[i] != r->person->person_id)
			review_mail_person(r->db, r->ctx, r->conf, r->settings, r->now,
				&(struct review_mail){ .person_id = ids[i],
					.ref = v.ref,
					.subject = "A review waits for you",
					.sentence = "You are to score in a review. Before anything "
						    "else, declare your interests." });
	}
	flash(r, n == 1 ? "One more reviews." : "More people review.");
	return redirect(r, "/reviews/%s", v.ref);
}

/* ---- Taking out ------------------------------------------------------------------------------ */

static const struct field why_fields[] = {
	{ .type = FIELD_LONG,
		.name = "why",
		.label = "Why do they not review any more?",
		.hint = "It is part of the history of the review",
		.required = true,
		.max_length = 500,
		.missing = "Enter why they do not review any more" },
};

static int show_remove(struct req *r, const struct q_review_by_ref *v, const struct form *f,
	const char *name, int status)
{
	review_heading(r, v);
	tpl_set(r->page, M_NAME, name);
	form_show(f, 0, f->n, r->page, false);
	return page_show(r, status, T_review_reviewer_remove, "Take a reviewer out");
}

/* One of its reviewers who has not sent: 0, or what the page returns. */
static int find_reviewer(
	struct req *r, struct q_review_by_ref *v, int64_t *person_id, const char **name)
{
	int refused = find_open(r, v);
	struct db_rows *rows;
	struct q_review_reviewers row;

	if (refused)
		return refused;
	rows = Q_ROWS(r->db, review_reviewers, .review_id = v->review_id);
	*person_id = 0;
	while (Q_NEXT(rows, review_reviewers, &row))
		if (!row.sent_at && strcmp(row.ref, r->args[1]) == 0) {
			*person_id = row.person_id;
			*name = text_copy(r->ctx, row.name);
		}
	return *person_id ? 0 : not_found(r);
}

/* GET /reviews/:ref/reviewers/:person/remove */
int review_reviewer_remove_view(struct req *r)
{
	struct q_review_by_ref v;
	int64_t person_id;
	const char *name;
	int refused = find_reviewer(r, &v, &person_id, &name);

	if (refused)
		return refused;
	return show_remove(r, &v, form_new(r->ctx, why_fields, COUNT(why_fields)), name, 200);
}

/* POST /reviews/:ref/reviewers/:person/remove */
int review_reviewer_remove_save(struct req *r)
{
	struct form *f = form_new(r->ctx, why_fields, COUNT(why_fields));
	struct q_review_by_ref v;
	int64_t person_id, n = 0;
	const char *name;
	int refused = find_reviewer(r, &v, &person_id, &name);

	if (refused)
		return refused;
	if (!form_fill(f, &r->body, NULL))
		return show_remove(r, &v, f, name, 422);
	Q_RUN_COUNT(r->db, review_reviewer_remove, &n, .review_id = v.review_id,
		.person_id = person_id, .now = r->now);
	review_event(r, v.review_id, REVIEW_EVENT_REVIEWER, f->values[0].text,
		audit_fact(NULL, "removed", name));
	audit(r, AUDIT_CHANGE, "review", v.ref, audit_fact(NULL, "reviewer removed", name));
	if (n == 0 || !(review_all_sent(r, &v) || touch(r, &v)))
		return page_error(r, 503);
	flash(r, text_format(r->ctx, "%s does not review it any more.", name));
	return redirect(r, "/reviews/%s", v.ref);
}

/* ---- When all have sent ---------------------------------------------------------------------- */

bool review_all_sent(struct req *r, const struct q_review_by_ref *v)
{
	struct reviewers n = reviewers_count(r->db, v->review_id, 0);

	return review_state_of(v->state) == REVIEW_SCORING && n.n > 0 && n.sent == n.n &&
	       review_move(r, v, REVIEW_MODERATION, "All scores are there.");
}
