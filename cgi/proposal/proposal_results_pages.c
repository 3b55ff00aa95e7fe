/* proposal_results_pages.c: the result of a proposal: its page, the same as a file, and what is
 * published of it. Staff. */
#include <string.h>
#include "access.h"
#include "audit.h"
#include "pages.h"
#include "proposal_results.h"

static const char *list_address_of(struct req *r, const struct q_proposal_by_ref *p)
{
	return text_format(r->ctx, "/proposals/%s/responses", p->ref);
}

static void show_published(struct req *r, const struct q_proposal_by_ref *p)
{
	tpl_show(r->page, p->results ? M_IS_PUBLISHED : M_NOT_PUBLISHED);
	tpl_set(r->page, M_AT, p->results ? time_text(r->ctx, p->results_at) : "");
}

/* GET /proposals/REF/results */
int proposal_results(struct req *r)
{
	struct q_proposal_by_ref p;
	int refused = proposal_found(r, &p);

	if (refused)
		return refused;
	proposal_heading(r, &p);
	show_published(r, &p);
	tpl_set(r->page, M_TODAY, day_text(r->ctx, r->now));
	tpl_show_if(r->page, M_MAY_CHANGE,
		access_allows(r->person, MAKES_PROPOSALS) && strcmp(p.state, "draft") != 0);
	proposal_results_show(r, proposal_results_make(r, &p), list_address_of(r, &p), r->page);
	return page_show(r, 200, T_proposal_results, text_format(r->ctx, "Results: %s", p.title));
}

/* ---- Publish -----------------------------------------------------------------------------------
 */

/* 0, or what the page returns. */
static int publishable(struct req *r, struct q_proposal_by_ref *p)
{
	int refused = proposal_found(r, p);

	if (refused)
		return refused;
	if (strcmp(p->state, "draft") != 0)
		return 0;
	flash_notice(r, "This proposal is a draft. Nobody has answered it yet.");
	return redirect(r, "/proposals/%s", p->ref);
}

static int let_go(json_t **held)
{
	json_decref(*held);
	return 0;
}

/* As everybody may read it now. Owned by the request. */
static json_t *make_public(struct req *r, const struct q_proposal_by_ref *p)
{
	json_t *results = proposal_results_make(r, p), **before = NEW(r->ctx, json_t *);
	struct db_rows *rows = Q_ROWS(r->db, proposal_publications, .proposal_id = p->proposal_id);
	struct q_proposal_publications row;

	*before = must(json_array());
	talloc_set_destructor(before, let_go);
	while (Q_NEXT(rows, proposal_publications, &row))
		json_array_append_new(*before, must(json_loads(row.results, 0, NULL)));
	tpl_show_if(r->page, M_BEFORE, json_array_size(*before) > 0);
	proposal_results_hide(results, *before);
	return results;
}

/* GET /proposals/REF/results/publish */
int proposal_publish_results(struct req *r)
{
	struct q_proposal_by_ref p;
	int refused = publishable(r, &p);
	json_t *results;

	if (refused)
		return refused;
	results = make_public(r, &p);
	proposal_heading(r, &p);
	show_published(r, &p);
	if (proposal_is(proposal_stand(p.state, p.opens_on, p.closes_on, r->now), "open"))
		tpl_set(tpl_add(r->page, M_STILL_OPEN), M_CLOSES, date_text(r->ctx, p.closes_on));
	proposal_results_show(r, results, NULL, r->page);
	return page_show(r, 200, T_proposal_results_publish, "Publish the results");
}

/* What is kept to compare with has numbers alone: words can be taken back. */
static void forget_words(json_t *results)
{
	json_t *group;
	size_t i;

	json_array_foreach(json_object_get(results, "groups"), i, group)
		json_object_del(group, "quotes");
}

/* POST /proposals/REF/results/publish */
int proposal_publish_results_save(struct req *r)
{
	const char *what = params_get(&r->body, "do");
	struct q_proposal_by_ref p;
	int refused = publishable(r, &p);
	json_t *results;

	if (refused)
		return refused;
	if (r->body.restored || !what ||
		(strcmp(what, "publish") != 0 && strcmp(what, "unpublish") != 0))
		return proposal_publish_results(r);
	if (strcmp(what, "unpublish") == 0) {
		Q_RUN(r->db, proposal_results_unpublish, .proposal_id = p.proposal_id);
		audit(r, AUDIT_CHANGE, "proposal", p.ref,
			audit_fact(NULL, "results", "not published any more"));
		flash(r, "The results are not published any more.");
		return redirect(r, "/proposals/%s/results", p.ref);
	}
	results = make_public(r, &p);
	Q_RUN(r->db, proposal_results_publish, .proposal_id = p.proposal_id,
		.results = json_compact(r->ctx, results), .now = r->now);
	forget_words(results);
	Q_RUN(r->db, proposal_publication_add, .proposal_id = p.proposal_id,
		.results = json_compact(r->ctx, results), .now = r->now);
	audit(r, AUDIT_PUBLISH, "proposal", p.ref, audit_fact(NULL, "results", "published"));
	flash(r, p.results ? "The results were published again." : "The results are published.");
	return redirect(r, "/proposals/%s/results", p.ref);
}
