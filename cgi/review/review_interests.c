/* review_interests.c: who declared what for a review; and lifting a declaration that was a mistake,
 * which somebody else does. */
#include <stddef.h>
#include "access.h"
#include "audit.h"
#include "pages.h"
#include "review.h"

struct typed {
	const char *why;
};

static const struct field fields[] = {
	{ .type = FIELD_LONG,
		.name = "why",
		.label = "Why was it a mistake?",
		.hint = "It stays in the history of this review",
		.required = true,
		.max_length = 500,
		.missing = "Say why it was a mistake",
		.into = offsetof(struct typed, why) },
};

static void show_person(
	struct req *r, const struct q_review_declarations *row, bool works, struct tpl *line)
{
	bool conflict = row->conflict_at != 0, none = !conflict && row->none_at != 0;
	struct tpl *lifted;

	tpl_set(line, M_PERSON_NAME, text_copy(r->ctx, row->name));
	tpl_set(line, M_PART,
		row->scores && row->sits ? "Reviewer, on the panel"
		: row->scores            ? "Reviewer"
		: row->sits              ? "On the panel"
					 : "");
	tpl_show_if(line, M_CONFLICT, conflict);
	tpl_show_if(line, M_NO_INTEREST, none);
	tpl_show_if(line, M_NOTHING, !conflict && !none);
	tpl_set(line, M_DAY,
		conflict ? day_text(r->ctx, row->conflict_at)
		: none   ? day_text(r->ctx, row->none_at)
			 : "");
	if (row->lifted_at) {
		lifted = tpl_add(line, M_LIFTED);
		tpl_set(lifted, M_LIFTED_ON, day_text(r->ctx, row->lifted_at));
		tpl_set(lifted, M_LIFTED_BY, text_copy(r->ctx, row->lifted_by));
		tpl_set(lifted, M_WHY, text_copy(r->ctx, row->lifted_why));
	}
	if (conflict && works)
		tpl_set(tpl_add(line, M_MAY_LIFT), M_PERSON, text_copy(r->ctx, row->ref));
}

/* GET /reviews/:ref/interests */
int review_interests(struct req *r)
{
	struct q_review_declarations row;
	struct q_review_by_ref v;
	int status = review_read(r, &v);
	struct db_rows *rows;
	bool works, any = false;

	if (status)
		return status;
	works = access_review(r->person, v.declared, v.conflict) & REVIEW_WORKS;
	rows = Q_ROWS(r->db, review_declarations, .review_id = v.review_id);
	review_heading(r, &v);
	tpl_show_if(r->page, M_WORKS, works);
	while (Q_NEXT(rows, review_declarations, &row)) {
		show_person(r, &row, works, tpl_add(r->page, M_DECLARATION));
		any = true;
	}
	tpl_show_if(r->page, M_NONE, !any);
	return page_show(r, 200, T_review_interests, "Declarations of interest");
}

/* ---- Lifting one ----------------------------------------------------------------------------- */

/* Who has the conflict is refused by review_worked(): nobody lifts their own. */
static int find(struct req *r, struct q_review_by_ref *v, struct q_declaration_standing *of)
{
	int status = review_worked(r, v);

	if (status)
		return status;
	if (!Q_ONE(r->db, declaration_standing, of, .review_id = v->review_id,
		    .person = r->args[1]))
		return not_found(r);
	return 0;
}

static int show(struct req *r, const struct q_review_by_ref *v,
	const struct q_declaration_standing *of, const struct form *f, int status)
{
	review_heading(r, v);
	tpl_set(r->page, M_PERSON_NAME, of->name);
	tpl_set(r->page, M_KIND, choice_label(interest_kinds, INTEREST_KINDS, of->kind));
	tpl_set(r->page, M_DESCRIPTION, of->description);
	tpl_set(r->page, M_DAY, day_text(r->ctx, of->declared_at));
	form_show(f, 0, f->n, r->page, false);
	return page_show(r, status, T_review_lift, "Lift a declaration");
}

/* GET /reviews/:ref/interests/:person/lift */
int review_lift(struct req *r)
{
	struct q_declaration_standing of;
	struct q_review_by_ref v;
	int status = find(r, &v, &of);

	if (status)
		return status;
	audit(r, AUDIT_LOOK, "interest", v.ref, audit_fact(NULL, "person", of.name));
	return show(r, &v, &of, form_new(r->ctx, fields, COUNT(fields)), 200);
}

/* POST /reviews/:ref/interests/:person/lift */
int review_lift_save(struct req *r)
{
	struct form *f = form_new(r->ctx, fields, COUNT(fields));
	struct q_declaration_standing of;
	struct q_review_by_ref v;
	struct typed in = { 0 };
	int status = find(r, &v, &of);
	int64_t lifted = 0;

	if (status)
		return status;
	if (!form_fill(f, &r->body, &in))
		return show(r, &v, &of, f, 422);
	Q_RUN_COUNT(r->db, declaration_lift, &lifted, .declaration_id = of.declaration_id,
		.person_id = r->person->person_id, .why = in.why, .now = r->now);
	if (lifted == 0) {
		flash_notice(r, "Somebody else lifted this declaration already.");
		return redirect(r, "/reviews/%s/interests", v.ref);
	}
	Q_RUN(r->db, reviewer_back, .review_id = v.review_id, .person_id = of.person_id,
		.declared_at = of.declared_at);
	review_event(r, v.review_id, REVIEW_EVENT_LIFTED,
		text_format(r->ctx, "The declaration of %s: %s", of.name, in.why), NULL);
	audit(r, AUDIT_CHANGE, "review", v.ref, audit_fact(NULL, "lifted_for", of.name));
	flash(r, text_format(r->ctx, "The declaration of %s was lifted.", of.name));
	return redirect(r, "/reviews/%s/interests", v.ref);
}
