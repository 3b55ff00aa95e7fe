/* review_declare.c: before anything else each reviewer declares their interests for this review. A
 * conflict takes the review away from them at once, on every path: review_by_ref says so to every
 * page from the next request on. */
#include <stddef.h>
#include <string.h>
#include "audit.h"
#include "pages.h"
#include "review.h"

struct typed {
	const char *conflict, *why, *kind, *description;
};

static const struct choice answers[] = {
	{ "none", "No, I have no interest in it", NULL, false },
	{ "conflict", "Yes, I have an interest in it", "You will not take part in this review",
		false },
};

enum { CONFLICT, WHY, KIND, DESCRIPTION, FIELDS };

static const struct field all_fields[FIELDS] = {
	[CONFLICT] = { .type = FIELD_RADIOS,
		.name = "conflict",
		.label = "Do you have an interest in what is reviewed here?",
		.required = true,
		.choices = answers,
		.n_choices = COUNT(answers),
		.missing = "Say whether you have an interest",
		.into = offsetof(struct typed, conflict) },
	[WHY] = { .type = FIELD_LONG,
		.name = "why",
		.label = "Why is what you have on the register no conflict here?",
		.hint = "You have an interest in this organisation on the register",
		.required = true,
		.max_length = 1000,
		.missing = "Say why it is no conflict, or declare it",
		.when_name = "conflict",
		.when_code = "none",
		.into = offsetof(struct typed, why) },
	[KIND] = { .type = FIELD_RADIOS,
		.name = "kind",
		.label = "What kind of interest is it?",
		.required = true,
		.choices = interest_kinds,
		.n_choices = INTEREST_KINDS,
		.missing = "Select what kind of interest it is",
		.when_name = "conflict",
		.when_code = "conflict",
		.into = offsetof(struct typed, kind) },
	[DESCRIPTION] = { .type = FIELD_LONG,
		.name = "description",
		.label = "What is it?",
		.hint = "In a sentence or two: whose it is, in whom, and since when",
		.required = true,
		.max_length = 1000,
		.missing = "Say what the interest is",
		.when_name = "conflict",
		.when_code = "conflict",
		.into = offsetof(struct typed, description) },
};

/* Who declared already that there is none declares a later conflict alone. `here`: the register has
 * an interest of theirs in this very organisation. */
static struct form *form_for(struct req *r, const struct q_review_by_ref *v, bool here)
{
	struct field *fields = NEW_ARRAY(r->ctx, struct field, FIELDS);
	size_t n = 0;

	for (size_t i = 0; i < FIELDS; i++) {
		if ((v->declared && i <= WHY) || (i == WHY && !here))
			continue;
		fields[n] = all_fields[i];
		if (v->declared)
			fields[n].when_name = fields[n].when_code = NULL;
		n++;
	}
	return form_new(r->ctx, fields, n);
}

/* What the register suggests, each with a link that fills the form. True: one is in this very
 * organisation. */
static bool show_register(struct req *r, const struct q_review_by_ref *v)
{
	struct q_interests_to_declare row;
	struct db_rows *rows;
	struct tpl *list = NULL;
	bool here = false;
	char today[11];

	check_today(r->now, today);
	rows = Q_ROWS(r->db, interests_to_declare, .person_id = r->person->person_id,
		.organisation_id = v->organisation_id, .today = today);
	while (Q_NEXT(rows, interests_to_declare, &row)) {
		struct tpl *line;

		if (!list)
			list = tpl_add(r->page, M_STANDING);
		line = tpl_add(list, M_INTEREST_ROW);
		here |= row.here != 0;
		tpl_set(line, M_REF, v->ref);
		tpl_set(line, M_INTEREST, text_copy(r->ctx, row.ref));
		tpl_set(line, M_KIND, choice_label(interest_kinds, INTEREST_KINDS, row.kind));
		tpl_set(line, M_ORGANISATION, text_copy(r->ctx, row.organisation));
		tpl_set(line, M_DESCRIPTION, text_copy(r->ctx, row.description));
		tpl_show_if(line, M_HERE, row.here != 0);
	}
	tpl_show_if(r->page, M_NONE, !list);
	return here;
}

static bool standing(struct req *r, const char *ref, struct q_interest_of *row)
{
	return ref && *ref &&
	       Q_ONE(r->db, interest_of, row, .ref = ref, .person_id = r->person->person_id);
}

