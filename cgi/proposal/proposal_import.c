/* proposal_import.c: of an imported file, groups, proposals with all that belongs to them, and
 * responses: one record a line, as contract_import.c reads them. */
#include <sodium.h>
#include <string.h>
#include "conf.h"
#include "contract_import_parts.h"
#include "proposal_form.h"
#include "proposal_store.h"
#include "seal.h"
#include "search.h"

enum { MOST_PARTS = 200, MOST_TEXT = 20000 };

static int64_t nothing_known(struct contract_importing *im, const struct json_node *node,
	const char *what, const char *name)
{
	json_refuse(&im->reader, node->line, "there is no %s \"%s\" before this line", what,
		json_quote(&im->reader, name));
	return 0;
}

/* ---- Groups ---------------------------------------------------------------------------------- */

void import_stakeholder_group(struct contract_importing *im, const struct json_node *node)
{
	static const char *const keys[] = { "record", "name", "about", NULL };
	const char *name, *about;
	char ref[REF_LENGTH + 1];

	json_keys(&im->reader, node, keys);
	name = json_text(&im->reader, node, "name", 150, true);
	about = import_words(im, node, "about", 500, false);
	if (im->reader.failed)
		return;
	ref_make(ref);
	if (Q_RUN(im->db, stakeholder_group_add, .ref = ref, .name = name, .about = about) ==
		DB_DUPLICATE)
		json_refuse(&im->reader, node->line, "the group \"%s\" is there already",
			json_quote(&im->reader, name));
}

static int64_t group_named(
	struct contract_importing *im, const struct json_node *node, const char *key, bool needed)
{
	const char *name = json_text(&im->reader, node, key, 150, needed);
	struct q_stakeholder_group_by_name row;

	if (!name || im->reader.failed)
		return 0;
	return Q_ONE(im->db, stakeholder_group_by_name, &row, .name = name)
		       ? row.group_id
		       : nothing_known(im, node, "group", name);
}

/* ---- A proposal ------------------------------------------------------------------------------ */

static void each(struct contract_importing *im, const struct json_node *node, const char *key,
	int64_t proposal_id,
	void (*add)(struct contract_importing *, const struct json_node *, int64_t))
{
	const struct json_node *list = json_list(&im->reader, node, key, MOST_PARTS, false);

	for (size_t i = 0; i < list->n && !im->reader.failed; i++)
		add(im, &list->parts[i], proposal_id);
}

/* Markdown has line breaks, which json_text refuses. */
static const char *markdown(
	struct contract_importing *im, const struct json_node *node, const char *key, bool needed)
{
	const struct json_node *part = json_part(node, key);
	const char *text = part ? json_string_value(part->value) : NULL;

	if (part && (!text || strlen(text) > MOST_TEXT))
		json_refuse(&im->reader, part->line, "\"%s\" is no text, or too long", key);
	else if (!text && needed)
		json_refuse(&im->reader, node->line, "\"%s\" is missing", key);
	return text ? text : "";
}

static void add_section(
	struct contract_importing *im, const struct json_node *node, int64_t proposal_id)
{
	static const char *const keys[] = { "heading", "body", NULL };
	char ref[REF_LENGTH + 1];

	json_keys(&im->reader, node, keys);
	ref_make(ref);
	Q_RUN(im->db, proposal_section_add, .ref = ref, .proposal_id = proposal_id,
		.heading = import_words(im, node, "heading", 150, true),
		.body = markdown(im, node, "body", true));
}

static void add_text(
	struct contract_importing *im, const struct json_node *node, int64_t proposal_id)
{
	static const char *const keys[] = { "code", "title", "body", NULL };

	json_keys(&im->reader, node, keys);
	Q_RUN(im->db, proposal_import_text, .proposal_id = proposal_id,
		.code = import_words(im, node, "code", 20, true),
		.title = import_words(im, node, "title", 200, true),
		.body = markdown(im, node, "body", true));
}

static void add_group(
	struct contract_importing *im, const struct json_node *node, int64_t proposal_id)
{
	static const char *const keys[] = { "name", "members", NULL };
	uint8_t random[TOKEN_BYTES], hash[HASH_BYTES];
	const char *token;
	int64_t group_id, members;

	json_keys(&im->reader, node, keys);
	group_id = group_named(im, node, "name", true);
	members = json_int(&im->reader, node, "members", 1, 100000000, 0);
	if (im->reader.failed)
		return;
	randombytes_buf(random, sizeof random);
	token = base64url(im->tmp, random, sizeof random);
	hash_bytes(hash, token, strlen(token));
	Q_RUN(im->db, proposal_group_add, .proposal_id = proposal_id, .group_id = group_id,
		.members = members, .members_known = members > 0,
		.token_hash = { hash, sizeof hash },
		.token = seal(im->tmp, im->conf, "secret-group-link", token, strlen(token)));
}

