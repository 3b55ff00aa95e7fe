/* contract_import_decision.c: of an imported review, the panel's decision: attendance, votes,
 * terms, and conditions as actions. Nothing is decided below quorum, without a majority or by one
 * person.
 */
#include "contract_import_parts.h"

#include <string.h>

enum { MOST_MEMBERS = 50, MOST_YEARS = 4, MOST_CONDITIONS = 6 };

static const char *const of_contracts[] = { "continue", "conditions", "vary", "extend", "taper",
	"cease", NULL };
static const char *const of_submissions[] = { "approve", "approve_conditions", "return", "decline",
	NULL };

static json_t *taper_of(struct contract_importing *im, const struct json_node *decision)
{
	static const char *const keys[] = { "year", "pounds", NULL };
	const struct json_node *list = json_list(&im->reader, decision, "taper", MOST_YEARS, false);
	json_t *years = must(json_array());

	for (size_t i = 0; i < list->n && !im->reader.failed; i++) {
		const struct json_node *one = &list->parts[i];
		int64_t year = json_int(&im->reader, one, "year", 1990, 2100, 0),
			pence = import_hundredths(im, one, "pounds", true, NULL);

		json_keys(&im->reader, one, keys);
		json_array_append_new(years,
			json_pack("{sI sI}", "year", (json_int_t)year, "pence", (json_int_t)pence));
	}
	return years;
}

static json_t *conditions_of(struct contract_importing *im, const struct json_node *decision)
{
	const struct json_node *list =
		json_list(&im->reader, decision, "conditions", MOST_CONDITIONS, false);
	json_t *conditions = must(json_array());

	for (size_t i = 0; i < list->n && !im->reader.failed; i++) {
		const struct json_node *one = &list->parts[i];
		const char *email = json_text(&im->reader, one, "owner", 254, false);
		struct q_contract_import_person person = { 0 };

		if (email && !Q_ONE(im->db, contract_import_person, &person, .email = email))
			json_refuse(&im->reader, one->line, "nobody has the address \"%s\"",
				json_quote(&im->reader, email));
		if (!im->reader.failed)
			json_array_append_new(conditions,
				json_pack("{ss ss ss ss}", "what",
					import_words(im, one, "what", 500, true), "due_on",
					import_words(im, one, "due", 10, true), "owner",
					email ? person.ref : "organisation", "owner_name",
					email ? person.name : "The organisation"));
	}
	return conditions;
}

/* As decision.h has it. */
static const char *terms_of(struct contract_importing *im, const struct json_node *decision)
{
	json_t *terms = must(json_object());
	const char *until = json_date(&im->reader, decision, "until"),
		   *text = json_text(&im->reader, decision, "text", 2000, false), *compact;

	if (until)
		json_object_set_new(terms, "until", json_string(until));
	if (text)
		json_object_set_new(terms, "text", json_string(text));
	json_object_set_new(terms, "taper", taper_of(im, decision));
	json_object_set_new(terms, "conditions", conditions_of(im, decision));
	compact = json_compact(im->tmp, terms);
	json_decref(terms);
	return compact;
}

static void add_members(struct contract_importing *im, const struct json_node *decision,
	int64_t review_id, int64_t decision_id)
{
	static const char *const keys[] = { "person", "part", "vote", NULL },
				 *const parts[] = { "present", "absent", "excluded", NULL },
				 *const votes[] = { "for", "against", "abstain", NULL };
	const struct json_node *list =
		json_list(&im->reader, decision, "members", MOST_MEMBERS, true);

	for (size_t i = 0; i < list->n && !im->reader.failed; i++) {
		const struct json_node *member = &list->parts[i];
		struct q_contract_import_declared declared = { 0 };
		int64_t person = import_who(im, member, "person", true);
		int part = json_word(&im->reader, member, "part", parts, 0),
		    vote = json_word(&im->reader, member, "vote", votes, -1);

		json_keys(&im->reader, member, keys);
		if ((part == 0) != (vote >= 0))
			json_refuse(&im->reader, member->line,
				"who was present has a \"vote\", and nobody else");
		if (im->reader.failed)
			return;
		Q_ONE(im->db, contract_import_declared, &declared, .review_id = review_id,
			.person_id = person);
		if (part == 0 && (declared.conflict || !declared.declared))
			json_refuse(&im->reader, member->line,
				"who has a conflict of interest, or declared nothing, does not "
				"sit");
		else if (Q_RUN(im->db, contract_import_decision_member, .decision_id = decision_id,
				 .person_id = person, .part = parts[part],
				 .vote = vote >= 0 ? votes[vote] : NULL) == DB_DUPLICATE)
			json_refuse(&im->reader, member->line, "the same member twice");
	}
}

