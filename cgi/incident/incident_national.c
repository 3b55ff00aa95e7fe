/* incident_national.c: one report for the national service, Learn From Patient Safety Events: as a
 * FHIR file, and what that service would still ask. Nothing is sent from here. */
#include <string.h>
#include "audit.h"
#include "incident_fhir.h"
#include "incident_report.h"
#include "incident_sections.h"
#include "incident_state.h"
#include "pages.h"
#include "report.h"

/* ---- What is mandatory ----------------------------------------------------------------------- */

enum standing { GIVEN, MISSING, NOT_NEEDED };

/* Given in every report of ours, or asked by no form of ours. */
static enum standing always(const json_t *report)
{
	(void)report;
	return GIVEN;
}

static enum standing never(const json_t *report)
{
	(void)report;
	return MISSING;
}

/* "None" of ours may be "people", which is beside LFPSE's agents. */
static enum standing agents(const json_t *report)
{
	const json_t *list = report_list(report, "involved"), *one;
	size_t i;

	json_array_foreach(list, i, one)
	{
		if (fhir_code_is_in("agent_type", json_string_value(one)))
			return GIVEN;
	}
	return MISSING;
}

static enum standing process(const json_t *report)
{
	return *report_text(report, "process") ? GIVEN : MISSING;
}

static enum standing challenges(const json_t *report)
{
	return report_list(report, "safety_challenges") ? GIVEN : MISSING;
}

static enum standing people(const json_t *report)
{
	return json_array_size(json_object_get(report, "people")) ? GIVEN : NOT_NEEDED;
}

static enum standing device_for_medicine(const json_t *report)
{
	const json_t *list = report_list(report, "involved"), *one;
	size_t i;

	json_array_foreach(list, i, one)
	{
		if (json_is_string(one) && strcmp(json_string_value(one), "4") == 0)
			return MISSING;
	}
	return NOT_NEEDED;
}

#define HARMED (FHIR_INCIDENT | FHIR_OUTCOME)
#define ALL    (HARMED | FHIR_RISK | FHIR_GOOD_CARE)

/* LFPSE taxonomy version 5: every element whose least number is 1, and R4's own. Where a group is
 * optional and what is in it mandatory, the kinds are our reading of which reports need the group.
 */
static const struct needed {
	const char *what, *element;
	const char *list; /* its name in lfpse_lists[]; NULL: none */
	unsigned kinds;
	enum standing (*standing)(const json_t *report);
	const char *note;
} needed[] = {
	{ "What kind of event it is", "AdverseEvent.event", NULL, ALL, always,
		"As a word. The national service's code of it is agreed when a system is "
		"connected." },
	{ "Whether it happened, or might", "AdverseEvent.actuality", NULL, ALL, always, "" },
	{ "Whom it affected", "AdverseEvent.subject", NULL, ALL, always,
		"Nobody by name: age, gender and harm, where they were given." },
	{ "A number for each person affected", "PatientSequence", NULL, HARMED, people,
		"Counted in the order of the report." },
	{ "Where it happened", "LocationDetails", NULL, ALL, always, "" },
	{ "Who reports", "PractitionerDetails", "reporter_type", ALL, always,
		"A member of staff, and the practice's code. Never a name." },
	{ "What was involved", "InvolvedAgents", "agent_type", HARMED, agents, "" },
	{ "Whether a device gave the medicine", "MedicationAdministration", "yes_no_unknown_codes",
		HARMED, device_for_medicine, "Our form does not ask." },
	{ "Which part of care it was in", "Process", "healthcare_process", HARMED, process, "" },
	{ "Safety challenges", "SafetyChallenges", "safety_challenges", HARMED, challenges, "" },
	{ "Whether death or severe harm is imminent", "RiskImminent", "yes_no_unknown_codes",
		FHIR_RISK, never, "Our form does not ask." },
	{ "How good care could happen again", "HowFutureOccurrence", NULL, FHIR_GOOD_CARE, never,
		"Our form does not ask." },
	{ "Whether the report may be shared", "DataSharingOptOut", NULL, ALL, never,
		"Our form does not ask: its choice about other organisations is another one." },
};

