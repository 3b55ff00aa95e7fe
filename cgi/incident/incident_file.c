/* incident_file.c: files of an incident: the doors to them, their list, their page. */
#include "incident_file.h"

#include <string.h>
#include "conf.h"
#include "file_type.h"
#include "incident_sections.h"
#include "pages.h"
#include "report.h"

json_t *incident_file_fact(TALLOC_CTX *ctx, const char *type, int64_t bytes)
{
	return must(json_pack("{s:s}", "file",
		text_format(ctx, "%s, %s", file_type_label(type), file_size_words(ctx, bytes))));
}

/* ---- The doors -------------------------------------------------------------------------------
 */

static void place_of(const struct q_incident_by_ref *in, struct files_place *place)
{
	*place = (struct files_place){ .incident_id = in->incident_id,
		.incident_ref = in->ref,
		.ref = in->ref,
		.title = in->title,
		.draft = strcmp(in->state, "draft") == 0 };
}

int files_of_report(struct req *r, struct files_place *place)
{
	struct q_incident_by_ref in;
	int refused = report_mine(r, &in);

	if (refused)
		return refused;
	place_of(&in, place);
	place->base = text_format(r->ctx, "/reports/%s", in.ref);
	place->audience = FOR_REPORTER;
	place->may_add = true;
	return 0;
}

int files_of_incident(struct req *r, struct files_place *place)
{
	struct q_incident_by_ref in;
	int refused = incident_managed(r, &in);

	if (refused)
		return refused;
	place_of(&in, place);
	place->base = text_format(r->ctx, "/incidents/%s", in.ref);
	place->audience = FOR_MANAGER;
	place->may_add = place->may_remove = true;
	return 0;
}

/* ---- The list --------------------------------------------------------------------------------
 */

/* A manager reads who it was; others read the names of their own organisation's people, and of
 * everybody else which organisation. */
static const char *added_by(
	struct req *r, const struct files_place *place, const struct q_incident_files_of *row)
{
	if (place->audience == FOR_MANAGER)
		return text_format(r->ctx, "%s, %s", row->person, row->organisation);
	if (row->person_id == r->person->person_id)
		return "You";
	return text_copy(r->ctx, row->organisation_id == r->person->organisation_id
					 ? row->person
					 : row->organisation);
}

/* Who else may open it, for a manager. */
static const char *opened_by(struct req *r, const struct q_incident_files_of *row)
{
	if (row->audience & FOR_PROVIDER && row->provider)
		return text_copy(r->ctx, row->provider);
	return row->audience & FOR_REPORTER ? "The practice that reported" : "Incident managers";
}

/* Is there a column for it? */
static bool has_removes(const struct files_place *place)
{
	return place->may_remove || (place->draft && place->may_add);
}

static void show_row(struct req *r, const struct files_place *place,
	const struct q_incident_files_of *row, struct tpl *list)
{
	bool mine = place->draft && row->person_id == r->person->person_id, gone = row->removed_at;
	struct tpl *t = tpl_add(list, M_FILE);

	tpl_set(t, M_FILE_REF, text_copy(r->ctx, row->ref));
	tpl_set(t, M_FILE_NAME, text_copy(r->ctx, row->name));
	tpl_show_if(t, M_HERE, !gone);
	tpl_set(t, M_TYPE, file_type_label(row->type));
	tpl_set(t, M_SIZE, file_size_words(r->ctx, row->size));
	tpl_show_if(t, M_UNSCANNED, !gone && strcmp(row->scan, "unscanned") == 0);
	tpl_set(t, M_ADDED_AT, time_text(r->ctx, row->added_at));
	tpl_set(t, M_ADDED_BY, added_by(r, place, row));
	tpl_optional(
		t, M_FOR, M_OPENED_BY, place->audience == FOR_MANAGER ? opened_by(r, row) : NULL);
	if (has_removes(place))
		tpl_show_if(
			tpl_add(t, M_REMOVES), M_MAY_REMOVE, !gone && (mine || place->may_remove));
	if (!gone)
		return;
	t = tpl_add(t, M_GONE);
	tpl_set(t, M_REMOVED_AT, day_text(r->ctx, row->removed_at));
	if (place->audience != FOR_MANAGER)
		return;
	t = tpl_add(t, M_WHY);
	tpl_set(t, M_REMOVED_BY, text_copy(r->ctx, row->removed_by));
	tpl_set(t, M_REMOVED_WHY, text_copy(r->ctx, row->removed_why));
}

