/* retention_certificate.c: a destruction that was proposed: a second person decides; and when it is
 * done, its certificate. */
#include <sodium.h>
#include <stddef.h>
#include <string.h>
#include "access.h"
#include "audit.h"
#include "csv_file.h"
#include "incident.h"
#include "pages.h"
#include "retention.h"

static bool find(struct req *r, struct q_destruction_by_ref *d)
{
	char ref[REF_LENGTH + 1];

	return ref_read(r->args[0], ref) && Q_ONE(r->db, destruction_by_ref, d, .ref = ref);
}

static bool is(const struct q_destruction_by_ref *d, const char *state)
{
	return strcmp(d->state, state) == 0;
}

/* ---- The page -------------------------------------------------------------------------------- */

static void show_items(struct req *r, const struct q_destruction_by_ref *d)
{
	static const struct choice outcomes[] = {
		{ "waiting", "Not destroyed", NULL, false },
		{ "destroyed", "Destroyed", NULL, false },
		{ "kept", "Kept: held, or not due", NULL, false },
	};
	struct db_rows *rows =
		Q_ROWS(r->db, destruction_items, .destruction_id = d->destruction_id);
	struct q_destruction_items row;
	int64_t n = 0, destroyed = 0;

	while (Q_NEXT(rows, destruction_items, &row)) {
		struct tpl *t = tpl_add(r->page, M_ITEM);

		n++;
		destroyed += strcmp(row.outcome, "destroyed") == 0;
		tpl_set(t, M_ITEM_REF, text_copy(r->ctx, row.ref));
		tpl_show_if(t, M_SERIOUS, row.serious);
		tpl_set(t, M_BEGUN_ON, date_text(r->ctx, text_copy(r->ctx, row.submitted_on)));
		tpl_set(t, M_ENDED_ON,
			row.closed_on ? date_text(r->ctx, text_copy(r->ctx, row.closed_on)) : "–");
		tpl_set(t, M_OUTCOME,
			choice_label(outcomes, COUNT(outcomes), text_copy(r->ctx, row.outcome)));
	}
	tpl_int(r->page, M_N, n);
	tpl_int(r->page, M_DESTROYED, destroyed);
}

static void show_hash(struct req *r, const struct q_destruction_by_ref *d, struct tpl *t)
{
	uint8_t now[CERTIFICATE_HASH];
	char words[CERTIFICATE_HASH * 2 + 1];
	bool same;

	certificate_hash(r->db, r->ctx, d, d->done_at, d->rule, now);
	same = d->hash.len == sizeof now && memcmp(now, d->hash.data, sizeof now) == 0;
	sodium_bin2hex(words, sizeof words, d->hash.data,
		d->hash.len < sizeof now ? d->hash.len : sizeof now);
	tpl_set(t, M_HASH, text_copy(r->ctx, words));
	tpl_show_if(t, M_SAME, same);
	tpl_show_if(t, M_CHANGED, !same);
}

static void show_facts(struct req *r, const struct q_destruction_by_ref *d)
{
	const struct retention_kind *kind = retention_kind(d->kind);
	struct tpl *done;

	tpl_set(r->page, M_REF, d->ref);
	tpl_set(r->page, M_MANY, kind ? kind->many : d->kind);
	tpl_set(r->page, M_PROPOSER, d->proposer);
	tpl_set(r->page, M_AT, time_text(r->ctx, d->proposed_at));
	if (d->decided_by) {
		struct tpl *t = tpl_add(r->page, M_DECIDED);

		tpl_show_if(t, M_REFUSED, is(d, "refused"));
		tpl_show_if(t, M_CONFIRMED, !is(d, "refused"));
		tpl_set(t, M_DECIDER, d->decider);
		tpl_set(t, M_DECIDED_AT, time_text(r->ctx, d->decided_at));
	}
	tpl_show_if(r->page, M_PROPOSED, is(d, "proposed"));
	tpl_show_if(r->page, M_IS_CONFIRMED, is(d, "confirmed"));
	if (is(d, "done")) {
		done = tpl_add(r->page, M_DONE);
		tpl_set(done, M_DONE_AT, time_text(r->ctx, d->done_at));
		tpl_set(done, M_RULE, d->rule);
		tpl_set(done, M_GOES, kind ? kind->goes : d->kind);
		show_hash(r, d, done);
	}
	show_items(r, d);
}

