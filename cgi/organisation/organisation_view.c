/* organisation_view.c: the page of one organisation: its facts, and what other modules show there.
 */
#include <string.h>
#include "access.h"
#include "organisation.h"
#include "organisation_sections.h"
#include "pages.h"

enum { SIZES_MOST = 12 };

/* In the order of the page; who may not see one sees the page without it. */
static const struct {
	unsigned who;
	organisation_section *show;
} sections[] = {
	{ READS_CONTRACTS, organisation_contracts },
	{ SENDS_RETURNS, organisation_contracts },
	{ READS_SURVEYS, organisation_surveys },
	{ WATCHES, organisation_people },
	{ WATCHES, organisation_history },
};

static void show_facts(struct req *r, const struct organisation *o)
{
	struct tpl *t = r->page;

	tpl_set(t, M_CODE, o->code);
	tpl_set(t, M_NAME, o->name);
	tpl_set(t, M_KIND, organisation_kind_label(o->kind));
	tpl_show(t, o->closed_on ? M_CLOSED : M_OPEN);
	tpl_optional(t, M_HAS_CLOSED, M_CLOSED_ON,
		o->closed_on ? date_text(r->ctx, o->closed_on) : NULL);
	tpl_optional(t, o->closed_on ? M_HAD_OPENED : M_HAS_OPENED, M_OPENED,
		o->opened_on ? date_text(r->ctx, o->opened_on) : NULL);
	tpl_optional(t, M_HAS_LOCALITY, M_LOCALITY, o->locality);
	tpl_optional(t, M_HAS_PEER_GROUP, M_PEER_GROUP, o->peer_group);
	tpl_optional(t, M_HAS_COMMISSIONER, M_COMMISSIONER_CODE, o->commissioner_code);
	tpl_optional(t, M_HAS_ADDRESS, M_ADDRESS, o->address);
	tpl_optional(t, M_HAS_POSTCODE, M_POSTCODE, o->postcode);
	tpl_optional(t, M_HAS_TELEPHONE, M_TELEPHONE, o->telephone);
	tpl_optional(t, M_HAS_EMAIL, M_EMAIL, o->email);
	if (o->successor_id) {
		struct tpl *successor = tpl_add(t, M_SUCCESSOR);

		tpl_set(successor, M_SUCCESSOR_CODE, o->successor_code);
		tpl_set(successor, M_SUCCESSOR_NAME, o->successor);
	}
}

static void show_merged(struct req *r, const struct organisation *o)
{
	struct db_rows *rows =
		Q_ROWS(r->db, organisation_merged, .organisation_id = o->organisation_id);
	struct q_organisation_merged row;
	struct tpl *t = NULL, *line;

	while (Q_NEXT(rows, organisation_merged, &row)) {
		if (!t)
			t = tpl_add(r->page, M_MERGED);
		line = tpl_add(t, M_MERGED_ROW);
		tpl_set(line, M_CODE, text_copy(r->ctx, row.code));
		tpl_set(line, M_NAME, text_copy(r->ctx, row.name));
		tpl_optional(line, M_HAS_CLOSED, M_CLOSED_ON,
			row.closed_on ? date_text(r->ctx, row.closed_on) : NULL);
	}
}

static void show_sizes(struct req *r, const struct organisation *o)
{
	struct db_rows *rows = Q_ROWS(r->db, list_sizes, .organisation_id = o->organisation_id);
	struct q_list_sizes row;
	struct tpl *t = NULL, *line;
	int n = 0;

	while (Q_NEXT(rows, list_sizes, &row)) {
		if (n++ >= SIZES_MOST)
			continue;
		if (!t)
			t = tpl_add(r->page, M_SIZES);
		line = tpl_add(t, M_SIZE);
		tpl_set(line, M_COUNTED, date_text(r->ctx, row.counted_on));
		tpl_count(line, M_PATIENTS, row.patients);
	}
	if (o->patients >= 0)
		tpl_count(tpl_add(r->page, M_HAS_PATIENTS), M_PATIENTS, o->patients);
}

/* What can be done with it. The commissioner is never closed or merged. */
static void show_actions(struct req *r, const struct organisation *o)
{
	bool commissioner = strcmp(o->kind, "commissioner") == 0;
	struct tpl *t;

	if (!access_allows(r->person, RUNS))
		return;
	t = tpl_add(r->page, M_ACTIONS);
	tpl_show_if(t, M_MAY_SIZE, strcmp(o->kind, "practice") == 0);
	tpl_show_if(t, M_MAY_CLOSE, !commissioner && !o->closed_on);
	tpl_show_if(t, M_MAY_MERGE, !commissioner && !o->successor_id);
	tpl_show_if(t, M_MAY_REOPEN, o->closed_on && !o->successor_id);
	tpl_show_if(t, M_MAY_UNMERGE, o->successor_id);
}

/* GET /organisations/:code */
int organisation_view(struct req *r)
{
	struct organisation o;

	if (!organisation_get(r->db, r->args[0], &o))
		return not_found(r);
	if (!access_organisation(r->person, o.organisation_id, o.successor_id))
		return not_theirs(r, "another organisation's");
	tpl_show_if(r->page, M_MAY_LIST, access_allows(r->person, STAFF));
	show_facts(r, &o);
	show_actions(r, &o);
	show_merged(r, &o);
	show_sizes(r, &o);
	for (size_t i = 0; i < COUNT(sections); i++)
		if (access_allows(r->person, sections[i].who))
			sections[i].show(r, &o, r->page);
	return page_show(r, 200, T_organisation_view, o.name);
}