static void add_event(
	struct contract_importing *im, const struct json_node *node, int64_t proposal_id)
{
	static const char *const keys[] = { "kind", "title", "place", "held", "notes", "attendance",
		NULL };
	static const char *const of[] = { "group", "n", NULL };
	const struct json_node *list;
	char ref[REF_LENGTH + 1];
	int64_t event_id;

	json_keys(&im->reader, node, keys);
	ref_make(ref);
	Q_RUN(im->db, proposal_import_event, .ref = ref, .submission = import_token(im),
		.proposal_id = proposal_id,
		.kind = import_code(
			im, node, "kind", proposal_event_kinds, PROPOSAL_EVENT_KINDS, NULL),
		.title = import_words(im, node, "title", 200, true),
		.place = import_words(im, node, "place", 200, false),
		.held_on = import_day(im, node, "held", true),
		.notes = markdown(im, node, "notes", false));
	event_id = db_last_id(im->db);
	list = json_list(&im->reader, node, "attendance", MOST_PARTS, false);
	for (size_t i = 0; i < list->n && !im->reader.failed; i++) {
		json_keys(&im->reader, &list->parts[i], of);
		Q_RUN(im->db, proposal_import_attendance, .event_id = event_id,
			.group_id = group_named(im, &list->parts[i], "group", true),
			.n = json_int(&im->reader, &list->parts[i], "n", 1, 10000, 1));
	}
}

static int64_t theme_named(struct contract_importing *im, const struct json_node *node,
	const char *name, int64_t proposal_id)
{
	struct q_proposal_import_theme_find row;

	if (!name || im->reader.failed)
		return 0;
	return Q_ONE(im->db, proposal_import_theme_find, &row, .proposal_id = proposal_id,
		       .name = name)
		       ? row.theme_id
		       : nothing_known(im, node, "theme", name);
}

static void add_theme(
	struct contract_importing *im, const struct json_node *node, int64_t proposal_id)
{
	static const char *const keys[] = { "name", "about", "under", NULL };
	const char *under;
	char ref[REF_LENGTH + 1];

	json_keys(&im->reader, node, keys);
	under = json_text(&im->reader, node, "under", 150, false);
	ref_make(ref);
	Q_RUN(im->db, proposal_import_theme, .ref = ref, .proposal_id = proposal_id,
		.parent_id = theme_named(im, node, under, proposal_id),
		.name = import_words(im, node, "name", 150, true),
		.about = import_words(im, node, "about", 500, false));
}

static void add_outcome(
	struct contract_importing *im, const struct json_node *node, int64_t proposal_id)
{
	static const char *const keys[] = { "theme", "said", "did", "what", "why", "progress",
		"owner", "due", "done", NULL };
	char ref[REF_LENGTH + 1];

	json_keys(&im->reader, node, keys);
	ref_make(ref);
	Q_RUN(im->db, proposal_import_outcome, .ref = ref, .submission = import_token(im),
		.proposal_id = proposal_id,
		.theme_id = theme_named(
			im, node, json_text(&im->reader, node, "theme", 150, false), proposal_id),
		.said = import_words(im, node, "said", 1000, true),
		.did = import_code(im, node, "did", proposal_outcome_kinds, OUTCOME_KINDS, NULL),
		.what = import_words(im, node, "what", 2000, true),
		.why = import_words(im, node, "why", 2000, false),
		.progress = import_words(im, node, "progress", 1000, false),
		.owner = import_words(im, node, "owner", 150, false),
		.due_on = import_day(im, node, "due", false),
		.done_on = import_day(im, node, "done", false), .now = im->now);
}

static const char *const states[] = { "draft", "published", "withdrawn", NULL };
static const char *const audiences[] = { "all", "groups", NULL };