/* GET /retention/certificates/:certificate */
int certificate_view(struct req *r)
{
	struct q_destruction_by_ref d;
	const char *title;

	if (!find(r, &d))
		return not_found(r);
	title = text_format(
		r->ctx, is(&d, "done") ? "Certificate of destruction %s" : "Destruction %s", d.ref);
	tpl_set(r->page, M_TITLE, title);
	show_facts(r, &d);
	if (is(&d, "proposed") && access_runs(r->person)) {
		bool own = d.proposed_by == r->person->person_id;

		tpl_show_if(r->page, M_OWN, own);
		if (!own)
			tpl_set(tpl_add(r->page, M_MAY_DECIDE), M_REF, d.ref);
	}
	return page_show(r, 200, T_retention_certificate, title);
}

static bool write_csv(struct req *r, struct sink *sink)
{
	static const char *const heads[] = { "Record", "From", "Ended", "Serious", "Outcome" };
	struct csv_file *file = csv_file_begin(r, sink, heads, COUNT(heads));
	struct q_destruction_by_ref d;
	struct q_destruction_items row;
	struct db_rows *rows;

	if (!find(r, &d))
		return false;
	rows = Q_STREAM(r->db, destruction_items, .destruction_id = d.destruction_id);
	while (CSV_NEXT(file, rows, destruction_items, &row)) {
		csv_words(&file->csv, row.ref);
		csv_words(&file->csv, row.submitted_on);
		csv_words(&file->csv, row.closed_on);
		csv_words(&file->csv, row.serious ? "yes" : "no");
		csv_words(&file->csv, row.outcome);
	}
	return csv_file_end(file);
}

/* GET /retention/certificates/:certificate/records.csv */
int certificate_csv(struct req *r)
{
	struct q_destruction_by_ref d;

	if (!find(r, &d))
		return not_found(r);
	audit(r, AUDIT_EXPORT, "retention", d.ref, audit_fact(NULL, "file", "records.csv"));
	return respond_stream(r, CSV_TYPE, "records.csv", write_csv, NULL);
}

/* ---- The second person ----------------------------------------------------------------------- */

struct typed {
	const char *decision;
};

static const struct choice decisions[] = {
	{ "confirmed", "Yes, destroy them", "This cannot be undone", false },
	{ "refused", "No, keep them", "They are due still, and can be proposed again", false },
};
static const struct field fields[] = {
	{ .type = FIELD_RADIOS,
		.name = "decision",
		.label = "Are these records to be destroyed?",
		.required = true,
		.missing = "Say yes or no",
		.choices = decisions,
		.n_choices = COUNT(decisions),
		.into = offsetof(struct typed, decision) },
};

static int show_form(
	struct req *r, const struct q_destruction_by_ref *d, const struct form *f, int status)
{
	tpl_set(r->page, M_CSRF, r->csrf);
	show_facts(r, d);
	form_show(f, 0, f->n, r->page, false);
	return page_show(r, status, T_retention_decide,
		text_format(r->ctx, "Decide on destruction %s", d->ref));
}

/* One's own is for somebody else; one that was decided on stays. */
static int may_decide(struct req *r, struct q_destruction_by_ref *d)
{
	if (!find(r, d))
		return not_found(r);
	if (d->proposed_by == r->person->person_id || !is(d, "proposed")) {
		flash_notice(r, is(d, "proposed")
					? "You proposed it: another administrator decides."
					: "It was decided on already.");
		return redirect(r, "/retention/certificates/%s", d->ref);
	}
	return 0;
}

/* GET /retention/certificates/:certificate/decide */
int certificate_decide(struct req *r)
{
	struct q_destruction_by_ref d;
	int status = may_decide(r, &d);

	return status ? status : show_form(r, &d, form_new(r->ctx, fields, COUNT(fields)), 200);
}

/* POST /retention/certificates/:certificate/decide */
int certificate_decide_save(struct req *r)
{
	struct form *f = form_new(r->ctx, fields, COUNT(fields));
	struct q_destruction_by_ref d;
	struct typed in = { 0 };
	int status = may_decide(r, &d);
	int64_t n = 0;

	if (status)
		return status;
	if (!form_fill(f, &r->body, &in))
		return show_form(r, &d, f, 422);
	Q_RUN_COUNT(r->db, destruction_decide, &n, .destruction_id = d.destruction_id,
		.state = in.decision, .person_id = r->person->person_id, .now = r->now);
	audit(r, AUDIT_CHANGE, "retention", d.ref,
		audit_changed(NULL, "state", "proposed", n == 1 ? in.decision : "proposed"));
	flash(r, n == 0 ? "It was decided on already."
		 : strcmp(in.decision, "confirmed") == 0
			 ? "Confirmed. It is done within minutes, and the certificate is here."
			 : "Refused. Nothing is destroyed.");
	return redirect(r, "/retention/certificates/%s", d.ref);
}
