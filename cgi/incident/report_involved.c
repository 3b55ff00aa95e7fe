/* report_involved.c: what was involved, and the questions that follow: from LFPSE's kinds of agent
 * to its lists, and from an answer of one list to the next. Names are LFPSE's, cut to 32. */
#include "report_form.h"

static const struct choice agents[] = {
	{ "4", "Medications", NULL, false },
	{ "3", "Devices", NULL, false },
	{ "9", "IT systems or software", NULL, false },
	{ "people", "People: too few, too many, or something that was done or left undone", NULL,
		false },
	{ "13", "Buildings or infrastructure", NULL, false },
	{ "14", "Estates services", NULL, false },
	{ "11", "Blood", NULL, false },
	{ "12", "Blood products", NULL, false },
	{ "8", "Tissues or organs for transplant", NULL, false },
	{ "10", "None of these", NULL, true },
};

/* A list of LFPSE that is asked after an answer: of what was involved, or of the list before. */
#define ASK(name_, label_, list, after, code)                                                      \
	{                                                                                          \
		.type = FIELD_RADIOS, .name = (name_), .label = (label_), .unmarked = true,        \
		.choices = lfpse_##list, .n_choices = COUNT(lfpse_##list), .when_name = (after),   \
		.when_code = (code)                                                                \
	}
#define NAME_OF(name_, label_, hint_, code)                                                        \
	{                                                                                          \
		.type = FIELD_SHORT, .name = (name_), .label = (label_), .hint = (hint_),          \
		.unmarked = true, .when_name = "involved", .when_code = (code)                     \
	}

