/* review_moderate.c: all scores side by side; one is agreed on for each criterion, with its reason,
 * and what the review found is written down. Two may work on it at once: what only one of them
 * changed is stored, and where both did, the second decides. */
#include <string.h>
#include "audit.h"
#include "pages.h"
#include "review_evidence.h"
#include "review_scores.h"

enum { VALUE, EQUALITY, FINDINGS, TEXTS };

static const struct field texts[TEXTS] = {
	[VALUE] = { .type = FIELD_LONG,
		.name = "value_for_money",
		.label = "Value for money",
		.hint = "What it costs against what comes of it, over time and beside similar "
			"contracts",
		.unmarked = true,
		.max_length = 5000 },
	[EQUALITY] = { .type = FIELD_LONG,
		.name = "equality",
		.label = "Effect on equality",
		.hint = "Whom would it touch if the service goes on, and whom if it stops? Think "
			"of "
			"each protected characteristic, and of people in deprived areas",
		.unmarked = true,
		.max_length = 5000 },
	[FINDINGS] = { .type = FIELD_LONG,
		.name = "findings",
		.label = "Findings",
		.hint = "For the organisation and the record. Name no reviewer",
		.unmarked = true,
		.max_length = 8000 },
};

static struct form *form_for(struct req *r, const struct review_criteria_list *all)
{
	struct field *fields = NEW_ARRAY(r->ctx, struct field, 2 * all->n + TEXTS);

	review_score_fields(r->ctx, all, false, fields);
	for (size_t i = 0; i < all->n; i++) {
		fields[2 * i].label = "Agreed score";
		fields[2 * i + 1].label = "Why this score?";
		fields[2 * i + 1].hint = "The organisation reads it. Name no reviewer";
	}
	memcpy(fields + 2 * all->n, texts, sizeof texts);
	return form_new(r->ctx, fields, 2 * all->n + TEXTS);
}

/* As it is stored, in a form of these fields. */
static struct form *stored_form(struct req *r, const struct q_review_by_ref *v,
	const struct review_criteria_list *all, const struct review_agreed_list *agreed,
	const struct form *like)
{
	struct form *f = form_new(r->ctx, like->fields, like->n);

	for (size_t i = 0; i < all->n; i++) {
		if (agreed->list[i].score < 0)
			continue;
		form_put(f, f->fields[2 * i].name, 0,
			text_format(r->ctx, "%d", agreed->list[i].score));
		form_put(f, f->fields[2 * i + 1].name, 0, agreed->list[i].reason);
	}
	form_put(f, "value_for_money", 0, v->value_for_money);
	form_put(f, "equality", 0, v->equality);
	form_put(f, "findings", 0, v->findings);
	return f;
}

static void show_criterion(struct req *r, const struct review_criteria_list *all, size_t i,
	const struct review_given *given, size_t n_given, const struct form *f)
{
	const struct review_criterion *one = &all->list[i];
	struct tpl *t = tpl_include(r->page, M_SECTION, T_review_moderate_criterion);

	tpl_int(t, M_NUMBER, (int64_t)i + 1);
	tpl_set(t, M_CRITERION, one->name);
	tpl_setf(t, M_WEIGHT, "%d%%",
		(int)((one->weight * 200 + all->weights) / (2 * all->weights)));
	review_given_show(r, one, given, n_given, t);
	form_show(f, 2 * i, 2, t, false);
}

static int show(struct req *r, const struct q_review_by_ref *v,
	const struct review_criteria_list *all, const struct form *f, const char *seen, int status)
{
	struct review_agreed_list agreed = review_agreed_of(r, v, all);
	struct review_given *given;
	struct tpl *t;
	size_t n;

	given = review_given_of(r, v->review_id, &n);
	review_heading(r, v);
	tpl_set(r->page, M_SEEN, seen ? seen : "");
	tpl_optional(r->page, M_HAS_MEAN, M_MEAN, review_mean_text(r->ctx, agreed.mean));
	for (size_t i = 0; i < all->n; i++)
		show_criterion(r, all, i, given, n, f);
	for (size_t i = 0; i < TEXTS; i++) {
		t = tpl_include(r->page, M_SECTION, T_review_moderate_text);
		form_show(f, 2 * all->n + i, 1, t, false);
		if (i == VALUE && v->contract_id)
			review_value_show(r, v, t);
	}
	form_show(f, 0, f->n, r->page, false); /* for the summary of errors */
	return page_show(
		r, status, T_review_moderate, text_format(r->ctx, "Moderate %s", v->title));
}

/* GET /reviews/:ref/moderate */
int review_moderate_view(struct req *r)
{
	struct review_criteria_list all;
	struct review_agreed_list agreed;
	struct q_review_by_ref v;
	int refused = review_worked(r, &v);
	struct form *f;

	if (refused)
		return refused;
	if (review_state_of(v.state) != REVIEW_MODERATION)
		return review_out_of_order(r, &v, REVIEW_MODERATION);
	all = review_criteria_of(r, &v);
	agreed = review_agreed_of(r, &v, &all);
	f = stored_form(r, &v, &all, &agreed, form_for(r, &all));
	return show(r, &v, &all, f, form_seen(f), 200);
}

static const char *raw(const struct form *f, size_t i)
{
	return f->values[i].parts[0] ? f->values[i].parts[0] : "";
}

static const char *typed(const struct form *f, size_t i)
{
	return f->values[i].text ? f->values[i].text : "";
}

