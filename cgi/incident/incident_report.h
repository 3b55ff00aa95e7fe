/* incident_report.h: the names of a report's fields, as its JSON has them. Codes are LFPSE's unless
 * they are listed here. All are optional but kind, happened_on, where, what_happened.
 *
 * answers:
 *	kind                incident | outcome | risk | good_care
 *	happened_on         "2026-11-22"; happened_about ["about"]: approximate; happened_bracket
 *	                    time-of-incident-brackets
 *	found_on            date; detection: detection-points
 *	where               own | other | unknown (location); about_organisation: code of one of
 *ours; about_name: another's name; about_service: service-type; place: incident-location
 *	what_happened, done_at_once, prevent     long texts
 *	involved            list of agent-type codes, and "people"; the questions that follow have
 *the names of LFPSE's lists with _ for -, cut to 32 characters: drugs_involved, too_much_drug,
 *too_little_drug, medication_administered_incorrec, problem_medication_or_packaging,
 *involved_processes (list), devices_involved, device_used_unnecessarily, devices_insufficient,
 *device_used_wrongly, device_broken, it_systems_and_software_involved, buildings_or_infrastructure,
 *	                    estates_services, people_involvement, people_actions, …
 *	                    medication_name, device_name: texts
 *	process             healthcare-process; safety_challenges (list)
 *	outcome_type        of kind outcome; risk_theme, risk_timeframe: of kind risk
 *	worry               worry-scale; relationship: reporter-relationship-to-event
 *	share               name | practice | nobody
 *	candour             yes | no | unknown; candour_limbs (list): death | impairment | body |
 *	                    pain | shortened | treatment (Regulation 20(9)); candour_steps (list):
 *told | account | enquiries | apology | record | letter | support; candour_told_on people: one
 *object each physical            level-of-physical-harm; psychological: level-of-psychological-harm
 *	age                 age-brackets; gender; ethnicity; association: strength-of-association
 */
#ifndef INCIDENT_REPORT_H
#define INCIDENT_REPORT_H

#include "incident.h"

/* Copies what lists and counts need out of a report, for the table's columns. */
struct incident_columns {
	const char *kind, *about, *about_code, *about_name, *about_service, *happened_on, *share,
		*candour;
	int64_t physical, psychological, worry; /* 0: not given */
	bool serious;
	const char *title; /* the beginning of what happened */
};
void incident_columns(TALLOC_CTX *, const json_t *report, struct incident_columns *);
/* The words that a queue is searched by: every text of a report. */
const char *incident_report_words(TALLOC_CTX *, const json_t *report);

/* Includes at {{>REPORT}} of `page` every answer that was given, codes as words
 * (incident_report_show.c). Whether its reader may read all of it was asked before. */
void incident_report_show(struct req *, const json_t *report, struct tpl *page);

/* A report that is stored whole: by its form's last step, by a practice's link, or from a file of
 * the command line. Fills ref. organisation_id: who reports. DB_DUPLICATE: it was sent already. */
struct incident_new {
	const uint8_t *submission;            /* 16 bytes */
	int64_t organisation_id, reporter_id; /* reporter_id 0: without a name */
	const uint8_t *code_hash;             /* 32 bytes, or NULL */
	const json_t *report;
	int64_t submitted_at;
};
#endif
