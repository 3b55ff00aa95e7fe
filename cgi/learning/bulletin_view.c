/* bulletin_view.c: one learning bulletin: for its readers, who say that they have read it, and for
 * those who look after it. */
#include <string.h>
#include "audit.h"
#include "bulletin.h"
#include "pages.h"

/* "We have read this": for one organisation, by any of its people. */
static void show_receipt(struct req *r, const struct q_bulletin_by_ref *b)
{
	struct q_bulletin_receipt receipt;
	struct tpl *t;

	if (!bulletin_is(b, "published") ||
		!access_allows(r->person, REPORTS_INCIDENTS | ANSWERS_INVESTIGATIONS))
		return;
	if (Q_ONE(r->db, bulletin_receipt, &receipt, .bulletin_id = b->bulletin_id,
		    .organisation_id = r->person->organisation_id)) {
		t = tpl_add(r->page, M_HAS_READ);
		tpl_set(t, M_READ_ON, day_text(r->ctx, receipt.at));
		tpl_set(t, M_PERSON_NAME, receipt.person);
	} else {
		t = tpl_add(r->page, M_MAY_RECEIPT);
		tpl_set(t, M_SLUG, b->slug);
		tpl_set(t, M_CSRF, r->csrf);
	}
	tpl_set(t, M_ORGANISATION, r->person->organisation);
}

/* Readers of the first version learn of the second one. */
static void show_replaced(struct req *r, const struct q_bulletin_by_ref *b)
{
	struct tpl *t;

	if (!b->replaces_id || !b->replaces_at)
		return;
	t = tpl_add(r->page, M_REPLACES);
	tpl_set(t, M_REPLACED_TITLE, b->replaces_title);
	tpl_set(t, M_REPLACED_ON, day_text(r->ctx, b->replaces_at));
}

static void show_history(struct req *r, const struct q_bulletin_by_ref *b, struct tpl *t)
{
	struct db_rows *rows = Q_ROWS(r->db, bulletin_events, .bulletin_id = b->bulletin_id);
	struct q_bulletin_events row;
	struct tpl *item;

	while (Q_NEXT(rows, bulletin_events, &row)) {
		item = tpl_add(t, M_HISTORY);
		tpl_set(item, M_AT, time_text(r->ctx, row.at));
		tpl_set(item, M_WHO, row.person ? text_copy(r->ctx, row.person) : "");
		tpl_set(item, M_ACTION, bulletin_event_label(text_copy(r->ctx, row.kind)));
		tpl_optional(item, M_HAS_DETAIL, M_DETAIL, text_copy(r->ctx, row.text));
	}
}

static void show_incidents(struct req *r, const struct q_bulletin_by_ref *b, struct tpl *t)
{
	struct db_rows *rows = Q_ROWS(r->db, bulletin_incidents, .bulletin_id = b->bulletin_id);
	struct q_bulletin_incidents row;
	struct tpl *list = NULL, *item;

	while (Q_NEXT(rows, bulletin_incidents, &row)) {
		if (!list)
			list = tpl_add(t, M_INCIDENTS);
		item = tpl_add(list, M_INCIDENT_ROW);
		tpl_set(item, M_REF, text_copy(r->ctx, row.ref));
		tpl_set(item, M_INCIDENT_TITLE, text_copy(r->ctx, row.title));
	}
}

/* The corrected version, being written or published; false: there is none. */
static bool show_correction(struct req *r, const struct q_bulletin_by_ref *b)
{
	struct q_bulletin_correction other;
	struct tpl *item;

	if (!Q_ONE(r->db, bulletin_correction, &other, .bulletin_id = b->bulletin_id))
		return false;
	item = tpl_add(r->page, M_CORRECTED);
	tpl_set(item, M_CORRECTED_SLUG, other.slug);
	tpl_set(item, M_CORRECTED_TITLE, other.title);
	tpl_set(item, M_CORRECTED_STATE, bulletin_state_label(other.state));
	return true;
}

