/* contract_import_criteria.c: of an imported file, the register of interests, the panel, and the
 * templates of criteria. */
#include "contract_import_parts.h"

#include <string.h>
#include "review.h"

enum { MOST_CRITERIA = 40, WORDS = 1000 };

void import_interest(struct contract_importing *im, const struct json_node *node)
{
	static const char *const keys[] = { "record", "person", "kind", "organisation",
		"organisation_name", "description", "began", "ended", "declared", NULL };
	struct q_contract_import_interest_in in = { 0 };
	struct q_contract_import_interest_find twice;
	char ref[REF_LENGTH + 1];

	json_keys(&im->reader, node, keys);
	in.person_id = import_who(im, node, "person", true);
	in.kind = import_code(im, node, "kind", interest_kinds, INTEREST_KINDS, NULL);
	in.organisation_id = import_whose(im, node, "organisation", NULL, false);
	in.organisation_name =
		import_words(im, node, "organisation_name", 200, in.organisation_id == 0);
	in.description = import_words(im, node, "description", WORDS, true);
	in.began_on = json_date(&im->reader, node, "began");
	in.ended_on = json_date(&im->reader, node, "ended");
	in.declared_at = import_time(im, node, "declared", true);
	if (im->reader.failed)
		return;
	if (Q_ONE(im->db, contract_import_interest_find, &twice, .person_id = in.person_id,
		    .description = in.description)) {
		json_refuse(&im->reader, node->line, "this interest is there already");
		return;
	}
	ref_make(ref);
	in.ref = ref;
	in.submission = import_token(im);
	db_run(im->db, &q_contract_import_interest_def, &in, NULL);
}

void import_breach(struct contract_importing *im, const struct json_node *node)
{
	static const char *const keys[] = { "record", "happened", "what", "done", "notes",
		"recorded_by", "recorded", "public", NULL };
	struct q_contract_import_breach_in in = { 0 };
	char ref[REF_LENGTH + 1];

	json_keys(&im->reader, node, keys);
	in.happened_on = import_day(im, node, "happened", true);
	in.what = import_words(im, node, "what", IMPORT_TEXT, true);
	in.done = import_words(im, node, "done", IMPORT_TEXT, true);
	in.notes = import_words(im, node, "notes", IMPORT_TEXT, false);
	in.recorded_by = import_who(im, node, "recorded_by", true);
	in.recorded_at = import_time(im, node, "recorded", true);
	in.public = json_flag(&im->reader, node, "public", true);
	if (im->reader.failed)
		return;
	ref_make(ref);
	in.ref = ref;
	in.submission = import_token(im);
	db_run(im->db, &q_contract_import_breach_def, &in, NULL);
}

void import_panel(struct contract_importing *im, const struct json_node *node)
{
	static const char *const keys[] = { "record", "person", "chair", "since", "until", NULL };
	int64_t person;
	const char *since, *until;

	json_keys(&im->reader, node, keys);
	person = import_who(im, node, "person", true);
	since = import_day(im, node, "since", true);
	until = json_date(&im->reader, node, "until");
	if (!im->reader.failed && Q_RUN(im->db, contract_import_member, .person_id = person,
					  .chair = json_flag(&im->reader, node, "chair", false),
					  .since = since, .until = until) == DB_DUPLICATE)
		json_refuse(&im->reader, node->line, "they sit on the panel already");
}

/* ---- Criteria -------------------------------------------------------------------------------- */

static void add_criterion(struct contract_importing *im, int64_t version_id, size_t position,
	const struct json_node *node)
{
	static const char *const keys[] = { "name", "help", "weight", "0", "1", "2", "3", "4",
		"evidence", NULL };
	static const char *const evidence[] = { "specification", "returns", "kpis", "spend",
		"incidents", "surveys", "submission", "proposal", NULL };
	struct q_contract_import_criterion_in in = { .version_id = version_id,
		.position = (int64_t)position };
	int beside;

	json_keys(&im->reader, node, keys);
	in.name = import_words(im, node, "name", 150, true);
	in.help = import_words(im, node, "help", WORDS, false);
	in.weight = json_int(&im->reader, node, "weight", 1, 100, 0);
	in.scale_0 = import_words(im, node, "0", 300, true);
	in.scale_1 = import_words(im, node, "1", 300, true);
	in.scale_2 = import_words(im, node, "2", 300, true);
	in.scale_3 = import_words(im, node, "3", 300, true);
	in.scale_4 = import_words(im, node, "4", 300, true);
	beside = json_word(&im->reader, node, "evidence", evidence, -1);
	in.evidence = beside >= 0 ? evidence[beside] : "";
	if (in.weight == 0)
		json_refuse(&im->reader, node->line, "\"weight\" is missing");
	if (!im->reader.failed)
		db_run(im->db, &q_contract_import_criterion_def, &in, NULL);
}

void import_criteria(struct contract_importing *im, const struct json_node *node)
{
	static const char *const keys[] = { "record", "name", "judges", "answer_days", "criteria",
		"published", "by", NULL };
	static const char *const judges[] = { "contract", "submission", "proposal", NULL };
	const struct json_node *list;
	const char *name;
	int64_t days, at, by, version;
	int of;
	char ref[REF_LENGTH + 1];

	json_keys(&im->reader, node, keys);
	name = json_text(&im->reader, node, "name", 150, true);
	of = json_word(&im->reader, node, "judges", judges, 0);
	days = json_int(&im->reader, node, "answer_days", 0, 365, 14);
	at = import_time(im, node, "published", true);
	by = import_who(im, node, "by", false);
	list = json_list(&im->reader, node, "criteria", MOST_CRITERIA, true);
	ref_make(ref);
	if (im->reader.failed)
		return;
	if (Q_RUN(im->db, contract_import_criteria, .ref = ref, .name = name, .judges = judges[of],
		    .answer_days = days) == DB_DUPLICATE) {
		json_refuse(&im->reader, node->line, "the criteria \"%s\" are there already",
			json_quote(&im->reader, name));
		return;
	}
	Q_RUN(im->db, contract_import_criteria_version, .criteria_id = db_last_id(im->db));
	version = db_last_id(im->db);
	for (size_t i = 0; i < list->n && !im->reader.failed; i++)
		add_criterion(im, version, i, &list->parts[i]);
	if (!im->reader.failed)
		Q_RUN(im->db, contract_import_criteria_publish, .version_id = version, .at = at,
			.person_id = by);
}