static const char *list_title(const char *name)
{
	for (size_t i = 0; name && i < n_lfpse_lists; i++)
		if (strcmp(lfpse_lists[i].name, name) == 0)
			return lfpse_lists[i].title;
	return "";
}

/* Rows for the page; how many are missing. With no page: only that. */
static int64_t show_needed(const struct q_incident_by_ref *in, TALLOC_CTX *ctx, struct tpl *page)
{
	static const char *const words[] = { "Given", "Missing", "Not needed" };
	static const char *const colours[] = { "green", "orange", "grey" };
	const json_t *report = report_open(ctx, in->report);
	unsigned kind = fhir_kind(report);
	int64_t missing = 0;

	for (size_t i = 0; i < COUNT(needed); i++) {
		enum standing standing = needed[i].standing(report);
		struct tpl *row;

		if (!(needed[i].kinds & kind))
			continue;
		missing += standing == MISSING;
		if (!page)
			continue;
		row = tpl_add(page, M_NEEDED_ROW);
		tpl_set(row, M_WHAT, needed[i].what);
		tpl_set(row, M_ELEMENT, needed[i].element);
		tpl_optional(row, M_HAS_CODE_LIST, M_CODE_LIST, list_title(needed[i].list));
		tpl_set(row, M_STANDING, words[standing]);
		tpl_set(row, M_STANDING_COLOUR, colours[standing]);
		tpl_optional(row, M_HAS_NOTE, M_NOTE, needed[i].note);
	}
	return missing;
}

/* ---- Pages ----------------------------------------------------------------------------------- */

static int show(struct req *r, const struct q_incident_by_ref *in, bool reporter)
{
	int64_t missing = show_needed(in, r->ctx, r->page);

	incident_heading(r, in);
	tpl_set(r->page, M_KIND, choice_label(incident_kinds, INCIDENT_KINDS, in->kind));
	tpl_setf(r->page, M_MISSING_WORDS,
		missing == 1 ? "%lld thing is missing" : "%lld things are missing",
		(long long)missing);
	tpl_show_if(r->page, M_OF_REPORTER, reporter);
	tpl_show_if(r->page, M_OF_MANAGER, !reporter);
	audit(r, AUDIT_LOOK, "incident", in->ref, NULL);
	return page_show(r, 200, T_incident_national, "What the national service would still ask");
}

static int send_file(struct req *r, const struct q_incident_by_ref *in)
{
	const char *text = incident_fhir(r->ctx, in);

	audit(r, AUDIT_EXPORT, "incident", in->ref,
		audit_fact(NULL, "file", text_format(r->ctx, "%s.json", in->ref)));
	r->type = "application/fhir+json; charset=utf-8";
	header_add(r, "Content-Disposition",
		text_format(r->ctx, "attachment; filename=\"%s.json\"", in->ref));
	buf_adds(&r->content, text);
	return 200;
}

/* GET /incidents/:ref/national */
int incident_national_view(struct req *r)
{
	struct q_incident_by_ref in;
	int refused = incident_read(r, &in);

	return refused ? refused : show(r, &in, false);
}

/* GET /incidents/:ref/fhir.json */
int incident_fhir_file(struct req *r)
{
	struct q_incident_by_ref in;
	int refused = incident_read(r, &in);

	return refused ? refused : send_file(r, &in);
}

/* GET /reports/:ref/national */
int report_national_view(struct req *r)
{
	struct q_incident_by_ref in;
	int status = report_sent(r, &in);

	return status ? status : show(r, &in, true);
}

/* GET /reports/:ref/fhir.json */
int report_fhir_file(struct req *r)
{
	struct q_incident_by_ref in;
	int status = report_sent(r, &in);

	return status ? status : send_file(r, &in);
}

void incident_section_national(
	struct req *r, const struct q_incident_by_ref *in, bool may_change, struct tpl *page)
{
	struct tpl *t = tpl_include(page, M_SECTION, T_incident_section_national);

	(void)may_change;
	tpl_set(t, M_REF, in->ref);
	tpl_int(t, M_MISSING, show_needed(in, r->ctx, NULL));
}
