/* contract_import_register.c: of an imported file, the aims, contracts and grants. */
#include "contract_import_parts.h"

#include <string.h>

enum { MOST_PARTS = 100, MOST_VERSIONS = 50 };

void import_aim(struct contract_importing *im, const struct json_node *node)
{
	static const char *const keys[] = { "record", "name", "ended", NULL };
	const char *name;

	json_keys(&im->reader, node, keys);
	name = json_text(&im->reader, node, "name", 100, true);
	if (!im->reader.failed)
		Q_RUN(im->db, contract_import_aim, .name = name,
			.ended = json_flag(&im->reader, node, "ended", false));
}

static int64_t aim(struct contract_importing *im, const struct json_node *node)
{
	const char *name = json_text(&im->reader, node, "aim", 100, false);
	struct q_contract_import_aim_find row;

	if (!name)
		return 0;
	if (Q_ONE(im->db, contract_import_aim_find, &row, .name = name))
		return row.aim_id;
	json_refuse(&im->reader, node->line, "there is no aim \"%s\" before this line",
		json_quote(&im->reader, name));
	return 0;
}

static void add_values(
	struct contract_importing *im, int64_t contract_id, const struct json_node *node)
{
	static const char *const keys[] = { "year", "pounds", NULL };
	const struct json_node *list = json_list(&im->reader, node, "values", MOST_PARTS, false);

	for (size_t i = 0; i < list->n && !im->reader.failed; i++) {
		const struct json_node *value = &list->parts[i];
		int64_t year, pence;

		json_keys(&im->reader, value, keys);
		year = json_int(&im->reader, value, "year", 1990, 2100, 0);
		pence = import_hundredths(im, value, "pounds", true, NULL);
		if (!year || pence < 0)
			json_refuse(&im->reader, value->line, "\"%s\" is not right",
				year ? "pounds" : "year");
		if (!im->reader.failed)
			Q_RUN(im->db, contract_import_value, .contract_id = contract_id,
				.year = year, .pence = pence);
	}
}

static void add_extensions(
	struct contract_importing *im, int64_t contract_id, const struct json_node *node)
{
	static const char *const keys[] = { "until", "state", NULL };
	static const char *const states[] = { "possible", "taken", "lapsed", NULL };
	const struct json_node *list =
		json_list(&im->reader, node, "extensions", MOST_PARTS, false);
	char ref[REF_LENGTH + 1];

	for (size_t i = 0; i < list->n && !im->reader.failed; i++) {
		const struct json_node *extension = &list->parts[i];
		const char *until;
		int state;

		json_keys(&im->reader, extension, keys);
		until = import_day(im, extension, "until", true);
		state = json_word(&im->reader, extension, "state", states, 0);
		ref_make(ref);
		if (!im->reader.failed)
			Q_RUN(im->db, contract_import_extension, .ref = ref,
				.contract_id = contract_id, .ends_on = until,
				.state = states[state]);
	}
}

static void add_kpi(struct contract_importing *im, int64_t contract_id, size_t position,
	const struct json_node *kpi)
{
	static const char *const keys[] = { "name", "unit", "target", "better", "amber", "every",
		"outcome", "ended", NULL };
	struct q_contract_import_kpi_find twice;
	struct q_contract_import_kpi_in in = { .contract_id = contract_id,
		.position = (int64_t)position };
	char ref[REF_LENGTH + 1];

	json_keys(&im->reader, kpi, keys);
	in.name = json_text(&im->reader, kpi, "name", 200, true);
	in.unit = import_code(im, kpi, "unit", contract_units, CONTRACT_UNITS, "number");
	in.target = import_hundredths(im, kpi, "target", true, NULL);
	in.better = import_code(im, kpi, "better", contract_better, CONTRACT_BETTER, "high");
	in.amber = json_int(&im->reader, kpi, "amber", 0, 100, 10);
	in.every = json_int(&im->reader, kpi, "every", 1, 12, 1);
	in.outcome = json_flag(&im->reader, kpi, "outcome", false);
	in.ended_on = json_date(&im->reader, kpi, "ended");
	if (im->reader.failed)
		return;
	if (Q_ONE(im->db, contract_import_kpi_find, &twice, .contract_id = contract_id,
		    .name = in.name)) {
		json_refuse(&im->reader, kpi->line, "there are two KPIs \"%s\"",
			json_quote(&im->reader, in.name));
		return;
	}
	ref_make(ref);
	in.ref = ref;
	db_run(im->db, &q_contract_import_kpi_def, &in, NULL);
}

