/* review_findings.c: the draft findings go to the organisation, which may answer; or to the panel,
 * where the criteria say that it does not see them. */
#include "review_findings.h"

#include <string.h>
#include "access.h"
#include "audit.h"
#include "conf.h"
#include "mail.h"
#include "pages.h"
#include "review_open.h"
#include "review_scores.h"
#include "review_sections.h"

void review_findings_show(struct req *r, const struct q_review_by_ref *v, struct tpl *page)
{
	struct tpl *t = tpl_include(page, M_FINDINGS, T_review_findings_text);
	struct review_criteria_list all = review_criteria_of(r, v);
	struct review_agreed_list agreed = review_agreed_of(r, v, &all);

	tpl_optional(t, M_HAS_MEAN, M_MEAN, review_mean_text(r->ctx, agreed.mean));
	tpl_optional(t, M_HAS_FINDINGS, M_TEXT, v->findings);
	tpl_optional(t, M_HAS_VALUE, M_VALUE, v->value_for_money);
	tpl_optional(t, M_HAS_EQUALITY, M_EQUALITY, v->equality);
	for (size_t i = 0; i < all.n; i++) {
		struct tpl *row;

		if (agreed.list[i].score < 0)
			continue;
		row = tpl_add(t, M_CRITERION_ROW);
		tpl_set(row, M_CRITERION, all.list[i].name);
		tpl_setf(row, M_WEIGHT, "%d%%",
			(int)((all.list[i].weight * 200 + all.weights) / (2 * all.weights)));
		tpl_set(row, M_SCORE,
			review_score_words(r->ctx, &all.list[i], agreed.list[i].score));
		tpl_set(row, M_REASON, agreed.list[i].reason);
	}
}

void review_section_findings(
	struct req *r, const struct q_review_by_ref *v, bool may_change, struct tpl *page)
{
	enum review_state state = review_state_of(v->state);
	struct tpl *t = tpl_include(page, M_SECTION, T_review_section_findings), *some;

	(void)may_change;
	if (state < REVIEW_FINDINGS || (state == REVIEW_CANCELLED && !*v->findings)) {
		tpl_show(t, M_NONE);
		return;
	}
	some = tpl_add(t, M_SOME);
	tpl_set(some, M_TEXT, v->findings);
	tpl_optional(some, M_HAS_VALUE, M_VALUE, v->value_for_money);
	tpl_optional(some, M_HAS_EQUALITY, M_EQUALITY, v->equality);
	if (v->findings_at) {
		struct tpl *sent = tpl_add(some, M_SENT);

		tpl_set(sent, M_SENT_AT, day_text(r->ctx, v->findings_at));
		tpl_set(sent, M_DUE_ON, v->answer_by ? date_text(r->ctx, v->answer_by) : "");
	}
	if (v->answered_at) {
		struct tpl *answer = tpl_add(some, M_ANSWERED);

		tpl_set(answer, M_AT, time_text(r->ctx, v->answered_at));
		tpl_set(answer, M_WHO, v->answered_by ? v->answered_by : "");
		tpl_set(answer, M_ANSWER, v->answer);
	} else if (v->findings_at) {
		tpl_show(some, state == REVIEW_FINDINGS ? M_WAITS : M_NO_ANSWER);
	}
}

/* ---- Sending them ---------------------------------------------------------------------------- */

struct review_missing *review_findings_missing(
	struct req *r, const struct q_review_by_ref *v, size_t *n)
{
	struct review_criteria_list all = review_criteria_of(r, v);
	struct review_agreed_list agreed = review_agreed_of(r, v, &all);
	const struct {
		bool missing;
		const char *words, *id;
	} texts[] = {
		{ v->contract_id && !*v->value_for_money, "Value for money is not written yet",
			"value_for_money" },
		{ !*v->equality, "The effect on equality is not written yet", "equality" },
		{ !*v->findings, "The findings are not written yet", "findings" },
	};
	struct review_missing *out = NEW_ARRAY(r->ctx, struct review_missing, all.n + COUNT(texts));

	*n = 0;
	for (size_t i = 0; i < all.n; i++)
		if (agreed.list[i].score < 0)
			out[(*n)++] = (struct review_missing){
				text_format(r->ctx, "%s has no agreed score yet", all.list[i].name),
				text_format(r->ctx, "criterion-%zu", i + 1)
			};
	for (size_t i = 0; i < COUNT(texts); i++)
		if (texts[i].missing)
			out[(*n)++] = (struct review_missing){ texts[i].words, texts[i].id };
	return out;
}

/* All of it in the history's one line. */
static const char *missing_text(struct req *r, const struct review_missing *missing, size_t n)
{
	struct buf out = { .ctx = r->ctx };

	for (size_t i = 0; i < n; i++)
		buf_addf(&out, "%s%s", i ? "; " : "", missing[i].words);
	return buf_text(&out);
}

