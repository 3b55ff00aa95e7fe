/* proposal_duplicates.c: the same text, sent several times: a campaign, or the same people again.
 * Counted apart, and never dropped. */
#include <string.h>
#include "access.h"
#include "audit.h"
#include "pages.h"
#include "proposal.h"
#include "proposal_fold.h"

enum { TEXTS_MOST = 100, NAME_LENGTH = 150, HASH_LENGTH = 32 };

static void show_text(struct req *r, const struct q_proposal_texts_same *row, bool may)
{
	struct tpl *t = tpl_add(r->page, M_SAME), *does;

	tpl_count(t, M_N, row->n);
	tpl_count(t, M_COUNTED_N, row->counted);
	tpl_set(t, M_CODE, text_copy(r->ctx, row->hash));
	tpl_set(t, M_TEXT, text_copy(r->ctx, row->text));
	tpl_set(t, M_RESPONSE, text_copy(r->ctx, row->first_ref));
	if (row->campaign) {
		struct tpl *campaign = tpl_add(t, M_IS_CAMPAIGN);

		tpl_set(campaign, M_NAME, text_copy(r->ctx, row->campaign));
		tpl_set(campaign, M_OTHER, text_copy(r->ctx, row->campaign_ref));
	}
	if (!may)
		return;
	does = tpl_add(t, M_FORM_GIVEN);
	tpl_show_if(does, M_FRESH, !row->campaign && row->counted > 1);
	tpl_show_if(does, M_EXISTING, row->campaign || row->counted < row->n);
}

/* GET /proposals/REF/duplicates */
int proposal_duplicates(struct req *r)
{
	bool may = access_allows(r->person, MAKES_PROPOSALS), any = false;
	struct q_proposal_texts_same row;
	struct q_proposal_by_ref p;
	int refused = proposal_found(r, &p);
	struct db_rows *rows;

	if (refused)
		return refused;
	fold(r->db, r->ctx, &proposal_fold, PROPOSAL_FOLD);
	proposal_heading(r, &p);
	rows = Q_ROWS(r->db, proposal_texts_same, .proposal_id = p.proposal_id, .most = TEXTS_MOST);
	for (; Q_NEXT(rows, proposal_texts_same, &row); any = true)
		show_text(r, &row, may);
	tpl_show_if(r->page, M_NONE, !any);
	return page_show(r, 200, T_proposal_duplicates, "Same text several times");
}

static bool is_hash(const char *text)
{
	return text && strlen(text) == HASH_LENGTH &&
	       strspn(text, "0123456789ABCDEFabcdef") == HASH_LENGTH;
}

static int back(struct req *r, const struct q_proposal_by_ref *p)
{
	return redirect(r, "/proposals/%s/duplicates", p->ref);
}

static int campaign(struct req *r, const struct q_proposal_by_ref *p, const char *hash)
{
	const char *name = params_get(&r->body, "name");
	char ref[REF_LENGTH + 1];

	name = name ? name + strspn(name, " \t\r\n") : "";
	if (!*name || strlen(name) > NAME_LENGTH) {
		flash_notice(r, *name ? "Give the campaign a shorter name."
				      : "Give the campaign a name. Nothing was changed.");
		return back(r, p);
	}
	ref_make(ref);
	Q_RUN(r->db, proposal_campaign_add, .ref = ref, .proposal_id = p->proposal_id, .name = name,
		.hash = hash, .now = r->now, .person_id = r->person->person_id);
	Q_RUN(r->db, proposal_campaign_take, .proposal_id = p->proposal_id, .hash = hash);
	audit(r, AUDIT_CHANGE, "proposal", p->ref, audit_fact(NULL, "campaign", name));
	flash(r, "They are a campaign now, and counted apart.");
	return back(r, p);
}

/* POST /proposals/REF/duplicates */
int proposal_duplicates_save(struct req *r)
{
	const char *hash = params_get(&r->body, "text"), *what = params_get(&r->body, "do");
	struct q_proposal_duplicates_first first;
	struct q_proposal_by_ref p;
	int refused = proposal_found(r, &p);

	if (refused)
		return refused;
	if (r->body.restored)
		return proposal_duplicates(r);
	if (!is_hash(hash) || !what)
		return back(r, &p);
	fold(r->db, r->ctx, &proposal_fold, PROPOSAL_FOLD);
	if (strcmp(what, "campaign") == 0)
		return campaign(r, &p, hash);
	if (strcmp(what, "duplicates") == 0) {
		if (!Q_ONE(r->db, proposal_duplicates_first, &first, .proposal_id = p.proposal_id,
			    .hash = hash))
			return back(r, &p);
		Q_RUN(r->db, proposal_duplicates_take, .proposal_id = p.proposal_id, .hash = hash,
			.first_id = first.response_id);
		audit(r, AUDIT_CHANGE, "proposal", p.ref,
			audit_fact(NULL, "duplicates", "all but the first"));
		flash(r, "The first counts, the others are counted apart.");
	} else {
		Q_RUN(r->db, proposal_campaign_end, .proposal_id = p.proposal_id, .hash = hash);
		Q_RUN(r->db, proposal_same_undo, .proposal_id = p.proposal_id, .hash = hash);
		audit(r, AUDIT_CHANGE, "proposal", p.ref,
			audit_fact(NULL, "same text", "counted with the others"));
		flash(r, "They count with the others again.");
	}
	return back(r, &p);
}
