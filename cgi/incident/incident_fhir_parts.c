/* incident_fhir_parts.c: which answer of a report is which element of LFPSE's extensions. */
#include "incident_fhir.h"

#define EVENT(extension, element, field, list)                                                     \
	{                                                                                          \
		FHIR_EVENT, extension, element, field, list, 0                                     \
	}
#define OF_KIND(extension, element, field, list, kinds)                                            \
	{                                                                                          \
		FHIR_EVENT, extension, element, field, list, kinds                                 \
	}
#define PATIENT(element, field, list)                                                              \
	{                                                                                          \
		FHIR_PATIENT, "patient-information", element, field, list, 0                       \
	}

/* One extension's elements stand together. */
const struct fhir_part fhir_parts[] = {
	EVENT("adverse-event-estimated-date", "EstimatedTime", "happened_bracket",
		"time_of_incident_brackets"),

	EVENT("adverse-event-agent", "InvolvedAgents", "involved", "agent_type"),
	EVENT("adverse-event-agent", "DrugsInvolved", "medication_name", NULL),
	EVENT("adverse-event-agent", "BuildingsInfrastructure", "buildings_or_infrastructure",
		"buildings_or_infrastructure"),
	EVENT("adverse-event-agent", "EstatesServices", "estates_services", "estates_services"),

	EVENT("adverse-event-outcome", "ImmediateActions", "done_at_once", NULL),
	OF_KIND("adverse-event-outcome", "OutcomeType", "outcome_type", "outcome_type",
		FHIR_OUTCOME),

	EVENT("adverse-event-process", "Process", "process", "healthcare_process"),

	OF_KIND("adverse-event-risk-details", "RiskDescription", "what_happened", NULL, FHIR_RISK),
	OF_KIND("adverse-event-risk-details", "RiskTheme", "risk_theme", "risk_themes", FHIR_RISK),
	OF_KIND("adverse-event-risk-details", "RiskTimeframe", "risk_timeframe", "risk_timeframes",
		FHIR_RISK),
	OF_KIND("adverse-event-risk-details", "RiskServiceArea", "about_service", "service_type",
		FHIR_RISK),

	OF_KIND("adverse-event-went-well", "GoodCareDetectionFactor", "relationship",
		"reporter_relationship_to_event", FHIR_GOOD_CARE),

	EVENT("detection-factors", "DetectionPoint", "detection", "detection_points"),
	EVENT("adverse-event-classification", "LevelOfConcern", "worry", "worry_scale"),
	EVENT("adverse-event-safety-challenges", "SafetyChallenges", "safety_challenges",
		"safety_challenges"),

	EVENT("adverse-event-problem-buildings-infrastructure", "BuildingsInfrastructureInvolved",
		"buildings_or_infrastructure_invo", "buildings_or_infrastructure_involved"),
	EVENT("adverse-event-problem-buildings-infrastructure", "BuildingsInfrastructureNotUsed",
		"buildings_or_infrastructure_not_", "buildings_or_infrastructure_not_used"),
	EVENT("adverse-event-problem-buildings-infrastructure", "WrongBuildingsInfrastructure",
		"wrong_buildings_or_infrastructur", "wrong_buildings_or_infrastructure"),

	EVENT("adverse-event-problem-estates-services", "EstatesServicesInvolved",
		"estates_services_involved", "estates_services_involved"),
	EVENT("adverse-event-problem-estates-services", "EstatesServicesNotUsed",
		"estates_services_not_used", "estates_services_not_used"),
	EVENT("adverse-event-problem-estates-services", "WrongEstatesServices",
		"wrong_estates_services", "wrong_estates_services"),

	EVENT("adverse-event-problem-blood", "BloodInvolved", "blood_involved", "blood_involved"),
	EVENT("adverse-event-problem-blood", "TooMuchBloodUsed", "too_much_blood_used",
		"too_much_blood_used"),
	EVENT("adverse-event-problem-blood", "TooLittleBloodUsed", "too_little_blood_used",
		"too_little_blood_used"),
	EVENT("adverse-event-problem-blood", "WrongBlood", "wrong_blood", "wrong_blood"),
	EVENT("adverse-event-problem-blood", "BloodWasNotUsed", "blood_was_not_used",
		"blood_was_not_used"),
	EVENT("adverse-event-problem-blood", "DamagedBlood", "blood_damaged", "blood_damaged"),

	EVENT("adverse-event-problem-blood-products", "BloodProductsInvolved",
		"blood_products_involved", "blood_products_involved"),
	EVENT("adverse-event-problem-blood-products", "TooMuchBloodProducts",
		"too_much_blood_products", "too_much_blood_products"),
	EVENT("adverse-event-problem-blood-products", "TooLittleBloodProducts",
		"too_little_blood_products", "too_little_blood_products"),
	EVENT("adverse-event-problem-blood-products", "WrongBloodProducts", "wrong_blood_products",
		"wrong_blood_products"),
	EVENT("adverse-event-problem-blood-products", "BloodProductsNotUsed",
		"blood_products_not_used", "blood_products_not_used"),
	EVENT("adverse-event-problem-blood-products", "DamagedBloodProducts",
		"blood_products_damaged", "blood_products_damaged"),

	EVENT("adverse-event-problem-medication", "DrugInvolvementFactors", "drugs_involved",
		"drugs_involved"),
	EVENT("adverse-event-problem-medication", "DrugUsedTooMuch", "too_much_drug",
		"too_much_drug"),
	EVENT("adverse-event-problem-medication", "DrugInsufficientDetails", "too_little_drug",
		"too_little_drug"),
	EVENT("adverse-event-problem-medication", "MedicationAdministeredIncorrectly",
		"medication_administered_incorrec", "medication_administered_incorrectly"),
	EVENT("adverse-event-problem-medication", "ProblemMedicationPackaging",
		"problem_medication_or_packaging", "problem_medication_or_packaging"),
	EVENT("adverse-event-problem-medication", "InvolvedProcesses", "involved_processes",
		"involved_processes"),

	EVENT("adverse-event-problem-people", "PeopleInvolvementFactors", "people_involvement",
		"people_involvement"),
	EVENT("adverse-event-problem-people", "PeopleUnavailableDetails", "people_unavailable",
		"people_unavailable"),
	EVENT("adverse-event-problem-people", "PeopleActionFactors", "people_actions",
		"people_actions"),
	EVENT("adverse-event-problem-people", "PeopleActionTooMuch", "people_action_too_much",
		"people_action_too_much"),
	EVENT("adverse-event-problem-people", "PeopleInsufficientActionDetails",
		"people_not_enough_action", "people_not_enough_action"),
	EVENT("adverse-event-problem-people", "PeopleWrongActionDetails", "people_wrong_action",
		"people_wrong_action"),
	EVENT("adverse-event-problem-people", "PeopleOmittedActionDetails",
		"people_did_not_do_something", "people_did_not_do_something"),

	EVENT("adverse-event-problem-devices", "DeviceInvolvementFactors", "devices_involved",
		"devices_involved"),
	EVENT("adverse-event-problem-devices", "DeviceUsedUnnecessarily",
		"device_used_unnecessarily", "device_used_unnecessarily"),
	EVENT("adverse-event-problem-devices", "DeviceInsufficientDetails", "devices_insufficient",
		"devices_insufficient"),
	EVENT("adverse-event-problem-devices", "DeviceWrongUsageDetails", "device_used_wrongly",
		"device_used_wrongly"),
	EVENT("adverse-event-problem-devices", "DeviceBrokenDetails", "device_broken",
		"device_broken"),

	EVENT("adverse-event-problem-tissues-organs", "TissueOrgansInvolvementFactors",
		"tissue_and_organs_for_transplant", "tissue_and_organs_for_transplant_involved"),
	EVENT("adverse-event-problem-tissues-organs", "TissueOrgansUsedTooMuch",
		"too_much_tissue_and_organs", "too_much_tissue_and_organs"),
	EVENT("adverse-event-problem-tissues-organs", "TissueOrgansInsufficientDetails",
		"way_insufficient_tissues_or_orga", "way_insufficient_tissues_or_organs"),
	EVENT("adverse-event-problem-tissues-organs", "TissueOrgansWrongDetails",
		"incorrect_tissues_or_organs_for_", "incorrect_tissues_or_organs_for_transplant"),
	EVENT("adverse-event-problem-tissues-organs", "TissuesOrgansDamagedDetails",
		"damaged_tissues_or_organs_from_t", "damaged_tissues_or_organs_from_transplant"),
	EVENT("adverse-event-problem-tissues-organs", "TissueOrgansNotUsed",
		"tissue_organs_not_used", "tissue_organs_not_used"),

	EVENT("adverse-event-problem-it-systems", "ITSystemsInvolvementFactors",
		"it_systems_and_software_involved", "it_systems_and_software_involved"),

	{ FHIR_LOCATION, "location-details", "ServiceArea", "about_service", "service_type", 0 },
	{ FHIR_LOCATION, "location-details", "LocationWithinService", "place", "incident_location",
		0 },

	{ FHIR_RECORDER, "practitioner-details", "ReporterInvolvement", "relationship",
		"reporter_relationship_to_event", FHIR_INCIDENT | FHIR_OUTCOME | FHIR_RISK },

	PATIENT("PhysicalHarm", "physical", "level_of_physical_harm"),
	PATIENT("PsychologicalHarm", "psychological", "level_of_psychological_harm"),
	PATIENT("AgeBracket", "age", "age_brackets"),
	PATIENT("Gender", "gender", "gender"),
	PATIENT("PatientEthnicity", "ethnicity", "ethnicity"),
	PATIENT("StrengthOfAssociation", "association", "strength_of_association"),
};
const size_t n_fhir_parts = COUNT(fhir_parts);
