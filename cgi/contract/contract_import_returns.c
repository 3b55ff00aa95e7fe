/* contract_import_returns.c: of an imported file, the monitoring returns with all their versions.
 */
#include "contract_import_parts.h"

#include <string.h>

enum { MOST_SENT = 20, MOST_FIGURES = 100, LONGEST = 5000 };

static const char *const states[] = { "due", "sent", "back", "accepted", "excused", NULL };

/* What the newest version makes of the return. */
struct outcome_of_return {
	enum rag worst;
	int64_t first_sent, spend;
	bool has_spend;
};

/* One figure of a version: its part of the answers, and in the newest version a row. */
static void read_figure(struct contract_importing *im, int64_t contract_id, int64_t return_id,
	const struct json_node *figure, struct outcome_of_return *out, json_t *kpis)
{
	static const char *const keys[] = { "name", "value", "why", "target", NULL };
	struct q_contract_import_kpi_find kpi;
	const char *name;
	int64_t value, target;
	enum rag rag = RAG_NONE;
	bool given, own; /* own: the target of that time is another one than today's */
	json_t *one;

	json_keys(&im->reader, figure, keys);
	name = json_text(&im->reader, figure, "name", 200, true);
	value = import_hundredths(im, figure, "value", false, &given);
	target = import_hundredths(im, figure, "target", false, &own);
	if (im->reader.failed)
		return;
	if (!Q_ONE(im->db, contract_import_kpi_find, &kpi, .contract_id = contract_id,
		    .name = name)) {
		json_refuse(&im->reader, figure->line, "the contract has no KPI \"%s\"",
			json_quote(&im->reader, name));
		return;
	}
	if (own)
		kpi.target = target;
	if (given)
		rag = contract_rag(value, kpi.target, strcmp(kpi.better, "high") == 0, kpi.amber);
	one = json_pack("{ss ss ss sI ss sI}", "ref", kpi.ref, "name", kpi.name, "unit", kpi.unit,
		"target", (json_int_t)kpi.target, "better", kpi.better, "amber",
		(json_int_t)kpi.amber);
	if (given) {
		json_object_set_new(one, "value", json_integer(value));
		json_object_set_new(one, "rag", json_string(contract_rags[rag].code));
	} else {
		json_object_set_new(
			one, "why", json_string(import_words(im, figure, "why", 500, true)));
	}
	json_array_append_new(kpis, one);
	if (!return_id)
		return;
	Q_RUN(im->db, contract_import_return_value, .return_id = return_id, .kpi_id = kpi.kpi_id,
		.value = value, .has_value = given, .target = kpi.target, .better = kpi.better,
		.amber = kpi.amber, .rag = rag == RAG_NONE ? NULL : contract_rags[rag].code);
	if (rag > out->worst)
		out->worst = rag;
}

/* As monitoring.h has them. */
static const char *answers_of(struct contract_importing *im, int64_t contract_id, int64_t return_id,
	const struct json_node *version, struct outcome_of_return *out)
{
	static const char *const texts[] = { "narrative", "case_study", "safeguarding_done",
		"question" };
	const struct json_node *list = json_list(&im->reader, version, "kpis", MOST_FIGURES, false);
	json_t *answers = must(json_object()), *kpis = must(json_array());
	const char *compact;

	json_object_set_new(answers, "safeguarding",
		json_string(json_part(version, "safeguarding_done") ? "yes" : "no"));
	out->spend = import_hundredths(im, version, "spend", false, &out->has_spend);
	if (out->has_spend)
		json_object_set_new(answers, "spend", json_integer(out->spend));
	for (size_t i = 0; i < COUNT(texts); i++) {
		const char *text = json_text(&im->reader, version, texts[i], LONGEST, false);

		if (text)
			json_object_set_new(answers, texts[i], json_string(text));
	}
	for (size_t i = 0; i < list->n && !im->reader.failed; i++)
		read_figure(im, contract_id, return_id, &list->parts[i], out, kpis);
	json_object_set_new(answers, "kpis", kpis);
	compact = json_compact(im->tmp, answers);
	json_decref(answers);
	return compact;
}

