/* contract_import_review.c: of an imported file, the reviews, which go the same way as every other:
 * declarations, scores, moderation, findings, panel, decision. */
#include "contract_import_parts.h"

#include <string.h>
#include "review.h"

enum { MOST_CRITERIA = 40, MOST_PEOPLE = 50, MOST_EVENTS = 500, WORDS = 1000 };

/* ---- A review, step by step ------------------------------------------------------------------ */

struct reviewing {
	struct contract_importing *im;
	const struct json_node *node;
	int64_t review_id, contract_id, organisation_id, version_id, opened_at, opened_by;
	enum review_state state;
	struct q_review_event_add_in *events;
	size_t n_events;
};

/* Kept until all of the review is read: its history is told in the order of time. */
static void note(struct reviewing *v, int64_t at, int64_t person, enum review_event_kind kind,
	const char *from, const char *to, const char *text)
{
	if (v->n_events == MOST_EVENTS)
		json_refuse(&v->im->reader, v->node->line, "more than %d events", MOST_EVENTS);
	if (v->im->reader.failed)
		return;
	v->events[v->n_events] = (struct q_review_event_add_in){ .review_id = v->review_id,
		.at = at,
		.person_id = person,
		.kind = review_event_kinds[kind].code,
		.state_from = from,
		.state_to = to,
		.text = text_copy(v->im->tmp, text),
		.detail = "{}" };
	v->n_events++;
}

/* The earliest of those that are left, again and again; of the same time, the first that was read.
 */
static void tell(struct reviewing *v)
{
	for (size_t told = 0; told < v->n_events; told++) {
		struct q_review_event_add_in *next = NULL;

		for (size_t i = 0; i < v->n_events; i++)
			if (v->events[i].review_id && (!next || v->events[i].at < next->at))
				next = &v->events[i];
		ASSERT(next); /* as many as there are, one is told each time */
		db_run(v->im->db, &q_review_event_add_def, next, NULL);
		next->review_id = 0;
	}
}

static void move(
	struct reviewing *v, enum review_state to, int64_t at, int64_t person, const char *why)
{
	Q_RUN(v->im->db, contract_import_move, .review_id = v->review_id,
		.state = review_states[to].code, .at = at, .why = why);
	note(v, at, person, REVIEW_EVENT_MOVED, review_states[v->state].code,
		review_states[to].code, why ? why : "");
	v->state = to;
}

static int64_t criterion(struct reviewing *v, const struct json_node *node)
{
	const char *name = json_text(&v->im->reader, node, "criterion", 150, true);
	struct q_contract_import_criterion_find row;

	if (v->im->reader.failed)
		return 0;
	if (Q_ONE(v->im->db, contract_import_criterion_find, &row, .version_id = v->version_id,
		    .name = name))
		return row.criterion_id;
	json_refuse(&v->im->reader, node->line, "there is no criterion \"%s\"",
		json_quote(&v->im->reader, name));
	return 0;
}

static void declare(struct reviewing *v)
{
	static const char *const keys[] = { "person", "kind", "description", "at", NULL };
	struct contract_importing *im = v->im;
	const struct json_node *list =
		json_list(&im->reader, v->node, "declarations", MOST_PEOPLE, false);

	for (size_t i = 0; i < list->n && !im->reader.failed; i++) {
		const struct json_node *d = &list->parts[i];
		const char *kind = json_text(&im->reader, d, "kind", 20, true), *description;
		bool none = kind && strcmp(kind, "none") == 0;
		int64_t person, at;

		json_keys(&im->reader, d, keys);
		person = import_who(im, d, "person", true);
		at = import_time(im, d, "at", true);
		if (!none)
			kind = import_code(im, d, "kind", interest_kinds, INTEREST_KINDS, NULL);
		description = import_words(im, d, "description", WORDS, !none);
		if (im->reader.failed)
			return;
		Q_RUN(im->db, contract_import_declaration, .review_id = v->review_id,
			.person_id = person, .kind = kind, .description = description, .at = at);
		note(v, at, person, REVIEW_EVENT_DECLARED, "", "",
			none ? "No interest to declare." : "A conflict of interest.");
	}
}

