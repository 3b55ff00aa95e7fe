/* report_check.c: a report's answers before it is sent, sending it, what comes then; and throwing
 * a draft away. */
#include <string.h>
#include "audit.h"
#include "incident_file.h"
#include "incident_report.h"
#include "incident_state.h"
#include "pages.h"
#include "report.h"
#include "search.h"
#include "setting.h"

static int show_check(
	struct req *r, const struct q_incident_by_ref *in, struct report *w, int status)
{
	const char *title = "Check your report before you send it";

	tpl_set(r->page, M_CSRF, r->csrf);
	tpl_set(r->page, M_REF, in->ref);
	tpl_set(r->page, M_COMMISSIONER, setting_text(r->settings, SETTING_NAME));
	report_show(w, r->page, in->ref, true);
	incident_files_list(r,
		&(struct files_place){ .incident_id = in->incident_id,
			.audience = FOR_REPORTER,
			.draft = true,
			.may_add = true },
		r->page);
	return page_show(r, status, T_report_check, title);
}

/* GET /reports/REF/check */
int report_check_view(struct req *r)
{
	const struct report_step *next;
	struct q_incident_by_ref in;
	struct report *w;
	int status = report_draft(r, &in, &w);

	if (status)
		return status;
	next = report_step_next(w);
	return next ? report_to_step(r, in.ref, w, next) : show_check(r, &in, w, 200);
}

/* ---- Sending --------------------------------------------------------------------------------- */

/* False: it was sent meanwhile. */
static bool store(struct req *r, const struct q_incident_by_ref *in, struct report *w)
{
	int64_t due_at = working_days_after(r->db, r->now, INCIDENT_WORKING_DAYS), n = 0;
	json_t *report = report_sent_json(w);
	struct incident_columns c;

	incident_columns(r->ctx, report, &c);
	search_store(r->db, r->ctx, "incident", in->incident_id, c.title,
		incident_report_words(r->ctx, report), in->ref, in->practice, NULL);
	Q_RUN_COUNT(r->db, report_send, &n, .incident_id = in->incident_id,
		.organisation_id = in->organisation_id, .now = r->now, .due_at = due_at,
		.title = c.title, .kind = c.kind, .about = c.about, .about_code = c.about_code,
		.about_name = c.about_name, .about_service = c.about_service,
		.happened_on = c.happened_on, .physical = c.physical,
		.psychological = c.psychological, .worry = c.worry, .share = c.share,
		.candour = c.candour, .serious = c.serious,
		.urgency = incident_urgency(INCIDENT_SUBMITTED, false, due_at),
		.report = report_json_text(r->ctx, json_incref(report)));
	json_decref(report);
	return n == 1;
}

/* POST /reports/REF/check: sends it, once: whoever sends it again comes to the same confirmation.
 */
int report_send(struct req *r)
{
	const struct report_step *next;
	struct q_incident_by_ref in;
	struct report *w;
	int status = report_mine(r, &in);

	if (status)
		return status;
	if (strcmp(in.state, "draft") != 0)
		return redirect(r, "/reports/%s/sent", in.ref);
	status = report_draft(r, &in, &w);
	if (status)
		return status;
	next = report_step_next(w);
	if (next)
		return report_to_step(r, in.ref, w, next);
	if (r->body.restored)
		return show_check(r, &in, w, 422);
	if (store(r, &in, w)) {
		incident_event(r, in.incident_id,
			&(struct incident_event){ .kind = EVENT_MOVED,
				.audience = FOR_MANAGER | FOR_REPORTER,
				.from = INCIDENT_DRAFT,
				.to = INCIDENT_SUBMITTED });
		audit(r, AUDIT_CHANGE, "incident", in.ref,
			audit_changed(NULL, "state", "draft", "submitted"));
	}
	return redirect(r, "/reports/%s/sent", in.ref);
}

/* GET /reports/REF/sent */
int report_sent_view(struct req *r)
{
	struct q_incident_by_ref in;
	int status = report_sent(r, &in);

	if (status)
		return status;
	tpl_set(r->page, M_REF, in.ref);
	tpl_set(r->page, M_COMMISSIONER, setting_text(r->settings, SETTING_NAME));
	/* Midnight ends the last day. */
	tpl_set(r->page, M_DUE, in.due_at ? day_text(r->ctx, in.due_at - 1) : "");
	tpl_set(r->page, M_AT, in.submitted_at ? time_text(r->ctx, in.submitted_at) : "");
	return page_show(r, 200, T_report_sent, "Report sent");
}

/* ---- Throwing a draft away ------------------------------------------------------------------- */

/* GET /reports/REF/discard */
int report_discard_view(struct req *r)
{
	struct q_incident_by_ref in;
	struct report *w;
	int status = report_draft(r, &in, &w);

	if (status)
		return status;
	tpl_set(r->page, M_CSRF, r->csrf);
	tpl_set(r->page, M_REF, in.ref);
	tpl_optional(r->page, M_HAS_TITLE, M_REPORT_TITLE, in.title);
	return page_show(r, 200, T_report_discard, "Discard this draft?");
}

/* POST /reports/REF/discard */
int report_discard(struct req *r)
{
	struct q_incident_by_ref in;
	struct report *w;
	int status = report_draft(r, &in, &w);

	if (status)
		return status;
	if (r->body.restored)
		return redirect(r, "/reports/%s/discard", in.ref);
	Q_RUN(r->db, report_discard, .incident_id = in.incident_id,
		.organisation_id = in.organisation_id, .reporter_id = r->person->person_id);
	audit(r, AUDIT_REMOVE, "incident", in.ref, audit_fact(NULL, "draft", "discarded"));
	flash(r, "The draft was discarded.");
	return redirect(r, "/reports");
}
