/* incident_import.c: `soundings import incidents`: reports from a file, with what became of them.
 */
#include "incident_import_parts.h"

#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include "audit.h"
#include "import_command.h"
#include "incident_import.h"
#include "incident_report.h"

enum {
	MOST_FILE = 64 << 20,
	MOST_INCIDENTS = 100000,
	MOST_EVENTS = 100,
	MOST_BULLETINS = 1000,
	TEXT_MOST = 10000,
	MOST_THEMES = 20,
	THEME_BYTES = 100
};

/* ---- Parts ----------------------------------------------------------------------------------- */

int64_t import_organisation(struct importing *im, const struct json_node *node, const char *key,
	const char *code, const char **name)
{
	struct q_incident_import_organisation row;

	if (!code)
		return 0;
	if (!Q_ONE(im->db, incident_import_organisation, &row, .code = code)) {
		json_refuse(&im->reader,
			json_part(node, key) ? json_part(node, key)->line : node->line,
			"there is no organisation \"%s\"", json_quote(&im->reader, code));
		return 0;
	}
	if (name)
		*name = text_copy(im->tmp, row.name);
	return row.organisation_id;
}

int64_t import_person(
	struct importing *im, const struct json_node *node, const char *key, int64_t *organisation)
{
	const char *email = json_text(&im->reader, node, key, 254, false);
	struct q_incident_import_person row;

	if (!email)
		return 0;
	if (!Q_ONE(im->db, incident_import_person, &row, .email = email)) {
		json_refuse(&im->reader, json_part(node, key)->line,
			"nobody has the address \"%s\"", json_quote(&im->reader, email));
		return 0;
	}
	if (organisation)
		*organisation = row.organisation_id;
	return row.person_id;
}

/* "2026-03-02T09:14:00Z" */
int64_t import_moment(
	struct importing *im, const struct json_node *node, const char *key, bool needed)
{
	const char *text = json_text(&im->reader, node, key, 20, needed), *end;
	struct tm tm = { 0 };

	if (!text)
		return 0;
	end = strptime(text, "%Y-%m-%dT%H:%M:%SZ", &tm);
	if (end && *end == '\0')
		return timegm(&tm);
	json_refuse(
		&im->reader, node->line, "\"%s\" is to be a time like 2026-03-02T09:14:00Z", key);
	return 0;
}

/* {"likelihood": 3, "consequence": 2}, or none. */
static void grade(struct importing *im, const struct json_node *node, const char *key,
	int64_t *likelihood, int64_t *consequence)
{
	static const char *const keys[] = { "likelihood", "consequence", NULL };
	const struct json_node *grade = json_object_part(&im->reader, node, key, false);

	if (grade->n == 0)
		return;
	json_keys(&im->reader, grade, keys);
	*likelihood = json_int(&im->reader, grade, "likelihood", 1, 5, 0);
	*consequence = json_int(&im->reader, grade, "consequence", 1, 5, 0);
	if (!*likelihood || !*consequence)
		json_refuse(&im->reader, grade->line, "\"%s\" needs both its numbers", key);
}

int64_t import_earlier(struct importing *im, const struct json_node *node, const char *key)
{
	const char *wanted = json_text(&im->reader, node, key, 100, false);

	if (!wanted)
		return 0;
	for (size_t i = 0; i < im->n; i++)
		if (im->keys[i] && strcmp(im->keys[i], wanted) == 0)
			return im->ids[i];
	json_refuse(&im->reader, node->line, "no incident before this one has the key \"%s\"",
		json_quote(&im->reader, wanted));
	return 0;
}

static void check_word(struct importing *im, const struct json_node *node, const char *key,
	const char *value, const struct choice *choices, size_t n)
{
	if (choice_index(choices, n, value) == n)
		json_refuse(&im->reader, node->line, "\"%s\" cannot be \"%s\"", key,
			json_quote(&im->reader, value));
}

/* ---- One incident ---------------------------------------------------------------------------- */

struct incoming {
	int64_t organisation_id, reporter_id, manager_id, about_id, submitted_at;
	const char *practice, *report;
	struct incident_columns columns;
	char ref[REF_LENGTH + 1];
	uint8_t submission[16];
	struct q_incident_import_add_in row;
};

static bool read_report(struct importing *im, const struct json_node *node, struct incoming *in)
{
	const struct json_node *report = json_object_part(&im->reader, node, "report", true);
	struct incident_columns *c = &in->columns;

	if (im->reader.failed)
		return false;
	incident_columns(im->tmp, report->value, c);
	check_word(im, report, "kind", c->kind, incident_kinds, INCIDENT_KINDS);
	check_word(im, report, "where", c->about, incident_abouts, INCIDENT_ABOUTS);
	check_word(im, report, "share", c->share, incident_shares, INCIDENT_SHARES);
	if (!*c->title)
		json_refuse(&im->reader, report->line, "\"what_happened\" is missing");
	if (*c->happened_on && !json_is_date(c->happened_on))
		json_refuse(&im->reader, report->line, "\"happened_on\" is no day");
	if (*c->about_code)
		in->about_id = import_organisation(im, report, "answers", c->about_code, NULL);
	in->report = json_compact(im->tmp, report->value);
	return !im->reader.failed;
}