/* What only the other one changed is theirs; where both did, this one decides. */
static void merge(struct form *mine, const struct form *now, const char *seen_text)
{
	struct form *seen = form_new(mine->ctx, now->fields, now->n);
	json_t *json = seen_text ? json_loads(seen_text, 0, NULL) : NULL;

	form_load_raw(seen, json);
	json_decref(json);
	for (size_t i = 0; i < mine->n; i++) {
		const char *theirs = raw(now, i);

		if (strcmp(typed(mine, i), theirs) == 0 || strcmp(raw(seen, i), theirs) == 0)
			continue;
		if (strcmp(typed(mine, i), raw(seen, i)) == 0) {
			form_put(mine, mine->fields[i].name, 0, theirs);
			mine->values[i].text = *theirs ? theirs : NULL;
		} else {
			form_fail(mine, mine->fields[i].name,
				text_format(mine->ctx,
					"Somebody else wrote here while you did: “%s”", theirs));
		}
	}
	if (mine->n_errors > 0)
		form_fail(mine, NULL,
			"Nothing of yours is saved yet. Look at what somebody else wrote, then "
			"save again");
}

/* A score without its reason is none, and what was agreed on is changed, not taken away. */
static void check_pairs(const struct review_criteria_list *all, struct form *f)
{
	for (size_t i = 0; i < all->n; i++) {
		bool score = *typed(f, 2 * i) != '\0', reason = *typed(f, 2 * i + 1) != '\0';

		if (score && !reason)
			form_fail(f, f->fields[2 * i + 1].name,
				text_format(
					f->ctx, "Write why %s is scored so", all->list[i].name));
		if (reason && !score)
			form_fail(f, f->fields[2 * i].name,
				text_format(f->ctx, "Score %s, too", all->list[i].name));
	}
}

static int score_of(const char *text)
{
	return *text ? *text - '0' : -1;
}

static bool save_scores(struct req *r, const struct q_review_by_ref *v,
	const struct review_criteria_list *all, const struct form *f, const struct form *now)
{
	bool any = false;

	for (size_t i = 0; i < all->n; i++) {
		const struct review_criterion *one = &all->list[i];
		const char *score = typed(f, 2 * i), *reason = typed(f, 2 * i + 1);

		if (!*score || (strcmp(score, raw(now, 2 * i)) == 0 &&
				       strcmp(reason, raw(now, 2 * i + 1)) == 0))
			continue;
		Q_RUN(r->db, review_agreed_save, .review_id = v->review_id, .criterion_id = one->id,
			.score = score_of(score), .reason = reason,
			.person_id = r->person->person_id, .now = r->now);
		review_event(r, v->review_id, REVIEW_EVENT_AGREED, NULL,
			audit_fact(
				NULL, one->name, review_score_words(r->ctx, one, score_of(score))));
		audit(r, AUDIT_CHANGE, "review", v->ref,
			audit_changed(audit_fact(NULL, "agreed on", one->name), "score",
				raw(now, 2 * i), score));
		any = true;
	}
	return any;
}

/* The texts too, and the mean. False: somebody else was quicker by a moment. */
static bool store_moderated(struct req *r, const struct q_review_by_ref *v,
	const struct review_criteria_list *all, const struct form *f, const struct form *now)
{
	struct review_weighted *weighted = NEW_ARRAY(r->ctx, struct review_weighted, all->n + 1);
	bool any = save_scores(r, v, all, f, now);
	json_t *detail = NULL;
	int64_t n = 0;

	for (size_t i = 0; i < all->n; i++)
		weighted[i] =
			(struct review_weighted){ all->list[i].weight, score_of(typed(f, 2 * i)) };
	for (size_t i = 0; i < TEXTS; i++)
		if (strcmp(typed(f, 2 * all->n + i), raw(now, 2 * all->n + i)) != 0)
			detail = audit_fact(detail, texts[i].label, "written");
	if (!any && !detail)
		return true;
	if (detail) {
		review_event(r, v->review_id, REVIEW_EVENT_EDITED, NULL, json_incref(detail));
		audit(r, AUDIT_CHANGE, "review", v->ref, detail);
	}
	Q_RUN_COUNT(r->db, review_texts_save, &n, .review_id = v->review_id,
		.row_version = v->row_version, .value_for_money = typed(f, 2 * all->n + VALUE),
		.equality = typed(f, 2 * all->n + EQUALITY),
		.findings = typed(f, 2 * all->n + FINDINGS),
		.agreed_score = review_mean(weighted, all->n));
	return n > 0;
}

/* POST /reviews/:ref/moderate */
int review_moderate_save(struct req *r)
{
	const char *go = params_get(&r->body, "go"), *seen = params_get(&r->body, "seen");
	struct review_criteria_list all;
	struct review_agreed_list agreed;
	struct q_review_by_ref v;
	int refused = review_worked(r, &v), status;
	struct form *f, *now;

	if (refused)
		return refused;
	if (!review_is_in(r, &v, REVIEW_MODERATION, &status))
		return status;
	all = review_criteria_of(r, &v);
	agreed = review_agreed_of(r, &v, &all);
	f = form_for(r, &all);
	now = stored_form(r, &v, &all, &agreed, f);
	if (!seen || !form_fill(f, &r->body, NULL))
		return show(r, &v, &all, f, seen, 422);
	merge(f, now, seen);
	check_pairs(&all, f);
	if (f->n_errors > 0)
		return show(r, &v, &all, f, form_seen(now), 422);
	if (!store_moderated(r, &v, &all, f, now))
		return page_error(r, 503);
	flash(r, "Saved.");
	return go && strcmp(go, "next") == 0 ? redirect(r, "/reviews/%s/findings", v.ref)
					     : redirect(r, "/reviews/%s/moderate", v.ref);
}
