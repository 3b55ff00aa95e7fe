/* incident_fhir.h: a report as a FHIR R4 AdverseEvent with LFPSE's codes, and what the national
 * service would still ask. Structure, names and cardinalities: LFPSE taxonomy, version 5, profile
 * patient-safety-adverse-event-5. */
#ifndef INCIDENT_FHIR_H
#define INCIDENT_FHIR_H

#include "incident.h"

/* In which resource an element stands: the event itself, or one that it contains. */
enum fhir_of { FHIR_EVENT, FHIR_LOCATION, FHIR_RECORDER, FHIR_PATIENT };

/* An answer of a report as an element of an extension. */
struct fhir_part {
	enum fhir_of of;
	const char *extension, *element; /* "adverse-event-agent", "InvolvedAgents" */
	const char *field;               /* incident_report.h */
	const char *list;                /* name in lfpse_lists[]; NULL: a text */
	unsigned kinds;                  /* bits by incident_kinds[]; 0: all */
};
extern const struct fhir_part fhir_parts[];
extern const size_t n_fhir_parts;
enum { FHIR_INCIDENT = 1, FHIR_OUTCOME = 2, FHIR_RISK = 4, FHIR_GOOD_CARE = 8 };

/* Bit of a report's kind; 0 for none. */
unsigned fhir_kind(const json_t *report);
/* Is it a code of this list? */
bool fhir_code_is_in(const char *list, const char *code);
/* The whole resource as text, owned by ctx. It names nobody: the reporter is an organisation. */
const char *incident_fhir(TALLOC_CTX *ctx, const struct q_incident_by_ref *);
#endif