static int show(struct req *r, const struct q_review_by_ref *v, const char *problem, int status)
{
	size_t n_missing;
	const struct review_missing *missing = review_findings_missing(r, v, &n_missing);
	struct tpl *t = n_missing ? tpl_add(r->page, M_MISSING) : NULL;

	review_heading(r, v);
	tpl_int(r->page, M_ROW_VERSION, v->row_version);
	tpl_optional(r->page, M_PROBLEM, M_ERROR, problem);
	for (size_t i = 0; i < n_missing; i++) {
		struct tpl *one = tpl_add(t, M_MISSING_ONE);

		tpl_set(one, M_WHAT, missing[i].words);
		tpl_set(one, M_FIELD_ID, missing[i].id);
	}
	tpl_show(r->page, v->answer_days > 0 ? M_TO_ORGANISATION : M_TO_PANEL);
	tpl_int(r->page, M_DAYS, v->answer_days);
	if (n_missing == 0) {
		t = tpl_add(r->page, M_MAY_SEND);
		tpl_show(t, v->answer_days > 0 ? M_TO_ORGANISATION : M_TO_PANEL);
	}
	review_findings_show(r, v, r->page);
	return page_show(r, status, T_review_findings, "Check the findings");
}

/* GET /reviews/:ref/findings */
int review_findings_view(struct req *r)
{
	struct q_review_by_ref v;
	int refused = review_worked(r, &v);

	if (refused)
		return refused;
	return review_state_of(v.state) == REVIEW_MODERATION
		       ? show(r, &v, NULL, 200)
		       : review_out_of_order(r, &v, REVIEW_MODERATION);
}

void review_findings_mail(struct req *r, const struct q_review_by_ref *v)
{
	struct db_rows *rows =
		Q_ROWS(r->db, review_party_members, .organisation_id = v->organisation_id);
	struct q_review_party_members row;

	while (Q_NEXT(rows, review_party_members, &row))
		mail_add(r->db, r->ctx, r->conf,
			&(struct mail){ .kind = "findings",
				.recipient = text_copy(r->ctx, row.email),
				.subject = "Draft findings wait for your organisation",
				.body = text_format(r->ctx,
					"Dear %s,\n\nA review that concerns your organisation has "
					"draft findings. You can answer them by %s. Sign in to "
					"read them:\n\n%s/findings/%s\n\n-- \n%s, Soundings\n",
					row.name,
					date_text(r->ctx, review_day_after(r->ctx, r->now,
								  (int)v->answer_days)),
					conf_get(r->conf, "staff_url", ""), v->ref,
					setting_text(r->settings, SETTING_NAME)) },
			r->now);
}

static bool to_organisation(struct req *r, const struct q_review_by_ref *v)
{
	const char *until = review_day_after(r->ctx, r->now, (int)v->answer_days);
	int64_t n = 0;

	Q_RUN_COUNT(r->db, review_findings_send, &n, .review_id = v->review_id,
		.row_version = v->row_version, .now = r->now, .answer_by = until);
	if (n == 0 || !review_move(r, v, REVIEW_FINDINGS, NULL))
		return false;
	review_event(r, v->review_id, REVIEW_EVENT_FINDINGS,
		text_format(r->ctx,
			"The draft findings were sent to %s, which can answer until %s.",
			v->organisation, date_text(r->ctx, until)),
		NULL);
	review_findings_mail(r, v);
	flash(r, text_format(r->ctx, "The findings are sent. %s can answer until %s.",
			 v->organisation, date_text(r->ctx, until)));
	return true;
}

static bool to_panel(struct req *r, const struct q_review_by_ref *v)
{
	if (!review_move(r, v, REVIEW_PANEL, NULL))
		return false;
	review_event(r, v->review_id, REVIEW_EVENT_FINDINGS,
		"The findings are before the panel. By these criteria the organisation does not "
		"answer them first.",
		NULL);
	flash(r, "The findings are before the panel.");
	return true;
}

/* POST /reviews/:ref/findings */
int review_findings_save(struct req *r)
{
	const char *version = params_get(&r->body, "row_version");
	const struct review_missing *missing;
	struct q_review_by_ref v;
	int refused = review_worked(r, &v), status;
	int64_t seen = -1;
	size_t n_missing;

	if (refused)
		return refused;
	if (!review_is_in(r, &v, REVIEW_MODERATION, &status))
		return status;
	missing = review_findings_missing(r, &v, &n_missing);
	if (n_missing > 0)
		return review_refused(r, &v, missing_text(r, missing, n_missing));
	if (!version || !check_number(version, &seen) || seen != v.row_version || r->body.restored)
		return show(r, &v,
			"Somebody else has just changed this. Read it again, then send it.", 422);
	if (!(v.answer_days > 0 ? to_organisation(r, &v) : to_panel(r, &v)))
		return page_error(r, 503);
	return redirect(r, "/reviews/%s", v.ref);
}