static void add_scores(struct reviewing *v, int64_t person, const struct json_node *reviewer)
{
	static const char *const keys[] = { "criterion", "score", "reason", NULL };
	struct contract_importing *im = v->im;
	const struct json_node *list =
		json_list(&im->reader, reviewer, "scores", MOST_CRITERIA, false);

	for (size_t i = 0; i < list->n && !im->reader.failed; i++) {
		const struct json_node *score = &list->parts[i];
		int64_t of = criterion(v, score);

		json_keys(&im->reader, score, keys);
		if (!im->reader.failed &&
			Q_RUN(im->db, contract_import_score, .review_id = v->review_id,
				.person_id = person, .criterion_id = of,
				.score = json_int(&im->reader, score, "score", 0, 4, 5),
				.reason = import_words(im, score, "reason", IMPORT_TEXT, true)) ==
				DB_DUPLICATE)
			json_refuse(&im->reader, score->line, "they scored it twice");
	}
}

static void add_reviewer(struct reviewing *v, const struct json_node *reviewer)
{
	static const char *const keys[] = { "person", "added", "scores", "sent", NULL };
	struct contract_importing *im = v->im;
	struct q_contract_import_declared declared = { 0 };
	int64_t person, added, sent;

	json_keys(&im->reader, reviewer, keys);
	person = import_who(im, reviewer, "person", true);
	added = import_time(im, reviewer, "added", true);
	sent = import_time(im, reviewer, "sent", false);
	if (im->reader.failed)
		return;
	Q_ONE(im->db, contract_import_declared, &declared, .review_id = v->review_id,
		.person_id = person);
	if (declared.conflict)
		json_refuse(&im->reader, reviewer->line,
			"who has a conflict of interest does not score");
	else if (!declared.declared && (sent || json_part(reviewer, "scores")))
		json_refuse(&im->reader, reviewer->line,
			"who scores declares before that there is no interest");
	else if (Q_RUN(im->db, contract_import_reviewer, .review_id = v->review_id,
			 .person_id = person, .at = added) == DB_DUPLICATE)
		json_refuse(&im->reader, reviewer->line, "the same reviewer twice");
	if (im->reader.failed)
		return;
	note(v, added, v->opened_by, REVIEW_EVENT_REVIEWER, "", "", "Asked to review.");
	add_scores(v, person, reviewer);
	if (im->reader.failed || !sent)
		return;
	Q_RUN(im->db, contract_import_reviewer_sent, .review_id = v->review_id, .person_id = person,
		.at = sent);
	note(v, sent, person, REVIEW_EVENT_SCORED, "", "", "");
}

static void score(struct reviewing *v)
{
	const struct json_node *list =
		json_list(&v->im->reader, v->node, "reviewers", MOST_PEOPLE, false);

	for (size_t i = 0; i < list->n && !v->im->reader.failed; i++)
		add_reviewer(v, &list->parts[i]);
}

static void moderate(struct reviewing *v)
{
	static const char *const keys[] = { "criterion", "score", "reason", "by", "at", NULL };
	struct contract_importing *im = v->im;
	const struct json_node *list =
		json_list(&im->reader, v->node, "agreed", MOST_CRITERIA, false);
	int64_t at = import_time(im, v->node, "moderation", list->n > 0);
	struct q_contract_import_unsent row = { 0 };

	if (im->reader.failed || !at)
		return;
	Q_ONE(im->db, contract_import_unsent, &row, .review_id = v->review_id);
	if (row.reviewers == 0 || row.unsent > 0) {
		json_refuse(&im->reader, v->node->line,
			"moderation begins when every reviewer has sent their scores");
		return;
	}
	move(v, REVIEW_MODERATION, at, 0, NULL);
	for (size_t i = 0; i < list->n && !im->reader.failed; i++) {
		const struct json_node *agreed = &list->parts[i];
		int64_t of = criterion(v, agreed), by = import_who(im, agreed, "by", true),
			when = import_time(im, agreed, "at", true),
			points = json_int(&im->reader, agreed, "score", 0, 4, 5);

		json_keys(&im->reader, agreed, keys);
		if (points > 4)
			json_refuse(&im->reader, agreed->line, "\"score\" is missing");
		if (!im->reader.failed &&
			Q_RUN(im->db, contract_import_agreed, .review_id = v->review_id,
				.criterion_id = of, .score = points,
				.reason = import_words(im, agreed, "reason", IMPORT_TEXT, true),
				.person_id = by, .at = when) == DB_DUPLICATE)
			json_refuse(&im->reader, agreed->line, "it was agreed on twice");
		if (!im->reader.failed)
			note(v, when, by, REVIEW_EVENT_AGREED, "", "",
				json_text(&im->reader, agreed, "criterion", 150, true));
	}
}

