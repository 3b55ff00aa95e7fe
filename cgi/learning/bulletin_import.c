/* bulletin_import.c: "bulletins" of a file of incidents: published by two people, as everywhere. */
#include <string.h>
#include "bulletin.h"
#include "incident_import_parts.h"

enum { BODY_MOST = 20000, MOST_READ = 1000 };

static void add_themes_and_incident(
	struct importing *im, int64_t bulletin_id, const struct json_node *node)
{
	const char *theme = json_text(&im->reader, node, "theme", 100, false);
	int64_t incident_id = import_earlier(im, node, "from");

	if (theme)
		Q_RUN(im->db, bulletin_import_theme, .bulletin_id = bulletin_id, .name = theme);
	if (incident_id)
		Q_RUN(im->db, bulletin_incident_add, .bulletin_id = bulletin_id,
			.incident_id = incident_id);
}

static void add_receipts(struct importing *im, int64_t bulletin_id, const struct json_node *node)
{
	static const char *const keys[] = { "organisation", "by", "at", NULL };
	const struct json_node *list = json_list(&im->reader, node, "read", MOST_READ, false);

	for (size_t i = 0; i < list->n && !im->reader.failed; i++) {
		const struct json_node *one = &list->parts[i];
		int64_t organisation, person, at;

		json_keys(&im->reader, one, keys);
		organisation = import_organisation(im, one, "organisation",
			json_text(&im->reader, one, "organisation", 12, true), NULL);
		person = import_person(im, one, "by", NULL);
		at = import_moment(im, one, "at", true);
		if (!person)
			json_refuse(&im->reader, one->line, "\"by\" is missing");
		if (!im->reader.failed)
			Q_RUN(im->db, bulletin_import_receipt, .bulletin_id = bulletin_id,
				.organisation_id = organisation, .person_id = person, .at = at);
	}
}

void import_bulletin(struct importing *im, const struct json_node *node)
{
	static const char *const keys[] = { "title", "summary", "body", "public", "theme", "from",
		"written_by", "approved_by", "published", "read", NULL };
	char ref[BULLETIN_REF + 1] = "";
	const char *title, *summary, *body;
	int64_t written_by, approved_by, published, id;

	json_keys(&im->reader, node, keys);
	title = json_text(&im->reader, node, "title", 150, true);
	summary = json_text(&im->reader, node, "summary", 400, true);
	body = json_string_value(json_object_get(node->value, "body"));
	written_by = import_person(im, node, "written_by", NULL);
	approved_by = import_person(im, node, "approved_by", NULL);
	published = import_moment(im, node, "published", true);
	if (!body || strlen(body) > BODY_MOST || !written_by || !approved_by ||
		written_by == approved_by)
		json_refuse(&im->reader, node->line,
			"a bulletin needs a body, who wrote it, and somebody else who approved it");
	if (im->reader.failed)
		return;
	Q_RUN(im->db, bulletin_add, .slug = bulletin_slug(im->tmp, title, ref), .ref = ref,
		.title = title, .summary = summary, .body = body,
		.public = json_flag(&im->reader, node, "public", false), .now = published,
		.written_by = written_by);
	id = db_last_id(im->db);
	add_themes_and_incident(im, id, node);
	Q_RUN(im->db, bulletin_send, .bulletin_id = id, .row_version = 1, .sent_by = written_by,
		.now = published);
	Q_RUN(im->db, bulletin_publish, .bulletin_id = id, .row_version = 2,
		.approved_by = approved_by, .now = published);
	search_store(im->db, im->tmp, "bulletin", id, title, summary, body, NULL);
	add_receipts(im, id, node);
}