static void add_version(struct contract_importing *im, int64_t document_id, size_t number,
	const struct json_node *version)
{
	static const char *const keys[] = { "agreed", "why", "held_at", "added", "by", NULL };
	static const char digits[] = "0123456789abcdef";
	const char *agreed, *why, *held;
	int64_t added, by;
	char ref[33] = "";
	struct bytes random = import_token(im);

	json_keys(&im->reader, version, keys);
	agreed = json_date(&im->reader, version, "agreed");
	why = import_words(im, version, "why", 500, false);
	held = import_words(im, version, "held_at", 300, true);
	added = import_time(im, version, "added", true);
	by = import_who(im, version, "by", true);
	for (size_t i = 0; i < 32; i++)
		ref[i] = digits[i % 2 ? random.data[i / 2] >> 4 : random.data[i / 2] & 15];
	if (!im->reader.failed)
		Q_RUN(im->db, contract_import_version, .ref = ref, .document_id = document_id,
			.number = (int64_t)number, .agreed_on = agreed, .why = why, .held_at = held,
			.added_at = added, .person_id = by);
}

static void add_documents(
	struct contract_importing *im, int64_t contract_id, const struct json_node *node)
{
	static const char *const keys[] = { "kind", "title", "versions", NULL };
	const struct json_node *list = json_list(&im->reader, node, "documents", MOST_PARTS, false);
	char ref[REF_LENGTH + 1];

	for (size_t i = 0; i < list->n && !im->reader.failed; i++) {
		const struct json_node *document = &list->parts[i], *versions;
		const char *kind, *title;
		int64_t id;

		json_keys(&im->reader, document, keys);
		kind = import_code(im, document, "kind", contract_document_kinds,
			CONTRACT_DOCUMENT_KINDS, NULL);
		title = json_text(&im->reader, document, "title", 200, true);
		versions = json_list(&im->reader, document, "versions", MOST_VERSIONS, true);
		if (im->reader.failed)
			return;
		ref_make(ref);
		Q_RUN(im->db, contract_import_document, .ref = ref, .contract_id = contract_id,
			.kind = kind, .title = title);
		id = db_last_id(im->db);
		for (size_t v = 0; v < versions->n && !im->reader.failed; v++)
			add_version(im, id, v + 1, &versions->parts[v]);
	}
}

static void add_surveys(
	struct contract_importing *im, int64_t contract_id, const struct json_node *node)
{
	static const char *const keys[] = { "slug", NULL };
	const struct json_node *list = json_list(&im->reader, node, "surveys", MOST_PARTS, false);

	for (size_t i = 0; i < list->n && !im->reader.failed; i++) {
		struct q_contract_import_survey row;
		const char *slug;

		json_keys(&im->reader, &list->parts[i], keys);
		slug = json_text(&im->reader, &list->parts[i], "slug", 60, true);
		if (im->reader.failed)
			return;
		if (!Q_ONE(im->db, contract_import_survey, &row, .slug = slug))
			json_refuse(&im->reader, list->parts[i].line, "there is no survey \"%s\"",
				json_quote(&im->reader, slug));
		else
			Q_RUN(im->db, contract_import_survey_link, .contract_id = contract_id,
				.survey_id = row.survey_id);
	}
}

static void add_history(
	struct contract_importing *im, int64_t contract_id, const struct json_node *node)
{
	static const char *const keys[] = { "at", "by", "kind", "why", NULL };
	const struct json_node *list = json_list(&im->reader, node, "history", MOST_PARTS, false);

	for (size_t i = 0; i < list->n && !im->reader.failed; i++) {
		const struct json_node *event = &list->parts[i];
		const char *kind, *why;
		int64_t at, by;

		json_keys(&im->reader, event, keys);
		at = import_time(im, event, "at", true);
		by = import_who(im, event, "by", false);
		kind = import_code(
			im, event, "kind", contract_event_kinds, CONTRACT_EVENTS, "edited");
		why = import_words(im, event, "why", IMPORT_TEXT, true);
		if (!im->reader.failed)
			contract_event_as(im->db, by, at, contract_id,
				(enum contract_event_kind)choice_index(
					contract_event_kinds, CONTRACT_EVENTS, kind),
				why, NULL, 0);
	}
	if (!im->reader.failed)
		contract_event_as(
			im->db, 0, im->now, contract_id, CONTRACT_IMPORTED, NULL, NULL, 0);
}

static void add_action(struct contract_importing *im, const struct json_node *action,
	struct q_contract_import_action_in *in)
{
	static const char *const keys[] = { "what", "owner", "made", "due", "done", "cancelled",
		"evidence", NULL };
	int64_t done, cancelled;
	char ref[REF_LENGTH + 1];

	json_keys(&im->reader, action, keys);
	in->what = json_text(&im->reader, action, "what", 500, true);
	in->owner_id = import_who(im, action, "owner", false);
	in->made_at = import_time(im, action, "made", true);
	in->due_on = import_day(im, action, "due", true);
	done = import_time(im, action, "done", false);
	cancelled = import_time(im, action, "cancelled", false);
	in->ended_at = done ? done : cancelled;
	in->state = done ? "done" : cancelled ? "cancelled" : "open";
	in->evidence = import_words(im, action, "evidence", IMPORT_TEXT, in->ended_at != 0);
	if (im->reader.failed)
		return;
	ref_make(ref);
	in->ref = text_copy(im->tmp, ref);
	db_run(im->db, &q_contract_import_action_def, in, NULL);
}