const struct field report_involved_fields[] = {
	{ .type = FIELD_CHECKBOXES,
		.name = "involved",
		.label = "What was involved?",
		.summary = "Involved",
		.unmarked = true,
		.choices = agents,
		.n_choices = COUNT(agents),
		.hint = "Tick all that apply. We ask a little more about each" },

	NAME_OF("medication_name", "Which medicine?",
		"Its name, and form and strength if you know them", "4"),
	{ .type = FIELD_CHECKBOXES,
		.name = "involved_processes",
		.label = "At which step?",
		.unmarked = true,
		.choices = lfpse_involved_processes,
		.n_choices = COUNT(lfpse_involved_processes),
		.when_name = "involved",
		.when_code = "4" },
	ASK("drugs_involved", "What was the problem?", drugs_involved, "involved", "4"),
	ASK("too_much_drug", "In what way too much?", too_much_drug, "drugs_involved", "1"),
	ASK("too_little_drug", "In what way too little?", too_little_drug, "drugs_involved", "2"),
	ASK("medication_administered_incorrec", "In what way incorrectly?",
		medication_administered_incorrectly, "drugs_involved", "3"),
	ASK("problem_medication_or_packaging", "What was wrong with it?",
		problem_medication_or_packaging, "drugs_involved", "4"),

	NAME_OF("device_name", "Which device?",
		"What it is, and its maker and model if you know them", "3"),
	ASK("devices_involved", "What was the problem with the device?", devices_involved,
		"involved", "3"),
	ASK("device_used_unnecessarily", "In what way?", device_used_unnecessarily,
		"devices_involved", "1"),
	ASK("devices_insufficient", "In what way was it missing?", devices_insufficient,
		"devices_involved", "2"),
	ASK("device_used_wrongly", "In what way incorrectly?", device_used_wrongly,
		"devices_involved", "3"),
	ASK("device_broken", "In what way was it not fit for use?", device_broken,
		"devices_involved", "4"),

	ASK("it_systems_and_software_involved", "What was the problem with the system or software?",
		it_systems_and_software_involved, "involved", "9"),

	ASK("people_involvement", "Were the right people there?", people_involvement, "involved",
		"people"),
	ASK("people_unavailable", "Why were they absent?", people_unavailable, "people_involvement",
		"2"),
	ASK("people_actions", "Was something done differently from what was meant?", people_actions,
		"involved", "people"),
	ASK("people_action_too_much", "In what way too much?", people_action_too_much,
		"people_actions", "1"),
	ASK("people_not_enough_action", "In what way too little?", people_not_enough_action,
		"people_actions", "2"),
	ASK("people_wrong_action", "In what way?", people_wrong_action, "people_actions", "3"),
	ASK("people_did_not_do_something", "Why was it not done?", people_did_not_do_something,
		"people_actions", "4"),

	ASK("buildings_or_infrastructure", "Which part of the building?",
		buildings_or_infrastructure, "involved", "13"),
	ASK("buildings_or_infrastructure_invo", "What was the problem?",
		buildings_or_infrastructure_involved, "involved", "13"),
	ASK("buildings_or_infrastructure_not_", "Why were they not used or present?",
		buildings_or_infrastructure_not_used, "buildings_or_infrastructure_invo", "2"),
	ASK("wrong_buildings_or_infrastructur", "In what way wrong?",
		wrong_buildings_or_infrastructure, "buildings_or_infrastructure_invo", "3"),

	ASK("estates_services", "Which service?", estates_services, "involved", "14"),
	ASK("estates_services_involved", "What was the problem?", estates_services_involved,
		"involved", "14"),
	ASK("estates_services_not_used", "Why was it not used or present?",
		estates_services_not_used, "estates_services_involved", "2"),
	ASK("wrong_estates_services", "In what way wrong?", wrong_estates_services,
		"estates_services_involved", "3"),

	ASK("blood_involved", "What was the problem with blood?", blood_involved, "involved", "11"),
	ASK("too_much_blood_used", "In what way too much?", too_much_blood_used, "blood_involved",
		"1"),
	ASK("too_little_blood_used", "In what way too little?", too_little_blood_used,
		"blood_involved", "2"),
	ASK("wrong_blood", "In what way wrong?", wrong_blood, "blood_involved", "3"),
	ASK("blood_was_not_used", "Why was it not used?", blood_was_not_used, "blood_involved",
		"4"),
	ASK("blood_damaged", "In what way damaged or not fit for use?", blood_damaged,
		"blood_involved", "5"),

	ASK("blood_products_involved", "What was the problem with blood products?",
		blood_products_involved, "involved", "12"),
	ASK("too_much_blood_products", "In what way too much?", too_much_blood_products,
		"blood_products_involved", "1"),
	ASK("too_little_blood_products", "In what way too little?", too_little_blood_products,
		"blood_products_involved", "2"),
	ASK("wrong_blood_products", "In what way wrong?", wrong_blood_products,
		"blood_products_involved", "3"),
	ASK("blood_products_not_used", "Why were they not used?", blood_products_not_used,
		"blood_products_involved", "4"),
	ASK("blood_products_damaged", "In what way damaged or not fit for use?",
		blood_products_damaged, "blood_products_involved", "5"),

	ASK("tissue_and_organs_for_transplant", "What was the problem?",
		tissue_and_organs_for_transplant_involved, "involved", "8"),
	ASK("too_much_tissue_and_organs", "In what way too much?", too_much_tissue_and_organs,
		"tissue_and_organs_for_transplant", "1"),
	ASK("way_insufficient_tissues_or_orga", "In what way too little?",
		way_insufficient_tissues_or_organs, "tissue_and_organs_for_transplant", "2"),
	ASK("incorrect_tissues_or_organs_for_", "In what way wrong?",
		incorrect_tissues_or_organs_for_transplant, "tissue_and_organs_for_transplant",
		"3"),
	ASK("tissue_organs_not_used", "Why were they not used?", tissue_organs_not_used,
		"tissue_and_organs_for_transplant", "4"),
	ASK("damaged_tissues_or_organs_from_t", "In what way damaged or not fit for use?",
		damaged_tissues_or_organs_from_transplant, "tissue_and_organs_for_transplant", "5"),
};
const size_t n_report_involved_fields = COUNT(report_involved_fields);