/* What the events leave the incident as. */
static void replay(struct importing *im, const struct json_node *events, struct incoming *in)
{
	struct q_incident_import_add_in *row = &in->row;

	row->state = "submitted";
	row->state_at = in->submitted_at;
	for (size_t i = 0; i < events->n && !im->reader.failed; i++) {
		const struct json_node *e = &events->parts[i];
		const char *to = json_text(&im->reader, e, "to", 20, false);
		int64_t at = import_moment(im, e, "at", true);

		if (!to)
			continue;
		if (incident_state_of(to) <= INCIDENT_SUBMITTED ||
			incident_state_of(to) == INCIDENT_STATES)
			json_refuse(&im->reader, e->line, "\"%s\" is no state that follows",
				json_quote(&im->reader, to));
		row->state = to;
		row->state_at = at;
		row->hold_until = json_date(&im->reader, e, "until");
		row->duplicate_of = import_earlier(im, e, "of");
		if (!row->looked_at)
			row->looked_at = at;
		row->closed_at = incident_is_over(incident_state_of(to)) ? at : 0;
	}
}

static void add_event(struct importing *im, int64_t incident_id, const struct json_node *e,
	enum incident_event_kind kind, const char *key, const char *audience, const char *from,
	const char *to)
{
	const char *text = json_text(&im->reader, e, key, TEXT_MOST, false);
	int64_t organisation = 0, person = import_person(im, e, "by", &organisation);

	if (im->reader.failed || (!text && !to))
		return;
	Q_RUN(im->db, incident_import_event, .incident_id = incident_id,
		.at = import_moment(im, e, "at", true), .person_id = person,
		.organisation_id = organisation, .kind = incident_event_code(kind),
		.state_from = to ? from : "", .state_to = to ? to : "", .audience = audience,
		.text = text ? text : "");
}

static void add_events(struct importing *im, int64_t incident_id, const struct json_node *node,
	const struct json_node *events)
{
	const char *state = "submitted";

	Q_RUN(im->db, incident_import_event, .incident_id = incident_id,
		.at = import_moment(im, node, "submitted", true),
		.person_id = import_person(im, node, "reporter", NULL),
		.kind = incident_event_code(EVENT_MOVED), .state_from = "draft",
		.state_to = "submitted", .audience = "manager,reporter", .text = "");
	for (size_t i = 0; i < events->n && !im->reader.failed; i++) {
		const struct json_node *e = &events->parts[i];
		const char *to = json_text(&im->reader, e, "to", 20, false);

		add_event(im, incident_id, e, EVENT_MOVED, "why", "manager", state, to);
		if (to)
			state = to;
		add_event(im, incident_id, e, EVENT_NOTE, "note", "manager", NULL, NULL);
		add_event(im, incident_id, e, EVENT_QUESTION, "question", "manager,reporter", NULL,
			NULL);
		add_event(
			im, incident_id, e, EVENT_ANSWER, "answer", "manager,reporter", NULL, NULL);
		add_event(im, incident_id, e, EVENT_TOLD, "told", "manager,reporter", NULL, NULL);
	}
}

static void fill_row(struct importing *im, const struct json_node *node, struct incoming *in)
{
	struct q_incident_import_add_in *row = &in->row;
	const struct incident_columns *c = &in->columns;
	const char *title = json_text(&im->reader, node, "title", 200, false);

	row->organisation_id = in->organisation_id;
	row->reporter_id = in->reporter_id;
	row->manager_id = in->manager_id;
	row->submitted_at = in->submitted_at;
	row->due_at = working_days_after(im->db, in->submitted_at, INCIDENT_WORKING_DAYS);
	row->report = in->report;
	row->title = title ? title : c->title;
	row->kind = c->kind;
	row->about = c->about;
	row->about_organisation_id = in->about_id;
	row->about_name = in->about_id ? "" : c->about_name;
	row->about_service = c->about_service;
	row->happened_on = c->happened_on;
	row->physical = c->physical;
	row->psychological = c->psychological;
	row->worry = c->worry;
	row->share = c->share;
	row->candour = c->candour;
	row->serious = c->serious || json_flag(&im->reader, node, "serious", false);
	grade(im, node, "grade", &row->likelihood, &row->consequence);
	grade(im, node, "grade_after", &row->likelihood_after, &row->consequence_after);
	/* As incident_place() has it. */
	row->urgency = incident_urgency(incident_state_of(row->state), row->looked_at != 0,
		strcmp(row->state, "reopened") == 0
			? working_days_after(im->db, row->state_at, INCIDENT_WORKING_DAYS)
		: row->looked_at ? row->state_at
				 : row->due_at);
}