static void answer(struct reviewing *v, const struct json_node *findings)
{
	struct contract_importing *im = v->im;
	int64_t at = import_time(im, findings, "answered", false);
	const char *text = import_words(im, findings, "answer", IMPORT_TEXT, at != 0),
		   *draft = import_words(im, findings, "answer_draft", IMPORT_TEXT, false);
	int64_t by = import_who(im, findings, "answered_by", at != 0);

	if (im->reader.failed)
		return;
	if (*draft)
		Q_RUN(im->db, contract_import_answer_draft, .review_id = v->review_id,
			.answer = draft);
	if (!at)
		return;
	Q_RUN(im->db, contract_import_answer, .review_id = v->review_id, .answer = text, .at = at,
		.person_id = by);
	note(v, at, by, REVIEW_EVENT_ANSWERED, "", "", "");
}

static void find(struct reviewing *v)
{
	static const char *const keys[] = { "text", "value_for_money", "equality", "by", "sent",
		"answer_by", "answer", "answer_draft", "answered", "answered_by", NULL };
	struct contract_importing *im = v->im;
	const struct json_node *findings =
		json_object_part(&im->reader, v->node, "findings", false);
	struct q_contract_import_unsent row = { 0 };
	struct q_contract_import_findings_in in = { .review_id = v->review_id };
	int64_t by;

	if (findings->n == 0 || im->reader.failed)
		return;
	json_keys(&im->reader, findings, keys);
	in.findings = import_words(im, findings, "text", IMPORT_TEXT, true);
	in.value_for_money = import_words(im, findings, "value_for_money", IMPORT_TEXT, false);
	in.equality = import_words(im, findings, "equality", IMPORT_TEXT, false);
	in.at = import_time(im, findings, "sent", false);
	in.answer_by = import_day(im, findings, "answer_by", in.at != 0);
	by = import_who(im, findings, "by", false);
	Q_ONE(im->db, contract_import_unsent, &row, .review_id = v->review_id);
	if (v->state != REVIEW_MODERATION)
		json_refuse(&im->reader, findings->line, "findings come after moderation");
	else if (in.at && row.unagreed > 0)
		json_refuse(&im->reader, findings->line,
			"findings are sent when every score is agreed on");
	if (im->reader.failed)
		return;
	Q_RUN(im->db, contract_import_agreed_score, .review_id = v->review_id);
	db_run(im->db, &q_contract_import_findings_def, &in, NULL);
	if (!in.at)
		return;
	note(v, in.at, by, REVIEW_EVENT_FINDINGS, "", "", "");
	move(v, REVIEW_FINDINGS, in.at, by, NULL);
	answer(v, findings);
}

/* To the panel, and what it decided. */
static void decide(struct reviewing *v)
{
	struct contract_importing *im = v->im;
	int64_t at = import_time(im, v->node, "panel", json_part(v->node, "decision") != NULL);
	const struct json_node *decision =
		json_object_part(&im->reader, v->node, "decision", false);
	struct q_contract_import_unsent row = { 0 };
	int64_t made, by, confirmed, confirmed_by;

	if (!at || im->reader.failed)
		return;
	Q_ONE(im->db, contract_import_unsent, &row, .review_id = v->review_id);
	if ((v->state != REVIEW_MODERATION && v->state != REVIEW_FINDINGS) || row.unagreed > 0) {
		json_refuse(&im->reader, v->node->line,
			"the panel comes when every score is agreed on");
		return;
	}
	if (v->state == REVIEW_MODERATION)
		Q_RUN(im->db, contract_import_agreed_score, .review_id = v->review_id);
	move(v, REVIEW_PANEL, at, v->opened_by, NULL);
	if (decision->n == 0)
		return;
	made = import_time(im, decision, "made", true);
	by = import_who(im, decision, "made_by", true);
	confirmed = import_time(im, decision, "confirmed", false);
	confirmed_by = import_who(im, decision, "confirmed_by", confirmed != 0);
	if (!import_decision(im, decision, v->review_id, v->contract_id, v->organisation_id))
		return;
	note(v, made, by, REVIEW_EVENT_DECISION, "", "", "Made.");
	move(v, REVIEW_MADE, made, by, NULL);
	if (!confirmed)
		return;
	note(v, confirmed, confirmed_by, REVIEW_EVENT_DECISION, "", "", "Confirmed.");
	move(v, REVIEW_DECIDED, confirmed, confirmed_by, NULL);
	if (v->contract_id)
		contract_event_as(im->db, confirmed_by, confirmed, v->contract_id, CONTRACT_REVIEW,
			"Decided.", NULL, v->review_id);
}

