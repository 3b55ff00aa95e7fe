/* report.c: a report of one's practice, or one's draft: found, opened as a form, saved. */
#include "report.h"

#include <string.h>
#include "incident_report.h"
#include "pages.h"

/* The trail knows it; of the draft itself nothing is left. */
static bool was_discarded(struct req *r)
{
	char ref[REF_LENGTH + 1];
	struct q_report_discarded row;

	return ref_read(r->args[0], ref) &&
	       Q_ONE(r->db, report_discarded, &row, .ref = ref, .person_id = r->person->person_id);
}

int report_mine(struct req *r, struct q_incident_by_ref *in)
{
	int refused = incident_reported(r, in);

	if (!refused)
		return 0;
	buf_reset(&r->content);
	r->page = tpl_new(r->ctx);
	if (was_discarded(r)) {
		flash_notice(
			r, r->method == METHOD_POST
				   ? "You had discarded this draft, so nothing was saved. Your "
				     "browser’s Back button shows what you typed."
				   : "You discarded this draft.");
		return redirect(r, "/reports");
	}
	return page_show(r, refused, T_report_gone, "Report not found");
}

struct choices report_organisations(struct req *r, int64_t but)
{
	struct choices out = { 0 };

	CHOICES_READ(r, &out, report_organisations, row.code, row.name, 0, .organisation_id = but);
	return out;
}

struct report *report_of(struct req *r, const struct q_incident_by_ref *in)
{
	struct choice *about = NEW_ARRAY(r->ctx, struct choice, 1);

	if (in->about_code)
		*about = (struct choice){ .code = in->about_code, .label = in->about_organisation };
	return report_new(r->ctx, report_open(r->ctx, in->report), about, in->about_code ? 1 : 0);
}

int report_to_step(struct req *r, const char *ref, struct report *w, const struct report_step *step)
{
	size_t person = step && !step->first ? report_person_incomplete(w) : 0;

	if (!step)
		return redirect(r, "/reports/%s/check", ref);
	/* The first is asked in the step itself. */
	return person > 1 ? redirect(r, "/reports/%s/people/%zu", ref, person)
			  : redirect(r, "/reports/%s/draft/%s", ref, step->name);
}

int report_draft(struct req *r, struct q_incident_by_ref *in, struct report **w)
{
	int refused = report_mine(r, in);
	struct choices others;

	if (refused)
		return refused;
	if (strcmp(in->state, "draft") != 0) {
		if (r->method == METHOD_POST)
			flash_notice(r, "This report had been sent already, and stays as it was "
					"sent. You can add to it here.");
		return redirect(r, "/reports/%s", in->ref);
	}
	others = report_organisations(r, r->person->organisation_id);
	*w = report_new(r->ctx, report_open(r->ctx, in->draft), others.list, others.n);
	return 0;
}

int report_sent(struct req *r, struct q_incident_by_ref *in)
{
	int refused = report_mine(r, in);

	if (!refused && strcmp(in->state, "draft") == 0)
		return redirect(r, "/reports/%s/check", in->ref);
	return refused;
}

const char *report_json_text(TALLOC_CTX *ctx, json_t *taken)
{
	size_t len = json_dumpb(taken, NULL, 0, JSON_COMPACT);
	char *text = must(talloc_zero_size(ctx, len + 1));

	json_dumpb(taken, text, len, JSON_COMPACT);
	json_decref(taken);
	return text;
}

void report_save(struct req *r, const struct q_incident_by_ref *in, const struct report *w)
{
	json_t *draft = report_draft_json(w);
	struct incident_columns columns;

	incident_columns(r->ctx, draft, &columns);
	Q_RUN(r->db, report_save, .incident_id = in->incident_id,
		.organisation_id = in->organisation_id, .now = r->now, .title = columns.title,
		.draft = report_json_text(r->ctx, draft));
}