static int show(struct req *r, const struct q_review_by_ref *v, struct form *f,
	const char *interest, int status)
{
	struct q_declaration_none none;

	review_heading(r, v);
	tpl_set(r->page, M_INTEREST, interest ? interest : "");
	tpl_set(r->page, M_JUDGED, v->reference ? v->reference : "");
	tpl_show_if(r->page, M_OF_CONTRACT, v->reference != NULL);
	tpl_show_if(r->page, M_FIRST, !v->declared);
	if (v->declared && Q_ONE(r->db, declaration_none, &none, .review_id = v->review_id,
				   .person_id = r->person->person_id))
		tpl_set(tpl_add(r->page, M_LATER), M_DAY, day_text(r->ctx, none.declared_at));
	form_show(f, 0, f->n, r->page, false);
	return page_show(r, status, T_review_declare,
		v->declared ? "Declare a conflict of interest" : "Declare your interests");
}

/* GET /reviews/:ref/declare; ?interest=REF fills in one of the register. */
int review_declare(struct req *r)
{
	const char *interest = params_get(&r->query, "interest");
	struct q_review_by_ref v;
	struct q_interest_of of;
	int status = review_declares(r, &v);
	struct form *f;

	if (status)
		return status;
	f = form_for(r, &v, show_register(r, &v));
	if (standing(r, interest, &of)) {
		if (!v.declared)
			form_put(f, "conflict", 0, "conflict");
		form_put(f, "kind", 0, of.kind);
		form_put(f, "description", 0, of.description);
	}
	return show(r, &v, f, interest, 200);
}

/* A conflict: the review is gone for them from the next request on. What they scored, if they did,
 * does not count. */
static int conflicted(
	struct req *r, const struct q_review_by_ref *v, const struct typed *in, int64_t interest_id)
{
	Q_RUN(r->db, declaration_add, .review_id = v->review_id, .person_id = r->person->person_id,
		.kind = in->kind, .description = in->description, .interest_id = interest_id,
		.now = r->now);
	Q_RUN(r->db, reviewer_conflicted, .review_id = v->review_id,
		.person_id = r->person->person_id, .now = r->now);
	review_event(r, v->review_id, REVIEW_EVENT_DECLARED, "A conflict of interest was declared",
		NULL);
	audit(r, AUDIT_ADD, "review", v->ref, audit_fact(NULL, "declared", "conflict"));
	return redirect(r, "/interests/declared");
}

static int no_interest(struct req *r, const struct q_review_by_ref *v, const struct typed *in)
{
	Q_RUN(r->db, declaration_add, .review_id = v->review_id, .person_id = r->person->person_id,
		.kind = "none", .description = in->why ? in->why : "", .now = r->now);
	review_event(r, v->review_id, REVIEW_EVENT_DECLARED, "No interest was declared", NULL);
	audit(r, AUDIT_ADD, "review", v->ref, audit_fact(NULL, "declared", "none"));
	flash(r, "You declared that you have no interest in what is reviewed here.");
	return redirect(r, "/reviews/%s", v->ref);
}

/* The same form a second time, by a double tap: the conflict stands, and the first one's answer is
 * theirs too. */
static bool again(struct req *r)
{
	const char *kind = params_get(&r->body, "kind"),
		   *description = params_get(&r->body, "description");
	struct q_declaration_same same;
	char ref[REF_LENGTH + 1];

	return kind && description && ref_read(r->args[0], ref) &&
	       Q_ONE(r->db, declaration_same, &same, .ref = ref, .person_id = r->person->person_id,
		       .kind = kind, .description = description) &&
	       same.n > 0;
}

/* POST /reviews/:ref/declare */
int review_declare_save(struct req *r)
{
	const char *interest = params_get(&r->body, "interest");
	struct q_interest_of of = { 0 };
	struct q_review_by_ref v;
	struct typed in = { 0 };
	struct form *f;
	int status;

	if (again(r))
		return redirect(r, "/interests/declared");
	status = review_declares(r, &v);
	if (status)
		return status;
	f = form_for(r, &v, show_register(r, &v));
	if (!form_fill(f, &r->body, &in))
		return show(r, &v, f, interest, 422);
	if (!v.declared && strcmp(in.conflict, "none") == 0)
		return no_interest(r, &v, &in);
	return conflicted(r, &v, &in, standing(r, interest, &of) ? of.interest_id : 0);
}

/* GET /interests/declared: after a conflict. It shows nothing of the review. */
int interest_declared(struct req *r)
{
	return page_show(r, 200, T_interest_declared, "Your conflict of interest is declared");
}
