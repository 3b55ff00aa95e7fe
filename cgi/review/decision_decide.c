/* decision_decide.c: the panel decides: its meeting is written down, and what it decided. Below
 * quorum, without a majority, with somebody who may not sit there, or out of order nothing is
 * decided: the attempt is recorded, and what was typed is kept. */
#include <sodium.h>
#include <string.h>
#include "audit.h"
#include "contract.h"
#include "decision.h"
#include "pages.h"
#include "setting.h"

static int show(
	struct req *r, const struct q_review_by_ref *v, const struct decision_form *d, int status)
{
	review_heading(r, v);
	tpl_set(r->page, M_SUBMISSION, decision_token(r));
	tpl_int(r->page, M_QUORUM, setting_int(r->settings, SETTING_QUORUM));
	decision_form_show(r, d);
	return page_show(r, status, T_decision_decide, "The panel's decision");
}

/* What is judged, when it is a contract; NULL: a submission. */
static const struct q_contract_by_ref *contract_of(
	struct req *r, const struct q_review_by_ref *v, struct q_contract_by_ref *c)
{
	return v->contract_ref && Q_ONE(r->db, contract_by_ref, c, .ref = v->contract_ref) ? c
											   : NULL;
}

/* GET /reviews/:ref/decide */
int decision_decide(struct req *r)
{
	struct q_review_by_ref v;
	struct q_contract_by_ref c;
	int status = review_worked(r, &v);

	if (status || !review_is_in(r, &v, REVIEW_PANEL, &status))
		return status;
	return show(r, &v, decision_form(r, &v, contract_of(r, &v, &c)), 200);
}

/* ---- What is refused, and recorded -----------------------------------------------------------
 */

static const char *marked_unable(struct req *r, const struct decision_form *d)
{
	for (size_t i = d->n_able; i < d->n_members; i++) {
		const struct decision_member *one = &d->members[i];

		if (one->vote && strcmp(one->vote, "absent") != 0)
			return one->conflict
				       ? text_format(r->ctx,
						 "%s has a conflict of interest in this review and "
						 "cannot sit",
						 one->name)
				       : text_format(r->ctx,
						 "%s has declared nothing for this review and "
						 "cannot sit",
						 one->name);
	}
	return NULL;
}

/* What the form says of those who may vote. */
static struct decision_tally tally_of(const struct decision_form *d)
{
	struct decision_tally tally = { 0 };

	for (size_t i = 0; i < d->n_able; i++) {
		const char *vote = d->members[i].vote;

		if (!vote || strcmp(vote, "absent") == 0)
			continue;
		tally.present++;
		tally.agree += strcmp(vote, "for") == 0;
		tally.against += strcmp(vote, "against") == 0;
		tally.abstain += strcmp(vote, "abstain") == 0;
	}
	return tally;
}

/* NULL: the panel may decide this. */
static const char *refusal(
	struct req *r, const struct q_review_by_ref *v, const struct decision_form *d)
{
	int64_t quorum = setting_int(r->settings, SETTING_QUORUM);
	enum review_state state = review_state_of(v->state);
	const char *unable = marked_unable(r, d);
	struct decision_tally tally = tally_of(d);
	bool said = d->f->values[d->outcome].text;

	if (state != REVIEW_PANEL)
		return text_format(r->ctx,
			"Nothing can be decided now: the review is in the state “%s”",
			review_states[state].label);
	if (unable)
		return unable;
	for (size_t i = 0; i < d->n_able; i++)
		said |= d->members[i].vote != NULL;
	/* A form sent by mistake before anything was chosen is no attempt to decide. */
	return said ? decision_fault_text(r->ctx, decision_fault(&tally, quorum), &tally, quorum)
		    : NULL;
}

/* ---- Deciding -------------------------------------------------------------------------------- */

static void add_members(struct req *r, int64_t decision_id, const struct decision_form *d)
{
	for (size_t i = 0; i < d->n_members; i++) {
		const struct decision_member *one = &d->members[i];
		bool absent = !one->vote || strcmp(one->vote, "absent") == 0;

		Q_RUN(r->db, decision_member_add, .decision_id = decision_id,
			.person_id = one->person_id,
			.part = i >= d->n_able ? "excluded"
				: absent       ? "absent"
					       : "present",
			.vote = i >= d->n_able || absent ? NULL : one->vote);
	}
}

