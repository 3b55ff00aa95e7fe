/* incident_sections.h: what an incident's page is made of. Whoever has something to show there adds
 * a function here and a line to the table in incident_view.c. */
#ifndef INCIDENT_SECTIONS_H
#define INCIDENT_SECTIONS_H

#include "incident.h"

/* Includes its template at {{>SECTION}} of the page. May this person see the incident was asked
 * before; may_change: a manager, who is offered what changes something; not the auditor. */
typedef void incident_section(
	struct req *, const struct q_incident_by_ref *, bool may_change, struct tpl *page);

/* incident_report_show.c, incident_grade.c, themes.c */
incident_section incident_section_report;
incident_section incident_section_grade;
incident_section incident_section_themes;
/* incident_factors.c, incident_steps.c, investigating.c */
incident_section incident_section_investigation;
incident_section incident_section_steps;
incident_section incident_section_notes;
/* incident_file.c */
incident_section incident_section_files;
/* investigation_manage.c */
incident_section incident_section_investigations;
/* incident_actions.c */
incident_section incident_section_actions;
/* incident_candour.c, incident_letters.c */
incident_section incident_section_candour;
incident_section incident_section_letters;

/* bulletin_section.c */
incident_section incident_section_bulletin;

/* incident_national.c */
incident_section incident_section_national;

/* retention_hold.c */
incident_section incident_section_retention;

/* incident_timeline.c */
incident_section incident_section_timeline;
/* Includes at {{>include}} what happened, in order, that one of these readers may read (audience:
 * FOR_ bits, incident.h). Only FOR_MANAGER shows everybody's names. request_id: of one
 * investigation request only; 0: of the whole incident. */
void incident_timeline(struct req *, int64_t incident_id, int64_t request_id, unsigned audience,
	struct tpl *page, enum tpl_marker include);
#endif
