/* review_letter.c: the text of the letter that tells an organisation what was decided, to print or
 * to copy. */
#include <string.h>
#include "contract.h"
#include "decision.h"
#include "pages.h"
#include "setting.h"

static void add_conditions(struct req *r, struct buf *out, const struct decision_terms *terms)
{
	if (terms->n_conditions == 0)
		return;
	buf_adds(out, "Conditions\n");
	for (size_t i = 0; i < terms->n_conditions; i++) {
		const struct decision_condition *one = &terms->conditions[i];
		bool theirs = one->owner && strcmp(one->owner, DECISION_ORGANISATION) == 0;

		buf_addf(out, "%zu. %s. By %s, %s.\n", i + 1, one->what,
			date_text(r->ctx, one->due_on), theirs ? "by your organisation" : "by us");
	}
	buf_adds(out, "\n");
}

static const char *letter_text(
	struct req *r, const struct q_review_by_ref *v, const struct q_decisions *d)
{
	const struct decision_outcome *outcome = decision_outcome_of(d->outcome);
	struct buf out = { .ctx = r->ctx };
	struct decision_terms terms;
	const char *text;

	decision_terms_read(r->ctx, d->details, &terms);
	text = decision_terms_text(r->ctx, outcome, &terms);
	buf_addf(&out, "Dear colleagues\n\n%s\n\n", v->title);
	buf_addf(&out,
		"Thank you for the work that you put into this review. Our panel met on %s. %s\n\n",
		date_text(r->ctx, d->met_on), outcome ? outcome->letter : "");
	if (*text)
		buf_addf(&out, "%s\n\n", text);
	buf_addf(&out, "Why\n%s\n\n", d->reasons);
	add_conditions(r, &out, &terms);
	if (d->next_review_on)
		buf_addf(&out, "The next review is on %s.\n\n",
			date_text(r->ctx, d->next_review_on));
	if (v->answered_at)
		buf_adds(&out, "The panel had your answer to our draft findings before it. It is "
			       "part of the record, word for word.\n\n");
	buf_addf(&out, "If you have questions, or think that something is wrong, ask us: %s\n\n",
		setting_text(r->settings, SETTING_CONTACT));
	buf_addf(&out, "Yours sincerely\n\n\n[name and role]\n%s\n",
		setting_text(r->settings, SETTING_NAME));
	return buf_text(&out);
}

/* GET /reviews/:ref/letter */
int review_letter(struct req *r)
{
	struct q_review_by_ref v;
	struct q_decisions d;
	char today[11];
	int status = review_read(r, &v);

	if (status)
		return status;
	if (v.proposal_id) /* nobody to write to: it is published */
		return redirect(r, "/reviews/%s/report", v.ref);
	if (review_state_of(v.state) != REVIEW_DECIDED || !decision_newest(r, v.review_id, &d))
		return review_out_of_order(r, &v, REVIEW_DECIDED);
	check_today(r->now, today);
	review_heading(r, &v);
	tpl_set(r->page, M_COMMISSIONER_NAME, setting_text(r->settings, SETTING_NAME));
	tpl_set(r->page, M_DAY, date_text(r->ctx, today));
	tpl_set(r->page, M_REFERENCE, v.reference ? v.reference : v.ref);
	tpl_set(r->page, M_BODY, letter_text(r, &v, &d));
	return page_show(r, 200, T_review_letter, "Letter to the organisation");
}
