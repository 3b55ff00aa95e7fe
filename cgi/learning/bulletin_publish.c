/* bulletin_publish.c: a learning bulletin's way to its readers: sent for approval, approved by
 * somebody else or sent back, withdrawn. The database holds the two people to it as well (the
 * trigger bulletin_stays). */
#include <stddef.h>
#include <string.h>
#include "audit.h"
#include "bulletin.h"
#include "pages.h"

static const char changed_meanwhile[] =
	"Somebody else has just changed this bulletin. Read it again, then decide";

static const char *version_text(struct req *r, const struct q_bulletin_by_ref *b)
{
	return text_format(r->ctx, "%lld", (long long)b->row_version);
}

/* Is this form of the bulletin as it is now? */
static bool is_current(struct req *r, const struct q_bulletin_by_ref *b)
{
	const char *version = params_get(&r->body, "row_version");

	return version && strcmp(version, version_text(r, b)) == 0;
}

/* POST /bulletins/:slug/send */
int bulletin_send(struct req *r)
{
	struct q_bulletin_by_ref b;
	int refused = bulletin_found(r, &b, BULLETIN_MANAGES);
	int64_t changed = 0;

	if (refused)
		return refused;
	if (!bulletin_is(&b, "draft"))
		return bulletin_not_now(r, &b, "Only a draft is sent for approval.");
	if (is_current(r, &b))
		Q_RUN_COUNT(r->db, bulletin_send, &changed, .bulletin_id = b.bulletin_id,
			.row_version = b.row_version, .sent_by = r->person->person_id,
			.now = r->now);
	if (changed == 0)
		return bulletin_not_now(
			r, &b, "Somebody else has just changed it. Read it again, then send it.");
	bulletin_event(r, b.bulletin_id, BULLETIN_SENT, NULL);
	audit(r, AUDIT_CHANGE, "bulletin", b.slug, audit_changed(NULL, "state", "draft", "review"));
	flash(r, "It waits for another incident manager, who reads and publishes it.");
	return redirect(r, "/bulletins/%s", b.slug);
}

/* ---- Approving --------------------------------------------------------------------------------
 */

static const struct choice decisions[] = {
	{ "publish", "Publish it exactly as it is above", NULL, false },
	{ "back", "Send it back", NULL, false },
};

struct decision {
	const char *decision, *comment;
};

static const struct field decision_fields[] = {
	{ .type = FIELD_RADIOS,
		.name = "decision",
		.label = "What do you decide?",
		.required = true,
		.choices = decisions,
		.n_choices = COUNT(decisions),
		.missing = "Select whether to publish it or to send it back",
		.into = offsetof(struct decision, decision) },
	{ .type = FIELD_LONG,
		.name = "comment",
		.label = "What should be changed?",
		.hint = "Whoever wrote it reads this",
		.required = true,
		.max_length = 1000,
		.missing = "Enter what should be changed",
		.when_name = "decision",
		.when_code = "back",
		.into = offsetof(struct decision, comment) },
};

/* Its own writer takes it back, and no more. */
static const struct field own_fields[] = {
	{ .type = FIELD_LONG,
		.name = "comment",
		.label = "Why do you take it back?",
		.max_length = 1000,
		.into = offsetof(struct decision, comment) },
};

/* Wrote, changed or sent it: somebody else approves. */
static bool is_own(struct req *r, const struct q_bulletin_by_ref *b)
{
	struct q_bulletin_is_editor row;
	int64_t me = r->person->person_id;

	return b->written_by == me || b->edited_by == me || b->sent_by == me ||
	       Q_ONE(r->db, bulletin_is_editor, &row, .bulletin_id = b->bulletin_id,
		       .person_id = me);
}

static struct form *decision_form(struct req *r, bool own)
{
	return own ? form_new(r->ctx, own_fields, COUNT(own_fields))
		   : form_new(r->ctx, decision_fields, COUNT(decision_fields));
}