/* A list of texts. */
static void add_themes(struct importing *im, int64_t incident_id, const struct json_node *node)
{
	const struct json_node *themes = json_part(node, "themes");
	const json_t *theme;
	size_t i;

	if (!themes)
		return;
	if (!json_is_array(themes->value) || json_array_size(themes->value) > MOST_THEMES)
		json_refuse(&im->reader, themes->line, "\"themes\" must be a list of names");
	json_array_foreach(themes->value, i, theme)
	{
		const char *name = json_string_value(theme);

		if (!name || !*name || strlen(name) > THEME_BYTES) {
			json_refuse(&im->reader, themes->line, "that is no theme's name");
			return;
		}
		Q_RUN(im->db, incident_import_theme, .name = name);
		Q_RUN(im->db, incident_import_theme_link, .incident_id = incident_id, .name = name);
	}
}

static void store(struct importing *im, const struct json_node *node, struct incoming *in)
{
	const struct json_node *events = json_list(&im->reader, node, "events", MOST_EVENTS, false);
	const char *key = json_text(&im->reader, node, "key", 100, false);
	int64_t id;

	replay(im, events, in);
	fill_row(im, node, in);
	if (im->reader.failed)
		return;
	ref_make(in->ref);
	randombytes_buf(in->submission, sizeof in->submission);
	in->row.ref = in->ref;
	in->row.submission = (struct bytes){ in->submission, sizeof in->submission };
	db_run(im->db, &q_incident_import_add_def, &in->row, NULL);
	id = db_last_id(im->db);
	add_events(im, id, node, events);
	add_themes(im, id, node);
	import_request(im, id, node, &in->row);
	import_actions(im, id, node);
	Q_RUN(im->db, incident_pending_add, .incident_id = id);
	search_put(im->words, id, in->row.title,
		incident_report_words(im->tmp, json_part(node, "report")->value), in->ref,
		in->practice, NULL);
	im->keys[im->n] = key ? text_copy(im->ctx, key) : NULL;
	im->ids[im->n++] = id;
}

static void read_one(struct importing *im, const struct json_node *node)
{
	static const char *const keys[] = { "key", "practice", "reporter", "submitted", "report",
		"title", "manager", "grade", "grade_after", "serious", "themes", "events",
		"request", "actions", NULL };
	struct incoming in = { 0 };
	const char *practice;

	json_keys(&im->reader, node, keys);
	practice = json_text(&im->reader, node, "practice", 12, true);
	in.organisation_id = import_organisation(im, node, "practice", practice, &in.practice);
	in.reporter_id = import_person(im, node, "reporter", NULL);
	in.manager_id = import_person(im, node, "manager", NULL);
	in.submitted_at = import_moment(im, node, "submitted", true);
	if (!im->reader.failed && read_report(im, node, &in))
		store(im, node, &in);
}

/* ---- The file -------------------------------------------------------------------------------- */

typedef void read_function(struct importing *, const struct json_node *);

/* Each has memory of its own. */
static void read_each(struct importing *im, const struct json_node *list, read_function *read)
{
	for (size_t i = 0; i < list->n && !im->reader.failed; i++) {
		im->tmp = talloc_new(im->ctx);
		db_use(im->db, im->tmp);
		read(im, &list->parts[i]);
		db_use(im->db, im->ctx);
		talloc_free(im->tmp);
	}
}

static void read_all(struct importing *im, const struct json_node *root)
{
	static const char *const keys[] = { "incidents", "bulletins", NULL };
	const struct json_node *list;

	json_keys(&im->reader, root, keys);
	list = json_list(&im->reader, root, "incidents", MOST_INCIDENTS, true);
	im->keys = NEW_ARRAY(im->ctx, const char *, list->n + 1);
	im->ids = NEW_ARRAY(im->ctx, int64_t, list->n + 1);
	im->words = search_begin(im->ctx, im->db, "incident");
	read_each(im, list, read_one);
	search_end(im->words);
	read_each(im, json_list(&im->reader, root, "bulletins", MOST_BULLETINS, false),
		import_bulletin);
}

int incident_import(struct db *db, TALLOC_CTX *ctx, const char *file)
{
	size_t len;
	const char *json = file_read(ctx, file, MOST_FILE, &len);
	struct survey_fault fault = { 0 };
	struct importing im = { .db = db, .ctx = ctx };
	struct json_node *root;

	if (!json)
		return 1;
	im.reader = (struct json_reader){ .ctx = ctx, .scratch = talloc_new(ctx), .fault = &fault };
	root = json_lines_read(&im.reader, json, len);
	if (root)
		read_all(&im, root);
	if (im.reader.failed) {
		db_rollback(db);
		fprintf(stderr, "%s:%d: %s\n", file, fault.line, fault.reason);
		return 1;
	}
	audit_program(db, ctx, AUDIT_IMPORT, "incident", "",
		audit_fact(NULL, "reports", count_text(ctx, (int64_t)im.n)));
	if (!db_commit(db)) {
		fprintf(stderr, "%s: the database failed; nothing was stored\n", file);
		return 1;
	}
	printf("%zu reports\n", im.n);
	return 0;
}