static void show_actions(struct req *r, const struct q_bulletin_by_ref *b, bool corrected)
{
	struct tpl *t;

	if (bulletin_is(b, "withdrawn"))
		return;
	t = tpl_add(r->page, M_ACTIONS);
	tpl_set(t, M_SLUG, b->slug);
	tpl_set(t, M_CSRF, r->csrf);
	tpl_setf(t, M_ROW_VERSION, "%lld", (long long)b->row_version);
	tpl_show_if(t, M_IS_DRAFT, bulletin_is(b, "draft"));
	tpl_show_if(t, M_IS_REVIEW, bulletin_is(b, "review"));
	if (bulletin_is(b, "published") && !corrected)
		tpl_set(tpl_add(t, M_MAY_CORRECT), M_SLUG, b->slug);
}

static void show_readers(struct req *r, const struct q_bulletin_by_ref *b, struct tpl *t)
{
	struct q_bulletin_readers_count count;

	if (!b->published_at ||
		!Q_ONE(r->db, bulletin_readers_count, &count, .bulletin_id = b->bulletin_id))
		return;
	t = tpl_add(t, M_READERS);
	tpl_set(t, M_SLUG, b->slug);
	tpl_count(t, M_HAVE_READ, count.have_read);
	tpl_count(t, M_PRACTICES, count.practices);
}

/* What its managers and the auditor see beside the text. */
static void show_managed(struct req *r, const struct q_bulletin_by_ref *b)
{
	bool manages = access_bulletin(r->person, false) & BULLETIN_MANAGES;
	bool corrected = show_correction(r, b);
	struct tpl *t = tpl_add(r->page, M_MANAGED);

	tpl_set(t, M_STATE, bulletin_state_label(b->state));
	tpl_set(t, M_STATE_COLOUR, bulletin_state_colour(b->state));
	tpl_set(t, M_STATE_ON, time_text(r->ctx, b->state_at));
	tpl_set(t, M_WRITER, b->writer);
	tpl_optional(t, M_HAS_APPROVER, M_APPROVER, b->approver);
	tpl_show(t, b->public ? M_IS_PUBLIC : M_NOT_PUBLIC);
	show_incidents(r, b, t);
	show_readers(r, b, t);
	show_history(r, b, t);
	if (manages)
		show_actions(r, b, corrected);
	if (!b->published_at)
		bulletin_warn(r,
			&(struct bulletin_text){
				.title = b->title, .summary = b->summary, .body = b->body },
			b->bulletin_id, 0, r->page);
}

/* GET /bulletins/:slug */
int bulletin_view(struct req *r)
{
	struct q_bulletin_by_ref b;
	int refused = bulletin_found(r, &b, BULLETIN_READS);

	if (refused)
		return refused;
	bulletin_show_row(r, &b, false);
	show_replaced(r, &b);
	show_receipt(r, &b);
	if (access_bulletin(r->person, false) & BULLETIN_SEES)
		show_managed(r, &b);
	return page_show(r, 200, T_bulletin_view, b.title);
}

/* POST /bulletins/:slug/read: a second time changes nothing, and is no mistake. */
int bulletin_read_save(struct req *r)
{
	struct q_bulletin_by_ref b;
	int refused = bulletin_found(r, &b, BULLETIN_READS);

	if (refused)
		return refused;
	if (!bulletin_is(&b, "published"))
		return bulletin_not_now(r, &b, "This bulletin is not published.");
	Q_RUN(r->db, bulletin_receipt_add, .bulletin_id = b.bulletin_id,
		.organisation_id = r->person->organisation_id, .person_id = r->person->person_id,
		.now = r->now);
	audit(r, AUDIT_CHANGE, "bulletin", b.slug,
		audit_fact(NULL, "read by", r->person->organisation));
	flash(r, "Thank you. Everybody in your organisation sees that it has been read.");
	return redirect(r, "/bulletins/%s", b.slug);
}