void import_contract_actions(struct contract_importing *im, const struct json_node *node,
	const char *key, int64_t contract_id, int64_t decision_id, int64_t organisation_id)
{
	const struct json_node *list = json_list(&im->reader, node, key, MOST_PARTS, false);

	for (size_t i = 0; i < list->n && !im->reader.failed; i++) {
		struct q_contract_import_action_in in = { .contract_id = contract_id,
			.decision_id = decision_id,
			.organisation_id = organisation_id };

		add_action(im, &list->parts[i], &in);
	}
}

/* Its own columns. */
static void read_contract(struct contract_importing *im, const struct json_node *node,
	struct q_contract_import_add_in *in)
{
	static const char *const keys[] = { "record", "reference", "organisation", "kind",
		"service", "served", "area", "route", "starts", "first_ends", "ends", "status",
		"aim", "lead", "notice_months", "monitoring", "return_months", "returns_from",
		"review_months", "next_review", "outcome", "decided", "public", "values",
		"extensions", "kpis", "documents", "surveys", "actions", "history", NULL };
	static const char *const outcomes[] = { "continue", "conditions", "vary", "extend", "taper",
		"cease", NULL };
	int outcome;

	json_keys(&im->reader, node, keys);
	in->reference = json_text(&im->reader, node, "reference", 40, true);
	in->organisation_id = import_whose(im, node, "organisation", NULL, true);
	in->kind = import_code(im, node, "kind", contract_kinds, CONTRACT_KINDS, "contract");
	in->service = json_text(&im->reader, node, "service", 200, true);
	in->served = import_words(im, node, "served", 500, false);
	in->area = import_words(im, node, "area", 200, false);
	in->route = import_code(im, node, "route", contract_routes, CONTRACT_ROUTES, "unknown");
	in->starts_on = import_day(im, node, "starts", true);
	in->ends_on = import_day(im, node, "ends", true);
	in->first_ends_on = json_date(&im->reader, node, "first_ends");
	in->status = import_code(im, node, "status", contract_statuses, CONTRACT_STATUSES, "live");
	in->aim_id = aim(im, node);
	in->lead_id = import_who(im, node, "lead", false);
	in->notice_months = json_int(&im->reader, node, "notice_months", 0, 60, -1);
	in->monitoring = import_words(im, node, "monitoring", 1000, false);
	in->return_months = json_int(&im->reader, node, "return_months", 0, 12, 0);
	in->returns_from = import_day(im, node, "returns_from", in->return_months != 0);
	in->review_months = json_int(&im->reader, node, "review_months", 0, 60, 0);
	in->next_review_on = json_date(&im->reader, node, "next_review");
	outcome = json_word(&im->reader, node, "outcome", outcomes, -1);
	in->outcome = outcome >= 0 ? outcomes[outcome] : NULL;
	in->decided_on = import_day(im, node, "decided", outcome >= 0);
	in->public = json_flag(&im->reader, node, "public", true);
}

static void check_contract(struct contract_importing *im, const struct json_node *node,
	struct q_contract_import_add_in *in)
{
	struct q_contract_import_find twice;

	if (!in->first_ends_on)
		in->first_ends_on = in->ends_on;
	if (strcmp(in->starts_on, in->ends_on) > 0 || strcmp(in->starts_on, in->first_ends_on) > 0)
		json_refuse(&im->reader, node->line, "it ends before it starts");
	else if (in->return_months && 12 % in->return_months != 0)
		json_refuse(&im->reader, node->line, "\"return_months\" is 1, 3, 6, 12 or 0");
	else if (in->return_months == 2 || in->return_months == 4)
		json_refuse(&im->reader, node->line, "\"return_months\" is 1, 3, 6, 12 or 0");
	else if (Q_ONE(im->db, contract_import_find, &twice, .reference = in->reference))
		json_refuse(&im->reader, node->line, "the contract \"%s\" is there already",
			json_quote(&im->reader, in->reference));
}

void import_contract(struct contract_importing *im, const struct json_node *node)
{
	struct q_contract_import_add_in in = { 0 };
	char ref[REF_LENGTH + 1];
	const struct json_node *kpis;
	int64_t id;

	read_contract(im, node, &in);
	if (!im->reader.failed)
		check_contract(im, node, &in);
	if (im->reader.failed)
		return;
	ref_make(ref);
	in.ref = ref;
	in.submission = import_token(im);
	db_run(im->db, &q_contract_import_add_def, &in, NULL);
	id = db_last_id(im->db);
	add_values(im, id, node);
	add_extensions(im, id, node);
	kpis = json_list(&im->reader, node, "kpis", MOST_PARTS, false);
	for (size_t i = 0; i < kpis->n && !im->reader.failed; i++)
		add_kpi(im, id, i, &kpis->parts[i]);
	add_documents(im, id, node);
	add_surveys(im, id, node);
	import_contract_actions(im, node, "actions", id, 0, in.organisation_id);
	add_history(im, id, node);
	if (im->reader.failed)
		return;
	contract_words(im->db, im->tmp, id);
	contract_settle(im->db, id, im->today);
}
