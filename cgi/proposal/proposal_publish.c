/* proposal_publish.c: a proposal is published, when nothing is missing, and withdrawn, with a
 * reason that everybody reads. */
#include "proposal_publish.h"

#include <string.h>
#include "incident_work.h"
#include "pages.h"
#include "proposal_author.h"
#include "proposal_form.h"
#include "proposal_work.h"

/* ---- What is missing ------------------------------------------------------------------------- */

struct need {
	const char *words;
	bool there;
	enum tpl_marker where; /* it is written */
};

static bool any(struct db_rows *rows)
{
	return db_rows_count(rows) > 0;
}

size_t proposal_needs(struct req *r, const struct q_proposal_by_ref *p, struct tpl *t)
{
	struct need list[6];
	struct tpl *out = t ? tpl_include(t, M_NEEDS, T_proposal_needs) : NULL, *item;
	size_t n = 0, missing = 0;
	char today[11];

	check_today(r->now, today);
	list[n++] = (struct need){ "A summary", *p->summary, M_NEED_EDIT };
	list[n++] = (struct need){ "Who decides", *p->decides, M_NEED_EDIT };
	list[n++] = (struct need){ "A first day, and a last day that is not over",
		p->opens_on && p->closes_on && strcmp(p->closes_on, today) >= 0, M_NEED_EDIT };
	list[n++] = (struct need){ "What happens to responses", *p->happens, M_NEED_EDIT };
	list[n++] = (struct need){ "At least one section of its full text",
		any(Q_ROWS(r->db, proposal_sections, .proposal_id = p->proposal_id)),
		M_NEED_SECTION };
	if (strcmp(p->audience, "groups") == 0)
		list[n++] = (struct need){ "At least one group that is asked",
			any(Q_ROWS(r->db, proposal_groups, .proposal_id = p->proposal_id)),
			M_NEED_GROUPS };
	for (size_t i = 0; i < n; i++) {
		missing += !list[i].there;
		if (!out)
			continue;
		item = tpl_add(out, M_NEED);
		tpl_show(item, list[i].there ? M_DONE : M_LACKS);
		item = tpl_add(item, list[i].where);
		tpl_set(item, M_REF, p->ref);
		tpl_set(item, M_WORDS, list[i].words);
	}
	return missing;
}

/* ---- Publishing ------------------------------------------------------------------------------ */

static int show_publish(
	struct req *r, const struct q_proposal_by_ref *p, const char *why, int status)
{
	size_t own = proposal_own_count(r->ctx, p->form);
	struct tpl *t;

	proposal_heading(r, p);
	tpl_optional(r->page, M_REFUSED, M_WHY, why);
	if (proposal_needs(r, p, NULL) > 0) {
		proposal_needs(r, p, tpl_add(r->page, M_MISSING));
		return page_show(r, status, T_proposal_publish, "Publish this proposal?");
	}
	t = tpl_add(r->page, M_READY);
	tpl_set(t, M_REF, p->ref);
	tpl_set(t, M_SLUG, p->slug);
	tpl_set(t, M_CSRF, r->csrf);
	tpl_int(t, M_ROW_VERSION, p->row_version);
	tpl_set(t, M_OPENS, date_text(r->ctx, p->opens_on));
	tpl_set(t, M_CLOSES, date_text(r->ctx, p->closes_on));
	tpl_show(t, strcmp(p->audience, "all") == 0 ? M_FOR_ALL : M_FOR_GROUPS);
	tpl_set(t, M_IN_FAVOUR, p->in_favour);
	tpl_set(t, M_AGAINST, p->against);
	tpl_set(t, M_UNSURE, p->unsure);
	if (own > 0)
		tpl_int(tpl_add(t, M_ASKS_OWN), M_QUESTIONS, (int64_t)own);
	tpl_show_if(t, M_NO_OWN, own == 0);
	tpl_show_if(t, M_NO_EQUALITY, *p->equality == '\0');
	return page_show(r, status, T_proposal_publish, "Publish this proposal?");
}