static int store(struct req *r, const struct q_review_by_ref *v, const struct decision_form *d,
	const struct decision_terms *terms, const uint8_t token[16])
{
	const struct decision_outcome *outcome = decision_outcome_of(d->f->values[d->outcome].text);
	json_t *details = decision_terms_json(terms);
	bool reviewed = outcome->needs & NEEDS_NEXT_REVIEW;
	char ref[REF_LENGTH + 1];
	int64_t decision_id;

	ref_make(ref);
	if (Q_RUN(r->db, decision_add, .ref = ref, .submission = { token, 16 },
		    .review_id = v->review_id, .outcome = outcome->code,
		    .reasons = decision_form_text(d, "reasons"),
		    .details = json_compact(r->ctx, details),
		    .met_on = decision_form_text(d, "met_on"),
		    .quorum = setting_int(r->settings, SETTING_QUORUM),
		    .next_review_on = reviewed ? decision_form_text(d, "next_review_on") : NULL,
		    .made_by = r->person->person_id, .now = r->now) == DB_DUPLICATE) {
		json_decref(details);
		return redirect(r, "/reviews/%s", v->ref);
	}
	json_decref(details);
	decision_id = db_last_id(r->db);
	add_members(r, decision_id, d);
	review_event(r, v->review_id, REVIEW_EVENT_DECISION,
		text_format(r->ctx, "Made: %s", outcome->label), NULL);
	audit(r, AUDIT_ADD, "decision", ref,
		audit_fact(audit_fact(NULL, "review", v->ref), "outcome", outcome->label));
	/* It was read in this transaction: nobody else can have moved it without its failing. */
	if (!review_move(r, v, REVIEW_MADE, NULL))
		return page_error(r, 503);
	flash(r, "The decision is written down. Somebody else who was there confirms it.");
	return redirect(r, "/reviews/%s", v->ref);
}

static bool same_text(const char *a, const char *b)
{
	return strcmp(a ? a : "", b ? b : "") == 0;
}

/* A double tap: the form made its decision already, and says the same. Who went back, changed
 * something and sent it again has to hear that it was too late. */
static bool was_sent(struct req *r, const struct q_review_by_ref *v, const struct decision_form *d,
	const struct decision_terms *terms)
{
	uint8_t token[16];
	struct q_decision_of_form made;
	struct decision_tally then, now = tally_of(d);
	json_t *details;
	bool same;

	if (!decision_token_read(r, token) ||
		!Q_ONE(r->db, decision_of_form, &made, .submission = { token, 16 }) ||
		made.review_id != v->review_id || d->f->n_errors > 0 || d->f->restored)
		return false;
	then = decision_count(r, made.decision_id);
	details = decision_terms_json(terms);
	same = same_text(made.outcome, d->f->values[d->outcome].text) &&
	       same_text(made.reasons, decision_form_text(d, "reasons")) &&
	       same_text(made.met_on, decision_form_text(d, "met_on")) &&
	       same_text(made.details, json_compact(r->ctx, details)) &&
	       memcmp(&then, &now, sizeof now) == 0;
	json_decref(details);
	return same;
}

/* POST /reviews/:ref/decide */
int decision_decide_save(struct req *r)
{
	struct q_review_by_ref v;
	struct q_contract_by_ref c;
	struct decision_terms terms;
	struct decision_form *d;
	uint8_t token[16];
	const char *refused;
	int status = review_worked(r, &v);

	if (status)
		return status;
	d = decision_form(r, &v, contract_of(r, &v, &c));
	decision_form_read(r, d, &terms);
	if (was_sent(r, &v, d, &terms))
		return redirect(r, "/reviews/%s", v.ref);
	refused = d->f->restored ? NULL : refusal(r, &v, d);
	if (refused) {
		review_refuse(r, &v, refused);
		form_fail(d->f, NULL, refused);
	}
	if (d->f->n_errors > 0 || d->f->restored)
		return show(r, &v, d, 422);
	if (!decision_token_read(r, token))
		randombytes_buf(token, sizeof token);
	return store(r, &v, d, &terms, token);
}