static int show_approve(struct req *r, const struct q_bulletin_by_ref *b, const struct form *f,
	bool own, int status)
{
	struct bulletin_text text = { .title = b->title, .summary = b->summary, .body = b->body };

	tpl_set(r->page, M_CSRF, r->csrf);
	tpl_set(r->page, M_SLUG, b->slug);
	tpl_set(r->page, M_BULLETIN_NAME, b->title);
	tpl_set(r->page, M_WRITER, b->writer);
	tpl_set(r->page, M_ROW_VERSION, version_text(r, b));
	tpl_show(r->page, b->public ? M_IS_PUBLIC : M_NOT_PUBLIC);
	tpl_show(r->page, own ? M_OWN : M_NOT_OWN);
	tpl_optional(r->page, M_REPLACES, M_REPLACED_TITLE, b->replaces_title);
	if (!bulletin_warn(r, &text, b->bulletin_id, 0, r->page))
		tpl_show(r->page, M_NO_WARNING);
	bulletin_show_row(r, b, true);
	form_show(f, 0, f->n, r->page, false);
	return page_show(r, status, T_bulletin_approve, "Approve or send back");
}

/* One that waits for approval; 0, or what the page returns. */
static int waiting(struct req *r, struct q_bulletin_by_ref *b)
{
	int refused = bulletin_found(r, b, BULLETIN_MANAGES);

	if (refused)
		return refused;
	return bulletin_is(b, "review")
		       ? 0
		       : bulletin_not_now(r, b, "This bulletin does not wait for approval.");
}

/* GET /bulletins/:slug/approve */
int bulletin_approve(struct req *r)
{
	struct q_bulletin_by_ref b;
	int refused = waiting(r, &b);
	bool own;

	if (refused)
		return refused;
	own = is_own(r, &b);
	return show_approve(r, &b, decision_form(r, own), own, 200);
}

static void publish(struct req *r, const struct q_bulletin_by_ref *b)
{
	int64_t replaced = 0;

	Q_RUN(r->db, bulletin_mail_add, .bulletin_id = b->bulletin_id, .kind = "published",
		.now = r->now);
	if (b->replaces_id)
		Q_RUN_COUNT(r->db, bulletin_withdraw_replaced, &replaced,
			.bulletin_id = b->replaces_id, .now = r->now);
	if (replaced) {
		bulletin_event(r, b->replaces_id, BULLETIN_WITHDRAWN,
			"A corrected version was published.");
		Q_RUN(r->db, bulletin_mail_add, .bulletin_id = b->replaces_id, .kind = "corrected",
			.now = r->now);
		audit(r, AUDIT_CHANGE, "bulletin", b->replaces_ref,
			audit_changed(NULL, "state", "published", "withdrawn"));
	}
	bulletin_event(r, b->bulletin_id, BULLETIN_PUBLISHED, NULL);
	audit(r, AUDIT_PUBLISH, "bulletin", b->slug,
		audit_fact(NULL, "for", b->public ? "everybody" : "practices"));
	flash(r, "The bulletin is published. Practices are told by mail.");
}

static void send_back(struct req *r, const struct q_bulletin_by_ref *b, const char *comment)
{
	bulletin_event(r, b->bulletin_id, BULLETIN_BACK, comment);
	audit(r, AUDIT_CHANGE, "bulletin", b->slug,
		audit_changed(NULL, "state", "review", "draft"));
	flash(r, "It is a draft again.");
}

/* POST /bulletins/:slug/approve */
int bulletin_approve_save(struct req *r)
{
	const char *asked = params_get(&r->body, "decision");
	struct q_bulletin_by_ref b;
	struct decision in = { 0 };
	int refused = waiting(r, &b);
	int64_t changed = 0;
	bool own, publishes;
	struct form *f;

	if (refused)
		return refused;
	own = is_own(r, &b);
	f = decision_form(r, own);
	form_fill(f, &r->body, &in);
	if (own && asked && strcmp(asked, "publish") == 0) {
		audit_refused(r, "another manager's to approve");
		form_fail(f, NULL, "Somebody else approves it: you wrote, changed or sent it");
	} else if (!is_current(r, &b)) {
		form_fail(f, NULL, changed_meanwhile);
	}
	if (f->n_errors > 0 || f->form_error || f->restored)
		return show_approve(r, &b, f, own, 422);
	publishes = !own && strcmp(in.decision, "publish") == 0;
	if (publishes)
		Q_RUN_COUNT(r->db, bulletin_publish, &changed, .bulletin_id = b.bulletin_id,
			.row_version = b.row_version, .approved_by = r->person->person_id,
			.now = r->now);
	else
		Q_RUN_COUNT(r->db, bulletin_back, &changed, .bulletin_id = b.bulletin_id,
			.row_version = b.row_version, .now = r->now);
	if (changed == 0)
		return bulletin_not_now(r, &b, "Somebody else has just decided.");
	if (publishes)
		publish(r, &b);
	else
		send_back(r, &b, in.comment);
	return redirect(r, "/bulletins/%s", b.slug);
}