static void cancel(struct reviewing *v)
{
	static const char *const keys[] = { "at", "by", "why", NULL };
	struct contract_importing *im = v->im;
	const struct json_node *cancelled =
		json_object_part(&im->reader, v->node, "cancelled", false);
	int64_t at, by;
	const char *why;

	if (cancelled->n == 0 || im->reader.failed)
		return;
	json_keys(&im->reader, cancelled, keys);
	at = import_time(im, cancelled, "at", true);
	by = import_who(im, cancelled, "by", true);
	why = import_words(im, cancelled, "why", WORDS, true);
	if (v->state == REVIEW_DECIDED)
		json_refuse(&im->reader, cancelled->line, "it was decided");
	if (!im->reader.failed)
		move(v, REVIEW_CANCELLED, at, by, why);
}

/* What is judged, by what, since when. */
static void open_one(struct reviewing *v)
{
	static const char *const keys[] = { "record", "contract", "call", "organisation", "number",
		"criteria", "title", "opened", "opened_by", "due", "declarations", "reviewers",
		"moderation", "agreed", "findings", "panel", "decision", "cancelled", "proposal",
		NULL };
	struct contract_importing *im = v->im;
	bool of_contract = json_part(v->node, "contract") != NULL,
	     of_proposal = json_part(v->node, "proposal") != NULL;
	struct q_proposal_import_find proposal = { 0 };
	struct q_contract_import_criteria_find criteria;
	struct q_contract_import_find contract = { 0 };
	struct import_submission_ref sent = { 0 };
	const char *name, *title, *due;
	char ref[REF_LENGTH + 1];

	json_keys(&im->reader, v->node, keys);
	if (!(of_contract         ? import_known(im, v->node, "contract", &contract)
		    : of_proposal ? import_proposal_known(im, v->node, "proposal", &proposal)
				  : import_submission_known(im, v->node, &sent)))
		return;
	v->contract_id = contract.contract_id;
	v->organisation_id = of_contract   ? contract.organisation_id
			     : of_proposal ? proposal.organisation_id
					   : sent.organisation_id;
	title = json_text(&im->reader, v->node, "title", 200, false);
	if (!title)
		title = of_contract   ? text_copy(im->tmp, contract.service)
			: of_proposal ? text_copy(im->tmp, proposal.title)
				      : sent.title;
	name = json_text(&im->reader, v->node, "criteria", 150, true);
	v->opened_at = import_time(im, v->node, "opened", true);
	v->opened_by = import_who(im, v->node, "opened_by", false);
	due = import_day(im, v->node, "due", true);
	if (im->reader.failed)
		return;
	if (!Q_ONE(im->db, contract_import_criteria_find, &criteria, .name = name) ||
		strcmp(criteria.judges, of_contract   ? "contract"
					: of_proposal ? "proposal"
						      : "submission") != 0) {
		json_refuse(&im->reader, v->node->line, "there are no criteria \"%s\" for it",
			json_quote(&im->reader, name));
		return;
	}
	v->version_id = criteria.version_id;
	ref_make(ref);
	if (Q_RUN(im->db, contract_import_review, .ref = ref, .submission = import_token(im),
		    .contract_id = v->contract_id, .submission_id = sent.submission_id,
		    .proposal_id = proposal.proposal_id, .organisation_id = v->organisation_id,
		    .version_id = v->version_id, .title = title, .opened_by = v->opened_by,
		    .opened_at = v->opened_at, .due_on = due) == DB_DUPLICATE) {
		json_refuse(&im->reader, v->node->line, "an open review of it is there already");
		return;
	}
	v->review_id = db_last_id(im->db);
	note(v, v->opened_at, v->opened_by, REVIEW_EVENT_OPENED, "", "", "");
	if (v->contract_id)
		contract_event_as(im->db, v->opened_by, v->opened_at, v->contract_id,
			CONTRACT_REVIEW, "Opened.", NULL, v->review_id);
}

void import_review(struct contract_importing *im, const struct json_node *node)
{
	struct reviewing v = { .im = im,
		.node = node,
		.state = REVIEW_SCORING,
		.events = NEW_ARRAY(im->tmp, struct q_review_event_add_in, MOST_EVENTS) };
	static void (*const steps[])(struct reviewing *) = { open_one, declare, score, moderate,
		find, decide, cancel, tell };

	for (size_t i = 0; i < COUNT(steps) && !im->reader.failed; i++)
		steps[i](&v);
}