/* How many: with none, nothing is shown. */
static size_t show_list(struct req *r, const struct files_place *place, struct tpl *t)
{
	struct tpl *list = NULL;
	struct db_rows *rows = Q_ROWS(r->db, incident_files_of, .incident_id = place->incident_id,
		.audience = place->audience, .request_id = place->request_id);
	struct q_incident_files_of row;
	size_t n = 0;

	while (Q_NEXT(rows, incident_files_of, &row)) {
		if (!list) {
			list = tpl_add(tpl_include(t, M_FILES, T_incident_files_list), M_LIST);
			tpl_show_if(list, M_FOR, place->audience == FOR_MANAGER);
			tpl_show_if(list, M_REMOVES, has_removes(place));
		}
		show_row(r, place, &row, list);
		n++;
	}
	return n;
}

size_t incident_files_list(struct req *r, const struct files_place *place, struct tpl *t)
{
	size_t n = show_list(r, place, t);

	if (n == 0)
		tpl_show(tpl_include(t, M_FILES, T_incident_files_list), M_NONE);
	return n;
}

void incident_files_show(struct req *r, int64_t incident_id, unsigned audience, struct tpl *t)
{
	incident_files_list(
		r, &(struct files_place){ .incident_id = incident_id, .audience = audience }, t);
}

void incident_section_files(
	struct req *r, const struct q_incident_by_ref *in, bool may_change, struct tpl *page)
{
	struct tpl *t = tpl_include(page, M_SECTION, T_incident_section_files);
	struct files_place place = {
		.incident_id = in->incident_id, .audience = FOR_MANAGER, .may_remove = may_change
	};

	tpl_show_if(t, M_MAY_CHANGE, may_change);
	tpl_set(t, M_REF, in->ref);
	tpl_show_if(t, M_NONE, show_list(r, &place, t) == 0);
}

/* ---- The page --------------------------------------------------------------------------------
 */

int incident_files_page(struct req *r, const struct files_place *place, struct form *f, int status)
{
	struct tpl *t = r->page, *add;

	tpl_set(t, M_REF, place->ref);
	tpl_set(t, M_CSRF, r->csrf);
	tpl_show_if(t, M_OF_REPORT, place->audience == FOR_REPORTER);
	tpl_show_if(t, M_OF_INCIDENT, place->audience == FOR_MANAGER);
	tpl_show_if(t, M_OF_REQUEST, place->audience == FOR_PROVIDER);
	tpl_optional(t, M_HAS_TITLE, M_TITLE, place->title);
	tpl_show_if(t, M_IS_DRAFT, place->draft);
	incident_files_list(r, place, t);
	if (f && place->may_add) {
		add = tpl_add(t, M_ADD);
		tpl_show_if(add, M_SCANNED, conf_get(r->conf, "clamd.socket", NULL) != NULL);
		tpl_show_if(add, M_NOT_SCANNED, conf_get(r->conf, "clamd.socket", NULL) == NULL);
		tpl_show_if(add, M_IS_DRAFT, place->draft);
		tpl_show_if(
			add, M_OF_REPORT_SENT, !place->draft && place->audience == FOR_REPORTER);
		tpl_show_if(add, M_OF_REQUEST, place->audience == FOR_PROVIDER);
		form_show(f, 0, f->n, add, false);
		form_show(f, 0, f->n, t, false); /* what is wrong stands above it all */
	}
	return page_show(r, status, T_incident_files, "Files");
}

int incident_files_open(struct req *r, files_door *door)
{
	struct files_place place;
	int refused = door(r, &place);

	if (refused)
		return refused;
	return incident_files_page(r, &place, incident_file_form(r, &place), 200);
}

/* GET /reports/:ref/files */
int report_files_view(struct req *r)
{
	return incident_files_open(r, files_of_report);
}

/* GET /incidents/:ref/files */
int incident_files_view(struct req *r)
{
	return incident_files_open(r, files_of_incident);
}

/* POST /reports/:ref/files */
int report_files_save(struct req *r)
{
	return incident_file_add(r, files_of_report);
}

/* POST /incidents/:ref/files */
int incident_files_save(struct req *r)
{
	return incident_file_add(r, files_of_incident);
}