static void end(struct contract_importing *im, const struct json_node *decision,
	int64_t decision_id, int64_t quorum, int64_t made_by)
{
	int64_t at = import_time(im, decision, "confirmed", false),
		by = import_who(im, decision, "confirmed_by", at != 0);
	struct q_contract_import_decision_sat row = { 0 };

	if (!at || im->reader.failed)
		return;
	Q_ONE(im->db, contract_import_decision_sat, &row, .decision_id = decision_id,
		.person_id = by);
	if (row.present < quorum)
		json_refuse(&im->reader, decision->line,
			"below the quorum of %lld nothing is decided", (long long)quorum);
	else if (row.more <= 0)
		json_refuse(&im->reader, decision->line, "there is no majority for it");
	else if (by == made_by || row.sat == 0)
		json_refuse(&im->reader, decision->line,
			"another member who was present confirms a decision");
	else
		Q_RUN(im->db, contract_import_decision_end, .decision_id = decision_id,
			.state = "confirmed", .person_id = by, .at = at, .why = "");
}

bool import_decision(struct contract_importing *im, const struct json_node *decision,
	int64_t review_id, int64_t contract_id, int64_t organisation_id)
{
	static const char *const keys[] = { "outcome", "reasons", "until", "text", "taper",
		"conditions", "met", "quorum", "next_review", "made_by", "made", "members",
		"confirmed_by", "confirmed", NULL };
	const char *const *outcomes = contract_id ? of_contracts : of_submissions;
	struct q_contract_import_decision_in in = { .review_id = review_id };
	char ref[REF_LENGTH + 1];
	int outcome;
	int64_t id;

	json_keys(&im->reader, decision, keys);
	json_text(&im->reader, decision, "outcome", 20, true);
	outcome = json_word(&im->reader, decision, "outcome", outcomes, 0);
	in.outcome = outcomes[outcome];
	in.reasons = import_words(im, decision, "reasons", IMPORT_TEXT, true);
	in.details = terms_of(im, decision);
	in.met_on = import_day(im, decision, "met", true);
	in.quorum = json_int(&im->reader, decision, "quorum", 2, 30, 3);
	in.next_review_on = json_date(&im->reader, decision, "next_review");
	in.made_by = import_who(im, decision, "made_by", true);
	in.made_at = import_time(im, decision, "made", true);
	if (im->reader.failed)
		return false;
	ref_make(ref);
	in.ref = ref;
	in.submission = import_token(im);
	db_run(im->db, &q_contract_import_decision_def, &in, NULL);
	id = db_last_id(im->db);
	add_members(im, decision, review_id, id);
	if (!im->reader.failed)
		end(im, decision, id, in.quorum, in.made_by);
	if (im->reader.failed || !json_part(decision, "confirmed"))
		return !im->reader.failed;
	import_contract_actions(im, decision, "conditions", contract_id, id, organisation_id);
	if (contract_id && !im->reader.failed)
		Q_RUN(im->db, contract_import_outcome, .contract_id = contract_id,
			.outcome = in.outcome, .decided_on = in.met_on,
			.next_review_on = in.next_review_on);
	return !im->reader.failed;
}