/* ---- Withdrawing ------------------------------------------------------------------------------
 */

struct reason {
	const char *reason;
};

static const struct field reason_fields[] = {
	{ .type = FIELD_LONG,
		.name = "reason",
		.label = "Why is it withdrawn?",
		.hint = "For those who look after bulletins; readers do not see it",
		.required = true,
		.max_length = 1000,
		.missing = "Enter why it is withdrawn",
		.into = offsetof(struct reason, reason) },
};

static int show_withdraw(
	struct req *r, const struct q_bulletin_by_ref *b, const struct form *f, int status)
{
	tpl_set(r->page, M_CSRF, r->csrf);
	tpl_set(r->page, M_SLUG, b->slug);
	tpl_set(r->page, M_BULLETIN_NAME, b->title);
	tpl_set(r->page, M_ROW_VERSION, version_text(r, b));
	tpl_show(r->page, b->published_at ? M_WAS_PUBLISHED : M_NEVER_PUBLISHED);
	form_show(f, 0, f->n, r->page, false);
	return page_show(r, status, T_bulletin_withdraw, "Withdraw the bulletin");
}

static int not_withdrawn(struct req *r, struct q_bulletin_by_ref *b)
{
	int refused = bulletin_found(r, b, BULLETIN_MANAGES);

	if (refused)
		return refused;
	return bulletin_is(b, "withdrawn")
		       ? bulletin_not_now(r, b, "This bulletin has been withdrawn already.")
		       : 0;
}

/* GET /bulletins/:slug/withdraw */
int bulletin_withdraw(struct req *r)
{
	struct q_bulletin_by_ref b;
	int refused = not_withdrawn(r, &b);

	return refused ? refused
		       : show_withdraw(
				 r, &b, form_new(r->ctx, reason_fields, COUNT(reason_fields)), 200);
}

/* POST /bulletins/:slug/withdraw */
int bulletin_withdraw_save(struct req *r)
{
	struct form *f = form_new(r->ctx, reason_fields, COUNT(reason_fields));
	struct q_bulletin_by_ref b;
	struct reason in = { 0 };
	int refused = not_withdrawn(r, &b);
	int64_t changed = 0;

	if (refused)
		return refused;
	if (form_fill(f, &r->body, &in) && !is_current(r, &b))
		form_fail(f, NULL, changed_meanwhile);
	if (f->n_errors > 0 || f->form_error || f->restored)
		return show_withdraw(r, &b, f, 422);
	Q_RUN_COUNT(r->db, bulletin_withdraw, &changed, .bulletin_id = b.bulletin_id,
		.row_version = b.row_version, .now = r->now);
	if (changed == 0)
		return bulletin_not_now(r, &b, "Somebody else has just changed it.");
	if (bulletin_is(&b, "published"))
		Q_RUN(r->db, bulletin_mail_add, .bulletin_id = b.bulletin_id, .kind = "withdrawn",
			.now = r->now);
	bulletin_event(r, b.bulletin_id, BULLETIN_WITHDRAWN, in.reason);
	audit(r, AUDIT_CHANGE, "bulletin", b.slug,
		audit_changed(NULL, "state", b.state, "withdrawn"));
	flash(r, "The bulletin is withdrawn.");
	return redirect(r, "/bulletins/%s", b.slug);
}