/* GET /proposals/:ref/publish */
int proposal_publish(struct req *r)
{
	struct q_proposal_by_ref p;
	int refused = proposal_drafted(r, &p);

	return refused ? refused : show_publish(r, &p, NULL, 200);
}

/* POST /proposals/:ref/publish */
int proposal_publish_save(struct req *r)
{
	struct q_proposal_by_ref p;
	int refused = proposal_drafted(r, &p);
	int64_t n = 0;

	if (refused)
		return refused;
	if (proposal_needs(r, &p, NULL) > 0)
		return show_publish(r, &p, NULL, 422);
	if (!proposal_version_is(r, p.row_version) || r->body.restored)
		return show_publish(r, &p,
			"Somebody changed it since you saw this page. Look at it again first.",
			422);
	Q_RUN_COUNT(r->db, proposal_publish, &n, .proposal_id = p.proposal_id,
		.row_version = p.row_version, .now = r->now);
	if (n == 0)
		return show_publish(r, &p, "Somebody changed it at this moment.", 422);
	audit(r, AUDIT_PUBLISH, "proposal", p.ref,
		audit_fact(audit_fact(NULL, "opens", p.opens_on), "closes", p.closes_on));
	flash(r, "The proposal is published.");
	return redirect(r, "/proposals/%s", p.ref);
}

/* ---- Withdrawing ----------------------------------------------------------------------------- */

static const struct field fields[] = {
	{ .type = FIELD_LONG,
		.name = "reason",
		.label = "Why is it withdrawn?",
		.hint = "Everybody reads this on the proposal’s page",
		.required = true,
		.max_length = 1000,
		.missing = "Say why it is withdrawn" },
};

/* 0, or what the page returns. */
static int published(struct req *r, struct q_proposal_by_ref *p)
{
	int refused = proposal_writable(r, p);

	if (refused || !proposal_is_draft(p))
		return refused;
	flash_notice(r, "A draft is not withdrawn: nobody outside has seen it.");
	return redirect(r, "/proposals/%s", p->ref);
}

static int show_withdraw(
	struct req *r, const struct q_proposal_by_ref *p, const struct form *f, int status)
{
	work_carry(r, p->row_version, NULL);
	return author_show(r, p, f,
		&(struct author_page){ .heading = "Withdraw this proposal?",
			.intro = "Nobody can answer it any more. It stays readable, with your "
				 "reason above it; what people said is kept. Whoever asked to "
				 "hear what comes of it is told by mail. This cannot be undone.",
			.button = "Withdraw it",
			.existing = true,
			.row_version = p->row_version,
			.warning = true },
		status);
}

/* GET /proposals/:ref/withdraw */
int proposal_withdraw(struct req *r)
{
	struct q_proposal_by_ref p;
	int refused = published(r, &p);

	return refused ? refused
		       : show_withdraw(r, &p, form_new(r->ctx, fields, COUNT(fields)), 200);
}

/* POST /proposals/:ref/withdraw */
int proposal_withdraw_save(struct req *r)
{
	struct form *f = form_new(r->ctx, fields, COUNT(fields));
	struct q_proposal_by_ref p;
	int refused = published(r, &p);
	int64_t n = 0;

	if (refused)
		return refused;
	if (form_fill(f, &r->body, NULL) && !proposal_version_is(r, p.row_version))
		form_fail(f, NULL,
			"Somebody changed it since you saw this page. Look at it again first");
	if (f->n_errors > 0 || f->restored)
		return show_withdraw(r, &p, f, 422);
	Q_RUN_COUNT(r->db, proposal_withdraw, &n, .proposal_id = p.proposal_id,
		.row_version = p.row_version, .why = proposal_typed_or(f, "reason"));
	if (n == 0) {
		work_overtaken(r, f);
		return show_withdraw(r, &p, f, 422);
	}
	audit(r, AUDIT_CHANGE, "proposal", p.ref,
		audit_fact(NULL, "withdrawn", proposal_typed_or(f, "reason")));
	flash(r, "The proposal was withdrawn.");
	return redirect(r, "/proposals/%s", p.ref);
}
