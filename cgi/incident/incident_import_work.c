/* incident_import_work.c: of imported incidents, what another organisation was asked and answered,
 * and what was done. */
#include <sodium.h>
#include <string.h>
#include "incident_import_parts.h"

enum { TEXT_MOST = 10000, MOST_ACTIONS = 20 };

static void add_event(struct importing *im, int64_t incident_id, int64_t request_id, int64_t at,
	int64_t person, enum incident_event_kind kind, const char *text)
{
	Q_RUN(im->db, incident_import_event, .incident_id = incident_id, .at = at,
		.person_id = person, .kind = incident_event_code(kind), .state_from = "",
		.state_to = "", .audience = "manager,provider", .request_id = request_id,
		.text = text);
}

static void add_answer(struct importing *im, int64_t incident_id, int64_t request_id,
	const struct json_node *request, int64_t organisation)
{
	int64_t at = import_moment(im, request, "answered", false), by_organisation = 0;
	int64_t by = import_person(im, request, "answered_by", &by_organisation);
	const char *found = json_text(&im->reader, request, "found", TEXT_MOST, at != 0);
	const char *why = json_text(&im->reader, request, "why", TEXT_MOST, false);
	const char *done = json_text(&im->reader, request, "done", TEXT_MOST, false);
	const char *learn = json_text(&im->reader, request, "learn", TEXT_MOST, false);

	if (im->reader.failed || !at)
		return;
	if (!by)
		by = import_person(im, request, "by", &by_organisation);
	Q_RUN(im->db, incident_import_answer, .request_id = request_id, .answered_by = by,
		.organisation_id = by_organisation ? by_organisation : organisation,
		.answered_at = at, .channel = json_part(request, "answered_by") ? "here" : "letter",
		.found = found, .why = why ? why : "", .done = done ? done : "",
		.learn = learn ? learn : "");
	add_event(im, incident_id, request_id, at, by, EVENT_ANSWER, found);
}

void import_request(struct importing *im, int64_t incident_id, const struct json_node *incident,
	const struct q_incident_import_add_in *row)
{
	static const char *const keys[] = { "of", "by", "asked", "due", "questions", "answered",
		"answered_by", "found", "why", "done", "learn", NULL };
	const struct json_node *request = json_object_part(&im->reader, incident, "request", false);
	int64_t organisation, by, asked, answered, request_id;
	const char *questions, *due;
	char ref[REF_LENGTH + 1];
	uint8_t submission[16];

	if (request->n == 0)
		return;
	json_keys(&im->reader, request, keys);
	organisation = import_organisation(
		im, request, "of", json_text(&im->reader, request, "of", 12, true), NULL);
	by = import_person(im, request, "by", NULL);
	asked = import_moment(im, request, "asked", true);
	answered = import_moment(im, request, "answered", false);
	due = json_date(&im->reader, request, "due");
	questions = json_text(&im->reader, request, "questions", TEXT_MOST, true);
	if (!by || !due)
		json_refuse(&im->reader, request->line, "\"by\" or \"due\" is missing");
	if (im->reader.failed)
		return;
	ref_make(ref);
	randombytes_buf(submission, sizeof submission);
	Q_RUN(im->db, incident_import_request, .ref = ref,
		.submission = { submission, sizeof submission }, .incident_id = incident_id,
		.organisation_id = organisation, .asked_by = by, .asked_at = asked, .due_on = due,
		.subject = row->title,
		.brief = report_text(report_open(im->tmp, row->report), "what_happened"),
		.questions = questions,
		.shown = strcmp(row->share, "nobody") == 0 ? "nobody" : "practice",
		.state = !answered        ? "asked"
			 : row->closed_at ? "accepted"
					  : "answered",
		.state_at = answered ? answered : asked);
	request_id = db_last_id(im->db);
	add_event(im, incident_id, request_id, asked, by, EVENT_QUESTION, questions);
	add_answer(im, incident_id, request_id, request, organisation);
}

static void add_action(struct importing *im, int64_t incident_id, const struct json_node *action)
{
	static const char *const keys[] = { "what", "owner", "owner_name", "owner_organisation",
		"made", "due", "done", "evidence", NULL };
	struct json_reader *reader = &im->reader;
	const char *what, *due, *name, *of, *evidence;
	int64_t owner, made, done;
	char ref[REF_LENGTH + 1];

	json_keys(reader, action, keys);
	what = json_text(reader, action, "what", 500, true);
	owner = import_person(im, action, "owner", NULL);
	name = json_text(reader, action, "owner_name", 200, owner == 0);
	of = json_text(reader, action, "owner_organisation", 200, false);
	made = import_moment(im, action, "made", true);
	due = json_date(reader, action, "due");
	done = import_moment(im, action, "done", false);
	evidence = json_text(reader, action, "evidence", TEXT_MOST, done != 0);
	if (!due)
		json_refuse(reader, action->line, "\"due\" is missing");
	if (reader->failed)
		return;
	ref_make(ref);
	Q_RUN(im->db, incident_import_action, .ref = ref, .incident_id = incident_id, .what = what,
		.owner_id = owner, .owner_name = name ? name : "",
		.owner_organisation = of ? of : "", .due_on = due, .state = done ? "done" : "open",
		.evidence = evidence ? evidence : "", .made_at = made, .ended_at = done);
}

void import_actions(struct importing *im, int64_t incident_id, const struct json_node *incident)
{
	const struct json_node *list =
		json_list(&im->reader, incident, "actions", MOST_ACTIONS, false);

	for (size_t i = 0; i < list->n && !im->reader.failed; i++)
		add_action(im, incident_id, &list->parts[i]);
}