/* The row of a return stands before its versions do, and needs what they hold: so they are read
 * twice, and stored the second time (return_id not 0). */
static void read_versions(struct contract_importing *im, int64_t contract_id, int64_t return_id,
	const struct json_node *list, struct outcome_of_return *out)
{
	static const char *const keys[] = { "sent", "by", "reason", "spend", "narrative",
		"case_study", "safeguarding_done", "question", "kpis", NULL };

	for (size_t i = 0; i < list->n && !im->reader.failed; i++) {
		const struct json_node *version = &list->parts[i];
		bool newest = i + 1 == list->n;
		int64_t sent, by;
		const char *reason, *answers;

		json_keys(&im->reader, version, keys);
		sent = import_time(im, version, "sent", true);
		by = import_who(im, version, "by", true);
		reason = import_words(im, version, "reason", 1000, i > 0);
		answers = answers_of(im, contract_id, newest ? return_id : 0, version, out);
		if (i == 0)
			out->first_sent = sent;
		if (!im->reader.failed && return_id)
			Q_RUN(im->db, contract_import_return_version, .return_id = return_id,
				.number = (int64_t)i + 1, .submission = import_token(im),
				.sent_at = sent, .person_id = by, .answers = answers,
				.reason = reason);
	}
}

static void read_return(struct contract_importing *im, const struct json_node *node,
	struct q_contract_import_return_in *in)
{
	static const char *const keys[] = { "record", "contract", "starts", "ends", "due", "state",
		"at", "question", "decided_by", "versions", NULL };
	struct q_contract_import_return_find twice;
	int state;

	json_keys(&im->reader, node, keys);
	in->starts_on = import_day(im, node, "starts", true);
	in->ends_on = import_day(im, node, "ends", true);
	in->due_on = import_day(im, node, "due", true);
	state = json_word(&im->reader, node, "state", states, 0);
	in->state = states[state];
	in->state_at = import_time(im, node, "at", true);
	in->decided_by = import_who(im, node, "decided_by", state >= 2);
	in->question = import_words(im, node, "question", IMPORT_TEXT, state == 2 || state == 4);
	if (im->reader.failed)
		return;
	if (strcmp(in->starts_on, in->ends_on) > 0 || strcmp(in->ends_on, in->due_on) > 0)
		json_refuse(&im->reader, node->line, "the days of a return are start, end, due");
	else if ((state == 1 || state == 3) && in->version == 0)
		json_refuse(&im->reader, node->line, "it was sent, so \"versions\" is missing");
	else if (Q_ONE(im->db, contract_import_return_find, &twice, .contract_id = in->contract_id,
			 .starts_on = in->starts_on))
		json_refuse(&im->reader, node->line, "the return of this period is there already");
}

void import_return(struct contract_importing *im, const struct json_node *node)
{
	const struct json_node *versions =
		json_list(&im->reader, node, "versions", MOST_SENT, false);
	struct outcome_of_return out = { 0 };
	struct q_contract_import_return_in in = { .version = (int64_t)versions->n };
	struct q_contract_import_find contract;
	char ref[REF_LENGTH + 1];
	int64_t id;

	if (!import_known(im, node, "contract", &contract))
		return;
	in.contract_id = contract.contract_id;
	in.organisation_id = contract.organisation_id;
	read_return(im, node, &in);
	read_versions(im, contract.contract_id, 0, versions, &out);
	if (im->reader.failed)
		return;
	ref_make(ref);
	in.ref = ref;
	in.sent_at = out.first_sent;
	in.spend = out.spend;
	in.has_spend = out.has_spend;
	db_run(im->db, &q_contract_import_return_def, &in, NULL);
	id = db_last_id(im->db);
	read_versions(im, contract.contract_id, id, versions, &out);
	if (out.worst != RAG_NONE)
		Q_RUN(im->db, contract_import_return_rag, .return_id = id,
			.rag = contract_rags[out.worst].code);
	contract_settle(im->db, contract.contract_id, im->today);
}
