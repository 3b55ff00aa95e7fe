/* contract_import_submissions.c: of an imported file, calls for plans and bids, and what was sent.
 */
#include "contract_import_parts.h"

#include <string.h>
#include "submission.h"

static const char *const kinds[] = { "plan", "bid", NULL };
static const char *const states[] = { "draft", "open", "closed", NULL };
static const char *const sent_states[] = { "draft", "sent", "withdrawn", NULL };

static const char *asked(struct contract_importing *im, const struct json_node *node)
{
	const struct json_node *part = json_part(node, "asks");
	const char *asks = "";
	const json_t *kind;
	size_t i;

	json_array_foreach(part ? part->value : NULL, i, kind)
	{
		const char *code = json_string_value(kind);

		if (!code || (strcmp(code, "practice") != 0 && strcmp(code, "provider") != 0 &&
				     strcmp(code, "voluntary") != 0)) {
			json_refuse(&im->reader, part->line,
				"\"asks\" is a list of practice, provider, voluntary");
			return "";
		}
		asks = text_format(im->tmp, "%s%s%s", asks, *asks ? "," : "", code);
	}
	if (!*asks)
		json_refuse(&im->reader, node->line, "\"asks\" is missing");
	return asks;
}

void import_call(struct contract_importing *im, const struct json_node *node)
{
	static const char *const keys[] = { "record", "kind", "title", "about", "form", "asks",
		"several", "criteria", "state", "closes", NULL };
	struct q_contract_import_call_in in = { 0 };
	struct q_contract_import_call_find twice;
	struct q_contract_import_criteria_find criteria;
	const struct json_node *form;
	struct survey_fault fault = { 0 };
	const char *name;
	char ref[REF_LENGTH + 1];

	json_keys(&im->reader, node, keys);
	in.kind = kinds[json_word(&im->reader, node, "kind", kinds, 0)];
	in.title = json_text(&im->reader, node, "title", 200, true);
	in.about = import_words(im, node, "about", IMPORT_TEXT, false);
	form = json_object_part(&im->reader, node, "form", true);
	in.asks = asked(im, node);
	in.several = json_flag(&im->reader, node, "several", false);
	name = json_text(&im->reader, node, "criteria", 150, false);
	in.state = states[json_word(&im->reader, node, "state", states, 0)];
	in.closes_on = json_date(&im->reader, node, "closes");
	if (im->reader.failed)
		return;
	in.form = json_compact(im->tmp, form->value);
	if (!call_compile(im->tmp, in.form, &fault))
		json_refuse(&im->reader, node->line, "\"form\": %s", fault.reason);
	if (name && !Q_ONE(im->db, contract_import_criteria_find, &criteria, .name = name))
		json_refuse(&im->reader, node->line, "there are no criteria \"%s\"",
			json_quote(&im->reader, name));
	else if (Q_ONE(im->db, contract_import_call_find, &twice, .title = in.title))
		json_refuse(&im->reader, node->line, "the call \"%s\" is there already",
			json_quote(&im->reader, in.title));
	if (im->reader.failed)
		return;
	in.criteria_id = name ? criteria.criteria_id : 0;
	ref_make(ref);
	in.ref = ref;
	db_run(im->db, &q_contract_import_call_def, &in, NULL);
}

/* The call that a record names. */
static bool known_call(struct contract_importing *im, const struct json_node *node,
	struct q_contract_import_call_find *call)
{
	const char *title = json_text(&im->reader, node, "call", 200, true);

	if (im->reader.failed)
		return false;
	if (Q_ONE(im->db, contract_import_call_find, call, .title = title))
		return true;
	json_refuse(&im->reader, node->line, "there is no call \"%s\" before this line",
		json_quote(&im->reader, title));
	return false;
}

bool import_submission_known(struct contract_importing *im, const struct json_node *node,
	struct import_submission_ref *out)
{
	struct q_contract_import_call_find call;
	struct q_contract_import_submission_find row;
	int64_t organisation = import_whose(im, node, "organisation", NULL, true),
		number = json_int(&im->reader, node, "number", 1, 1000, 1);

	if (!known_call(im, node, &call) || im->reader.failed)
		return false;
	if (!Q_ONE(im->db, contract_import_submission_find, &row, .call_id = call.call_id,
		    .organisation_id = organisation, .number = number) ||
		strcmp(row.state, "sent") != 0) {
		json_refuse(&im->reader, node->line, "nothing of theirs was sent to this call");
		return false;
	}
	*out = (struct import_submission_ref){ .submission_id = row.submission_id,
		.organisation_id = organisation,
		.title = text_copy(im->tmp, row.title) };
	return true;
}

static void read_submission(struct contract_importing *im, const struct json_node *node,
	struct q_contract_import_submission_in *in)
{
	static const char *const keys[] = { "record", "call", "organisation", "number", "title",
		"state", "person", "saved", "sent", "answers", "amount", "why", NULL };
	const struct json_node *answers;
	const char *text;
	int state;
	bool given;

	json_keys(&im->reader, node, keys);
	in->organisation_id = import_whose(im, node, "organisation", NULL, true);
	in->number = json_int(&im->reader, node, "number", 1, 1000, 1);
	in->title = import_words(im, node, "title", 200, false);
	in->person_id = import_who(im, node, "person", true);
	state = json_word(&im->reader, node, "state", sent_states, 1);
	in->state = sent_states[state];
	in->saved_at = import_time(im, node, "saved", state == 0);
	in->sent_at = import_time(im, node, "sent", state != 0);
	in->amount = import_hundredths(im, node, "amount", false, &given);
	in->has_amount = given;
	in->withdrawn_why = import_words(im, node, "why", 500, state == 2);
	answers = json_object_part(&im->reader, node, "answers", true);
	if (im->reader.failed)
		return;
	if (!in->saved_at)
		in->saved_at = in->sent_at;
	text = json_compact(im->tmp, answers->value);
	in->draft = state == 0 ? text : NULL;
	in->answers = state == 0 ? NULL : text;
}

void import_submission(struct contract_importing *im, const struct json_node *node)
{
	struct q_contract_import_submission_in in = { 0 };
	struct q_contract_import_submission_find twice;
	struct q_contract_import_call_find call;
	char ref[REF_LENGTH + 1];

	if (!known_call(im, node, &call))
		return;
	in.call_id = call.call_id;
	read_submission(im, node, &in);
	if (im->reader.failed)
		return;
	if (Q_ONE(im->db, contract_import_submission_find, &twice, .call_id = in.call_id,
		    .organisation_id = in.organisation_id, .number = in.number)) {
		json_refuse(&im->reader, node->line, "this submission is there already");
		return;
	}
	ref_make(ref);
	in.ref = ref;
	in.submission = import_token(im);
	db_run(im->db, &q_contract_import_submission_def, &in, NULL);
}