static int64_t store_proposal(struct contract_importing *im, const struct json_node *node)
{
	const char *slug = json_text(&im->reader, node, "slug", 80, true);
	int64_t by = import_who(im, node, "by", true);
	const struct json_node *form = json_object_part(&im->reader, node, "form", false);
	int state = json_word(&im->reader, node, "state", states, 1);
	char ref[REF_LENGTH + 1];

	const char *json = form->n ? json_compact(im->tmp, form->value) : "{\"pages\":[]}";
	struct survey_fault fault = { 0 };

	ref_make(ref);
	if (json_array_size(json_object_get(form->value, "pages")) > 0 &&
		!proposal_own_compile(im->tmp, json, &fault))
		json_refuse(&im->reader, form->line, "its own questions: %s", fault.reason);
	if (im->reader.failed)
		return 0;
	if (Q_RUN(im->db, proposal_import, .ref = ref, .slug = slug, .submission = import_token(im),
		    .title = import_words(im, node, "title", 200, true),
		    .summary = markdown(im, node, "summary", true),
		    .happens = markdown(im, node, "happens", true),
		    .equality = markdown(im, node, "equality", false),
		    .decides = import_words(im, node, "decides", 200, true),
		    .decides_on = import_day(im, node, "decides_on", false),
		    .opens_on = import_day(im, node, "opens", true),
		    .closes_on = import_day(im, node, "closes", true),
		    .audience = audiences[json_word(&im->reader, node, "audience", audiences, 0)],
		    .form = json, .state = states[state],
		    .made_at = import_time(im, node, "made", true), .made_by = by,
		    .published_at = import_time(im, node, "published", state != 0),
		    .decided_at = import_time(im, node, "decided", false)) == DB_DUPLICATE)
		json_refuse(&im->reader, node->line, "the proposal \"%s\" is there already",
			json_quote(&im->reader, slug));
	return db_last_id(im->db);
}

void import_proposal(struct contract_importing *im, const struct json_node *node)
{
	static const char *const keys[] = { "record", "slug", "by", "form", "state", "title",
		"summary", "happens", "equality", "decides", "decides_on", "opens", "closes",
		"audience", "made", "published", "decided", "sections", "texts", "groups", "events",
		"themes", "outcomes", NULL };
	int64_t id;

	json_keys(&im->reader, node, keys);
	id = store_proposal(im, node);
	each(im, node, "sections", id, add_section);
	each(im, node, "texts", id, add_text);
	each(im, node, "groups", id, add_group);
	each(im, node, "events", id, add_event);
	each(im, node, "themes", id, add_theme);
	each(im, node, "outcomes", id, add_outcome);
	if (!im->reader.failed)
		search_store(im->db, im->tmp, "proposal", id,
			import_words(im, node, "title", 200, true),
			markdown(im, node, "summary", true), NULL);
}

bool import_proposal_known(struct contract_importing *im, const struct json_node *node,
	const char *key, struct q_proposal_import_find *p)
{
	const char *slug = json_text(&im->reader, node, key, 80, true);

	if (!slug)
		return false;
	if (!Q_ONE(im->db, proposal_import_find, p, .slug = slug))
		nothing_known(im, node, "proposal", slug);
	return !im->reader.failed;
}

/* ---- A response ------------------------------------------------------------------------------ */

static int64_t section_of(
	struct contract_importing *im, const struct json_node *node, int64_t proposal_id)
{
	const char *heading = json_text(&im->reader, node, "section", 150, false);
	struct q_proposal_import_section_find row;

	if (!heading || im->reader.failed)
		return 0;
	return Q_ONE(im->db, proposal_import_section_find, &row, .proposal_id = proposal_id,
		       .heading = heading)
		       ? row.section_id
		       : nothing_known(im, node, "section", heading);
}

static struct proposal_point *read_points(
	struct contract_importing *im, const struct json_node *list, int64_t proposal_id)
{
	static const char *const keys[] = { "kind", "grade", "section", "text", "quoted", "codes",
		NULL };
	struct proposal_point *points = NEW_ARRAY(im->tmp, struct proposal_point, list->n + 1);

	for (size_t i = 0; i < list->n && !im->reader.failed; i++) {
		const struct json_node *one = &list->parts[i];
		const char *grade;

		json_keys(&im->reader, one, keys);
		grade = import_code(im, one, "grade", proposal_grades, GRADES, "none");
		points[i] =
			(struct proposal_point){ .kind = import_code(im, one, "kind",
							 proposal_point_kinds, POINT_KINDS, NULL),
				.grade = strcmp(grade, "none") == 0 ? NULL : grade,
				.section_id = section_of(im, one, proposal_id),
				.text = markdown(im, one, "text", true) };
	}
	return points;
}

static int64_t coder(struct contract_importing *im, const struct json_node *one)
{
	struct q_incident_import_person row;

	return Q_ONE(im->db, incident_import_person, &row, .email = one->key)
		       ? row.person_id
		       : nothing_known(im, one, "person", one->key);
}

/* "codes": {"author@demo.example": ["Theme", …], …}: what each coder gave a point. */
static void add_codes(struct contract_importing *im, const struct json_node *point,
	int64_t response_id, int64_t position, int64_t proposal_id)
{
	const struct json_node *codes = json_object_part(&im->reader, point, "codes", false);

	for (size_t i = 0; i < codes->n && !im->reader.failed; i++) {
		const struct json_node *one = &codes->parts[i];
		int64_t person = coder(im, one);
		const json_t *name;
		size_t k;

		if (!person)
			return;
		Q_RUN(im->db, proposal_import_coded, .response_id = response_id,
			.position = position, .person_id = person, .now = im->now);
		json_array_foreach(one->value, k, name) Q_RUN(im->db, proposal_import_code,
			.response_id = response_id, .position = position, .person_id = person,
			.theme_id = theme_named(im, one, json_string_value(name), proposal_id));
	}
	if (json_flag(&im->reader, point, "quoted", false))
		Q_RUN(im->db, proposal_import_quoted, .response_id = response_id,
			.position = position);
}

static void add_contact(struct contract_importing *im, const struct json_node *node,
	const struct q_proposal_import_find *p, int64_t response_id)
{
	const char *email = json_text(&im->reader, node, "email", 254, false);

	if (email)
		Q_RUN(im->db, proposal_import_contact, .response_id = response_id,
			.proposal_id = p->proposal_id, .email = email);
}

static const char *stance_of(struct contract_importing *im, const struct json_node *node)
{
	static const char *const stances[] = { "in_favour", "against", "unsure", "none", NULL };
	int stance = json_word(&im->reader, node, "stance", stances, 3);

	return stance == 3 ? NULL : stances[stance];
}

static int64_t event_of(
	struct contract_importing *im, const struct json_node *node, int64_t proposal_id)
{
	const char *title = json_text(&im->reader, node, "event", 200, false);
	struct q_proposal_import_event_find row;

	if (!title || im->reader.failed)
		return 0;
	return Q_ONE(im->db, proposal_import_event_find, &row, .proposal_id = proposal_id,
		       .title = title)
		       ? row.event_id
		       : nothing_known(im, node, "meeting", title);
}

void import_proposal_response(struct contract_importing *im, const struct json_node *node)
{
	static const char *const keys[] = { "record", "proposal", "stance", "group", "by_link",
		"capacity", "organisation", "name", "publication", "asks", "answers", "source",
		"event", "typed_by", "received", "points", "email", NULL };
	const struct json_node *list, *answers;
	struct q_proposal_import_find p;
	struct proposal_sent sent;
	char ref[REF_LENGTH + 1];
	int64_t id = 0;

	json_keys(&im->reader, node, keys);
	list = json_list(&im->reader, node, "points", PROPOSAL_POINTS_MOST, false);
	answers = json_object_part(&im->reader, node, "answers", false);
	if (im->reader.failed || !import_proposal_known(im, node, "proposal", &p))
		return;
	sent = (struct proposal_sent){ .proposal_id = p.proposal_id,
		.submission = import_token(im).data,
		.stance = stance_of(im, node),
		.group_id = group_named(im, node, "group", false),
		.by_link = json_flag(&im->reader, node, "by_link", false),
		.capacity = import_code(
			im, node, "capacity", proposal_capacities, CAPACITIES, "person"),
		.organisation = import_words(im, node, "organisation", 200, false),
		.name = import_words(im, node, "name", 150, false),
		.publication = import_code(
			im, node, "publication", proposal_publications, PUBLICATIONS, "none"),
		.asks = markdown(im, node, "asks", false),
		.answers = answers->n ? answers->value : NULL,
		.source =
			import_code(im, node, "source", proposal_sources, RESPONSE_SOURCES, "web"),
		.event_id = event_of(im, node, p.proposal_id),
		.typed_by = import_who(im, node, "typed_by", false),
		.received_on = import_day(im, node, "received", true),
		.points = read_points(im, list, p.proposal_id),
		.n_points = list->n };
	if (im->reader.failed)
		return;
	sent.late = strcmp(sent.received_on, p.closes_on) > 0;
	if (proposal_store(im->db, im->tmp, im->conf, &sent, ref, &id) != RESPONSE_STORED)
		json_refuse(&im->reader, node->line, "this response cannot be stored");
	for (size_t i = 0; i < list->n && !im->reader.failed; i++)
		add_codes(im, &list->parts[i], id, (int64_t)i + 1, p.proposal_id);
	Q_RUN(im->db, proposal_import_settle, .response_id = id);
	add_contact(im, node, &p, id);
}
